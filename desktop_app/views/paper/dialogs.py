"""What is asked before a print: which states, since which round, which meeting with which documents."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import Snapshot
from desktop_app.calc.papers import Held
from desktop_app.calc.rounds import sitting_of
from desktop_app.documents.dossier import EVERY_PIECE, Piece
from desktop_app.models.standpoints import when
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.fields.choices import UNCHOSEN, ChoiceField
from desktop_app.views.fields.looks import Check
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.preview.state_list import StateList
from desktop_app.views.theme import Type, theme

_PAGE, _HEADING = "negotiation", marked("Paper for the room")
_SECRETARIAT = marked("For the se&cretariat: with notes, reasons, names and what the Commission classified")
_FOR_THE_ROOM = marked(
    "Without it, the dossier is for the room: no note, no reason, nothing of the Commission's numbers until the act is "
    "adopted; it says so. With it, every page is marked for these numbers."
)
_FOR_A_DELEGATION = marked(
    "Without it, a sheet has nothing of another state, no note, no reason, and nothing of the Commission's numbers."
)
_PIECES = {
    Piece.ANNEX: marked("Draft &annex"),
    Piece.TABLE: marked("&Table"),
    Piece.SHEETS: marked("Delegation s&heets"),
    Piece.DIFFERENCE: marked("&Differences from the last round"),
    Piece.FINDINGS: marked("&Findings"),
    Piece.READINGS: marked("&Readings in force"),
    Piece.HISTORY: marked("Histor&y of the meeting"),
}


@dataclass(frozen=True, slots=True)
class SheetsChoice:
    """Which sheets are wanted.

    Attributes:
        codes: of the states, in protocol order; ``None`` for all.
        secretariat: with what is for the secretariat only.
    """

    codes: tuple[str, ...] | None = None
    secretariat: bool = False


class SheetsDialog(AskingDialog[SheetsChoice]):
    """Asks for whom sheets are printed."""

    help_page, help_heading = _PAGE, _HEADING

    def __init__(self, parent: QWidget | None, codes: Sequence[str]) -> None:
        """Offer the states.

        Args:
            parent: the window it belongs to.
            codes: those that have a sheet, in protocol order.
        """
        super().__init__(parent, tr("Delegation sheets"), tr("&Show"))
        self.add_words(tr("Mark Member States with the space bar. None marked: a sheet for each."), tone="muted")
        self.states = StateList()
        self.states.offer((code, state_name(code)) for code in codes)
        self.add(self.states)
        self.secretariat = _check(_SECRETARIAT)
        self.add(self.secretariat)
        self.add_words(_FOR_A_DELEGATION, Type.CAPTION, "muted")

    def answer(self) -> SheetsChoice:
        """Return what is chosen."""
        return SheetsChoice(self.states.marked or None, self.secretariat.isChecked())

    @classmethod
    def ask(cls, parent: QWidget | None, codes: Sequence[str]) -> SheetsChoice | None:
        """Return which sheets the person wants, or ``None``."""
        return cls(parent, codes).asked()


class DifferenceDialog(AskingDialog[int]):
    """Asks since when differences are printed: a closed round, or the beginning of the record."""

    help_page, help_heading = _PAGE, _HEADING

    def __init__(self, parent: QWidget | None, rounds: Sequence[Snapshot]) -> None:
        """Offer the rounds, the last one first.

        Args:
            parent: the window it belongs to.
            rounds: those that were closed before what is shown, the oldest first.
        """
        super().__init__(parent, tr("Differences"), tr("&Show"))
        words = tr("What is shown is held against an earlier state: before, after, difference, and what caused it.")
        if not rounds:
            words = tr("No round has been closed yet: what is shown is held against the beginning of the record.")
        self.add_words(words, tone="muted")
        named = [(each.moment.seq, f"{each.name} · {when(each.moment.at)}") for each in reversed(rounds)]
        self.since = ChoiceField(tr("Si&nce"), [*named, (1, tr("The beginning of the record"))])
        self.since.input.setAccessibleName(tr("Since"))
        self.add(self.since)

    def answer(self) -> int:
        """Return the number of the entry at which the earlier state stands."""
        return int(self.since.raw)

    @classmethod
    def ask(cls, parent: QWidget | None, rounds: Sequence[Snapshot]) -> int | None:
        """Return since which entry the person wants to see differences, or ``None``."""
        return cls(parent, rounds).asked()


@dataclass(frozen=True, slots=True)
class DossierChoice:
    """Which dossier is wanted.

    Attributes:
        held: the meeting; ``None`` for the whole record.
        pieces: which documents.
        secretariat: with what is for the secretariat only.
    """

    held: Held | None = None
    pieces: frozenset[Piece] = EVERY_PIECE
    secretariat: bool = False


class DossierDialog(AskingDialog[DossierChoice]):
    """Asks for the meeting and the documents of a dossier."""

    help_page, help_heading = _PAGE, _HEADING

    def __init__(self, parent: QWidget | None, forum: Forum, held: Sequence[Held], *, with_rounds: bool) -> None:
        """Offer the meetings, the latest first, and every document.

        Args:
            parent: the window it belongs to.
            forum: names the meetings.
            held: those of which the record has entries.
            with_rounds: whether a round was closed, so that there are differences.
        """
        super().__init__(parent, tr("Dossier of a meeting"), tr("&Show"))
        latest = sorted(held, key=lambda each: -each.last)
        self._held = {each.id: each for each in latest}
        offered = [(each.id, _named(forum, each)) for each in latest]
        self.meeting = ChoiceField(tr("&Meeting"), [*offered, (UNCHOSEN, tr("The whole record"))])
        self.meeting.input.setAccessibleName(tr("Meeting"))
        self.add(self.meeting)
        if not held:
            self.add_words(tr("The record has no meeting yet: the dossier is of all of it."), Type.CAPTION, "muted")
        self.add_words(tr("Documents, numbered in this order after a list of them:"), tone="muted")
        self.pieces = {piece: _check(words) for piece, words in _PIECES.items()}
        for piece, box in self.pieces.items():
            box.setChecked(piece is not Piece.DIFFERENCE or with_rounds)
            box.toggled.connect(self._fit)
            self.add(box)
        self.pieces[Piece.DIFFERENCE].setEnabled(with_rounds)
        if not with_rounds:
            self.add_words(
                tr("No round has been closed yet: there are no differences from one."), Type.CAPTION, "muted"
            )
        self.secretariat = _check(_SECRETARIAT)
        self.add(self.secretariat)
        self.add_words(_FOR_THE_ROOM, Type.CAPTION, "muted")

    def _fit(self, _checked: object = None) -> None:
        self.accept_button.setEnabled(bool(self._chosen))

    @property
    def _chosen(self) -> frozenset[Piece]:
        return frozenset(piece for piece, box in self.pieces.items() if box.isChecked())

    def answer(self) -> DossierChoice:
        """Return what is chosen."""
        return DossierChoice(self._held.get(self.meeting.raw), self._chosen, self.secretariat.isChecked())

    @classmethod
    def ask(
        cls, parent: QWidget | None, forum: Forum, held: Sequence[Held], *, with_rounds: bool
    ) -> DossierChoice | None:
        """Return which dossier the person wants, or ``None``."""
        return cls(parent, forum, held, with_rounds=with_rounds).asked()


def _named(forum: Forum, held: Held) -> str:
    sitting = sitting_of(forum, held.id)
    title = held.title or (sitting.title if sitting is not None else held.id)
    return tr("{title} · entries {first} to {last}", title=title, first=held.first, last=held.last)


def _check(words: str) -> Check:
    box = Check(words)
    box.setFont(theme().font(Type.BODY))
    return box
