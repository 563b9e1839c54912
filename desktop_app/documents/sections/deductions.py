"""Deductions: basis, stage with dates, extent and act, with gross, deducted and net side by side (Art. 61, 62)."""

from desktop_app.calc.assessment import Row as Figures
from desktop_app.calc.forum import Deduction, DeductionAmounts, DeductionStage
from desktop_app.calc.periods import end_of_weeks
from desktop_app.calc.requests import asked_for, missing_contents, words_of
from desktop_app.calc.rulebooks.annual_pool.deadlines import holiday_dates
from desktop_app.calc.rulebooks.annual_pool.rules_deductions import ASSESSMENT_WEEKS
from desktop_app.documents.blocks import Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.sections.cells import known
from desktop_app.documents.sections.source import AnnualSource, Section, nothing_recorded
from desktop_app.documents.styles import NOTE
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row

_COLUMNS = (Column(58), Column(54), Column(98), Column(145), figures(44), figures(44), figures(44))
_DECIDED = (DeductionStage.GRANTED, DeductionStage.REFUSED)
_PENDING = (DeductionStage.REQUESTED,)


def deductions_section(source: AnnualSource) -> Section:
    """Return one row a deduction; the state's figures stand beside its first."""
    terms = source.terms
    rows: list[Row] = []
    concerned = [each for each in source.rows if source.forum.state(each.code).deductions]
    decimals = common_decimals(
        [figure for each in concerned for figure in (each.equivalents, each.deducted_equivalents, each.net_equivalents)]
    )
    for each in concerned:
        for place, deduction in enumerate(source.forum.state(each.code).deductions):
            rows.append(_row(source, each, deduction, decimals, first=place == 0))
    if not rows:
        return Section(terms("deductions.heading"), nothing_recorded(source))
    names = ("basis", "stage", "extent", "gross", "deducted", "net")
    heads = (head([terms("pledges.state"), *(terms(f"deductions.{name}") for name in names)]),)
    note = Paragraph(terms("deductions.note"), NOTE, space_before=4)
    return Section(terms("deductions.heading"), (Noted(Table(_COLUMNS, heads, tuple(rows)), (note,)),))


def _row(source: AnnualSource, each: Figures, deduction: Deduction, decimals: int, *, first: bool) -> Row:
    terms = source.terms
    basis = terms("deductions.article", article=deduction.basis.value)
    if deduction.self_declared:
        basis = f"{basis}, {terms('deductions.self-declared')}"
    amounts = (each.equivalents, each.deducted_equivalents, each.net_equivalents)
    return row(
        [
            terms.state(each.code) if first else "",
            basis,
            stage_words(source, deduction),
            extent_words(source, deduction),
            *(known(source, source.number(amount, decimals)) if first else Cell("") for amount in amounts),
        ],
        with_previous=not first,
    )


def stage_words(source: AnnualSource, deduction: Deduction) -> str:
    """Return the stage and, below it, the dates that are known."""
    terms = source.terms
    stage = terms(f"stage.{deduction.stage.value}")
    lines = [stage if deduction.stage in _DECIDED else f"{stage}; {terms('deductions.not-decided')}"]
    dates = {
        "announced": deduction.announced,
        "requested": deduction.requested,
        "assessed": deduction.assessed,
        "decided": deduction.decided,
    }
    lines += [terms(f"deductions.{name}", day=terms.day(day)) for name, day in dates.items() if day is not None]
    if source.is_working and deduction.requested and deduction.stage in _PENDING:
        due = end_of_weeks(deduction.requested, ASSESSMENT_WEEKS, holiday_dates(source.forum))
        lines.append(terms("deductions.due", day=terms.day(due)))
    return "\n".join(lines)


def extent_words(source: AnnualSource, deduction: Deduction) -> str:
    """Return how much is deducted and by which act; in a draft also what the request lacks, and the note."""
    terms = source.terms
    lines = [terms("deductions.full") if deduction.extent is None else _part(source, deduction.extent)]
    if deduction.act:
        lines.append(terms("deductions.act", act=deduction.act))
    elif deduction.stage is DeductionStage.GRANTED:
        lines.append(terms("deductions.act-not-given"))
    if source.is_working and deduction.stage is not DeductionStage.ANNOUNCED:
        lines += _contents(source, deduction)
    if deduction.note and source.is_working:
        lines.append(terms("remarks.note", note=deduction.note))
    return "\n".join(lines)


def _contents(source: AnnualSource, deduction: Deduction) -> list[str]:
    """Return what the checklist of the request says; nothing where the law asks for nothing (Art. 61(2), 62)."""
    terms = source.terms
    if not asked_for(deduction.basis, self_declared=deduction.self_declared):
        return []
    if deduction.contents is None:
        return [] if deduction.stage in _DECIDED else [terms("deductions.contents-not-looked")]
    missing = [terms.said(words_of(each, deduction.basis)) for each in missing_contents(deduction)]
    if not missing:
        return [terms("deductions.contents-complete")]
    return [terms("deductions.contents-missing", contents="; ".join(missing))]


def _part(source: AnnualSource, extent: DeductionAmounts) -> str:
    terms = source.terms
    parts = []
    if extent.relocations:
        parts.append(source.relocations(extent.relocations))
    if extent.financial_cents:
        parts.append(terms("deductions.financial", money=terms.numbers.cents(extent.financial_cents)))
    if extent.alternative_cents:
        parts.append(terms("deductions.alternative", money=terms.numbers.cents(extent.alternative_cents)))
    return terms("deductions.part", parts=terms.listed(parts)) if parts else terms("deductions.part-none")
