"""Outlines of inputs that are seen on light and dark grounds, unlike Fusion's own."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
)

from desktop_app.views.language import shown
from desktop_app.views.parts import FOCUS_WIDTH
from desktop_app.views.theme import Space, theme

_WRAPPED: Final = int(
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic
)


def text_outline() -> str:
    """Return the style of lines and pages of text, in the colours of now."""
    colours = theme().colours
    names = ("border", "raised", "accent", "surface", "line", "muted")
    border, ground, accent, sunken, line, muted = (getattr(colours, name).name() for name in names)
    shape = "border-radius: 3px; padding: 2px 4px;"
    return (
        f"QLineEdit, QPlainTextEdit {{ border: 1px solid {border}; {shape} background: {ground}; }}"
        f"QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {accent}; padding: 1px 3px; }}"
        f"QLineEdit:disabled, QPlainTextEdit:disabled {{ border-color: {line}; background: {sunken}; color: {muted}; }}"
        f'QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] {{ background: {sunken}; }}'
    )


class Choice(QComboBox):
    """A list to choose from that shows its outline, and accent where the keyboard is.

    Where it is too narrow for what is chosen, its tooltip says it whole; what can be chosen is always shown whole.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self._told = ""
        self.currentTextChanged.connect(self._tell_whole)

    def showPopup(self) -> None:
        """Show the choices as wide as the longest one, as far as the screen has room."""
        view = self.view()
        bar = view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(min(view.sizeHintForColumn(0) + bar, self.screen().availableSize().width()))
        super().showPopup()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether what is chosen has room."""
        super().resizeEvent(event)
        self._tell_whole(self.currentText())

    def _tell_whole(self, text: str) -> None:
        """Say in the tooltip what has no room, unless somebody has put something else there."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        if self.toolTip() == self._told:
            self._told = "" if self.fontMetrics().horizontalAdvance(text) <= room else text
            self.setToolTip(self._told)

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


class OutlinedChecks(QStyledItemDelegate):
    """Draws the boxes to tick in a list with an outline that is seen on light and dark grounds."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the item, and the outline of its box over it."""
        super().paint(painter, option, index)
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        box = drawn.widget.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, drawn, drawn.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colours.border, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.restore()


class Check(QCheckBox):
    """A box to tick that shows its outline, and words that go on in the next line where they are long."""

    def __init__(self, words: str = "") -> None:
        super().__init__(shown(words))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Be as high as the words need."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width."""
        room = width - self._before_words
        words = self.fontMetrics().boundingRect(QRect(0, 0, max(room, 1), 10_000), _WRAPPED, self.text())
        return max(words.height(), self.fontMetrics().height()) + Space.XS

    def minimumSizeHint(self) -> QSize:
        """Be content with a few words a line."""
        return QSize(self._before_words + 12 * self.fontMetrics().averageCharWidth(), self.fontMetrics().height())

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click on the words, too."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint box, outline and words, and where the keyboard is."""
        colours = theme().colours
        option = QStyleOptionButton()
        self.initStyleOption(option)
        style = self.style()
        line = self.fontMetrics().height() + Space.XS
        option.rect = QRect(0, 0, self.width(), min(line, self.height()))
        box = style.subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option.rect = box
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option, painter, self)
        painter.setPen(QPen(colours.accent if self.hasFocus() else colours.border, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.setPen(colours.text if self.isEnabled() else colours.unknown)
        words = self.rect().adjusted(self._before_words, Space.HAIR, 0, 0)
        painter.drawText(words, _WRAPPED, self.text())
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, FOCUS_WIDTH))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), Space.XS, Space.XS)
        painter.end()

    @property
    def _before_words(self) -> int:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        return box.right() + 1 + Space.S
