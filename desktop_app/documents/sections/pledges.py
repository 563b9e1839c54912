"""The main table: one row a Member State, with fair share, pledge by type, gross, deduction and net."""

from desktop_app.calc.assessment import Row as Figures
from desktop_app.calc.forum import Deduction, DeductionStage
from desktop_app.documents.blocks import Align, Paragraph
from desktop_app.documents.noted import Noted, bracketed
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.sections.cells import (
    alternative_cell,
    beneficiaries_cell,
    cent_decimals,
    financial_cell,
    known,
    not_applicable,
    relocations_cell,
)
from desktop_app.documents.sections.source import AnnualSource, Section, nothing_recorded
from desktop_app.documents.styles import CELL_BOLD, NOTE
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, groups, head, row

SHARE_DECIMALS = 4
_COLUMNS = (
    Column(62),
    figures(46),
    figures(52),
    figures(80),
    figures(56),
    figures(56),
    figures(76),
    figures(72),
    figures(52),
    Column(98),
    figures(50),
    figures(50),
)


def pledges_section(source: AnnualSource) -> Section:
    """Return the table and its notes (Art. 57(1)-(4), 61, 62, 66)."""
    title = source.terms("pledges.heading")
    if not source.rows:
        return Section(title, nothing_recorded(source))
    decimals = _Decimals(source)
    rows = [_row(source, each, decimals) for each in source.rows]
    rows += _totals(source, decimals)
    return Section(title, (Noted(Table(_COLUMNS, _heads(source), tuple(rows)), _notes(source)),))


class _Decimals:
    """How many decimals each column has, the same in every row so that figures align."""

    def __init__(self, source: AnnualSource) -> None:
        rows, totals = source.rows, source.assessment.totals
        self.fair_money = common_decimals([each.fair_share_eur for each in rows])
        self.financial = cent_decimals([each.pledged_financial_cents for each in rows])
        self.alternative = cent_decimals([each.pledged_alternative_cents for each in rows])
        self.gross = common_decimals([each.equivalents for each in rows] + [totals.pledged_equivalents])
        self.deducted = common_decimals([each.deducted_equivalents for each in rows])
        self.net = common_decimals([each.net_equivalents for each in rows] + [totals.net_equivalents])


def _heads(source: AnnualSource) -> tuple[Row, Row]:
    terms = source.terms
    centre = Align.CENTRE
    above = [
        Cell(""),
        Cell(""),
        Cell(bracketed(terms("pledges.fair-share")), span=2, align=centre),
        Cell(bracketed(terms("pledges.pledge")), span=4, align=centre),
        Cell(""),
        Cell(bracketed(terms("pledges.deduction")), span=2, align=centre),
        Cell(""),
    ]
    names: tuple[str, ...] = (
        "state",
        "share",
        "fair-relocations",
        "fair-money",
        "relocations",
        "beneficiaries",
        "financial",
    )
    names = (*names, "alternative", "gross", "act", "deducted", "net")
    return groups(above), head([bracketed(terms(f"pledges.{name}")) for name in names])


def _row(source: AnnualSource, each: Figures, decimals: _Decimals) -> Row:
    cells = [
        Cell(source.terms.state(each.code)),
        *_share_cells(source, each, decimals),
        relocations_cell(source, each),
        beneficiaries_cell(source, each),
        financial_cell(source, each, decimals.financial),
        alternative_cell(source, each, decimals.alternative),
        known(source, source.number(each.equivalents, decimals.gross)),
        *_deduction_cells(source, each, decimals),
        known(source, source.number(each.net_equivalents, decimals.net)),
    ]
    return row(cells)


def _share_cells(source: AnnualSource, each: Figures, decimals: _Decimals) -> list[Cell]:
    if not each.in_key:
        return [Cell(source.terms("pledges.outside"), span=3, align=Align.CENTRE)]
    return [
        known(source, source.percent(each.share, SHARE_DECIMALS)),
        known(source, source.number(each.fair_share_relocations)),
        known(source, source.money(each.fair_share_eur, decimals.fair_money)),
    ]


def _deduction_cells(source: AnnualSource, each: Figures, decimals: _Decimals) -> list[Cell]:
    deductions = source.forum.state(each.code).deductions
    if not deductions:
        return [Cell(""), not_applicable(source)]
    stages = "\n".join(stage_or_act(source, deduction) for deduction in deductions)
    return [Cell(stages), known(source, source.number(each.deducted_equivalents, decimals.deducted))]


def stage_or_act(source: AnnualSource, deduction: Deduction) -> str:
    """Return the act of a decided deduction, or the stage of one that is not decided."""
    terms = source.terms
    if deduction.stage is DeductionStage.GRANTED:
        return terms("deductions.cell-granted", act=deduction.act or terms("deductions.cell-no-act"))
    if deduction.stage is DeductionStage.REFUSED:
        if deduction.act:
            return terms("deductions.cell-refused", act=deduction.act)
        return terms("deductions.cell-refused-no-act")
    return terms("deductions.cell-open", stage=terms(f"stage.{deduction.stage.value}"))


def _totals(source: AnnualSource, decimals: _Decimals) -> list[Row]:
    terms, totals, pool = source.terms, source.assessment.totals, source.forum.pool
    name = terms("pledges.total-known" if totals.unknown_states else "pledges.total")
    shared = totals.fair_share_relocations
    fair = "" if shared is None else terms.numbers.number(shared).marked(bracketed("¹"))
    total = [
        Cell(name, span=2),
        Cell(fair),
        not_applicable(source),
        Cell(source.number(totals.pledged_relocations)),
        not_applicable(source),
        Cell(terms.numbers.cents(totals.pledged_financial_cents, decimals.financial)),
        Cell(terms.numbers.cents(totals.pledged_alternative_cents, decimals.alternative)),
        Cell(source.number(totals.pledged_equivalents, decimals.gross)),
        Cell(""),
        not_applicable(source),
        Cell(source.number(totals.net_equivalents, decimals.net)),
    ]
    missing = terms("common.not-given")
    money = missing
    if pool.financial_cents is not None:
        money = terms.numbers.cents(pool.financial_cents, decimals.fair_money)
    reference = [
        Cell(terms("pledges.reference"), span=2),
        Cell(missing if pool.relocations is None else source.number(pool.relocations)),
        Cell(money),
        Cell("", span=8),
    ]
    return [
        row(total, CELL_BOLD, with_previous=True),
        row(reference, with_previous=True),
    ]


def _notes(source: AnnualSource) -> tuple[Paragraph, ...]:
    """Return the notes that the table's marks point to."""
    rate = source.assessment.totals.rate_eur
    notes = (
        ("¹", _rounding_note(source)),
        ("²", source.terms("pledges.note-gross", rate=source.money(rate, common_decimals([rate])))),
        ("³", source.terms("pledges.note-deduction")),
    )
    return tuple(
        Paragraph(text, NOTE, mark=f"({mark})", indent=14, space_before=4 if place == 0 else 0.6)
        for place, (mark, text) in enumerate(notes)
    )


def _rounding_note(source: AnnualSource) -> str:
    reading = source.assessment.readings["rounding"]
    total, reference = source.assessment.totals.fair_share_relocations, source.forum.pool.relocations
    if reading != "up":
        return source.terms(f"pledges.note-{reading}")
    if total is None or reference is None or total <= reference:
        return source.terms("pledges.note-up-plain")
    return source.terms("pledges.note-up", total=source.number(total), reference=source.number(reference))
