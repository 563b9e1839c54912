"""Notes: readings in force, data with sources and dates, legal notes; the secretariat's own note."""

from datetime import date

from desktop_app.calc.readings import FIXED, Reading
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.sections.source import Section, Source, nothing_recorded
from desktop_app.documents.styles import BODY, BODY_BOLD

_INDENT = 11
_LAW = ("law-rate", "law-key", "law-discretion", "law-deduction")


def notes_section(source: Source) -> Section:
    """Return the notes."""
    terms = source.terms
    blocks: list[Block] = [
        _sub_heading(terms("notes.readings")),
        Paragraph(terms("notes.readings-intro"), BODY, space_before=2, keep_with_next=True),
        *(_item(_reading(source, reading)) for reading in source.readings),
        Paragraph(terms("notes.fixed-intro"), BODY, space_before=5, keep_with_next=True),
        *(_item(_fixed(source, reading)) for reading in FIXED),
        _sub_heading(terms("notes.sources")),
        *(_item(text) for text in _sources(source)),
        _sub_heading(terms("notes.law")),
        *(_item(terms(f"notes.{name}")) for name in _LAW),
    ]
    return Section(terms("notes.heading"), tuple(blocks))


def secretariat_section(source: Source) -> Section:
    """Return the secretariat's own note on the forum, for drafts."""
    parts = [part for part in (source.forum.note or "").split("\n") if part.strip()]
    blocks = tuple(Paragraph(part, BODY, space_before=4) for part in parts)
    return Section(source.terms("notes.secretariat"), blocks or nothing_recorded(source))


def reading_value(source: Source, reading: Reading) -> str:
    """Return a reading's value in force: its short name, or the date written out."""
    value = source.assessment.readings[reading.name]
    return value if reading.choices else source.terms.day(date.fromisoformat(value))


def _reading(source: Source, reading: Reading) -> str:
    value = reading_value(source, reading)
    words = {
        "title": reading.title,
        "name": reading.name,
        "value": value,
        "why": reading.why,
        "reference": reading.reference,
    }
    if not reading.choices:
        return source.terms("notes.reading-date", **words)
    return source.terms("notes.reading", meaning=reading.choices[value], **words)


def _fixed(source: Source, reading: Reading) -> str:
    """Return a reading that nobody can choose otherwise: it has no name to set it by."""
    words = {"title": reading.title, "why": reading.why, "reference": reading.reference}
    return source.terms("notes.fixed", meaning=reading.choices[reading.default], **words)


def _sources(source: Source) -> list[str]:
    terms, key = source.terms, source.forum.key
    missing = terms("common.not-given")
    return [
        terms("notes.population", day=terms.day(key.population_date), source=key.population_source or missing),
        terms("notes.gdp", year=key.gdp_year or missing, source=key.gdp_source or missing),
    ]


def _sub_heading(text: str) -> Paragraph:
    return Paragraph(text, BODY_BOLD, space_before=8, keep_with_next=True)


def _item(text: str) -> Paragraph:
    return Paragraph(text, BODY, mark="–", indent=_INDENT, space_before=2)
