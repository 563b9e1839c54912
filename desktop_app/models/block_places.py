"""Where the cells of a pasted block go: by names and headings among them, else by place.

A block that names any Member State is matched by names, and a row of it that cannot be read is refused: numbers
never slide to another Member State or another column because a name stands in front of them.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from desktop_app.calc.changes import PledgeColumn
from desktop_app.calc.member_states import NAMES, name_of
from desktop_app.calc.sentences import ours, say
from desktop_app.models.clipboard import Piece, Pieces
from desktop_app.paths import resource

NAMES_COLUMN: Final = "Member State"
"""Title of the column in which the names stand."""
_MOST_ABOVE: Final = 3
"""Rows, from the top, among which headings are looked for: a title may stand above them."""
_CALLED: Final[Mapping[PledgeColumn, tuple[str, ...]]] = {
    PledgeColumn.RELOCATIONS: ("relocations", "herplaatsingen", "relocalisations", "übernahmen"),
    PledgeColumn.FINANCIAL: (
        *("financial", "financial contribution", "financial contributions"),
        *("financieel", "financiële bijdrage", "financier", "contribution financière", "finanziell", "finanzbeitrag"),
    ),
    PledgeColumn.ALTERNATIVE: (
        *("alternative", "alternative measures", "alternatief", "alternatieve maatregelen"),
        *("alternatif", "mesures alternatives", "alternativ", "alternative maßnahmen"),
    ),
}
_UNITS: Final = ("persons", "personen", "personnes", "eur")
_HEADERS: Final[Mapping[str, PledgeColumn]] = {
    **{
        f"{word}{unit}".casefold(): column
        for column, words in _CALLED.items()
        for word in words
        for unit in ("", *(f", {unit}" for unit in _UNITS))
    },
    "pledged relocations": PledgeColumn.RELOCATIONS,
    "financial_eur": PledgeColumn.FINANCIAL,
    "alternative_eur": PledgeColumn.ALTERNATIVE,
}
"""What may stand above a column, in small letters: as table, workbook and CSV file call it, in four languages."""


class Verdict(Enum):
    """What becomes of a cell; the value is the word for it."""

    TAKEN = say("taken")
    UNCHANGED = say("as it is")
    EMPTY = say("empty")
    LABEL = say("name")
    READ_ONLY = say("not typed here")
    OUTSIDE = say("outside the table")
    REFUSED = say("not taken")


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
class Place:
    """Where one cell goes; ``verdict`` and ``words`` where it goes nowhere."""

    code: str | None = None
    column: PledgeColumn | None = None
    verdict: Verdict = Verdict.TAKEN
    words: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with the place of each of its cells.

    Attributes:
        rows: each cell with where it goes.
        how: by what the cells were matched, in a sentence.
        name_columns: how many columns, from the left, name the Member States.
        heading_row: number of the row that names the types of pledge, from 0; ``None`` where none does.
    """

    rows: tuple[tuple[tuple[Piece, Place], ...], ...]
    how: str
    name_columns: int
    heading_row: int | None


_LANGUAGES: Final = ("de", "fr", "nl")
_BEYOND: Final = Place(verdict=Verdict.OUTSIDE, words=say("The table ends before this cell."))
_NAMELESS: Final = Place(
    verdict=Verdict.REFUSED, words=say("The row names no Member State: for whom it is, is not guessed.")
)
_ABOVE: Final = Place(verdict=Verdict.LABEL, words=say("stands above the headings"))
_HEADING: Final = Place(verdict=Verdict.LABEL, words=say("a heading"))
_NAME: Final = Place(verdict=Verdict.LABEL, words=say("a name"))


@lru_cache
def _states() -> Mapping[str, str]:
    """Return the codes by what may name a Member State, in small letters: its code, its name in each language."""
    named: dict[str, str] = {}
    for language in _LANGUAGES:
        terms = json.loads(resource("terms", f"{language}.json").read_text("utf-8"))["terms"]
        named |= {terms[f"state.{code}"]["text"].casefold(): code for code in NAMES}
    return {
        **named,
        **{name.casefold(): code for code, name in NAMES.items()},
        **{code.casefold(): code for code in NAMES},
    }


def placed(pieces: Pieces, target: Target) -> Placed:
    """Return where each cell goes.

    Args:
        pieces: the clipboard.
        target: where the cursor stands.
    """
    codes = [[_states().get(plain(piece)) for piece in row] for row in pieces]
    names = 1 + max((place for row in codes for place, code in enumerate(row) if code), default=-1)
    at = _heading_row(pieces, codes)
    headed = {} if at is None else _headings(pieces[at], names)
    whose = _whose(codes, names) if names else _from_cursor(len(pieces), target, below=at)
    rows = []
    for down, row in enumerate(pieces):
        if at is not None and down <= at:
            rows.append(tuple((piece, _HEADING if down == at else _ABOVE) for piece in row))
            continue
        line = []
        for right, piece in enumerate(row):
            if right < names:
                line.append((piece, _of_name(piece, codes[down][right], whose[down])))
            elif at is not None:
                line.append((piece, _under_heading(whose[down], headed.get(right), headed)))
            else:
                line.append((piece, _by_place(whose[down], right - names, target, named=bool(names))))
        rows.append(tuple(line))
    return Placed(tuple(rows), _how(target, named=bool(names), headed=at is not None), names, at)


def plain(piece: Piece) -> str:
    """Return the words of a cell in lower case, single spaces between them."""
    return " ".join(piece.text.casefold().split())


def _heading_row(pieces: Pieces, codes: Sequence[Sequence[str | None]]) -> int | None:
    """Return the first row, near the top, that names types of pledge and no Member State, and has rows below."""
    for number, row in enumerate(pieces[:_MOST_ABOVE]):
        if number + 1 < len(pieces) and not any(codes[number]) and any(plain(piece) in _HEADERS for piece in row):
            return number
    return None


def _headings(row: Sequence[Piece], names: int) -> dict[int, PledgeColumn]:
    shown = {place: plain(piece) for place, piece in enumerate(row) if place >= names}
    return {place: _HEADERS[words] for place, words in shown.items() if words in _HEADERS}


def _whose(codes: Sequence[Sequence[str | None]], names: int) -> list[Place]:
    """Return for whom each row is, by the names in it."""
    found = [{code for code in row[:names] if code} for row in codes]
    once = [next(iter(each)) if len(each) == 1 else None for each in found]
    whose = []
    for each, code in zip(found, once, strict=True):
        if len(each) > 1:
            both = sorted(name_of(code) for code in each)
            words = say("The row names {both}: which one counts is not guessed.", both=both)
            whose.append(Place(verdict=Verdict.REFUSED, words=words))
        elif code is None:
            whose.append(_NAMELESS)
        elif once.count(code) > 1:
            words = say("{state} stands there twice: which one counts is not guessed.", state=name_of(code))
            whose.append(Place(verdict=Verdict.REFUSED, words=words))
        else:
            whose.append(Place(code))
    return whose


def _from_cursor(rows: int, target: Target, *, below: int | None) -> list[Place]:
    """Return for whom each row is, by place: the row below the headings is the one with the cursor."""
    first = 0 if below is None else below + 1
    codes = [target.codes[row - first] if 0 <= row - first < len(target.codes) else None for row in range(rows)]
    return [_BEYOND if code is None else Place(code) for code in codes]


def _of_name(piece: Piece, code: str | None, whose: Place) -> Place:
    if code is not None:
        return _NAME
    if whose.code is not None or not piece.text:
        return Place(verdict=Verdict.LABEL, words=say("stands before the name"))
    if plain(piece) == "gr":
        return Place(
            verdict=Verdict.OUTSIDE, words=say("No Member State is called “{name}”. Greece is EL.", name=piece.text)
        )
    return Place(verdict=Verdict.OUTSIDE, words=say("No Member State is called “{name}”.", name=piece.text))


def _under_heading(whose: Place, column: PledgeColumn | None, headed: Mapping[int, PledgeColumn]) -> Place:
    if whose.code is None:
        return whose
    if column is None:
        return Place(verdict=Verdict.READ_ONLY, words=say("The heading of this column names no type of pledge."))
    if list(headed.values()).count(column) > 1:
        words = say("Two columns are headed {title}: which one counts is not guessed.", title=ours(column.title))
        return Place(verdict=Verdict.REFUSED, words=words)
    return Place(whose.code, column)


def _by_place(whose: Place, right: int, target: Target, *, named: bool) -> Place:
    if whose.code is None:
        return whose
    # Names copied with the cells do not need the cursor to stand in the column of names.
    on_names = named and bool(target.columns) and target.columns[0][0] == NAMES_COLUMN
    columns = target.columns[1:] if on_names else target.columns
    if right >= len(columns):
        return _BEYOND
    title, kind = columns[right]
    if kind is None:
        return Place(verdict=Verdict.READ_ONLY, words=say("{title} is worked out or recorded elsewhere.", title=title))
    return Place(whose.code, kind)


def _how(target: Target, *, named: bool, headed: bool) -> str:
    first = say("the cursor")
    if target.codes and target.codes[0]:
        first = say("{state}, {column}", state=name_of(target.codes[0]), column=target.columns[0][0])
    if named and headed:
        return say("Matched by name: names say for whom each row is, headings which type of pledge stands below.")
    if named:
        return say(
            "Rows matched by name; columns by place, from {first} on: no headings were copied with the cells.",
            first=first,
        )
    if headed:
        return say(
            "Columns matched by heading; rows by place, from {first} on: no names were copied with the cells.",
            first=first,
        )
    return say("Matched by place, from {first} on: no names and headings were copied with the cells.", first=first)
