"""Eligibility for the 10 % reduction of the proposal of 2020, not law (COM(2020) 610, Art. 52(5), 53(3))."""

from itertools import chain
from typing import Final, Protocol, cast

from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.explain import inputs, unknown
from desktop_app.calc.explain.figure import Answer, Figure, Named, State, told_apart
from desktop_app.calc.findings import Status
from desktop_app.calc.readings import FIVE_YEARS, TWICE, UNION_AVERAGE
from desktop_app.calc.reduction import READINGS, YEARS, ReductionFigures, Series
from desktop_app.calc.sentences import capitalised, joined, say
from desktop_app.calc.wording import number

REFERENCE: Final = say("COM(2020) 610, Art. 52(5), 53(3); recital 28")
TOUCHED: Final = tuple(each.name for each in READINGS)
_NOT_LAW: Final = say("Proposal of 2020, not law: ")


class Read(Protocol):
    """Whatever stands under readings."""

    def reading(self, name: str) -> str:
        """Return the value in force of a reading."""
        ...


class Averaged(Named, Read, Protocol):
    """A Member State whose applications are averaged, whatever the procedure."""

    @property
    def name(self) -> str:
        """Its name inside a sentence."""
        ...


def eligible(state: Averaged, figures: ReductionFigures, before: str = "") -> Answer:
    """Say whether a state may ask for the reduction, and why.

    Args:
        state: the Member State.
        figures: the averages.
        before: what the words begin with.
    """
    period = period_of(figures)
    given = _own_series(state, figures)
    if not figures.union:
        words = say(
            "{before}no state had applications from {period}, so nobody carries twice the average.",
            before=before,
            period=period,
        )
        return Answer("sum(applications) > 0", given[:1], capitalised(words))
    own = _own_rate(state)
    union, of_the_union = union_average(state, figures)
    sign = ">" if _strict(state) else ">="
    return Answer(
        f"{own} {sign} 2 * {union}", given + of_the_union, capitalised(joined("", (before, _words(state, figures))))
    )


def own_average(state: Averaged, figures: ReductionFigures) -> tuple[str, tuple[Input, ...]]:
    """Return a state's average as a formula, and its inputs."""
    return _own_rate(state), _own_series(state, figures)


def period_of(figures: ReductionFigures) -> str:
    """Return the five years: ``"2021 to 2025"``."""
    return say("{years} to {years_2}", years=str(figures.years[0]), years_2=str(figures.years[-1]))


def _own_rate(state: Averaged) -> str:
    return _rate("applications", "populations", by_sums=_by_sums(state))


def _own_series(state: Averaged, figures: ReductionFigures) -> tuple[Input, ...]:
    of = figures.series[state.code]
    return _series(state.title, "applications", "populations", of, period_of(figures))


def _by_sums(subject: Read) -> bool:
    return subject.reading(FIVE_YEARS.name) == "ratio-of-sums"


def _strict(subject: Read) -> bool:
    return subject.reading(TWICE.name) == "more-than"


def union_average(subject: Read, figures: ReductionFigures) -> tuple[str, tuple[Input, ...]]:
    """Return the Union's average as a formula, and its inputs."""
    period = period_of(figures)
    by_sums, states = _by_sums(subject), list(figures.series.values())
    if subject.reading(UNION_AVERAGE.name) == "weighted":
        together = [_summed(list(year)) for year in zip(*states, strict=True)]
        names = ("applications_of_all", "populations_of_all")
        return _rate(*names, by_sums=by_sums), _series(say("all states together"), *names, together, period)
    rows = [_summed(rows) for rows in states] if by_sums else list(chain(*states))
    names = ("applications_of_states", "populations_of_states")
    return f"sum({names[0]} / {names[1]}) / {len(rows)}", _series(say("each state alone"), *names, rows, period)


def _rate(applications: str, populations: str, *, by_sums: bool) -> str:
    if by_sums:
        return f"sum({applications}) / sum({populations})"
    return f"sum({applications} / {populations}) / {YEARS}"


def _summed(rows: Series) -> tuple[int, int]:
    return sum(count for count, _heads in rows), sum(heads for _count, heads in rows)


def _series(whose: str, applications: str, populations: str, rows: Series, period: str) -> tuple[Input, ...]:
    counts, heads = zip(*rows, strict=True)
    return (
        Input(
            applications, say("{whose}: applications", whose=whose), counts, Unit.PERSONS, inputs.AT_THE_FORUM, period
        ),
        Input(
            populations,
            say("{whose}: population", whose=whose),
            heads,
            Unit.PERSONS,
            say("of the year, else the key's"),
            period,
        ),
    )


def _words(state: Averaged, figures: ReductionFigures) -> str:
    times = figures.averages[state.code] / figures.union
    eligible = (
        say(
            "from {period}, applications per head in {name} were {number} times the Union's average; "
            "{asked} is asked, so it is eligible for the 10 % reduction."
        )
        if figures.eligible[state.code]
        else say(
            "from {period}, applications per head in {name} were {number} times the Union's average; "
            "{asked} is asked, so it is not eligible for the 10 % reduction."
        )
    )
    return say(
        eligible,
        period=period_of(figures),
        name=state.name,
        number=number(times, told_apart(times, 2)),
        asked=say("more than twice") if _strict(state) else say("twice"),
    )


def _reduction(state: State) -> Answer:
    figures = cast("ReductionFigures", state.frame.reduction)  # without them the value is not known
    return eligible(state, figures, _NOT_LAW)


FIGURES: Final[tuple[Figure[State], ...]] = (
    Figure(
        "reduction_eligible",
        say("eligible for the 10 % reduction"),
        Unit.YES_NO,
        say("compared exactly"),
        REFERENCE,
        lambda state: state.row.reduction_eligible,
        _reduction,
        (unknown.outside_the_key, unknown.no_applications),
        Status.PROPOSAL_2020,
        TOUCHED,
    ),
)
