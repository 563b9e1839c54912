"""Answers that persons gave to warnings: they count for the words they were given to; a rule of every procedure."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from desktop_app.calc.acknowledged import stale
from desktop_app.calc.findings import Finding, Severity, Status
from desktop_app.calc.forum import Forum
from desktop_app.calc.rules import Remark, rule
from desktop_app.calc.sentences import say


class Answered(Protocol):
    """A forum with what the other rules have found of it."""

    @property
    def forum(self) -> Forum:
        """What is recorded."""
        ...

    @property
    def findings(self) -> Sequence[Finding]:
        """What every other rule has found."""
        ...


@rule(
    "DESK-answers",
    "An answer that no longer fits",
    "record of this forum",
    Severity.INFO,
    "A warning can be acknowledged with a reason. Where a figure in it changes, or the warning goes, the answer no "
    "longer fits: give it anew, or withdraw it.",
    status=Status.READING,
)
def answers_that_no_longer_fit(case: Answered) -> Iterator[Remark]:
    """Name each answer whose warning no longer stands in those words."""
    for answer in stale(case.forum, case.findings):
        message = say(
            "The acknowledgement of {rule} ({reason}) no longer fits; it answered “{message}”.",
            rule=answer.rule,
            reason=answer.reason,
            message=answer.message,
        )
        yield Remark(message, answer.state)
