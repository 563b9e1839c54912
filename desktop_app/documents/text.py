"""The annex's words, by language: terms and sentences from ``resources/terms``, numbers and dates."""

import functools
import json
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from desktop_app.calc.wording import HARD
from desktop_app.documents.numbers import STYLES, NumberStyle
from desktop_app.paths import resource


class LanguageNotAvailableError(ValueError):
    """No annex can be written in a language.

    Attributes:
        language: what was asked for.
        available: the languages there are.
    """

    def __init__(self, language: str, available: tuple[str, ...]) -> None:
        """Say which languages there are."""
        super().__init__(f"no annex can be written in {language!r}; languages available: {', '.join(available)}")
        self.language = language
        self.available = available


def languages() -> tuple[str, ...]:
    """Return the languages in which an annex can be written: those with terms and a number style."""
    return tuple(language for language in sorted(STYLES) if resource("terms", f"{language}.json").is_file())


class Terms:
    """Words, numbers and dates of one language.

    Attributes:
        language: its code, such as ``"en"``.
        numbers: how it writes numbers.
    """

    def __init__(self, language: str, words: dict[str, str], numbers: NumberStyle) -> None:
        """Take the flat words of a language, sentence by dotted key."""
        self.language = language
        self.numbers = numbers
        self._words: Final = MappingProxyType(words)

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence ``key`` with its ``{places}`` filled in.

        Raises:
            KeyError: the language has no such sentence, or a place is not filled.
        """
        sentence = self._words[key]
        return sentence.format(**values) if values else sentence

    def day(self, value: date | None) -> str:
        """Write a date, ``"22 December 2025"`` with hard spaces, or that none is given."""
        if value is None:
            return self("common.not-given")
        return f"{value.day}{HARD}{self(f'month.{value.month}')}{HARD}{value.year}"

    def state(self, code: str) -> str:
        """Return the short name of a Member State or associated state."""
        return self(f"state.{code}")

    def listed(self, words: list[str]) -> str:
        """Join words as in a sentence."""
        if len(words) < 2:
            return "".join(words)
        return f"{', '.join(words[:-1])} {self('common.and')} {words[-1]}"

    def states(self, codes: tuple[str, ...]) -> str:
        """Name several states in a sentence."""
        return self.listed([self.state(code) for code in codes])


@functools.cache
def terms(language: str) -> Terms:
    """Return the words of a language.

    Raises:
        LanguageNotAvailableError: there are none; names those there are.
    """
    if language not in languages():
        raise LanguageNotAvailableError(language, languages())
    with resource("terms", f"{language}.json").open(encoding="utf-8") as file:
        return Terms(language, dict(_flat(json.load(file))), STYLES[language])


def _flat(tree: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    """Turn nested objects into dotted keys."""
    found: list[tuple[str, str]] = []
    for key, value in tree.items():
        if isinstance(value, dict):
            found += _flat(value, f"{prefix}{key}.")
        else:
            found.append((f"{prefix}{key}", value))
    return found
