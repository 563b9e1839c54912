"""What the room may see of migratory pressure: report, plans, and the act once it is adopted.

What the act would fix, and the types that the Commission would set where no plan came, are a draft of it until then;
so are reductions and credits, which are shown only as parts of what the act fixes.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.exact import round_up, total_if_known
from desktop_app.calc.member_states import name_of
from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow, PressureTotals, TypeMatch
from desktop_app.calc.room.amounts import Amount, Measured, Unit, known, number_column, plans
from desktop_app.calc.room.rescue import PLANS, STATE_AND_PLAN, without_plan
from desktop_app.calc.room.sheet import NOT_ASKED, Figure, Figures, Grid, GridColumn
from desktop_app.calc.sentences import say

_ACT: Final = (say("Relocations"), say("Return sponsorship"), say("Beneficiaries"), say("Measures, as persons"))
_MATCHES: Final = {"relocations": say("Relocations, in plans"), "sponsorship": say("Return sponsorship, in plans")}


def totals(assessment: PressureAssessment) -> Figures:
    """Return the procedure's figures: asked, given in plans, missing, coverage, plans that are open."""
    found = assessment.totals
    so_far = say(" so far") if found.waiting else ""
    main = (
        Figure(
            say("Given in plans{so_far}", so_far=so_far),
            known(_given(assessment), wording.number),
            say("of {known} asked of the contributing Member States", known=known(_asked(assessment), wording.number)),
            _coverage(assessment),
        ),
        Figure(say("Gap") + so_far, known(_gap(assessment), _people)),
        Figure(say("Coverage") + so_far, known(_coverage(assessment), wording.percent)),
        Figure(say("Plans still open"), plans(len(found.waiting))),
    )
    others = [Figure(say("Report: persons in all"), known(found.total, wording.persons), _report(found))]
    others += [_match(match) for match in found.matches if _names_own_types(assessment)]
    others.append(Figure(say("Covered by measures, persons"), wording.number(found.covered)))
    if is_adopted(assessment):
        others += _named(_whole_act(found))
    return Figures(say("Where the response stands"), main, tuple(others))


def table(assessment: PressureAssessment) -> tuple[Grid, ...]:
    """Return what each Member State is asked and the types of its plan, and what the act fixes once it is adopted."""
    found = assessment.totals
    covered = number_column([*(row.covered for row in assessment.rows), found.covered])
    headings = (say("Asked"), say("Relocations"), say("Sponsorship"), say("Beneficiaries"), say("By measures"))
    total = (
        say("Total so far") if found.waiting else say("Total"),
        "",
        known(found.asked, wording.persons),
        "",
        "",
        "",
    )
    grid = Grid(
        say("Plans"),
        (*STATE_AND_PLAN, *(GridColumn(each) for each in headings)),
        tuple(_plan_cells(row, covered) for row in assessment.rows),
        (*total, covered(found.covered)),
        (say("Types are shares of the persons; measures stand for persons."),),
    )
    return (grid, _by_act(assessment)) if is_adopted(assessment) else (grid,)


def delegation(assessment: PressureAssessment, code: str) -> Figures:
    """Return the figures of one participating Member State."""
    row = assessment.row(code)
    share = "" if row.share is None else say("{percent} of the key", percent=wording.percent(row.share, 4))
    asked = known(row.key_number, wording.persons) if row.is_asked else say("nobody is asked")
    main = (Figure(say("Asked, persons"), asked, share), Figure(say("Plan"), PLANS[row.standing]))
    names = (
        say("Relocations"),
        say("Return sponsorship"),
        say("Beneficiaries of protection"),
        say("By measures, persons"),
    )
    others = [Figure(name, text) for name, text in zip(names, _types(row, wording.number), strict=True)]
    if is_adopted(assessment):
        others += _named(_act_cells(row))
    return Figures(name_of(code), main, tuple(others))


def codes(assessment: PressureAssessment) -> tuple[str, ...]:
    """Return the Member States that can be shown alone."""
    return tuple(row.code for row in assessment.rows)


def measured(assessment: PressureAssessment) -> Measured:
    """Return what two rounds are compared by."""
    found = assessment.totals
    return Measured(
        (
            Amount(say("Given in plans, persons"), _given(assessment), Unit.NUMBER),
            Amount(say("Gap, persons"), _gap(assessment), Unit.NUMBER),
            Amount(say("Coverage"), _coverage(assessment), Unit.RATIO),
            Amount(say("Plans still open"), len(found.waiting), Unit.NUMBER),
        ),
        {row.code: _amounts(row) for row in assessment.rows if row.is_asked},
    )


def is_adopted(assessment: PressureAssessment) -> bool:
    """Tell whether the act stands, so that what it fixes is no draft."""
    return assessment.forum.migratory_pressure.act.adopted is not None


def _amounts(row: PressureRow) -> tuple[Amount, ...]:
    parts = None if row.plan is None else row.plan.shares
    hundredth = Fraction(1, 100)
    return (
        Amount("relocations", None if parts is None else parts.applicants * hundredth, Unit.RATIO),
        Amount("sponsorship", None if parts is None else parts.sponsorship * hundredth, Unit.RATIO),
        Amount("beneficiaries", None if parts is None else parts.beneficiaries * hundredth, Unit.RATIO),
        Amount(say("by measures, persons"), None if parts is None else row.covered, Unit.NUMBER),
    )


def _report(found: PressureTotals) -> str:
    """Return how the report's number falls into types."""
    if found.relocations is None or found.sponsorship is None:
        return ""
    return say(
        "{relocations} to relocate, {sponsorship} to sponsor",
        relocations=wording.persons(found.relocations),
        sponsorship=wording.persons(found.sponsorship),
    )


def _people(count: int) -> str:
    return wording.counted_persons(count)


def _asked(assessment: PressureAssessment) -> Fraction | None:
    """Return what the key asks of the contributing states, exact: rounded numbers would leave a gap of their own."""
    asked = [row for row in assessment.rows if row.is_asked]
    return total_if_known(row.exact_key for row in asked) if asked else None


def _given(assessment: PressureAssessment) -> Fraction | None:
    planned = assessment.totals.planned
    return None if planned is None else planned + assessment.totals.covered


def _gap(assessment: PressureAssessment) -> int | None:
    asked, given = _asked(assessment), _given(assessment)
    return None if asked is None or given is None else round_up(max(Fraction(0), asked - given))


def _coverage(assessment: PressureAssessment) -> Fraction | None:
    asked, given = _asked(assessment), _given(assessment)
    return given / asked if asked and given is not None else None


def _names_own_types(assessment: PressureAssessment) -> bool:
    """Tell whether all types that are known were named by plans, or the act that sets the others stands."""
    return is_adopted(assessment) or not any(row.set_by_commission for row in assessment.rows)


def _match(match: TypeMatch) -> Figure:
    """Return what the plans give of one type, beside what the report asks of the same states."""
    asked = known(match.asked, wording.number)
    return Figure(
        _MATCHES[match.name],
        known(match.given, wording.number),
        say("of {asked} that the report asks of them", asked=asked),
    )


def _whole_act(found: PressureTotals) -> tuple[str, ...]:
    fixed = (found.fixed_relocations, found.fixed_sponsorship, found.fixed_beneficiaries, found.fixed_measures)
    return tuple(known(count, wording.persons) for count in fixed)


def _by_act(assessment: PressureAssessment) -> Grid:
    return Grid(
        say("By the act"),
        (GridColumn(say("Member State"), is_number=False), *(GridColumn(each) for each in _ACT)),
        tuple((name_of(row.code), *_act_cells(row)) for row in assessment.rows if row.is_asked),
        (say("Total"), *_whole_act(assessment.totals)),
    )


def _named(cells: tuple[str, ...]) -> list[Figure]:
    return [Figure(say("{name}, by the act", name=name), text) for name, text in zip(_ACT, cells, strict=True)]


def _plan_cells(row: PressureRow, covered: Callable[[Fraction], str]) -> tuple[str, ...]:
    asked = known(row.key_number, wording.persons) if row.is_asked else NOT_ASKED
    return name_of(row.code), PLANS[row.standing], asked, *_types(row, covered)


def _types(row: PressureRow, covered: Callable[[Fraction], str]) -> tuple[str, str, str, str]:
    if row.plan is None:
        empty = without_plan(row.standing)
        return empty, empty, empty, empty
    shares = row.plan.shares
    parts = (shares.applicants, shares.sponsorship, shares.beneficiaries)
    first, second, third = (f"{wording.number(part)}{wording.HARD}%" for part in parts)
    return first, second, third, covered(row.covered)


def _act_cells(row: PressureRow) -> tuple[str, ...]:
    fixed = (row.relocations, row.sponsorship, row.beneficiaries, row.measures)
    return tuple(known(count, wording.persons) for count in fixed)
