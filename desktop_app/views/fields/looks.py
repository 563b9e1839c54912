"""Outlines of inputs that are seen on light and dark grounds, unlike Fusion's own."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QStyle, QStyleOptionButton

from desktop_app.views.parts import FOCUS_WIDTH
from desktop_app.views.theme import Space, theme


def text_outline() -> str:
    """Return the style of lines and pages of text, in the colours of now."""
    colours = theme().colours
    border, ground, accent, sunken = (
        getattr(colours, name).name() for name in ("border", "raised", "accent", "surface")
    )
    shape = "border-radius: 3px; padding: 2px 4px;"
    return (
        f"QLineEdit, QPlainTextEdit {{ border: 1px solid {border}; {shape} background: {ground}; }}"
        f"QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {accent}; padding: 1px 3px; }}"
        f'QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] {{ background: {sunken}; }}'
    )


class Choice(QComboBox):
    """A list to choose from that shows its outline, and accent where the keyboard is."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it, and the outline over it."""
        super().paintEvent(event)
        colours = theme().colours
        width = FOCUS_WIDTH if self.hasFocus() else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.accent if self.hasFocus() else colours.border, width))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 3, 3)
        painter.end()


class Check(QCheckBox):
    """A box to tick that shows its outline."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it, and the outline of the box over it."""
        super().paintEvent(event)
        colours = theme().colours
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = QRectF(self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.accent if self.hasFocus() else colours.border, 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, FOCUS_WIDTH))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Space.XS, Space.XS)
        painter.end()
