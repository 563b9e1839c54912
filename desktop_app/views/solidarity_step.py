"""Which place of the table a step through a forum's changes touched: migratory pressure and voluntary solidarity."""

from collections.abc import Iterable

from desktop_app.calc.forum import Forum
from desktop_app.calc.migratory_pressure import MigratoryPressure
from desktop_app.calc.pressure_plans import PressurePlan
from desktop_app.calc.solidarity_record import SolidarityRecord
from desktop_app.calc.voluntary import Voluntary
from desktop_app.views.response_step import Place, differing

_FIELDS = {
    "shares": "shares",
    "minors_applicants": "minors",
    "minors_beneficiaries": "minors",
    "nationalities": "nationalities",
    "activities": "activities",
    "covered": "covered",
    "measures": "measures",
    "reduction_requested": "reduction",
    "average_shown": "reduction",
}
"""Column of a finding by field of a plan."""


def changed_pressure(before: Forum, after: Forum) -> Place | None:
    """Return the first place that differs; ``None`` where nothing of the pressure response does."""
    was, now = before.migratory_pressure, after.migratory_pressure
    return _plan(was, now) or _ledger(was, now) or _shared(before.solidarity, after.solidarity) or _part(was, now)


def changed_voluntary(before: Forum, after: Forum) -> Place | None:
    """Return the first place that differs; ``None`` where nothing of the voluntary mechanism does."""
    was, now = before.voluntary, after.voluntary
    return _pledge(was, now) or _shared(before.solidarity, after.solidarity) or _mechanism(was, now)


def _first(column: str, codes: Iterable[str | None]) -> Place | None:
    found = list(codes)
    return (found[0], column) if found else None


# ------------------------------------------------------------------------------------------------------------- pressure


def _plan(was: MigratoryPressure, now: MigratoryPressure) -> Place | None:
    known = {(plan.code, plan.revision): plan for plan in was.plans}
    recorded = {(plan.code, plan.revision): plan for plan in now.plans}
    for key in sorted(known.keys() | recorded.keys(), key=lambda key: (key[0], -key[1])):
        if known.get(key) != recorded.get(key):
            return key[0], _field(known.get(key), recorded.get(key))
    return None


def _field(one: PressurePlan | None, other: PressurePlan | None) -> str:
    if one is None or other is None:
        return "plan"
    return next((column for name, column in _FIELDS.items() if getattr(one, name) != getattr(other, name)), "plan")


def _ledger(was: MigratoryPressure, now: MigratoryPressure) -> Place | None:
    return _first("credits", (each.code for each in differing(was.credits, now.credits)))


def _part(was: MigratoryPressure, now: MigratoryPressure) -> Place | None:
    def opening(recorded: MigratoryPressure) -> tuple[object, ...]:
        return recorded.triggered_by, recorded.notified, recorded.rapid, recorded.situation

    if opening(was) != opening(now):
        return None, "situation"
    if (was.report, was.other_benefitting) != (now.report, now.other_benefitting):
        return None, "report"
    if (was.rounds, was.forum_ended) != (now.rounds, now.forum_ended):
        return None, "rounds"
    if was.act == now.act:
        return None
    return _first("types", (each.code for each in differing(was.act.types_set, now.act.types_set))) or (None, "act")


# ------------------------------------------------------------------------------------------------------------ voluntary


def _pledge(was: Voluntary, now: Voluntary) -> Place | None:
    pledges = differing(was.pledges, now.pledges)
    if pledges:
        each = pledges[0]
        return each.code, "financial" if each.financial_cents and not each.relocations else "relocations"
    return _first("kept", (each.code for each in differing(was.kept, now.kept)))


def _mechanism(was: Voluntary, now: Voluntary) -> Place | None:
    if was.mechanism != now.mechanism:
        return None, "mechanism"
    return _first("signatories", (each.code for each in differing(was.signatories, now.signatories))) or _first(
        "needs", (each.benefitting for each in differing(was.needs, now.needs))
    )


# ----------------------------------------------------------------------------------------------------------------- both


def _shared(was: SolidarityRecord, now: SolidarityRecord) -> Place | None:
    places = (
        _first("support_plans", (each.code for each in differing(was.support_plans, now.support_plans))),
        _first(
            "sponsorship_groups", (each.sponsor for each in differing(was.sponsorship_groups, now.sponsorship_groups))
        ),
        _first(
            "relocation_groups", (each.relocating for each in differing(was.relocation_groups, now.relocation_groups))
        ),
        _first("requests", (each.benefitting for each in differing(was.requests, now.requests))),
        (None, "incentives") if was.incentives != now.incentives else None,
        _first("log", (each.code for each in differing(was.log, now.log))),
    )
    return next((place for place in places if place is not None), None)
