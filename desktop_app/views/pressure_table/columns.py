"""The columns of the table of a pressure response: key, plan, adjustments, act (COM(2020) 610, Art. 51 to 54)."""

from dataclasses import replace
from enum import IntEnum
from types import MappingProxyType
from typing import Final

from desktop_app.calc.entry_plan_pressure import PressureFigure
from desktop_app.views.language import marked
from desktop_app.views.plan_form.annex import ANNEX_II
from desktop_app.views.plan_table import headings
from desktop_app.views.typed_table.layout import Group, Layout, Measure, TableHeading


class Column(IntEnum):
    """The columns, from left to right."""

    MEMBER_STATE = 0
    SHARE = 1
    KEY_NUMBER = 2
    REFERENCE = 3
    SUBMITTED = 4
    APPLICANTS = 5
    SPONSORSHIP = 6
    BENEFICIARIES = 7
    COVERED = 8
    REQUESTED = 9
    REDUCTION = 10
    REDISTRIBUTED = 11
    CREDITED = 12
    FIXED_APPLICANTS = 13
    FIXED_SPONSORSHIP = 14
    FIXED_BENEFICIARIES = 15
    FIXED_MEASURES = 16
    SET = 17


TYPED: Final = MappingProxyType(
    {
        Column.APPLICANTS: PressureFigure.APPLICANTS,
        Column.SPONSORSHIP: PressureFigure.SPONSORSHIP,
        Column.BENEFICIARIES: PressureFigure.BENEFICIARIES,
        Column.COVERED: PressureFigure.COVERED,
    }
)
"""What is typed into the table; all else of a plan stands on its form."""
SHARES: Final = (Column.APPLICANTS, Column.SPONSORSHIP, Column.BENEFICIARIES)
"""The shares of the types."""
FIXED: Final = (
    Column.FIXED_APPLICANTS,
    Column.FIXED_SPONSORSHIP,
    Column.FIXED_BENEFICIARIES,
    Column.FIXED_MEASURES,
)
"""What the act fixes."""
ON_THE_FORM: Final = MappingProxyType(
    {Column.REFERENCE: "plan", Column.SUBMITTED: "plan", Column.REQUESTED: "reduction"}
)
"""Columns of what the form holds, with the part of the form."""

HEADINGS: Final = MappingProxyType(
    {
        Column.MEMBER_STATE: replace(headings.MEMBER_STATE, figure="plan_counts"),
        Column.SHARE: headings.SHARE,
        Column.KEY_NUMBER: TableHeading(
            marked("Number"),
            marked("by the key"),
            marked("key number"),
            "key_number",
            "asked",
            marked("Share × relocation and sponsorship of the report together, whole persons, Art. 53(3)(c), 54."),
            measure=Measure.PERSONS,
        ),
        Column.REFERENCE: replace(headings.reference(ANNEX_II), figure="plan_counts"),
        Column.SUBMITTED: replace(headings.submitted(ANNEX_II), figure="plan_counts"),
        Column.APPLICANTS: TableHeading(
            marked("Applicants"),
            marked("% relocated"),
            marked("share of relocation of applicants"),
            "relocations",
            "",
            marked(
                "Share of relocation of applicants, Art. 45(1)(a), 52(3). Typed here: 80, 33.3%, rest, +5, - "
                "for 0. The "
                "three shares total 100 %."
            ),
            full=marked("Applicants (% of the plan)"),
        ),
        Column.SPONSORSHIP: TableHeading(
            marked("Sponsored"),
            marked("% returned"),
            marked("share of return sponsorship"),
            "sponsorship",
            "",
            marked(
                "Share of return sponsorship, Art. 45(1)(b), 52(3). It needs nationalities and activities: F4 "
                "opens the "
                "form."
            ),
            full=marked("Sponsorship (% of the plan)"),
        ),
        Column.BENEFICIARIES: TableHeading(
            marked("Protected"),
            marked("% relocated"),
            marked("share of relocation of beneficiaries of protection"),
            "beneficiaries",
            "",
            marked("Share of relocation of beneficiaries of international protection, Art. 45(1)(c), 52(3)."),
            full=marked("Beneficiaries of protection (% of the plan)"),
        ),
        Column.COVERED: TableHeading(
            marked("Covered"),
            marked("by measures"),
            marked("part covered by measures"),
            "covered",
            "covered",
            marked(
                "Part of the share that measures cover, persons, Art. 45(1)(d), 52(2). Typed here: 60, 50% of "
                "the share, "
                "+20, - for none."
            ),
            measure=Measure.RELOCATIONS,
        ),
        Column.REQUESTED: TableHeading(
            marked("10 % less"),
            marked("asked?"),
            marked("reduction asked for"),
            "reduction_eligible",
            "",
            marked(
                "Whether the plan asks for the reduction of 10 %, and whether twice the Union's average is reached, "
                "Art. 52(5). F2 opens the form."
            ),
            is_number=False,
            full=marked("Reduction asked for"),
        ),
        Column.REDUCTION: TableHeading(
            marked("Reduced"),
            marked("persons"),
            marked("reduction"),
            "reduction",
            "reduction",
            marked("What the reduction of 10 % takes off, exact, Art. 53(3)."),
            measure=Measure.RELOCATIONS,
        ),
        Column.REDISTRIBUTED: TableHeading(
            marked("Spread"),
            marked("taken over"),
            marked("reductions taken over"),
            "redistributed",
            "reduction",
            marked("What the state takes over of the others' reductions, pro rata by share, exact, Art. 53(3)."),
            measure=Measure.RELOCATIONS,
        ),
        Column.CREDITED: TableHeading(
            marked("Credited"),
            marked("persons"),
            marked("credit for earlier contributions"),
            "credited",
            "credited",
            marked("What contributions of the year before take off, of the same types, Art. 53(4)."),
            measure=Measure.RELOCATIONS,
        ),
        Column.FIXED_APPLICANTS: TableHeading(
            marked("Applicants"),
            marked("persons"),
            marked("relocation of applicants by the act"),
            "relocations",
            "fixed_relocations",
            marked("Applicants to relocate that the act fixes, Art. 53."),
            measure=Measure.PERSONS,
            full=marked("Applicants by the act (persons)"),
        ),
        Column.FIXED_SPONSORSHIP: TableHeading(
            marked("Sponsored"),
            marked("persons"),
            marked("return sponsorship by the act"),
            "sponsorship",
            "fixed_sponsorship",
            marked("Persons sponsored for return that the act fixes, Art. 53."),
            measure=Measure.PERSONS,
            full=marked("Sponsored by the act (persons)"),
        ),
        Column.FIXED_BENEFICIARIES: TableHeading(
            marked("Protected"),
            marked("persons"),
            marked("relocation of beneficiaries of protection by the act"),
            "beneficiaries",
            "fixed_beneficiaries",
            marked("Beneficiaries of protection to relocate that the act fixes, Art. 53."),
            measure=Measure.PERSONS,
            full=marked("Beneficiaries of protection by the act (persons)"),
        ),
        Column.FIXED_MEASURES: TableHeading(
            marked("Measures"),
            marked("as persons"),
            marked("measures by the act"),
            "measures",
            "fixed_measures",
            marked(
                "Measures that the act fixes, in proportion to the share, Art. 53(2): claimed → fixed where adjusted."
            ),
            measure=Measure.PERSONS,
            full=marked("Measures by the act (as persons)"),
        ),
        Column.SET: TableHeading(
            marked("Set by"),
            marked("in the act"),
            marked("set by"),
            "set_by_commission",
            "",
            marked("Without a plan in time, the Commission sets the types; the number is the key's, Art. 53(2)."),
            is_number=False,
        ),
    }
)

LAYOUT: Final = Layout(
    headings={int(column): heading for column, heading in HEADINGS.items()},
    shown=tuple(column for column in Column if column is not Column.MEMBER_STATE),
    typed=frozenset(TYPED),
    least={
        Column.SHARE: "00.0000",
        Column.KEY_NUMBER: "1 000",
        Column.REFERENCE: "XX-000",
        Column.SUBMITTED: marked("25 Feb 2027"),
        Column.APPLICANTS: "100.00",
        Column.SPONSORSHIP: "100.00",
        Column.BENEFICIARIES: "100.00",
        Column.COVERED: "1 000.00",
        Column.REDUCTION: "-10.00",
        Column.REDISTRIBUTED: "10.00",
        Column.CREDITED: "100",
    },
    greedy={Column.REFERENCE: 3, Column.SUBMITTED: 2, Column.SET: 2},
    groups=(
        Group(marked("Key, Art. 54"), Column.SHARE, Column.KEY_NUMBER),
        Group(marked("Plan, Annex II"), Column.REFERENCE, Column.REQUESTED),
        Group(marked("Adjusted, Art. 53(3), (4)"), Column.REDUCTION, Column.CREDITED),
        Group(marked("Act, Art. 53"), Column.FIXED_APPLICANTS, Column.SET),
    ),
    gives_way={Column.SUBMITTED: Column.REFERENCE, Column.SHARE: Column.KEY_NUMBER},
    beside_names="benefitting",
)
"""The columns as the shared parts of tables need them."""

_IDS: Final = {
    Column.MEMBER_STATE: "state",
    Column.REFERENCE: "plan",
    Column.SUBMITTED: "submitted",
    Column.APPLICANTS: "applicants",
    Column.SPONSORSHIP: "share_sponsorship",
    Column.BENEFICIARIES: "share_beneficiaries",
    Column.COVERED: "covered",
    Column.REQUESTED: "reduction_requested",
    Column.REDUCTION: "reduction",
    Column.FIXED_APPLICANTS: "fixed_relocations",
    Column.FIXED_SPONSORSHIP: "fixed_sponsorship",
    Column.FIXED_BENEFICIARIES: "fixed_beneficiaries",
    Column.FIXED_MEASURES: "fixed_measures",
    Column.SET: "act",
}
_ELSEWHERE: Final = {
    Column.SHARE: ("share", "key"),
    Column.KEY_NUMBER: ("exact_key", "asked", "not_asked", "report", "total", "situation"),
    Column.APPLICANTS: ("shares", "minors", "match_relocations"),
    Column.SPONSORSHIP: ("nationalities", "activities", "match_sponsorship"),
    Column.COVERED: ("claimed", "missing", "shortfall_percent", "shortfall_a", "shortfall_c", "shortfall_triggered"),
    Column.REQUESTED: ("reduction_eligible", "average", "union_average"),
    Column.CREDITED: ("credits",),
    Column.FIXED_APPLICANTS: ("relocations", "persons", "planned", "incentive"),
    Column.FIXED_SPONSORSHIP: ("sponsorship",),
    Column.FIXED_BENEFICIARIES: ("beneficiaries",),
    Column.FIXED_MEASURES: ("adjusted", "half", "added"),
    Column.SET: ("types", "rounds"),
}
"""Ids of findings and figures beside those of the headings."""
_BY_ID: Final = {
    **{heading.figure: column for column, heading in HEADINGS.items() if heading.figure},
    **{identifier: column for column, identifiers in _ELSEWHERE.items() for identifier in identifiers},
    **{identifier: column for column, identifier in _IDS.items()},
    # A finding on the measures of a plan shows beside what they cover.
    "measures": Column.COVERED,
    "plan_counts": Column.REFERENCE,
}


def column_called(identifier: str) -> Column:
    """Return the column of a finding's column id or of a figure's id; the name's column for any other.

    A finding's ``"measures"`` means the plan's, not the act's; a figure's ``"relocations"`` what the act fixes.
    """
    return _BY_ID.get(identifier, Column.MEMBER_STATE)


def id_of(column: Column) -> str:
    """Return an id of a column that :func:`column_called` finds again."""
    return _IDS.get(column) or HEADINGS[column].figure or "state"
