"""What is to be said of the key's data whatever the procedure: adopted shares, and newer releases."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from desktop_app.calc.findings import Severity
from desktop_app.calc.forum import Key
from desktop_app.calc.key import KeyFigures
from desktop_app.calc.rules import Remark
from desktop_app.calc.sentences import Number, Sentence, State, say
from desktop_app.calc.validity import SHARE_TOLERANCE

NEWEST_POPULATION: Final = (date(2026, 1, 1), date(2026, 7, 10))
"""Reference day of the newest population known to this program, and its release (Eurostat demo_gind)."""
NEWEST_GDP: Final = (2024, date(2025, 10, 21))
"""Year of the newest GDP known to this program, and its release (Eurostat nama_10_gdp, autumn 2025)."""


def adopted_shares(figures: KeyFigures, key: Key) -> Iterator[Remark]:
    """Say for whom adopted shares stand and what they add up to."""
    for code, _percent in key.adopted_shares:
        if code not in figures.participants:
            template = "An adopted share stands for {state}, which takes no part in the key; it is not used."
            message = say(template, state=State(code))
            yield Remark(message, code, "key", Severity.INFO)
    if not figures.adopted:
        return
    total = 100 * sum(figures.adopted.values(), Fraction(0))
    shown = Number(total, 4)
    if len(figures.adopted) < len(figures.participants):
        message = say(
            "Adopted shares stand for {count} of {all} participating states and add up to {sum} %; the other shares "
            "are computed, and nothing is rescaled.",
            count=len(figures.adopted),
            all=len(figures.participants),
            sum=shown,
        )
        yield Remark(message, None, "key", Severity.INFO)
    elif abs(total - 100) > len(figures.adopted) * SHARE_TOLERANCE:
        message = say("The adopted shares add up to {sum} %, not 100 %, by more than rounding.", sum=shown)
        yield Remark(message, None, "key")


def newer_data(key: Key, moment: date | None) -> Iterator[Remark]:
    """Say which newer data had been released by ``moment``."""
    newer = _newer(key, moment)
    if newer:
        yield Remark(say("Newer data are known: {data}.", data=newer), None, "key", Severity.INFO)


def _newer(key: Key, moment: date | None) -> list[Sentence]:
    """Name the data that had been released by ``moment`` and are newer than the key's."""
    found: list[Sentence] = []
    if moment is None:
        return found
    newest_day, released = NEWEST_POPULATION
    if key.population_date and key.population_date < newest_day and moment >= released:
        found.append(say("population on {day} (released {released})", day=newest_day, released=released))
    newest_year, released = NEWEST_GDP
    if key.gdp_year and key.gdp_year < newest_year and moment >= released:
        found.append(say("GDP of {year} (released {released})", year=str(newest_year), released=released))
    return found
