"""What is shown for a picture: states of the windows that a command alone does not lead to."""

import tempfile
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.calc.changes import Acknowledge, PledgeColumn, RecordMeasures, RecordPledge, RecordSaid
from desktop_app.calc.findings import Severity
from desktop_app.calc.forum import AlternativeMeasure, MeasureKind
from desktop_app.calc.said import Certainty, OriginalAmount, Said

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow

Show = Callable[["MainWindow"], QWidget | None]

_FOLDER: Final = Path(tempfile.mkdtemp(prefix="pictures-"))
_PASTED: Final = "Belgium\t120\t8440000\nBulgaria\t1e3\tNA\nCzechia\t45\t12.900\n"
_LONG: Final = (
    "Four patrol vessels with crews for the external sea border, two mobile reception units for 400 persons each, and "
    "the training of sixty interpreters in nine languages"
)


def settle() -> None:
    """Let layouts settle: that takes more than one turn of the event loop."""
    for _turn in range(4):
        QApplication.processEvents()


def fill(window: "MainWindow") -> None:
    """Put into the sample what it lacks: pledges of each kind, several measures, how a pledge is said, an answer."""
    desk = window.desk
    if desk is None:
        return
    boats = AlternativeMeasure(
        _LONG, MeasureKind.EQUIPMENT, 61_000_000_00, "market prices", identified_in_proposal=True
    )
    staff = AlternativeMeasure("Forty case workers for six months", MeasureKind.STAFF, None, None)
    said = Said(
        Certainty.ANNOUNCED,
        "the Minister for Migration",
        "subject to parliament",
        at_most=True,
        original=OriginalAmount("SEK", 45_000_000_00, Fraction("11.25"), date(2026, 11, 27), "ECB reference rate"),
        note="the letter follows on Monday",
    )
    for change in (
        RecordPledge("BE", PledgeColumn.RELOCATIONS, None),
        RecordPledge("BE", PledgeColumn.ALTERNATIVE, None),
        RecordPledge("HR", PledgeColumn.RELOCATIONS, 150),
        RecordPledge("HR", PledgeColumn.FINANCIAL, None),
        RecordPledge("HR", PledgeColumn.ALTERNATIVE, None),
        RecordMeasures("NL", (boats, staff)),
        RecordPledge("SE", PledgeColumn.FINANCIAL, 400_000_000),
        RecordSaid("SE", PledgeColumn.FINANCIAL, said),
    ):
        desk.apply(change)
    warning = next((each for each in desk.assessment.findings if each.severity is Severity.WARN), None)
    if warning is not None:
        reason = "the delegation has announced its figures for the resumed meeting"
        desk.apply(Acknowledge(warning.rule, warning.state, warning.message, reason, "Ana Silva", date(2026, 11, 27)))


def reset(window: "MainWindow") -> None:
    """Put the main window back as it was before a picture."""
    window.banner.hide()
    for name, wanted in (("state_panel", False), ("group_by_verdict", False), ("findings", True), ("why", True)):
        # F4 first goes into the panel, then closes it.
        for _press in range(2):
            if window.menus.actions[name].isChecked() is not wanted:
                window.menus.actions[name].trigger()
    window.menus.actions["protocol_order"].trigger()
    if window.help.tour is not None:
        window.help.tour.finish()
    window.findings.filter_words.clear()
    window.table.setFocus()
    window.table.go_to("BE", "relocations")
    settle()


def prepare(name: str, dialog: QDialog) -> None:
    """Type into a dialog what makes it worth looking at."""
    if name == "command-reference_numbers":
        fields = dialog.findChildren(QWidget)
        line = next((each for each in fields if each.accessibleName().startswith("Relocations")), None)
        if line is not None:
            line.setFocus()
            QTest.keyClicks(line, "30000")
    settle()


def file_to_open(_cls: type, _parent: QWidget | None, title: str, *_asked: object) -> Path | None:
    """Stand in for the system's dialog: a document that differs, where something is imported."""
    found = _FOLDER / "edited.json"
    return found if found.exists() and "mport" in title else None


def nothing(_cls: type, *_asked: object) -> None:
    """Stand in for a dialog that the person cancels."""


def triggered(name: str) -> Show:
    """Return the scene of a command."""

    def show(window: "MainWindow") -> None:
        if name == "import" and window.desk is not None:
            from dataclasses import replace

            from desktop_app.models.interchange import document_bytes

            forum = window.desk.assessment.forum
            pool = replace(forum.pool, relocations=30_000, financial_cents=60_000_000_000)
            edited = RecordPledge("LV", PledgeColumn.RELOCATIONS, 12).apply_to(replace(forum, pool=pool))
            (_FOLDER / "edited.json").write_bytes(document_bytes(edited))
        if name == "paste":
            QGuiApplication.clipboard().setText(_PASTED)
            window.workspace.table.go_to("BE", "relocations")
        if name in {"measures", "deductions", "status", "said", "particulars"}:
            window.table.go_to("SE" if name == "said" else "NL", "financial")
        if name == "acknowledge":
            _stand_on_a_warning(window)
        if name == "paste":
            # Off screen no window is active, and so nothing has the keyboard.
            window.workspace.table.paste()
            return
        window.menus.actions[name].trigger()

    return show


def _stand_on_a_warning(window: "MainWindow") -> None:
    window.findings.setFocus()
    for row, line in enumerate(window.findings.model.lines):
        if line.finding.severity is Severity.WARN:
            window.findings.list.setCurrentIndex(window.findings.model.index(row))
            return


def entering(window: "MainWindow") -> QWidget:
    """Show an entry before Enter: half of Belgium's fair share."""
    window.table.go_to("BE", "fair_share_relocations")
    QApplication.processEvents()
    window.table.go_to("BE", "relocations")
    QTest.keyClicks(QApplication.focusWidget() or window.table, "50%")
    window.why.ask("share_percent", "BE")
    return window


def _why(window: "MainWindow") -> QWidget:
    window.table.go_to("BE", "share")
    return window


def _read_only(window: "MainWindow") -> QWidget:
    window.banner.say("Read-only: Jean Dupont on forum-2 (process 4711) has this forum open for typing.")
    if window.desk is not None:
        window.header.saved_mark.show_read_only(window.desk.file.saved_at)
    return window


def _not_saved(window: "MainWindow") -> QWidget:
    if window.desk is not None:
        window.desk.failed.emit("Pool.forum: the disk is full.\nMake room, then type it again.")
    return window


def _refused(window: "MainWindow") -> QWidget:
    from desktop_app.views.preview.window import AnnexPreview

    window.header.saved_mark.show_saved(None)
    window.menus.actions["preview"].trigger()
    preview = window.findChildren(AnnexPreview)[-1]
    preview.final.trigger()
    return preview


def _sorted(window: "MainWindow") -> QWidget:
    window.table.go_to("DE", "gap_relocations")
    window.menus.actions["sort"].trigger()
    return window


def _panel(window: "MainWindow") -> QWidget:
    window.table.go_to("NL", "alternative")
    window.menus.actions["measures"].trigger()
    return window


def _tour(at: int) -> Show:
    def show(window: "MainWindow") -> QWidget:
        window.help.take_tour(asks_first=True)
        if window.help.tour is not None:
            window.help.tour.go(at + 1)
        return window

    return show


def _backups(window: "MainWindow") -> QWidget:
    from datetime import UTC, datetime, timedelta

    from desktop_app.models.backup import Backup
    from desktop_app.views.dialogs.backups import BackupsDialog

    forums = Path.home() / "Forums"
    made = datetime(2025, 11, 27, 15, 40, 12, tzinfo=UTC)
    backups = [
        Backup(forums / f"Pool {hours}.forum", made - timedelta(hours=hours), 1240 - 35 * hours, "Ana Silva")
        for hours in range(6)
    ]
    dialog = BackupsDialog(window, forums / "Pool backups", backups, 1240)
    dialog.show()
    return dialog


def _held(window: "MainWindow") -> QWidget:
    from desktop_app.views.dialogs.messages import Message
    from desktop_app.views.opening import READ, TAKE_OVER

    text = "Jean Dupont on forum-2 (process 4711) has Pool.forum open for typing.\nIf that computer has crashed, …"
    box = Message.box(window, "The forum is open elsewhere", text, (READ, TAKE_OVER))
    box.show()
    return box


def _missing(_window: "MainWindow") -> QWidget:
    from desktop_app.views.empty import NoForum

    empty = NoForum()
    empty.say_missing("/media/stick/Annual Solidarity Pool for 2026.forum")
    empty.resize(640, 360)
    empty.show()
    return empty


def _progress(window: "MainWindow") -> QWidget:
    from desktop_app.views.progress.dialog import ProgressDialog
    from desktop_app.views.progress.report import Report

    report = Report()
    report(350, 1000)
    dialog = ProgressDialog(window, "Verifying Annual Solidarity Pool for 2026.forum", report)
    dialog.show()
    return dialog


SCENES: Final[tuple[tuple[str, Show], ...]] = (
    ("main", lambda window: window),
    ("entering", entering),
    ("why", _why),
    ("sorted", _sorted),
    ("panel", _panel),
    ("read-only", _read_only),
    ("not-saved", _not_saved),
    ("annex-refused", _refused),
    *((f"tour-{at + 1}", _tour(at)) for at in range(-1, 6)),
    ("backups", _backups),
    ("held-elsewhere", _held),
    ("forum-missing", _missing),
    ("progress", _progress),
)
"""Scenes by name, in the order in which they are taken."""
