"""The report with what is asked beside it, and the rounds whose reason is the mismatch of types."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.calc.changes import ReplaceForum
from desktop_app.calc.forum import Forum, Key
from desktop_app.calc.migratory_pressure import MigratoryPressure, TypeRound
from desktop_app.calc.response_plans import ResponseMeasureKind
from desktop_app.views.desk import Desk
from desktop_app.views.pressure.report import PressureReportEditor
from desktop_app.views.pressure.rounds import TypeRoundsEditor
from desktop_app.views.pressure.states import read_states
from tests.pressure_small import assessed
from tests.views.editor_desks import Show
from tests.views.pressure.typing_in import lines, plain, type_over

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("text", "value", "problem"),
    [
        ("it, ES", ("ES", "IT"), ""),
        ("GR", None, "The Union's code of Greece is EL: write EL."),
        ("IT NO", None, "“NO” is not the code of a Member State: write its two letters, such as IT, ES."),
        ("", None, ""),
    ],
)
def test_member_states_are_read_by_their_codes(text: str, value: tuple[str, ...] | None, problem: str) -> None:
    read = read_states(text)
    assert (read.value, read.problem) == (value, problem)


def test_changing_the_totals_shows_what_is_asked_before_it_is_taken(desk: Desk, shown: Show) -> None:
    editor = PressureReportEditor(None, desk)
    shown(editor)
    asked = editor.asked_panel
    assert plain(asked.words.text()) == (
        "800 of 1 000 persons are asked of 3 Member States; nobody is asked for the 200 of Greece."
    )
    assert lines(asked.list)[:2] == [
        ("Germany (DE)", "30.0000", "300", "300"),
        ("Greece (EL)", "20.0000", "200", "nobody"),
    ]
    assert "Plans handed in by 5 March 2027 (Art. 52(3))" in plain(asked.deadlines.text())
    type_over(editor.sponsorship.input, "1200")
    assert plain(editor.together.text()) == "Together 2 000 persons, to which the key is applied (Art. 53(3))."
    assert lines(asked.list)[0] == ("Germany (DE)", "30.0000", "600", "600")
    type_over(editor.others.input, "SE")
    assert lines(asked.list)[3] == ("Sweden (SE)", "10.0000", "200", "nobody")
    assert plain(editor.consequences.summary).startswith("Sponsorship 200 → 1 200 and states that benefit elsewhere")
    type_over(editor.others.input, "EL")
    assert editor.others.said == "Greece is the state under pressure: leave it out here (Art. 52(1))."
    assert asked.words.text() == "What is asked of whom follows once the line in red is right."
    type_over(editor.others.input, "")
    editor.measures.boxes[ResponseMeasureKind.CAPACITY].setChecked(False)
    assert editor.no_measures.text().startswith("The report names no measures")
    QTest.keyClick(editor.sponsorship.input, Qt.Key.Key_Return, CONTROL)
    report = desk.assessment.forum.migratory_pressure.report
    assert (report.relocations, report.sponsorship, report.measures_named) == (800, 1_200, ())
    assert desk.file.undo_title == "Report on migratory pressure"


def test_what_is_asked_is_copied_under_its_title(desk: Desk, shown: Show) -> None:
    editor = PressureReportEditor(None, desk)
    shown(editor)
    editor.copy_button.click()
    copied = plain(QApplication.clipboard().text())
    assert copied.startswith("Pressure on Greece 2027 – R 2027/1\n800 of 1 000 persons are asked of 3 Member States")
    assert "\nSweden (SE)\t10.0000\t100\t100\n" in copied


def test_an_empty_forum_says_what_comes_first(desk: Desk, shown: Show, small: Forum) -> None:
    said = []
    report = small.migratory_pressure.report
    for forum in (
        replace(small, migratory_pressure=MigratoryPressure()),
        replace(small, key=Key()),
        replace(
            small, migratory_pressure=replace(small.migratory_pressure, report=replace(report, under_pressure=False))
        ),
        replace(small, key=replace(small.key, states=tuple(replace(each, gdp=None) for each in small.key.states))),
    ):
        assert desk.apply(ReplaceForum(forum, "Other forum"))
        editor = PressureReportEditor(None, desk)
        shown(editor)
        said.append(editor.asked_panel.words.text().partition(":")[0])
        editor.reject()
    assert said == [
        "Nothing can be asked yet",
        "No Member State is in the key yet",
        "The report finds no migratory pressure (Art. 51(2))",
        "What is asked is open",
    ]


# ------------------------------------------------------------------------------------------------------------- rounds


def test_a_new_round_has_the_mismatch_of_types_as_its_reason(desk: Desk, shown: Show) -> None:
    # Asked: 800 of 1 000, so 640 of 800 relocations and 160 of 200 sponsorships. Offered: Germany 240 + 60,
    # France 100, Sweden 100 relocations.
    editor = TypeRoundsEditor(None, desk)
    shown(editor)
    mismatch = (
        "relocation: 440 offered for 640 asked, 200 fewer; return sponsorship: 60 offered for 160 asked, 100 fewer"
    )
    assert plain(editor.meaning.text()) == (
        f"Now {mismatch}. The forum has ended: the act is due by 24 March 2027 (Art. 53(1))."
    )
    QTest.keyClick(editor.rounds, Qt.Key.Key_Insert)
    fields = editor.rounds.fields
    assert plain(fields["reason"].raw) == mismatch
    type_over(fields["opened"].input, "2027-03-12")  # type: ignore[attr-defined]  # a line
    type_over(fields["ended"].input, "2027-03-11")  # type: ignore[attr-defined]  # a line
    assert "ends before it opens" in editor.rounds.problem
    type_over(fields["ended"].input, "2027-03-15")  # type: ignore[attr-defined]  # a line
    type_over(editor.ended.input, "2027-03-15")
    assert plain(editor.consequences.summary).startswith("Forum ended on 15 March 2027 and rounds 1 → 2: ")
    QTest.keyClick(editor.ended.input, Qt.Key.Key_Return, CONTROL)
    recorded = desk.assessment.forum.migratory_pressure
    assert recorded.forum_ended == date(2027, 3, 15)
    assert replace(recorded.rounds[1], reason=None) == TypeRound("f2", None, date(2027, 3, 12), date(2027, 3, 15))


def test_plans_that_match_call_for_no_forum(desk: Desk, shown: Show, small: Forum) -> None:
    recorded = small.migratory_pressure
    # Everybody in the report's proportion, four to one, and no measures.
    plans = tuple(replace(plan, covered=0 * plan.covered, shares=recorded.plans[0].shares) for plan in recorded.plans)
    matching = replace(recorded, plans=plans, forum_ended=None, rounds=())
    assert desk.apply(ReplaceForum(replace(small, migratory_pressure=matching), "Matching"))
    editor = TypeRoundsEditor(None, desk)
    shown(editor)
    assert editor.meaning.text().startswith("The plans match the needs of the report, type by type")
    assert editor.ended.said.startswith("Empty: no forum, or it goes on. Two weeks after its end the act is due")
    editor.reject()
    unknown = replace(matching, report=replace(recorded.report, sponsorship=None))
    assert desk.apply(ReplaceForum(replace(small, migratory_pressure=unknown), "Unknown"))
    again = TypeRoundsEditor(None, desk)
    shown(again)
    assert again.meaning.text().startswith("Whether the plans match the needs is open")
    assert assessed().totals.matches[0].needed == 800
