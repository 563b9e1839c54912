"""What any procedure of the proposal of 2020 may record beside its own (COM(2020) 610, Art. 55 to 60, 72)."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from desktop_app.calc.solidarity_groups import RelocationGroup, SponsorshipGroup
from desktop_app.calc.support_plans import HelpRequest, SupportPlan


class LogKind(Enum):
    """What an entry of the log is about; the value is the name in documents."""

    COORDINATION = "coordination"
    BILATERAL = "bilateral"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class LogEntry:
    """What the Commission was told of bilateral measures, or coordinated (Art. 59, 60).

    Attributes:
        on: the day.
        kind: see :class:`LogKind`.
        text: what.
        code: the Member State concerned, or ``None``.
        other: the other side of a bilateral measure, or ``None``.
    """

    on: date | None
    kind: LogKind
    text: str
    code: str | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True)
class IncentiveRate:
    """The financial incentives from a day on (Art. 72; in brackets in the text, the Commission may adapt them).

    Attributes:
        since: first day on which they apply; ``None`` = from the beginning.
        person_cents: to the relocating state, per person.
        minor_cents: to the relocating state, per unaccompanied minor.
        transfer_cents: to the state that carries out the transfer, per person.
        reference: of the act that set them.
    """

    since: date | None = None
    person_cents: int = 1_000_000
    minor_cents: int = 1_200_000
    transfer_cents: int = 50_000
    reference: str | None = None


AS_PROPOSED: Final = IncentiveRate()
"""EUR 10 000, 12 000 and 500, as Art. 72 proposes."""


@dataclass(frozen=True, slots=True)
class SolidarityRecord:
    """Groups under way, support plans, requests, incentives and the log.

    Attributes:
        requests: requests for help that prevent pressure (Art. 56(1)), in the order in which they were recorded.
        support_plans: plans of Annex IV, in the order in which they were recorded.
        sponsorship_groups: groups under return sponsorship (Art. 55), likewise.
        relocation_groups: groups under relocation (Art. 57), likewise.
        incentives: rates that replace those of Art. 72 from a day on, by day; empty = as proposed.
        log: entries (Art. 59, 60), in the order in which they were recorded.
    """

    requests: tuple[HelpRequest, ...] = ()
    support_plans: tuple[SupportPlan, ...] = ()
    sponsorship_groups: tuple[SponsorshipGroup, ...] = ()
    relocation_groups: tuple[RelocationGroup, ...] = ()
    incentives: tuple[IncentiveRate, ...] = ()
    log: tuple[LogEntry, ...] = ()


EMPTY_RECORD: Final = SolidarityRecord()
"""Nothing recorded."""
