"""Eurostat's letters beside a value."""

from typing import Final

from desktop_app.calc.forum import DataFlag
from desktop_app.calc.sentences import say

LETTERS: Final = {
    "p": DataFlag.PROVISIONAL,
    "e": DataFlag.ESTIMATED,
    "b": DataFlag.BREAK,
    "d": DataFlag.DEFINITION,
    "u": DataFlag.LOW_RELIABILITY,
}
"""The flags that the forum keeps."""

_OTHERS: Final = {
    "c": say("confidential"),
    "f": say("forecast"),
    "i": say("imputed"),
    "m": say("missing"),
    "n": say("not significant"),
    "r": say("revised"),
    "s": say("Eurostat's estimate"),
    "z": say("not applicable"),
}
_SEPARATORS: Final = " ,;|"


class UnknownFlagError(Exception):
    """Something beside a value that is no flag."""


def read_flags(text: str) -> tuple[tuple[DataFlag, ...], tuple[str, ...]]:
    """Return the flags that the forum keeps, in the order of :class:`DataFlag`, and the others in words.

    Args:
        text: letters such as ``"p"``, ``"be"`` or ``"b,e"``, or words such as ``"provisional"``.

    Raises:
        UnknownFlagError: there is something else; the message is it.
    """
    kept: set[DataFlag] = set()
    others: set[str] = set()
    by_word = {flag.value: flag for flag in DataFlag}
    for part in text.translate(dict.fromkeys(map(ord, _SEPARATORS), " ")).casefold().split():
        if part in by_word:
            kept.add(by_word[part])
            continue
        for letter in part:
            if letter in LETTERS:
                kept.add(LETTERS[letter])
            elif letter in _OTHERS:
                others.add(_OTHERS[letter])
            else:
                raise UnknownFlagError(part)
    return tuple(flag for flag in DataFlag if flag in kept), tuple(sorted(others))
