"""The words of the documents, by language: terms from ``resources/terms``, numbers and dates.

The annex to the act of an annual pool is in every language that has a file of terms; the other documents are in those
whose file holds every text, and in which the program speaks. What calc says (findings, readings, time limits) is
English; such a language has a catalogue that gives each English sentence in it, see
:mod:`desktop_app.calc.sentences`, and any other the few of them that the annex says.
"""

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from string import Formatter
from types import MappingProxyType
from typing import Final

from desktop_app.calc.exact import CENTS
from desktop_app.calc.sentences import told
from desktop_app.calc.written import is_one
from desktop_app.documents.annex_words import SAID
from desktop_app.documents.fonts import REVIEWED, SOFT_HYPHEN, UNREVIEWED
from desktop_app.documents.numbers import CENT_DECIMALS, DATES, STYLES, NumberStyle
from desktop_app.documents.references import reference_told
from desktop_app.documents.sentences import ENGLISH, catalogue, spoken
from desktop_app.documents.term_files import Term, read_terms
from desktop_app.paths import resource
from desktop_app.places import terms_folder

LANGUAGE_NAMES: Final = MappingProxyType(
    {
        "bg": "български",
        "cs": "čeština",
        "da": "dansk",
        "de": "Deutsch",
        "el": "ελληνικά",
        "en": "English",
        "es": "español",
        "et": "eesti",
        "fi": "suomi",
        "fr": "français",
        "ga": "Gaeilge",
        "hr": "hrvatski",
        "hu": "magyar",
        "it": "italiano",
        "lt": "lietuvių",
        "lv": "latviešu",
        "mt": "Malti",
        "nl": "Nederlands",
        "pl": "polski",
        "pt": "português",
        "ro": "română",
        "sk": "slovenčina",
        "sl": "slovenščina",
        "sv": "svenska",
    }
)
"""The name of each language of the Union in itself, as it stands in a list to choose from."""

_TWO_STOPS: Final = re.compile(rf"\.([{UNREVIEWED}{REVIEWED}]*)\.(?![.\w])")
_BETWEEN: Final = " \n\u00a0:;,.·–"
"""Stands between what is filled in and words of ours, and is not underlined."""
_UNSEEN: Final = {ord(sign): None for sign in (SOFT_HYPHEN, UNREVIEWED, REVIEWED)}


class LanguageNotAvailableError(ValueError):
    """No document can be written in a language.

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
    """Return the languages in which the annex to the act of an annual pool can be written, by code."""
    return tuple(language for language in sorted(STYLES) if resource("terms", f"{language}.json").is_file())


@functools.cache
def full_languages() -> tuple[str, ...]:
    """Return those of them in which every document can be written, and the program speaks."""
    # What calc says in the annex stands in the catalogue of a language that the program speaks.
    every = {key for key in shipped_terms(ENGLISH) if not key.startswith(SAID)}
    return tuple(each for each in languages() if each in spoken() and every <= shipped_terms(each).keys())


@functools.cache
def shipped_terms(language: str) -> Mapping[str, Term]:
    """Return the file of terms of a language of :func:`languages`, as it came with the program."""
    content = resource("terms", f"{language}.json").read_text(encoding="utf-8")
    return MappingProxyType(read_terms(content, language))


class Terms:
    """Words, numbers and dates of one language.

    Attributes:
        language: its code, such as ``"en"``.
        numbers: how it writes numbers.
        is_full: whether every document can be written in it, and not the annex of an annual pool alone.
        unreviewed: how many of its texts are marked, being our translation that nobody has signed off.
    """

    def __init__(
        self,
        language: str,
        words: Mapping[str, str],
        numbers: NumberStyle,
        sentences: Mapping[str, str] = MappingProxyType({}),
        *,
        is_full: bool = True,
        unreviewed: int = 0,
    ) -> None:
        """Take the flat words of a language, sentence by dotted key.

        Args:
            language: its code.
            words: sentence by dotted key.
            numbers: how it writes numbers.
            sentences: what calc says in English, in this language; empty for English itself.
            is_full: every document can be written in it.
            unreviewed: how many of its texts are marked.
        """
        self.language = language
        self.numbers = numbers
        self.is_full = is_full
        self.unreviewed = unreviewed
        self._dates: Final = DATES[language]
        self._words: Final = MappingProxyType(words)
        self._sentences: Final = sentences

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence ``key`` with its ``{places}`` filled in.

        Raises:
            KeyError: there is no such sentence, or a place is not filled.
            LanguageNotAvailableError: this language has the words of the annex alone.
        """
        if not self.is_full and key not in self._words:
            raise LanguageNotAvailableError(self.language, full_languages())
        sentence = self._words[key]
        if not values:
            return sentence
        # Where a date ends in a full stop, another behind it is none.
        filled = sentence.format(**values)
        return _TWO_STOPS.sub(r".\1", filled) if self._dates.ends_in_stop else filled

    def __len__(self) -> int:
        """Return how many texts the language has."""
        return len(self._words)

    def plain(self, key: str, **values: object) -> str:
        """Return the sentence without marks and places to break its words at, for what stands on one line."""
        return self(key, **values).translate(_UNSEEN)

    def said(self, sentence: str) -> str:
        """Return what calc says in English in this language; what it has no words for stays English."""
        return told(sentence, self) if self._sentences else str(sentence)

    def template(self, english: str) -> str:
        """Return a template of calc's in this language."""
        return self._sentences.get(english) or reference_told(english, self.language) or english

    def exact(self, value: Fraction | int, decimals: int) -> str:
        """Write an exact number with fixed decimals, half up."""
        return self.numbers.number(value, decimals)

    def is_one(self, value: Fraction | int) -> bool:
        """Return whether a number takes a noun in the singular."""
        return is_one(value, self.language)

    def amount(self, currency: str, cents: int) -> str:
        """Write an amount of a currency; cents only where there are any."""
        return self.numbers.currency(currency, Fraction(cents, CENTS), CENT_DECIMALS if cents % CENTS else 0)

    def day(self, value: date | None) -> str:
        """Write a date, ``"22 December 2025"``, or that none is given."""
        if value is None:
            return self("common.not-given")
        return self._dates.written(value, self(f"month.{value.month}"))

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
def terms(language: str, *, marked: bool = False) -> Terms:
    """Return the words of a language.

    Args:
        language: its code.
        marked: as a draft has them: what nobody has reviewed is between :data:`desktop_app.documents.fonts.UNREVIEWED`
            and :data:`desktop_app.documents.fonts.REVIEWED`.

    Raises:
        LanguageNotAvailableError: there are none; names those there are.
    """
    if language not in languages():
        raise LanguageNotAvailableError(language, languages())
    breaking = _hyphenated(language)
    held = known_terms(language)
    waiting = {key for key, term in held.items() if marked and term.is_unreviewed}
    texts = {key: term.text for key, term in held.items()}
    words = _Prepared(texts, lambda key, text: breaking(_marked(text) if key in waiting else text))
    english = shipped_terms(ENGLISH) if language != ENGLISH else {}
    said = {english[key].text: words[key] for key in words if key.startswith(SAID) and key in english}
    spoken_here = _Prepared(catalogue(language), lambda _key, text: breaking(_marked(text) if marked else text))
    return Terms(
        language,
        words,
        STYLES[language],
        # A language that the program speaks has all that calc says in its catalogue.
        spoken_here or MappingProxyType(said),
        is_full=language in full_languages(),
        unreviewed=len(waiting),
    )


class _Prepared(Mapping[str, str]):
    """Texts by key, each prepared when it is first asked for: a document says few of those that there are."""

    def __init__(self, texts: Mapping[str, str], prepare: Callable[[str, str], str]) -> None:
        self._texts: Final = texts
        self._prepare: Final = prepare
        self._made: Final[dict[str, str]] = {}

    def __getitem__(self, key: str) -> str:
        if key not in self._made:
            self._made[key] = self._prepare(key, self._texts[key])
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def known_terms(language: str) -> Mapping[str, Term]:
    """Return the terms of a language of :func:`languages`: the program's, and before them those signed off here."""
    shipped = shipped_terms(language)
    try:
        own = read_terms((terms_folder() / f"{language}.json").read_text(encoding="utf-8"), language)
    except (OSError, ValueError):
        # Nobody has signed anything off, or what they did can no longer be read: that must not stop a print.
        return shipped
    fits = {key: term for key, term in own.items() if key in shipped and places_in(term) == places_in(shipped[key])}
    return MappingProxyType({**shipped, **fits})


def places_in(term: Term) -> set[str]:
    """Return the names in braces of a text.

    Raises:
        ValueError: its braces do not close.
    """
    return {name for _, name, _, _ in Formatter().parse(term.text) if name is not None}


def _marked(text: str) -> str:
    """Return a text with its own words between marks, and not what is filled in."""
    parts = []
    for literal, name, _, _ in Formatter().parse(text):
        words = literal.lstrip(_BETWEEN).rstrip()
        marked = literal.replace(words, f"{UNREVIEWED}{words}{REVIEWED}", 1)
        parts.append(marked if any(map(str.isalpha, words)) else literal)
        parts.append("" if name is None else f"{{{name}}}")
    return "".join(parts)


def _hyphenated(language: str) -> Callable[[str], str]:
    """Return a function that marks in a text where its long words may be broken."""
    path = resource("terms", f"{language}.hyphens.txt")
    listed = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    places = {line.replace("-", ""): line.split("-") for line in listed if line and not line.startswith("#")}
    if not places:
        return lambda text: text
    word = re.compile(rf"\b(?:{'|'.join(sorted(places, key=len, reverse=True))})\b", re.IGNORECASE)

    def broken(found: re.Match[str]) -> str:
        parts, rest = [], found.group()
        for part in places[rest.lower()]:
            parts.append(rest[: len(part)])
            rest = rest[len(part) :]
        return SOFT_HYPHEN.join(parts)

    return lambda text: word.sub(broken, text)
