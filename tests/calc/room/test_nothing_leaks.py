"""What nobody in the room may read is in no sheet, and changes none: of every procedure, whatever a forum holds."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.calc.forum import DeductionStage, Forum
from desktop_app.models.interchange import read_document
from desktop_app.paths import resource
from tests.calc.room.forums import MARK, filled, sheet_of
from tests.pressure_strategies import pressure_forums
from tests.response_strategies import response_forums
from tests.strategies import forums
from tests.voluntary_strategies import voluntary_forums

SAMPLES = sorted(path.name for path in resource("samples").glob("*.json"))
NUMBERS = ("7654321", "987654321", "77 %", "77.00 %")
"""The proposal's numbers, and the share for search and rescue, as they might be written."""


def digits(text: str) -> str:
    return text.replace("\u202f", "").replace("\u00a0", " ")


def anything() -> st.SearchStrategy[Forum]:
    return st.one_of(forums(), response_forums(), pressure_forums(), voluntary_forums())


@pytest.mark.parametrize("name", SAMPLES)
def test_no_word_and_no_number_of_the_proposal_is_shown_of_a_sample(name: str) -> None:
    forum = filled(read_document(resource("samples", name).read_bytes()))
    assert MARK in str(forum.note)
    sheet = sheet_of(forum, forum)
    texts = [digits(text) for text in (*sheet.texts(), repr(sheet))]
    assert len(sheet.panels) > 20
    assert not [text for text in texts if MARK in text or any(number in text for number in NUMBERS)]


@settings(max_examples=15)
@given(anything())
def test_what_is_not_for_the_room_changes_no_sheet(forum: Forum) -> None:
    before = replace(forum, as_of=date(2027, 3, 1))
    assert sheet_of(filled(before), before) == sheet_of(before, before)


@settings(max_examples=10)
@given(forums())
def test_a_deduction_that_is_not_granted_changes_no_sheet(forum: Forum) -> None:
    before = replace(forum, as_of=date(2027, 3, 1))
    granted = [
        replace(record, deductions=tuple(each for each in record.deductions if each.stage is DeductionStage.GRANTED))
        for record in before.states
    ]
    assert sheet_of(replace(before, states=tuple(granted))) == sheet_of(before)
