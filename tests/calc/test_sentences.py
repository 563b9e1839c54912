"""Sentences keep what they were made of; their English is made at once."""

from datetime import date
from fractions import Fraction

import pytest

from desktop_app.calc.sentences import (
    ENGLISH,
    Counted,
    Money,
    Number,
    Percent,
    Relocations,
    Sentence,
    State,
    Value,
    capitalised,
    full_sentence,
    of_eur,
    say,
    told,
)
from desktop_app.calc.written import is_one


class Shouting:
    """A language of its own: English in capitals, amounts in brackets."""

    def template(self, english: str) -> str:
        return {"{state}: {what}": "{what} ({state})"}.get(english, english.upper().replace("COUNT", "count"))

    def state(self, code: str) -> str:
        return code

    def listed(self, words: list[str]) -> str:
        return "+".join(words)

    def day(self, value: date) -> str:
        return value.isoformat()

    def exact(self, value: Fraction | int, decimals: int) -> str:
        return f"<{Fraction(value)}:{decimals}>"

    def amount(self, currency: str, cents: int) -> str:
        return f"[{currency} {cents}]"

    def is_one(self, value: Fraction | int) -> bool:
        return is_one(value, "fr")


@pytest.mark.parametrize(
    ("value", "english", "shouted"),
    [
        ("typed", "typed", "typed"),
        (say("ours"), "ours", "OURS"),
        (21_000, "21\u202f000", "<21000:0>"),
        (Number(Fraction(1299, 2)), "649.50", "<1299/2:2>"),
        (Number(5), "5", "<5:0>"),
        (Number(Fraction(1, 3), 4), "0.3333", "<1/3:4>"),
        (Money(8_440_000_50), "EUR\u00a08\u202f440\u202f000.50", "[EUR 844000050]"),
        (Money(100, "SEK"), "SEK\u00a01", "[SEK 100]"),
        (of_eur(Fraction(1, 3)), "EUR\u00a00.33", "[EUR 33]"),
        (Percent(Fraction(1, 8)), "12.50\u00a0%", "<25/2:2>\u00a0%"),
        (Relocations(1), "1 relocation", "<1:0> RELOCATION"),
        (Relocations(Fraction(5, 2)), "2.50 relocations", "<5/2:2> RELOCATIONS"),
        # In French the singular goes up to 2.
        (Relocations(Fraction(3, 2)), "1.50 relocations", "<3/2:2> RELOCATION"),
        (Counted(0, say("{count} state"), say("{count} states")), "0 states", "<0:0> STATE"),
        (date(2026, 5, 1), "1\u00a0May\u00a02026", "2026-05-01"),
        (State("EL"), "Greece", "EL"),
        ([State("EL"), say("b"), "c"], "Greece, b and c", "EL+B+c"),
    ],
)
def test_values_are_written_as_the_language_writes_them(value: Value, english: str, shouted: str) -> None:
    sentence = say("{state}: {what}", state=State("MT"), what=value)
    assert sentence == f"Malta: {english}"
    assert told(sentence, Shouting()) == f"{shouted} (MT)"


def test_english_told_in_english_is_the_same() -> None:
    sentence = say("{state}: {what}", state=State("MT"), what=[Percent(1), "a {brace}"])
    assert told(sentence, ENGLISH) == sentence == "Malta: 100.00\u00a0% and a {brace}"


def test_a_sentence_is_a_string_that_knows_its_template() -> None:
    sentence = say("{count} left", count=3)
    assert isinstance(sentence, Sentence)
    assert (sentence.template, dict(sentence.values)) == ("{count} left", {"count": 3})
    assert sentence == "3 left"
    assert hash(sentence) == hash("3 left")


def test_a_fixed_sentence_need_be_no_more_than_a_string() -> None:
    assert told("Denmark", Shouting()) == "DENMARK"


def test_what_begins_a_sentence_begins_with_a_capital() -> None:
    assert capitalised("the key") == "The key"
    assert full_sentence("the key is given") == "The key is given."
    assert told(full_sentence("éa"), ENGLISH) == "Éa."
