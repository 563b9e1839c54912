"""What is said of support plans: whom they bind, how far they are, whether they are credited (Art. 53(4), 56)."""

from typing import Final

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.credits import CREDITED_TYPES, CreditEntry, credit_entries
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.member_states import ASSOCIATED_NAMES, PROTOCOL_ORDER, name_of
from desktop_app.calc.support_plans import SupportPlan
from desktop_app.calc.wording import day, listed, money, persons
from desktop_app.views.pools.words import Said

HELP_HEADING: Final = "Requests for help and support plans"
"""Where the manual tells of them, on the pages of both procedures."""
LINES: Final = {
    ContributionType.APPLICANTS: "Relocation of applicants, not in the border procedure (Art. 45(1)(a))",
    ContributionType.BENEFICIARIES: "Relocation of beneficiaries of protection (Art. 45(1)(c))",
    ContributionType.BORDER_PROCEDURE: "Relocation of applicants in the border procedure (Art. 45(2)(a))",
    ContributionType.ILLEGALLY_STAYING: "Relocation of illegally staying persons (Art. 45(2)(b))",
    ContributionType.SPONSORSHIP: "Return sponsorship (Art. 45(1)(b))",
}
"""The lines of persons of Annex IV."""
MEMBERS: Final = tuple((code, f"{name_of(code)} ({code})") for code in PROTOCOL_ORDER)
"""The Member States to choose from."""
STATES: Final = (*MEMBERS, *((code, f"{name} ({code}), associated") for code, name in ASSOCIATED_NAMES.items()))
"""States to choose from; an associated one is refused with the article."""


_NO_CONSENT: Final = "not before the helped state consents"


def not_associated(code: str) -> str:
    """Say why an associated state has no part in contributions under Art. 56; empty for a Member State."""
    if code not in ASSOCIATED_NAMES:
        return ""
    where = "may only contribute ad hoc" if code == "IS" else "pledges under the voluntary mechanism alone"
    return f"Art. 56 binds Member States only: {name_of(code)}, an associated state, {where}. Choose a Member State."


def counted(count: int) -> str:
    """Write ``"1 person"`` or ``"120 persons"``."""
    return f"{persons(count)} person{'' if count == 1 else 's'}"


def about_plan(plan: SupportPlan) -> str:
    """Return whom a plan is from and for, and what it covers: ``"Germany → Italy, 120 persons, 40 delivered"``."""
    said = [f"{name_of(plan.code)} → {name_of(plan.benefitting)}"]
    if plan.persons or plan.delivered:
        said += [counted(plan.persons), f"{persons(plan.delivered)} delivered"]
    if plan.measures:
        said.append(f"{len(plan.measures)} measure{'' if len(plan.measures) == 1 else 's'}")
    return ", ".join(said)


def standing_of(plan: SupportPlan) -> tuple[str, str, str]:
    """Return how far a plan is: words, icon and colour token (Art. 56(3): delivered or intended)."""
    done = [each.delivered is not None for each in plan.measures]
    if not plan.delivered and not any(done):
        return "intended", "calendar", "unknown"
    if plan.delivered >= plan.persons and all(done):
        return "delivered", "ok", "ok"
    return "in part", "history", "info"


def credits_of(forum: Forum) -> dict[str, str]:
    """Say of each support plan whether its deliveries are credited, or could be where nothing is credited here."""
    entries: dict[str, list[CreditEntry]] = {}
    for entry in credit_entries(forum):
        if entry.support_plan is not None:
            entries.setdefault(entry.support_plan, []).append(entry)
    if forum.procedure is Procedure.MIGRATORY_PRESSURE:
        return {plan: _credited(found) for plan, found in entries.items()}
    consented = {plan.id for plan in forum.solidarity.support_plans if plan.consent is not None}
    return {plan: _creditable(found) if plan in consented else _NO_CONSENT for plan, found in entries.items()}


def _creditable(entries: list[CreditEntry]) -> str:
    """Say in which year a pressure response may credit what was delivered: the one after."""
    years: dict[int, int] = {}
    for credit in (entry.credit for entry in entries):
        if credit.year is not None and credit.type in CREDITED_TYPES:
            years[credit.year + 1] = years.get(credit.year + 1, 0) + credit.persons
    if not years:
        return "not of a type or day that is credited"
    if not entries[0].credit.on_request:
        return "own initiative: credited only if the reading says so"
    return "could be credited: " + listed([f"{persons(count)} in {year}" for year, count in sorted(years.items())])


def _credited(entries: list[CreditEntry]) -> str:
    """Say what counts; no more is taken off than the state owes of the type."""
    counting = sum(entry.credit.persons for entry in entries if entry.counts)
    against = dict.fromkeys(str(entry.against) for entry in entries if not entry.counts)
    said = [f"counts with {counted(counting)}"] if counting else []
    return "; ".join([*said, *(f"not credited: {reason}" for reason in against)])


def facts_of(forum: Forum, plan: SupportPlan) -> tuple[Said, ...]:
    """Return what is to be known of a plan: consent and request, measures, credit."""
    helped = name_of(plan.benefitting)
    way = "on request (Art. 56(1))" if plan.on_request else "of own initiative (Art. 56(2))"
    if plan.consent is None:
        first = Said(f"Given {way}. {helped} has not consented: the plan cannot be final (Art. 56(2)).", "warn", "warn")
    else:
        first = Said(f"Given {way}; {helped} consented on {day(plan.consent)}.")
    said = [first]
    if plan.measures:
        said.append(Said(_measure_words(plan), "" if plan.fits_fund else "warn", "text" if plan.fits_fund else "warn"))
    credited = credits_of(forum).get(plan.id)
    if credited:
        said.append(Said(f"{credited[:1].upper()}{credited[1:]} (Art. 53(4))."))
    return tuple(said)


def _measure_words(plan: SupportPlan) -> str:
    done = sum(each.delivered is not None for each in plan.measures)
    values = [each.measure.value_cents for each in plan.measures if each.measure.value_cents]
    worth = f", {money(sum(values))}" if values else ""
    fits = "they fit the fund" if plan.fits_fund else "it is not said that they fit the fund (Art. 56(2))"
    return f"Measures: {len(plan.measures)}, {done} of them delivered{worth}; {fits}."
