"""Underlined letters: each item of a menu has its own where that is possible, whatever the language."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.views import language
from desktop_app.views.mnemonics import distinct, mnemonic, tell_apart

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


@given(TEXTS)
@settings(max_examples=60)
def test_no_letter_stands_twice_and_no_word_changes(texts: list[str]) -> None:
    made = distinct(texts)
    letters = Counter(letter for letter in map(mnemonic, made) if letter)
    assert all(count == 1 for count in letters.values())
    assert [each.replace("&", "") for each in made] == [each.replace("&", "") for each in texts]


def test_the_parts_of_a_window_are_told_apart_but_in_english(qapp: QApplication) -> None:
    window = QWidget()
    field, caption, note = QLineEdit(), QLabel("&Name"), QLabel("R&D")
    caption.setBuddy(field)
    buttons = [QPushButton("&Speichern…"), QPushButton("&Seite einrichten…"), QPushButton("&Nichts")]
    column = QVBoxLayout(window)
    for part in (caption, field, note, *buttons):
        column.addWidget(part)
    tell_apart(window)
    assert buttons[1].text() == "&Seite einrichten…"
    try:
        language.choose("nl")
        tell_apart(window)
    finally:
        language.choose("en")
    assert [each.text() for each in buttons] == ["&Speichern…", "Seite &einrichten…", "&Nichts"]
    assert (caption.text(), note.text()) == ("N&ame", "R&D")
