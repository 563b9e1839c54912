"""How long an act applies (COM(2020) 610, Art. 53(5))."""

from datetime import date
from typing import Final

from desktop_app.calc.migratory_pressure import PressureResponseAct
from desktop_app.calc.periods_2020 import months_after

YEAR_MONTHS: Final = 12


def last_end(adopted: date) -> date:
    """Return the last day on which an urgent act can apply: one year after its adoption."""
    return months_after(adopted, YEAR_MONTHS)


def end_of(act: PressureResponseAct) -> date | None:
    """Return the last day on which an act applies; ``None`` where that is not said."""
    if act.ends is not None or act.adopted is None or not act.urgent:
        return act.ends
    return last_end(act.adopted)
