"""What a rule is: a small function with its particulars beside it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop_app.calc.findings import Finding, Severity, Status

Subject_contra = TypeVar("Subject_contra", contravariant=True)
"""What a rule looks at; one that asks for less serves wherever there is more."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule's function says; :meth:`Rule.findings` adds the particulars.

    Attributes:
        message: one sentence with its figures.
        state: code of the state concerned, or ``None``.
        column: id of the cell concerned; may be empty.
        severity: where it differs from the rule's own.
    """

    message: str
    state: str | None = None
    column: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject_contra]):
    """One rule of a rulebook.

    Attributes:
        id: such as ``"AMMR-57-4b"``.
        title: a few words.
        reference: article and paragraph, with the act where it is not Regulation (EU) 2024/1351.
        status: legal status of the text.
        severity: the severity of its findings, unless a remark says otherwise.
        text: the rule in our words, for the why-panel.
        readings: names of the readings that touch it.
        check: the function; yields a remark for each thing to report, nothing when all is well.
    """

    id: str
    title: str
    reference: str
    status: Status
    severity: Severity
    text: str
    check: Callable[[Subject_contra], Iterator[Remark]]
    readings: tuple[str, ...] = ()

    def findings(self, subject: Subject_contra) -> Iterator[Finding]:
        """Yield the findings of this rule on ``subject``."""
        for remark in self.check(subject):
            yield Finding(
                self.id,
                remark.severity or self.severity,
                remark.state,
                remark.message,
                self.reference,
                self.status,
                remark.column,
            )


def rule(
    identifier: str,
    title: str,
    reference: str,
    severity: Severity,
    text: str,
    *,
    status: Status = Status.IN_FORCE,
    readings: tuple[str, ...] = (),
) -> Callable[[Callable[[Subject_contra], Iterator[Remark]]], Rule[Subject_contra]]:
    """Make a rule of the function below: ``@rule("AMMR-57-1", "…", "Art. 57(1)", Severity.BLOCK, "…")``."""

    def made(check: Callable[[Subject_contra], Iterator[Remark]]) -> Rule[Subject_contra]:
        return Rule(identifier, title, reference, status, severity, text, check, readings)

    return made
