"""What each path of the act would fix, side by side, before the judgement is taken (Art. 48(1), 48(2))."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.calc.assess import assess
from desktop_app.calc.response_assessment import PlanStanding, ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.response_coverage import coverage_of_asked_with_measures, coverage_with_measures
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.shortfall_shown import percent_words
from desktop_app.calc.thirty_percent import under
from desktop_app.calc.wording import listed, number, percent, persons
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine, FigureList
from desktop_app.views.language import marked, shown, state_name, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible

_OPEN: Final = marked("open")
_NONE: Final = "–"
_MOST_NAMED: Final = 8
BEFORE_TOP_UP: Final = marked(
    "All figures here are before the top-up, which raises what the act fixes later (Art. 48(2))."
)
_COLUMNS: Final = (
    Column(marked("Member State")),
    Column(marked("Plan")),
    Column(marked("Key\nnumber"), right=True),
    Column(marked("48(1)\nrelocations"), right=True),
    Column(marked("48(1)\nmeasures"), right=True),
    Column(marked("48(2)\nrelocations"), right=True),
    Column(marked("48(2)\nsponsorship"), right=True),
    Column(marked("48(2)\nmeasures"), right=True),
)
_STANDING_ICONS: Final = {
    PlanStanding.IN_TIME: ("ok", "ok"),
    PlanStanding.UNDATED: ("warn", "warn"),
    PlanStanding.LATE: ("warn", "warn"),
    PlanStanding.AWAITED: ("unknown", "unknown"),
    PlanStanding.MISSING: ("warn", "warn"),
    PlanStanding.NOT_ASKED: ("ship", marked("benefitting")),
}


def path_lines(sufficient: SearchAndRescueAssessment, short: SearchAndRescueAssessment) -> list[FigureLine]:
    """Return what each path fixes for each state, and the sums over the contributing ones."""
    lines = [_line(row, short.row(row.code)) for row in sufficient.rows]
    one, two = sufficient.totals, short.totals
    figures = (
        two.asked,
        one.fixed_relocations,
        one.fixed_measures,
        two.fixed_relocations,
        two.fixed_sponsorship,
        two.fixed_measures,
    )
    cells = (Cell(tr("Contributing states")), Cell(""), *(Cell(_count(figure)) for figure in figures))
    return [*lines, FigureLine(cells, strong=True, ground="sunken")]


def _line(one: ResponseRow, two: ResponseRow) -> FigureLine:
    icon, tone = _STANDING_ICONS[one.standing]
    name, standing = Cell(state_name(one.code)), Cell(tr(one.standing.value), icon, tone)
    figures = (one.relocations, one.measures, two.relocations, two.sponsorship, two.measures)
    held = [Cell(_NONE, tone="muted") if one.benefitting else Cell(_count(figure)) for figure in figures]
    if two.set_by_commission:
        held[2] = Cell(
            _count(two.relocations), "info", "info", tr("Set by the Commission: no plan was handed in in time")
        )
    return FigureLine((name, standing, Cell(_count(two.key_number)), *held))


def _count(count: int | None) -> str:
    return _OPEN if count is None else persons(count)


def coverage_words(assessment: SearchAndRescueAssessment) -> str:
    """Return how much of the report and of what is asked is pledged, with and without measures."""
    totals = assessment.totals
    total = totals.report_total
    if not total or totals.coverage is None:
        return tr("The coverage is open: the report's total is missing.")
    with_measures, asked_with_measures = coverage_with_measures(totals), coverage_of_asked_with_measures(totals)
    pledged = tr(
        "Pledged: {pledged} of the report's {total} persons, {percent}",
        pledged=persons(totals.pledged),
        total=persons(total),
        percent=percent(totals.coverage),
    )
    if totals.claimed and with_measures is not None:
        claimed = tr(
            "with the {number} that measures claim {percent}",
            number=number(totals.claimed),
            percent=percent(with_measures),
        )
        pledged = f"{pledged}; {claimed}"
    if totals.coverage_of_asked is None or totals.asked is None:
        return f"{pledged}."
    asked = tr(
        "Of the {persons} asked of the contributing states: {percent}",
        persons=persons(totals.asked),
        percent=percent(totals.coverage_of_asked),
    )
    if totals.claimed and asked_with_measures is not None:
        measured = tr("with measures {percent}", percent=percent(asked_with_measures))
        asked = f"{asked}, {measured}"
    return f"{pledged}.\n{asked}."


def short_words(assessment: SearchAndRescueAssessment) -> str:
    """Return who is short of its key number, late, or without a plan."""
    given = [row for row in assessment.rows if not row.benefitting]
    short = [
        f"{state_name(row.code)} ({tr(persons(row.asked - row.pledged))})"
        for row in given
        if row.plan is not None and row.asked is not None and row.pledged < row.asked
    ]
    said = [(tr("Fewer relocations than the key number"), short)]
    for words, standing in (
        (tr("Late, so that no plan counts"), PlanStanding.LATE),
        (tr("No plan handed in"), PlanStanding.MISSING),
        (tr("Plan still awaited"), PlanStanding.AWAITED),
    ):
        said.append((words, [state_name(row.code) for row in given if row.standing is standing]))
    return "\n".join(f"{words}: {_named(names)}." for words, names in said if names)


def _named(names: list[str]) -> str:
    rest = len(names) - _MOST_NAMED
    return shown(listed([*names[:_MOST_NAMED], tr("{rest} more", rest=rest)] if rest > 0 else names))


def verdict_words(assessment: SearchAndRescueAssessment) -> str:
    """Return what the 30 % test says under the reading in force."""
    totals = assessment.totals
    reading = assessment.readings["shortfall"]
    if totals.shortfall is None:
        return tr("30 % test: open.")
    verdict = (
        tr("more than 30 %, so that half is to be covered") if totals.shortfall_triggered else tr("not more than 30 %")
    )
    words = tr(
        "30 % test under Art. 48(2), reading {reading}: {percent}, {verdict}.",
        reading=reading,
        percent=percent_words(totals.shortfall),
        verdict=verdict,
    )
    return words if totals.relocations_before_top_up is None else f"{words}\n{tr(BEFORE_TOP_UP)}"


class PathsPanel(QWidget):
    """The coverage in words, and both paths side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.coverage = ToneLabel("", Type.STRONG)
        self.short = ToneLabel("", Type.BODY)
        self.verdict = ToneLabel("", Type.BODY)
        self.list = FigureList(tr("What each path would fix"), _COLUMNS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.L, 0, 0)
        column.setSpacing(Space.S)
        for label in (self.coverage, self.short, self.verdict):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.list, 1)
        self.setMinimumWidth(320)

    def show_response(self, assessment: SearchAndRescueAssessment | None) -> None:
        """Show the coverage and what each path would fix; ``None`` while something typed is wrong."""
        if assessment is None:
            return
        for label, words in (
            (self.coverage, coverage_words(assessment)),
            (self.short, short_words(assessment)),
            (self.verdict, verdict_words(assessment)),
        ):
            label.setText(legible(words))
            label.setVisible(bool(words))
        self.list.show_lines(path_lines(*_both(assessment)))

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for label in (self.coverage, self.short, self.verdict):
            label.set_scale(scale)
        self.list.set_scale(scale)


def _both(assessment: SearchAndRescueAssessment) -> Iterable[SearchAndRescueAssessment]:
    """Return what the act fixes under each path when it is adopted: a top-up comes later, by amending it."""
    first, recorded = assessment, assessment.forum.search_and_rescue
    if recorded.top_up is not None:
        forum = replace(assessment.forum, search_and_rescue=replace(recorded, top_up=None))
        first = SearchAndRescueAssessment.of(assess(forum, assessment))
    return under(first, ActPath.SUFFICIENT), under(first, ActPath.STILL_SHORT)
