"""Knowing again the words of an annex as people type them: names, headings, words for nothing, in any language."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from desktop_app.calc.adopted.values import REFERENCE, TOTAL, Column, Nothing
from desktop_app.calc.adopted.vocabulary import Vocabulary, Words
from desktop_app.calc.state_names import NAMES

_STEM: Final = 6
"""Letters that tell a word of a heading, so that a plural or a case is the same word."""
_LONGEST: Final = 300
"""Signs of a name or a heading; a longer text is a note."""
_MARK_DIGITS: Final = 2
"""Digits beside a name: the number of a row, or the mark of a note; with more it is not the name alone."""
_BRACKETS: Final = re.compile(r"[(\[][^()\[\]]*[)\]]")
_WORD: Final = re.compile(r"[^\W\d_\u00b9\u00b2\u00b3\u2070-\u2079]+")
_PARTS: Final = re.compile(r"\s[-\u2013\u2014/|]\s|[:/|]")
_UNITS: Final = frozenset({"eur", "euro", "euros"})
_CODE: Final = re.compile(r"[A-Za-z]{2}")
_OTHER_CODES: Final = {"GR": "EL"}
"""Codes of ISO 3166 that are not the Union's."""
_GENERAL_TOTALS: Final = ("total", "totals", "sum")

Heading = frozenset[str]


class Known:
    """The words of every language, to be looked up."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Sort the words so that they are found at once.

        Args:
            vocabulary: the words of every language.
        """
        self.decimal_signs: Final = {words.language: words.decimal_sign for words in vocabulary}
        self._names: Final[dict[str, dict[str, str]]] = {}
        self._headings: Final[dict[Heading, dict[str, list[Column]]]] = {}
        self._groups: Final[dict[Heading, Column]] = {}
        self._state_headings: Final[set[Heading]] = set()
        self._nothing: Final[dict[str, Nothing]] = {}
        for words in vocabulary:
            self._take(words)

    def _take(self, words: Words) -> None:
        rows = [(text, TOTAL) for text in (*words.totals, *_GENERAL_TOTALS)]
        rows += [(text, REFERENCE) for text in words.references]
        for name, code in (*words.states, *rows):
            self._names.setdefault(_letters(name), {})[words.language] = code
        for text, column in words.headings:
            columns = self._headings.setdefault(_stems(_bare(text)), {}).setdefault(words.language, [])
            columns += [column] if column not in columns else []
        self._groups.update((_stems(_bare(text)), column) for text, column in words.groups)
        self._state_headings.update(_stems(text) for text in words.state_headings)
        kinds = ((words.nothing, Nothing.EMPTY), (words.not_recorded, Nothing.NOT_RECORDED), (words.none, Nothing.NONE))
        for texts, kind in kinds:
            self._nothing.update((_letters(text), kind) for text in texts if _letters(text))

    def language(self, texts: Iterable[str]) -> str:
        """Return the language of which most names and headings are; empty where none is ahead in its decimal sign."""
        found: Counter[str] = Counter()
        for text in texts:
            found.update(self._names.get(_letters(text), {}).keys() if len(text) <= _LONGEST else ())
            found.update(self._languages_of(text))
        most = max(found.values(), default=0)
        best = [language for language, count in found.items() if count == most]
        signs = {self.decimal_signs[language] for language in best}
        return best[0] if len(signs) == 1 else ""

    def _languages_of(self, text: str) -> set[str]:
        return {language for key in _keys(text) for language in self._headings.get(key, {})}

    def code(self, text: str, language: str) -> str | None:
        """Return whose row begins with a text: a code, :data:`TOTAL` or :data:`REFERENCE`; ``None`` of any other."""
        if len(text) > _LONGEST or sum(map(str.isdigit, text)) > _MARK_DIGITS:
            return None
        bare = _BRACKETS.sub(" ", text)
        for part in (text, bare, *_PARTS.split(text), *re.findall(r"[(\[]([^()\[\]]*)[)\]]", text)):
            found = self._code(part, language)
            if found is not None:
                return found
        return None

    def _code(self, text: str, language: str) -> str | None:
        if _CODE.fullmatch(text.strip()):
            code = text.strip().upper()
            code = _OTHER_CODES.get(code, code)
            return code if code in NAMES else None
        for letters in (_letters(text), _letters(text).removeprefix("the")):
            meant = self._names.get(letters, {})
            if language in meant:
                return meant[language]
            if len(set(meant.values())) == 1:
                return next(iter(meant.values()))
        return None

    def columns(self, text: str, language: str) -> list[Column]:
        """Return the columns that a heading can stand for, in a language before all others."""
        for key in _keys(text):
            meant = self._headings.get(key, {})
            if language in meant:
                return meant[language]
            if meant:
                return sorted({column for columns in meant.values() for column in columns}, key=list(Column).index)
        return []

    def group(self, text: str) -> Column | None:
        """Return which column a heading above several makes of one whose own heading does not tell."""
        return next((self._groups[key] for key in _keys(text) if key in self._groups), None)

    def is_state_heading(self, text: str) -> bool:
        """Tell whether a text stands above the names of the Member States."""
        return any(key in self._state_headings for key in _keys(text))

    def nothing(self, text: str) -> Nothing | None:
        """Return what a word means that stands instead of a figure; ``None`` of any other text."""
        return self._nothing.get(_letters(text)) if len(text) <= _LONGEST else None


@lru_cache(maxsize=2)
def known(vocabulary: Vocabulary) -> Known:
    """Return a vocabulary, to be looked up."""
    return Known(vocabulary)


@lru_cache(maxsize=4096)
def _letters(text: str) -> str:
    """Return the letters of a text alone, small and without their accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if sign.isalpha())


def _bare(text: str) -> str:
    return _BRACKETS.sub(" ", text)


@lru_cache(maxsize=4096)
def _keys(text: str) -> tuple[Heading, ...]:
    """Return what a heading is looked up by, the most exact first: with what stands in brackets, and without."""
    if len(text) > _LONGEST:
        return ()
    whole, bare = _stems(text), _stems(_bare(text))
    return tuple(key for key in dict.fromkeys((whole, bare, bare - _UNITS)) if key)


def _stems(text: str) -> Heading:
    plain = unicodedata.normalize("NFC", text.casefold().replace("\u00ad", "").replace("_", " "))
    return frozenset(word[:_STEM] for word in _WORD.findall(plain))
