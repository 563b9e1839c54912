"""Every figure of an assessment against a second working-out that shares no code with it."""

from dataclasses import fields

from hypothesis import given, settings

from desktop_app.calc.assessment import Row, Totals
from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess
from tests.calc.oracle import Oracle
from tests.calc.strategies import lively_forums
from tests.strategies import forums

NOT_A_NUMBER = {"deduction_stage"}


def compare(forum: Forum) -> None:
    assessment, oracle = assess(forum), Oracle(forum)
    assert [row.code for row in assessment.rows] == list(forum.codes())
    for row in assessment.rows:
        expected = oracle.rows[row.code]
        found = {each.name: getattr(row, each.name) for each in fields(Row) if each.name not in NOT_A_NUMBER}
        assert found == {name: expected[name] for name in found}, row.code
    found = {each.name: getattr(assessment.totals, each.name) for each in fields(Totals)}
    assert found == oracle.totals


@given(forum=lively_forums())
def test_figures_agree_where_they_are_known(forum: Forum) -> None:
    compare(forum)


@given(forum=forums())
@settings(max_examples=25)
def test_figures_agree_whatever_the_forum_holds(forum: Forum) -> None:
    compare(forum)
