"""Dialogs: what they propose, refuse and answer."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import ChooseReading
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.calc.rulebooks.migratory_pressure.book import assess as assess_pressure
from desktop_app.models.backup import Backup
from desktop_app.places import PRESSURE_SAMPLE_NAME, RESCUE_SAMPLE_NAME, SAMPLE_NAME, VOLUNTARY_SAMPLE_NAME
from desktop_app.views import language
from desktop_app.views.dialogs.about import PageDialog
from desktop_app.views.dialogs.backups import BackupsDialog
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.dialogs.files import EXPORTS, FORUMS, PDFS, Files
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.dialogs.new_forum import NewForum, NewForumDialog, Start, free_name, name_of_next_year
from desktop_app.views.dialogs.operator import OperatorDialog
from desktop_app.views.dialogs.readings import ReadingsDialog


def when_shown(kind: type[QDialog], does: object) -> None:
    """Do something with the modal dialog that the next call shows."""
    assert callable(does)

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        does(dialog)

    QTimer.singleShot(0, act)


def test_a_message_offers_its_choices(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def press(number: int) -> None:
        def does(box: QMessageBox) -> None:
            assert box.text() == "A title"
            assert box.informativeText() == "What is wrong."
            buttons = [button for button in box.findChildren(QPushButton) if button.text().startswith("Do")]
            QTest.mouseClick(buttons[number], Qt.MouseButton.LeftButton)

        when_shown(QMessageBox, does)

    for number in (0, 1):
        press(number)
        assert Message.choose(parent, "A title", "What is wrong.", ("Do this", "Do that")) == number
    when_shown(QMessageBox, lambda box: QTest.keyClick(box, Qt.Key.Key_Escape))
    assert Message.choose(parent, "A title", "What is wrong.", ("Do this",)) is None
    when_shown(QMessageBox, lambda box: QTest.keyClick(box, Qt.Key.Key_Return))
    Message.show(parent, "A title", "What is wrong.")
    # What is done already is not cancelled.
    done = Message.box(parent, "Published", "Three files.", ("&Open folder",), done=True)
    assert [done.standardButton(each) for each in done.buttons()] == [
        QMessageBox.StandardButton.NoButton,
        QMessageBox.StandardButton.Close,
    ]


def test_the_operators_name_is_needed_and_tidied(qtbot: QtBot) -> None:
    def does(dialog: OperatorDialog) -> None:
        assert not dialog.accept_button.isEnabled()
        QTest.keyClicks(dialog.name, "  Ana   Silva ")
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)

    when_shown(OperatorDialog, does)
    assert OperatorDialog.ask(None, "") == "Ana Silva"
    when_shown(OperatorDialog, lambda dialog: dialog.reject())
    assert OperatorDialog.ask(None, "Ana") is None


def test_the_first_key_replaces_the_name_that_is_proposed(qtbot: QtBot) -> None:
    def does(dialog: OperatorDialog) -> None:
        QTest.keyClicks(dialog.name, "Jean")
        dialog.accept()

    when_shown(OperatorDialog, does)
    assert OperatorDialog.ask(None, "ana") == "Jean"


def test_a_question_before_what_cannot_be_taken_back_is_left_by_enter(qtbot: QtBot) -> None:
    when_shown(QMessageBox, lambda box: QTest.keyClick(box, Qt.Key.Key_Return))
    assert not Message.confirm(None, "A title", "What happens.", "&Do it")

    def do_it(box: QMessageBox) -> None:
        assert box.text() == "A title"
        assert box.windowTitle() == "Forum Desk"
        next(button for button in box.findChildren(QPushButton) if button.text() == "&Do it").click()

    when_shown(QMessageBox, do_it)
    assert Message.confirm(None, "A title", "What happens.", "&Do it")


def test_the_newest_backup_is_proposed(qtbot: QtBot, tmp_path: Path) -> None:
    made = datetime(2025, 11, 27, 16, 40, 12, tzinfo=UTC)
    lines = [
        Backup(tmp_path / "new.forum", made, 1_201, "Ana Silva"),
        Backup(tmp_path / "old.forum", made, 1_200, "Jean Dupont"),
        Backup(tmp_path / "torn.forum", made, None, None),
    ]
    when_shown(BackupsDialog, lambda dialog: dialog.accept())
    assert BackupsDialog.ask(None, tmp_path, lines, 1_201) == tmp_path / "new.forum"
    dialog = BackupsDialog(None, tmp_path, lines, 1_201)
    qtbot.addWidget(dialog)
    local = made.astimezone().strftime("%H:%M:%S")
    shown = [[item.text(column) for column in range(4)] for item in map(dialog.list.topLevelItem, range(3)) if item]
    assert shown == [
        [f"27\u00a0November\u00a02025, {local}", "1\u202f201", "Ana Silva", "nothing"],
        [f"27\u00a0November\u00a02025, {local}", "1\u202f200", "Jean Dupont", "1 entry"],
        [f"27\u00a0November\u00a02025, {local}", "cannot be read", "", ""],
    ]


def test_another_file_can_be_restored(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "stick" / "Pool.forum"
    monkeypatch.setattr(Files, "to_open", lambda *_args: elsewhere)
    when_shown(BackupsDialog, lambda dialog: dialog.other.click())
    assert BackupsDialog.ask(None, tmp_path, [], 1) == elsewhere
    monkeypatch.setattr(Files, "to_open", lambda *_args: None)
    dialog = BackupsDialog(None, tmp_path, [], 1)
    qtbot.addWidget(dialog)
    dialog.other.click()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_without_backups_nothing_can_be_restored(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = BackupsDialog(None, tmp_path, [], 1)
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()


def test_new_proposes_last_year_and_a_free_name(qtbot: QtBot, tmp_path: Path) -> None:
    last = tmp_path / "Pool.forum"
    last.touch()
    (tmp_path / "Pool – next year.forum").touch()
    dialog = NewForumDialog(None, tmp_path, last)
    qtbot.addWidget(dialog)
    target = tmp_path / "Pool – next year (2).forum"
    assert dialog.answer() == NewForum(Start.LAST_YEAR, last, target)
    assert dialog.accept_button.isEnabled()
    dialog.target.setText(str(last))
    assert not dialog.accept_button.isEnabled()
    dialog.target.setText(str(tmp_path / "Pool.doc"))
    assert not dialog.accept_button.isEnabled()


def test_a_forum_on_search_and_rescue_never_passes_for_law(qtbot: QtBot, tmp_path: Path) -> None:
    last = tmp_path / "Pool 2026.forum"
    last.touch()
    dialog = NewForumDialog(None, tmp_path, last)
    qtbot.addWidget(dialog)
    rescue = dialog.procedures[Procedure.SEARCH_AND_RESCUE]
    assert "proposal of 2020, never law" in rescue.text()
    rescue.setChecked(True)
    # Last year's forum was an annual pool: it is no start for this procedure, and the sample is proposed.
    assert (dialog.start, dialog.source.text(), dialog.accept_button.isEnabled()) == (Start.SAMPLE, "", True)
    dialog.procedures[Procedure.ANNUAL_POOL].setChecked(True)
    assert (dialog.start, dialog.source.text()) == (Start.LAST_YEAR, str(last))
    rescue.setChecked(True)
    # Who wants last year's all the same chooses which.
    dialog.choices[Start.LAST_YEAR].setChecked(True)
    assert not dialog.accept_button.isEnabled()
    for start, name in (
        (Start.SAMPLE, "Search and rescue 2027 (invented figures)"),
        (Start.EMPTY, "Search and rescue"),
    ):
        dialog.choices[start].setChecked(True)
        target = tmp_path / f"{name}.forum"
        assert dialog.answer() == NewForum(start, None, target, Procedure.SEARCH_AND_RESCUE)
    assert any("INVENTED" in label.text() for label in dialog.findChildren(QLabel))
    dialog.procedures[Procedure.ANNUAL_POOL].setChecked(True)
    assert dialog.target.text() == str(tmp_path / "Annual Solidarity Pool.forum")
    assert not any("INVENTED" in label.text() for label in dialog.findChildren(QLabel))


def test_what_binds_nobody_says_so_where_it_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = NewForumDialog(None, tmp_path, None)
    qtbot.addWidget(dialog)
    for procedure, words in ((Procedure.MIGRATORY_PRESSURE, "never law"), (Procedure.VOLUNTARY, "binds nobody")):
        button = dialog.procedures[procedure]
        assert words in button.text()
        button.setChecked(True)
        assert dialog.answer().procedure is procedure
        assert "(invented figures).forum" in dialog.target.text()
        assert any("INVENTED" in label.text() for label in dialog.findChildren(QLabel))


def test_new_from_a_document_needs_the_document(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "pool.json"
    source.touch()
    dialog = NewForumDialog(None, tmp_path, tmp_path / "Pool.forum")
    qtbot.addWidget(dialog)
    dialog.choices[Start.DOCUMENT].setChecked(True)
    assert dialog.source.text() == ""
    assert not dialog.accept_button.isEnabled()
    monkeypatch.setattr(Files, "to_open", lambda *_args: source)
    dialog.choose_source.click()
    assert dialog.accept_button.isEnabled()
    monkeypatch.setattr(Files, "to_write", lambda *_args: tmp_path / "Elsewhere.forum")
    dialog.choose_target.click()
    assert dialog.answer() == NewForum(Start.DOCUMENT, source, tmp_path / "Elsewhere.forum")
    monkeypatch.setattr(Files, "to_open", lambda *_args: None)
    monkeypatch.setattr(Files, "to_write", lambda *_args: None)
    dialog.choose_source.click()
    dialog.choose_target.click()
    assert dialog.answer() == NewForum(Start.DOCUMENT, source, tmp_path / "Elsewhere.forum")
    dialog.source.setText(str(tmp_path / "gone.json"))
    assert not dialog.accept_button.isEnabled()


@pytest.mark.parametrize(
    ("stem", "following"),
    [
        ("Annual Solidarity Pool for 2026 (public sources)", "Annual Solidarity Pool for 2027"),
        ("Pool2026", "Pool2027"),
        ("Pool 2026 – copy", "Pool 2027"),
        ("Pool", "Pool – next year"),
        ("(draft)", "(draft) – next year"),
        ("Pool 120265", "Pool 120265 – next year"),
    ],
)
def test_next_years_file_is_named_by_its_year(stem: str, following: str) -> None:
    assert name_of_next_year(stem) == following


def test_a_name_that_was_typed_is_kept_when_the_source_changes(qtbot: QtBot, tmp_path: Path) -> None:
    source = tmp_path / "pool.json"
    source.touch()
    dialog = NewForumDialog(None, tmp_path, tmp_path / "Pool.forum")
    qtbot.addWidget(dialog)
    dialog.target.selectAll()
    QTest.keyClicks(dialog.target, str(tmp_path / "Mine.forum"))
    dialog.choices[Start.DOCUMENT].setChecked(True)
    dialog.source.setText(str(source))
    assert dialog.answer() == NewForum(Start.DOCUMENT, source, tmp_path / "Mine.forum")
    dialog.target.selectAll()
    QTest.keyClick(dialog.target, Qt.Key.Key_Delete)
    dialog.choices[Start.SAMPLE].setChecked(True)
    assert dialog.target.text().endswith("2026 (public sources).forum")


def test_a_document_can_be_proposed(qtbot: QtBot, tmp_path: Path) -> None:
    source = tmp_path / "pool.json"
    source.touch()
    when_shown(NewForumDialog, lambda dialog: dialog.accept())
    wanted = NewForumDialog.ask_about(None, tmp_path, source)
    assert wanted == NewForum(Start.DOCUMENT, source, tmp_path / "pool.forum")


def test_new_from_the_sample_needs_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    when_shown(NewForumDialog, lambda dialog: dialog.accept())
    answer = NewForumDialog.ask(None, tmp_path, None)
    assert answer == NewForum(Start.SAMPLE, None, tmp_path / "Annual Solidarity Pool for 2026 (public sources).forum")


def test_a_free_name_counts_on(tmp_path: Path) -> None:
    assert free_name(tmp_path / "a.forum") == tmp_path / "a.forum"
    (tmp_path / "a.forum").touch()
    (tmp_path / "a (2).forum").touch()
    assert free_name(tmp_path / "a.forum") == tmp_path / "a (3).forum"


class Saving:
    """Types a name into the dialog that asks where to write, and counts the questions about replacing."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, may_replace: bool = True) -> None:
        self.asked: list[str] = []

        def confirm(_parent: object, title: str, _text: str, _choice: str) -> bool:
            self.asked.append(title)
            return may_replace

        monkeypatch.setattr(Message, "confirm", confirm)

    def name(self, folder: Path, name: str, kinds: str = FORUMS, kind: str = "") -> Path | None:
        def type_name(dialog: QFileDialog) -> None:
            if kind:
                dialog.selectNameFilter(kind)
                dialog.filterSelected.emit(kind)
            edit = dialog.findChild(QLineEdit, "fileNameEdit")
            assert isinstance(edit, QLineEdit)
            edit.setText(name)
            QTimer.singleShot(0, leave)
            dialog.accept()

        def leave() -> None:
            modal = QApplication.activeModalWidget()
            if isinstance(modal, QMessageBox):
                self.asked.append("the dialog's own question")
                modal.button(QMessageBox.StandardButton.Yes).click()
            elif isinstance(modal, QDialog):
                modal.reject()

        when_shown(QFileDialog, type_name)
        return Files.to_write(None, "Write", folder / "proposed", kinds)


@pytest.mark.parametrize(
    ("name", "kinds", "kind", "written"),
    [
        ("Pool", FORUMS, "", "Pool.forum"),
        ("Pool v1.2", FORUMS, "", "Pool v1.2.forum"),
        ("Pool.FORUM", FORUMS, "", "Pool.FORUM"),
        ("annex.final", PDFS, "", "annex.final.pdf"),
        ("out", EXPORTS, "", "out.json"),
        ("out", EXPORTS, "Excel workbook (*.xlsx)", "out.xlsx"),
        ("out.csv", EXPORTS, "Excel workbook (*.xlsx)", "out.csv"),
        ("v1.2", EXPORTS, "CSV table (*.csv)", "v1.2.csv"),
    ],
)
def test_files_get_the_ending_of_the_kind_chosen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, kinds: str, kind: str, written: str
) -> None:
    saving = Saving(monkeypatch)
    assert saving.name(tmp_path, name, kinds, kind) == tmp_path / written
    assert saving.asked == []


@pytest.mark.parametrize(("name", "there"), [("Old", "Old.forum"), ("Old v1.2", "Old v1.2.forum")])
def test_no_file_is_replaced_without_a_question(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, there: str
) -> None:
    (tmp_path / there).write_bytes(b"kept")
    saving = Saving(monkeypatch)
    assert saving.name(tmp_path, name) == tmp_path / there
    assert len(saving.asked) == 1


def test_a_file_that_is_not_to_be_replaced_leads_back_to_the_question(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "Old v1.2.forum").write_bytes(b"kept")
    saving = Saving(monkeypatch, may_replace=False)
    assert saving.name(tmp_path, "Old v1.2") is None
    assert saving.asked == ["Old v1.2.forum exists already"]


def test_a_file_to_open_can_be_chosen_or_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("/tmp/a.forum", FORUMS))
    assert Files.to_open(None, "Open", tmp_path) == Path("/tmp/a.forum")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("", ""))
    assert Files.to_open(None, "Open", tmp_path) is None


def test_readings_are_applied_together_and_only_when_that_is_wanted(qtbot: QtBot, sample: Forum) -> None:
    assessment = assess(sample)

    def does(dialog: ReadingsDialog) -> None:
        assert dialog.chosen("rounding") == "up"
        assert dialog.chosen("general-application") == "2026-06-12"
        assert not dialog.accept_button.isEnabled()
        for _step in range(2):
            QTest.keyClick(dialog.fields["rounding"], Qt.Key.Key_Down)
        QTest.keyClick(dialog.fields["rounding"], Qt.Key.Key_Up)
        QTest.keyClick(dialog.fields["general-application"], Qt.Key.Key_Up)
        told = dialog.consequences
        assert told.summary.startswith("Readings rounding: nearest and general-application: 2027-06-12: 15 fair shares")
        bulgaria = next(line for line in told.table.lines if line.name == "Bulgaria")
        assert bulgaria.shifts[1].words == "215 → 214 (−1)"
        dialog.accept_button.click()

    when_shown(ReadingsDialog, does)
    assert ReadingsDialog.ask(None, assessment) == (
        ChooseReading("rounding", "nearest"),
        ChooseReading("general-application", "2027-06-12"),
    )


def test_escape_leaves_the_readings_as_they_were(qtbot: QtBot, sample: Forum) -> None:
    def does(dialog: ReadingsDialog) -> None:
        QTest.keyClick(dialog.fields["rounding"], Qt.Key.Key_Down)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    when_shown(ReadingsDialog, does)
    assert ReadingsDialog.ask(None, assess(sample)) is None


def test_what_another_reading_changes_is_shown_before(qtbot: QtBot, sample: Forum) -> None:
    dialog = ReadingsDialog(None, assess(sample))
    qtbot.addWidget(dialog)
    assert dialog.consequences.table.lines == ()
    assert dialog.consequences.table.placeholder.startswith("These are the readings in force.")
    QTest.keyClick(dialog.fields["shortfall-cover"], Qt.Key.Key_Down)
    assert dialog.consequences.summary == "Reading shortfall-cover: relocation-only: changes no figure and no finding."
    assert dialog.accept_button.isEnabled()
    QTest.keyClick(dialog.fields["shortfall-cover"], Qt.Key.Key_Up)
    assert not dialog.accept_button.isEnabled()


def test_a_reading_that_gives_nothing_under_pressure_says_so(qtbot: QtBot) -> None:
    dialog = ReadingsDialog(None, assess_pressure(Forum(procedure=Procedure.MIGRATORY_PRESSURE, year=2027)))
    qtbot.addWidget(dialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert sum("B gives no result under migratory pressure" in words for words in said) == 1


def test_a_reading_desk_only_sees_the_readings_and_the_wheel_chooses_none(qtbot: QtBot, sample: Forum) -> None:
    dialog = ReadingsDialog(None, assess(sample), read_only=True)
    qtbot.addWidget(dialog)
    assert not dialog.fields["rounding"].isEnabled()
    dialog = ReadingsDialog(None, assess(sample))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept_button.setFocus()
    field = dialog.fields["rounding"]
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(field.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, turn)
    assert dialog.chosen("rounding") == "up"


def test_where_there_is_room_nothing_scrolls(qtbot: QtBot, tmp_path: Path) -> None:
    dialogs: list[AskingDialog[Any]] = [NewForumDialog(None, tmp_path, None), OperatorDialog(None, "")]
    for dialog in (*dialogs, BackupsDialog(None, tmp_path, [], 1)):
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        assert dialog.body.verticalScrollBar().maximum() == 0


def test_no_dialog_is_larger_than_its_screen_and_its_buttons_stay_in_sight(
    qtbot: QtBot, sample: Forum, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("desktop_app.views.dialogs.base.room_on_screen", lambda _window: QSize(667, 336))
    made = datetime(2025, 11, 27, 16, 40, 12, tzinfo=UTC)
    backups = [Backup(tmp_path / "new.forum", made, 3, "Ana Silva")] * 30
    dialogs: list[AskingDialog[Any]] = [
        ReadingsDialog(None, assess(sample)),
        NewForumDialog(None, tmp_path, tmp_path / "Pool.forum"),
        BackupsDialog(None, tmp_path, backups, 5),
        OperatorDialog(None, ""),
    ]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        assert dialog.height() <= 336
        assert dialog.width() <= 667
        assert dialog.rect().contains(dialog.buttons.geometry())


def test_a_page_is_shown_until_it_is_closed(qtbot: QtBot) -> None:
    def does(dialog: PageDialog) -> None:
        assert "Words" in dialog.page.toPlainText()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    when_shown(PageDialog, does)
    PageDialog.show_page(None, "Title", "# Words")


class Asking(AskingDialog[str]):
    """Has two lines, two round buttons and a list that stays in sight."""

    def __init__(self) -> None:
        super().__init__(None, "Asking", "&Take")
        self.lines = QLineEdit(), QLineEdit()
        self.rounds = QRadioButton("one"), QRadioButton("other")
        self.below = QLineEdit()
        self.add_below(self.below)
        for widget in (*self.lines, *self.rounds):
            self.add(widget)
        self.rounds[1].setChecked(True)


def test_tab_goes_through_the_fields_before_the_buttons(qtbot: QtBot) -> None:
    dialog = Asking()
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    cancel = next(each for each in dialog.buttons.buttons() if each is not dialog.accept_button)
    expected = [*dialog.lines, dialog.rounds[1], dialog.below, dialog.accept_button, cancel, dialog.lines[0]]
    stops = [dialog.focusWidget()]
    for _step in expected[1:]:
        QTest.keyClick(stops[-1], Qt.Key.Key_Tab)
        stops.append(dialog.focusWidget())
    assert stops == expected
    for wanted in expected[-2::-1]:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        assert dialog.focusWidget() is wanted


@pytest.mark.parametrize(
    ("procedure", "name"),
    list(zip(Procedure, (SAMPLE_NAME, RESCUE_SAMPLE_NAME, PRESSURE_SAMPLE_NAME, VOLUNTARY_SAMPLE_NAME), strict=True)),
)
def test_enter_in_a_field_accepts_and_the_names_of_samples_are_those_of_the_first_start(
    qtbot: QtBot, tmp_path: Path, procedure: Procedure, name: str
) -> None:
    dialog = NewForumDialog(None, tmp_path, None, procedure)
    qtbot.addWidget(dialog)
    assert dialog.target.text() == str(tmp_path / name)
    dialog.show()
    # A button stands beside the field; Qt would press it.
    QTest.keyClick(dialog.target, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_what_the_program_names_is_named_in_the_language_of_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    last = tmp_path / SAMPLE_NAME
    last.touch()
    language.choose("fr")
    try:
        dialog = NewForumDialog(None, tmp_path, last)
        qtbot.addWidget(dialog)
        assert dialog.target.text() == str(tmp_path / "Réserve annuelle de solidarité pour 2027.forum")
        dialog.choices[Start.EMPTY].setChecked(True)
        assert dialog.target.text() == str(tmp_path / "Réserve annuelle de solidarité.forum")
    finally:
        language.choose("en")
