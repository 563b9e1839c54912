"""What is asked of whom by the key, and that nobody is asked for the part of the benefitting states (Art. 47(3))."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.calc.deadline_standing import standings
from desktop_app.calc.exact import fixed
from desktop_app.calc.member_states import name_of
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.sentences import State, say
from desktop_app.calc.wording import day, persons
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine, FigureList
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible

NOBODY: Final = "nobody"
_ABOUT_NOBODY: Final = "A Member State of disembarkation: nobody is asked for its part (Art. 47(3))"
_OPEN: Final = "open"
_COLUMNS: Final = (
    Column("Member State"),
    Column("Share, %", right=True),
    Column("Key number", right=True),
    Column("Asked", right=True),
)
_OF_REPORT: Final = ("P610-47-3", "P610-47-4a")


def request_lines(assessment: SearchAndRescueAssessment) -> list[FigureLine]:
    """Return what is asked of each state of the key, and the sums."""
    totals = assessment.totals
    lines = [_line(row) for row in assessment.rows]
    lines.append(_sum("Asked of contributing states", totals.asked, _persons(totals.asked)))
    lines.append(_sum("Of benefitting states", totals.not_asked, NOBODY))
    lines.append(_sum("Total of the report", assessment.totals.report_total, ""))
    return lines


def _line(row: ResponseRow) -> FigureLine:
    name = f"{name_of(row.code)} ({row.code})"
    share = _OPEN if row.share is None else fixed(100 * row.share, 4)
    number = _persons(row.report_number)
    if row.benefitting:
        cells = (
            Cell(name, "ship", "benefitting"),
            Cell(share),
            Cell(number),
            Cell(NOBODY, tone="benefitting", about=_ABOUT_NOBODY),
        )
        return FigureLine(cells)
    return FigureLine((Cell(name), Cell(share), Cell(number), Cell(_persons(row.asked))))


def _sum(words: str, count: int | None, asked: str) -> FigureLine:
    cells = (Cell(words), Cell(""), Cell(_persons(count)), Cell(asked))
    return FigureLine(cells, strong=True, ground="sunken")


def _persons(count: int | None) -> str:
    return _OPEN if count is None else persons(count)


class RequestsPanel(QWidget):
    """The requests as a list, the sentence that sums them up, and the deadlines that the report starts."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ToneLabel("", Type.STRONG)
        self.deadlines = ToneLabel("", Type.CAPTION, "muted")
        for label in (self.words, self.deadlines):
            label.setWordWrap(True)
        self.list = FigureList("What is asked of whom", _COLUMNS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.L, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addWidget(self.deadlines)
        self.setMinimumWidth(300)

    def show_response(self, assessment: SearchAndRescueAssessment | None) -> None:
        """Show the requests of a forum; ``None`` while something typed is wrong."""
        if assessment is None:
            self.words.set_tone("muted")
            self.words.setText("What is asked of whom follows once the line in red is right.")
            self.list.show_lines(())
            self.deadlines.setText("")
            return
        self.words.set_tone("text")
        self.words.setText(legible(_lead(assessment)))
        self.list.show_lines(request_lines(assessment))
        self.deadlines.setText(legible(_deadlines(assessment)))

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for label in (self.words, self.deadlines):
            label.set_scale(scale)
        self.list.set_scale(scale)

    def copy(self) -> None:
        """Copy the requests, under the words that sum them up."""
        self.list.copy()


def _lead(assessment: SearchAndRescueAssessment) -> str:
    totals, total = assessment.totals, assessment.totals.report_total
    benefitting = [State(row.code) for row in assessment.rows if row.benefitting]
    if not assessment.rows:
        return "No Member State is in the key yet: its data come first (Ctrl+K)."
    if total is None or not benefitting:
        return "Nothing can be asked yet: the report names no Member State of disembarkation with its number."
    if totals.asked is None or totals.not_asked is None:
        return "What is asked is open: the key lacks a figure."
    asked = [row for row in assessment.rows if not row.benefitting]
    return say(
        "{asked} of {total} persons are asked of {count} Member States; nobody is asked for the {rest} of {states}.",
        asked=totals.asked,
        total=total,
        count=len(asked),
        rest=totals.not_asked,
        states=benefitting,
    )


def _deadlines(assessment: SearchAndRescueAssessment) -> str:
    """Say what the adoption of the report starts, and how it stands with it."""
    found = [each for each in standings(assessment) if each.deadline.rule in _OF_REPORT]
    if not found:
        return "The day on which the report was adopted starts two clocks: requests in two weeks, plans in one month."
    said = []
    for each in found:
        what = each.deadline.what.partition(": ")[2]
        article = each.deadline.reference.removeprefix("COM(2020) 610, ").removesuffix(", 65")
        said.append(f"{what[:1].upper()}{what[1:]} by {day(each.due)} ({article}): {each.words}.")
    return "\n".join(said)
