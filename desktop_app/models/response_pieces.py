"""The pieces of a forum on search and rescue beside those that all forums have."""

from dataclasses import replace
from typing import Final

from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.search_and_rescue import (
    Call,
    Disembarkation,
    PoolUse,
    PressureAct,
    Raise,
    Round,
    SearchAndRescue,
    TopUp,
)
from desktop_app.models import response_rows, rows
from desktop_app.models.kinds import Found, Kind, by_code, by_place, if_any, single

_RESCUE: Final = frozenset({Procedure.SEARCH_AND_RESCUE})

KINDS: Final = (
    Kind(
        "search_and_rescue",
        ("search_and_rescue",),
        single(lambda f: f.search_and_rescue),
        *rows.one(response_rows.PARTICULARS, SearchAndRescue),
        procedures=_RESCUE,
        single=True,
    ),
    Kind(
        "management_report",
        ("management_report",),
        single(lambda f: f.search_and_rescue.report),
        response_rows.report_records,
        response_rows.build_report,
        procedures=_RESCUE,
        single=True,
    ),
    Kind(
        "disembarkation",
        ("disembarkation",),
        by_code(lambda f: f.search_and_rescue.report.benefitting),
        *rows.of_a_state(response_rows.DISEMBARKATION, Disembarkation),
        procedures=_RESCUE,
    ),
    Kind(
        "response_plan",
        ("response_plan", "response_measure"),
        lambda f: [((plan.code, plan.revision), plan) for plan in f.search_and_rescue.plans],
        response_rows.plan_records,
        response_rows.build_plan,
        procedures=_RESCUE,
        key_parts=2,
    ),
    Kind(
        "forum_round",
        ("forum_round",),
        by_place(lambda f: f.search_and_rescue.rounds),
        *rows.one(response_rows.ROUND, Round),
        procedures=_RESCUE,
    ),
    Kind(
        "disembarkation_act",
        ("disembarkation_act",),
        single(lambda f: f.search_and_rescue.act),
        response_rows.act_records,
        response_rows.build_act,
        procedures=_RESCUE,
        single=True,
    ),
    Kind(
        "pressure_act",
        ("pressure_act",),
        if_any(lambda f: f.search_and_rescue.pressure_act),
        *rows.one(response_rows.PRESSURE_ACT, PressureAct),
        procedures=_RESCUE,
        single=True,
    ),
    Kind(
        "pool_call",
        ("pool_call",),
        by_place(lambda f: f.search_and_rescue.calls),
        *rows.one(response_rows.CALL, Call),
        procedures=_RESCUE,
    ),
    Kind(
        "pool_use",
        ("pool_use",),
        by_place(lambda f: f.search_and_rescue.use),
        *rows.one(response_rows.USE, PoolUse),
        procedures=_RESCUE,
    ),
    Kind(
        "voluntary_raise",
        ("voluntary_raise",),
        by_place(lambda f: f.search_and_rescue.raises),
        *rows.one(response_rows.RAISE, Raise),
        procedures=_RESCUE,
    ),
    Kind(
        "top_up",
        ("top_up",),
        if_any(lambda f: f.search_and_rescue.top_up),
        *rows.one(response_rows.TOP_UP, TopUp),
        procedures=_RESCUE,
        single=True,
    ),
)
"""Beside those of every forum."""


def search_and_rescue(shared: Forum, found: Found) -> Forum:
    """Return the forum with what its pieces record of the procedure."""
    report = replace(found.only("management_report"), benefitting=found.ordered("disembarkation"))
    recorded = replace(
        found.only("search_and_rescue"),
        report=report,
        plans=found.ordered("response_plan"),
        rounds=found.placed("forum_round"),
        act=found.only("disembarkation_act"),
        pressure_act=found.perhaps("pressure_act"),
        calls=found.placed("pool_call"),
        use=found.placed("pool_use"),
        raises=found.placed("voluntary_raise"),
        top_up=found.perhaps("top_up"),
    )
    return replace(shared, search_and_rescue=recorded)
