"""The tables of a forum on search and rescue, as SQLAlchemy describes them (COM(2020) 610, Art. 47 to 49)."""

from typing import Final

from sqlalchemy import CheckConstraint

from desktop_app.calc.search_and_rescue import ActPath, RoundKind
from desktop_app.calc.validity_search_and_rescue import MAXIMUM_REVISION
from desktop_app.models.interchange import limits
from desktop_app.models.places import NAMED
from desktop_app.models.schema_parts import (
    code,
    day,
    flag,
    note,
    number,
    one_of,
    only_row,
    persons,
    position,
    reference,
    response_measure,
    table,
    text,
)

SEARCH_AND_RESCUE_TABLES: Final = (
    table("search_and_rescue", only_row(), day("requested"), day("forum_ended")),
    table(
        "management_report",
        only_row(),
        reference("reference"),
        day("adopted"),
        *(flag(name) for name in NAMED),
        flag("vulnerable"),
        note(),
    ),
    table("disembarkation", code(), persons("relocations")),
    table(
        "response_plan",
        code(),
        number("revision", MAXIMUM_REVISION, key=True),
        reference("reference"),
        day("submitted"),
        persons("relocations", null=False),
        persons("vulnerable", null=False),
        persons("cover_relocations"),
        persons("cover_sponsorship"),
        note(),
        CheckConstraint("vulnerable <= relocations"),
        CheckConstraint("(cover_relocations IS NULL) = (cover_sponsorship IS NULL)"),
    ),
    table(
        "response_measure",
        code(),
        number("revision", MAXIMUM_REVISION, key=True),
        position(),
        *response_measure(),
        child_of="response_plan",
        by=("code", "revision"),
    ),
    table(
        "forum_round",
        position(),
        text("id", limits.MEETING_NAME, null=False),
        one_of("kind", RoundKind, null=True),
        text("reason", limits.NOTE),
        day("opened"),
        day("ended"),
        code("benefitting", key=False, null=True),
    ),
    table(
        "disembarkation_act",
        only_row(),
        one_of("path", ActPath, null=True),
        day("adopted"),
        reference("reference"),
        day("judged_on"),
        reference("judged_by"),
        text("judged_because", limits.NOTE),
    ),
    table("pressure_act", only_row(), code("benefitting", key=False, null=True), day("reported"), day("adopted")),
    table("pool_call", position(), code("benefitting", key=False), day("requested"), text("needs", limits.NOTE)),
    table(
        "pool_use",
        position(),
        code("benefitting", key=False),
        day("dated"),
        persons("persons", null=False),
        code("used_for", key=False, null=True),
        text("not_at_risk", limits.NOTE),
        code("contributor", key=False, null=True),
        text("nationality", limits.NATIONALITY),
        note(),
    ),
    table(
        "voluntary_raise",
        position(),
        code("code", key=False),
        code("benefitting", key=False),
        persons("relocations", null=False),
        day("dated"),
        note(),
    ),
    table(
        "top_up",
        only_row(),
        code("benefitting", key=False),
        persons("relocations", null=False),
        day("adopted"),
        reference("reference"),
    ),
)
"""Named by what stands in a row of each."""
