"""The key, the report and the requests (COM(2020) 610, Art. 6(4), 47(2), 47(3), 54)."""

from collections.abc import Iterator

from desktop_app.calc.findings import Severity, Status
from desktop_app.calc.member_states import NOT_BOUND
from desktop_app.calc.readings import BENEFITTING_OFFERS, KEY_ROUNDING, REVISIONS
from desktop_app.calc.rulebooks.key_data import adopted_shares, newer_data
from desktop_app.calc.rulebooks.rule_2020 import rule_2020
from desktop_app.calc.rulebooks.search_and_rescue.cases import Case
from desktop_app.calc.rules import Remark, rule
from desktop_app.calc.sentences import State, say


@rule_2020(
    "P610-54-1",
    "Data of the key",
    "Art. 54 and Annex III",
    Severity.BLOCK,
    "The key is half population and half gross domestic product of the participating Member States, those of "
    "disembarkation included, by the latest figures of Eurostat. Without a figure no share can be worked out.",
    readings=(KEY_ROUNDING.name,),
)
def data_of_the_key(case: Case) -> Iterator[Remark]:
    """Name each figure that is missing."""
    for code, state in case.frame.key.participants.items():
        if code in case.frame.key.adopted:
            continue
        if not state.population:
            yield Remark(say("{state}: the population is missing or 0.", state=State(code)), code, "key")
        if not state.gdp:
            yield Remark(say("{state}: the gross domestic product is missing or 0.", state=State(code)), code, "key")


@rule(
    "AMMR-66",
    "Somebody takes part",
    "COM(2020) 610, Art. 54; Regulation (EU) 2024/1351, Art. 66",
    Severity.BLOCK,
    "Under either text the key is of the Member States that take part: with nobody in it there is nothing to share. "
    "Shares as printed in an act add up to 100 %, up to their rounding.",
    status=Status.READING,
)
def somebody_takes_part(case: Case) -> Iterator[Remark]:
    """Say that nobody takes part, and for whom adopted shares stand."""
    if not case.frame.key.participants:
        yield Remark(say("No Member State takes part in the key."), None, "key")
    yield from adopted_shares(case.frame.key, case.forum.key)


@rule_2020(
    "P610-54-2",
    "Latest data",
    "Art. 54 and Annex III",
    Severity.INFO,
    "The key rests on the latest figures of Eurostat; their years may differ.",
)
def latest_data(case: Case) -> Iterator[Remark]:
    """Say which newer data had been released by the day of the check."""
    yield from newer_data(case.forum.key, case.frame.today)


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


@rule_2020(
    "P610-46-2",
    "Revisions of a plan",
    "Annex I, footnote 1; Art. 47(5)",
    Severity.WARN,
    "A plan revised in the forum keeps its reference number and gets a revision mark: (Rev) 1, (Rev) 2 and so on. "
    "A revision counts if it came in up to the end of the forum.",
    readings=(REVISIONS.name,),
)
def revisions(case: Case) -> Iterator[Remark]:
    """Name gaps in the numbers, other references, and revisions after the end of the forum."""
    ended = case.recorded.forum_ended
    for code in dict.fromkeys(plan.code for plan in case.recorded.plans):
        found = case.recorded.revisions(code)
        if [plan.revision for plan in found] != list(range(len(found))):
            message = say("{state}: the revisions of the plan are not numbered from 0 on.", state=State(code))
            yield Remark(message, code, "plan")
        if len({plan.reference for plan in found if plan.reference}) > 1:
            message = say("{state}: the revisions of the plan carry different reference numbers.", state=State(code))
            yield Remark(message, code, "plan")
        for plan in found[1:]:
            if ended and plan.submitted and plan.submitted > ended:
                message = say(
                    "{state}: revision {number} came on {day}, after the end of the forum, and does not count.",
                    state=State(code),
                    number=plan.revision,
                    day=plan.submitted,
                )
                yield Remark(message, code, "plan")
