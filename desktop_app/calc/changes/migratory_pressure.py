"""Changes of a forum on migratory pressure (COM(2020) 610, Art. 50 to 53)."""

from dataclasses import dataclass, replace
from datetime import date

from desktop_app.calc.changes.base import ChangeKind
from desktop_app.calc.changes.plans import plan_title, with_plan, without_latest
from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import POSITION
from desktop_app.calc.migratory_pressure import Credit, PressureReport, PressureResponseAct, Trigger, TypeRound
from desktop_app.calc.pressure_plans import PressurePlan
from desktop_app.calc.pressure_situation import Situation
from desktop_app.calc.sentences import say


def _place(code: str) -> int:
    return POSITION.get(code, len(POSITION))


@dataclass(frozen=True, slots=True)
class SetSituation:
    """Replace who triggered the assessment and when, and the assessment itself (Art. 50)."""

    triggered_by: Trigger | None
    notified: date | None
    rapid: bool
    situation: Situation

    @property
    def kind(self) -> ChangeKind:
        """The report, which rests on the assessment."""
        return ChangeKind.REPORT

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return ``"Assessment of migratory pressure"``."""
        return say("Assessment of migratory pressure")

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with this assessment."""
        recorded = replace(
            forum.migratory_pressure,
            triggered_by=self.triggered_by,
            notified=self.notified,
            rapid=self.rapid,
            situation=self.situation,
        )
        return replace(forum, migratory_pressure=recorded)


@dataclass(frozen=True, slots=True)
class SetPressureReport:
    """Replace the report, and who benefits from another procedure (Art. 51)."""

    report: PressureReport
    other_benefitting: tuple[str, ...]

    @property
    def kind(self) -> ChangeKind:
        """The report."""
        return ChangeKind.REPORT

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return ``"Report on migratory pressure"``."""
        return say("Report on migratory pressure")

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with this report."""
        others = tuple(sorted(self.other_benefitting, key=_place))
        recorded = replace(forum.migratory_pressure, report=self.report, other_benefitting=others)
        return replace(forum, migratory_pressure=recorded)


@dataclass(frozen=True, slots=True)
class RecordPressurePlan:
    """Record one revision of a plan, in the place of the one with the same number (Art. 52(3), Annex II)."""

    plan: PressurePlan

    @property
    def kind(self) -> ChangeKind:
        """A plan."""
        return ChangeKind.PLAN

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return for example ``"France: plan (Rev) 1"``."""
        return plan_title(self.plan.code, self.plan.revision)

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with this plan."""
        plans = with_plan(forum.migratory_pressure.plans, self.plan)
        return replace(forum, migratory_pressure=replace(forum.migratory_pressure, plans=plans))


@dataclass(frozen=True, slots=True)
class RemovePressurePlan:
    """Take a revision of a plan out; only the latest one, so that the numbers have no gap."""

    code: str
    revision: int

    @property
    def kind(self) -> ChangeKind:
        """A plan."""
        return ChangeKind.PLAN

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return for example ``"France: plan (Rev) 1 removed"``."""
        return say("{plan_title} removed", plan_title=plan_title(self.code, self.revision))

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum without it.

        Raises:
            CannotChangeError: there is no such revision, or a later one stands on it.
        """
        plans = without_latest(forum.migratory_pressure.plans, self.code, self.revision)
        return replace(forum, migratory_pressure=replace(forum.migratory_pressure, plans=plans))


@dataclass(frozen=True, slots=True)
class SetTypeRounds:
    """Replace the sessions of the Solidarity Forum and the end of the forum (Art. 46, 52(4))."""

    rounds: tuple[TypeRound, ...]
    forum_ended: date | None

    @property
    def kind(self) -> ChangeKind:
        """The particulars of the procedure."""
        return ChangeKind.DETAILS

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return ``"Rounds of the forum"``."""
        return say("Rounds of the forum")

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with these rounds."""
        recorded = replace(forum.migratory_pressure, rounds=self.rounds, forum_ended=self.forum_ended)
        return replace(forum, migratory_pressure=recorded)


@dataclass(frozen=True, slots=True)
class SetPressureResponseAct:
    """Record the act, and the types that the Commission sets for states without a plan (Art. 53)."""

    act: PressureResponseAct

    @property
    def kind(self) -> ChangeKind:
        """The act."""
        return ChangeKind.ACT

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return ``"Act under Art. 53"``."""
        return say("Act under Art. 53")

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with this act."""
        ordered = tuple(sorted(self.act.types_set, key=lambda each: _place(each.code)))
        act = replace(self.act, types_set=ordered)
        return replace(forum, migratory_pressure=replace(forum.migratory_pressure, act=act))


@dataclass(frozen=True, slots=True)
class SetCredits:
    """Replace the ledger of earlier contributions (Art. 53(4))."""

    credits: tuple[Credit, ...]
    what: str = say("Earlier contributions")

    @property
    def kind(self) -> ChangeKind:
        """Contributions beside the plans."""
        return ChangeKind.SOLIDARITY

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - said by whoever made the change
        """Return the name that was given."""
        return self.what

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with these credits."""
        return replace(forum, migratory_pressure=replace(forum.migratory_pressure, credits=self.credits))
