"""The act with what it fixes beside it, and the ledger of earlier contributions with what counts and why not."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.calc.changes import ChooseReading, ReplaceForum
from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.forum import Forum
from desktop_app.calc.migratory_pressure import Credit, PressureReport, PressureResponseAct, TypesSet
from desktop_app.calc.pressure_plans import TypeShares
from desktop_app.views.desk import Desk
from desktop_app.views.pressure.act import PressureActEditor
from desktop_app.views.pressure.credits import CreditsEditor
from tests.views.editor_desks import Show
from tests.views.pressure.typing_in import lines, plain, type_over

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_what_the_act_fixes_stands_beside_it(desk: Desk, shown: Show) -> None:
    editor = PressureActEditor(None, desk)
    shown(editor)
    # Germany 300 + 30/7 − 40 credited = 264 2/7, four to one; France 105 5/7 and 300 by measures; Sweden 90, less 20
    # of sponsorship credited of what it owes none.
    assert lines(editor.fixed.list) == [
        ("Germany", "in time", "300", "203", "61", "0", "0", "takes over +4.29; credited −40"),
        ("Greece", "not asked", "200", "–", "–", "–", "–", ""),
        ("France", "in time", "400", "106", "0", "0", "300", "measures −10 (adjusted down); takes over +5.71"),
        ("Sweden", "in time", "100", "90", "0", "0", "0", "10 % reduction −10"),
        ("Contributing states", "", "800", "399", "61", "0", "300", ""),
    ]
    assert plain(editor.fixed.words.text()) == (
        "The act fixes 760 of the 800 persons asked of contributing states; 40 are credited."
    )
    assert plain(editor.fixed.verdict.text()) == "30 % test, reading A: 30.00 %, not more than 30 %."
    assert plain(editor.due.text()).startswith("Act on the pressure response by 24 March 2027 (Art. 53(1)): done on")


def test_an_urgent_act_ends_within_a_year(desk: Desk, shown: Show) -> None:
    editor = PressureActEditor(None, desk)
    shown(editor)
    assert editor.ends.said == "Empty: its end is not said."
    editor.urgent.input.setChecked(True)
    assert plain(editor.ends.said) == "Empty: until 19 March 2028, one year after adoption (Art. 53(5))."
    type_over(editor.ends.input, "2028-03-20")
    assert plain(editor.ends.said) == (
        "An urgent act applies for at most one year (Art. 53(5)): until 19 March 2028, or without urgency."
    )
    assert not editor.accept_button.isEnabled()
    type_over(editor.ends.input, "2027-03-18")
    assert editor.ends.said.startswith("The act would end before it is adopted")
    type_over(editor.ends.input, "2028-03-19")
    type_over(editor.reported.input, "2027-01-01")
    assert editor.reported.said.startswith("The report would come before the act of")
    type_over(editor.reported.input, "2028-04-19")
    summary = plain(editor.consequences.summary)
    assert summary.startswith("Urgency procedure, applies until 19 March 2028 and report on the implementation")
    QTest.keyClick(editor.ends.input, Qt.Key.Key_Return, CONTROL)
    act = desk.assessment.forum.migratory_pressure.act
    assert act == PressureResponseAct(date(2027, 3, 19), None, True, date(2028, 3, 19), None, (), date(2028, 4, 19))
    again = PressureActEditor(None, desk)
    shown(again)
    type_over(again.adopted.input, "")
    assert again.reported.said.startswith("A report on the implementation of an act that is not adopted")
    type_over(again.reported.input, "")
    type_over(again.ends.input, "")
    assert again.ends.said == "Empty: at most one year after adoption."
    assert again.consequences.summary.startswith("Adoption taken back, end not said and report on the implementation")


def test_types_are_set_for_states_without_a_plan_alone(desk: Desk, shown: Show, small: Forum) -> None:
    recorded = replace(small.migratory_pressure, plans=small.migratory_pressure.plans[:2])
    assert desk.apply(ReplaceForum(replace(small, migratory_pressure=recorded), "Sweden without a plan"))
    editor = PressureActEditor(None, desk)
    shown(editor)
    types, fields = editor.types, editor.types.fields
    QTest.keyClick(types, Qt.Key.Key_Insert)
    assert types.held[0]["code"] == "SE"
    type_over(fields["applicants"].input, "60")  # type: ignore[attr-defined]  # a line
    for typed, said in (("39.9", "99.9"), ("40.1", "100.1")):
        type_over(fields["sponsorship"].input, typed)  # type: ignore[attr-defined]  # a line
        assert (
            fields["beneficiaries"].said == f"The shares total {said} %, not 100 % (Art. 53(2)): correct one of them."
        )
    type_over(fields["sponsorship"].input, "140")  # type: ignore[attr-defined]  # a line
    assert fields["sponsorship"].said == "A share is at most 100 %."
    type_over(fields["sponsorship"].input, "40")  # type: ignore[attr-defined]  # a line
    assert types.problem == ""
    for code, said in (
        ("DE", "Germany has a plan that counts: its own types stand (Art. 53(2))."),
        ("EL", "Greece benefits and is not asked (Art. 52(1)): choose another state."),
        ("IT", "Italy takes no part in the key: choose another state."),
    ):
        fields["code"].put(code)
        fields["code"].edited.emit()
        assert fields["code"].said.startswith(said)
    fields["code"].put("SE")
    fields["code"].edited.emit()
    QTest.keyClick(types, Qt.Key.Key_Insert)
    assert types.problem != ""
    QTest.keyClick(types.list.list, Qt.Key.Key_Delete)
    assert plain(editor.consequences.summary).startswith("Types set for Sweden")
    # 60 % and 40 % of Sweden's 100, less the 20 that its support plan delivered.
    assert lines(editor.fixed.list)[3][:6] == ("Sweden", "missing", "100", "60", "20", "0")
    QTest.keyClick(editor.adopted.input, Qt.Key.Key_Return, CONTROL)
    act = desk.assessment.forum.migratory_pressure.act
    assert act.types_set == (TypesSet("SE", TypeShares(Fraction(60), Fraction(40))),)


def test_without_a_report_what_the_act_fixes_is_open(desk: Desk, shown: Show, small: Forum) -> None:
    bare = replace(small.migratory_pressure, report=PressureReport(), forum_ended=None)
    assert desk.apply(ReplaceForum(replace(small, migratory_pressure=bare), "No report"))
    editor = PressureActEditor(None, desk)
    shown(editor)
    assert editor.fixed.words.text().startswith("What the act fixes is open")
    assert editor.fixed.verdict.text() == "30 % test, reading A: open."
    assert editor.due.text().startswith("The last day for plans, or the end of the forum, starts the two weeks")


# ------------------------------------------------------------------------------------------------------------- credits


def test_each_earlier_contribution_says_whether_it_counts(desk: Desk, shown: Show) -> None:
    editor = CreditsEditor(None, desk)
    shown(editor)
    assert lines(editor.panel.list) == [
        ("Germany", "Greece", "40", "2026", "relocation of applicants; ledger", "counts"),
        (
            "France",
            "Greece",
            "10",
            "2026",
            "relocation of applicants; ledger",
            "of own initiative, without a request under Art. 56(1)",
        ),
        (
            "Sweden",
            "Greece",
            "20",
            "2026-09-01",
            "return sponsorship; support plan SP-1",
            "counts, but takes nothing off: no return sponsorship is owed",
        ),
        ("Taken off Germany: 40 relocation of applicants",),
        ("Counts: 60 of 70; 40 taken off; 20 more than is owed of their type take nothing off",),
    ]
    editor.reject()
    assert desk.apply(ChooseReading("credit", "any-voluntary"))
    again = CreditsEditor(None, desk)
    shown(again)
    assert lines(again.panel.list)[1][-1] == "counts"
    assert "every voluntary contribution, also of own initiative" in again.panel.words.text()


def test_a_contribution_is_entered_in_the_ledger(desk: Desk, shown: Show) -> None:
    editor = CreditsEditor(None, desk)
    shown(editor)
    QTest.keyClick(editor.entries, Qt.Key.Key_Insert)
    fields = editor.entries.fields
    assert editor.entries.problem.endswith("Say how many persons were given: more than 0, or delete the line.")
    fields["code"].put("SE")
    fields["code"].edited.emit()
    type_over(fields["persons"].input, "7")  # type: ignore[attr-defined]  # a line
    type_over(fields["given"].input, "2025-12-31")  # type: ignore[attr-defined]  # a line
    assert plain(fields["given"].said).startswith("The day is not in 2026")
    type_over(fields["year"].input, "")  # type: ignore[attr-defined]  # a line
    assert editor.entries.problem == ""
    fields["benefitting"].put("SE")
    fields["benefitting"].edited.emit()
    assert fields["benefitting"].said == "Sweden cannot have helped itself: choose who was helped."
    fields["benefitting"].put(None)
    fields["benefitting"].edited.emit()
    assert ("Sweden", "Greece", "7", "2025-12-31") in [line[:4] for line in lines(editor.panel.list)]
    assert "not of the year before the act, 2026" in [line[-1] for line in lines(editor.panel.list)]
    assert editor.consequences.summary.startswith("Earlier contributions 2 → 3")
    QTest.keyClick(fields["persons"], Qt.Key.Key_Return, CONTROL)
    ledger = desk.assessment.forum.migratory_pressure.credits
    assert Credit("SE", None, ContributionType.APPLICANTS, 7, 2025, date(2025, 12, 31), True, True) in ledger
    assert desk.file.undo_title == "Earlier contributions"


def test_an_empty_ledger_says_so(desk: Desk, shown: Show, small: Forum) -> None:
    bare = replace(
        small, migratory_pressure=replace(small.migratory_pressure, credits=()), solidarity=Forum().solidarity
    )
    assert desk.apply(ReplaceForum(bare, "Nothing given"))
    editor = CreditsEditor(None, desk)
    shown(editor)
    assert lines(editor.panel.list) == [("Nothing is recorded of earlier contributions.",)]
