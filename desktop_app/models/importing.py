"""What File ▸ Import takes in: documents, forum files, and tables that the program handed out."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.calc.differences import differences
from desktop_app.calc.sentences import ours, say
from desktop_app.models.any_forum import document_in, read_any_forum
from desktop_app.models.errors import BadInput
from desktop_app.models.key_sources.opening import UTF_16_MARKS
from desktop_app.models.table_reading import limits
from desktop_app.models.table_reading.reading import KEY_DATA, KEY_PLACE, Incoming, read_table

Progress = Callable[[int, int], None]
"""Told how much of how much is done."""
IMPORTED: Final = (".forum", ".json", ".xlsx", ".csv")
"""Endings of what can be imported."""

_ZIP: Final = b"PK"
_TABLES: Final = (".xlsx", ".csv")
_FOREIGN: Final = {
    b"\xd0\xcf\x11\xe0": (say("this is an Excel workbook of before 2007"), say("save it as .xlsx and import that")),
    b"%PDF": (say("this is a PDF"), say("import a document, a workbook or a CSV file")),
}
_KEY_DATA: Final = (b"DATAFLOW,LAST UPDATE", b"STRUCTURE,STRUCTURE_ID", b"\\TIME_PERIOD")
"""What the head of Eurostat's own downloads holds."""
_GZIP: Final = b"\x1f\x8b"
_HEAD: Final = 2_000


def _nobody(_done: int, _all: int) -> None:
    """Tell nobody how far it is."""


def read_import(path: Path, assessment: Assessment, progress: Progress = _nobody) -> Incoming:
    """Return what a file would change in a forum; nothing is written.

    Args:
        path: a document, a forum file, a workbook or a CSV file, told by what is in it.
        assessment: of the forum as it is now.
        progress: told how many sheets of how many are read; ends the work by raising ``Cancelled``.

    Raises:
        BadInput: it is none of these, follows another procedure, or cannot be read.
        ForumFileError: it is a forum file that cannot be read.
    """
    progress(0, 1)
    data = document_in(path)
    if data is not None:
        refuse_foreign(path, data)
        # What Excel calls Unicode text is in UTF-16 and ends in .txt.
        is_unicode_text = data.startswith(UTF_16_MARKS) and path.suffix.lower() != ".json"
        if data.startswith(_ZIP) or is_unicode_text or path.suffix.lower() in _TABLES:
            if not isinstance(assessment, AnnualPoolAssessment):
                procedure = assessment.forum.procedure.value
                what = say(
                    "tables are read back into an annual pool only, and this forum is on {procedure}",
                    procedure=ours(procedure),
                )
                raise BadInput(path.name, what, say("import a document (.json) or a forum file (.forum)"))
            return read_table(path, data, assessment, progress)
    forum = read_any_forum(path)
    if forum.procedure is not assessment.forum.procedure:
        what = say("it holds a forum of another procedure ({procedure})", procedure=ours(forum.procedure.value))
        raise BadInput(path.name, what, say("open it as a forum of its own: File ▸ New, from a document"))
    return Incoming(path.name, forum, differences(assessment.forum, forum))


def refuse_foreign(path: Path, data: bytes) -> None:
    """Refuse what is no table of ours or anybody's: another kind of file, key data, too large a one.

    Raises:
        BadInput: it is such a file.
    """
    for start, (what, remedy) in _FOREIGN.items():
        if data.startswith(start):
            raise BadInput(path.name, what, remedy)
    if data.startswith(_GZIP) or any(mark in data[:_HEAD] for mark in _KEY_DATA):
        raise BadInput(path.name, KEY_DATA, KEY_PLACE)
    if len(data) > limits.FILE_BYTES:
        most = limits.FILE_BYTES // 1_000_000
        raise BadInput(
            path.name, say("the file is larger than {most} million bytes", most=most), say("import a single forum")
        )
