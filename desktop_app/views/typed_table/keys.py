"""Which key does what on a cell."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.calc.entry import LEADING_WORDS

RETURNS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ERASERS: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_FIGURE_SIGNS: Final = ("+", "-", "\u2013", "\u2212", ".", ",")
_Modifier = Qt.KeyboardModifier


def has_shift(event: QKeyEvent) -> bool:
    """Tell whether Shift is held."""
    return bool(event.modifiers() & _Modifier.ShiftModifier)


def has_control(event: QKeyEvent) -> bool:
    """Tell whether Control is held."""
    return bool(event.modifiers() & _Modifier.ControlModifier)


def typed_text(event: QKeyEvent) -> str:
    """Return the characters that a key types; empty for shortcuts and keys that type nothing."""
    modifiers = event.modifiers()
    control, alt = bool(modifiers & _Modifier.ControlModifier), bool(modifiers & _Modifier.AltModifier)
    # AltGr arrives as Control and Alt together on some systems, and types.
    if control != alt or modifiers & _Modifier.MetaModifier:
        return ""
    text = event.text()
    return text if text and text.isprintable() and not text.isspace() else ""


def begins_figure(text: str) -> bool:
    """Tell whether a character begins a figure, more or less of one, or none: a digit, a point, a sign."""
    return text.isdigit() or text in _FIGURE_SIGNS


def begins_entry(text: str) -> bool:
    """Tell whether typed characters begin an entry in a cell that is typed into: all but letters free to jump.

    A sign that no entry begins with does too: the line then says what is wrong with it.
    """
    return not text.isalpha() or any(word.startswith(text.casefold()) for word in LEADING_WORDS)
