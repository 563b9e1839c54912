"""Which keys type, and what they mean."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.calc.member_states import NAMES
from desktop_app.views import language
from desktop_app.views.typed_table.jump import state_called
from desktop_app.views.typed_table.keys import begins_entry, typed_text

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def pressed(key: int, text: str, modifiers: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)


@pytest.mark.parametrize(
    ("event", "text"),
    [
        (pressed(Qt.Key.Key_5, "5"), "5"),
        (pressed(Qt.Key.Key_E, "€", CONTROL | ALT), "€"),
        (pressed(Qt.Key.Key_C, "\x03", CONTROL), ""),
        (pressed(Qt.Key.Key_C, "c", CONTROL), ""),
        (pressed(Qt.Key.Key_C, "c", ALT), ""),
        (pressed(Qt.Key.Key_Space, " "), ""),
        (pressed(Qt.Key.Key_Up, ""), ""),
    ],
)
def test_what_a_key_types(event: QKeyEvent, text: str) -> None:
    assert typed_text(event) == text


@pytest.mark.parametrize(
    ("text", "begins"),
    [("5", True), ("-", True), (".", True), ("r", True), ("N", True), ("E", True), ("€", True), ("f", False)],
)
def test_what_begins_an_entry(text: str, begins: bool) -> None:
    assert begins_entry(text) is begins


@pytest.mark.parametrize(
    ("letters", "code"), [("", None), ("EL", "EL"), ("gre", "EL"), ("xx", None), ("s", "ES"), ("z", None)]
)
def test_which_member_state_letters_mean(letters: str, code: str | None) -> None:
    assert state_called(letters) == code


@pytest.mark.parametrize(
    ("language_code", "letters", "code"),
    [
        ("de", "Österr", "AT"),
        ("de", "osterr", "AT"),
        ("de", "oesterr", "AT"),
        ("de", "rumae", "RO"),
        ("de", "ruma", "RO"),
        ("de", "un", "HU"),
        ("de", "es", "ES"),
        ("de", "est", "EE"),
        ("fr", "paysbas", "NL"),
        ("fr", "grece", "EL"),
        ("fr", "tcheq", "CZ"),
        ("fr", "ger", None),
        ("nl", "oostenr", "AT"),
    ],
)
def test_letters_mean_names_as_they_are_shown(language_code: str, letters: str, code: str | None) -> None:
    language.choose(language_code)
    names = {each: language.state_name(each) for each in NAMES}
    language.choose("en")
    assert state_called(letters, names) == code
