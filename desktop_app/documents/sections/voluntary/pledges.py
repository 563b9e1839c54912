"""What signatories pledge and keep: by signatory, pledge by pledge, and commitment by commitment."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from desktop_app.calc.voluntary import Commitment, VoluntaryPledge, signatory_place
from desktop_app.calc.voluntary_assessment import VoluntaryRow
from desktop_app.documents.blocks import Align, Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.cells import not_applicable
from desktop_app.documents.sections.offered import missing_cell
from desktop_app.documents.sections.source import Section, VoluntarySource, nothing_recorded
from desktop_app.documents.sections.voluntary.needs import eur_cell
from desktop_app.documents.styles import CELL_BOLD, CELL_ITALIC, NOTE
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, groups, head, row

_SIGNATORIES = (
    Column(76),
    Column(84),
    figures(43),
    figures(62),
    figures(62),
    figures(43),
    figures(62),
    figures(43),
    figures(62),
)
_PLEDGES = (Column(64), Column(50), Column(78), Column(56), figures(41), figures(72), Column(126))
_KEPT = (Column(84), Column(78), Column(78), figures(50), figures(60), figures(72), Column(65))


def signatories_section(source: VoluntarySource) -> Section:
    """Return a line for each signatory: pledged, kept, outstanding; associated states after the Member States."""
    terms = source.terms
    if not source.assessment.rows:
        return Section(terms("overview.by-signatory"), nothing_recorded(source))
    above = [
        Cell(""),
        Cell(""),
        Cell(terms("overview.pledged"), span=3, align=Align.CENTRE),
        Cell(terms("overview.kept"), span=2, align=Align.CENTRE),
        Cell(terms("overview.outstanding"), span=2, align=Align.CENTRE),
    ]
    persons, money = terms("overview.persons"), terms("overview.money-eur")
    below = [
        terms("overview.state"),
        terms("overview.signed"),
        persons,
        money,
        terms("overview.projects"),
        persons,
        money,
        persons,
        money,
    ]
    rows = [*_signatories(source), _totals(source)]
    note = Paragraph(terms("overview.signatories-note"), NOTE, space_before=4)
    table = Table(_SIGNATORIES, (groups(above), head(below)), tuple(rows))
    return Section(terms("overview.by-signatory"), (Noted(table, (note,)),))


def _signatories(source: VoluntarySource) -> Iterator[Row]:
    """Yield those who signed, and below a line of their own those who help without having signed."""
    signed = {each.code for each in source.forum.voluntary.signatories}
    for each in source.assessment.rows:
        if each.code in signed:
            yield _signatory(source, each)
    others = [each for each in source.assessment.rows if each.code not in signed]
    if others:
        title = Cell(source.terms("overview.not-signatories"), CELL_ITALIC, span=len(_SIGNATORIES))
        yield row([title])
    for each in others:
        # The line above them is nobody's last on a page.
        yield replace(_signatory(source, each), with_previous=each is others[0])


def _signatory(source: VoluntarySource, each: VoluntaryRow) -> Row:
    name = source.terms.state(each.code)
    return row(
        [
            f"{name} ({source.terms('overview.associated')})" if each.associated else name,
            _signed(source, each.code),
            _persons(source, each.relocations),
            eur_cell(source, each.financial_cents),
            eur_cell(source, each.project_cents),
            _persons(source, each.kept_relocations.given),
            eur_cell(source, each.kept_financial.given),
            _persons(source, each.kept_relocations.open),
            eur_cell(source, each.kept_financial.open),
        ]
    )


def _signed(source: VoluntarySource, code: str) -> Cell:
    """Say when a state signed, and when it left."""
    terms = source.terms
    signed = next((one for one in source.forum.voluntary.signatories if one.code == code), None)
    if signed is None:
        return missing_cell(source, terms("overview.not-signed"))
    words = [terms.day(signed.signed)]
    words += [] if signed.withdrawn is None else [terms("overview.withdrawn", day=terms.day(signed.withdrawn))]
    return Cell("\n".join(words))


def _persons(source: VoluntarySource, count: int | None) -> Cell:
    return Cell(source.number(count)) if count else not_applicable(source)


def _money(source: VoluntarySource, cents: int | None) -> Cell:
    return Cell(source.terms.numbers.cents(cents)) if cents else not_applicable(source)


def _totals(source: VoluntarySource) -> Row:
    totals = source.assessment.totals
    cells = [
        _persons(source, totals.relocations.given),
        eur_cell(source, totals.pledged_cents),
        eur_cell(source, totals.project_cents),
        _persons(source, totals.kept_relocations.given),
        eur_cell(source, totals.kept_financial.given),
        _persons(source, totals.outstanding_relocations),
        eur_cell(source, totals.outstanding_cents),
    ]
    bold = [Cell(each.text, CELL_BOLD) for each in cells]
    return row([source.terms("response.total"), Cell(""), *bold], CELL_BOLD)


def pledges_section(source: VoluntarySource) -> Section:
    """Return every pledge: for whom, persons, money, and the project in a partner country."""
    terms, pledges = source.terms, source.forum.voluntary.pledges
    if not pledges:
        return Section(terms("overview.pledges"), nothing_recorded(source))
    names = ("signatory", "reference", "date", "for", "persons", "money", "particulars")
    heads = (head([terms(f"overview.{name}") for name in names]),)
    rows = tuple(_pledge(source, each) for each in pledges)
    return Section(terms("overview.pledges"), (Table(_PLEDGES, heads, rows),))


def _pledge(source: VoluntarySource, each: VoluntaryPledge) -> Row:
    terms = source.terms
    lines = [terms("overview.vulnerable-first")] if each.vulnerable_first else []
    if each.project:
        country = each.partner_country or terms("common.not-given")
        lines.append(terms("overview.project", project=each.project, country=country))
    lines += [each.note] if each.note and source.draft else []
    return row(
        [
            terms.state(each.code),
            each.reference or terms("common.not-given"),
            terms.day(each.submitted),
            terms("overview.left-open") if each.benefitting is None else terms.state(each.benefitting),
            _persons(source, each.relocations),
            _money(source, each.financial_cents),
            "\n".join(lines),
        ]
    )


def kept_section(source: VoluntarySource) -> Section:
    """Return every commitment kept, by the day on which it was; those without a day last."""
    terms, kept = source.terms, source.forum.voluntary.kept
    if not kept:
        return Section(terms("overview.kept-heading"), nothing_recorded(source))
    ordered = sorted(kept, key=lambda each: (each.on or date.max, signatory_place(each.code)))
    # Notes are the secretariat's: a final overview has none, and no column for them.
    noted = source.draft and any(each.note for each in kept)
    names = ["date", "signatory", "for", "persons", "minors", "money", *(["note"] if noted else [])]
    heads = (head([terms(f"overview.{name}") for name in names]),)
    rows = tuple(_commitment(source, each, noted=noted) for each in ordered)
    return Section(terms("overview.kept-heading"), (Table(_KEPT[: len(names)], heads, rows),))


def _commitment(source: VoluntarySource, each: Commitment, *, noted: bool) -> Row:
    terms = source.terms
    return row(
        [
            terms.day(each.on),
            terms.state(each.code),
            terms("overview.left-open") if each.benefitting is None else terms.state(each.benefitting),
            _persons(source, each.relocations),
            source.number(each.minors) if each.relocations else not_applicable(source),
            _money(source, each.financial_cents),
            *([each.note or ""] if noted else []),
        ]
    )
