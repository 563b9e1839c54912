"""The time bar under the header: any moment of the record is shown in the window, read-only."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk
    from desktop_app.views.main_window import MainWindow


class TimeBar(QWidget):
    """A slider over the entries of the record."""

    def __init__(self, window: "MainWindow") -> None:
        """Make a bar that shows nothing yet.

        Args:
            window: in which the moments are shown.
        """
        super().__init__()
        self._window = window
        self._desk: Desk | None = None
        self._scale = 1.0

    def show_desk(self, desk: "Desk | None") -> None:
        """Follow the record of a desk, or of none."""
        self._desk = desk

    def set_scale(self, scale: float) -> None:
        """Show itself larger or smaller; 1 is 100 %."""
        self._scale = scale
