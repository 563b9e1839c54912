"""The cells of one participating Member State's row in the table of plans."""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.exact import fixed
from desktop_app.calc.response_assessment import Contribution, PlanStanding, ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.shortfall_parts import parts_of
from desktop_app.views.language import shown, tr
from desktop_app.views.plan_form.annex import ANNEX_I
from desktop_app.views.plan_table.columns import HEADINGS, Column, column_called
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
from desktop_app.views.typed_table.cells import Cell, Look, absent_cell, number_cell

_SHARE_DECIMALS: Final = 4
_PERCENT_DECIMALS: Final = 2


@dataclass(frozen=True, slots=True)
class Subject(PlanSubject):
    """What the cells of one row are made from.

    Attributes:
        part: its part of the 30 % test, exact; ``None`` where not known.
        judged: the judgement on the plans; ``None`` before it.
    """

    row: ResponseRow
    plan: ResponsePlan | None
    part: Fraction | None
    judged: ActPath | None


def subjects_of(assessment: SearchAndRescueAssessment) -> list[Subject]:
    """Gather what the rows are made from."""
    recorded, findings = assessment.forum.search_and_rescue, findings_by_state(assessment)
    latest, parts = latest_plans(recorded), parts_of(assessment)
    return [
        Subject(row, latest.get(row.code), findings.get(row.code, ()), parts[row.code], recorded.act.path)
        for row in assessment.rows
    ]


def cells_of(subject: Subject) -> tuple[Cell, ...]:
    """Return the cells of a Member State's row, one for each :class:`Column`."""
    cells: dict[Column, Cell] = {
        Column.MEMBER_STATE: name_cell(
            subject.code, subject.row.standing, ANNEX_I, by_commission=subject.row.set_by_commission
        ),
        **_key_cells(subject.row),
        **_plan_cells(subject),
        **_test_cells(subject),
        **_act_cells(subject),
    }
    return tuple(_finished(subject, column, cells[column]) for column in Column)


def _finished(subject: Subject, column: Column, cell: Cell) -> Cell:
    spoken = "" if column is Column.MEMBER_STATE else HEADINGS[column].spoken
    here = [each for each in subject.findings if column_called(each.column) is column]
    return finished(cell, subject.code, spoken, here)


def _key_cells(row: ResponseRow) -> dict[Column, Cell]:
    exact = "" if row.exact_key is None else tr("{number} before rounding.", number=wording.number(row.exact_key))
    number = number_cell(row.key_number)
    if row.key_number is not None:
        number = replace(after(number, None if row.before is None else row.before.key_number), about=exact)
    asked = number_cell(row.asked)
    if row.benefitting:
        asked = replace(absent_cell(tr("nobody asks")), about=_nobody(), sort=0)
    return {
        Column.SHARE: number_cell(None if row.share is None else row.share * 100, _SHARE_DECIMALS),
        Column.KEY_NUMBER: number,
        Column.ASKED: asked,
    }


def _plan_cells(subject: Subject) -> dict[Column, Cell]:
    columns = (Column.REFERENCE, Column.SUBMITTED, Column.RELOCATIONS, Column.VULNERABLE, Column.MEASURES)
    if subject.row.benefitting:
        nobody = replace(absent_cell(tr("nobody asks")), about=_nobody(), quiet=True)
        cells = dict.fromkeys(columns, nobody)
        cells[Column.REFERENCE] = words_cell(tr("nobody asks"), tr("nobody asks for a plan"), _nobody())
        return cells
    plan = subject.plan
    if plan is None:
        nothing = Cell(
            Look.NOTHING, spoken=tr("no plan"), about=tr("No plan yet: type its relocations, or open its form (F4).")
        )
        return {
            Column.REFERENCE: words_cell(tr("no plan"), tr("no plan"), ANNEX_I.about(subject.row.standing)),
            Column.SUBMITTED: absent_cell(tr("no plan")),
            Column.RELOCATIONS: nothing,
            Column.VULNERABLE: nothing,
            Column.MEASURES: absent_cell(tr("no plan")),
        }
    cells = {
        Column.REFERENCE: reference_cell(plan, ANNEX_I),
        Column.SUBMITTED: submitted_cell(
            plan, ANNEX_I, after_forum=not subject.counts and subject.row.plan is not None
        ),
        Column.RELOCATIONS: number_cell(plan.relocations),
        Column.VULNERABLE: number_cell(plan.vulnerable),
        Column.MEASURES: _measures(plan),
    }
    return cells if subject.counts else {column: _not_counted(subject, cell) for column, cell in cells.items()}


def _measures(plan: ResponsePlan) -> Cell:
    if not plan.measures:
        return none_cell(tr("no measures"), tr("No measures. Enter opens them on the form."))
    count = len(plan.measures)
    unsaid = sum(measure.persons_equivalent is None for measure in plan.measures)
    one, several = tr("1 measure. Enter opens the form."), tr("{count} measures. Enter opens the form.", count=count)
    words = one if count == 1 else several
    if not unsaid:
        return replace(number_cell(plan.measures_persons), about=words)
    lacks = tr("{unsaid} of them without a number of persons: counted as 0.", unsaid=unsaid)
    known = number_cell(plan.measures_persons)
    return replace(
        known,
        about=f"{words}\n{shown(lacks)}",
        spoken=f"{shown(known.spoken)}, {shown(lacks)}",
        aside=tr("so far"),
    )


def _not_counted(subject: Subject, cell: Cell) -> Cell:
    counting = subject.row.plan
    beside = "" if counting is None else tr(", with {persons} persons", persons=wording.persons(counting.relocations))
    return not_counted(cell, counting, ANNEX_I, beside)


def _test_cells(subject: Subject) -> dict[Column, Cell]:
    row = subject.row
    no_measures = absent_cell(tr("no measures"))
    missing = number_cell(row.missing) if row.missing is None or row.claimed else no_measures
    if subject.part is None:
        part = number_cell(None)
    elif not subject.part:
        part = replace(no_measures, spoken=tr("no part"), sort=Fraction(0))
    else:
        plain = fixed(subject.part * 100, _PERCENT_DECIMALS)
        text = wording.grouped(plain)
        part = Cell(
            Look.NUMBER,
            text,
            spoken=tr("{value} percent", value=text),
            copied=plain,
            sort=subject.part,
        )
    return {Column.MISSING: missing, Column.PART: part}


def _act_cells(subject: Subject) -> dict[Column, Cell]:
    row = subject.row
    if row.benefitting:
        cells = dict.fromkeys(
            (Column.COVER, Column.FIXED_RELOCATIONS, Column.FIXED_SPONSORSHIP, Column.FIXED_MEASURES, Column.SET),
            absent_cell(tr("nobody asks")),
        )
    else:
        before = row.before or Contribution(None, None, None, None)
        cells = {
            Column.COVER: _cover(row),
            Column.FIXED_RELOCATIONS: _fixed(subject, before),
            Column.FIXED_SPONSORSHIP: _or_none(row.sponsorship, before.sponsorship, tr("no sponsorship")),
            Column.FIXED_MEASURES: _or_none(row.measures, before.measures, tr("no measures")),
            Column.SET: _set_by(subject),
        }
    if subject.judged is None:
        # Nothing is judged: what stands there is what the plans say, and looks like it.
        cells = {
            column: replace(cell, quiet=True, about=tr("Not judged yet: as pledged.")) for column, cell in cells.items()
        }
    return cells


def _fixed(subject: Subject, before: Contribution) -> Cell:
    if subject.row.plan is None and subject.judged is None:
        return none_cell(tr("nothing yet"))
    return after(number_cell(subject.row.relocations), before.relocations)


def _cover(row: ResponseRow) -> Cell:
    if not row.half:
        return absent_cell(tr("no cover asked"))
    about = tr("Half of the share is {persons} persons.", persons=wording.persons(row.half))
    if row.unsaid:
        about += tr(
            " {persons} of the added persons are not split yet: they count as relocations.",
            persons=wording.persons(row.unsaid),
        )
    return replace(number_cell(row.added), about=about, aside=tr("split?") if row.unsaid else "")


def _or_none(value: int | None, before: int | None, spoken: str) -> Cell:
    return none_cell(spoken) if value == 0 and not before else after(number_cell(value), before)


def after(cell: Cell, before: int | None) -> Cell:
    """Put what stood there before the top-up in front, where it was another number."""
    if before is None or cell.sort == before:
        return cell
    former = wording.persons(before)
    return replace(
        cell,
        aside=f"{tr(former)} →",
        spoken=tr("{spoken}, before the top-up {former}", spoken=cell.spoken, former=former),
        about=tr("{former} before the top-up.", former=former),
    )


def _set_by(subject: Subject) -> Cell:
    if subject.row.set_by_commission:
        return Cell(
            Look.TOKENS,
            BY_COMMISSION.word,
            spoken=tr("the Commission"),
            about=tr("No plan in time: the Commission sets size and type (Art. 48(2))."),
            sort=1,
            tokens=(BY_COMMISSION,),
        )
    if subject.row.plan is None:
        return replace(absent_cell(tr("nothing yet")), sort=-1)
    row = subject.row
    given = row.by_report.relocations or 0
    words, about = tr("plan"), tr("As pledged.")
    if row.added:
        words, about = tr("plan + cover"), tr("The plan, and what the 50 % rule adds to it (Art. 48(2)).")
    elif subject.judged is ActPath.STILL_SHORT and given > row.pledged:
        pledged, reached = wording.persons(row.pledged), wording.persons(given)
        words, about = (
            tr("key"),
            tr(
                "Pledged {pledged}; the act fixes what the key asks: {reached} (Art. 48(2)).",
                pledged=pledged,
                reached=reached,
            ),
        )
    return Cell(Look.LABEL, words, spoken=words, about=about, sort=0)


def _nobody() -> str:
    return ANNEX_I.about(PlanStanding.NOT_ASKED)
