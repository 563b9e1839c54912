"""The rulebooks by procedure under one roof: what each rule asks, and where it is recorded that it was done."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.deadline_records import NOT_KEPT, Record, Recorded
from desktop_app.calc.findings import Deadline
from desktop_app.calc.forum import Procedure
from desktop_app.calc.rulebooks.annual_pool import book as annual_pool
from desktop_app.calc.rulebooks.annual_pool import deadlines_done as annual_pool_done
from desktop_app.calc.rulebooks.migratory_pressure import book as migratory_pressure
from desktop_app.calc.rulebooks.migratory_pressure import deadlines_done as migratory_pressure_done
from desktop_app.calc.rulebooks.search_and_rescue import book as search_and_rescue
from desktop_app.calc.rulebooks.search_and_rescue import deadlines_done as search_and_rescue_done
from desktop_app.calc.rulebooks.solidarity_done import SOLIDARITY_RECORDS
from desktop_app.calc.rulebooks.voluntary import book as voluntary
from desktop_app.calc.rules import Rule

_RULES: Final[Mapping[Procedure, tuple[Rule[Any], ...]]] = {
    Procedure.ANNUAL_POOL: annual_pool.RULES,
    Procedure.SEARCH_AND_RESCUE: search_and_rescue.RULES,
    Procedure.MIGRATORY_PRESSURE: migratory_pressure.RULES,
    Procedure.VOLUNTARY: voluntary.RULES,
}
_RULE: Final[Mapping[Procedure, Callable[[str], Rule[Any]]]] = {
    Procedure.ANNUAL_POOL: annual_pool.rule_of,
    Procedure.SEARCH_AND_RESCUE: search_and_rescue.rule_of,
    Procedure.MIGRATORY_PRESSURE: migratory_pressure.rule_of,
    Procedure.VOLUNTARY: voluntary.rule_of,
}
_DONE: Final[Mapping[Procedure, Mapping[str, Recorded]]] = {
    Procedure.ANNUAL_POOL: annual_pool_done.RECORDS,
    Procedure.SEARCH_AND_RESCUE: search_and_rescue_done.RECORDS,
    Procedure.MIGRATORY_PRESSURE: migratory_pressure_done.RECORDS,
    Procedure.VOLUNTARY: SOLIDARITY_RECORDS,
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


def deadline_record(assessment: Assessment, deadline: Deadline) -> Record:
    """Return what a forum records of what one of its deadlines asks for."""
    recorded = _DONE[assessment.forum.procedure].get(deadline.rule)
    return NOT_KEPT if recorded is None else recorded(assessment, deadline)
