"""The assessment of migratory pressure as a record (COM(2020) 610, Art. 50; Recommendation (EU) 2020/1366).

The text compares and names sources; it knows no threshold and no score, so none is computed.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Final, TypeAlias

from desktop_app.calc.sentences import say

Day: TypeAlias = date
"""A date, under a name that a field called ``date`` does not hide inside its own class."""


class PressureIndicator(Enum):
    """The eleven indicators of Art. 50(3); the value is the point."""

    APPLICATIONS = "a"
    IRREGULAR_STAY = "b"
    RETURN_DECISIONS = "c"
    RETURNED = "d"
    ADMITTED = "e"
    TAKE_CHARGE = "f"
    TRANSFERS = "g"
    IRREGULAR_CROSSING = "h"
    REFUSED_ENTRY = "i"
    DISEMBARKED = "j"
    UNACCOMPANIED_MINORS = "k"

    @property
    def words(self) -> str:
        """What is counted."""
        return _INDICATORS[self]

    @property
    def asks_nationalities(self) -> bool:
        """Whether the point asks for nationalities, too."""
        return self in {PressureIndicator.APPLICATIONS, PressureIndicator.DISEMBARKED}


_INDICATORS: Final = {
    PressureIndicator.APPLICATIONS: say("applications for international protection, with nationalities"),
    PressureIndicator.IRREGULAR_STAY: say(
        "persons who do not fulfil the conditions of entry or stay, overstayers included"
    ),
    PressureIndicator.RETURN_DECISIONS: say("return decisions"),
    PressureIndicator.RETURNED: say("persons who left after a return decision"),
    PressureIndicator.ADMITTED: say("persons admitted through resettlement or humanitarian admission"),
    PressureIndicator.TAKE_CHARGE: say("take charge requests and take back notifications, incoming and outgoing"),
    PressureIndicator.TRANSFERS: say("transfers carried out"),
    PressureIndicator.IRREGULAR_CROSSING: say("persons apprehended at an irregular crossing of the border"),
    PressureIndicator.REFUSED_ENTRY: say("refusals of entry"),
    PressureIndicator.DISEMBARKED: say(
        "persons disembarked after search and rescue, with nationalities and applications"
    ),
    PressureIndicator.UNACCOMPANIED_MINORS: say("unaccompanied minors"),
}


class PressureSource(Enum):
    """The ten further sources of Art. 50(4); the value is the point."""

    MEMBER_STATE = "a"
    THIRD_COUNTRIES = "b"
    GEOPOLITICS = "c"
    RECOMMENDATIONS = "d"
    BLUEPRINT = "e"
    MANAGEMENT_REPORT = "f"
    SITUATIONAL_AWARENESS = "g"
    VISA_LIBERALISATION = "h"
    FUNDAMENTAL_RIGHTS = "i"
    AGENCY_SUPPORT = "j"

    @property
    def words(self) -> str:
        """What the source is."""
        return _SOURCES[self]


_SOURCES: Final = {
    PressureSource.MEMBER_STATE: say("information from the Member State"),
    PressureSource.THIRD_COUNTRIES: say("cooperation with third countries on migration, readmission included"),
    PressureSource.GEOPOLITICS: say("geopolitical situation in third countries"),
    PressureSource.RECOMMENDATIONS: say("recommendations: Schengen evaluation, Asylum Agency, Frontex"),
    PressureSource.BLUEPRINT: say("information under the Migration Preparedness and Crisis Blueprint"),
    PressureSource.MANAGEMENT_REPORT: say("Migration Management Report"),
    PressureSource.SITUATIONAL_AWARENESS: say("situational awareness and analysis: ISAA or MISAA reports"),
    PressureSource.VISA_LIBERALISATION: say("reporting on visa liberalisation"),
    PressureSource.FUNDAMENTAL_RIGHTS: "bulletins and reports of the Fundamental Rights Agency",
    PressureSource.AGENCY_SUPPORT: say("support given by Union agencies"),
}


class SituationReportKind(Enum):
    """Kinds of situational report: ISAA while the crisis response is activated, else MISAA (Art. 50(4)(g))."""

    ISAA = "ISAA"
    MISAA = "MISAA"


@dataclass(frozen=True, slots=True)
class IndicatorFigure:
    """One indicator over the six months before the assessment, held against the Union (Art. 50(3)).

    Attributes:
        indicator: see :class:`PressureIndicator`.
        state: the Member State's count; ``None`` when not known.
        union: the Union's count; ``None`` when not known.
        nationalities: country codes, where the point asks for them.
        note: free text, such as incoming and outgoing, or the source.
    """

    indicator: PressureIndicator
    state: int | None = None
    union: int | None = None
    nationalities: tuple[str, ...] = ()
    note: str | None = None

    @property
    def part_of_union(self) -> Fraction | None:
        """The state's count / the Union's; ``None`` where one is not known, or of nobody."""
        return Fraction(self.state, self.union) if self.state is not None and self.union else None


@dataclass(frozen=True, slots=True)
class SourceUsed:
    """One source that was taken into account (Art. 50(4)).

    Attributes:
        source: see :class:`PressureSource`.
        reference: of the document.
        date: its date.
        kind: ISAA or MISAA, for point (g) only.
        note: free text.
    """

    source: PressureSource
    reference: str | None = None
    date: Day | None = None
    kind: SituationReportKind | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Blueprint:
    """The stage of the Migration Preparedness and Crisis Blueprint (Recommendation (EU) 2020/1366).

    Stage 1, monitoring, is always on; stage 2, crisis management, comes in addition.

    Attributes:
        stage_two: whether stage 2 is on.
        since: day on which it was activated.
        ended: day on which the Commission ended it.
        crisis_response: whether the integrated political crisis response (IPCR) is activated, which decides
            between ISAA and MISAA reports.
        last_network_meeting: the network meets at least every three months.
        note: free text, such as on whose request.
    """

    stage_two: bool = False
    since: date | None = None
    ended: date | None = None
    crisis_response: bool = False
    last_network_meeting: date | None = None
    note: str | None = None

    @property
    def is_in_stage_two(self) -> bool:
        """Whether stage 2 was activated and not ended."""
        return self.stage_two and self.ended is None


@dataclass(frozen=True, slots=True)
class NeedsAnalysis:
    """The first needs analysis of the Blueprint, in its four parts (Recommendation (EU) 2020/1366, annex).

    Attributes:
        equipment: (a) equipment.
        staff: (b) staff.
        relocation: (c) relocation.
        co_payment: (d) co-payment.
    """

    equipment: str | None = None
    staff: str | None = None
    relocation: str | None = None
    co_payment: str | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts that say nothing yet, in words."""
        parts = {
            "equipment": self.equipment,
            "staff": self.staff,
            "relocation": self.relocation,
            "co-payment": self.co_payment,
        }
        return tuple(name for name, text in parts.items() if not text)


@dataclass(frozen=True, slots=True)
class Situation:
    """The assessment as a record.

    Attributes:
        indicators: at most one of each, in the order of :class:`PressureIndicator`.
        sources: in the order of :class:`PressureSource`, several of one kind in the order recorded.
        blueprint: see :class:`Blueprint`.
        needs: see :class:`NeedsAnalysis`.
        note: free text.
    """

    indicators: tuple[IndicatorFigure, ...] = ()
    sources: tuple[SourceUsed, ...] = ()
    blueprint: Blueprint = Blueprint()
    needs: NeedsAnalysis = NeedsAnalysis()
    note: str | None = None

    def figure(self, indicator: PressureIndicator) -> IndicatorFigure:
        """Return what is recorded of an indicator; an empty record where nothing is."""
        return next((each for each in self.indicators if each.indicator is indicator), IndicatorFigure(indicator))


NO_SITUATION: Final = Situation()
"""Nothing recorded."""
