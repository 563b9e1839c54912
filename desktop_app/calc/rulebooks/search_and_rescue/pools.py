"""The pools: one for each Member State of disembarkation (COM(2020) 610, Art. 48, 49)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from desktop_app.calc.exact import largest_remainder, sum_if_known
from desktop_app.calc.response_assessment import PoolFigures, ResponseRow
from desktop_app.calc.rulebooks.search_and_rescue.frame import Frame
from desktop_app.calc.search_and_rescue import PoolUse


def pools_of(rows: Sequence[ResponseRow], frame: Frame) -> tuple[PoolFigures, ...]:
    """Return the pools in protocol order: what contributing states fix, by part of the total, and its use."""
    recorded = frame.recorded
    needs = {code: each.relocations for code, each in frame.benefitting.items()}
    raised_needs = dict(needs)
    if frame.top_up:
        raised_needs[frame.top_up.benefitting] = frame.top_up.relocations
    given = [row for row in rows if not row.benefitting]
    voluntary = dict.fromkeys(needs, 0)
    for each in frame.raises:
        voluntary[each.benefitting] += each.relocations
    before = _shared_out(sum_if_known(row.by_report.persons for row in given), needs, sum(voluntary.values()), frame)
    after = _shared_out(sum_if_known(row.fixed.persons for row in given), raised_needs, sum(voluntary.values()), frame)
    drawn: dict[str, list[PoolUse]] = {code: [] for code in needs}
    for use in recorded.use:
        drawn.setdefault(use.benefitting, []).append(use)
    return tuple(
        PoolFigures(
            code,
            raised_needs[code],
            None if after[code] is None else (after[code] or 0) + voluntary[code],
            before[code],
            voluntary[code],
            sum(use.persons for use in drawn[code]),
            _drawn_until(raised_on(code, frame), drawn[code]),
            len(drawn[code]),
        )
        for code in needs
    )


def raised_on(code: str, frame: Frame) -> date | None:
    """Return the day from which the pool was raised; ``None`` while nothing raised it, or the day is not said.

    What counts nowhere raises nothing: a top-up without an act under Art. 48(2), a raise without one under
    Art. 48(1) or by a state that does not contribute.
    """
    if frame.top_up and frame.top_up.benefitting == code:
        return frame.top_up.adopted
    return min((each.date for each in frame.raises if each.benefitting == code and each.date), default=None)


def _drawn_until(last: date | None, draws: Iterable[PoolUse]) -> int:
    """Return the persons whose draw may have been what let the pool be raised; a draw without a date may."""
    return sum(use.persons for use in draws if last is None or use.date is None or use.date <= last)


def _shared_out(
    persons: int | None, needs: Mapping[str, int | None], raised: int, frame: Frame
) -> dict[str, int | None]:
    """Split what is given between the pools, by their part of the total; raises go to their own pool whole."""
    known = {code: need for code, need in needs.items() if need is not None}
    total = sum(known.values())
    if persons is None or len(known) < len(needs) or not total or not frame.key.participants:
        return dict.fromkeys(needs)
    shared = persons - raised
    population = {state.code: state.population or 0 for state in frame.forum.key.states}
    order = sorted(known, key=lambda code: (-population.get(code, 0), code))
    quotas = {code: Fraction(shared * need, total) for code, need in known.items()}
    return {**largest_remainder(quotas, shared, order)}
