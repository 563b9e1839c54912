"""The row of one participating Member State (COM(2020) 610, Art. 47, 48)."""

from dataclasses import replace
from fractions import Fraction

from desktop_app.calc.readings import COVER
from desktop_app.calc.response_assessment import Contribution, PlanStanding, ResponseRow
from desktop_app.calc.rulebooks.search_and_rescue.contributions import as_pledged, asked_by_half, fixed
from desktop_app.calc.rulebooks.search_and_rescue.frame import Frame
from desktop_app.calc.rulebooks.search_and_rescue.plans import counting
from desktop_app.calc.rulebooks.search_and_rescue.shortfall import missing_of
from desktop_app.calc.search_and_rescue import ActPath

_NOTHING = Fraction(0)


def planned(code: str, frame: Frame) -> ResponseRow:
    """Return a state's row as far as its own plan gives it; the 30 % test rests on these rows."""
    plan, standing = counting(code, frame)
    benefits = code in frame.benefitting
    exact, number = frame.exact[code], frame.key_numbers[code]
    pledged, claimed = (plan.relocations, plan.measures_persons) if plan else (0, _NOTHING)
    raised = sum(each.relocations for each in frame.raises if each.code == code)
    return ResponseRow(
        code=code,
        benefitting=benefits,
        share=frame.key.shares[code],
        exact_key=exact,
        plan=plan,
        standing=standing,
        pledged=pledged,
        claimed=claimed,
        missing=_NOTHING if benefits else missing_of(exact, pledged, claimed),
        half=0,
        unsaid=0,
        raised=raised,
        fixed=Contribution(number, 0, 0, 0) if benefits else as_pledged(plan, raised, number),
        before=None,
        set_by_commission=False,
    )


def settled(row: ResponseRow, frame: Frame, *, triggered: bool) -> ResponseRow:
    """Return the row with what the act fixes; before an act under Art. 48(2) it is as planned."""
    if frame.path is not ActPath.STILL_SHORT:
        return row
    raised_number = frame.raised_key_numbers[row.code]
    if row.benefitting:
        before = row.fixed if frame.is_topped_up else None
        return replace(row, fixed=replace(row.fixed, key_number=raised_number), before=before)
    asked = asked_by_half(row.plan, row.exact_key, frame, triggered=triggered)
    exactly = frame.readings[COVER.name] == "exact"
    before = fixed(row.plan, asked, row.exact_key, row.key_number, factor=Fraction(1), exactly=exactly)
    after = before
    if frame.is_topped_up:
        after = fixed(row.plan, asked, row.exact_key, raised_number, factor=frame.factor, exactly=exactly)
    return replace(
        row,
        half=asked.half,
        unsaid=asked.unsaid,
        fixed=after,
        before=before if frame.is_topped_up else None,
        set_by_commission=row.plan is None and row.standing is not PlanStanding.NOT_ASKED,
    )
