"""Two hours at the desk in some seconds: a negotiation typed by keyboard alone, on real widgets and a real file.

What is asserted of cells is what a screen reader says of them. Figures were worked out by hand: EUR 420 000 000 for
21 000 relocations make EUR 20 000 for each.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import AlternativeMeasure, Forum, Pledge, Procedure
from desktop_app.calc.memory import MarkKind
from desktop_app.calc.recorded import ABSENT
from desktop_app.models.any_forum import sample as sample_of
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.verify import verify
from desktop_app.views.compare.window import CompareWindow
from desktop_app.views.desk_views import InScenario, Now, Past
from desktop_app.views.dialogs.files import Files
from desktop_app.views.exchange.paste_dialog import PasteDialog
from desktop_app.views.history.dialogs import FindDialog, TakeBackDialog
from desktop_app.views.main_window import MainWindow
from desktop_app.views.pledge_table.columns import Column
from desktop_app.views.room import RoomCommands
from desktop_app.views.room.dialog import ReleaseDialog
from desktop_app.views.rounds.close_dialog import CloseRoundDialog
from desktop_app.views.scenarios.adoption import AdoptDialog
from tests.documents.printed import Printed
from tests.views.person import Person, plain, spoken

MONEY = ("BE", "IE", "LU", "NL", "PT", "SK", "FI", "SE")
TOUR: tuple[tuple[str, str, str, str], ...] = (
    # What is typed to find the Member State, the way to the column, what is typed there, what the cell then says.
    ("bel", "Right", "12.9m", "12 900 000"),
    ("bul", "Left", "25", "25 persons"),
    ("cz", "", "0", "0 persons"),
    ("ger", "", "4 555", "4 555 persons"),
    ("est", "", "none", "none"),
    ("ire", "Right", "9,26 mio", "9 260 000"),
    ("gre", "Left", "-", "none"),
    ("spa", "", "-", "none"),
    ("fra", "", "3361", "3 361 persons"),
    ("cro", "", "0", "0 persons"),
    ("ita", "", "nil", "none"),
    ("cyp", "", "-", "none"),
    ("lat", "", "10", "10 persons"),
    ("lit", "", "40", "40 persons"),
    ("lux", "Right", "2m", "2 000 000"),
    ("hun", "Left", "geen", "none"),
    ("malt", "", "6", "6 persons"),
    ("net", "Right", "19 500 000", "19 500 000"),
    ("aus", "Left", "0", "0 persons"),
    ("pol", "", "0", "0 persons"),
    # Half of a fair share of EUR 8 819 101.58.
    ("por", "Right", "50%", "4 409 550.79"),
    ("rom", "Left", "30", "30 persons"),
    ("slovenia", "", "15", "15 persons"),
    ("sk", "Right", "2m", "2 000 000"),
    ("fin", "", "5.5m", "5 500 000"),
    ("swe", "", "9.2m", "9 200 000"),
)
BLOCK = """Member State\tRelocations\tFinancial contribution
EE\t12\t280000
LU\t7\t
MT\t8\t150000"""
AT_THE_END: Mapping[str, Pledge] = {
    "BE": Pledge(None, 1_290_000_000, None),
    "BG": Pledge(25, None, None),
    "CZ": Pledge(0, None, None),
    "DE": Pledge(4_555, None, None),
    "EE": Pledge(12, 28_000_000, None),
    "IE": Pledge(None, 926_000_000, None),
    "EL": Pledge(None, None, None),
    "ES": Pledge(500, None, None),
    "FR": Pledge(4_000, None, None),
    "HR": Pledge(0, None, None),
    "IT": Pledge(None, 200_000_000, None),
    "CY": Pledge(None, None, None),
    "LV": Pledge(30, None, None),
    "LT": Pledge(40, None, None),
    "LU": Pledge(7, 200_000_000, None),
    "HU": Pledge(None, None, None),
    "MT": Pledge(8, 15_000_000, None),
    "NL": Pledge(None, 1_950_000_000, None),
    "AT": Pledge(0, None, None),
    "PL": Pledge(0, None, None),
    "PT": Pledge(None, 844_000_000, (AlternativeMeasure(value_cents=37_910_158),)),
    "RO": Pledge(30, None, None),
    "SI": Pledge(15, None, None),
    "SK": Pledge(None, 200_000_000, None),
    "FI": Pledge(None, 550_000_000, None),
    "SE": Pledge(None, 920_000_000, None),
}


@pytest.fixture
def forum_path(tmp_path: Path, sample: Forum) -> Path:
    """Before the tour: of each delegation the kind that it will announce is open, the other kinds are none."""
    path = tmp_path / "Pool.forum"
    money, persons = Pledge(None, ABSENT, None), Pledge(ABSENT, None, None)
    states = (replace(each, pledge=money if each.code in MONEY else persons, deductions=()) for each in sample.states)
    ForumFile.create(path, replace(sample, states=tuple(states)), "Ana Silva").close()
    return path


class Session:
    """The steps of the two hours, in the words of the desk."""

    def __init__(self, window: MainWindow, qtbot: QtBot, saved: Path) -> None:
        self.window, self.saved = window, saved
        self.me = Person(qtbot)
        assert window.desk is not None
        self.desk = window.desk

    def total(self, column: Column) -> str:
        return spoken(self.window.table.totals_model.index(0, column))

    def cell(self, code: str, column: Column) -> str:
        model = self.window.table.model
        return spoken(model.index(model.row_of(code), column))

    def tour_de_table(self) -> None:
        me = self.me
        for letters, way, amount, _said in TOUR:
            me.type(letters)
            me.press(way or "Return")
            me.enter(amount)
        model = self.window.table.model
        for row, (_letters, _way, _amount, said) in zip(
            (row for row in range(model.rowCount()) if model.code(row) != "DK"), TOUR, strict=True
        ):
            column = Column.FINANCIAL if model.code(row) in MONEY else Column.RELOCATIONS
            # The verdict follows where there is one.
            assert f"{spoken(model.index(row, column))}, ".split(", ")[2] == said
        assert self.total(Column.RELOCATIONS) == "Total, relocations, 8 042"
        assert self.total(Column.FINANCIAL) == "Total, financial contribution, 64 769 550.79"
        # 8 042 + 64 769 550.79 / 20 000 = 11 280.4775…
        assert self.total(Column.EQUIVALENTS) == "Total, equivalents, 11 280.48"
        assert self.total(Column.GAP) == "Total, gap, 9 720"

    def correct(self) -> None:
        me = self.me
        me.type("lat")
        me.press("Left")
        me.enter("+20")
        me.press("Up")
        assert me.hears == "Latvia, relocations, 30 persons, 38 below fair share, Article 57(3)"
        me.press("Ctrl+Z")
        assert me.hears == "Latvia, relocations, 10 persons, 58 below fair share, Article 57(3)"
        me.press("Ctrl+Y")
        me.type("por")
        me.press("Right")
        me.enter("8.44m", then="Tab")
        me.enter("rest")
        # EUR 8 819 101.58 less 8 440 000; Enter went back to the column in which Tab began.
        rest = "379 101.58, fair share met, Article 57(3)"
        assert self.cell("PT", Column.ALTERNATIVE) == f"Portugal, alternative measures, {rest}"
        # A slip that is noticed later.
        me.type("ger")
        me.press("Left", "F2", "Home", "Delete")
        me.enter("5")
        assert self.cell("DE", Column.RELOCATIONS).startswith("Germany, relocations, 5 555 persons")

    def paste(self) -> None:
        QApplication.clipboard().setText(BLOCK)

        def look(dialog: PasteDialog) -> None:
            model = dialog.model
            assert spoken(model.index(1, 1)) == "Estonia, relocations: 12: taken. 12 persons."
            assert spoken(model.index(2, 2)) == ": empty. Empty: what stands there stays."
            self.me.press("Ctrl+Return")

        with self.me.answering(look):
            self.me.press("Ctrl+V")
        assert self.cell("EE", Column.FINANCIAL).startswith("Estonia, financial contribution, 280 000")

    def take_back_one_past_change(self) -> None:
        """Germany's slip, though the paste came later."""
        me, summaries = self.me, list[str]()

        def say_why(dialog: TakeBackDialog) -> None:
            summaries.append(plain(dialog.consequences.summary))
            me.type("misheard")
            me.press("Ctrl+Return")

        me.press("F8", "Ctrl+L")
        me.type("Germ")
        me.press("Return")
        me.tab_to("History")
        assert "Germany, relocations: 4 555 → 5 555" in me.hears
        with me.answering(say_why):
            me.press("Alt+B")
        me.press("Esc")
        assert summaries == ["Gap 8 437 → 9 437, 2 findings change."]
        assert self.cell("DE", Column.RELOCATIONS).startswith("Germany, relocations, 4 555 persons")
        assert (self.desk.file.steps(1)[0].reason, self.desk.file.steps(1)[0].moment.title) == (
            "misheard",
            "Taken back: Germany: relocations 5\u202f555",
        )

    def close_the_round(self) -> None:
        def name_it(dialog: CloseRoundDialog) -> None:
            # 8 083 + 69 609 101.58 / 20 000 = 11 563.455…
            assert plain(dialog.frozen.text()).startswith("Pledged, in relocations: 11 563.46 · Gap: 9 437 relocations")
            self.me.type("After the tour de table")
            self.me.press("Ctrl+Return")

        with self.me.answering(name_it):
            self.me.press("Ctrl+F6")
        assert [each.name for each in self.desk.file.snapshots()] == ["After the tour de table"]

    def print_the_annex(self) -> str:
        """Save the draft as it is previewed; return the fingerprint that is printed on it."""
        self.me.press("Ctrl+Shift+P", "Ctrl+S", "Esc")
        text = plain(" ".join(page.text for page in Printed(self.saved.read_bytes()).pages))
        assert "4 555" in text
        printed: str
        (printed,) = set(re.findall(r"\b[0-9a-f]{12}\b", text))
        return printed

    def compare(self) -> None:
        me = self.me
        me.type("fra")
        me.press("Return")
        me.enter("4 000")
        me.press("F9")
        shown = QApplication.activeWindow()
        assert isinstance(shown, CompareWindow)
        assert (shown.before.words, shown.after.words) == ("After the tour de table", "Now")
        me.press("Down")
        assert me.hears == "Pledged, in relocations: 11 563.46 → 12 202.46 (+639)"
        # From a button beside the pages too.
        me.press("Shift+Tab", "Ctrl+Tab")
        assert me.hears.startswith("Where France, What relocations, From 3 361, To 4 000, ")
        me.press("Ctrl+Tab")
        me.tab_to("Figures that differ")
        assert me.hears == (
            "Of All states, Figure relocations pledged, Before 8 083, After 8 722, Difference +639, "
            "Caused by France: pledge"
        )
        me.press("Return")
        assert me.hears.startswith("Cause France: pledge, Adds +639, Then 8 722, ")
        me.press("Esc")

    def look_back_in_time(self) -> None:
        me = self.me
        last = self.desk.file.seq
        me.press("Ctrl+B", "Left", "Left")
        me.wait(lambda: isinstance(self.desk.view, Past))
        assert isinstance(self.desk.view, Past)
        assert self.desk.view.moment.seq == last - 2
        assert me.at.startswith("THE PAST: ")
        assert self.cell("FR", Column.RELOCATIONS).startswith("France, relocations, 3 361 persons")
        me.press("End")
        me.wait(lambda: isinstance(self.desk.view, Now))
        me.press("Ctrl+B")
        assert self.cell("FR", Column.RELOCATIONS).startswith("France, relocations, 4 000 persons")

    def try_and_adopt_scenarios(self) -> None:
        me, record = self.me, (self.desk.file.seq, self.desk.file.head_hash)
        me.scenario("Poland, though nobody asked")
        me.type("pol")
        me.press("Return")
        me.enter("9999")
        assert self.cell("PL", Column.RELOCATIONS).startswith("Poland, relocations, 9 999 persons")
        me.press("Ctrl+F8")
        assert self.cell("PL", Column.RELOCATIONS).startswith("Poland, relocations, 0 persons")

        me.scenario("Spain and Italy move")
        me.type("spa")
        me.press("Return")
        me.enter("500")
        me.type("ita")
        me.press("Right")
        me.enter("2m")
        assert isinstance(self.desk.view, InScenario)
        assert me.at.startswith("SCENARIO: ")
        assert (self.desk.file.seq, self.desk.file.head_hash) == record

        def agree(dialog: AdoptDialog) -> None:
            model = dialog.taken.model()
            assert [spoken(model.index(row, 0)) for row in range(model.rowCount())] == [
                "Where Spain, What relocations, In the record none, Scenario 500",
                "Where Italy, What financial contribution, In the record none, Scenario EUR 2 000 000",
            ]
            me.press("Ctrl+Return")

        with me.answering(agree):
            me.press("Shift+F9")
        assert isinstance(self.desk.view, Now)
        assert self.desk.file.seq == record[0] + 1
        me.press("Ctrl+Z")
        assert self.cell("ES", Column.RELOCATIONS).startswith("Spain, relocations, none")
        me.press("Ctrl+Y")
        assert self.cell("ES", Column.RELOCATIONS).startswith("Spain, relocations, 500 persons")

    def find_what_was_printed(self, printed: str) -> None:
        def look(dialog: FindDialog) -> None:
            self.me.type(printed)
            # The last change of the round, and the mark that closed it.
            assert dialog.said.text() == "2 places had this state, the oldest first."
            self.me.press("Return")

        with self.me.answering(look):
            self.me.press("Shift+F8")
        assert isinstance(self.desk.view, Past)
        assert self.desk.view.moment.fingerprint == printed
        self.me.press("Ctrl+F8")

    def release_and_hide(self) -> None:
        me = self.me

        def agree(_dialog: ReleaseDialog) -> None:
            me.press("Ctrl+Return")

        with me.answering(agree):
            me.press("F11")
        part = self.window.negotiation.part("room.RoomCommands")
        assert isinstance(part, RoomCommands)
        # 9 222 + 71 609 101.58 / 20 000 = 12 802.455…
        assert "Pledged, in relocations\n12 802.46" in plain(part.room.surface.page.words)
        # A draft that the room must not see.
        me.type("bul")
        assert me.hears.startswith("Bulgaria, relocations, 25 persons")
        me.enter("26")
        assert self.desk.file.forum.state("BG").pledge.relocations == 26
        assert "12 802.46" in plain(part.room.surface.page.words)
        me.press("Ctrl+Z", "F12")
        assert part.room.surface.page.words == "High-Level EU Solidarity Forum"

    def print_the_dossier(self) -> None:
        self.saved.unlink()

        def agree(_dialog: object) -> None:
            self.me.press("Ctrl+Return")

        with self.me.answering(agree):
            self.me.press("Ctrl+Shift+F11")
        self.me.press("Ctrl+S", "Esc")
        text = plain(" ".join(page.text for page in Printed(self.saved.read_bytes()).pages))
        for told in ("After the tour de table", "Taken back: Germany", "Spain and Italy move"):
            assert told in text
        # A scenario is no part of the record, and a reason none of the room's.
        for untold in ("Poland, though nobody asked", "misheard"):
            assert untold not in text


def test_two_hours_by_keyboard(
    window: MainWindow, qtbot: QtBot, forum_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = tmp_path / "saved.pdf"
    # The system's own dialog for files is not ours to test.
    monkeypatch.setattr(Files, "to_write", lambda *_asked: saved)
    session = Session(window, qtbot, saved)
    session.tour_de_table()
    session.correct()
    session.paste()
    session.take_back_one_past_change()
    session.close_the_round()
    printed = session.print_the_annex()
    session.compare()
    session.look_back_in_time()
    session.try_and_adopt_scenarios()
    session.find_what_was_printed(printed)
    session.release_and_hide()
    session.print_the_dossier()

    file = session.desk.file
    assert {each.code: each.pledge for each in file.forum.states} == AT_THE_END
    assert [mark.kind for mark in file.marks()] == [MarkKind.ROUND, MarkKind.RELEASE, MarkKind.WITHDRAWAL]
    assert not [each for each in file.history(1000) if "Poland" in each.title and "9" in each.title]
    head = file.head_hash
    window.close()
    report = verify(forum_path)
    assert report.is_sound
    with ForumFile.open(forum_path, "Ben Maes", read_only=True) as again:
        assert again.head_hash == head
        assert {each.code: each.pledge for each in again.forum.states} == AT_THE_END


@dataclass(frozen=True)
class Short:
    """What is typed in a session of the other procedures: a state, the way to its column, two figures, their sums."""

    letters: str
    way: tuple[str, ...]
    first: tuple[str, str, str]
    tried: tuple[str, str, str]


OTHERS = {
    Procedure.SEARCH_AND_RESCUE: Short(
        "ger",
        (),
        ("350", "Germany, relocations, 350", "Contributing states, relocations, 3 752"),
        ("+10", "Germany, relocations, 360", "Contributing states, relocations, 3 762"),
    ),
    Procedure.MIGRATORY_PRESSURE: Short(
        "fra",
        ("Right", "Right", "Right"),
        ("1 000", "France, part covered by measures, 1 000", "Contributing states, part covered by measures, 2 532"),
        ("+50", "France, part covered by measures, 1 050", "Contributing states, part covered by measures, 2 582"),
    ),
    Procedure.VOLUNTARY: Short(
        "bel",
        (),
        ("150", "Belgium, relocations, 150", "Together, relocations, 6 370"),
        ("+30", "Belgium, relocations, 180", "Together, relocations, 6 400"),
    ),
}


@pytest.mark.parametrize("procedure", OTHERS)
def test_every_other_procedure_by_keyboard(
    procedure: Procedure,
    make_window: Callable[[], MainWindow],
    qtbot: QtBot,
    tmp_path: Path,
    messages: list[tuple[str, str, tuple[str, ...]]],
) -> None:
    path, short = tmp_path / "Other.forum", OTHERS[procedure]
    ForumFile.create(path, sample_of(procedure), "Ana Silva").close()
    window = make_window()
    window.files.open_path(path)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    me, desk, table = Person(qtbot), window.desk, window.workspace.table
    assert desk is not None

    def reads(cell: str, total: str) -> bool:
        at = table.grid.currentIndex()
        return me.hears.startswith(cell) and spoken(table.totals_model.index(0, at.column())).startswith(total)

    me.type(short.letters)
    me.press("Return", *short.way)
    me.enter(short.first[0])
    me.press("Up")
    assert reads(*short.first[1:])
    me.press("Ctrl+Z")
    assert not reads(*short.first[1:])
    me.press("Ctrl+Y")
    assert reads(*short.first[1:])
    with me.answering(lambda _dialog: me.press("Ctrl+Return")):
        me.press("Ctrl+F6")
    closed = desk.file.snapshots()[0].moment

    me.scenario("What if")
    me.enter(short.tried[0])
    me.press("Up")
    assert reads(*short.tried[1:])
    assert (desk.file.seq, desk.file.state_hash) == (closed.seq, closed.state_hash)
    with me.answering(lambda _dialog: me.press("Ctrl+Return")):
        me.press("Shift+F9")
    assert reads(*short.tried[1:])
    assert desk.file.seq == closed.seq + 1

    with me.answering(lambda _dialog: me.press("Ctrl+Return")):
        me.press("F11")
    part = window.negotiation.part("room.RoomCommands")
    assert isinstance(part, RoomCommands)
    assert desk.file.now().fingerprint in part.room.surface.page.words
    me.press("F12")
    assert desk.file.now().fingerprint not in part.room.surface.page.words
    assert not messages
    window.close()
    assert verify(path).is_sound
