"""What is asked beside the history: a reason, whether to take a change back, a fingerprint."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from desktop_app.calc.memory import Elsewhere, Found, Scenario
from desktop_app.calc.rounds import round_words
from desktop_app.models.errors import BadInput, ForumFileError
from desktop_app.views.consequences import ConsequencesView
from desktop_app.views.dialogs.base import ENTER, AskingDialog
from desktop_app.views.fields import NoteField, TextField
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine, FigureList
from desktop_app.views.language import entry_title, marked, shown, tr, upper_first
from desktop_app.views.parts import ToneLabel
from desktop_app.views.saved_mark import clock_text
from desktop_app.views.theme import Type, legible

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment
    from desktop_app.calc.forum import Forum

_PAGE: Final = "negotiation"
_WIDE: Final = (1040, 680)
_FOUND: Final = (
    Column(marked("Where")),
    Column(marked("When")),
    Column(marked("What"), wraps=True),
    Column(marked("State")),
)
_LEAST: Final = 4
_DIGITS: Final = frozenset("0123456789abcdef")
_NOT_FOUND: Final = marked(
    "No moment of this forum and none of its scenarios had this state: it was printed from another file, or from a "
    "copy that went its own way."
)


class ReasonDialog(AskingDialog[str]):
    """Asks why an entry was made; the reason is put on record beside it, and the last one said counts."""

    help_page, help_heading = _PAGE, marked("History")

    def __init__(self, parent: QWidget | None, what: str, current: str | None) -> None:
        """Make the dialog.

        Args:
            parent: the window it belongs to.
            what: the entry, in words.
            current: the reason it has.
        """
        super().__init__(parent, tr("Reason"), tr("&Record the reason"))
        self.add_words(legible(what), Type.STRONG)
        self.reason = NoteField(tr("Reason"), tr("such as: corrected after the delegation's call"))
        self.reason.put(current)
        self.reason.edited.connect(self._judge)
        self.add(self.reason)
        self.add_words(tr("Ctrl+Enter records it, Esc leaves, F1 helps"), Type.CAPTION, "muted")
        self._current = current
        self._judge()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        for part in (self.reason,):
            part.set_scale(scale)

    def answer(self) -> str:
        """Return the reason."""
        return self.reason.value or ""

    def typed(self) -> object:
        """Return what leaving would lose."""
        return self.reason.raw

    def _judge(self) -> None:
        self.accept_button.setEnabled(bool(self.answer()) and self.answer() != self._current)


class FiguresDialog(AskingDialog[None]):
    """Shows what one entry changed in figures."""

    help_page, help_heading = _PAGE, marked("History")

    def __init__(self, parent: QWidget | None, what: str, before: "Assessment", after: "Assessment") -> None:
        """Make the dialog.

        Args:
            parent: the window it belongs to.
            what: the entry, in words.
            before: before the entry.
            after: after it.
        """
        super().__init__(parent, tr("What it changed"), tr("&Close"))
        # Nothing is asked here: one way out is enough.
        self.buttons.removeButton(self.buttons.button(QDialogButtonBox.StandardButton.Cancel))
        self.add_words(legible(what), Type.STRONG)
        self.consequences = ConsequencesView()
        self.consequences.show_consequences(before, after)
        self.column.addWidget(self.consequences, 1)
        self.resize(*_WIDE)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        for part in (self.consequences,):
            part.set_scale(scale)

    def answer(self) -> None:
        """Return nothing."""
        return


class TakeBackDialog(AskingDialog[str]):
    """Shows what taking one past change back would do, and asks why."""

    help_page, help_heading = _PAGE, marked("History")

    def __init__(self, parent: QWidget | None, what: str, before: "Assessment", after: "Assessment") -> None:
        """Make the dialog.

        Args:
            parent: the window it belongs to.
            what: the entry, in words.
            before: of the record as it stands.
            after: of the record without the change.
        """
        super().__init__(parent, tr("Take back"), tr("&Take it back"))
        self.add_words(tr("Take back this change alone; everything else stays as it is:"), tone="muted")
        self.add_words(legible(what), Type.STRONG)
        self.reason = NoteField(tr("Reason (may stay empty)"), lines=2)
        self.add(self.reason)
        self.add_words("Ctrl+Enter takes it back, Esc leaves it, F1 helps", Type.CAPTION, "muted")
        self.consequences = ConsequencesView()
        self.consequences.show_consequences(before, after)
        self.column.addWidget(self.consequences, 1)
        self.resize(*_WIDE)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        for part in (self.reason, self.consequences):
            part.set_scale(scale)

    def answer(self) -> str:
        """Return the reason; may be empty."""
        return self.reason.value or ""

    def typed(self) -> object:
        """Return what leaving would lose."""
        return self.reason.raw


class FindDialog(AskingDialog[Found]):
    """Asks for a printed fingerprint, and lists where it belongs; Enter on one opens it there."""

    help_page, help_heading = _PAGE, marked("History")

    def __init__(self, parent: QWidget | None, find: Callable[[str], Sequence[Found]], forum: "Forum") -> None:
        """Make the dialog.

        Args:
            parent: the window it belongs to.
            find: looks a fingerprint up; raises :class:`BadInput` and :class:`ForumFileError`.
            forum: names the meetings.
        """
        super().__init__(parent, tr("Find a fingerprint"), tr("&Open it"))
        self._find, self._forum = find, forum
        self.found: tuple[Found, ...] = ()
        self.add_words(tr("The fingerprint at the foot of a printed page, or its first digits, at least four."))
        self.digits = TextField(tr("Fingerprint"), tr("such as 3f9a 01bc 22d4"))
        self.digits.edited.connect(self._look)
        self.digits.input.installEventFilter(self)
        self.add(self.digits)
        self.said = ToneLabel("", Type.BODY, "muted")
        self.said.setWordWrap(True)
        self.add(self.said)
        self.list = FigureList(tr("Where it belongs"), _FOUND)
        self.list.entered.connect(lambda _row: self.accept())
        self.column.addWidget(self.list, 1)
        self._look()
        self.resize(860, 460)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        for part in (self.digits, self.list):
            part.set_scale(scale)

    def answer(self) -> Found:
        """Return the chosen moment or scenario."""
        return self.found[max(0, self.list.currentRow())]

    def accept(self) -> None:
        """Open what is chosen, where something was found."""
        if self.found:
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter open what was found."""
        if event.key() in ENTER and self.found:
            self.accept()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down go from the digits into the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            self.list.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        typed = "".join(self.digits.raw.split())
        self.found = ()
        words, tone = "", "muted"
        if typed:
            try:
                self.found = tuple(self._find(typed))
            except BadInput as error:
                words = f"{upper_first(error.what)}: {tr(error.remedy)}."
                # Of the first few digits nothing is wrong yet.
                tone = "muted" if len(typed) < _LEAST and set(typed.lower()) <= _DIGITS else "block"
            except ForumFileError as error:
                words, tone = shown(str(error)), "block"
            else:
                words, tone = (self._counted(), "text") if self.found else (_NOT_FOUND, "warn")
        self.said.set_tone(tone)
        self.said.setText(legible(words))
        self.list.show_lines([self._line(each) for each in self.found])
        self.accept_button.setEnabled(bool(self.found))

    def _counted(self) -> str:
        count = len(self.found)
        return (
            tr("1 place had this state.")
            if count == 1
            else tr("{count} places had this state, the oldest first.", count=count)
        )

    def _line(self, each: Found) -> FigureLine:
        if isinstance(each, Scenario):
            where, moment = tr("Scenario {name}", name=each.name), each.moment
        elif isinstance(each, Elsewhere):
            where, moment = tr("At {desk}, merged by entry {seq}", desk=each.desk, seq=each.merged.seq), each.moment
        else:
            where, moment = (
                tr("Entry {seq}, {round}", seq=each.seq, round=round_words(self._forum, each)),
                each,
            )
        texts = (where, clock_text(moment.at), entry_title(moment.title), moment.fingerprint)
        return FigureLine(tuple(Cell(text) for text in texts))
