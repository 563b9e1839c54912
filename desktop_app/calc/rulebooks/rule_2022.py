"""How a rule of the voluntary mechanism is made: its reference names the document; it is no law."""

from collections.abc import Callable, Iterator
from typing import Final

from desktop_app.calc.findings import Severity, Status
from desktop_app.calc.rules import Remark, Rule, Subject_contra, rule

MECHANISM: Final = "Report on Migration and Asylum 2022, section 4"
"""Where the Commission describes the declaration of 22 June 2022 and its mechanism."""


def rule_2022(
    identifier: str, title: str, severity: Severity, text: str, *, readings: tuple[str, ...] = ()
) -> Callable[[Callable[[Subject_contra], Iterator[Remark]]], Rule[Subject_contra]]:
    """Make a rule of the function below."""
    return rule(identifier, title, MECHANISM, severity, text, status=Status.READING, readings=readings)
