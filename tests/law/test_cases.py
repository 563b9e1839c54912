"""The case files of this folder: what the law says of a forum, worked out by hand, against what the program says."""

import pytest

from desktop_app.calc.rulebooks.annual_pool.book import RULES
from tests.law.loader import Case, cases, expected, figure

ALL = list(cases())


@pytest.mark.parametrize("case", ALL, ids=str)
def test_case(case: Case) -> None:
    output = case.output()
    findings = [each for each in output["findings"] if each["rule"] == case.rule]
    found = sorted(f"{each['severity']} {each['state'] or ''}".strip() for each in findings)
    if case.kind != "case":
        assert found == sorted(case.fires), [each["message"] for each in findings]
        assert {each["status"] for each in findings} <= {case.status}
    for words in case.says:
        said = " ".join(each["message"] for each in findings).replace("\u202f", " ").replace("\u00a0", " ")
        assert words in said
    wanted = dict(map(expected, case.figures))
    assert {name: figure(output, name) for name in wanted} == wanted
    assert set(case.deadlines) <= {f"{each['rule']} {each['due']}" for each in output["deadlines"]}


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_every_rule_has_good_and_bad_cases(rule: str) -> None:
    kinds = {case.kind for case in ALL if case.rule == rule}
    assert {"good", "bad"} <= kinds


@pytest.mark.parametrize("case", ALL, ids=str)
def test_cases_are_whole(case: Case) -> None:
    if case.kind == "case":
        assert case.figures or case.deadlines
    else:
        assert case.rule in {rule.id for rule in RULES}
        assert bool(case.fires) == (case.kind == "bad")


def test_cases_have_names_of_their_own() -> None:
    assert len({str(case) for case in ALL}) == len(ALL)
