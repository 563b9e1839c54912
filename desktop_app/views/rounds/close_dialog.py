"""The dialog that closes a round: the name of its snapshot, what it freezes, and a note."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.findings import Severity
from desktop_app.calc.memory import Moment
from desktop_app.calc.room import Choice, Content, Figures, Stamp, room_sheet
from desktop_app.calc.rounds import LONGEST_NAME, name_problem, round_words, snapshot_name
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.fields import NoteField, TextField
from desktop_app.views.language import tr
from desktop_app.views.rounds.lines import changes_words
from desktop_app.views.theme import Type, legible

_MOST_BLOCKING = 3


@dataclass(frozen=True, slots=True)
class Closing:
    """What the person answered: the name of the snapshot, and why the round is closed."""

    name: str
    note: str | None


class CloseRoundDialog(AskingDialog[Closing]):
    """Asks under which name a round is closed."""

    help_page = "negotiation"
    help_heading = "Meetings and rounds"

    def __init__(
        self, parent: QWidget | None, assessment: Assessment, moment: Moment, changes: int, taken: Sequence[str]
    ) -> None:
        """Say what is frozen.

        Args:
            parent: the window it belongs to.
            assessment: of the record as it stands.
            moment: the last entry, in the round that is closed.
            changes: how much was changed in it.
            taken: names that other snapshots have.
        """
        super().__init__(parent, tr("Close the round"), tr("&Close the round"))
        self._taken = tuple(taken)
        forum = assessment.forum
        where = round_words(forum, moment)
        self.add_words(tr("Close {where}", where=where), Type.HEADING)
        self.add_words(
            tr(
                "The state as it stands becomes a snapshot: it can be opened, compared and printed at any time, "
                "and nobody "
                "can change it. Typing goes on in the next round."
            ),
            tone="muted",
        )
        self.name = TextField(tr("Name of the snapshot"))
        self.name.input.setMaxLength(LONGEST_NAME)
        self.name.put(snapshot_name(forum, moment, datetime.now(UTC).astimezone().date(), taken))
        self.name.edited.connect(self._judge)
        self.add(self.name)
        self.frozen = self.add_words(legible(frozen_words(assessment, changes)))
        self.blocking = self.add_words(legible(blocking_words(assessment)), tone="warn")
        self.blocking.setVisible(bool(self.blocking.text()))
        self.note = NoteField(tr("Note, such as why it is closed (may be empty)"))
        self.note.setMaximumHeight(110)
        self.add(self.note)
        self.resize(640, 0)
        self._judge()

    def typed(self) -> object:
        """Return what stands in the fields."""
        return self.name.raw, self.note.raw

    def answer(self) -> Closing:
        """Return the name without spaces around it, and the note."""
        return Closing(" ".join(self.name.raw.split()), self.note.value)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        for field in (self.name, self.note):
            field.set_scale(scale)

    def _judge(self) -> None:
        problem = name_problem(self.name.raw, self._taken)
        self.name.complain(problem)
        self.accept_button.setEnabled(not problem)


def frozen_words(assessment: Assessment, changes: int) -> str:
    """Say in one line what a snapshot freezes: the figures of the procedure, and how much was changed."""
    now = datetime.now(UTC)
    sheet = room_sheet(assessment, Choice("", (Content.TOTALS,)), Stamp(now, ""))
    main = [figure for panel in sheet.panels if isinstance(panel, Figures) for figure in panel.main]
    said = [f"{tr(figure.caption)}: {tr(figure.value)}" for figure in main]
    return " · ".join([*said, tr("{changes} in this round", changes=changes_words(changes))])


def blocking_words(assessment: Assessment) -> str:
    """Say what blocks an act, which does not keep a round from being closed; empty where nothing does."""
    found = [each for each in assessment.findings if each.severity is Severity.BLOCK]
    if not found:
        return ""
    said = (
        tr("1 finding blocks a final document; the round can be closed all the same:")
        if len(found) == 1
        else tr("{count} findings block a final document; the round can be closed all the same:", count=len(found))
    )
    first = "\n".join(f"– {tr(each.message)}" for each in found[:_MOST_BLOCKING])
    rest = len(found) - _MOST_BLOCKING
    more = [tr("– and {number} more", number=rest)] if rest > 0 else []
    return "\n".join([said, first, *more])
