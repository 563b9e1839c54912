"""The window of the log: what the Commission was told and coordinated, by day (Art. 59, 60)."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.solidarity_record import LogEntry
from desktop_app.calc.wording import day
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine, FigureList
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.pools.words import Said
from desktop_app.views.solidarity.log import HELP_HEADING, KINDS, LogEditor, entry_words
from desktop_app.views.solidarity.record_window import COPY, RecordWindow, Shown, record_actions
from desktop_app.views.solidarity.records import ListName, state_name

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment
    from desktop_app.views.desk import Desk
    from desktop_app.views.forum_editors.base import ForumEditor

_COLUMNS: Final = (
    Column(marked("Day")),
    Column(marked("About")),
    Column(marked("Member State")),
    Column(marked("Other side")),
    Column(marked("What was said or done"), wraps=True),
)


class LogWindow(RecordWindow):
    """The entries, the earliest first; those without a day stand at the end."""

    list_name: ClassVar[ListName] = "log"
    nothing = marked("Nothing is recorded in the log. Insert records the first entry (Art. 59, 60).")
    help_heading = HELP_HEADING

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without a desk."""
        figures = FigureList(tr("Log of coordination and bilateral measures"), _COLUMNS)
        super().__init__(
            parent, tr("Log of coordination"), "Ctrl+G", figures, (*record_actions(self.words), None, COPY)
        )

    def lines(self, assessment: "Assessment") -> Sequence[Shown]:
        """Return one line an entry."""
        entries = enumerate(assessment.forum.solidarity.log)
        ordered = sorted(entries, key=lambda each: (each[1].on or date.max, each[0]))
        return [Shown(_line(entry), place, entry.code) for place, entry in ordered]

    def about(self, assessment: "Assessment", row: int) -> tuple[str, Sequence[Said]]:
        """Return the entry in full."""
        entry = assessment.forum.solidarity.log[self.shown[row].place or 0]
        words = shown(entry_words(entry))
        return f"{words[:1].upper()}{words[1:]}", (Said(entry.text),)

    def warning(self, assessment: "Assessment") -> tuple[Said, str, str]:  # noqa: ARG002 - nothing to warn of
        """Return nothing."""
        return Said(""), "", ""

    def editor(self, desk: "Desk", place: int | None) -> "ForumEditor":
        """Return the editor of an entry."""
        return LogEditor(self, desk, place)

    def removal(self, item: Any) -> tuple[str, str]:
        """Return what taking an entry out is called, and the entry in a few words."""
        words = shown(entry_words(item))
        return marked("Log: {entry} removed", entry=entry_words(item)), f"{words[:1].upper()}{words[1:]}"


def _line(entry: LogEntry) -> FigureLine:
    return FigureLine(
        (
            Cell(tr("no day") if entry.on is None else day(entry.on)),
            Cell(KINDS[entry.kind]),
            Cell(state_name(entry.code)),
            Cell(state_name(entry.other)),
            Cell(entry.text),
        )
    )
