"""Forms: what is recorded is shown, and what is shown is read back to the same; what is wrong is named by field."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.calc.changes import PledgeColumn
from desktop_app.calc.forum import AlternativeMeasure, Deduction, DeductionAmounts, MeasureKind, Pledge, StateRecord
from desktop_app.calc.forum import DeductionBasis as Basis
from desktop_app.calc.forum import DeductionStage as Stage
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.said import Certainty, HowSaid, OriginalAmount, Said
from desktop_app.views.editors.forms import (
    DeductionForm,
    DeductionsForm,
    MeasureForm,
    MeasuresForm,
    OriginalForm,
    ParticularsForm,
    SaidForm,
    Standing,
    StatusForm,
    deductions_form,
    measures_form,
    original_form,
    particulars_form,
    read_deductions,
    read_measure,
    read_measures,
    read_original,
    read_particulars,
    read_said,
    read_status,
    said_form,
    status_form,
)
from tests.strategies import state_records

SEK = OriginalAmount("SEK", 10_000_000_000, Fraction(112_345, 10_000), date(2025, 12, 8), "European Central Bank")


@given(state_records("LV"))
def test_an_untouched_form_reads_to_what_is_recorded(record: StateRecord) -> None:
    known = _plain(record)
    assert read_measures(measures_form(known)).value == known.pledge.alternative
    assert read_deductions(deductions_form(known)).value == known.deductions
    assert read_status(status_form(known), known).value == known
    for column in PledgeColumn:
        assert read_said(said_form(known.pledge.said, column)).value == getattr(known.pledge.said, column.value)
    particulars = read_particulars(particulars_form(known.pledge)).value
    assert particulars is not None
    assert particulars.of_which_beneficiaries == known.pledge.of_which_beneficiaries
    assert particulars.offsets_planned == known.pledge.offsets_planned
    assert particulars.note == known.pledge.note


def _plain(value: Any) -> Any:
    """Bring texts into the form in which they are typed: no spaces around them, none instead of an empty one."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, date):
        return value.replace(year=min(max(value.year, 1900), 2199), day=min(value.day, 28))
    if isinstance(value, tuple):
        return tuple(_plain(each) for each in value)
    if hasattr(value, "__dataclass_fields__"):
        kept = ("code", "currency")
        return replace(
            value, **{name: _plain(getattr(value, name)) for name in value.__dataclass_fields__ if name not in kept}
        )
    return value


def test_another_currency_is_converted_by_the_stated_rule() -> None:
    form = original_form(SEK)
    assert form == OriginalForm("SEK", "100000000", "11.2345", "2025-12-08", "European Central Bank")
    read = read_original(form).value
    assert read == SEK
    # 100 000 000 / 11.2345 = 8 901 152.699…
    assert read.cents == 890_115_270


@pytest.mark.parametrize(
    ("form", "problems"),
    [
        (OriginalForm("SEK"), {"amount": "Type the amount in SEK, or choose EUR."}),
        (OriginalForm("SEK", "1m", "0"), {"rate": "A rate is more than 0."}),
        (OriginalForm("SEK", "1m", "", "soon"), {"rate_date": "“soon” is not a day: write 2026-12-02 or 2.12.2026."}),
        (OriginalForm(None, "what", "ever"), {}),
    ],
)
def test_what_is_wrong_with_another_currency_is_named_by_field(form: OriginalForm, problems: dict[str, str]) -> None:
    assert read_original(form).problems == problems
    assert read_measure(MeasureForm(original=form)).problems == problems
    assert read_said(SaidForm(original=form)).problems == problems


def test_measures_listed_none_and_nothing_are_three_things() -> None:
    typed = (MeasureForm("Experts", MeasureKind.STAFF, "280k", "day rates", identified=False),)
    measure = AlternativeMeasure("Experts", MeasureKind.STAFF, 28_000_000, "day rates", identified_in_proposal=False)
    assert read_measures(MeasuresForm(Standing.LISTED, typed)).value == (measure,)
    assert read_measures(MeasuresForm(Standing.NONE, typed)).value is None
    assert read_measures(MeasuresForm(Standing.NOTHING, typed)).value is ABSENT
    assert read_measures(MeasuresForm(Standing.LISTED)).problems == {"": "Add a measure, or choose none."}


def test_problems_carry_the_number_of_the_item() -> None:
    fine, wrong = MeasureForm("One"), MeasureForm("Two", value="12.900")
    assert set(read_measures(MeasuresForm(Standing.LISTED, (fine, wrong))).problems) == {"1.value"}
    deductions = DeductionsForm((DeductionForm(), DeductionForm(full=False, relocations="1.5", announced="x")))
    assert set(read_deductions(deductions).problems) == {"1.relocations", "1.announced"}


def test_a_deduction_is_read_with_what_was_typed() -> None:
    form = DeductionForm(
        Basis.ARTICLE_61,
        Stage.GRANTED,
        full=False,
        relocations="120",
        financial="1.2m",
        self_declared=True,
        requested="2.12.2026",
        decided="2027-01-15",
        act=" (EU) 2027/1 ",
    )
    expected = Deduction(
        Basis.ARTICLE_61,
        Stage.GRANTED,
        DeductionAmounts(120, 120_000_000, 0),
        self_declared=True,
        requested=date(2026, 12, 2),
        decided=date(2027, 1, 15),
        act="(EU) 2027/1",
    )
    assert read_deductions(DeductionsForm((form,))).value == (expected,)


def test_the_other_forms_name_what_is_wrong_too() -> None:
    status = read_status(StatusForm(benefitting_since="x", crisis_credit="y"), StateRecord("LV"))
    assert set(status.problems) == {"benefitting_since", "crisis_credit"}
    particulars = read_particulars(ParticularsForm("x", "", "y"))
    assert set(particulars.problems) == {"of_which_beneficiaries", "offsets_planned"}
    said = read_said(SaidForm(Certainty.CONFIRMED, " the Minister ", "", at_most=True)).value
    assert said == Said(Certainty.CONFIRMED, "the Minister", at_most=True)


UNTIDY = "line one\n"


def test_taking_one_field_leaves_every_other_text_of_the_record_to_the_letter() -> None:
    pledge = Pledge(650, None, None, bilateral_agreement="", note=UNTIDY)
    read = read_particulars(replace(particulars_form(pledge), offsets_planned="5"), pledge).value
    assert read is not None
    assert (read.bilateral_agreement, read.note, read.offsets_planned) == ("", UNTIDY, 5)
    said = Said(by=" the Minister", condition="", note=UNTIDY)
    form = replace(said_form(HowSaid(relocations=said), PledgeColumn.RELOCATIONS), at_most=True)
    assert read_said(form, said).value == replace(said, at_most=True)


@given(state_records("LV"), st.data())
def test_a_form_with_one_field_changed_changes_that_one_only(record: StateRecord, data: st.DataObject) -> None:
    status = read_status(replace(status_form(record), systemic_shortcomings=not record.systemic_shortcomings), record)
    assert status.value == replace(record, systemic_shortcomings=not record.systemic_shortcomings)
    for column in PledgeColumn:
        said = getattr(record.pledge.said, column.value)
        form = said_form(record.pledge.said, column)
        assert read_said(form, said).value == said
        assert read_said(replace(form, by="typed"), said).value == replace(said, by="typed")
    particulars = read_particulars(replace(particulars_form(record.pledge), note="typed"), record.pledge).value
    assert particulars is not None
    assert particulars.note == "typed"
    assert particulars.bilateral_agreement == record.pledge.bilateral_agreement
    _one_of_the_deductions(record, data)
    _one_of_the_measures(record, data)


def _one_of_the_deductions(record: StateRecord, data: st.DataObject) -> None:
    form = deductions_form(record)
    assert read_deductions(form).value == record.deductions
    if record.deductions:
        at = data.draw(st.integers(0, len(record.deductions) - 1))
        items = (*form.items[:at], replace(form.items[at], act="typed"), *form.items[at + 1 :])
        kept = (*record.deductions[:at], replace(record.deductions[at], act="typed"), *record.deductions[at + 1 :])
        assert read_deductions(DeductionsForm(items)).value == kept


def _one_of_the_measures(record: StateRecord, data: st.DataObject) -> None:
    form, held = measures_form(record), record.pledge.alternative
    assert read_measures(form).value == held or held == ()
    if isinstance(held, tuple) and held:
        at = data.draw(st.integers(0, len(held) - 1))
        items = (*form.items[:at], replace(form.items[at], method="typed"), *form.items[at + 1 :])
        kept = (*held[:at], replace(held[at], method="typed"), *held[at + 1 :])
        assert read_measures(MeasuresForm(Standing.LISTED, items)).value == kept
