"""Changes of what is known of a Member State beside its pledge (Art. 11, 58-62)."""

from dataclasses import dataclass, replace
from datetime import date

from desktop_app.calc.changes.base import ChangeKind
from desktop_app.calc.forum import Deduction, Flag, Forum, PressureBasis
from desktop_app.calc.member_states import name_of
from desktop_app.calc.sentences import joined, say


@dataclass(frozen=True, slots=True)
class RecordDeductions:
    """Record all deductions of a Member State.

    Attributes:
        code: Union code.
        deductions: in their order.
    """

    code: str
    deductions: tuple[Deduction, ...]

    @property
    def kind(self) -> ChangeKind:
        """A Member State."""
        return ChangeKind.STATE

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return for example ``"Poland: deduction, requested"``."""
        stages = [say(deduction.stage.value) for deduction in self.deductions]
        template = "deduction, {stages}" if len(stages) == 1 else "deductions, {stages}"
        words = say(template, stages=joined(", ", stages)) if stages else say("no deduction")
        return say("{name_of}: {words}", name_of=name_of(self.code), words=words)

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with these deductions."""
        return forum.with_state(replace(forum.state(self.code), deductions=self.deductions))


@dataclass(frozen=True, slots=True)
class RecordStatus:
    """Record the status of a Member State.

    Attributes:
        code: Union code.
        flags: the Commission's classification.
        pressure_basis: what pressure rests on.
        benefitting_since: day from which it benefits.
        systemic_shortcomings: found by the Commission.
        crisis_credit: persons off the fair share.
        crisis_credit_act: reference of the act that authorises it.
    """

    code: str
    flags: tuple[Flag, ...] = ()
    pressure_basis: tuple[PressureBasis, ...] = ()
    benefitting_since: date | None = None
    systemic_shortcomings: bool = False
    crisis_credit: int = 0
    crisis_credit_act: str | None = None

    @property
    def kind(self) -> ChangeKind:
        """A Member State."""
        return ChangeKind.STATE

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return for example ``"Italy: status"``."""
        return say("{state}: status", state=name_of(self.code))

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with this status; flags and bases come in the order of their definition."""
        record = replace(
            forum.state(self.code),
            flags=tuple(flag for flag in Flag if flag in self.flags),
            pressure_basis=tuple(basis for basis in PressureBasis if basis in self.pressure_basis),
            benefitting_since=self.benefitting_since,
            systemic_shortcomings=self.systemic_shortcomings,
            crisis_credit=self.crisis_credit,
            crisis_credit_act=self.crisis_credit_act,
        )
        return forum.with_state(record)
