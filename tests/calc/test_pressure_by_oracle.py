"""Every figure of migratory pressure against a second working-out that shares no code with it."""

from hypothesis import given, settings

from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.migratory_pressure.book import assess
from tests.calc.pressure_forums import pressure_forums
from tests.calc.pressure_oracle import PressureOracle


def compare(forum: Forum) -> None:
    assessment, oracle = assess(forum), PressureOracle(forum)
    assert [row.code for row in assessment.rows] == list(oracle.rows)
    for row in assessment.rows:
        wanted = oracle.rows[row.code]
        assert {name: getattr(row, name) for name in wanted} == wanted, row.code
    totals = assessment.totals
    tests = totals.shortfall_readings
    assert {"A": tests.a, "B": tests.b, "C": tests.c} == oracle.tests
    assert totals.shortfall_triggered is oracle.triggered


@given(forum=pressure_forums())
@settings(max_examples=15)
def test_figures_agree(forum: Forum) -> None:
    compare(forum)
