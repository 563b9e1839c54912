"""Reading an Excel workbook cell by cell: what was written, never what a formula would give.

Numbers stay the digits that the file holds, so that none is rounded on its way through a float.
"""

import posixpath
import re
from collections.abc import Callable
from functools import partial
from typing import Final
from xml.etree.ElementTree import Element

from desktop_app.calc.sentences import say
from desktop_app.models.table_reading import limits
from desktop_app.models.table_reading.archive import Archive, attribute, children, is_on, local_name
from desktop_app.models.table_reading.grid import Grid, GridCell, Kind, column_number
from desktop_app.models.table_reading.number_formats import day_text, kinds_of_styles

_BOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_STRINGS: Final = "xl/sharedStrings.xml"
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_RANGE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")

Place = tuple[int, int]


def read_workbook(name: str, data: bytes, progress: Callable[[int, int], None]) -> tuple[Grid, ...]:
    """Return the sheets of a workbook.

    Args:
        name: of the file, for messages.
        data: the file.
        progress: told how many sheets of how many are read, again and again while one is.

    Raises:
        BadInput: it is no workbook, damaged, or larger than allowed.
    """
    archive = Archive(name, data, partial(progress, 0, 1))
    sheets, from_1904 = _sheets(archive)
    reader = _Reader(archive, _strings(archive), kinds_of_styles(archive), from_1904=from_1904)
    grids = []
    for number, (title, part, hidden) in enumerate(sheets):
        archive.tell = partial(progress, number, len(sheets))
        grids.append(reader.grid(title, part, is_hidden=hidden))
    return tuple(grids)


def _sheets(archive: Archive) -> tuple[list[tuple[str, str, bool]], bool]:
    """Return name, part and hiddenness of each sheet, and whether days are counted from 1904."""
    targets = {
        attribute(each, "Id"): attribute(each, "Target") for each in archive.elements(_RELATIONS, "Relationship")
    }
    found: list[tuple[str, str, bool]] = []
    from_1904 = False
    for element in archive.elements(_BOOK, "workbookPr", "sheet"):
        if local_name(element) == "workbookPr":
            from_1904 = is_on(attribute(element, "date1904"))
            continue
        target = targets.get(attribute(element, "id"), "")
        part = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
        found.append((attribute(element, "name"), part, attribute(element, "state") in ("hidden", "veryHidden")))
    if not found or len(found) > limits.SHEETS:
        raise archive.refusal(
            say("it has no sheet") if not found else say("it has more than {SHEETS} sheets", SHEETS=limits.SHEETS)
        )
    # A sheet of charts holds no cells.
    found = [each for each in found if "/chartsheets/" not in each[1]]
    _refuse_odd(archive, found)
    return found, from_1904


def _refuse_odd(archive: Archive, sheets: list[tuple[str, str, bool]]) -> None:
    """Refuse sheets that no spreadsheet writes: a few bytes would say the same cells, or the same name, for ever."""
    if len({part for _title, part, _hidden in sheets}) < len(sheets):
        raise archive.refusal(say("two of its sheets name the same part"))
    if any(len(title) > limits.NAME for title, _part, _hidden in sheets):
        raise archive.refusal(say("a sheet has a name of more than {NAME} characters", NAME=limits.NAME))


def _hidden_columns(element: Element) -> range:
    """Return the columns that an element hides, as far as any are read."""
    first, last = (attribute(element, name) for name in ("min", "max"))
    is_known = all(each.isascii() and each.isdigit() and len(each) < 8 for each in (first, last))
    if not is_known or not is_on(attribute(element, "hidden")):
        return range(0)
    return range(int(first), min(int(last), limits.COLUMNS) + 1)


def _strings(archive: Archive) -> list[str]:
    if not archive.has(_STRINGS):
        return []
    found: list[str] = []
    for element in archive.elements(_STRINGS, "si"):
        if len(found) >= limits.STRINGS:
            raise archive.refusal(say("it has more than {STRINGS} texts", STRINGS=limits.STRINGS))
        found.append(_text(element))
    return found


def _text(element: Element) -> str:
    """Return the text of a string with its runs, without what is said of its pronunciation."""
    parts = [each.text or "" for each in children(element, "t")]
    parts += [each.text or "" for run in children(element, "r") for each in children(run, "t")]
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), "".join(parts))


class _Reader:
    """Reads sheets of one workbook; counts their cells together."""

    def __init__(self, archive: Archive, strings: list[str], kinds: list[Kind], *, from_1904: bool) -> None:
        self._archive = archive
        self._strings = strings
        self._kinds = kinds
        self._from_1904 = from_1904
        self._left = limits.CELLS
        self._merged_left = limits.MERGED

    def grid(self, title: str, part: str, *, is_hidden: bool) -> Grid:
        """Read one sheet."""
        cells: dict[Place, GridCell] = {}
        hidden: set[int] = set()
        merged: list[tuple[int, int, int, int]] = []
        columns: set[int] = set()
        number = 0
        for element in self._archive.elements(part, "row", "mergeCell", "col"):
            if local_name(element) == "col":
                columns.update(_hidden_columns(element))
                continue
            if local_name(element) == "mergeCell":
                merged.append(self._range(title, element))
                self._merged_left -= 1
                if self._merged_left < 0:
                    raise self._archive.refusal(say("it has more than {MERGED} merged ranges", MERGED=limits.MERGED))
                continue
            number = self._row_number(title, attribute(element, "r"), number)
            if is_on(attribute(element, "hidden")):
                hidden.add(number)
            self._take_row(title, element, number, cells)
        hidden_columns = frozenset(columns)
        return Grid(title, cells, frozenset(hidden), tuple(merged), is_hidden, hidden_columns=hidden_columns)

    def _row_number(self, title: str, written: str, before: int) -> int:
        number = int(written) if written.isascii() and written.isdigit() and len(written) < 8 else before + 1
        if number > limits.ROWS:
            raise self._archive.refusal(
                say("the sheet {title} has more than {ROWS} rows", title=title, ROWS=limits.ROWS)
            )
        return number

    def _range(self, title: str, element: Element) -> tuple[int, int, int, int]:
        match = _RANGE.fullmatch(attribute(element, "ref"))
        if match is None:
            raise self._archive.refusal(say("the sheet {title} has merged cells without a place", title=title))
        return int(match[2]), column_number(match[1]), int(match[4]), column_number(match[3])

    def _take_row(self, title: str, row: Element, number: int, cells: dict[Place, GridCell]) -> None:
        column = 0
        for element in children(row, "c"):
            match = _REFERENCE.fullmatch(attribute(element, "r"))
            column = column_number(match[1]) if match else column + 1
            read = self._cell(element)
            if read is None:
                continue
            self._left -= 1
            if self._left < 0:
                words = say("the sheet {title} has more than {cells} cells", title=title, cells=limits.CELLS)
                raise self._archive.refusal(words)
            if column > limits.COLUMNS:
                words = say("the sheet {title} has more than {columns} columns", title=title, columns=limits.COLUMNS)
                raise self._archive.refusal(words)
            if len(read.text) > limits.TEXT:
                raise self._archive.refusal(
                    say("the sheet {title} has a cell of more than {TEXT} characters", title=title, TEXT=limits.TEXT)
                )
            cells[number, column] = read

    def _cell(self, element: Element) -> GridCell | None:
        if children(element, "f"):
            return GridCell(Kind.FORMULA, "".join(each.text or "" for each in children(element, "f")))
        kind = attribute(element, "t")
        if kind == "inlineStr":
            text = "".join(_text(each) for each in children(element, "is"))
            return GridCell(Kind.TEXT, text) if text else None
        values = children(element, "v")
        value = (values[0].text or "").strip() if values else ""
        return None if not value else self._valued(kind, value, attribute(element, "s"))

    def _valued(self, kind: str, value: str, style: str) -> GridCell | None:
        match kind:
            case "s":
                index = int(value) if value.isascii() and value.isdigit() and len(value) < 9 else len(self._strings)
                if index >= len(self._strings):
                    raise self._archive.refusal(say("a cell names a text that is not there"))
                text = self._strings[index]
                return GridCell(Kind.TEXT, text) if text else None
            case "b":
                return GridCell(Kind.BOOLEAN, "TRUE" if is_on(value) else "FALSE")
            case "e":
                return GridCell(Kind.ERROR, value)
            case "str":
                return GridCell(Kind.TEXT, value)
            case "d":
                return GridCell(Kind.DATE, value.removesuffix("T00:00:00"))
            case _:
                shown = self._shown_as(style)
                day = shown is Kind.DATE
                return GridCell(shown, day_text(value, from_1904=self._from_1904) if day else value)

    def _shown_as(self, style: str) -> Kind:
        number = int(style) if style.isascii() and style.isdigit() and len(style) < 9 else 0
        return self._kinds[number] if number < len(self._kinds) else Kind.NUMBER
