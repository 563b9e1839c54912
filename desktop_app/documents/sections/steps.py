"""The history of the record: who changed what when, from what to what, and why; oldest first."""

from collections.abc import Iterator
from typing import Final

from desktop_app.calc.memory import Step
from desktop_app.calc.papers import History
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.entries import step_words
from desktop_app.documents.for_the_room import is_withheld
from desktop_app.documents.sections.changed import after_words, before_words, place_words, what_words
from desktop_app.documents.sections.meetings import moment_words
from desktop_app.documents.sections.source import Source
from desktop_app.documents.standing import Standing
from desktop_app.documents.styles import BODY, CELL_ITALIC, CELL_MUTED
from desktop_app.documents.tables import Cell, Column, Row, Table, figures, head, row

_COLUMNS = (
    figures(36),
    Column(124),
    Column(76),
    figures(36),
    Column(162),
    Column(104),
    Column(104),
    Column(108),
)
_MOST_CELLS: Final = 40
"""Cells of one step that are listed; a whole forum that was taken in has thousands."""


def steps_blocks(source: Source, history: History, standing: Standing) -> tuple[Block, ...]:
    """Return every step with its cells.

    Args:
        source: of the words.
        history: newest first, as the record gives it.
        standing: with the zone of the times.
    """
    words, steps = source.terms, history.steps[::-1]
    if not steps:
        return (Paragraph(words("dossier.no-steps"), BODY, space_before=4),)
    names = (
        "dossier.entry",
        "sheet.when",
        "dossier.who",
        "dossier.round-number",
        "dossier.where",
        "sheet.from",
        "sheet.to",
    )
    heads = (head([words(name) for name in (*names, "dossier.reason")]),)
    table = Table(_COLUMNS, heads, tuple(made for each in steps for made in _rows(source, each, standing)))
    if history.is_whole:
        return (table,)
    left_out = words("dossier.older", count=source.number(len(steps)))
    return Paragraph(left_out, BODY, space_before=4, keep_with_next=True), table


def _rows(source: Source, step: Step, standing: Standing) -> Iterator[Row]:
    moment = step.moment
    first = [
        Cell(str(moment.seq)),
        Cell(moment_words(source, moment, standing)),
        Cell(moment.operator),
        Cell(source.number(moment.round) if moment.meeting is not None else ""),
    ]
    reason = Cell("\n".join(filter(None, (step.reason, _taken_back(source, step)))))
    again = [Cell("")] * len(first)
    beside = _beside(source, step)
    is_told = bool(beside) or step.action in {"undo", "redo"}
    shown = step.differences[:_MOST_CELLS]
    if is_told or not shown:
        named = source.terms("dossier.withheld") if is_withheld(step) else step_words(step, source.terms)
        title = Cell("\n".join([named, *beside]), CELL_ITALIC, span=3)
        yield row([*first, title, reason])
    for place, each in enumerate(shown):
        begins = place == 0 and not is_told
        yield row(
            [
                *(first if begins else again),
                f"{place_words(source, each)}, {what_words(source, each)}",
                Cell(before_words(source, each), CELL_MUTED),
                after_words(source, each),
                reason if begins else Cell(""),
            ],
            with_previous=not begins,
        )
    left = len(step.differences) - len(shown)
    if left:
        yield row([*again, Cell(_more(source, left), CELL_MUTED, span=3), Cell("")], with_previous=True)


def _more(source: Source, count: int) -> str:
    return source.terms("sheet.more-one") if count == 1 else source.terms("sheet.more", count=source.number(count))


def _beside(source: Source, step: Step) -> list[str]:
    """Return what must be said of how a step came about."""
    words = source.terms
    back = step.about if step.action == "undo" else step.reverts
    said = [] if back is None else [words("dossier.reverts", entry=str(back))]
    said += [] if step.adopts is None else [words("dossier.adopts", name=step.adopts)]
    return said + ([] if step.merges is None else [words("dossier.merges", desk=step.merges)])


def _taken_back(source: Source, step: Step) -> str:
    """Say by which entry a step was taken back; empty where it stands."""
    if step.taken_back is None:
        return ""
    return source.terms("dossier.taken-back", entry=str(step.taken_back))
