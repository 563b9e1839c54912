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
_DEPTH: Final = 4
"""How many sentences may stand in one another."""


class Templates:
    """The templates that a text may have been made from.

    The one with the most letters of its own wins, so that ``"{state}: pledges"`` is not taken for ``"{one}: {other}"``.
    """

    def __init__(self, english: Iterable[str]) -> None:
        """Sort the templates, those with the most letters of their own first.

        Args:
            english: every template, as the catalogues have them.
        """
        self._plain: Final[set[str]] = set()
        self._shaped: Final[list[tuple[str, str]]] = []
        for template in english:
            if _PLACE.search(template):
                self._shaped.append((max(_PLACE.split(template)[::2], key=len), template))
            else:
                self._plain.add(template)
        self._shaped.sort(key=lambda each: -len(_PLACE.sub("", each[1])))

    def read(self, text: str, depth: int = _DEPTH) -> Value:
        """Return what a text was made from: a sentence, a figure, a day, a state, or the text itself."""
        if isinstance(text, Sentence):
            return text
        if text in self._plain:
            return say(text)
        figure = _figure(text)
        if figure is not None or not depth or text.startswith("“"):
            return text if figure is None else figure
        for own, template in self._shaped:
            if own in text and any(sign.isalpha() for sign in own):
                found = _shape(template).fullmatch(text)
                if found is not None:
                    values = {name: self.read(value, depth - 1) for name, value in found.groupdict().items()}
                    return say(template, **values)
        return self._parted(text, depth)

    def _parted(self, text: str, depth: int) -> Value:
        """Read both sides of a colon, a comma, an "and" or a figure by themselves; where neither is known, nothing."""
        for sign in (": ", ", ", " and "):
            before, found, after = text.partition(sign)
            if found:
                one, other = self.read(before, depth - 1), self.read(after, depth - 1)
                if not (type(one) is str and type(other) is str):
                    return [one, other] if sign == " and " else say(f"{{one}}{sign}{{other}}", one=one, other=other)
        words, _space, last = text.rpartition(" ")
        if words in self._plain and (last.isdigit() or _figure(last) is not None):
            return say("{words} {figure}", words=say(words), figure=self.read(last, 0))
        return text


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
            pattern += f"(?P<{part}>.+?)"
    return re.compile(pattern, re.DOTALL)


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
