"""The underlined letters of a menu or a window: each its own, whatever the language.

Translators cannot see which texts come together, and what a window shows changes while it is open.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import Final, TypeAlias

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenuBar, QScrollArea, QTabBar, QToolButton, QWidget

_Part: TypeAlias = tuple[str, Callable[[str], object]]
"""A text with a letter, and what shows another one in its place."""

_MARK: Final = re.compile(r"&(?=[^& ])")


def mnemonic(text: str) -> str:
    """Return the letter that is marked in a text, in small letters; empty where there is none."""
    found = _MARK.search(text.replace("&&", "\0\0"))
    return text[found.end()].casefold() if found else ""


def distinct(texts: Sequence[str], taken: Collection[str] = ()) -> list[str]:
    """Mark another letter in each text: its own where it can keep it, else the first that is free.

    Args:
        texts: of one menu, those that keep their letter first; ``&`` before the letter that is marked.
        taken: letters that none of them may have.

    Returns:
        The same texts. As many as possible have a letter of their own; one that finds none has none.
    """
    bare = [_MARK.sub("", text.replace("&&", "\0")) for text in texts]
    wanted = [mnemonic(text) for text in texts]
    holder: dict[str, int] = {}
    for place, letter in enumerate(wanted):
        if letter and letter not in taken:
            holder.setdefault(letter, place)
    for place in range(len(texts)):
        if wanted[place] and holder.get(wanted[place]) != place:
            _seek(place, bare, holder, set(taken))
    letter_of = {place: letter for letter, place in holder.items()}
    return [
        text if letter_of.get(place, "") == wanted[place] else _marked(bare[place], letter_of.get(place, ""))
        for place, text in enumerate(texts)
    ]


def _seek(place: int, bare: Sequence[str], holder: dict[str, int], tried: set[str]) -> bool:
    """Find a letter for a text, moving others where they have another choice (a matching of texts and letters)."""
    choices = [letter for letter in _choices(bare[place]) if letter not in tried]
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
    """Return the letters that a text may have marked, the best first: those that begin words, plain before ``é``.

    Not every keyboard has a letter with an accent as a key.
    """
    words = [word[0] for word in re.findall(r"[^\W_]+", text)]
    signs = dict.fromkeys(sign.casefold() for sign in (*words, *text) if sign.isalnum())
    return sorted(signs, key=lambda sign: not sign.isascii())


def _marked(text: str, letter: str) -> str:
    """Mark the first place of a letter, at the beginning of a word where it stands at one."""
    place = -1
    if letter:
        begins = [found.start() for found in re.finditer(r"[^\W_]+", text) if found.group()[0].casefold() == letter]
        place = begins[0] if begins else text.casefold().find(letter)
    marked = text if place < 0 else f"{text[:place]}&{text[place:]}"
    return marked.replace("\0", "&&")


def tell_actions_apart(actions: Sequence[QAction]) -> None:
    """Give the items of a menu letters of their own; those that come first keep theirs."""
    for action, text in zip(actions, distinct([each.text() for each in actions]), strict=True):
        action.setText(text)


def tell_apart(window: QWidget) -> None:
    """Give what is seen in a window letters of its own: buttons, tabs, captions; the menu bar keeps its letters."""
    bars = [action.text() for bar in window.findChildren(QMenuBar) for action in bar.actions() if action.isVisible()]
    marked = [part for part in _parts(window) if mnemonic(part[0])]
    texts = distinct([text for text, _show in marked], {mnemonic(text) for text in bars})
    for (before, show), text in zip(marked, texts, strict=True):
        if before != text:
            show(text)


def _parts(window: QWidget) -> Iterator[_Part]:
    """Give the texts that a window shows, what is done before what it is done with."""
    for button in window.findChildren(QAbstractButton):
        if _is_seen(button, window):
            yield button.text(), partial(_show_on_button, button)
    for bar in window.findChildren(QTabBar):
        if _is_seen(bar, window):
            yield from ((bar.tabText(place), partial(bar.setTabText, place)) for place in range(bar.count()))
    for label in window.findChildren(QLabel):
        # A label without a field to lead to shows its signs as they are.
        if label.buddy() is not None and _is_seen(label, window):
            yield label.text(), label.setText


def _is_seen(part: QWidget, window: QWidget) -> bool:
    return part.window() is window and part.isVisibleTo(window)


def _show_on_button(button: QAbstractButton, text: str) -> None:
    button.setText(text)
    action = button.defaultAction() if isinstance(button, QToolButton) else None
    # Qt leaves this out of its stubs: a button may have none, and takes its text from it whenever it changes.
    if action is not None:
        action.setIconText(text)


class _Keeper(QObject):
    """Tells the letters of a window apart whenever something comes, goes or says something else."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        # Once for all that happens at the same time.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(lambda: tell_apart(window))
        for each in (window, *(area.widget() for area in window.findChildren(QScrollArea))):
            if each is not None:
                each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See a layout that is made anew, as it is for every text and for what is shown or hidden."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._soon.start()
        return super().eventFilter(watched, event)


def keep_apart(window: QWidget) -> None:
    """Tell the letters of a window apart, now and as long as it lives."""
    tell_apart(window)
    if not any(isinstance(each, _Keeper) for each in window.children()):
        _Keeper(window)
