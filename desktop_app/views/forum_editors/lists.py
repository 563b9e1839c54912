"""Editors of the forum's lists: meetings, official holidays, ad hoc contributions of associated states."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import Change, SetAssociated, SetHolidays, SetMeetings
from desktop_app.calc.forum import AssociatedContribution, Forum, Holiday, Meeting, MeetingKind
from desktop_app.calc.member_states import ASSOCIATED_NAMES
from desktop_app.calc.wording import day, money
from desktop_app.views.fields import (
    ChoiceField,
    DateField,
    Field,
    MoneyField,
    TextField,
    day_text,
    money_entry,
    read_day,
    read_money,
)
from desktop_app.views.forum_editors.base import Draft, ForumEditor
from desktop_app.views.forum_editors.entries import RECORDED, Entries, EntryKind, Raw, kept_text
from desktop_app.views.language import marked, shown, state_with_code, tr

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_KINDS: Final = (
    (MeetingKind.INITIAL, marked("first meeting (Art. 13(2))")),
    (MeetingKind.RESUMED, marked("resumed")),
    (MeetingKind.RECONVENED, marked("reconvened, as contributions were insufficient (Art. 13(4))")),
)
_SHORT_KINDS: Final = {
    MeetingKind.INITIAL: marked("first meeting"),
    MeetingKind.RESUMED: marked("resumed"),
    MeetingKind.RECONVENED: marked("reconvened, Art. 13(4)"),
}
_STATES: Final = tuple((code, state_with_code(code)) for code in ASSOCIATED_NAMES)


class ListEditing(ForumEditor):
    """What every editor of one list has; what stands beside the list is a subclass's own."""

    def hold(self, name: str, listed: tuple[EntryKind, Sequence[Raw]]) -> None:
        """Put the list in, and begin.

        Args:
            name: what is changed, in a sentence.
            listed: the kind of the entries, and what stands in them.
        """
        kind, held = listed
        self._name = name
        self.entries = Entries(kind, held)
        self.entries.edited.connect(self.review)
        self.add(self.entries)
        self.open_for(read_only=self._desk.read_only)
        self.review()
        self.entries.setFocus()

    def open_for(self, *, read_only: bool) -> None:
        """Let the person change the entries or only look."""
        self.entries.set_read_only(read_only)

    def typed(self) -> object:
        """Return what stands in the list."""
        return self.entries.held

    def change(self) -> Change:
        """Return the change that puts what stands in the entries into the forum; asked only where all can be read."""
        raise NotImplementedError

    def count(self, forum: Forum) -> int:
        """Return how many entries a forum has."""
        raise NotImplementedError

    def draft(self) -> Draft:
        """Return the list as it stands."""
        problem = self.entries.problem
        return Draft(None, {"entries": problem}) if problem else Draft(self.change(), {})

    def leads(self, then: Forum) -> list[str]:
        """Return how many there are, where that is another number."""
        before, after = self.count(self.forum), self.count(then)
        return [self._name if before == after else f"{shown(self._name)} {before} → {after}"]


class ListEditor(ListEditing):
    """An editor of one list of the forum."""

    def __init__(
        self, parent: QWidget | None, desk: "Desk", title: str, words: str, listed: tuple[EntryKind, Sequence[Raw]]
    ) -> None:
        """Make the editor.

        Args:
            parent: the window it belongs to.
            desk: takes the change.
            title: of the window.
            words: what the editor is for.
            listed: the kind of the entries, and what stands in them.
        """
        super().__init__(parent, desk, title, words)
        self.hold(title[:1].lower() + title[1:], listed)


# ------------------------------------------------------------------------------------------------------------- meetings


class MeetingKinds:
    """Meetings of the High-Level Forum."""

    title = marked("Meetings, in their order")
    one = marked("meeting")
    moves = True

    def fields(self) -> dict[str, Field]:
        """Make the fields of a meeting."""
        return {
            "date": DateField(tr("Date")),
            "kind": ChoiceField(tr("Kind"), _KINDS),
            "id": TextField(tr("Short name, which the journal shows beside entries"), "m1"),
        }

    def new(self, others: Sequence[Raw]) -> Raw:
        """Return a meeting with a free name: the first one, or a resumed one."""
        taken = {str(other["id"]).strip() for other in others}
        number = next(count for count in range(1, len(taken) + 2) if f"m{count}" not in taken)
        return {"date": "", "kind": MeetingKind.RESUMED if others else MeetingKind.INITIAL, "id": f"m{number}"}

    def words(self, raw: Raw) -> str:
        """Return for example ``"m1: first meeting, 18 November 2025"``."""
        held = read_day(raw["date"]).value
        parts = tr(_SHORT_KINDS[raw["kind"]]), tr(day(held)) if held else tr("no date")
        return f"{raw['id'].strip() or '?'}: {', '.join(parts)}"

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:
        """Ask for a name of its own and a date that can be read."""
        found = {"date": read_day(raw["date"]).problem}
        name = raw["id"].strip()
        if not name:
            found["id"] = tr("A meeting needs a short name, such as m1.")
        elif any(other["id"].strip() == name for other in others):
            found["id"] = tr("The name {name} is taken: give each meeting its own.", name=name)
        return {where: what for where, what in found.items() if what}


class MeetingsEditor(ListEditor):
    """The meetings of the High-Level Forum (Art. 13)."""

    help_heading = "Title, meetings, associated states"

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        words = tr(
            "The last meeting stands in the heading. Where contributions are insufficient, the Forum can be reconvened "
            "under Art. 13(4), by simple majority of the Council."
        )
        held = [
            {"date": day_text(each.date), "kind": each.kind, "id": each.id, RECORDED: each}
            for each in desk.assessment.forum.meetings
        ]
        super().__init__(parent, desk, tr("Meetings"), words, (MeetingKinds(), held))

    def change(self) -> Change:
        """Return the meetings."""
        return SetMeetings(
            tuple(
                Meeting(kept_text(raw, "id") or "", raw["kind"], read_day(raw["date"]).value)
                for raw in self.entries.held
            )
        )

    def count(self, forum: Forum) -> int:
        """Return how many meetings there are."""
        return len(forum.meetings)


# ------------------------------------------------------------------------------------------------------------- holidays


class HolidayKinds:
    """Official holidays."""

    title = marked("Official holidays beside 1 January, 25 December and weekends")
    one = marked("holiday")
    moves = False

    def fields(self) -> dict[str, Field]:
        """Make the fields of a holiday."""
        return {"date": DateField(tr("Date")), "name": TextField(tr("Name"), tr("Good Friday"))}

    def new(self, others: Sequence[Raw]) -> Raw:  # noqa: ARG002 - the same beside any others
        """Return an empty holiday."""
        return {"date": "", "name": ""}

    def words(self, raw: Raw) -> str:
        """Return for example ``"3 April 2026 Good Friday"``."""
        held = read_day(raw["date"]).value
        return f"{shown(day(held)) if held else tr('no date')}  {raw['name'].strip()}".rstrip()

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:
        """Ask for a date of its own."""
        read = read_day(raw["date"])
        if read.problem:
            return {"date": read.problem}
        if read.value is None:
            return {"date": tr("A holiday needs its date: write for example 2026-04-03.")}
        if any(read_day(other["date"]).value == read.value for other in others):
            return {"date": tr("{day} stands there twice: keep one of the two.", day=day(read.value))}
        return {}


class HolidaysEditor(ListEditor):
    """Official holidays on which no period ends (Art. 75(d))."""

    help_heading = "Deadlines"

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        words = tr(
            "A period that would end on a Saturday, a Sunday or an official holiday runs to the next working day "
            "(Art. 75(d)). Dates that the law itself fixes do not move."
        )
        held = [
            {"date": day_text(each.date), "name": each.name or "", RECORDED: each}
            for each in desk.assessment.forum.holidays
        ]
        super().__init__(parent, desk, tr("Official holidays"), words, (HolidayKinds(), held))

    def change(self) -> Change:
        """Return the holidays."""
        days = [(read_day(raw["date"]).value, kept_text(raw, "name")) for raw in self.entries.held]
        return SetHolidays(tuple(Holiday(when, name) for when, name in days if when is not None))

    def count(self, forum: Forum) -> int:
        """Return how many holidays there are."""
        return len(forum.holidays)


# ---------------------------------------------------------------------------------------------------- associated states


class AssociatedKinds:
    """Ad hoc contributions of associated states."""

    title = marked("Contributions, by state")
    one = marked("contribution")
    moves = False

    def fields(self) -> dict[str, Field]:
        """Make the fields of a contribution."""
        return {
            "code": ChoiceField(tr("Associated state"), _STATES),
            "description": TextField(tr("What is contributed"), tr("Two reception experts for six months")),
            "value": MoneyField(tr("Value in EUR, where one is given"), "8.44m"),
        }

    def new(self, others: Sequence[Raw]) -> Raw:
        """Return a contribution of the first state that has none yet."""
        taken = {other["code"] for other in others}
        code = next((code for code in ASSOCIATED_NAMES if code not in taken), next(iter(ASSOCIATED_NAMES)))
        return {"code": code, "description": "", "value": ""}

    def words(self, raw: Raw) -> str:
        """Return for example ``"Norway: EUR 2 000 000, reception experts"``."""
        cents = read_money(raw["value"]).value
        said = [
            *([] if cents is None else [money(cents)]),
            *([raw["description"].strip()] if raw["description"].strip() else []),
        ]
        return f"{shown(ASSOCIATED_NAMES[raw['code']])}: {', '.join(map(shown, said)) or tr('nothing said yet')}"

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:  # noqa: ARG002 - a state may contribute twice
        """Ask for an amount that can be read, and for words or an amount."""
        problem = read_money(raw["value"]).problem
        if problem:
            return {"value": problem}
        if not raw["description"].strip() and not raw["value"].strip():
            return {"description": tr("Say what is contributed, give a value, or delete the line.")}
        return {}


class AssociatedEditor(ListEditor):
    """Ad hoc contributions of Iceland, Liechtenstein, Norway and Switzerland (Art. 13(1) second subparagraph)."""

    help_heading = "Title, meetings, associated states"

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        words = tr(
            "Iceland, Liechtenstein, Norway and Switzerland have no fair share. What they contribute ad hoc stands "
            "beside the pool and counts in no total (Art. 13(1), second subparagraph)."
        )
        held = [
            {
                "code": each.code,
                "description": each.description or "",
                "value": money_entry(each.value_cents),
                RECORDED: each,
            }
            for each in desk.assessment.forum.associated
        ]
        super().__init__(parent, desk, tr("Associated states"), words, (AssociatedKinds(), held))

    def change(self) -> Change:
        """Return the contributions."""
        return SetAssociated(
            tuple(
                AssociatedContribution(raw["code"], kept_text(raw, "description"), read_money(raw["value"]).value)
                for raw in self.entries.held
            )
        )

    def count(self, forum: Forum) -> int:
        """Return how many contributions there are."""
        return len(forum.associated)
