"""Titles of the record are kept in English and read back, so that they can be told in another language."""

from datetime import date

import pytest

from desktop_app.calc.read_back import Templates
from desktop_app.calc.sentences import say, told

ENGLISH = (
    "{state}: pledges",
    "{state}: {persons} drawn",
    "{state}: plan{part}",
    " (Rev) {revision}",
    "Undone: {title}",
    "Import of {source}",
    "Group {id} ({state})",
    "Vote: {state} {vote}",
    "Deductions, {stages}",
    "{source}: {count} pledges of {of}",
    "{states} Member States",
    "{thing} out of {thing}",
    "relocations",
    "announced",
    "none",
    "yes",
    "May",
    "Paste",
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
        ("Undone: Greece: 1\u202f084 persons drawn", "<Undone: Greece: 1\u202f084 persons drawn>"),
        ("Undone: Greece: 84 drawn", "<Undone: <[EL]: 84 drawn>>"),
        ("Undone: Undone: relocations 1", "<Undone: <Undone: <<relocations> 1>>>"),
        ("Norway: plan", "<[NO]: plan>"),
        ("Norway: plan (Rev) 2", "<[NO]: plan< (Rev) 2>>"),
        ("Norway: relocations 17", "<[NO]: <<relocations> 17>>"),
        ("Norway: relocations none", "<[NO]: <<relocations> <none>>>"),
        ("relocations 1\u202f017.50", "<<relocations> 2035/2/2>"),
        ("Vote: Czechia yes", "<Vote: [CZ] <yes>>"),
        ("Deductions, announced, announced", "<Deductions, <<announced>, <announced>>>"),
        ("Paste: 3 pledges of 2 Member States", "<<Paste>: 3 pledges of <2 Member States>>"),
        ("a.csv: 3 pledges of 2 Member States", "<a.csv: 3 pledges of <2 Member States>>"),
        ("AMMR-57-3b, Greece", "<AMMR-57-3b, [EL]>"),
        ("1\u202f017", "1017/0"),
        ("EUR\u00a08\u202f440\u202f000.50", "EUR844000050"),
        ("EUR\u00a0310", "EUR31000"),
        ("1\u00a0May\u00a02026", "2026-05-01"),
        ("Greece and Spain", "[EL] + [ES]"),
        # What a person typed stays as it is, also where it is a word of ours.
        ("Group May (Greece)", "<Group May ([EL])>"),
        ("Import of relocations", "<Import of relocations>"),
        ("Import of Greece and Spain.csv", "<Import of Greece and Spain.csv>"),
        ("Undone: what France would do", "<Undone: what France would do>"),
        ("two of two", "two of two"),
        ("two out of two", "<two out of two>"),
        ("one out of two", "one out of two"),
        ("Nobody: knows", "Nobody: knows"),
        ("Greece and others", "Greece and others"),
        ("nothing 17", "nothing 17"),
        ("", ""),
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
