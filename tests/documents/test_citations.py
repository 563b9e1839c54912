"""The Official Journal and acts as each language cites them."""

import pytest

from desktop_app.documents.citations import act_number, journal_reference


@pytest.mark.parametrize(
    ("typed", "language", "cited"),
    [
        ("OJ L, 2026/2511", "mt", "\u0120U L, 2026/2511"),
        ("\u0120U L, 2026/2511", "en", "OJ L, 2026/2511"),
        ("Ú. v. EÚ L, 2026/2511", "it", "GU L, 2026/2511"),
        ("JO L, 2026/2511", "es", "DO L, 2026/2511"),
        ("OJL, 2026/2511", "mt", "OJL, 2026/2511"),
    ],
)
def test_the_journal_is_named_in_the_language_of_the_document(typed: str, language: str, cited: str) -> None:
    assert journal_reference(typed, language) == cited


def test_an_act_is_of_the_union_by_its_name_in_the_language() -> None:
    assert act_number("2026/2511", "mt") == "(UE)\u00a02026/2511"
