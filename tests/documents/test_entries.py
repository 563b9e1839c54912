"""Entries of the record in the language of a document."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from desktop_app.calc import wording
from desktop_app.calc.assess import assess
from desktop_app.calc.changes import ChooseReading, PledgeColumn, RecordPledge
from desktop_app.calc.changes.plans import plan_title
from desktop_app.calc.differences import differences
from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import MarkKind
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.sentences import State, say, words_of
from desktop_app.documents.entries import step_words, title_told
from desktop_app.documents.fonts import SOFT_HYPHEN
from desktop_app.documents.sections.changed import after_words, before_words, place_words, what_words
from desktop_app.documents.sections.source import source_of
from desktop_app.documents.text import terms
from tests.documents.negotiated import moment, step

MONEY = "8\u202f440,50\u00a0EUR"


@pytest.mark.parametrize(
    ("language", "title", "undone"),
    [
        ("de", f"Belgien: Finanzbeitrag {MONEY}", "Rückgängig gemacht"),
        ("fr", f"Belgique: contribution financière {MONEY}", "Annulé"),
        ("nl", f"België: financiële bijdrage {MONEY}", "Ongedaan gemaakt"),
        ("en", "Belgium: financial contribution EUR\u00a08\u202f440.50", "Undone"),
    ],
)
def test_the_title_of_an_entry_is_read_back(language: str, title: str, undone: str) -> None:
    words = terms(language)
    english = words_of(RecordPledge("BE", PledgeColumn.FINANCIAL, 844_050).title(Forum()))
    done = replace(step(3), moment=replace(moment(3), title=english))
    assert step_words(done, words).replace(SOFT_HYPHEN, "") == title
    assert step_words(replace(done, action="undo"), words).replace(SOFT_HYPHEN, "") == f"{undone}: {title}"
    assert title_told("what nobody but a person says", language, words) == "what nobody but a person says"
    # What a person has called a round is never taken for words of ours.
    named = replace(step(4), moment=replace(moment(4), title="none"), mark=MarkKind.ROUND)
    assert step_words(named, words).endswith("none")


def _titles() -> Iterator[str]:
    """Make titles as the changes make them, with names that people might type."""
    forum = Forum()
    for code, column in product(("BE", "NL", "SK"), PledgeColumn):
        for value in (0, 1, 99, 12_345, 844_050, 1_290_000_000):
            yield RecordPledge(code, column, value).title(forum)
    for column in (PledgeColumn.RELOCATIONS, PledgeColumn.FINANCIAL):
        yield RecordPledge("BE", column, ABSENT).title(forum)
        yield RecordPledge("BE", column, None).title(forum)
    for code in ("BE", "NL", "SK"):
        yield plan_title(code, 0)
        yield plan_title(code, 2)
        yield say("{plan_title} removed", plan_title=plan_title(code, 1))
        yield say("Top-up of the pool of {state}", state=State(code))
        yield say("Acknowledged: {about}", about=say("{rule}, {state}", rule="P610-52-5", state=State(code)))
        yield say("{state}: {persons} drawn", state=State(code), persons=wording.persons(1_200))
        yield say("{state}: status", state=State(code))
        for name in ("SG-1", "none", "May", "Total", "North and South"):
            yield say("Relocation: group {id} ({state})", id=name, state=State(code))
    for name in ("none", "May.forum", "relocations", "Belgium and France.csv", "a: b.json"):
        yield say("Import of {source}", source=name)
    yield ChooseReading("rounding", "nearest").title(forum)


@pytest.mark.parametrize("language", ["de", "fr", "nl"])
def test_a_title_read_back_says_what_it_said_at_first(language: str) -> None:
    words = terms(language)
    for title in _titles():
        for said in (title, say("Undone: {title}", title=title)):
            assert title_told(words_of(said), language, words) == words.said(said)


def test_the_first_entry_keeps_the_name_of_the_forum() -> None:
    words = terms("de")
    assert title_told("Created: Total for May 2026", "de", words) == "Begonnen: Total for May 2026"
    begun = replace(step(1), action="create", moment=replace(moment(1), title="Created: Total for May 2026"))
    assert step_words(begun, words) == "Begonnen: Total for May 2026"


def test_cells_and_choices_are_told_and_what_is_typed_is_not() -> None:
    source = source_of(assess(Forum()), terms("de"), draft=True)
    (reading,) = differences(Forum(readings=(("rounding", "nearest"),)), Forum())
    cells = [tell(source, reading) for tell in (place_words, what_words, before_words, after_words)]
    assert cells == ["Lesarten", "Rundung", "nächste", "nach oben"]
    (noted,) = differences(Forum(), Forum(note="Belgium"))
    assert (what_words(source, noted), after_words(source, noted)) == ("Anmerkung", "Belgium")
