"""The cells of one participating Member State's row in the table of plans."""

from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.exact import fixed
from desktop_app.calc.findings import Finding
from desktop_app.calc.member_states import name_of
from desktop_app.calc.response_assessment import Contribution, PlanStanding, ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.shortfall_parts import parts_of
from desktop_app.views.plan_table.columns import HEADINGS, Column, column_called
from desktop_app.views.typed_table.cells import Cell, Look, Token, absent_cell, number_cell

_SHARE_DECIMALS: Final = 4
_PERCENT_DECIMALS: Final = 2
_BENEFITTING: Final = Token("ship", "benefitting", "benefitting")
_BY_COMMISSION: Final = Token("flag", "COM", "info")
STANDINGS: Final = MappingProxyType(
    {
        PlanStanding.IN_TIME: Token("ok", "in time", "ok"),
        PlanStanding.UNDATED: Token("warn", "no date", "warn"),
        PlanStanding.AWAITED: Token("calendar", "awaited", "unknown"),
        PlanStanding.LATE: Token("history", "late", "warn"),
        PlanStanding.MISSING: Token("block", "missing", "block"),
        PlanStanding.NOT_ASKED: _BENEFITTING,
    }
)
"""How it stands with a plan: each with an icon of its own."""
_ABOUT: Final = MappingProxyType(
    {
        PlanStanding.IN_TIME: "The plan was handed in in time (Art. 47(4)).",
        PlanStanding.UNDATED: "The plan has no date of submission: it counts until it has one.",
        PlanStanding.AWAITED: "No plan yet; the month that Art. 47(4) gives is not over.",
        PlanStanding.LATE: "Handed in after the month that Art. 47(4) gives: it counts as no plan.",
        PlanStanding.MISSING: "No plan within the month that Art. 47(4) gives.",
        PlanStanding.NOT_ASKED: "A Member State of disembarkation: nobody asks it for its part (Art. 47(3)).",
    }
)
_AFTER_FORUM: Final = Token("history", "after the forum", "warn")


@dataclass(frozen=True, slots=True)
class Subject:
    """What the cells of one row are made from.

    Attributes:
        row: the state's figures.
        plan: the latest revision of its plan, whether it counts or not; ``None`` without one.
        part: its part of the 30 % test, exact; ``None`` where not known.
        judged: the judgement on the plans; ``None`` before it.
        findings: the findings about it.
    """

    row: ResponseRow
    plan: ResponsePlan | None
    part: Fraction | None
    judged: ActPath | None
    findings: tuple[Finding, ...]

    @property
    def code(self) -> str:
        """Union code."""
        return self.row.code

    @property
    def counts(self) -> bool:
        """Whether the plan that is shown is the one that counts."""
        return self.plan is not None and self.plan is self.row.plan


def subjects_of(assessment: SearchAndRescueAssessment) -> list[Subject]:
    """Gather what the rows are made from, each list walked once."""
    latest: dict[str, ResponsePlan] = {}
    for plan in assessment.forum.search_and_rescue.plans:
        former = latest.get(plan.code)
        if former is None or plan.revision > former.revision:
            latest[plan.code] = plan
    findings: dict[str | None, list[Finding]] = {}
    for finding in assessment.findings:
        findings.setdefault(finding.state, []).append(finding)
    parts, judged = parts_of(assessment), assessment.forum.search_and_rescue.act.path
    return [
        Subject(row, latest.get(row.code), parts[row.code], judged, tuple(findings.get(row.code, ())))
        for row in assessment.rows
    ]


def cells_of(subject: Subject) -> tuple[Cell, ...]:
    """Return the cells of a Member State's row, one for each :class:`Column`."""
    cells: dict[Column, Cell] = {
        Column.MEMBER_STATE: _name(subject),
        **_key_cells(subject.row),
        **_plan_cells(subject),
        **_test_cells(subject),
        **_act_cells(subject),
    }
    return tuple(_finished(subject, column, cells[column]) for column in Column)


def _finished(subject: Subject, column: Column, cell: Cell) -> Cell:
    """Put the Member State and the column before the spoken text, and the findings into the tooltip."""
    where = name_of(subject.code)
    if column is not Column.MEMBER_STATE:
        where = f"{where}, {HEADINGS[column].spoken}"
    here = [each for each in subject.findings if column_called(each.column) is column]
    about = "\n".join([*([cell.about] if cell.about else []), *(f"{each.message} ({each.reference})" for each in here)])
    copied = cell.copied or ("" if cell.look in (Look.ABSENT, Look.OPEN, Look.NOTHING) else cell.text)
    return replace(cell, spoken=", ".join(filter(None, (where, cell.spoken))), about=about, copied=copied)


def _name(subject: Subject) -> Cell:
    row, name = subject.row, name_of(subject.code)
    standing = STANDINGS[row.standing]
    spoken, about = [standing.word if row.benefitting else f"plan {standing.word}"], [_ABOUT[row.standing]]
    tokens: tuple[Token, ...] = (standing,)
    if row.set_by_commission:
        tokens = (standing, replace(_BY_COMMISSION, word=""))
        spoken.append("set by the Commission")
        about.append("The Commission sets size and type (Art. 48(2)).")
    return Cell(
        Look.NAME,
        name,
        spoken=", ".join(spoken),
        about="\n".join(about),
        copied=name,
        sort=name,
        tokens=tokens,
        code=subject.code,
    )


def _key_cells(row: ResponseRow) -> dict[Column, Cell]:
    exact = "" if row.exact_key is None else f"{wording.number(row.exact_key)} before rounding."
    number = number_cell(row.key_number)
    if row.key_number is not None:
        number = replace(after(number, None if row.before is None else row.before.key_number), about=exact)
    asked = number_cell(row.asked)
    if row.benefitting:
        asked = replace(absent_cell("nobody asks"), about=_ABOUT[PlanStanding.NOT_ASKED], sort=0)
    return {
        Column.SHARE: number_cell(None if row.share is None else row.share * 100, _SHARE_DECIMALS),
        Column.KEY_NUMBER: number,
        Column.ASKED: asked,
    }


def _plan_cells(subject: Subject) -> dict[Column, Cell]:
    columns = (Column.REFERENCE, Column.SUBMITTED, Column.RELOCATIONS, Column.VULNERABLE, Column.MEASURES)
    if subject.row.benefitting:
        nobody = replace(absent_cell("nobody asks"), about=_ABOUT[PlanStanding.NOT_ASKED], quiet=True)
        cells = dict.fromkeys(columns, nobody)
        cells[Column.REFERENCE] = _words("nobody asks", "nobody asks for a plan", _ABOUT[PlanStanding.NOT_ASKED])
        return cells
    plan = subject.plan
    if plan is None:
        nothing = Cell(
            Look.NOTHING, spoken="no plan", about="No plan yet: type its relocations, or open its form (F4)."
        )
        return {
            Column.REFERENCE: _words("no plan", "no plan", _ABOUT[subject.row.standing]),
            Column.SUBMITTED: absent_cell("no plan"),
            Column.RELOCATIONS: nothing,
            Column.VULNERABLE: nothing,
            Column.MEASURES: absent_cell("no plan"),
        }
    cells = {
        Column.REFERENCE: _reference(plan),
        Column.SUBMITTED: _submitted(subject, plan),
        Column.RELOCATIONS: number_cell(plan.relocations),
        Column.VULNERABLE: number_cell(plan.vulnerable),
        Column.MEASURES: _measures(plan),
    }
    return cells if subject.counts else {column: _not_counted(subject, cell) for column, cell in cells.items()}


def _words(text: str, spoken: str, about: str) -> Cell:
    return Cell(Look.LABEL, text, spoken=spoken, about=about, copied="", quiet=True)


def _reference(plan: ResponsePlan) -> Cell:
    text = plan.mark if plan.reference else f"no number {plan.mark}".strip()
    about = "" if plan.reference else "The plan has no reference number yet: F2 opens its form (Annex I)."
    return Cell(
        Look.LABEL, text, spoken=text, about=about or text, copied=plan.mark, sort=plan.mark, quiet=not plan.reference
    )


def _submitted(subject: Subject, plan: ResponsePlan) -> Cell:
    if plan.submitted is None:
        token = Token("warn", "no date", "warn")
        about = "The day on which it was handed in is missing: F2 opens its form (Annex I)."
        return Cell(Look.TOKENS, token.word, spoken=token.word, about=about, copied="", tokens=(token,))
    day = wording.day(plan.submitted)
    if not subject.counts and subject.row.plan is not None:
        token = replace(_AFTER_FORUM, word=_short_day(day))
        about = f"Handed in on {day}, after the end of the forum."
        return Cell(
            Look.TOKENS,
            day,
            about=about,
            spoken=f"{day}, {_AFTER_FORUM.word}",
            sort=plan.submitted.toordinal(),
            copied=plan.submitted.isoformat(),
            tokens=(token,),
        )
    return Cell(
        Look.LABEL,
        _short_day(day),
        spoken=day,
        about=day,
        copied=plan.submitted.isoformat(),
        sort=plan.submitted.toordinal(),
    )


def _short_day(day: str) -> str:
    """Shorten the month: ``"10 Nov 2026"``."""
    number, month, year = day.split(wording.HARD)
    return wording.HARD.join((number, month[:3], year))


def _measures(plan: ResponsePlan) -> Cell:
    if not plan.measures:
        return _none("no measures", "No measures. Enter opens them on the form.")
    count = len(plan.measures)
    unsaid = sum(measure.persons_equivalent is None for measure in plan.measures)
    words = f"{count} measure{'' if count == 1 else 's'}. Enter opens the form."
    if not unsaid:
        return replace(number_cell(plan.measures_persons), about=words)
    lacks = f"{unsaid} of them without a number of persons: counted as 0."
    known = number_cell(plan.measures_persons)
    return replace(known, about=f"{words}\n{lacks}", spoken=f"{known.spoken}, {lacks}", aside="so far")


def _none(spoken: str, about: str = "") -> Cell:
    """Return the cell of a 0 that is none rather than a number: a dash, copied and added up as 0."""
    return replace(absent_cell(spoken), about=about, copied="0", sort=0)


def _not_counted(subject: Subject, cell: Cell) -> Cell:
    counting = subject.row.plan
    if counting is None:
        why = _ABOUT[PlanStanding.LATE]
    else:
        which = f"revision {counting.revision}" if counting.revision else "the first plan"
        persons = wording.persons(counting.relocations)
        why = f"Handed in after the end of the forum: {which} counts, with {persons} persons."
    return replace(cell, quiet=True, about=f"{cell.about}\n{why}".strip(), spoken=f"{cell.spoken}, does not count")


def _test_cells(subject: Subject) -> dict[Column, Cell]:
    row = subject.row
    no_measures = absent_cell("no measures")
    missing = number_cell(row.missing) if row.missing is None or row.claimed else no_measures
    if subject.part is None:
        part = number_cell(None)
    elif not subject.part:
        part = replace(no_measures, spoken="no part", sort=Fraction(0))
    else:
        text = wording.grouped(fixed(subject.part * 100, _PERCENT_DECIMALS))
        part = Cell(
            Look.NUMBER, text, spoken=f"{text} percent", copied=text.replace(wording.NARROW, ""), sort=subject.part
        )
    return {Column.MISSING: missing, Column.PART: part}


def _act_cells(subject: Subject) -> dict[Column, Cell]:
    row = subject.row
    if row.benefitting:
        cells = dict.fromkeys(
            (Column.COVER, Column.FIXED_RELOCATIONS, Column.FIXED_SPONSORSHIP, Column.FIXED_MEASURES, Column.SET),
            absent_cell("nobody asks"),
        )
    else:
        before = row.before or Contribution(None, None, None, None)
        cells = {
            Column.COVER: _cover(row),
            Column.FIXED_RELOCATIONS: _fixed(subject, before),
            Column.FIXED_SPONSORSHIP: _or_none(row.sponsorship, before.sponsorship, "no sponsorship"),
            Column.FIXED_MEASURES: _or_none(row.measures, before.measures, "no measures"),
            Column.SET: _set_by(subject),
        }
    if subject.judged is None:
        # Nothing is judged: what stands there is what the plans say, and looks like it.
        cells = {
            column: replace(cell, quiet=True, about="Not judged yet: as pledged.") for column, cell in cells.items()
        }
    return cells


def _fixed(subject: Subject, before: Contribution) -> Cell:
    if subject.row.plan is None and subject.judged is None:
        return _none("nothing yet")
    return after(number_cell(subject.row.relocations), before.relocations)


def _cover(row: ResponseRow) -> Cell:
    if not row.half:
        return absent_cell("no cover asked")
    about = f"Half of the share is {wording.persons(row.half)} persons."
    if row.unsaid:
        about += f" {wording.persons(row.unsaid)} of the added persons are not split yet: they count as relocations."
    return replace(number_cell(row.added), about=about, aside="split?" if row.unsaid else "")


def _or_none(value: int | None, before: int | None, spoken: str) -> Cell:
    return _none(spoken) if value == 0 and not before else after(number_cell(value), before)


def after(cell: Cell, before: int | None) -> Cell:
    """Put what stood there before the top-up in front, where it was another number."""
    if before is None or cell.sort == before:
        return cell
    shown = wording.persons(before)
    return replace(
        cell,
        aside=f"{shown} →",
        spoken=f"{cell.spoken}, before the top-up {shown}",
        about=f"{shown} before the top-up.",
    )


def _set_by(subject: Subject) -> Cell:
    if subject.row.set_by_commission:
        return Cell(
            Look.TOKENS,
            _BY_COMMISSION.word,
            spoken="the Commission",
            about="No plan in time: the Commission sets size and type (Art. 48(2)).",
            sort=1,
            tokens=(_BY_COMMISSION,),
        )
    if subject.row.plan is None:
        return replace(absent_cell("nothing yet"), sort=-1)
    row = subject.row
    given = row.by_report.relocations or 0
    words, about = "plan", "As pledged."
    if row.added:
        words, about = "plan + cover", "The plan, and what the 50 % rule adds to it (Art. 48(2))."
    elif subject.judged is ActPath.STILL_SHORT and given > row.pledged:
        pledged, reached = wording.persons(row.pledged), wording.persons(given)
        words, about = "key", f"Pledged {pledged}; the act fixes what the key asks: {reached} (Art. 48(2))."
    return Cell(Look.LABEL, words, spoken=words, about=about, sort=0)
