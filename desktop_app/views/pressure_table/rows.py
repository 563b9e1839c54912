"""The cells of one participating Member State's row in the table of a pressure response."""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.entry_plan_pressure import percentage, value_of
from desktop_app.calc.pressure_assessment import PressureAssessment, PressureRow
from desktop_app.calc.pressure_plans import WHOLE, PressurePlan
from desktop_app.calc.response_assessment import PlanStanding
from desktop_app.views.language import marked, shown, tr, upper_first
from desktop_app.views.plan_form.annex import ANNEX_II
from desktop_app.views.plan_table.plan_cells import (
    BY_COMMISSION,
    PlanSubject,
    findings_by_state,
    finished,
    latest_plans,
    name_cell,
    none_cell,
    not_counted,
    reference_cell,
    submitted_cell,
    words_cell,
)
from desktop_app.views.pressure_table.columns import FIXED, HEADINGS, SHARES, TYPED, Column, column_called
from desktop_app.views.typed_table.cells import Cell, Look, Token, absent_cell, number_cell

_SHARE_DECIMALS: Final = 4
_PLAN: Final = (Column.REFERENCE, Column.SUBMITTED, *SHARES, Column.COVERED, Column.REQUESTED)
_TYPES: Final = {
    Column.FIXED_APPLICANTS: ContributionType.APPLICANTS,
    Column.FIXED_SPONSORSHIP: ContributionType.SPONSORSHIP,
    Column.FIXED_BENEFICIARIES: ContributionType.BENEFICIARIES,
    Column.FIXED_MEASURES: ContributionType.MEASURES,
}


@dataclass(frozen=True, slots=True)
class Subject(PlanSubject):
    """What the cells of one row are made from."""

    row: PressureRow
    plan: PressurePlan | None


def subjects_of(assessment: PressureAssessment) -> list[Subject]:
    """Gather what the rows are made from."""
    latest, findings = latest_plans(assessment.forum.migratory_pressure), findings_by_state(assessment)
    return [Subject(row, latest.get(row.code), findings.get(row.code, ())) for row in assessment.rows]


def cells_of(subject: Subject) -> tuple[Cell, ...]:
    """Return the cells of a Member State's row, one for each :class:`Column`."""
    row = subject.row
    cells: dict[Column, Cell] = {
        Column.MEMBER_STATE: name_cell(row.code, row.standing, ANNEX_II, by_commission=row.set_by_commission),
        **_key_cells(row),
        **_plan_cells(subject),
        **_adjusted_cells(row),
        **_act_cells(row),
    }
    return tuple(_finished(subject, column, cells[column]) for column in Column)


def _is_open(row: PressureRow) -> bool:
    """Tell whether a plan may still come, so that nothing is the Commission's to set yet."""
    return row.standing is PlanStanding.AWAITED


def _finished(subject: Subject, column: Column, cell: Cell) -> Cell:
    spoken = "" if column is Column.MEMBER_STATE else HEADINGS[column].spoken
    here = [each for each in subject.findings if column_called(each.column) is column]
    return finished(cell, subject.code, spoken, here)


def _key_cells(row: PressureRow) -> dict[Column, Cell]:
    number = number_cell(row.key_number)
    if row.key_number is not None and row.exact_key is not None:
        share = (
            ""
            if row.share is None
            else tr("Share {number} %. ", number=wording.number(row.share * 100, _SHARE_DECIMALS))
        )
        exact = tr("{share}{number} before rounding.", share=share, number=wording.number(row.exact_key))
        nobody = f"\n{_nobody()}" if not row.is_asked else ""
        number = replace(number, about=f"{shown(exact)}{shown(nobody)}", quiet=not row.is_asked)
    return {
        Column.SHARE: number_cell(None if row.share is None else row.share * 100, _SHARE_DECIMALS),
        Column.KEY_NUMBER: number,
    }


def _plan_cells(subject: Subject) -> dict[Column, Cell]:
    if not subject.row.is_asked:
        nobody = replace(absent_cell(tr("nobody asks")), about=_nobody(), quiet=True)
        cells = dict.fromkeys(_PLAN, nobody)
        cells[Column.REFERENCE] = words_cell(tr("nobody asks"), tr("nobody asks for a plan"), _nobody())
        return cells
    plan = subject.plan
    if plan is None:
        about = tr("No plan yet: type the share of a type, or open its form (F4).")
        nothing = Cell(Look.NOTHING, spoken=tr("no plan"), about=about)
        cells = dict.fromkeys(_PLAN, nothing)
        about = ANNEX_II.about(subject.row.standing)
        cells[Column.REFERENCE] = words_cell(tr("no plan"), tr("no plan"), about)
        cells[Column.SUBMITTED] = absent_cell(tr("no plan"))
        cells[Column.REQUESTED] = _may_ask(subject.row)
        return cells
    cells = {
        Column.REFERENCE: _reference(plan),
        Column.SUBMITTED: submitted_cell(
            plan, ANNEX_II, after_forum=subject.row.plan is not None and not subject.counts
        ),
        **{column: _share(plan, column) for column in SHARES},
        Column.COVERED: _covered(plan),
        Column.REQUESTED: _requested(subject.row, plan),
    }
    if subject.counts:
        return cells
    return {column: not_counted(cell, subject.row.plan, ANNEX_II) for column, cell in cells.items()}


def _reference(plan: PressurePlan) -> Cell:
    """Return the cell of the reference; its tooltip has the day, whose column gives way where there is little room."""
    cell = reference_cell(plan, ANNEX_II)
    handed = (
        tr("no date of submission")
        if plan.submitted is None
        else tr("handed in on {day}", day=wording.day(plan.submitted))
    )
    return replace(cell, about=f"{cell.about}\n{upper_first(handed)}.")


def _share(plan: PressurePlan, column: Column) -> Cell:
    """Return a type's share, with a sign where the three do not total 100 %."""
    value = value_of(plan, TYPED[column])
    about = [_minors(plan, column)] if _minors(plan, column) else []
    marks: tuple[Token, ...] = ()
    if not is_whole(plan):
        words = tr("the types total {percentage}, not 100 %", percentage=percentage(plan.shares.total))
        marks = (Token("block", words, "block"),)
        about.append(tr("{fault} (Art. 52(3), Annex II).", fault=upper_first(words)))
    cell = number_cell(value) if value or marks else none_cell(tr("none of this type"))
    spoken = tr("{spoken} percent", spoken=cell.spoken) if value else cell.spoken
    return replace(cell, about="\n".join(map(shown, about)), spoken=", ".join((spoken, *about)), marks=marks)


def is_whole(plan: PressurePlan) -> bool:
    """Tell whether shares are in order: they total 100 %, or there are none of a plan with measures alone."""
    return plan.shares.total == WHOLE or (not plan.shares.total and plan.covered > 0)


def _minors(plan: PressurePlan, column: Column) -> str:
    counts = {Column.APPLICANTS: plan.minors_applicants, Column.BENEFICIARIES: plan.minors_beneficiaries}
    count = counts.get(column, 0)
    if not count:
        return ""
    one = tr("Of these 1 unaccompanied minor.")
    return one if count == 1 else tr("Of these {persons} unaccompanied minors.", persons=wording.persons(count))


def _covered(plan: PressurePlan) -> Cell:
    if not plan.covered and not plan.measures:
        return none_cell(tr("no measures"), tr("No measures. Type what they cover; they stand on the form (F4)."))
    count = len(plan.measures)
    claims = tr(
        marked("1 measure, claiming {number} persons.")
        if count == 1
        else marked("{count} measures, claiming {number} persons."),
        count=count,
        number=wording.number(plan.measures_persons),
    )
    return replace(number_cell(plan.covered), about=claims if count else tr("No measure stands on the form yet (F4)."))


def _requested(row: PressureRow, plan: PressurePlan) -> Cell:
    if not plan.reduction_requested:
        return _may_ask(row)
    words = {
        True: (tr("asked"), "ok", "ok", tr("Asked for, and twice the Union's average is reached (Art. 52(5)).")),
        False: (
            tr("asked"),
            "block",
            "block",
            tr("Asked for, but twice the Union's average is not reached (Art. 52(5))."),
        ),
        None: (
            tr("asked"),
            "unknown",
            "unknown",
            tr("Asked for; five years of applications are not all known (Art. 52(5))."),
        ),
    }[row.reduction_eligible]
    word, icon, tone, about = words
    return Cell(Look.TOKENS, word, spoken=about, about=about, sort=2, copied=word, tokens=(Token(icon, word, tone),))


def _may_ask(row: PressureRow) -> Cell:
    """Return the cell of a plan that does not ask: quiet words where it could."""
    if row.reduction_eligible:
        about = tr("Not asked for, though twice the Union's average is reached (Art. 52(5)).")
        return replace(words_cell(tr("may ask"), tr("not asked for, though it may"), about), sort=1)
    return replace(absent_cell(tr("not asked for")), sort=0)


def _adjusted_cells(row: PressureRow) -> dict[Column, Cell]:
    if not row.is_asked:
        return dict.fromkeys((Column.REDUCTION, Column.REDISTRIBUTED, Column.CREDITED), absent_cell(tr("nobody asks")))
    credits_said = "\n".join(
        f"{upper_first(kind.words)} ({shown(kind.article)}): {shown(wording.number(count))}."
        for kind, count in row.credited_types.items()
        if count
    )
    return {
        Column.REDUCTION: signed_cell(row.reduction, tr("no reduction")),
        Column.REDISTRIBUTED: signed_cell(row.redistributed, tr("nothing taken over")),
        # A credit is taken off: it stands there as what it does to the number.
        Column.CREDITED: replace(signed_cell(-row.credited, tr("no credit")), about=credits_said),
    }


def signed_cell(value: Fraction, none: str) -> Cell:
    """Return a change of the number with its sign; exact values show two decimals."""
    if not value:
        return none_cell(none)
    cell = number_cell(value)
    text = f"+{cell.text}" if value > 0 else cell.text.replace("-", "−")
    return replace(cell, text=text, spoken=cell.spoken.replace("-", tr("minus {number}", number="")))


def _act_cells(row: PressureRow) -> dict[Column, Cell]:
    if not row.is_asked:
        return dict.fromkeys((*FIXED, Column.SET), absent_cell(tr("nobody asks")))
    cells = {column: _fixed(row, kind) for column, kind in _TYPES.items()} | {Column.SET: _set_by(row)}
    if not _is_open(row):
        return cells
    about = tr("No plan yet: what the Commission would fix, were none handed in (Art. 53(2)).")
    return {column: replace(cell, quiet=True, about=f"{cell.about}\n{about}".strip()) for column, cell in cells.items()}


def _fixed(row: PressureRow, kind: ContributionType) -> Cell:
    value, exact = row.fixed.by_type[kind], row.exact.get(kind)
    claimed = row.claimed if kind is ContributionType.MEASURES and row.covered else None
    if value == 0 and not claimed:
        return none_cell(tr("none of this type"))
    cell = number_cell(value)
    if exact is not None and exact.denominator != 1:
        cell = replace(cell, about=tr("{number} before rounding.", number=wording.number(exact)))
    return cell if claimed is None or value is None else _adjusted(cell, row, claimed)


def _adjusted(cell: Cell, row: PressureRow, claimed: Fraction) -> Cell:
    """Put what the measures claim before what is fixed, where the Commission adjusts it (Art. 53(2), rec. 29)."""
    if not row.adjusted:
        return cell
    number = wording.number(claimed)
    about = (
        tr("The plan claims {number}; adjusted up to what is in proportion to the share (Art. 53(2)).", number=number)
        if row.adjusted > 0
        else tr(
            "The plan claims {number}; adjusted down to what is in proportion to the share (Art. 53(2)).", number=number
        )
    )
    return replace(
        cell,
        aside=f"{tr(number)} →",
        spoken=tr(
            "{spoken}, up from {number}" if row.adjusted > 0 else "{spoken}, down from {number}",
            spoken=cell.spoken,
            number=number,
        ),
        about=f"{cell.about}\n{about}".strip(),
    )


def _set_by(row: PressureRow) -> Cell:
    if _is_open(row):
        token = Token("calendar", tr("open"), "unknown")
        return Cell(Look.TOKENS, token.word, spoken=tr("nothing yet"), sort=-1, tokens=(token,))
    if row.set_by_commission:
        about = tr("No plan in time: the Commission sets the types; the number is the key's (Art. 53(2)).")
        return Cell(
            Look.TOKENS, BY_COMMISSION.word, spoken=tr("the Commission"), about=about, sort=1, tokens=(BY_COMMISSION,)
        )
    words, about = tr("plan"), tr("As the plan says.")
    if row.half:
        half = wording.number(row.half)
        about = tr("Half of the share, {half}, is asked in persons: the test is triggered (Art. 53(2)).", half=half)
        if row.added > 0:
            words, about = (
                tr("plan + half"),
                tr("{about} {number} are added to the plan's.", about=about, number=wording.number(row.added)),
            )
        elif row.added < 0:
            words, about = (
                tr("half"),
                tr("{about} The plan's are cut to it, by {number}.", about=about, number=wording.number(-row.added)),
            )
        else:
            about = tr("{about} The plan gives as many already: nothing is added.", about=about)
    return Cell(Look.LABEL, words, spoken=words, about=about, sort=0)


def _nobody() -> str:
    return ANNEX_II.about(PlanStanding.NOT_ASKED)
