"""Underlined letters: each item of a menu has its own where that is possible, whatever the language."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.views.mnemonics import distinct, keep_apart, mnemonic, tell_apart

TEXTS = st.lists(st.text("abcdé &", min_size=1, max_size=6), max_size=8)


def test_letters_that_are_their_own_stay_where_they_are() -> None:
    assert distinct(["&Bestand", "Be&werken", "Zoom &in"]) == ["&Bestand", "Be&werken", "Zoom &in"]


def test_the_later_one_makes_way_at_the_beginning_of_a_word() -> None:
    assert distinct(["&Annuler", "&Aperçu avant impression"]) == ["&Annuler", "Aperçu avant &impression"]


def test_one_without_another_choice_moves_the_one_that_has() -> None:
    assert distinct(["&ab", "&a"]) == ["a&b", "&a"]


def test_where_no_letter_is_left_there_is_none() -> None:
    assert distinct(["&a", "&a"]) == ["&a", "a"]


def test_what_has_no_letter_gets_none_and_an_ampersand_in_a_name_stays() -> None:
    assert distinct(["Deutsch", "Länder && &Mehr", "&Mehr"]) == ["Deutsch", "Länder && &Mehr", "M&ehr"]


def test_a_letter_with_an_accent_and_a_capital_count_as_they_are_typed() -> None:
    assert mnemonic("É&dition") == "d"
    assert mnemonic("&Öffnen") == "ö"
    assert mnemonic("Nichts && nichts") == ""


def test_a_letter_that_every_keyboard_has_is_found_before_one_with_an_accent() -> None:
    assert distinct(["&Vue", "&verser État"]) == ["&Vue", "v&erser État"]


@given(TEXTS)
@settings(max_examples=60)
def test_no_letter_stands_twice_and_no_word_changes(texts: list[str]) -> None:
    made = distinct(texts)
    letters = Counter(letter for letter in map(mnemonic, made) if letter)
    assert all(count == 1 for count in letters.values())
    assert [each.replace("&", "") for each in made] == [each.replace("&", "") for each in texts]


def test_what_is_taken_is_given_to_nobody() -> None:
    assert distinct(["&ab", "&b"], {"a"}) == ["ab", "&b"]
    assert distinct(["&ab", "&bc"], {"a"}) == ["a&b", "b&c"]


def test_the_parts_of_a_window_are_told_apart_and_the_menu_bar_keeps_its_letters(qapp: QApplication) -> None:
    window, content, tabs = QMainWindow(), QWidget(), QTabWidget()
    window.menuBar().addAction("&Datei")
    field, caption, note = QLineEdit(), QLabel("&Name"), QLabel("R&D")
    caption.setBuddy(field)
    buttons = [QPushButton("&Speichern…"), QPushButton("&Seite einrichten…"), QPushButton("&Nichts")]
    hidden, tool, action = QPushButton("&Datei…"), QToolButton(), QAction("&Drucken", window)
    hidden.hide()
    tool.setDefaultAction(action)
    action.setIconText("&Drucken")
    tabs.addTab(QWidget(), "&Seiten")
    column = QVBoxLayout(content)
    for part in (caption, field, note, *buttons, hidden, tool, tabs):
        column.addWidget(part)
    window.setCentralWidget(content)
    tell_apart(window)
    assert [each.text() for each in buttons] == ["&Speichern…", "Seite &einrichten…", "&Nichts"]
    assert (caption.text(), note.text(), tabs.tabText(0)) == ("N&ame", "R&D", "Se&iten")
    assert (hidden.text(), tool.text(), action.text()) == ("&Datei…", "D&rucken", "&Drucken")
    # Qt takes the text from the action anew whenever that changes.
    action.setEnabled(False)
    assert tool.text() == "D&rucken"
    window.deleteLater()


def test_what_comes_later_gets_a_letter_of_its_own(qtbot: QtBot) -> None:
    window, area, inside = QWidget(), QScrollArea(), QWidget()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    first, later, below = QPushButton("&Open"), QPushButton("&Other"), QPushButton("&Old")
    QVBoxLayout(inside).addWidget(below)
    below.hide()
    later.hide()
    column = QVBoxLayout(window)
    for part in (area, first, later):
        column.addWidget(part)
    qtbot.addWidget(window)
    keep_apart(window)
    window.show()
    keep_apart(window)
    qtbot.waitUntil(lambda: first.text() == "&Open")
    later.show()
    qtbot.waitUntil(lambda: later.text() == "O&ther")
    below.show()
    qtbot.waitUntil(lambda: len({mnemonic(each.text()) for each in (first, later, below)}) == 3)
    first.setText("&Tell")
    qtbot.waitUntil(lambda: len({mnemonic(each.text()) for each in (first, later, below)}) == 3)
