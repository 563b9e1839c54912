"""A block of cells that is put into the pledge table: what each cell would do, told before anything is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.changes import CannotChangeError, PledgeColumn, RecordPledge, RecordPledges
from desktop_app.calc.entry import Understood, context_for, read_entry, recorded_text, recorded_value
from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import NOT_BOUND, name_of
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.calc.sentences import capitalised, ours, say
from desktop_app.calc.validity import problems
from desktop_app.models.block_places import Place, Target, Verdict, placed, plain
from desktop_app.models.clipboard import Piece, Pieces
from desktop_app.models.clipboard_shown import names_euro
from desktop_app.models.table_cells import NOTHING_RECORDED
from desktop_app.models.table_reading import cells
from desktop_app.models.table_reading.grid import GridCell, Kind
from desktop_app.models.table_reading.notes import NotTakenError

SOURCE: Final = "Paste"
_SIGNS: Final = ("+", "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212")
_RESTS: Final = ("rest", "reste")


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
        name_columns: how many columns, from the left, name the Member States.
        heading_row: number of the row that names the types of pledge, from 0; ``None`` where none does.
    """

    rows: tuple[tuple[BlockCell, ...], ...]
    how: str
    name_columns: int = 0
    heading_row: int | None = None

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


def read_block(pieces: Pieces, target: Target, assessment: AnnualPoolAssessment) -> Block:
    """Read a block of cells; nothing is recorded.

    Names of Member States say for whom each row is, headings which type of pledge stands below; what is not named so
    goes by place, from the cursor on.

    Args:
        pieces: the clipboard.
        target: where the cursor stands.
        assessment: of the forum as it is.
    """
    found = placed(pieces, target)
    read = _Reading(assessment)
    first_pass = [[read.cell(piece, place) for piece, place in row] for row in found.rows]
    rows = tuple(tuple(row) for row in read.with_rests(first_pass))
    return Block(rows, found.how, found.name_columns, found.heading_row)


class _Reading:
    """Reads the cells of one block against a forum."""

    def __init__(self, assessment: AnnualPoolAssessment) -> None:
        self._assessment = assessment

    def cell(self, piece: Piece, place: Place) -> BlockCell:
        """Return one cell with its verdict."""
        if not piece.text:
            return BlockCell("", Verdict.EMPTY, say("Empty: what stands there stays."))
        if place.code is None or place.column is None:
            return BlockCell(piece.text, place.verdict, place.words)
        if place.code == NOT_BOUND:
            words = say("{state} is not bound by the Regulation: nothing is recorded for it.", state=name_of(NOT_BOUND))
            return BlockCell(piece.text, Verdict.READ_ONLY, words, place.code, place.column)
        if piece == Piece(piece.text) and plain(piece) in _RESTS:
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

    def _rest(self, cell: BlockCell, count: int, now: AnnualPoolAssessment) -> BlockCell:
        if cell.code is None or cell.column is None or count > 1:
            words = say("The rest stands there twice in one row: which type carries it is not guessed.")
            return BlockCell(cell.text, Verdict.REFUSED, words, cell.code, cell.column)
        return self._read(Piece(cell.text), cell.code, cell.column, now)

    def _read(self, piece: Piece, code: str, column: PledgeColumn, now: AnnualPoolAssessment) -> BlockCell:
        try:
            value, words = _understood(piece, code, column, now)
            change = RecordPledge(code, column, value)
            _refuse_impossible(change.apply_to(self._assessment.forum), code)
        except (NotTakenError, CannotChangeError) as refusal:
            return BlockCell(piece.text, Verdict.REFUSED, _sentence(str(refusal)), code, column)
        pledge = self._assessment.forum.state(code).pledge
        same = value == recorded_value(pledge, column) and (value is not ABSENT or not pledge.measures)
        if same:
            stays = say("{words} It stands there already.", words=_sentence(words))
            return BlockCell(piece.text, Verdict.UNCHANGED, stays, code, column)
        return BlockCell(piece.text, Verdict.TAKEN, _sentence(words), code, column, change)


def _is_rest(cell: BlockCell) -> bool:
    return cell.verdict is Verdict.REFUSED and not cell.words


def _sentence(words: str) -> str:
    begun = capitalised(words)
    return begun if words.endswith(".") else say("{words}.", words=begun)


def _understood(piece: Piece, code: str, column: PledgeColumn, now: AnnualPoolAssessment) -> tuple[Recorded[int], str]:
    """Return the value of a cell and how it was understood.

    Raises:
        NotTakenError: it is no entry, or one that could be meant in two ways.
    """
    if piece.refusal:
        raise NotTakenError(piece.refusal)
    if piece.number and column is PledgeColumn.RELOCATIONS and names_euro(piece.text):
        message = say(
            "the spreadsheet shows “{shown}” here, an amount of money: relocations are persons", shown=piece.text
        )
        raise NotTakenError(message)
    if piece.number or piece.kind is not None:
        read = cells.persons if column is PledgeColumn.RELOCATIONS else cells.money
        # Dates, logical values and errors are refused as in a workbook.
        value = read(GridCell(piece.kind or Kind.NUMBER, piece.number or piece.text))
        recorded = recorded_text(value, column)
        if piece.text == piece.number:
            return value, recorded
        return value, say("{recorded}, shown as {shown}", recorded=recorded, shown=piece.text)
    if plain(piece) == NOTHING_RECORDED:
        return ABSENT, ours(NOTHING_RECORDED)
    if len(piece.text) > 1 and piece.text.startswith(_SIGNS):
        message = say("In a block a sign is not read as more or less than what stands there: write the number itself")
        raise NotTakenError(message)
    entry = read_entry(piece.text, column, context_for(now, code, column))
    if isinstance(entry, Understood):
        return entry.value, entry.words
    # An entry is read in lower case; what was copied is shown as it was.
    raise NotTakenError(_as_copied(entry.reason, plain(piece), piece.text))


def _as_copied(reason: str, plain_text: str, copied: str) -> str:
    said = ours(reason)
    return say(said.template, **{name: copied if value == plain_text else value for name, value in said.values.items()})


def _refuse_impossible(forum: Forum, code: str) -> None:
    found = problems(Forum(states=(forum.state(code),)))
    if found:
        message = say("{what}: {remedy}", what=found[0].what, remedy=found[0].remedy)
        raise NotTakenError(message)
