"""Pages of a PDF as images, by pdfium."""

from types import TracebackType
from typing import Self

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from desktop_app.views.language import tr

POINTS_PER_INCH = 72


class PdfPages:
    """An open PDF. Close it: pdfium holds memory that Python does not see."""

    def __init__(self, data: bytes) -> None:
        """Open a PDF.

        Args:
            data: the whole file.
        """
        import pypdfium2

        self._document = pypdfium2.PdfDocument(data)
        self.sizes: tuple[QSizeF, ...] = tuple(
            QSizeF(*self._document.get_page_size(number)) for number in range(len(self._document))
        )
        tr("""Width and height of each page in points.""")

    def image(self, number: int, scale: float) -> QImage:
        """Draw a page.

        Args:
            number: of the page, from 0.
            scale: pixels per point.
        """
        page = self._document[number]
        bitmap = page.render(scale=scale, prefer_bgrx=True, rev_byteorder=False)
        try:
            pixels = bytes(bitmap.buffer)
            shared = QImage(pixels, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
            # A copy: the bytes above go when this function ends.
            return shared.copy()
        finally:
            bitmap.close()
            page.close()

    def close(self) -> None:
        """Free the document."""
        self._document.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
