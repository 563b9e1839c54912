"""Fields of free text: one line, several lines, a line with offers."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit

from desktop_app.views.fields.base import Field
from desktop_app.views.fields.looks import Choice, text_outline
from desktop_app.views.language import shown
from desktop_app.views.theme import theme

_LONGEST = 10_000
"""Characters; a note is no document."""


class _Text(Field):
    """Free text. What was put in is given back to the letter while nobody has changed it: an input may show less of it.

    A line shows no second one, a page no hard space; and what is recorded with spaces around it stays so.
    """

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._given: str | None = None
        self._made_of_it = ""

    @property
    def raw(self) -> str:
        """The text as put or typed."""
        return (self._given or "") if self._is_untouched else self._shown

    @property
    def value(self) -> str | None:
        """The text as put, or as typed without spaces around it; ``None`` where there is none."""
        return self._given if self._is_untouched else self._shown.strip() or None

    @property
    def _shown(self) -> str:
        """What the input shows."""
        raise NotImplementedError

    @property
    def _is_untouched(self) -> bool:
        return self._shown == self._made_of_it

    def _put(self, raw: str | None) -> None:
        if self._shown != (raw or ""):
            self._show(raw or "")
        self._given, self._made_of_it = raw, self._shown

    def _show(self, text: str) -> None:
        """Show another text."""
        raise NotImplementedError


class TextField(_Text):
    """One line of free text."""

    def __init__(self, label: str, placeholder: str = "") -> None:
        super().__init__(label)
        self.input = QLineEdit()
        self.input.setPlaceholderText(shown(placeholder))
        # A narrow line cuts it.
        self.input.setToolTip(shown(placeholder))
        self.input.setMaxLength(_LONGEST)
        self.input.textChanged.connect(self._told)
        self.fill(self.input)
        _dress(self.input)

    @property
    def _shown(self) -> str:
        return self.input.text()

    def _show(self, text: str) -> None:
        self.input.setText(text)
        self.input.setCursorPosition(0)


class NoteField(_Text):
    """Several lines of free text; Tab leaves it."""

    def __init__(self, label: str, placeholder: str = "", lines: int = 3) -> None:
        super().__init__(label)
        self._lines = lines
        self.input = _Page()
        self.input.setPlaceholderText(shown(placeholder))
        self.input.textChanged.connect(self._told)
        self.fill(self.input)
        _dress(self.input)
        self.set_scale(1.0)

    @property
    def _shown(self) -> str:
        return self.input.toPlainText()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        # What stands in an empty page is written in the font of what it is painted on, which a style keeps small.
        self.input.viewport().setFont(self.input.font())
        self.input.setFixedHeight(self._lines * self.input.fontMetrics().lineSpacing() + 16)

    def _show(self, text: str) -> None:
        self.input.setPlainText(text)


class _Page(QPlainTextEdit):
    """Text of several lines that leaves Tab and Ctrl+Enter to whoever holds it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        # Words wrap: a bar under them would take a line's room, whose lack calls for the other bar, without end.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, except what is a command."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)


class OfferField(_Text):
    """A line of free text with texts offered: Alt+Down shows them."""

    def __init__(self, label: str, offers: Sequence[str], placeholder: str = "") -> None:
        super().__init__(label)
        self.input = Choice()
        self._line = QLineEdit()
        self._line.setPlaceholderText(shown(placeholder))
        self._line.setMaxLength(_LONGEST)
        self._line.setAccessibleName(shown(label))
        self.input.setLineEdit(self._line)
        self.input.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.input.model(), self.input)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.input.setCompleter(completer)
        self.offer(offers)
        self.input.editTextChanged.connect(self._told)
        self.fill(self.input, self.input, self._line)

    def offer(self, offers: Sequence[str]) -> None:
        """Offer other texts; what stands there stays."""
        former = self.input.currentText()
        self.input.blockSignals(True)
        self.input.clear()
        self.input.addItems([shown(each) for each in offers])
        self.input.setCurrentIndex(-1)
        self.input.setEditText(former)
        self.input.blockSignals(False)

    @property
    def _shown(self) -> str:
        return self.input.currentText()

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change it or only look."""
        self.input.setEnabled(not read_only)

    def _show(self, text: str) -> None:
        self.input.setCurrentIndex(-1)
        self.input.setEditText(text)
        self._line.setCursorPosition(0)


def _dress(widget: QLineEdit | QPlainTextEdit) -> None:
    _Dresser(widget).dress()


class _Dresser(QObject):
    """Keeps the outline of an input in the theme's colours as long as the input lives: it is the input's child."""

    def __init__(self, widget: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(widget)
        self._widget = widget
        # A method of a living object is let go with it; a plain function would outlive the input.
        theme().changed.connect(self.dress)

    def dress(self) -> None:
        """Take the colours of now."""
        self._widget.setStyleSheet(text_outline())
