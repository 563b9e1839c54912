"""The window of the pools in use: what it shows, where it leads, and that the keyboard alone does it all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import SetUse
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.response_assessment import PoolFigures, SearchAndRescueAssessment
from desktop_app.calc.rulebooks.search_and_rescue.book import assess
from desktop_app.calc.search_and_rescue import (
    ActPath,
    Call,
    Disembarkation,
    PoolUse,
    PressureAct,
    Raise,
    Round,
    RoundKind,
    SearchAndRescue,
    TopUp,
)
from desktop_app.calc.wording import HARD
from desktop_app.documents.standing import NOW
from desktop_app.documents.styles import A4
from desktop_app.models.forum_file import ForumFile
from desktop_app.views.main_window import MainWindow
from desktop_app.views.menus import COMMANDS
from desktop_app.views.pools import pool_table, record_table
from desktop_app.views.pools.commands import PoolCommands
from desktop_app.views.pools.drafts import PoolEditor
from desktop_app.views.pools.pool_table import PoolDelegate, filled, mark_at
from desktop_app.views.pools.window import PoolsWindow
from desktop_app.views.pools.words import request_words, standing_of
from desktop_app.views.preview.base import Printable
from desktop_app.views.theme import Scheme, theme
from tests.views.pools.small import FIRST, forum

CALLED = (Round("pool-1", RoundKind.POOL_USED, benefitting="EL"),)


@pytest.fixture
def pools(qtbot: QtBot) -> PoolsWindow:
    window = PoolsWindow(None)
    qtbot.addWidget(window)
    window.resize(1000, 640)
    return window


def on_screen(qtbot: QtBot, window: PoolsWindow) -> None:
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()


def row(window: PoolsWindow, code: str) -> tuple[str, ...]:
    return pool_table.cells_of(window.model.pools[window.model.row_of(code) or 0])


def facts(window: PoolsWindow) -> list[str]:
    return [label.text().replace(HARD, " ") for label in window.about if label.text()]


def said(found: Forum) -> str:
    """What is said of the request for Greece's pool."""
    return request_words(assess(found), "EL").text.replace(HARD, " ")


# ------------------------------------------------------------------------------------------------------ what it shows


def test_each_pool_is_shown_with_what_is_used_of_it(pools: PoolsWindow) -> None:
    pools.show_assessment(assess(forum(calls=(Call("EL", date(2027, 3, 1), "Two ships"),))))
    assert row(pools, "EL")[:5] == ("Greece", "480", "300", "180", f"62.50{HARD}%")
    assert row(pools, "IT")[-1] == "not drawn on"
    assert pools.heading.text() == "Pool of Greece"
    assert facts(pools) == [
        "Holds 480, 60.00 % of the total: 600 of 1 000 persons.",
        (
            "Requested on 1 March 2027 (in time, by 6 March 2027); the Commission coordinates by 15 March 2027 "
            "(Art. 49(1)). Needs: Two ships"
        ),
    ]
    assert [pools.movements.cells(line)[:4] for line in range(2)] == [
        (f"20{HARD}February{HARD}2027", "opened by the act", "480", "480"),
        (f"1{HARD}March{HARD}2027", "draw", "−300", "180"),
    ]
    assert pools.strip.isHidden()


@pytest.mark.parametrize(
    ("drawn", "standing", "tone"),
    [
        (383, "below 80 %", "ok"),
        (384, "80 % reached", "warn"),
        (480, "80 % reached", "warn"),
        (481, "1 beyond the pool", "block"),
    ],
)
def test_the_alarm_comes_at_eighty_percent_exactly(pools: PoolsWindow, drawn: int, standing: str, tone: str) -> None:
    pools.show_assessment(assess(forum(use=(replace(FIRST, persons=drawn),))))
    assert row(pools, "EL")[-1] == standing
    assert pools.strip.isHidden() is (tone == "ok")
    pool = pools.model.pools[0]
    # On a track of 483 pixels the mark stands at 386; the filling reaches it with the 384th person and no sooner.
    assert mark_at(483) == 386
    assert (filled(pool, 483) >= 386) is (drawn >= 384)
    assert filled(pool, 483) <= 483


def test_a_pool_that_holds_nobody_or_is_not_known(pools: PoolsWindow) -> None:
    empty = PoolFigures("EL", 600, 0, 0, 0, 0, 0, 0)
    assert standing_of(empty).text == "holds nobody"
    assert filled(empty, 100) == 0
    small = forum()
    states = (replace(small.key.states[0], population=None), *small.key.states[1:])
    pools.show_assessment(assess(replace(small, key=replace(small.key, states=states))))
    assert row(pools, "EL")[1:5] == ("open", "300", "open", "open")
    assert pools.strip.words.text().startswith("What the pools hold is not known yet")
    assert facts(pools)[0] == "Holds open, 60.00 % of the total: 600 of 1 000 persons."


def test_raises_and_the_top_up_are_told(pools: PoolsWindow) -> None:
    raised = forum(ActPath.SUFFICIENT, raises=(Raise("BE", "EL", 25, date(2027, 4, 1), "by letter"),))
    pools.show_assessment(assess(raised))
    assert facts(pools)[0].startswith("Holds 505 (480 by the act, +25 by voluntary raises)")
    assert pools.movements.cells(2)[1:] == ("raise of Belgium", "+25", "205", "", "", "", "by letter")
    topped = forum(top_up=TopUp("EL", 900, date(2027, 6, 1), "C(2027) 9"))
    pools.show_assessment(assess(topped))
    assert "(480 by the act, +240 by top-up), 69.23 % of the total: 900 of 1 300" in facts(pools)[0]
    assert pools.movements.cells(2)[1:] == ("top-up", "+240", "420", "", "", "", "C(2027) 9")


def test_the_request_and_its_clocks() -> None:
    assert said(forum(adopted=None)) == "Its use is requested within two weeks of the act (Art. 49(1))."
    assert said(forum(as_of=date(2027, 3, 6))) == "Not requested yet: Greece asks by 6 March 2027 (Art. 49(1))."
    ended = "Not requested: the two weeks from the act ended on 6 March 2027 (Art. 49(1))."
    assert said(forum(as_of=date(2027, 3, 7))) == ended
    assert said(forum(calls=(Call("EL"),))) == "Requested, but no day is recorded (Art. 49(1))."
    late = said(forum(calls=(Call("EL", date(2027, 3, 7)), Call("EL", date(2027, 3, 1))), as_of=date(2027, 3, 22)))
    assert late == (
        "Requested on 7 March 2027 (late: the two weeks ended on 6 March 2027; 1 earlier); the Commission coordinates "
        "by 21 March 2027, which has passed (Art. 49(1))."
    )


def test_use_for_another_state_is_told_on_both_sides(pools: PoolsWindow) -> None:
    use = (FIRST, PoolUse("IT", date(2027, 4, 2), 40, "EL", "few arrivals", "BE", "Syrian", "MV Aurora"))
    pools.show_assessment(assess(forum(use=use, pressure_act=PressureAct("EL", date(2027, 4, 1)))))
    assert facts(pools)[-1].startswith("Bridge to migratory pressure, from 1 April 2027 until the act of Art. 53")
    assert facts(pools)[-1].endswith("40 persons were drawn for Greece on other states' pools.")
    pools.go_to("IT")
    assert pools.movements.cells(1)[4:] == ("Greece", "Belgium", "Syrian", "no risk: few arrivals; MV Aurora")
    assert facts(pools)[-1] == "Taken over by: Belgium 40. By nationality: Syrian 40."
    one = (replace(use[1], persons=1),)
    pools.show_assessment(assess(forum(use=one)))
    pools.go_to("EL")
    assert facts(pools)[-1] == "1 person was drawn for Greece on other states' pools."


# --------------------------------------------------------------------------------------------------- what is missing


def test_what_is_missing_is_said_in_its_place(pools: PoolsWindow, qtbot: QtBot) -> None:
    on_screen(qtbot, pools)
    nothing = replace(forum(), search_and_rescue=SearchAndRescue())
    pools.show_assessment(assess(nothing))
    assert pools.pools.placeholder == "No pool yet."
    assert pools.strip.words.text().startswith("No pool yet: the report names no Member State")
    asked: list[str] = []
    pools.wanted.connect(asked.append)
    pools.strip.button.click()
    assert pools.current is None
    assert not pools.actions_by_name["draw"].isEnabled()
    assert not pools.grab().isNull()
    pools.show_assessment(assess(forum(path=None, adopted=None, use=())))
    assert "not judged" in pools.strip.words.text()
    pools.strip.button.click()
    assert asked == ["report", "judgement"]
    assert pools.movements.cells(0)[:2] == ("no date", "as pledged, no act yet")
    pools.show_assessment(assess(forum(adopted=None, use=())), read_only=True)
    assert "the act is not adopted" in pools.strip.words.text()
    assert not pools.actions_by_name["draw"].isEnabled()
    assert pools.actions_by_name["copy"].isEnabled()


@pytest.mark.parametrize(
    ("path", "rounds", "button", "wanted"),
    [
        (ActPath.STILL_SHORT, (), "Call the &forum…", "call_forum"),
        (ActPath.STILL_SHORT, CALLED, "Raise the &total…", "top_up"),
        (ActPath.SUFFICIENT, CALLED, "Record ra&ises…", "raise_pools"),
    ],
)
def test_the_alarm_leads_to_the_forum_and_then_by_the_path(
    pools: PoolsWindow, qtbot: QtBot, path: ActPath, rounds: tuple[Round, ...], button: str, wanted: str
) -> None:
    pools.show_assessment(assess(forum(path, use=(replace(FIRST, persons=384),), rounds=rounds)))
    pools.go_to("IT")
    assert pools.strip.words.text().startswith(f"80.00{HARD}% of the pool of Greece is used (384 of 480).")
    assert pools.strip.button.text() == button
    with qtbot.waitSignal(pools.wanted) as asked:
        pools.strip.button.click()
    assert (asked.args, pools.current) == ([wanted], "EL")


def test_a_pool_that_cannot_rise_any_more_says_so(pools: PoolsWindow) -> None:
    use = (replace(FIRST, persons=384), PoolUse("EL", date(2027, 7, 1), 192))
    pools.show_assessment(assess(forum(use=use, rounds=CALLED, top_up=TopUp("EL", 900, date(2027, 6, 1)))))
    # 576 of 720 are 80 % again.
    assert "raised by half, as far as it goes" in pools.strip.words.text()
    assert pools.strip.button.isHidden()


# ------------------------------------------------------------------------------------------------------- the keyboard


def test_the_keyboard_does_it_all(pools: PoolsWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    on_screen(qtbot, pools)
    pools.show_assessment(assess(forum()))
    pools.pools.setFocus()
    asked: list[object] = []
    pools.wanted.connect(asked.append)
    pools.edit_wanted.connect(lambda place: asked.append(("edit", place)))
    pools.removal_wanted.connect(lambda place: asked.append(("remove", place)))
    QTest.keyClick(pools.pools, Qt.Key.Key_Down)
    assert pools.current == "IT"
    QTest.keyClick(pools.pools, Qt.Key.Key_Up)
    QTest.keyClick(pools.pools, Qt.Key.Key_Insert)
    QTest.keyClick(pools.pools, Qt.Key.Key_Return)
    qtbot.waitUntil(pools.record.hasFocus)
    pools.record.go_to(1)
    QTest.keyClick(pools.record, Qt.Key.Key_Return)
    QTest.keyClick(pools.record, Qt.Key.Key_Delete)
    assert asked == ["draw", ("edit", 0), ("remove", 0)]
    QTest.keyClick(pools.record, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().splitlines()[1:] == [f"1{HARD}March{HARD}2027\tdraw\t−300\t180\t\t\t\t"]
    pools.record.go_to(0)
    QTest.keyClick(pools.record, Qt.Key.Key_Delete)
    assert pools.said.text().startswith("This line follows from the act")
    pools.show_assessment(assess(forum()), read_only=True)
    assert pools.said.isHidden()
    pools.record.go_to(1)
    QTest.keyClick(pools.record, Qt.Key.Key_Return)
    QTest.keyClick(pools.record, Qt.Key.Key_Insert)
    assert len(asked) == 3
    mnemonics = [action.text().partition("&")[2][:1].lower() for action in pools.actions_by_name.values()]
    assert len(set(mnemonics)) == len(mnemonics)
    helped: list[tuple[str, str]] = []
    monkeypatch.setattr(
        "desktop_app.views.side_window.show_help", lambda _window, page, heading: helped.append((page, heading))
    )
    QTest.keyClick(pools, Qt.Key.Key_F1)
    assert helped == [("search-and-rescue", "Pools in use")]
    QTest.keyClick(pools, Qt.Key.Key_Escape)
    assert pools.isHidden()


def test_its_keys_mean_the_same_in_the_main_window(pools: PoolsWindow) -> None:
    rescue = {
        keys: command.name
        for command in COMMANDS
        for keys in command.keys
        if Procedure.SEARCH_AND_RESCUE in command.procedures
    }
    # What copies and prints does so with what the window in front shows.
    own = {"copy", "print_record"}
    found = {name: rescue.get(action.shortcut().toString()) for name, action in pools.actions_by_name.items()}
    assert {name: other for name, other in found.items() if name not in own and other != name} == {}


def test_the_record_is_copied_as_a_table(pools: PoolsWindow) -> None:
    pools.copy()
    pools.show_assessment(assess(forum()))
    pools.actions_by_name["copy"].trigger()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == list(pool_table.HEADINGS[:5])
    assert lines[1].split("\t")[:4] == ["Greece", "480", "300", "180"]
    assert "Pool of Italy" in lines
    assert lines[lines.index("Pool of Greece") + 1].split("\t") == list(record_table.HEADINGS)


def test_cells_speak_and_stay_legible_at_every_zoom_and_in_the_dark(pools: PoolsWindow, qtbot: QtBot) -> None:
    on_screen(qtbot, pools)
    over = forum(use=(replace(FIRST, persons=481), PoolUse("IT", None, 4)))
    pools.show_assessment(assess(over))
    bar = pools.model.index(0, pool_table.Column.BAR)
    assert bar.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Pool of Greece: 481 of 480 used, −1 remain")
    drawn = pools.movements.index(1, record_table.Column.REMAINING)
    assert drawn.data() == "−1"
    assert drawn.data(Qt.ItemDataRole.ForegroundRole) == theme().colours.block
    assert "remaining −1" in drawn.data(Qt.ItemDataRole.AccessibleTextRole)
    pictures = []
    for zoom in (100, 200):
        pools.set_zoom(zoom)
        pictures.append(pools.grab().toImage())
    theme().choose(Scheme.DARK)
    pictures.append(pools.grab().toImage())
    theme().choose(Scheme.LIGHT)
    assert pictures[0] != pictures[1]
    assert pictures[1] != pictures[2]
    assert isinstance(pools.pools.itemDelegate(), PoolDelegate)


def test_ten_pools_and_a_thousand_draws_make_no_widget_each(pools: PoolsWindow, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QWidget

    from desktop_app.calc.member_states import PROTOCOL_ORDER

    small = forum()
    codes = [code for code in PROTOCOL_ORDER if code not in {"BE", "EE", "DK", "IE"}][:10]
    report = replace(small.search_and_rescue.report, benefitting=tuple(Disembarkation(code, 60) for code in codes))
    use = tuple(PoolUse(codes[n % 10], date(2027, 3, 1) + timedelta(n % 300), 1) for n in range(1_000))
    on_screen(qtbot, pools)
    pools.show_assessment(assess(small))
    few = len(pools.findChildren(QWidget))
    full = replace(small.search_and_rescue, report=report, use=use)
    pools.show_assessment(assess(replace(small, search_and_rescue=full)))
    assert (pools.model.rowCount(), pools.movements.rowCount()) == (10, 101)
    assert len(pools.findChildren(QWidget)) == few
    # A hundred draws of one person each leave what the pool holds beyond them.
    first = pools.model.pools[0]
    assert first.pool is not None
    assert pools.movements.movements[-1].remaining == first.pool - 100


# ------------------------------------------------------------------------------------------------- in the main window


def test_the_commands_in_the_main_window(
    make_window: Callable[[], MainWindow], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Rescue.forum"
    ForumFile.create(path, forum(), "Ana Silva").close()
    window = make_window()
    commands = PoolCommands(window)
    commands.pools()
    assert not commands.shown
    window.files.open_path(path)
    asked: list[tuple[str, object]] = []

    def ask(editor: PoolEditor) -> None:
        asked.append((type(editor).__name__, editor.parent()))

    monkeypatch.setattr(PoolEditor, "ask", ask)
    commands.pools()
    shown = commands.shown
    assert shown is not None
    qtbot.waitUntil(shown.isActiveWindow)
    for name in ("draw", "calls", "call_forum", "raise_pools", "top_up", "pressure_procedure"):
        shown.wanted.emit(name)
    shown.edit_wanted.emit(0)
    assert [name for name, _parent in asked] == [
        "DrawEditor", "CallsEditor", "ConveneEditor", "RaisesEditor", "TopUpEditor", "PressureEditor", "DrawEditor",
    ]  # fmt: skip
    assert {parent for _name, parent in asked} == {shown}
    desk = window.desk
    assert desk is not None
    printed: list[bytes] = []

    def show_document(printable: Printable) -> None:
        printed.append(printable.make(desk.assessment, "0" * 12, "en", A4, NOW))

    monkeypatch.setattr(window.files.documents, "show_document", show_document)
    shown.wanted.emit("print_record")
    assert printed[0].startswith(b"%PDF")
    assert desk.apply(SetUse((), (FIRST, replace(FIRST, persons=84))))
    qtbot.waitUntil(lambda: shown.movements.rowCount() == 3)
    monkeypatch.setattr("desktop_app.views.dialogs.messages.Message.confirm", lambda *_arguments: True)
    shown.removal_wanted.emit(1)
    assert shown.movements.rowCount() == 2
    shown.wanted.emit("undo")
    assert shown.movements.rowCount() == 3
    shown.wanted.emit("redo")
    desk.refused.emit("Why not.")
    assert shown.said.text() == "Why not."
    commands.set_zoom(150)
    commands.follow()
    assert SearchAndRescueAssessment.of(desk.assessment).pool("EL").used == 300
    commands.show_desk(None)
    assert shown.isHidden()
