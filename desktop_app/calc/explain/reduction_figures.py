"""Eligibility for the 10 % reduction of the proposal of 2020, not law (COM(2020) 610, Art. 52(5), 53(3))."""

from itertools import chain
from typing import Final, cast

from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.explain import inputs, unknown
from desktop_app.calc.explain.figure import Answer, Figure, State, told_apart
from desktop_app.calc.findings import Status
from desktop_app.calc.readings import FIVE_YEARS, TWICE, UNION_AVERAGE
from desktop_app.calc.reduction import YEARS, ReductionFigures, Series
from desktop_app.calc.wording import number

_REFERENCE: Final = "COM(2020) 610, Art. 52(5), 53(3); recital 28"
_NOT_LAW: Final = "Proposal of 2020, not law: "


def _reduction(state: State) -> Answer:
    figures = cast("ReductionFigures", state.frame.reduction)  # without them the value is not known
    period = f"{figures.years[0]} to {figures.years[-1]}"
    given = _series(f"{state.title}: ", "applications", "populations", figures.series[state.code], period)
    if not figures.union:
        words = f"{_NOT_LAW}no state had applications from {period}, so nobody carries twice the average."
        return Answer("sum(applications) > 0", given[:1], words)
    own = _rate("applications", "populations", by_sums=_by_sums(state))
    union, of_the_union = _union(state, figures, period)
    sign = ">" if _strict(state) else ">="
    return Answer(f"{own} {sign} 2 * {union}", given + of_the_union, _words(state, figures, period))


def _by_sums(state: State) -> bool:
    return state.reading(FIVE_YEARS.name) == "ratio-of-sums"


def _strict(state: State) -> bool:
    return state.reading(TWICE.name) == "more-than"


def _union(state: State, figures: ReductionFigures, period: str) -> tuple[str, tuple[Input, ...]]:
    """Return the Union's average as a formula, and its inputs."""
    by_sums, states = _by_sums(state), list(figures.series.values())
    if state.reading(UNION_AVERAGE.name) == "weighted":
        together = [_summed(list(year)) for year in zip(*states, strict=True)]
        names = ("applications_of_all", "populations_of_all")
        return _rate(*names, by_sums=by_sums), _series("all states together: ", *names, together, period)
    rows = [_summed(rows) for rows in states] if by_sums else list(chain(*states))
    names = ("applications_of_states", "populations_of_states")
    return f"sum({names[0]} / {names[1]}) / {len(rows)}", _series("each state alone: ", *names, rows, period)


def _rate(applications: str, populations: str, *, by_sums: bool) -> str:
    if by_sums:
        return f"sum({applications}) / sum({populations})"
    return f"sum({applications} / {populations}) / {YEARS}"


def _summed(rows: Series) -> tuple[int, int]:
    return sum(count for count, _heads in rows), sum(heads for _count, heads in rows)


def _series(whose: str, applications: str, populations: str, rows: Series, period: str) -> tuple[Input, ...]:
    counts, heads = zip(*rows, strict=True)
    return (
        Input(applications, f"{whose}applications", counts, Unit.PERSONS, inputs.AT_THE_FORUM, period),
        Input(populations, f"{whose}population", heads, Unit.PERSONS, "of the year, else the key's", period),
    )


def _words(state: State, figures: ReductionFigures, period: str) -> str:
    times = figures.averages[state.code] / figures.union
    asked = "more than twice" if _strict(state) else "twice"
    verdict = "is" if figures.eligible[state.code] else "is not"
    return (
        f"{_NOT_LAW}from {period}, applications per head in {state.name} were "
        f"{number(times, told_apart(times, 2))} times the Union's average; "
        f"{asked} is asked, so it {verdict} eligible for the 10 % reduction."
    )


FIGURES: Final[tuple[Figure[State], ...]] = (
    Figure(
        "reduction_eligible",
        "eligible for the 10 % reduction",
        Unit.YES_NO,
        "compared exactly",
        _REFERENCE,
        lambda state: state.row.reduction_eligible,
        _reduction,
        (unknown.outside_the_key, unknown.no_applications),
        Status.PROPOSAL_2020,
        (TWICE.name, UNION_AVERAGE.name, FIVE_YEARS.name),
    ),
)
