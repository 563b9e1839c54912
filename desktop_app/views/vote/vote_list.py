"""The Member States and how they vote: single keys tick the current line, or every selected one."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop_app.calc.majority import Standing, Turning, Verdict
from desktop_app.calc.vote import Vote
from desktop_app.calc.wording import percent, persons
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine, FigureList
from desktop_app.views.language import chosen, marked, state_name, tr

COLUMNS: Final = (
    Column(marked("Member State")),
    Column(marked("Vote")),
    Column(marked("Voting population"), right=True),
    Column(marked("Share of it"), right=True),
    Column(marked("Could turn it"), wraps=True),
)
_KEYS: Final = {
    Qt.Key.Key_Y: Vote.YES,
    Qt.Key.Key_N: Vote.NO,
    Qt.Key.Key_A: Vote.ABSTAIN,
    Qt.Key.Key_Delete: None,
    Qt.Key.Key_Backspace: None,
}
_OWN_KEYS: Final = {
    "de": {Qt.Key.Key_J: Vote.YES, Qt.Key.Key_E: Vote.ABSTAIN},
    "fr": {Qt.Key.Key_O: Vote.YES},
    "nl": {
        **dict.fromkeys((Qt.Key.Key_V, Qt.Key.Key_J), Vote.YES),
        Qt.Key.Key_T: Vote.NO,
        Qt.Key.Key_O: Vote.ABSTAIN,
    },
}
"""The first letters of the words in each language, beside those of the English ones."""
LOOKS: Final = {
    Vote.YES: (marked("yes"), "ok", "ok"),
    Vote.NO: (marked("no"), "block", "block"),
    Vote.ABSTAIN: (marked("abstains"), "none", "warn"),
    None: (marked("not yet"), "unknown", "unknown"),
}
"""Word, icon and tone of each vote; the tone is never the only sign."""


class VoteList(FigureList):
    """The list; y, n, a, the language's own letters and Delete tick, and the next state is current then.

    Signals:
        ticked(object): a :class:`Vote`, or ``None`` for not yet, for :attr:`chosen`.
    """

    ticked = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Votes of the Member States"), COLUMNS)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The selected lines, or the current one."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        if len(rows) < 2 and self.currentRow() >= 0:
            return (self.currentRow(),)
        return tuple(rows)

    def go_on(self) -> None:
        """Make the line after a single ticked one current, so that a roll call is a row of keys."""
        if len(self.chosen) == 1:
            self.setCurrentCell(min(self.currentRow() + 1, self.rowCount() - 1), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick; everything else is a list's."""
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        keys = _KEYS | _OWN_KEYS.get(chosen(), {})
        if plain and event.key() in keys and self.chosen:
            self.ticked.emit(keys[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Find nothing by letters: they tick."""


def lines_of(standing: Standing) -> tuple[FigureLine, ...]:
    """Return a line for each participating Member State."""
    return tuple(_line(standing, code) for code in standing.votes)


def _line(standing: Standing, code: str) -> FigureLine:
    word, icon, tone = LOOKS[standing.votes[code]]
    people, share = standing.populations[code], standing.share([code])
    return FigureLine(
        (
            Cell(state_name(code)),
            Cell(word, icon, tone),
            Cell(tr("not recorded"), tone="unknown") if people is None else Cell(persons(people)),
            Cell("–" if share is None else percent(share)),
            Cell("; ".join(_role(standing, each) for each in standing.turning if code in each.takes_part)),
        )
    )


def _role(standing: Standing, turning: Turning) -> str:
    """Say in a few words how a state could turn the outcome."""
    others = turning.size - 1
    lost = standing.verdict is Verdict.REACHED
    words = _REACHES if turning.to_yes else _LOSES if lost else _BLOCKS
    return tr(words[min(others, 2)], others=others)


_REACHES: Final = (
    marked("reaches it alone"),
    marked("reaches it with {others} other's yes"),
    marked("reaches it with {others} others' yes"),
)
_LOSES: Final = (
    marked("loses it alone"),
    marked("loses it with {others} other"),
    marked("loses it with {others} others"),
)
_BLOCKS: Final = (
    marked("blocks it alone"),
    marked("blocks it with {others} other"),
    marked("blocks it with {others} others"),
)
