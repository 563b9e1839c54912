"""What every field has: a label above the input, and one line under it that says what is understood or wrong."""

from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.views.language import shown
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible, theme

_OWN_KEYS: Final = frozenset((Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Y, Qt.Key.Key_Z))
"""Letters that mean something to a line of text together with Control; the window's commands have the others."""


class Field(QWidget):
    """A labelled input. What is in it as typed is :attr:`raw`, so that unfinished work can be kept and put back.

    Signals:
        edited(): the person changed it; programs changing it keep quiet.
    """

    edited = Signal()

    def __init__(self, label: str) -> None:
        """Make the field without its input; :meth:`fill` puts that in.

        Args:
            label: what stands above it, and what a screen reader says; may be empty where the input has words.
        """
        super().__init__()
        self._inputs: tuple[QWidget, ...] = ()
        self._quiet = False
        self._complaint = ""
        self.label = _Caption(label)
        if not label:
            # Shown without a parent, it would be a window of its own for a moment.
            self.label.hide()
        self.line = ToneLabel("", Type.CAPTION, "muted")
        self.line.setWordWrap(True)
        self.line.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.HAIR)
        self._column.addWidget(self.label)

    @property
    def raw(self) -> Any:
        """What stands in the input, as typed or chosen."""
        raise NotImplementedError

    def put(self, raw: Any) -> None:
        """Show what :attr:`raw` gave; never emits :attr:`edited`."""
        self._quiet = True
        try:
            self._put(raw)
        finally:
            self._quiet = False

    @property
    def problem(self) -> str:
        """What is wrong with what stands there; empty where nothing is."""
        return ""

    @property
    def is_wrong(self) -> bool:
        """Whether what stands there keeps the edits from being taken, by itself or beside the other fields."""
        return bool(self.problem or self._complaint)

    @property
    def said(self) -> str:
        """What the line under the input says."""
        return self.line.text() if not self.line.isHidden() else ""

    def complain(self, problem: str) -> None:
        """Say what is wrong with the content beside the other fields; an empty text takes the complaint back."""
        if problem != self._complaint:
            self._complaint = problem
            self._explain()

    def say(self, words: str, tone: str = "muted") -> None:
        """Put one line under the input.

        Args:
            words: what it says; empty to take the line away.
            tone: colour token; ``"block"`` for what is wrong.
        """
        self.line.setText(legible(words))
        self.line.set_tone(tone)
        self.line.setVisible(bool(words))
        for widget in self._inputs:
            widget.setAccessibleDescription(shown(words))

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change it or only look."""
        for widget in self._inputs:
            setter = getattr(widget, "setReadOnly", None)
            if callable(setter):
                setter(read_only)
            else:
                widget.setEnabled(not read_only)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self.label.set_scale(scale)
        self.line.set_scale(scale)
        for widget in self._inputs:
            widget.setFont(theme().font(Type.BODY, scale))

    def fill(self, content: QWidget, *inputs: QWidget) -> None:
        """Put the input under the label.

        Args:
            content: what is laid out.
            inputs: what takes the keyboard and follows zoom and permission; by default ``content``.
        """
        self._inputs = inputs or (content,)
        self._column.addWidget(content)
        self._column.addWidget(self.line)
        # Room to spare goes under the field, never between its parts.
        self._column.addStretch(1)
        self.setFocusProxy(self._inputs[0])
        self.label.setBuddy(self._inputs[0])
        for widget in self._inputs:
            if not widget.accessibleName():
                widget.setAccessibleName(self.label.text())
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the page that scrolls, and Control with a letter to the window's commands."""
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_command(event):
            # Some desktops let Ctrl+D or Ctrl+K delete in a line of text; here they are commands everywhere.
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _put(self, raw: Any) -> None:
        raise NotImplementedError

    def _explain(self) -> None:
        """Fill the line under the input."""
        self.say(self._complaint, "block")

    def _told(self, *_: object) -> None:
        """Tell that the person changed it."""
        if not self._quiet:
            self.edited.emit()


class _Caption(ToneLabel):
    """What stands above an input: in one line where there is room for it, else in as many as it needs."""

    def __init__(self, text: str) -> None:
        super().__init__(text, Type.CAPTION, "muted")
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """Ask for one line; a label whose words wrap else asks for a block."""
        one_line = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return one_line + QSize(1, 0)


def _is_command(event: QKeyEvent) -> bool:
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return control and Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z and Qt.Key(event.key()) not in _OWN_KEYS
