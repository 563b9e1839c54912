"""The editor of an entry of the log: coordination, bilateral measures, notes (COM(2020) 610, Art. 59, 60)."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.member_states import PROTOCOL_ORDER, name_of
from desktop_app.calc.moments import as_of
from desktop_app.calc.sentences import joined
from desktop_app.calc.solidarity_record import LogEntry, LogKind
from desktop_app.calc.wording import day, listed
from desktop_app.views.fields import ChoiceField, DateField, NoteField, day_text
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.pools.drafts import state_choices
from desktop_app.views.solidarity.record_editor import RecordEditor
from desktop_app.views.solidarity.records import ListName, state_name

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_WORDS: Final = marked(
    "Both sides keep the Commission informed of bilateral measures (Art. 59); on request it coordinates operations "
    "(Art. 60). What was said stands here, with its day."
)
KINDS: Final = {
    LogKind.COORDINATION: marked("coordination by the Commission (Art. 60)"),
    LogKind.BILATERAL: marked("bilateral measure (Art. 59)"),
    LogKind.NOTE: marked("note"),
}
SHORT_KINDS: Final = {
    LogKind.COORDINATION: marked("coordination by the Commission"),
    LogKind.BILATERAL: marked("bilateral measure"),
    LogKind.NOTE: marked("note"),
}
"""What an entry is called where there is no room for the article."""
"""What an entry is about, in words."""
HELP_HEADING: Final = marked("Log of coordination")
"""Where the manual tells of it."""


class LogEditor(RecordEditor):
    """Records an entry, or changes one."""

    list_name: ClassVar[ListName] = "log"
    help_heading = HELP_HEADING

    def __init__(self, parent: QWidget | None, desk: "Desk", place: int | None = None) -> None:
        """Make the editor.

        Args:
            parent: the window it belongs to.
            desk: takes the change.
            place: number of the entry that is changed; ``None`` records a new one.
        """
        title = tr("Record an entry of the log") if place is None else tr("Change an entry of the log")
        super().__init__(parent, desk, title, _WORDS, place)
        entry = self.before or LogEntry(None, LogKind.COORDINATION, "")
        states = [(None, tr("not said")), *state_choices(PROTOCOL_ORDER)]
        self.kind = ChoiceField(tr("About"), list(KINDS.items()))
        self.on = DateField(tr("Day"))
        self.on.offer(as_of(self.forum))
        self.code = ChoiceField(tr("Member State"), states)
        self.other = ChoiceField(tr("Other side"), states)
        self.text = NoteField(tr("What was said or done"), tr("Twelve officers for registration, from 1 May"))
        self.put_in("kind", self.kind, entry.kind)
        self.put_in("on", self.on, day_text(entry.on) if place is not None else day_text(as_of(self.forum)))
        self.put_in("code", self.code, entry.code)
        self.put_in("other", self.other, entry.other)
        self.put_in("text", self.text, entry.text)
        self.add_row(self.kind, self.on, self.code, self.other)
        self.add(self.text)
        self.open_for(read_only=desk.read_only)
        self.review()
        (self.kind if place is None else self.text).setFocus()

    def item(self) -> LogEntry:
        """Return the entry as it stands in the fields; only a bilateral measure has another side."""
        kind = self.kind.value
        other = self.other.value if kind is LogKind.BILATERAL else None
        return LogEntry(self.on.value, kind, self.text.value or "", self.code.value, other)

    def refusals(self, item: Any) -> Iterator[tuple[str, str]]:
        """Yield what forbids an entry: a measure of a state with itself."""
        if item.other is not None and item.other == item.code:
            yield (
                "other",
                tr(
                    "{state} is the first side already: choose the other one (Art. 59).",
                    state=state_name(item.code),
                ),
            )

    def wanting(self, item: Any) -> Mapping[str, str]:
        """Ask for what was said, and for both sides of a bilateral measure."""
        found = {} if item.text.strip() else {"text": tr("What was said or done? Write it in a few words.")}
        if item.kind is LogKind.BILATERAL:
            if item.code is None:
                found["code"] = tr("Which Member State? Both sides inform the Commission (Art. 59).")
            if item.other is None:
                found["other"] = tr("With which Member State? Both sides inform the Commission (Art. 59).")
        return found

    def explain(self, item: Any) -> None:
        """Let the other side be chosen where there is one."""
        is_bilateral = item.kind is LogKind.BILATERAL
        self.other.setEnabled(is_bilateral)
        self.other.say("" if is_bilateral else tr("Only a bilateral measure has one."))

    def called(self, item: Any) -> str:
        """Return what the change is called."""
        return marked("Log: {entry}", entry=entry_words(item))

    def words_of(self, item: Any) -> str:
        """Return the entry in a few words."""
        return shown(entry_words(item))


def entry_words(entry: LogEntry) -> str:
    """Return for example ``"bilateral measure, Greece and Germany, 3 May 2027"``."""
    states = [name_of(code) for code in (entry.code, entry.other) if code is not None]
    sides = listed(states) if states else ""
    when = "" if entry.on is None else day(entry.on)
    return joined(", ", [part for part in (SHORT_KINDS[entry.kind], sides, when) if part])
