"""What a change would do, before it is taken: one sentence, totals, every Member State, findings and deadlines."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.sentences import say
from desktop_app.views.consequences.lines import lines_of
from desktop_app.views.consequences.summary import summary_text
from desktop_app.views.consequences.table import ConsequencesTable
from desktop_app.views.fields.looks import Check
from desktop_app.views.language import tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible

NOTHING: Final = say("No figure and no finding changes. Untick “Only what changes” to see them as they are.")
"""What stands in the place of lines where a change is recorded and no figure follows from it."""
ASIDE: Final = say("What the change would do stands here once that is corrected.")
"""What stands there while something is wrong."""


class ConsequencesView(QWidget):
    """The full form, for dialogs: a sentence above a table, with "only what changes" on or off.

    Nothing is computed here: two assessments are compared. :meth:`show_consequences` may be called with every
    keystroke.

    Attributes:
        is_empty: whether words stand in the place of figures, as while nothing is changed yet.
    """

    def __init__(self) -> None:
        super().__init__()
        self.is_empty = True
        self._summary = ToneLabel("", Type.STRONG)
        self._summary.setWordWrap(True)
        self._summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.only_changes = Check(tr("Only &what changes"))
        self.only_changes.setChecked(True)
        self.table = ConsequencesTable()
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.only_changes.toggled.connect(self.table.show_only_changes)
        # On one line, whatever room the sentence beside it takes.
        self.only_changes.setMinimumWidth(self.only_changes.sizeHint().width() + Space.L)
        first = QHBoxLayout()
        first.setSpacing(Space.M)
        first.addWidget(self._summary, 1)
        first.addWidget(self.only_changes, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(first)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        self.setFocusProxy(self.table)

    @property
    def summary(self) -> str:
        """The sentence on top; empty where there is nothing to show."""
        return "" if self.is_empty else self._summary.text()

    def show_consequences(self, before: Assessment, after: Assessment, lead: str = "") -> None:
        """Show what would change between two assessments.

        Args:
            before: of the forum as it is.
            after: of the forum as it would be.
            lead: what is changed, such as ``"Reference number 21 000 → 30 000"``; may be empty.
        """
        self._say(summary_text(before, after, lead))
        self.table.show_lines(lines_of(before, after), NOTHING)

    def show_unknown(self, words: str) -> None:
        """Say in place of figures why there are none, as while nothing is changed yet."""
        self._say(words, tone="muted", is_empty=True)
        self.table.show_lines((), words)

    def show_problem(self, words: str) -> None:
        """Say what is wrong, so that nothing can be shown."""
        self._say(words, tone="block")
        self.table.show_lines((), ASIDE)

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._summary.set_scale(scale)
        self.table.set_scale(scale)

    def copy(self) -> None:
        """Copy what is selected in the table, or all of it."""
        self.table.copy()

    def _say(self, words: str, tone: str = "text", *, is_empty: bool = False) -> None:
        # Where there is nothing to show, a line says so: the room is the fields'.
        self.is_empty = is_empty
        self.table.setVisible(not is_empty)
        self.only_changes.setVisible(not is_empty)
        self._summary.set_tone(tone)
        self._summary.setText(legible(words))
        self.table.setAccessibleDescription(legible(words))
