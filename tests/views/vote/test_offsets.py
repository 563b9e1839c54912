"""The window of responsibility offsets: bars, reasons, both caps; the panel only after a meeting under Art. 13(4)."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import ChooseReading, SetActs, SetMeetings, SetPool
from desktop_app.calc.forum import Meeting, MeetingKind
from desktop_app.views.desk import Desk
from desktop_app.views.main_window import MainWindow
from desktop_app.views.vote import VoteCommands
from desktop_app.views.vote.offsets_window import OffsetsWindow


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def opened(qtbot: QtBot, desk: Desk) -> OffsetsWindow:
    window = OffsetsWindow(None)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.show_desk(desk)
    return window


def shown_levels(window: OffsetsWindow) -> list[str]:
    levels = zip(window.levels.figures, window.levels.verdicts, strict=True)
    return [f"{plain(figure.text())}; {plain(verdict.text())}" for figure, verdict in levels if figure.isVisible()]


def test_options_without_a_meeting_and_nothing_of_mandatory_offsets(qtbot: QtBot, desk: Desk) -> None:
    window = opened(qtbot, desk)
    lines = [tuple(plain(cell.text) for cell in line.cells) for line in window.list.lines]
    assert lines == [
        # 400 less 200 relocations; less 200 and EUR 2 million, which are 100.
        ("Germany", "yes (b)", "(b) its own relocations reach half of its fair share", "200", "200", "", "", ""),
        ("Greece", "no", "benefits from the pool: it may ask for offsets, not offer them", "10", "100", "", "", ""),
        ("France", "open", "(a) the pool lacks 14 790; (b) not recorded yet", "?", "200", "", "", ""),
        ("Contributing states", "", "", "210", "", "", "", ""),
    ]
    assert [window.list.isColumnHidden(place) for place in range(8)] == [False] * 5 + [True] * 3
    assert not window.caps.isVisible()
    assert not window.erosion.isVisible()
    assert shown_levels(window) == ["210; below 15 000: half of the proposal's number (classified until adoption)"]
    window.copy()
    copied = plain(QApplication.clipboard().text())
    assert "Cap" not in copied
    assert "63(4)" not in copied
    assert window.mandatory.text().startswith("No meeting under Art. 13(4) was held: no offsets are mandatory")
    assert plain(window.unknown.text()).startswith("Nothing is recorded yet of the relocations of 1 Member State")


def test_the_panel_comes_with_the_meeting_and_the_marking_goes_with_adoption(qtbot: QtBot, desk: Desk) -> None:
    window = opened(qtbot, desk)
    assert window.marking.isVisible()
    assert window.marking.text.startswith("RESTREINT UE/EU RESTRICTED until adoption")
    forum = desk.assessment.forum
    resumed = Meeting("m2", MeetingKind.RESUMED, date(2026, 11, 20))
    assert desk.apply(SetMeetings((*forum.meetings, resumed)))
    assert window.mandatory.text().startswith("No meeting under Art. 13(4)")
    reconvened = Meeting("m3", MeetingKind.RECONVENED, date(2026, 11, 27))
    assert desk.apply(SetMeetings((*forum.meetings, resumed, reconvened)))
    assert plain(window.mandatory.text()).startswith("After the meeting under Art. 13(4), offsets would be mandatory")
    assert shown_levels(window)[1:] == [
        "210; below 30 000: the number of Art. 12(2)(a)",
        "210; below 600: 60 % of the act's 1 000",
        "200; below 30 000: the higher of the two",
    ]
    assert plain(window.caps.text()).startswith("Cap of Art. 63(7), both readings: 200 on relocations alone, 100 on")
    # 400 less 200 relocations; less 200 and EUR 2 million, which are 100.
    assert [plain(cell.text) for cell in window.list.lines[0].cells[5:]] == ["200", "100", ""]
    assert not any(window.list.isColumnHidden(place) for place in range(8))
    assert plain(window.volume.text()).endswith("or up to 30 000, literally. In force: 29 800.")
    assert "below 30 000: offsets would be mandatory (Art. 63(4))" in plain(window.erosion.text())
    assert "m3, 27 November 2026" in plain(window.unknown.text())
    assert desk.apply(ChooseReading("general-application", "2027-01-01"))
    assert window.mandatory.text().startswith("Not applied yet: Art. 63 applies from")
    assert not window.volume.isVisible()
    assert desk.apply(SetActs(forum.basis, date(2026, 12, 1), forum.as_of))
    assert not window.marking.isVisible()
    empty = replace(forum.pool, relocations=None, proposal_relocations=None)
    assert desk.apply(SetPool(empty, forum.shares_status))
    assert window.levels.verdicts[0].text() == "the proposal has no number of relocations"
    assert window.levels.verdicts[2].text() == "there is no reference number yet"
    assert window.caps.text().startswith("No cap is known yet")


def test_keys_ask_and_go_on(qtbot: QtBot, desk: Desk) -> None:
    window = opened(qtbot, desk)
    with qtbot.waitSignal(window.state_wanted) as wanted:
        QTest.keyClick(window.list, Qt.Key.Key_Return)
    assert wanted.args == ["DE"]
    with qtbot.waitSignal(window.asked) as asked:
        QTest.keyClick(window.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["offset_cap_all_types", "DE"]
    window.copy()
    assert "Germany\tyes (b)\t" in QApplication.clipboard().text()


def test_the_menu_opens_both_windows_their_page_and_the_answers(window: MainWindow, qtbot: QtBot) -> None:
    commands = window.negotiation.part("vote.VoteCommands")
    assert isinstance(commands, VoteCommands)
    for name, title in (("vote", "Vote on the act"), ("offsets", "Responsibility offsets")):
        window.menus.actions[name].trigger()
        beside = getattr(commands, f"{name}_window")
        assert beside.isVisible()
        assert beside.windowTitle().startswith(title)
    shown = commands.offsets_window
    assert shown is not None
    shown.set_scale(2.0)
    shown.levels.figures[0].click()
    title = "relocation pledges from which benefitting states may ask"
    qtbot.waitUntil(lambda: title in window.why.text.toPlainText())
    shown.print_button.click()
    preview = window.files.documents._previews["vote and offsets"]
    assert preview.isVisible()
    assert preview.data.startswith(b"%PDF")
    commands.close()
    assert not shown.isVisible()
