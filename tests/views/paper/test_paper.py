"""Paper for the room from the menu: what is asked, what is shown, and of what it is."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import MarkKind
from desktop_app.calc.papers import Held
from desktop_app.documents.dossier import EVERY_PIECE, Piece
from desktop_app.models.errors import Cancelled
from desktop_app.models.paper_trail import meetings_held
from desktop_app.views.main_window import MainWindow
from desktop_app.views.paper.dialogs import (
    DifferenceDialog,
    DossierChoice,
    DossierDialog,
    SheetsChoice,
    SheetsDialog,
)
from desktop_app.views.preview.window import AnnexPreview, Preview
from tests.documents.printed import Printed

Shown = list[tuple[str, str, tuple[str, ...]]]


@pytest.fixture
def negotiated(window: MainWindow) -> MainWindow:
    """The sample with a round that was closed between two pledges of Belgium."""
    assert window.desk is not None
    window.desk.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 100))
    window.desk.mark(MarkKind.ROUND, "Round 1")
    window.desk.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 350))
    return window


def open_paper(window: MainWindow, name: str) -> Preview:
    window.menus.actions[name].trigger()
    return window.findChildren(Preview)[-1]


def text_of(preview: Preview) -> str:
    return " ".join(Printed(preview.data).text.replace("\u00a0", " ").split())


def test_sheets_follow_the_typing_and_the_moment_that_is_shown(
    negotiated: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = negotiated.desk
    assert desk is not None
    monkeypatch.setattr(SheetsDialog, "ask", lambda _parent, codes: SheetsChoice((codes[0],)))
    preview = open_paper(negotiated, "delegation_sheets")
    assert "relocations 100 350" in text_of(preview)
    assert "State of" not in text_of(preview)
    desk.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 400))
    qtbot.waitUntil(lambda: "relocations 350 400" in text_of(preview))
    closed = desk.file.snapshots()[0].moment
    assert desk.look_at(closed.seq)
    qtbot.waitUntil(lambda: f"(entry {closed.seq})" in text_of(preview))
    assert "350" not in text_of(preview)
    assert closed.fingerprint in preview.windowTitle()
    made = desk.file.branch("More money", closed.seq)
    assert desk.look_in(made.id)
    desk.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 900))
    qtbot.waitUntil(lambda: "relocations 100 900" in text_of(preview))
    assert "SCENARIO More money: not in the record" in text_of(preview)
    final = AnnexPreview(*negotiated.files.documents._of(desk))
    qtbot.addWidget(final)
    final.final.trigger()
    assert final.is_refused
    assert not final.save.isEnabled()


def test_differences_are_those_from_the_chosen_round(negotiated: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def last(_parent: object, rounds: tuple[object, ...]) -> int:
        dialog = DifferenceDialog(None, rounds)  # type: ignore[arg-type]  # as the command hands them over
        return dialog.answer()

    monkeypatch.setattr(DifferenceDialog, "ask", last)
    text = text_of(open_paper(negotiated, "difference_paper"))
    assert "Before: Round 1, State of" in text
    assert "Relocations pledged 100 350 +250 Belgium: pledge" in text


def test_a_dossier_is_of_its_meeting_and_stays_as_it_was_made(
    negotiated: MainWindow, monkeypatch: pytest.MonkeyPatch, messages: Shown
) -> None:
    desk = negotiated.desk
    assert desk is not None
    latest = max(meetings_held(desk.file), key=lambda each: each.last)
    choice = DossierChoice(latest, EVERY_PIECE - {Piece.ANNEX, Piece.SHEETS})
    monkeypatch.setattr(DossierDialog, "ask", lambda *_asked, **_rounds: choice)
    preview = open_paper(negotiated, "dossier")
    text = text_of(preview)
    assert "1 Table" in text
    assert "Rounds closed – Round 1" in text
    before = preview.data
    desk.apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 400))
    assert preview.data == before
    preview.languages["nl"].trigger()
    assert "Dossier van een vergadering" in text_of(preview)

    def stopped(*_asked: object) -> None:
        raise Cancelled

    count = len(negotiated.findChildren(Preview))
    monkeypatch.setattr("desktop_app.views.progress.run", stopped)
    negotiated.menus.actions["dossier"].trigger()
    assert len(negotiated.findChildren(Preview)) == count
    assert not messages


def test_what_is_asked(qtbot: QtBot, sample: Forum) -> None:
    sheets = SheetsDialog(None, ("BE", "NO"))
    assert sheets.answer() == SheetsChoice()
    sheets.states.item(1).setCheckState(Qt.CheckState.Checked)
    sheets.secretariat.click()
    assert sheets.answer() == SheetsChoice(("NO",), secretariat=True)
    held = (Held("m1", "", 1, 9), Held("m2", "The last one", 4, 12))
    dossier = DossierDialog(None, sample, held, with_rounds=False)
    assert dossier.meeting.input.itemText(0) == "The last one · entries 4 to 12"
    assert dossier.answer() == DossierChoice(held[1], EVERY_PIECE - {Piece.DIFFERENCE})
    for box in dossier.pieces.values():
        box.setChecked(False)
    assert not dossier.accept_button.isEnabled()
    for each in (sheets, dossier):
        qtbot.addWidget(each)


def test_the_table_is_of_what_is_shown(negotiated: MainWindow) -> None:
    desk = negotiated.desk
    assert desk is not None
    preview = open_paper(negotiated, "table_paper")
    assert "Pledge table" in text_of(preview)
    assert "State of" not in text_of(preview)
    assert desk.look_at(desk.file.snapshots()[0].moment.seq)
    past = open_paper(negotiated, "table_paper")
    assert "State of" in text_of(past)
