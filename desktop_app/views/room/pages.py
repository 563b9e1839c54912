"""From a sheet to the pages of a screen: the frame that stands on each, and inside it figures or a table."""

from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, QSizeF

from desktop_app.calc.room import SCENARIO, Figures, Panel, RoomSheet
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.room.figure_pages import figure_pages
from desktop_app.views.room.grid_pages import grid_pages
from desktop_app.views.room.items import RIGHT, SMALLEST, Fill, Item, Measure, Page, Text
from desktop_app.views.theme import legible

_NOT_RECORD: Final = marked("{scenario}: not the state of the record", scenario=SCENARIO)


def pages_of(sheet: RoomSheet, size: QSizeF, zoom: int = 100) -> tuple[Page, ...]:
    """Lay a sheet out on a screen.

    Args:
        sheet: what is shown.
        size: of the screen, pixels.
        zoom: percent; 100 is the size at which each part of the sheet is seen at once, where that can be read.

    Returns:
        At least one page.
    """
    measure = Measure()
    top, body = _top(sheet, size, measure)
    inside = [page for panel in sheet.panels for page in _panel_pages(panel, body, size, zoom, measure)] or [[]]
    return tuple(
        Page((*top, *items, *_foot(sheet, size, place, len(inside), measure))) for place, items in enumerate(inside, 1)
    )


def blank_page(name: str, size: QSizeF) -> Page:
    """Return what stands on the screen while nothing is shown: a name and nothing else."""
    pixels = round(size.height() / 14)
    width = size.width() * 0.9
    measure = Measure()
    while measure.width(name, pixels) > width:
        pixels -= 1
    left = (size.width() - measure.width(name, pixels)) / 2
    return Page((Text(QRectF(left, 0, size.width() - left, size.height()), name, pixels, tone="muted"),))


def _panel_pages(panel: Panel, body: QRectF, size: QSizeF, zoom: int, measure: Measure) -> list[list[Item]]:
    if isinstance(panel, Figures):
        return figure_pages(panel, body, size.height(), zoom, measure)
    return grid_pages(panel, body, size.height(), zoom, measure)


def _top(sheet: RoomSheet, size: QSizeF, measure: Measure) -> tuple[list[Item], QRectF]:
    """Return what stands above and the room that is left below it."""
    height, beside = size.height(), size.width() * 0.03
    left, width, top = beside, size.width() - 2 * beside, height * 0.02
    items: list[Item] = []
    if sheet.is_scenario:
        pixels, not_record = round(height / 16), shown(_NOT_RECORD)
        while measure.width(not_record, pixels, bold=True) > width:
            pixels -= 1
        band = QRectF(0, 0, size.width(), pixels * 1.4)
        items += [
            Fill(band, "warn_ground"),
            Text(band.adjusted(left, 0, 0, 0), not_record, pixels, bold=True, tone="warn"),
        ]
        top += band.height()
    title, said, small = round(height / 20), round(height / 32), ceil(height / SMALLEST)
    marking = measure.width(sheet.marking, small, bold=True) + small
    box = QRectF(left + width - marking, top + title * 0.1, marking, small * 1.6)
    # A long title gets smaller before it is cut.
    while title > said and measure.width(legible(sheet.title), title, bold=True) > width - marking - said:
        title -= 1
    text = measure.cut(legible(sheet.title), title, width - marking - said, bold=True)
    items += [
        Text(QRectF(left, top, width - marking, title * 1.25), text, title, bold=True),
        Text(box, sheet.marking, small, bold=True, boxed=True),
    ]
    top += title * 1.3
    for words in (sheet.released, sheet.state_of):
        for line in measure.lines(legible(words), said, width) if words else []:
            items.append(Text(QRectF(left, top, width, said * 1.25), line, said, bold=words is sheet.state_of))
            top += said * 1.3
    items.append(Fill(QRectF(left, top + height * 0.006, width, max(2, height / 400)), "border"))
    top += height * 0.02
    return items, QRectF(left, top, width, height * 0.985 - small * 1.4 - top)


def _foot(sheet: RoomSheet, size: QSizeF, place: int, count: int, measure: Measure) -> list[Item]:
    small, beside = ceil(size.height() / SMALLEST), size.width() * 0.03
    rect = QRectF(beside, size.height() * 0.985 - small * 1.3, size.width() - 2 * beside, small * 1.3)
    paging = tr("Page {place} of {count}", place=place, count=count) if count > 1 else ""
    words = " · ".join(
        each for each in (tr("Fingerprint {fingerprint}", fingerprint=sheet.fingerprint), legible(sheet.status)) if each
    )
    room = rect.width() - measure.width(paging, small) - small
    items: list[Item] = [Text(rect, measure.cut(words, small, room), small, tone="muted")]
    return [*items, Text(rect, paging, small, tone="muted", align=RIGHT)] if paging else items
