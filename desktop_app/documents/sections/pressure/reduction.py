"""The 10 % reduction and its spread (Art. 52(5), 53(3)): who asked, who is eligible, who takes over how much."""

from fractions import Fraction
from typing import Final

from desktop_app.calc.exact import telling_apart
from desktop_app.calc.pressure_assessment import PressureRow
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.noted import Noted
from desktop_app.documents.sections.cells import known
from desktop_app.documents.sections.pressure.distribution import EXACT_DECIMALS, change_cell
from desktop_app.documents.sections.response.contributions import SHARE_DECIMALS
from desktop_app.documents.sections.source import MigratorySource, Section
from desktop_app.documents.styles import BODY, CELL_BOLD, NOTE
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row

HEADS = 100_000
"""Inhabitants that an average is shown of, as in the window."""
AVERAGE_DECIMALS = 1
"""Decimals of applications per 100 000 inhabitants."""


def reduction_section(source: MigratorySource) -> Section:
    """Return the requests with what they come to, and the spread over the recipients."""
    terms = source.terms
    asking = requests_of(source)
    if not asking:
        return Section(terms("act53.reduction"), (Paragraph(terms("act53.no-request"), BODY, space_before=4),))
    blocks: list[Block] = [Noted(requests_table(source), _union(source))]
    if source.assessment.totals.reduction:
        blocks += [Paragraph(terms("act53.spread-intro"), BODY, space_before=8, keep_with_next=True), spread(source)]
    return Section(terms("act53.reduction"), tuple(blocks))


TWICE: Final = 2
"""Times the Union's average that a state must reach (Art. 52(5))."""


def requests_of(source: MigratorySource) -> list[PressureRow]:
    """Return the Member States whose plan asks for the reduction."""
    return [each for each in source.assessment.rows if each.plan and each.plan.reduction_requested]


def requests_table(source: MigratorySource) -> Table:
    """Return average, what the plan shows of it, eligibility and reduction of each state that asked."""
    terms = source.terms
    names = ("average", "average-shown", "times", "eligible", "exact-key", "reduction")
    heads = (head([terms("pledges.state"), *(terms(f"act53.column-{name}") for name in names)]),)
    rows = tuple(_request(source, each) for each in requests_of(source))
    columns = (Column(87), figures(64), figures(64), figures(62), Column(78), figures(66), figures(66))
    return Table(columns, heads, rows)


def _request(source: MigratorySource, each: PressureRow) -> Row:
    terms, shown = source.terms, each.plan.average_shown if each.plan else None
    return row(
        [
            terms.state(each.code),
            average_cell(source, each.code),
            Cell(terms("common.not-given")) if shown is None else Cell(per_heads(source, shown)),
            times_cell(source, each.code),
            eligible_words(source, eligible=each.reduction_eligible),
            known(source, source.number(each.exact_key, EXACT_DECIMALS)),
            change_cell(source, each.reduction),
        ]
    )


def average_cell(source: MigratorySource, code: str) -> Cell:
    """Return a state's average over five years, per 100 000 inhabitants."""
    found = source.assessment.totals.reduction_figures
    return known(source, per_heads(source, None if found is None else found.averages[code]))


def times_cell(source: MigratorySource, code: str) -> Cell:
    """Return how many times the Union's average a state's is."""
    found = source.assessment.totals.reduction_figures
    times = found.averages[code] / found.union if found is not None and found.union else None
    # With as many decimals as show on which side of twice it is.
    decimals = EXACT_DECIMALS if times is None or times == TWICE else telling_apart(times, TWICE)
    return known(source, source.number(times, decimals))


def per_heads(source: MigratorySource, average: Fraction | None) -> str:
    """Write applications per 100 000 inhabitants."""
    return source.number(None if average is None else average * HEADS, AVERAGE_DECIMALS)


def eligible_words(source: MigratorySource, *, eligible: bool | None) -> str:
    """Say whether a state may be reduced."""
    names = {True: "act53.eligible", False: "act53.not-eligible", None: "common.not-known"}
    return source.terms(names[eligible])


def _union(source: MigratorySource) -> tuple[Paragraph, ...]:
    found = source.assessment.totals.reduction_figures
    if found is None:
        return (Paragraph(source.terms("act53.averages-not-known"), NOTE, space_before=4),)
    union = source.terms(
        "act53.union-average",
        average=per_heads(source, found.union),
        first=str(found.years[0]),
        last=str(found.years[-1]),
    )
    return (Paragraph(union, NOTE, space_before=4),)


def spread(source: MigratorySource) -> Table:
    """Return what each recipient takes over, with its part of the whole, and the sum."""
    terms, totals = source.terms, source.assessment.totals
    given = [each for each in source.assessment.rows if each.redistributed]
    names = ("share", "part", "takes-over", "fixed-total")
    heads = (head([terms("act53.recipient"), *(terms(f"act53.column-{name}") for name in names)]),)
    rows = [
        row(
            [
                terms.state(each.code),
                known(source, source.percent(each.share, SHARE_DECIMALS)),
                Cell(source.percent(each.redistributed / -totals.reduction, SHARE_DECIMALS)),
                change_cell(source, each.redistributed),
                known(source, source.number(each.fixed.total)),
            ]
        )
        for each in given
    ]
    whole = sum((each.redistributed for each in given), Fraction(0))
    sums = [Cell(""), Cell(source.percent(whole / -totals.reduction, SHARE_DECIMALS)), change_cell(source, whole)]
    rows.append(row([terms("response.total"), *(Cell(each.text, CELL_BOLD) for each in sums), Cell("")], CELL_BOLD))
    return Table((Column(147), *(figures(85) for _name in names)), heads, tuple(rows))
