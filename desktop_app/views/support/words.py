"""What is said of support plans: whom they bind, how far they are, whether they are credited (Art. 53(4), 56)."""

from typing import Final

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.credits import CREDITED_TYPES, CreditEntry, credit_entries
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.member_states import ASSOCIATED_NAMES, PROTOCOL_ORDER
from desktop_app.calc.sentences import State
from desktop_app.calc.support_plans import SupportPlan
from desktop_app.calc.wording import day, listed, money, persons
from desktop_app.views.language import counted, marked, state_name, state_with_code, tr, upper_first
from desktop_app.views.pools.words import Said

HELP_HEADING: Final = marked("Requests for help and support plans")
"""Where the manual tells of them, on the pages of both procedures."""
LINES: Final = {
    ContributionType.APPLICANTS: marked("Relocation of applicants, not in the border procedure (Art. 45(1)(a))"),
    ContributionType.BENEFICIARIES: marked("Relocation of beneficiaries of protection (Art. 45(1)(c))"),
    ContributionType.BORDER_PROCEDURE: marked("Relocation of applicants in the border procedure (Art. 45(2)(a))"),
    ContributionType.ILLEGALLY_STAYING: marked("Relocation of illegally staying persons (Art. 45(2)(b))"),
    ContributionType.SPONSORSHIP: marked("Return sponsorship (Art. 45(1)(b))"),
}
"""The lines of persons of Annex IV."""
MEMBERS: Final = tuple((code, state_with_code(code)) for code in PROTOCOL_ORDER)
"""The Member States to choose from."""
STATES: Final = (
    *MEMBERS,
    *((code, marked("{state} ({code}), associated", state=State(code), code=code)) for code in ASSOCIATED_NAMES),
)
"""States to choose from; an associated one is refused with the article."""


_NO_CONSENT: Final = marked("not before the helped state consents")


def not_associated(code: str) -> str:
    """Say why an associated state has no part in contributions under Art. 56; empty for a Member State."""
    if code not in ASSOCIATED_NAMES:
        return ""
    template = (
        marked(
            "Art. 56 binds Member States only: {state}, an associated state, may only contribute ad hoc. "
            "Choose a Member State."
        )
        if code == "IS"
        else marked(
            "Art. 56 binds Member States only: {state}, an associated state, pledges under the voluntary mechanism "
            "alone. Choose a Member State."
        )
    )
    return tr(template, state=state_name(code))


def about_plan(plan: SupportPlan) -> str:
    """Return whom a plan is from and for, and what it covers: ``"Germany → Italy, 120 persons, 40 delivered"``."""
    said = [f"{state_name(plan.code)} → {state_name(plan.benefitting)}"]
    if plan.persons or plan.delivered:
        said += [counted(plan.persons), tr("{persons} delivered", persons=persons(plan.delivered))]
    if plan.measures:
        said.append(
            tr("{count} measure", count=len(plan.measures))
            if len(plan.measures) == 1
            else tr("{count} measures", count=len(plan.measures))
        )
    return ", ".join(said)


def standing_of(plan: SupportPlan) -> tuple[str, str, str]:
    """Return how far a plan is: words, icon and colour token (Art. 56(3): delivered or intended)."""
    done = [each.delivered is not None for each in plan.measures]
    if not plan.delivered and not any(done):
        return tr("intended"), "calendar", "unknown"
    if plan.delivered >= plan.persons and all(done):
        return tr("delivered"), "ok", "ok"
    return tr("in part"), "history", "info"


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
        return tr("not of a type or day that is credited")
    if not entries[0].credit.on_request:
        return tr("own initiative: credited only if the reading says so")
    said = [tr("{persons} in {year}", persons=persons(count), year=year) for year, count in sorted(years.items())]
    return tr("could be credited: {listed}", listed=listed(said))


def _credited(entries: list[CreditEntry]) -> str:
    """Say what counts; no more is taken off than the state owes of the type."""
    counting = sum(entry.credit.persons for entry in entries if entry.counts)
    against = dict.fromkeys(tr(entry.against or "") for entry in entries if not entry.counts)
    said = [tr("counts with {counted}", counted=counted(counting))] if counting else []
    return "; ".join([*said, *(tr("not credited: {reason}", reason=reason) for reason in against)])


def facts_of(forum: Forum, plan: SupportPlan) -> tuple[Said, ...]:
    """Return what is to be known of a plan: consent and request, measures, credit."""
    helped = state_name(plan.benefitting)
    if plan.consent is None:
        words = (
            marked("Given on request (Art. 56(1)). {helped} has not consented: the plan cannot be final (Art. 56(2)).")
            if plan.on_request
            else marked(
                "Given of own initiative (Art. 56(2)). {helped} has not consented: the plan cannot be final "
                "(Art. 56(2))."
            )
        )
        first = Said(tr(words, helped=helped), "warn", "warn")
    else:
        words = (
            marked("Given on request (Art. 56(1)); {helped} consented on {day}.")
            if plan.on_request
            else marked("Given of own initiative (Art. 56(2)); {helped} consented on {day}.")
        )
        first = Said(tr(words, helped=helped, day=day(plan.consent)))
    said = [first]
    if plan.measures:
        said.append(Said(_measure_words(plan), "" if plan.fits_fund else "warn", "text" if plan.fits_fund else "warn"))
    credited = credits_of(forum).get(plan.id)
    if credited:
        said.append(Said(tr("{credited} (Art. 53(4)).", credited=upper_first(tr(credited)))))
    return tuple(said)


def _measure_words(plan: SupportPlan) -> str:
    done = sum(each.delivered is not None for each in plan.measures)
    values = [each.measure.value_cents for each in plan.measures if each.measure.value_cents]
    fits = tr("they fit the fund") if plan.fits_fund else tr("it is not said that they fit the fund (Art. 56(2))")
    count = len(plan.measures)
    if not values:
        return tr("Measures: {count}, {done} of them delivered; {fits}.", count=count, done=done, fits=fits)
    return tr(
        "Measures: {count}, {done} of them delivered, {worth}; {fits}.",
        count=count,
        done=done,
        worth=money(sum(values)),
        fits=fits,
    )
