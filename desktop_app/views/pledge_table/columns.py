"""The columns of the pledge table: their order, headings, figures, and which of them are typed into."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType
from typing import Final

from desktop_app.calc.changes import PledgeColumn
from desktop_app.views.language import marked
from desktop_app.views.typed_table.layout import Layout, Measure, TableHeading


class Column(IntEnum):
    """The columns: those that are shown at first, from left to right, then those that can be shown beside them."""

    MEMBER_STATE = 0
    FLAGS = 1
    SHARE = 2
    FAIR_SHARE = 3
    RELOCATIONS = 4
    FINANCIAL = 5
    ALTERNATIVE = 6
    EQUIVALENTS = 7
    COVERAGE = 8
    GAP = 9
    DEDUCTION = 10
    NET = 11
    EXACT_FAIR_SHARE = 12
    FAIR_SHARE_EUR = 13
    GAP_EUR = 14
    DEDUCTED = 15
    OFFSET_OPTION = 16
    OFFSETS_PLANNED = 17
    BENEFICIARIES = 18
    CRISIS_CREDIT = 19
    BENEFITTING_SINCE = 20
    COVER = 21
    REDUCTION = 22
    NOTE = 23

    @property
    def key(self) -> str:
        """The name under which a choice of columns is remembered; stays the same for good."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Heading(TableHeading):
    """What stands above a column of pledges.

    Attributes:
        pledge: what is typed here, or ``None`` where nothing is typed.
    """

    pledge: PledgeColumn | None = None


HEADINGS: Final = MappingProxyType(
    {
        Column.MEMBER_STATE: Heading(
            marked("Member State"),
            "",
            marked("Member State"),
            "",
            "",
            marked("In protocol order. Type a code or a name to jump."),
            is_number=False,
        ),
        Column.FLAGS: Heading(
            marked("Status"),
            "",
            marked("status"),
            "",
            "",
            marked("The Commission's decision on the Member State, Art. 11(1)."),
            is_number=False,
        ),
        Column.SHARE: Heading(
            marked("Share"),
            "%",
            marked("share in percent"),
            "share_percent",
            "",
            marked("Reference key, Art. 66, Annex I."),
            measure=Measure.PERCENT,
        ),
        Column.FAIR_SHARE: Heading(
            marked("Fair share"),
            marked("persons"),
            marked("fair share"),
            "fair_share_relocations",
            "fair_share_relocations",
            marked("Share × reference number of relocations, Art. 57(3)."),
            measure=Measure.PERSONS,
        ),
        Column.RELOCATIONS: Heading(
            marked("Relocations"),
            marked("persons"),
            marked("relocations"),
            "pledged_relocations",
            "pledged_relocations",
            marked("Pledged relocations, Art. 56(2)(a). Typed here: 310, 50%, rest, +20, - for none."),
            pledge=PledgeColumn.RELOCATIONS,
            measure=Measure.PERSONS,
        ),
        Column.FINANCIAL: Heading(
            marked("Financial"),
            "EUR",
            marked("financial contribution"),
            "pledged_financial_eur",
            "pledged_financial_eur",
            marked("Pledged financial contribution, Art. 56(2)(b). Typed here: 8.44m, 280k, 50%, rest, - for none."),
            pledge=PledgeColumn.FINANCIAL,
            measure=Measure.CENTS,
        ),
        Column.ALTERNATIVE: Heading(
            marked("Alternative"),
            "EUR",
            marked("alternative measures"),
            "pledged_alternative_eur",
            "pledged_alternative_eur",
            marked(
                "Value of the pledged alternative measures, Art. 56(2)(c), 57(4). Typed here: 8.44m, rest, - for none."
            ),
            pledge=PledgeColumn.ALTERNATIVE,
            measure=Measure.CENTS,
        ),
        Column.EQUIVALENTS: Heading(
            marked("Equivalents"),
            marked("relocations"),
            marked("equivalents"),
            "equivalents",
            "pledged_equivalents",
            marked("Relocations + (money + measures) / rate: types are of equal value, Art. 56(2)."),
            measure=Measure.RELOCATIONS,
        ),
        Column.COVERAGE: Heading(
            marked("Coverage"),
            marked("of the fair share"),
            marked("coverage"),
            "coverage_percent",
            "coverage_percent",
            marked("Equivalents / exact fair share, Art. 57(3)."),
        ),
        Column.GAP: Heading(
            marked("Gap"),
            marked("persons"),
            marked("gap"),
            "gap_relocations",
            "gap_relocations",
            marked("What is missing of the fair share."),
            measure=Measure.PERSONS,
        ),
        Column.DEDUCTION: Heading(
            marked("Deduction"),
            marked("stage"),
            marked("deduction"),
            "deducted_equivalents",
            "",
            marked("How far a deduction has come; only a granted one counts, Art. 61, 62."),
            is_number=False,
        ),
        Column.NET: Heading(
            marked("Net"),
            marked("relocations"),
            marked("net equivalents"),
            "net_equivalents",
            "net_equivalents",
            marked("Equivalents − granted deductions."),
            measure=Measure.RELOCATIONS,
        ),
        Column.EXACT_FAIR_SHARE: Heading(
            marked("Fair share"),
            marked("exact"),
            marked("exact fair share"),
            "exact_fair_share",
            "",
            marked("Before rounding, crisis credit taken off."),
            measure=Measure.RELOCATIONS,
        ),
        Column.FAIR_SHARE_EUR: Heading(
            marked("Fair share"),
            "EUR",
            marked("fair share in EUR"),
            "fair_share_eur",
            "",
            marked("Exact fair share × rate."),
            measure=Measure.CENTS,
        ),
        Column.GAP_EUR: Heading(
            marked("Gap"),
            "EUR",
            marked("gap in EUR"),
            "gap_eur",
            "gap_eur",
            marked("Exact gap × rate."),
            measure=Measure.CENTS,
        ),
        Column.DEDUCTED: Heading(
            marked("Deducted"),
            marked("relocations"),
            marked("granted deductions"),
            "deducted_equivalents",
            "",
            marked("Granted deductions in relocations, Art. 61, 62."),
            measure=Measure.RELOCATIONS,
        ),
        Column.OFFSET_OPTION: Heading(
            marked("Offsets open"),
            marked("Art. 63(2)"),
            marked("responsibility offsets"),
            "offset_option",
            "",
            marked("Whether responsibility offsets can be asked for, Art. 63(2)."),
            is_number=False,
        ),
        Column.OFFSETS_PLANNED: Heading(
            marked("Offsets planned"),
            marked("persons"),
            marked("offsets planned"),
            "",
            "",
            marked("Relocations that the Member State plans to meet by responsibility offsets."),
            measure=Measure.PERSONS,
        ),
        Column.BENEFICIARIES: Heading(
            marked("Beneficiaries"),
            marked("of relocations"),
            marked("beneficiaries of international protection"),
            "",
            "",
            marked("Beneficiaries of international protection among the pledged relocations, Art. 56(2)(a)(ii)."),
            measure=Measure.PERSONS,
        ),
        Column.CRISIS_CREDIT: Heading(
            marked("Crisis credit"),
            marked("persons"),
            marked("crisis credit"),
            "",
            "",
            marked("Taken off the fair share by act, Regulation (EU) 2024/1359, Art. 9(4) and (5)."),
            measure=Measure.PERSONS,
        ),
        Column.BENEFITTING_SINCE: Heading(
            marked("Benefits"),
            marked("since"),
            marked("benefits since"),
            "",
            "",
            marked("Day from which the Member State benefits from the pool, Art. 58(1), 59(4)."),
            is_number=False,
        ),
        Column.COVER: Heading(
            marked("Cover"),
            marked("proposal of 2020"),
            marked("cover by the proposal of 2020"),
            "cover_relocations",
            "",
            marked("What the 50 % rule of the proposal of 2020 would ask, persons. Not law."),
            measure=Measure.PERSONS,
        ),
        Column.REDUCTION: Heading(
            marked("Reduction"),
            marked("proposal of 2020"),
            marked("10 % reduction by the proposal of 2020"),
            "reduction_eligible",
            "",
            marked("Whether the 10 % reduction of the proposal of 2020 would apply. Not law."),
            is_number=False,
        ),
        Column.NOTE: Heading(
            marked("Note"), "", marked("note"), "", "", marked("What somebody noted on the pledge."), is_number=False
        ),
    }
)

DEFAULT_COLUMNS: Final[tuple[Column, ...]] = tuple(
    column for column in Column if Column.MEMBER_STATE < column <= Column.NET
)
"""The columns beside the names as they stand at first."""
CHOOSABLE: Final[tuple[Column, ...]] = tuple(column for column in Column if column is not Column.MEMBER_STATE)
"""The columns that can be shown, hidden and moved: all but the names, which stay."""
OPTIONAL: Final = frozenset(CHOOSABLE) - frozenset(DEFAULT_COLUMNS)
"""The columns that are hidden at first."""
EDITABLE: Final = tuple(column for column in Column if HEADINGS[column].pledge is not None)
"""The columns that are typed into, from left to right as they stand at first."""
LAYOUT: Final = Layout(
    headings={int(column): heading for column, heading in HEADINGS.items()},
    shown=DEFAULT_COLUMNS,
    typed=frozenset(EDITABLE),
    least={
        Column.RELOCATIONS: "10 000",
        Column.FINANCIAL: "100 000 000",
        Column.ALTERNATIVE: "10 000 000",
        Column.EQUIVALENTS: "1 000.00",
        Column.GAP: "1 000",
        Column.NET: "1 000.00",
        Column.GAP_EUR: "100 000 000",
        Column.FAIR_SHARE_EUR: "100 000 000",
    },
    greedy={Column.COVERAGE: 3, Column.FLAGS: 1, Column.DEDUCTION: 1},
    left=frozenset({Column.COVERAGE}),
)
"""The columns as the shared parts of tables need them."""

_OPTIONAL_ID: Final = "column:"
_BY_ID: Final = {
    **{f"{_OPTIONAL_ID}{column.key}": column for column in OPTIONAL},
    **{HEADINGS[column].figure: column for column in DEFAULT_COLUMNS if HEADINGS[column].figure},
    **{HEADINGS[column].total_figure: column for column in DEFAULT_COLUMNS if HEADINGS[column].total_figure},
    **{heading.pledge.value: column for column, heading in HEADINGS.items() if heading.pledge},
    "deductions": Column.DEDUCTION,
    "key": Column.SHARE,
    "share": Column.SHARE,
    "fair_share_eur": Column.FAIR_SHARE,
    "pool": Column.FAIR_SHARE,
    "gap_eur": Column.GAP,
    "flags": Column.FLAGS,
    "classification": Column.FLAGS,
    "shortfall": Column.COVERAGE,
}


def column_called(identifier: str) -> Column:
    """Return the column of a finding's column id or of a figure's id; the name's column for any other."""
    return _BY_ID.get(identifier, Column.MEMBER_STATE)


def id_of(column: Column) -> str:
    """Return an id of a column that :func:`column_called` finds again."""
    heading = HEADINGS[column]
    if column in OPTIONAL:
        return f"{_OPTIONAL_ID}{column.key}"
    if heading.pledge is not None:
        return heading.pledge.value
    return heading.figure or {Column.FLAGS: "flags"}.get(column, "state")


def columns_kept(keys: Iterable[str]) -> tuple[Column, ...]:
    """Return the columns remembered by their keys, in that order; what is no column, or comes twice, is left out.

    Where nothing is left, the columns are those shown at first.
    """
    by_key = {column.key: column for column in CHOOSABLE}
    known = tuple(dict.fromkeys(by_key[key] for key in keys if key in by_key))
    return known or DEFAULT_COLUMNS
