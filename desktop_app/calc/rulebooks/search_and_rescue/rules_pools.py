"""The pools in use: draws, the 80 % alarm, raises and top-up (COM(2020) 610, Art. 48, 49)."""

from collections.abc import Iterator
from datetime import date

from desktop_app.calc.findings import Severity
from desktop_app.calc.pool_use import convened_for
from desktop_app.calc.readings import POOL_SPLIT, TOP_UP_CAP, TOP_UP_SCALE
from desktop_app.calc.response_assessment import PoolFigures
from desktop_app.calc.rulebooks.rule_2020 import rule_2020
from desktop_app.calc.rulebooks.search_and_rescue.cases import Case
from desktop_app.calc.rules import Remark
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.sentences import Percent, State, say


@rule_2020(
    "P610-48-1u",
    "80 % of a pool used, Art. 48(1)",
    "Art. 48(1)",
    Severity.WARN,
    "Once 80 % of a pool is used, the Asylum Agency notifies it and the forum is convened. Under an act of Art. 48(1) "
    "Member States may raise their contributions for that pool; nobody must.",
    readings=(POOL_SPLIT.name,),
)
def alarm_of_a_sufficient_act(case: Case) -> Iterator[Remark]:
    """Tell each alarm, and raises that nothing lets begin."""
    recorded = case.recorded
    if case.frame.path is not ActPath.STILL_SHORT:
        yield from _alarms(case)
    if recorded.raises and case.frame.path is not ActPath.SUFFICIENT:
        message = say("Voluntary raises exist after an act under Art. 48(1) alone: they count nowhere.")
        yield Remark(message, None, "raises")
        return
    pools = {pool.benefitting: pool for pool in case.totals.pools}
    for code in dict.fromkeys(each.benefitting for each in case.frame.raises):
        if not pools[code].alarm_before:
            message = say("The pool of {state} is raised before 80 % of it was used.", state=State(code))
            yield Remark(message, code, "raises")
    asked = {row.code for row in case.rows if not row.benefitting}
    for each in recorded.raises:
        if each.code not in asked:
            message = say("{state} is not a contributing state: its raise counts nowhere.", state=State(each.code))
            yield Remark(message, each.code, "raises")


@rule_2020(
    "P610-48-2u",
    "80 % of a pool used, Art. 48(2)",
    "Art. 48(2) last subparagraph; recital 23",
    Severity.WARN,
    "Once 80 % of a pool is used, the forum is convened and told; then the act is amended: the total is raised by at "
    "most 50 %.",
)
def alarm_of_a_corrected_act(case: Case) -> Iterator[Remark]:
    """Tell each alarm."""
    if case.frame.path is ActPath.STILL_SHORT:
        yield from _alarms(case)


def _alarms(case: Case) -> Iterator[Remark]:
    for pool in case.totals.pools:
        ratio = pool.used_ratio
        if pool.alarm and ratio is not None:
            message = say(
                "The pool of {state} is used to {percent} ({used} of {pool}): 80 % is reached, the forum is convened.",
                state=State(pool.benefitting),
                percent=Percent(ratio),
                used=pool.used,
                pool=pool.pool or 0,
            )
            yield Remark(message, pool.benefitting, "pools")


@rule_2020(
    "P610-48-2f",
    "Top-up",
    "Art. 48(2) last subparagraph; recital 23",
    Severity.WARN,
    "After 80 % of a pool is used, the total may be raised by at most 50 %; every share rises with it.",
    readings=(TOP_UP_SCALE.name, TOP_UP_CAP.name),
)
def top_up(case: Case) -> Iterator[Remark]:
    """Say that a top-up has no ground, raises nothing, or that no act can carry it."""
    raised = case.recorded.top_up
    if raised is None:
        return
    state = State(raised.benefitting)
    if case.frame.path is not ActPath.STILL_SHORT:
        message = say("A pool is topped up by amending an act under Art. 48(2); there is none, so it counts nowhere.")
        yield Remark(message, raised.benefitting, "top_up", Severity.BLOCK)
        return
    pool = next((each for each in case.totals.pools if each.benefitting == raised.benefitting), None)
    if pool is not None and not pool.alarm_before:
        message = say("The pool of {state} is topped up before 80 % of it was used.", state=state)
        yield Remark(message, raised.benefitting, "top_up")
    if raised.adopted is None:
        message = say("The amended act that tops up the pool of {state} has no date of adoption.", state=state)
        yield Remark(message, raised.benefitting, "top_up")
    if pool is not None and case.frame.total is not None and case.frame.raised_total == case.frame.total:
        message = say("The new total of the pool of {state} is not above the report's: it raises nothing.", state=state)
        yield Remark(message, raised.benefitting, "top_up")


@rule_2020(
    "P610-46-3",
    "The forum before a pool is raised",
    "Art. 46, 48(1), 48(2)",
    Severity.WARN,
    "Once 80 % of a pool is used, the Commission convenes the Solidarity Forum before contributions for that pool are "
    "raised, of the Member States' own will or by an amended act.",
)
def forum_before_a_raise(case: Case) -> Iterator[Remark]:
    """Name each pool that is raised without a round of the forum for it."""
    recorded = case.recorded
    raised: list[str] = []
    if case.frame.top_up:
        raised = [case.frame.top_up.benefitting]
    elif case.frame.path is ActPath.SUFFICIENT:
        raised = [pool.benefitting for pool in case.totals.pools if pool.raised]
    for code in raised:
        if not convened_for(recorded, code):
            message = say(
                "The pool of {state} is raised, but no round of the forum is recorded for it.", state=State(code)
            )
            yield Remark(message, code, "rounds")


@rule_2020(
    "P610-49-1",
    "Use of a pool",
    "Art. 49(1)",
    Severity.WARN,
    "Within two weeks of the act a benefitting state asks for the use of its pool; within two weeks of that the "
    "Commission draws on it for each disembarkation. Nothing is drawn before there is an act, or beyond the pool.",
)
def use_of_a_pool(case: Case) -> Iterator[Remark]:
    """Name draws before the act, draws beyond a pool, draws on no pool, late requests."""
    adopted = case.recorded.act.adopted
    for pool in case.totals.pools:
        yield from _beyond(pool)
    early = {use.benefitting for use in case.recorded.use if adopted and use.date and use.date < adopted}
    for code in dict.fromkeys(use.benefitting for use in case.recorded.use):
        state = State(code)
        if code not in case.frame.benefitting:
            message = say("{state} has no pool: what is drawn on it counts nowhere.", state=state)
            yield Remark(message, code, "pools", Severity.BLOCK)
        elif adopted is None:
            message = say("The pool of {state} is drawn on, but no act is adopted.", state=state)
            yield Remark(message, code, "pools")
        elif code in early:
            message = say("The pool of {state} is drawn on before the act of {day}.", state=state, day=adopted)
            yield Remark(message, code, "pools")
    last = next((date.fromisoformat(each.due) for each in case.deadlines if each.rule == "P610-49-1"), None)
    for call in case.recorded.calls:
        if last and call.requested and call.requested > last:
            message = say(
                "{state} asked for its pool on {day}, after the two weeks from the act.",
                state=State(call.benefitting),
                day=call.requested,
            )
            yield Remark(message, call.benefitting, "pools")


def _beyond(pool: PoolFigures) -> Iterator[Remark]:
    if pool.pool is not None and pool.used > pool.pool:
        message = say(
            "{used} persons are drawn on the pool of {state}, which holds {pool}.",
            used=pool.used,
            state=State(pool.benefitting),
            pool=pool.pool,
        )
        yield Remark(message, pool.benefitting, "pools", Severity.BLOCK)
