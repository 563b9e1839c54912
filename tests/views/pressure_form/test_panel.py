"""The form of Annex II: typed, refused at the field, taken, revised."""

from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.calc.changes import SetPressureReport
from desktop_app.calc.contribution_types import SponsorshipActivity
from desktop_app.calc.pressure_plans import TypeShares
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind
from desktop_app.views.theme import legible
from tests.views.pressure_form.conftest import Hands
from tests.views.pressure_form.forums import GERMANY

Key = Qt.Key


def here() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def total(hands: Hands) -> str:
    return hands.page.total.text().replace("\u00a0", " ")


def test_shares_are_taken_only_when_they_total_a_hundred(hands: Hands) -> None:
    hands.type("applicants", "79.9")
    assert total(hands).startswith("Total 99.9 %: 0.1 % missing.")
    assert hands.says("sponsorship") == (
        "The shares total 99.9 %, 0.1 % missing: they must total 100 % exactly (Art. 52(3), Annex II)."
    )
    hands.take()
    # Not taken, and nothing is lost: the draft stays.
    assert hands.plans("DE") == (GERMANY,)
    assert hands.panel.drafts.of("DE", "plan.0") is not None
    hands.type("applicants", "80.1")
    assert "0.1 % too much" in hands.says("sponsorship")
    hands.type("applicants", "75")
    hands.type("beneficiaries", "rest")
    assert hands.says("beneficiaries") == "100 − 95 % of the others = 5 %"
    assert total(hands) == "Total 100 %: all persons are shared out."
    hands.take()
    assert hands.plans("DE")[0].shares == TypeShares(Fraction(75), Fraction(20), Fraction(5))
    assert hands.panel.drafts.of("DE", "plan.0") is None


def test_nationalities_come_from_the_reports_list(hands: Hands) -> None:
    hands.type("nationalities", "IR")
    assert hands.says("nationalities") == (
        "IR is not in the report's list, AF, SY (Art. 52(3), Annex II, footnote 3): choose from it."
    )
    hands.take()
    assert hands.plans("DE") == (GERMANY,)
    hands.type("nationalities", "")
    assert "at least one nationality" in hands.says("nationalities")
    chip = hands.page.nationalities.chips["AF"]
    chip.setFocus()
    hands.press(Key.Key_Space)
    assert (hands.page.nationalities.raw, legible(chip.text())) == ("AF", legible("✓ AF"))
    hands.take()
    assert hands.plans("DE")[0].nationalities == ("AF",)
    hands.press(Key.Key_Space)
    assert hands.page.nationalities.raw == ""


def test_sponsorship_consists_of_at_least_one_activity(hands: Hands) -> None:
    box = hands.page.activities.boxes[SponsorshipActivity.COUNSELLING]
    box.setFocus()
    hands.press(Key.Key_Space)
    assert "Art. 55(4)" in hands.says("activities")
    hands.page.activities.boxes[SponsorshipActivity.TRAVEL_DOCUMENT].setFocus()
    hands.press(Key.Key_Space)
    hands.take()
    assert hands.plans("DE")[0].activities == (SponsorshipActivity.TRAVEL_DOCUMENT,)


def test_minors_are_no_more_than_their_line(hands: Hands) -> None:
    # 80 % of 400.
    hands.type("minors_applicants", "321")
    assert "the 320 applicants that they are part of" in hands.says("minors_applicants")
    hands.type("minors_applicants", "320")
    assert hands.says("minors_applicants") == "320 persons"
    hands.type("minors_beneficiaries", "1")
    assert "of whom there are none" in hands.says("minors_beneficiaries")
    hands.take()
    assert hands.plans("DE") == (GERMANY,)


def test_measures_are_those_that_the_report_names(hands: Hands) -> None:
    hands.type("covered", "50%")
    assert hands.says("covered") == "50 % of the share of 400 = 200 persons"
    line = hands.page.lines[ResponseMeasureKind.THIRD_COUNTRY]
    assert "this line stays empty (Art. 52(2))" in line.named.text()
    line.list.buttons["add"].click()
    QTest.keyClicks(here(), "teams")
    assert "The report does not name such measures (Art. 52(2)" in line.amount.said
    hands.take()
    assert hands.plans("DE") == (GERMANY,)
    line.list.buttons["delete"].click()
    named = hands.page.lines[ResponseMeasureKind.CAPACITY]
    named.list.buttons["add"].click()
    for field, text in (("amount", "two units"), ("description", "beds"), ("timetable", "by June")):
        named.fields[field].setFocus()
        QTest.keyClicks(here(), text)
    named.equivalent.input.setText("200")
    assert "In proportion" in hands.page.covered_said.text()
    hands.page.reference.setFocus()
    hands.take()
    plan = hands.plans("DE")[0]
    units = ResponseMeasure(ResponseMeasureKind.CAPACITY, "two units", "beds", "by June", Fraction(200))
    assert (plan.covered, plan.measures) == (Fraction(200), (units,))


def test_no_more_is_covered_than_the_share(hands: Hands) -> None:
    hands.type("covered", "400.01")
    assert "more than the Member State's whole share, 400 persons (Art. 52(2))" in hands.says("covered")


def test_a_reduction_is_for_who_delivers_persons(hands: Hands) -> None:
    assert "is not reached" in hands.page.reduction_said.text()
    hands.panel.show_state("SE")
    assert "may ask" in hands.page.reduction_said.text()
    box = hands.page.reduction_requested
    box.setFocus()
    hands.press(Key.Key_Space)
    hands.type("covered", "10")
    assert "only who does may ask (Art. 52(5))" in hands.says("reduction_requested")
    hands.type("applicants", "100")
    hands.type("average_shown", "0.0040")
    assert "The same as the one worked out here." in hands.page.average_said.text()
    hands.take()
    (plan,) = hands.plans("SE")
    assert (plan.reduction_requested, plan.average_shown) == (True, Fraction(4, 1000))
    assert hands.desk.pressure.row("SE").reduction == -10


def test_in_the_forum_types_change_and_a_part_covered_is_asked_about(hands: Hands) -> None:
    hands.panel.show_state("FR")
    hands.panel.revise()
    assert hands.panel.title == "France (FR), (Rev) 1"
    assert hands.page.applicants.input.hasFocus()
    hands.type("applicants", "50")
    hands.type("beneficiaries", "50")
    hands.type("covered", "90")
    assert hands.page.covered_said.text().startswith("Warning: it was 60. In the forum only the type may change")
    hands.take()
    first, latest = hands.plans("FR")
    assert [first.covered, latest.covered] == [60, 90]
    assert latest.shares == TypeShares(Fraction(50), Fraction(0), Fraction(50))
    hands.panel.remove_latest()
    assert len(hands.plans("FR")) == 1


def test_the_panel_opens_where_a_finding_points(hands: Hands) -> None:
    for column, field in (("minors", "minors_applicants"), ("average", "average_shown"), ("covered", "covered")):
        hands.panel.open_at(column)
        assert hands.page.fields[field].isAncestorOf(here())
    hands.panel.open_at("measures")
    assert hands.page.lines[ResponseMeasureKind.CAPACITY].list.buttons["add"].hasFocus()


def test_who_only_reads_changes_nothing(hands: Hands) -> None:
    hands.panel.set_read_only(True)
    assert not hands.page.nationalities.chips["AF"].isEnabled()
    assert hands.page.applicants.input.isReadOnly()


def test_another_report_offers_other_nationalities(hands: Hands) -> None:
    recorded = hands.desk.pressure.forum.migratory_pressure.report
    assert hands.desk.apply(SetPressureReport(replace(recorded, nationalities=("SY", "TN")), ()))
    assert list(hands.page.nationalities.chips) == ["SY", "TN"]
    hands.panel.set_scale(2.0)
    assert hands.desk.apply(SetPressureReport(replace(recorded, nationalities=()), ()))
    assert hands.page.nationalities.chips == {}
