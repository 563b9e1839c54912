"""Words by language."""

from datetime import date

import pytest

from desktop_app.calc.sentences import Relocations, State, say
from desktop_app.documents.fonts import SOFT_HYPHEN
from desktop_app.documents.text import LANGUAGE_NAMES, LanguageNotAvailableError, full_languages, languages, terms


def test_the_annex_is_in_languages_with_a_name_and_other_documents_in_some_of_them() -> None:
    assert set(languages()) <= set(LANGUAGE_NAMES)
    assert {"en", "nl"} <= set(full_languages()) <= set(languages())


@pytest.mark.parametrize("language", ["xx", "", "EN", "../en", "en.sources", "nl.sentences"])
def test_a_language_is_one_of_the_list_and_no_path(language: str) -> None:
    with pytest.raises(LanguageNotAvailableError, match="languages available: ") as refused:
        terms(language)
    assert refused.value.language == language
    assert refused.value.available == languages()


def test_dates_are_written_with_hard_spaces() -> None:
    assert terms("en").day(date(2025, 12, 22)) == "22\u00a0December\u00a02025"
    assert terms("en").day(None) == "not given"
    assert terms("nl").day(date(1997, 5, 1)) == "1\u00a0mei\u00a01997"
    assert terms("nl").day(None) == "niet vermeld"


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ((), ""),
        (("EL",), "Greece"),
        (("EL", "ES"), "Greece and Spain"),
        (("EL", "ES", "CY"), "Greece, Spain and Cyprus"),
    ],
)
def test_states_in_a_sentence(codes: tuple[str, ...], expected: str) -> None:
    assert terms("en").states(codes) == expected


def test_what_calc_says_is_said_in_the_language_with_its_own_figures() -> None:
    sentence = say("{state} makes no pledge; its fair share is {share}.", state=State("EL"), share=Relocations(1386))
    assert terms("en").said(sentence) == "Greece makes no pledge; its fair share is 1\u202f386 relocations."
    assert terms("nl").said(sentence).replace(SOFT_HYPHEN, "") == (
        "Griekenland doet geen toezegging; het billijk aandeel is 1\u202f386 herplaatsingen."
    )


def test_what_a_language_has_no_words_for_stays_as_it_is() -> None:
    assert terms("nl").said("Nobody has said this before.") == "Nobody has said this before."


def test_amounts_of_currencies_stand_as_the_language_writes_them() -> None:
    assert terms("en").amount("SEK", 1_000_050) == "SEK\u00a010\u202f000.50"
    assert terms("nl").amount("SEK", 1_000_000) == "10\u202f000\u00a0SEK"


def test_what_stands_on_one_line_has_no_places_to_break() -> None:
    assert SOFT_HYPHEN in terms("nl")("pledges.relocations")
    assert terms("nl").plain("pledges.relocations") == "Herplaatsingen"
