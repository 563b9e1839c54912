"""Every derivation of search and rescue reaches its figure, and says why in words with the numbers in them."""

from hypothesis import given, settings

from desktop_app.calc.explain import pool_figures, row_figures, total_figures
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.rulebooks.search_and_rescue.book import assess
from tests.calc.response_derivations import POOL_VALUES, ROW_VALUES, TOTAL_VALUES, check
from tests.calc.response_forums import response_forums

SAR = Procedure.SEARCH_AND_RESCUE


def test_every_figure_of_the_format_can_be_explained() -> None:
    assert [figure.id for figure in row_figures(SAR)] == list(ROW_VALUES)
    assert [figure.id for figure in pool_figures(SAR)] == list(POOL_VALUES)
    assert [figure.id for figure in total_figures(SAR)] == list(TOTAL_VALUES)


@given(forum=response_forums())
@settings(max_examples=15)
def test_derivations_reach_the_value_they_explain(forum: Forum) -> None:
    check(assess(forum))
