"""Words by language."""

from datetime import date

import pytest

from desktop_app.documents.text import LanguageNotAvailableError, languages, terms


def test_english_is_there() -> None:
    assert languages() == ("en",)


def test_another_language_is_refused_with_those_there_are() -> None:
    with pytest.raises(LanguageNotAvailableError, match="'nl'; languages available: en") as refused:
        terms("nl")
    assert refused.value.language == "nl"
    assert refused.value.available == ("en",)


@pytest.mark.parametrize("language", ["", "EN", "../en", "en.sources"])
def test_a_language_is_one_of_the_list_and_no_path(language: str) -> None:
    with pytest.raises(LanguageNotAvailableError):
        terms(language)


def test_dates_are_written_with_hard_spaces() -> None:
    assert terms("en").day(date(2025, 12, 22)) == "22\u00a0December\u00a02025"
    assert terms("en").day(None) == "not given"


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
