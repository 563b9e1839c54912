"""What signatories pledge and keep: by signatory, pledge by pledge, and commitment by commitment."""

from desktop_app.calc.voluntary import Commitment, VoluntaryPledge
from desktop_app.calc.voluntary_assessment import VoluntaryRow
from desktop_app.documents.blocks import Align, Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.cells import not_applicable
from desktop_app.documents.sections.source import Section, VoluntarySource, nothing_recorded
from desktop_app.documents.styles import CELL_BOLD, NOTE
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, groups, head, row

_SIGNATORIES = (
    Column(80),
    Column(88),
    figures(46),
    figures(66),
    figures(66),
    figures(46),
    figures(66),
    figures(46),
    figures(66),
)
_PLEDGES = (Column(74), Column(86), Column(78), figures(46), figures(70), Column(133))
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
    persons, money = terms("overview.persons"), terms("overview.money")
    below = [
        terms("overview.signatory"),
        terms("overview.signed"),
        persons,
        money,
        terms("overview.projects"),
        persons,
        money,
        persons,
        money,
    ]
    rows = [*(_signatory(source, each) for each in source.assessment.rows), _totals(source)]
    note = Paragraph(terms("overview.signatories-note"), NOTE, space_before=4)
    table = Table(_SIGNATORIES, (groups(above), head(below)), tuple(rows))
    return Section(terms("overview.by-signatory"), (Noted(table, (note,)),))


def _signatory(source: VoluntarySource, each: VoluntaryRow) -> Row:
    terms, recorded = source.terms, source.forum.voluntary
    signed = next((one for one in recorded.signatories if one.code == each.code), None)
    words = terms("overview.not-signed")
    if signed is not None:
        words = terms.day(signed.signed)
    if signed is not None and signed.withdrawn is not None:
        words = f"{words}\n{terms('overview.withdrawn', day=terms.day(signed.withdrawn))}"
    name = terms.state(each.code)
    named = f"{name} ({terms('overview.associated')})" if each.associated else name
    return row(
        [
            named,
            words,
            source.number(each.relocations),
            _money(source, each.financial_cents),
            _money(source, each.project_cents),
            source.number(each.kept_relocations.given),
            _money(source, each.kept_financial.given),
            source.number(each.kept_relocations.open),
            _money(source, each.kept_financial.open),
        ]
    )


def _money(source: VoluntarySource, cents: int | None) -> Cell:
    return Cell(source.terms.numbers.cents(cents)) if cents else not_applicable(source)


def _totals(source: VoluntarySource) -> Row:
    totals = source.assessment.totals
    cells = [
        Cell(source.number(totals.relocations.given)),
        _money(source, totals.financial.given),
        _money(source, totals.project_cents),
        Cell(source.number(totals.kept_relocations.given)),
        _money(source, totals.kept_financial.given),
        Cell(source.number(totals.outstanding_relocations)),
        _money(source, totals.outstanding_cents),
    ]
    bold = [Cell(each.text, CELL_BOLD) for each in cells]
    return row([source.terms("response.total"), Cell(""), *bold], CELL_BOLD)


def pledges_section(source: VoluntarySource) -> Section:
    """Return every pledge: for whom, persons, money, and the project in a partner country."""
    terms, pledges = source.terms, source.forum.voluntary.pledges
    if not pledges:
        return Section(terms("overview.pledges"), nothing_recorded(source))
    names = ("signatory", "reference", "for", "persons", "money", "particulars")
    heads = (head([terms(f"overview.{name}") for name in names]),)
    rows = tuple(_pledge(source, each) for each in pledges)
    return Section(terms("overview.pledges"), (Table(_PLEDGES, heads, rows),))


def _pledge(source: VoluntarySource, each: VoluntaryPledge) -> Row:
    terms = source.terms
    reference = each.reference or terms("common.not-given")
    if each.submitted is not None:
        reference = f"{reference}\n{terms.day(each.submitted)}"
    lines = [terms("overview.vulnerable-first")] if each.vulnerable_first else []
    if each.project:
        country = each.partner_country or terms("common.not-given")
        lines.append(terms("overview.project", project=each.project, country=country))
    lines += [each.note] if each.note and source.draft else []
    return row(
        [
            terms.state(each.code),
            reference,
            terms("overview.left-open") if each.benefitting is None else terms.state(each.benefitting),
            source.number(each.relocations) if each.relocations else not_applicable(source),
            _money(source, each.financial_cents),
            "\n".join(lines),
        ]
    )


def kept_section(source: VoluntarySource) -> Section:
    """Return every commitment kept, by the day on which it was."""
    terms, kept = source.terms, source.forum.voluntary.kept
    if not kept:
        return Section(terms("overview.kept-heading"), nothing_recorded(source))
    names = ("date", "signatory", "for", "persons", "minors", "money", "note")
    heads = (head([terms(f"overview.{name}") for name in names]),)
    rows = tuple(_commitment(source, each) for each in kept)
    return Section(terms("overview.kept-heading"), (Table(_KEPT, heads, rows),))


def _commitment(source: VoluntarySource, each: Commitment) -> Row:
    terms = source.terms
    return row(
        [
            terms.day(each.on),
            terms.state(each.code),
            terms("overview.left-open") if each.benefitting is None else terms.state(each.benefitting),
            source.number(each.relocations) if each.relocations else not_applicable(source),
            source.number(each.minors) if each.relocations else not_applicable(source),
            _money(source, each.financial_cents),
            (each.note if source.draft else None) or "",
        ]
    )
