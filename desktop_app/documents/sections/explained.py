"""What the pages on the 30 % test of both procedures have in common: title, answer, the readings side by side."""

from fractions import Fraction
from typing import Final

from desktop_app.calc.exact import exact_text
from desktop_app.calc.moments import as_of
from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.thirty_percent import ReadingOfTest, ReadingsOfTest
from desktop_app.documents.blocks import Align, Block, Paragraph, Rule
from desktop_app.documents.flow import Framed
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.percents import percent_text
from desktop_app.documents.sections.source import Section, Source
from desktop_app.documents.sections.title import forum_title
from desktop_app.documents.styles import BODY, BODY_BOLD, CELL_BOLD, NAME, NOTE, SUBTITLE
from desktop_app.documents.tables import Cell, Column, Row, Table, head, row

DECIMALS: Final = 2
LONGEST_FRACTION: Final = 90
"""Signs of an exact fraction that still tell somebody something; a longer one is left out."""


def page_title(source: Source, title: str, status: str = "") -> tuple[Block, ...]:
    """Return what stands above the first section of a page that explains a rule of the proposal.

    Args:
        source: of the words.
        title: of the page.
        status: in law, where it is not that of the proposal.
    """
    terms = source.terms
    as_of_day = terms("title.as-of", day=terms.day(as_of(source.forum)))
    return (
        Paragraph(title, NAME, Align.CENTRE, space_before=4, outline=True),
        Paragraph(forum_title(source), SUBTITLE, Align.CENTRE, space_before=5),
        Rule(space_before=8, part=0.18, keep_with_next=False),
        Paragraph(as_of_day, BODY, Align.CENTRE, space_before=5),
        Paragraph(status or terms("response.legal-status"), BODY_BOLD, Align.CENTRE, space_before=3),
    )


def answer_section(source: Source, decides: ReadingOfTest, effect: str) -> Section:
    """Return the verdict of the reading in force, framed, and what follows from it."""
    terms = source.terms
    verdict = terms("response.test-not-known" if decides.has_result else "test53.no-result")
    if decides.ratio is not None:
        verdict = terms(
            "test.verdict-triggered" if decides.triggered else "test.verdict-not-triggered",
            short=persons_words(source, decides.short),
            whole=persons_words(source, decides.whole),
            percent=percent_text(source, decides.ratio),
            reading=decides.name,
        )
    said = Paragraph(verdict, BODY_BOLD, keep_with_next=True)
    return Section(terms("test.answer"), (Framed((said, Paragraph(effect, BODY, space_before=4)), space_before=6),))


def readings_section(source: Source, test: ReadingsOfTest, group: str = "test") -> Section:
    """Return the readings side by side, with their numbers and their boundaries.

    Args:
        source: of the words.
        test: the readings.
        group: of the words that differ by procedure.
    """
    terms = source.terms
    heads = (head([terms(f"test.{name}") for name in ("reading", "counted", "numbers", "result")]),)
    rows = tuple(_reading_row(source, each) for each in test.readings)
    columns = (Column(52), Column(190), Column(150), Column(95))
    notes = (
        Paragraph(terms(f"{group}.letters"), NOTE, space_before=4),
        Paragraph(terms(f"{group}.why-three", why=terms.said(SHORTFALL.why)), NOTE, space_before=3),
    )
    strict = Paragraph(terms("test.strict"), BODY, space_before=8)
    return Section(terms(f"{group}.readings"), (Noted(Table(columns, heads, rows), notes), strict))


def _reading_row(source: Source, each: ReadingOfTest) -> Row:
    terms = source.terms
    name = terms("test.in-force", reading=each.name) if each.in_force else each.name
    meaning = f"{terms.said(each.meaning)}\n{terms('test.because', reason=terms.said(each.reason))}"
    numbers = [terms.said(each.formula), terms.said(each.numbers)]
    result = terms("common.not-known")
    if each.ratio is not None:
        exactly = exact_text(each.ratio)
        if len(exactly) <= LONGEST_FRACTION:
            numbers.append(terms("test.exactly", fraction=exactly.replace("/", " / ")))
        key = "test.result-triggered" if each.triggered else "test.result-not-triggered"
        percent = percent_text(source, each.ratio)
        result = f"{terms(key, percent=percent)}\n{terms.said(each.boundary_words)}"
    style = CELL_BOLD if each.in_force else None
    return row([Cell(name, style), meaning, "\n".join(numbers), result])


def persons_words(source: Source, value: Fraction | int | None) -> str:
    """Write an exact number of persons, with two decimals where it is not whole."""
    return source.number(value, 0 if value is None or value.denominator == 1 else DECIMALS)
