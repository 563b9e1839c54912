"""The answer to "why is this figure what it is?", for every figure of a row and of the totals.

Made when somebody asks, never by the assessment itself. A figure's id is its name in the interchange
format; money is explained in EUR and a percentage as the number in front of the sign, both before they are
rounded for show. Beside the names of the format stand ``exact_fair_share`` and ``met``.

The figures of the other procedures (:func:`row_figures`, :func:`pool_figures`, :func:`total_figures`) have the names
of the interchange format, section 6, too; those of a pool, and of what a state needs under the voluntary mechanism,
are asked by the benefitting state's code.

``figure`` says what an explanation is made of, ``inputs`` where numbers come from, ``unknown`` why a figure
is not known; ``share_figures``, ``pledge_figures``, ``deduction_figures`` and ``annual_totals`` hold the
figures of the law, ``shortfall_figures`` and ``reduction_figures`` those of the proposal of 2020 beside it.
``offset_figures`` and ``vote_figures`` explain what Art. 63 and the vote on the act come to.
``response_*`` is the same for search and rescue, ``pressure_*`` for migratory pressure, ``proposal_*`` what these two
share; ``voluntary_*`` for the voluntary mechanism, and ``incentive_figures`` for what relocations carried out earn.
"""

from collections.abc import Mapping
from typing import Final, TypeAlias

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.calc.derivation import Derivation
from desktop_app.calc.explain import (
    annual_totals,
    deduction_figures,
    incentive_figures,
    offset_figures,
    pledge_figures,
    pressure_credits,
    pressure_fixed_figures,
    pressure_plan_figures,
    pressure_reduction_figures,
    pressure_share_figures,
    pressure_shortfall,
    pressure_standing_figures,
    pressure_totals,
    reduction_figures,
    response_fixed_figures,
    response_plan_figures,
    response_pool_figures,
    response_share_figures,
    response_shortfall,
    response_totals,
    share_figures,
    shortfall_figures,
    voluntary_figures,
    voluntary_totals,
    vote_figures,
)
from desktop_app.calc.explain.figure import Figure, Pool, State
from desktop_app.calc.explain.incentive_figures import Recipient
from desktop_app.calc.explain.pressure_subject import Pressure, PressureState
from desktop_app.calc.explain.response_subject import Response, ResponsePool, ResponseState
from desktop_app.calc.explain.voluntary_subject import Helped, Signatory, Together
from desktop_app.calc.forum import Procedure
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment

__all__ = [
    "ROW_FIGURES",
    "TOTAL_FIGURES",
    "AnyFigure",
    "Figure",
    "explain",
    "pool_figures",
    "row_figures",
    "total_figures",
]

ROW_FIGURES: Final[tuple[Figure[State], ...]] = (
    *share_figures.FIGURES,
    *pledge_figures.FIGURES,
    *deduction_figures.FIGURES,
    *shortfall_figures.STATE_FIGURES,
    *reduction_figures.FIGURES,
    *offset_figures.STATE_FIGURES,
    *vote_figures.STATE_FIGURES,
)
"""The figures of one Member State, in the order of the interchange format; then those of offsets and vote."""

TOTAL_FIGURES: Final[tuple[Figure[Pool], ...]] = (
    *annual_totals.FIGURES,
    *shortfall_figures.POOL_FIGURES,
    *offset_figures.POOL_FIGURES,
    *vote_figures.POOL_FIGURES,
)
"""The figures of the pool, in the order of the interchange format; then those of offsets and vote."""

_RESPONSE_ROW: Final[tuple[Figure[ResponseState], ...]] = (
    *response_share_figures.FIGURES,
    *response_plan_figures.FIGURES,
    *response_fixed_figures.FIGURES,
)
_RESPONSE_TOTAL: Final[tuple[Figure[Response], ...]] = (*response_totals.FIGURES, *response_shortfall.FIGURES)

_PRESSURE_ROW: Final[tuple[Figure[PressureState], ...]] = (
    *pressure_share_figures.FIGURES,
    *pressure_plan_figures.FIGURES,
    *pressure_reduction_figures.FIGURES,
    *pressure_credits.FIGURES,
    *pressure_fixed_figures.FIGURES,
    *pressure_standing_figures.FIGURES,
)
_PRESSURE_TOTAL: Final[tuple[Figure[Pressure], ...]] = (*pressure_totals.FIGURES, *pressure_shortfall.FIGURES)

AnyFigure: TypeAlias = (
    Figure[State]
    | Figure[Pool]
    | Figure[ResponseState]
    | Figure[ResponsePool]
    | Figure[Response]
    | Figure[PressureState]
    | Figure[Pressure]
    | Figure[Recipient]
    | Figure[Signatory]
    | Figure[Helped]
    | Figure[Together]
)
"""A figure of whatever procedure and subject; its particulars can be read alike."""

_ROW_FIGURES: Final[Mapping[Procedure, tuple[AnyFigure, ...]]] = {
    Procedure.ANNUAL_POOL: ROW_FIGURES,
    Procedure.SEARCH_AND_RESCUE: _RESPONSE_ROW,
    Procedure.MIGRATORY_PRESSURE: (*_PRESSURE_ROW, incentive_figures.FIGURE),
    Procedure.VOLUNTARY: (*voluntary_figures.FIGURES, incentive_figures.FIGURE),
}
_POOL_FIGURES: Final[Mapping[Procedure, tuple[AnyFigure, ...]]] = {
    Procedure.ANNUAL_POOL: (),
    Procedure.SEARCH_AND_RESCUE: response_pool_figures.FIGURES,
    Procedure.MIGRATORY_PRESSURE: (),
    Procedure.VOLUNTARY: voluntary_totals.NEED_FIGURES,
}
_TOTAL_FIGURES: Final[Mapping[Procedure, tuple[AnyFigure, ...]]] = {
    Procedure.ANNUAL_POOL: TOTAL_FIGURES,
    Procedure.SEARCH_AND_RESCUE: _RESPONSE_TOTAL,
    Procedure.MIGRATORY_PRESSURE: _PRESSURE_TOTAL,
    Procedure.VOLUNTARY: voluntary_totals.FIGURES,
}

_ROW = {figure.id: figure for figure in ROW_FIGURES}
_TOTAL = {figure.id: figure for figure in TOTAL_FIGURES}
_OF_STATE = {figure.id: figure for figure in _RESPONSE_ROW}
_OF_POOL = {figure.id: figure for figure in response_pool_figures.FIGURES}
_OF_WHOLE = {figure.id: figure for figure in _RESPONSE_TOTAL}
_OF_PRESSED = {figure.id: figure for figure in _PRESSURE_ROW}
_OF_PRESSURE = {figure.id: figure for figure in _PRESSURE_TOTAL}
_OF_SIGNATORY = {figure.id: figure for figure in voluntary_figures.FIGURES}
_OF_NEED = {figure.id: figure for figure in voluntary_totals.NEED_FIGURES}
_OF_MECHANISM = {figure.id: figure for figure in voluntary_totals.FIGURES}


def row_figures(procedure: Procedure) -> tuple[AnyFigure, ...]:
    """Return the figures of one Member State in a procedure, in the order of the interchange format."""
    return _ROW_FIGURES[procedure]


def pool_figures(procedure: Procedure) -> tuple[AnyFigure, ...]:
    """Return the figures of one benefitting state's pool; none where a procedure has no such pools."""
    return _POOL_FIGURES[procedure]


def total_figures(procedure: Procedure) -> tuple[AnyFigure, ...]:
    """Return the figures of the whole procedure, in the order of the interchange format."""
    return _TOTAL_FIGURES[procedure]


def explain(assessment: Assessment, figure: str, code: str | None = None) -> Derivation:
    """Say why a figure is what it is.

    Args:
        assessment: where the figure stands.
        figure: its id, one of :func:`row_figures` for a state, of :func:`pool_figures` for a benefitting state's
            pool or need, of :func:`total_figures` for the whole.
        code: the state's Union code, or ``None`` for the whole.

    Returns:
        The derivation; without value and formula where the figure is not known, and then its words say why.

    Raises:
        KeyError: there is no such figure, or no such state in the forum.
    """
    if isinstance(assessment, SearchAndRescueAssessment):
        return _of_response(assessment, figure, code)
    if isinstance(assessment, PressureAssessment):
        return _of_pressure(assessment, figure, code)
    if isinstance(assessment, VoluntaryAssessment):
        return _of_voluntary(assessment, figure, code)
    annual = AnnualPoolAssessment.of(assessment)
    if code is None:
        return _TOTAL[figure].derive(Pool(annual))
    return _ROW[figure].derive(State(annual, row=annual.row(code)))


def _of_response(assessment: SearchAndRescueAssessment, figure: str, code: str | None) -> Derivation:
    if code is None:
        return _OF_WHOLE[figure].derive(Response(assessment))
    if figure in _OF_POOL:
        return _OF_POOL[figure].derive(ResponsePool(assessment, pool=assessment.pool(code)))
    return _OF_STATE[figure].derive(ResponseState(assessment, row=assessment.row(code)))


def _of_pressure(assessment: PressureAssessment, figure: str, code: str | None) -> Derivation:
    if code is None:
        return _OF_PRESSURE[figure].derive(Pressure(assessment))
    if figure == incentive_figures.FIGURE.id:
        return _incentive(assessment, code, [row.code for row in assessment.rows])
    return _OF_PRESSED[figure].derive(PressureState(assessment, row=assessment.row(code)))


def _of_voluntary(assessment: VoluntaryAssessment, figure: str, code: str | None) -> Derivation:
    if code is None:
        return _OF_MECHANISM[figure].derive(Together(assessment))
    if figure == incentive_figures.FIGURE.id:
        return _incentive(assessment, code, [row.code for row in assessment.rows])
    if figure in _OF_NEED:
        need = {each.benefitting: each for each in assessment.needs}[code]
        return _OF_NEED[figure].derive(Helped(assessment, need=need))
    return _OF_SIGNATORY[figure].derive(Signatory(assessment, row=assessment.row(code)))


def _incentive(assessment: Assessment, code: str, rows: list[str]) -> Derivation:
    """Explain an incentive; a state outside the rows may have earned one by carrying out transfers."""
    subject = Recipient(assessment, state=code)
    if code not in rows and not subject.is_known:
        raise KeyError(code)
    return incentive_figures.FIGURE.derive(subject)
