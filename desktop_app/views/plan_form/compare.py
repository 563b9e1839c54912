"""The revisions of a plan side by side, and the plans of all Member States: lines of texts with what differs."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.member_states import POSITION, name_of
from desktop_app.calc.response_assessment import ResponseRow, SearchAndRescueAssessment
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind, ResponsePlan
from desktop_app.views.plan_form.law import LINES, counting_words, revision_name, short_standing

DIFFERS: Final = "≠"
"""Sign before what differs from the revision before."""
NONE: Final = "none"
_ALL: Final = ("Member State", "How it stands", "Revisions", "Handed in", "Relocations", "Measures, persons")


@dataclass(frozen=True, slots=True)
class Cell:
    """One text; ``differs`` where the revision before says something else."""

    text: str
    differs: bool = False

    @property
    def shown(self) -> str:
        """The text with its sign."""
        return f"{DIFFERS} {self.text}" if self.differs else self.text


@dataclass(frozen=True, slots=True)
class Comparison:
    """What stands in the table.

    Attributes:
        headings: one a column, the first over the names of the lines.
        lines: name of each line and its cells.
        targets: where Enter goes: Member State and revision of each column (one plan) or line (all of them).
        by_column: whether targets belong to columns.
    """

    headings: tuple[str, ...]
    lines: tuple[tuple[str, tuple[Cell, ...]], ...]
    targets: tuple[tuple[str, int], ...]
    by_column: bool

    @property
    def text(self) -> str:
        """Everything as lines of cells with tabs between them, for the clipboard."""
        rows = [self.headings, *((name, *(cell.shown for cell in cells)) for name, cells in self.lines)]
        return "\n".join("\t".join(" / ".join(cell.splitlines()) for cell in row) for row in rows)

    @property
    def markup(self) -> str:
        """The same as a table for a text program; what differs stands in strong letters, too."""
        head = "".join(f"<th>{escape(each)}</th>" for each in self.headings)
        rows = (f"<tr><th>{escape(name)}</th>{''.join(map(_marked, cells))}</tr>" for name, cells in self.lines)
        return f'<table border="1"><tr>{head}</tr>{"".join(rows)}</table>'


def _marked(cell: Cell) -> str:
    text = "<br>".join(escape(line) for line in cell.shown.splitlines())
    return f"<td><b>{text}</b></td>" if cell.differs else f"<td>{text}</td>"


def side_by_side(code: str, assessment: SearchAndRescueAssessment) -> Comparison:
    """Compare the revisions of one Member State's plan."""
    recorded = assessment.forum.search_and_rescue
    revisions = recorded.revisions(code)
    row = _row_of(code, assessment)

    def texts(of: Callable[[ResponsePlan], str]) -> tuple[Cell, ...]:
        found = [of(plan) for plan in revisions]
        return tuple(Cell(text, bool(at) and text != found[at - 1]) for at, text in enumerate(found))

    def counts(of: Callable[[ResponsePlan], int]) -> tuple[Cell, ...]:
        found = [of(plan) for plan in revisions]
        return tuple(_counted(number, found[at - 1] if at else None) for at, number in enumerate(found))

    standing = (counting_words(plan, row, recorded)[0] for plan in revisions)
    lines = [
        ("Does it count?", tuple(Cell(f"{words[:1].upper()}{words[1:]}") for words in standing)),
        ("Date of submission", tuple(Cell(_day(plan)) for plan in revisions)),
        ("Reference number", texts(lambda plan: plan.reference or NONE)),
        ("Relocations of applicants", counts(lambda plan: plan.relocations)),
        ("Of which vulnerable", counts(lambda plan: plan.vulnerable)),
        *((LINES[kind], texts(partial(_measures, kind))) for kind in (*ResponseMeasureKind, *_no_line(revisions))),
        ("Measures stand for, persons", texts(lambda plan: wording.number(plan.measures_persons))),
        ("Cover: relocations", texts(lambda plan: _said(plan.cover.relocations if plan.cover else None))),
        ("Cover: return sponsorship", texts(lambda plan: _said(plan.cover.sponsorship if plan.cover else None))),
        ("Note", texts(lambda plan: plan.note or NONE)),
    ]
    headings = ("", *(_heading(plan.revision) for plan in revisions))
    return Comparison(headings, tuple(lines), tuple((code, plan.revision) for plan in revisions), by_column=True)


def all_states(assessment: SearchAndRescueAssessment) -> Comparison:
    """Show who has handed in, revised, or is waited for; what a revision changed is told from the first plan on."""
    recorded = assessment.forum.search_and_rescue
    codes = {row.code for row in assessment.rows} | {plan.code for plan in recorded.plans}
    ordered = sorted(codes, key=POSITION.__getitem__)
    lines, targets = [], []
    for code in ordered:
        revisions = recorded.revisions(code)
        standing = short_standing(_row_of(code, assessment), recorded)
        lines.append((name_of(code), (Cell(standing), *_told(revisions))))
        targets.append((code, revisions[-1].revision if revisions else 0))
    return Comparison(_ALL, tuple(lines), tuple(targets), by_column=False)


def _told(revisions: Sequence[ResponsePlan]) -> tuple[Cell, ...]:
    """Return the cells of a Member State's revisions in the list of all of them."""
    if not revisions:
        return (Cell(NONE), Cell(""), Cell(""), Cell(""))
    count = len(revisions) - 1
    revised = f"revised {'once' if count == 1 else f'{count} times'}" if count else "not revised"
    days = "\n".join("no date" if plan.submitted is None else wording.day(plan.submitted) for plan in revisions)
    relocations = [wording.persons(plan.relocations) for plan in revisions]
    measures = [wording.number(plan.measures_persons) for plan in revisions]
    return Cell(revised), Cell(days), _path(relocations), _path(measures)


def _path(texts: Sequence[str]) -> Cell:
    """Return what became of a figure from revision to revision; one figure where nothing did."""
    return Cell(texts[0]) if len(set(texts)) == 1 else Cell(" → ".join(texts), differs=True)


def _row_of(code: str, assessment: SearchAndRescueAssessment) -> ResponseRow | None:
    return next((row for row in assessment.rows if row.code == code), None)


def _heading(revision: int) -> str:
    name = revision_name(revision)
    return f"{name[:1].upper()}{name[1:]}"


def _day(plan: ResponsePlan) -> str:
    return "no date" if plan.submitted is None else wording.day(plan.submitted)


def _counted(number: int, former: int | None) -> Cell:
    if former is None or former == number:
        return Cell(wording.persons(number))
    more = f"{'+' if number > former else '−'}{wording.persons(abs(number - former))}"
    return Cell(f"{wording.persons(number)} ({more})", differs=True)


def _said(count: int | None) -> str:
    return "not said" if count is None else wording.persons(count)


def _no_line(revisions: Iterable[ResponsePlan]) -> tuple[None, ...]:
    """Return the line of what is said to stand on none, where a revision has such a measure."""
    return (None,) if any(measure.kind is None for plan in revisions for measure in plan.measures) else ()


def _measures(kind: ResponseMeasureKind | None, plan: ResponsePlan) -> str:
    held = [measure for measure in plan.measures if measure.kind is kind]
    return "\n".join(_measure(measure) for measure in held) or NONE


def _measure(measure: ResponseMeasure) -> str:
    said = [measure.amount, measure.description, measure.timetable]
    if measure.persons_equivalent is not None:
        said.append(f"{wording.number(measure.persons_equivalent)} persons")
    if measure.value_cents is not None:
        said.append(wording.money(measure.value_cents))
    return "; ".join(" ".join(each.split()) for each in said if each) or "not described"
