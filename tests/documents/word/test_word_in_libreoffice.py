"""LibreOffice opens what is written for Word and for Excel without a complaint, and its pages say what was meant.

Where it is not installed that is said, and nothing else depends on it.
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum
from desktop_app.calc.pack import Format
from desktop_app.documents.publication import Edition
from desktop_app.documents.text import terms
from desktop_app.models.interchange import fingerprint
from desktop_app.models.pack.planning import WRITERS
from tests.documents.printed import Printed, PrintedPage
from tests.documents.word.reading import opened, written

LEAST_ROWS: Final = 4
"""Rows of text that the emptiest page has, what stands on every page among them."""


@dataclass(frozen=True)
class Office:
    """LibreOffice with a profile of its own: another one that is running is left alone."""

    program: str
    folder: Path

    def convert(self, files: Sequence[Path], ending: str) -> Path:
        """Convert files in one start; return the folder of what was made."""
        made = self.folder / f"as {ending}"
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        options = [profile, "--headless", "--convert-to", ending, "--outdir", str(made), *map(str, files)]
        subprocess.run([self.program, *options], check=True, capture_output=True, timeout=300)
        return made


def office(folder: Path) -> Office | None:
    """The program, where it has the parts that read Word files and workbooks."""
    program = shutil.which("soffice")
    if program is None:
        return None
    registry = Path(program).resolve().parent.parent / "share" / "registry"
    return Office(program, folder) if all((registry / f"{each}.xcd").is_file() for each in ("writer", "calc")) else None


def edition(forum: Forum, language: str, *, draft: bool) -> Edition:
    return Edition(assess(forum), fingerprint(forum), language, draft=draft)


@pytest.mark.long
def test_word_files_and_workbooks_are_laid_out(example: Forum, adopted: Forum, tmp_path: Path) -> None:
    libre = office(tmp_path)
    if libre is None:
        sys.stdout.write("LibreOffice Writer and Calc are not installed: how they lay out the annex is not tried\n")
        return
    files = {}
    for language, forum, draft in (("el", example, True), ("ga", adopted, False)):
        for wanted in (Format.WORD, Format.WORKBOOK):
            path = tmp_path / f"{language} {wanted.value}.{wanted.ending}"
            path.write_bytes(edition(forum, language, draft=draft).write(wanted, WRITERS))
            files[language, wanted] = path
    pages = libre.convert(tuple(files.values()), "pdf")
    for (language, wanted), path in files.items():
        printed = Printed((pages / f"{path.stem}.pdf").read_bytes())
        check_stamp(printed, fingerprint(example if language == "el" else adopted), draft=language == "el")
        if wanted is Format.WORD:
            check_word(printed, language)
        else:
            check_workbook(printed, language)
    # Written by LibreOffice, a Word file says what it said.
    again = libre.convert([files["el", Format.WORD]], "docx") / "el docx.docx"
    lines = written(opened(files["el", Format.WORD].read_bytes()))
    assert [each for each in written(opened(again.read_bytes())) if each] == lines


def check_stamp(printed: Printed, stamp: str, *, draft: bool) -> None:
    """Fingerprint, number, marking and draft mark are on every page."""
    for number, page in enumerate(printed.pages, 1):
        assert stamp in page.text
        assert f"{number}/{len(printed.pages)}" in page.text.replace(" ", "")
        count = page.text.count("RESTREINT UE/EU RESTRICTED")
        assert count >= 2 if draft else count == 0
        assert (terms("el").plain("page.draft") in page.text) == draft


def check_word(printed: Printed, language: str) -> None:
    """The main table lies; its head is on each of its pages; no page is left with a line or two."""
    assert [page.width > page.height for page in printed.pages][:3] in ([False, True, False], [False, True, True])
    for page in printed.pages:
        assert len(page.lines) >= LEAST_ROWS + 4
        if page.width > page.height:
            assert head_of(language) in squeezed(page.text)
        apart(page)


def check_workbook(printed: Printed, language: str) -> None:
    """Nothing lies over anything else, and every page of the main table has its head."""
    for page in printed.pages:
        apart(page)
    assert sum(head_of(language) in squeezed(page.text) for page in printed.pages) >= 1


def head_of(language: str) -> str:
    return squeezed(terms(language).plain("pledges.fair-share"))[:12]


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("\u00ad", "")


def apart(page: PrintedPage) -> None:
    for place, box in enumerate(page.boxes):
        assert all(box.overlap(other) < 1 for other in page.boxes[:place]), page.lines
