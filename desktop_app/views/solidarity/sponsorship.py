"""The editor of a group under return sponsorship, and the one step that records a taking over (Art. 55, 57(4))."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.contribution_types import SponsorshipActivity
from desktop_app.calc.forum import Procedure
from desktop_app.calc.incentives import rate_on
from desktop_app.calc.member_states import PROTOCOL_ORDER, name_of
from desktop_app.calc.moments import as_of
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.solidarity_groups import ClockStart, SponsorshipGroup
from desktop_app.calc.sponsorship_clock import SponsorshipStanding, standing_of
from desktop_app.calc.wording import counted_persons, day, money, persons
from desktop_app.views.fields import (
    ChecksField,
    ChoiceField,
    CountryField,
    DateField,
    Field,
    PersonsField,
    TextField,
    day_text,
    persons_entry,
)
from desktop_app.views.language import counted, marked, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.pools.drafts import state_choices
from desktop_app.views.solidarity.record_editor import RecordEditor, name_problem
from desktop_app.views.solidarity.records import ListName, helped_by, next_name, state_name
from desktop_app.views.solidarity.sponsorship_lines import STARTS, clock_words
from desktop_app.views.theme import Type, legible

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_WORDS: Final = marked(
    "A group is a number of persons with one set of dates; nobody is named. Whoever is not returned within eight "
    "months is taken over by the sponsor (Art. 55(2))."
)
_TAKING_OVER: Final = marked(
    "The eight months are over: the sponsor transfers to itself whoever is left (Art. 55(2), 57(4)). Everything is "
    "filled in for all of them; Ctrl+Enter takes it as one step."
)
_TAKEN_OVER_ON: Final = marked("Taken over on, the last of them (Art. 55(2))")
HEADING: Final = marked("Return sponsorship")
"""Where the manual tells of it."""


class _GroupEditor(RecordEditor):
    """An editor of a group under return sponsorship."""

    list_name: ClassVar[ListName] = "sponsorship_groups"
    help_heading = HEADING

    def standing(self, group: SponsorshipGroup) -> SponsorshipStanding:
        """Return how it stands with a group on the day of the check."""
        return standing_of(group, self.forum.migratory_pressure.act_for(group.benefitting), as_of(self.forum))

    def too_early(self, item: Any) -> Iterator[tuple[str, str]]:
        """Yield the days that cannot be before the expiry: before it nobody is told, and nobody is taken over."""
        due = self.standing(item).due
        if due is None:
            return
        if item.told is not None and item.told <= due:
            yield (
                "told",
                tr("The eight months run until {day}: the expiry is told after it (Art. 57(4)).", day=day(due)),
            )
        if item.taken_over_on is not None and item.taken_over_on <= due:
            words = tr("The eight months run until {day}: persons are taken over after it (Art. 55(2)).", day=day(due))
            yield "taken_over_on", words

    def called(self, item: Any) -> str:
        """Return for example ``"Return sponsorship: group S-1 (Germany)"``."""
        return marked("Return sponsorship: group {id} ({state})", id=item.id, state=name_of(item.sponsor))

    def words_of(self, item: Any) -> str:
        """Return the group in a few words."""
        return tr(
            "{id}: {counted} sponsored by {state}",
            id=item.id,
            counted=counted(item.persons),
            state=state_name(item.sponsor),
        )


class SponsorshipEditor(_GroupEditor):
    """Records a group, or changes one."""

    def __init__(self, parent: QWidget | None, desk: "Desk", place: int | None = None) -> None:
        """Make the editor.

        Args:
            parent: the window it belongs to.
            desk: takes the change.
            place: number of the group that is changed; ``None`` records a new one.
        """
        title = tr("Record a sponsored group") if place is None else tr("Change a sponsored group")
        super().__init__(parent, desk, title, _WORDS, place)
        group = self.before or SponsorshipGroup(next_name("S", [each.id for each in self.held]), "")
        self.id = TextField(tr("Name of the group"), tr("such as S-1"))
        self.benefitting = self.origin_field(group.benefitting)
        states = [code for code in PROTOCOL_ORDER if code != helped_by(self.forum)]
        self.sponsor = ChoiceField(
            tr("Sponsoring Member State"), [("", tr("not chosen")), *state_choices(states, group.sponsor or None)]
        )
        self.nationality = self._nationality_field(group.nationality)
        self.persons, self.minors = PersonsField(tr("Persons")), PersonsField(tr("Of whom unaccompanied minors"))
        activities = [(each, f"({each.value}) {tr(each.words)}") for each in SponsorshipActivity]
        self.activities = ChecksField(tr("What the sponsor does, one at least (Art. 55(4))"), activities)
        self.start = ChoiceField(tr("The eight months start with"), [(each, STARTS[each]) for each in ClockStart])
        self.started = DateField(tr("Day of that decision"))
        self.started.offer(as_of(self.forum))
        self.clock = ToneLabel("", Type.BODY)
        self.clock.setWordWrap(True)
        self.returned = PersonsField(tr("Returned or removed so far"))
        self.told = DateField(tr("Sponsor told of the expiry on (Art. 57(4))"))
        self.taken_over = PersonsField(tr("Taken over by the sponsor after that"))
        self.taken_over_minors = PersonsField(tr("Of whom unaccompanied minors"))
        self.taken_over_on = DateField(_TAKEN_OVER_ON)
        self.taken_over_on.offer(as_of(self.forum))
        self.note = TextField(tr("Note"))
        self._put(group)
        self.add_row(self.id, self.benefitting, self.sponsor, self.nationality, self.persons, self.minors)
        self.add_row(self.activities, self._clock_column())
        self.add_row(self.returned, self.told, self.taken_over, self.taken_over_minors, self.taken_over_on)
        self.add(self.note)
        self.open_for(read_only=desk.read_only)
        self.review()
        (self.id if place is None else self.returned).setFocus()

    def _clock_column(self) -> QWidget:
        from PySide6.QtWidgets import QVBoxLayout

        from desktop_app.views.theme import Space

        column = QWidget()
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.S)
        for part in (self.start, self.started, self.clock):
            rows.addWidget(part)
        rows.addStretch(1)
        return column

    def _nationality_field(self, recorded: str | None) -> Field:
        """Offer the report's list, and what is recorded though not on it; outside a report, any country."""
        label = tr("Nationality")
        if self.forum.procedure is not Procedure.MIGRATORY_PRESSURE:
            return CountryField(label)
        listed = self._listed
        beside = (
            []
            if recorded is None or recorded in listed
            else [(recorded, tr("{recorded} (not in the report)", recorded=recorded))]
        )
        first = tr("not chosen") if listed else tr("the report names none")
        return ChoiceField(label, [(None, first), *((code, code) for code in listed), *beside])

    @property
    def _listed(self) -> tuple[str, ...]:
        """Nationalities that the report lists."""
        return self.forum.migratory_pressure.report.nationalities

    def _put(self, group: SponsorshipGroup) -> None:
        self.put_in("id", self.id, group.id)
        self.put_in("benefitting", self.benefitting, group.benefitting)
        self.put_in("sponsor", self.sponsor, group.sponsor)
        self.put_in("nationality", self.nationality, group.nationality)
        self.put_in("persons", self.persons, persons_entry(group.persons or None))
        self.put_in("minors", self.minors, persons_entry(group.minors or None))
        self.put_in("activities", self.activities, group.activities)
        self.put_in("start", self.start, group.start)
        self.put_in("started", self.started, day_text(group.started))
        self.put_in("returned", self.returned, persons_entry(group.returned or None))
        self.put_in("told", self.told, day_text(group.told))
        self.put_in("taken_over", self.taken_over, persons_entry(group.taken_over or None))
        self.put_in("taken_over_minors", self.taken_over_minors, persons_entry(group.taken_over_minors or None))
        self.put_in("taken_over_on", self.taken_over_on, day_text(group.taken_over_on))
        self.put_in("note", self.note, group.note)

    def item(self) -> SponsorshipGroup:
        """Return the group as it stands in the fields; the day of a decision counts only where one starts the clock."""
        start = self.start.value
        group = SponsorshipGroup(
            self.id.value or "",
            self.sponsor.value,
            getattr(self.nationality, "value", None),
            self.persons.value or 0,
            self.minors.value or 0,
            self.activities.value,
            start,
            None if start is ClockStart.ACT else self.started.value,
            self.returned.value or 0,
            self.told.value,
            self.taken_over.value or 0,
            self.taken_over_minors.value or 0,
            self.note.value,
            self.benefitting.value,
            self.taken_over_on.value,
        )
        self.at_validity(group.id)
        return group

    def refusals(self, item: Any) -> Iterator[tuple[str, str]]:
        """Yield what forbids a group: a nationality outside the report, an expiry told too early."""
        others = (each.id for each in self.held if each is not self.before)
        problem = name_problem(item.id, others, "S-1")
        if problem:
            yield "id", problem
        is_pressure = self.forum.procedure is Procedure.MIGRATORY_PRESSURE
        if is_pressure and item.nationality is not None and item.nationality not in self._listed:
            listed = ", ".join(self._listed) or tr("none")
            words = tr(
                "{nationality} is not in the report's list ({listed}): only those are sponsored (Art. 52(3)).",
                nationality=item.nationality,
                listed=listed,
            )
            yield "nationality", words
        if item.minors > item.persons:
            words = tr(
                "The group has {counted}: no more can be unaccompanied minors (Art. 2(j)).",
                counted=counted(item.persons),
            )
            yield "minors", words
        if item.sponsor and item.sponsor == (item.benefitting or helped_by(self.forum)):
            name = state_name(item.sponsor)
            yield "sponsor", tr("{name} benefits: another Member State sponsors the return (Art. 55(1)).", name=name)
        yield from self.too_early(item)

    def wanting(self, item: Any) -> Mapping[str, str]:
        """Return what a group still needs."""
        found = {}
        if item.benefitting is None and self.forum.procedure is Procedure.VOLUNTARY:
            found["benefitting"] = tr("From which Member State are they returned? Choose it (Art. 55(1)).")
        if not item.sponsor:
            found["sponsor"] = tr("Which Member State sponsors the group? Choose it.")
        if item.nationality is None and self.forum.procedure is Procedure.MIGRATORY_PRESSURE and self._listed:
            found["nationality"] = tr("Of which nationality are they? Choose it from the report's list (Art. 52(3)).")
        if not item.persons:
            found["persons"] = tr("How many persons are sponsored? Write a number of at least 1.")
        if not item.activities:
            found["activities"] = tr("What does the sponsor do? Tick one activity at least (Art. 55(4)).")
        if item.start is not ClockStart.ACT and item.started is None:
            found["started"] = tr("On which day? The eight months start with it (Art. 55(3)).")
        return found

    def explain(self, item: Any) -> None:
        """Say until when the clock runs, and what the act has fixed for the sponsor."""
        by_act = item.start is ClockStart.ACT
        self.started.setEnabled(not by_act)
        act = self.forum.migratory_pressure.act_for(item.benefitting)
        adopted = tr("No act for that state is adopted") if act is None else tr("The act is of {day}", day=day(act))
        self.started.hint(
            tr("{adopted}; it starts the clock itself.", adopted=adopted)
            if by_act
            else tr("Not counted itself (Art. 65(a)).")
        )
        said = clock_words(self.standing(item))
        self.clock.setText(legible(said.text))
        self.clock.set_tone(said.tone)
        self.sponsor.say(*self._fixed_words(item))

    def _fixed_words(self, item: Any) -> tuple[str, str]:
        """Say how many persons the act fixes for the sponsor, and how many are in its groups with this one."""
        here = (None, helped_by(self.forum))
        is_pressure = self.forum.procedure is Procedure.MIGRATORY_PRESSURE
        if not is_pressure or not item.sponsor or item.benefitting not in here:
            return "", "muted"
        rows = PressureAssessment.of(self.now).rows
        fixed = next((row.sponsorship for row in rows if row.code == item.sponsor), None)
        others = (each for each in self.held if each is not self.before and each.benefitting in here)
        count = item.persons + sum(each.persons for each in others if each.sponsor == item.sponsor)
        if fixed is None:
            return "", "muted"
        words = tr(
            "{grouped} in groups of the {sponsored} that it sponsors by its plan.",
            grouped=persons(count),
            sponsored=persons(fixed),
        )
        return words, "warn" if count > fixed else "muted"


class TakeOverEditor(_GroupEditor):
    """Records that a sponsor has taken over whom it could not return: filled in, to be taken in one step."""

    proposes = True

    def __init__(self, parent: QWidget | None, desk: "Desk", place: int) -> None:
        """Make the editor for the group with this number."""
        super().__init__(parent, desk, tr("Record the taking over"), _TAKING_OVER, place)
        group: SponsorshipGroup = self.before
        self.add_words(
            tr(
                "Group {id}, {counted}. {value}",
                id=group.id,
                counted=counted(group.persons),
                value=clock_words(self.standing(group)).text,
            )
        )
        self.told = DateField(tr("Sponsor told of the expiry on (Art. 57(4))"))
        self.told.offer(as_of(self.forum))
        self.taken_over = PersonsField(tr("Taken over by the sponsor, in all"))
        self.taken_over_minors = PersonsField(tr("Of whom unaccompanied minors"))
        self.taken_over_on = DateField(_TAKEN_OVER_ON)
        self.taken_over_on.offer(as_of(self.forum))
        self.put_in("told", self.told, day_text(group.told or as_of(self.forum)))
        self.put_in("taken_over_on", self.taken_over_on, day_text(as_of(self.forum)))
        self.put_in("taken_over", self.taken_over, persons_entry(group.taken_over + max(0, group.left)))
        self.put_in("taken_over_minors", self.taken_over_minors, persons_entry(group.taken_over_minors or None))
        self.add_row(self.told, self.taken_over_on, self.taken_over, self.taken_over_minors)
        self.at_validity(group.id)
        self.open_for(read_only=desk.read_only)
        self.review()
        self.taken_over_minors.setFocus()

    def item(self) -> SponsorshipGroup:
        """Return the group with what stands in the fields."""
        group: SponsorshipGroup = self.before
        return replace(
            group,
            told=self.told.value,
            taken_over_on=self.taken_over_on.value,
            taken_over=self.taken_over.value or 0,
            taken_over_minors=self.taken_over_minors.value or 0,
        )

    def refusals(self, item: Any) -> Iterator[tuple[str, str]]:
        """Yield what forbids it: before the expiry nobody is taken over."""
        yield from self.too_early(item)

    def wanting(self, item: Any) -> Mapping[str, str]:
        """Ask for the days: the rate of the incentive is that of the taking over."""
        found = {}
        if item.told is None:
            found["told"] = tr("On which day was the sponsor told? Write the day.")
        if item.taken_over_on is None:
            found["taken_over_on"] = tr("On which day were they transferred? Its rates apply (Art. 72). Write the day.")
        return found

    def called(self, item: Any) -> str:
        """Return for example ``"Germany takes over 15 persons of group S-1"``."""
        return marked(
            "{state} takes over {persons} of group {id}",
            state=name_of(item.sponsor),
            persons=counted_persons(item.taken_over),
            id=item.id,
        )

    def words_of(self, item: Any) -> str:
        """Return who takes over how many."""
        return tr("{state} takes over {counted}", state=state_name(item.sponsor), counted=counted(item.taken_over))

    def explain(self, item: Any) -> None:
        """Say what the taking over earns, and how many could be minors."""
        rate = rate_on(self.recorded.incentives, item.taken_over_on or item.told)
        adults = max(0, item.taken_over - item.taken_over_minors)
        cents = adults * rate.person_cents + item.taken_over_minors * rate.minor_cents
        transfer = item.taken_over * rate.transfer_cents
        words = tr(
            "It counts as relocation: {sponsor} to the sponsor, {transfer} for the transfer (Art. 72).",
            sponsor=money(cents),
            transfer=money(transfer),
        )
        self.taken_over.hint(words)
        self.taken_over.say(words)
        self.taken_over_minors.hint(tr("The group has {persons} in all.", persons=persons(item.minors)))
