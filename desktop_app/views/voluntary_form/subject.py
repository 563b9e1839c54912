"""Whose pledges are shown, and what taking the edits of them would change."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from desktop_app.calc import wording
from desktop_app.calc.assess import assess
from desktop_app.calc.changes import SetVoluntary
from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import name_of
from desktop_app.calc.validity import problems
from desktop_app.calc.voluntary import Signatory, VoluntaryPledge
from desktop_app.calc.voluntary_assessment import NeedFigures, VoluntaryAssessment, VoluntaryRow
from desktop_app.views.language import marked, shown, state_name, tr, upper_first
from desktop_app.views.voluntary_form.forms import PledgesForm, read_pledges


@dataclass(frozen=True, slots=True)
class PledgeSubject:
    """A signatory in the forum as it stands.

    Attributes:
        code: of the state.
        assessment: the figures of now.
    """

    code: str
    assessment: VoluntaryAssessment

    @property
    def forum(self) -> Forum:
        """The forum as it stands."""
        return self.assessment.forum

    @property
    def name(self) -> str:
        """The state's name."""
        return state_name(self.code)

    @property
    def row(self) -> VoluntaryRow | None:
        """Its figures; ``None`` where it has neither signed nor pledged."""
        return next((row for row in self.assessment.rows if row.code == self.code), None)

    @property
    def signatory(self) -> Signatory | None:
        """Its signature; ``None`` without one."""
        return next((each for each in self.forum.voluntary.signatories if each.code == self.code), None)

    @property
    def pledges(self) -> tuple[VoluntaryPledge, ...]:
        """What it pledges, as recorded."""
        return self.forum.voluntary.pledges_of(self.code)

    def need_of(self, benefitting: str | None) -> NeedFigures | None:
        """Return what is pledged and kept for a Member State; ``None`` where nothing is needed or pledged."""
        return next((each for each in self.assessment.needs if each.benefitting == benefitting), None)


@dataclass(frozen=True, slots=True)
class PledgesStaged:
    """What would be taken.

    Attributes:
        change: ``None`` while something is wrong, and where nothing would change.
        problems: what is wrong, in one line, by name of the field; ``""`` for what concerns no field.
    """

    change: SetVoluntary | None = None
    problems: Mapping[str, str] = field(default_factory=dict)

    def outcome(self, subject: PledgeSubject) -> VoluntaryAssessment | None:
        """Return the figures as they would be; ``None`` where nothing is to be taken."""
        if self.change is None:
            return None
        return VoluntaryAssessment.of(assess(self.change.apply_to(subject.forum), subject.assessment))


def stage(form: PledgesForm, subject: PledgeSubject) -> PledgesStaged:
    """Read the pledges and try them on the forum: would they be taken, and do they change anything?"""
    outcome = read_pledges(form, subject.code)
    if outcome.value is None:
        return PledgesStaged(problems=outcome.problems)
    recorded = subject.forum.voluntary
    others = tuple(each for each in recorded.pledges if each.code != subject.code)
    change = SetVoluntary(
        replace(recorded, pledges=(*others, *outcome.value)), marked("{state}: pledges", state=name_of(subject.code))
    )
    changed = change.apply_to(subject.forum)
    known = problems(subject.forum)
    # What a field can be blamed for was found above.
    found = next((problem for problem in problems(changed) if problem not in known), None)
    if found is not None:
        return PledgesStaged(problems={"": f"{upper_first(found.what)}: {shown(found.remedy)}."})
    return PledgesStaged(None if changed == subject.forum else change)


def standing_words(subject: PledgeSubject) -> tuple[str, str]:
    """Say how a state takes part, and its colour token."""
    signed, row = subject.signatory, subject.row
    if signed is None:
        return tr("It has not signed the declaration: enter it among the signatories (Ctrl+Shift+R)."), "warn"
    if signed.withdrawn is not None:
        return (
            tr(
                "It left the mechanism on {day}: what it pledges no longer counts on it.",
                day=wording.day(signed.withdrawn),
            ),
            "warn",
        )
    if row is not None and row.associated:
        return tr("An associated state: it pledges under this mechanism alone."), "muted"
    return "", "muted"


def kept_words(row: VoluntaryRow | None) -> str:
    """Say what of the pledges was kept and what is outstanding."""
    if row is None:
        return ""
    said = []
    persons, money = row.kept_relocations, row.kept_financial
    if persons.against or persons.given:
        said.append(
            tr(
                "{given} of {whole} persons relocated, {open} outstanding",
                given=wording.persons(persons.given),
                whole=wording.persons(persons.against or 0),
                open=wording.persons(persons.open or 0),
            )
        )
    if money.against or money.given:
        said.append(
            tr(
                "{given} of {whole} paid, {open} outstanding",
                given=wording.money(money.given),
                whole=wording.money(money.against or 0),
                open=wording.money(money.open or 0),
            )
        )
    return tr("Kept: {join}.", join="; ".join(map(shown, said))) if said else ""


def need_words(subject: PledgeSubject, benefitting: str | None) -> str:
    """Say what a Member State needs and how much of it is still open."""
    if benefitting is None:
        return tr("Nobody in particular: the platform matches it with a need.")
    figures = subject.need_of(benefitting)
    if figures is None or figures.relocations.against is figures.financial.against is None:
        return tr("No need of {state} is recorded (Ctrl+Shift+N).", state=state_name(benefitting))
    said = []
    if figures.relocations.against is not None:
        persons = figures.relocations
        said.append(
            tr(
                "{open} of {whole} persons",
                open=wording.persons(persons.open or 0),
                whole=wording.persons(persons.against or 0),
            )
        )
    if figures.financial.against is not None:
        said.append(
            tr(
                "{open} of {whole}",
                open=wording.money(figures.financial.open or 0),
                whole=wording.money(figures.financial.against),
            )
        )
    return tr("Still open of what {state} needs: {listed}.", state=state_name(benefitting), listed=wording.listed(said))
