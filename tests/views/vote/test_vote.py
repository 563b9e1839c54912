"""The window of the vote: ticks by single keys on a real file, bars and words that follow, the population pasted."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import SetVote
from desktop_app.calc.vote import NO_BALLOT, Vote
from desktop_app.views.desk import Desk
from desktop_app.views.vote.details import VoteDetailsEditor
from desktop_app.views.vote.vote_window import VoteWindow
from tests.views.editor_desks import Show

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[VoteWindow]:
    window = VoteWindow(None)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.show_desk(desk)
    yield window
    window.close()


def votes(desk: Desk) -> dict[str, Vote | None]:
    return {line.code: line.vote for line in desk.assessment.forum.vote.lines}


def cells(window: VoteWindow, row: int) -> tuple[str, ...]:
    return tuple(plain(cell.text) for cell in window.votes.lines[row].cells)


def test_a_roll_call_is_a_row_of_keys(window: VoteWindow, desk: Desk) -> None:
    assert plain(window.verdict.text()).startswith("Nobody has voted yet: 2 of 3 Member States are needed")
    for key in (Key.Key_Y, Key.Key_A, Key.Key_Y):
        QTest.keyClick(window.votes, key)
    assert votes(desk) == {"DE": Vote.YES, "EL": Vote.ABSTAIN, "FR": Vote.YES}
    assert desk.file.undo_title == "Vote: France yes"
    # Germany and France: two of three, 80 %; either alone would lose it (Greece with one of them has 60 %).
    assert window.verdict.text() == "Qualified majority reached: 2 of 3 say yes, with 80.00\u00a0% of the population."
    said = "Each of these alone would lose it by not saying yes: Germany and France."
    assert window.turning.text() == said
    assert cells(window, 0) == ("Germany", "yes", "40", "40.00 %", "loses it alone")
    assert cells(window, 1) == ("Greece", "abstains", "20", "20.00 %", "")
    assert [plain(figure.text()) for figure in window.levels.figures] == ["2 of 3", "80.00 %", "1, with 20.00 %"]
    assert window.levels.verdicts[2].text().startswith("too few to block: 2 with")
    spoken = window.votes.model().index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert plain(spoken).startswith("Member State Germany, Vote yes, Voting population 40, Share of it 40.00 %")


@pytest.mark.parametrize(
    ("code", "yes", "no", "abstains"), [("de", "jy", "n", "ea"), ("fr", "oy", "n", "a"), ("nl", "vjy", "tn", "oa")]
)
def test_each_language_has_letters_of_its_own(
    window: VoteWindow, speak: Callable[[str], None], code: str, yes: str, no: str, abstains: str
) -> None:
    speak(code)
    ticked: list[object] = []
    window.votes.ticked.disconnect()
    window.votes.ticked.connect(ticked.append)
    QTest.keyClicks(window.votes, yes + no + abstains)
    assert ticked == [Vote.YES] * len(yes) + [Vote.NO] * len(no) + [Vote.ABSTAIN] * len(abstains)


def test_every_tick_is_one_step_back(window: VoteWindow, desk: Desk) -> None:
    QTest.keyClick(window.votes, Key.Key_N)
    window.votes.setCurrentCell(0, 0)
    QTest.keyClick(window.votes, Key.Key_Delete)
    assert votes(desk) == {}
    QTest.keyClick(window, Key.Key_Z, CONTROL)
    assert votes(desk) == {"DE": Vote.NO}
    QTest.keyClick(window, Key.Key_Z, CONTROL)
    assert desk.assessment.forum.vote == NO_BALLOT
    QTest.keyClick(window, Key.Key_Y, CONTROL)
    assert votes(desk) == {"DE": Vote.NO}
    # The same again changes nothing, and is no entry.
    entries = desk.file.seq
    window.votes.setCurrentCell(0, 0)
    QTest.keyClick(window.votes, Key.Key_N)
    assert desk.file.seq == entries


def test_several_at_once_and_the_rest_of_a_written_procedure(window: VoteWindow, desk: Desk) -> None:
    QTest.keyClick(window.votes, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window.votes, Key.Key_N)
    assert votes(desk) == {"DE": Vote.NO, "EL": Vote.NO}
    assert desk.file.undo_title == "Vote: 2 Member States"
    assert plain(window.verdict.text()).startswith("Not reached: 0 of 3 say yes")
    window.all_yes()
    assert votes(desk)["FR"] is Vote.YES
    window.all_yes()
    assert desk.file.undo_title == "Vote: France yes"
    assert cells(window, 0)[4] == "reaches it alone"


def test_copy_and_enter_ask_on(window: VoteWindow, qtbot: QtBot) -> None:
    window.copy()
    copied = plain(QApplication.clipboard().text())
    assert copied.startswith("Nobody has voted yet")
    assert "States that say yes: 0 of 3; at least 2 needed (55 %)" in copied
    assert "Germany\tnot yet\t40\t40.00 %\treaches it with 1 other's yes; blocks it with 1 other" in copied
    with qtbot.waitSignal(window.asked) as asked:
        QTest.keyClick(window.votes, Key.Key_Return)
    assert asked.args == ["vote_population_percent", "DE"]
    with qtbot.waitSignal(window.asked) as asked:
        window.levels.figures[1].click()
    assert asked.args == ["vote_yes_percent", ""]


def test_who_only_reads_ticks_nothing(qtbot: QtBot, reading_desk: Desk) -> None:
    window = VoteWindow(None)
    qtbot.addWidget(window)
    window.show_desk(reading_desk)
    window.show()
    window.tick(Vote.YES)
    window.all_yes()
    window.undo()
    window.redo()
    assert reading_desk.assessment.forum.vote == NO_BALLOT
    assert not any(button.isEnabled() for button in window._ticks[:5])


def test_the_population_is_pasted_and_counts(desk: Desk, shown: Show, window: VoteWindow) -> None:
    editor = VoteDetailsEditor(None, desk)
    shown(editor)
    assert editor.figures.said == "Empty: the population of the key counts."
    QTest.keyClicks(editor.reference.input, "ST 1/26")
    editor.figures.input.setPlainText("Germany 10\nXX 5")
    assert editor.figures.said == "Line 2: no Member State is called “XX”. Use its code, such as BE."
    assert not editor.accept_button.isEnabled()
    editor.figures.input.setPlainText("Germany 10\nEL 60")
    assert plain(editor.figures.said) == "Understood: 2 Member States, 70 persons together. Still missing: France."
    editor.figures.input.setPlainText("Germany\t10\nEL\t60\nFR\t30")
    assert plain(editor.consequences.summary).startswith("Act voted on and voting population of 3 Member States")
    editor.accept_button.click()
    ballot = desk.assessment.forum.vote
    assert (ballot.reference, [line.population for line in ballot.lines]) == ("ST 1/26", [10, 60, 30])
    assert cells(window, 1)[2:4] == ("60", "60.00 %")
    assert window.particulars.text().startswith("Vote on ST 1/26. Voting population: the Council's own figures")
    # Votes stay when figures are taken out again.
    assert desk.apply(SetVote(replace(ballot, lines=(replace(ballot.lines[0], vote=Vote.YES),))))
    again = VoteDetailsEditor(None, desk)
    shown(again)
    assert again.figures.raw == "DE 10"
    again.figures.input.setPlainText("")
    again.accept_button.click()
    assert votes(desk) == {"DE": Vote.YES}
    assert not desk.assessment.forum.vote.has_populations


def test_the_past_is_marked_and_takes_no_tick(window: VoteWindow, desk: Desk) -> None:
    QTest.keyClick(window.votes, Key.Key_Y)
    assert window.standing.isHidden()
    desk.look_at(1)
    assert window.standing.text().startswith("THE PAST: ")
    assert plain(window.verdict.text()).startswith("Nobody has voted yet")
    QTest.keyClick(window.votes, Key.Key_N)
    assert plain(window.verdict.text()).startswith("Nobody has voted yet")
    desk.back_to_now()
    assert window.standing.isHidden()
    assert votes(desk) == {"DE": Vote.YES}
