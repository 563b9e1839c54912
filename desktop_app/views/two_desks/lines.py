"""The cells of two copies in lines: what stood there when they parted, here, and there, with who and when."""

from collections.abc import Sequence
from typing import Final

from desktop_app.calc.differences import Difference
from desktop_app.calc.memory import Moment
from desktop_app.models.three_way import Cell as Changed
from desktop_app.models.three_way import Side
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine
from desktop_app.views.language import marked, tr
from desktop_app.views.saved_mark import clock_text

Histories = tuple[Sequence[Moment], Sequence[Moment]]

COLUMNS: Final = (
    Column(marked("Where and what"), wraps=True),
    Column(marked("When they parted"), wraps=True),
    Column(marked("Ours"), wraps=True),
    Column(marked("Theirs"), wraps=True),
    Column(marked("Taken")),
)
CHOSEN: Final = {Side.OURS: (marked("ours"), "lock", "ok"), Side.THEIRS: (marked("theirs"), "document", "ok")}
_LONGEST: Final = 120
_OPEN: Final = (marked("choose: O or T"), "warn", "warn")


def conflict_line(cell: Changed, histories: Histories, chosen: Side | None) -> FigureLine:
    """Return the line of a cell that both changed."""
    taken = Cell(*(_OPEN if chosen is None else CHOSEN[chosen]))
    return _line(cell, histories, taken, strong=chosen is None)


def settled_line(cell: Changed, histories: Histories) -> FigureLine:
    """Return the line of a cell that needs no choice."""
    if cell.ours and cell.theirs:
        alike = {each.after for each in cell.ours} == {each.after for each in cell.theirs}
        return _line(
            cell, histories, Cell(tr("both alike") if alike else tr("both, one behind the other"), "", "muted")
        )
    return _line(cell, histories, Cell(tr("ours") if cell.ours else tr("theirs"), "", "muted"))


def heading_line(words: str) -> FigureLine:
    """Return a line that names those below it."""
    return FigureLine((Cell(words),), strong=True)


def _line(cell: Changed, histories: Histories, taken: Cell, *, strong: bool = False) -> FigureLine:
    found = cell.theirs or cell.ours
    names = "\n".join(
        dict.fromkeys(f"{tr(each.place)}, {tr(each.what)}" if each.what else tr(each.place) for each in found)
    )
    before = _values([tr(each.before) for each in found])
    ours, theirs = (_version(*each, before) for each in zip((cell.ours, cell.theirs), histories, strict=True))
    return FigureLine((Cell(names), Cell(_short(before), about=before), ours, theirs, taken), strong)


def _version(found: Sequence[Difference], history: Sequence[Moment], before: str) -> Cell:
    """Return what a side made of a cell and who did it when; the tooltip has its whole history."""
    if not found:
        return Cell(_short(before), tone="muted", about=before)
    said = _values([tr(each.after) for each in found])
    who = f"\n{history[0].operator}, {clock_text(history[0].at)}" if history else ""
    about = "\n".join(_told(history))
    return Cell(f"{_short(said)}{who}", about=about if len(said) <= _LONGEST else f"{said}\n{about}")


def history_text(histories: Histories) -> str:
    """Return what either side recorded of a cell since the two parted, the newest first."""
    sides = zip((tr("Ours"), tr("Theirs")), histories, strict=True)
    lines = [f"{name}: {told}" for name, history in sides for told in _told(history)]
    return "\n".join(lines) or tr("No single entry names this cell.")


def _told(history: Sequence[Moment]) -> list[str]:
    return [f"{clock_text(each.at)}  {tr(each.title)} ({each.operator})" for each in history]


def _short(said: str) -> str:
    """Return a value as far as a line has room for it; its tooltip has all of it."""
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"


def _values(values: Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(values))
