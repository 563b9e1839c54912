"""Formulas as people read them."""

from datetime import date
from fractions import Fraction

import pytest

from desktop_app.calc.derivation import Derivation, Exact, Input, Unit
from desktop_app.calc.explain import ROW_FIGURES, TOTAL_FIGURES, explain
from desktop_app.calc.findings import Status
from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.views.why.formula import UnreadableFormula, write_formula
from desktop_app.views.why.values import decimal, result_text, value_text

HARD, NARROW = "\u00a0", "\u202f"


def derived(formula: str, unit: Unit = Unit.PERSONS, **inputs: Exact | tuple[Exact, ...]) -> Derivation:
    given = tuple(Input(name, name, value, Unit.PERSONS, "computed") for name, value in inputs.items())
    return Derivation("figure", None, "Figure", Fraction(1), unit, formula, given, "", "Art. 57", Status.IN_FORCE)


def test_a_rounded_product_shows_the_number_before_rounding() -> None:
    share = Input("share", "share", Fraction(30942, 10**6), Unit.RATIO, "computed")
    reference = Input("reference", "reference", 21_000, Unit.PERSONS, "act")
    asked = derived("up(share * reference)")
    written = write_formula(
        Derivation(
            asked.figure, None, "", 650, Unit.PERSONS, asked.formula, (share, reference), "", "Art. 57", Status.IN_FORCE
        )
    )
    assert written.in_words == "share × reference rounded up"
    assert written.in_numbers == f"3.0942{HARD}% × 21{NARROW}000"
    assert written.steps == ("= 649.782", "rounded up: 650")


@pytest.mark.parametrize(
    ("formula", "words", "numbers", "steps"),
    [
        ("a", "", "7", ()),
        ("0", "", "0", ()),
        ("a + b / 2", "a + b / 2", "7 + 2 / 2", ("= 8",)),
        ("a - (b - 1)", "a \N{MINUS SIGN} (b \N{MINUS SIGN} 1)", "7 \N{MINUS SIGN} (2 \N{MINUS SIGN} 1)", ("= 6",)),
        ("(a + b) / 3", "(a + b) / 3", "(7 + 2) / 3", ("= 3",)),
        ("a / (b * 2)", "a / (b × 2)", "7 / (2 × 2)", ("= 1.75",)),
        ("a * b / 3", "a × b / 3", "7 × 2 / 3", ("= 4.6666…",)),
        ("max(0, a - b)", "the larger of 0 and a \N{MINUS SIGN} b", "the larger of 0 and 7 \N{MINUS SIGN} 2", ("= 5",)),
        ("min(a, b) * 2", "(the smaller of a and b) × 2", "(the smaller of 7 and 2) × 2", ("= 4",)),
        ("nearest(a / b)", "a / b rounded to the nearest", "7 / 2", ("= 3.5", "rounded to the nearest: 4")),
        ("down(a / b) + 1", "(a / b rounded down) + 1", "(7 / 2 rounded down) + 1", ("= 4",)),
        ("sum(many) / a", "sum of many / a", "6 / 7", ("= 0.8571…",)),
        ("sum(many / many)", "sum of each (many / many)", "3", ("= 3",)),
        ("when(a > b, a, b)", "a if a > b, else b", "7", ("= 7",)),
        ("when(a < b, a, b)", "a if a < b, else b", "2", ("= 2",)),
        ("sum(missing(many, many))", "sum of what many lack of many", "0", ("= 0",)),
    ],
)
def test_the_language_is_written_as_it_is_read(formula: str, words: str, numbers: str, steps: tuple[str, ...]) -> None:
    written = write_formula(derived(formula, a=7, b=2, many=(1, 2, 3)))
    assert (written.in_words, written.in_numbers, written.steps) == (words, numbers, steps)


@pytest.mark.parametrize(
    ("formula", "numbers", "step"),
    [
        ("a > b", "7 > 2", "= yes"),
        ("a >= b and b >= a", "(7 ≥ 2) and (2 ≥ 7)", "= no"),
        ("a < b or b < a", "(7 < 2) or (2 < 7)", "= yes"),
    ],
)
def test_a_yes_or_no(formula: str, numbers: str, step: str) -> None:
    written = write_formula(derived(formula, Unit.YES_NO, a=7, b=2))
    assert (written.in_numbers, written.steps) == (numbers, (step,))


@pytest.mark.parametrize(
    "formula",
    ["", "a +", "a ** b", "unknown", "f(a)", "a == b", "a < b < a", "many + a", "many > a", "a.b", "'x'"],
)
def test_what_is_not_in_the_language_is_refused(formula: str) -> None:
    with pytest.raises(UnreadableFormula):
        write_formula(derived(formula, a=7, b=2, many=(1, 2)))


def test_every_figure_of_the_sample_can_be_written(sample: Forum) -> None:
    assessment = assess(sample)
    asked: list[tuple[str, str | None]] = [(figure.id, code) for code in sample.codes() for figure in ROW_FIGURES]
    asked += [(figure.id, None) for figure in TOTAL_FIGURES]
    answers = [explain(assessment, *each) for each in asked]
    written = [write_formula(answer) for answer in answers if answer.formula]
    assert len(written) > 200
    for answer in answers:
        if answer.formula and answer.value is not None:
            steps = write_formula(answer).steps
            assert not steps or steps[-1].endswith(value_text(answer.value, answer.unit))


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (Fraction(1, 3), Unit.PERSONS, f"0.33{HARD}persons"),
        (Fraction(-5, 2), Unit.RELOCATION_EQUIVALENTS, f"-2.5{HARD}relocations"),
        (12_900_000, Unit.EUR, f"EUR{HARD}12{NARROW}900{NARROW}000"),
        (Fraction(1, 4), Unit.EUR, f"EUR{HARD}0.25"),
        (20_000, Unit.EUR_PER_RELOCATION, f"EUR{HARD}20{NARROW}000{HARD}per relocation"),
        (Fraction(6_202_718, 10), Unit.EUR_MILLION, f"EUR{HARD}620{NARROW}271.8{HARD}million"),
        (Fraction(30942, 10**6), Unit.RATIO, f"3.09{HARD}%"),
        (Fraction(200, 3), Unit.PERCENT, f"66.67{HARD}%"),
        (3, Unit.MEMBER_STATES, f"3{HARD}Member States"),
        (True, Unit.YES_NO, "yes"),
        (False, Unit.YES_NO, "no"),
    ],
)
def test_values_stand_in_their_unit(value: Exact, unit: Unit, text: str) -> None:
    assert result_text("figure", value, unit) == text


def test_a_share_keeps_four_decimals_and_the_indicator_all() -> None:
    assert result_text("ends", date(2027, 6, 22).toordinal(), Unit.DATE) == f"22{HARD}June{HARD}2027"
    assert result_text("days", 365, Unit.DAYS) == f"365{HARD}days"
    assert result_text("share", Fraction(1, 3), Unit.RATIO) == f"33.3333{HARD}%"
    assert result_text("share_percent", Fraction(100, 3), Unit.PERCENT) == f"33.3333{HARD}%"
    assert result_text("shortfall_percent", 30 + Fraction(1, 10**9), Unit.PERCENT) == f"30.000000…{HARD}%"


def test_more_decimals_are_announced() -> None:
    assert decimal(Fraction(1, 8), 3) == "0.125"
    assert decimal(Fraction(1, 8), 2) == "0.12…"
    assert decimal(Fraction(2, 3), 2) == "0.66…"
    assert decimal(Fraction(-2, 3), 2) == "-0.66…"


def test_money_has_no_decimals_or_both() -> None:
    amounts = (Fraction(52_199_999, 2), Fraction(17, 2), Fraction(8), Fraction(33, 4))
    assert [value_text(each, Unit.EUR).replace(HARD, " ").replace(NARROW, " ") for each in amounts] == [
        "EUR 26 099 999.50",
        "EUR 8.50",
        "EUR 8",
        "EUR 8.25",
    ]
