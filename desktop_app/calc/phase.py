"""How far a procedure on search and rescue has come (COM(2020) 610, Art. 47 to 49), read from what is recorded."""

from enum import Enum

from desktop_app.calc.search_and_rescue import RoundKind, SearchAndRescue
from desktop_app.calc.sentences import say


class Phase(Enum):
    """The phases in their order; the value is the word for it."""

    REPORT = say("Report")
    REQUESTS = say("Requests")
    PLANS = say("Plans")
    FORUM = say("Forum")
    ACT = say("Act")
    POOLS = say("Pools in use")

    @property
    def place(self) -> int:
        """Which it is, from 0."""
        return tuple(Phase).index(self)


def phase_of(recorded: SearchAndRescue) -> Phase:
    """Return the furthest phase that has begun.

    A round that a used pool called (Art. 48) is none of the forum on the plans: the act stands by then.
    """
    rounds = [each for each in recorded.rounds if each.kind is not RoundKind.POOL_USED]
    reached = (
        (Phase.POOLS, recorded.act.adopted is not None or bool(recorded.use)),
        (Phase.ACT, recorded.act.path is not None or recorded.forum_ended is not None),
        (Phase.FORUM, bool(rounds)),
        (Phase.PLANS, recorded.requested is not None or bool(recorded.plans)),
        (Phase.REQUESTS, recorded.report.adopted is not None or bool(recorded.report.benefitting)),
    )
    return next((phase for phase, has_begun in reached if has_begun), Phase.REPORT)
