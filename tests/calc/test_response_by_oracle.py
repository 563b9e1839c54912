"""Every figure of search and rescue against a second working-out that shares no code with it."""

from hypothesis import given, settings

from desktop_app.calc.forum import Forum
from desktop_app.calc.response_assessment import Contribution
from desktop_app.calc.rulebooks.search_and_rescue.book import assess
from tests.calc.response_forums import response_forums
from tests.calc.response_oracle import ResponseOracle

FIXED = ("key_number", "relocations", "sponsorship", "measures")


def compare(forum: Forum) -> None:
    assessment, oracle = assess(forum), ResponseOracle(forum)
    assert [row.code for row in assessment.rows] == list(oracle.rows)
    for row in assessment.rows:
        wanted = oracle.rows[row.code]
        found = {name: getattr(row, name) for name in ("share", "exact_key", "set_by_commission", *FIXED)}
        assert found == {name: wanted[name] for name in found}, row.code
        assert row.before == (wanted["before"] and Contribution(**wanted["before"])), row.code
    totals = assessment.totals
    tests = totals.shortfall_readings
    assert {"A": tests.a, "B": tests.b, "C": tests.c} == oracle.tests
    assert totals.shortfall_triggered is oracle.triggered
    assert totals.relocations == oracle.new
    assert totals.relocations_before_top_up == (oracle.old if oracle.tops_up else None)
    assert {pool.benefitting: {"pool": pool.pool, "used": pool.used} for pool in totals.pools} == oracle.pools
    for pool in totals.pools:
        assert pool.alarm is bool(pool.used and pool.pool is not None and pool.used * 10 >= pool.pool * 8)


@given(forum=response_forums())
@settings(max_examples=15)
def test_figures_agree(forum: Forum) -> None:
    compare(forum)
