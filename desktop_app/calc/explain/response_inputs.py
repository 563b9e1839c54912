"""The numbers that go into the formulas of search and rescue, each with its source and date."""

from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.explain.inputs import COMPUTED, linked
from desktop_app.calc.explain.proposal_inputs import TYPED, report_source
from desktop_app.calc.explain.proposal_subject import iso
from desktop_app.calc.explain.response_subject import Response, ResponseState
from desktop_app.calc.member_states import name_of
from desktop_app.calc.sentences import say
from desktop_app.calc.wording import listed


def needs(whole: Response) -> Input:
    """Return the relocations that the report gives for each state of disembarkation."""
    found = whole.frame.benefitting
    title = say("relocations needed by the report ({listed})", listed=listed([name_of(code) for code in found]))
    counts = tuple(each.relocations or 0 for each in found.values())
    return Input("needs", title, counts, Unit.PERSONS, *report_source(whole))


def report_total(whole: Response) -> Input:
    """Return the report's total, before any top-up; asked only where it is known."""
    title = say("relocations needed by the report, in all")
    return Input("report_total", title, whole.report_total, Unit.PERSONS, *report_source(whole))


def total(whole: Response) -> Input:
    """Return the total in force, after any top-up; asked only where it is known."""
    value = whole.totals.relocations or 0
    return Input("total", say("total of relocations in force"), value, Unit.PERSONS, COMPUTED, "", "relocations")


def need(whole: Response, code: str) -> Input:
    """Return the relocations needed from one state of disembarkation, after any top-up."""
    top_up = whole.forum.search_and_rescue.top_up
    title = say("relocations from {state}", state=name_of(code))
    value = whole.assessment.pool(code).needed or 0
    if top_up and whole.frame.is_topped_up and top_up.benefitting == code:
        return Input("need", say("{title}, raised", title=title), value, Unit.PERSONS, *_top_up(whole))
    return Input("need", say("{title}, needed by the report", title=title), value, Unit.PERSONS, *report_source(whole))


def _top_up(whole: Response) -> tuple[str, str]:
    top_up = whole.forum.search_and_rescue.top_up
    reference = top_up.reference if top_up else None
    return reference or say("amended act, {TYPED}", TYPED=TYPED), iso(top_up.adopted if top_up else None)


def raised_to(whole: Response) -> Input:
    """Return the new number of the pool that a top-up raises; asked only with one."""
    top_up = whole.forum.search_and_rescue.top_up
    code, count = (top_up.benefitting, top_up.relocations) if top_up else ("", 0)
    title = say("relocations from {state} by the amended act", state=name_of(code))
    return Input("new_number", title, count, Unit.PERSONS, *_top_up(whole))


def former(whole: Response) -> Input:
    """Return the report's number of the pool that a top-up raises; asked only with one."""
    top_up = whole.forum.search_and_rescue.top_up
    code = top_up.benefitting if top_up else ""
    value = next((each.relocations or 0 for each in whole.frame.benefitting.values() if each.code == code), 0)
    title = say("relocations from {state} by the report", state=name_of(code))
    return Input("former_number", title, value, Unit.PERSONS, *report_source(whole))


def report_number(state: ResponseState) -> Input:
    """Return the state's number by the key before a top-up; asked only where it is known."""
    title = say("{title}: number by the key of the report's total", title=state.title)
    return Input("report_number", title, state.row.report_number or 0, Unit.PERSONS, COMPUTED)


def pledged(state: ResponseState) -> Input:
    """Return what the state pledges."""
    return linked(state, "pledged", say("relocations pledged"), state.row.pledged, Unit.PERSONS)
