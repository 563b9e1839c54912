"""The frame: what all rows of a forum on search and rescue share (COM(2020) 610, Art. 47, 54)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from desktop_app.calc import key as reference_key
from desktop_app.calc.forum import Forum
from desktop_app.calc.key import KeyFigures
from desktop_app.calc.moments import as_of
from desktop_app.calc.periods_2020 import last_day_for_plans
from desktop_app.calc.readings import KEY_ROUNDING, SEARCH_AND_RESCUE, in_force
from desktop_app.calc.search_and_rescue import ActPath, Disembarkation, Raise, SearchAndRescue, TopUp


@dataclass(frozen=True, slots=True)
class Frame:
    """What all rows share.

    Attributes:
        forum: the forum.
        readings: every reading in force, value by name.
        key: the key worked out.
        benefitting: the states of disembarkation by code, in protocol order; one may be outside the key.
        total: the report's total, persons; ``None`` while a state's number is missing, or no state is named.
        raised_total: the total after the top-up, persons; ``total`` without one.
        exact: share × ``total`` by participating state; ``None`` where not known.
        key_numbers: the same in whole persons under the reading ``rounding``.
        raised_key_numbers: the same of ``raised_total``.
        top_up: the top-up in force; ``None`` without one, or where none can be.
        raises: the voluntary raises that count.
        plan_deadline: last day for plans (Art. 47(4)); ``None`` before the report.
        today: the day of the check, or ``None``.
    """

    forum: Forum
    readings: Mapping[str, str]
    key: KeyFigures
    benefitting: Mapping[str, Disembarkation]
    total: int | None
    raised_total: int | None
    exact: Mapping[str, Fraction | None]
    key_numbers: Mapping[str, int | None]
    raised_key_numbers: Mapping[str, int | None]
    top_up: TopUp | None
    raises: tuple[Raise, ...]
    plan_deadline: date | None
    today: date | None

    @property
    def recorded(self) -> SearchAndRescue:
        """What the forum records of the procedure."""
        return self.forum.search_and_rescue

    @property
    def path(self) -> ActPath | None:
        """The judgement on the plans."""
        return self.recorded.act.path

    @property
    def factor(self) -> Fraction:
        """New total over old; 1 without a top-up."""
        return Fraction(self.raised_total, self.total) if self.total and self.raised_total is not None else Fraction(1)

    @property
    def is_topped_up(self) -> bool:
        """Whether a top-up is in force."""
        return self.top_up is not None


def frame_of(forum: Forum) -> Frame:
    """Work out what all rows share."""
    recorded = forum.search_and_rescue
    readings = in_force(SEARCH_AND_RESCUE, dict(forum.readings))
    key = reference_key.work_out(forum.key)
    named = {each.code: each for each in recorded.report.benefitting}
    numbers = [each.relocations for each in named.values()]
    known = [number for number in numbers if number is not None]
    total = sum(known) if known and len(known) == len(numbers) else None
    top_up = _top_up_in_force(recorded, named, total)
    raised = total if top_up is None or total is None else _raised(top_up, named, total)

    def quotas(of: int | None) -> Mapping[str, Fraction | None]:
        return {code: None if share is None or of is None else share * of for code, share in key.shares.items()}

    exact = quotas(total)
    rounding = readings[KEY_ROUNDING.name]
    key_numbers = reference_key.rounded(exact, total or 0, key, rounding)
    raised_numbers = key_numbers
    if raised != total:
        raised_numbers = reference_key.rounded(quotas(raised), raised or 0, key, rounding)
    return Frame(
        forum=forum,
        readings=readings,
        key=key,
        benefitting=named,
        total=total,
        raised_total=raised,
        exact=exact,
        key_numbers=key_numbers,
        raised_key_numbers=raised_numbers,
        top_up=top_up,
        raises=_counting_raises(recorded, named, key.participants),
        plan_deadline=None if recorded.report.adopted is None else last_day_for_plans(recorded.report.adopted),
        today=as_of(forum),
    )


def _top_up_in_force(recorded: SearchAndRescue, named: Mapping[str, Disembarkation], total: int | None) -> TopUp | None:
    """Return the top-up that counts: of an act under Art. 48(2), of a pool that the report names, lowering nothing."""
    top_up = recorded.top_up
    if top_up is None or not total or recorded.act.path is not ActPath.STILL_SHORT:
        return None
    # The proposal knows a total that is raised, none that is lowered.
    return top_up if top_up.benefitting in named and _raised(top_up, named, total) >= total else None


def _raised(top_up: TopUp, named: Mapping[str, Disembarkation], total: int) -> int:
    """Return the total with one pool's number raised; asked only where every number is known."""
    return total + top_up.relocations - (named[top_up.benefitting].relocations or 0)


def _counting_raises(
    recorded: SearchAndRescue, named: Mapping[str, Disembarkation], participants: Iterable[str]
) -> tuple[Raise, ...]:
    """Return the raises that count: after an act under Art. 48(1), by a contributing state, for a pool there is."""
    if recorded.act.path is not ActPath.SUFFICIENT:
        return ()
    given = set(participants) - set(named)
    return tuple(each for each in recorded.raises if each.benefitting in named and each.code in given)
