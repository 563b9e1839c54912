"""The editors of the pools: what they take, what they would do, what they refuse and by which article."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.calc.changes import ReplaceForum
from desktop_app.calc.search_and_rescue import (
    ActPath,
    Call,
    PoolUse,
    PressureAct,
    Raise,
    Round,
    RoundKind,
    SearchAndRescue,
    TopUp,
)
from desktop_app.calc.wording import HARD
from desktop_app.views.desk import Desk
from desktop_app.views.pools.convene import ConveneEditor
from desktop_app.views.pools.draw import DrawEditor
from desktop_app.views.pools.entries import CallsEditor, RaisesEditor
from desktop_app.views.pools.pressure import PressureEditor
from desktop_app.views.pools.removal import removal_of
from desktop_app.views.pools.top_up import TopUpEditor
from tests.views.editor_desks import Show
from tests.views.pools.small import FIRST

BRIDGE = PressureAct("EL", date(2027, 4, 1), date(2027, 6, 1))


def recorded(desk: Desk) -> SearchAndRescue:
    return desk.assessment.forum.search_and_rescue


def put(desk: Desk, **what: object) -> None:
    """Record other things of the procedure through the file's own door."""
    now = desk.assessment.forum
    changed = replace(now, search_and_rescue=replace(now.search_and_rescue, **what))  # type: ignore[arg-type]
    assert desk.apply(ReplaceForum(changed, "Test"))


def take(editor: DrawEditor | TopUpEditor | PressureEditor | CallsEditor | RaisesEditor | ConveneEditor) -> None:
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


# --------------------------------------------------------------------------------------------------------------- draws


def test_a_draw_is_typed_shown_taken_and_undone(desk: Desk, shown: Show) -> None:
    editor = DrawEditor(None, desk, "EL")
    shown(editor)
    assert editor.date.input.hasFocus()
    assert editor.persons.said == "180 remain in this pool."
    QTest.keyClicks(editor.date.input, "2027-03-09")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor.persons.input, "84")
    # 384 of 480 are exactly 80 %.
    assert f"62.50{HARD}% → 80.00{HARD}%, 96 remain" in editor.persons.said
    assert "the forum is called" in editor.persons.said
    assert "80 % of the pool of Greece is reached" in editor.consequences.summary
    editor.contributor.put("BE")
    editor.nationality.put("Syrian")
    editor.review()
    take(editor)
    assert recorded(desk).use == (
        FIRST,
        PoolUse("EL", date(2027, 3, 9), 84, contributor="BE", nationality="Syrian"),
    )
    assert desk.file.undo_title == "Greece: 84 persons drawn"
    assert desk.undo()
    assert recorded(desk).use == (FIRST,)


def test_more_than_remains_and_a_day_before_the_act_are_refused_at_the_field(desk: Desk) -> None:
    editor = DrawEditor(None, desk, "EL")
    editor.date.input.setText("2027-02-19")
    editor.persons.input.setText("181")
    assert editor.persons.said == "Only 180 persons may still be drawn on the pool of Greece (Art. 49(1))."
    assert editor.date.said == f"The act is of 20{HARD}February{HARD}2027: nothing is drawn before it (Art. 49(1))."
    assert editor.staged is None
    editor.date.input.setText("2027-02-20")
    editor.persons.input.setText("180")
    assert (editor.date.said, editor.staged is not None) == (f"Saturday, 20{HARD}February{HARD}2027", True)
    editor.persons.input.setText("0")
    assert "at least 1" in editor.persons.said
    editor.date.input.clear()
    editor.persons.input.setText("1")
    assert editor.date.said == f"On or after 20{HARD}February{HARD}2027, the day of the act."
    assert editor.staged is None


def test_nothing_is_drawn_before_there_is_an_act(desk: Desk) -> None:
    put(desk, act=replace(recorded(desk).act, adopted=None), use=())
    editor = DrawEditor(None, desk)
    assert "the act is not adopted" in editor.pool.said
    put(desk, act=replace(recorded(desk).act, path=None))
    assert "whether the plans are sufficient is not judged" in DrawEditor(None, desk).pool.said
    put(desk, report=replace(recorded(desk).report, benefitting=()))
    empty = DrawEditor(None, desk)
    assert empty.pool.said.startswith("No pool yet")
    assert empty.staged is None


@pytest.mark.parametrize(
    ("pool", "served", "day", "field", "said"),
    [
        ("EL", None, "2027-06-02", "date", "After the act on migratory pressure of 1 June 2027 nothing is drawn for"),
        ("EL", None, "2027-06-01", "", ""),
        ("IT", None, "2027-06-02", "", ""),
        ("IT", "EL", "2027-03-31", "served", "from 1 April 2027, the day of the report on migratory pressure"),
        ("IT", "EL", "2027-04-01", "", ""),
        ("IT", "EL", "2027-06-02", "date", "nothing is drawn for Greece, on no pool: so Art. 49(3) is read"),
        ("EL", "IT", "2027-04-15", "served", "only from a report on migratory pressure until its act (Art. 49(3))"),
    ],
)
def test_the_bridge_bounds_draws(desk: Desk, pool: str, served: str | None, day: str, field: str, said: str) -> None:
    put(desk, pressure_act=BRIDGE)
    editor = DrawEditor(None, desk, pool)
    editor.served.put(served)
    editor.persons.input.setText("10")
    editor.date.input.setText(day)
    if field:
        assert said in editor.fields[field].said.replace(HARD, " ")
        assert editor.staged is None
        return
    assert editor.staged is not None
    assert ("a warning stays" in editor.risk.said) is (served is not None)
    if served is not None:
        editor.risk.input.setText("arrivals are low")
        assert editor.risk.said == ""
        take(editor)
        draw = recorded(desk).use[-1]
        assert (draw.benefitting, draw.used_for, draw.not_at_risk) == ("IT", "EL", "arrivals are low")


def test_a_draw_is_changed_in_its_place(desk: Desk) -> None:
    # A contributor that takes no part stays as it is recorded, and the draw's own persons may be drawn again.
    put(desk, use=(replace(FIRST, contributor="DK", note="first"), PoolUse("IT", date(2027, 3, 2), 1)))
    editor = DrawEditor(None, desk, place=0)
    assert (editor.contributor.value, editor.staged) == ("DK", None)
    editor.persons.input.setText("480")
    assert editor.staged is not None
    editor.persons.input.setText("481")
    assert editor.persons.said == "Only 480 persons may still be drawn on the pool of Greece (Art. 49(1))."
    editor.persons.input.setText("1")
    take(editor)
    assert [use.persons for use in recorded(desk).use] == [1, 1]
    assert recorded(desk).use[0].note == "first"
    assert desk.file.undo_title == "Greece: 1 person drawn, changed"


def test_a_draw_is_taken_out_with_what_that_does(desk: Desk) -> None:
    put(desk, use=(replace(FIRST, persons=400), PoolUse("IT", None, 1)))
    change, words = removal_of(desk.response, 0)
    assert words.splitlines()[0] == f"Greece: 400 persons, of 1{HARD}March{HARD}2027."
    assert ", the pool of Greece is below 80 % again" in words
    assert desk.apply(change)
    assert recorded(desk).use == (PoolUse("IT", None, 1),)
    assert removal_of(desk.response, 0)[1].startswith("Italy: 1 person, without a date.")


def test_a_reading_desk_only_looks(reading_desk: Desk) -> None:
    editor = DrawEditor(None, reading_desk, "EL")
    assert editor.persons.input.isReadOnly()
    assert not editor.accept_button.isEnabled()
    assert not TopUpEditor(None, reading_desk).slider.isEnabled()


# -------------------------------------------------------------------------------------------------------------- top-up


@pytest.fixture
def alarmed(desk: Desk) -> Desk:
    put(desk, use=(replace(FIRST, persons=384),))
    return desk


def test_a_top_up_goes_to_one_and_a_half_times_and_no_further(alarmed: Desk) -> None:
    editor = TopUpEditor(None, alarmed)
    assert (editor.pool.value, editor.total.raw, editor.staged) == ("EL", "600", None)
    assert editor.cap.text() == "At most 900: 1.5 × the report's 600 (Art. 48(2))"
    editor.total.input.setText("901")
    assert editor.total.said == ("At most 900: one and a half times the report's 600 (Art. 48(2), last subparagraph).")
    assert editor.staged is None
    QTest.keyClick(editor.slider, Qt.Key.Key_End)
    assert editor.total.raw == "900"
    # 500 and 300 grow by 1 300 / 1 000 to 650 and 390; of the 1 040 Greece's part is 900 / 1 300.
    figures = {line.name: [shift.words for shift in line.shifts] for line in editor.consequences.table.lines}
    assert figures["Belgium"][2] == "500 → 650 (+150)"
    assert figures["Greece: pool"] == ["480 → 720 (+240)"]
    assert figures["Greece: use"] == [f"80.00{HARD}%, 80 % reached → 53.33{HARD}%"]
    editor.adopted.input.setText("2027-06-01")
    editor.reference.input.setText("C(2027) 9")
    take(editor)
    assert recorded(alarmed).top_up == TopUp("EL", 900, date(2027, 6, 1), "C(2027) 9")
    assert alarmed.file.undo_title == "Top-up of the pool of Greece"
    # It is taken out again by the same editor.
    again = TopUpEditor(None, alarmed)
    assert not again.remove.isHidden()
    again.pool.input.setCurrentIndex(1)
    assert again.pool.said.startswith("One pool is topped up: this replaces the top-up of Greece.")
    again.remove.input.setChecked(True)
    assert again.consequences.summary.startswith("Top-up removed: the day of the check moves from ")
    assert ", total 1" in again.consequences.summary
    take(again)
    assert recorded(alarmed).top_up is None
    assert alarmed.undo()
    assert alarmed.undo()
    assert recorded(alarmed).top_up is None


def test_a_top_up_without_the_alarm_is_warned_of(desk: Desk) -> None:
    editor = TopUpEditor(None, desk, "IT")
    editor.slider.setValue(401)
    assert editor.pool.said.startswith("80 % of this pool was not used yet")
    assert editor.staged is not None
    warned = [line.words for line in editor.consequences.table.lines if line.icon == "warn"]
    assert any("topped up before 80 %" in words for words in warned)
    editor.total.input.setText("399")
    assert editor.total.said == "The report asks for 400 already: a top-up is more than that."
    editor.pool.input.setCurrentIndex(0)
    assert editor.total.raw == "600"


def test_a_top_up_needs_an_act_under_art_48_2(desk: Desk) -> None:
    put(desk, act=replace(recorded(desk).act, path=ActPath.SUFFICIENT))
    editor = TopUpEditor(None, desk)
    editor.total.input.setText("700")
    assert "amending an act under Art. 48(2)" in editor.pool.said
    report = recorded(desk).report
    put(desk, report=replace(report, benefitting=(replace(report.benefitting[0], relocations=None),)), use=())
    unknown = TopUpEditor(None, desk)
    unknown.total.input.setText("5")
    assert unknown.pool.said.startswith("The report gives no number")
    put(desk, report=replace(report, benefitting=()))
    nobody = TopUpEditor(None, desk)
    nobody.total.input.setText("5")
    assert nobody.pool.said.startswith("No pool yet")


# -------------------------------------------------------------------------------------------------------------- raises


def test_willing_states_raise_under_art_48_1(desk: Desk) -> None:
    put(desk, act=replace(recorded(desk).act, path=ActPath.SUFFICIENT), use=(replace(FIRST, persons=400),))
    editor = RaisesEditor(None, desk)
    editor.entries.list.buttons["add"].click()
    assert editor.entries.fields["benefitting"].raw == "EL"
    assert "How many persons" in editor.entries.problem
    editor.entries.fields["relocations"].input.setText("25")  # type: ignore[attr-defined]
    editor.entries.list.buttons["add"].click()
    assert editor.entries.fields["code"].raw == "EE"
    editor.entries.fields["relocations"].input.setText("40")  # type: ignore[attr-defined]
    assert editor.consequences.summary.startswith("Voluntary raises 0 → 65 persons: 2 contributions change")
    figures = {line.name: [shift.words for shift in line.shifts] for line in editor.consequences.table.lines}
    assert figures["Greece: pool"] == ["480 → 545 (+65)"]
    take(editor)
    assert recorded(desk).raises == (Raise("BE", "EL", 25), Raise("EE", "EL", 40))


def test_raises_are_refused_under_art_48_2(desk: Desk) -> None:
    put(desk, raises=(Raise("DK", "EL", 5, None, "as it came"),))
    editor = RaisesEditor(None, desk, "IT")
    assert [raw["code"] for raw in editor.entries.held] == ["DK"]
    editor.entries.list.buttons["add"].click()
    editor.entries.fields["relocations"].input.setText("1")  # type: ignore[attr-defined]
    assert "under Art. 48(1) alone" in editor.consequences.summary
    assert not editor.accept_button.isEnabled()
    for _line in range(2):
        editor.entries.list.buttons["delete"].click()
    take(editor)
    assert recorded(desk).raises == ()


# ------------------------------------------------------------------------------------------------------------ requests


def test_a_late_request_is_taken_with_a_warning(desk: Desk) -> None:
    editor = CallsEditor(None, desk)
    editor.entries.list.buttons["add"].click()
    assert "needs the day of its receipt" in editor.entries.problem
    day = editor.entries.fields["requested"]
    day.input.setText("2027-03-06")  # type: ignore[attr-defined]
    # Two weeks after Saturday 20 February end on 6 March: in time, and two weeks more are until 20 March.
    assert "in time" in editor.consequences.summary
    assert f"20{HARD}March{HARD}2027" in editor.consequences.summary
    day.input.setText("2027-03-07")  # type: ignore[attr-defined]
    assert "late: the two weeks ended" in editor.consequences.summary
    editor.entries.fields["needs"].put("Two ships")
    editor.entries.fields["needs"].edited.emit()
    take(editor)
    assert recorded(desk).calls == (Call("EL", date(2027, 3, 7), "Two ships"),)
    assert [finding.rule for finding in desk.assessment.findings].count("P610-49-1") == 1
    again = CallsEditor(None, desk)
    again.entries.list.buttons["delete"].click()
    assert again.consequences.summary.startswith("Request removed")


# ------------------------------------------------------------------------------------------------- pressure and forum


def test_the_bridge_is_said_in_words(desk: Desk) -> None:
    editor = PressureEditor(None, desk)
    assert editor.open_words.text().startswith("No procedure of migratory pressure")
    editor.state.put("EL")
    editor.reported.input.setText("2027-04-01")
    assert "until the act of Art. 53" in editor.open_words.text()
    editor.adopted.input.setText("2027-03-31")
    assert "cannot be before it" in editor.adopted.said
    editor.adopted.input.setText("2027-06-01")
    assert "nothing more is drawn for Greece (Art. 49(3))" in editor.open_words.text()
    take(editor)
    assert recorded(desk).pressure_act == BRIDGE
    again = PressureEditor(None, desk)
    again.reported.input.clear()
    assert "No report is recorded" in again.open_words.text()
    again.adopted.input.clear()
    assert again.consequences.summary.startswith("Procedure of migratory pressure taken out")
    take(again)
    assert recorded(desk).pressure_act is None


def test_the_forum_is_called_in_one_step(alarmed: Desk) -> None:
    editor = ConveneEditor(None, alarmed)
    assert editor.opened.value == date(2027, 3, 1)
    assert editor.reason.value == f"80.00{HARD}% of the pool of Greece used: 384 of 480"
    assert "a top-up may follow" in editor.consequences.summary
    editor.ended.input.setText("2027-02-28")
    assert "cannot end before that" in editor.ended.said
    editor.ended.input.clear()
    take(editor)
    assert recorded(alarmed).rounds == (
        Round("pool-1", RoundKind.POOL_USED, editor.reason.value, date(2027, 3, 1), None, "EL"),
    )
    again = ConveneEditor(None, alarmed, "IT")
    assert again.name.value == "pool-2"
    assert again.pool.said.startswith("80 % of this pool is not used yet")
    again.name.input.setText("pool-1")
    assert "is taken" in again.name.said
    again.name.input.clear()
    assert "needs a short name" in again.name.said
    again.opened.input.clear()
    assert again.opened.said.startswith("A session needs its day")
    again.pool.input.setCurrentIndex(0)
    assert again.reason.value == f"80.00{HARD}% of the pool of Greece used: 384 of 480"


def test_editors_without_a_pool(desk: Desk) -> None:
    put(desk, report=replace(recorded(desk).report, benefitting=()), use=())
    assert ConveneEditor(None, desk).pool.said.startswith("No pool yet")
    for editor in (CallsEditor(None, desk), RaisesEditor(None, desk)):
        editor.entries.list.buttons["add"].click()
        assert "No pool yet" in editor.entries.problem


def test_what_a_draw_lacks_is_said_once_it_is_to_be_taken(desk: Desk, shown: Show) -> None:
    editor = DrawEditor(None, desk, "EL")
    editor.resize(700, 300)
    shown(editor)
    assert not editor.risk.isEnabled()
    assert "Only where the pool is used for another state" in editor.risk.said
    editor.date.input.setText("2027-06-02")
    editor.note.input.setFocus()
    QTest.keyClick(editor.note.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.persons.said == "How many persons are drawn?"
    assert editor.persons.input.hasFocus()
    QTest.keyClicks(editor.persons.input, "10")
    assert not editor.persons.is_wrong
    QTest.keyClick(editor.persons.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.assessment.forum.search_and_rescue.use[-1].persons == 10


def test_the_procedure_of_pressure_names_its_state(desk: Desk, shown: Show) -> None:
    editor = PressureEditor(None, desk)
    shown(editor)
    editor.reported.input.setText("2027-04-01")
    assert editor.consequences.summary.startswith("Migratory pressure on every state of disembarkation: report of 1")
    editor.state.input.setCurrentText("Greece")
    assert editor.consequences.summary.startswith("Migratory pressure on Greece: report of 1")
