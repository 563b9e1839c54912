"""Typing into a field as a person does, and reading what a window says."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop_app.views.forum_editors.figures import FigureList


def plain(text: str) -> str:
    """Return a text with common spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def type_over(line: QLineEdit, text: str) -> None:
    """Replace what stands in a line."""
    line.selectAll()
    QTest.keyClicks(line, text)
    if not text:
        line.clear()


def lines(figures: FigureList) -> list[tuple[str, ...]]:
    """Return what stands in the cells of a list."""
    return [tuple(plain(cell.text) for cell in line.cells) for line in figures.lines]
