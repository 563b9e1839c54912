"""The pools, one for each Member State of disembarkation (Art. 48(1)), their raises, and their use (Art. 49)."""

from desktop_app.calc.response_assessment import PoolFigures
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.cells import known
from desktop_app.documents.sections.response.need import PERCENT_DECIMALS
from desktop_app.documents.sections.source import ResponseSource, Section, nothing_recorded
from desktop_app.documents.styles import CELL_BOLD, NOTE, SUBHEADING
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row


def pools_section(source: ResponseSource) -> Section:
    """Return each pool, with what it was before raises or a top-up, and the raises."""
    terms, pools = source.terms, source.assessment.totals.pools
    if not pools:
        return Section(terms("response.pools"), nothing_recorded(source))
    changed = any(pool.pool != pool.before for pool in pools)
    names = ["disembarkation", "pool-need", *(["pool-before", "pool-after"] if changed else ["pool"])]
    rows = tuple(_row(source, pool, changed=changed) for pool in pools)
    columns = (Column(187), *(figures(100 if changed else 150) for _name in names[1:]))
    table = Table(columns, (head([terms(f"response.{name}") for name in names]),), rows)
    note = Paragraph(terms("response.pools-note"), NOTE, space_before=4)
    return Section(terms("response.pools"), (Noted(table, (note,)), *_raises(source)))


def _row(source: ResponseSource, pool: PoolFigures, *, changed: bool) -> Row:
    cells = [known(source, source.number(pool.needed))]
    cells += [known(source, source.number(pool.before))] if changed else []
    now = source.number(pool.pool)
    last = known(source, now) if pool.pool is None else Cell(now, CELL_BOLD)
    return row([source.terms.state(pool.benefitting), *cells, last])


def _raises(source: ResponseSource) -> list[Block]:
    """Return the raises by Member State; they exist after an act under Art. 48(1) alone."""
    terms, recorded = source.terms, source.forum.search_and_rescue
    if not recorded.raises or recorded.act.path is not ActPath.SUFFICIENT:
        return []
    rows = [
        row(
            [
                terms.state(each.code),
                terms.state(each.benefitting),
                source.number(each.relocations),
                terms.day(each.date),
                (each.note if source.draft else None) or "",
            ]
        )
        for each in recorded.raises
    ]
    heads = (head([terms(f"response.raise-{name}") for name in ("state", "pool", "persons", "date", "note")]),)
    columns = (Column(95), Column(95), figures(60), Column(90), Column(147))
    title = Paragraph(terms("response.raises"), SUBHEADING, space_before=10, keep_with_next=True)
    return [title, Table(columns, heads, tuple(rows))]


def use_table(source: ResponseSource) -> Table:
    """Return how far each pool is used on the day of the check."""
    terms = source.terms
    names = ("disembarkation", "pool", "used", "used-percent", "remaining", "draws", "alarm")
    heads = (head([terms(f"response.{name}") for name in names]),)
    rows = tuple(_use_row(source, pool) for pool in source.assessment.totals.pools)
    columns = (Column(110), *(figures(58) for _name in names[1:-1]), Column(87))
    return Table(columns, heads, rows)


def _use_row(source: ResponseSource, pool: PoolFigures) -> Row:
    cells = [
        known(source, source.number(pool.pool)),
        Cell(source.number(pool.used)),
        known(source, source.percent(pool.used_ratio, PERCENT_DECIMALS)),
        known(source, source.number(pool.remaining)),
        Cell(source.number(pool.draws)),
    ]
    alarm = Cell(source.terms("response.alarm-reached"), CELL_BOLD) if pool.alarm else Cell(source.terms("common.dash"))
    return row([source.terms.state(pool.benefitting), *cells, alarm])
