"""Limits as typed."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.entry import Refused
from desktop_app.calc.gap.books import book_of
from desktop_app.calc.gap.limit_entry import UnderstoodLimits, read_for_everybody, read_limits
from desktop_app.calc.gap.limits import Kind, LimitKind
from desktop_app.calc.gap.problem import Ground, Unit
from desktop_app.calc.gap.target import Target
from desktop_app.documents.sentences import catalogue
from desktop_app.documents.text import terms
from tests.calc.gap.pools import pledged, pool

HARD = "\u00a0"
NARROW = "\u202f"


@pytest.fixture(scope="module")
def ground() -> Ground:
    forum = pool(1001, {"BE": 50, "DE": 30, "FR": 20}, {code: pledged(1) for code in ("BE", "DE", "FR")})
    found = book_of(assess(forum)).ground_of(assess(forum), Target.REFERENCE_NUMBER)
    assert isinstance(found, Ground)
    return found


@pytest.mark.parametrize(
    ("text", "kinds", "amount", "words"),
    [
        ("", [], None, ""),
        ("fixed", [LimitKind.FIXED], None, "fixed"),
        ("Not asked", [LimitKind.FIXED], None, "fixed"),
        ("may be asked", [LimitKind.MAY_BE_ASKED], None, "may be asked"),
        ("at most 500", [LimitKind.AT_MOST], 500, "at most 500 persons"),
        ("≤ 1", [LimitKind.AT_MOST], 1, "at most 1 person"),
        (">= 1 200", [LimitKind.AT_LEAST], 1200, f"at least 1{NARROW}200 persons"),
        ("at least 50%", [LimitKind.AT_LEAST], 251, f"at least 50{HARD}% of its fair share (251 persons-equivalent)"),
        ("max fair share", [LimitKind.AT_MOST], 501, f"at most 100{HARD}% of its fair share (501 persons-equivalent)"),
        ("at most EUR 5m", [LimitKind.AT_MOST], 250, f"at most EUR{HARD}5{NARROW}000{NARROW}000"),
        (
            "up to EUR 5m",
            [LimitKind.UP_TO, LimitKind.IN_KIND],
            250,
            f"willing to add up to EUR{HARD}5{NARROW}000{NARROW}000 and only money",
        ),
        (
            "willing up to 300 relocations",
            [LimitKind.UP_TO, LimitKind.IN_KIND],
            300,
            "willing to add up to 300 persons and only relocations",
        ),
        ("+20", [LimitKind.UP_TO], 20, "willing to add up to 20 persons"),
        (
            "at least 10, at most 20 and only money",
            [LimitKind.AT_LEAST, LimitKind.AT_MOST, LimitKind.IN_KIND],
            10,
            "at least 10 persons, at most 20 persons and only money",
        ),
    ],
)
def test_what_is_understood(ground: Ground, text: str, kinds: list[LimitKind], amount: int | None, words: str) -> None:
    read = read_limits(text, "BE", ground)
    assert isinstance(read, UnderstoodLimits)
    assert [limit.kind for limit in read.limits] == kinds
    assert read.words == words
    if amount is not None:
        assert read.limits[0].amount == amount


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("500", "At most 500, at least 500, or up to 500 more? Say which."),
        ("eur 5m", "At most eur 5m"),
        ("at most", "A number is missing"),
        ("gladly", "“gladly” is not a limit"),
        ("at most many", "is not a number"),
        ("at most 5 eur persons", "Persons or EUR?"),
        ("only money, only relocations", "cannot both hold"),
        ("at most 5, at most 6", "twice"),
        ("fixed, at most 6", "Fixed leaves no room"),
        ("at most " + "9" * 200, "too long"),
    ],
)
def test_what_is_refused(ground: Ground, text: str, reason: str) -> None:
    read = read_limits(text, "BE", ground)
    assert isinstance(read, Refused)
    assert reason in read.reason


@pytest.mark.parametrize(("text", "is_unfinished"), [("at mo", True), ("may be", True), ("zz", False)])
def test_half_a_word_is_no_mistake_yet(ground: Ground, text: str, is_unfinished: bool) -> None:
    read = read_limits(text, "BE", ground)
    assert isinstance(read, Refused)
    assert read.unfinished is is_unfinished


def test_a_state_that_cannot_be_asked_has_no_share_to_take_a_part_of(ground: Ground) -> None:
    read = read_limits("at most 50%", "DK", ground)
    assert isinstance(read, Refused)
    assert "no fair share" in read.reason


@pytest.mark.parametrize(
    ("unit", "rate", "text", "reason"),
    [
        (Unit.PERSONS, None, "only money", "by persons alone"),
        (Unit.PERSONS, None, "up to EUR 5m", "write a number of persons"),
        (Unit.THOUSANDS, Fraction(1000), "only relocations", "by money alone"),
        (Unit.THOUSANDS, Fraction(1000), "at most 5 persons", "write an amount of money"),
    ],
)
def test_what_fills_nothing_is_refused(
    ground: Ground, unit: Unit, rate: Fraction | None, text: str, reason: str
) -> None:
    read = read_limits(text, "BE", replace(ground, unit=unit, rate=rate))
    assert isinstance(read, Refused)
    assert reason in read.reason


def test_where_only_money_is_sought_a_bare_number_is_money(ground: Ground) -> None:
    read = read_limits("up to 5m", "BE", replace(ground, unit=Unit.THOUSANDS, rate=Fraction(1000)))
    assert isinstance(read, UnderstoodLimits)
    assert [(limit.kind, limit.amount) for limit in read.limits] == [(LimitKind.UP_TO, Fraction(5000))]


def test_for_everybody() -> None:
    for text in ("110%", "110", " 110 % "):
        read = read_for_everybody(text)
        assert isinstance(read, UnderstoodLimits)
        assert read.limits[0].amount == Fraction(11, 10)
        assert read.words == f"Nobody above 110{HARD}% of its fair share, rounded up"
    nothing = read_for_everybody("")
    assert isinstance(nothing, UnderstoodLimits)
    assert nothing.limits == ()
    assert isinstance(read_for_everybody("much"), Refused)


def test_kinds_are_named() -> None:
    assert Kind.EITHER.value == "relocations or money"


@pytest.mark.parametrize(
    ("text", "kinds", "amount"),
    [
        ("höchstens 500", [LimitKind.AT_MOST], 500),
        ("hoechstens 500 Personen", [LimitKind.AT_MOST], 500),
        ("au plus 500", [LimitKind.AT_MOST], 500),
        ("ten hoogste 500", [LimitKind.AT_MOST], 500),
        ("maximaal 500 personen", [LimitKind.AT_MOST], 500),
        ("mindestens 50 Prozent", [LimitKind.AT_LEAST], 251),
        ("au moins 50 %", [LimitKind.AT_LEAST], 251),
        ("minstens zijn billijk aandeel", [LimitKind.AT_LEAST], 501),
        ("bis zu 300 Übernahmen", [LimitKind.UP_TO, LimitKind.IN_KIND], 300),
        ("bereit, bis zu 300", [LimitKind.UP_TO], 300),
        ("jusqu’à 300 relocalisations", [LimitKind.UP_TO, LimitKind.IN_KIND], 300),
        ("jusqu'a 5m EUR", [LimitKind.UP_TO, LimitKind.IN_KIND], 250),
        ("tot 5,5 mln EUR", [LimitKind.UP_TO, LimitKind.IN_KIND], 275),
        ("nur Geld und höchstens 500", [LimitKind.IN_KIND, LimitKind.AT_MOST], None),
        ("uniquement argent, au plus 500", [LimitKind.IN_KIND, LimitKind.AT_MOST], None),
        ("alleen herplaatsingen", [LimitKind.IN_KIND], None),
        ("peut être sollicité", [LimitKind.MAY_BE_ASKED], None),
        ("nicht ersucht", [LimitKind.FIXED], None),
        ("vast", [LimitKind.FIXED], None),
    ],
)
def test_limits_are_said_in_the_languages_of_the_window(
    ground: Ground, text: str, kinds: list[LimitKind], amount: int | None
) -> None:
    read = read_limits(text, "BE", ground)
    assert isinstance(read, UnderstoodLimits), read
    assert [limit.kind for limit in read.limits] == kinds
    assert amount is None or read.limits[0].amount == amount


@pytest.mark.parametrize("language", ["de", "fr", "nl"])
def test_what_a_language_names_as_examples_is_understood_in_it(ground: Ground, language: str) -> None:
    # The tooltip of the column, in its parts: "fest; höchstens 500; …; bis zu 300 (mehr als jetzt); …".
    every = next(text for english, text in catalogue(language).items() if english.startswith("fixed; at most 500"))
    for example in re.sub(r" \(.*?\)|\. .*", "", every).split("; "):
        assert isinstance(read_limits(example, "BE", ground), UnderstoodLimits), example
    refused = read_limits("500", "BE", ground)
    assert isinstance(refused, Refused)
    assert terms(language).said(refused.reason) != refused.reason
