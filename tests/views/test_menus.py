"""Menus: every command can be reached by keyboard, and no key means two things."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton

from desktop_app.calc.forum import Procedure
from desktop_app.views.keyboard import keyboard_sections
from desktop_app.views.keys import native
from desktop_app.views.main_window import MainWindow
from desktop_app.views.menus import COMMANDS, MENUS, Command, Menus
from desktop_app.views.mnemonics import mnemonic
from desktop_app.views.theme import Scheme, theme


@pytest.mark.parametrize("procedure", Procedure)
def test_no_key_means_two_things(procedure: Procedure) -> None:
    had = [command for command in COMMANDS if procedure in command.procedures]
    keys = Counter(QKeySequence(key).toString() for command in had for key in command.keys)
    assert not [key for key, count in keys.items() if count > 1]
    assert "" not in keys


@pytest.mark.parametrize("procedure", Procedure)
def test_mnemonics_are_unique_in_each_menu(make_window: Callable[[], MainWindow], procedure: Procedure) -> None:
    window = make_window()
    window.menus.show_procedure(procedure)
    for title, menu in window.menus.bar.items():
        actions = [action for action in menu.actions() if action.isVisible() and not action.isSeparator()]
        letters = Counter(mnemonic(action.text()) for action in actions)
        assert not [(title, letter) for letter, count in letters.items() if count > 1]


def test_commands_of_another_procedure_are_hidden_and_do_nothing(make_window: Callable[[], MainWindow]) -> None:
    window = make_window()
    for procedure in (*Procedure, Procedure.ANNUAL_POOL):
        window.menus.show_procedure(procedure)
        window.menus.allow(forum=True, read_only=False)
        for command in COMMANDS:
            action = window.menus.actions[command.name]
            assert action.isVisible() == (procedure in command.procedures)
            assert action.text() == command.text_in(procedure)
            assert action.isEnabled() == (
                procedure in command.procedures and command.name not in {"take_over", "take_pen"}
            )
        assert window.menus.bar["&View"].actions()[-1].isVisible()


def test_menus_and_themes_have_mnemonics_of_their_own(make_window: Callable[[], MainWindow]) -> None:
    window = make_window()
    titles = [mnemonic(title) for title, _entries in MENUS]
    assert len(set(titles)) == len(titles)
    themes = [mnemonic(action.text()) for action in window.menus.themes.values()]
    assert len(set(themes)) == len(themes)
    assert "".join(mnemonic(action.text()) for action in window.menus.languages.values()) == "defn"


def test_the_buttons_of_an_empty_window_leave_the_menus_their_letters(make_window: Callable[[], MainWindow]) -> None:
    window = make_window()
    buttons = window.invitation.findChildren(QPushButton)
    letters = [mnemonic(text) for text in (*(title for title, _entries in MENUS), *(each.text() for each in buttons))]
    assert len(buttons) == 7
    assert len(set(letters)) == len(letters)


def test_only_what_goes_with_typing_is_done_while_a_figure_cannot_be_recorded(qapp: QApplication) -> None:
    window, done = QMainWindow(), list[str]()
    doing = {command.name: lambda name=command.name: done.append(name) for command in COMMANDS}
    menus = Menus(window, doing, lambda: False)
    for command in COMMANDS:
        menus.actions[command.name].trigger()
    assert {"copy", "paste", "zoom_in", "manual", "hide_room", "findings"} <= set(done)
    leaving = {"undo", "time_bar", "history", "find_moment", "compare", "new_scenario", "adopt", "close_round"}
    leaving |= {
        "release",
        "give_pen",
        "merge",
        "dossier",
        "print",
        "preview",
        "export",
        "open",
        "close",
        "quit",
        "sort",
        "find",
    }
    assert not leaving & set(done)
    # A tick that Qt has set goes again.
    assert not menus.actions["time_bar"].isChecked()
    window.deleteLater()


def test_the_standard_keys_do_the_standard_things() -> None:
    keys = {command.name: command.keys for command in COMMANDS}
    assert keys["undo"] == ("Ctrl+Z",)
    assert keys["redo"] == ("Ctrl+Y", "Ctrl+Shift+Z")
    for name, key in (("open", "Ctrl+O"), ("new", "Ctrl+N"), ("print", "Ctrl+P"), ("copy", "Ctrl+C")):
        assert keys[name] == (key,)


def test_without_a_forum_only_what_makes_sense_is_possible(make_window: Callable[[], MainWindow]) -> None:
    window = make_window()
    possible = {name for name, action in window.menus.actions.items() if action.isEnabled()}
    expected = {command.name for command in COMMANDS if not command.needs_forum}
    assert possible == expected


def test_the_keyboard_page_names_every_key() -> None:
    text = keyboard_sections()
    for command in COMMANDS:
        for key in command.keys:
            assert native(key) in text


def test_the_keyboard_page_names_the_keys_of_the_preview() -> None:
    page = keyboard_sections().partition("## In the annex preview")[2]
    for key in ("Ctrl+D", "Ctrl+F", "Ctrl+1", "Ctrl+S", "Esc"):
        assert key in page


def test_every_menu_command_is_a_command() -> None:
    assert all(isinstance(command, Command) for command in COMMANDS)
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)


def test_icons_follow_the_theme(make_window: Callable[[], MainWindow]) -> None:
    window = make_window()
    action = window.menus.actions["open"]
    window.choose_theme(Scheme.LIGHT)
    window.menus.bar["&File"].aboutToShow.emit()
    before = action.icon().pixmap(24, 24).toImage()
    window.choose_theme(Scheme.DARK)
    window.menus.bar["&File"].aboutToShow.emit()
    assert action.icon().pixmap(24, 24).toImage() != before
    window.choose_theme(Scheme.LIGHT)
    assert theme().scheme is Scheme.LIGHT
