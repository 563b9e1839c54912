"""Title block, acts and meetings, reference numbers."""

import re
from typing import Final

from desktop_app.calc.forum import MeasureKind, Procedure, SharesStatus, SourceAct
from desktop_app.calc.moments import as_of
from desktop_app.documents.blocks import Align, Block, Paragraph
from desktop_app.documents.citations import act_number, journal_reference
from desktop_app.documents.noted import Noted
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.sections.source import AnnualSource, Section, Source
from desktop_app.documents.sentences import ENGLISH
from desktop_app.documents.styles import BODY, BODY_BOLD, CELL_BOLD, NAME, NOTE, SUBTITLE, TITLE
from desktop_app.documents.tables import Cell, Column, Row, Table, head, row

_DEFAULTS: Final = {
    Procedure.SEARCH_AND_RESCUE: "response.title-default",
    Procedure.MIGRATORY_PRESSURE: "act53.title-default",
    Procedure.VOLUNTARY: "overview.title-default",
}


_ENGLISH_NAMES: Final = ("Annual Solidarity Pool {year}", "Annual Solidarity Pool for {year}")


def forum_title(source: Source) -> str:
    """Return the forum's title, or the pool's name where it has none."""
    if source.forum.title and not _is_the_name_in_english(source):
        return source.forum.title
    return pool_name(source)


def pool_name(source: Source) -> str:
    """Return what a forum is called where its title has no room: short in every language, and never cut."""
    default = _DEFAULTS.get(source.procedure)
    if default is not None:
        return source.terms(default)
    if source.forum.year is None:
        return source.terms("title.default-no-year")
    return source.terms("title.default", year=source.forum.year)


def _is_the_name_in_english(source: Source) -> bool:
    """Tell whether a title is no more than the pool's name in English, which another language has in its own words."""
    names = {name.format(year=source.forum.year) for name in _ENGLISH_NAMES}
    return (
        source.terms.language != ENGLISH and source.procedure is Procedure.ANNUAL_POOL and source.forum.title in names
    )


def estimate_mark(source: Source) -> str:
    """Return what says on every page that the shares are an estimate; empty where they are not."""
    if source.forum.shares_status is not SharesStatus.ESTIMATE:
        return ""
    return source.terms("page.estimate" if source.forum.adopted is None else "page.estimate-adopted")


def title_block(source: Source) -> list[Block]:
    """Return what stands above the first section."""
    terms, forum = source.terms, source.forum
    year = forum.year
    act = forum.adopted_act
    # As the Official Journal cites it: behind the type of the act, or where the language has it.
    number = "" if act.number is None else f" {act_number(act.number, terms.language)}"
    to = terms("title.to-no-year", number=number) if year is None else terms("title.to", number=number, year=year)
    adopted = terms("title.not-adopted")
    if forum.adopted is not None:
        adopted = terms("title.adopted", day=terms.day(forum.adopted))
    dates = f"{adopted}  ·  {terms('title.as-of', day=terms.day(as_of(forum)))}"
    published = [] if act.official_journal is None else [journal_reference(act.official_journal, terms.language)]
    return [
        Paragraph(terms("title.annex"), TITLE, Align.CENTRE, space_before=4, outline=True),
        Paragraph(to, SUBTITLE, Align.CENTRE, space_before=5),
        Paragraph(f"({terms('title.basis')})", BODY, Align.CENTRE, space_before=4),
        Paragraph(forum_title(source), NAME, Align.CENTRE, space_before=14),
        Paragraph(dates, BODY, Align.CENTRE, space_before=4),
        *(Paragraph(f"({text})", BODY, Align.CENTRE, space_before=2) for text in published),
        *_estimate(source),
    ]


def _estimate(source: Source) -> list[Block]:
    """Return the mark of an estimate, and below it the label that its owner put on the forum."""
    mark = estimate_mark(source)
    if not mark:
        return []
    blocks: list[Block] = [Paragraph(mark, BODY_BOLD, Align.CENTRE, space_before=7)]
    label = first_sentence(source.forum.note or "")
    return [*blocks, Paragraph(label, BODY, Align.CENTRE, space_before=2)] if label else blocks


def first_sentence(note: str) -> str:
    """Return the first sentence of a note's first line: what comes after it need not be for the public."""
    line = note.strip().partition("\n")[0]
    # It ends where a capital follows, unlike the full stops of "Art. 57" and "approx. half".
    ends = (found.start() for found in _AFTER_FULL_STOP.finditer(line) if line[found.end()].isupper())
    return line[: next(ends, len(line))].strip()


_AFTER_FULL_STOP: Final = re.compile(r"(?<=[.!?])\s+(?=\S)")


def acts_section(source: Source) -> Section:
    """Return the acts and meetings with their dates (Art. 9, 11, 12, 13)."""
    terms, basis = source.terms, source.forum.basis
    rows = [
        _act(source, terms("acts.report"), basis.report),
        _act(source, terms("acts.decision"), basis.decision),
        _act(source, terms("acts.proposal"), basis.proposal),
    ]
    for meeting in source.forum.meetings:
        kind = terms(f"acts.meeting-{meeting.kind.value}")
        rows.append(row([terms("acts.meeting"), kind, terms.day(meeting.date)]))
    heads = (head([terms("acts.act"), terms("acts.reference"), terms("acts.date")]),)
    columns = (Column(225), Column(165), Column(97))
    return Section(terms("acts.heading"), (Table(columns, heads, tuple(rows)),))


def _act(source: Source, name: str, act: SourceAct) -> Row:
    return row([name, act.reference or source.terms("common.not-given"), source.terms.day(act.date)])


def reference_section(source: AnnualSource) -> Section:
    """Return the reference numbers and what goes with them (Art. 12(3)-(5), 57(1)-(2))."""
    terms, pool, totals = source.terms, source.forum.pool, source.assessment.totals
    missing = terms("common.not-given")
    sar = terms("reference.sar-none")
    if pool.sar_percent is not None:
        sar = terms.numbers.percentage(pool.sar_percent, common_decimals([pool.sar_percent]))
    money = missing if pool.financial_cents is None else terms.numbers.cents(pool.financial_cents)
    lines = [
        ("relocations", missing if pool.relocations is None else terms.numbers.number(pool.relocations)),
        ("financial", money),
        ("rate", source.money(totals.rate_eur, common_decimals([totals.rate_eur]))),
        ("sar", sar),
        ("measures", terms.listed([_named(source, each) for each in pool.named_measures]) or terms("common.none")),
    ]
    if pool.exceptional:
        lines.append(("exceptional", terms("reference.exceptional-yes")))
    rows = tuple(
        row([terms(f"reference.{name}"), Cell(value, CELL_BOLD if name in _NUMBERS else None)]) for name, value in lines
    )
    note = Paragraph(terms("reference.alternatives"), NOTE, space_before=5)
    return Section(terms("reference.heading"), (Noted(Table((Column(285), Column(202)), (), rows), (note,)),))


def _named(source: Source, measure: str) -> str:
    """Return a measure that the proposal names: a kind in the document's language, anything else as it was typed."""
    return source.terms(f"kind.{measure}") if measure in _KINDS else measure


_KINDS: Final = frozenset(kind.value for kind in MeasureKind)
_NUMBERS = frozenset({"relocations", "financial", "rate"})
