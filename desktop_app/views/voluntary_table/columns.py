"""The columns of the table of signatories: what each pledges, what of it was kept, what is outstanding."""

from enum import IntEnum
from types import MappingProxyType
from typing import Final

from desktop_app.calc.changes import PledgeColumn
from desktop_app.views.language import marked
from desktop_app.views.typed_table.layout import Group, Layout, Measure, TableHeading


class Column(IntEnum):
    """The columns, from left to right."""

    SIGNATORY = 0
    SIGNED = 1
    RELOCATIONS = 2
    FINANCIAL = 3
    PROJECT = 4
    SERVED = 5
    KEPT_RELOCATIONS = 6
    KEPT_FINANCIAL = 7
    OUTSTANDING_RELOCATIONS = 8
    OUTSTANDING_FINANCIAL = 9
    SUPPORTED = 10
    DELIVERED = 11


TYPED: Final = MappingProxyType(
    {Column.RELOCATIONS: PledgeColumn.RELOCATIONS, Column.FINANCIAL: PledgeColumn.FINANCIAL}
)
"""What is typed into the table; all else of a pledge stands in the panel of F4."""
IN_THE_PANEL: Final = MappingProxyType({Column.PROJECT: "project", Column.SERVED: "benefitting"})
"""Columns of what the panel holds, with its field."""
ELSEWHERE: Final = MappingProxyType(
    {
        Column.SIGNED: marked("Forum ▸ Mechanism and signatories (Ctrl+Shift+R)"),
        Column.KEPT_RELOCATIONS: marked("Forum ▸ Commitments kept (Ctrl+J)"),
        Column.KEPT_FINANCIAL: marked("Forum ▸ Commitments kept (Ctrl+J)"),
        Column.SUPPORTED: marked("Forum ▸ Support plans (Ctrl+D)"),
        Column.DELIVERED: marked("Forum ▸ Support plans (Ctrl+D)"),
    }
)
"""Columns of what a window of its own edits, with its place in the menu."""

HEADINGS: Final = MappingProxyType(
    {
        Column.SIGNATORY: TableHeading(
            marked("Signatory"),
            marked("of the declaration"),
            marked("signatory"),
            "",
            "",
            marked("Member States in protocol order, then associated states. Type a code or a name to jump."),
            is_number=False,
        ),
        Column.SIGNED: TableHeading(
            marked("Signed"),
            marked("on"),
            marked("day of signature"),
            "",
            "",
            marked("Day on which the state signed the declaration; edited with the mechanism (Ctrl+Shift+R)."),
            is_number=False,
        ),
        Column.RELOCATIONS: TableHeading(
            marked("Relocations"),
            marked("persons"),
            marked("relocations"),
            "relocations",
            "relocations",
            marked("Persons pledged, the preferred contribution. Typed here: 310, +20, - for 0. Several pledges: F4."),
            measure=Measure.PERSONS,
        ),
        Column.FINANCIAL: TableHeading(
            marked("Money"),
            marked("EUR"),
            marked("financial contribution"),
            "financial",
            "financial",
            marked("Money pledged. Typed here: 8.44m, +100000, - for 0. Several pledges of money: F4."),
            measure=Measure.CENTS,
        ),
        Column.PROJECT: TableHeading(
            marked("Projects"),
            marked("EUR, of it"),
            marked("part for projects in partner countries"),
            "project",
            "project",
            marked("Of the money, what is for projects in partner countries. F2 opens the pledges."),
            measure=Measure.CENTS,
        ),
        Column.SERVED: TableHeading(
            marked("For"),
            "",
            marked("for whom"),
            "",
            "",
            marked("The Member States helped, one a pledge; a pledge may leave it open. F2 opens the pledges."),
            is_number=False,
        ),
        Column.KEPT_RELOCATIONS: TableHeading(
            marked("Relocated"),
            marked("persons"),
            marked("relocations kept"),
            "kept_relocations",
            "kept_relocations",
            marked("Persons in fact relocated; recorded under commitments kept (Ctrl+J)."),
            measure=Measure.PERSONS,
        ),
        Column.KEPT_FINANCIAL: TableHeading(
            marked("Paid"),
            marked("EUR"),
            marked("money kept"),
            "kept_financial",
            "kept_financial",
            marked("Money in fact paid; recorded under commitments kept (Ctrl+J)."),
            measure=Measure.CENTS,
        ),
        Column.OUTSTANDING_RELOCATIONS: TableHeading(
            marked("Relocations"),
            marked("persons"),
            marked("relocations outstanding"),
            "outstanding_relocations",
            "outstanding_relocations",
            marked("Pledged and not relocated yet."),
            measure=Measure.PERSONS,
            full=marked("Relocations outstanding"),
        ),
        Column.OUTSTANDING_FINANCIAL: TableHeading(
            marked("Money"),
            marked("EUR"),
            marked("money outstanding"),
            "outstanding_financial",
            "outstanding_financial",
            marked("Pledged and not paid yet."),
            measure=Measure.CENTS,
            full=marked("Money outstanding (EUR)"),
        ),
        Column.SUPPORTED: TableHeading(
            marked("Persons"),
            marked("covered"),
            marked("persons of support plans"),
            "supported",
            "supported",
            marked("Persons of its support plans, Annex IV; Member States alone have them, Art. 56 (Ctrl+D)."),
            measure=Measure.PERSONS,
            full=marked("Persons of support plans"),
        ),
        Column.DELIVERED: TableHeading(
            marked("Delivered"),
            marked("of these"),
            marked("delivered of support plans"),
            "delivered",
            "delivered",
            marked("Of the persons of its support plans, those in fact taken over or sponsored."),
            measure=Measure.PERSONS,
            full=marked("Delivered of support plans"),
        ),
    }
)

LAYOUT: Final = Layout(
    headings={int(column): heading for column, heading in HEADINGS.items()},
    shown=tuple(column for column in Column if column is not Column.SIGNATORY),
    typed=frozenset(TYPED),
    least={
        Column.RELOCATIONS: "10 000",
        Column.FINANCIAL: "100 000 000",
        Column.KEPT_RELOCATIONS: "10 000",
        Column.KEPT_FINANCIAL: "100 000 000",
    },
    greedy={Column.SERVED: 4, Column.SIGNED: 2},
    groups=(
        Group(marked("Pledged"), Column.RELOCATIONS, Column.SERVED),
        Group(marked("Kept"), Column.KEPT_RELOCATIONS, Column.KEPT_FINANCIAL),
        Group(marked("Outstanding"), Column.OUTSTANDING_RELOCATIONS, Column.OUTSTANDING_FINANCIAL),
        Group(marked("Support plans, Annex IV"), Column.SUPPORTED, Column.DELIVERED),
    ),
    beside_names=marked("not signed"),
)
"""The columns as the shared parts of tables need them."""

_BY_ID: Final = {
    **{heading.figure: column for column, heading in HEADINGS.items() if heading.figure},
    "signatories": Column.SIGNED,
    "mechanism": Column.SIGNED,
    "benefitting": Column.SERVED,
    "needs": Column.RELOCATIONS,
    "needed_relocations": Column.RELOCATIONS,
    "needed_financial": Column.FINANCIAL,
    "pledged_relocations": Column.RELOCATIONS,
    "pledged_financial": Column.FINANCIAL,
    "open_relocations": Column.RELOCATIONS,
    "open_financial": Column.FINANCIAL,
    "kept": Column.KEPT_RELOCATIONS,
    "support_plans": Column.SUPPORTED,
    "ends": Column.SIGNED,
}
_IDS: Final = {Column.SIGNED: "signatories", Column.SERVED: "benefitting"}


def column_called(identifier: str) -> Column:
    """Return the column of a finding's column id or of a figure's id; the name's column for any other."""
    return _BY_ID.get(identifier, Column.SIGNATORY)


def id_of(column: Column) -> str:
    """Return an id of a column that :func:`column_called` finds again."""
    return _IDS.get(column) or HEADINGS[column].figure or "state"
