"""The rules by procedure: every rulebook under one roof, for whoever shows what a rule asks."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from desktop_app.calc.forum import Procedure
from desktop_app.calc.rulebooks.annual_pool import book as annual_pool
from desktop_app.calc.rulebooks.search_and_rescue import book as search_and_rescue
from desktop_app.calc.rules import Rule

_RULES: Final[Mapping[Procedure, tuple[Rule[Any], ...]]] = {
    Procedure.ANNUAL_POOL: annual_pool.RULES,
    Procedure.SEARCH_AND_RESCUE: search_and_rescue.RULES,
}
_RULE: Final[Mapping[Procedure, Callable[[str], Rule[Any]]]] = {
    Procedure.ANNUAL_POOL: annual_pool.rule_of,
    Procedure.SEARCH_AND_RESCUE: search_and_rescue.rule_of,
}


def rules_of(procedure: Procedure) -> tuple[Rule[Any], ...]:
    """Return every rule of a procedure, in the order of its book."""
    return _RULES[procedure]


def rule_of(procedure: Procedure, identifier: str) -> Rule[Any]:
    """Return a rule of a procedure by its id.

    Raises:
        KeyError: the procedure has no such rule.
    """
    return _RULE[procedure](identifier)
