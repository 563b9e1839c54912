"""The log: what the Commission coordinated, and was told of bilateral measures (Art. 59, 60); for drafts."""

from datetime import date

from desktop_app.calc.solidarity_record import LogEntry
from desktop_app.documents.sections.source import Section, Source
from desktop_app.documents.tables import Column, Row, Table, head, row

_COLUMNS = (Column(84), Column(80), Column(103), Column(220))


def log_section(source: Source) -> Section:
    """Return the entries by their days, those without one last."""
    terms = source.terms
    heads = (head([terms(f"log.{name}") for name in ("date", "kind", "states", "text")]),)
    rows = tuple(
        _row(source, each) for each in sorted(source.forum.solidarity.log, key=lambda each: each.on or date.max)
    )
    return Section(terms("log.heading"), (Table(_COLUMNS, heads, rows),))


def _row(source: Source, each: LogEntry) -> Row:
    terms = source.terms
    states = tuple(code for code in (each.code, each.other) if code is not None)
    return row([terms.day(each.on), terms(f"log.kind-{each.kind.value}"), terms.states(states), each.text])
