"""What the Commission sets for Member States that handed in no plan in time (Art. 53(2))."""

from desktop_app.calc.pressure_assessment import PressureRow
from desktop_app.calc.response_assessment import PlanStanding
from desktop_app.documents.blocks import Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.sections.kinds import type_words
from desktop_app.documents.sections.pressure.changed import contribution_cells, contributions_total
from desktop_app.documents.sections.source import MigratorySource, Section, nothing_recorded
from desktop_app.documents.styles import BODY, NOTE
from desktop_app.documents.tables import Column, Row, Table, figures, head, row

_NAMES = ("relocations", "beneficiaries", "sponsorship", "sum")


def set_types_section(source: MigratorySource) -> Section:
    """Return the types that are set, and the persons they come to."""
    terms = source.terms
    if not source.assessment.rows:
        return Section(terms("act53.set-types"), nothing_recorded(source))
    rows = [each for each in source.assessment.rows if each.set_by_commission]
    if not rows:
        return Section(terms("act53.set-types"), (Paragraph(terms("act53.none-set"), BODY, space_before=4),))
    heads = (
        head(
            [
                terms("pledges.state"),
                terms("act53.why-set"),
                terms("act53.types"),
                *(terms(f"act53.column-{name}") for name in ("number", "changed", *_NAMES)),
            ]
        ),
    )
    columns = (Column(60), Column(58), Column(92), *(figures(width) for width in (36, 42, 47, 57, 54, 41)))
    made = [*(_row(source, each) for each in rows), contributions_total(source, rows, _NAMES, before=3)]
    notes = tuple(Paragraph(terms(f"act53.{name}"), NOTE, space_before=4) for name in ("set-note", "changed-note"))
    return Section(terms("act53.set-types"), (Noted(Table(columns, heads, tuple(made)), notes),))


def _row(source: MigratorySource, each: PressureRow) -> Row:
    terms = source.terms
    late = each.standing is PlanStanding.LATE
    why = terms("response.late-plan") if late else terms(f"standing.{each.standing.name.lower()}")
    cells = contribution_cells(source, each, _NAMES)
    return row([terms.state(each.code), why, types_words(source, each), *cells])


def types_words(source: MigratorySource, each: PressureRow) -> str:
    """Write how a state's persons split: percent by type, those of nothing left out."""
    return "\n".join(
        f"{source.terms.numbers.percentage(percent, common_decimals([percent]))} {type_words(source, kind)}"
        for kind, percent in each.types.by_type.items()
        if percent
    )
