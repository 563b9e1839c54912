"""What a change of a pressure response would do: totals and each Member State, line by line."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from desktop_app.calc import shifts
from desktop_app.calc.consequences import PressureConsequences, PressureRowConsequence
from desktop_app.calc.pressure_assessment import PressureRow, PressureTotals
from desktop_app.calc.shifts import Shift
from desktop_app.views.consequences.line import PRESSURE, Line
from desktop_app.views.consequences.response import BENEFITS, SIGNS
from desktop_app.views.consequences.rows import both, figure_line, state_and_rest, test_shift
from desktop_app.views.language import marked, shown, state_name, tr

TYPES_SET: Final = marked("types set by the Commission")
"""What stands in the place of a plan's standing where there is none in time (Art. 53(2))."""
BENEFITS_ELSEWHERE: Final = marked("benefits elsewhere")
"""What stands there for a Member State that benefits from another procedure, and is not asked."""
_SIGNS: Final = {**SIGNS, TYPES_SET: ("info", "info"), BENEFITS_ELSEWHERE: ("", "muted")}


def standing_words(row: PressureRow | None) -> str:
    """Return how it stands with a Member State's plan, in a few words."""
    if row is None:
        return shifts.ABSENT
    if row.benefitting:
        return BENEFITS
    if row.benefits_elsewhere:
        return BENEFITS_ELSEWHERE
    return TYPES_SET if row.set_by_commission else marked(row.standing.value)


def total_lines(result: PressureConsequences) -> list[Line]:
    """Return the figures of the whole procedure."""
    now, then = result.totals_before, result.totals_after
    test_now, test_then = now.shortfall_readings, then.shortfall_readings
    figures: Sequence[tuple[str, Shift]] = (
        (tr("Total of the report"), shifts.count(now.total, then.total)),
        (tr("To be relocated"), shifts.count(now.relocations, then.relocations)),
        (tr("To be sponsored for return"), shifts.count(now.sponsorship, then.sponsorship)),
        (tr("Asked of contributing states"), shifts.count(now.asked, then.asked)),
        (tr("Benefitting states, not asked"), shifts.count(now.not_asked, then.not_asked)),
        (tr("Covered by measures"), shifts.count(now.covered, then.covered)),
        (tr("Claimed by measures"), shifts.count(now.claimed, then.claimed)),
        (tr("Fixed: applicants"), shifts.count(now.fixed_relocations, then.fixed_relocations)),
        (tr("Fixed: sponsorship"), shifts.count(now.fixed_sponsorship, then.fixed_sponsorship)),
        (tr("Fixed: beneficiaries"), shifts.count(now.fixed_beneficiaries, then.fixed_beneficiaries)),
        (tr("Fixed: measures"), shifts.count(now.fixed_measures, then.fixed_measures)),
        *_matches(now, then),
        (tr("Applications per 1 000 heads, Union"), shifts.count(_per_thousand(now), _per_thousand(then))),
        (tr("10 % reduction"), shifts.count(now.reduction, then.reduction)),
        (tr("Earlier contributions"), shifts.count(now.credited, then.credited)),
        (tr("30 % test, in force"), test_shift(now.shortfall, then.shortfall)),
        (tr("30 % test, reading A"), test_shift(test_now.a, test_then.a)),
        (tr("30 % test, reading C"), test_shift(test_now.c, test_then.c)),
        (tr("Unaccompanied minors"), shifts.count(now.minors, then.minors)),
        (tr("Plans that do not count yet"), shifts.count(len(now.waiting), len(then.waiting))),
    )
    return [figure_line(name, shift, PRESSURE) for name, shift in figures]


def _per_thousand(totals: PressureTotals) -> Fraction | None:
    """Return the Union's average, which the 10 % reduction is held against."""
    return None if totals.reduction_figures is None else 1000 * totals.reduction_figures.union


def _matches(now: PressureTotals, then: PressureTotals) -> list[tuple[str, Shift]]:
    """Return by how much plans give more or less of a type than the report needs (Art. 52(4))."""
    return [
        (tr("{type} beyond the need", type=tr(one.name.capitalize())), shifts.count(one.difference, other.difference))
        for one, other in zip(now.matches, then.matches, strict=True)
    ]


def state_lines(row: PressureRowConsequence) -> list[Line]:
    """Return a Member State's line of figures and, below it, other figures of it that change."""
    held = (
        shifts.count(*both(row, "key_number")),
        shifts.count(*both(row, "relocations")),
        shifts.count(*both(row, "sponsorship")),
        shifts.count(*both(row, "beneficiaries")),
        shifts.count(*both(row, "measures")),
        _standing(row),
    )
    return state_and_rest(row.code, state_name(row.code), held, _other_figures(row), PRESSURE)


def _standing(row: PressureRowConsequence) -> Shift:
    before, after = standing_words(row.before), standing_words(row.after)
    icon, tone = _SIGNS[after]
    return Shift(before, after, is_changed=before != after, icon=icon, tone=tone)


def _other_figures(row: PressureRowConsequence) -> list[tuple[str, Shift]]:
    """Return the figures that have no column of their own."""
    asked = shifts.count(*both(row, "asked"))
    # What is asked is the key number, but of a state that comes to benefit or no longer does.
    is_told = asked != shifts.count(*both(row, "key_number"))
    return [
        *([(tr("asked"), asked)] if is_told else []),
        (tr("share in %"), shifts.share(*both(row, "share"))),
        (tr("covered by measures"), shifts.count(*both(row, "covered"))),
        (tr("measures claim"), shifts.count(*both(row, "claimed"))),
        (tr("left short by measures"), shifts.count(*both(row, "missing"))),
        (tr("50 % rule adds"), shifts.count(*both(row, "added"))),
        (tr("10 % reduction"), shifts.count(*both(row, "reduction"))),
        (tr("takes over of others' reductions"), shifts.count(*both(row, "redistributed"))),
        (tr("earlier contributions take off"), shifts.count(*both(row, "credited"))),
        (tr("unaccompanied minors"), shifts.count(*both(row, "minors"))),
        (tr("twice the Union's average"), shifts.words(_reached(row.before), _reached(row.after))),
        (tr("plan that counts"), shifts.words(_plan(row.before), _plan(row.after))),
    ]


def _reached(row: PressureRow | None) -> str:
    if row is None or row.reduction_eligible is None:
        return shifts.NOT_KNOWN
    return tr("reached") if row.reduction_eligible else tr("not reached")


def _plan(row: PressureRow | None) -> str:
    if row is None or row.plan is None:
        return tr("none")
    return shown(row.plan.mark) or tr("without a reference")
