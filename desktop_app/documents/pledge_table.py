"""The pledge table as a document: what stands on screen, all columns or chosen ones, in the language of choice."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from desktop_app.calc.assessment import AnnualPoolAssessment, Row
from desktop_app.calc.consequences import Verdict, verdict_of
from desktop_app.calc.exact import CENTS
from desktop_app.calc.forum import Deduction, SharesStatus, StateRecord
from desktop_app.calc.member_states import NOT_BOUND
from desktop_app.calc.moments import as_of
from desktop_app.documents.blocks import Align, Block, Paragraph
from desktop_app.documents.flow import Chapter
from desktop_app.documents.furniture import Document, Kind, Written, furniture_of
from desktop_app.documents.noted import Noted
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.sections.cells import (
    alternative_cell,
    financial_cell,
    known,
    not_applicable,
    relocations_cell,
)
from desktop_app.documents.sections.pledges import SHARE_DECIMALS
from desktop_app.documents.sections.source import AnnualSource, nothing_recorded
from desktop_app.documents.sections.status import COVERAGE_DECIMALS
from desktop_app.documents.sections.title import forum_title
from desktop_app.documents.standing import NOW, Standing
from desktop_app.documents.styles import A4, CELL_BOLD, HEADING, NOTE, Sheet
from desktop_app.documents.tables import Cell, Column, Table, figures, head, row
from desktop_app.documents.tables import Row as TableRow
from desktop_app.documents.text import terms


class TableColumn(Enum):
    """The columns, from left to right; the names are those of the columns on screen, in small letters."""

    MEMBER_STATE = "member_state"
    FLAGS = "flags"
    SHARE = "share"
    FAIR_SHARE = "fair_share"
    RELOCATIONS = "relocations"
    FINANCIAL = "financial"
    ALTERNATIVE = "alternative"
    EQUIVALENTS = "equivalents"
    COVERAGE = "coverage"
    GAP = "gap"
    DEDUCTION = "deduction"
    NET = "net"
    EXACT_FAIR_SHARE = "exact_fair_share"
    FAIR_SHARE_EUR = "fair_share_eur"
    GAP_EUR = "gap_eur"
    DEDUCTED = "deducted"
    OFFSET_OPTION = "offset_option"
    OFFSETS_PLANNED = "offsets_planned"
    BENEFICIARIES = "beneficiaries"
    CRISIS_CREDIT = "crisis_credit"
    BENEFITTING_SINCE = "benefitting_since"
    COVER = "cover"
    REDUCTION = "reduction"
    NOTE = "note"


MAIN: Final = tuple(TableColumn)[:12]
"""The columns that are printed unless others are asked for: they fit on a page."""
_WIDTHS: Final = {
    TableColumn.MEMBER_STATE: Column(70),
    TableColumn.FLAGS: Column(92),
    TableColumn.SHARE: figures(48),
    TableColumn.FAIR_SHARE: figures(50),
    TableColumn.RELOCATIONS: figures(58),
    TableColumn.FINANCIAL: figures(78),
    TableColumn.ALTERNATIVE: figures(76),
    TableColumn.EQUIVALENTS: figures(58),
    TableColumn.COVERAGE: Column(98, Align.RIGHT),
    TableColumn.GAP: figures(48),
    TableColumn.DEDUCTION: Column(84),
    TableColumn.NET: figures(54),
    TableColumn.EXACT_FAIR_SHARE: figures(58),
    TableColumn.FAIR_SHARE_EUR: figures(84),
    TableColumn.GAP_EUR: figures(84),
    TableColumn.DEDUCTED: figures(54),
    TableColumn.OFFSET_OPTION: Column(62),
    TableColumn.OFFSETS_PLANNED: figures(56),
    TableColumn.BENEFICIARIES: figures(62),
    TableColumn.CRISIS_CREDIT: figures(52),
    TableColumn.BENEFITTING_SINCE: Column(62),
    TableColumn.COVER: figures(56),
    TableColumn.REDUCTION: Column(58),
    TableColumn.NOTE: Column(140),
}
_SQUEEZED: Final = 1.15
"""How much wider than the page the columns may be together: so far they can be narrowed, and no word breaks."""
VERDICTS: Final = {Verdict.MET: "met", Verdict.SHORT: "short", Verdict.NO_PLEDGE: "no-pledge"}
_CUMULATIVE: Final = (TableColumn.EQUIVALENTS, TableColumn.COVERAGE, TableColumn.GAP, TableColumn.NET)
"""Their totals count complete pledges only."""


def pledge_table_pdf(
    assessment: AnnualPoolAssessment,
    fingerprint: str,
    *,
    language: str = "en",
    columns: Iterable[TableColumn] = MAIN,
    codes: Sequence[str] | None = None,
    sheet: Sheet = A4,
    standing: Standing = NOW,
) -> Written:
    """Write the pledge table.

    Args:
        assessment: all figures that are printed.
        fingerprint: first 12 digits of the hash of the state, printed on every page.
        language: of the text.
        columns: those to print, from left to right; the Member State always comes first.
        codes: the Member States to print, in this order, as they stand on screen; ``None`` prints all in protocol
            order. Totals are of the whole pool.
        sheet: paper, margins and how it lies; on its own in landscape.
        standing: of what state it is printed: now, a past moment, a scenario.

    Returns:
        A PDF file, marked as a draft, the same bytes for the same arguments.

    Raises:
        LanguageNotAvailableError: there is no document in that language.
    """
    source = AnnualSource(assessment, terms(language), draft=True)
    return pledge_table_document(source, fingerprint, columns, codes, sheet=sheet, standing=standing).pdf()


def pledge_table_document(
    source: AnnualSource,
    fingerprint: str,
    columns: Iterable[TableColumn] = MAIN,
    codes: Sequence[str] | None = None,
    *,
    sheet: Sheet = A4,
    standing: Standing = NOW,
) -> Document:
    """Return the pledge table before it is written."""
    shown = list(dict.fromkeys((TableColumn.MEMBER_STATE, *columns)))
    page = sheet.page(own_landscape=True)
    parts = [tuple(_blocks(source, part, codes)) for part in _parts(shown, page.text_width)]
    furniture = furniture_of(source, fingerprint, Kind.TABLE, standing=standing)
    return Document(tuple(Chapter(page, part) for part in parts), furniture)


def _parts(shown: list[TableColumn], room: float) -> list[list[TableColumn]]:
    """Part the columns where they do not fit beside each other; each part begins with the Member State."""
    state, *others = shown
    parts: list[list[TableColumn]] = [[state]]
    used = _WIDTHS[state].width
    for column in others:
        width = _WIDTHS[column].width
        if used + width > room * _SQUEEZED and len(parts[-1]) > 1:
            parts.append([state])
            used = _WIDTHS[state].width
        parts[-1].append(column)
        used += width
    return parts


def _blocks(source: AnnualSource, shown: list[TableColumn], codes: Sequence[str] | None) -> list[Block]:
    words = source.terms
    day = words("title.as-of", day=words.day(as_of(source.forum)))
    title = " ".join(forum_title(source).split())
    blocks: list[Block] = [Paragraph(f"{title}  ·  {day}", HEADING, Align.LEFT, outline=True)]
    rows = _rows_of(source.assessment, codes)
    if not rows:
        return [*blocks, *nothing_recorded(source)]
    decimals = _Decimals(source.assessment)
    made = [_row(source, each, shown, decimals) for each in rows]
    made.append(_totals(source, shown, decimals))
    heads = (head([words(f"column.{each.value}") for each in shown]),)
    table = Table(tuple(_WIDTHS[each] for each in shown), heads, tuple(made), space_before=8)
    return [*blocks, Noted(table, _notes(source, len(rows)))]


def _rows_of(assessment: AnnualPoolAssessment, codes: Sequence[str] | None) -> list[Row]:
    if codes is None:
        return list(assessment.rows)
    by_code = {each.code: each for each in assessment.rows}
    return [by_code[code] for code in codes if code in by_code]


@dataclass(frozen=True, slots=True, init=False)
class _Decimals:
    """How many decimals each column has, the same in every row so that figures align."""

    financial: int
    alternative: int
    equivalents: int
    net: int
    fair_money: int
    gap_money: int
    deducted: int

    def __init__(self, assessment: AnnualPoolAssessment) -> None:
        rows, totals = assessment.rows, assessment.totals

        def of_cents(cents: Iterable[int | None]) -> int:
            return common_decimals([None if each is None else Fraction(each, CENTS) for each in cents])

        made = {
            "financial": of_cents(each.pledged_financial_cents for each in rows),
            "alternative": of_cents(each.pledged_alternative_cents for each in rows),
            "equivalents": common_decimals([*(each.equivalents for each in rows), totals.pledged_equivalents]),
            "net": common_decimals([*(each.net_equivalents for each in rows), totals.net_equivalents]),
            "fair_money": common_decimals([each.fair_share_eur for each in rows]),
            "gap_money": common_decimals([*(each.gap_eur for each in rows), totals.gap_eur]),
            "deducted": common_decimals([each.deducted_equivalents for each in rows]),
        }
        for name, count in made.items():
            object.__setattr__(self, name, count)


def _row(source: AnnualSource, each: Row, shown: Iterable[TableColumn], decimals: _Decimals) -> TableRow:
    return row([_CELLS[column](source, each, decimals) for column in shown])


def _state(source: AnnualSource, each: Row, _decimals: _Decimals) -> Cell:
    name = source.terms.state(each.code)
    return Cell(f"{name} ({source.terms('column.benefitting')})" if each.benefitting else name)


def _flags(source: AnnualSource, each: Row, _decimals: _Decimals) -> Cell:
    """Return the Commission's classification in one word each, as on screen."""
    terms, record = source.terms, source.forum.state(each.code)
    basis = " · ".join(terms(f"column.basis-{each_basis.value}") for each_basis in record.pressure_basis)
    words = [terms(f"column.flag-{flag.value}") for flag in record.flags]
    if words and basis:
        words[0] = f"{words[0]} ({basis})"
    return Cell("; ".join(words)) if words else not_applicable(source)


def _coverage(source: AnnualSource, each: Row, _decimals: _Decimals) -> Cell:
    verdict = verdict_of(each, source.forum.state(each.code).pledge)
    percent = source.percent(each.coverage, COVERAGE_DECIMALS)
    word = VERDICTS.get(verdict)
    return Cell(f"{percent}  {source.terms(f'column.{word}')}") if word else known(source, percent)


def _deduction(source: AnnualSource, each: Row, _decimals: _Decimals) -> Cell:
    deductions = source.forum.state(each.code).deductions
    if not deductions:
        return not_applicable(source)
    return Cell("\n".join(_stage(source, deduction) for deduction in deductions))


def _stage(source: AnnualSource, deduction: Deduction) -> str:
    """Return the stage in a word, as on screen; with its act where the Council has decided."""
    stage = source.terms(f"stage.{deduction.stage.value}")
    return f"{stage}: {deduction.act}" if deduction.act else stage


def _in_key(
    figure: Callable[[AnnualSource, Row, _Decimals], str],
) -> Callable[[AnnualSource, Row, _Decimals], Cell]:
    """Return a cell that has a figure only inside the key."""

    def made(source: AnnualSource, each: Row, decimals: _Decimals) -> Cell:
        if not each.in_key or each.code == NOT_BOUND:
            return not_applicable(source)
        return known(source, figure(source, each, decimals))

    return made


def _bound(cell: Callable[[AnnualSource, Row, _Decimals], Cell]) -> Callable[[AnnualSource, Row, _Decimals], Cell]:
    """Return a cell that says nothing of Denmark, which pledges nothing that counts."""

    def made(source: AnnualSource, each: Row, decimals: _Decimals) -> Cell:
        return not_applicable(source) if each.code == NOT_BOUND else cell(source, each, decimals)

    return made


def _recorded(words: Callable[[AnnualSource, StateRecord], str]) -> Callable[[AnnualSource, Row, _Decimals], Cell]:
    """Return a cell of what is recorded beside the pledge; a dash where nothing is, and for Denmark."""

    def made(source: AnnualSource, each: Row, _decimals: _Decimals) -> Cell:
        text = "" if each.code == NOT_BOUND else words(source, source.forum.state(each.code))
        return Cell(text) if text else not_applicable(source)

    return made


def _count(source: AnnualSource, count: int) -> str:
    return source.number(count) if count else ""


def _reduction(source: AnnualSource, each: Row) -> str:
    if each.reduction_eligible is None:
        return source.terms("common.not-known")
    return source.terms("column.eligible" if each.reduction_eligible else "measures.identified-no")


_CELLS: Final[dict[TableColumn, Callable[[AnnualSource, Row, _Decimals], Cell]]] = {
    TableColumn.MEMBER_STATE: _state,
    TableColumn.FLAGS: _flags,
    TableColumn.SHARE: _in_key(lambda source, each, _of: source.percent(each.share, SHARE_DECIMALS)),
    TableColumn.FAIR_SHARE: _in_key(lambda source, each, _of: source.number(each.fair_share_relocations)),
    TableColumn.RELOCATIONS: _bound(lambda source, each, _of: relocations_cell(source, each)),
    TableColumn.FINANCIAL: _bound(lambda source, each, of: financial_cell(source, each, of.financial)),
    TableColumn.ALTERNATIVE: _bound(lambda source, each, of: alternative_cell(source, each, of.alternative)),
    TableColumn.EQUIVALENTS: _in_key(lambda source, each, of: source.number(each.equivalents, of.equivalents)),
    TableColumn.COVERAGE: lambda source, each, of: (
        _coverage(source, each, of) if each.in_key else not_applicable(source)
    ),
    TableColumn.GAP: _in_key(lambda source, each, _of: source.number(each.gap_relocations)),
    TableColumn.DEDUCTION: _deduction,
    TableColumn.NET: _in_key(lambda source, each, of: source.number(each.net_equivalents, of.net)),
    TableColumn.EXACT_FAIR_SHARE: _in_key(lambda source, each, _of: source.number(each.exact_fair_share, 2)),
    TableColumn.FAIR_SHARE_EUR: _in_key(lambda source, each, of: source.money(each.fair_share_eur, of.fair_money)),
    TableColumn.GAP_EUR: _in_key(lambda source, each, of: source.money(each.gap_eur, of.gap_money)),
    TableColumn.DEDUCTED: _in_key(lambda source, each, of: source.number(each.deducted_equivalents, of.deducted)),
    TableColumn.OFFSET_OPTION: _in_key(lambda source, each, _of: source.terms(f"status.offset-{each.offset_option}")),
    TableColumn.OFFSETS_PLANNED: _recorded(lambda source, record: _count(source, record.pledge.offsets_planned)),
    TableColumn.BENEFICIARIES: _recorded(lambda source, record: _count(source, record.pledge.of_which_beneficiaries)),
    TableColumn.CRISIS_CREDIT: _recorded(lambda source, record: _count(source, record.crisis_credit)),
    TableColumn.BENEFITTING_SINCE: _recorded(
        lambda source, record: "" if record.benefitting_since is None else source.terms.day(record.benefitting_since)
    ),
    TableColumn.COVER: _in_key(
        lambda source, each, _of: _count(source, each.cover_relocations) or source.terms("common.dash")
    ),
    TableColumn.REDUCTION: _in_key(lambda source, each, _of: _reduction(source, each)),
    TableColumn.NOTE: _recorded(lambda _source, record: " ".join((record.pledge.note or "").split())),
}


def _totals(source: AnnualSource, shown: Iterable[TableColumn], decimals: _Decimals) -> TableRow:
    words, totals = source.terms, source.assessment.totals
    opened = words("column.open-states", count=source.number(len(totals.unknown_states)))
    texts = {
        TableColumn.MEMBER_STATE: words("pledges.total"),
        TableColumn.FLAGS: opened if totals.unknown_states else "",
        TableColumn.FAIR_SHARE: source.number(totals.fair_share_relocations),
        TableColumn.RELOCATIONS: source.number(totals.pledged_relocations),
        TableColumn.FINANCIAL: source.cents(totals.pledged_financial_cents, decimals.financial),
        TableColumn.ALTERNATIVE: source.cents(totals.pledged_alternative_cents, decimals.alternative),
        TableColumn.EQUIVALENTS: source.number(totals.pledged_equivalents, decimals.equivalents),
        TableColumn.COVERAGE: source.percent(totals.coverage, COVERAGE_DECIMALS),
        TableColumn.GAP: source.number(totals.gap_relocations),
        TableColumn.NET: source.number(totals.net_equivalents, decimals.net),
        TableColumn.GAP_EUR: source.money(totals.gap_eur, decimals.gap_money),
    }
    return row([Cell(texts.get(each, "")) for each in shown], CELL_BOLD, with_previous=True)


def _notes(source: AnnualSource, shown: int) -> tuple[Paragraph, ...]:
    words, totals = source.terms, source.assessment.totals
    notes = []
    if shown < len(source.assessment.rows):
        count, of = source.number(shown), source.number(len(source.assessment.rows))
        notes.append(words("report.shown", count=count, all=of))
    if totals.rate_eur is not None:
        rate = source.money(totals.rate_eur, common_decimals([totals.rate_eur]))
        notes.append(words("report.relocation-value", rate=rate))
    if totals.unknown_states:
        notes.append(f"{words('pool.unknown')} {words.states(totals.unknown_states)}.")
    if source.forum.shares_status is SharesStatus.ESTIMATE:
        notes.append(words("pool.note-estimate"))
    return tuple(Paragraph(text, NOTE, space_before=4 if place == 0 else 1) for place, text in enumerate(notes))
