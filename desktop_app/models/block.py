"""A block of cells that is put into the pledge table: what each cell would do, told before anything is recorded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import CannotChangeError, PledgeColumn, RecordPledge, RecordPledges
from desktop_app.calc.entry import Understood, context_for, read_entry, recorded_text, recorded_value
from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import NAMES, NOT_BOUND, name_of
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.calc.validity import problems
from desktop_app.models.clipboard import Piece, Pieces
from desktop_app.models.table_cells import NOTHING_RECORDED
from desktop_app.models.table_reading import cells
from desktop_app.models.table_reading.grid import GridCell, Kind
from desktop_app.models.table_reading.notes import NotTakenError

SOURCE: Final = "Paste"
NAMES_COLUMN: Final = "Member State"
"""Title of the column in which the names stand."""
_SIGNS: Final = ("+", "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212")
_RESTS: Final = ("rest", "reste")
_HEADERS: Final[Mapping[str, PledgeColumn]] = {
    "relocations": PledgeColumn.RELOCATIONS,
    "relocations, persons": PledgeColumn.RELOCATIONS,
    "pledged relocations": PledgeColumn.RELOCATIONS,
    "financial": PledgeColumn.FINANCIAL,
    "financial, eur": PledgeColumn.FINANCIAL,
    "financial_eur": PledgeColumn.FINANCIAL,
    "financial contribution": PledgeColumn.FINANCIAL,
    "financial contributions": PledgeColumn.FINANCIAL,
    "financial contribution, eur": PledgeColumn.FINANCIAL,
    "alternative": PledgeColumn.ALTERNATIVE,
    "alternative, eur": PledgeColumn.ALTERNATIVE,
    "alternative_eur": PledgeColumn.ALTERNATIVE,
    "alternative measures": PledgeColumn.ALTERNATIVE,
    "alternative measures, eur": PledgeColumn.ALTERNATIVE,
}
"""What may stand above a column, in lower case: as the table, the workbook and the CSV file call it."""
_STATES: Final = {
    **{name.casefold(): code for code, name in NAMES.items()},
    **{code.casefold(): code for code in NAMES},
}


class Verdict(Enum):
    """What becomes of a cell; the value is the word for it."""

    TAKEN = "taken"
    UNCHANGED = "as it is"
    EMPTY = "empty"
    LABEL = "name"
    READ_ONLY = "not typed here"
    OUTSIDE = "outside the table"
    REFUSED = "not taken"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a block would go by place: from the cell with the cursor on, as the table shows them.

    Attributes:
        codes: Member States from the cursor down; ``None`` for a line that is none.
        columns: titles of the columns from the cursor to the right, with the type of pledge or ``None``.
    """

    codes: tuple[str | None, ...]
    columns: tuple[tuple[str, PledgeColumn | None], ...]


@dataclass(frozen=True, slots=True)
class BlockCell:
    """One cell of the block.

    Attributes:
        text: as it was copied.
        verdict: see :class:`Verdict`.
        words: what was understood, or why not, in a sentence.
        code: the Member State it is for, or ``None``.
        column: the type of pledge it is for, or ``None``.
        change: what would be recorded, where something would.
    """

    text: str
    verdict: Verdict
    words: str
    code: str | None = None
    column: PledgeColumn | None = None
    change: RecordPledge | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A block with a verdict for each of its cells.

    Attributes:
        rows: the cells as they were copied.
        how: by what the cells were matched, in a sentence.
        has_names: whether the first column names the Member States.
        has_headings: whether the first row names the types of pledge.
    """

    rows: tuple[tuple[BlockCell, ...], ...]
    how: str
    has_names: bool = False
    has_headings: bool = False

    def count(self, *verdicts: Verdict) -> int:
        """Return how many cells have one of these verdicts."""
        return sum(cell.verdict in verdicts for row in self.rows for cell in row)

    @property
    def left_out(self) -> int:
        """How many cells hold something that is not taken."""
        return self.count(Verdict.REFUSED, Verdict.OUTSIDE, Verdict.READ_ONLY)

    @property
    def change(self) -> RecordPledges | None:
        """All cells that would be taken, as one change; ``None`` where there is none."""
        changes = tuple(cell.change for row in self.rows for cell in row if cell.change is not None)
        return RecordPledges(changes, SOURCE) if changes else None


def read_block(pieces: Pieces, target: Target, assessment: Assessment) -> Block:
    """Read a block of cells; nothing is recorded.

    A first column of Member States says for whom each row is, a first row of headings which type of pledge stands
    below; what is not named so goes by place, from the cursor on.

    Args:
        pieces: the clipboard.
        target: where the cursor stands.
        assessment: of the forum as it is.
    """
    headed, named = _headings(pieces), _has_names(pieces)
    first = f"{name_of(target.codes[0])}, {target.columns[0][0]}" if target.codes and target.codes[0] else "the cursor"
    if headed is not None and named:
        places = _by_name(pieces, headed)
        how = "Matched by name: the first column names the Member States, the first row the types of pledge."
    elif named:
        places = _by_names_beside(pieces, target)
        how = f"Rows matched by name; columns by place, from {first} on: no headings were copied with the cells."
    elif headed is not None:
        places = _by_headings_above(pieces, headed, target)
        how = f"Columns matched by heading; rows by place, from {first} on: no names were copied with the cells."
    else:
        places = _by_place(pieces, target)
        how = f"Matched by place, from {first} on: no names and headings were copied with the cells."
    read = _Reading(assessment)
    first_pass = [[read.cell(piece, place) for piece, place in row] for row in places]
    return Block(tuple(tuple(row) for row in read.with_rests(first_pass)), how, named, headed is not None)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one cell goes; ``verdict`` and ``words`` where it goes nowhere."""

    code: str | None = None
    column: PledgeColumn | None = None
    verdict: Verdict = Verdict.TAKEN
    words: str = ""


_Placed = Iterator[list[tuple[Piece, _Place]]]
_BEYOND: Final = _Place(verdict=Verdict.OUTSIDE, words="The table ends before this cell.")


def _headings(pieces: Pieces) -> dict[int, PledgeColumn] | None:
    """Return the type of pledge above each column where the first row names types, else ``None``."""
    if len(pieces) < 2:
        return None
    found = {place: _HEADERS[_plain(piece)] for place, piece in enumerate(pieces[0]) if _plain(piece) in _HEADERS}
    # Above names there may stand anything; among headings alone, a number is no heading.
    others = [piece for place, piece in enumerate(pieces[0]) if place not in found and piece.text]
    return found if found and (not others or (0 not in found and _names(pieces[1:]))) else None


def _has_names(pieces: Pieces) -> bool:
    """Tell whether the first column names the Member States: below headings some of them, else all."""
    if max(map(len, pieces), default=0) < 2:
        return False
    if _headings(pieces) is not None:
        return _names(pieces[1:]) > 0
    return _names(pieces) == sum(any(piece.text for piece in row) for row in pieces) > 0


def _names(rows: Sequence[Sequence[Piece]]) -> int:
    """Count the rows whose first cell names a Member State."""
    return sum(_plain(row[0]) in _STATES for row in rows if row)


def _plain(piece: Piece) -> str:
    return " ".join(piece.text.casefold().split())


def _by_name(pieces: Pieces, headed: Mapping[int, PledgeColumn]) -> _Placed:
    twice = {column for column in headed.values() if list(headed.values()).count(column) > 1}
    codes = [_STATES.get(_plain(row[0])) for row in pieces]
    label = _Place(verdict=Verdict.LABEL, words="a name or a heading")
    yield [(piece, label) for piece in pieces[0]]
    for row, code in zip(pieces[1:], codes[1:], strict=True):
        line = [(row[0], label if code else _no_state(row[0]))]
        for place, piece in enumerate(row[1:], 1):
            line.append((piece, _named(code, headed.get(place), again=codes.count(code) > 1, twice=twice)))
        yield line


def _by_names_beside(pieces: Pieces, target: Target) -> _Placed:
    codes = [_STATES.get(_plain(row[0])) if row else None for row in pieces]
    # Names copied with the cells do not need the cursor to stand in the column of names.
    on_names = bool(target.columns) and target.columns[0][0] == NAMES_COLUMN
    columns = target.columns[1:] if on_names else target.columns
    label = _Place(verdict=Verdict.LABEL, words="a name")
    for row, code in zip(pieces, codes, strict=True):
        line = [(piece, label) for piece in row[:1]]
        for place, piece in enumerate(row[1:], 1):
            inside = code is not None and place <= len(columns)
            at = _at(code, columns[place - 1]) if inside else _BEYOND
            if code is not None and codes.count(code) > 1:
                at = _named(code, None, again=True, twice=set())
            line.append((piece, at))
        yield line


def _by_headings_above(pieces: Pieces, headed: Mapping[int, PledgeColumn], target: Target) -> _Placed:
    twice = {column for column in headed.values() if list(headed.values()).count(column) > 1}
    label = _Place(verdict=Verdict.LABEL, words="a heading")
    yield [(piece, label) for piece in pieces[0]]
    for down, row in enumerate(pieces[1:]):
        code = target.codes[down] if down < len(target.codes) else None
        line = []
        for place, piece in enumerate(row):
            inside = _BEYOND if code is None else _named(code, headed.get(place), again=False, twice=twice)
            line.append((piece, inside))
        yield line


def _no_state(piece: Piece) -> _Place:
    hint = " Greece is EL." if _plain(piece) == "gr" else ""
    return _Place(verdict=Verdict.OUTSIDE, words=f"No Member State is called “{piece.text}”.{hint}")


def _named(code: str | None, column: PledgeColumn | None, *, again: bool, twice: set[PledgeColumn]) -> _Place:
    if code is None:
        return _Place(verdict=Verdict.OUTSIDE, words="The row names no Member State.")
    if again:
        return _Place(
            verdict=Verdict.REFUSED, words=f"{name_of(code)} stands there twice: which one counts is not guessed."
        )
    if column is None:
        return _Place(verdict=Verdict.READ_ONLY, words="The heading of this column names no type of pledge.")
    if column in twice:
        words = f"Two columns are headed {column.title}: which one counts is not guessed."
        return _Place(verdict=Verdict.REFUSED, words=words)
    return _Place(code, column)


def _by_place(pieces: Pieces, target: Target) -> _Placed:
    for down, row in enumerate(pieces):
        code = target.codes[down] if down < len(target.codes) else None
        line = []
        for right, piece in enumerate(row):
            inside = code is not None and right < len(target.columns)
            line.append((piece, _at(code, target.columns[right]) if inside else _BEYOND))
        yield line


def _at(code: str | None, column: tuple[str, PledgeColumn | None]) -> _Place:
    title, kind = column
    if kind is None:
        return _Place(verdict=Verdict.READ_ONLY, words=f"{title} is worked out or recorded elsewhere.")
    return _Place(code, kind)


class _Reading:
    """Reads the cells of one block against a forum."""

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment

    def cell(self, piece: Piece, place: _Place) -> BlockCell:
        """Return one cell with its verdict."""
        if not piece.text:
            return BlockCell("", Verdict.EMPTY, "Empty: what stands there stays.")
        if place.code is None or place.column is None:
            return BlockCell(piece.text, place.verdict, place.words)
        if place.code == NOT_BOUND:
            words = f"{name_of(NOT_BOUND)} is not bound by the Regulation: nothing is recorded for it."
            return BlockCell(piece.text, Verdict.READ_ONLY, words, place.code, place.column)
        if _plain(piece) in _RESTS:
            # Worked out once the others are known; this is what stands there if nothing comes of it.
            return BlockCell(piece.text, Verdict.REFUSED, "", place.code, place.column)
        return self._read(piece, place.code, place.column, self._assessment)

    def with_rests(self, rows: Sequence[Sequence[BlockCell]]) -> list[list[BlockCell]]:
        """Work out each ``rest``, which counts what the block records in the other columns."""
        changes = tuple(cell.change for row in rows for cell in row if cell.change is not None)
        now = self._assessment
        made: list[list[BlockCell]] = []
        if any(_is_rest(cell) for row in rows for cell in row):
            now = assess(RecordPledges(changes, SOURCE).apply_to(now.forum), now)
        for row in rows:
            rests = [(cell.code, cell.column) for cell in row if _is_rest(cell)]
            made.append([self._rest(cell, len(rests), now) if _is_rest(cell) else cell for cell in row])
        return made

    def _rest(self, cell: BlockCell, count: int, now: Assessment) -> BlockCell:
        if cell.code is None or cell.column is None or count > 1:
            words = "The rest stands there twice in one row: which type carries it is not guessed."
            return BlockCell(cell.text, Verdict.REFUSED, words, cell.code, cell.column)
        return self._read(Piece(cell.text), cell.code, cell.column, now)

    def _read(self, piece: Piece, code: str, column: PledgeColumn, now: Assessment) -> BlockCell:
        try:
            value, words = _understood(piece, code, column, now)
            change = RecordPledge(code, column, value)
            _refuse_impossible(change.apply_to(self._assessment.forum), code)
        except (NotTakenError, CannotChangeError) as refusal:
            return BlockCell(piece.text, Verdict.REFUSED, _sentence(str(refusal)), code, column)
        pledge = self._assessment.forum.state(code).pledge
        same = value == recorded_value(pledge, column) and (value is not ABSENT or not pledge.measures)
        if same:
            return BlockCell(
                piece.text, Verdict.UNCHANGED, f"{_sentence(words)} It stands there already.", code, column
            )
        return BlockCell(piece.text, Verdict.TAKEN, _sentence(words), code, column, change)


def _is_rest(cell: BlockCell) -> bool:
    return cell.verdict is Verdict.REFUSED and not cell.words


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."


def _understood(piece: Piece, code: str, column: PledgeColumn, now: Assessment) -> tuple[Recorded[int], str]:
    """Return the value of a cell and how it was understood.

    Raises:
        NotTakenError: it is no entry, or one that could be meant in two ways.
    """
    if piece.number:
        read = cells.persons if column is PledgeColumn.RELOCATIONS else cells.money
        value = read(GridCell(Kind.NUMBER, piece.number))
        shown = "" if piece.text == piece.number else f", shown as {piece.text}"
        return value, f"{recorded_text(value, column)}{shown}"
    if _plain(piece) == NOTHING_RECORDED:
        return ABSENT, NOTHING_RECORDED
    if len(piece.text) > 1 and piece.text.startswith(_SIGNS):
        message = "In a block a sign is not read as more or less than what stands there: write the number itself"
        raise NotTakenError(message)
    entry = read_entry(piece.text, column, context_for(now, code, column))
    if isinstance(entry, Understood):
        return entry.value, entry.words
    # An entry is read in lower case; what was copied is shown as it was.
    raise NotTakenError(entry.reason.replace(f"“{_plain(piece)}”", f"“{piece.text}”"))


def _refuse_impossible(forum: Forum, code: str) -> None:
    found = problems(Forum(states=(forum.state(code),)))
    if found:
        message = f"{found[0].what}: {found[0].remedy}"
        raise NotTakenError(message)
