"""The bridge: pools beside a procedure of migratory pressure (COM(2020) 610, Art. 49(3))."""

from collections.abc import Iterator
from datetime import date
from enum import Enum, auto

from desktop_app.calc.findings import Severity
from desktop_app.calc.pool_use import bridge_of
from desktop_app.calc.readings import AFTER_PRESSURE_ACT, LAST_DRAW
from desktop_app.calc.response_assessment import PoolFigures
from desktop_app.calc.rulebooks.rule_2020 import rule_2020
from desktop_app.calc.rulebooks.search_and_rescue.cases import Case
from desktop_app.calc.rulebooks.search_and_rescue.pools import raised_on
from desktop_app.calc.rules import Remark
from desktop_app.calc.search_and_rescue import PoolUse
from desktop_app.calc.sentences import State, say


class _Slip(Enum):
    """What a draw has against it, in the order in which it is told."""

    LATE = auto()
    ELSEWHERE = auto()
    OWN_LEFT = auto()
    UNSAID = auto()


@rule_2020(
    "P610-49-3",
    "Bridge to a procedure of migratory pressure",
    "Art. 49(3)",
    Severity.BLOCK,
    "From a report on migratory pressure until the act of Art. 53 the rest of a pool may be used for that state, and "
    "another state's pool where its own is not enough and that puts the other state at no risk. After that act nothing "
    "more is drawn for it.",
    readings=(LAST_DRAW.name, AFTER_PRESSURE_ACT.name),
)
def bridge(case: Case) -> Iterator[Remark]:
    """Name draws for a state after its pressure act, and use of another state's pool that the bridge does not carry."""
    persons: dict[_Slip, dict[str, int]] = {slip: {} for slip in _Slip}
    for use in case.recorded.use:
        for slip, code in _slips(use, case):
            persons[slip][code] = persons[slip].get(code, 0) + use.persons
    for slip, counts in persons.items():
        for code, count in counts.items():
            yield _told(slip, code, count, case)


def _slips(use: PoolUse, case: Case) -> Iterator[tuple[_Slip, str]]:
    """Yield what a draw has against it, each with the state that it is told of."""
    served = use.used_for or use.benefitting
    bridge = bridge_of(case.recorded, served)
    if use.date is not None and bridge.is_over(use.date):
        yield _Slip.LATE, served
    elif served == use.benefitting:
        return
    elif bridge.opens is None or (use.date is not None and use.date < bridge.opens):
        yield _Slip.ELSEWHERE, served
    else:
        own = next((pool for pool in case.totals.pools if pool.benefitting == served), None)
        if own is not None and _left(own, use.date, case):
            yield _Slip.OWN_LEFT, served
        if not use.not_at_risk:
            yield _Slip.UNSAID, use.benefitting


def _left(pool: PoolFigures, day: date | None, case: Case) -> bool:
    """Tell whether a pool had a rest on a day, after the draws of that day; on a day not said, after all of them."""
    raised = raised_on(pool.benefitting, case.frame)
    holds = pool.pool if day is None or (raised is not None and raised <= day) else pool.before
    drawn = sum(
        use.persons
        for use in case.recorded.use
        if use.benefitting == pool.benefitting and (day is None or use.date is None or use.date <= day)
    )
    return holds is not None and drawn < holds


def _told(slip: _Slip, code: str, count: int, case: Case) -> Remark:
    state = State(code)
    if slip is _Slip.LATE:
        message = say(
            "{count} persons are drawn for {state} after the act on migratory pressure of {day}.",
            count=count,
            state=state,
            day=bridge_of(case.recorded, code).closes or "",
        )
        return Remark(message, code, "pools")
    if slip is _Slip.ELSEWHERE:
        message = say(
            "{count} persons are drawn for {state} on another state's pool, outside the time between the report on "
            "migratory pressure and its act.",
            count=count,
            state=state,
        )
        return Remark(message, code, "pools")
    if slip is _Slip.OWN_LEFT:
        message = say(
            "{count} persons are drawn for {state} on another state's pool while its own was not used up.",
            count=count,
            state=state,
        )
        return Remark(message, code, "pools", Severity.WARN)
    message = say(
        "{count} persons are drawn on the pool of {state} for another state; why that puts it at no risk is not "
        "recorded.",
        count=count,
        state=state,
    )
    return Remark(message, code, "pools", Severity.WARN)
