"""The form of Annex II as typed, the plan that it means, and what is said beside it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.response_plans import ResponseMeasureKind
from desktop_app.calc.rulebooks.migratory_pressure.book import assess
from desktop_app.views.plan_form.compare import all_states, side_by_side
from desktop_app.views.plan_form.measures import MeasureForm
from desktop_app.views.pressure_form import law
from desktop_app.views.pressure_form.forms import (
    NO_SHARES,
    Beside,
    PressureForm,
    pressure_form,
    read_average,
    read_pressure,
    revised,
)
from tests.views.pressure_form.forums import FRANCE, GERMANY, REPORT, forum

BESIDE = Beside(REPORT, Fraction(400))
FULL = replace(
    GERMANY,
    revision=2,
    covered=Fraction("12.5"),
    reduction_requested=True,
    average_shown=Fraction(1, 3),
    note="  spaced  ",
    minors_beneficiaries=0,
)
WRONG = PressurePlan(
    "DE",
    shares=TypeShares(Fraction(80), Fraction("19.9")),
    minors_applicants=999,
    minors_beneficiaries=3,
    nationalities=("IR",),
    covered=Fraction(900),
    measures=FRANCE.measures,
)
"""What a document may say: it blocks, and is kept."""


@pytest.mark.parametrize("plan", [GERMANY, FRANCE, FULL, WRONG, PressurePlan("FR")])
def test_a_form_nobody_touched_means_what_is_recorded_to_the_letter(plan: PressurePlan) -> None:
    assert read_pressure(pressure_form(plan), plan.code, plan.revision, plan, BESIDE).value == plan


def problems(form: PressureForm, recorded: PressurePlan | None = None, beside: Beside = BESIDE) -> dict[str, str]:
    return dict(read_pressure(form, "DE", 0, recorded, beside).problems)


def test_of_what_is_recorded_wrongly_only_what_is_touched_is_refused() -> None:
    shown = pressure_form(WRONG)
    assert problems(replace(shown, reference="DE-2"), WRONG) == {}
    # 80 % of what 900 covered leave of 400 is nobody; the shares total 100 % now.
    assert sorted(problems(replace(shown, applicants="80.1"), WRONG)) == ["minors_applicants", "minors_beneficiaries"]
    assert "sponsorship" in problems(replace(shown, applicants="80.05"), WRONG)
    assert list(problems(replace(shown, nationalities="IR, SY"), WRONG)) == ["nationalities"]


def test_an_empty_form_says_what_a_plan_gives() -> None:
    assert problems(PressureForm(reference="DE-1")) == {"applicants": NO_SHARES}
    # Measures alone: no shares.
    assert problems(PressureForm(covered="400", measures=(MeasureForm(ResponseMeasureKind.CAPACITY, "units"),))) == {}


def test_a_report_that_names_nothing_refuses_measures_and_nationalities() -> None:
    nothing = Beside(replace(REPORT, measures_named=(), nationalities=()), None)
    form = PressureForm(applicants="80", sponsorship="20", nationalities="SY", covered="5", minors_applicants="9")
    found = problems(form, beside=nothing)
    assert sorted(found) == ["covered", "nationalities"]
    assert "names no nationalities" in found["nationalities"]


@pytest.mark.parametrize(
    ("text", "value", "begins"),
    [
        ("0,00085", Fraction(85, 100_000), ""),
        ("17/20000", Fraction(17, 20_000), ""),
        ("", None, ""),
        ("0.", None, "“0.” is not a number"),
        ("x", None, "“x” is not a number"),
        ("0.123456789012345678", None, "Applications per head have at most"),
    ],
)
def test_reads_applications_per_head(text: str, value: Fraction | None, begins: str) -> None:
    read = read_average(text)
    assert read.value == value
    assert read.problem.startswith(begins)
    assert bool(read.problem) is bool(begins)


def test_what_is_no_number_is_said_at_its_field() -> None:
    found = problems(PressureForm(applicants="many", covered="EUR 5", submitted="soon"))
    assert sorted(found) == ["applicants", "covered", "submitted"]


def test_a_field_that_cannot_be_read_hides_nothing_of_the_others() -> None:
    shown = pressure_form(None)
    wrong = replace(shown, applicants="80", sponsorship="19.9", nationalities="IR", submitted="3", covered="900")
    found = problems(wrong)
    assert set(found) == {"submitted", "sponsorship", "nationalities", "covered", "activities"} - (
        # Of a nationality outside the list that is said first.
        {"activities"}
    )
    # Of shares that cannot be read the total is not known.
    assert "sponsorship" not in problems(replace(wrong, applicants="x"))
    assert "not in the report's list" in problems(replace(wrong, applicants="x"))["nationalities"]


def test_a_revision_begins_as_the_plan_before() -> None:
    form = revised(FRANCE, "2027-03-09")
    assert (form.submitted, form.applicants, form.covered) == ("2027-03-09", "100", "60")
    assert form.measures[0].recorded is None


def told(*plans: PressurePlan) -> PressureAssessment:
    return assess(forum(*plans))


def test_the_running_total_says_what_is_missing() -> None:
    said = [law.total_words(Fraction(total), Fraction(covered))[0] for total, covered in ((100, 0), (0, 9), (0, 0))]
    assert [words.replace("\u00a0", " ").split(":")[0] for words in said] == ["Total 100 %", "No shares", "Total 0 %"]


def test_the_average_shown_is_held_against_the_one_worked_out() -> None:
    figures = told(GERMANY).totals.reduction_figures
    assert law.average_words(None, figures, "SE", asked=False) == ("", "muted")
    assert "shows no average" in law.average_words(None, figures, "SE", asked=True)[0]
    # 4 in 1 000 is 0.00 to two decimals.
    assert law.average_words(Fraction(4, 1000), figures, "SE", asked=True)[1] == "ok"
    words, tone = law.average_words(Fraction(5, 1000), figures, "SE", asked=True)
    assert words.replace("\u202f", " ").startswith("1 000 a million heads more than worked out here")
    assert tone == "warn"
    assert "less" in law.average_words(Fraction(1, 300), figures, "SE", asked=True)[0]
    assert "Nothing to hold it against" in law.average_words(Fraction(1), None, "SE", asked=True)[0]


def test_the_request_says_what_follows_of_it() -> None:
    now = told(GERMANY)
    figures = now.totals.reduction_figures
    said = {
        (code, asked): law.reduction_words(now.row(code), figures, asked=asked)[1]
        for code in ("DE", "SE", "EL")
        for asked in (False, True)
    }
    assert said == {
        ("DE", False): "muted",
        ("DE", True): "warn",
        ("SE", False): "info",
        ("SE", True): "ok",
        ("EL", False): "muted",
        ("EL", True): "muted",
    }
    assert "five full years" in law.reduction_words(now.row("DE"), None, asked=True)[0]


def test_what_measures_claim_is_held_against_what_they_cover() -> None:
    assert "adjusts them up" in law.covered_words(Fraction(90), Fraction(60), None, Fraction(300))[0]
    assert "adjusts them down" in law.covered_words(Fraction(50), Fraction(60), None, None)[0]
    assert "claims a person yet" in law.covered_words(Fraction(50), Fraction(0), None, None)[0]
    assert "cover nothing" in law.covered_words(Fraction(0), Fraction(60), None, None)[0]
    assert law.covered_words(Fraction(0), Fraction(0), None, None)[0] == ""


def test_revisions_stand_side_by_side_with_what_the_types_became() -> None:
    later = replace(
        FRANCE, revision=1, shares=TypeShares(Fraction(60), Fraction(0), Fraction(40)), covered=Fraction(90)
    )
    now = told(GERMANY, FRANCE, later)
    lines = dict(side_by_side("FR", now).lines)
    assert [cell.shown.replace("\u00a0", " ") for cell in lines["Relocation of applicants"]] == ["100 %", "≠ 60 %"]
    assert [cell.shown for cell in lines["Covered by measures, persons"]] == ["60", "≠ 90"]
    assert [cell.text for cell in lines["Reduction of 10 %"]] == ["not asked for"] * 2
    assert dict(side_by_side("DE", now).lines)["Activities of sponsorship"][0].text.startswith("(a) counselling")
    everyone = dict(all_states(now).lines)
    paths = [cell.shown.replace("\u00a0", " ") for cell in everyone["France"][3:]]
    assert paths == ["≠ 100 / 0 / 0 → 60 / 0 / 40", "≠ 60 → 90"]
    assert [cell.text for cell in everyone["Sweden"]][1:] == ["none", "", "", ""]
