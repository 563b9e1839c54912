"""The words of the annex in every language, by which its table is known again when somebody has typed it from print."""

import functools
from typing import Final

from desktop_app.calc.adopted.values import Column
from desktop_app.calc.adopted.vocabulary import Vocabulary, Words
from desktop_app.calc.state_names import NAMES
from desktop_app.documents.numbers import STYLES
from desktop_app.documents.sentences import ENGLISH
from desktop_app.documents.text import known_terms, languages

_HEADINGS: Final = (
    ("share", Column.SHARE),
    ("fair-relocations", Column.FAIR_RELOCATIONS),
    ("fair-money", Column.FAIR_EUR),
    ("relocations", Column.RELOCATIONS),
    ("beneficiaries", Column.BENEFICIARIES),
    ("financial", Column.FINANCIAL),
    ("alternative", Column.ALTERNATIVE),
    ("gross", Column.GROSS),
    ("deducted", Column.DEDUCTED),
    ("net", Column.NET),
)
_GROUPS: Final = (("fair-share", Column.FAIR_RELOCATIONS), ("deduction", Column.DEDUCTED))
_NOTHING: Final = ("pledges.no-value", "pledges.outside", "common.not-given", "common.not-known", "common.dash")

_OWN_TABLES: Final = (
    ("share percent", Column.SHARE),
    ("fair share relocations", Column.FAIR_RELOCATIONS),
    ("fair share EUR", Column.FAIR_EUR),
    ("financial contribution EUR", Column.FINANCIAL),
    ("financial EUR", Column.FINANCIAL),
    ("alternative measures EUR", Column.ALTERNATIVE),
    ("alternative EUR", Column.ALTERNATIVE),
    ("equivalents", Column.GROSS),
    ("deducted equivalents", Column.DEDUCTED),
    ("granted deductions, equivalents", Column.DEDUCTED),
    ("net equivalents", Column.NET),
)
"""What the program's own tables say beyond the annex."""
_OTHERWISE: Final = (
    ("share", Column.SHARE),
    ("share of key", Column.SHARE),
    ("fair share in relocations", Column.FAIR_RELOCATIONS),
    ("mandatory fair share relocations", Column.FAIR_RELOCATIONS),
    ("fair share in money", Column.FAIR_EUR),
    ("mandatory fair share EUR", Column.FAIR_EUR),
    ("number of relocations", Column.RELOCATIONS),
    ("relocations pledged", Column.RELOCATIONS),
    ("alternative solidarity measures", Column.ALTERNATIVE),
    ("gross", Column.GROSS),
    ("total", Column.GROSS),
    ("deduction, relocations", Column.DEDUCTED),
    ("deduction in relocations", Column.DEDUCTED),
    ("net", Column.NET),
)
"""What people write who type an act in English."""


@functools.cache
def annex_vocabulary() -> Vocabulary:
    """Return the words of every language in which the annex of an annual pool can be written."""
    return tuple(_words(language) for language in languages())


def _words(language: str) -> Words:
    held = {key: term.text for key, term in known_terms(language).items()}
    headings = [(held[f"pledges.{key}"], column) for key, column in _HEADINGS]
    is_english = language == ENGLISH
    return Words(
        language=language,
        decimal_sign=STYLES[language].decimal_sign,
        states=tuple((held[f"state.{code}"], code) for code in NAMES),
        headings=(*headings, *(_OWN_TABLES + _OTHERWISE if is_english else ())),
        groups=tuple((held[f"pledges.{key}"], column) for key, column in _GROUPS),
        state_headings=(held["pledges.state"],),
        totals=(held["pledges.total"], held["pledges.total-known"]),
        references=(held["pledges.reference"], *(("reference numbers",) if is_english else ())),
        none=(held["common.none"],),
        not_recorded=(held["pledges.not-recorded"], *(("nothing recorded",) if is_english else ())),
        nothing=tuple(held[key] for key in _NOTHING),
    )
