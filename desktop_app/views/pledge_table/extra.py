"""The cells of columns that are hidden at first: figures that exist, and what is recorded beside the pledge."""

from collections.abc import Callable, Collection
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.assessment import Row
from desktop_app.calc.exact import money_text, round_half_up
from desktop_app.calc.forum import StateRecord
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.pledge_table.columns import OPTIONAL, Column
from desktop_app.views.typed_table.cells import Cell, Look, absent_cell, number_cell

_OFFSETS: Final = {"a": marked("by the pool"), "b": marked("by its pledge"), "ab": marked("by both")}
_OFFSETS_SPOKEN: Final = {
    "a": marked("open by the relocations that all pledge, Art. 63(2)(a)"),
    "b": marked("open by the relocations that it pledges itself, Art. 63(2)(b)"),
    "ab": marked("open on both grounds, Art. 63(2)(a) and (b)"),
}
_NOTE_LENGTH: Final = 40
"""Characters of a note in its cell; all of it stands in the tooltip."""


def extra_cells(
    record: StateRecord, row: Row | None, shown: Collection[Column], *, is_bound: bool
) -> dict[Column, Cell]:
    """Return the cells of optional columns.

    Args:
        record: what the forum knows of the state.
        row: its figures, or ``None`` where the forum does not have the state.
        shown: the columns that are shown; no other optional one is worked out.
        is_bound: whether the Regulation binds the state.
    """
    if OPTIONAL.isdisjoint(shown):
        return dict(_NONE_SHOWN)
    cells: dict[Column, Cell] = {}
    for column in OPTIONAL:
        if column not in shown:
            cells[column] = HIDDEN
        elif not is_bound:
            cells[column] = absent_cell(tr("not bound"))
        elif column in _OF_RECORD:
            cells[column] = _OF_RECORD[column](record)
        elif row is None or not row.in_key:
            cells[column] = absent_cell(tr("not in the key"))
        else:
            cells[column] = _OF_ROW[column](row)
    return cells


HIDDEN: Final = Cell(Look.TEXT)
"""Stands in a column that is not shown; it is never worked out."""
_NONE_SHOWN: Final = dict.fromkeys(OPTIONAL, HIDDEN)


def _exact(row: Row) -> Cell:
    return number_cell(row.exact_fair_share, 2)


def eur_cell(eur: Fraction | None) -> Cell:
    """Return EUR, shown rounded half up to the cent; what is added up and sorted is exact."""
    if eur is None:
        return number_cell(None)
    plain = money_text(round_half_up(eur * 100)).removesuffix(".00")
    text = wording.grouped(plain)
    return Cell(Look.NUMBER, text, spoken=text, copied=plain, sort=eur * 100)


def _offset_option(row: Row) -> Cell:
    if row.offset_option == "no":
        return replace(absent_cell(tr("not open")), sort="")
    words, spoken = _OFFSETS[row.offset_option], _OFFSETS_SPOKEN[row.offset_option]
    return Cell(Look.LABEL, words, spoken=spoken, about=spoken.capitalize(), sort=words)


def _reduction(row: Row) -> Cell:
    if row.reduction_eligible is None:
        return number_cell(None)
    words = tr("eligible") if row.reduction_eligible else tr("no")
    return Cell(Look.LABEL, words, spoken=words, sort=int(row.reduction_eligible))


def _persons(count: int) -> Cell:
    """Return a number that is 0 where nothing is recorded."""
    return replace(absent_cell(tr("none")), sort=0) if not count else number_cell(count)


def _crisis_credit(record: StateRecord) -> Cell:
    act = record.crisis_credit_act
    return replace(_persons(record.crisis_credit), about=act or "")


def _benefitting_since(record: StateRecord) -> Cell:
    since = record.benefitting_since
    if since is None:
        return absent_cell(tr("no"))
    return Cell(
        Look.LABEL, wording.day(since), spoken=wording.day(since), copied=since.isoformat(), sort=since.toordinal()
    )


def _note(record: StateRecord) -> Cell:
    note = " ".join((record.pledge.note or "").split())
    if not note:
        return absent_cell(tr("no note"))
    short = note if len(note) <= _NOTE_LENGTH else f"{shown(note[: _NOTE_LENGTH - 1].rstrip())}…"
    return Cell(Look.LABEL, short, spoken=note, about=(record.pledge.note or "").strip(), copied=note, sort=note)


_OF_ROW: Final[MappingProxyType[Column, Callable[[Row], Cell]]] = MappingProxyType(
    {
        Column.EXACT_FAIR_SHARE: _exact,
        Column.FAIR_SHARE_EUR: lambda row: eur_cell(row.fair_share_eur),
        Column.GAP_EUR: lambda row: eur_cell(row.gap_eur),
        Column.DEDUCTED: lambda row: number_cell(row.deducted_equivalents),
        Column.OFFSET_OPTION: _offset_option,
        Column.COVER: lambda row: _persons(row.cover_relocations),
        Column.REDUCTION: _reduction,
    }
)
"""Columns of figures of a state in the key."""

_OF_RECORD: Final[MappingProxyType[Column, Callable[[StateRecord], Cell]]] = MappingProxyType(
    {
        Column.OFFSETS_PLANNED: lambda record: _persons(record.pledge.offsets_planned),
        Column.BENEFICIARIES: lambda record: _persons(record.pledge.of_which_beneficiaries),
        Column.CRISIS_CREDIT: _crisis_credit,
        Column.BENEFITTING_SINCE: _benefitting_since,
        Column.NOTE: _note,
    }
)
"""Columns of what is recorded of any bound state."""
