"""Going through what two forums record alike under migratory pressure and the voluntary mechanism."""

from collections.abc import Iterator
from typing import Final

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.differences import solidarity_fields as fields
from desktop_app.calc.differences.compare import Difference, Place, by_id, by_name, by_number, compared_or_missing
from desktop_app.calc.listing_order import rates_in_order
from desktop_app.calc.response_plans import ResponseMeasure
from desktop_app.calc.sentences import ours, say
from desktop_app.calc.solidarity_groups import RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import IncentiveRate, LogEntry, LogKind, SolidarityRecord
from desktop_app.calc.support_plans import Delivery, HelpRequest, SupportLine, SupportMeasure, SupportPlan

_NO_PLAN: Final = SupportPlan("", "", "")
_NO_MEASURE: Final = SupportMeasure(ResponseMeasure())


def solidarity(old: SolidarityRecord, new: SolidarityRecord) -> Iterator[Difference]:
    """Yield the differences of two records, in the order of the document."""
    requests = (old.requests, new.requests)
    yield from by_number(Place(say("Requests for help")), "request", fields.REQUEST, requests, HelpRequest(""))
    yield from _support_plans(old, new)
    sponsored = (by_id(old.sponsorship_groups), by_id(new.sponsorship_groups))
    nobody = SponsorshipGroup("", "")
    yield from by_name(say("Return sponsorship"), "group", fields.SPONSORSHIP, sponsored, nobody)
    relocated = (by_id(old.relocation_groups), by_id(new.relocation_groups))
    yield from by_name(say("Relocations under way"), "group", fields.RELOCATION, relocated, RelocationGroup("", ""))
    rates = (rates_in_order(old.incentives), rates_in_order(new.incentives))
    yield from by_number(Place(say("Incentives")), "rate", fields.INCENTIVE, rates, IncentiveRate())
    log = (old.log, new.log)
    yield from by_number(Place(say("Log")), "entry", fields.LOG, log, LogEntry(None, LogKind.COORDINATION, ""))


def _support_plans(old: SolidarityRecord, new: SolidarityRecord) -> Iterator[Difference]:
    before, after = by_id(old.support_plans), by_id(new.support_plans)
    yield from by_name(say("Support plans"), "plan", fields.SUPPORT_PLAN, (before, after), _NO_PLAN)
    for name in dict.fromkeys((*before, *after)):
        yield from _inside(name, before.get(name, _NO_PLAN), after.get(name, _NO_PLAN))


def _inside(name: str, old: SupportPlan, new: SupportPlan) -> Iterator[Difference]:
    place = Place(say("Support plans"))
    was, becomes = ({line.type: line for line in plan.lines} for plan in (old, new))
    for kind in ContributionType:
        called, nothing = say("plan {name}: {type}", name=name, type=ours(kind.value)), SupportLine(kind)
        one, other = was.get(kind), becomes.get(kind)
        yield from compared_or_missing(place.inside(called), fields.LINE, one, other, nothing)
        delivered = ((one or nothing).deliveries, (other or nothing).deliveries)
        yield from by_number(place, say("{called}: delivery", called=called), fields.DELIVERY, delivered, Delivery())
    measures = (old.measures, new.measures)
    yield from by_number(place, say("plan {name}: measure", name=name), fields.SUPPORT_MEASURE, measures, _NO_MEASURE)
