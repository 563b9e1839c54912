"""What every dialog of the program has: a heading, a body, buttons, and an end that frees it."""

from collections.abc import Iterator
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.views.dialogs.help_beside import show_help
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.dialogs.plain_buttons import without_icons
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.mnemonics import keep_apart
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, theme

_Answer = TypeVar("_Answer")
_FRAME: Final = QSize(16, 48)
"""Room for the frame that the desktop puts around a window, device-independent pixels."""
_LEAST: Final = QSize(320, 200)
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


LEAVE: Final = marked("Leave without taking the changes?")


def room_on_screen(window: QWidget) -> QSize:
    """Return how large a window may be so that it lies on its screen with its frame."""
    return (window.screen().availableGeometry().size() - _FRAME).expandedTo(_LEAST)


def fit_on_screen(window: QWidget) -> None:
    """Make a window no larger than its screen, and put it where it can be seen whole."""
    window.setMaximumSize(room_on_screen(window))
    window.resize(window.size().boundedTo(room_on_screen(window)))


def outlines() -> str:
    """Return the style of fields and round buttons whose outline is seen on dark grounds too, unlike Fusion's own."""
    border, ground, accent = (getattr(theme().colours, name).name() for name in ("border", "raised", "accent"))
    return (
        f"QLineEdit {{ border: 1px solid {border}; border-radius: 3px; padding: 3px; background: {ground}; }}"
        f"QLineEdit:focus {{ border-color: {accent}; }}"
        f"QRadioButton::indicator {{ width: 12px; height: 12px; border: 1px solid {border}; border-radius: 7px;"
        f" background: {ground}; }}"
        f"QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 4px solid {accent}; }}"
        f"QRadioButton::indicator:focus {{ border-color: {accent}; }}"
    )


class ScrollingBody(QScrollArea):
    """What a dialog holds above its buttons; it scrolls up and down where the screen has no room for it."""

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self._body = body
        self.setWidget(body)
        body.setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """As large as what it holds."""
        return self._body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As wide as what it holds beside a scroll bar, which would else cut it; any height will do."""
        return QSize(self._body.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width(), 0)

    def height_for(self, width: int) -> int:
        """Return the height that shows everything at a width, also beside a scroll bar: then none comes."""
        needed = self._body.heightForWidth(width - self.verticalScrollBar().sizeHint().width())
        # Rounding may make what it holds a pixel higher than it says for a width.
        return max(needed, self._body.minimumSizeHint().height()) if needed >= 0 else self._body.sizeHint().height()


class AskingDialog(QDialog, Generic[_Answer]):
    """A dialog that ends with an answer or with none; never larger than its screen.

    Ctrl+Enter accepts, F1 helps where there is help, and leaving asks once before typed work is lost.

    Attributes:
        help_page: name of the manual's page that F1 opens; empty where there is none.
        help_heading: heading on that page.
    """

    help_page = ""
    help_heading = ""

    def __init__(self, parent: QWidget | None, title: str, accept_text: str) -> None:
        """Make an empty dialog.

        Args:
            parent: the window it belongs to.
            title: of the window.
            accept_text: what the accepting button says, with its mnemonic.
        """
        super().__init__(parent)
        self.setWindowTitle(shown(title))
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.M)
        self.column.setSpacing(Space.M)
        self.body = ScrollingBody(body)
        self.buttons = QDialogButtonBox()
        self.buttons.setContentsMargins(Space.XL, 0, Space.XL, 0)
        self.accept_button = self.buttons.addButton(shown(accept_text), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        without_icons(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._beside_buttons: list[QWidget] = [self.buttons]
        self._typed_at_first: tuple[object] | None = None
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, Space.L)
        outer.setSpacing(Space.S)
        outer.addWidget(self.body, 1)
        outer.addWidget(self.buttons)
        # Once it is the dialog's: else Qt takes the button after the field that has the keyboard for Enter.
        self.accept_button.setDefault(True)

    def add_words(self, words: str, role: Type = Type.BODY, tone: str = "text") -> ToneLabel:
        """Add a paragraph that wraps."""
        label = ToneLabel(words, role, tone)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setMinimumWidth(420)
        self.column.addWidget(label)
        return label

    def add(self, part: QWidget | QLayout) -> None:
        """Add a widget or a layout below what is there."""
        if isinstance(part, QLayout):
            self.column.addLayout(part)
        else:
            self.column.addWidget(part)

    def add_below(self, part: QWidget) -> None:
        """Add a widget that stays in sight above the buttons, however much of the body is scrolled away."""
        row = QVBoxLayout()
        row.setContentsMargins(Space.XL, 0, Space.XL, 0)
        row.addWidget(part)
        self._outer.insertLayout(self._outer.count() - 1, row)
        self._beside_buttons.append(part)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that the words need, as far as the screen has it."""
        if not event.spontaneous():
            keep_apart(self)
            self.setStyleSheet(outlines())
            for widget in self.findChildren(QWidget):
                # Otherwise the sizes are those before the style.
                widget.ensurePolished()
            for layout in self.findChildren(QLayout):
                layout.invalidate()
            room = room_on_screen(self)
            width = min(max(self.width(), self.sizeHint().width()), room.width())
            below = sum(part.sizeHint().height() + Space.S for part in self._beside_buttons) + Space.L
            needed = max(self.height() if self._is_sized else 0, self.body.height_for(width) + below)
            self.resize(width, needed)
            fit_on_screen(self)
            if self.focusWidget() is None:
                self._begin_in_body()
            if self._typed_at_first is None:
                self._typed_at_first = (self.typed(),)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter accepts; F1 helps."""
        if event.key() == Qt.Key.Key_F1 and self.help_page:
            show_help(self, self.help_page, self.help_heading)
        elif event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept_button.click()
        else:
            super().keyPressEvent(event)

    def typed(self) -> object:
        """Return what leaving would lose; something that compares unequal once a person has typed."""
        return None

    def reject(self) -> None:
        """Leave; where something was typed, ask first."""
        is_typed = self._typed_at_first is not None and self._typed_at_first != (self.typed(),)
        if not is_typed or Message.confirm(
            self, LEAVE, tr("What was typed here is not in the forum yet."), tr("&Leave")
        ):
            super().reject()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for label in self.findChildren(ToneLabel):
            label.set_scale(scale)
        captions = [label for label in self.findChildren(QLabel) if not isinstance(label, ToneLabel)]
        kinds = (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit)
        fields: list[QWidget] = [each for kind in kinds for each in self.findChildren(kind)]
        for part in (*captions, *fields):
            part.setFont(theme().font(Type.BODY, scale))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go through the body, what stands below it, and the buttons last."""
        usable = self._keyboard_order()
        if not usable:
            return False
        here, step = self.focusWidget(), 1 if forward else -1
        at = usable.index(here) if here in usable else -step
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        usable[(at + step) % len(usable)].setFocus(reason)
        return True

    def _begin_in_body(self) -> None:
        """Let the first field have the keyboard, not the buttons, which are made before it."""
        first = next((each for each in self._keyboard_order() if self.body.isAncestorOf(each)), None)
        if first is not None:
            first.setFocus()
        if isinstance(first, QLineEdit):
            # As after Tab: what is typed replaces what stands there.
            first.selectAll()

    def _keyboard_order(self) -> list[QWidget]:
        """Return what Tab stops at; of buttons of which one is chosen that one, among which arrows choose."""
        stops = [widget for widget in _focus_chain(self) if self._is_stop(widget)]
        inside = [widget for widget in stops if self.body.isAncestorOf(widget)]
        buttons = [widget for widget in stops if self.buttons.isAncestorOf(widget)]
        return [*inside, *(widget for widget in stops if widget not in inside and widget not in buttons), *buttons]

    def _is_stop(self, widget: QWidget) -> bool:
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        return takes and _is_chosen(widget) and widget.isEnabled() and widget.isVisibleTo(self)

    @property
    def _is_sized(self) -> bool:
        return self.testAttribute(Qt.WidgetAttribute.WA_Resized)

    def answer(self) -> _Answer:
        """Return what the person has chosen."""
        raise NotImplementedError

    def asked(self) -> _Answer | None:
        """Show the dialog, wait for its end, free it, and return the answer (``None``: cancelled)."""
        try:
            return self.answer() if self.exec() else None
        finally:
            self.deleteLater()
            # Where a message was closed just before, some desktops leave the keyboard nowhere.
            parent = self.parentWidget()
            if parent is not None:
                parent.activateWindow()


def _is_chosen(widget: QWidget) -> bool:
    """Tell whether Tab stops at a button: of several of which one is chosen, among which arrows choose, at that one."""
    if not isinstance(widget, QAbstractButton):
        return True
    # Qt answers with nothing where the button is of no group, whatever its stubs say.
    group: QButtonGroup | None = widget.group()
    is_one_of_several = isinstance(widget, QRadioButton) or (group is not None and group.exclusive())
    return widget.isChecked() or not is_one_of_several


def _focus_chain(window: QWidget) -> Iterator[QWidget]:
    """Yield every widget of a window in the order of Tab, as it is now."""
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        yield widget
        widget = widget.nextInFocusChain()
