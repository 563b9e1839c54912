"""The columns of the table of plans: key, plan, 30 % test, act (COM(2020) 610, Art. 47, 48)."""

from enum import IntEnum
from types import MappingProxyType
from typing import Final

from desktop_app.calc.entry_plan import PlanFigure
from desktop_app.views.language import marked
from desktop_app.views.plan_form.annex import ANNEX_I
from desktop_app.views.plan_table import headings
from desktop_app.views.typed_table.layout import Group, Layout, Measure, TableHeading


class Column(IntEnum):
    """The columns, from left to right."""

    MEMBER_STATE = 0
    SHARE = 1
    KEY_NUMBER = 2
    ASKED = 3
    REFERENCE = 4
    SUBMITTED = 5
    RELOCATIONS = 6
    VULNERABLE = 7
    MEASURES = 8
    MISSING = 9
    PART = 10
    COVER = 11
    FIXED_RELOCATIONS = 12
    FIXED_SPONSORSHIP = 13
    FIXED_MEASURES = 14
    SET = 15


TYPED: Final = MappingProxyType({Column.RELOCATIONS: PlanFigure.RELOCATIONS, Column.VULNERABLE: PlanFigure.VULNERABLE})
"""What is typed into the table; all else of a plan stands on its form."""
ON_THE_FORM: Final = MappingProxyType(
    {Column.REFERENCE: "plan", Column.SUBMITTED: "plan", Column.MEASURES: "measures", Column.COVER: "cover"}
)
"""Columns of what the form holds, with the part of the form."""

HEADINGS: Final = MappingProxyType(
    {
        Column.MEMBER_STATE: headings.MEMBER_STATE,
        Column.SHARE: headings.SHARE,
        Column.KEY_NUMBER: TableHeading(
            marked("Number"),
            marked("by the key"),
            marked("key number"),
            "key_number",
            "asked",
            marked("Share × the report's total, in whole persons, Art. 47(3), 54. With a top-up: before → after."),
            measure=Measure.PERSONS,
        ),
        Column.ASKED: TableHeading(
            marked("Asked"),
            marked("persons"),
            marked("number asked"),
            "asked",
            "asked",
            marked(
                "What the Commission asks of the Member State, Art. 47(3); nobody is asked for a benefitting "
                "state's part."
            ),
            measure=Measure.PERSONS,
        ),
        Column.REFERENCE: headings.reference(ANNEX_I),
        Column.SUBMITTED: headings.submitted(ANNEX_I),
        Column.RELOCATIONS: TableHeading(
            marked("Relocations"),
            marked("persons"),
            marked("relocations"),
            "pledged",
            "pledged",
            marked(
                "Relocations of applicants in the plan, Art. 45(1)(a), 47(4). Typed here: 310, 50%, rest, +20, - for 0."
            ),
            measure=Measure.PERSONS,
        ),
        Column.VULNERABLE: TableHeading(
            marked("Vulnerable"),
            marked("of these"),
            marked("vulnerable persons"),
            "vulnerable",
            "",
            marked(
                "Vulnerable persons among the relocations, Art. 47(4)(c), 49(4). Typed here: 20, 50% of the "
                "relocations, "
                "+5."
            ),
            measure=Measure.PERSONS,
        ),
        Column.MEASURES: TableHeading(
            marked("Measures"),
            marked("as persons"),
            marked("measures in persons-equivalent"),
            "claimed",
            "claimed",
            marked(
                "What the plan's measures stand for, in persons, Art. 45(1)(d). Enter or F2 opens them on the form."
            ),
            measure=Measure.RELOCATIONS,
        ),
        Column.MISSING: TableHeading(
            marked("Missing"),
            marked("persons"),
            marked("missing by measures"),
            "missing",
            "shortfall_percent",
            marked("What the measures leave short of the share, before rounding, Art. 48(2)."),
            measure=Measure.RELOCATIONS,
        ),
        Column.PART: TableHeading(
            marked("Part"),
            marked("% of test"),
            marked("part of the 30 % test"),
            "missing",
            "shortfall_percent",
            marked(
                "The state's part of the shortfall under the reading in force; the sum is tested: strictly above 30 %."
            ),
        ),
        Column.COVER: TableHeading(
            marked("Cover"),
            marked("added"),
            marked("cover added"),
            "added",
            "",
            marked("Persons that the 50 % rule adds to the plan's, Art. 48(2). F2 opens its split on the form."),
            measure=Measure.PERSONS,
        ),
        Column.FIXED_RELOCATIONS: TableHeading(
            marked("Relocations"),
            marked("persons"),
            marked("relocations by the act"),
            "relocations",
            "fixed_relocations",
            marked("Applicants that the act fixes, Art. 48. Until the plans are judged: as pledged."),
            measure=Measure.PERSONS,
            full=marked("Relocations by the act"),
        ),
        Column.FIXED_SPONSORSHIP: TableHeading(
            marked("Sponsored"),
            marked("persons"),
            marked("return sponsorship by the act"),
            "sponsorship",
            "fixed_sponsorship",
            marked("Persons sponsored for return that the act fixes, only as part of the cover, Art. 48(2)."),
            measure=Measure.PERSONS,
        ),
        Column.FIXED_MEASURES: TableHeading(
            marked("Measures"),
            marked("as persons"),
            marked("measures by the act"),
            "measures",
            "fixed_measures",
            marked("Measures that the act fixes, in proportion to the key's relocations, Art. 48(2)."),
            measure=Measure.PERSONS,
            full=marked("Measures by the act (as persons)"),
        ),
        Column.SET: TableHeading(
            marked("Set by"),
            marked("in the act"),
            marked("set by"),
            "relocations",
            "",
            marked("Without a plan in time, the Commission sets size and type, Art. 48(2)."),
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
        Column.ASKED: "1 000",
        Column.REFERENCE: "XX-000",
        Column.RELOCATIONS: "10 000",
        Column.VULNERABLE: "1 000",
        Column.MEASURES: "1 000",
        Column.MISSING: "1 000.00",
    },
    greedy={Column.REFERENCE: 3, Column.SUBMITTED: 2, Column.SET: 2},
    groups=(
        Group(marked("Key, Art. 54"), Column.SHARE, Column.ASKED),
        Group(marked("Plan, Annex I"), Column.REFERENCE, Column.MEASURES),
        Group(marked("30 % test"), Column.MISSING, Column.PART),
        Group(marked("Act, Art. 48"), Column.COVER, Column.SET),
    ),
    beside_names="benefitting",
)
"""The columns as the shared parts of tables need them."""

_IDS: Final = {
    Column.REFERENCE: "plan",
    Column.SUBMITTED: "submitted",
    Column.RELOCATIONS: "relocations",
    Column.VULNERABLE: "vulnerable",
    Column.MEASURES: "claimed",
    Column.PART: "shortfall_percent",
    Column.COVER: "added",
    Column.FIXED_RELOCATIONS: "fixed_relocations",
    Column.FIXED_SPONSORSHIP: "fixed_sponsorship",
    Column.FIXED_MEASURES: "fixed_measures",
    Column.SET: "act",
}
_BY_ID: Final = {
    **{heading.figure: column for column, heading in reversed(list(HEADINGS.items())) if heading.figure},
    **{identifier: column for column, identifier in _IDS.items()},
    "share": Column.SHARE,
    "exact_key": Column.KEY_NUMBER,
    "key": Column.SHARE,
    "requests": Column.ASKED,
    "report": Column.KEY_NUMBER,
    "not_asked": Column.KEY_NUMBER,
    "coverage_percent": Column.KEY_NUMBER,
    "coverage_of_asked_percent": Column.ASKED,
    "pledged": Column.RELOCATIONS,
    "measures": Column.MEASURES,
    "cover": Column.COVER,
    "half": Column.COVER,
    "sponsorship": Column.FIXED_SPONSORSHIP,
    "shortfall_a": Column.PART,
    "shortfall_b": Column.PART,
    "shortfall_c": Column.PART,
    "shortfall_triggered": Column.PART,
    "top_up": Column.FIXED_RELOCATIONS,
    "raises": Column.FIXED_RELOCATIONS,
    "pools": Column.FIXED_RELOCATIONS,
}


def column_called(identifier: str) -> Column:
    """Return the column of a finding's column id or of a figure's id; the name's column for any other.

    A finding's ``"relocations"`` and ``"measures"`` mean the plan's cell, not the act's.
    """
    return _BY_ID.get(identifier, Column.MEMBER_STATE)


def id_of(column: Column) -> str:
    """Return an id of a column that :func:`column_called` finds again."""
    return _IDS.get(column) or HEADINGS[column].figure or "state"
