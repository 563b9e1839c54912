"""Whether the plan of a state counts, and who decides its types (COM(2020) 610, Art. 52(3), 52(4), 53(2))."""

from typing import Final

from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.entry_plan_pressure import percentage
from desktop_app.calc.explain import proposal_inputs as shared
from desktop_app.calc.explain.figure import Answer, Figure
from desktop_app.calc.explain.pressure_subject import PressureState
from desktop_app.calc.explain.proposal_plans import plan_named, without_plan
from desktop_app.calc.explain.proposal_subject import STATUS, iso
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.response_assessment import PlanStanding
from desktop_app.calc.sentences import joined, say
from desktop_app.calc.wording import day, listed

_TIME: Final = "COM(2020) 610, Art. 52(3), 52(4), 65"
_TYPES: Final = "COM(2020) 610, Art. 52(3), 53(2)"


def _revisions(state: PressureState) -> tuple[PressurePlan, ...]:
    return state.forum.migratory_pressure.revisions(state.code)


def _is_there(state: PressureState, title: str, *, value: bool) -> Input:
    return Input(
        "plan_counts",
        say("{title}: {title_2}", title=state.title, title_2=title),
        value,
        Unit.YES_NO,
        say("the plans recorded in this forum"),
    )


def _counts(state: PressureState) -> Answer:
    """Say whether a plan counts: asked for, handed in in time, and revised before the end of the forum."""
    plans, last = _revisions(state), state.plan_deadline
    if not plans or not state.row.is_asked:
        return Answer(
            "plan_counts", (_is_there(state, say("plan asked for and handed in"), value=False),), without_plan(state)
        )
    first = plans[0]
    words = joined(" ", filter(None, (_in_time(state, first), _revised(state, plans[-1]))))
    if first.submitted is None or last is None:
        return Answer("plan_counts", (_is_there(state, say("plan handed in"), value=state.plan is not None),), words)
    report = state.report
    source, _day = shared.plan_source(first)
    used = (
        Input(
            "last_day",
            say("last day for plans: two weeks after the report"),
            last.toordinal(),
            Unit.DATE,
            report.reference or say("the report"),
            iso(report.adopted),
        ),
        Input(
            "handed_in",
            say("{title}: first plan handed in", title=state.title),
            first.submitted.toordinal(),
            Unit.DATE,
            source,
        ),
    )
    return Answer("last_day >= handed_in", used, words)


def _in_time(state: PressureState, first: PressurePlan) -> str:
    last = state.plan_deadline
    if first.submitted is None:
        due = say(", which is due by {day}", day=day(last)) if last else ""
        return say("The plan of {name} has no date{due}: it counts until it has one.", name=state.name, due=due)
    if last is None:
        return say(
            "{begin} handed in its plan on {day}; the report sets no time limit yet.",
            begin=state.begin,
            day=day(first.submitted),
        )
    handed = say(
        "{begin} handed in its plan on {submitted}, due by {last}",
        begin=state.begin,
        submitted=day(first.submitted),
        last=day(last),
    )
    if state.row.standing is PlanStanding.LATE:
        return say(
            "{handed}: it came late and counts as no plan, and so does what revises it (our reading).", handed=handed
        )
    return say("{handed}: it came in time and counts.", handed=handed)


def _revised(state: PressureState, latest: PressurePlan) -> str:
    """Say which revision counts where there are several."""
    plan, ended = state.row.plan, state.forum.migratory_pressure.forum_ended
    if plan is None or not latest.revision:
        return ""
    if plan.revision == latest.revision:
        return say("Of its revisions the latest, (Rev) {revision}, counts.", revision=str(plan.revision))
    return say(
        "(Rev) {latest} came after the end of the forum{ended}, so (Rev) {revision} counts (Art. 52(4))."
        if plan.revision
        else "(Rev) {latest} came after the end of the forum{ended}, so the first plan counts (Art. 52(4)).",
        latest=str(latest.revision),
        ended=say(", {day}", day=day(ended)) if ended else "",
        **({"revision": str(plan.revision)} if plan.revision else {}),
    )


def _set_by(state: PressureState) -> Answer:
    """Say who decides the types of what a state gives."""
    used = (
        Input(
            "set_by_commission",
            say("{title}: types set by the Commission", title=state.title),
            state.row.set_by_commission,
            Unit.YES_NO,
            say("the plans recorded in this forum"),
        ),
    )
    return Answer("set_by_commission", used, _who_decides(state))


def _who_decides(state: PressureState) -> str:
    if state.plan is not None:
        types = _shares(state.plan.shares)
        chosen = say(": {listed}", listed=listed(types)) if types else say(", which names no type of persons")
        return say(
            "{begin} decides: its types are those of {plan}{chosen}.",
            begin=state.begin,
            plan=plan_named(state.plan),
            chosen=chosen,
        )
    if not state.row.set_by_commission:
        return (
            without_plan(state)
            if not state.row.is_asked
            else say("{without_plan} It names the types.", without_plan=without_plan(state))
        )
    act = state.forum.migratory_pressure.act
    recorded = any(each.code == state.code for each in act.types_set)
    if recorded:
        return say(
            "{without_plan} The Commission has set its types: {types}. The number is the key's."
            if act.adopted
            else "{without_plan} The Commission sets its types: {types}. The number is the key's.",
            without_plan=without_plan(state),
            types=listed(_shares(state.row.types)),
        )
    return say(
        "{without_plan} The Commission has set its types, and none are recorded: all are applicants. The number is "
        "the key's."
        if act.adopted
        else "{without_plan} The Commission sets its types, and none are recorded: all are applicants. The number is "
        "the key's.",
        without_plan=without_plan(state),
    )


def _shares(types: TypeShares) -> list[str]:
    return [
        say("{percent} {type}", percent=percentage(share), type=kind.words)
        for kind, share in types.by_type.items()
        if share
    ]


FIGURES: Final[tuple[Figure[PressureState], ...]] = (
    Figure(
        "plan_counts",
        say("plan that counts"),
        Unit.YES_NO,
        "",
        _TIME,
        lambda state: state.row.plan is not None,
        _counts,
        status=STATUS,
    ),
    Figure(
        "set_by_commission",
        say("types set by the Commission"),
        Unit.YES_NO,
        "",
        _TYPES,
        lambda state: state.row.set_by_commission,
        _set_by,
        status=STATUS,
    ),
)
