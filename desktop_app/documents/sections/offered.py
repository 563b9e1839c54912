"""Measures of Art. 45(1)(d) by Member State: what is offered, when it is carried out, what it stands for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop_app.calc.exact import total_if_known
from desktop_app.calc.response_plans import ResponseMeasure
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.sections.cells import known
from desktop_app.documents.sections.kinds import kind_words
from desktop_app.documents.sections.source import Source
from desktop_app.documents.styles import CELL_ITALIC
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row

_WIDTHS = {0: (64, 76, 200, 84, 63), 1: (62, 72, 170, 78, 53), 2: (62, 68, 146, 70, 48)}
"""Widths of the columns by how many figures of the act stand beside them."""
_FIXED = (0, 52, 47)


@dataclass(frozen=True, slots=True)
class Offered:
    """What one Member State offers.

    Attributes:
        code: the Member State.
        measures: in the order of its plan.
        fixed: cells of what the act makes of all of them together.
    """

    code: str
    measures: tuple[ResponseMeasure, ...]
    fixed: tuple[Cell, ...] = ()


def offered_table(source: Source, offering: Iterable[Offered], fixed: tuple[str, ...]) -> Table:
    """Return each measure with its timetable.

    Args:
        source: of the words.
        offering: who offers what.
        fixed: names of the columns of what the act makes of a state's measures.
    """
    terms, listed = source.terms, tuple(offering)
    decimals = common_decimals([measure.persons_equivalent for each in listed for measure in each.measures])
    names = [terms(f"response.{name}") for name in ("measure-kind", "measure-what", "timetable", "claimed")]
    heads = (head([terms("pledges.state"), *names, *fixed]),)
    rows = tuple(made for each in listed for made in _rows(source, each, decimals))
    widths = _WIDTHS[len(fixed)]
    columns = (*(Column(width) for width in widths[:-1]), *(figures(each) for each in _figures(widths[-1], fixed)))
    return Table(columns, heads, rows)


def _figures(claimed: float, fixed: tuple[str, ...]) -> tuple[float, ...]:
    return claimed, *(_FIXED[len(fixed)] for _name in fixed)


def _rows(source: Source, each: Offered, decimals: int) -> Iterator[Row]:
    terms = source.terms
    # What the act makes of all of them stands beside their sum.
    several = bool(each.fixed) and len(each.measures) > 1
    for place, measure in enumerate(each.measures):
        first = place == 0
        lines = [text for text in (measure.amount, measure.description) if text]
        if measure.value_cents is not None:
            lines.append(terms("response.value", money=terms.numbers.cents(measure.value_cents)))
        kind = kind_words(source, measure.kind)
        cells = [
            Cell(terms.state(each.code) if first else ""),
            Cell(kind) if measure.kind else missing_cell(source, kind),
            Cell("\n".join(lines)) if lines else missing_cell(source),
            Cell(measure.timetable) if measure.timetable else missing_cell(source),
            known(source, source.number(measure.persons_equivalent, decimals)),
            *(Cell("") if several else cell for cell in each.fixed),
        ]
        yield row(cells, with_previous=not first)
    if several:
        claimed = total_if_known(measure.persons_equivalent for measure in each.measures)
        together = known(source, source.number(claimed, decimals))
        empty = Cell("")
        yield row([empty, terms("response.together"), empty, empty, together, *each.fixed], with_previous=True)


def missing_cell(source: Source, words: str = "") -> Cell:
    """Return the cell of something that is not given and should be."""
    return Cell(words or source.terms("common.not-given"), CELL_ITALIC, shaded=True)
