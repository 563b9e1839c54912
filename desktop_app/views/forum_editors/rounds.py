"""Rounds of the Solidarity Forum as entries, and the end of the forum, whatever calls it (COM(2020) 610, Art. 46)."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import Change
from desktop_app.calc.forum import Forum
from desktop_app.calc.wording import day
from desktop_app.views.fields import DateField, day_text, read_day
from desktop_app.views.forum_editors.base import Draft, ForumEditor
from desktop_app.views.forum_editors.entries import Entries, EntryKind, Raw
from desktop_app.views.language import marked, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Type, legible

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk


def free_name(others: Sequence[Raw]) -> str:
    """Return a short name that no other round has: ``"f1"``, ``"f2"`` and so on."""
    taken = {other["id"].strip() for other in others}
    number = next(number for number in range(1, len(others) + 2) if f"f{number}" not in taken)
    return f"f{number}"


def round_problems(raw: Raw, others: Sequence[Raw]) -> dict[str, str]:
    """Ask for days that can be read and follow each other, and for a name of its own."""
    found = {name: read_day(raw[name]).problem for name in ("opened", "ended") if read_day(raw[name]).problem}
    opened, ended = read_day(raw["opened"]).value, read_day(raw["ended"]).value
    if opened and ended and ended < opened:
        found["ended"] = tr("The round ends before it opens on {day}: correct one of the days.", day=day(opened))
    if not raw["id"].strip():
        found["id"] = tr("A round needs a short name, such as f1.")
    elif any(other["id"].strip() == raw["id"].strip() for other in others):
        found["id"] = tr("Another round is called {raw}: choose a name of its own.", raw=raw["id"].strip())
    return found


def days_words(raw: Raw) -> str:
    """Return the days of a round: ``"18 to 20 November 2026"``."""
    opened, ended = read_day(raw["opened"]).value, read_day(raw["ended"]).value
    if opened is None:
        return tr("day not known") if ended is None else tr("ended {day}", day=day(ended))
    if ended is None:
        return tr("from {day}", day=day(opened))
    if opened == ended:
        return day(ended)
    is_one_month = (opened.year, opened.month) == (ended.year, ended.month)
    return tr("{part} to {day}", part=opened.day if is_one_month else day(opened), day=day(ended))


class RoundsBase(ForumEditor):
    """Rounds of the forum, its end, and what both mean."""

    help_heading = "Rounds of the forum"

    def __init__(
        self,
        parent: QWidget | None,
        desk: "Desk",
        words: str,
        listed: tuple[EntryKind, Sequence[Raw]],
        ended: tuple[str, date | None],
    ) -> None:
        """Make the editor.

        Args:
            parent: the window it belongs to.
            desk: takes the change.
            words: what the editor is for.
            listed: the kind of the rounds, and what stands in their fields.
            ended: what the end of the forum is called, and the day that is recorded.
        """
        super().__init__(parent, desk, tr("Rounds of the forum"), words)
        called, recorded = ended
        kind, held = listed
        self.ended = DateField(called)
        self.put_in("forum_ended", self.ended, day_text(recorded), "forum_ended")
        self.meaning = ToneLabel("", Type.BODY)
        self.meaning.setWordWrap(True)
        self.meaning.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.add_row(self.ended, self.meaning)
        self.rounds = Entries(kind, held)
        self.rounds.edited.connect(self.review)
        self.rounds.list.chosen.connect(lambda _row: self._say_meaning())
        self.add(self.rounds)
        self.open_for(read_only=desk.read_only)
        self.review()
        self.ended.setFocus()

    def change(self) -> Change:
        """Return the change that records what stands there; asked only where all can be read."""
        raise NotImplementedError

    def rounds_of(self, forum: Forum) -> tuple[Sequence[object], date | None]:
        """Return the rounds of a forum, and its end."""
        raise NotImplementedError

    def meaning_of(self, raw: Raw | None) -> str:
        """Return what the current round means, and what the end of the forum starts."""
        raise NotImplementedError

    def ends(self) -> Sequence[date | None]:
        """Return the days on which rounds ended that belong to this forum."""
        return [read_day(raw["ended"]).value for raw in self.rounds.held]

    def open_for(self, *, read_only: bool) -> None:
        """Let the person change the rounds or only look."""
        super().open_for(read_only=read_only)
        self.rounds.set_read_only(read_only)

    def typed(self) -> object:
        """Return what stands in the fields and in the list."""
        return super().typed(), self.rounds.held

    def draft(self) -> Draft:
        """Return the rounds as they stand."""
        found = {name: field.problem for name, field in self.fields.items() if field.problem}
        if self.rounds.problem:
            found["rounds"] = self.rounds.problem
        self._say_meaning()
        return Draft(None if found else self.change(), found)

    def leads(self, then: Forum) -> list[str]:
        """Return what is another one: the end first, it starts the clock of the act."""
        (rounds, ended), (new_rounds, new_ended) = self.rounds_of(self.forum), self.rounds_of(then)
        said = []
        if ended != new_ended:
            said.append(tr("forum not ended") if new_ended is None else tr("forum ended on {day}", day=day(new_ended)))
        if rounds != new_rounds:
            before, after = len(rounds), len(new_rounds)
            said.append(
                tr("rounds") if before == after else tr("rounds {before} → {after}", before=before, after=after)
            )
        return said

    def _say_meaning(self) -> None:
        held, here = self.rounds.held, self.rounds.list.current
        self.meaning.setText(legible(self.meaning_of(held[here] if 0 <= here < len(held) else None)))
        last = max((end for end in self.ends() if end is not None), default=None)
        if last is not None:
            self.ended.hint(legible(tr("Empty: the forum goes on, though a round ended on {day}.", day=day(last))))
        else:
            self.ended.hint(tr("Empty: no forum, or it goes on. {after_the_end}", after_the_end=self.after_the_end))

    after_the_end = marked("Two weeks after its end the act is due.")
    """What the end of the forum starts, in a sentence."""
