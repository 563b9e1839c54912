"""What no forum on search and rescue may hold (COM(2020) 610, Art. 47 to 49; interchange format, section 6)."""

from collections.abc import Collection, Iterable, Iterator

from desktop_app.calc.forum import Forum
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.search_and_rescue import ManagementReport, SearchAndRescue, TopUp
from desktop_app.calc.sentences import say
from desktop_app.calc.validity_parts import (
    MAXIMUM_REVISION,
    Problem,
    codes,
    measure,
    persons,
    repeated,
    revision,
)

__all__ = ["MAXIMUM_REVISION", "search_and_rescue_problems"]


def search_and_rescue_problems(forum: Forum) -> Iterator[Problem]:
    """Yield what makes what the forum records of the procedure impossible."""
    recorded = forum.search_and_rescue
    yield from _report(recorded.report)
    yield from _plans(recorded.plans)
    yield from repeated("rounds", (held.id for held in recorded.rounds), "round")
    if recorded.pressure_act is not None and recorded.pressure_act.benefitting is not None:
        yield from codes("pressure_act.benefitting", [recorded.pressure_act.benefitting])
    yield from _pools(recorded)
    if recorded.top_up is not None:
        yield from _top_up(recorded.top_up, recorded.report)


def _report(report: ManagementReport) -> Iterator[Problem]:
    yield from repeated("report.benefitting", (state.code for state in report.benefitting))
    for state in report.benefitting:
        where = f"report.benefitting[{state.code}]"
        yield from codes(where, [state.code])
        yield from persons(f"{where}.relocations", state.relocations)


def _plans(plans: Iterable[ResponsePlan]) -> Iterator[Problem]:
    seen: set[tuple[str, int]] = set()
    for plan in plans:
        where = say("plans[{code}, revision {revision}]", code=plan.code, revision=str(plan.revision))
        if (plan.code, plan.revision) in seen:
            yield Problem(where, say("this revision of the plan stands there twice"), say("keep one of the two"))
        seen.add((plan.code, plan.revision))
        yield from codes(where, [plan.code])
        yield from revision(where, plan.revision)
        yield from _persons_of(plan, where)
        for number, each in enumerate(plan.measures):
            yield from measure(f"{where}.measures[{number}]", each)


def _persons_of(plan: ResponsePlan, where: str) -> Iterator[Problem]:
    yield from persons(f"{where}.relocations", plan.relocations)
    yield from persons(f"{where}.vulnerable", plan.vulnerable)
    if plan.vulnerable > plan.relocations:
        what = say(
            "{vulnerable} vulnerable persons are more than the {relocations} relocations they are part of",
            vulnerable=plan.vulnerable,
            relocations=plan.relocations,
        )
        if plan.relocations:
            remedy = say("lower the number, or raise the relocations first")
        else:
            what = say("{what} (relocations that are not given are 0)", what=what)
            remedy = say("give the plan's relocations, or no vulnerable persons")
        yield Problem(f"{where}.vulnerable", what, remedy)
    if plan.cover is not None:
        yield from persons(f"{where}.cover.relocations", plan.cover.relocations)
        yield from persons(f"{where}.cover.sponsorship", plan.cover.sponsorship)


def _pools(recorded: SearchAndRescue) -> Iterator[Problem]:
    """Yield what is wrong with calls, draws and raises; only a state of disembarkation has a pool (Art. 48)."""
    pools = {state.code for state in recorded.report.benefitting}
    for number, held in enumerate(recorded.rounds):
        if held.benefitting is not None:
            yield from _pool(f"rounds[{number}].benefitting", held.benefitting, pools)
    for number, call in enumerate(recorded.calls):
        yield from _pool(f"calls[{number}].benefitting", call.benefitting, pools)
    for number, draw in enumerate(recorded.use):
        where = f"use[{number}]"
        yield from _pool(f"{where}.benefitting", draw.benefitting, pools)
        yield from persons(f"{where}.persons", draw.persons)
        yield from codes(where, [code for code in (draw.used_for, draw.contributor) if code is not None])
    for number, raised in enumerate(recorded.raises):
        where = f"raises[{number}]"
        yield from codes(where, [raised.code])
        yield from _pool(f"{where}.benefitting", raised.benefitting, pools)
        yield from persons(f"{where}.relocations", raised.relocations)


def _pool(where: str, code: str, pools: Collection[str]) -> Iterator[Problem]:
    # Where the report names nobody yet, nobody can say who has no pool.
    if not pools:
        yield from codes(where, [code])
    elif code not in pools:
        what = say(
            "{code} has no pool: the report does not name it as a Member State of disembarkation (Art. 48)", code=code
        )
        yield Problem(
            where, what, say("use one of {join}, or name it in the report first", join=", ".join(sorted(pools)))
        )


def _top_up(top_up: TopUp, report: ManagementReport) -> Iterator[Problem]:
    yield from _pool("top_up.benefitting", top_up.benefitting, {state.code for state in report.benefitting})
    yield from persons("top_up.relocations", top_up.relocations)
    former = next((each.relocations for each in report.benefitting if each.code == top_up.benefitting), None)
    # At most by half, exactly: new total <= 3/2 of the old one.
    if former is not None and 2 * top_up.relocations > 3 * former:
        yield Problem(
            "top_up.relocations",
            say(
                "{relocations} is more than one and a half times the report's {former} for {benefitting} (Art. 48(2))",
                relocations=str(top_up.relocations),
                former=str(former),
                benefitting=top_up.benefitting,
            ),
            say("give at most {number}", number=str(3 * former // 2)),
        )
