"""The columns of the pledge table: their order, headings, figures, and which of them are typed into."""

from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType
from typing import Final

from desktop_app.calc.changes import PledgeColumn


class Column(IntEnum):
    """The columns, from left to right."""

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


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a column and what it holds.

    Attributes:
        title: the first line of the heading.
        unit: the second line, smaller; may be empty.
        spoken: the column's name in a sentence.
        figure: id of the figure in a Member State's row; empty where the cell holds no figure.
        total_figure: id of the figure in the totals row; empty where there is none.
        pledge: what is typed here, or ``None`` where nothing is typed.
        is_number: whether numbers stand here, right-aligned on the decimal sign.
        about: the tooltip of the heading.
    """

    title: str
    unit: str
    spoken: str
    figure: str
    total_figure: str
    about: str
    pledge: PledgeColumn | None = None
    is_number: bool = True


HEADINGS: Final = MappingProxyType(
    {
        Column.MEMBER_STATE: Heading(
            "Member State", "", "Member State", "", "", "In protocol order. Type a code or a name to jump.", None, False
        ),
        Column.FLAGS: Heading(
            "Status", "", "status", "", "", "The Commission's decision on the Member State, Art. 11(1).", None, False
        ),
        Column.SHARE: Heading(
            "Share", "%", "share in percent", "share_percent", "", "Reference key, Art. 66, Annex I."
        ),
        Column.FAIR_SHARE: Heading(
            "Fair share",
            "persons",
            "fair share",
            "fair_share_relocations",
            "fair_share_relocations",
            "Share × reference number of relocations, Art. 57(3).",
        ),
        Column.RELOCATIONS: Heading(
            "Relocations",
            "persons",
            "relocations",
            "pledged_relocations",
            "pledged_relocations",
            "Pledged relocations, Art. 56(2)(a). Typed here: 310, 50%, rest, +20, - for none.",
            PledgeColumn.RELOCATIONS,
        ),
        Column.FINANCIAL: Heading(
            "Financial",
            "EUR",
            "financial contribution",
            "pledged_financial_eur",
            "pledged_financial_eur",
            "Pledged financial contribution, Art. 56(2)(b). Typed here: 8.44m, 280k, 50%, rest, - for none.",
            PledgeColumn.FINANCIAL,
        ),
        Column.ALTERNATIVE: Heading(
            "Alternative",
            "EUR",
            "alternative measures",
            "pledged_alternative_eur",
            "pledged_alternative_eur",
            "Value of the pledged alternative measures, Art. 56(2)(c), 57(4). Typed here: 8.44m, rest, - for none.",
            PledgeColumn.ALTERNATIVE,
        ),
        Column.EQUIVALENTS: Heading(
            "Equivalents",
            "relocations",
            "equivalents",
            "equivalents",
            "pledged_equivalents",
            "Relocations + (money + measures) / rate: types are of equal value, Art. 56(2).",
        ),
        Column.COVERAGE: Heading(
            "Coverage",
            "of the fair share",
            "coverage",
            "coverage_percent",
            "coverage_percent",
            "Equivalents / exact fair share, Art. 57(3).",
        ),
        Column.GAP: Heading(
            "Gap", "persons", "gap", "gap_relocations", "gap_relocations", "What is missing of the fair share."
        ),
        Column.DEDUCTION: Heading(
            "Deduction",
            "stage",
            "deduction",
            "deducted_equivalents",
            "",
            "How far a deduction has come; only a granted one counts, Art. 61, 62.",
            None,
            False,
        ),
        Column.NET: Heading(
            "Net",
            "relocations",
            "net equivalents",
            "net_equivalents",
            "net_equivalents",
            "Equivalents − granted deductions.",
        ),
    }
)

EDITABLE: Final = tuple(column for column in Column if HEADINGS[column].pledge is not None)
"""The columns that are typed into, from left to right."""

_BY_ID: Final = {
    **{heading.figure: column for column, heading in HEADINGS.items() if heading.figure},
    **{heading.total_figure: column for column, heading in HEADINGS.items() if heading.total_figure},
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
    if heading.pledge is not None:
        return heading.pledge.value
    return heading.figure or {Column.FLAGS: "flags"}.get(column, "state")
