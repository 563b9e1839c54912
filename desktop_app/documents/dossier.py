"""The dossier of a meeting: numbered documents in one file, with a list of them in front and pages counted through.

Each document keeps its marking, its fingerprint and what it says of its state; the file has an outline of them all.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, tzinfo
from enum import Enum
from typing import Final

from desktop_app.calc.assess import assess
from desktop_app.calc.memory import Snapshot
from desktop_app.calc.papers import MeetingRecord
from desktop_app.documents.annex import annex_document
from desktop_app.documents.blocks import Align, Block, Paragraph, Rule
from desktop_app.documents.delegation import Sheets, delegation_document
from desktop_app.documents.difference import Side, difference_document
from desktop_app.documents.findings_report import findings_document
from desktop_app.documents.flow import Chapter
from desktop_app.documents.for_the_room import for_the_room, marked, steps_for_the_room
from desktop_app.documents.furniture import Document, Kind, Written, bound, furniture_of
from desktop_app.documents.sections.meetings import meeting_title, moment_words
from desktop_app.documents.sections.notes import readings_section
from desktop_app.documents.sections.source import Section, Source, source_of
from desktop_app.documents.sections.steps import steps_blocks
from desktop_app.documents.sections.title import forum_title
from desktop_app.documents.sheets import Part
from desktop_app.documents.standing import Standing, standing_of
from desktop_app.documents.styles import A4, BODY, HEADING, NAME, SUBTITLE, Sheet
from desktop_app.documents.table import table_document
from desktop_app.documents.tables import Column, Table, figures, head, row
from desktop_app.documents.text import terms

Tell = Callable[[int, int], None]
"""Is told how many documents of how many are made; ends the work by raising."""


class Piece(Enum):
    """A document of the dossier, in its order; the value ends the key of its name."""

    ANNEX = "annex"
    TABLE = "table"
    SHEETS = "sheets"
    DIFFERENCE = "difference"
    FINDINGS = "findings"
    READINGS = "readings"
    HISTORY = "history"


EVERY_PIECE: Final = frozenset(Piece)


def dossier_pdf(
    record: MeetingRecord,
    pieces: frozenset[Piece] = EVERY_PIECE,
    *,
    secretariat: bool = False,
    language: str = "en",
    sheet: Sheet = A4,
    zone: tzinfo | None = UTC,
    tell: Tell = lambda _done, _total: None,
) -> Written:
    """Write the dossier of a meeting.

    Args:
        record: of the meeting.
        pieces: which documents; differences are left out where there is no earlier round.
        secretariat: with notes, reasons, names, and the numbers of the Commission's proposal; every page is then marked
            for these, as long as they are classified. Without it, that they are left out is said.
        language: of the text.
        sheet: paper and margins; each document lies as it must.
        zone: in whose time moments are printed; ``None`` is the machine's own.
        tell: is told how many documents of how many are made.

    Returns:
        A PDF file, every page marked as a draft, the same bytes for the same arguments.

    Raises:
        LanguageNotAvailableError: there is no document in that language.
    """
    source = source_of(assess(record.state.forum), terms(language), draft=True)
    binder = _Binder(source, record, sheet, standing_of(record.state, zone), secretariat=secretariat)
    wanted = [piece for piece in Piece if piece in pieces and binder.has(piece)]
    total = len(wanted) + 1
    parts: list[Part] = []
    documents: list[tuple[Document, str]] = []
    for number, piece in enumerate(wanted, 1):
        tell(number - 1, total)
        document = binder.marked(binder.make(piece))
        documents.append((document, f"{number}. {binder.name(piece)}"))
        parts.append(Part(document.pages(), document.furniture, documents[-1][1]))
    tell(total - 1, total)
    front = binder.marked(binder.front(parts, [0] * len(parts)))
    starts, at = [], len(front.pages()) + 1
    for part in parts:
        starts.append(at)
        at += len(part.leaves)
    front = binder.marked(binder.front(parts, starts))
    first = Part(front.pages(), front.furniture, source.terms.plain("dossier.contents"))
    # Word fills its pages in its own way: its list of documents has no numbers of pages.
    plain = binder.marked(binder.front(parts, None))
    through = replace(front.furniture, page_of=source.terms("page.page-through"))
    written = bound([first, *parts], through, [(replace(plain, furniture=through), first.outline), *documents])
    tell(total, total)
    return written


class _Binder:
    """Makes the documents of one dossier."""

    def __init__(
        self, source: Source, record: MeetingRecord, sheet: Sheet, standing: Standing, *, secretariat: bool
    ) -> None:
        whole, source = source, source if secretariat else for_the_room(source)
        self._source = source
        self._record = record
        self._sheet = sheet
        self._standing = standing
        self._secretariat = secretariat
        self._fingerprint = record.state.moment.fingerprint
        state = (self._fingerprint, sheet, standing)
        self._makers: dict[Piece, Callable[[], Document]] = {
            Piece.ANNEX: lambda: annex_document(source, *state),
            Piece.TABLE: lambda: table_document(source, *state),
            Piece.SHEETS: self._sheets,
            Piece.FINDINGS: lambda: findings_document(source, self._fingerprint, None, sheet, standing),
            Piece.READINGS: lambda: self._page(readings_section(source), Kind.READINGS, ()),
            Piece.HISTORY: self._history,
        }
        before = record.before
        if before is not None:
            # Figures alone, none of them the proposal's: worked out of the states as they are.
            self._makers[Piece.DIFFERENCE] = lambda: difference_document(whole, before, self._side, sheet=sheet)

    def marked(self, document: Document) -> Document:
        """Return a document marked for what is in the file."""
        if not self._secretariat:
            return document
        return replace(document, furniture=marked(document.furniture, self._source.forum))

    @property
    def _side(self) -> Side:
        return Side(self._fingerprint, self._standing, self._record.state.name)

    def has(self, piece: Piece) -> bool:
        """Tell whether there is such a document."""
        return piece in self._makers

    def name(self, piece: Piece) -> str:
        """Return what the list of documents calls it."""
        end = self._source.of_overview if piece is Piece.ANNEX else ""
        return self._source.terms.plain(f"dossier.{piece.value}{end}")

    def make(self, piece: Piece) -> Document:
        """Make a document."""
        return self._makers[piece]()

    def _sheets(self) -> Document:
        wanted = Sheets(secretariat=self._secretariat)
        history = self._record.history
        return delegation_document(
            self._source, self._fingerprint, history, wanted, sheet=self._sheet, standing=self._standing
        )

    def _history(self) -> Document:
        steps = self._record.steps
        if not self._secretariat:
            steps = steps_for_the_room(steps, self._source.forum)
        section = Section(self._source.terms("dossier.history"), steps_blocks(self._source, steps, self._standing))
        return self._page(section, Kind.HISTORY, [self._meeting()])

    def _page(self, section: Section, kind: Kind, under: Sequence[str]) -> Document:
        """Return a document of one section, which lies where it is the history."""
        blocks = (*_title(self._source, section.title, under), *section.blocks)
        page = self._sheet.landscape if kind is Kind.HISTORY else self._sheet.portrait
        furniture = furniture_of(self._source, self._fingerprint, kind, standing=self._standing)
        return Document((Chapter(page, blocks),), furniture)

    def _meeting(self) -> str:
        words, held = self._source.terms, self._record.held
        if held is None:
            return words("dossier.no-meeting")
        return words("dossier.meeting", meeting=meeting_title(self._source, held))

    def _for_whom(self) -> str:
        return self._source.terms("sheet.secretariat" if self._secretariat else "dossier.left-out")

    def front(self, parts: Sequence[Part], starts: Sequence[int] | None) -> Document:
        """Return the list of documents, with the page on which each begins where known, and the closed rounds."""
        words = self._source.terms
        names = ["number", "document", "state"]
        columns = [Column(30), Column(200), Column(212)]
        lines = [
            [number, name, part.furniture.footer[0]]
            for part in parts
            for number, _point, name in [part.outline.partition(". ")]
        ]
        if starts is not None:
            names, columns = [*names, "page"], [*columns, figures(45)]
            lines = [[*line, str(start)] for line, start in zip(lines, starts, strict=True)]
        heads = (head([words(f"dossier.{name}") for name in names]),)
        rounds = [
            Paragraph(self._round(each), BODY, mark="–", indent=11, space_before=2) for each in self._record.rounds
        ]
        blocks = (
            *_title(self._source, words("dossier.title"), [self._meeting(), self._for_whom()]),
            Paragraph(words("dossier.documents"), HEADING, space_before=16, keep_with_next=True),
            Table(tuple(columns), heads, tuple(row(line) for line in lines)),
            Paragraph(words("dossier.rounds"), HEADING, space_before=16, keep_with_next=True),
            *(rounds or [Paragraph(words("dossier.no-rounds"), BODY, space_before=4)]),
        )
        furniture = furniture_of(self._source, self._fingerprint, Kind.DOSSIER, standing=self._standing)
        return Document((Chapter(self._sheet.portrait, blocks),), furniture)

    def _round(self, closed: Snapshot) -> str:
        when = moment_words(self._source, closed.moment, self._standing)
        return self._source.terms("dossier.round", name=closed.name, when=when, entry=str(closed.moment.seq))


def _title(source: Source, title: str, under: Sequence[str]) -> tuple[Block, ...]:
    return (
        Paragraph(title, NAME, Align.CENTRE, space_before=4, outline=True),
        Paragraph(forum_title(source), SUBTITLE, Align.CENTRE, space_before=5),
        Rule(space_before=8, part=0.18, keep_with_next=False),
        *(Paragraph(text, BODY, Align.CENTRE, space_before=5 if place == 0 else 1) for place, text in enumerate(under)),
    )
