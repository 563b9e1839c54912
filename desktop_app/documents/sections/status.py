"""Each Member State's status under Article 11, coverage and gap; contributions of associated States; remarks."""

from desktop_app.calc.assessment import Row as Figures
from desktop_app.calc.forum import Pledge, StateRecord
from desktop_app.documents.blocks import Align, Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.sections.cells import cent_decimals, known, not_applicable
from desktop_app.documents.sections.said import how_said
from desktop_app.documents.sections.source import AnnualSource, Section, Source, nothing_recorded
from desktop_app.documents.styles import NOTE
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, groups, head, row

COVERAGE_DECIMALS = 2
_STATES = (Column(62), Column(132), Column(68), Column(80), figures(48), figures(52), figures(78))
_ASSOCIATED = (Column(90), Column(297), figures(100))
_REMARKS = (Column(90), Column(397))


def status_section(source: AnnualSource) -> Section:
    """Return the status of each Member State and the gap to its fair share (Art. 11, 57(3), 63(2))."""
    if not source.rows:
        return Section(source.terms("status.heading"), nothing_recorded(source))
    note = Paragraph(source.terms("status.note"), NOTE, space_before=4)
    return Section(source.terms("status.heading"), (Noted(_states_table(source), (note,)),))


def _states_table(source: AnnualSource) -> Table:
    terms = source.terms
    above = [Cell("") for _column in range(5)]
    above.append(Cell(terms("status.gap"), span=2, align=Align.CENTRE))
    names = ("flags", "benefitting", "offset", "coverage", "gap-relocations", "gap-money")
    heads = (groups(above), head([terms("pledges.state"), *(terms(f"status.{name}") for name in names)]))
    decimals = common_decimals([each.gap_eur for each in source.rows])
    rows = tuple(_state_row(source, each, decimals) for each in source.rows)
    return Table(_STATES, heads, rows)


def _state_row(source: AnnualSource, each: Figures, decimals: int) -> Row:
    terms, record = source.terms, source.forum.state(each.code)
    since = record.benefitting_since
    amounts = [
        known(source, source.percent(each.coverage, COVERAGE_DECIMALS)),
        known(source, source.number(each.gap_relocations)),
        known(source, source.money(each.gap_eur, decimals)),
    ]
    offset = Cell(terms(f"status.offset-{each.offset_option}"))
    if source.for_room and source.adopted is None:
        # Half of the proposal's number opens it (Art. 63(1)), and that is classified still.
        offset = Cell(terms("common.dash"))
    if not each.in_key:
        amounts = [not_applicable(source)] * 3
        offset = not_applicable(source)
    return row(
        [
            terms.state(each.code),
            flags_of(source, record) or not_applicable(source),
            not_applicable(source) if since is None else Cell(terms.day(since)),
            offset,
            *amounts,
        ]
    )


def flags_of(source: Source, record: StateRecord) -> str:
    """Return the Commission's classification with what pressure rests on; empty where there is none."""
    terms = source.terms
    flags = "; ".join(terms(f"flag.{flag.value}") for flag in record.flags)
    basis = terms.listed([terms(f"pressure.{each.value}") for each in record.pressure_basis])
    return f"{flags} ({basis})" if flags and basis else flags or basis


def associated_section(source: AnnualSource) -> Section:
    """Return the ad hoc contributions of associated States (Art. 13(1), second subparagraph)."""
    terms = source.terms
    decimals = cent_decimals(each.value_cents for each in source.forum.associated)
    rows = [
        row(
            [
                terms.state(each.code),
                each.description or terms("common.not-given"),
                source.cents(each.value_cents, decimals) if each.value_cents is not None else terms("common.not-given"),
            ]
        )
        for each in source.forum.associated
    ]
    if not rows:
        return Section(terms("associated.heading"), nothing_recorded(source))
    heads = (head([terms("associated.state"), terms("associated.description"), terms("associated.value")]),)
    note = Paragraph(terms("associated.note"), NOTE, space_before=4)
    return Section(terms("associated.heading"), (Noted(Table(_ASSOCIATED, heads, tuple(rows)), (note,)),))


def remarks_section(source: AnnualSource) -> Section:
    """Return what must be said of single pledges; notes of the secretariat in a draft only."""
    terms = source.terms
    rows = [
        row([terms.state(each.code), "\n".join(remarks)])
        for each in source.rows
        if (remarks := _remarks(source, source.forum.state(each.code)))
    ]
    if not rows:
        return Section(terms("remarks.heading"), nothing_recorded(source))
    heads = (head([terms("pledges.state"), terms("remarks.remark")]),)
    return Section(terms("remarks.heading"), (Table(_REMARKS, heads, tuple(rows)),))


def _remarks(source: AnnualSource, record: StateRecord) -> list[str]:
    terms, pledge = source.terms, record.pledge
    remarks = _agreement(source, pledge)
    if pledge.is_explicitly_none:
        remarks.append(terms("remarks.no-pledge"))
    if pledge.offsets_planned:
        remarks.append(terms("remarks.offsets", count=source.number(pledge.offsets_planned)))
    if record.crisis_credit:
        count, act = source.number(record.crisis_credit), record.crisis_credit_act
        given = terms("remarks.credit-act", count=count, act=act) if act else terms("remarks.credit", count=count)
        remarks.append(given)
    if record.systemic_shortcomings:
        remarks.append(terms("remarks.shortcomings"))
    if source.is_working and not source.for_room:
        remarks += how_said(source, pledge)
    if pledge.note and source.is_working:
        remarks.append(terms("remarks.note", note=pledge.note))
    return remarks


def _agreement(source: AnnualSource, pledge: Pledge) -> list[str]:
    if pledge.bilateral_agreement:
        return [source.terms("remarks.agreement", agreement=pledge.bilateral_agreement)]
    return [source.terms("remarks.no-agreement")] if pledge.of_which_beneficiaries else []
