"""From the file of an adopted annex to its table: CSV with any separator, or a workbook, in any language."""

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from desktop_app.calc.adopted.values import ActTable, Column, HeadedColumn, Stated
from desktop_app.calc.adopted.vocabulary import Vocabulary
from desktop_app.calc.sentences import say
from desktop_app.models.adopted.known import Known, known
from desktop_app.models.adopted.table import Found, find_table
from desktop_app.models.any_forum import document_in
from desktop_app.models.errors import BadInput
from desktop_app.models.importing import refuse_foreign
from desktop_app.models.table_reading import limits
from desktop_app.models.table_reading.csv_file import SEPARATORS, read_csv
from desktop_app.models.table_reading.grid import Grid, column_letters, column_number
from desktop_app.models.table_reading.workbook import read_workbook

_LETTERS: Final = re.compile(r"[A-Za-z]{1,3}")
_JSON: Final = (b"{", b"\xef\xbb\xbf{")
Progress = Callable[[int, int], None]


class NoTableFound(BadInput):
    """A table can be read, and none of its headings tells what its columns hold."""


def _nobody(_done: int, _all: int) -> None:
    """Tell nobody how far it is."""


def read_act(
    path: Path,
    vocabulary: Vocabulary,
    told: Mapping[str, Column | None] | None = None,
    progress: Progress = _nobody,
) -> ActTable:
    """Return the table of an adopted annex.

    Args:
        path: a CSV file (comma, semicolon or tab; UTF-8 or UTF-16) or a workbook.
        vocabulary: the words of every language.
        told: what a person says that columns hold, by their letters; ``None`` for one that is not compared.
        progress: told how many sheets of how many are read; ends the work by raising ``Cancelled``.

    Raises:
        NoTableFound: it holds no table of an annex; a person may say what its columns hold.
        BadInput: it is no such file, or is larger than allowed.
    """
    data = _data(path)
    words, columns = known(vocabulary), _numbered(told or {})
    found = _best(path, data, words, columns, progress)
    if found is None:
        remedy = say("give it a row of headings as in the annex, or say which columns it has")
        raise NoTableFound(path.name, say("no table with Member States and columns of an annex is in it"), remedy)
    return ActTable(
        source=path.name,
        checksum=hashlib.sha256(data).hexdigest(),
        sheet=found.grid.name,
        language=found.language,
        columns=found.headed(),
        rows=found.rows,
        unread=tuple(found.unread),
    )


def columns_in(path: Path) -> tuple[HeadedColumn, ...]:
    """Return the columns of a file in which no table was found, each with the first text in it, to be asked about.

    Raises:
        BadInput: it is no CSV file and no workbook, or is larger than allowed.
    """
    grids = _grids(path, _data(path), _nobody)
    widest = max(grids, key=lambda grid: len({column for _row, column in grid.cells}))
    first: dict[int, str] = {}
    for (_row, column), cell in sorted(widest.cells.items()):
        first.setdefault(column, " ".join(cell.text.split()))
    return tuple(HeadedColumn(column_letters(each), first[each], None) for each in sorted(first))


def _data(path: Path) -> bytes:
    data = document_in(path)
    if data is None or data.startswith(_JSON):
        remedy = say("name the annex as CSV or as an Excel workbook; to compare two forums, use the comparison")
        raise BadInput(path.name, say("this is a forum, not the annex of an act"), remedy)
    refuse_foreign(path, data)
    return data


def _numbered(told: Mapping[str, Column | None]) -> dict[int, Column | None]:
    numbered = {}
    for letters, column in told.items():
        if not _LETTERS.fullmatch(letters) or column_number(letters.upper()) > limits.COLUMNS:
            raise BadInput(letters, say("this is no column"), say("name it by its letters, such as C"))
        numbered[column_number(letters.upper())] = column
    return numbered


def _best(path: Path, data: bytes, words: Known, told: Mapping[int, Column | None], progress: Progress) -> Found | None:
    """Return the table with most of the columns of an annex, on whatever sheet it stands."""
    best: Found | None = None
    for grid in _grids(path, data, progress):
        found = find_table(grid, words, told)
        if found is not None and (best is None or _worth(found) > _worth(best)):
            best = found
    return best


def _worth(found: Found) -> tuple[int, int]:
    figures = sum(isinstance(cell.meaning, Stated) for row in found.rows.values() for cell in row.values())
    return len(found.columns), figures


def _grids(path: Path, data: bytes, progress: Progress) -> list[Grid]:
    if data.startswith(b"PK"):
        return list(read_workbook(path.name, data, progress))
    grids, refusals = [], []
    # Decimal commas can be more than the signs between cells: what makes a table of an annex is the right sign.
    for separator in SEPARATORS:
        try:
            grids.append(read_csv(path.name, data, separator))
        except BadInput as refusal:
            refusals.append(refusal)
    if not grids:
        raise refusals[0]
    return grids
