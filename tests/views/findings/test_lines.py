"""Which findings a filter lets through, and how an answer reads."""

from datetime import date

import pytest

from desktop_app.calc.findings import Finding, Severity, Status
from desktop_app.calc.forum import Acknowledgement, Forum
from desktop_app.views.findings.lines import Kind, Line, filtered, lines_of
from desktop_app.views.findings.texts import answer_text, counts_text

BLOCK = Finding("AMMR-57-4b", Severity.BLOCK, "LV", "Latvia: no value.", "Art. 57(4)", Status.IN_FORCE)
WARN = Finding(
    "AMMR-57-3b", Severity.WARN, "HU", "Hungary: EUR\u00a08\u202f440\u202f000.", "Art. 57(3)", Status.IN_FORCE
)
INFO = Finding("P610-52-5", Severity.INFO, "EL", "Greece is eligible.", "Art. 52(5)", Status.PROPOSAL_2020)
ANSWER = Acknowledgement("AMMR-57-3b", "HU", WARN.message, "said in the room", "A. Person", date(2026, 11, 27))
LINES = (Line(BLOCK), Line(WARN, ANSWER), Line(INFO))


def test_a_line_carries_the_answer_to_its_words() -> None:
    assert lines_of(Forum(acknowledgements=(ANSWER,)), (BLOCK, WARN, INFO)) == LINES
    assert lines_of(Forum(), (BLOCK, WARN)) == (Line(BLOCK), Line(WARN))


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        (Kind.ALL, (0, 1, 2)),
        (Kind.BLOCK, (0,)),
        (Kind.WARN, (1,)),
        (Kind.OPEN, ()),
        (Kind.ANSWERED, (1,)),
        (Kind.INFO, (2,)),
        (Kind.IN_FORCE, (0, 1)),
        (Kind.BESIDE, (2,)),
    ],
)
def test_kinds(kind: Kind, shown: tuple[int, ...]) -> None:
    assert filtered(LINES, "", kind) == tuple(LINES[place] for place in shown)
    assert Kind.OPEN.lets(Line(WARN))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("latvia", (0,)),
        ("hu", (1,)),
        ("57", (0, 1)),
        ("8 440 000", (1,)),
        ("P610 eligible", (2,)),
        ("said ROOM", (1,)),
        ("latvia hungary", ()),
    ],
)
def test_words(words: str, shown: tuple[int, ...]) -> None:
    assert filtered(LINES, words, Kind.ALL) == tuple(LINES[place] for place in shown)


def test_an_answer_reads_with_who_and_when() -> None:
    assert answer_text(None) == ""
    assert answer_text(ANSWER) == "Acknowledged: said in the room (A. Person, 27\u00a0November\u00a02026)"
    assert answer_text(Acknowledgement("R", None, "m", "why")) == "Acknowledged: why"
    assert counts_text((BLOCK, WARN), 1) == "1 blocks, 1 warns (1 acknowledged)"
