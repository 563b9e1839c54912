"""The underlined letters of a menu or a window: each its own, whatever the language."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desktop_app.documents.sentences import ENGLISH
from desktop_app.views.language import chosen

_MARK: Final = re.compile(r"&(?=[^& ])")


def mnemonic(text: str) -> str:
    """Return the letter that is marked in a text, in small letters; empty where there is none."""
    found = _MARK.search(text.replace("&&", "\0\0"))
    return text[found.end()].casefold() if found else ""


def distinct(texts: Sequence[str]) -> list[str]:
    """Mark another letter in each text: its own where it can keep it, else the first that is free.

    Args:
        texts: of one menu, those that keep their letter first; ``&`` before the letter that is marked.

    Returns:
        The same texts. As many as possible have a letter of their own; one that finds none has none.
    """
    bare = [_MARK.sub("", text.replace("&&", "\0")) for text in texts]
    wanted = [mnemonic(text) for text in texts]
    holder: dict[str, int] = {}
    for place, letter in enumerate(wanted):
        if letter:
            holder.setdefault(letter, place)
    for place in range(len(texts)):
        if wanted[place] and holder.get(wanted[place]) != place:
            _seek(place, bare, holder, set())
    letter_of = {place: letter for letter, place in holder.items()}
    return [
        text if letter_of.get(place, "") == wanted[place] else _marked(bare[place], letter_of.get(place, ""))
        for place, text in enumerate(texts)
    ]


def _seek(place: int, bare: Sequence[str], holder: dict[str, int], tried: set[str]) -> bool:
    """Find a letter for a text, moving others where they have another choice (a matching of texts and letters)."""
    choices = _choices(bare[place])
    free = next((letter for letter in choices if letter not in holder), None)
    if free is not None:
        holder[free] = place
        return True
    for letter in choices:
        if letter not in tried:
            tried.add(letter)
            if _seek(holder[letter], bare, holder, tried):
                holder[letter] = place
                return True
    return False


def _choices(text: str) -> list[str]:
    """Return the letters that a text may have marked, the best first: those that begin words."""
    words = [word[0] for word in re.findall(r"[^\W_]+", text)]
    return list(dict.fromkeys(sign.casefold() for sign in (*words, *text) if sign.isalnum()))


def _marked(text: str, letter: str) -> str:
    """Mark the first place of a letter, at the beginning of a word where it stands at one."""
    place = -1
    if letter:
        begins = [found.start() for found in re.finditer(r"[^\W_]+", text) if found.group()[0].casefold() == letter]
        place = begins[0] if begins else text.casefold().find(letter)
    marked = text if place < 0 else f"{text[:place]}&{text[place:]}"
    return marked.replace("\0", "&&")


def tell_apart(window: QWidget) -> None:
    """Give the buttons and captions of a window letters of their own, as it is shown.

    English has its letters where its texts stand, and keeps them; translators of other languages cannot see which
    texts come together.
    """
    if chosen() == ENGLISH:
        return
    buttons: list[QAbstractButton | QLabel] = list(window.findChildren(QAbstractButton))
    # A label without a field to lead to shows its signs as they are.
    captions = [label for label in window.findChildren(QLabel) if label.buddy() is not None]
    seen = [part for part in (*buttons, *captions) if part.window() is window and not part.isHidden()]
    marked = [part for part in seen if mnemonic(part.text())]
    for part, text in zip(marked, distinct([part.text() for part in marked]), strict=True):
        if part.text() != text:
            part.setText(text)
