"""The revisions of a plan side by side, and the plans of all Member States: lines of texts with what differs."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.member_states import POSITION
from desktop_app.views.language import marked, shown, state_name, tr, upper_first
from desktop_app.views.plan_form.annex import Plan, PlansAssessment, annex_of, plans_of, row_of
from desktop_app.views.plan_form.compared import NONE, OWN_PATHS, Cell, own_lines, own_paths, texts
from desktop_app.views.plan_form.words import counting_words, revision_name, short_standing

_ALL: Final = (marked("Member State"), marked("How it stands"), marked("Revisions"), marked("Handed in"))


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
        heads = tuple(shown(each) for each in self.headings)
        rows = [heads, *((shown(name), *(shown(cell.shown) for cell in cells)) for name, cells in self.lines)]
        return "\n".join("\t".join(" / ".join(cell.splitlines()) for cell in row) for row in rows)

    @property
    def markup(self) -> str:
        """The same as a table for a text program; what differs stands in strong letters, too."""
        head = "".join(f"<th>{escape(shown(each))}</th>" for each in self.headings)
        rows = (f"<tr><th>{escape(shown(name))}</th>{''.join(map(_marked, cells))}</tr>" for name, cells in self.lines)
        return f'<table border="1"><tr>{head}</tr>{"".join(rows)}</table>'


def _marked(cell: Cell) -> str:
    text = "<br>".join(escape(line) for line in shown(cell.shown).splitlines())
    return f"<td><b>{text}</b></td>" if cell.differs else f"<td>{text}</td>"


def side_by_side(code: str, assessment: PlansAssessment) -> Comparison:
    """Compare the revisions of one Member State's plan."""
    recorded = plans_of(assessment.forum)
    revisions = recorded.revisions(code)
    row = row_of(code, assessment)
    standing = (counting_words(plan, row, recorded)[0] for plan in revisions)
    lines = [
        (tr("Does it count?"), tuple(Cell(upper_first(words)) for words in standing)),
        (tr("Date of submission"), tuple(Cell(_day(plan)) for plan in revisions)),
        (tr("Reference number"), texts(revisions, lambda plan: plan.reference or NONE)),
        *own_lines(revisions, recorded),
        (tr("Note"), texts(revisions, lambda plan: plan.note or NONE)),
    ]
    headings = ("", *(_heading(plan.revision) for plan in revisions))
    return Comparison(headings, tuple(lines), tuple((code, plan.revision) for plan in revisions), by_column=True)


def all_states(assessment: PlansAssessment) -> Comparison:
    """Show who has handed in, revised, or is waited for; what a revision changed is told from the first plan on."""
    recorded = plans_of(assessment.forum)
    codes = {row.code for row in assessment.rows} | {plan.code for plan in recorded.plans}
    ordered = sorted(codes, key=POSITION.__getitem__)
    lines, targets = [], []
    for code in ordered:
        revisions = recorded.revisions(code)
        standing = short_standing(row_of(code, assessment), recorded)
        lines.append((state_name(code), (Cell(standing), *_told(revisions), *own_paths(revisions, recorded))))
        targets.append((code, revisions[-1].revision if revisions else 0))
    return Comparison((*_ALL, *OWN_PATHS[annex_of(recorded).name]), tuple(lines), tuple(targets), by_column=False)


def _told(revisions: Sequence[Plan]) -> tuple[Cell, ...]:
    """Return how often a Member State has revised its plan, and when each was handed in."""
    if not revisions:
        return (Cell(NONE), Cell(""))
    count = len(revisions) - 1
    often = tr("revised once") if count == 1 else tr("revised {count} times", count=count)
    revised = often if count else tr("not revised")
    return Cell(revised), Cell("\n".join(shown(_day(plan)) for plan in revisions))


def _heading(revision: int) -> str:
    name = revision_name(revision)
    return upper_first(name)


def _day(plan: Plan) -> str:
    return tr("no date") if plan.submitted is None else wording.day(plan.submitted)
