"""What is said of a pledge, answered to a warning and flagged of a datum: in a draft, and what of it is final."""

from dataclasses import replace

import pytest

from desktop_app.calc.forum import Forum
from tests.documents.extremes import spoken
from tests.documents.printed import NARROW
from tests.documents.test_annex import printed

KRONOR = (
    f"said as SEK 1{NARROW}000{NARROW}000: EUR 89{NARROW}011.53 at SEK 11.2345 for one euro "
    "(European Central Bank, 28 October 2026)"
)
SAID = (
    "Relocations: confirmed in writing by the minister; note: to be repeated.",
    f"announced by the ambassador; on the condition: subject to parliament; at most (a ceiling); {KRONOR}.",
    "Alternative measures: said by the delegation.",
    "Relocations: confirmed in writing.",
    "Financial contribution: announced.",
    "Alternative measures: note: no more.",
)


@pytest.fixture
def forum(adopted: Forum) -> Forum:
    return spoken(adopted)


def text_of(forum: Forum, *, draft: bool = True) -> str:
    return printed(forum, draft=draft).text.replace("\u00a0", " ")


@pytest.mark.parametrize("sentence", SAID)
def test_how_a_pledge_is_said_stands_in_the_row_notes_of_a_draft(forum: Forum, sentence: str) -> None:
    assert sentence in text_of(forum)


def test_the_currency_of_a_measure_stands_beside_its_method_in_a_draft(forum: Forum) -> None:
    text = text_of(forum)
    assert f"daily rate said as SEK 1{NARROW}000{NARROW}000:" in text.replace("\n", " ")
    assert "said as PLN 1" in text


def test_a_final_annex_says_nothing_of_it(forum: Forum) -> None:
    final = text_of(forum, draft=False)
    for word in ("ambassador", "minister", "parliament", "ceiling", "SEK", "PLN", "European Central Bank", "no more"):
        assert word not in final
    for word in ("it was agreed", "Ana Silva", "Contents of the request", "Missing in the request", "due by"):
        assert word not in final
    assert "islands included" in final


def test_the_figures_are_the_same_whatever_is_said(forum: Forum) -> None:
    silent = replace(forum.state("SE").pledge, said=replace(forum.state("BE").pledge.said))
    other = forum.with_state(replace(forum.state("SE"), pledge=silent))
    rows = [[page.lines for page in printed(each, draft=False).pages] for each in (forum, other)]
    assert rows[0] == rows[1]


def test_answers_to_warnings_stand_with_the_warning(forum: Forum) -> None:
    text = text_of(forum)
    assert "Seen (Ana Silva, 28 October 2026): it was agreed" in text
    assert "Seen: nobody minds" in text


def test_answers_that_no_longer_fit_are_listed_apart_without_the_words_they_answered(forum: Forum) -> None:
    text = text_of(forum)
    place = text.index("Seen earlier; the warning has gone or now says otherwise")
    assert "Belgium AMMR-57-3b Mandatory fair share of old Ana Silva, 28 October 2026" in text[place:].replace(
        "\n", " "
    )
    assert "the forum AMMR-57-3b Mandatory fair share of nobody not given" in text[place:]
    assert "makes no pledge." not in text[place:]


def test_an_answer_to_one_state_does_not_hide_the_warning_of_another(forum: Forum) -> None:
    without = replace(forum, acknowledgements=())
    assert text_of(without).count("warns") <= text_of(forum).count("warns")


def test_a_request_has_its_checklist_and_its_due_date_in_a_draft(forum: Forum) -> None:
    """Four weeks from 2 December end on 30 December, here a holiday; so are the 31st and 1 January, a Friday."""
    text = text_of(forum)
    assert "assessment due by 4 January 2027" in text
    assert "Contents of the request: not yet looked at" in text
    assert "Contents of the request: complete" in text
    assert (
        "Missing in the request: whether the pledge can be replaced by another type; how it will address its own "
        "vulnerabilities; reasoning on which part of the system has reached its capacity and how that affects the "
        "pledge"
    ) in text


def test_flags_and_remarks_of_the_data_stand_with_their_sources(forum: Forum) -> None:
    text = text_of(forum, draft=False)
    assert "Population on 1 January 2026: invented, taken from it on 28 October 2026." in text
    assert "Population, provisional by its source: Germany and France." in text
    assert "Gross domestic product, estimated by its source: Germany and France." in text
    assert "France: islands included" in text


def test_sources_of_indicators_and_holidays_stand_in_drafts(forum: Forum) -> None:
    text = text_of(forum)
    assert "Applications for international protection: a register." in text
    assert "beside 1 January and 25 December: 30 December 2026 (a holiday) and 31 December 2026." in text
    assert "a register" not in text_of(forum, draft=False)


def test_the_act_of_a_crisis_credit_is_named(forum: Forum) -> None:
    assert "The fair share is 3 persons lower" in text_of(forum, draft=False)
    assert "act: (EU) 2026/77)" in text_of(forum, draft=False)


def test_time_limits_stand_in_a_draft_with_how_it_stands_with_them(forum: Forum) -> None:
    text = text_of(forum)
    assert "31 December 2026 Council: implementing act adopted late by" in text.replace("\n", " ")
    assert "30 October 2026" in text
    assert "Time limits" not in text_of(forum, draft=False)
