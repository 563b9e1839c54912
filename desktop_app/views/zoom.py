"""The person's zoom for what stands around the table."""

from collections.abc import Iterable
from typing import Final, Protocol

from PySide6.QtWidgets import QMainWindow, QMenu

from desktop_app.views.theme import Type, theme

ZOOMS: Final = (75, 90, 100, 110, 125, 150, 175, 200)
"""The steps of the zoom, percent."""


def larger(percent: int) -> int:
    """Return the next step of the zoom."""
    return next((zoom for zoom in ZOOMS if zoom > percent), ZOOMS[-1])


def smaller(percent: int) -> int:
    """Return the step of the zoom before."""
    return next((zoom for zoom in reversed(ZOOMS) if zoom < percent), ZOOMS[0])


class Scaled(Protocol):
    """Anything that follows the zoom."""

    def set_scale(self, scale: float) -> None:
        """Take on a scale, 1.0 = 100 %."""
        ...


def around(percent: int) -> float:
    """Return the scale of what stands around the table, and of the editors, at a zoom of the table."""
    return (100 + percent) / 200


def zoom_around(window: QMainWindow, parts: Iterable[Scaled], percent: int) -> None:
    """Enlarge header, menus and status bar half as much: they are to be read from afar, but not at the table's cost.

    Args:
        window: whose menus and status bar are meant.
        parts: what else stands around the table.
        percent: the zoom of the table.
    """
    scale = around(percent)
    for part in parts:
        part.set_scale(scale)
    font = theme().font(Type.BODY, scale)
    for bar in (window.menuBar(), window.statusBar(), *window.findChildren(QMenu)):
        bar.setFont(font)
