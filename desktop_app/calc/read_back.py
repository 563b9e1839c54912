"""Reading a sentence of ours back from its English: what the record keeps as text is told in another language.

A journal keeps the title of every entry in English, whoever typed it and in whatever language. To show it in another
one, the template is found that it was made from; figures, days and names of states among its values are known by
their form. A text that no template fits stays as it is.
"""

import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Final

from desktop_app.calc.sentences import Money, Number, Sentence, State, Value, say
from desktop_app.calc.state_names import ASSOCIATED_NAMES, NAMES
from desktop_app.calc.written import HARD, MONTHS, NARROW

_PLACE: Final = re.compile(r"{(\w+)}")
_CODES: Final = {name: code for code, name in (*NAMES.items(), *ASSOCIATED_NAMES.items())}
_NUMBER: Final = re.compile(rf"\d{{1,3}}(?:{NARROW}\d{{3}})+(?:\.\d+)?|\d+\.\d+")
_MONEY: Final = re.compile(rf"EUR{HARD}(\d{{1,3}}(?:{NARROW}\d{{3}})*)(?:\.(\d\d))?")
_DAY: Final = re.compile(rf"(\d{{1,2}}){HARD}({'|'.join(MONTHS)}){HARD}(\d{{4}})")
_RULE: Final = re.compile(r"[A-Z]+\d*(?:-\w+)+")
_DEPTH: Final = 5
"""How many sentences may stand in one another."""
_LEAST_LETTERS: Final = 3
"""Letters of its own that a template has, to be known by them."""
_STATES: Final = frozenset({"state", "name_of"})
"""Places where a state is named."""
_BEGINS: Final = tuple(f"{{{name}}}" for name in sorted(_STATES))
_OURS: Final = frozenset(
    {
        *("about", "of", "part", "plan_title", "said", "stages", "title", "vote", "what", "words", "worth"),
    }
)
"""Places where words of ours stand; what stands in any other a person has typed."""
_OPEN: Final = frozenset({"about", "title", "what"})
"""Those of them where a name that a person gave may stand as well."""
_FIGURES: Final = frozenset({"count", "day", "money", "number", "persons", "revision", "states"})
"""Places where figures stand, and nothing else."""
_BY_HAND: Final = "Paste"
"""What stands for the source of pledges that came from no file."""
_COLUMNS: Final = frozenset({"relocations", "financial contribution", "alternative measures"})
_NOTHING: Final = ("none", "nothing recorded")


class Templates:
    """The templates that a text may have been made from.

    The one with the most letters of its own wins, so that ``"{state}: pledges"`` is not taken for ``"{one}: {other}"``.
    A template is taken where all that must be ours in it is: a name that a person typed stays as it is, even where it
    is a word of ours.
    """

    def __init__(self, english: Iterable[str]) -> None:
        """Sort the templates, those with the most letters of their own first.

        Args:
            english: every template, as the catalogues have them.
        """
        self._plain: Final[set[str]] = set()
        self._shaped: Final[list[tuple[str, str]]] = []
        for template in english:
            own = _PLACE.split(template)[::2]
            if len(own) == 1:
                self._plain.add(template)
            elif sum(map(str.isalpha, "".join(own))) >= _LEAST_LETTERS:
                self._shaped.append((max(own, key=len), template))
        # A state is known by its name: what begins with one is taken for nothing else.
        self._shaped.sort(key=lambda each: (not each[1].startswith(_BEGINS), -len(_PLACE.sub("", each[1]))))

    def read(self, text: str) -> Value:
        """Return what a text was made from: a sentence, a figure, a day, a state, or the text itself."""
        if isinstance(text, Sentence):
            return text
        found = self._read(text, _DEPTH)
        return text if found is None else found

    def _read(self, text: str, depth: int) -> Value | None:
        """Return what a text was made from; nothing where all of it is not ours."""
        if text in self._plain:
            return say(text)
        if not text or text.isdecimal() or _RULE.fullmatch(text):
            return text
        figure = _figure(text)
        if figure is not None or not depth:
            return figure
        for own, template in self._shaped:
            if own in text and (made := self._made(template, text, depth)) is not None:
                return made
        return self._parted(text, depth)

    def _made(self, template: str, text: str, depth: int) -> Sentence | None:
        """Return a text as made from a template; nothing where it was not."""
        found = _shape(template).fullmatch(text)
        if found is None:
            return None
        values: dict[str, Value] = {}
        for name, words in found.groupdict().items():
            if name in _FIGURES:
                value = words if words.isdecimal() else _figure(words)
            else:
                ours = name in _OURS or name in _STATES or words == _BY_HAND
                value = self._read(words, depth - 1) if ours else words
                value = words if value is None and name in _OPEN else value
            if value is None:
                return None
            values[name] = value
        return say(template, **values)

    def _parted(self, text: str, depth: int) -> Value | None:
        """Read words and the figure behind them, or both sides of a colon or a comma, by themselves."""
        for nothing in _NOTHING:
            words = text.removesuffix(f" {nothing}")
            if words in _COLUMNS:
                return say("{words} {nothing}", words=say(words), nothing=say(nothing))
        words, _space, last = text.rpartition(" ")
        if words in self._plain and (last.isdecimal() or _figure(last) is not None):
            return say("{words} {figure}", words=say(words), figure=_figure(last) or last)
        for sign in (": ", ", ", " and "):
            before, found, after = text.partition(sign)
            one = self._read(before, depth - 1) if found else None
            other = None if one is None else self._read(after, depth - 1)
            if one is not None and other is not None:
                return [one, other] if sign == " and " else say(f"{{one}}{sign}{{other}}", one=one, other=other)
        return None


@lru_cache(maxsize=2048)
def _shape(template: str) -> re.Pattern[str]:
    parts = _PLACE.split(template)
    seen: set[str] = set()
    pattern = ""
    for place, part in enumerate(parts):
        if place % 2 == 0:
            pattern += re.escape(part)
        elif part in seen:
            pattern += f"(?P={part})"
        else:
            seen.add(part)
            pattern += f"(?P<{part}>{_ANY_STATE if part in _STATES else '.*?'})"
    return re.compile(pattern, re.DOTALL)


_ANY_STATE: Final = "|".join(map(re.escape, sorted(_CODES, key=len, reverse=True)))


def _figure(text: str) -> Value | None:
    if text in _CODES:
        return State(_CODES[text])
    if money := _MONEY.fullmatch(text):
        return Money(int(money[1].replace(NARROW, "")) * 100 + int(money[2] or 0))
    if day := _DAY.fullmatch(text):
        return date(int(day[3]), MONTHS.index(day[2]) + 1, int(day[1]))
    if _NUMBER.fullmatch(text):
        whole, _point, decimals = text.replace(NARROW, "").partition(".")
        return Number(_exact(whole, decimals), len(decimals))
    return None


def _exact(whole: str, decimals: str) -> Fraction | int:
    return Fraction(int(whole + decimals), 10 ** len(decimals)) if decimals else int(whole)
