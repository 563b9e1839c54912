"""Puts the pages of a PDF on paper: each as large as it is, whatever the printer's margins, unless it does not fit."""

from typing import Final

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from desktop_app.views.preview.pages import POINTS_PER_INCH, PdfPages
from desktop_app.views.preview.setup import PageSetup, Sides

_MOST_DPI: Final = 600
"""Finer is not seen, and an A4 page in 1 200 dpi takes 560 MB."""
_DUPLEX: Final = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}
_CLOSE: Final = 1.5
"""Points by which a page may be larger than the paper and still count as that paper: sizes are rounded."""


class Printers:
    """Asks for a printer."""

    @classmethod
    def ask(cls, parent: QWidget | None, title: str, setup: PageSetup = PageSetup()) -> QPrinter | None:  # noqa: B008 - frozen
        """Return the printer that the person chose, set up as remembered, or ``None``."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_up(printer, setup)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, parent)
        try:
            return printer if dialog.exec() else None
        finally:
            dialog.deleteLater()


def set_up(printer: QPrinter, setup: PageSetup) -> None:
    """Give a printer what is remembered: its name where there is such a printer, paper, one side or two."""
    if setup.printer in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(setup.printer)
    short, long = setup.sheet.paper.value
    printer.setPageSize(_page_size(QSizeF(short, long)))
    printer.setDuplex(_DUPLEX[setup.sides])


def print_pages(pages: PdfPages, printer: QPrinter) -> bool:
    """Print the pages that the printer was asked for.

    Args:
        pages: of the document.
        printer: as the print dialog left it; its paper and its range of pages count.

    Returns:
        Whether the printer took them.
    """
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages.sizes)
    printer.setFullPage(True)
    dots = min(printer.resolution(), _MOST_DPI)
    painter = QPainter()
    for number in range(first - 1, min(last, len(pages.sizes))):
        size = pages.sizes[number]
        wide = size.width() > size.height()
        printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)
        if not (painter.begin(printer) if not painter.isActive() else printer.newPage()):
            return False
        painter.drawImage(_place(size, printer), pages.image(number, dots / POINTS_PER_INCH))
    return painter.end()


def scale_on(size: QSizeF, paper: QSizeF) -> float:
    """Return the scale at which a page stands on paper: 1, or less where it is larger than the paper.

    Args:
        size: of the page, points.
        paper: in the same direction, points.
    """
    if size.width() <= paper.width() + _CLOSE and size.height() <= paper.height() + _CLOSE:
        return 1.0
    return min(paper.width() / size.width(), paper.height() / size.height())


def _place(size: QSizeF, printer: QPrinter) -> QRectF:
    """Return where a page stands on the printer's paper, in its dots: in full size, in the middle."""
    points = printer.paperRect(QPrinter.Unit.Point)
    dots = printer.resolution() / POINTS_PER_INCH
    scale = scale_on(size, points.size()) * dots
    wide, high = size.width() * scale, size.height() * scale
    paper = QSizeF(points.width() * dots, points.height() * dots)
    return QRectF((paper.width() - wide) / 2, (paper.height() - high) / 2, wide, high)


def _page_size(points: QSizeF) -> QPageSize:
    """Return the printer's own size of paper where it has one this large, so that the right tray is taken."""
    return QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
