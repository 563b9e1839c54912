"""The annex to the Council implementing decision (Regulation (EU) 2024/1351, Art. 57), as a PDF file."""

import threading
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.findings import Finding
from desktop_app.calc.forum import Classification
from desktop_app.calc.moments import as_of
from desktop_app.documents.blocks import Block
from desktop_app.documents.flow import Chapter, leaves
from desktop_app.documents.sections.beside_law import beside_law_section
from desktop_app.documents.sections.deductions import deductions_section
from desktop_app.documents.sections.findings import findings_section
from desktop_app.documents.sections.measures import measures_section
from desktop_app.documents.sections.notes import notes_section, reading_value, secretariat_section
from desktop_app.documents.sections.pledges import pledges_section
from desktop_app.documents.sections.pool import pool_section, reading_section
from desktop_app.documents.sections.source import Section, Source
from desktop_app.documents.sections.status import associated_section, remarks_section, status_section
from desktop_app.documents.sections.title import (
    acts_section,
    estimate_mark,
    forum_title,
    reference_section,
    title_block,
)
from desktop_app.documents.sheets import Furniture, pdf_bytes
from desktop_app.documents.styles import LANDSCAPE, PORTRAIT
from desktop_app.documents.text import terms

_FONTS: Final = threading.Lock()
"""The fonts are shared by all documents of the process, and are not made for two at once."""


class AnnexRefused(Exception):
    """The annex cannot be printed as final.

    Attributes:
        findings: what blocks it.
    """

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Take the findings that block."""
        count = f"{len(findings)} findings block" if len(findings) != 1 else "1 finding blocks"
        super().__init__(f"the annex cannot be printed as final: {count} it")
        self.findings = findings


def annex_pdf(assessment: Assessment, fingerprint: str, *, language: str = "en", draft: bool) -> bytes:
    """Write the annex.

    Args:
        assessment: all figures that are printed.
        fingerprint: first 12 digits of the hash of the state, printed on every page.
        language: of the text; see :func:`desktop_app.documents.text.languages`.
        draft: print a marked draft, with what blocks and warns, and with the indicators beside the law.

    Returns:
        A PDF file (A4, fonts embedded), the same bytes for the same arguments.

    Raises:
        AnnexRefused: a final annex was asked for while findings block it.
        LanguageNotAvailableError: there is no annex in that language.
    """
    words = terms(language)
    if assessment.blocks and not draft:
        raise AnnexRefused(assessment.blocks)
    source = Source(assessment, words, draft)
    with _FONTS:
        return pdf_bytes(leaves(_chapters(source)), _furniture(source, fingerprint))


def _chapters(source: Source) -> list[Chapter]:
    front = [acts_section(source), reference_section(source), pool_section(source), reading_section(source)]
    wide = [pledges_section(source)]
    rest = [
        measures_section(source),
        deductions_section(source),
        status_section(source),
        associated_section(source),
        remarks_section(source),
        notes_section(source),
    ]
    if source.draft:
        rest += [beside_law_section(source), secretariat_section(source), findings_section(source)]
    before_wide, before_rest = len(front), len(front) + len(wide)
    return [
        Chapter(PORTRAIT, (*title_block(source), *_numbered(front, 0))),
        Chapter(LANDSCAPE, tuple(_numbered(wide, before_wide))),
        Chapter(PORTRAIT, tuple(_numbered(rest, before_rest))),
    ]


def _numbered(sections: list[Section], already: int) -> list[Block]:
    return [block for number, each in enumerate(sections, already + 1) for block in each.numbered(number)]


def marking(assessment: Assessment) -> str:
    """Return the classification that stands on every page.

    Before adoption the proposal is RESTREINT UE/EU RESTRICTED (Art. 12(6)): a forum that was called public too
    early (a finding that blocks) is still marked so.
    """
    forum = assessment.forum
    if forum.adopted is None and forum.classification is Classification.PUBLIC:
        return Classification.EU_RESTRICTED.marking
    return forum.classification.marking


def _furniture(source: Source, fingerprint: str) -> Furniture:
    words, forum = source.terms, source.forum
    title = " ".join(forum_title(source).split())
    draft = ""
    if source.draft:
        draft = words("page.draft" if forum.adopted is None else "page.draft-adopted")
    readings = "; ".join(f"{each.name} {reading_value(source, each)}" for each in source.readings)
    estimate = estimate_mark(source)
    kind = "".join(f"-{name}" for name, mark in (("draft", draft), ("estimate", estimate)) if mark)
    return Furniture(
        marking=marking(source.assessment),
        draft=draft,
        estimate=estimate,
        running=words("page.running", title=title),
        footer=(
            words("page.fingerprint", fingerprint=fingerprint, day=words.day(as_of(forum))),
            words("page.readings", readings=readings),
        ),
        page_of=words("page.page-of"),
        language=words.language,
        title=words(f"title.file{kind}", title=title),
        author=words("page.author"),
        subject=words("page.subject", fingerprint=fingerprint),
    )
