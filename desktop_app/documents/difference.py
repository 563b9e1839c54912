"""The difference between two states of a forum on paper: before, after, difference, and causes where they are known."""

from dataclasses import dataclass, replace
from datetime import UTC, tzinfo

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.comparison import Comparison, compare
from desktop_app.calc.comparison.causes import Causes, causes
from desktop_app.calc.papers import Before, State
from desktop_app.documents.blocks import Align, Block, Paragraph, Rule
from desktop_app.documents.flow import Chapter
from desktop_app.documents.furniture import Document, Kind, Written, furniture_of
from desktop_app.documents.sections.compared import states_blocks, totals_blocks
from desktop_app.documents.sections.source import Section, Source, numbered, source_of
from desktop_app.documents.sections.title import forum_title
from desktop_app.documents.standing import NOW, Standing, standing_of
from desktop_app.documents.styles import A4, BODY, NAME, SUBTITLE, Sheet
from desktop_app.documents.text import Terms, terms


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states.

    Attributes:
        fingerprint: first 12 digits of its hash.
        standing: now, a past moment, a scenario.
        name: of the round that was closed there; empty where it has none.
    """

    fingerprint: str
    standing: Standing = NOW
    name: str = ""

    def words(self, words: Terms) -> str:
        """Return which state it is: its name, what it is, its fingerprint."""
        said = self.standing.words(words) or words("diff.now")
        parts = [self.name, said, words("diff.fingerprint", fingerprint=self.fingerprint)]
        return ", ".join(filter(None, parts))


def side_of(state: State, zone: tzinfo | None = UTC) -> Side:
    """Return a state as a side of a difference."""
    return Side(state.moment.fingerprint, standing_of(state, zone), state.name)


def difference_pdf(
    before: Before, after: State, *, language: str = "en", sheet: Sheet = A4, zone: tzinfo | None = UTC
) -> Written:
    """Write the differences of two states.

    Args:
        before: the first state, with the way to the second, from which the causes follow.
        after: the second; its fingerprint stands on every page, and what it is where it is not now.
        language: of the text.
        sheet: paper, margins and how it lies; on its own it stands.
        zone: in whose time moments are printed; ``None`` is the machine's own.

    Returns:
        A PDF file, marked as a draft, the same bytes for the same arguments.

    Raises:
        CannotCompareError: the two are of different procedures.
        LanguageNotAvailableError: there is no document in that language.
    """
    source = source_of(assess(after.forum), terms(language), draft=True)
    return difference_document(source, before, side_of(after, zone), sheet=sheet).pdf()


def difference_document(source: Source, before: Before, after: Side, *, sheet: Sheet = A4) -> Document:
    """Return the differences before they are written.

    Args:
        source: of the second state.
        before: the first state, and the way to the second.
        after: what the second state is.
        sheet: paper and margins.
    """
    comparison, why = _compared(before, source.assessment)
    return _document(source, comparison, why, (side_of(before.state, after.standing.zone), after), sheet)


def _compared(before: Before, after: Assessment) -> tuple[Comparison, Causes | None]:
    earlier = assess(before.state.forum)
    return compare(earlier, after), causes(earlier, before.way, after) if before.way else None


def _document(
    source: Source, comparison: Comparison, why: Causes | None, sides: tuple[Side, Side], sheet: Sheet
) -> Document:
    words, (before, after) = source.terms, sides
    sections = (
        Section(words("diff.totals"), totals_blocks(source, comparison, why)),
        Section(words("diff.states"), states_blocks(source, comparison, why)),
    )
    title: tuple[Block, ...] = (
        Paragraph(words("diff.title"), NAME, Align.CENTRE, space_before=4, outline=True),
        Paragraph(forum_title(source), SUBTITLE, Align.CENTRE, space_before=5),
        Rule(space_before=8, part=0.18, keep_with_next=False),
        Paragraph(f"{words('diff.before')}: {before.words(words)}", BODY, Align.CENTRE, space_before=5),
        Paragraph(f"{words('diff.after')}: {after.words(words)}", BODY, Align.CENTRE, space_before=1),
    )
    chapter = Chapter(sheet.page(own_landscape=False), (*title, *numbered(sections)))
    # One side in a scenario, and the whole page is not of the record.
    standing = before.standing if before.standing.is_scenario else after.standing
    furniture = furniture_of(source, after.fingerprint, Kind.DIFFERENCE, standing=standing)
    prints = words.plain("diff.fingerprints", before=before.fingerprint, after=after.fingerprint)
    return Document((chapter,), replace(furniture, footer=(prints, *furniture.footer[1:])))
