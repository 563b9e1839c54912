"""The dossier of a meeting: numbered documents in one file, with a list of them in front and pages counted through.

Each document keeps its marking, its fingerprint and what it says of its state; the file has an outline of them all.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import Final

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.comparison import Comparison
from desktop_app.calc.comparison.causes import Causes
from desktop_app.calc.memory import Snapshot, Step
from desktop_app.documents.annex import annex_document
from desktop_app.documents.blocks import Align, Block, Paragraph, Rule
from desktop_app.documents.delegation import NO_STEPS, Sheets, delegation_document
from desktop_app.documents.difference import Side, difference_document
from desktop_app.documents.findings_report import findings_document
from desktop_app.documents.flow import Chapter
from desktop_app.documents.furniture import Document, Kind, bound, furniture_of
from desktop_app.documents.sections.meetings import moment_words
from desktop_app.documents.sections.notes import readings_section
from desktop_app.documents.sections.source import Section, Source, source_of
from desktop_app.documents.sections.steps import steps_blocks
from desktop_app.documents.sections.title import forum_title
from desktop_app.documents.sheets import Part
from desktop_app.documents.standing import NOW, Standing
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


@dataclass(frozen=True, slots=True)
class Since:
    """What is compared with the state of the dossier.

    Attributes:
        comparison: of the last round's state and this one.
        before: the last round's state.
        causes: of the differences, or ``None``.
    """

    comparison: Comparison
    before: Side
    causes: Causes | None = None


@dataclass(frozen=True, slots=True)
class Sitting:
    """What a dossier is made of beside the assessment.

    Attributes:
        name: of the meeting; empty where no meeting is recorded, and the dossier is of the whole record.
        day: of the meeting, or ``None``.
        rounds: those that were closed at it, oldest first.
        steps: its entries, oldest first.
        of_states: entries by Member State for the sheets, newest first.
        since: the last round that was closed before this state; ``None`` where there is none.
        secretariat: sheets with notes, reasons and names.
    """

    name: str = ""
    day: date | None = None
    rounds: Sequence[Snapshot] = ()
    steps: Sequence[Step] = ()
    of_states: Mapping[str, Sequence[Step]] = field(default_factory=lambda: NO_STEPS)
    since: Since | None = None
    secretariat: bool = False


def dossier_pdf(
    assessment: Assessment,
    fingerprint: str,
    sitting: Sitting,
    pieces: frozenset[Piece] = EVERY_PIECE,
    *,
    language: str = "en",
    sheet: Sheet = A4,
    standing: Standing = NOW,
    tell: Tell = lambda _done, _total: None,
) -> bytes:
    """Write the dossier of a meeting.

    Args:
        assessment: of the state at the end of the meeting.
        fingerprint: first 12 digits of the hash of that state.
        sitting: the meeting.
        pieces: which documents; differences are left out where there is no earlier round.
        language: of the text.
        sheet: paper and margins; each document lies as it must.
        standing: of what state it is printed: now, a past moment, a scenario.
        tell: is told how far the work is.

    Returns:
        A PDF file, every page marked as a draft, the same bytes for the same arguments.

    Raises:
        LanguageNotAvailableError: there is no document in that language.
    """
    source = source_of(assessment, terms(language), draft=True)
    makers = _makers(source, fingerprint, sitting, replace(sheet), standing)
    wanted = [piece for piece in Piece if piece in pieces and piece in makers]
    total = len(wanted) + 1
    parts: list[Part] = []
    listed: list[tuple[str, Document]] = []
    for number, piece in enumerate(wanted, 1):
        tell(number - 1, total)
        document, name = makers[piece](), _name(source, piece)
        listed.append((name, document))
        parts.append(Part(document.pages(), document.furniture, f"{number}. {name}"))
    tell(total - 1, total)
    front = _front(source, fingerprint, sitting, listed, [0] * len(parts), sheet, standing)
    starts, at = [], len(front.pages()) + 1
    for part in parts:
        starts.append(at)
        at += len(part.leaves)
    front = _front(source, fingerprint, sitting, listed, starts, sheet, standing)
    first = Part(front.pages(), front.furniture, source.terms.plain("dossier.contents"))
    written = bound([first, *parts], replace(front.furniture, page_of=source.terms("page.page-through")))
    tell(total, total)
    return written


def _makers(
    source: Source, fingerprint: str, sitting: Sitting, sheet: Sheet, standing: Standing
) -> dict[Piece, Callable[[], Document]]:
    """Return what makes each document that there is."""
    wanted = Sheets(secretariat=sitting.secretariat)
    makers: dict[Piece, Callable[[], Document]] = {
        Piece.ANNEX: lambda: annex_document(source, fingerprint, sheet, standing),
        Piece.TABLE: lambda: table_document(source, fingerprint, sheet, standing),
        Piece.SHEETS: lambda: delegation_document(
            source, fingerprint, sitting.of_states, wanted, sheet=sheet, standing=standing
        ),
        Piece.FINDINGS: lambda: findings_document(source, fingerprint, None, sheet, standing),
        Piece.READINGS: lambda: _readings(source, fingerprint, sheet, standing),
        Piece.HISTORY: lambda: _history(source, fingerprint, sitting, sheet, standing),
    }
    since = sitting.since
    if since is not None:
        after = Side(fingerprint, standing)
        makers[Piece.DIFFERENCE] = lambda: difference_document(
            source, since.comparison, since.before, after, since.causes, sheet=sheet
        )
    return makers


def _name(source: Source, piece: Piece) -> str:
    end = source.of_overview if piece is Piece.ANNEX else ""
    return source.terms.plain(f"dossier.{piece.value}{end}")


def _title(source: Source, title: str, under: Sequence[str]) -> tuple[Block, ...]:
    return (
        Paragraph(title, NAME, Align.CENTRE, space_before=4, outline=True),
        Paragraph(forum_title(source), SUBTITLE, Align.CENTRE, space_before=5),
        Rule(space_before=8, part=0.18, keep_with_next=False),
        *(Paragraph(text, BODY, Align.CENTRE, space_before=5 if place == 0 else 1) for place, text in enumerate(under)),
    )


def _meeting(source: Source, sitting: Sitting) -> str:
    words = source.terms
    if not sitting.name:
        return words("dossier.no-meeting")
    named = sitting.name
    if sitting.day is not None:
        named = words("dossier.meeting-day", meeting=named, day=words.day(sitting.day))
    return words("dossier.meeting", meeting=named)


def _front(
    source: Source,
    fingerprint: str,
    sitting: Sitting,
    listed: Sequence[tuple[str, Document]],
    starts: Sequence[int],
    sheet: Sheet,
    standing: Standing,
) -> Document:
    """Return the list of documents with the page on which each begins."""
    words = source.terms
    heads = (head([words(f"dossier.{name}") for name in ("number", "document", "state", "page")]),)
    rows = tuple(
        row([str(number), name, document.furniture.footer[0], str(start)])
        for number, ((name, document), start) in enumerate(zip(listed, starts, strict=True), 1)
    )
    rounds = [
        Paragraph(
            words(
                "dossier.round",
                name=each.name,
                when=moment_words(source, each.moment, standing),
                entry=str(each.moment.seq),
            ),
            BODY,
            mark="–",
            indent=11,
            space_before=2,
        )
        for each in sitting.rounds
    ]
    blocks = (
        *_title(source, words("dossier.title"), [_meeting(source, sitting)]),
        Paragraph(words("dossier.documents"), HEADING, space_before=16, keep_with_next=True),
        Table((Column(30), Column(220), Column(192), figures(45)), heads, rows),
        Paragraph(words("dossier.rounds"), HEADING, space_before=16, keep_with_next=True),
        *(rounds or [Paragraph(words("dossier.no-rounds"), BODY, space_before=4)]),
    )
    furniture = furniture_of(source, fingerprint, Kind.DOSSIER, standing=standing)
    return Document((Chapter(sheet.portrait, blocks),), furniture)


def _readings(source: Source, fingerprint: str, sheet: Sheet, standing: Standing) -> Document:
    section = readings_section(source)
    blocks = (*_title(source, section.title, ()), *section.blocks)
    furniture = furniture_of(source, fingerprint, Kind.READINGS, standing=standing)
    return Document((Chapter(sheet.portrait, blocks),), furniture)


def _history(source: Source, fingerprint: str, sitting: Sitting, sheet: Sheet, standing: Standing) -> Document:
    section = Section(source.terms("dossier.history"), steps_blocks(source, sitting.steps, standing))
    blocks = (*_title(source, section.title, [_meeting(source, sitting)]), *section.blocks)
    furniture = furniture_of(source, fingerprint, Kind.HISTORY, standing=standing)
    return Document((Chapter(sheet.landscape, blocks),), furniture)
