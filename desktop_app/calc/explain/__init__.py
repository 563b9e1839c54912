"""The answer to "why is this figure what it is?", for every figure of a row and of the totals.

Made when somebody asks, never by the assessment itself. A figure's id is its name in the interchange
format; money is explained in EUR and a percentage as the number in front of the sign, both before they are
rounded for show. Beside the names of the format stand ``exact_fair_share`` and ``met``.

``figure`` says what an explanation is made of, ``inputs`` where numbers come from, ``unknown`` why a figure
is not known; ``share_figures``, ``pledge_figures``, ``deduction_figures`` and ``annual_totals`` hold the
figures of the law, ``shortfall_figures`` and ``reduction_figures`` those of the proposal of 2020.
"""

from typing import Final

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.derivation import Derivation
from desktop_app.calc.explain import (
    annual_totals,
    deduction_figures,
    pledge_figures,
    reduction_figures,
    share_figures,
    shortfall_figures,
)
from desktop_app.calc.explain.figure import Figure, Pool, State

__all__ = ["ROW_FIGURES", "TOTAL_FIGURES", "Figure", "explain"]

ROW_FIGURES: Final[tuple[Figure[State], ...]] = (
    *share_figures.FIGURES,
    *pledge_figures.FIGURES,
    *deduction_figures.FIGURES,
    *shortfall_figures.STATE_FIGURES,
    *reduction_figures.FIGURES,
)
"""The figures of one Member State, in the order of the interchange format."""

TOTAL_FIGURES: Final[tuple[Figure[Pool], ...]] = (*annual_totals.FIGURES, *shortfall_figures.POOL_FIGURES)
"""The figures of the pool, in the order of the interchange format."""

_ROW = {figure.id: figure for figure in ROW_FIGURES}
_TOTAL = {figure.id: figure for figure in TOTAL_FIGURES}


def explain(assessment: AnnualPoolAssessment, figure: str, code: str | None = None) -> Derivation:
    """Say why a figure is what it is.

    Args:
        assessment: where the figure stands.
        figure: its id, one of :data:`ROW_FIGURES` for a state, of :data:`TOTAL_FIGURES` for the pool.
        code: the state's Union code, or ``None`` for the pool.

    Returns:
        The derivation; without value and formula where the figure is not known, and then its words say why.

    Raises:
        KeyError: there is no such figure, or no such state in the forum.
    """
    if code is None:
        return _TOTAL[figure].derive(Pool(assessment))
    return _ROW[figure].derive(State(assessment, row=assessment.row(code)))
