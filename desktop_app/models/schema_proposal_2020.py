"""The tables of forums on migratory pressure and on voluntary solidarity, as SQLAlchemy describes them."""

from typing import Final

from sqlalchemy import CheckConstraint, Column, Text

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.migratory_pressure import Trigger
from desktop_app.calc.pressure_situation import PressureIndicator, PressureSource, SituationReportKind
from desktop_app.calc.solidarity_groups import ClockStart
from desktop_app.calc.solidarity_record import LogKind
from desktop_app.calc.validity_parts import MAXIMUM_REVISION
from desktop_app.models.interchange import limits
from desktop_app.models.schema_parts import (
    MAXIMUM_PLACE,
    NAME,
    cents,
    checked,
    code,
    day,
    description,
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
    year,
)

_COUNTRIES: Final = 3 * limits.NATIONALITIES
"""Characters of as many codes as may stand in one list, with commas."""


def _some(name: str, longest: int) -> Column[object]:
    """Several words in one text with commas between them; empty where there are none."""
    return text(name, longest, null=False)


def _named() -> Column[object]:
    return text("id", limits.MEETING_NAME, null=False)


def _number(name: str) -> Column[object]:
    return persons(name, null=False)


def _shares() -> tuple[Column[object], ...]:
    """The share of each type of persons, percent."""
    return tuple(text(name, NAME, null=False) for name in ("applicants", "sponsorship", "beneficiaries"))


def _minors_of(whole: str, part: str = "minors") -> CheckConstraint:
    return CheckConstraint(f"{part} <= {whole}")


PRESSURE_TABLES: Final = (
    table(
        "migratory_pressure",
        only_row(),
        one_of("triggered_by", Trigger, null=True),
        day("notified"),
        flag("rapid"),
        day("forum_ended"),
    ),
    table(
        "pressure_situation",
        only_row(),
        flag("stage_two"),
        day("stage_two_since"),
        day("stage_two_ended"),
        flag("crisis_response"),
        day("last_network_meeting"),
        text("blueprint_note", limits.NOTE),
        *(text(f"needs_{name}", limits.NOTE) for name in ("equipment", "staff", "relocation", "co_payment")),
        note(),
    ),
    table(
        "pressure_indicator",
        position(),
        one_of("indicator", PressureIndicator),
        persons("in_the_state"),
        persons("in_the_union"),
        _some("nationalities", _COUNTRIES),
        note(),
    ),
    table(
        "pressure_source",
        position(),
        one_of("source", PressureSource),
        reference("reference"),
        day("dated"),
        one_of("kind", SituationReportKind, null=True),
        note(),
    ),
    table(
        "pressure_report",
        only_row(),
        reference("reference"),
        day("adopted"),
        flag("under_pressure"),
        code("benefitting", key=False, null=True),
        persons("relocations"),
        persons("sponsorship"),
        _some("measures_named", NAME),
        _some("nationalities", _COUNTRIES),
        text("capacity", limits.NOTE),
        text("own_measures", limits.NOTE),
        text("timetable", limits.NOTE),
        note(),
    ),
    table("other_benefitting", code()),
    table(
        "pressure_plan",
        code(),
        number("revision", MAXIMUM_REVISION, key=True),
        reference("reference"),
        day("submitted"),
        *_shares(),
        _number("minors_applicants"),
        _number("minors_beneficiaries"),
        _some("nationalities", _COUNTRIES),
        _some("activities", NAME),
        text("covered", NAME, null=False),
        flag("reduction_requested"),
        text("average_shown", NAME),
        note(),
    ),
    table(
        "pressure_measure",
        code(),
        number("revision", MAXIMUM_REVISION, key=True),
        position(),
        *response_measure(),
        child_of="pressure_plan",
        by=("code", "revision"),
    ),
    table("type_round", position(), _named(), text("reason", limits.NOTE), day("opened"), day("ended")),
    table(
        "pressure_response_act",
        only_row(),
        day("adopted"),
        reference("reference"),
        flag("urgent"),
        day("ends"),
        text("timetable", limits.NOTE),
        day("reported"),
    ),
    table("types_set", code(), *_shares()),
    table(
        "credit",
        position(),
        code("code", key=False),
        code("benefitting", key=False, null=True),
        one_of("type", ContributionType),
        _number("persons"),
        year("year"),
        day("given"),
        flag("on_request"),
        flag("delivered"),
        note(),
    ),
)
"""Named by what stands in a row of each (COM(2020) 610, Art. 50 to 53)."""

SOLIDARITY_TABLES: Final = (
    table("help_request", position(), code("benefitting", key=False), day("notified"), text("needs", limits.NOTE)),
    table(
        "support_plan",
        number("plan", MAXIMUM_PLACE, key=True),
        _named(),
        code("code", key=False),
        code("benefitting", key=False),
        reference("reference"),
        day("submitted"),
        flag("on_request"),
        day("consent"),
        flag("fits_fund"),
        note(),
    ),
    table(
        "support_line",
        number("plan", MAXIMUM_PLACE, key=True),
        number("line", MAXIMUM_PLACE, key=True),
        one_of("type", ContributionType),
        _number("persons"),
        _number("minors"),
        _some("nationalities", _COUNTRIES),
        description("timetable"),
        _minors_of("persons"),
        child_of="support_plan",
        by=("plan",),
    ),
    table(
        "support_delivery",
        number("plan", MAXIMUM_PLACE, key=True),
        number("line", MAXIMUM_PLACE, key=True),
        position(),
        day("dated"),
        _number("persons"),
        _number("minors"),
        _minors_of("persons"),
        child_of="support_line",
        by=("plan", "line"),
    ),
    table(
        "support_measure",
        number("plan", MAXIMUM_PLACE, key=True),
        position(),
        *response_measure(),
        day("delivered"),
        child_of="support_plan",
        by=("plan",),
    ),
    table(
        "sponsorship_group",
        position(),
        _named(),
        code("sponsor", key=False),
        code("benefitting", key=False, null=True),
        checked("nationality", Text, "length(nationality) = 2", key=False, null=True),
        _number("persons"),
        _number("minors"),
        _some("activities", NAME),
        one_of("clock_start", ClockStart),
        day("started"),
        _number("returned"),
        day("told"),
        _number("taken_over"),
        _number("taken_over_minors"),
        day("taken_over_on"),
        note(),
        _minors_of("persons"),
        _minors_of("taken_over", "taken_over_minors"),
    ),
    table(
        "relocation_group",
        position(),
        _named(),
        code("relocating", key=False),
        code("benefitting", key=False, null=True),
        one_of("type", ContributionType),
        _number("persons"),
        _number("minors"),
        day("security_checked"),
        flag("consent"),
        day("granted"),
        _number("linked"),
        day("sent"),
        day("postponed"),
        day("confirmed"),
        _number("refused"),
        day("decided"),
        day("appeal_ended"),
        day("transferred"),
        _number("arrived"),
        _number("arrived_minors"),
        note(),
        _minors_of("persons"),
        _minors_of("arrived", "arrived_minors"),
    ),
    table(
        "incentive_rate",
        position(),
        day("since"),
        cents("person_cents", null=False),
        cents("minor_cents", null=False),
        cents("transfer_cents", null=False),
        reference("reference"),
    ),
    table(
        "log_entry",
        position(),
        day("dated"),
        one_of("kind", LogKind),
        text("text", limits.NOTE, null=False),
        code("code", key=False, null=True),
        code("other", key=False, null=True),
    ),
)
"""Named by what stands in a row of each (COM(2020) 610, Art. 55 to 60, 72)."""

VOLUNTARY_TABLES: Final = (
    table(
        "mechanism",
        only_row(),
        reference("declaration"),
        day("started"),
        day("extended_until"),
        reference("platform"),
        note(),
    ),
    table("chair", position(), reference("name", null=False)),
    table("signatory", code(), day("signed"), day("withdrawn")),
    table("need", code("benefitting"), persons("relocations"), cents("financial_cents"), note()),
    table(
        "voluntary_pledge",
        position(),
        code("code", key=False),
        reference("reference"),
        day("submitted"),
        code("benefitting", key=False, null=True),
        _number("relocations"),
        flag("vulnerable_first"),
        cents("financial_cents", null=False),
        reference("project"),
        reference("partner_country"),
        note(),
    ),
    table(
        "commitment_kept",
        position(),
        code("code", key=False),
        day("dated"),
        code("benefitting", key=False, null=True),
        _number("relocations"),
        _number("minors"),
        cents("financial_cents", null=False),
        note(),
        _minors_of("relocations"),
    ),
)
"""Named by what stands in a row of each (Report on Migration and Asylum 2022, section 4)."""
