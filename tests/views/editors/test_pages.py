"""The pages of the panel, each typed into and taken: what is shown before, and what the file holds after."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtWidgets import QLabel

from desktop_app.calc.changes import PledgeColumn as Type
from desktop_app.calc.changes import RecordMeasures, RecordPledge, SetPool
from desktop_app.calc.forum import (
    AlternativeMeasure,
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    Flag,
    MeasureKind,
    PressureBasis,
    RequestContent,
)
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.said import Certainty, OriginalAmount, Said
from desktop_app.views.desk import Desk
from desktop_app.views.editors.pages.base import Words
from desktop_app.views.editors.pages.deductions import DeductionsPage
from desktop_app.views.editors.pages.measures import MeasuresPage
from desktop_app.views.editors.pages.said import SaidPage
from tests.views.editors.conftest import Hands, Key, Modifier

REPORTED = AlternativeMeasure("Support reported by the Minister, about EUR 280 000", MeasureKind.OTHER, 28_000_000)

#: The offscreen platform shows what is offered all the same.
_OFFERS = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")


def desk(hands: Hands) -> Desk:
    assert hands.window.desk is not None
    return hands.window.desk


def words(hands: Hands) -> str:
    shown = [label.text() for label in hands.page.findChildren(Words) if label.isVisibleTo(hands.page)]
    return "\n".join(shown).replace("\xa0", " ").replace("\u202f", " ")


# ------------------------------------------------------------------------------------------------------------ measures


def measures(hands: Hands, code: str = "EE") -> MeasuresPage:
    hands.go(code, "alternative")
    hands.control(Key.Key_M)
    page = hands.page
    assert isinstance(page, MeasuresPage)
    return page


def lines(page: MeasuresPage | DeductionsPage) -> list[str]:
    shown = [page.list.list.item(number).text() for number in range(page.list.list.count())]
    return [text.replace("\xa0", " ") for text in shown]


def test_a_second_measure_is_added_by_keyboard_alone(hands: Hands) -> None:
    page = measures(hands)
    hands.press(Key.Key_Insert)
    hands.type("Two experts for three months")
    hands.to("value")
    hands.type("120k")
    hands.to("kind")
    hands.type("sta")
    hands.to("identified")
    hands.type("no")
    hands.press(Key.Key_Down)
    hands.to("method")
    hands.type("day rates")
    assert lines(page) == [
        "1. EUR 280 000 · Support reported by the Minister, about EUR 280 000",
        "2. EUR 120 000 · Two experts for three months",
    ]
    # 400 000 at EUR 20 000 each.
    assert "Together EUR 400 000, equal to 20 relocations" in words(hands)
    assert "EUR 280 000 → EUR 400 000" in hands.effect
    assert hands.recorded("EE").pledge.alternative == (REPORTED,)
    hands.control(Key.Key_Return)
    added = AlternativeMeasure("Two experts for three months", MeasureKind.STAFF, 12_000_000, "day rates")
    recorded = hands.recorded("EE").pledge.measures
    assert recorded[0] == REPORTED
    assert replace(recorded[1], identified_in_proposal=None) == added
    assert hands.undo == "&Undo Estonia: 2 alternative measures, EUR 400 000"


def test_measures_are_duplicated_moved_and_deleted_from_the_list(hands: Hands) -> None:
    page = measures(hands)
    hands.press(Key.Key_Insert, modifier=Modifier.ControlModifier)
    hands.type("Copied")
    page.list.setFocus()
    hands.press(Key.Key_Up, modifier=Modifier.AltModifier)
    assert [text.partition(" · ")[2][:6] for text in lines(page)] == ["Copied", "Suppor"]
    hands.press(Key.Key_Up, modifier=Modifier.AltModifier)
    hands.press(Key.Key_Down, modifier=Modifier.AltModifier)
    assert page.list.current == 1
    hands.press(Key.Key_Up)
    assert page.description.raw == REPORTED.description
    hands.press(Key.Key_Delete)
    hands.control(Key.Key_Return)
    assert [each.description for each in hands.recorded("EE").pledge.measures] == ["Copied"]
    page.list.setFocus()
    hands.press(Key.Key_Delete)
    hands.control(Key.Key_Return)
    assert hands.recorded("EE").pledge.alternative is ABSENT


def test_none_and_nothing_recorded_are_reached_too(hands: Hands) -> None:
    page = measures(hands)
    page.standing.setFocus()
    hands.type("Expl")
    assert not page.detail.isVisible()
    hands.control(Key.Key_Return)
    assert hands.recorded("EE").pledge.alternative is None
    page.standing.setFocus()
    hands.press(Key.Key_Home)
    hands.control(Key.Key_Return)
    assert hands.recorded("EE").pledge.alternative is ABSENT
    page.standing.setFocus()
    hands.press(Key.Key_End)
    hands.type("First")
    hands.control(Key.Key_Return)
    assert hands.recorded("EE").pledge.alternative == (AlternativeMeasure("First"),)


def test_a_measure_without_a_value_may_be_recorded_and_blocks(hands: Hands) -> None:
    page = measures(hands)
    hands.press(Key.Key_Insert)
    hands.type("No value yet")
    assert "Every measure needs a value (Art. 57(4))." in words(hands)
    assert lines(page)[1] == "2. no value · No value yet"
    assert "Blocks" in hands.effect
    assert hands.panel.footer.take.isEnabled()


def test_an_amount_that_can_be_read_two_ways_is_refused_at_the_field(hands: Hands) -> None:
    page = measures(hands)
    page.value.setFocus()
    hands.control(Key.Key_A)
    hands.type("12.900")
    assert "This can be meant both ways" in page.value.said
    assert lines(page)[0].startswith("1. to be corrected")
    assert not hands.panel.footer.take.isEnabled()
    hands.control(Key.Key_Return)
    assert hands.recorded("EE").pledge.alternative == (REPORTED,)
    hands.go("LV")
    measures(hands)
    assert page.value.raw == "12.900"


def test_a_measure_said_in_another_currency_is_converted_and_taken_as_the_value(hands: Hands) -> None:
    page = measures(hands)
    page.original.currency.setFocus()
    hands.type("PLN")
    hands.press(Key.Key_Tab)
    hands.type("1m")
    hands.press(Key.Key_Tab)
    hands.type("4,25")
    # 1 000 000 / 4.25 = 235 294.117…
    assert "PLN 1 000 000 ÷ 4.25 = EUR 235 294.12" in words(hands)
    assert "rounded half up to the cent" in words(hands)
    for _ in range(8):
        hands.press(Key.Key_Tab)
        if hands.here is page.original.button:
            break
    hands.press(Key.Key_Space)
    hands.control(Key.Key_Return)
    original = OriginalAmount("PLN", 100_000_000, Fraction(17, 4))
    assert hands.recorded("EE").pledge.alternative == (replace(REPORTED, value_cents=23_529_412, original=original),)


@_OFFERS
def test_a_measure_that_the_proposal_names_is_offered_and_identified(hands: Hands) -> None:
    pool = replace(desk(hands).assessment.forum.pool, named_measures=("Interpreters", "Reception kits"))
    desk(hands).apply(SetPool(pool, desk(hands).assessment.forum.shares_status))
    page = measures(hands)
    hands.press(Key.Key_Insert)
    hands.type("Reception kits")
    assert page.identified.value is True
    hands.to("value")
    hands.type("1m")
    hands.control(Key.Key_Return)
    assert hands.recorded("EE").pledge.measures[1].identified_in_proposal is True


def test_ten_measures_stay_in_reach(hands: Hands) -> None:
    ten = tuple(AlternativeMeasure(f"Number {number}", None, number * 100) for number in range(1, 11))
    desk(hands).apply(RecordMeasures("NL", ten))
    page = measures(hands, "NL")
    hands.press(Key.Key_End)
    assert page.description.raw == "Number 10"
    assert page.list.list.height() < hands.panel.height() // 3
    hands.press(Key.Key_Return)
    assert page.description.isAncestorOf(hands.here)


# ---------------------------------------------------------------------------------------------------------- deductions


def deductions(hands: Hands, code: str) -> DeductionsPage:
    hands.go(code)
    hands.control(Key.Key_D)
    page = hands.page
    assert isinstance(page, DeductionsPage)
    return page


def test_a_deduction_is_requested_by_keyboard_alone(hands: Hands) -> None:
    page = deductions(hands, "BG")
    assert "No deduction is recorded." in [label.text() for label in page.findChildren(QLabel)]
    hands.press(Key.Key_Space)
    assert lines(page) == ["1. Art. 62, full, announced"]
    assert "Art. 62 is open: the Commission found a significant migratory situation." in words(hands)
    hands.to("stage")
    hands.type("req")
    hands.to("full")
    hands.type("part")
    hands.to("relocations")
    hands.type("120")
    hands.to("requested")
    hands.type("27.11.2025")
    # Four weeks end on Thursday 25 December; the day of this check is that of the adoption, 22 December.
    assert "Assessment due by Friday 26 December 2025 (Art. 62(4)): four weeks end on 25 December 2025" in words(hands)
    assert "25 December 2025 (official holiday) (Art. 75(d))" in words(hands)
    assert "On 22 December 2025, the day of this check: 4 days left." in words(hands)
    assert "Art. 62 asks for 4 things; nobody has looked yet." in words(hands)
    hands.to("looked")
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Space)
    assert "Art. 62 asks for 4 things: 3 are missing." in words(hands)
    hands.control(Key.Key_Return)
    assert hands.recorded("BG").deductions == (
        Deduction(
            DeductionBasis.ARTICLE_62,
            DeductionStage.REQUESTED,
            DeductionAmounts(120),
            requested=date(2025, 11, 27),
            contents=(RequestContent.STABILISE,),
        ),
    )
    assert hands.undo == "&Undo Bulgaria: deduction, requested"


@pytest.mark.parametrize(
    ("code", "basis", "declared", "says", "contents"),
    [
        ("IT", DeductionBasis.ARTICLE_61, False, "Art. 61 prescribes nothing", []),
        ("LV", DeductionBasis.ARTICLE_61, False, "Art. 61 needs migratory pressure", []),
        (
            "LV",
            DeductionBasis.ARTICLE_61,
            True,
            "Art. 61 asks for 4 things",
            ["how", "whether", "how", "substantiated"],
        ),
        ("LV", DeductionBasis.ARTICLE_62, False, "Art. 62 needs a significant", ["how", "whether", "how", "reasoning"]),
        (
            "LV",
            DeductionBasis.ARTICLE_62,
            True,
            "Art. 62 asks for 5 things",
            ["how", "whether", "how", "reasoning", "reasoning"],
        ),
    ],
)
def test_what_is_asked_for_follows_basis_and_status(
    hands: Hands, code: str, basis: DeductionBasis, declared: bool, says: str, contents: list[str]
) -> None:
    page = deductions(hands, code)
    page.rearrange("add")
    for name, raw in (("basis", basis), ("self_declared", declared), ("looked", True)):
        page.fields[name].put(raw)
    page.item_edited()
    assert says in words(hands)
    boxes = [box for box in page.contents.boxes.values() if not box.isHidden()] if not page.contents.isHidden() else []
    assert [box.text().partition(" ")[0] for box in boxes] == contents


def test_a_benefitting_state_is_told_that_article_61_is_closed(hands: Hands) -> None:
    hands.go("IT")
    hands.control(Key.Key_T)
    hands.to("benefitting_since")
    hands.type("2025-12-22")
    hands.control(Key.Key_Return)
    page = deductions(hands, "IT")
    page.rearrange("add")
    page.fields["basis"].put(DeductionBasis.ARTICLE_61)
    page.item_edited()
    assert "Art. 61 is not open to a Member State that benefits from the pool (Art. 61(1))." in words(hands)


def test_the_existing_deduction_can_be_refused_with_its_date(hands: Hands) -> None:
    page = deductions(hands, "PL")
    hands.press(Key.Key_Return)
    assert page.fields["basis"].isAncestorOf(hands.here)
    hands.to("stage")
    hands.type("refu")
    hands.to("decided")
    hands.type("2.2.2026")
    hands.control(Key.Key_Return)
    (deduction,) = hands.recorded("PL").deductions
    assert (deduction.stage, deduction.decided) == (DeductionStage.REFUSED, date(2026, 2, 2))
    assert deduction.note


# -------------------------------------------------------------------------------------------------------------- status


def test_a_status_is_changed_by_keyboard_and_shows_what_it_allows(hands: Hands) -> None:
    hands.go("RO")
    hands.control(Key.Key_T)
    assert words(hands).startswith("Not classified")
    hands.press(Key.Key_Space)
    assert "Under migratory pressure: may draw on the pool (Art. 58)" in words(hands)
    hands.to("pressure_basis")
    hands.press(Key.Key_Tab, Key.Key_Space)
    hands.to("systemic_shortcomings")
    hands.press(Key.Key_Space)
    hands.control(Key.Key_Return)
    record = hands.recorded("RO")
    assert record.flags == (Flag.UNDER_PRESSURE,)
    assert record.pressure_basis == (PressureBasis.SEARCH_AND_RESCUE,)
    assert record.systemic_shortcomings
    assert hands.undo == "&Undo Romania: status"


def test_a_crisis_credit_shows_its_fair_share_first(hands: Hands) -> None:
    hands.go("FR")
    hands.control(Key.Key_T)
    hands.to("crisis_credit")
    hands.type("100")
    row = desk(hands).annual_pool.row("FR")
    assert row.fair_share_relocations == 3_364
    assert "− 100 = 3 263." in words(hands)
    assert "rounded up 3 264" in words(hands)
    assert "No act is named yet." in words(hands)
    assert "3 364 → 3 264" in hands.effect
    hands.to("crisis_credit_act")
    hands.type("Implementing Decision (EU) 2026/1")
    assert "No act is named yet." not in words(hands)
    hands.control(Key.Key_Return)
    record = hands.recorded("FR")
    assert (record.crisis_credit, record.crisis_credit_act) == (100, "Implementing Decision (EU) 2026/1")
    assert desk(hands).annual_pool.row("FR").fair_share_relocations == 3_264


# ------------------------------------------------------------------------------------------------------ how it is said


def said(hands: Hands, code: str, column: str) -> SaidPage:
    hands.go(code, column)
    hands.control(Key.Key_H)
    page = hands.page
    assert isinstance(page, SaidPage)
    return page


@_OFFERS
def test_a_pledge_said_in_kronor_is_recorded_and_taken_over_in_one_step(hands: Hands) -> None:
    page = said(hands, "SE", "financial")
    assert page.shown is Type.FINANCIAL
    hands.to("certainty")
    hands.type("ann")
    hands.to("by")
    hands.type("the Minister")
    hands.to("condition")
    hands.type("subject to the budget")
    hands.to("at_most")
    hands.press(Key.Key_Space, Key.Key_Tab)
    hands.type("SEK")
    hands.press(Key.Key_Tab)
    hands.type("100m")
    assert "SEK 100 000 000: no rate yet, so no euro" in words(hands)
    hands.press(Key.Key_Tab)
    hands.type("11.2345")
    hands.press(Key.Key_Tab)
    hands.type("8.12.2025")
    assert "SEK 100 000 000 ÷ 11.2345 = EUR 8 901 152.70" in words(hands)
    for _ in range(6):
        hands.press(Key.Key_Tab)
        if hands.here is page.take_over.input:
            break
    offer = page.take_over.input.text().replace("\xa0", " ").replace("\u202f", " ")
    assert offer == "Record EUR 8 901 152.70 as the financial contribution too"
    hands.press(Key.Key_Space)
    assert "financial contribution open → EUR 8 901 152.70" in hands.effect
    hands.control(Key.Key_Return)
    pledge = hands.recorded("SE").pledge
    original = OriginalAmount("SEK", 10_000_000_000, Fraction(112_345, 10_000), date(2025, 12, 8))
    assert pledge.financial_cents == 890_115_270
    assert pledge.said.financial == Said(
        Certainty.ANNOUNCED, "the Minister", "subject to the budget", at_most=True, original=original
    )
    assert not page.take_over.isVisible()
    hands.window.undo()
    assert hands.recorded("SE").pledge.financial_cents is ABSENT
    assert hands.recorded("SE").pledge.said.financial == Said()


def test_how_relocations_are_said_knows_no_currency(hands: Hands) -> None:
    page = said(hands, "DE", "relocations")
    assert "Recorded: 4 555 persons." in words(hands)
    assert not page.original.isVisible()
    hands.to("certainty")
    hands.type("conf")
    hands.control(Key.Key_Return)
    assert hands.recorded("DE").pledge.said.relocations == Said(Certainty.CONFIRMED)
    assert hands.undo == "&Undo Germany: relocations, confirmed in writing"


def test_another_type_is_chosen_on_the_page(hands: Hands) -> None:
    page = said(hands, "DE", "relocations")
    page.type.setFocus()
    hands.type("Alt")
    assert page.shown is Type.ALTERNATIVE
    assert "stands with each measure (Ctrl+M)" in words(hands)
    hands.to("note")
    hands.type("in kind")
    hands.control(Key.Key_Return)
    assert hands.recorded("DE").pledge.said.alternative == Said(note="in kind")


def test_an_amount_that_is_missing_is_asked_for_at_its_field(hands: Hands) -> None:
    page = said(hands, "SE", "financial")
    page.original.currency.setFocus()
    hands.type("SEK")
    assert page.original.amount.said == "Type the amount in SEK, or choose EUR."
    assert hands.notice == "Not ready to be taken: see the fields marked above."


# --------------------------------------------------------------------------------------------------------- particulars


def test_a_part_larger_than_its_whole_is_refused_at_its_field(hands: Hands) -> None:
    desk(hands).apply(RecordPledge("LV", Type.RELOCATIONS, 10))
    hands.go("LV")
    hands.press(Key.Key_H, modifier=Modifier.ControlModifier | Modifier.ShiftModifier)
    hands.type("12")
    field = hands.page.fields["of_which_beneficiaries"]
    assert field.said == "12 is more than the 10 relocations it is part of: lower it, or raise the relocations first."
    hands.control(Key.Key_Return)
    assert hands.recorded("LV").pledge.of_which_beneficiaries == 0
    hands.press(Key.Key_Backspace)
    assert field.said == "1 person"
    hands.to("bilateral_agreement")
    hands.type("Agreement of 2025")
    hands.to("offsets_planned")
    hands.type("3")
    hands.control(Key.Key_Return)
    pledge = hands.recorded("LV").pledge
    assert (pledge.of_which_beneficiaries, pledge.bilateral_agreement, pledge.offsets_planned) == (
        1,
        "Agreement of 2025",
        3,
    )
