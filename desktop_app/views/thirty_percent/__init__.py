"""The 30 % test explained in a window, whatever the procedure of the proposal of 2020 (COM(2020) 610)."""

from desktop_app.views.thirty_percent.window import ReadingsWindow, ShownTest

__all__ = ["ReadingsWindow", "ShownTest"]
