"""The states with measures under the 30 % test: what is short, the half, what covers it (Art. 48(2))."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from desktop_app.calc.exact import exact_text, round_up
from desktop_app.calc.response_assessment import Contribution, ResponseRow
from desktop_app.calc.shifts import ARROW
from desktop_app.calc.thirty_percent import ThirtyPercentTest
from desktop_app.calc.wording import number, persons
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine
from desktop_app.views.language import exact, marked, state_name, tr

COLUMNS: Final = (
    Column(marked("Member State")),
    Column(marked("Share, %"), right=True),
    Column(marked("Share ×\ntotal (a)"), right=True),
    Column(marked("Pledged\n(r)"), right=True),
    Column(marked("Missing\na − r"), right=True),
    Column(marked("Half\n⌈a / 2⌉"), right=True),
    Column(marked("Added as\nrelocation"), right=True),
    Column(marked("Added as\nsponsorship"), right=True),
    Column(marked("Cut of\nthe plan"), right=True),
    Column(marked("Measures\nclaimed"), right=True),
    Column(marked("Measures\nfixed"), right=True),
    Column(marked("The state's split"), wraps=True),
)
_OPEN: Final = marked("open")
_NONE: Final = "–"
_AFTER: Final = marked("Before the top-up and after it")


def cover_lines(test: ThirtyPercentTest) -> list[FigureLine]:
    """Return a line for each state with measures, and their sums."""
    rows = test.with_measures
    lines = [_line(row, triggered=test.in_force.triggered) for row in rows]
    if len(rows) > 1:
        lines.append(_sum(rows))
    return lines


def _line(row: ResponseRow, *, triggered: bool) -> FigureLine:
    return FigureLine(
        (
            Cell(state_name(row.code)),
            Cell(_OPEN if row.share is None else exact(100 * row.share, 4)),
            _exact(row.exact_key),
            Cell(persons(row.pledged)),
            _exact(row.missing),
            _half(row),
            *(_by_the_rule(count, row) for count in (row.added_relocations, row.added_sponsorship, row.cut)),
            _exact(row.claimed),
            _fixed_measures(row, row.by_report),
            _said(row, triggered=triggered),
        )
    )


def _by_the_rule(count: int, row: ResponseRow) -> Cell:
    return Cell(persons(count)) if row.half else Cell(_NONE, tone="muted")


def _half(row: ResponseRow) -> Cell:
    if row.exact_key is None:
        return Cell(_OPEN)
    half = row.half or round_up(row.exact_key / 2)
    if not row.half:
        return Cell(persons(half), tone="muted", about=tr("What half would be; the rule does not ask for it here"))
    is_covered = not row.added
    return Cell(persons(half), "ok" if is_covered else "warn", "ok" if is_covered else "warn")


def _said(row: ResponseRow, *, triggered: bool) -> Cell:
    cover = None if row.plan is None else row.plan.cover
    if cover is None:
        words = tr("not said")
    else:
        words = tr(
            "{relocations} relocation + {sponsorship} sponsorship",
            relocations=persons(cover.relocations),
            sponsorship=persons(cover.sponsorship),
        )
    if triggered and row.unsaid:
        about = tr("What the state's split leaves open counts as relocations")
        return Cell(
            tr("{words}; {persons} counted as relocation", words=words, persons=persons(row.unsaid)),
            "warn",
            "warn",
            about,
        )
    return Cell(words, tone="text" if cover else "muted")


def _fixed_measures(row: ResponseRow, fixed_: Contribution) -> Cell:
    if fixed_.measures is None:
        return Cell(_OPEN)
    is_other = row.claimed != fixed_.measures
    about = (
        tr("In proportion to the key: what persons leave of the key number, whatever was claimed") if is_other else ""
    )
    return Cell(
        with_top_up(fixed_.measures, row.measures),
        "info" if is_other else "",
        "info" if is_other else "text",
        "; ".join(each for each in (about, tr(_AFTER) if row.measures != fixed_.measures else "") if each),
    )


def with_top_up(before: int | None, after: int | None) -> str:
    """Write what an act fixes: where a top-up raises it, before and after it: ``"866 → 909"``."""
    return _count(before) if before == after else f"{tr(_count(before))} {ARROW} {tr(_count(after))}"


def _exact(value: Fraction | None) -> Cell:
    if value is None:
        return Cell(_OPEN)
    about = "" if value.denominator == 1 else tr("exactly {number}", number=exact_text(value))
    return Cell(number(value), about=about)


def _sum(rows: tuple[ResponseRow, ...]) -> FigureLine:
    asked = any(row.half for row in rows)
    changed = [
        sum(row.added_relocations for row in rows),
        sum(row.added_sponsorship for row in rows),
        sum(row.cut for row in rows),
    ]
    cells = (
        Cell(tr("Together")),
        Cell("" if any(row.share is None for row in rows) else exact(100 * sum(row.share or 0 for row in rows), 4)),
        Cell(_total(row.exact_key for row in rows)),
        Cell(persons(sum(row.pledged for row in rows))),
        Cell(_total(row.missing for row in rows)),
        Cell(""),
        *(Cell(persons(count) if asked else _NONE) for count in changed),
        Cell(_total(row.claimed for row in rows)),
        Cell(with_top_up(_whole(row.by_report.measures for row in rows), _whole(row.measures for row in rows))),
        Cell(""),
    )
    return FigureLine(cells, strong=True, ground="sunken")


def _total(values: Iterable[Fraction | None]) -> str:
    held = list(values)
    return _OPEN if None in held else number(sum((each for each in held if each is not None), Fraction(0)))


def _whole(values: Iterable[int | None]) -> int | None:
    held = list(values)
    return None if None in held else sum(each for each in held if each is not None)


def _count(count: int | None) -> str:
    return _OPEN if count is None else persons(count)
