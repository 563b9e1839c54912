"""Who takes part, the report and the requests (COM(2020) 610, Art. 6(4), 47(2), 47(3), 54)."""

from collections.abc import Iterator

from desktop_app.calc.findings import Severity
from desktop_app.calc.member_states import NOT_BOUND
from desktop_app.calc.readings import BENEFITTING_OFFERS
from desktop_app.calc.rulebooks.rule_2020 import rule_2020
from desktop_app.calc.rulebooks.search_and_rescue.cases import Case
from desktop_app.calc.rules import Remark
from desktop_app.calc.sentences import State, say


@rule_2020(
    "P610-54-3",
    "Who takes part",
    "Art. 47(3), 54 and recitals 79 to 81",
    Severity.WARN,
    "Denmark is not bound by Part IV; Ireland takes part if it says so. A state of disembarkation and a state that "
    "hands in a plan are in the key.",
)
def who_takes_part(case: Case) -> Iterator[Remark]:
    """Name who is in the procedure without being in the key, and Denmark in the key."""
    if any(state.code == NOT_BOUND and state.participates for state in case.forum.key.states):
        message = say("Denmark is not bound by Part IV and counts nowhere, though the key names it.")
        yield Remark(message, NOT_BOUND, "key")
    for code in case.frame.benefitting:
        if code not in case.frame.key.participants:
            message = say(
                "{state} is a state of disembarkation but not in the key: the key contains the benefitting states.",
                state=State(code),
            )
            yield Remark(message, code, "report")
    outside = {plan.code for plan in case.recorded.plans} - set(case.frame.key.participants)
    for code in sorted(outside - set(case.frame.benefitting)):
        message = say("{state} is not in the key: its plan counts nowhere.", state=State(code))
        yield Remark(message, code, "plan")


@rule_2020(
    "P610-47-2",
    "The report's totals",
    "Art. 6(4), 47(2)",
    Severity.BLOCK,
    "The Migration Management Report gives, for each Member State of disembarkation, the total number of applicants to "
    "relocate. Everything rests on it and on the day of its adoption.",
)
def report_complete(case: Case) -> Iterator[Remark]:
    """Name what is missing of the report."""
    report = case.recorded.report
    if not report.benefitting:
        yield Remark(say("The report names no Member State of disembarkation."), None, "report")
    for each in report.benefitting:
        if not each.relocations:
            message = say("{state}: the report's number of relocations is missing or 0.", state=State(each.code))
            yield Remark(message, each.code, "report")
    if report.adopted is None:
        yield Remark(say("The day on which the report was adopted is missing: it starts the clocks."), None, "report")
    if report.reference is None:
        message = say("The reference of the report is missing.")
        yield Remark(message, None, "report", Severity.WARN)


@rule_2020(
    "P610-47-3",
    "Requests",
    "Art. 47(3)",
    Severity.WARN,
    "Within two weeks of the report the Commission asks every Member State that is not expected to face such arrivals "
    "for its number by the key. The key contains the benefitting states; nobody is asked for theirs.",
    readings=(BENEFITTING_OFFERS.name,),
)
def requests(case: Case) -> Iterator[Remark]:
    """Say that requests are late, and that a benefitting state's plan counts nowhere."""
    due = next((each for each in case.deadlines if each.rule == "P610-47-3"), None)
    sent, today = case.recorded.requested, case.frame.today
    if due is not None and sent is not None and sent.isoformat() > due.due:
        message = say("The requests went out on {day}, after the two weeks from the report.", day=sent)
        yield Remark(message, None, "requests")
    elif due is not None and sent is None and today is not None and today.isoformat() > due.due:
        message = say("No day is recorded on which the requests went out; the two weeks from the report have passed.")
        yield Remark(message, None, "requests", Severity.INFO)
    for code in case.frame.benefitting:
        if case.recorded.revisions(code):
            message = say(
                "{state} is a state of disembarkation and is not asked: its plan is kept and counts nowhere.",
                state=State(code),
            )
            yield Remark(message, code, "plan")
