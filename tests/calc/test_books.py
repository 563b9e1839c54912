"""The rules of every procedure under one roof."""

import pytest

from desktop_app.calc.findings import Status
from desktop_app.calc.forum import Procedure
from desktop_app.calc.rulebooks.books import rule_of, rules_of


@pytest.mark.parametrize("procedure", Procedure)
def test_each_rule_is_found_by_its_id_in_its_own_procedure(procedure: Procedure) -> None:
    assert [rule_of(procedure, rule.id) for rule in rules_of(procedure)] == list(rules_of(procedure))


def test_a_rule_of_another_procedure_is_none() -> None:
    with pytest.raises(KeyError):
        rule_of(Procedure.SEARCH_AND_RESCUE, "AMMR-57-4b")
    law = [rule for rule in rules_of(Procedure.SEARCH_AND_RESCUE) if rule.id.startswith("P610")]
    assert {rule.status for rule in law} == {Status.PROPOSAL_2020}
