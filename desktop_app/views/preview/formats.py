"""The files that a previewed document can be saved as, and what each of them is for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop_app.views.dialogs.files import PDFS
from desktop_app.views.language import marked

if TYPE_CHECKING:
    from desktop_app.documents.furniture import Written


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        text: what saving it is called, with its mnemonic.
        keys: its shortcut in the preview.
        about: what the file is for.
        kinds: what the system's dialog calls such files.
        name: what such a file is called, with the places ``{stem}`` and ``{ending}``.
        write: writes the document that was printed.
    """

    text: str
    keys: str
    about: str
    kinds: str
    name: str
    write: "Callable[[Written], bytes]"


PRINTING: Final = Format(
    marked("PDF for &printing…"),
    "Ctrl+S",
    marked("Write the very pages that are shown"),
    PDFS,
    marked("{stem} – {ending}.pdf"),
    lambda printed: printed,
)
ALOUD: Final = Format(
    marked("PDF for reading &aloud (PDF/UA)…"),
    "Ctrl+Shift+A",
    marked("The same words and figures with tags, for screen readers and for screens"),
    marked("PDF for reading aloud (*.pdf)"),
    marked("{stem} – {ending}, for reading aloud.pdf"),
    lambda printed: printed.tagged(),
)
WORD: Final = Format(
    marked("&Word file…"),
    "Ctrl+Shift+W",
    marked("The same words and figures for Word"),
    marked("Word (*.docx)"),
    marked("{stem} – {ending}.docx"),
    lambda printed: printed.word(),
)
FORMATS: Final = (PRINTING, ALOUD, WORD)
