"""Financial incentives for persons who were in fact relocated, by Member State (Art. 61, 72)."""

from desktop_app.calc.incentives import IncentiveRow, incentives_of
from desktop_app.calc.solidarity_record import AS_PROPOSED, IncentiveRate
from desktop_app.documents.blocks import Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.source import Section, Source
from desktop_app.documents.styles import BODY, CELL_BOLD, NOTE
from desktop_app.documents.tables import Column, Row, Table, figures, head, row

_COLUMNS = (Column(97), figures(52), figures(62), figures(62), figures(72), figures(70), figures(72))
_NAMES = ("relocated", "minors", "transferred", "for-relocation", "for-transfer", "sum")


def incentives_section(source: Source) -> Section:
    """Return persons and money by Member State, with the rates."""
    terms, rows = source.terms, incentives_of(source.forum)
    if not rows:
        return Section(terms("incentives.heading"), (Paragraph(terms("incentives.nobody"), BODY, space_before=4),))
    heads = (head([terms("pledges.state"), *(terms(f"incentives.{name}") for name in _NAMES)]),)
    made = [_row(source, terms.state(each.code), each) for each in rows]
    sums = IncentiveRow(
        "",
        sum(each.relocated for each in rows),
        sum(each.minors for each in rows),
        sum(each.transferred for each in rows),
        sum(each.relocating_cents for each in rows),
        sum(each.transfer_cents for each in rows),
    )
    whole = _row(source, terms("response.total"), sums)
    made.append(row(whole.cells, CELL_BOLD))
    notes = [terms("incentives.note")]
    rates = source.forum.solidarity.incentives
    proposed = () if any(each.since is None for each in rates) else (AS_PROPOSED,)
    notes += [_rate(source, each) for each in (*proposed, *rates)]
    paragraphs = tuple(Paragraph(text, NOTE, space_before=4) for text in notes)
    return Section(terms("incentives.heading"), (Noted(Table(_COLUMNS, heads, tuple(made)), paragraphs),))


def _row(source: Source, name: str, each: IncentiveRow) -> Row:
    money = source.terms.numbers.cents
    counts = (each.relocated, each.minors, each.transferred)
    cents = (each.relocating_cents, each.transfer_cents, each.total_cents)
    return row([name, *(source.number(one) for one in counts), *(money(one) for one in cents)])


def _rate(source: Source, rate: IncentiveRate) -> str:
    """Return the rates from a day on."""
    terms = source.terms
    money = terms.numbers.cents
    words = terms(
        "incentives.rate",
        person=money(rate.person_cents),
        minor=money(rate.minor_cents),
        transfer=money(rate.transfer_cents),
    )
    since = terms("incentives.as-proposed" if rate == AS_PROPOSED else "incentives.from-beginning")
    if rate.since is not None:
        since = terms("incentives.since", day=terms.day(rate.since))
    return f"{since}: {words}{f' ({rate.reference})' if rate.reference else ''}."
