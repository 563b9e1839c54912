"""Sentences that can be said in another language: a template in English with exact values in its places.

A :class:`Sentence` is the English text, and keeps what it was made of, so that a document can say the same in
its own language: the template is looked up in a catalogue, and the values are written as that language writes
numbers, money, dates and names. The English template is the key of the catalogue, so that a rule is still read
where it stands.

A plain ``str`` among the values is what a person typed, and stays as it is. A word of ours is a sentence itself:
``say("relocations")``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, Protocol, TypeAlias, Union

from desktop_app.calc.exact import fixed, money_text, round_half_up
from desktop_app.calc.state_names import ASSOCIATED_NAMES, NAMES
from desktop_app.calc.written import HARD, english_day, english_list, grouped, is_one


@dataclass(frozen=True, slots=True)
class State:
    """The name of a Member State or associated state, by its code."""

    code: str


@dataclass(frozen=True, slots=True)
class Number:
    """An exact number; without ``decimals`` with two where it is not whole."""

    value: Fraction | int
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its noun: which of two templates it takes, each with the place ``count``, the language decides."""

    value: Fraction | int
    one: str
    several: str
    decimals: int = 2


@dataclass(frozen=True, slots=True)
class Relocations:
    """A number of relocations with its noun."""

    value: Fraction | int


@dataclass(frozen=True, slots=True)
class Money:
    """Cents; of euro unless another currency's code is given."""

    cents: int
    currency: str = "EUR"


@dataclass(frozen=True, slots=True)
class Percent:
    """A ratio, written as a percentage with two decimals."""

    ratio: Fraction | int


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence that stands within another: without its full stop, whatever the language."""

    text: str


@dataclass(frozen=True, slots=True)
class Capital:
    """A text that begins a sentence: its first letter is a capital, whatever the language."""

    text: str


Value: TypeAlias = Union[
    str, int, date, State, Number, Counted, Relocations, Money, Percent, Capital, Clause, "Sentence", Sequence["Value"]
]
"""What stands in a place: an ``int`` counts persons; a list is joined as in a sentence."""


class Voice(Protocol):
    """How one language says things."""

    def template(self, english: str) -> str:
        """Return the template in this language."""
        ...

    def state(self, code: str) -> str:
        """Name a state."""
        ...

    def listed(self, words: list[str]) -> str:
        """Join words as in a sentence."""
        ...

    def day(self, value: date) -> str:
        """Write a date."""
        ...

    def exact(self, value: Fraction | int, decimals: int) -> str:
        """Write an exact number with fixed decimals, half up."""
        ...

    def amount(self, currency: str, cents: int) -> str:
        """Write an amount; cents only where there are any."""
        ...

    def is_one(self, value: Fraction | int) -> bool:
        """Return whether a number takes a noun in the singular."""
        ...


class _English:
    """The voice in which every sentence is made."""

    def template(self, english: str) -> str:
        return english

    def state(self, code: str) -> str:
        return NAMES[code] if code in NAMES else ASSOCIATED_NAMES[code]

    def listed(self, words: list[str]) -> str:
        return english_list(words)

    def day(self, value: date) -> str:
        return english_day(value)

    def exact(self, value: Fraction | int, decimals: int) -> str:
        return grouped(fixed(value, decimals))

    def amount(self, currency: str, cents: int) -> str:
        return f"{currency}{HARD}{grouped(money_text(cents).removesuffix('.00'))}"

    def is_one(self, value: Fraction | int) -> bool:
        return is_one(value, "en")


ENGLISH: Final[Voice] = _English()
ONE_RELOCATION: Final = "{count} relocation"
RELOCATIONS: Final = "{count} relocations"
DECIMALS: Final = 2


class Sentence(str):
    """An English sentence that knows what it was made of.

    Attributes:
        template: English, with places in braces.
        values: what stands in the places.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, Value]

    def __str__(self) -> str:
        """Return itself, so that an error's message stays one: ``str(error)`` makes a plain copy of what it holds."""
        return self

    def __add__(self, other: str) -> "Sentence":
        """Put a text behind it; each of both is told by itself in another language."""
        return say("{first}{second}", first=self, second=other)

    def __radd__(self, other: str) -> "Sentence":
        """Put a text before it."""
        return say("{first}{second}", first=other, second=self)


def say(template: str, /, **values: Value) -> Sentence:
    """Make a sentence of a template and the values in its places."""
    shown = {name: value if type(value) is str else _shown(value, ENGLISH) for name, value in values.items()}
    made = Sentence(template.format(**shown) if shown else template)
    made.template, made.values = template, values
    return made


def ours(text: str) -> Sentence:
    """Mark a text as a sentence of ours, which it may be already: a word from a table, a value of an enumeration."""
    return text if isinstance(text, Sentence) else say(text)


def joined(separator: str, parts: Iterable[str]) -> Sentence:
    """Put sentences in a row with a sign between them; each is told by itself in another language."""
    named = {f"part{place}": part for place, part in enumerate(parts)}
    return say(separator.join(f"{{{name}}}" for name in named), **named)


def capitalised(text: str) -> Sentence:
    """Let a text begin a sentence, also where it is told in another language."""
    return say("{text}", text=Capital(text))


def full_sentence(clause: str) -> Sentence:
    """Make a sentence of a clause of ours, also where it is told in another language: a capital, and a full stop."""
    return say("{clause}.", clause=Capital(ours(clause)))


def words_of(text: str) -> str:
    """Return the English words of a text alone, without what they were made of: what is kept or sent elsewhere."""
    return str.__str__(text)


def of_eur(eur: Fraction | int) -> Money:
    """Return exact EUR as money, rounded half up to the cent."""
    return Money(round_half_up(eur * 100))


def told(sentence: str, voice: Voice) -> str:
    """Say a sentence of ours in another language; a fixed one need not be a :class:`Sentence`."""
    if not isinstance(sentence, Sentence):
        return voice.template(sentence)
    values = {name: _shown(value, voice) for name, value in sentence.values.items()}
    template = voice.template(sentence.template)
    return template.format(**values) if values else template


def _shown(value: Value, voice: Voice) -> str:
    match value:
        case str():
            return told(value, voice) if isinstance(value, Sentence) else value
        case int():
            return voice.exact(value, 0)
        case date():
            return voice.day(value)
        case State():
            return voice.state(value.code)
        case Sequence():
            return voice.listed([_shown(each, voice) for each in value])
        case _:
            return _figure(value, voice)


def _figure(value: Number | Counted | Relocations | Money | Percent | Capital | Clause, voice: Voice) -> str:
    match value:
        case Capital() | Clause():
            shown = _shown(value.text, voice)
            return shown[:1].upper() + shown[1:] if isinstance(value, Capital) else shown.removesuffix(".")
        case Money():
            return voice.amount(value.currency, value.cents)
        case Percent():
            return f"{voice.exact(value.ratio * 100, DECIMALS)}{HARD}%"
        case Relocations():
            return _figure(Counted(value.value, ONE_RELOCATION, RELOCATIONS), voice)
        case Counted():
            template = voice.template(value.one if voice.is_one(value.value) else value.several)
            return template.format(
                count=voice.exact(value.value, 0 if value.value.denominator == 1 else value.decimals)
            )
        case _:
            return voice.exact(value.value, _decimals(value.value) if value.decimals is None else value.decimals)


def _decimals(value: Fraction | int) -> int:
    return 0 if value.denominator == 1 else DECIMALS
