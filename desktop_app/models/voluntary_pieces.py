"""The pieces of a forum on voluntary solidarity beside those of every forum, and their rows."""

from dataclasses import replace
from typing import Final

from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.voluntary import Commitment, Mechanism, Need, Signatory, Voluntary, VoluntaryPledge
from desktop_app.models import columns, rows
from desktop_app.models.columns import CENTS, DAY, FLAG, PERSONS, Column, Row, Shape, optional
from desktop_app.models.kinds import Found, Kind, by_code, by_place, single
from desktop_app.models.places import ONLY, Place, Records
from desktop_app.models.rows import NOTE, REFERENCE, listed, numbered, required
from desktop_app.models.solidarity_pieces import together as with_solidarity

_CODE: Final = columns.text(2)

_MECHANISM: Final = Shape(
    "mechanism",
    (
        Column("declaration", optional(REFERENCE)),
        Column("started", optional(DAY)),
        Column("extended_until", optional(DAY)),
        Column("platform", optional(REFERENCE)),
        Column("note", optional(NOTE)),
    ),
)
_SIGNATORY: Final = Shape("signatory", (Column("signed", optional(DAY)), Column("withdrawn", optional(DAY))))
_NEED: Final = Shape(
    "need",
    (
        Column("relocations", optional(PERSONS)),
        Column("financial_cents", optional(CENTS)),
        Column("note", optional(NOTE)),
    ),
)
_PLEDGE: Final = Shape(
    "voluntary_pledge",
    (
        Column("code", _CODE),
        Column("reference", optional(REFERENCE)),
        Column("submitted", optional(DAY)),
        Column("benefitting", optional(_CODE)),
        Column("relocations", PERSONS),
        Column("vulnerable_first", FLAG),
        Column("financial_cents", CENTS),
        Column("project", optional(REFERENCE)),
        Column("partner_country", optional(REFERENCE)),
        Column("note", optional(NOTE)),
    ),
)
_KEPT: Final = Shape(
    "commitment_kept",
    (
        Column("code", _CODE),
        Column("on", optional(DAY), "dated"),
        Column("benefitting", optional(_CODE)),
        Column("relocations", PERSONS),
        Column("minors", PERSONS),
        Column("financial_cents", CENTS),
        Column("note", optional(NOTE)),
    ),
)


def _mechanism_records(_key: Place, mechanism: Mechanism) -> Records:
    chairs: list[Row] = [{"name": columns.write("chair.name", REFERENCE, name)} for name in mechanism.chairs]
    return {("mechanism", ONLY): _MECHANISM.row(mechanism), **numbered("chair", chairs)}


def _build_mechanism(_key: Place, rows: Records) -> Mechanism:
    names = (columns.read("chair.name", REFERENCE, row.get("name")) for row in listed(rows, "chair"))
    return Mechanism(**_MECHANISM.attributes(required(rows, "mechanism", ONLY)), chairs=tuple(names))


_VOLUNTARY: Final = frozenset({Procedure.VOLUNTARY})

KINDS: Final = (
    Kind(
        "mechanism",
        ("mechanism", "chair"),
        single(lambda f: f.voluntary.mechanism),
        _mechanism_records,
        _build_mechanism,
        procedures=_VOLUNTARY,
        single=True,
    ),
    Kind(
        "signatory",
        ("signatory",),
        by_code(lambda f: f.voluntary.signatories),
        *rows.of_a_state(_SIGNATORY, Signatory),
        procedures=_VOLUNTARY,
    ),
    Kind(
        "need",
        ("need",),
        lambda f: [((need.benefitting,), need) for need in f.voluntary.needs],
        *rows.of_a_state(_NEED, Need),
        procedures=_VOLUNTARY,
    ),
    Kind(
        "voluntary_pledge",
        ("voluntary_pledge",),
        by_place(lambda f: f.voluntary.pledges),
        *rows.one(_PLEDGE, VoluntaryPledge),
        procedures=_VOLUNTARY,
    ),
    Kind(
        "commitment_kept",
        ("commitment_kept",),
        by_place(lambda f: f.voluntary.kept),
        *rows.one(_KEPT, Commitment),
        procedures=_VOLUNTARY,
    ),
)
"""Beside those of every forum, and what is recorded of solidarity."""


def voluntary(shared: Forum, found: Found) -> Forum:
    """Return the forum with what its pieces record of the mechanism."""
    recorded = Voluntary(
        mechanism=found.only("mechanism"),
        signatories=found.ordered("signatory"),
        needs=found.ordered("need"),
        pledges=found.placed("voluntary_pledge"),
        kept=found.placed("commitment_kept"),
    )
    return with_solidarity(replace(shared, voluntary=recorded), found)
