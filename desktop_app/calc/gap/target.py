"""The targets: what a proposal is to reach, in each procedure, and the article that each rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from desktop_app.calc.findings import Status
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.sentences import say


class Target(Enum):
    """What is to be reached; the value is its name on the command line."""

    REFERENCE_NUMBER = "reference-number"
    NO_SHORTFALL = "no-shortfall"
    FAIR_SHARES = "fair-shares"
    OFFSETS = "offsets"
    REPORT_TOTAL = "report-total"
    KEY_NUMBERS = "key-numbers"
    PERSONS_NEEDED = "persons-needed"
    MONEY_NEEDED = "money-needed"


TARGETS: Final[Mapping[Procedure, tuple[Target, ...]]] = {
    Procedure.ANNUAL_POOL: (Target.REFERENCE_NUMBER, Target.NO_SHORTFALL, Target.FAIR_SHARES, Target.OFFSETS),
    Procedure.SEARCH_AND_RESCUE: (Target.REPORT_TOTAL, Target.NO_SHORTFALL, Target.KEY_NUMBERS),
    # Each contributing state owes its key number, so that the report's total by persons is their key numbers.
    Procedure.MIGRATORY_PRESSURE: (Target.NO_SHORTFALL, Target.KEY_NUMBERS),
    Procedure.VOLUNTARY: (Target.PERSONS_NEEDED, Target.MONEY_NEEDED),
}
"""The targets of each procedure, the usual one first."""


@dataclass(frozen=True, slots=True)
class About:
    """What is said of a target.

    Attributes:
        title: a few words.
        words: when it is reached.
        reference: the article.
        status: legal status of what it rests on.
    """

    title: str
    words: str
    reference: str
    status: Status


_OF_2020: Final = "COM(2020) 610"
_ANNUAL: Final = {
    Target.REFERENCE_NUMBER: About(
        say("the reference number"),
        say("all pledges together, in relocations, reach the reference number"),
        "Art. 13(4), 57(1), 57(3)",
        Status.IN_FORCE,
    ),
    Target.NO_SHORTFALL: About(
        say("no shortfall above 30 %"),
        say("the indicator of the proposal of 2020 stands at 30 % or below; the law in force knows no 30 %"),
        f"{_OF_2020}, Art. 48(2)",
        Status.PROPOSAL_2020,
    ),
    Target.FAIR_SHARES: About(
        say("each Member State at its fair share"),
        say("every contributing Member State meets its fair share; one that benefits counts where it may be asked"),
        "Art. 57(3)",
        Status.IN_FORCE,
    ),
    Target.OFFSETS: About(
        say("relocations enough to open offsets"),
        say("relocation pledges reach half of the number in the Commission's proposal"),
        "Art. 63(1), 63(2)(a)",
        Status.IN_FORCE,
    ),
}
_RESCUE: Final = {
    Target.REPORT_TOTAL: About(
        say("the report's total"),
        say("relocations in the plans that count reach the total of the report"),
        f"{_OF_2020}, Art. 47(2), 47(5)",
        Status.PROPOSAL_2020,
    ),
    Target.NO_SHORTFALL: About(
        say("no shortfall above 30 %"),
        say("the 30 % test, as it is read in this forum, is not triggered"),
        f"{_OF_2020}, Art. 48(2)",
        Status.PROPOSAL_2020,
    ),
    Target.KEY_NUMBERS: About(
        say("each asked Member State at its key number"),
        say("every contributing Member State pledges relocations, or measures beside them, up to its key number"),
        f"{_OF_2020}, Art. 47(3), 54",
        Status.PROPOSAL_2020,
    ),
}
_PRESSURE: Final = {
    Target.NO_SHORTFALL: About(
        say("no shortfall above 30 %"),
        say("the 30 % test, as it is read in this forum, is not triggered"),
        f"{_OF_2020}, Art. 52(2), 53(2)",
        Status.PROPOSAL_2020,
    ),
    Target.KEY_NUMBERS: About(
        say("each asked Member State at its key number"),
        say("every Member State with a plan gives its key number by persons, without measures in their place"),
        f"{_OF_2020}, Art. 52(1), 54",
        Status.PROPOSAL_2020,
    ),
}
_VOLUNTARY: Final = {
    Target.PERSONS_NEEDED: About(
        say("the persons that benefitting states need"),
        say("relocations pledged for each benefitting state, and for nobody in particular, cover every need"),
        say("Report on Migration and Asylum 2022, section 4"),
        Status.READING,
    ),
    Target.MONEY_NEEDED: About(
        say("the money that benefitting states need"),
        say("money pledged for each benefitting state, and for nobody in particular, covers every need"),
        say("Report on Migration and Asylum 2022, section 4"),
        Status.READING,
    ),
}
ABOUT: Final[Mapping[Procedure, Mapping[Target, About]]] = {
    Procedure.ANNUAL_POOL: _ANNUAL,
    Procedure.SEARCH_AND_RESCUE: _RESCUE,
    Procedure.MIGRATORY_PRESSURE: _PRESSURE,
    Procedure.VOLUNTARY: _VOLUNTARY,
}
"""What is said of the targets of each procedure."""


def targets_of(procedure: Procedure) -> tuple[Target, ...]:
    """Return the targets of a procedure, the usual one first."""
    return TARGETS[procedure]


def about(procedure: Procedure, target: Target) -> About:
    """Return what is said of a target.

    Raises:
        KeyError: the procedure has no such target.
    """
    return ABOUT[procedure][target]


def names_proposal(forum: Forum, target: Target) -> bool:
    """Tell whether a target rests on the number of the Commission's proposal, which is classified until adoption."""
    return target is Target.OFFSETS and forum.pool.proposal_relocations is not None
