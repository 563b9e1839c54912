"""The case files of this folder: what the law says of a forum, worked out by hand, against what the program says."""

import pytest

from desktop_app.calc.forum import Procedure
from desktop_app.calc.rulebooks.books import rules_of
from desktop_app.models.errors import BadInput
from tests.law.loader import Case, cases, expected, figure

ALL = list(cases())
RULES = {procedure: {rule.id for rule in rules_of(procedure)} for procedure in Procedure}
KINDS = ("good", "bad")
OF_THE_PROPOSAL = [procedure for procedure in Procedure if procedure is not Procedure.ANNUAL_POOL]


def _plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize("case", [case for case in ALL if case.kind != "refused"], ids=str)
def test_case(case: Case) -> None:
    output = case.output()
    assert output["procedure"] == case.procedure.value
    findings = [each for each in output["findings"] if each["rule"] == case.rule]
    found = sorted(f"{each['severity']} {each['state'] or ''}".strip() for each in findings)
    if case.kind != "case":
        assert found == sorted(case.fires), [each["message"] for each in findings]
        assert {each["status"] for each in findings} <= {case.status}
    for words in case.says:
        assert words in _plain(" ".join(each["message"] for each in findings))
    wanted = dict(map(expected, case.figures))
    assert {name: figure(output, name) for name in wanted} == wanted
    assert set(case.deadlines) <= {f"{each['rule']} {each['due']}" for each in output["deadlines"]}
    assert set(case.no_deadlines).isdisjoint(each["rule"] for each in output["deadlines"])
    if case.reference:
        assert {each["reference"] for each in findings} <= {case.reference}


@pytest.mark.parametrize("case", [case for case in ALL if case.kind == "refused"], ids=str)
def test_what_is_refused(case: Case) -> None:
    with pytest.raises(BadInput) as refused:
        case.forum()
    for words in case.says:
        assert words in _plain(str(refused.value))


def test_every_rule_has_good_and_bad_cases() -> None:
    cased = {(case.procedure, case.rule, case.kind) for case in ALL}
    wanted = {(procedure, rule, kind) for procedure, rules in RULES.items() for rule in rules for kind in KINDS}
    assert wanted - cased == set()


def test_cases_are_whole() -> None:
    assert [str(case) for case in ALL if not _is_whole(case)] == []


def _is_whole(case: Case) -> bool:
    if case.kind == "case":
        return bool(case.figures or case.deadlines or case.no_deadlines)
    if case.kind == "refused":
        return bool(case.given and case.says)
    return case.rule in RULES[case.procedure] and bool(case.fires) == (case.kind == "bad")


@pytest.mark.parametrize("procedure", OF_THE_PROPOSAL)
def test_every_rule_stands_by_its_article(procedure: Procedure) -> None:
    said = {case.rule: case.reference for case in ALL if case.rule and case.procedure is procedure}
    assert {rule.id: rule.reference for rule in rules_of(procedure)} == said


def test_cases_have_names_of_their_own() -> None:
    assert len({str(case) for case in ALL}) == len(ALL)
