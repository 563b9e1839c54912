"""The delegation sheet: one page for each Member State, to hand to its delegation or to keep by the secretariat.

Share and why, the pledge, the history of the pledge, what is open. A sheet for a delegation holds nothing of another
state, nothing that rests on the Commission's classified numbers (Art. 12(6)), no note and no name of who typed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.calc.forum import Procedure
from desktop_app.calc.member_states import NOT_BOUND
from desktop_app.calc.moments import as_of
from desktop_app.calc.papers import NO_HISTORY, History
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.flow import Chapter, leaves
from desktop_app.documents.for_the_room import marked
from desktop_app.documents.furniture import Document, Kind, Written, furniture_of, page_below
from desktop_app.documents.sections.sheet.figures import shortened
from desktop_app.documents.sections.sheet.history import Shown, changes_of, history_blocks
from desktop_app.documents.sections.sheet.open import Open, open_blocks, open_for
from desktop_app.documents.sections.sheet.pledge import pledge_blocks
from desktop_app.documents.sections.sheet.share import share_blocks
from desktop_app.documents.sections.source import Source, nothing_recorded, source_of
from desktop_app.documents.sections.status import flags_of
from desktop_app.documents.sections.title import forum_title, pool_name
from desktop_app.documents.sheets import Furniture
from desktop_app.documents.standing import NOW, Standing
from desktop_app.documents.styles import A4, BODY, HEADING, SUBHEADING, TITLE, Page, Sheet
from desktop_app.documents.text import terms

_MOST: Final = 60
"""Changes, findings or time limits that are tried to stand on a page."""
_LONGEST_TITLE: Final = 160
_LONGEST_NOTE: Final = 600
"""Signs of a forum's title, and of the secretariat's note, that leave room for the rest."""
_ENDS: Final = MappingProxyType(
    {
        Procedure.ANNUAL_POOL: "",
        Procedure.SEARCH_AND_RESCUE: "-plan",
        Procedure.MIGRATORY_PRESSURE: "-plan",
        Procedure.VOLUNTARY: "-voluntary",
    }
)
_PLEDGES: Final = MappingProxyType({"": "pledge", "-plan": "plan", "-voluntary": "pledge-voluntary"})


class NoSheetError(ValueError):
    """A state has no delegation sheet.

    Attributes:
        code: of the state.
    """

    def __init__(self, code: str) -> None:
        """Name the state."""
        super().__init__(f"{code} takes no part, so that there is no delegation sheet")
        self.code = code


@dataclass(frozen=True, slots=True)
class Sheets:
    """Which sheets are printed.

    Attributes:
        codes: Member States in this order; ``None`` for all that have one.
        secretariat: with notes, reasons, names, and what rests on the Commission's classified numbers.
    """

    codes: Sequence[str] | None = None
    secretariat: bool = False


EVERY_SHEET: Final = Sheets()


def with_sheets(assessment: Assessment) -> tuple[str, ...]:
    """Return the states that have a sheet, in protocol order; never Denmark, which is not bound."""
    match assessment:
        case AnnualPoolAssessment() | SearchAndRescueAssessment() | PressureAssessment() | VoluntaryAssessment():
            return tuple(row.code for row in assessment.rows if row.code != NOT_BOUND)
        case _:
            raise TypeError(f"{assessment.forum.procedure.value} has no delegation sheets")


def delegation_pdf(
    assessment: Assessment,
    fingerprint: str,
    history: History = NO_HISTORY,
    wanted: Sheets = EVERY_SHEET,
    *,
    language: str = "en",
    sheet: Sheet = A4,
    standing: Standing = NOW,
) -> Written:
    """Write delegation sheets, one page each.

    Args:
        assessment: all figures that are printed.
        fingerprint: first 12 digits of the hash of the state, printed on every page.
        history: of the record up to that state; what it says of others is left out.
        wanted: which.
        language: of the text.
        sheet: paper and margins; a sheet always stands.
        standing: of what state it is printed: now, a past moment, a scenario.

    Returns:
        A PDF file, marked as a draft, the same bytes for the same arguments.

    Raises:
        NoSheetError: a state that is asked for takes no part.
        LanguageNotAvailableError: there is no document in that language.
    """
    source = source_of(assessment, terms(language), draft=wanted.secretariat)
    return delegation_document(source, fingerprint, history, wanted, sheet=sheet, standing=standing).pdf()


def delegation_document(
    source: Source,
    fingerprint: str,
    history: History = NO_HISTORY,
    wanted: Sheets = EVERY_SHEET,
    *,
    sheet: Sheet = A4,
    standing: Standing = NOW,
) -> Document:
    """Return delegation sheets before they are written."""
    known = with_sheets(source.assessment)
    codes = known if wanted.codes is None else tuple(wanted.codes)
    for code in codes:
        if code not in known:
            raise NoSheetError(code)
    source = replace(source, draft=wanted.secretariat)
    furniture = _furniture(source, fingerprint, codes, standing)
    page = page_below(sheet.portrait, furniture.standing)
    made = tuple(_chapter(source, code, history, page, standing) for code in codes)
    if not made:
        words = source.terms
        empty = (Paragraph(words("sheet.title"), TITLE, outline=True), *nothing_recorded(source))
        made = (Chapter(page, (*empty, Paragraph(words("sheet.nobody"), BODY, space_before=3))),)
    return Document(made, furniture)


def _furniture(source: Source, fingerprint: str, codes: Sequence[str], standing: Standing) -> Furniture:
    """Return what stands on every page: a sheet is always a draft, and for the secretariat that is said, too."""
    draft = replace(source, draft=True)
    furniture = furniture_of(draft, fingerprint, Kind.DELEGATION, standing=standing)
    words = source.terms
    if len(codes) == 1:
        furniture = replace(furniture, title=f"{words.plain(f'state.{codes[0]}')} · {furniture.title}")
    if source.draft:
        furniture = replace(furniture, running=f"{words.plain('sheet.secretariat')} · {furniture.running}")
        furniture = marked(furniture, source.forum)
    return furniture


def _chapter(source: Source, code: str, history: History, page: Page, standing: Standing) -> Chapter:
    """Return one sheet: as much of history, then of time limits and findings, as one page holds."""
    maker = _Maker(source, code, history, standing)
    changes = _most(maker, page, len(maker.changes), lambda count: (count, _MOST, _MOST))
    deadlines = findings = _MOST
    if changes is None:
        changes = 0
        deadlines = _most(maker, page, len(maker.found.deadlines), lambda count: (0, _MOST, count)) or 0
        if not deadlines:
            findings = _most(maker, page, _MOST, lambda count: (0, count, 0)) or 0
    return Chapter(page, maker.blocks(changes, findings, deadlines))


def _most(maker: "_Maker", page: Page, available: int, limits: Callable[[int], tuple[int, int, int]]) -> int | None:
    """Return the largest number with which the sheet stands on one page; ``None`` where it never does."""
    low, high = -1, min(available, _MOST)
    while low < high:
        middle = (low + high + 1) // 2
        if len(leaves([Chapter(page, maker.blocks(*limits(middle)))])) == 1:
            low = middle
        else:
            high = middle - 1
    return None if low < 0 else low


class _Maker:
    """Makes the blocks of one sheet; what does not change with its length is made once."""

    def __init__(self, source: Source, code: str, history: History, standing: Standing) -> None:
        self._source = source
        self._code = code
        self._standing = standing
        self._is_whole = history.is_whole
        self.changes = changes_of(history.steps, code, secretariat=source.draft)
        self.found: Open = open_for(source, code, secretariat=source.draft)
        self._above = _above(source, code)

    def blocks(self, history: int, findings: int, deadlines: int) -> tuple[Block, ...]:
        """Return the sheet with so much of everything."""
        source, secretariat = self._source, self._source.draft
        shown = Shown(history, self._is_whole, secretariat=secretariat)
        return (
            *self._above,
            _heading(source, f"sheet.history{'-plan' if _ENDS[source.procedure] == '-plan' else ''}"),
            *history_blocks(source, self.changes, shown, self._standing),
            _heading(source, "sheet.open"),
            *open_blocks(source, self._code, self.found, findings, deadlines, secretariat=secretariat),
        )


def _above(source: Source, code: str) -> tuple[Block, ...]:
    """Return what always stands on the sheet: whose it is, share, pledge."""
    words = source.terms
    day = words("title.as-of", day=words.day(as_of(source.forum)))
    title = " ".join(forum_title(source).split())
    under = f"{words('sheet.title')}  ·  {title if len(title) <= _LONGEST_TITLE else pool_name(source)}  ·  {day}"
    end = _ENDS[source.procedure]
    share = "sheet.share-voluntary" if source.procedure is Procedure.VOLUNTARY else "sheet.share"
    blocks: list[Block] = [
        Paragraph(words.plain(f"state.{code}"), TITLE, outline=True),
        Paragraph(under, BODY, space_before=2),
    ]
    if source.draft:
        blocks.append(Paragraph(words("sheet.secretariat"), SUBHEADING, space_before=2, keep_with_next=True))
    blocks += _status(source, code)
    blocks += [_heading(source, share), *share_blocks(source, code)]
    blocks += [_heading(source, f"sheet.{_PLEDGES[end]}"), *pledge_blocks(source, code)]
    note = source.forum.state(code).pledge.note if source.draft else None
    if note:
        blocks.append(Paragraph(words("remarks.note", note=shortened(note, _LONGEST_NOTE)), BODY, space_before=4))
    return tuple(blocks)


def _status(source: Source, code: str) -> list[Block]:
    """Return the Commission's classification of the state (Art. 11); nothing where there is none."""
    flags = flags_of(source, source.forum.state(code)) if source.procedure is Procedure.ANNUAL_POOL else ""
    return [Paragraph(f"{source.terms('status.flags')}: {flags}", BODY, space_before=2)] if flags else []


def _heading(source: Source, key: str) -> Paragraph:
    return Paragraph(source.terms(key), HEADING, space_before=11, keep_with_next=True)
