"""Cells on the clipboard: plain numbers, as text and as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from desktop_app.views.language import decimal_sign, shown
from desktop_app.views.typed_table.layout import NAMES, TableHeading
from desktop_app.views.typed_table.model import CellsModel

Place = tuple[int, int]


def copy_cells(model: CellsModel, rows: Sequence[Sequence[Place]], *, with_headers: bool = False) -> None:
    """Put cells on the clipboard as text and as HTML, numbers as plain digits with the language's decimal sign.

    Args:
        model: what they are cells of.
        rows: row and column of each cell, as they stand on screen.
        with_headers: whether headings and the names of the Member States go with them.
    """
    from desktop_app.models.clipboard import block_html, block_text

    wanted = [_with_name(row) for row in rows] if with_headers else rows
    lines = [[model.cell(*place).copied for place in row] for row in wanted]
    if with_headers and wanted:
        lines.insert(0, [_header(model.layout.headings[column]) for _row, column in wanted[0]])
    data = QMimeData()
    data.setText(block_text(lines, decimal_sign()))
    data.setHtml(block_html(lines, has_headers=with_headers, decimal_sign=decimal_sign()))
    QGuiApplication.clipboard().setMimeData(data)


def _with_name(row: Sequence[Place]) -> list[Place]:
    """Put the name of the Member State first, once."""
    return [(row[0][0], NAMES), *(place for place in row if place[1] != NAMES)]


def _header(heading: TableHeading) -> str:
    title, unit = shown(heading.title), shown(heading.unit)
    return f"{shown(title)}, {shown(unit)}" if unit else title
