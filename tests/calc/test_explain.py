"""Every derivation, evaluated by the tests' own evaluator, gives the figure that it explains."""

from hypothesis import given, settings

from desktop_app.calc.explain import ROW_FIGURES, TOTAL_FIGURES
from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess
from tests.calc.derivations import BESIDE_ROW_VALUES, BESIDE_VALUES, ROW_VALUES, TOTAL_VALUES, check
from tests.calc.strategies import lively_forums
from tests.strategies import forums


def test_every_figure_of_the_format_can_be_explained() -> None:
    assert {figure.id for figure in ROW_FIGURES} == set(ROW_VALUES) | set(BESIDE_ROW_VALUES)
    assert {figure.id for figure in TOTAL_FIGURES} == set(TOTAL_VALUES) | set(BESIDE_VALUES)


@given(forum=lively_forums())
def test_derivations_reach_the_value_they_explain(forum: Forum) -> None:
    check(assess(forum))


@given(forum=forums())
@settings(max_examples=25)
def test_derivations_stand_for_whatever_the_forum_holds(forum: Forum) -> None:
    check(assess(forum))
