"""What one state's plan gives, and what the 30 % test and the 50 % rule make of it (COM(2020) 610, Art. 47, 48(2))."""

from typing import Final

from desktop_app.calc.derivation import Unit
from desktop_app.calc.explain import proposal_inputs as shared
from desktop_app.calc.explain import response_inputs as given
from desktop_app.calc.explain.figure import Answer, Figure, rounded_up
from desktop_app.calc.explain.proposal_plans import measures_figures, plan_named, without_measures, without_plan
from desktop_app.calc.explain.proposal_subject import STATUS
from desktop_app.calc.explain.response_subject import ResponseState
from desktop_app.calc.readings import COVER, SHORTFALL
from desktop_app.calc.response_plans import Cover
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import number, persons, relocations

_PLAN: Final = "COM(2020) 610, Art. 47(4), 47(5) and Annex I"
_TEST: Final = say("COM(2020) 610, Art. 48(2); recital 22")
HALF: Final = "COM(2020) 610, Art. 48(2)"


def cover_of(state: ResponseState) -> Cover:
    """Return how the state splits what the 50 % rule adds; nothing where it has not said."""
    return (state.row.plan.cover if state.row.plan else None) or Cover()


def _pledged(state: ResponseState) -> Answer:
    plan = state.row.plan
    if plan is None:
        return Answer("0", (), without_plan(state))
    words = say(
        "{begin} pledges {relocations} in {plan}.",
        begin=state.begin,
        relocations=relocations(plan.relocations),
        plan=plan_named(plan),
    )
    return Answer(
        "in_plan", (shared.on_plan(state, "in_plan", say("relocations on the form"), plan.relocations),), words
    )


def _missing(state: ResponseState) -> Answer:
    row = state.row
    if row.benefitting:
        return Answer("0", (), without_plan(state))
    if not row.claimed:
        words = say(
            "{without_measures}: only what measures leave short counts here.", without_measures=without_measures(state)
        )
        return Answer("0", (), words)
    words = say(
        "The key would ask {name} for {exact_key} and it pledges {relocations}: its measures leave {missing} short.",
        name=state.name,
        exact_key=number(state.exact_key),
        relocations=relocations(row.pledged),
        missing=number(row.missing or 0),
    )
    return Answer("max(0, exact_key - pledged)", (shared.exact_key(state), given.pledged(state)), words)


def _asks_no_half(state: ResponseState) -> str:
    """Say why the 50 % rule cannot ask anything of the state, whatever the test; empty where it can."""
    if state.row.benefitting:
        return without_plan(state)
    if not state.still_short:
        return say("The 50 % rule exists in an act under Art. 48(2) alone; the plans are not judged still short.")
    if not state.row.claimed:
        return say("{without_measures}: the 50 % rule asks nothing of it.", without_measures=without_measures(state))
    if state.row.exact_key is None or state.totals.shortfall is None:
        return say("The 30 % test cannot be made yet, so the 50 % rule asks nothing.")
    return ""


def _half(state: ResponseState) -> Answer:
    refused = _asks_no_half(state)
    if refused:
        return Answer("0", (), refused)
    if state.row.half:
        words = say(
            "The 30 % test is triggered: {name} covers half of its {number} by persons, {rounded_up}.",
            name=state.name,
            number=number(state.exact_key),
            rounded_up=rounded_up(state.exact_key / 2),
        )
    else:
        words = say(
            "The 30 % test is not triggered, so {name} need not cover half of its share by persons.", name=state.name
        )
    used = (shared.triggered(state), shared.exact_key(state))
    return Answer("when(shortfall_triggered, up(exact_key / 2), 0)", used, words)


def _added(state: ResponseState) -> Answer:
    row = state.row
    if not row.half:
        refused = _asks_no_half(state) or say("The 30 % test is not triggered, so nothing is added to the plan.")
        return Answer("0", (), refused)
    used = (shared.half(state), given.pledged(state))
    pledged = say(
        "{begin} pledges {relocations} of the half of {persons}",
        begin=state.begin,
        relocations=relocations(row.pledged),
        persons=persons(row.half),
    )
    if not row.added:
        cut = (
            say("; {relocations} of the plan above the half are cut", relocations=relocations(row.cut))
            if row.cut
            else ""
        )
        return Answer(
            "max(0, half - pledged)",
            used,
            say("{pledged}, which is enough: nothing is added{cut}.", pledged=pledged, cut=cut),
        )
    cover = cover_of(state)
    words = say("{pledged}; {persons} are added", pledged=pledged, persons=persons(row.added))
    if row.unsaid:
        words += say(
            ", of which it has not said how {persons} are split: they count as relocations", persons=persons(row.unsaid)
        )
    elif cover.persons > row.half - row.pledged:
        words += say(": it offers {persons}, more than is missing", persons=persons(cover.persons))
        words += say(", and the reading cuts what is above the half") if state.is_cut else say(", and all of it counts")
        words += say(", {relocations} of the plan", relocations=relocations(row.cut)) if row.cut else ""
    if state.is_cut:
        sponsored = shared.on_plan(
            state, "offered_sponsorship", say("of the cover, persons sponsored for return"), cover.sponsorship
        )
        formula = "when(pledged < half, max(half - pledged, min(offered_sponsorship, half)), 0)"
        return Answer(formula, (*used, sponsored), say("{words}.", words=words))
    offered = shared.on_plan(state, "offered", say("persons offered to cover the half"), cover.persons)
    return Answer(
        "when(pledged < half, max(half - pledged, offered), 0)", (*used, offered), say("{words}.", words=words)
    )


def _vulnerable(state: ResponseState) -> Answer:
    plan = state.row.plan
    if plan is None:
        return Answer("0", (), without_plan(state))
    words = say(
        "Of {relocations} that {name} pledges in {plan}, {persons} are of vulnerable persons (Art. "
        "49(4)); the form has no field for them.",
        relocations=relocations(plan.relocations),
        name=state.name,
        plan=plan_named(plan),
        persons=persons(plan.vulnerable),
    )
    return Answer("in_plan", (shared.on_plan(state, "in_plan", say("vulnerable persons"), plan.vulnerable),), words)


FIGURES: Final[tuple[Figure[ResponseState], ...]] = (
    Figure(
        "pledged",
        say("relocations pledged"),
        Unit.PERSONS,
        say("whole persons as on the form"),
        _PLAN,
        lambda state: state.row.pledged,
        _pledged,
        status=STATUS,
    ),
    Figure(
        "vulnerable",
        say("vulnerable persons among the relocations"),
        Unit.PERSONS,
        say("whole persons as said with the plan"),
        "COM(2020) 610, Art. 47(4), 49(4)",
        lambda state: state.row.plan.vulnerable if state.row.plan else 0,
        _vulnerable,
        status=STATUS,
    ),
    *measures_figures(
        ("COM(2020) 610, Art. 45(1)(d), 47(4) and Annex I", _TEST),
        say("exact; of the number by the key before rounding"),
        _missing,
    ),
    Figure(
        "half",
        say("half of the share"),
        Unit.PERSONS,
        say("rounded up to whole persons; of the report's total, before any top-up"),
        HALF,
        lambda state: state.row.half,
        _half,
        status=STATUS,
        readings=(SHORTFALL.name,),
    ),
    Figure(
        "added",
        say("persons added by the 50 % rule"),
        Unit.PERSONS,
        say("whole persons; before any top-up"),
        HALF,
        lambda state: state.row.added,
        _added,
        status=STATUS,
        readings=(SHORTFALL.name, COVER.name),
    ),
)
