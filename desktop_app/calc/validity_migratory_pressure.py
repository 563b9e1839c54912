"""What no forum on migratory pressure may hold (COM(2020) 610, Art. 50 to 53; interchange format, section 6).

What the form must say and does not (shares that total 100 %, nationalities of the report, minors within their part of
the key) is a finding: it is kept, and it blocks.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.exact import decimal_text
from desktop_app.calc.migratory_pressure import Credit, MigratoryPressure, PressureReport, PressureResponseAct
from desktop_app.calc.pressure_plans import WHOLE, PressurePlan, TypeShares
from desktop_app.calc.pressure_situation import PressureSource, Situation
from desktop_app.calc.sentences import say
from desktop_app.calc.validity_parts import (
    MAXIMUM_PERSONS,
    Problem,
    countries,
    measure,
    members,
    persons,
    repeated,
    revision,
)


def migratory_pressure_problems(recorded: MigratoryPressure) -> Iterator[Problem]:
    """Yield what makes what the forum records of the procedure impossible."""
    yield from _situation(recorded.situation)
    yield from _report(recorded.report)
    yield from members("other_benefitting", recorded.other_benefitting)
    yield from repeated("other_benefitting", recorded.other_benefitting)
    yield from _plans(recorded.plans)
    yield from repeated("rounds", (held.id for held in recorded.rounds), "round")
    yield from _act(recorded.act)
    yield from _credits(recorded.credits)


def _situation(situation: Situation) -> Iterator[Problem]:
    figures = situation.indicators
    yield from repeated("situation.indicators", (each.indicator.value for each in figures), "indicator")
    for each in figures:
        where = f"situation.indicators[{each.indicator.value}]"
        yield from persons(f"{where}.state", each.state)
        yield from persons(f"{where}.union", each.union)
        yield from countries(f"{where}.nationalities", each.nationalities)
    for number, used in enumerate(situation.sources):
        if used.kind is not None and used.source is not PressureSource.SITUATIONAL_AWARENESS:
            what = say(
                "a source under point ({point}) is no {kind} report (Art. 50(4)(g))",
                point=used.source.value,
                kind=used.kind.value,
            )
            yield Problem(f"situation.sources[{number}].kind", what, say('leave it out, or name the source "g"'))


def _report(report: PressureReport) -> Iterator[Problem]:
    yield from members("report.benefitting", [report.benefitting] if report.benefitting is not None else [])
    yield from persons("report.relocations", report.relocations)
    yield from persons("report.sponsorship", report.sponsorship)
    yield from countries("report.nationalities", report.nationalities)


def _plans(plans: Iterable[PressurePlan]) -> Iterator[Problem]:
    seen: set[tuple[str, int]] = set()
    for plan in plans:
        where = say("plans[{code}, revision {revision}]", code=plan.code, revision=str(plan.revision))
        if (plan.code, plan.revision) in seen:
            yield Problem(where, say("this revision of the plan stands there twice"), say("keep one of the two"))
        seen.add((plan.code, plan.revision))
        yield from members(where, [plan.code])
        yield from revision(where, plan.revision)
        yield from _shares(f"{where}.shares", plan.shares)
        yield from persons(f"{where}.minors.applicants", plan.minors_applicants)
        yield from persons(f"{where}.minors.beneficiaries", plan.minors_beneficiaries)
        yield from countries(f"{where}.nationalities", plan.nationalities)
        yield from _exact_persons(f"{where}.covered_by_measures", plan.covered)
        yield from _exact_persons(f"{where}.average_shown", plan.average_shown)
        for number, each in enumerate(plan.measures):
            yield from measure(f"{where}.measures[{number}]", each)


def _shares(where: str, shares: TypeShares) -> Iterator[Problem]:
    by_type: Mapping[ContributionType, Fraction] = shares.by_type
    for kind, percent in by_type.items():
        if not 0 <= percent <= WHOLE:
            what = say("{number} is not a share in percent", number=decimal_text(percent))
            yield Problem(f"{where}.{kind.value}", what, say("give a number from 0 to 100"))


def _exact_persons(where: str, value: Fraction | None) -> Iterator[Problem]:
    if value is not None and not 0 <= value <= MAXIMUM_PERSONS:
        yield Problem(where, say("the number is outside 0 to 1 000 000 000"), say("give a number in that range"))


def _act(act: PressureResponseAct) -> Iterator[Problem]:
    yield from repeated("act.types_set", (each.code for each in act.types_set))
    for each in act.types_set:
        where = f"act.types_set[{each.code}]"
        yield from members(where, [each.code])
        yield from _shares(f"{where}.shares", each.shares)
        if each.shares.total != WHOLE:
            what = say(
                "the types that the Commission sets total {number} %, not 100 % (Art. 53(2))",
                number=decimal_text(each.shares.total),
            )
            yield Problem(f"{where}.shares", what, say("give shares that total 100"))


def _credits(ledger: Iterable[Credit]) -> Iterator[Problem]:
    for number, each in enumerate(ledger):
        where = f"credits[{number}]"
        yield from members(where, [code for code in (each.code, each.benefitting) if code is not None])
        yield from persons(f"{where}.persons", each.persons)
