"""Reading a file of key data, whatever its kind."""

import csv
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from desktop_app.calc.sentences import say
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange.fields import quoted
from desktop_app.models.key_sources import eurostat, limits, opening, workbook
from desktop_app.models.key_sources.columns import has_code_column, not_understood, understand
from desktop_app.models.key_sources.gathering import Gathering
from desktop_app.models.key_sources.opening import Progress
from desktop_app.models.key_sources.plain_table import Cell, Line, gather
from desktop_app.models.key_sources.source import KeyKind, KeySource

CSV: Final = say("CSV table")
EXCEL: Final = say("Excel workbook")

_SEPARATORS: Final = (",", ";", "\t")
_NAMES: Final = say(
    "name the columns code, then persons, million_eur, applications or percent; or choose what the file holds"
)


_LESS: Final = say("keep only what is wanted: the Member States, the total, the unit")


class KindNotTold(BadInput):
    """A table whose columns do not tell what they hold, or tell of several things; whoever asks can say which."""


def read_key_source(
    path: Path, kind: KeyKind | None = None, progress: Progress = lambda _done, _total: None
) -> KeySource:
    """Read population, gross domestic product, applications or adopted shares from a file.

    Args:
        path: Eurostat's TSV or SDMX-CSV, also gzipped, a CSV table, or an Excel workbook; told apart by content.
        kind: what it holds, for tables whose columns do not tell; ``None`` takes what the file tells.
        progress: told how far it is; ends the work by raising ``Cancelled``.

    Raises:
        KindNotTold: it is a table that does not tell what it holds.
        BadInput: the file cannot be read, is none of these, is larger than allowed, or holds something else.
        Cancelled: ``progress`` asked for the end.
    """
    if opening.is_workbook(path):
        return _from_workbook(path, kind, progress)
    with opening.text_lines(path, progress) as lines:
        source = _from_text(path.name, lines, kind)
    if kind is not None and source.kind is not kind:
        raise BadInput(
            path.name,
            say("this file holds the {held}, not the {wanted}", held=source.kind.value, wanted=kind.value),
            say("choose another file"),
        )
    return source


def _from_text(file: str, lines: Iterator[str], kind: KeyKind | None) -> KeySource:
    for number, line in enumerate(itertools.islice(lines, limits.HEADER_ROWS), 1):
        if eurostat.is_tsv(line):
            return eurostat.read_tsv(file, itertools.chain([line], lines))
        separator = _separator(line)
        if separator is not None:
            return _from_table(file, separator, (number, itertools.chain([line], lines)), kind)
    raise _no_header(file)


def _separator(line: str) -> str | None:
    """Return what parts the columns of a line that names them; ``None`` for another line."""
    for separator in _SEPARATORS:
        names = next(csv.reader([line], delimiter=separator))
        if len(names) > 1 and (has_code_column(names) or eurostat.is_sdmx(names)):
            return separator
    return None


def _from_table(file: str, separator: str, table: tuple[int, Iterator[str]], kind: KeyKind | None) -> KeySource:
    first, lines = table
    rows = _records(file, csv.reader(lines, delimiter=separator, strict=True), first)
    _number, names = next(rows)
    if eurostat.is_sdmx(names) and any(name.strip().casefold() in {"freq", "dataflow", "structure"} for name in names):
        return eurostat.read_sdmx(file, names, rows)
    columns = understand(names, kind)
    if columns is None:
        raise _no_kind(say("{file}: line {first}", file=file, first=first), names, kind)
    gathered = Gathering(columns.kind)
    gather(columns, _table_lines(file, rows), gathered)
    return gathered.result(file, CSV, titles=gathered.own_titles())


def _table_lines(file: str, rows: Iterator[tuple[int, list[str]]]) -> Iterator[Line]:
    """Give the rows of a plain table, which is as small as that of a sheet."""
    cells = 0
    for count, (number, fields) in enumerate(rows, 1):
        cells += len(fields)
        if count > limits.ROWS or cells > limits.CELLS:
            raise BadInput(
                say("{file}: line {number}", file=file, number=number),
                say("the table is larger than any of key data"),
                _LESS,
            )
        yield Line([Cell(field) for field in fields], number)


def _records(file: str, reader: "csv._reader", first: int) -> Iterator[tuple[int, list[str]]]:  # type: ignore[name-defined]  # only its stub names it
    left = limits.FIELDS
    for fields in reader:
        number = first + reader.line_num - 1
        left -= len(fields)
        if left < 0:
            what = say("there are more than {millions} million fields", millions=str(limits.FIELDS // 1_000_000))
            raise BadInput(say("{file}: line {number}", file=file, number=number), what, _LESS)
        if len(fields) > limits.COLUMNS or max(map(len, fields), default=0) > limits.FIELD_CHARACTERS:
            raise BadInput(
                say("{file}: line {number}", file=file, number=number),
                say("the row is larger than any of key data"),
                say("choose another file"),
            )
        if fields:
            yield number, fields


def _from_workbook(path: Path, kind: KeyKind | None, progress: Progress) -> KeySource:
    seen: list[str] = []
    with workbook.opened(path, progress) as sheets:
        for place, (title, rows) in enumerate(sheets):
            names = _header(rows)
            columns = understand(names, kind)
            if names and columns is None:
                seen = seen or [title, *names]
            if columns is not None:
                gathered = Gathering(columns.kind)
                gather(columns, rows, gathered)
                for other, _rows in sheets[:place] + sheets[place + 1 :]:
                    gathered.skip(say("sheet {sheet}, not read", sheet=quoted(other)))
                return gathered.result(path.name, EXCEL, titles=gathered.own_titles())
    if seen:
        raise _no_kind(say("{name}: sheet {quoted}", name=path.name, quoted=quoted(seen[0])), seen[1:], kind)
    raise _no_header(path.name)


def _header(rows: Iterator[Line]) -> list[str]:
    """Return the names of the columns, with the rows below them left to read; none where nothing names them."""
    for line in itertools.islice(rows, limits.HEADER_ROWS):
        names = [cell.text for cell in line.cells]
        if has_code_column(names):
            return names
    return []


def _no_kind(where: str, names: list[str], kind: KeyKind | None) -> KindNotTold:
    odd = not_understood(names, kind)
    if odd is None:
        what = say("the columns do not tell what they hold: {names}", names=_listed(names))
    else:
        name, word = map(quoted, odd)
        what = say("the columns do not tell what they hold: in {name}, {word} is not understood", name=name, word=word)
    return KindNotTold(where, what, _NAMES)


def _no_header(file: str) -> BadInput:
    what = say("no column of codes of Member States is named in its first {rows} rows", rows=str(limits.HEADER_ROWS))
    return BadInput(file, what, _NAMES)


def _listed(names: list[str]) -> str:
    shown = ", ".join(quoted(name.strip()) for name in names[:6])
    return f"{shown} …" if len(names) > 6 else shown
