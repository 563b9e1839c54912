"""How a rule of the proposal of 2020 is made: its reference names the document, its status says what it is."""

from collections.abc import Callable, Iterator
from typing import Final

from desktop_app.calc.findings import Severity, Status
from desktop_app.calc.rules import Remark, Rule, Subject_contra, rule

DOCUMENT: Final = "COM(2020) 610"
"""The proposal for a Regulation on asylum and migration management of 23 September 2020."""


def rule_2020(
    identifier: str, title: str, reference: str, severity: Severity, text: str, *, readings: tuple[str, ...] = ()
) -> Callable[[Callable[[Subject_contra], Iterator[Remark]]], Rule[Subject_contra]]:
    """Make a rule of the function below; ``reference`` is an article of the proposal."""
    return rule(
        identifier,
        title,
        f"{DOCUMENT}, {reference}",
        severity,
        text,
        status=Status.PROPOSAL_2020,
        readings=readings,
    )
