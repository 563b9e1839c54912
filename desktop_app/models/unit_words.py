"""What the parts of a forum are called where two forums differ, and in which order they are taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop_app.calc.comparison.steps import Group
from desktop_app.calc.member_states import ASSOCIATED_NAMES, POSITION, name_of


@dataclass(frozen=True, slots=True)
class Words:
    """What pieces of one kind are called.

    Attributes:
        group: when they are taken, and with which others.
        title: what one is called; ``{}`` stands for the state or the name.
        several: what an item of a list is called that nothing tells; empty of what is no list.
    """

    group: Group
    title: str
    several: str = ""


def _list(group: Group, one: str, several: str) -> Words:
    return Words(group, f"{one}: {{}}", several)


KIND_WORDS: Final[Mapping[str, Words]] = {
    "forum": Words(Group.ACTS, "Forum"),
    "reading": Words(Group.READINGS, "Reading: {}"),
    "basis": Words(Group.ACTS, "Acts of the Commission"),
    "reference_key": Words(Group.KEY, "Key: sources and dates"),
    "key_state": Words(Group.KEY, "Key: {}"),
    "adopted_share": Words(Group.KEY, "Adopted share: {}"),
    "pool": Words(Group.NUMBERS, "Pool"),
    "meeting": _list(Group.ACTS, "Meeting", "Meetings"),
    "applications": Words(Group.KEY, "Applications: {}"),
    "state": Words(Group.PLEDGES, "{}: listed"),
    "associated_contribution": _list(Group.PLEDGES, "Associated", "Associated contributions"),
    "holiday": Words(Group.ACTS, "", "Holidays"),
    "acknowledgement": Words(Group.ASIDE, "", "Acknowledged findings"),
    "adopted_act": Words(Group.ACTS, "The act: number and publication"),
    "vote": Words(Group.DECISIONS, "Vote"),
    "vote_line": Words(Group.DECISIONS, "Vote: {}"),
    "search_and_rescue": Words(Group.ACTS, "Request and forum"),
    "management_report": Words(Group.NUMBERS, "Report"),
    "disembarkation": Words(Group.NUMBERS, "Report: {}"),
    "response_plan": Words(Group.PLEDGES, "{}: plan"),
    "forum_round": _list(Group.DECISIONS, "Round", "Rounds"),
    "disembarkation_act": Words(Group.DECISIONS, "Act and judgement"),
    "pressure_act": Words(Group.DECISIONS, "Migratory pressure beside"),
    "pool_call": _list(Group.DECISIONS, "Call of the pool", "Calls of the pool"),
    "pool_use": _list(Group.DECISIONS, "Draws on the pool", "Draws on the pool"),
    "voluntary_raise": _list(Group.DECISIONS, "Raise", "Raises"),
    "top_up": Words(Group.DECISIONS, "Top-up"),
    "migratory_pressure": Words(Group.ACTS, "Procedure"),
    "pressure_situation": Words(Group.ACTS, "Assessment"),
    "pressure_indicator": Words(Group.ACTS, "", "Indicators of the assessment"),
    "pressure_source": Words(Group.ACTS, "", "Sources of the assessment"),
    "pressure_report": Words(Group.NUMBERS, "Report"),
    "other_benefitting": Words(Group.STATUS, "{}: benefits elsewhere"),
    "pressure_plan": Words(Group.PLEDGES, "{}: plan"),
    "type_round": _list(Group.DECISIONS, "Round", "Rounds"),
    "pressure_response_act": Words(Group.DECISIONS, "Act and judgement"),
    "types_set": Words(Group.DECISIONS, "{}: types set by the Commission"),
    "credit": _list(Group.DEDUCTIONS, "Earlier contribution", "Earlier contributions"),
    "help_request": _list(Group.NUMBERS, "Request for help", "Requests for help"),
    "support_plan": _list(Group.PLEDGES, "Support plan", "Support plans"),
    "sponsorship_group": _list(Group.CARRIED_OUT, "Sponsorship group", "Sponsorship groups"),
    "relocation_group": _list(Group.CARRIED_OUT, "Relocation group", "Relocation groups"),
    "incentive_rate": Words(Group.NUMBERS, "", "Incentives"),
    "log_entry": Words(Group.ASIDE, "", "Log"),
    "mechanism": Words(Group.ACTS, "Mechanism"),
    "signatory": Words(Group.STATUS, "{}: signature"),
    "need": Words(Group.NUMBERS, "Needs of {}"),
    "voluntary_pledge": _list(Group.PLEDGES, "Pledge", "Pledges"),
    "commitment_kept": _list(Group.CARRIED_OUT, "Kept", "Commitments kept"),
}
"""By kind of piece; of a Member State's record and of the pool, see :data:`FACETS`."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A part of a piece that can be changed without the rest of it.

    Attributes:
        words: see :class:`Words`.
        names: the attributes that belong to it.
        tables: where its rows stand.
    """

    words: Words
    names: tuple[str, ...]
    tables: tuple[str, ...]


FACETS: Final[Mapping[str, tuple[Facet, ...]]] = {
    "pool": (
        Facet(Words(Group.NUMBERS, "Reference numbers"), ("relocations", "financial_cents", "exceptional"), ("pool",)),
        Facet(
            Words(Group.NUMBERS, "The Commission's proposal"),
            ("proposal_relocations", "proposal_financial_cents", "sar_percent", "named_measures"),
            ("pool", "named_measure"),
        ),
    ),
    "state": (
        Facet(
            Words(Group.STATUS, "{}: status"),
            (
                "flags",
                "pressure_basis",
                "benefitting_since",
                "systemic_shortcomings",
                "crisis_credit",
                "crisis_credit_act",
            ),
            ("state",),
        ),
        Facet(Words(Group.DEDUCTIONS, "{}: deductions"), ("deductions",), ("deduction",)),
        Facet(Words(Group.PLEDGES, "{}: pledge"), ("pledge",), ("pledge", "pledge_said", "alternative_measure")),
    ),
}
"""The parts of pieces that hold several things, by kind; together every attribute but what tells the piece."""

_NAMING: Final = ("id", "code", "benefitting")
"""What tells an item of a list, the best first."""


def code_of(item: object) -> str | None:
    """Return the code of the state that an item of a list is about, or ``None``."""
    named = (getattr(item, name, None) for name in ("code", "sponsor", "relocating", "benefitting"))
    return next((str(code) for code in named if is_state(code)), None)


def named(item: object) -> str:
    """Return what tells an item of a list, in words; empty where nothing does."""
    name = str(next(filter(None, (getattr(item, each, None) for each in _NAMING)), ""))
    return name_of(name) if is_state(name) else name


def is_state(name: object) -> bool:
    """Tell whether something is the code of a Member State or an associated one."""
    return name in POSITION or name in ASSOCIATED_NAMES
