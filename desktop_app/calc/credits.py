"""Credits: contributions of the previous year that are taken off what is owed (COM(2020) 610, Art. 53(4)).

They come from the ledger of the forum and from what its support plans have delivered (Art. 56, Annex IV). Each says
whether it counts, and why not.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.calc.contribution_types import PLAN_TYPES, ContributionType
from desktop_app.calc.forum import Forum
from desktop_app.calc.migratory_pressure import Credit
from desktop_app.calc.periods_2020 import months_after
from desktop_app.calc.readings import CREDIT, CREDIT_STATE, CREDIT_YEAR, MIGRATORY_PRESSURE, in_force
from desktop_app.calc.sentences import Sentence, say
from desktop_app.calc.support_plans import SupportPlan

MONTHS: Final = 12

CREDITED_TYPES: Final = frozenset({*PLAN_TYPES, ContributionType.MEASURES})
"""Types that a pressure response knows; what was given by another type answers nothing that is asked."""


@dataclass(frozen=True, slots=True)
class CreditEntry:
    """One contribution of an earlier year.

    Attributes:
        credit: what was given.
        support_plan: id of the support plan that it comes from; ``None`` from the ledger.
        against: why it does not count, in words; empty where it counts.
    """

    credit: Credit
    support_plan: str | None
    against: Sentence | str

    @property
    def counts(self) -> bool:
        """Whether it is taken off."""
        return not self.against


def credit_entries(forum: Forum) -> tuple[CreditEntry, ...]:
    """Return every earlier contribution with whether it counts, the ledger first."""
    readings = in_force(MIGRATORY_PRESSURE, dict(forum.readings))
    found = [
        CreditEntry(credit, None, _against(credit, forum, readings)) for credit in forum.migratory_pressure.credits
    ]
    for plan in forum.solidarity.support_plans:
        consent = say("the helped state has not consented") if plan.consent is None else ""
        asked = _first_request(forum, plan.benefitting)
        for credit in _delivered(plan):
            against = consent or _against(credit, forum, readings) or _against_request(credit, asked, readings)
            found.append(CreditEntry(credit, plan.id, against))
    return tuple(found)


def _first_request(forum: Forum, benefitting: str) -> date | None:
    """Return the day of a state's first request under Art. 56(1); ``None`` where none is dated."""
    days = [each.notified for each in forum.solidarity.requests if each.benefitting == benefitting]
    return min((day for day in days if day is not None), default=None)


def _against_request(credit: Credit, asked: date | None, readings: Mapping[str, str]) -> Sentence | str:
    """Say that a contribution came before the request that it is to answer (Art. 53(4): after a request)."""
    if not credit.on_request or readings[CREDIT.name] != "on-request":
        return ""
    if asked is None:
        return say("no dated request under Art. 56(1) is recorded")
    too_early = credit.given is not None and credit.given < asked
    return say("delivered before the request of {day}", day=asked) if too_early else ""


def year_of_the_act(forum: Forum) -> int | None:
    """Return the year whose predecessor counts: that of the act, before it that of the forum."""
    adopted = forum.migratory_pressure.act.adopted
    return forum.year if adopted is None else adopted.year


def _delivered(plan: SupportPlan) -> Iterator[Credit]:
    for line in plan.lines:
        for delivery in line.deliveries:
            if delivery.persons:
                yield _credit(plan, line.type, delivery.persons, delivery.on)
    for each in plan.measures:
        # Only whole persons are credited, never more than was given.
        persons = (each.measure.persons_equivalent or 0).__floor__()
        if each.delivered is not None and persons:
            yield _credit(plan, ContributionType.MEASURES, persons, each.delivered)


def _credit(plan: SupportPlan, kind: ContributionType, persons: int, on: date | None) -> Credit:
    return Credit(
        plan.code,
        plan.benefitting,
        kind,
        persons,
        None if on is None else on.year,
        on,
        plan.on_request,
        delivered=True,
        note=plan.reference,
    )


def _against(credit: Credit, forum: Forum, readings: dict[str, str]) -> Sentence | str:
    """Say why a credit does not count; empty where it does."""
    helped = forum.migratory_pressure.report.benefitting
    if credit.type not in CREDITED_TYPES:
        return say("a pressure response knows no such type (Art. 52(1))")
    if not credit.delivered:
        return say("planned, not delivered")
    if not credit.on_request and readings[CREDIT.name] == "on-request":
        return say("of own initiative, without a request under Art. 56(1)")
    same = readings[CREDIT_STATE.name] == "same"
    if same and credit.benefitting is not None and credit.benefitting != helped:
        if helped is None:
            return say("the Member State that now benefits is not known")
        return say("it helped another Member State")
    return _against_time(credit, forum, readings)


def _against_time(credit: Credit, forum: Forum, readings: dict[str, str]) -> Sentence | str:
    act, year = forum.migratory_pressure.act.adopted, year_of_the_act(forum)
    if readings[CREDIT_YEAR.name] == "twelve-months" and credit.given is not None and act is not None:
        in_time = months_after(act, -MONTHS) <= credit.given < act
        return "" if in_time else say("not within the twelve months before the act")
    if year is None:
        return say("the year of the act is not known")
    given = credit.given.year if credit.year is None and credit.given is not None else credit.year
    if given is None:
        return say("its year is not recorded")
    return "" if given == year - 1 else say("not of the year before the act, {year}", year=str(year - 1))


def counted(entries: Iterable[CreditEntry]) -> dict[tuple[str, ContributionType], int]:
    """Return persons that count, by Member State and type."""
    found: dict[tuple[str, ContributionType], int] = {}
    for entry in entries:
        if entry.counts:
            key = entry.credit.code, entry.credit.type
            found[key] = found.get(key, 0) + entry.credit.persons
    return found
