"""What the act fixes for one state: relocations, sponsorship, measures (COM(2020) 610, Art. 48)."""

from dataclasses import dataclass
from typing import Final

from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.explain import inputs
from desktop_app.calc.explain import proposal_inputs as shared
from desktop_app.calc.explain import response_inputs as given
from desktop_app.calc.explain.figure import Answer, Figure
from desktop_app.calc.explain.proposal_plans import without_plan
from desktop_app.calc.explain.proposal_subject import STATUS
from desktop_app.calc.explain.proposal_unknown import NO_NUMBER
from desktop_app.calc.explain.response_plan_figures import cover_of
from desktop_app.calc.explain.response_subject import ResponseState
from desktop_app.calc.readings import COVER, KEY_ROUNDING, SHORTFALL
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import number, persons, relocations

_ACT: Final = "COM(2020) 610, Art. 48(1), 48(2)"
_TOUCHED: Final = (KEY_ROUNDING.name, SHORTFALL.name, COVER.name)


@dataclass(frozen=True)
class _Part:
    """A piece of a formula with the inputs that it names."""

    formula: str
    used: tuple[Input, ...]


def _scaled(state: ResponseState, formula: str, *used: Input) -> _Part:
    """Return a piece × new total / old one, rounded as a top-up asks; the piece itself without one."""
    if not state.frame.is_topped_up:
        return _Part(formula, used)
    return _Part(f"nearest({_times(formula)} * total / report_total)", used)


def _times(formula: str) -> str:
    return f"({formula})" if " " in formula else formula


def _factor(state: ResponseState) -> tuple[Input, ...]:
    return (given.total(state), given.report_total(state)) if state.frame.is_topped_up else ()


def _least(state: ResponseState) -> _Part:
    """Return half of the share, of the total in force."""
    if state.frame.is_topped_up:
        return _Part("up(exact_key / 2 * total / report_total)", (shared.exact_key(state),))
    return _Part("half", (shared.half(state),))


def _persons(state: ResponseState) -> _Part:
    """Return relocation and sponsorship together, of a state of which half is asked."""
    least = _least(state)
    if state.is_cut:
        return least
    formula = "pledged"
    used: tuple[Input, ...] = (given.pledged(state),)
    if state.row.added:
        offered = shared.on_plan(state, "offered", say("persons offered to cover the half"), cover_of(state).persons)
        formula, used = "pledged + offered", (*used, offered)
    own = _scaled(state, formula, *used)
    return _Part(f"max({own.formula}, {least.formula})", (*own.used, *least.used))


def _as_raised(state: ResponseState) -> str:
    """Say that a top-up stands behind a figure."""
    if not state.frame.is_topped_up:
        return ""
    total, before = state.totals.relocations or 0, state.report_total
    return say(
        " It is reckoned again for the raised total of {total} instead of {before}.",
        total=persons(total),
        before=persons(before),
    )


def _as_planned(state: ResponseState) -> Answer:
    row = state.row
    words: str = say(
        "The plan of {name} stands as it is: {relocations}.", name=state.name, relocations=relocations(row.pledged)
    )
    words = without_plan(state) if row.plan is None else words
    if not row.raised:
        return Answer("pledged", (given.pledged(state),), words)
    raises = state.forum.search_and_rescue.raises
    counts = tuple(
        each.relocations for each in raises if each.code == state.code and each.benefitting in state.frame.benefitting
    )
    added = Input(
        "raises", say("{title}: added of its own will", title=state.title), counts, Unit.PERSONS, shared.TYPED
    )
    words += say(" Of its own will it adds {persons} (Art. 48(1)).", persons=persons(row.raised))
    return Answer("pledged + sum(raises)", (given.pledged(state), added), words)


def _relocations(state: ResponseState) -> Answer:
    row = state.row
    if row.benefitting:
        return Answer("0", (), without_plan(state))
    if not state.still_short:
        return _as_planned(state)
    number_by_key = shared.key_number(state)
    raised = _as_raised(state)
    if row.plan is None:
        words = say(
            "{without_plan} The Commission sets its number by the key, {persons}.",
            without_plan=without_plan(state),
            persons=persons(row.key_number or 0),
        )
        return Answer("key_number", (number_by_key,), words)
    pledged = _scaled(state, "pledged", given.pledged(state))
    if not row.claimed:
        words = say(
            "{begin} has no measures, so it gives at least its number by the key, {persons}; it pledges "
            "{relocations}.{raised}",
            begin=state.begin,
            persons=persons(row.key_number or 0),
            relocations=relocations(row.pledged),
            raised=raised,
        )
        used = (*pledged.used, *_factor(state), number_by_key)
        return Answer(f"max({pledged.formula}, key_number)", used, words)
    if not row.half:
        words = say(
            "{begin} has measures and the 50 % rule asks nothing: its relocations stand as pledged.{raised}",
            begin=state.begin,
            raised=raised,
        )
        return Answer(pledged.formula, (*pledged.used, *_factor(state)), words)
    return _with_half(state)


def _with_half(state: ResponseState) -> Answer:
    """Answer for a state of which half of the share is asked."""
    row = state.row
    least = _persons(state)
    sponsored = row.sponsorship or 0
    together = persons(sponsored + (row.relocations or 0))
    half = say("exactly half") if state.is_cut else say("at least half")
    words = say(
        "{begin} covers {half} of its share by persons: {together}", begin=state.begin, half=half, together=together
    )
    words += say(", of whom {persons} are sponsored for return.", persons=persons(sponsored)) if sponsored else "."
    words += (
        say(" Of its plan {relocations} above the half are cut.", relocations=relocations(row.cut)) if row.cut else ""
    )
    words += _as_raised(state)
    used = (*least.used, *_factor(state))
    if not sponsored:
        return Answer(least.formula, used, words)
    linked = inputs.linked(state, "sponsorship", say("persons sponsored for return"), sponsored, Unit.PERSONS)
    return Answer(f"{least.formula} - sponsorship", (*used, linked), words)


def _sponsorship(state: ResponseState) -> Answer:
    row = state.row
    if not row.added:
        words = say(
            "Return sponsorship comes in only where the 50 % rule adds to a plan; nothing is added to that of {name}.",
            name=state.name,
        )
        return Answer("0", (), without_plan(state) if row.benefitting else words)
    offered = cover_of(state).sponsorship
    wanted = shared.on_plan(state, "offered_sponsorship", say("of the cover, persons sponsored for return"), offered)
    part = _scaled(state, "offered_sponsorship", wanted)
    words = say(
        "Of the persons that cover its half, {name} sponsors {persons} for return, as it says with its "
        "plan.{as_raised}",
        name=state.name,
        persons=persons(row.sponsorship or 0),
        as_raised=_as_raised(state),
    )
    if not state.is_cut:
        return Answer(part.formula, (*part.used, *_factor(state)), words)
    least = _least(state)
    used = (*part.used, *least.used, *_factor(state))
    return Answer(f"min({part.formula}, {least.formula})", used, words)


def _measures(state: ResponseState) -> Answer:
    row = state.row
    if row.benefitting:
        return Answer("0", (), without_plan(state))
    if not state.still_short:
        claimed = inputs.linked(state, "claimed", say("what its measures claim"), row.claimed, Unit.PERSONS)
        words = say("The measures of {name} stand as it claims: {number}.", name=state.name, number=number(row.claimed))
        return Answer("nearest(claimed)", (claimed,), without_plan(state) if row.plan is None else words)
    if not row.claimed:
        none = say("The plan of {name} has no measures.", name=state.name)
        return Answer("0", (), without_plan(state) if row.plan is None else none)
    used = (
        shared.key_number(state),
        inputs.linked(state, "relocations", say("relocations fixed"), row.relocations or 0, Unit.PERSONS),
        inputs.linked(state, "sponsorship", say("persons sponsored for return"), row.sponsorship or 0, Unit.PERSONS),
    )
    together = persons((row.relocations or 0) + (row.sponsorship or 0))
    words = say(
        "The measures of {name} stand for what {together} persons leave of its number by the key, "
        "{persons}, whatever was claimed ({number}).",
        name=state.name,
        together=together,
        persons=persons(row.key_number or 0),
        number=number(row.claimed),
    )
    return Answer("max(0, key_number - relocations - sponsorship)", used, words)


FIGURES: Final[tuple[Figure[ResponseState], ...]] = (
    Figure(
        "relocations",
        say("relocations fixed"),
        Unit.PERSONS,
        say("whole persons"),
        _ACT,
        lambda state: state.row.relocations,
        _relocations,
        NO_NUMBER,
        STATUS,
        _TOUCHED,
    ),
    Figure(
        "sponsorship",
        say("persons sponsored for return"),
        Unit.PERSONS,
        say("whole persons"),
        "COM(2020) 610, Art. 45(1)(b), 48(2)",
        lambda state: state.row.sponsorship,
        _sponsorship,
        NO_NUMBER,
        STATUS,
        _TOUCHED,
    ),
    Figure(
        "measures",
        say("measures fixed, in persons"),
        Unit.PERSONS,
        say("whole persons"),
        "COM(2020) 610, Art. 45(1)(d), 48(1), 48(2)",
        lambda state: state.row.measures,
        _measures,
        NO_NUMBER,
        STATUS,
        _TOUCHED,
    ),
)
