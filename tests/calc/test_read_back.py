"""Titles of the record are kept in English and read back, so that they can be told in another language."""

from datetime import date

import pytest

from desktop_app.calc.read_back import Templates
from desktop_app.calc.sentences import say, told

ENGLISH = (
    "{state}: pledges",
    "{persons} drawn",
    "{count} persons",
    "Undone: {title}",
    "{thing} of {thing}",
    "relocations",
    "{one}: {other}",
)


class Voice:
    def template(self, english: str) -> str:
        return f"<{english}>"

    def state(self, code: str) -> str:
        return f"[{code}]"

    def listed(self, words: list[str]) -> str:
        return " + ".join(words)

    def day(self, value: date) -> str:
        return value.isoformat()

    def exact(self, value: object, decimals: int) -> str:
        return f"{value}/{decimals}"

    def amount(self, currency: str, cents: int) -> str:
        return f"{currency}{cents}"

    def is_one(self, value: object) -> bool:
        return value == 1


@pytest.mark.parametrize(
    ("english", "other"),
    [
        ("relocations", "<relocations>"),
        ("Greece: pledges", "<[EL]: pledges>"),
        ("Undone: Greece: 84 persons drawn", "<Undone: <<<[EL]: 84> persons> drawn>>"),
        ("Norway: relocations 17", "<[NO]: <<relocations> 17>>"),
        ("relocations 1\u202f017.50", "<<relocations> 2035/2/2>"),
        ("1\u202f017", "1017/0"),
        ("EUR\u00a08\u202f440\u202f000.50", "EUR844000050"),
        ("EUR\u00a0310", "EUR31000"),
        ("1\u00a0May\u00a02026", "2026-05-01"),
        ("Greece and Spain", "[EL] + [ES]"),
        ("“Greece: pledges”", "“Greece: pledges”"),
        ("two of two", "<two of two>"),
        ("one of two", "one of two"),
        ("Nobody: knows", "Nobody: knows"),
        ("nothing 17", "nothing 17"),
        ("Undone: Undone: Undone: Undone: Undone: relocations 1", "<Undone: " * 4 + "Undone: relocations 1" + ">" * 4),
    ],
)
def test_what_a_title_was_made_from(english: str, other: str) -> None:
    made = Templates(ENGLISH).read(english)
    assert told(say("{made}", made=made), Voice()) == f"<{other}>"


def test_english_reads_as_before() -> None:
    for title in ("Greece: 84 persons drawn", "Norway: relocations 17", "EUR\u00a0310", "Nobody knows"):
        assert say("{made}", made=Templates(ENGLISH).read(title)) == title


def test_a_sentence_is_what_it_is() -> None:
    sentence = say("relocations")
    assert Templates(ENGLISH).read(sentence) is sentence
