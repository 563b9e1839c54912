"""The figures of an assessment in one shape for every procedure, so that two of them can stand side by side.

A subject is a Member State (or signatory), a benefitting state's pool or need, or the whole. Its figures are those that
:mod:`desktop_app.calc.explain` explains, under the same ids, and after them a few words such as the verdict. All are
read from the assessment; nothing is worked out here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, Final, NamedTuple, TypeAlias

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment, Row
from desktop_app.calc.consequences import verdict_of
from desktop_app.calc.derivation import Exact, Unit
from desktop_app.calc.explain import pool_figures, row_figures, total_figures
from desktop_app.calc.explain.figure import Pool, State, in_sentence
from desktop_app.calc.explain.incentive_figures import FIGURE as INCENTIVE
from desktop_app.calc.explain.inputs import eur
from desktop_app.calc.explain.pressure_subject import Pressure, PressureState
from desktop_app.calc.explain.response_subject import Response, ResponsePool, ResponseState
from desktop_app.calc.explain.voluntary_subject import Helped, Signatory, Together
from desktop_app.calc.forum import Procedure
from desktop_app.calc.incentives import incentives_of
from desktop_app.calc.member_states import name_of
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.sentences import say
from desktop_app.calc.voluntary import signatory_place
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment

Value: TypeAlias = Exact | str | None
"""An exact number, a yes or no, a word; ``None`` where it cannot be known."""


class About(Enum):
    """What a figure is about."""

    WHOLE = "whole"
    POOL = "pool"
    STATE = "state"


class Subject(NamedTuple):
    """Whom a figure is about.

    Attributes:
        about: see :class:`About`.
        code: of the state, ``None`` for the whole.
    """

    about: About
    code: str | None = None

    @property
    def title(self) -> str:
        """What stands before the figure's name: ``"Belgium"``, ``"For Malta"`` of a pool, ``"All states"``."""
        if self.code is None:
            return say("All states")
        return (
            say("For {in_sentence}", in_sentence=in_sentence(self.code))
            if self.about is About.POOL
            else name_of(self.code)
        )


@dataclass(frozen=True, slots=True)
class Head:
    """What one figure is.

    Attributes:
        about: whom it is about.
        id: its id in :mod:`desktop_app.calc.explain`, where it is explained there.
        title: in the field's words.
        unit: what it counts; ``None`` of words.
    """

    about: About
    id: str
    title: str
    unit: Unit | None

    @property
    def is_explained(self) -> bool:
        """Whether it can be asked why it is what it is."""
        return self.unit is not None


Figures: TypeAlias = Mapping[Subject, tuple[Value, ...]]
"""The figures of each subject, in the order of :func:`heads_of`."""

_Told: TypeAlias = tuple[str, str, Callable[[Any, Any], Value]]
"""Id and title of words, and what reads them from an assessment and a row."""


def _plan(_assessment: Assessment, row: Any) -> Value:
    standing: str = row.standing.value
    return standing


def _verdict(assessment: Assessment, row: Row) -> Value:
    verdict: str = verdict_of(row, assessment.forum.state(row.code).pledge).value
    return verdict


def _stage(_assessment: Assessment, row: Row) -> Value:
    return "none" if row.deduction_stage is None else row.deduction_stage.value


def _benefitting(_assessment: Assessment, row: Any) -> Value:
    return bool(row.benefitting)


def _takes_part(_assessment: Assessment, row: Any) -> Value:
    return bool(row.takes_part)


_BENEFITTING: Final = ("benefitting", "benefits", _benefitting)
_WORDS: Final[Mapping[Procedure, tuple[_Told, ...]]] = {
    Procedure.ANNUAL_POOL: (
        ("verdict", say("verdict on the pledge"), _verdict),
        ("deduction_stage", "deduction", _stage),
        _BENEFITTING,
    ),
    Procedure.SEARCH_AND_RESCUE: (("plan", "plan", _plan), _BENEFITTING),
    Procedure.MIGRATORY_PRESSURE: (("plan", "plan", _plan), _BENEFITTING),
    Procedure.VOLUNTARY: (("takes_part", say("takes part"), _takes_part),),
}
"""What is said of a state in words, beside its figures."""
_LEFT_OUT: Final = ("share", INCENTIVE.id)
"""The share stands as a percentage too; incentives are read in one go."""
_WITH_INCENTIVES: Final = (Procedure.MIGRATORY_PRESSURE, Procedure.VOLUNTARY)


@cache
def heads_of(procedure: Procedure, about: About) -> tuple[Head, ...]:
    """Return the figures that a procedure has of one kind of subject, in the order of the interchange format."""
    if about is not About.STATE:
        explained = total_figures(procedure) if about is About.WHOLE else pool_figures(procedure)
        return tuple(Head(about, each.id, each.title, each.unit) for each in explained)
    heads = [Head(about, each.id, each.title, each.unit) for each in _explained(procedure)]
    if procedure in _WITH_INCENTIVES:
        heads.append(Head(about, INCENTIVE.id, INCENTIVE.title, INCENTIVE.unit))
    return (*heads, *(Head(about, name, title, None) for name, title, _value in _WORDS[procedure]))


@cache
def _explained(procedure: Procedure) -> tuple[Any, ...]:
    return tuple(each for each in row_figures(procedure) if each.id not in _LEFT_OUT)


def figures_of(assessment: Assessment) -> Figures:
    """Read every figure of an assessment.

    Returns:
        The whole first, then pools or needs, then the states, each in protocol order.
    """
    return dict(_READERS[assessment.forum.procedure](assessment))


_Read: TypeAlias = Iterator[tuple[Subject, tuple[Value, ...]]]


def _annual_pool(assessment: Assessment) -> _Read:
    annual = AnnualPoolAssessment.of(assessment)
    pool = Pool(annual)
    yield _whole(pool)
    for row in annual.rows:
        state = State(annual, row=row)
        # What was worked out for the pool (the vote, offsets) holds for each of its states.
        vars(state).update({name: value for name, value in vars(pool).items() if name not in vars(state)})
        yield _state(annual, row, state)


def _search_and_rescue(assessment: Assessment) -> _Read:
    response = SearchAndRescueAssessment.of(assessment)
    yield _whole(Response(response))
    for pool in response.totals.pools:
        yield _pool(Subject(About.POOL, pool.benefitting), ResponsePool(response, pool=pool))
    for row in response.rows:
        yield _state(response, row, ResponseState(response, row=row))


def _migratory_pressure(assessment: Assessment) -> _Read:
    pressure = PressureAssessment.of(assessment)
    yield _whole(Pressure(pressure))
    states = ((row, PressureState(pressure, row=row)) for row in pressure.rows)
    yield from _with_incentives(pressure, dict(_state(pressure, *each) for each in states))


def _voluntary(assessment: Assessment) -> _Read:
    mechanism = VoluntaryAssessment.of(assessment)
    yield _whole(Together(mechanism))
    for need in mechanism.needs:
        yield _pool(Subject(About.POOL, need.benefitting), Helped(mechanism, need=need))
    signatories = ((row, Signatory(mechanism, row=row)) for row in mechanism.rows)
    yield from _with_incentives(mechanism, dict(_state(mechanism, *each) for each in signatories))


_READERS: Final[Mapping[Procedure, Callable[[Assessment], _Read]]] = {
    Procedure.ANNUAL_POOL: _annual_pool,
    Procedure.SEARCH_AND_RESCUE: _search_and_rescue,
    Procedure.MIGRATORY_PRESSURE: _migratory_pressure,
    Procedure.VOLUNTARY: _voluntary,
}


def _whole(subject: Any) -> tuple[Subject, tuple[Value, ...]]:
    explained = total_figures(subject.assessment.forum.procedure)
    return Subject(About.WHOLE), tuple(figure.value(subject) for figure in explained)


def _pool(whose: Subject, subject: Any) -> tuple[Subject, tuple[Value, ...]]:
    explained = pool_figures(subject.assessment.forum.procedure)
    return whose, tuple(figure.value(subject) for figure in explained)


def _state(assessment: Assessment, row: Any, subject: Any) -> tuple[Subject, tuple[Value, ...]]:
    procedure = assessment.forum.procedure
    figures = (figure.value(subject) for figure in _explained(procedure))
    told = (value(assessment, row) for _name, _title, value in _WORDS[procedure])
    return Subject(About.STATE, row.code), (*figures, *told)


def _with_incentives(assessment: Assessment, rows: Mapping[Subject, tuple[Value, ...]]) -> _Read:
    """Put what each state gets for relocations before its words; who carries out transfers need not take part."""
    procedure = assessment.forum.procedure
    place = len(_explained(procedure))
    nothing: tuple[Value, ...] = (None,) * (place + len(_WORDS[procedure]))
    gets = {Subject(About.STATE, each.code): eur(each.total_cents) for each in incentives_of(assessment.forum)}
    for subject in sorted({*rows, *gets}, key=lambda each: signatory_place(str(each.code))):
        figures = rows.get(subject, nothing)
        yield subject, (*figures[:place], gets.get(subject, eur(0)), *figures[place:])
