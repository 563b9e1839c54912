"""Groups of persons under way: return sponsorship and relocation, as counts and dates (COM(2020) 610, Art. 55, 57, 58).

Nobody is named: a group is a number of persons with one set of dates.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop_app.calc.contribution_types import ContributionType, SponsorshipActivity


class ClockStart(Enum):
    """What starts the eight months of sponsorship (Art. 55(2), (3)); the value is the name in documents."""

    ACT = "act"
    RETURN_DECISION = "return-decision"
    END_OF_RIGHT = "end-of-right"


@dataclass(frozen=True, slots=True)
class SponsorshipGroup:
    """Persons that one Member State sponsors for return (Art. 55).

    Attributes:
        id: name of the group.
        sponsor: the sponsoring Member State.
        nationality: country code, from the report's list.
        persons: how many.
        minors: unaccompanied minors among them.
        activities: what the sponsor does, in the order of :class:`SponsorshipActivity`; one at least.
        start: what starts the clock.
        started: the day of the return decision or of the end of the right to remain; ``None`` with the act.
        returned: persons returned or removed so far.
        told: day on which the benefitting state told the sponsor that the eight months had lapsed (Art. 57(4)).
        taken_over: persons that the sponsor transferred to itself after that.
        taken_over_minors: unaccompanied minors among those taken over.
        note: free text.
        benefitting: the Member State from whose territory they are sponsored; ``None`` = the one that the procedure is
            for, if it is for one.
        taken_over_on: day on which they were transferred to the sponsor: its rates of incentives apply.
    """

    id: str
    sponsor: str
    nationality: str | None = None
    persons: int = 0
    minors: int = 0
    activities: tuple[SponsorshipActivity, ...] = ()
    start: ClockStart = ClockStart.ACT
    started: date | None = None
    returned: int = 0
    told: date | None = None
    taken_over: int = 0
    taken_over_minors: int = 0
    note: str | None = None
    benefitting: str | None = None
    taken_over_on: date | None = None

    @property
    def left(self) -> int:
        """Persons neither returned nor taken over."""
        return self.persons - self.returned - self.taken_over


@dataclass(frozen=True, slots=True)
class RelocationGroup:
    """Persons on the way from one Member State to another (Art. 57, 58).

    Attributes:
        id: name of the group.
        relocating: the Member State that takes the persons over.
        benefitting: the one that transfers them; ``None`` = the one that the procedure is for.
        type: applicants, beneficiaries, those in the border procedure, or illegally staying.
        persons: how many were identified (Art. 57(3)).
        minors: unaccompanied minors among them.
        security_checked: day on which the benefitting state's security check was done (Art. 57(2)).
        consent: written consent of the beneficiaries of protection (Art. 57(3)).
        granted: day on which protection was granted, for beneficiaries: less than three years before the act.
        linked: persons for whom the benefitting state would be responsible by links; they are not eligible.
        sent: day on which the file was sent (Art. 57(5)), which starts the clock.
        postponed: day of the notice that the check takes longer (Art. 57(7)).
        confirmed: day on which the relocating state confirmed; silence is acceptance.
        refused: persons refused as a risk to security (Art. 57(2), (7)).
        decided: day of the transfer decision (Art. 57(8)).
        appeal_ended: day of the final decision on an appeal with suspensive effect (Art. 57(9)).
        transferred: day of the transfer.
        arrived: persons who were transferred.
        arrived_minors: unaccompanied minors among those transferred.
        note: free text.
    """

    id: str
    relocating: str
    benefitting: str | None = None
    type: ContributionType = ContributionType.APPLICANTS
    persons: int = 0
    minors: int = 0
    security_checked: date | None = None
    consent: bool = False
    granted: date | None = None
    linked: int = 0
    sent: date | None = None
    postponed: date | None = None
    confirmed: date | None = None
    refused: int = 0
    decided: date | None = None
    appeal_ended: date | None = None
    transferred: date | None = None
    arrived: int = 0
    arrived_minors: int = 0
    note: str | None = None
