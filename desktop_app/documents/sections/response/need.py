"""What the report asks for: the total of each Member State of disembarkation, and how much of it is pledged."""

from desktop_app.documents.sections.cells import known
from desktop_app.documents.sections.kinds import kind_words
from desktop_app.documents.sections.source import ResponseSource, Section, nothing_recorded
from desktop_app.documents.styles import CELL_BOLD
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row

PERCENT_DECIMALS = 2


def need_section(source: ResponseSource) -> Section:
    """Return the total by Member State of disembarkation (Art. 47(2), 48(2)(a)), and what the report says besides."""
    terms, report = source.terms, source.forum.search_and_rescue.report
    heading = terms("response.need")
    if not report.benefitting:
        return Section(heading, nothing_recorded(source))
    lines = Table((Column(245), Column(242)), (), tuple(_lines(source)), space_before=8)
    return Section(heading, (_totals_table(source), lines))


def _totals_table(source: ResponseSource) -> Table:
    terms, totals = source.terms, source.assessment.totals
    raised = totals.relocations_before_top_up is not None
    names = ["disembarkation", "in-report"] + (["after-top-up"] if raised else [])
    rows = []
    reported = {each.code: each.relocations for each in source.forum.search_and_rescue.report.benefitting}
    for pool in totals.pools:
        cells = [known(source, source.number(reported[pool.benefitting]))]
        cells += [known(source, source.number(pool.needed))] if raised else []
        rows.append(row([terms.state(pool.benefitting), *cells]))
    sums = [known(source, source.number(totals.report_total))]
    sums += [known(source, source.number(totals.relocations))] if raised else []
    rows.append(row([terms("response.total"), *(Cell(each.text, CELL_BOLD) for each in sums)], CELL_BOLD))
    columns = (Column(245), figures(121), figures(121)) if raised else (Column(245), figures(242))
    return Table(columns, (head([terms(f"response.{name}") for name in names]),), tuple(rows))


def _lines(source: ResponseSource) -> list[Row]:
    terms, totals = source.terms, source.assessment.totals
    report = source.forum.search_and_rescue.report
    named = terms.listed([kind_words(source, kind) for kind in report.measures_named])
    pledged = terms(
        "response.pledged-of",
        pledged=source.number(totals.pledged),
        total=source.number(totals.report_total),
        percent=source.percent(totals.coverage, PERCENT_DECIMALS),
    )
    coverage = source.percent(totals.coverage_of_asked, PERCENT_DECIMALS)
    asked = source.number(totals.asked)
    if totals.asked is not None and totals.coverage_of_asked is not None:
        asked = terms("response.asked-covered", asked=asked, percent=coverage)
    lines = [
        ("named", named or terms("common.none")),
        ("vulnerable", terms("response.vulnerable-yes" if report.vulnerable else "response.vulnerable-no")),
        ("pledged", pledged),
        ("asked", asked),
        ("not-asked", source.number(totals.not_asked)),
    ]
    last = lines[-1]
    return [row([terms(f"response.need-{each[0]}"), each[1]], with_previous=each is last) for each in lines]
