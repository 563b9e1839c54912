"""The pool in total, and how the figures are read."""

from desktop_app.calc.forum import SharesStatus
from desktop_app.documents.blocks import Paragraph
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.sections.source import AnnualSource, Section
from desktop_app.documents.sections.status import COVERAGE_DECIMALS
from desktop_app.documents.styles import BODY
from desktop_app.documents.tables import Column, Table, row

_COLUMNS = (Column(245), Column(242))


def pool_section(source: AnnualSource) -> Section:
    """Return coverage and gap of the pool, gross and effective (Art. 13(4))."""
    terms, totals = source.terms, source.assessment.totals
    lines = [
        ("pledged-known" if totals.unknown_states else "pledged", _pledged(source)),
        ("coverage", source.percent(totals.coverage, COVERAGE_DECIMALS)),
        ("gap", _gap(source)),
        ("net", source.number(totals.net_equivalents, common_decimals([totals.net_equivalents]))),
        ("effective", _effective(source)),
    ]
    if totals.unknown_states:
        lines.append(("unknown", terms.states(totals.unknown_states)))
    rows = tuple(row([terms(f"pool.{name}"), text]) for name, text in lines)
    return Section(terms("pool.heading"), (Table(_COLUMNS, (), rows),))


def _pledged(source: AnnualSource) -> str:
    totals, reference = source.assessment.totals, source.forum.pool.relocations
    pledged = source.number(totals.pledged_equivalents, common_decimals([totals.pledged_equivalents]))
    of = source.terms("common.not-given") if reference is None else source.number(reference)
    return source.terms("pool.of-reference", pledged=pledged, reference=of)


def _gap(source: AnnualSource) -> str:
    totals = source.assessment.totals
    if totals.gap_relocations is None:
        return source.terms("common.not-known")
    money = source.money(totals.gap_eur, common_decimals([totals.gap_eur]))
    return source.terms("pool.gap-both", relocations=source.relocations(totals.gap_relocations), money=money)


def _effective(source: AnnualSource) -> str:
    count = source.assessment.totals.effective_gap_relocations
    if count is None:
        return source.terms("common.not-known")
    return source.relocations(count)


def reading_section(source: AnnualSource) -> Section:
    """Return how the cells are read, who has no row, and what the shares and totals rest on."""
    terms, assessment = source.terms, source.assessment
    notes = [terms("pool.note-cells")]
    if any(not source.forum.state(each.code).pledge.is_complete for each in source.rows):
        notes.append(terms("pool.note-not-recorded"))
    if assessment.totals.unknown_states:
        notes.append(terms("pool.note-unknown"))
    if source.forum.shares_status is SharesStatus.ESTIMATE:
        notes.append(terms("pool.note-estimate"))
    if source.forum.key.adopted_shares:
        codes = tuple(code for code, _percent in source.forum.key.adopted_shares)
        notes.append(terms("pool.note-adopted-shares", states=terms.states(codes)))
    notes.append(terms("pool.note-denmark"))
    blocks = tuple(Paragraph(text, BODY, mark="–", indent=11, space_before=3) for text in notes)
    return Section(terms("pool.reading"), blocks)
