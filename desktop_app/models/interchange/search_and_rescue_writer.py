"""What a forum on search and rescue records, as its canonical document has it (COM(2020) 610, Art. 47 to 49)."""

from collections.abc import Iterable
from typing import Final

from desktop_app.calc.member_states import POSITION
from desktop_app.calc.response_plans import Cover, ResponseMeasureKind, ResponsePlan
from desktop_app.calc.search_and_rescue import (
    Call,
    Disembarkation,
    DisembarkationAct,
    Judgement,
    ManagementReport,
    PoolUse,
    PressureAct,
    Raise,
    Round,
    SearchAndRescue,
    TopUp,
)
from desktop_app.models.interchange.named_lists import written_measure
from desktop_app.models.interchange.written import Document, GrowingList, day_text, said_only, values_of


def particulars(recorded: SearchAndRescue) -> Document:
    """Return all but the lists that grow: plans, calls, draws and raises."""
    return {
        **said_only({"requested": day_text(recorded.requested)}),
        "report": report(recorded.report),
        "rounds": [forum_round(each) for each in recorded.rounds],
        "forum_ended": day_text(recorded.forum_ended),
        "act": act(recorded.act),
        "pressure_act": None if recorded.pressure_act is None else pressure_act(recorded.pressure_act),
        "top_up": None if recorded.top_up is None else top_up(recorded.top_up),
    }


def plans_in_order(plans: Iterable[ResponsePlan]) -> list[ResponsePlan]:
    """Return plans by protocol order and revision, whatever order they are kept in."""
    return sorted(plans, key=lambda each: (POSITION[each.code], each.revision))


def report(said: ManagementReport) -> Document:
    """Return the report."""
    ordered = sorted(said.benefitting, key=lambda each: POSITION[each.code])
    return {
        "reference": said.reference,
        "adopted": day_text(said.adopted),
        "benefitting": [_disembarkation(each) for each in ordered],
        "measures_named": values_of(ResponseMeasureKind, said.measures_named),
        "vulnerable": said.vulnerable,
        **said_only({"note": said.note}),
    }


def _disembarkation(state: Disembarkation) -> Document:
    return {"code": state.code, "relocations": state.relocations}


def plan(handed_in: ResponsePlan) -> Document:
    """Return one revision of a plan."""
    return {
        "code": handed_in.code,
        "reference": handed_in.reference,
        "revision": handed_in.revision,
        "submitted": day_text(handed_in.submitted),
        "relocations": handed_in.relocations,
        "vulnerable": handed_in.vulnerable,
        "measures": [written_measure(each) for each in handed_in.measures],
        "cover": None if handed_in.cover is None else _cover(handed_in.cover),
        **said_only({"note": handed_in.note}),
    }


def _cover(split: Cover) -> Document:
    return {"relocations": split.relocations, "sponsorship": split.sponsorship}


def forum_round(held: Round) -> Document:
    """Return one session of the Solidarity Forum."""
    return {
        "id": held.id,
        "reason": held.reason,
        "ended": day_text(held.ended),
        **said_only(
            {
                "kind": None if held.kind is None else held.kind.value,
                "opened": day_text(held.opened),
                "benefitting": held.benefitting,
            }
        ),
    }


def act(adopted: DisembarkationAct) -> Document:
    """Return judgement and act."""
    return {
        "path": None if adopted.path is None else adopted.path.value,
        "adopted": day_text(adopted.adopted),
        **said_only({"reference": adopted.reference, "judgement": _judgement(adopted.judgement)}),
    }


def _judgement(judged: Judgement | None) -> Document | None:
    if judged is None or judged == Judgement():
        return None
    return {"on": day_text(judged.on), "by": judged.by, "reason": judged.reason}


def pressure_act(beside: PressureAct) -> Document:
    """Return the procedure of migratory pressure beside this one."""
    return {
        "benefitting": beside.benefitting,
        "reported": day_text(beside.reported),
        "adopted": day_text(beside.adopted),
    }


def call(asked: Call) -> Document:
    """Return one request for the use of a pool."""
    return {"benefitting": asked.benefitting, "requested": day_text(asked.requested), "needs": asked.needs}


def draw(drawn: PoolUse) -> Document:
    """Return one draw on a pool."""
    return {
        "benefitting": drawn.benefitting,
        "date": day_text(drawn.date),
        "persons": drawn.persons,
        **said_only(
            {
                "used_for": drawn.used_for,
                "not_at_risk": drawn.not_at_risk,
                "contributor": drawn.contributor,
                "nationality": drawn.nationality,
                "note": drawn.note,
            }
        ),
    }


def voluntary_raise(added: Raise) -> Document:
    """Return one voluntary raise."""
    return {
        "code": added.code,
        "benefitting": added.benefitting,
        "relocations": added.relocations,
        "date": day_text(added.date),
        **said_only({"note": added.note}),
    }


def top_up(raised: TopUp) -> Document:
    """Return the amended act."""
    return {
        "benefitting": raised.benefitting,
        "relocations": raised.relocations,
        **said_only({"adopted": day_text(raised.adopted), "reference": raised.reference}),
    }


LISTS: Final = (
    GrowingList("plans", lambda forum: plans_in_order(forum.search_and_rescue.plans), plan, promised=True),
    GrowingList("calls", lambda forum: forum.search_and_rescue.calls, call),
    GrowingList("raises", lambda forum: forum.search_and_rescue.raises, voluntary_raise),
    GrowingList("use", lambda forum: forum.search_and_rescue.use, draw, promised=True),
)
"""The lists of a forum on search and rescue that may grow long."""
