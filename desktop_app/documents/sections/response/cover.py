"""The 30 % test's outcome, and the half of their shares that states with measures then cover (Art. 48(2))."""

from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.response_assessment import ResponseRow
from desktop_app.calc.response_plans import Cover
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.cells import known
from desktop_app.documents.sections.percents import percent_text
from desktop_app.documents.sections.source import ResponseSource, Section
from desktop_app.documents.styles import BODY, NOTE
from desktop_app.documents.tables import Column, Row, Table, figures, head, row


def cover_section(source: ResponseSource) -> Section:
    """Return the test's outcome under the reading in force, and who covers half of its share, how."""
    terms = source.terms
    rows = [each for each in source.assessment.rows if each.half]
    blocks: list[Block] = [Paragraph(outcome(source), BODY, space_before=4, keep_with_next=bool(rows))]
    if rows:
        blocks.append(Noted(cover_table(source), (Paragraph(terms("response.cover-note"), NOTE, space_before=4),)))
    return Section(terms("response.cover"), tuple(blocks))


def outcome(source: ResponseSource) -> str:
    """Say how the test comes out under the reading in force."""
    terms, totals = source.terms, source.assessment.totals
    if totals.shortfall is None:
        return terms("response.test-not-known")
    name = "response.test-triggered" if totals.shortfall_triggered else "response.test-not-triggered"
    reading = source.assessment.readings[SHORTFALL.name]
    return terms(name, percent=percent_text(source, totals.shortfall), reading=reading)


def cover_table(source: ResponseSource) -> Table:
    """Return the half, what the plan has, what the rule adds, how the state splits it, and what the act fixes."""
    terms = source.terms
    names = ("half", "in-plan", "added", "split", "unsaid", "relocations", "sponsorship", "measures")
    heads = (head([terms("pledges.state"), *(terms(f"response.{name}") for name in names)]),)
    rows = tuple(_row(source, each) for each in source.assessment.rows if each.half)
    columns = (
        Column(64),
        *(figures(each) for each in (42, 46, 46)),
        Column(82),
        *(figures(each) for each in (42, 52, 58, 55)),
    )
    return Table(columns, heads, rows)


def _row(source: ResponseSource, each: ResponseRow) -> Row:
    fixed = each.by_report
    amounts = [fixed.relocations, fixed.sponsorship, fixed.measures]
    return row(
        [
            source.terms.state(each.code),
            source.number(each.half),
            source.number(each.pledged),
            source.number(each.added),
            split_words(source, each),
            source.number(each.unsaid),
            *(known(source, source.number(amount)) for amount in amounts),
        ]
    )


def split_words(source: ResponseSource, each: ResponseRow) -> str:
    """Return how the state splits what the rule adds, in its own figures, and what is cut of its plan."""
    cut = source.terms("response.cut", cut=source.number(each.cut)) if each.cut else ""
    if not each.added:
        return cut or source.terms("common.dash")
    cover = each.plan.cover if each.plan else None
    said = source.terms("response.split-unsaid") if cover is None else cover_words(source, cover)
    return f"{said}\n{cut}" if cut else said


def cover_words(source: ResponseSource, cover: Cover) -> str:
    """Write a split: so many by relocation, so many by return sponsorship."""
    return source.terms(
        "response.split-said",
        relocations=source.number(cover.relocations),
        sponsorship=source.number(cover.sponsorship),
    )
