"""What a forum on migratory pressure records, as its canonical document has it (COM(2020) 610, Art. 50 to 53)."""

from typing import Final

from desktop_app.calc.contribution_types import SponsorshipActivity
from desktop_app.calc.exact import decimal_text, exact_text
from desktop_app.calc.listing_order import plans_in_order
from desktop_app.calc.member_states import POSITION
from desktop_app.calc.migratory_pressure import (
    Credit,
    MigratoryPressure,
    PressureReport,
    PressureResponseAct,
    TypeRound,
    TypesSet,
)
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.response_plans import ResponseMeasureKind
from desktop_app.models.interchange.named_lists import written_measure
from desktop_app.models.interchange.pressure_situation import written_situation
from desktop_app.models.interchange.solidarity_writer import LISTS as SHARED_LISTS
from desktop_app.models.interchange.written import Document, GrowingList, day_text, said_only, value_or_none, values_of


def particulars(recorded: MigratoryPressure) -> Document:
    """Return all but the plans."""
    return {
        "triggered_by": value_or_none(recorded.triggered_by),
        "notified": day_text(recorded.notified),
        "rapid": recorded.rapid,
        "report": _report(recorded.report),
        "other_benefitting": sorted(recorded.other_benefitting, key=POSITION.__getitem__),
        "forum_ended": day_text(recorded.forum_ended),
        "act": _act(recorded.act),
        "credits": [_credit(each, recorded.report.benefitting) for each in recorded.credits],
        **said_only(
            {
                "situation": written_situation(recorded.situation),
                "rounds": [_round(each) for each in recorded.rounds],
            }
        ),
    }


def _report(said: PressureReport) -> Document:
    return {
        "reference": said.reference,
        "adopted": day_text(said.adopted),
        "benefitting": said.benefitting,
        "relocations": said.relocations,
        "sponsorship": said.sponsorship,
        "measures_named": values_of(ResponseMeasureKind, said.measures_named),
        "nationalities": sorted(said.nationalities),
        **said_only(
            {
                "under_pressure": None if said.under_pressure else False,
                "capacity": said.capacity,
                "own_measures": said.own_measures,
                "timetable": said.timetable,
                "note": said.note,
            }
        ),
    }


def plan(handed_in: PressurePlan) -> Document:
    """Return one revision of a plan."""
    average = handed_in.average_shown
    return {
        "code": handed_in.code,
        "reference": handed_in.reference,
        "revision": handed_in.revision,
        "submitted": day_text(handed_in.submitted),
        "shares": _shares(handed_in.shares),
        "minors": {"applicants": handed_in.minors_applicants, "beneficiaries": handed_in.minors_beneficiaries},
        "nationalities": sorted(handed_in.nationalities),
        "covered_by_measures": decimal_text(handed_in.covered),
        "measures": [written_measure(each) for each in handed_in.measures],
        "reduction_requested": handed_in.reduction_requested,
        **said_only(
            {
                "activities": values_of(SponsorshipActivity, handed_in.activities),
                "average_shown": None if average is None else exact_text(average),
                "note": handed_in.note,
            }
        ),
    }


def _shares(split: TypeShares) -> Document:
    return {
        "applicants": decimal_text(split.applicants),
        "sponsorship": decimal_text(split.sponsorship),
        "beneficiaries": decimal_text(split.beneficiaries),
    }


def _round(held: TypeRound) -> Document:
    return {
        "id": held.id,
        "reason": held.reason,
        "opened": day_text(held.opened),
        "ended": day_text(held.ended),
    }


def _act(adopted: PressureResponseAct) -> Document:
    ordered = sorted(adopted.types_set, key=lambda each: POSITION[each.code])
    return {
        "adopted": day_text(adopted.adopted),
        "urgent": adopted.urgent,
        "ends": day_text(adopted.ends),
        **said_only(
            {
                "reference": adopted.reference,
                "timetable": adopted.timetable,
                "types_set": [_types_set(each) for each in ordered],
                "reported": day_text(adopted.reported),
            }
        ),
    }


def _types_set(chosen: TypesSet) -> Document:
    return {"code": chosen.code, "shares": _shares(chosen.shares)}


def _credit(given: Credit, benefitting: str | None) -> Document:
    return {
        "code": given.code,
        # Where nobody says whom it helped, it is the state that the report names.
        "benefitting": given.benefitting or benefitting,
        "type": given.type.value,
        "persons": given.persons,
        "year": given.year,
        "on_request": given.on_request,
        "delivered": given.delivered,
        **said_only({"given": day_text(given.given), "note": given.note}),
    }


LISTS: Final = (
    GrowingList("plans", lambda forum: plans_in_order(forum.migratory_pressure.plans), plan, promised=True),
    *SHARED_LISTS,
)
"""The lists of a forum on migratory pressure that may grow long."""
