"""A figure before and after, as it is read: exact texts, signs, and changes that are smaller than what is shown."""

from fractions import Fraction

from desktop_app.calc import shifts
from desktop_app.calc.sentences import Sentence
from desktop_app.calc.shifts import Shift
from desktop_app.documents.text import terms

THIRD = Fraction(1, 3)


def test_persons_have_a_sign_and_thousands() -> None:
    assert shifts.count(21_000, 22_500).words == "21\u202f000 → 22\u202f500 (+1\u202f500)"
    assert shifts.count(-43, -59).words == "−43 → −59 (−16)"
    assert shifts.count(Fraction(1, 2), Fraction(1, 2)).words == "0.50"
    assert shifts.count(None, 3) == Shift("open", "3", "", is_changed=True)
    assert shifts.count(3, None).words == "3 → open"
    assert shifts.count(THIRD, 2 * THIRD, decimals=4).words == "0.3333 → 0.6667 (+0.3333)"


def test_money_is_written_with_its_code_and_cents_only_where_there_are_some() -> None:
    assert shifts.money(Fraction(8_440_000), Fraction(17, 2)).words == (
        "EUR\u00a08\u202f440\u202f000 → EUR\u00a08.50 (−8\u202f439\u202f991.50)"
    )
    assert shifts.money(None, Fraction(1)).words == "open → EUR\u00a01"
    shift = shifts.whole_money(Fraction(3, 2), Fraction(7, 2))
    assert (shift.before, shift.after, shift.exact) == ("2", "4", "EUR\u00a01.50 → EUR\u00a03.50 (+2)")


def test_a_change_below_what_is_shown_is_still_a_change() -> None:
    assert shifts.share(THIRD, THIRD + Fraction(1, 10**9)).difference == "+<0.0001"
    assert shifts.share(THIRD + Fraction(1, 10**9), THIRD).difference == "−<0.0001"
    assert shifts.share(None, None).after == "open"
    assert shifts.ratio(THIRD, None).words == "33.33\u00a0% → open"
    assert shifts.percent(Fraction(30), Fraction(30), decimals=1).words == "30.0\u00a0%"


def test_words_differ_or_not_and_what_is_not_there_is_a_dash() -> None:
    assert shifts.words("met", "short").words == "met → short"
    assert shifts.words("met", "met").words == "met"
    assert shifts.nothing() == Shift("–", "–")


def test_another_language_writes_the_figures_with_its_own_signs() -> None:
    german = terms("de")
    assert german.said(shifts.count(Fraction(1, 2), Fraction(5, 4)).words) == "0,50 → 1,25 (+0,75)"
    assert german.said(shifts.count(-1, Fraction(-5, 2)).words) == "−1 → −2,50 (−1,50)"
    assert german.said(shifts.money(None, Fraction(8_440_000)).words) == "offen → 8\u202f440\u202f000\u00a0EUR"
    assert german.said(shifts.ratio(THIRD, THIRD + Fraction(1, 10**9)).words) == "33,33\u00a0% → 33,33\u00a0% (+<0,01)"
    assert isinstance(str(ValueError(shifts.count(1, 2).words)), Sentence)
