"""What search and rescue and migratory pressure have alike: whose plan can still be handed in or revised."""

from datetime import date
from fractions import Fraction
from typing import Final, Protocol

from desktop_app.calc import wording
from desktop_app.calc.gap.problem import Barred, Ground, NotStated, Standing, Unit
from desktop_app.calc.gap.target import Target
from desktop_app.calc.response_assessment import PlanStanding
from desktop_app.calc.sentences import say

_BARRED: Final = {
    PlanStanding.LATE: say("Its first plan came late, so that nothing which it hands in counts (Art. 47(4), 52(3))."),
    PlanStanding.MISSING: say("No plan came in time, so that nothing which it hands in counts (Art. 47(4), 52(3))."),
    PlanStanding.NOT_ASKED: say("It benefits; nobody asks it for its part."),
}
NO_KEY_NUMBER: Final = say("Its share of the key is not known, or is none; there is nothing to hold a request against.")


class _Adopted(Protocol):
    @property
    def adopted(self) -> date | None: ...


class _Recorded(Protocol):
    @property
    def forum_ended(self) -> date | None: ...

    @property
    def act(self) -> _Adopted: ...


def ground_in_persons(
    target: Target, figures: tuple[Fraction, Fraction], barred: list[Barred], states: list[Standing]
) -> Ground:
    """Return what is missing for a target that counts persons alone.

    Args:
        target: what is to be reached.
        figures: persons wanted, and counted already.
        barred: who cannot be asked.
        states: who can.
    """
    wanted, counted = figures
    return Ground(
        target=target,
        unit=Unit.PERSONS,
        wanted=wanted,
        counted=counted,
        need=wanted - counted,
        states=tuple(states),
        barred=tuple(barred),
        counts_money=False,
    )


def no_longer(recorded: _Recorded, today: date | None) -> NotStated | None:
    """Return why plans can be revised no more on a day; ``None`` while they can.

    Args:
        recorded: what the forum records of the procedure.
        today: the day of the check, on which a revision would come in.
    """
    for what, last in (
        (say("The forum ended"), recorded.forum_ended),
        (say("The act was adopted"), recorded.act.adopted),
    ):
        if last is not None:
            is_late = today is not None and today > last
            words = say(
                "{what} on {day}: a plan that is revised after it does not count. To ask all the same, make a "
                "scenario, take that day out of it (Forum menu), and ask again there.",
                what=what,
                day=wording.day(last),
            )
            return NotStated(words) if is_late else None
    return None


def barred_by(standing: PlanStanding) -> str:
    """Return why nothing that a state hands in counts; empty where it does."""
    return _BARRED.get(standing, "")


def supposed_of(standing: PlanStanding, revision: int) -> str:
    """Say by what a proposal asks: a first plan, or a revision in the forum."""
    if standing is PlanStanding.AWAITED:
        return say("by its first plan, which is awaited")
    return say("by a revision of its plan in the forum, (Rev) {revision}", revision=str(revision))
