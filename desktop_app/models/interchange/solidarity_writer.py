"""What migratory pressure and the voluntary mechanism record alike, as a canonical document has it.

Nothing of it is promised by the format: keys that say nothing are left out.
"""

from typing import Final

from desktop_app.calc.contribution_types import SponsorshipActivity
from desktop_app.calc.listing_order import lines_in_order, rates_in_order
from desktop_app.calc.solidarity_groups import RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import IncentiveRate, LogEntry
from desktop_app.calc.support_plans import Delivery, HelpRequest, SupportLine, SupportMeasure, SupportPlan
from desktop_app.models.interchange.named_lists import written_measure
from desktop_app.models.interchange.written import Document, GrowingList, day_text, money_or_none, said_only, values_of


def request(asked: HelpRequest) -> Document:
    """Return one request for help."""
    return {"benefitting": asked.benefitting, "notified": day_text(asked.notified), "needs": asked.needs}


def support_plan(handed_in: SupportPlan) -> Document:
    """Return one support plan."""
    return {
        "id": handed_in.id,
        "code": handed_in.code,
        "benefitting": handed_in.benefitting,
        "reference": handed_in.reference,
        "submitted": day_text(handed_in.submitted),
        "on_request": handed_in.on_request,
        "consent": day_text(handed_in.consent),
        "lines": [_line(each) for each in lines_in_order(handed_in.lines)],
        "measures": [_measure(each) for each in handed_in.measures],
        "fits_fund": handed_in.fits_fund,
        **said_only({"note": handed_in.note}),
    }


def _line(line: SupportLine) -> Document:
    return {
        "type": line.type.value,
        "persons": line.persons,
        "minors": line.minors,
        "nationalities": sorted(line.nationalities),
        "timetable": line.timetable,
        "deliveries": [_delivery(each) for each in line.deliveries],
    }


def _delivery(delivered: Delivery) -> Document:
    return {"on": day_text(delivered.on), "persons": delivered.persons, "minors": delivered.minors}


def _measure(offered: SupportMeasure) -> Document:
    return {**written_measure(offered.measure), "delivered": day_text(offered.delivered)}


def sponsorship_group(group: SponsorshipGroup) -> Document:
    """Return one group under return sponsorship."""
    return {
        "id": group.id,
        "sponsor": group.sponsor,
        "nationality": group.nationality,
        "persons": group.persons,
        "minors": group.minors,
        "activities": values_of(SponsorshipActivity, group.activities),
        "start": group.start.value,
        "started": day_text(group.started),
        "returned": group.returned,
        "told": day_text(group.told),
        "taken_over": group.taken_over,
        "taken_over_minors": group.taken_over_minors,
        **said_only(
            {"benefitting": group.benefitting, "taken_over_on": day_text(group.taken_over_on), "note": group.note}
        ),
    }


def relocation_group(group: RelocationGroup) -> Document:
    """Return one group under relocation."""
    return {
        "id": group.id,
        "relocating": group.relocating,
        "benefitting": group.benefitting,
        "type": group.type.value,
        "persons": group.persons,
        "minors": group.minors,
        "security_checked": day_text(group.security_checked),
        "consent": group.consent,
        "granted": day_text(group.granted),
        "linked": group.linked,
        "sent": day_text(group.sent),
        "postponed": day_text(group.postponed),
        "confirmed": day_text(group.confirmed),
        "refused": group.refused,
        "decided": day_text(group.decided),
        "appeal_ended": day_text(group.appeal_ended),
        "transferred": day_text(group.transferred),
        "arrived": group.arrived,
        "arrived_minors": group.arrived_minors,
        **said_only({"note": group.note}),
    }


def incentive(rate: IncentiveRate) -> Document:
    """Return rates of incentives."""
    return {
        "since": day_text(rate.since),
        "person_eur": money_or_none(rate.person_cents),
        "minor_eur": money_or_none(rate.minor_cents),
        "transfer_eur": money_or_none(rate.transfer_cents),
        "reference": rate.reference,
    }


def log_entry(entry: LogEntry) -> Document:
    """Return one entry of the log."""
    return {
        "on": day_text(entry.on),
        "kind": entry.kind.value,
        "text": entry.text,
        "code": entry.code,
        "other": entry.other,
    }


LISTS: Final = (
    GrowingList("requests", lambda forum: forum.solidarity.requests, request),
    GrowingList("support_plans", lambda forum: forum.solidarity.support_plans, support_plan),
    GrowingList("sponsorship_groups", lambda forum: forum.solidarity.sponsorship_groups, sponsorship_group),
    GrowingList("relocation_groups", lambda forum: forum.solidarity.relocation_groups, relocation_group),
    GrowingList("incentives", lambda forum: rates_in_order(forum.solidarity.incentives), incentive),
    GrowingList("log", lambda forum: forum.solidarity.log, log_entry),
)
"""What stands in either procedure."""
