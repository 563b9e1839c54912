"""Reading a printed annex back: its text line by line, and where each piece of text lies."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from desktop_app.documents.styles import LANDSCAPE, PORTRAIT, Page

NARROW: Final = "\u202f"


@dataclass(frozen=True)
class Box:
    """Where a piece of text lies, in points from the bottom left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    def overlap(self, other: "Box") -> float:
        """How far two boxes reach into one another, in the direction in which they do less."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return min(wide, high)


@dataclass(frozen=True)
class PrintedPage:
    """One page of a PDF file."""

    width: float
    height: float
    lines: tuple[str, ...]
    boxes: tuple[Box, ...]

    @property
    def text(self) -> str:
        """All text; lines joined by spaces, so that sentences read on."""
        return " ".join(self.lines)

    def rows(self, paper: Page) -> int:
        """How many rows of text, of whichever length, stand between what is on every page."""
        inside = [
            each.bottom
            for each in self.boxes
            if each.left > paper.side - 2 and paper.bottom < each.top < self.height - paper.top + 2
        ]
        apart = [low for low, high in pairwise(sorted(inside)) if high - low > 3]
        return len(apart) + bool(inside)


@dataclass(frozen=True)
class Printed:
    """A PDF file, read back."""

    data: bytes

    @cached_property
    def pages(self) -> tuple[PrintedPage, ...]:
        """Its pages."""
        from pypdfium2 import PdfDocument

        document = PdfDocument(self.data)
        pages = []
        for page in document:
            text = page.get_textpage()
            width, height = page.get_size()
            boxes = tuple(Box(*text.get_rect(place)) for place in range(text.count_rects()))
            pages.append(PrintedPage(width, height, tuple(text.get_text_range().split("\r\n")), boxes))
        document.close()
        return tuple(pages)

    @property
    def fewest(self) -> int:
        """Rows of text on the page that has the fewest."""
        return min(page.rows(LANDSCAPE if page.width > page.height else PORTRAIT) for page in self.pages)

    @property
    def text(self) -> str:
        """All text."""
        return " ".join(page.text for page in self.pages)

    @property
    def lines(self) -> list[str]:
        """All lines."""
        return [line for page in self.pages for line in page.lines]

    def sizes_of(self, words: str) -> set[float]:
        """Type sizes at which some words are printed, in points, to a tenth."""
        from pypdfium2 import PdfDocument
        from pypdfium2.raw import FPDFText_GetFontSize

        document = PdfDocument(self.data)
        found = set()
        for page in document:
            text = page.get_textpage()
            search = text.search(words)
            while place := search.get_next():
                start, count = place
                found |= {round(FPDFText_GetFontSize(text, number), 1) for number in range(start, start + count)}
        document.close()
        return found

    @property
    def properties(self) -> dict[str, str]:
        """Title, author and so on."""
        from pypdfium2 import PdfDocument

        document = PdfDocument(self.data)
        found: dict[str, str] = document.get_metadata_dict()
        document.close()
        return found


def thousands(number: int) -> str:
    """A whole number as it must stand in print, written without the code under test."""
    return f"{number:,}".replace(",", NARROW)


def two_decimals(number: int, denominator: int) -> str:
    """An exact number with two decimals, half up, written without the code under test."""
    hundredths = (200 * number + denominator) // (2 * denominator)
    return f"{thousands(hundredths // 100)}.{hundredths % 100:02d}"
