"""How far a procedure on migratory pressure has come (COM(2020) 610, Art. 50 to 53), read from what is recorded."""

from enum import Enum

from desktop_app.calc.migratory_pressure import MigratoryPressure
from desktop_app.calc.sentences import say


class PressurePhase(Enum):
    """The phases in their order; the value is the word for it."""

    ASSESSMENT = say("Assessment")
    REPORT = say("Report")
    PLANS = say("Plans")
    FORUM = say("Forum")
    ACT = say("Act")
    IN_FORCE = say("In force")


def phase_of_pressure(recorded: MigratoryPressure) -> PressurePhase:
    """Return the furthest phase that has begun; plans are asked for by the report, and begin nothing without it."""
    reached = (
        (PressurePhase.IN_FORCE, recorded.act.adopted is not None),
        (PressurePhase.ACT, recorded.forum_ended is not None),
        (PressurePhase.FORUM, bool(recorded.rounds)),
        (PressurePhase.PLANS, recorded.report.adopted is not None),
        (PressurePhase.REPORT, recorded.notified is not None or recorded.report.benefitting is not None),
    )
    return next((phase for phase, has_begun in reached if has_begun), PressurePhase.ASSESSMENT)
