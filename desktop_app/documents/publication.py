"""Which files a publication pack has, and how each is made: the annex in every language and format.

One document is laid out for each language, and every format is written from its blocks.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Procedure
from desktop_app.calc.pack import Format, Planned
from desktop_app.calc.plain_sheets import Book
from desktop_app.documents.annex import allowed_annex, marks_told, refuse_final
from desktop_app.documents.fonts import Face, loaded
from desktop_app.documents.furniture import Document
from desktop_app.documents.plain import plain_book, without_line
from desktop_app.documents.standing import NOW, Standing
from desktop_app.documents.styles import A4, Sheet
from desktop_app.documents.text import full_languages, languages, terms

Writers = Mapping[Format, Callable[[Book], bytes]]
"""What writes plain rows, by format."""


def pack_languages(procedure: Procedure) -> tuple[str, ...]:
    """Return the languages in which the annex of a procedure can be published."""
    return languages() if procedure is Procedure.ANNUAL_POOL else full_languages()


def stem_of(procedure: Procedure) -> str:
    """Return what the names of the files of a pack begin with."""
    return "overview" if procedure is Procedure.VOLUNTARY else "annex"


class Edition:
    """The annex of one state in one language: laid out once, written in every format."""

    def __init__(
        self,
        assessment: Assessment,
        fingerprint: str,
        language: str,
        *,
        draft: bool,
        sheet: Sheet = A4,
        standing: Standing = NOW,
    ) -> None:
        """Take what is published; nothing is laid out yet.

        Args:
            assessment: all figures.
            fingerprint: of the state.
            language: its code.
            draft: as a marked draft.
            sheet: paper and margins.
            standing: of what state it is.
        """
        self.language: Final = language
        self._draft: Final = draft
        self._words: Final = terms(language, marked=draft)
        self._annex: Final = partial(
            allowed_annex, assessment, fingerprint, self._words, sheet=sheet, standing=standing, draft=draft
        )

    @cached_property
    def document(self) -> Document:
        """The annex, laid out."""
        return self._annex()

    @cached_property
    def book(self) -> Book:
        """The annex as plain rows; what nobody has reviewed is marked."""
        return plain_book(self.document, self._words, draft=self._draft)

    @property
    def unmarked(self) -> Book:
        """The annex as plain rows for formats that can mark nothing: no line says what marks mean."""
        return without_line(self.book, marks_told(self._words))

    def write(self, wanted: Format, writers: Writers) -> bytes:
        """Return the file of a format.

        Raises:
            NotWrittenError: it cannot be written in conformance with PDF/UA-1.
        """
        match wanted:
            case Format.PRINT:
                return bytes(self.document.pdf())
            case Format.ALOUD:
                return self.document.tagged()
            case Format.WORD:
                return self.document.word()
            case Format.VALUES:
                return writers[wanted](self.unmarked)
            case _:
                return writers[wanted](self.book)


def planned_files(
    assessment: Assessment,
    fingerprint: str,
    writers: Writers,
    *,
    languages: Sequence[str],
    formats: Sequence[Format],
    draft: bool,
    sheet: Sheet = A4,
    standing: Standing = NOW,
) -> tuple[tuple[Planned, ...], ...]:
    """Return the files of a pack without the interchange document, those of one language together.

    Args:
        assessment: all figures.
        fingerprint: of the state.
        writers: of the formats that are written from plain rows.
        languages: their codes.
        formats: which ones.
        draft: marked drafts.
        sheet: paper and margins.
        standing: of what state it is.

    Raises:
        AnnexRefused: a final annex was asked for while findings block it.
        FinalRefused: a final annex was asked for of anything but the record as it is now.
        LanguageNotAvailableError: there is no annex in one of the languages.
    """
    refuse_final(assessment, standing, draft=draft)
    # Several languages are written at once, and faces are loaded by one.
    for face in Face:
        loaded(face)
    stem = stem_of(assessment.forum.procedure)
    plan = []
    for language in languages:
        edition = Edition(assessment, fingerprint, language, draft=draft, sheet=sheet, standing=standing)
        plan.append(
            tuple(
                Planned(each.file_name(stem, language), language, each, partial(edition.write, each, writers))
                for each in formats
                if each is not Format.DOCUMENT
            )
        )
    return tuple(plan)
