"""Migratory pressure: what measures leave short, and the plans that would bring it (COM(2020) 610, Art. 52, 53).

The key gives each contributing state its number, and it owes all of it; a plan says only how much of it measures
cover. So a state can give more by persons only by letting measures cover less.
"""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import Change, ChangeKind, RecordPressurePlan
from desktop_app.calc.exact import round_up
from desktop_app.calc.gap.amounts import Asked
from desktop_app.calc.gap.limits import Kind
from desktop_app.calc.gap.plans_2020 import NO_KEY_NUMBER, ground_in_persons, no_longer, supposed_of
from desktop_app.calc.gap.problem import Barred, Ground, NotStated, Standing
from desktop_app.calc.gap.several import Several
from desktop_app.calc.gap.target import Target
from desktop_app.calc.moments import as_of
from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow
from desktop_app.calc.pressure_plans import PressurePlan
from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.sentences import say
from desktop_app.calc.shortfall_shown import THRESHOLD

_NOTHING: Final = Fraction(0)
_BENEFITS: Final = say("It benefits; nobody asks it for its part.")
_ALL_BY_PERSONS: Final = say("It gives all that the key asks of it by persons already, or the Commission sets how.")


def ground_of(assessment: Assessment, target: Target) -> Ground | NotStated:
    """Return what a target rests on in a pressure response."""
    pressure = PressureAssessment.of(assessment)
    parts = pressure.totals.shortfall_readings.parts(pressure.readings[SHORTFALL.name])
    if parts.short is None or not parts.whole:
        return NotStated(say("The report's totals or the key are not known, so that nothing can be asked of anybody."))
    ended = no_longer(pressure.forum.migratory_pressure, as_of(pressure.forum))
    if ended is not None:
        return ended
    barred, states = _parted(pressure)
    if target is Target.NO_SHORTFALL:
        return ground_in_persons(target, (parts.short - THRESHOLD * parts.whole, _NOTHING), barred, states)
    needed = [replace(each, needed=each.useful or _NOTHING, must=True) for each in states]
    whole = sum((row.exact_key for row in pressure.rows if row.is_asked and row.exact_key), _NOTHING)
    missing = sum((each.needed for each in needed), _NOTHING)
    return replace(ground_in_persons(target, (whole, whole - missing), barred, needed), need=_NOTHING)


def is_reached(assessment: Assessment, target: Target, asked: Iterable[str]) -> bool:
    """Tell from the figures of a forum whether a target is reached; the codes are the states that can be asked."""
    pressure = PressureAssessment.of(assessment)
    if target is Target.NO_SHORTFALL:
        return pressure.totals.shortfall is not None and not pressure.totals.shortfall_triggered
    return all(not pressure.row(code).covered for code in asked)


def change_of(assessment: Assessment, target: Target, asked: tuple[Asked, ...], source: str) -> Change:  # noqa: ARG001
    """Return the plans that a proposal stands for, as one step; each keeps all else of the one that counts."""
    pressure = PressureAssessment.of(assessment)
    plans = [_plan(pressure, pressure.row(each.code).plan, each) for each in asked]
    changes = tuple(RecordPressurePlan(plan) for plan in plans)
    return Several(changes, source, ChangeKind.PLAN)


def _plan(pressure: PressureAssessment, before: PressurePlan | None, asked: Asked) -> PressurePlan:
    row = pressure.row(asked.code)
    counting = before or PressurePlan(asked.code)
    number = pressure.forum.migratory_pressure.revisions(asked.code)[-1].revision + 1
    left = max(_NOTHING, row.covered - asked.persons)
    return replace(counting, revision=number, submitted=as_of(pressure.forum), covered=left)


def _parted(pressure: PressureAssessment) -> tuple[list[Barred], list[Standing]]:
    barred: list[Barred] = []
    states: list[Standing] = []
    for row in pressure.rows:
        if not row.is_asked:
            barred.append(Barred(row.code, _BENEFITS))
        elif not row.exact_key:
            barred.append(Barred(row.code, NO_KEY_NUMBER))
        elif row.plan is None or not row.covered:
            barred.append(Barred(row.code, _ALL_BY_PERSONS))
        else:
            states.append(_standing(row, pressure, row.exact_key))
    return barred, states


def _standing(row: PressureRow, pressure: PressureAssessment, share: Fraction) -> Standing:
    revisions = pressure.forum.migratory_pressure.revisions(row.code)
    return Standing(
        code=row.code,
        now=share - row.covered,
        share=share,
        whole_share=max(row.key_number or 0, round_up(share)),
        useful=row.covered,
        room=Fraction(round_up(row.covered)),
        kind=Kind.RELOCATIONS,
        supposed=supposed_of(row.standing, revisions[-1].revision + 1),
    )
