"""Page setup as it is remembered: paper, margins, how a page lies, printer, one side or two."""

from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from desktop_app.documents.styles import A4, Margins, Orientation, Paper, Sheet
from desktop_app.views.settings import Settings


class Sides(Enum):
    """Whether paper is printed on one side or on both, and along which edge it is turned."""

    ONE = "one"
    LONG_EDGE = "long"
    SHORT_EDGE = "short"


_PAPERS: Final = {"a4": Paper.A4, "a3": Paper.A3, "letter": Paper.LETTER}
_MARGINS: Final = {"normal": Margins.NORMAL, "narrow": Margins.NARROW, "wide": Margins.WIDE}
_ORIENTATIONS: Final = {each.value: each for each in Orientation}
_SIDES: Final = {each.value: each for each in Sides}


@dataclass(frozen=True, slots=True)
class PageSetup:
    """How documents are laid out and printed.

    Attributes:
        sheet: paper, margins, how a page lies; the preview shows it, the printer prints it in full size.
        sides: one side or both.
        printer: its name; empty for the one that the system prefers.
    """

    sheet: Sheet = A4
    sides: Sides = Sides.ONE
    printer: str = ""

    @classmethod
    def remembered(cls, settings: Settings) -> "PageSetup":
        """Return what the settings hold; what makes no sense is the default."""
        held = settings.page
        sheet = Sheet(
            _PAPERS.get(held.get("paper", ""), Paper.A4),
            _MARGINS.get(held.get("margins", ""), Margins.NORMAL),
            _ORIENTATIONS.get(held.get("orientation", ""), Orientation.OWN),
        )
        return cls(sheet, _SIDES.get(held.get("sides", ""), Sides.ONE), held.get("printer", ""))

    def remember(self, settings: Settings) -> None:
        """Put it into the settings, and save them."""
        settings.page = {
            "paper": _name_of(_PAPERS, self.sheet.paper),
            "margins": _name_of(_MARGINS, self.sheet.margins),
            "orientation": self.sheet.orientation.value,
            "sides": self.sides.value,
            "printer": self.printer,
        }
        settings.save()


def _name_of(names: dict[str, Any], wanted: Enum) -> str:
    return next(name for name, value in names.items() if value is wanted)
