"""Alternative solidarity measures: described and valued (Art. 56(2)(c), 57(4), 65)."""

from desktop_app.calc.forum import AlternativeMeasure
from desktop_app.documents.sections.cells import cent_decimals, not_applicable
from desktop_app.documents.sections.said import said_in
from desktop_app.documents.sections.source import AnnualSource, Section, nothing_recorded
from desktop_app.documents.styles import CELL_ITALIC
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row

_COLUMNS = (Column(60), Column(198), Column(58), Column(64), Column(44), figures(63))


def measures_section(source: AnnualSource) -> Section:
    """Return one row a measure."""
    terms = source.terms
    given = [(each.code, measure) for each in source.rows for measure in source.forum.state(each.code).pledge.measures]
    decimals = cent_decimals(measure.value_cents for _code, measure in given)
    rows = [_row(source, code, measure, decimals) for code, measure in given]
    if not rows:
        return Section(terms("measures.heading"), nothing_recorded(source))
    names = ("description", "kind", "method", "identified", "value")
    heads = (head([terms("pledges.state"), *(terms(f"measures.{name}") for name in names)]),)
    return Section(terms("measures.heading"), (Table(_COLUMNS, heads, tuple(rows)),))


def _row(source: AnnualSource, code: str, measure: AlternativeMeasure, decimals: int) -> Row:
    terms = source.terms
    value = Cell(terms("measures.no-value"), CELL_ITALIC, shaded=True)
    if measure.value_cents is not None:
        value = Cell(terms.numbers.cents(measure.value_cents, decimals))
    identified = not_applicable(source)
    if measure.identified_in_proposal is not None:
        named = "identified-yes" if measure.identified_in_proposal else "identified-no"
        identified = Cell(terms(f"measures.{named}"))
    return row(
        [
            terms.state(code),
            measure.description or terms("common.not-given"),
            terms("common.not-given") if measure.kind is None else terms(f"kind.{measure.kind.value}"),
            _method(source, measure),
            identified,
            value,
        ]
    )


def _method(source: AnnualSource, measure: AlternativeMeasure) -> str:
    """Return how the value was found; in a draft also in which currency it was said."""
    method = measure.method or source.terms("common.not-given")
    if measure.original is None or not source.is_working:
        return method
    return f"{method}\n{said_in(source, measure.original)}"
