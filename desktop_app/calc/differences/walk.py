"""Going through two forums in the order of the document."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

from desktop_app.calc.differences import fields, words
from desktop_app.calc.differences.compare import (
    NOT_THERE,
    Difference,
    Field,
    Place,
    by_id,
    by_name,
    by_number,
    compared,
    compared_or_missing,
    numbered,
)
from desktop_app.calc.differences.pressure_walk import migratory_pressure
from desktop_app.calc.differences.response_walk import search_and_rescue
from desktop_app.calc.differences.solidarity_walk import solidarity
from desktop_app.calc.differences.voluntary_walk import voluntary
from desktop_app.calc.forum import (
    Acknowledgement,
    AlternativeMeasure,
    Applications,
    AssociatedContribution,
    Deduction,
    DeductionBasis,
    DeductionStage,
    Forum,
    Holiday,
    Key,
    KeyState,
    Meeting,
    MeetingKind,
    Pledge,
    StateRecord,
)
from desktop_app.calc.member_states import ASSOCIATED_NAMES, PROTOCOL_ORDER, name_of
from desktop_app.calc.readings import in_force, readings_of
from desktop_app.calc.sentences import ours, say
from desktop_app.calc.vote import Ballot, BallotLine

T = TypeVar("T")

_NO_DEDUCTION: Final = Deduction(DeductionBasis.ARTICLE_61, DeductionStage.ANNOUNCED)
_NO_MEETING: Final = Meeting("", MeetingKind.INITIAL)
_NO, _YES = say("no"), say("yes")


def differences(old: Forum, new: Forum) -> tuple[Difference, ...]:
    """Return every difference between two forums.

    Two forums have none exactly where their canonical documents are the same.

    Args:
        old: the forum as it was.
        new: the forum as it would be.

    Returns:
        The differences in the order of the document: the forum itself, acts, key; then what each procedure records
        of its own (reports, plans, rounds, acts, pools, pledges, groups under way); the applications; and what is
        said beside.
    """
    return tuple(_all(old, new))


def _all(old: Forum, new: Forum) -> Iterator[Difference]:
    yield from compared(Place(say("Forum")), fields.FORUM, old, new)
    yield from _readings(old, new)
    yield from _acts(old, new)
    yield from _key(old.key, new.key)
    yield from search_and_rescue(old.search_and_rescue, new.search_and_rescue)
    yield from migratory_pressure(old.migratory_pressure, new.migratory_pressure)
    yield from voluntary(old.voluntary, new.voluntary)
    yield from solidarity(old.solidarity, new.solidarity)
    yield from _annual_pool(old, new)
    yield from _acknowledgements(old.acknowledgements, new.acknowledgements)


def _acts(old: Forum, new: Forum) -> Iterator[Difference]:
    for name, called in (
        ("report", say("the Commission's report")),
        ("decision", say("the Commission's decision")),
        ("proposal", say("the Commission's proposal")),
    ):
        place = Place(say("Acts"), None, called)
        yield from compared(place, fields.ACT, getattr(old.basis, name), getattr(new.basis, name))


def _annual_pool(old: Forum, new: Forum) -> Iterator[Difference]:
    yield from compared(Place(say("Pool")), fields.POOL, old.pool, new.pool)
    named = (old.pool.named_measures, new.pool.named_measures)
    yield from by_number(Place(say("Pool")), say("named measure"), fields.NAMED_MEASURE, named, "")
    yield from _meetings(old.meetings, new.meetings)
    yield from _applications(old, new)
    yield from _states(old, new)
    yield from _associated(old.associated, new.associated)
    yield from _holidays(old.holidays, new.holidays)
    yield from _vote(old.vote, new.vote)


def _readings(old: Forum, new: Forum) -> Iterator[Difference]:
    before, after = (in_force(readings_of(forum.procedure), dict(forum.readings)) for forum in (old, new))
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield Difference(
                say("Readings"), None, ours(name), ours(before.get(name, NOT_THERE)), ours(after.get(name, NOT_THERE))
            )


def _key(old: Key, new: Key) -> Iterator[Difference]:
    yield from compared(Place(say("Key")), fields.KEY, old, new)
    before, after = ({state.code: state for state in key.states} for key in (old, new))
    was_share, is_share = dict(old.adopted_shares), dict(new.adopted_shares)
    for code in PROTOCOL_ORDER:
        place = Place(say("Key: {state}", state=name_of(code)), code)
        yield from _beside_default(place, fields.KEY_STATE, before.get(code), after.get(code), KeyState(code))
        yield from compared(place, [fields.SHARE], was_share.get(code), is_share.get(code))


def _beside_default(
    place: Place, wanted: Sequence[Field[T]], before: T | None, after: T | None, default: T
) -> Iterator[Difference]:
    """Yield how two values differ where a missing one says the same as one of which nothing is said.

    Only where they differ in nothing else, it is told that one is listed and the other is not.
    """
    found = list(compared(place, wanted, before or default, after or default))
    yield from found
    if not found and (before is None) != (after is None):
        yield place.difference(say("listed"), *((_NO, _YES) if before is None else (_YES, _NO)))


def _meetings(old: Sequence[Meeting], new: Sequence[Meeting]) -> Iterator[Difference]:
    lists = (by_id(old), by_id(new))
    yield from by_name(say("Meetings"), "meeting", fields.MEETING, lists, _NO_MEETING)


def _applications(old: Forum, new: Forum) -> Iterator[Difference]:
    source = (old.applications_source, new.applications_source)
    if source[0] != source[1]:
        yield Place(say("Applications")).difference("source", *(words.text(each) for each in source))
    before, after = ({each.code: each for each in forum.applications} for forum in (old, new))
    for code in PROTOCOL_ORDER:
        one, other = before.get(code), after.get(code)
        if one is other:
            continue
        place = Place(say("Applications: {state}", state=name_of(code)), code)
        found = list(_counts(place, one or Applications(code), other or Applications(code)))
        yield from found
        if not found and (one is None) != (other is None):
            yield place.difference(say("listed"), *((_NO, _YES) if one is None else (_YES, _NO)))


def _counts(place: Place, old: Applications, new: Applications) -> Iterator[Difference]:
    for name in ("years", "population"):
        before, after = dict(getattr(old, name)), dict(getattr(new, name))
        for year in sorted({*before, *after}):
            inside = place.inside(f"{year}" if name == "years" else say("{year}, population", year=str(year)))
            yield from compared(inside, [fields.COUNT], before.get(year), after.get(year))


def _states(old: Forum, new: Forum) -> Iterator[Difference]:
    before, after = ({each.code: each for each in forum.states} for forum in (old, new))
    for code in PROTOCOL_ORDER:
        one, other = before.get(code), after.get(code)
        if one is other:
            continue
        place = Place(name_of(code), code)
        found = list(_state(place, one or StateRecord(code), other or StateRecord(code)))
        yield from found
        if not found and (one is None) != (other is None):
            yield place.difference(say("listed"), *((_NO, _YES) if one is None else (_YES, _NO)))


def _state(place: Place, old: StateRecord, new: StateRecord) -> Iterator[Difference]:
    yield from compared(place, fields.STATE, old, new)
    yield from _pledge(place, old.pledge, new.pledge)
    lists = (old.deductions, new.deductions)
    yield from by_number(place, "deduction", fields.DEDUCTION, lists, _NO_DEDUCTION)


def _pledge(place: Place, old: Pledge, new: Pledge) -> Iterator[Difference]:
    yield from compared(place, fields.PLEDGE, old, new)
    lists = (old.measures, new.measures)
    yield from by_number(place, "measure", fields.MEASURE, lists, AlternativeMeasure())
    for name, called, wanted in (
        ("relocations", say("relocations as said"), fields.SAID),
        ("financial", say("financial contribution as said"), fields.SAID_OF_MONEY),
        ("alternative", say("alternative measures as said"), fields.SAID),
    ):
        yield from compared(place.inside(called), wanted, getattr(old.said, name), getattr(new.said, name))


def _again(number: int) -> str:
    return "" if number == 1 else f" ({number})"


def _associated(old: Iterable[AssociatedContribution], new: Iterable[AssociatedContribution]) -> Iterator[Difference]:
    before, after = (numbered(each, lambda one: one.code) for each in (old, new))
    order = {code: position for position, code in enumerate(ASSOCIATED_NAMES)}
    for code, number in sorted({*before, *after}, key=lambda name: (order[name[0]], name[1])):
        place = Place(
            say("Associated: {state}", state=name_of(code)), code, say("contribution {number}", number=number)
        )
        one, other = before.get((code, number)), after.get((code, number))
        yield from compared_or_missing(place, fields.ASSOCIATED, one, other, AssociatedContribution(code))


def _holidays(old: Iterable[Holiday], new: Iterable[Holiday]) -> Iterator[Difference]:
    before, after = (numbered(each, lambda one: one.date.isoformat()) for each in (old, new))
    for name in sorted({*before, *after}):
        one, other = before.get(name), after.get(name)
        there = one or after[name]
        place = Place(say("Holidays"), None, f"{words.day(there.date)}{_again(name[1])}")
        yield from compared_or_missing(place, fields.HOLIDAY, one, other, Holiday(there.date))


def _vote(old: Ballot, new: Ballot) -> Iterator[Difference]:
    yield from compared(Place(say("Vote")), fields.BALLOT, old, new)
    before, after = ({line.code: line for line in ballot.lines} for ballot in (old, new))
    for code in PROTOCOL_ORDER:
        place, nothing = Place(say("Vote: {state}", state=name_of(code)), code), BallotLine(code)
        yield from compared(place, fields.BALLOT_LINE, before.get(code, nothing), after.get(code, nothing))


def _acknowledgements(old: Iterable[Acknowledgement], new: Iterable[Acknowledgement]) -> Iterator[Difference]:
    before, after = (numbered(each, _answered) for each in (old, new))
    for name in sorted({*before, *after}):
        one, other = before.get(name), after.get(name)
        there = one or after[name]
        state = f", {name_of(there.state)}" if there.state else ""
        finding = say(
            "{rule}{state}, “{message}”{again}",
            rule=there.rule,
            state=state,
            message=there.message,
            again=_again(name[1]),
        )
        nothing = Acknowledgement(there.rule, there.state, there.message, "")
        place = Place(say("Acknowledged findings"), there.state, finding)
        yield from compared_or_missing(place, fields.ACKNOWLEDGEMENT, one, other, nothing)


def _answered(each: Acknowledgement) -> str:
    return "\0".join((each.rule, each.state or "", each.message))
