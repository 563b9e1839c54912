"""What the form of each annex says of a plan, revision by revision: lines of cells with what differs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from desktop_app.calc import wording
from desktop_app.calc.entry_plan_pressure import percentage
from desktop_app.calc.migratory_pressure import MigratoryPressure
from desktop_app.calc.pressure_plans import PressurePlan
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.plan_form.annex import ANNEX_I, ANNEX_II, Plan, PlansRecord
from desktop_app.views.plan_form.words import LINES

DIFFERS: Final = "≠"
"""Sign before what differs from the revision before."""
NONE: Final = marked("none")
OWN_PATHS: Final[Mapping[str, tuple[str, ...]]] = {
    ANNEX_I.name: (marked("Relocations"), marked("Measures, persons")),
    ANNEX_II.name: (marked("(a) / (b) / (c), %"), marked("Covered")),
}
"""Headings of :func:`own_paths`, by the form's name; (a), (b), (c) are the types of Art. 45(1)."""
Line = tuple[str, tuple["Cell", ...]]


@dataclass(frozen=True, slots=True)
class Cell:
    """One text; ``differs`` where the revision before says something else."""

    text: str
    differs: bool = False

    @property
    def shown(self) -> str:
        """The text with its sign."""
        return f"{shown(DIFFERS)} {shown(self.text)}" if self.differs else self.text


def own_lines(revisions: Sequence[Any], recorded: PlansRecord) -> list[Line]:
    """Return the lines of what a form says beside reference, date and note."""
    is_pressure = isinstance(recorded, MigratoryPressure)
    persons = _annex_ii(revisions) if is_pressure else _annex_i(revisions)
    measures = [
        (LINES[kind], texts(revisions, partial(_measures, kind)))
        for kind in (*ResponseMeasureKind, *_no_line(revisions))
    ]
    stand_for = (
        tr("Measures stand for, persons"),
        texts(revisions, lambda plan: wording.number(plan.measures_persons)),
    )
    return [*persons, *measures, stand_for, *(_reduction(revisions) if is_pressure else _cover(revisions))]


def own_paths(revisions: Sequence[Any], recorded: PlansRecord) -> tuple[Cell, ...]:
    """Return what became of the figures of a form from revision to revision; empty cells without a plan."""
    if not revisions:
        return (Cell(""), Cell(""))
    if isinstance(recorded, MigratoryPressure):
        beside = f"{wording.HARD}/{wording.HARD}"
        shares = [beside.join(wording.number(each) for each in plan.shares.by_type.values()) for plan in revisions]
        return _path(shares), _path([wording.number(plan.covered) for plan in revisions])
    relocations = [wording.persons(plan.relocations) for plan in revisions]
    return _path(relocations), _path([wording.number(plan.measures_persons) for plan in revisions])


def texts(revisions: Sequence[Plan], of: Callable[[Any], str]) -> tuple[Cell, ...]:
    """Return a text of each revision, marked where the one before says something else."""
    found = [of(plan) for plan in revisions]
    return tuple(Cell(text, bool(at) and text != found[at - 1]) for at, text in enumerate(found))


def _counts(revisions: Sequence[Plan], of: Callable[[Any], int]) -> tuple[Cell, ...]:
    found = [of(plan) for plan in revisions]
    return tuple(_counted(number, found[at - 1] if at else None) for at, number in enumerate(found))


def _annex_i(revisions: Sequence[Plan]) -> list[Line]:
    return [
        (tr("Relocations of applicants"), _counts(revisions, lambda plan: plan.relocations)),
        (tr("Of which vulnerable"), _counts(revisions, lambda plan: plan.vulnerable)),
    ]


def _annex_ii(revisions: Sequence[Plan]) -> list[Line]:
    return [
        (tr("Relocation of applicants"), texts(revisions, lambda plan: percentage(plan.shares.applicants))),
        (tr("Minors among the applicants"), _counts(revisions, lambda plan: plan.minors_applicants)),
        (tr("Return sponsorship"), texts(revisions, lambda plan: percentage(plan.shares.sponsorship))),
        (tr("Nationalities"), texts(revisions, lambda plan: ", ".join(plan.nationalities) or NONE)),
        (tr("Activities of sponsorship"), texts(revisions, _activities)),
        (tr("Relocation of beneficiaries"), texts(revisions, lambda plan: percentage(plan.shares.beneficiaries))),
        (tr("Minors among the beneficiaries"), _counts(revisions, lambda plan: plan.minors_beneficiaries)),
        (tr("Covered by measures, persons"), texts(revisions, lambda plan: wording.number(plan.covered))),
    ]


def _activities(plan: PressurePlan) -> str:
    return "\n".join(f"({each.value}) {shown(each.words)}" for each in plan.activities) or NONE


def _cover(revisions: Sequence[Plan]) -> list[Line]:
    return [
        (
            tr("Cover: relocations"),
            texts(revisions, lambda plan: _said(plan.cover.relocations if plan.cover else None)),
        ),
        (
            tr("Cover: return sponsorship"),
            texts(revisions, lambda plan: _said(plan.cover.sponsorship if plan.cover else None)),
        ),
    ]


def _reduction(revisions: Sequence[Plan]) -> list[Line]:
    return [
        (
            tr("Reduction of 10 %"),
            texts(revisions, lambda plan: tr("asked for") if plan.reduction_requested else tr("not asked for")),
        ),
        (tr("Average shown, per head"), texts(revisions, _average)),
    ]


def _average(plan: PressurePlan) -> str:
    return tr("not shown") if plan.average_shown is None else wording.number(plan.average_shown, 6)


def _path(texts: Sequence[str]) -> Cell:
    """Return what became of a figure from revision to revision; one figure where nothing did."""
    return Cell(texts[0]) if len(set(texts)) == 1 else Cell(" → ".join(map(shown, texts)), differs=True)


def _counted(number: int, former: int | None) -> Cell:
    if former is None or former == number:
        return Cell(wording.persons(number))
    more = f"{'+' if number > former else '−'}{shown(wording.persons(abs(number - former)))}"
    return Cell(f"{shown(wording.persons(number))} ({shown(more)})", differs=True)


def _said(count: int | None) -> str:
    return tr("not said") if count is None else wording.persons(count)


def _no_line(revisions: Iterable[Plan]) -> tuple[None, ...]:
    """Return the line of what is said to stand on none, where a revision has such a measure."""
    return (None,) if any(measure.kind is None for plan in revisions for measure in plan.measures) else ()


def _measures(kind: ResponseMeasureKind | None, plan: Plan) -> str:
    held = [measure for measure in plan.measures if measure.kind is kind]
    return "\n".join(shown(_measure(measure)) for measure in held) or NONE


def _measure(measure: ResponseMeasure) -> str:
    said = [measure.amount, measure.description, measure.timetable]
    if measure.persons_equivalent is not None:
        said.append(tr("{number} persons", number=wording.number(measure.persons_equivalent)))
    if measure.value_cents is not None:
        said.append(wording.money(measure.value_cents))
    return "; ".join(" ".join(each.split()) for each in said if each) or tr("not described")
