"""What each path of the act would fix, side by side, before the judgement is taken (Art. 48(1), 48(2))."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.calc.assess import assess
from desktop_app.calc.member_states import name_of
from desktop_app.calc.response_assessment import PlanStanding, ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.response_coverage import coverage_of_asked_with_measures, coverage_with_measures
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.shortfall_shown import percent_words
from desktop_app.calc.thirty_percent import under
from desktop_app.calc.wording import listed, number, percent, persons
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine, FigureList
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible

_OPEN: Final = "open"
_NONE: Final = "–"
_MOST_NAMED: Final = 8
BEFORE_TOP_UP: Final = "All figures here are before the top-up, which raises what the act fixes later (Art. 48(2))."
_COLUMNS: Final = (
    Column("Member State"),
    Column("Plan"),
    Column("Key\nnumber", right=True),
    Column("48(1)\nrelocations", right=True),
    Column("48(1)\nmeasures", right=True),
    Column("48(2)\nrelocations", right=True),
    Column("48(2)\nsponsorship", right=True),
    Column("48(2)\nmeasures", right=True),
)
_STANDING_ICONS: Final = {
    PlanStanding.IN_TIME: ("ok", "ok"),
    PlanStanding.UNDATED: ("warn", "warn"),
    PlanStanding.LATE: ("warn", "warn"),
    PlanStanding.AWAITED: ("unknown", "unknown"),
    PlanStanding.MISSING: ("warn", "warn"),
    PlanStanding.NOT_ASKED: ("ship", "benefitting"),
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
    cells = (Cell("Contributing states"), Cell(""), *(Cell(_count(figure)) for figure in figures))
    return [*lines, FigureLine(cells, strong=True, ground="sunken")]


def _line(one: ResponseRow, two: ResponseRow) -> FigureLine:
    icon, tone = _STANDING_ICONS[one.standing]
    name, standing = Cell(name_of(one.code)), Cell(one.standing.value, icon, tone)
    figures = (one.relocations, one.measures, two.relocations, two.sponsorship, two.measures)
    held = [Cell(_NONE, tone="muted") if one.benefitting else Cell(_count(figure)) for figure in figures]
    if two.set_by_commission:
        held[2] = Cell(_count(two.relocations), "info", "info", "Set by the Commission: no plan was handed in in time")
    return FigureLine((name, standing, Cell(_count(two.key_number)), *held))


def _count(count: int | None) -> str:
    return _OPEN if count is None else persons(count)


def coverage_words(assessment: SearchAndRescueAssessment) -> str:
    """Return how much of the report and of what is asked is pledged, with and without measures."""
    totals = assessment.totals
    total = totals.report_total
    if not total or totals.coverage is None:
        return "The coverage is open: the report's total is missing."
    with_measures, asked_with_measures = coverage_with_measures(totals), coverage_of_asked_with_measures(totals)
    said = [f"Pledged: {persons(totals.pledged)} of the report's {persons(total)} persons, {percent(totals.coverage)}"]
    if totals.claimed and with_measures is not None:
        said.append(f"; with the {number(totals.claimed)} that measures claim {percent(with_measures)}")
    if totals.coverage_of_asked is not None and totals.asked is not None:
        said.append(
            f".\nOf the {persons(totals.asked)} asked of the contributing states: {percent(totals.coverage_of_asked)}"
        )
        if totals.claimed and asked_with_measures is not None:
            said.append(f", with measures {percent(asked_with_measures)}")
    return f"{''.join(said)}."


def short_words(assessment: SearchAndRescueAssessment) -> str:
    """Return who is short of its key number, late, or without a plan."""
    given = [row for row in assessment.rows if not row.benefitting]
    short = [
        f"{name_of(row.code)} ({persons(row.asked - row.pledged)})"
        for row in given
        if row.plan is not None and row.asked is not None and row.pledged < row.asked
    ]
    said = [("Fewer relocations than the key number", short)]
    for words, standing in (
        ("Late, so that no plan counts", PlanStanding.LATE),
        ("No plan handed in", PlanStanding.MISSING),
        ("Plan still awaited", PlanStanding.AWAITED),
    ):
        said.append((words, [name_of(row.code) for row in given if row.standing is standing]))
    return "\n".join(f"{words}: {_named(names)}." for words, names in said if names)


def _named(names: list[str]) -> str:
    rest = len(names) - _MOST_NAMED
    return listed([*names[:_MOST_NAMED], f"{rest} more"] if rest > 0 else names)


def verdict_words(assessment: SearchAndRescueAssessment) -> str:
    """Return what the 30 % test says under the reading in force."""
    totals = assessment.totals
    reading = assessment.readings["shortfall"]
    if totals.shortfall is None:
        return "30 % test: open."
    verdict = "more than 30 %, so that half is to be covered" if totals.shortfall_triggered else "not more than 30 %"
    words = f"30 % test under Art. 48(2), reading {reading}: {percent_words(totals.shortfall)}, {verdict}."
    return words if totals.relocations_before_top_up is None else f"{words}\n{BEFORE_TOP_UP}"


class PathsPanel(QWidget):
    """The coverage in words, and both paths side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.coverage = ToneLabel("", Type.STRONG)
        self.short = ToneLabel("", Type.BODY)
        self.verdict = ToneLabel("", Type.BODY)
        self.list = FigureList("What each path would fix", _COLUMNS)
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
