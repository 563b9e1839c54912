"""The voluntary solidarity mechanism: what a forum under the declaration of 22 June 2022 records.

No key and no obligation: signatories pledge relocation (preferred) or money, also for projects in partner countries
(Report on Migration and Asylum 2022, section 4).
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.calc.member_states import ASSOCIATED_NAMES, POSITION
from desktop_app.calc.periods_2020 import months_after

MONTHS: Final = 12
"""The mechanism lasts a year, unless it is extended."""
ASSOCIATED_SIGNATORIES: Final = ("NO", "LI", "CH")
"""The associated states to which the declaration is open."""

_ASSOCIATED_ORDER: Final = tuple(ASSOCIATED_NAMES)


def signatory_place(code: str) -> tuple[int, int]:
    """Return where a signatory stands: Member States in protocol order, associated states after them."""
    return (0, POSITION[code]) if code in POSITION else (1, _ASSOCIATED_ORDER.index(code))


@dataclass(frozen=True, slots=True)
class Mechanism:
    """The declaration, its platform and its duration.

    Attributes:
        declaration: reference of the declaration.
        started: its first day; it ends one year later unless extended.
        extended_until: last day, where it was extended; ``None`` = one year after the start.
        platform: the body that coordinates it, such as the Solidarity Platform.
        chairs: who chairs the platform, in the order named.
        note: free text.
    """

    declaration: str | None = None
    started: date | None = None
    extended_until: date | None = None
    platform: str | None = None
    chairs: tuple[str, ...] = ()
    note: str | None = None

    @property
    def year_ends(self) -> date | None:
        """Last day of its first year; ``None`` while its start is not known."""
        return None if self.started is None else months_after(self.started, MONTHS)


@dataclass(frozen=True, slots=True)
class Need:
    """What a benefitting state needs.

    Attributes:
        benefitting: Member State.
        relocations: persons to relocate; ``None`` when not said.
        financial_cents: money needed, cents; ``None`` when not said.
        note: free text.
    """

    benefitting: str
    relocations: int | None = None
    financial_cents: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class VoluntaryPledge:
    """What a signatory pledges; one entry for each benefitting state or project.

    Attributes:
        code: the signatory, a Member State or an associated state.
        reference: of the pledge.
        submitted: the day.
        benefitting: the Member State helped; ``None`` where it is left open.
        relocations: persons.
        vulnerable_first: the most vulnerable come first.
        financial_cents: money, cents.
        project: name of the project in a partner country, where the money is for one.
        partner_country: country code or name of the partner country.
        note: free text.
    """

    code: str
    reference: str | None = None
    submitted: date | None = None
    benefitting: str | None = None
    relocations: int = 0
    vulnerable_first: bool = False
    financial_cents: int = 0
    project: str | None = None
    partner_country: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A commitment kept: persons relocated or money paid.

    Attributes:
        code: the signatory.
        on: the day.
        benefitting: the Member State helped, or ``None``.
        relocations: persons relocated.
        minors: unaccompanied minors among them.
        financial_cents: money paid, cents.
        note: free text.
    """

    code: str
    on: date | None = None
    benefitting: str | None = None
    relocations: int = 0
    minors: int = 0
    financial_cents: int = 0
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Signatory:
    """A state that signed the declaration.

    Attributes:
        code: Member State, Norway, Liechtenstein or Switzerland.
        signed: the day.
        withdrawn: the day on which it left; ``None`` while it takes part.
    """

    code: str
    signed: date | None = None
    withdrawn: date | None = None


@dataclass(frozen=True, slots=True)
class Voluntary:
    """What a forum on voluntary solidarity records.

    Attributes:
        mechanism: see :class:`Mechanism`.
        signatories: Member States in protocol order, then associated states.
        needs: one a benefitting state, in protocol order.
        pledges: by signatory, in the order in which each recorded them.
        kept: commitments kept, in the order in which they were recorded.
    """

    mechanism: Mechanism = Mechanism()
    signatories: tuple[Signatory, ...] = ()
    needs: tuple[Need, ...] = ()
    pledges: tuple[VoluntaryPledge, ...] = ()
    kept: tuple[Commitment, ...] = ()

    def pledges_of(self, code: str) -> tuple[VoluntaryPledge, ...]:
        """Return what a signatory pledges."""
        return tuple(each for each in self.pledges if each.code == code)


NO_MECHANISM: Final = Voluntary()
"""Nothing recorded, as in every forum that follows another procedure."""
