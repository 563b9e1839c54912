"""Search and rescue: what is missing for each target, and the plans that would bring it (COM(2020) 610, Art. 47 f.)."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import Change, ChangeKind, RecordPlan
from desktop_app.calc.exact import round_up
from desktop_app.calc.gap.amounts import Asked
from desktop_app.calc.gap.limits import Kind
from desktop_app.calc.gap.plans_2020 import NO_KEY_NUMBER, barred_by, ground_in_persons, no_longer, supposed_of
from desktop_app.calc.gap.problem import Barred, Ground, NotStated, Standing
from desktop_app.calc.gap.several import Several
from desktop_app.calc.gap.target import Target
from desktop_app.calc.moments import as_of
from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.sentences import say
from desktop_app.calc.shortfall_shown import THRESHOLD

_NOTHING: Final = Fraction(0)


def ground_of(assessment: Assessment, target: Target) -> Ground | NotStated:
    """Return what a target rests on in a forum on search and rescue."""
    response = SearchAndRescueAssessment.of(assessment)
    total = response.totals.report_total
    if not total or response.totals.asked is None:
        return NotStated(say("The report's total or the key is not known, so that nothing can be asked of anybody."))
    ended = no_longer(response.forum.search_and_rescue, as_of(response.forum))
    if ended is not None:
        return ended
    barred, states = _parted(response)
    pledged = Fraction(response.totals.pledged)
    if target is Target.REPORT_TOTAL:
        return ground_in_persons(target, (Fraction(total), pledged), barred, states)
    if target is Target.KEY_NUMBERS:
        needed = [_up_to_its_number(each, response.row(each.code)) for each in states]
        whole = Fraction(sum(response.row(each.code).report_number or 0 for each in states))
        missing = sum((each.needed for each in needed), _NOTHING)
        return replace(ground_in_persons(target, (whole, whole - missing), barred, needed), need=_NOTHING)
    return _of_shortfall(response, barred, states)


def is_reached(assessment: Assessment, target: Target, asked: Iterable[str]) -> bool:
    """Tell from the figures of a forum whether a target is reached; the codes are the states that can be asked."""
    response = SearchAndRescueAssessment.of(assessment)
    if target is Target.REPORT_TOTAL:
        return response.totals.report_total is not None and response.totals.pledged >= response.totals.report_total
    if target is Target.KEY_NUMBERS:
        return all(_missing_of_number(response.row(code)) == 0 for code in asked)
    return response.totals.shortfall is not None and not response.totals.shortfall_triggered


def change_of(assessment: Assessment, target: Target, asked: tuple[Asked, ...], source: str) -> Change:  # noqa: ARG001
    """Return the plans that a proposal stands for, as one step; each keeps all else of the one that counts."""
    response = SearchAndRescueAssessment.of(assessment)
    changes = tuple(RecordPlan(_plan(response, each)) for each in asked)
    return Several(changes, source, ChangeKind.PLAN)


def _plan(response: SearchAndRescueAssessment, asked: Asked) -> ResponsePlan:
    before = response.row(asked.code).plan
    day = as_of(response.forum)
    if before is None:
        return ResponsePlan(asked.code, submitted=day, relocations=asked.persons)
    number = response.forum.search_and_rescue.revisions(asked.code)[-1].revision + 1
    return replace(before, revision=number, submitted=day, relocations=before.relocations + asked.persons)


def _of_shortfall(
    response: SearchAndRescueAssessment, barred: list[Barred], states: list[Standing]
) -> Ground | NotStated:
    reading = response.readings[SHORTFALL.name]
    parts = response.totals.shortfall_readings.parts(reading)
    if parts.short is None or not parts.whole:
        return NotStated(say("The 30 % test cannot be worked out: a share of the key is not known."))
    if reading != "B":
        # What a state without measures pledges fills no shortfall here.
        states = [replace(each, useful=response.row(each.code).missing or _NOTHING) for each in states]
    return ground_in_persons(Target.NO_SHORTFALL, (parts.short - THRESHOLD * parts.whole, _NOTHING), barred, states)


def _parted(response: SearchAndRescueAssessment) -> tuple[list[Barred], list[Standing]]:
    barred: list[Barred] = []
    states: list[Standing] = []
    for row in response.rows:
        why = barred_by(row.standing) or ("" if row.exact_key else NO_KEY_NUMBER)
        if why or not row.exact_key:
            barred.append(Barred(row.code, why))
        else:
            states.append(_standing(row, response, row.exact_key))
    return barred, states


def _standing(row: ResponseRow, response: SearchAndRescueAssessment, share: Fraction) -> Standing:
    revisions = response.forum.search_and_rescue.revisions(row.code)
    return Standing(
        code=row.code,
        now=Fraction(row.pledged),
        share=share,
        whole_share=max(row.report_number or 0, round_up(share)),
        kind=Kind.RELOCATIONS,
        is_open=row.plan is None,
        supposed=supposed_of(row.standing, revisions[-1].revision + 1 if revisions else 0),
    )


def _up_to_its_number(standing: Standing, row: ResponseRow) -> Standing:
    missing = _missing_of_number(row)
    return replace(standing, needed=missing, must=missing > 0)


def _missing_of_number(row: ResponseRow) -> Fraction:
    """Return what relocations and measures together leave of the key number."""
    return max(_NOTHING, (row.report_number or 0) - row.pledged - row.claimed)
