"""Entries of the record in the language of a document."""

from dataclasses import replace

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.differences import differences
from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import MarkKind
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
    english = str(RecordPledge("BE", PledgeColumn.FINANCIAL, 844_050).title(Forum()))
    done = replace(step(3), moment=replace(moment(3), title=english))
    assert step_words(done, words).replace(SOFT_HYPHEN, "") == title
    assert step_words(replace(done, action="undo"), words).replace(SOFT_HYPHEN, "") == f"{undone}: {title}"
    assert title_told("what nobody but a person says", language, words) == "what nobody but a person says"
    # What a person has called a round is never taken for words of ours.
    named = replace(step(4), moment=replace(moment(4), title="none"), mark=MarkKind.ROUND)
    assert step_words(named, words).endswith("none")


def test_cells_and_choices_are_told_and_what_is_typed_is_not() -> None:
    source = source_of(assess(Forum()), terms("de"), draft=True)
    (reading,) = differences(Forum(readings=(("rounding", "nearest"),)), Forum())
    cells = [tell(source, reading) for tell in (place_words, what_words, before_words, after_words)]
    assert cells == ["Lesarten", "Rundung", "nächste", "nach oben"]
    (noted,) = differences(Forum(), Forum(note="Belgium"))
    assert (what_words(source, noted), after_words(source, noted)) == ("Anmerkung", "Belgium")
