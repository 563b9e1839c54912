"""What is typed into the table of plans, and what it refuses."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.calc.forum import Forum
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.models.forum_file import ForumFile
from desktop_app.views.desk import Desk
from desktop_app.views.plan_table import PlanTable
from desktop_app.views.typed_table.editor import Tone
from tests.views.plan_table.owner import Owner

Open = Callable[[Forum], Owner]
ENTER, ESCAPE, TAB, DELETE, F2 = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Delete,
    Qt.Key.Key_F2,
)


def test_what_is_understood_is_said_before_enter_and_changes_the_latest_revision(
    open_desk: Open, rescue: Forum
) -> None:
    desk = open_desk(rescue)
    desk.table.go_to("DE", "relocations")
    desk.press("+126")
    assert desk.says() == (
        "900 + 126 = 1 026 persons, in (Rev) 1 · The act is adopted; this changes what it fixes.\n"
        "key number met, report covered 56.30 %"
    )
    assert desk.changes == []
    desk.press(ENTER)
    first, latest = desk.plans("DE")
    assert (first.relocations, latest.relocations, latest.revision) == (500, 1026, 1)
    # Down, past Greece, which is asked for nothing.
    assert desk.at() == ("FR", "relocations")


def test_a_plan_with_measures_says_what_becomes_of_the_test(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(rescue)
    desk.table.go_to("FR", "relocations")
    desk.press("50%")
    # 757.85 − 379 = 378.85 of 2 000.
    assert desk.says() == (
        "50 % of 758 = 379 persons · The act is adopted; this changes what it fixes.\n"
        "181 above the key number, report covered 63.95 %, test 18.94 %"
    )
    desk.press(ESCAPE)
    assert desk.changes == []


def test_a_first_plan_comes_of_typing_without_a_date(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(rescue)
    desk.table.go_to("SE", "relocations")
    desk.press("rest")
    assert desk.says().startswith("128 − 0 by measures = 128 persons: a first plan, its date still missing")
    desk.press(TAB)
    assert desk.plans("SE") == (ResponsePlan("SE", relocations=128),)
    desk.press("50%", ENTER)
    assert desk.plans("SE") == (ResponsePlan("SE", relocations=128, vulnerable=64),)


def test_an_empty_entry_makes_no_plan_and_a_nought_does(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(rescue)
    desk.table.go_to("SE", "relocations")
    desk.press(F2)
    assert desk.says() == "= no plan · Nothing is recorded."
    desk.press(ENTER)
    assert desk.changes == []
    desk.press("0", ENTER)
    assert desk.plans("SE") == (ResponsePlan("SE"),)


def test_delete_sets_to_nought_the_vulnerable_first(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(rescue)
    desk.table.go_to("DE", "relocations")
    desk.press(Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.ShiftModifier)
    desk.press(DELETE)
    assert [(each.plan.relocations, each.plan.vulnerable) for each in desk.changes] == [(900, 0), (0, 0)]
    desk.table.go_to("SE", "relocations")
    desk.press(DELETE)
    assert len(desk.changes) == 2


def test_fewer_relocations_than_vulnerable_persons_are_refused_at_the_cell(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(rescue)
    desk.table.go_to("DE", "relocations")
    desk.press("19", ENTER)
    assert desk.says().startswith("20 vulnerable persons are more than the 19 relocations they are part of")
    assert desk.table._entering.is_open
    assert desk.changes == []


def test_nobody_asks_a_benefitting_state(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(rescue)
    for column in ("relocations", "vulnerable", "plan"):
        desk.table.go_to("EL", column)
        desk.press("5")
        assert desk.says() == "Greece benefits: nobody asks it for a plan (Art. 47(3))."
        desk.press(DELETE, F2)
        assert desk.says() == "Greece benefits: nobody asks it for a plan (Art. 47(3))."
    assert (desk.changes, desk.forms) == ([], [])


def test_what_is_worked_out_is_not_typed(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(rescue)
    desk.table.go_to("FR", "missing")
    desk.press("5")
    assert desk.says() == (
        "The missing by measures is not typed here: type relocations, or how many of them are vulnerable."
    )
    desk.table.go_to("FR", "measures")
    desk.press("5")
    assert desk.says() == "The measures in persons-equivalent stands on the form: Enter or F2 opens it."
    assert desk.changes == []


def test_enter_on_measures_and_f2_on_the_plan_open_the_form(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(rescue)
    for code, column, key in (
        ("FR", "measures", ENTER),
        ("SE", "plan", F2),
        ("FR", "submitted", F2),
        ("FR", "cover", F2),
    ):
        desk.table.go_to(code, column)
        desk.press(key)
    assert desk.forms == [("FR", "measures"), ("SE", "plan"), ("FR", "plan"), ("FR", "cover")]
    desk.table.go_to("FR", "relocations")
    desk.press(F2)
    assert desk.table._entering.is_open


def test_letters_jump_and_nonsense_is_refused_in_one_line(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(rescue)
    desk.press("sw")
    assert desk.at()[0] == "SE"
    desk.press("8s")
    assert desk.says().startswith("No sponsorship stands in a plan of Annex I (Art. 47(4))")
    assert desk.table._entering.panel.tone is Tone.REFUSED
    desk.press(ENTER, ESCAPE)
    assert desk.changes == []
    desk.press("hu")
    assert "Hungary is not among those shown" in desk.says()


def test_a_cell_is_pasted_and_a_block_is_not(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(rescue)
    desk.table.go_to("SE", "relocations")
    QGuiApplication.clipboard().setText("1 200")
    desk.press("v", modifier=Qt.KeyboardModifier.ControlModifier)
    desk.press(ENTER)
    assert desk.plans("SE")[0].relocations == 1200
    QGuiApplication.clipboard().setText("1\t2\n3\t4")
    desk.press("v", modifier=Qt.KeyboardModifier.ControlModifier)
    assert "copy a single cell" in desk.says()
    QGuiApplication.clipboard().setText("")
    desk.press("v", modifier=Qt.KeyboardModifier.ControlModifier)
    assert desk.says().startswith("The clipboard")
    assert len(desk.changes) == 1


def test_a_refusal_of_the_file_stands_at_the_cell(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(rescue)
    desk.refuses = "The disk is full."
    desk.table.go_to("FR", "relocations")
    desk.press("7", ENTER)
    assert desk.says() == "The disk is full. · Nothing was changed."
    desk.press(ESCAPE)
    assert desk.plans("FR")[0].relocations == 100


def test_a_reading_desk_types_nothing(open_desk: Open, rescue: Forum) -> None:
    desk = open_desk(rescue)
    desk.table.set_read_only(True)
    desk.table.go_to("FR", "relocations")
    desk.press("7")
    assert desk.says() == "This forum is open for reading only."
    desk.press(DELETE)
    assert desk.changes == []


def test_what_is_typed_stands_in_the_file_and_is_undone(tmp_path: Path, qtbot: object, rescue: Forum) -> None:
    path = tmp_path / "Rescue.forum"
    desk = Desk(ForumFile.create(path, replace(rescue, title="Typed"), "Ana Silva"))
    table = PlanTable()
    table.change_requested.connect(desk.apply)
    desk.assessed.connect(table.show_assessment)
    table.show_assessment(desk.response)
    seen = table._entering._entries.preview(desk.response, "SE", 6, "40")
    table.change_requested.emit(seen.change)
    assert desk.response.totals.pledged == 1040
    assert table.totals_model.cell(0, 6).text == "1\u202f040"
    desk.undo()
    assert table.totals_model.cell(0, 6).text == "1\u202f000"
    desk.close()
    table.deleteLater()
