"""The record of the pools: what each holds, what was drawn, and what remained after it (COM(2020) 610, Art. 48, 49).

Persons alone are counted, by who takes them over and by nationality: nothing here is about a single person.
"""

from desktop_app.calc.pool_use import Movement, MovementKind, movements_of
from desktop_app.calc.response_assessment import PoolFigures, SearchAndRescueAssessment
from desktop_app.documents.flow import Chapter
from desktop_app.documents.furniture import Kind, Written, furniture_of, written
from desktop_app.documents.sections.cells import known
from desktop_app.documents.sections.explained import page_title
from desktop_app.documents.sections.response.pools import use_table
from desktop_app.documents.sections.source import ResponseSource, Section, nothing_recorded, numbered
from desktop_app.documents.standing import NOW, Standing
from desktop_app.documents.styles import A4, Sheet
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row
from desktop_app.documents.text import terms

_HEADS = ("date", "what", "persons", "remaining", "for", "by", "nationality")


def pool_record_pdf(
    assessment: SearchAndRescueAssessment,
    fingerprint: str,
    *,
    language: str = "en",
    sheet: Sheet = A4,
    standing: Standing = NOW,
) -> Written:
    """Write the record of the pools.

    Args:
        assessment: of the forum whose pools are in use.
        fingerprint: first 12 digits of the hash of the state, printed on every page.
        language: of the text.
        sheet: paper, margins and how it lies; on its own it stands.
        standing: of what state it is printed: now, a past moment, a scenario.

    Returns:
        A PDF file, the same bytes for the same arguments.

    Raises:
        LanguageNotAvailableError: there is no document in that language.
    """
    source = ResponseSource(assessment, terms(language), draft=False)
    pools = assessment.totals.pools
    overview = (use_table(source),) if pools else nothing_recorded(source)
    sections = [Section(source.terms("record.use"), overview), *(_pool(source, pool) for pool in pools)]
    chapter = Chapter(
        sheet.page(own_landscape=False), (*page_title(source, source.terms("record.title")), *numbered(sections))
    )
    return written([chapter], furniture_of(source, fingerprint, Kind.RECORD, standing=standing))


def _pool(source: ResponseSource, pool: PoolFigures) -> Section:
    """Return every movement of a pool, by date."""
    words = source.terms
    heads = (head([words(f"record.{name}") for name in _HEADS]),)
    columns = (Column(84), Column(95), figures(52), figures(62), Column(62), Column(68), Column(64))
    rows = tuple(_row(source, each) for each in movements_of(source.assessment, pool.benefitting))
    title = words("record.pool", state=words.state(pool.benefitting))
    return Section(title, (Table(columns, heads, rows),))


def _row(source: ResponseSource, movement: Movement) -> Row:
    when = source.terms.day(movement.date) if movement.date is not None else source.terms("record.no-date")
    remaining = known(source, source.number(movement.remaining))
    if movement.kind is MovementKind.ACT:
        what = source.terms("record.act" if movement.date is not None else "record.unopened")
        return row([when, what, remaining, remaining, "", "", ""])
    sign = "+" if movement.persons >= 0 else ""
    persons = Cell(f"{sign}{source.number(movement.persons)}")
    return row([when, _what(source, movement), persons, remaining, *_beside(source, movement)])


def _what(source: ResponseSource, movement: Movement) -> str:
    raises = source.forum.search_and_rescue.raises
    if movement.kind is MovementKind.RAISE and movement.place is not None:
        return source.terms("record.raise", state=source.terms.state(raises[movement.place].code))
    return source.terms(f"record.{movement.kind.value}")


def _beside(source: ResponseSource, movement: Movement) -> tuple[str, str, str]:
    """Return for whom a draw was, who takes the persons over, and their nationality."""
    if movement.kind is not MovementKind.DRAW or movement.place is None:
        return "", "", ""
    use = source.forum.search_and_rescue.use[movement.place]
    states = [source.terms.state(code) if code else "" for code in (use.used_for, use.contributor)]
    return states[0], states[1], use.nationality or ""
