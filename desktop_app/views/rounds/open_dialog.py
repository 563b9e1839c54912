"""The dialog that opens a meeting: one that is recorded already, or a new one."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.forum import Forum, Meeting, MeetingKind, Procedure
from desktop_app.calc.memory import Moment
from desktop_app.calc.rounds import MEETING_KINDS, round_words, sittings
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.fields import ChoiceField, DateField, TextField
from desktop_app.views.language import marked, tr, upper_first
from desktop_app.views.rounds.lines import changes_words
from desktop_app.views.theme import Type, legible

NEW: Final = "new"
_A_NEW_ONE: Final = marked("a new meeting")


@dataclass(frozen=True, slots=True)
class Opening:
    """The meeting to which what follows shall belong.

    Attributes:
        meeting: its id.
        added: the meeting itself where it is a new one.
    """

    meeting: str
    added: Meeting | None = None


class OpenMeetingDialog(AskingDialog[Opening]):
    """Asks at which meeting the negotiation goes on."""

    help_page = "negotiation"
    help_heading = "Meetings and rounds"

    def __init__(self, parent: QWidget | None, forum: Forum, moment: Moment, changes: int) -> None:
        """Offer the meetings that are recorded and, in the annual pool, a new one.

        Args:
            parent: the window it belongs to.
            forum: has the meetings; one at least, or it is an annual pool.
            moment: of now, in the round that is open.
            changes: how much was changed in that round.
        """
        super().__init__(parent, tr("Open a meeting"), tr("&Open the meeting"))
        self._taken = {each.id for each in sittings(forum)}
        self.add_words(tr("Open a meeting"), Type.HEADING)
        self.add_words(
            tr("What is typed from then on belongs to it, and its rounds are counted by themselves."), tone="muted"
        )
        if changes:
            self.add_words(
                legible(
                    tr(
                        "{round}, is left open with {changes}. Close it first (Ctrl+F6) where its state "
                        "shall be kept as a snapshot.",
                        round=upper_first(round_words(forum, moment)),
                        changes=changes_words(changes),
                    )
                ),
                tone="warn",
            )
        recorded = [(each.id, each.title) for each in sittings(forum) if each.id != moment.meeting]
        can_add = forum.procedure is Procedure.ANNUAL_POOL
        self.which = ChoiceField(tr("Meeting"), [*([(NEW, _A_NEW_ONE)] if can_add else []), *recorded])
        self.kind = ChoiceField(tr("Kind"), [(kind, words) for kind, words in MEETING_KINDS.items()])
        self.date = DateField(tr("Date"))
        self.id = TextField(tr("Short name, which the record shows beside entries"))
        self.kind.put(MeetingKind.RESUMED if forum.meetings else MeetingKind.INITIAL)
        self.id.put(next(f"m{number}" for number in range(1, len(self._taken) + 2) if f"m{number}" not in self._taken))
        self._of_new = (self.kind, self.date, self.id)
        for field in (self.which, *self._of_new):
            field.edited.connect(self._judge)
            self.add(field)
        later = _after(forum, moment)
        if later is not None:
            self.which.put(later)
        self.resize(560, 0)
        self._judge()

    def typed(self) -> object:
        """Return what stands in the fields."""
        return tuple(field.raw for field in (self.which, *self._of_new))

    def answer(self) -> Opening:
        """Return the meeting."""
        if self.which.raw != NEW:
            return Opening(str(self.which.raw))
        name = self.id.raw.strip()
        return Opening(name, Meeting(name, self.kind.raw, self.date.value))

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        for field in (self.which, *self._of_new):
            field.set_scale(scale)

    def _judge(self) -> None:
        is_new = self.which.raw == NEW
        for field in self._of_new:
            field.setVisible(is_new)
        name, problem = self.id.raw.strip(), ""
        if not name:
            problem = tr("A meeting needs a short name, such as m1.")
        elif name in self._taken:
            problem = tr("The name {name} is taken: give each meeting its own.", name=name)
        self.id.complain(problem)
        self.accept_button.setEnabled(not is_new or not (problem or self.date.problem))


def _after(forum: Forum, moment: Moment) -> str | None:
    """Return the recorded meeting that follows the one that is held; ``None`` where that is the last."""
    ids = [each.id for each in sittings(forum)]
    here = ids.index(moment.meeting) if moment.meeting in ids else -1
    return ids[here + 1] if here + 1 < len(ids) else None
