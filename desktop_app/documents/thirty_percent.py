"""The 30 % test of a forum in words and numbers: three readings, who counts and why, the half, what the act fixes.

Written for somebody who decides and has not read the proposal (COM(2020) 610, Art. 48(2), recital 22).
"""

from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.readings import COVER
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.thirty_percent import ThirtyPercentTest, thirty_percent_of
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.flow import Chapter
from desktop_app.documents.furniture import Kind, Written, furniture_of, written
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.cells import known, not_applicable
from desktop_app.documents.sections.explained import answer_section, page_title, persons_words, readings_section
from desktop_app.documents.sections.pressure.thirty_percent import pressure_sections
from desktop_app.documents.sections.response.cover import cover_table
from desktop_app.documents.sections.response.title import path_key
from desktop_app.documents.sections.source import (
    MigratorySource,
    ResponseSource,
    Section,
    Source,
    nothing_recorded,
    numbered,
)
from desktop_app.documents.standing import NOW, Standing
from desktop_app.documents.styles import A4, BODY, CELL_BOLD, NOTE, Sheet
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row
from desktop_app.documents.text import terms


def thirty_percent_pdf(
    assessment: SearchAndRescueAssessment | PressureAssessment,
    fingerprint: str,
    *,
    language: str = "en",
    sheet: Sheet = A4,
    standing: Standing = NOW,
) -> Written:
    """Write the page on the 30 % test of search and rescue, or of migratory pressure.

    Args:
        assessment: of the forum that is tested.
        fingerprint: first 12 digits of the hash of the state, printed on every page.
        language: of the text.
        sheet: paper, margins and how it lies; on its own it stands.
        standing: of what state it is printed: now, a past moment, a scenario.

    Returns:
        A PDF file, the same bytes for the same arguments.

    Raises:
        LanguageNotAvailableError: there is no document in that language.
    """
    words = terms(language)
    source: Source
    if isinstance(assessment, PressureAssessment):
        source = pressure = MigratorySource(assessment, words, draft=False)
        sections = pressure_sections(pressure)
    else:
        source = response = ResponseSource(assessment, words, draft=False)
        sections = _response_sections(response)
    title = page_title(source, words("test.title"))
    chapter = Chapter(sheet.page(own_landscape=False), (*title, *numbered(sections)))
    return written([chapter], furniture_of(source, fingerprint, Kind.TEST, standing=standing))


def _response_sections(source: ResponseSource) -> list[Section]:
    test = thirty_percent_of(source.assessment)
    return [
        _question(source),
        _answer(source, test),
        readings_section(source, test),
        _who(source),
        _half(source, test),
        _fixed(source, test),
    ]


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
    terms = source.terms
    effect = terms(f"test.effect-{path_key(source)}")
    if test.is_act:
        effect = terms("test.effect-applied" if test.in_force.triggered else "test.effect-not-applied")
    return answer_section(source, test.in_force, effect)


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
    cells = [known(source, persons_words(source, each.exact_key)), Cell(source.number(each.pledged))]
    if each.benefitting:
        cells = [cells[0], not_applicable(source), not_applicable(source)]
    elif each.claimed:
        cells.append(known(source, persons_words(source, each.missing)))
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
        return terms("test.why-enough", claimed=persons_words(source, each.claimed))
    return terms("test.why-measures", claimed=persons_words(source, each.claimed))


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
