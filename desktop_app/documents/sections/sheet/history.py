"""The history of a Member State's pledge or plan: what was changed when, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from desktop_app.calc.differences.compare import Difference
from desktop_app.calc.member_states import name_of
from desktop_app.calc.memory import Step
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.sections.changed import after_words, before_words, what_words
from desktop_app.documents.sections.meetings import moment_words, round_words
from desktop_app.documents.sections.source import Source
from desktop_app.documents.standing import Standing
from desktop_app.documents.styles import BODY, CELL_ITALIC, CELL_MUTED, NOTE, SHADE
from desktop_app.documents.tables import Cell, Column, Row, Table, head, row

_COLUMNS = (Column(142), Column(129), Column(108), Column(108))
_COLUMNS_WHO = (Column(140), Column(94), Column(82), Column(82), Column(89))
_SHOWN: Final = frozenset(
    {
        "",
        "relocations",
        "financial contribution",
        "alternative measures",
        "of which beneficiaries",
        "agreement on beneficiaries",
        "offsets planned",
        "description",
        "kind",
        "value",
        "article",
        "stage",
        "extent",
        "self-declared",
        "announced",
        "requested",
        "assessed",
        "decided",
        "act",
        "benefits since",
        "crisis credit",
        "act on the crisis credit",
        "reference",
        "submitted",
        "of which vulnerable",
        "amount",
        "timetable",
        "stands for persons",
        "sponsorship",
        "applicants",
        "return sponsorship",
        "beneficiaries",
        "unaccompanied minors among the applicants",
        "unaccompanied minors among the beneficiaries",
        "nationalities",
        "activities",
        "covered by measures",
        "10 % reduction asked for",
        "average shown",
        "helped",
        "most vulnerable first",
        "project",
        "partner country",
    }
)
"""The cells that a delegation is shown of its own pledge; notes and how it was said are not among them."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One cell of one step."""

    step: Step
    difference: Difference


@dataclass(frozen=True, slots=True)
class Shown:
    """How much of a history is shown.

    Attributes:
        most: of the newest changes.
        is_whole: whether the changes are all that there were.
        secretariat: name who changed it and why.
    """

    most: int
    is_whole: bool = True
    secretariat: bool = False


def changes_of(steps: Sequence[Step], code: str, *, secretariat: bool) -> list[Changed]:
    """Return what was changed of a Member State's pledge or plan, newest first.

    Args:
        steps: of the record, newest first; of others' cells nothing is taken.
        code: the Member State.
        secretariat: whether notes and how the pledge was said are taken, too.
    """
    own = name_of(code)
    return [
        Changed(step, difference)
        for step in steps
        for difference in step.differences
        if difference.code == code and difference.place == own and (secretariat or _is_shown(difference))
    ]


def _is_shown(difference: Difference) -> bool:
    *before, last = difference.what.split(": ")
    if any(part.endswith("as said") for part in (*before, last)):
        return False
    # A plan or measure as a whole is named by its number.
    return last in _SHOWN or last.partition(" ")[0] in {"plan", "measure", "deduction", "pledge"}


def history_blocks(source: Source, changes: Sequence[Changed], shown: Shown, standing: Standing) -> tuple[Block, ...]:
    """Return the newest changes as a table, and how many came before them.

    Args:
        source: of the words.
        changes: newest first.
        shown: how many of them, and how.
        standing: with the zone of the times.
    """
    words = source.terms
    if not changes:
        return (Paragraph(words("sheet.no-history"), BODY, space_before=3),)
    names = ("when", "what", "from", "to", *(("who",) if shown.secretariat else ()))
    heads = (head([words(f"sheet.{name}") for name in names]),)
    rows: list[Row] = []
    rounds, was_scenario = "", False
    # A scenario counts its own entries.
    for (scenario, _seq), group in groupby(changes[: shown.most], key=_entry_of):
        cells = list(group)
        belongs = _belongs(source, cells[0].step, was_scenario=was_scenario)
        made = _rows(source, cells, standing, secretariat=shown.secretariat)
        if belongs and belongs != rounds:
            rows.append(row([Cell(belongs, CELL_ITALIC, span=len(names))]))
            made[0] = replace(made[0], with_previous=True)
        rounds, was_scenario = belongs, scenario is not None
        rows += made
    blocks: list[Block] = []
    if rows:
        blocks.append(Table(_COLUMNS_WHO if shown.secretariat else _COLUMNS, heads, tuple(rows)))
    earlier = max(0, len(changes) - shown.most)
    if earlier or not shown.is_whole:
        blocks.append(Paragraph(_earlier(source, earlier, shown), NOTE, space_before=3))
    return tuple(blocks)


def _entry_of(change: Changed) -> tuple[str | None, int]:
    return change.step.scenario, change.step.moment.seq


def _belongs(source: Source, step: Step, *, was_scenario: bool) -> str:
    """Say to what a step belongs: a scenario, else a round; below a scenario's steps also that it is of the record."""
    if step.scenario is not None:
        return source.terms("sheet.in-scenario", name=" ".join(step.scenario.split()) or "–")
    return round_words(source, step.moment) or (source.terms("sheet.in-record") if was_scenario else "")


def _earlier(source: Source, count: int, shown: Shown) -> str:
    if not shown.is_whole:
        return source.terms("sheet.earlier-least", count=source.number(count))
    if count == 1:
        return source.terms("sheet.earlier-one")
    return source.terms("sheet.earlier", count=source.number(count))


def _rows(source: Source, changes: Sequence[Changed], standing: Standing, *, secretariat: bool) -> list[Row]:
    """Return a row for each cell of one step; beside them when it was."""
    step = changes[0].step
    when = [moment_words(source, step.moment, standing)]
    who = [step.moment.operator, step.reason or ""] if secretariat else []
    rows = []
    beside = zip(_spread(when, len(changes)), _spread(who, len(changes)), strict=True)
    for place, (each, (at, by)) in enumerate(zip(changes, beside, strict=True)):
        cells = [
            Cell(at),
            Cell(what_words(source, each.difference)),
            Cell(before_words(source, each.difference), CELL_MUTED),
            Cell(after_words(source, each.difference)),
            *([Cell(by)] if secretariat else []),
        ]
        made = row(cells, with_previous=place > 0)
        rows.append(made if place == len(changes) - 1 else replace(made, rule_grey=SHADE))
    return rows


def _spread(lines: Sequence[str], rows: int) -> list[str]:
    """Return what stands in each of some rows: a line each, and all that is left in the last."""
    said = [line for line in lines if line]
    spread = [*said[: rows - 1], "\n".join(said[rows - 1 :])]
    return [*spread, *[""] * (rows - len(spread))]
