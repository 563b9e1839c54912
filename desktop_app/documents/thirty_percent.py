"""The 30 % test of a forum in words and numbers: three readings, who counts and why, the half, what the act fixes.

Written for somebody who decides and has not read the proposal (COM(2020) 610, Art. 48(2), recital 22).
"""

from fractions import Fraction

from desktop_app.calc.exact import exact_text
from desktop_app.calc.moments import as_of
from desktop_app.calc.readings import COVER, SHORTFALL
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.shortfall_shown import percent_words
from desktop_app.calc.thirty_percent import ReadingOfTest, ThirtyPercentTest, thirty_percent_of
from desktop_app.documents.blocks import Align, Block, Paragraph, Rule
from desktop_app.documents.flow import Chapter, Framed
from desktop_app.documents.furniture import Kind, furniture_of, written
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.cells import known, not_applicable
from desktop_app.documents.sections.response.cover import cover_table
from desktop_app.documents.sections.response.title import path_key
from desktop_app.documents.sections.source import ResponseSource, Section, nothing_recorded, numbered
from desktop_app.documents.sections.title import forum_title
from desktop_app.documents.styles import A4, BODY, BODY_BOLD, CELL_BOLD, NAME, NOTE, SUBTITLE, Sheet
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row
from desktop_app.documents.text import terms

DECIMALS = 2
LONGEST_FRACTION = 90
"""Signs of an exact fraction that still tell somebody something; a longer one is left out."""


def thirty_percent_pdf(
    assessment: SearchAndRescueAssessment, fingerprint: str, *, language: str = "en", sheet: Sheet = A4
) -> bytes:
    """Write the page on the 30 % test.

    Args:
        assessment: of the forum that is tested.
        fingerprint: first 12 digits of the hash of the state, printed on every page.
        language: of the text.
        sheet: paper, margins and how it lies; on its own it stands.

    Returns:
        A PDF file, the same bytes for the same arguments.

    Raises:
        LanguageNotAvailableError: there is no document in that language.
    """
    source = ResponseSource(assessment, terms(language), draft=False)
    test = thirty_percent_of(assessment)
    sections = [
        _question(source),
        _answer(source, test),
        _readings(source, test),
        _who(source),
        _half(source, test),
        _fixed(source, test),
    ]
    chapter = Chapter(sheet.page(own_landscape=False), (*_title(source), *numbered(sections)))
    return written([chapter], furniture_of(source, fingerprint, Kind.TEST))


def _title(source: ResponseSource) -> tuple[Block, ...]:
    terms = source.terms
    as_of_day = terms("title.as-of", day=terms.day(as_of(source.forum)))
    return (
        Paragraph(terms("test.title"), NAME, Align.CENTRE, space_before=4, outline=True),
        Paragraph(forum_title(source), SUBTITLE, Align.CENTRE, space_before=5),
        Rule(space_before=8, part=0.18, keep_with_next=False),
        Paragraph(as_of_day, BODY, Align.CENTRE, space_before=5),
        Paragraph(terms("response.legal-status"), BODY_BOLD, Align.CENTRE, space_before=3),
    )


def _question(source: ResponseSource) -> Section:
    terms, report = source.terms, source.forum.search_and_rescue.report
    states = terms.states(tuple(each.code for each in report.benefitting))
    total = source.assessment.totals.report_total
    texts = [terms("test.question-report")]
    if total is not None:
        texts.append(terms("test.question-total", total=source.number(total), states=states))
    texts += [terms(f"test.question-{name}") for name in ("key", "measures", "limit")]
    return Section(terms("test.question"), tuple(Paragraph(text, BODY, space_before=4) for text in texts))


def _answer(source: ResponseSource, test: ThirtyPercentTest) -> Section:
    terms, decides = source.terms, test.in_force
    verdict = terms("response.test-not-known")
    if decides.ratio is not None:
        verdict = terms(
            "test.verdict-triggered" if decides.triggered else "test.verdict-not-triggered",
            short=_persons(source, decides.short),
            whole=_persons(source, decides.whole),
            percent=terms.said(percent_words(decides.ratio)),
            reading=decides.name,
        )
    effect = terms(f"test.effect-{path_key(source)}")
    if test.is_act:
        effect = terms("test.effect-applied" if decides.triggered else "test.effect-not-applied")
    frame = Framed(
        (Paragraph(verdict, BODY_BOLD, keep_with_next=True), Paragraph(effect, BODY, space_before=4)), space_before=6
    )
    return Section(terms("test.answer"), (frame,))


def _readings(source: ResponseSource, test: ThirtyPercentTest) -> Section:
    terms = source.terms
    heads = (head([terms(f"test.{name}") for name in ("reading", "counted", "numbers", "result")]),)
    rows = tuple(_reading_row(source, each) for each in test.readings)
    columns = (Column(52), Column(190), Column(150), Column(95))
    notes = (
        Paragraph(terms("test.letters"), NOTE, space_before=4),
        Paragraph(terms("test.why-three", why=terms.said(SHORTFALL.why)), NOTE, space_before=3),
    )
    strict = Paragraph(terms("test.strict"), BODY, space_before=8)
    return Section(terms("test.readings"), (Noted(Table(columns, heads, rows), notes), strict))


def _reading_row(source: ResponseSource, each: ReadingOfTest) -> Row:
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
        percent = terms.said(percent_words(each.ratio))
        result = f"{terms(key, percent=percent)}\n{terms.said(each.boundary_words)}"
    style = CELL_BOLD if each.in_force else None
    return row([Cell(name, style), meaning, "\n".join(numbers), result])


def _who(source: ResponseSource) -> Section:
    terms = source.terms
    if not source.assessment.rows:
        return Section(terms("test.who"), nothing_recorded(source))
    heads = (head([terms("pledges.state"), *(terms(f"test.{name}") for name in ("part", "pledged", "open", "why"))]),)
    rows = [_who_row(source, each) for each in source.assessment.rows]
    table = Table((Column(78), figures(58), figures(58), figures(62), Column(231)), heads, tuple(rows))
    intro = Paragraph(terms("test.who-intro"), BODY, space_before=4, keep_with_next=True)
    return Section(terms("test.who"), (intro, table))


def _who_row(source: ResponseSource, each: ResponseRow) -> Row:
    cells = [known(source, _persons(source, each.exact_key)), Cell(source.number(each.pledged))]
    if each.benefitting:
        cells = [cells[0], not_applicable(source), not_applicable(source)]
    elif each.claimed:
        cells.append(known(source, _persons(source, each.missing)))
    else:
        cells.append(not_applicable(source))
    style = CELL_BOLD if each.claimed and not each.benefitting else None
    return row([Cell(source.terms.state(each.code), style), *cells, _why(source, each)])


def _why(source: ResponseSource, each: ResponseRow) -> str:
    terms = source.terms
    if each.benefitting:
        return terms("test.why-benefitting")
    if each.plan is None:
        return terms(f"test.why-{each.standing.name.lower()}")
    if not each.claimed:
        return terms("test.why-no-measures")
    if each.missing == 0:
        return terms("test.why-enough", claimed=_persons(source, each.claimed))
    return terms("test.why-measures", claimed=_persons(source, each.claimed))


def _half(source: ResponseSource, test: ThirtyPercentTest) -> Section:
    terms, corrected = source.terms, _corrected(source, test)
    if not any(each.half for each in corrected.assessment.rows):
        return Section(terms("test.half"), (Paragraph(terms("test.half-nobody"), BODY, space_before=4),))
    meaning = terms.said(COVER.choices[source.assessment.readings[COVER.name]])
    intro = Paragraph(terms("test.half-intro", meaning=meaning), BODY, space_before=4, keep_with_next=True)
    note = Paragraph(terms("response.cover-note"), NOTE, space_before=4)
    return Section(terms("test.half"), (intro, Noted(cover_table(corrected), (note,))))


def _fixed(source: ResponseSource, test: ThirtyPercentTest) -> Section:
    terms = source.terms
    intro = terms("test.fixed-act" if test.is_act else "test.fixed-would")
    if not test.corrected.rows:
        return Section(terms("test.fixed-if"), nothing_recorded(source))
    shown = {each.code: each for each in (*test.with_measures, *test.set_by_commission)}
    blocks: list[Block] = [Paragraph(intro, BODY, space_before=4, keep_with_next=True)]
    names = ("key-number", "relocations", "sponsorship", "measures")
    heads = (head([terms("pledges.state"), *(terms(f"response.{name}") for name in names), terms("test.why")]),)
    rows = [_fixed_row(source, each) for each in test.corrected.rows if each.code in shown]
    others = [each for each in test.corrected.rows if each.code not in shown and not each.benefitting]
    rows += [_fixed_row(source, each) for each in others]
    columns = (Column(90), *(figures(66) for _name in names), Column(133))
    blocks.append(Table(columns, heads, tuple(rows)))
    return Section(terms("test.fixed" if test.is_act else "test.fixed-if"), tuple(blocks))


def _fixed_row(source: ResponseSource, each: ResponseRow) -> Row:
    fixed = each.before or each.fixed
    amounts = (fixed.key_number, fixed.relocations, fixed.sponsorship, fixed.measures)
    name = "by-key"
    if each.set_by_commission:
        name = "commission"
    elif each.half:
        name = "half"
    elif each.claimed:
        name = "measures-stand"
    cells = [known(source, source.number(amount)) for amount in amounts]
    return row([source.terms.state(each.code), *cells, source.terms(f"test.fixed-{name}")])


def _corrected(source: ResponseSource, test: ThirtyPercentTest) -> ResponseSource:
    return ResponseSource(test.corrected, source.terms, source.draft)


def _persons(source: ResponseSource, value: Fraction | int | None) -> str:
    """Write an exact number of persons, with two decimals where it is not whole."""
    return source.number(value, 0 if value is None or value.denominator == 1 else DECIMALS)
