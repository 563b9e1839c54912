"""What stands on every page of a document, by its kind; and the way from chapters to a file."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Classification, Procedure
from desktop_app.calc.moments import as_of
from desktop_app.documents.citations import act_number, journal_reference
from desktop_app.documents.flow import Chapter, Leaf, leaves
from desktop_app.documents.fonts import SOFT_HYPHEN, printable, text_width
from desktop_app.documents.sections.notes import reading_value
from desktop_app.documents.sections.source import Source
from desktop_app.documents.sections.title import estimate_mark, forum_title, pool_name
from desktop_app.documents.sheets import BELOW_BAND, TAG_PADDING, Furniture, Part, pdf_bytes
from desktop_app.documents.standing import NOW, Standing
from desktop_app.documents.styles import RUNNING, TAG, Margins, Page, Sheet

_NARROWEST: Final = Sheet(margins=Margins.WIDE).portrait.text_width
"""Room for the running title on the narrowest page: it reads the same on all."""
_FONTS: Final = threading.Lock()
"""The fonts are shared by all documents of the process, and are not made for two at once."""


class Kind(Enum):
    """What a document is; the value ends the keys of its running title and of its file's title."""

    ANNEX = ""
    TABLE = "-table"
    FINDINGS = "-findings"
    FORM = "-form"
    FORM_II = "-form-ii"
    FORM_IV = "-form-iv"
    TEST = "-test"
    REDUCTION = "-reduction"
    RECORD = "-record"
    DELEGATION = "-delegation"
    DIFFERENCE = "-difference"
    DOSSIER = "-dossier"
    READINGS = "-readings"
    HISTORY = "-history"
    VOTE = "-vote"


_FORMS: Final = frozenset({Kind.FORM, Kind.FORM_II, Kind.FORM_IV})
_OF: Final = MappingProxyType(
    {
        Procedure.ANNUAL_POOL: "",
        Procedure.SEARCH_AND_RESCUE: "-2020",
        Procedure.MIGRATORY_PRESSURE: "-pressure",
        Procedure.VOLUNTARY: "-voluntary",
    }
)
"""What ends the keys of words that differ by procedure."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document before it is written: what it holds, and what stands on each of its pages."""

    chapters: tuple[Chapter, ...]
    furniture: Furniture

    def pages(self) -> list[Leaf]:
        """Fill its pages."""
        return leaves(self.placed())

    def placed(self) -> "list[Chapter]":
        """Return its chapters, each on the page that what stands on every page leaves it."""
        return [replace(each, page=page_below(each.page, self.furniture.standing)) for each in self.chapters]

    def pdf(self) -> "Written":
        """Return its PDF file for printing, the same bytes for the same document."""
        with _FONTS:
            return Written.of(pdf_bytes([Part(self.pages(), self.furniture)], self.furniture), ((self, ""),))

    def word(self) -> bytes:
        """Return its Word file, the same bytes for the same document."""
        from desktop_app.documents.word import word_bytes

        return word_bytes(((self, ""),))

    def tagged(self) -> bytes:
        """Return its tagged PDF file (PDF/UA-1) for reading aloud, the same bytes for the same document."""
        from desktop_app.documents.tagged import tagged_bytes

        return tagged_bytes(((self, ""),))


class Written(bytes):
    """A PDF file for printing that knows what it was written from, so that the very same is written otherwise.

    Attributes:
        documents: from front to back, each with its name in the file's outline; empty where the file is one document.
    """

    documents: tuple[tuple[Document, str], ...]

    @classmethod
    def of(cls, data: bytes, documents: "tuple[tuple[Document, str], ...]") -> "Written":
        """Return a file that was written from some documents."""
        made = cls(data)
        made.documents = documents
        return made

    def word(self) -> bytes:
        """Return the Word file of the same documents, the same bytes for the same documents."""
        from desktop_app.documents.word import word_bytes

        return word_bytes(self.documents)

    def tagged(self) -> bytes:
        """Return the tagged PDF file (PDF/UA-1) of the same documents, the same bytes for the same documents."""
        from desktop_app.documents.tagged import tagged_bytes

        return tagged_bytes(self.documents)


def written(chapters: Iterable[Chapter], furniture: Furniture) -> Written:
    """Return the PDF file of some chapters, the same bytes for the same chapters and furniture."""
    return Document(tuple(chapters), furniture).pdf()


def bound(parts: Iterable[Part], furniture: Furniture, documents: Iterable[tuple[Document, str]]) -> Written:
    """Return the PDF file of filled parts: pages are counted through, each part keeps its own furniture.

    Args:
        parts: from front to back.
        furniture: gives the file its properties and the words of its page numbers.
        documents: what the parts were filled from, each with its name, for the other formats.
    """
    with _FONTS:
        return Written.of(pdf_bytes(list(parts), furniture), tuple(documents))


def page_below(page: Page, standing: str) -> Page:
    """Return a page whose text begins below the band that says what is printed, where there is one."""
    return replace(page, top=max(page.top, BELOW_BAND)) if standing else page


def marking(assessment: Assessment) -> str:
    """Return the classification that stands on every page.

    Before adoption the proposal for an annual pool is RESTREINT UE/EU RESTRICTED (Art. 12(6)): a forum that was
    called public too early (a finding that blocks) is still marked so.
    """
    forum = assessment.forum
    annual = forum.procedure is Procedure.ANNUAL_POOL
    if annual and forum.adopted is None and forum.classification is Classification.PUBLIC:
        return Classification.EU_RESTRICTED.marking
    return forum.classification.marking


def furniture_of(
    source: Source, fingerprint: str, kind: Kind, *, blank: bool = False, standing: Standing = NOW
) -> Furniture:
    """Return what stands on every page: marking, draft and estimate, running title, fingerprint, readings.

    Args:
        source: of the words.
        fingerprint: of the state that is printed.
        kind: of the document.
        blank: it holds nothing of the forum, and so neither its title nor its fingerprint.
        standing: of what state it is printed: now, a past moment, a scenario.
    """
    if blank:
        return _of_blank(source, kind)
    words, forum = source.terms, source.forum
    title = " ".join(forum_title(source).split())
    draft = ""
    if source.draft:
        draft = words.plain(_draft_key(source, kind))
    readings = "; ".join(f"{words.said(each.name)} {reading_value(source, each)}" for each in source.readings)
    tag = _tag(source, kind)
    suffix = _suffix(source, kind, draft)
    stamp = words.plain("page.fingerprint", fingerprint=fingerprint, day=words.day(as_of(forum)))
    said = standing.words(words)
    file_title = words.plain(f"title.file{suffix}", title=title)
    annex = kind is Kind.ANNEX and not source.is_of_2020
    act = annex and not source.draft and forum.adopted is not None
    # No reading touches what a form asks for; the adopted act says in its notes what it was worked out by.
    brief = kind in _FORMS or act
    number = [act_number(forum.adopted_act.number, words.language)] if act and forum.adopted_act.number else []
    return Furniture(
        marking="" if act and forum.classification is Classification.PUBLIC else marking(source.assessment),
        draft=draft,
        estimate=tag.replace(SOFT_HYPHEN, ""),
        running=(_cited(source) if act else "") or running_title(source, f"page.running{_name(source, kind)}", tag),
        footer=(stamp,) if brief else (stamp, words.plain("page.readings", readings=readings)),
        page_of="{page}/{pages}" if annex else words.plain("page.page-of"),
        language=words.language,
        title=" · ".join([file_title, *number, *([said] if said else [])]),
        author=words.plain(f"page.author{_OF[source.procedure]}"),
        subject=words.plain(f"page.subject{_OF[source.procedure]}", fingerprint=fingerprint),
        standing=said,
        strip=standing.strip(words),
        fingerprint=fingerprint,
        code=words.language.upper() if annex else "",
    )


def running_title(source: Source, key: str, tag: str = "") -> str:
    """Return what names the document on every page: with the forum's title, or its pool's name where that is too long.

    Args:
        source: of the words.
        key: of the sentence that the title stands in.
        tag: stands on the same line.
    """
    words = source.terms
    room = _NARROWEST - (text_width(tag, TAG.face, TAG.size) + 3 * TAG_PADDING if tag else 5 * TAG_PADDING)
    whole = words.plain(key, title=" ".join(forum_title(source).split()))
    if text_width(printable(whole, RUNNING.face), RUNNING.face, RUNNING.size) <= room:
        return whole
    return words.plain(key, title=pool_name(source))


def _cited(source: Source) -> str:
    """Return number and publication of the adopted act, as far as they are recorded."""
    act, language = source.forum.adopted_act, source.terms.language
    parts = [act_number(act.number, language)] if act.number else []
    parts += [journal_reference(act.official_journal, language)] if act.official_journal else []
    return "  ·  ".join(parts)


def _of_blank(source: Source, kind: Kind) -> Furniture:
    """Return what stands on every page of a blank form: what it is, and nothing of a state of the forum."""
    words = source.terms
    title = words.plain(f"page.blank{kind.value}")
    return Furniture(
        marking=marking(source.assessment),
        draft="",
        estimate=_tag(source, kind).replace(SOFT_HYPHEN, ""),
        running=title,
        footer=(),
        page_of=words.plain("page.page-of"),
        language=words.language,
        title=title,
        author=words.plain(f"page.author{_OF[source.procedure]}"),
        subject=words.plain("page.subject-blank"),
    )


def _name(source: Source, kind: Kind) -> str:
    return source.of_overview if kind is Kind.ANNEX else str(kind.value)


def _tag(source: Source, kind: Kind) -> str:
    """Return what the white words on black say on every page: what the document is not."""
    if not source.is_of_2020:
        return estimate_mark(source)
    # The forms are the proposal's, whatever the procedure of their forum.
    voluntary = source.of_overview and kind not in _FORMS
    return source.terms("page.no-obligation" if voluntary else "page.never-adopted")


def _draft_key(source: Source, kind: Kind) -> str:
    if kind in _FORMS:
        return "page.draft-form"
    if source.of_overview:
        return "page.draft-overview"
    return "page.draft" if source.adopted is None else "page.draft-adopted"


def _suffix(source: Source, kind: Kind, draft: str) -> str:
    """Return the end of the key of the file's title: that of an annex says what it is not."""
    if kind is not Kind.ANNEX:
        return str(kind.value)
    estimate = "" if source.is_of_2020 else estimate_mark(source)
    marks = "".join(f"-{name}" for name, mark in (("draft", draft), ("estimate", estimate)) if mark)
    return f"{source.of_overview}{marks}"
