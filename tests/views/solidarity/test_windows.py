"""The windows of sponsored groups, relocations, incentives and log: what they show, where they lead, by keyboard."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.calc.assess import assess
from desktop_app.calc.changes import ChooseReading, ReplaceForum
from desktop_app.calc.forum import Procedure
from desktop_app.calc.monitoring import Progress, sponsorship_progress
from desktop_app.calc.solidarity_record import IncentiveRate, SolidarityRecord
from desktop_app.calc.wording import HARD, NARROW
from desktop_app.views.desk import Desk
from desktop_app.views.forum_editors.figures import FigureLine
from desktop_app.views.menus import COMMANDS
from desktop_app.views.solidarity.incentives_window import IncentivesWindow
from desktop_app.views.solidarity.log_window import LogWindow
from desktop_app.views.solidarity.progress_lines import SPONSORED, progress_lines, progress_of, progress_words
from desktop_app.views.solidarity.record_editor import RecordEditor
from desktop_app.views.solidarity.record_window import RecordWindow
from desktop_app.views.solidarity.relocation_window import RelocationWindow
from desktop_app.views.solidarity.sponsorship import TakeOverEditor
from desktop_app.views.solidarity.sponsorship_window import SponsorshipWindow
from desktop_app.views.theme import Scheme, theme
from tests.views.editor_desks import Answers
from tests.views.solidarity.small import LAPSED, RECORD, TODAY, forum, voluntary

KINDS = (SponsorshipWindow, RelocationWindow, IncentivesWindow, LogWindow)


def plain(text: str) -> str:
    return text.replace(HARD, " ").replace(NARROW, " ")


def joined(line: FigureLine) -> str:
    return plain("|".join(cell.text for cell in line.cells))


def lines(window: RecordWindow) -> list[str]:
    return [joined(each.line) for each in window.shown]


def cells(window: RecordWindow, row: int) -> list[str]:
    return lines(window)[row].split("|")


def titles(window: RelocationWindow) -> list[str]:
    header = window.steps.model()
    return [str(header.headerData(column, Qt.Orientation.Horizontal)) for column in (1, 2)]


def facts(window: RecordWindow) -> list[str]:
    return [plain(label.text()) for label in window.facts if label.text()]


def show(qtbot: QtBot, window: RecordWindow, desk: Desk) -> None:
    qtbot.addWidget(window)
    window.show_desk(desk)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.list.setFocus()


def put(desk: Desk, **record: object) -> None:
    now = desk.assessment.forum
    changed = replace(now, solidarity=replace(now.solidarity, **record))  # type: ignore[arg-type]
    assert desk.apply(ReplaceForum(changed, "Test"))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[RecordEditor]:
    """Collect the editors that would be shown; nobody types into them."""
    shown: list[RecordEditor] = []

    def ask(editor: RecordEditor) -> None:
        shown.append(editor)

    monkeypatch.setattr(RecordEditor, "ask", ask)
    return shown


# ------------------------------------------------------------------------------------------------- return sponsorship


def test_groups_stand_with_their_clock_and_who_moved_to_relocate(qtbot: QtBot, desk: Desk) -> None:
    window = SponsorshipWindow(None)
    show(qtbot, window, desk)
    # 40 - 25 are left no more, but to relocate, since the day after 19 November 2027.
    assert lines(window) == [
        "S-1|Greece|Germany|SY|40|3|25|0|0|15|19 November 2027|−6|15 to relocate, sponsor not told",
        "S-2|Greece|France|AF|60|0|12|0|48|0|10 December 2027|15|expires in 15 days",
        "S-3|Greece|Sweden|AF|20|0|0|0|20|0|–|–|clock not started",
        "All|3 groups|||120|3|37|0|68|15|||",
    ]
    assert plain(window.strip.words.text()) == "S-1: eight months are over, Germany takes over 15 persons."
    assert window.title.text() == "Group S-1: from Greece, sponsored by Germany"
    assert facts(window)[:-1] == [
        (
            "Started on 19 March 2027 by the adoption of the act (Art. 55(2)); eight months end on 19 November 2027, "
            "6 days ago."
        ),
        "The sponsor's activities (Art. 55(4)): (a) counselling on return and reintegration.",
        (
            "15 persons not returned: Germany takes them over (Art. 55(2), 57(4)). That it was told so is not "
            "recorded: the benefitting state does that at once (Art. 57(4))."
        ),
    ]
    window.go_to(1)
    assert facts(window)[0].endswith("end on 10 December 2027, in 15 days; the desk warns from 10 November 2027.")
    assert facts(window)[2:-1] == [
        "France takes over whoever of the 48 is not returned by then (Art. 55(2)).",
        "Note: Charter",
    ]
    window.go_to(2)
    assert facts(window)[:2] == [
        (
            "The clock starts with the end of the right to remain (Art. 55(3)); its day is not recorded: no time limit "
            "runs yet."
        ),
        "No activity is recorded: a sponsor does one at least (Art. 55(4)).",
    ]
    window.go_to_row(3)
    assert (window.title.text(), facts(window)) == (
        "All groups",
        ["15 persons to relocate after eight months (Art. 55(2))."],
    )


@pytest.mark.parametrize(
    ("today", "standing", "strip"),
    [
        (date(2027, 10, 19), "running", ""),
        (date(2027, 10, 20), "expires in 30 days", "S-1 (Germany): expires in 30 days, 15 persons not returned yet."),
        (date(2027, 11, 18), "expires tomorrow", "S-1 (Germany): expires tomorrow, 15 persons not returned yet."),
        (date(2027, 11, 19), "last day today", "S-1 (Germany): last day today, 15 persons not returned yet."),
        (
            date(2027, 11, 20),
            "15 to relocate, sponsor not told",
            "S-1: eight months are over, Germany takes over 15 persons.",
        ),
    ],
)
def test_the_alarm_comes_before_and_the_step_after(
    qtbot: QtBot, desk: Desk, today: date, standing: str, strip: str
) -> None:
    window = SponsorshipWindow(None)
    qtbot.addWidget(window)
    assert desk.apply(ReplaceForum(forum(SolidarityRecord(sponsorship_groups=(LAPSED,)), today=today), "Test"))
    window.show_desk(desk)
    assert cells(window, 0)[-1] == standing
    assert plain(window.strip.words.text()) == strip
    assert window.bar.actions_by_name["take_over"].isEnabled() is (today == date(2027, 11, 20))


def test_taking_over_is_recorded_in_one_step(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    window = SponsorshipWindow(None)
    show(qtbot, window, desk)
    window.go_to(1)
    assert not window.bar.actions_by_name["take_over"].isEnabled()

    def ask(editor: TakeOverEditor) -> None:
        qtbot.addWidget(editor)
        assert (editor.told.raw, editor.taken_over_on.raw, editor.taken_over.raw) == ("2027-11-25", "2027-11-25", "15")
        editor.taken_over_minors.input.setText("3")
        # 12 x 10 000 + 3 x 12 000; 15 x 500.
        assert "EUR 156 000 to the sponsor, EUR 7 500 for the transfer" in plain(editor.taken_over.said)
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    monkeypatch.setattr(TakeOverEditor, "ask", ask)
    window.strip.button.click()
    group = desk.assessment.forum.solidarity.sponsorship_groups[0]
    assert group == replace(LAPSED, told=TODAY, taken_over=15, taken_over_minors=3, taken_over_on=TODAY)
    assert desk.file.undo_title == "Germany takes over 15 persons of group S-1"
    assert lines(window)[0].endswith("|0|0|19 November 2027|–|nobody left")
    assert facts(window)[2] == (
        "Germany took over 15 persons, of whom 3 unaccompanied minors, the last on 25 November 2027. It was told so on "
        "25 November 2027 (Art. 57(4))."
    )
    # The alarm is that of the next group now.
    assert window.strip.words.text().startswith("S-2 (France)")
    assert desk.undo()
    qtbot.waitUntil(lambda: cells(window, 0)[9] == "15")


# -------------------------------------------------------------------------------------------------------- relocations


def test_both_readings_stand_side_by_side_and_one_is_in_force(qtbot: QtBot, desk: Desk) -> None:
    window = RelocationWindow(None)
    show(qtbot, window, desk)
    assert lines(window) == [
        "R-1|Greece|France|30|27|1 April 2027|transferred|10 May 2027|–|25|transferred",
        "R-2|Greece|Sweden|50|50|8 November 2027|transfer decision due|29 November 2027|4|0|accepted by silence",
        "R-3|Greece|Germany|12|12|–|file to be sent|–|–|0|no security check",
        "All|3 groups||92|89|||||25|",
    ]
    assert facts(window)[:-1] == [
        (
            "30 persons (applicants), of whom 4 unaccompanied minors; 27 can be relocated: not 2 with links to the "
            "benefitting state, not 1 refused as a risk to security (Art. 57(2), (3))."
        )
    ]
    window.go_to(1)
    assert [joined(line) for line in window.steps.lines[1:]] == [
        (
            "Notice of postponement (Art. 57(7))|15 November 2027|15 November 2027|15 November 2027|"
            "in the first week: it counts"
        ),
        "Confirmation (Art. 57(7))|22 November 2027|29 November 2027|22 November 2027|accepted by silence",
        "Transfer decision (Art. 57(8))|29 November 2027|latest 6 December 2027|–|awaited",
        "Transfer (Art. 57(9))|20 December 2027|latest 27 December 2027|–|awaited",
    ]
    assert titles(window) == ["Two weeks in all\nin force", "Three weeks in all\nnot chosen"]
    assert desk.apply(ChooseReading("postponement", "three-weeks"))
    qtbot.waitUntil(lambda: titles(window) == ["Two weeks in all\nnot chosen", "Three weeks in all\nin force"])
    assert window.place == 1
    assert cells(window, 1)[6:9] == ["confirmation awaited", "29 November 2027", "4"]
    window.go_to(2)
    assert facts(window)[1:-1] == [
        (
            "Nobody is to be relocated yet: the benefitting state's security check is not recorded (Art. 57(2)); their "
            "written consent is not recorded (Art. 57(3))."
        ),
        "Note: Families",
    ]
    window.go_to_row(3)
    assert facts(window) == [
        "A postponed check takes two weeks more than the first, three in all (reading of Art. 57(7))."
    ]


def test_what_is_late_is_said_and_led_to(qtbot: QtBot, desk: Desk) -> None:
    groups = (
        RECORD.relocation_groups[0],
        replace(RECORD.relocation_groups[1], sent=date(2027, 10, 1), postponed=date(2027, 10, 12), decided=None),
        replace(RECORD.relocation_groups[1], id="R-4", sent=date(2027, 9, 1), confirmed=date(2027, 9, 10)),
    )
    put(desk, relocation_groups=groups)
    window = RelocationWindow(None)
    show(qtbot, window, desk)
    # Accepted by silence on 8 September, two days before the confirmation; the decision was due on 15 September.
    assert plain(window.strip.words.text()) == (
        "R-4: transfer decision due, the last day was 15 September 2027. 1 more late."
    )
    window.strip.button.click()
    assert window.place == 2
    said = [plain(line.cells[-1].text) for line in window.steps.lines]
    assert said == [
        "security check of 1 November 2027 (Art. 57(2))",
        "outside the first week: it does not count",
        "by silence; the confirmation of 10 September 2027 came later",
        *["late"] * 2,
    ]
    assert cells(window, 2)[-1] == "transfer decision due, late"


# ---------------------------------------------------------------------------------------------------------- incentives


def test_incentives_by_state_with_the_records_behind_them(qtbot: QtBot, desk: Desk) -> None:
    window = IncentivesWindow(None)
    show(qtbot, window, desk)
    assert lines(window) == [
        "Greece|0|0|EUR 0|25|EUR 12 500|EUR 12 500",
        "France|25|4|EUR 258 000|0|EUR 0|EUR 258 000",
        "All (2)|25|4|EUR 258 000|25|EUR 12 500|EUR 270 500",
    ]
    window.go_to_state("FR")
    assert plain(window.title.text()) == "France: EUR 258 000"
    assert facts(window) == [
        (
            "Rates: EUR 10 000 per person relocated, EUR 12 000 per unaccompanied minor, EUR 500 per person "
            "transferred (Art. 72, in brackets in the text)."
        )
    ]
    assert (
        joined(window.sources.lines[0])
        == "relocation, group R-1|10 May 2027|taken over|25|4|EUR 10 000, EUR 12 000 per minor|EUR 258 000"
    )
    told: list[tuple[str, str]] = []
    window.asked.connect(lambda figure, code: told.append((figure, code)))
    QTest.keyClick(window.list, Qt.Key.Key_Return)
    assert told == [("incentive", "FR")]
    # The answer stands in the main window, which it would hide.
    assert not window.isVisible()
    window.show()
    window.go_to_row(2)
    assert not window.bar.actions_by_name["why"].isEnabled()
    assert [plain(line.cells[2].text) for line in window.sources.lines] == [
        "taken over by France",
        "transferred by Greece",
    ]
    put(desk, incentives=(IncentiveRate(date(2027, 5, 10), 1_100_000, 1_300_000, 60_000, "C(2027) 9"),))
    qtbot.waitUntil(lambda: len(facts(window)) == 2)
    # 21 x 11 000 + 4 x 13 000 + 25 x 600 from that very day on.
    assert cells(window, 2)[-1] == "EUR 298 000"
    assert facts(window)[1].startswith("From 10 May 2027: EUR 11 000 per person relocated")


# ----------------------------------------------------------------------------------------------------------------- log


def test_the_log_stands_by_day(qtbot: QtBot, desk: Desk, confirms: Answers) -> None:
    window = LogWindow(None)
    show(qtbot, window, desk)
    assert lines(window) == [
        "2 April 2027|bilateral measure (Art. 59)|Greece|Germany|Twelve officers for registration",
        "no day|note|||Call of the chair",
    ]
    assert plain(window.title.text()) == "Bilateral measure, Greece and Germany, 2 April 2027"
    assert (window.place, facts(window)) == (1, ["Twelve officers for registration"])
    confirms.append(False)
    QTest.keyClick(window, Qt.Key.Key_Delete)
    assert len(desk.assessment.forum.solidarity.log) == 2
    QTest.keyClick(window, Qt.Key.Key_Delete)
    assert [entry.text for entry in desk.assessment.forum.solidarity.log] == ["Call of the chair"]
    assert confirms.asked == ["Take this entry out?"] * 2
    assert plain(desk.file.undo_title or "") == "Log: bilateral measure, Greece and Germany, 2 April 2027 removed"


# ------------------------------------------------------------------------------------------------------ what all share


def test_the_keyboard_does_it_all(
    qtbot: QtBot, desk: Desk, asked: list[RecordEditor], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = SponsorshipWindow(None)
    show(qtbot, window, desk)
    wanted: list[str] = []
    window.wanted.connect(wanted.append)
    QTest.keyClick(window.list, Qt.Key.Key_Down)
    assert window.place == 1
    QTest.keyClick(window.list, Qt.Key.Key_Return)
    QTest.keyClick(window.list, Qt.Key.Key_F2)
    QTest.keyClick(window.list, Qt.Key.Key_Insert)
    assert [editor.before.id if editor.before else None for editor in asked] == ["S-2", "S-2", None]
    for editor in asked:
        qtbot.addWidget(editor)
    QTest.keyClick(window.list, Qt.Key.Key_Delete)
    assert [group.id for group in desk.assessment.forum.solidarity.sponsorship_groups] == ["S-1", "S-3"]
    assert desk.file.undo_title == "Return sponsorship: group S-2 (France) removed"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert wanted == ["undo"]
    window.go_to_row(2)
    assert [name for name, action in window.bar.actions_by_name.items() if not action.isEnabled()] == [
        "change",
        "remove",
        "take_over",
    ]
    QTest.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.clipboard().text().splitlines()[1].startswith("S-1\tGreece\tGermany\tSY\t40")
    helped: list[tuple[str, str]] = []
    monkeypatch.setattr(
        "desktop_app.views.side_window.show_help", lambda _window, page, heading: helped.append((page, heading))
    )
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert helped == [("migratory-pressure", "Return sponsorship")]
    desk.refused.emit("Why not.")
    assert window.said.text() == "Why not."
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.isHidden()


@pytest.mark.parametrize("kind", KINDS)
def test_empty_read_only_and_every_look(qtbot: QtBot, reading_desk: Desk, kind: type[RecordWindow]) -> None:
    window = kind(None)  # type: ignore[call-arg]  # every kind takes the parent alone
    show(qtbot, window, reading_desk)
    on = {name for name, action in window.bar.actions_by_name.items() if action.isEnabled()}
    assert on <= {"change", "copy", "readings", "why"}
    wanted: list[str] = []
    window.wanted.connect(wanted.append)
    window.act("undo")
    window.act("add")
    assert (wanted, window.strip.button.isHidden() or kind is RelocationWindow) == ([], True)
    pictures = []
    for zoom in (100, 200):
        window.set_zoom(zoom)
        pictures.append(window.grab().toImage())
    theme().choose(Scheme.DARK)
    pictures.append(window.grab().toImage())
    theme().choose(Scheme.LIGHT)
    assert pictures[0] != pictures[1] != pictures[2]
    mnemonics = [action.text().partition("&")[2][:1].lower() for action in window.bar.actions_by_name.values()]
    assert len(set(mnemonics)) == len(mnemonics)


def test_nothing_recorded_and_the_voluntary_mechanism(qtbot: QtBot, desk: Desk) -> None:
    put(desk, sponsorship_groups=(), relocation_groups=(), log=())
    for kind in KINDS:
        window = kind(None)
        show(qtbot, window, desk)
        assert not window.empty.isHidden()
        assert window.empty.text() == window.nothing
        assert (window.place, window.strip.isHidden()) == (None, True)
        assert not window.bar.actions_by_name["copy"].isEnabled()
        window.close()
    assert desk.apply(ReplaceForum(voluntary(), "Test"))
    groups = SponsorshipWindow(None)
    show(qtbot, groups, desk)
    # There is no act here: a clock that waits for one does not start.
    assert [line.split("|")[-1] for line in lines(groups)] == [
        "clock not started",
        "expires in 15 days",
        "clock not started",
        "",
    ]
    assert groups.help_topic() == ("voluntary", "Return sponsorship")
    relocations = RelocationWindow(None)
    show(qtbot, relocations, desk)
    assert [line.split("|")[1] for line in lines(relocations)[:3]] == ["not said"] * 3


def test_its_keys_mean_the_same_in_the_main_window() -> None:
    main = {
        keys: command.name
        for command in COMMANDS
        for keys in command.keys
        if Procedure.MIGRATORY_PRESSURE in command.procedures
    }
    for kind in KINDS:
        window = kind(None)
        found = {name: main.get(action.shortcut().toString()) for name, action in window.bar.actions_by_name.items()}
        assert {name: other for name, other in found.items() if name != "copy" and other not in {None, name}} == {}
        window.deleteLater()


def test_the_sum_says_what_is_left_of_the_act_by_member_state(qtbot: QtBot, desk: Desk) -> None:
    window = RelocationWindow(None)
    show(qtbot, window, desk)
    window.go_to_row(3)
    assert [joined(line) for line in window.steps.lines] == [
        "Germany|451|12|0|451",
        "France|417|0|25|392",
        "Sweden|70|50|0|70",
        "All (3)|938|62|25|913",
    ]
    window.go_to_row(0)
    assert facts(window)[-1] == "France in all: 417 by the act, 0 under way, 25 arrived; 392 remain (Art. 69)."
    assert joined(window.steps.lines[0]).startswith("File sent (Art. 57(5))")
    groups = SponsorshipWindow(None)
    show(qtbot, groups, desk)
    assert not groups.progress.isVisible()
    assert facts(groups)[-1] == "Germany in all: 113 by the act, 15 under way, 25 returned; 88 remain (Art. 69)."
    groups.go_to_row(3)
    assert groups.progress.isVisible()
    assert [joined(line) for line in groups.progress.lines] == [
        "Germany|113|15|25|0|88",
        "France|0|48|12|0|0",
        "Sweden|0|20|0|0|0",
        "All (3)|113|83|37|0|88",
    ]


def test_what_is_not_known_of_the_act_is_said_so() -> None:
    found = (Progress("DE", None, 3, 1), Progress("FR", 10, 0, 2, 4))
    assert [joined(line) for line in progress_lines(found, SPONSORED)] == [
        "Germany|not known|3|1|0|not known",
        "France|10|0|2|4|4",
        "All (2)|not known|3|3|4|not known",
    ]
    assert progress_words(found, "DE", "returned").text == ""
    assert plain(progress_words(found, "FR", "returned").text) == (
        "France in all: 10 by the act, 0 under way, 2 returned, 4 taken over; 4 remain (Art. 69)."
    )
    assert progress_lines((), SPONSORED) == ()
    assert progress_of(assess(voluntary()), sponsorship_progress) == ()


def test_windows_stand_over_the_middle_of_the_main_one(qtbot: QtBot) -> None:
    main = QWidget()
    qtbot.addWidget(main)
    main.setGeometry(100, 100, 600, 400)
    main.show()
    window = RelocationWindow(main)
    window.resize(500, 360)
    window.show()
    assert (window.pos() - QPoint(main.frameGeometry().center() - QPoint(250, 180))).manhattanLength() <= 2
    window.move(30, 40)
    window.close()
    window.show()
    assert window.pos() == QPoint(30, 40)
