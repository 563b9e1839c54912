"""Page setup: on which paper, how, and by which printer documents are printed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.documents.styles import Margins, Orientation, Paper, Sheet
from desktop_app.views.dialogs.base import AskingDialog
from desktop_app.views.fields.choices import ChoiceField
from desktop_app.views.language import marked, tr
from desktop_app.views.preview.setup import PageSetup, Sides
from desktop_app.views.theme import Type

_PAPERS = (
    (Paper.A4, marked("A4, 210 × 297 mm")),
    (Paper.A3, marked("A3, 297 × 420 mm")),
    (Paper.LETTER, marked("Letter, 8.5 × 11 in")),
)
_MARGINS = (
    (Margins.NORMAL, marked("Normal")),
    (Margins.NARROW, marked("Narrow, 15 mm")),
    (Margins.WIDE, marked("Wide, 25 mm")),
)
_ORIENTATIONS = (
    (Orientation.OWN, marked("As each document is made")),
    (Orientation.PORTRAIT, marked("Portrait")),
    (Orientation.LANDSCAPE, marked("Landscape")),
)
_SIDES = (
    (Sides.ONE, marked("One side")),
    (Sides.LONG_EDGE, marked("Both sides, turned along the long edge")),
    (Sides.SHORT_EDGE, marked("Both sides, turned along the short edge")),
)
_PREFERRED = marked("The one that the system prefers")


class PageSetupDialog(AskingDialog[PageSetup]):
    """Asks for paper, margins, orientation, sides and printer; Esc leaves all as it was."""

    def __init__(self, parent: QWidget | None, setup: PageSetup, printers: Sequence[str]) -> None:
        """Show what is set up now.

        Args:
            parent: the window it belongs to.
            setup: as it is now.
            printers: names of those there are; one that is gone stays chosen, it may only be switched off.
        """
        super().__init__(parent, tr("Page setup"), tr("&Set up"))
        self.add_words(tr("Preview and print follow it; nothing is scaled that fits on the paper."), tone="muted")
        self.paper = self._field(tr("Pa&per"), _PAPERS, setup.sheet.paper)
        self.orientation = self._field(tr("&Orientation"), _ORIENTATIONS, setup.sheet.orientation)
        self.add_words(
            tr("The annex has portrait and landscape pages of its own; the table and the findings follow."),
            Type.CAPTION,
            "muted",
        )
        self.margins = self._field(tr("&Margins left and right"), _MARGINS, setup.sheet.margins)
        self.sides = self._field(tr("Si&des"), _SIDES, setup.sides)
        named = [("", _PREFERRED), *((name, name) for name in printers)]
        if setup.printer and setup.printer not in printers:
            named.append((setup.printer, tr("{printer} (not found)", printer=setup.printer)))
        self.printer = self._field(tr("P&rinter"), named, setup.printer)
        self.paper.input.setFocus()

    def answer(self) -> PageSetup:
        """Return what is chosen."""
        sheet = Sheet(self.paper.raw, self.margins.raw, self.orientation.raw)
        return PageSetup(sheet, self.sides.raw, self.printer.raw)

    @classmethod
    def ask(cls, parent: QWidget | None, setup: PageSetup) -> PageSetup | None:
        """Return the page setup that the person chose, or ``None``."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return cls(parent, setup, QPrinterInfo.availablePrinterNames()).asked()

    def _field(self, label: str, choices: Sequence[tuple[Any, str]], chosen: object) -> ChoiceField:
        field = ChoiceField(label, choices)
        field.input.setAccessibleName(label.replace("&", ""))
        field.put(chosen)
        self.add(field)
        return field
