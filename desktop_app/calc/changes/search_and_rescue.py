"""Changes of a forum on search and rescue (COM(2020) 610, Art. 47 to 49)."""

from dataclasses import dataclass, replace
from datetime import date

from desktop_app.calc.changes.base import ChangeKind
from desktop_app.calc.changes.plans import plan_title, with_plan, without_latest
from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import POSITION, name_of
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.search_and_rescue import (
    Call,
    DisembarkationAct,
    ManagementReport,
    PoolUse,
    PressureAct,
    Raise,
    Round,
    TopUp,
)
from desktop_app.calc.sentences import say


@dataclass(frozen=True, slots=True)
class SetReport:
    """Replace the report, and the day on which the requests went out (Art. 6(4), 47(2), 47(3)).

    Attributes:
        report: the new report.
        requested: day of the requests, or ``None``.
    """

    report: ManagementReport
    requested: date | None

    @property
    def kind(self) -> ChangeKind:
        """The report."""
        return ChangeKind.REPORT

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return ``"Report and requests"``."""
        return say("Report and requests")

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with this report, its states in protocol order."""
        ordered = tuple(sorted(self.report.benefitting, key=lambda each: POSITION.get(each.code, len(POSITION))))
        report = replace(self.report, benefitting=ordered)
        recorded = replace(forum.search_and_rescue, report=report, requested=self.requested)
        return replace(forum, search_and_rescue=recorded)


@dataclass(frozen=True, slots=True)
class RecordPlan:
    """Record one revision of a plan, in the place of the one with the same number (Art. 47(4), Annex I)."""

    plan: ResponsePlan

    @property
    def kind(self) -> ChangeKind:
        """A plan."""
        return ChangeKind.PLAN

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return for example ``"France: plan (Rev) 1"``."""
        return plan_title(self.plan.code, self.plan.revision)

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with this plan."""
        plans = with_plan(forum.search_and_rescue.plans, self.plan)
        return replace(forum, search_and_rescue=replace(forum.search_and_rescue, plans=plans))


@dataclass(frozen=True, slots=True)
class RemovePlan:
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
        plans = without_latest(forum.search_and_rescue.plans, self.code, self.revision)
        return replace(forum, search_and_rescue=replace(forum.search_and_rescue, plans=plans))


@dataclass(frozen=True, slots=True)
class SetRounds:
    """Replace the sessions of the Solidarity Forum and the end of the forum (Art. 46, 47(5))."""

    rounds: tuple[Round, ...]
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
        recorded = replace(forum.search_and_rescue, rounds=self.rounds, forum_ended=self.forum_ended)
        return replace(forum, search_and_rescue=recorded)


@dataclass(frozen=True, slots=True)
class SetDisembarkationAct:
    """Record the judgement on the plans and the act (Art. 48)."""

    act: DisembarkationAct

    @property
    def kind(self) -> ChangeKind:
        """The act."""
        return ChangeKind.ACT

    def title(self, forum: Forum) -> str:
        """Return for example ``"Act under Art. 48(2)"``."""
        named = (
            say("Judgement and act")
            if self.act.path is None
            else say("Act under Art. {value}", value=self.act.path.value)
        )
        return (
            named
            if self.act.path is not None or forum.search_and_rescue.act.path is None
            else say("Judgement withdrawn")
        )

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with this act."""
        return replace(forum, search_and_rescue=replace(forum.search_and_rescue, act=self.act))


@dataclass(frozen=True, slots=True)
class SetPressureAct:
    """Record a procedure of migratory pressure beside this one (Art. 49(3)); ``None`` takes it out."""

    pressure_act: PressureAct | None

    @property
    def kind(self) -> ChangeKind:
        """The pools."""
        return ChangeKind.USE

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return ``"Procedure of migratory pressure"``."""
        return say("Procedure of migratory pressure")

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with it."""
        return replace(forum, search_and_rescue=replace(forum.search_and_rescue, pressure_act=self.pressure_act))


@dataclass(frozen=True, slots=True)
class SetUse:
    """Replace the calls for and the draws on the pools (Art. 49).

    Attributes:
        calls: requests of the benefitting states.
        use: draws.
        what: name of the change, such as ``"Greece: 120 persons drawn"``.
    """

    calls: tuple[Call, ...]
    use: tuple[PoolUse, ...]
    what: str = say("Use of the pools")

    @property
    def kind(self) -> ChangeKind:
        """The pools."""
        return ChangeKind.USE

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - said by whoever made the change
        """Return the name that was given."""
        return self.what

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with these calls and draws."""
        recorded = replace(forum.search_and_rescue, calls=self.calls, use=self.use)
        return replace(forum, search_and_rescue=recorded)


@dataclass(frozen=True, slots=True)
class SetRaises:
    """Replace the voluntary raises (Art. 48(1))."""

    raises: tuple[Raise, ...]

    @property
    def kind(self) -> ChangeKind:
        """The pools."""
        return ChangeKind.USE

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return ``"Voluntary raises"``."""
        return say("Voluntary raises")

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with these raises."""
        return replace(forum, search_and_rescue=replace(forum.search_and_rescue, raises=self.raises))


@dataclass(frozen=True, slots=True)
class SetTopUp:
    """Record the amended act that raises a pool (Art. 48(2)); ``None`` takes it out."""

    top_up: TopUp | None

    @property
    def kind(self) -> ChangeKind:
        """The act."""
        return ChangeKind.ACT

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return for example ``"Top-up of the pool of Greece"``."""
        return (
            say("Top-up removed")
            if self.top_up is None
            else say("Top-up of the pool of {state}", state=name_of(self.top_up.benefitting))
        )

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with it."""
        return replace(forum, search_and_rescue=replace(forum.search_and_rescue, top_up=self.top_up))
