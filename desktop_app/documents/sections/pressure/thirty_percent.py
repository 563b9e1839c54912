"""The page on the 30 % test under migratory pressure: the question, the answer, who counts and why, what is fixed."""

from desktop_app.calc.pressure_assessment import PressureRow
from desktop_app.calc.readings import COVER, SHORTFALL
from desktop_app.calc.thirty_percent import PressureTest, thirty_percent_of
from desktop_app.documents.blocks import Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.cells import known, not_applicable
from desktop_app.documents.sections.explained import answer_section, persons_words, readings_section
from desktop_app.documents.sections.notes import reading_meaning
from desktop_app.documents.sections.pressure.changed import contribution_cells, contributions_total
from desktop_app.documents.sections.pressure.cover import cover_table
from desktop_app.documents.sections.source import MigratorySource, Section, nothing_recorded
from desktop_app.documents.styles import BODY, CELL_BOLD, NOTE
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row

_FIXED = ("relocations", "beneficiaries", "sponsorship", "measures", "sum")


def pressure_sections(source: MigratorySource) -> list[Section]:
    """Return the sections of the page."""
    test = thirty_percent_of(source.assessment)
    effect = source.terms("test53.applied" if test.in_force.triggered else "test53.not-applied")
    if test.in_force.ratio is None and test.in_force.has_result:
        effect = source.terms("test53.unknown")
    return [
        _question(source),
        answer_section(source, test.in_force, effect),
        readings_section(source, test, "test53"),
        _who(source),
        _half(source),
        _fixed(source, test),
    ]


def _question(source: MigratorySource) -> Section:
    terms, report = source.terms, source.forum.migratory_pressure.report
    total = source.assessment.totals.total
    texts = [terms("test53.question-report")]
    if total is not None and report.benefitting is not None:
        said = {
            "total": source.number(total),
            "relocations": source.number(report.relocations),
            "sponsorship": source.number(report.sponsorship),
            "state": terms.state(report.benefitting),
        }
        texts.append(terms("test53.question-total", **said))
    texts += [terms(f"test53.question-{name}") for name in ("key", "measures", "limit")]
    return Section(terms("test.question"), tuple(Paragraph(text, BODY, space_before=4) for text in texts))


def _who(source: MigratorySource) -> Section:
    terms = source.terms
    if not source.assessment.rows:
        return Section(terms("test.who"), nothing_recorded(source))
    names = (terms("test.part"), terms("test53.persons"), terms("test53.covered"), terms("test.why"))
    heads = (head([terms("pledges.state"), *names]),)
    rows = tuple(_who_row(source, each) for each in source.assessment.rows)
    intro = Paragraph(terms("test53.who-intro"), BODY, space_before=4, keep_with_next=True)
    return Section(terms("test.who"), (intro, Table(_WHO, heads, rows)))


_WHO = (Column(78), figures(58), figures(58), figures(62), Column(231))


def _who_row(source: MigratorySource, each: PressureRow) -> Row:
    cells = [known(source, persons_words(source, each.exact_key))]
    if each.is_asked:
        planned = None if each.exact_key is None else each.exact_key - each.covered
        covered = Cell(persons_words(source, each.covered)) if each.covered else not_applicable(source)
        cells += [known(source, persons_words(source, planned)), covered]
    else:
        cells += [not_applicable(source)] * 2
    style = CELL_BOLD if each.covered and each.is_asked else None
    return row([Cell(source.terms.state(each.code), style), *cells, source.terms(f"test53.why-{_why(each)}")])


def _why(each: PressureRow) -> str:
    if each.benefitting:
        return "benefitting"
    if each.benefits_elsewhere:
        return "elsewhere"
    if each.plan is None:
        return each.standing.name.lower()
    return "measures" if each.covered else "no-measures"


def _half(source: MigratorySource) -> Section:
    terms = source.terms
    if source.assessment.totals.shortfall is None and source.assessment.readings[SHORTFALL.name] != "B":
        return Section(terms("test.half"), (Paragraph(terms("test53.half-unknown"), BODY, space_before=4),))
    if not any(each.half for each in source.assessment.rows):
        return Section(terms("test.half"), (Paragraph(terms("test.half-nobody"), BODY, space_before=4),))
    meaning = reading_meaning(source, COVER)
    intro = Paragraph(terms("test53.half-intro", meaning=meaning), BODY, space_before=4, keep_with_next=True)
    note = Paragraph(terms("act53.cover-note"), NOTE, space_before=4)
    return Section(terms("test.half"), (intro, Noted(cover_table(source), (note,))))


def _fixed(source: MigratorySource, test: PressureTest) -> Section:
    terms = source.terms
    given = [each for each in source.assessment.rows if each.is_asked]
    if not given:
        return Section(terms("test.fixed"), nothing_recorded(source))
    intro = Paragraph(terms("test53.fixed-intro"), BODY, space_before=4, keep_with_next=True)
    names = [terms(f"act53.column-{name}") for name in ("number", "changed", *_FIXED)]
    heads = (head([terms("pledges.state"), *names, terms("test.why")]),)
    first = {each.code for each in (*test.with_measures, *test.set_by_commission)}
    ordered = sorted(given, key=lambda each: each.code not in first)
    rows = [_fixed_row(source, each) for each in ordered]
    rows.append(contributions_total(source, given, _FIXED, before=1, after=1))
    columns = (Column(70), *(figures(width) for width in (36, 42, 46, 56, 53, 46, 34)), Column(104))
    note = Paragraph(terms("act53.changed-note"), NOTE, space_before=4)
    return Section(terms("test.fixed"), (intro, Noted(Table(columns, heads, tuple(rows)), (note,))))


def _fixed_row(source: MigratorySource, each: PressureRow) -> Row:
    words = source.terms(f"test53.fixed-{_rule(each)}")
    return row([source.terms.state(each.code), *contribution_cells(source, each, _FIXED), words])


def _rule(each: PressureRow) -> str:
    if each.set_by_commission:
        return "commission"
    if each.half:
        return "half" if each.added else "half-kept"
    return "measures-stand" if each.covered else "by-key"
