"""The coverage once what measures claim is counted: worked out by hand."""

from dataclasses import replace
from fractions import Fraction

from desktop_app.calc.response_coverage import coverage_of_asked_with_measures, coverage_with_measures
from desktop_app.calc.rulebooks.search_and_rescue.book import assess
from desktop_app.calc.search_and_rescue import ActPath, SearchAndRescue
from tests.views.pools.small import forum


def test_what_measures_claim_is_counted() -> None:
    totals = replace(assess(forum(ActPath.SUFFICIENT)).totals, pledged=500, claimed=Fraction(101, 2))
    # Of the report's 1 000 persons.
    assert totals.report_total == 1_000
    assert coverage_with_measures(totals) == Fraction(1_101, 2_000)
    assert totals.asked_exact is not None
    assert coverage_of_asked_with_measures(totals) == Fraction(1_101, 2) / totals.asked_exact


def test_without_a_total_there_is_no_coverage() -> None:
    totals = assess(replace(forum(None), search_and_rescue=SearchAndRescue())).totals
    assert coverage_with_measures(totals) is None
    assert coverage_of_asked_with_measures(totals) is None
