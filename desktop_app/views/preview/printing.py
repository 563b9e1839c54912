"""Puts the pages of a PDF on paper, each as large as it is, whatever the printer's margins."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desktop_app.views.preview.pages import POINTS_PER_INCH, PdfPages

_MOST_DPI: Final = 600
"""Finer is not seen, and an A4 page in 1 200 dpi takes 560 MB."""


class Printers:
    """Asks for a printer."""

    @classmethod
    def ask(cls, parent: QWidget | None, title: str) -> QPrinter | None:
        """Return the printer that the person chose, or ``None``."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, parent)
        try:
            return printer if dialog.exec() else None
        finally:
            dialog.deleteLater()


def print_pages(pages: PdfPages, printer: QPrinter) -> bool:
    """Print the pages that the printer was asked for.

    Args:
        pages: of the document.
        printer: as the print dialog left it; its range of pages counts.

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
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)
        if not (painter.begin(printer) if not painter.isActive() else printer.newPage()):
            return False
        paper = printer.paperRect(QPrinter.Unit.DevicePixel)
        painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), pages.image(number, dots / POINTS_PER_INCH))
    return painter.end()
