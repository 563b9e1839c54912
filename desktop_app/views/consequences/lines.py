"""What a change would do, line by line: totals, each Member State, findings, deadlines; of every procedure."""

from collections.abc import Iterable, Iterator

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.consequences import (
    AnnualPoolConsequences,
    Consequences,
    PressureConsequences,
    ResponseConsequences,
    VoluntaryConsequences,
    consequences,
)
from desktop_app.calc.moments import as_of
from desktop_app.calc.wording import day
from desktop_app.views.consequences import annual_pool, pressure, response, voluntary
from desktop_app.views.consequences.findings import deadline_lines, finding_lines
from desktop_app.views.consequences.line import Kind, Line
from desktop_app.views.language import tr


def lines_of(before: Assessment, after: Assessment) -> tuple[Line, ...]:
    """Return every line, headings included."""
    result = consequences(before, after)
    return (
        *_day_of_check(before, after),
        *_figures(result, after),
        *_section(tr("Findings"), finding_lines(result)),
        *_section(tr("Deadlines"), deadline_lines(before.deadlines, after.deadlines)),
    )


def day_moves(before: Assessment, after: Assessment) -> str:
    """Say that the day of the check moves: it is the latest date recorded while none is set; else empty."""
    was, now = as_of(before.forum), as_of(after.forum)
    is_another = before.forum.procedure is not after.forum.procedure
    if was == now or now is None or after.forum.as_of is not None or is_another:
        return ""
    if was is None:
        return tr("the day of the check becomes {day}", day=day(now))
    return tr("the day of the check moves from {before} to {after}", before=day(was), after=day(now))


def _day_of_check(before: Assessment, after: Assessment) -> Iterator[Line]:
    moved = day_moves(before, after)
    if moved:
        words = tr("{moved}: the latest date recorded, while none is set (Ctrl+Shift+D)", moved=moved)
        yield Line(Kind.WORDS, tr("Day of the check"), words=words, icon="calendar")


def _figures(result: Consequences, after: Assessment) -> Iterator[Line]:
    if isinstance(result, AnnualPoolConsequences):
        yield from _section(tr("Pool"), annual_pool.pool_lines(result))
        estimate = annual_pool.is_estimate(after)
        states = (annual_pool.state_lines(row, is_estimate=estimate) for row in result.rows)
        yield from _section(tr("Member States"), [line for lines in states for line in lines])
    if isinstance(result, PressureConsequences):
        yield from _section(tr("Totals"), pressure.total_lines(result))
        yield from _section(tr("Member States"), [line for row in result.rows for line in pressure.state_lines(row)])
    if isinstance(result, VoluntaryConsequences):
        yield from _section(tr("Totals"), voluntary.total_lines(result))
        yield from _section(tr("Needs"), voluntary.need_lines(result))
        yield from _section(tr("Signatories"), [line for row in result.rows for line in voluntary.state_lines(row)])
    if isinstance(result, ResponseConsequences):
        yield from _section(tr("Totals"), response.total_lines(result))
        yield from _section(tr("Pools"), response.pool_lines(result))
        yield from _section(tr("Member States"), [line for row in result.rows for line in response.state_lines(row)])


def _section(title: str, lines: Iterable[Line]) -> Iterator[Line]:
    held = list(lines)
    if held:
        changed = sum(line.is_changed for line in held)
        yield Line(Kind.HEADING, title, is_changed=changed > 0)
        yield from held
