"""Requests for help, the form of Annex IV, and support plans taken over from another forum."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import SetSolidarity
from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.credits import credit_entries
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.response_plans import ResponseMeasure
from desktop_app.calc.solidarity_record import SolidarityRecord
from desktop_app.calc.support_plans import Delivery, HelpRequest, SupportLine, SupportMeasure, SupportPlan
from desktop_app.views.desk import Desk
from desktop_app.views.fields import ChoiceField, Field
from desktop_app.views.support.plan_editor import SupportPlanEditor
from desktop_app.views.support.requests import RequestsEditor
from desktop_app.views.support.take_over import TakeOverEditor, offered, with_plans
from desktop_app.views.support.window import SupportWindow
from desktop_app.views.support.words import LINES, credits_of, facts_of
from tests.views.editor_desks import Show
from tests.views.table_owner import plain
from tests.views.voluntary_forum import REQUEST, SUPPORT_PLAN, voluntary_forum

APPLICANTS, BORDER, STAYING, SPONSORSHIP = (
    ContributionType.APPLICANTS,
    ContributionType.BORDER_PROCEDURE,
    ContributionType.ILLEGALLY_STAYING,
    ContributionType.SPONSORSHIP,
)
LAST_YEAR = SolidarityRecord((REQUEST,), (SUPPORT_PLAN,))


def _type(field: Field, text: str) -> None:
    line = field.findChild(QLineEdit)
    assert line is not None
    line.setText(text)


def _choose(field: Field, words: str) -> None:
    assert isinstance(field, ChoiceField)
    field.input.setCurrentIndex(field.input.findText(words))


def _editor(desk: Desk, shown: Show, plan: SupportPlan | None = None) -> SupportPlanEditor:
    editor = SupportPlanEditor(None, desk, plan)
    shown(editor)
    return editor


def _record(desk: Desk, record: SolidarityRecord) -> None:
    assert desk.apply(SetSolidarity(record, "Support plans"))


# ------------------------------------------------------------------------------------------------------------- requests


def test_a_request_has_its_day_and_no_associated_state_asks(desk: Desk, shown: Show) -> None:
    editor = RequestsEditor(None, desk)
    shown(editor)
    editor.entries.list.wanted.emit("add")
    fields = editor.entries.fields
    assert fields["notified"].said == "A request needs the day on which the Commission was told."
    _type(fields["notified"], "3.3.2026")
    _choose(fields["benefitting"], "Switzerland (CH), associated")
    assert fields["benefitting"].said.startswith("Art. 56 binds Member States only: Switzerland")
    assert editor.staged is None
    _choose(fields["benefitting"], "Italy (IT)")
    editor.accept()
    assert desk.assessment.forum.solidarity.requests == (HelpRequest("IT", date(2026, 3, 3)),)


# ------------------------------------------------------------------------------------------------- the form of Annex IV


def test_a_new_plan_begins_with_nothing_said_and_is_taken_as_one_step(desk: Desk, shown: Show) -> None:
    _record(desk, SolidarityRecord((REQUEST,)))
    editor = _editor(desk, shown)
    assert (editor.name.raw, editor.benefitting.raw, editor.code.raw, editor.way.raw) == ("SP-1", "", "", "")
    assert editor.consent.said.startswith("Empty: the helped Member State has not consented")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [field.said for field in (editor.benefitting, editor.code, editor.way)] == [
        "Which Member State is helped? Choose it (Art. 56(1)).",
        "Which Member State contributes? Choose it (Art. 56(2)).",
        "Was it asked for? Choose how it is given (Art. 56(1), (2)).",
    ]
    _choose(editor.benefitting, "Italy (IT)")
    _choose(editor.code, "Belgium (BE)")
    assert editor.staged is None
    _choose(editor.way, "on request (Art. 56(1))")
    assert plain(editor.way.said) == "Answers the request of Italy of 2 March 2026."
    assert editor.consent.said.startswith("Empty: Italy has not consented")
    _type(editor.lines[APPLICANTS].persons, "120")
    assert editor.lines[APPLICANTS].timetable.said.startswith("Annex IV asks for the timetable")
    _type(editor.lines[APPLICANTS].minors, "20")
    _type(editor.lines[APPLICANTS].timetable, "until June")
    editor.deliveries.list.wanted.emit("add")
    fields = editor.deliveries.fields
    assert fields["type"].said == "On which line of the form do they stand? Choose it."
    _choose(fields["type"], "Relocation of applicants, not in the border procedure (Art. 45(1)(a))")
    _type(fields["on"], "2.4.2026")
    _type(fields["persons"], "130")
    assert plain(editor.lines[APPLICANTS].title.text()).endswith("130 delivered, more than the line covers")
    _type(fields["persons"], "40")
    editor.measures.list.wanted.emit("add")
    assert editor.fits.said.startswith("Measures must fit the fund's objectives")
    _type(editor.measures.fields["persons_equivalent"], "12.5")
    editor.accept()
    line = SupportLine(APPLICANTS, 120, 20, (), "until June", (Delivery(date(2026, 4, 2), 40),))
    measure = SupportMeasure(ResponseMeasure(None, persons_equivalent=Fraction(25, 2)))
    recorded = desk.assessment.forum.solidarity.support_plans
    assert recorded == (SupportPlan("SP-1", "BE", "IT", on_request=True, lines=(line,), measures=(measure,)),)
    assert desk.file.undo_title == "Support plan SP-1"


@pytest.mark.parametrize(
    ("kind", "field", "typed", "said"),
    [
        (APPLICANTS, "minors", "121", "121 minors are more than the 120 persons of the line (Annex IV)"),
        (BORDER, "minors", "1", "Annex IV has no field for unaccompanied minors on this line"),
        (SPONSORSHIP, "nationalities", "", "Annex IV asks for the nationalities on this line"),
        (SPONSORSHIP, "nationalities", "Syria", "“SYRIA” is not the code of a nationality"),
        (STAYING, "persons", "3", "Annex IV asks for the nationalities on this line"),
    ],
)
def test_what_the_form_may_not_hold_is_refused_at_its_field(
    desk: Desk, shown: Show, kind: ContributionType, field: str, typed: str, said: str
) -> None:
    _record(desk, LAST_YEAR)
    editor = _editor(desk, shown, SUPPORT_PLAN)
    line = editor.lines[kind]
    _type(line.fields[field], typed)
    where = "nationalities" if said.startswith("Annex IV asks") else field
    assert line.fields[where].said.startswith(said)
    assert editor.staged is None
    assert not editor.accept_button.isEnabled()


def test_art_56_binds_member_states_only(desk: Desk, shown: Show) -> None:
    _record(desk, LAST_YEAR)
    editor = _editor(desk, shown, SUPPORT_PLAN)
    _choose(editor.code, "Norway (NO), associated")
    assert editor.code.said == (
        "Art. 56 binds Member States only: Norway, an associated state, pledges under the voluntary mechanism alone. "
        "Choose a Member State."
    )
    _choose(editor.benefitting, "Iceland (IS), associated")
    assert "may only contribute ad hoc" in editor.benefitting.said
    _choose(editor.benefitting, "Italy (IT)")
    _choose(editor.code, "Italy (IT)")
    assert editor.code.said.startswith("Another Member State is helped")
    _choose(editor.code, "Germany (DE)")
    assert editor.staged is None
    _type(editor.name, "")
    assert editor.name.said == "A plan needs a short name, such as SP-1."


def test_only_what_a_person_changes_of_a_plan_is_changed(desk: Desk, shown: Show) -> None:
    odd = replace(
        SUPPORT_PLAN,
        id="SP-2",
        lines=(SupportLine(APPLICANTS), *SUPPORT_PLAN.lines[1:]),
        measures=(SupportMeasure(ResponseMeasure(None, " two ", persons_equivalent=Fraction(25, 2))),),
        on_request=False,
        note=" as it came ",
    )
    _record(desk, SolidarityRecord((), (SUPPORT_PLAN, odd)))
    editor = _editor(desk, shown, odd)
    assert editor.staged is None
    assert not any(field.is_wrong for field in editor.fields.values())
    assert editor.way.said.startswith("Not credited unless the reading says so")
    _choose(editor.way, "on request (Art. 56(1))")
    assert editor.way.said == "No request of Italy is recorded (Forum ▸ Requests for help)."
    _type(editor.name, "SP-1")
    assert editor.name.said == "The name SP-1 is taken: give each plan its own."
    _type(editor.name, "SP-3")
    editor.accept()
    recorded = desk.assessment.forum.solidarity.support_plans
    assert recorded == (SUPPORT_PLAN, replace(odd, id="SP-3", on_request=True))


def test_a_delivery_has_its_day_and_no_minors_of_the_border_procedure(desk: Desk, shown: Show) -> None:
    _record(desk, LAST_YEAR)
    editor = _editor(desk, shown, SUPPORT_PLAN)
    entries = editor.deliveries
    entries.list.wanted.emit("add")
    fields = entries.fields
    assert "its year is that of the credit (Art. 53(4))" in fields["on"].said
    assert fields["persons"].said.startswith("How many persons were delivered?")
    _type(fields["on"], "2026-07-01")
    _type(fields["persons"], "5")
    _type(fields["minors"], "6")
    assert fields["minors"].said.startswith("More minors than persons delivered")
    _choose(fields["type"], "Relocation of applicants in the border procedure (Art. 45(2)(a))")
    assert fields["minors"].said.startswith("Annex IV has no field for unaccompanied minors")
    assert editor.staged is None
    _type(fields["minors"], "")
    editor.measures.list.wanted.emit("add")
    _type(editor.measures.fields["value"], "12.900")
    assert editor.staged is None
    _type(editor.measures.fields["value"], "1m")
    assert editor.measures.list.list.item(1).text().endswith("intended · lacks amount, scope and nature, timetable")
    assert editor.staged is not None


# ------------------------------------------------------------------------------------------ what last year's delivered


def test_deliveries_of_last_year_become_credits_as_one_step(desk: Desk, shown: Show) -> None:
    before = PressureAssessment.of(desk.assessment).row("DE").relocations
    editor = TakeOverEditor(None, desk, "Voluntary 2026.forum", LAST_YEAR)
    shown(editor)
    assert [plain(box.text()) for box in editor.plans.boxes.values()] == [
        "SP-1: Germany → Italy, 150 persons, 40 delivered, 1 measure"
    ]
    editor.accept()
    forum = desk.assessment.forum
    assert forum.solidarity == LAST_YEAR
    assert [(each.counts, each.credit.persons) for each in credit_entries(forum)] == [(True, 40)]
    # Half of the key is Germany's, 400 of 800 asked; 40 applicants were relocated in 2026.
    assert (before, PressureAssessment.of(desk.assessment).row("DE").relocations) == (400, 360)
    assert desk.file.undo_title == "1 support plan taken over from Voluntary 2026.forum"
    assert desk.undo()
    assert desk.assessment.forum.solidarity == SolidarityRecord()


def test_plans_that_are_here_are_left_out_and_names_stay_apart() -> None:
    renamed = replace(SUPPORT_PLAN, id="mine")
    other = replace(SUPPORT_PLAN, reference="DE-IT-2")
    there = SolidarityRecord((REQUEST,), (SUPPORT_PLAN, replace(other, id="SP-2")))
    assert offered(SolidarityRecord((), (renamed,)), there) == there.support_plans[1:]
    here = SolidarityRecord((), (other,))
    merged = with_plans(here, there, there.support_plans)
    assert [plan.id for plan in merged.support_plans] == ["SP-1", "SP-1 (2)", "SP-2"]
    assert merged.requests == (REQUEST,)
    own = replace(SUPPORT_PLAN, on_request=False)
    assert with_plans(merged, there, [own]).requests == (REQUEST,)
    assert with_plans(here, there, [own]).requests == ()


def test_nothing_chosen_takes_nothing(desk: Desk, shown: Show) -> None:
    editor = TakeOverEditor(None, desk, "x.json", LAST_YEAR)
    shown(editor)
    editor.plans.boxes["SP-1"].setChecked(False)
    assert editor.staged is None


# ----------------------------------------------------------------------------------------------------------- the window


def test_the_window_says_how_far_each_plan_is_and_what_is_credited(desk: Desk, qtbot: QtBot) -> None:
    second = replace(
        SUPPORT_PLAN, id="SP-2", reference=None, code="FR", consent=None, lines=SUPPORT_PLAN.lines[1:], measures=()
    )
    _record(desk, SolidarityRecord((REQUEST,), (SUPPORT_PLAN, second)))
    window = SupportWindow(None)
    qtbot.addWidget(window)
    window.show_desk(desk)
    window.show()
    lines = [plain(" | ".join(cell.text for cell in each.line.cells)) for each in window.shown]
    assert lines[0].removesuffix("counts with 40 persons") == (
        "SP-1 (DE-IT-1) | Germany | Italy | on request | 20 March 2026 | 150 | 40 | 1 | in part | "
    )
    assert lines[1:] == [
        "SP-2 | France | Italy | on request | not yet | 30 | 0 | – | intended | ",
        "Together |  |  |  |  | 180 | 40 | 1 |  | ",
    ]
    assert [plain(label.text()) for label in window.facts if not label.isHidden()] == [
        "Given on request (Art. 56(1)); Italy consented on 20 March 2026.",
        "Measures: 1, 1 of them delivered, EUR 500 000; they fit the fund.",
        "Counts with 40 persons (Art. 53(4)).",
    ]
    assert [line.copied.replace("\u00a0", " ") for line in window.form.lines] == [
        "\t".join((LINES[APPLICANTS], "120", "20", "", "until June", "40", "40 on 2 April 2026")),
        "Return sponsorship (Art. 45(1)(b))\t30\t–\tAF, SY\tin eight months\t0\t",
        "Capacity building (asylum, reception, return): 2 units\t–\t\t\tJune\tyes\t1 June 2026",
    ]
    window.go_to_state("FR")
    assert window.place == 1
    assert "Italy has not consented: the plan cannot be final" in window.facts[0].text()
    actions = window.bar.actions_by_name
    assert all(actions[name].isEnabled() for name in ("add", "change", "remove", "take_over", "print_forms", "copy"))
    # The sums are no plan: nothing to change.
    window.go_to_row(2)
    assert [name for name, action in actions.items() if not action.isEnabled()] == ["change", "remove"]
    window.copy()
    assert plain(QApplication.clipboard().text()).splitlines()[1].startswith("SP-1 (DE-IT-1)\tGermany")
    _record(desk, SolidarityRecord())
    window.refresh()
    assert window.empty.isVisible()
    assert not actions["print_forms"].isEnabled()
    assert window.help_topic() == ("migratory-pressure", "Requests for help and support plans")


def test_a_voluntary_forum_says_what_could_be_credited_in_the_year_after() -> None:
    forum = replace(voluntary_forum(), solidarity=LAST_YEAR)
    assert credits_of(forum) == {"SP-1": "could be credited: 40 in 2027"}
    own = replace(SUPPORT_PLAN, on_request=False)
    undated = replace(SUPPORT_PLAN, id="SP-2", lines=(SupportLine(STAYING, 3, deliveries=(Delivery(None, 3),)),))
    asked = replace(SUPPORT_PLAN, id="SP-3", consent=None)
    forum = replace(forum, solidarity=SolidarityRecord((), (own, undated, asked)))
    assert credits_of(forum) == {
        "SP-1": "own initiative: credited only if the reading says so",
        "SP-2": "not of a type or day that is credited",
        "SP-3": "not before the helped state consents",
    }


def test_a_plan_that_was_not_credited_says_why(desk: Desk) -> None:
    own = replace(SUPPORT_PLAN, on_request=False, fits_fund=False)
    _record(desk, SolidarityRecord((), (own,)))
    facts = [plain(said.text) for said in facts_of(desk.assessment.forum, own)]
    assert facts[0] == "Given of own initiative (Art. 56(2)); Italy consented on 20 March 2026."
    assert facts[1].endswith("it is not said that they fit the fund (Art. 56(2)).")
    assert facts[2].startswith("Not credited: of own initiative, without a request under Art. 56(1)")
