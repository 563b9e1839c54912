"""What is asked of whom by the key, beside a report of the proposal of 2020 (COM(2020) 610, Art. 47(3), 52(1))."""

from collections.abc import Collection, Sequence
from fractions import Fraction
from typing import Final

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.deadline_standing import standings
from desktop_app.calc.wording import day, persons
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine, FigureList
from desktop_app.views.language import exact, marked, shown, state_with_code, tr, upper_first
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible

NOBODY: Final = marked("nobody")
NO_KEY: Final = marked("No Member State is in the key yet: its data come first (Ctrl+K).")
NO_FIGURE: Final = marked("What is asked is open: the key lacks a figure.")
_OPEN: Final = marked("open")
_COLUMNS: Final = (
    Column(marked("Member State")),
    Column(marked("Share, %"), right=True),
    Column(marked("Key number"), right=True),
    Column(marked("Asked"), right=True),
)


def state_line(code: str, share: Fraction | None, number: int | None, asked: int | None, not_asked: str) -> FigureLine:
    """Return the line of a Member State.

    Args:
        code: Union code.
        share: of the key, 1 = the whole.
        number: the key's, persons.
        asked: of the state, persons.
        not_asked: why nobody asks it; empty where it is asked.
    """
    name = state_with_code(code)
    figures = Cell(_OPEN if share is None else exact(100 * share, 4)), Cell(_persons(number))
    if not_asked:
        nobody = Cell(NOBODY, tone="benefitting", about=not_asked)
        return FigureLine((Cell(name, "ship", "benefitting"), *figures, nobody))
    return FigureLine((Cell(name), *figures, Cell(_persons(asked))))


def sum_lines(asked: int | None, not_asked: int | None, total: int | None) -> list[FigureLine]:
    """Return the sums of what is asked, of what nobody is asked for, and the report's total."""
    return [
        _sum(tr("Asked of contributing states"), asked, _persons(asked)),
        _sum(tr("Of benefitting states"), not_asked, NOBODY),
        _sum(tr("Total of the report"), total, ""),
    ]


def due_words(assessment: Assessment, rules: Collection[str], before: str) -> str:
    """Say what a day starts, and how it stands with that.

    Args:
        assessment: holds the time limits.
        rules: ids of those that are said, a line each.
        before: what is said while there are none.
    """
    found = [each for each in standings(assessment) if each.deadline.rule in rules]
    said = []
    for each in found:
        said_whole = tr(each.deadline.what)
        what = said_whole.partition(": ")[2] or said_whole
        said.append(
            tr(
                "{what} by {day} ({article}): {words}.",
                what=upper_first(what),
                day=day(each.due),
                article=tr(_article(each.deadline.reference)),
                words=each.words,
            )
        )
    return "\n".join(map(shown, said)) or before


def _article(reference: str) -> str:
    """Return the article of a time limit: the document is the one that is edited, Art. 65 counts every period."""
    return reference.removeprefix("COM(2020) 610, ").removesuffix(", 65")


def _sum(words: str, count: int | None, asked: str) -> FigureLine:
    cells = (Cell(words), Cell(""), Cell(_persons(count)), Cell(asked))
    return FigureLine(cells, strong=True, ground="sunken")


def _persons(count: int | None) -> str:
    return _OPEN if count is None else persons(count)


class AskedPanel(QWidget):
    """What is asked as a list, the sentence that sums it up, and the deadlines that the report starts."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ToneLabel("", Type.STRONG)
        self.deadlines = ToneLabel("", Type.CAPTION, "muted")
        for label in (self.words, self.deadlines):
            label.setWordWrap(True)
        self.list = FigureList(tr("What is asked of whom"), _COLUMNS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.L, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addWidget(self.deadlines)
        self.setMinimumWidth(300)

    def show_nothing(self) -> None:
        """Say that what is asked follows, while something typed is wrong."""
        self.words.set_tone("muted")
        self.words.setText(tr("What is asked of whom follows once the line in red is right."))
        self.list.show_lines(())
        self.deadlines.setText("")

    def show_asked(self, lead: str, lines: Sequence[FigureLine], due: str) -> None:
        """Show what is asked.

        Args:
            lead: the sentence that sums it up.
            lines: of the list.
            due: the deadlines, a line each.
        """
        self.words.set_tone("text")
        self.words.setText(legible(lead))
        self.list.show_lines(lines)
        self.deadlines.setText(legible(due))

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for label in (self.words, self.deadlines):
            label.set_scale(scale)
        self.list.set_scale(scale)

    def copy(self, *heads: str | None) -> None:
        """Put the list on the clipboard, under a title and the words that sum it up."""
        self.list.clearSelection()
        self.list.copy()
        clipboard = QApplication.clipboard()
        head = " – ".join(shown(each) for each in heads if each)
        clipboard.setText("\n".join(shown(each) for each in (head, self.words.text(), clipboard.text()) if each))
