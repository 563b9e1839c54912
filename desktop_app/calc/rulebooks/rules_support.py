"""Other contributions: requests and support plans (COM(2020) 610, Art. 56, Annex IV)."""

from collections.abc import Iterator

from desktop_app.calc.contribution_types import WITH_NATIONALITIES, ContributionType
from desktop_app.calc.findings import Severity
from desktop_app.calc.rulebooks.measures_2020 import KINDS
from desktop_app.calc.rulebooks.rule_2020 import rule_2020
from desktop_app.calc.rulebooks.solidarity_case import SolidarityCase
from desktop_app.calc.rules import Remark
from desktop_app.calc.sentences import Sentence, State, say
from desktop_app.calc.support_plans import SupportLine, SupportMeasure, SupportPlan

LINES = {
    ContributionType.APPLICANTS: say("relocation of applicants"),
    ContributionType.BENEFICIARIES: say("relocation of beneficiaries of protection"),
    ContributionType.BORDER_PROCEDURE: say("relocation of applicants in the border procedure"),
    ContributionType.ILLEGALLY_STAYING: say("relocation of illegally staying persons"),
    ContributionType.SPONSORSHIP: say("return sponsorship"),
    ContributionType.MEASURES: say("measures"),
}
"""The lines of Annex IV, in words."""


def named(plan: SupportPlan) -> str:
    """Name a support plan: by its reference, else by its place in the forum."""
    return plan.reference or plan.id


@rule_2020(
    "P610-56-1",
    "Requests that prevent pressure",
    "Art. 56(1)",
    Severity.WARN,
    "A Member State may ask others for help to prevent migratory pressure, and tells the Commission so. A contribution "
    "on request answers such a request; only that is credited later, unless the reading says otherwise.",
)
def requests_recorded(case: SolidarityCase) -> Iterator[Remark]:
    """Name requests without a day, and plans that answer a request that is not recorded."""
    record = case.forum.solidarity
    for request in record.requests:
        if request.notified is None:
            message = say(
                "{state}: the day on which the Commission was told of the request is missing.",
                state=State(request.benefitting),
            )
            yield Remark(message, request.benefitting, "requests")
    asked = {request.benefitting for request in record.requests}
    for plan in record.support_plans:
        if plan.on_request and plan.benefitting not in asked:
            message = say(
                "Support plan {plan} answers a request of {state}, but none is recorded.",
                plan=named(plan),
                state=State(plan.benefitting),
            )
            yield Remark(message, plan.code, "requests")


@rule_2020(
    "P610-56-2",
    "Consent of the helped state",
    "Art. 56(2)",
    Severity.BLOCK,
    "Any Member State may contribute at any time, on request or of its own initiative, with the consent of the one "
    "that is helped. Measures fit the objectives of the Asylum and Migration Fund.",
)
def consent_and_fund(case: SolidarityCase) -> Iterator[Remark]:
    """Name plans without consent, and measures whose fit is not confirmed."""
    for plan in case.forum.solidarity.support_plans:
        if plan.consent is None:
            message = say(
                "Support plan {plan} of {state}: {helped} has not consented.",
                plan=named(plan),
                state=State(plan.code),
                helped=State(plan.benefitting),
            )
            yield Remark(message, plan.code, "support_plans")
        if plan.measures and not plan.fits_fund:
            message = say(
                "Support plan {plan} of {state}: nobody has confirmed that its measures fit the objectives of the "
                "Asylum and Migration Fund.",
                plan=named(plan),
                state=State(plan.code),
            )
            yield Remark(message, plan.code, "support_plans", Severity.WARN)


@rule_2020(
    "P610-FORM-4",
    "The form of Annex IV",
    "Art. 56(3) and Annex IV",
    Severity.BLOCK,
    "The header of the form is complete. Each line that is used has its number and timetable, sponsorship and "
    "illegally staying persons their nationalities; each measure its amount, scope and nature, and timetable.",
)
def support_form(case: SolidarityCase) -> Iterator[Remark]:
    """Name what is missing on the form of each support plan."""
    for plan in case.forum.solidarity.support_plans:
        for where, missing in _missing(plan):
            message = say(
                "Support plan {plan} of {state}, {where}: the form lacks {missing}.",
                plan=named(plan),
                state=State(plan.code),
                where=where,
                missing=missing,
            )
            yield Remark(message, plan.code, "support_plans")
        for line in plan.lines:
            if line.delivered > line.persons:
                message = say(
                    "Support plan {plan} of {state}, {where}: {delivered} persons are delivered, more than the "
                    "{persons} of the plan.",
                    plan=named(plan),
                    state=State(plan.code),
                    where=LINES[line.type],
                    delivered=line.delivered,
                    persons=line.persons,
                )
                yield Remark(message, plan.code, "support_plans", Severity.INFO)


def _missing(plan: SupportPlan) -> Iterator[tuple[Sentence, list[Sentence]]]:
    header = []
    if not plan.reference:
        header.append(say("the reference number of the plan"))
    if plan.submitted is None:
        header.append(say("the date of submission"))
    if not plan.lines and not plan.measures:
        header.append(say("any contribution"))
    lacks = [(say("header"), header)]
    lacks += [(LINES[line.type], list(_missing_of_line(line))) for line in plan.lines]
    lacks += [
        (say("a measure") if each.measure.kind is None else KINDS[each.measure.kind], list(_missing_of_measure(each)))
        for each in plan.measures
    ]
    yield from ((where, missing) for where, missing in lacks if missing)


def _missing_of_line(line: SupportLine) -> Iterator[Sentence]:
    if not line.persons:
        yield say("the number of persons")
    if line.type in WITH_NATIONALITIES and not line.nationalities:
        yield say("the nationalities")
    if not line.timetable:
        yield say("the timetable")


def _missing_of_measure(each: SupportMeasure) -> Iterator[Sentence]:
    if each.measure.kind is None:
        yield say("the line of the form on which it stands")
    if not each.measure.amount:
        yield say("the amount")
    if not each.measure.description:
        yield say("scope and nature")
    if not each.measure.timetable:
        yield say("the timetable")
