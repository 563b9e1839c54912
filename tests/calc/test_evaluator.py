"""The tests' own evaluator, on formulas whose values anybody can see."""

from fractions import Fraction

import pytest

from tests.calc.evaluator import evaluate, names_in


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 / 4 - 1", Fraction(3, 2)),
        ("up(7 / 2)", 4),
        ("up(4)", 4),
        ("down(7 / 2)", 3),
        ("nearest(7 / 2)", 4),
        ("nearest(349 / 100)", 3),
        ("min(3, 1, 2)", 1),
        ("max(0, 3 - 5)", 0),
        ("sum(list)", 6),
        ("sum(list / list)", 3),
        ("sum(missing(list, other))", 2),
        ("when(1 > 2, 5, 6)", 6),
        ("when(2 >= 2, 5, 6)", 5),
        ("1 < 2 and 3 > 4", False),
        ("1 < 2 or 3 > 4", True),
        ("yes", True),
        ("yes and 3 > 4", False),
    ],
)
def test_each_part_of_the_language_means_what_it_says(formula: str, value: object) -> None:
    assert evaluate(formula, {"list": (1, 2, 3), "other": (0, 2, 2), "yes": True}) == value


def test_what_is_not_in_the_language_is_refused() -> None:
    with pytest.raises(AssertionError, match="not in the language"):
        evaluate("share if share else 0", {"share": 1})


def test_names_are_those_of_inputs_not_of_functions() -> None:
    assert names_in("up(share * sum(shares))") == {"share", "shares"}
