"""Figures of two states side by side: before, after, difference, and what caused it."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from desktop_app.calc.comparison import Comparison
from desktop_app.calc.comparison.beside import NOT_THERE, ComparedFigure, number_of
from desktop_app.calc.comparison.causes import Causes, Part
from desktop_app.calc.comparison.figures import About, Head, Subject, Value
from desktop_app.calc.derivation import Unit
from desktop_app.calc.exact import fixed, telling_apart
from desktop_app.calc.forum import Procedure
from desktop_app.calc.member_states import NOT_BOUND
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.entries import title_told
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.sections.source import Source
from desktop_app.documents.styles import BODY, CELL_BOLD, CELL_MUTED, NOTE
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row

_COLUMNS = (Column(128), figures(86), figures(86), figures(72), Column(115))
_COLUMNS_ALONE = (Column(187), figures(102), figures(102), figures(96))
_MOST_CAUSES: Final = 4
"""Causes of one figure that are named; the others are counted."""
_SHARE_DECIMALS: Final = 4

MAIN: Final[Mapping[Procedure, Mapping[About, tuple[str, ...]]]] = MappingProxyType(
    {
        Procedure.ANNUAL_POOL: {
            About.WHOLE: (
                "pledged_relocations",
                "pledged_financial_eur",
                "pledged_alternative_eur",
                "pledged_equivalents",
                "coverage_percent",
                "gap_relocations",
                "gap_eur",
                "net_equivalents",
                "effective_gap_relocations",
            ),
            About.POOL: (),
            About.STATE: (
                "share_percent",
                "fair_share_relocations",
                "pledged_relocations",
                "pledged_financial_eur",
                "pledged_alternative_eur",
                "equivalents",
                "coverage_percent",
                "gap_relocations",
                "deducted_equivalents",
                "net_equivalents",
            ),
        },
        Procedure.SEARCH_AND_RESCUE: {
            About.WHOLE: (
                "relocations",
                "asked",
                "pledged",
                "claimed",
                "coverage_of_asked_percent",
                "fixed_relocations",
                "fixed_sponsorship",
                "fixed_measures",
                "shortfall_percent",
            ),
            About.POOL: ("pool", "used", "remaining"),
            About.STATE: (
                "key_number",
                "asked",
                "pledged",
                "claimed",
                "half",
                "relocations",
                "sponsorship",
                "measures",
            ),
        },
        Procedure.MIGRATORY_PRESSURE: {
            About.WHOLE: (
                "total",
                "asked",
                "covered",
                "claimed",
                "reduction",
                "credited",
                "fixed_relocations",
                "fixed_beneficiaries",
                "fixed_sponsorship",
                "fixed_measures",
                "shortfall_percent",
            ),
            About.POOL: (),
            About.STATE: (
                "key_number",
                "asked",
                "covered",
                "claimed",
                "reduction",
                "redistributed",
                "credited",
                "relocations",
                "beneficiaries",
                "sponsorship",
                "measures",
            ),
        },
        Procedure.VOLUNTARY: {
            About.WHOLE: (
                "relocations",
                "financial",
                "kept_relocations",
                "kept_financial",
                "outstanding_relocations",
                "outstanding_financial",
                "open_relocations",
                "open_financial",
            ),
            About.POOL: ("needed_relocations", "needed_financial", "open_relocations", "open_financial"),
            About.STATE: (
                "relocations",
                "financial",
                "kept_relocations",
                "kept_financial",
                "outstanding_relocations",
                "outstanding_financial",
            ),
        },
    }
)
"""The figures that are printed, by whom they are about."""


def totals_blocks(source: Source, comparison: Comparison, causes: Causes | None) -> tuple[Block, ...]:
    """Return the figures of the whole, those that stayed as they were included."""
    shown = _printed(source, comparison, {About.WHOLE})
    rows = [_row(source, each, causes) for each in shown]
    return (Table(_columns(causes), _heads(source, causes), tuple(rows)),)


def states_blocks(source: Source, comparison: Comparison, causes: Causes | None) -> tuple[Block, ...]:
    """Return the figures that differ, state by state, and below them who has none."""
    shown = [each for each in _printed(source, comparison, {About.POOL, About.STATE}) if _is_bound(source, each)]
    rows: list[Row] = []
    touched: list[Subject] = []
    for each in shown:
        if not each.is_changed:
            continue
        if not touched or touched[-1] != each.subject:
            rows.append(row([Cell(_subject_words(source, each.subject), CELL_BOLD, span=len(_columns(causes)))]))
            touched.append(each.subject)
        made = _row(source, each, causes)
        rows.append(Row(made.cells, made.style, with_previous=rows[-1].cells[0].span > 1))
    if not rows:
        return (Paragraph(source.terms("diff.same"), BODY, space_before=3),)
    same = dict.fromkeys(each.subject for each in shown if each.subject not in touched)
    names = [_subject_words(source, each) for each in same]
    table = Table(_columns(causes), _heads(source, causes), tuple(rows))
    if not names:
        return (table,)
    return table, Paragraph(source.terms("diff.unchanged", states=source.terms.listed(names)), NOTE, space_before=4)


def _printed(source: Source, comparison: Comparison, about: set[About]) -> list[ComparedFigure]:
    main = MAIN[source.procedure]
    return [
        each for each in comparison.figures if each.subject.about in about and each.head.id in main[each.subject.about]
    ]


def _is_bound(source: Source, figure: ComparedFigure) -> bool:
    """Tell whether a state can have figures at all: Denmark has none of an annual pool."""
    return source.procedure is not Procedure.ANNUAL_POOL or figure.subject.code != NOT_BOUND


def _columns(causes: Causes | None) -> tuple[Column, ...]:
    return _COLUMNS_ALONE if causes is None else _COLUMNS


def _heads(source: Source, causes: Causes | None) -> tuple[Row, ...]:
    names = ("figure", "before", "after", "difference", *(() if causes is None else ("causes",)))
    return (head([source.terms(f"diff.{name}") for name in names]),)


def _subject_words(source: Source, subject: Subject) -> str:
    words = source.terms
    if subject.code is None:
        return words("diff.totals")
    if subject.about is About.POOL:
        return words("record.pool", state=words.state(subject.code))
    return words.state(subject.code)


def _row(source: Source, figure: ComparedFigure, causes: Causes | None) -> Row:
    style = None if figure.is_changed else CELL_MUTED
    decimals = _decimals(figure.head, figure.before, figure.after)
    cells = [
        Cell(_capital(source.terms.said(figure.head.title)), style),
        Cell(_value(source, figure.head, figure.before, decimals), CELL_MUTED),
        Cell(_value(source, figure.head, figure.after, decimals), style),
        Cell(_difference(source, figure, decimals), CELL_BOLD if figure.is_changed else CELL_MUTED),
    ]
    if causes is not None:
        cells.append(Cell(_because(source, figure, causes)))
    return row(cells)


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _decimals(head_: Head, before: Value, after: Value) -> int:
    """Return as many decimals as tell the two apart; two where either is not whole, four of a share."""
    one, other = number_of(before), number_of(after)
    least = common_decimals([one, other])
    if head_.unit is Unit.PERCENT:
        least = _SHARE_DECIMALS if head_.id == "share_percent" else 2
    if one is None or other is None or one == other or fixed(one, least) != fixed(other, least):
        return least
    return telling_apart(one, other)


def _value(source: Source, head_: Head, value: Value, decimals: int) -> str:
    number = number_of(value)
    if number is None:
        return source.terms("common.dash" if value == NOT_THERE else "common.not-known")
    if head_.unit in {Unit.EUR, Unit.EUR_PER_RELOCATION}:
        return source.money(number, decimals)
    if head_.unit is Unit.PERCENT:
        return source.terms.numbers.percentage(number, decimals)
    return source.number(number, decimals)


def _difference(source: Source, figure: ComparedFigure, decimals: int) -> str:
    words = source.terms
    if not figure.is_changed:
        return words("common.dash")
    if figure.difference is not None:
        return _signed(source, figure.head, figure.difference, decimals)
    if NOT_THERE in {figure.before, figure.after}:
        return words("diff.came" if figure.before == NOT_THERE else "diff.went")
    return words("diff.now-known" if figure.before is None else "diff.not-known-now")


def _signed(source: Source, head_: Head, difference: Fraction, decimals: int) -> str:
    """Write a difference with its sign; of percentages in points."""
    sign = "+" if difference > 0 else ""
    number = f"{sign}{source.number(difference, decimals)}"
    if head_.unit is Unit.PERCENT:
        return source.terms("diff.points", points=number)
    return number


def _because(source: Source, figure: ComparedFigure, causes: Causes) -> str:
    """Name the steps that moved a figure, each with its part, the largest first."""
    found = next((each for each in causes.figures if (each.figure.subject, each.figure.head) == _key(figure)), None)
    if found is None or not figure.is_changed:
        return ""
    parts = sorted(found.parts, key=lambda part: abs(part.difference or Fraction(0)), reverse=True)
    if len(parts) == 1:
        return _titles(source, parts[0], causes)
    lines = [_part(source, part, causes) for part in parts[:_MOST_CAUSES]]
    if len(parts) > _MOST_CAUSES:
        lines.append(source.terms("sheet.more", count=source.number(len(parts) - _MOST_CAUSES)))
    return "\n".join(lines)


def _key(figure: ComparedFigure) -> tuple[Subject, Head]:
    return figure.subject, figure.head


def _part(source: Source, part: Part, causes: Causes) -> str:
    titles = _titles(source, part, causes)
    if part.difference is None:
        return titles
    decimals = _decimals(part.head, part.before, part.after)
    return f"{titles} ({_signed(source, part.head, part.difference, decimals)})"


def _titles(source: Source, part: Part, causes: Causes) -> str:
    titles = (causes.steps[place].title for place in part.steps)
    return "; ".join(title_told(each, source.terms.language, source.terms) for each in titles)
