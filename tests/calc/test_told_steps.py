"""What an entry of the record is called: nothing twice."""

from dataclasses import replace

import pytest

from desktop_app.calc.memory import MarkKind, Step
from desktop_app.calc.told_steps import told_words
from desktop_app.documents.text import terms
from tests.documents.negotiated import moment


def step(title: str, action: str = "mark", mark: MarkKind | None = None) -> Step:
    return Step(replace(moment(1), title=title), action, mark=mark)


@pytest.mark.parametrize(
    ("mark", "title", "said", "dutch"),
    [
        (MarkKind.MEETING, "Opened: Initial meeting", "Meeting opened: Initial meeting", "Vergadering geopend: "),
        (MarkKind.ROUND, "Round 1", "Round closed: Round 1", "Ronde afgesloten: Round 1"),
        (MarkKind.RELEASE, "Pool for 2026", "Shown to the room: Pool for 2026", "Aan de zaal getoond: "),
        (MarkKind.WITHDRAWAL, "Hidden from the room", "Hidden from the room", "Voor de zaal verborgen"),
        (MarkKind.REASON, "Reason for entry 7", "Reason for entry 7", "Reden voor vermelding 7"),
        (MarkKind.PEN_GIVEN, "Pen given to Bert", "Pen given to Bert", "Pen gegeven aan Bert"),
        (MarkKind.PEN_TAKEN, "Pen taken by Ana", "Pen taken by Ana", "Pen overgenomen door Ana"),
        (MarkKind.PEN_TAKEN, "Pen taken back from Bert", "Pen taken back from Bert", "Pen teruggenomen van Bert"),
    ],
)
def test_a_mark_is_said_once(mark: MarkKind, title: str, said: str, dutch: str) -> None:
    told = told_words(step(title, mark=mark))
    assert told == said
    assert terms("nl").said(told).replace("\u00ad", "").startswith(dutch)


@pytest.mark.parametrize(
    ("action", "title", "said"),
    [
        ("create", "Created: Pool", "Begun: Pool"),
        ("change", "Latvia: relocations 10", "Latvia: relocations 10"),
        ("undo", "Latvia: relocations 10", "Undone: Latvia: relocations 10"),
        ("redo", "Latvia: relocations 10", "Redone: Latvia: relocations 10"),
        ("migrate", "format 7", "File brought up to date: format 7"),
    ],
)
def test_what_is_no_mark(action: str, title: str, said: str) -> None:
    assert told_words(step(title, action)) == said
