"""Measures of Art. 45(1)(d): what is offered, when it is carried out, what it stands for."""

from desktop_app.calc.response_assessment import ResponseRow
from desktop_app.calc.response_plans import ResponseMeasure
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.documents.blocks import Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.sections.cells import known
from desktop_app.documents.sections.kinds import kind_words
from desktop_app.documents.sections.source import ResponseSource, Section, nothing_recorded
from desktop_app.documents.styles import CELL_ITALIC, NOTE
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row

_COLUMNS = (Column(64), Column(76), Column(200), Column(84), figures(63))
_FIXED = (Column(62), Column(72), Column(170), Column(78), figures(53), figures(52))


def measures_section(source: ResponseSource) -> Section:
    """Return each measure of the plans that count, with its timetable; under Art. 48(2) with the size fixed."""
    terms = source.terms
    fixes = source.forum.search_and_rescue.act.path is ActPath.STILL_SHORT
    offering = [each for each in source.assessment.rows if each.plan and each.plan.measures]
    if not offering:
        return Section(terms("response.measures-heading"), nothing_recorded(source))
    decimals = common_decimals(
        [measure.persons_equivalent for each in offering for measure in (each.plan.measures if each.plan else ())]
    )
    names = ["measure-kind", "measure-what", "timetable", "claimed"] + (["measures-fixed"] if fixes else [])
    heads = (head([terms("pledges.state"), *(terms(f"response.{name}") for name in names)]),)
    rows = [
        _row(source, each, measure, decimals, first=place == 0, fixes=fixes)
        for each in offering
        for place, measure in enumerate(each.plan.measures if each.plan else ())
    ]
    table = Table(_FIXED if fixes else _COLUMNS, heads, tuple(rows))
    note = Paragraph(terms("response.measures-note-fixed" if fixes else "response.measures-note"), NOTE, space_before=4)
    return Section(terms("response.measures-heading"), (Noted(table, (note,)),))


def _row(
    source: ResponseSource, each: ResponseRow, measure: ResponseMeasure, decimals: int, *, first: bool, fixes: bool
) -> Row:
    terms = source.terms
    lines = [text for text in (measure.amount, measure.description) if text]
    if measure.value_cents is not None:
        lines.append(terms("response.value", money=terms.numbers.cents(measure.value_cents)))
    cells = [
        Cell(terms.state(each.code) if first else ""),
        Cell(kind_words(source, measure.kind)) if measure.kind else _missing(source, kind_words(source, None)),
        Cell("\n".join(lines)) if lines else _missing(source),
        Cell(measure.timetable) if measure.timetable else _missing(source),
        known(source, source.number(measure.persons_equivalent, decimals)),
    ]
    if fixes:
        cells.append(known(source, source.number(each.measures)) if first else Cell(""))
    return row(cells, with_previous=not first)


def _missing(source: ResponseSource, words: str = "") -> Cell:
    return Cell(words or source.terms("common.not-given"), CELL_ITALIC, shaded=True)
