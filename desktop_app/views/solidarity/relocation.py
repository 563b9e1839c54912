"""The editor of a group under relocation, with its steps under both readings as they follow (Art. 57, 58)."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.member_states import PROTOCOL_ORDER, name_of
from desktop_app.calc.moments import as_of
from desktop_app.calc.readings import POSTPONEMENT, REFUSED_PERSONS
from desktop_app.calc.relocation_clock import Obstacle, is_recent, standing_of
from desktop_app.calc.solidarity_groups import RelocationGroup
from desktop_app.calc.wording import day, persons
from desktop_app.views.fields import (
    CheckField,
    ChoiceField,
    DateField,
    PersonsField,
    TextField,
    day_text,
    persons_entry,
)
from desktop_app.views.forum_editors.figures import FigureList
from desktop_app.views.language import counted, marked, tr
from desktop_app.views.pools.drafts import state_choices
from desktop_app.views.solidarity.record_editor import RecordEditor, name_problem
from desktop_app.views.solidarity.records import ListName, helped_by, next_name, state_name
from desktop_app.views.solidarity.relocation_lines import OBSTACLES, TYPES, step_columns, step_lines

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_WORDS: Final = marked(
    "A group is a number of persons with one set of dates; nobody is named. What each day starts stands below, under "
    "both readings of Art. 57(7)."
)
_SIZE: Final = QSize(1320, 800)
_LEAST: Final = 96
"""Height of what a change would do, device-independent pixels."""
HEADING: Final = marked("Relocations under way")
"""Where the manual tells of it."""
_ORDER: Final = (
    ("security_checked", marked("the security check")),
    ("sent", marked("the file")),
    ("confirmed", marked("the confirmation")),
    ("decided", marked("the transfer decision")),
    ("appeal_ended", marked("the end of the appeal")),
    ("transferred", marked("the transfer")),
)
"""The days of a group in their order, in words."""


class RelocationEditor(RecordEditor):
    """Records a group, or changes one; its steps follow while days are typed."""

    list_name: ClassVar[ListName] = "relocation_groups"
    help_heading = HEADING

    def __init__(self, parent: QWidget | None, desk: "Desk", place: int | None = None) -> None:
        """Make the editor.

        Args:
            parent: the window it belongs to.
            desk: takes the change.
            place: number of the group that is changed; ``None`` records a new one.
        """
        title = tr("Record a group under relocation") if place is None else tr("Change a group under relocation")
        super().__init__(parent, desk, title, _WORDS, place)
        group = self.before or RelocationGroup(next_name("R", [each.id for each in self.held]), "")
        self._make_who(group)
        self._make_days()
        self.steps = FigureList(tr("Steps under both readings"), step_columns(self._reading))
        self._put(group)
        self.add_row(self.id, self.benefitting, self.relocating, self.type, self.persons)
        self.add_row(self.minors, self.linked, self.security_checked, self.consent, self.granted)
        self.add_row(self.sent, self.postponed, self.confirmed, self.refused, self.decided)
        self.add_row(self.appeal_ended, self.transferred, self.arrived, self.arrived_minors, self.note)
        self.add(self.steps)
        self.resize(_SIZE)
        self.open_for(read_only=desk.read_only)
        self.review()
        (self.id if place is None else self.confirmed).setFocus()

    @property
    def _reading(self) -> str:
        return self.now.readings[POSTPONEMENT.name]

    def _make_who(self, group: RelocationGroup) -> None:
        self.id = TextField(tr("Name of the group"), tr("such as R-1"))
        self.benefitting = self.origin_field(group.benefitting)
        self.relocating = ChoiceField(
            tr("To: Member State of relocation"), [("", tr("not chosen")), *state_choices(PROTOCOL_ORDER)]
        )
        self.type = ChoiceField(tr("Who they are"), list(TYPES.items()))
        self.persons, self.minors = (
            PersonsField(tr("Persons identified")),
            PersonsField(tr("Of whom unaccompanied minors")),
        )
        self.linked = PersonsField(tr("With links to the benefitting state"))
        self.refused = PersonsField(tr("Refused as a risk to security"))
        self.consent = CheckField(tr("Written &consent of all (Art. 57(3))"))
        self.arrived = PersonsField(tr("Persons who arrived"))
        self.arrived_minors = PersonsField(tr("Of those, unaccompanied minors"))
        self.note = TextField(tr("Note"))

    def _make_days(self) -> None:
        self.security_checked = DateField(tr("Security check done on (57(2))"))
        self.granted = DateField(tr("Protection granted on (45(1)(c))"))
        self.sent = DateField(tr("File sent on (57(5))"))
        self.postponed = DateField(tr("Notice of postponement of (57(7))"))
        self.confirmed = DateField(tr("Confirmed on (57(7))"))
        self.decided = DateField(tr("Transfer decision of (57(8))"))
        self.appeal_ended = DateField(tr("Appeal finally decided on (57(9))"))
        self.transferred = DateField(tr("Transferred on (57(9))"))
        for field in (self.security_checked, self.sent, self.confirmed, self.decided, self.transferred):
            field.offer(as_of(self.forum))

    def _put(self, group: RelocationGroup) -> None:
        for name in ("id", "benefitting", "relocating", "type", "consent", "note"):
            self.put_in(name, getattr(self, name), getattr(group, name))
        for name in ("persons", "minors", "linked", "refused", "arrived", "arrived_minors"):
            self.put_in(name, getattr(self, name), persons_entry(getattr(group, name) or None))
        for name in (*(name for name, _words in _ORDER), "postponed", "granted"):
            self.put_in(name, getattr(self, name), day_text(getattr(group, name)))

    def item(self) -> RelocationGroup:
        """Return the group as it stands in the fields; consent and grant count only for beneficiaries."""
        protected = self.type.value is ContributionType.BENEFICIARIES
        group = RelocationGroup(
            id=self.id.value or "",
            relocating=self.relocating.value,
            benefitting=self.benefitting.value,
            type=self.type.value,
            persons=self.persons.value or 0,
            minors=self.minors.value or 0,
            security_checked=self.security_checked.value,
            consent=protected and self.consent.value,
            granted=self.granted.value if protected else None,
            linked=self.linked.value or 0,
            sent=self.sent.value,
            postponed=self.postponed.value,
            confirmed=self.confirmed.value,
            refused=self.refused.value or 0,
            decided=self.decided.value,
            appeal_ended=self.appeal_ended.value,
            transferred=self.transferred.value,
            arrived=self.arrived.value or 0,
            arrived_minors=self.arrived_minors.value or 0,
            note=self.note.value,
        )
        self.at_validity(group.id)
        return group

    # ------------------------------------------------------------------------------------------------------- refusals

    def refusals(self, item: Any) -> Iterator[tuple[str, str]]:
        """Yield what forbids a group: who cannot be relocated, days that cannot follow each other."""
        others = (each.id for each in self.held if each is not self.before)
        problem = name_problem(item.id, others, "R-1")
        if problem:
            yield "id", problem
        if item.relocating and item.relocating == (item.benefitting or helped_by(self.forum)):
            words = tr(
                "{state} cannot relocate to itself: choose another state (Art. 2(u)).",
                state=state_name(item.relocating),
            )
            yield "relocating", words
        if item.minors > item.persons:
            words = tr(
                "The group has {counted}: no more can be unaccompanied minors (Art. 2(j)).",
                counted=counted(item.persons),
            )
            yield "minors", words
        yield from self._of_protection(item)
        yield from _of_days(item)

    def _of_protection(self, item: RelocationGroup) -> Iterator[tuple[str, str]]:
        if item.type is not ContributionType.BENEFICIARIES:
            return
        if item.sent is not None and not item.consent:
            words = tr(
                "Beneficiaries of protection are relocated only with their written consent (Art. 57(3)): tick it."
            )
            yield "consent", words
        act = self.forum.migratory_pressure.act_for(item.benefitting)
        if item.granted is not None and act is not None and not is_recent(item.granted, act):
            words = tr("That is three years or more before the act of {day}: they cannot be relocated", day=day(act))
            yield "granted", tr("{words} (Art. 45(1)(c)).", words=words)

    def wanting(self, item: Any) -> Mapping[str, str]:
        """Return what a group still needs."""
        found = {}
        if not item.relocating:
            found["relocating"] = tr("Which Member State takes them over? Choose it.")
        if not item.persons:
            found["persons"] = tr("How many persons were identified? Write a number of at least 1.")
        if item.transferred is not None and not item.arrived:
            found["arrived"] = tr("How many persons were transferred? Write a number of at least 1.")
        if item.arrived and item.transferred is None:
            found["transferred"] = tr(
                "On which day were they transferred? The rate of the incentive is that of the day."
            )
        return found

    # ---------------------------------------------------------------------------------------------------- the lines

    def explain(self, item: Any) -> None:
        """Say what each day starts, and show the steps under both readings."""
        today = as_of(self.forum)
        standing = standing_of(item, self._reading, today)
        protected = item.type is ContributionType.BENEFICIARIES
        for field in (self.consent, self.granted):
            field.setEnabled(protected)
        self.granted.hint(tr("Less than three years before the act.") if protected else tr("Only for beneficiaries."))
        self.consent.say("" if protected else tr("Only of beneficiaries."))
        self.refused.hint(tr("As it is read: {choices}.", choices=REFUSED_PERSONS.choices[REFUSED_PERSONS.default]))
        self.linked.hint(tr("{persons} can be relocated.", persons=persons(standing.eligible)))
        self.arrived.hint(tr("At most the {persons} who can be relocated.", persons=persons(standing.eligible)))
        self.security_checked.hint(tr("Before the file: else {obstacles}.", obstacles=OBSTACLES[Obstacle.NO_CHECK]))
        self.postponed.hint(_by(tr("In the first week"), standing.notice_by))
        self.confirmed.hint(_by(tr("Empty: silence is acceptance"), standing.confirm_by))
        self.decided.hint(_by(tr("One week after the confirmation"), standing.decide_by))
        self.transferred.hint(_by(tr("Four weeks after it, or after the appeal"), standing.transfer_by))
        self.appeal_ended.hint(tr("Only an appeal with suspensive effect."))
        if standing.is_notice_void:
            words = (
                tr(
                    "Outside the first week, which ends on {day}: it does not count (Art. 57(7)).",
                    day=day(standing.notice_by),
                )
                if standing.notice_by
                else tr("it does not count (Art. 57(7)).")
            )
            self.postponed.say(words, "warn")
        self.steps.show_lines(step_lines(item, self._reading, today))

    def share_room(self) -> None:
        """Leave the steps in sight: what a group's days change elsewhere is said in a line or two."""
        self.consequences.setMinimumHeight(0 if self.consequences.is_empty else _LEAST)

    def called(self, item: Any) -> str:
        """Return for example ``"Relocation: group R-1 (France)"``."""
        return marked("Relocation: group {id} ({state})", id=item.id, state=name_of(item.relocating))

    def words_of(self, item: Any) -> str:
        """Return the group in a few words."""
        return tr(
            "{id}: {counted} to {state}",
            id=item.id,
            counted=counted(item.persons),
            state=state_name(item.relocating),
        )


def _of_days(item: RelocationGroup) -> Iterator[tuple[str, str]]:
    """Yield days that come before what goes before them; a day that is not said forbids nothing."""
    said = [(name, words, getattr(item, name)) for name, words in _ORDER if getattr(item, name) is not None]
    for (_before, words, earlier), (name, _words, later) in pairwise(said):
        if later < earlier:
            yield (
                name,
                tr(
                    "That is before {words} of {day}: correct one of the days (Art. 57).", words=words, day=day(earlier)
                ),
            )
    if item.postponed is not None and item.sent is not None and item.postponed < item.sent:
        yield (
            "postponed",
            tr("That is before the file of {day}: nothing is postponed yet (Art. 57(7)).", day=day(item.sent)),
        )
    if item.confirmed is not None and item.sent is None:
        yield "confirmed", tr("Nothing is confirmed before the file is sent: write its day first (Art. 57(5), (7)).")


def _by(words: str, last: date | None) -> str:
    return f"{words}." if last is None else tr("{words}: by {day}.", words=words, day=day(last))
