"""Notes: readings in force, data with sources and dates, legal notes; the secretariat's own note."""

from datetime import date

from desktop_app.calc.forum import DataFlag, Holiday, KeyState, Procedure
from desktop_app.calc.readings import COVER, Reading, fixed_readings_of
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.sections.source import Section, Source, nothing_recorded
from desktop_app.documents.styles import BODY, SUBHEADING

_INDENT = 11
_LAW_OF = {
    Procedure.ANNUAL_POOL: ("law-rate", "law-key", "law-discretion", "law-deduction"),
    Procedure.SEARCH_AND_RESCUE: ("law-never-adopted", "law-key-2020", "law-rule-2020", "law-types-2020"),
    Procedure.MIGRATORY_PRESSURE: (
        "law-never-adopted",
        "law-key-pressure",
        "law-rule-pressure",
        "law-reduction",
        "law-credit",
    ),
    Procedure.VOLUNTARY: ("law-mechanism", "law-support", "law-incentives"),
}
"""Legal notes by procedure, by the keys of their words."""


def notes_section(source: Source) -> Section:
    """Return the notes."""
    terms = source.terms
    blocks: list[Block] = [
        _sub_heading(terms("notes.readings")),
        *_readings(source),
        *_data(source),
        _sub_heading(terms("notes.law")),
        *(_item(terms(f"notes.{name}")) for name in _LAW_OF[source.procedure]),
    ]
    return Section(terms("notes.heading"), tuple(blocks))


def readings_section(source: Source) -> Section:
    """Return the readings in force alone."""
    return Section(source.terms("notes.readings"), tuple(_readings(source)))


def _readings(source: Source) -> list[Block]:
    terms = source.terms
    return [
        Paragraph(terms(f"notes.readings-intro{source.of_overview}"), BODY, space_before=2, keep_with_next=True),
        *(_item(_reading(source, reading)) for reading in source.readings),
        Paragraph(terms("notes.fixed-intro"), BODY, space_before=5, keep_with_next=True),
        *(_item(_fixed(source, reading)) for reading in fixed_readings_of(source.procedure)),
    ]


def _data(source: Source) -> list[Block]:
    """Return the data of the key with their sources; the voluntary mechanism has no key."""
    if source.procedure is Procedure.VOLUNTARY:
        return []
    return [_sub_heading(source.terms("notes.sources")), *(_item(text) for text in _sources(source))]


def secretariat_section(source: Source) -> Section:
    """Return the secretariat's own note on the forum, for drafts; for the room, that it is left out."""
    if source.for_room:
        left_out = Paragraph(source.terms("dossier.left-out"), BODY, space_before=4)
        return Section(source.terms("notes.secretariat"), (left_out,))
    parts = [part for part in (source.forum.note or "").split("\n") if part.strip()]
    blocks = tuple(Paragraph(part, BODY, space_before=4) for part in parts)
    return Section(source.terms("notes.secretariat"), blocks or nothing_recorded(source))


def reading_value(source: Source, reading: Reading) -> str:
    """Return a reading's value in force: its short name, or the date written out."""
    value = source.assessment.readings[reading.name]
    return source.terms.said(value) if reading.choices else source.terms.day(date.fromisoformat(value))


def reading_meaning(source: Source, reading: Reading) -> str:
    """Return what a reading's value in force means in the procedure."""
    value = source.assessment.readings[reading.name]
    if source.procedure is Procedure.MIGRATORY_PRESSURE and (reading.name, value) == (COVER.name, "exact"):
        # Nothing is cut relocations first there: a plan splits its persons by shares.
        return source.terms("act53.cover-exact")
    return source.terms.said(reading.choices[value])


def _reading(source: Source, reading: Reading) -> str:
    said = source.terms.said
    words = {
        "title": said(reading.title),
        "name": said(reading.name),
        "value": reading_value(source, reading),
        "why": said(reading.why),
        "reference": said(reading.reference),
    }
    if not reading.choices:
        return source.terms("notes.reading-date", **words)
    return source.terms("notes.reading", meaning=reading_meaning(source, reading), **words)


def _fixed(source: Source, reading: Reading) -> str:
    """Return a reading that nobody can choose otherwise: it has no name to set it by."""
    said = source.terms.said
    words = {"title": said(reading.title), "why": said(reading.why), "reference": said(reading.reference)}
    return source.terms("notes.fixed", meaning=said(reading.choices[reading.default]), **words)


def _sources(source: Source) -> list[str]:
    terms, key = source.terms, source.forum.key
    missing = terms("common.not-given")
    population = _extracted(source, key.population_source or missing, key.population_extracted)
    gdp = _extracted(source, key.gdp_source or missing, key.gdp_extracted)
    said = [
        terms("notes.population", day=terms.day(key.population_date), source=population),
        *_flagged(source, "notes.flagged-population", [(each, each.population_flags) for each in key.states]),
        terms("notes.gdp", year=key.gdp_year or missing, source=gdp),
        *_flagged(source, "notes.flagged-gdp", [(each, each.gdp_flags) for each in key.states]),
    ]
    said += [
        terms("notes.key-remark", state=terms.state(each.code), remark=each.remark)
        for each in key.states
        if each.remark
    ]
    pressure = source.procedure is Procedure.MIGRATORY_PRESSURE
    if (source.is_working or pressure) and source.forum.applications_source:
        said.append(terms("notes.applications", source=applications_words(source)))
    if source.is_working and source.forum.holidays:
        said.append(
            terms("notes.holidays", days=terms.listed([_holiday(source, each) for each in source.forum.holidays]))
        )
    return said


def applications_words(source: Source) -> str:
    """Return the source of the applications; under pressure with a remark where it is not the one of Annex II."""
    named = source.forum.applications_source
    if not named:
        return source.terms("common.not-given")
    if source.procedure is not Procedure.MIGRATORY_PRESSURE or "eurostat" in named.casefold():
        return named
    return source.terms("reduction.other-source", source=named)


def _extracted(source: Source, named: str, day: date | None) -> str:
    """Return a source with the day on which the data were taken from it, where that is known."""
    return named if day is None else source.terms("notes.extracted", source=named, day=source.terms.day(day))


def _flagged(source: Source, key: str, flagged: list[tuple[KeyState, tuple[DataFlag, ...]]]) -> list[str]:
    """Return a sentence for each flag that the source put to some of its values."""
    said = []
    for flag in DataFlag:
        codes = tuple(each.code for each, flags in flagged if flag in flags)
        if codes:
            words = source.terms(f"data-flag.{flag.value}")
            said.append(source.terms(key, flag=words, states=source.terms.states(codes)))
    return said


def _holiday(source: Source, holiday: Holiday) -> str:
    day = source.terms.day(holiday.date)
    return source.terms("notes.holiday", day=day, name=holiday.name) if holiday.name else day


def _sub_heading(text: str) -> Paragraph:
    return Paragraph(text, SUBHEADING, space_before=8, keep_with_next=True)


def _item(text: str) -> Paragraph:
    return Paragraph(text, BODY, mark="–", indent=_INDENT, space_before=2)
