"""What every section is written from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import assert_never

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment, Row
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.member_states import NOT_BOUND
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.readings import FURTHER_ANNUAL_POOL, Reading, readings_of
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.sentences import Relocations, say
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.documents.blocks import Block, Paragraph
from desktop_app.documents.styles import BODY, HEADING
from desktop_app.documents.text import Terms

BESIDE_THE_LAW = "COM(2020)"
"""Readings of this document touch nothing that a final annex of a procedure in force prints."""


@dataclass(frozen=True, slots=True)
class Source:
    """What every section is written from, whatever the procedure.

    Attributes:
        assessment: all figures.
        terms: all words.
        draft: whether it is printed as a marked draft.
        for_room: whether it is without what is for the secretariat.
    """

    assessment: Assessment
    terms: Terms
    draft: bool
    for_room: bool = False

    @property
    def forum(self) -> Forum:
        """The forum that was assessed."""
        return self.assessment.forum

    @property
    def procedure(self) -> Procedure:
        """The procedure that the forum follows."""
        return self.forum.procedure

    @property
    def is_working(self) -> bool:
        """Whether it is a draft with what is for those who work on it: in a language that has the words for that."""
        return self.draft and self.terms.is_full

    @property
    def is_of_2020(self) -> bool:
        """Whether the procedure is one of the proposal of 2020, which was never adopted, or rests on it in part."""
        return self.procedure is not Procedure.ANNUAL_POOL

    @property
    def of_overview(self) -> str:
        """What ends the keys of words in which other documents call themselves an annex; empty for those."""
        return "-overview" if self.procedure is Procedure.VOLUNTARY else ""

    @property
    def adopted(self) -> date | None:
        """The day on which the act was adopted that the document belongs to."""
        match self.procedure:
            case Procedure.ANNUAL_POOL | Procedure.VOLUNTARY:
                return self.forum.adopted
            case Procedure.SEARCH_AND_RESCUE:
                return self.forum.search_and_rescue.act.adopted
            case Procedure.MIGRATORY_PRESSURE:
                return self.forum.migratory_pressure.act.adopted
            case _:
                assert_never(self.procedure)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings that touch what is printed."""
        everything = self.is_working or self.is_of_2020
        known = readings_of(self.procedure)
        # Those on offsets touch nothing here: they stand on the page of the offsets.
        own = [each for each in known if each not in FURTHER_ANNUAL_POOL]
        return tuple(each for each in own if everything or not each.reference.startswith(BESIDE_THE_LAW))

    def number(self, value: Fraction | int | None, decimals: int = 0) -> str:
        """Write a figure, or that it is not known."""
        return self.terms("common.not-known") if value is None else self.terms.numbers.number(value, decimals)

    def money(self, eur: Fraction | int | None, decimals: int = 0) -> str:
        """Write exact EUR, or that it is not known."""
        return self.terms("common.not-known") if eur is None else self.terms.numbers.money(eur, decimals)

    def cents(self, cents: int | None, decimals: int) -> str:
        """Write cents, or that they are not known."""
        return self.terms("common.not-known") if cents is None else self.terms.numbers.cents(cents, decimals)

    def relocations(self, count: int) -> str:
        """Write a number of relocations with its noun."""
        return self.terms.said(say("{relocations}", relocations=Relocations(count)))

    def percent(self, ratio: Fraction | None, decimals: int) -> str:
        """Write a ratio in percent, or that it is not known."""
        return self.terms("common.not-known") if ratio is None else self.terms.numbers.percent(ratio, decimals)


@dataclass(frozen=True, slots=True)
class AnnualSource(Source):
    """What sections on an annual pool are written from."""

    assessment: AnnualPoolAssessment

    @property
    def rows(self) -> tuple[Row, ...]:
        """The Member States that have a row: all but Denmark, which is not bound."""
        return tuple(row for row in self.assessment.rows if row.code != NOT_BOUND)


@dataclass(frozen=True, slots=True)
class ResponseSource(Source):
    """What sections on search and rescue are written from (COM(2020) 610, Art. 47 to 49)."""

    assessment: SearchAndRescueAssessment


@dataclass(frozen=True, slots=True)
class MigratorySource(Source):
    """What sections on migratory pressure are written from (COM(2020) 610, Art. 50 to 53)."""

    assessment: PressureAssessment


@dataclass(frozen=True, slots=True)
class VoluntarySource(Source):
    """What sections on the voluntary mechanism are written from."""

    assessment: VoluntaryAssessment


def source_of(assessment: Assessment, terms: Terms, *, draft: bool) -> Source:
    """Return the source that an assessment's procedure needs."""
    if isinstance(assessment, SearchAndRescueAssessment):
        return ResponseSource(assessment, terms, draft)
    if isinstance(assessment, PressureAssessment):
        return MigratorySource(assessment, terms, draft)
    if isinstance(assessment, VoluntaryAssessment):
        return VoluntarySource(assessment, terms, draft)
    return AnnualSource(AnnualPoolAssessment.of(assessment), terms, draft)


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its title, numbered when the annex is put together, and what stands under it."""

    title: str
    blocks: tuple[Block, ...]

    def numbered(self, number: int) -> list[Block]:
        """Return heading and blocks."""
        text = f"{number}.\u2002{self.title}"
        return [Paragraph(text, HEADING, space_before=16, keep_with_next=True, outline=True), *self.blocks]


def numbered(sections: Iterable[Section], already: int = 0) -> list[Block]:
    """Return the blocks of sections, numbered on from how many stand before them."""
    return [block for number, each in enumerate(sections, already + 1) for block in each.numbered(number)]


def nothing_recorded(source: Source) -> tuple[Block, ...]:
    """Return what stands in a section that has nothing to show."""
    return (Paragraph(source.terms("common.nothing-recorded"), BODY, space_before=4),)
