"""What the parts of a forum are called where two forums differ, and in which order they are taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop_app.calc.comparison.steps import Group
from desktop_app.calc.member_states import ASSOCIATED_NAMES, POSITION, name_of
from desktop_app.calc.sentences import Value, say


@dataclass(frozen=True, slots=True)
class Words:
    """What pieces of one kind are called.

    Attributes:
        group: when they are taken, and with which others.
        title: what one is called; ``{state}`` or ``{name}`` stands for what it is of.
        several: what an item of a list is called that nothing tells; empty of what is no list.
    """

    group: Group
    title: str
    several: str = ""

    def of(self, name: Value) -> str:
        """Return what a piece of that name is called, told by its parts in another language."""
        return say(self.title, name=name, state=name)


KIND_WORDS: Final[Mapping[str, Words]] = {
    "forum": Words(Group.ACTS, say("Forum")),
    "reading": Words(Group.READINGS, say("Reading: {name}")),
    "basis": Words(Group.ACTS, say("Acts of the Commission")),
    "reference_key": Words(Group.KEY, say("Key: sources and dates")),
    "key_state": Words(Group.KEY, say("Key: {state}")),
    "adopted_share": Words(Group.KEY, say("Adopted share: {state}")),
    "pool": Words(Group.NUMBERS, say("Pool")),
    "meeting": Words(Group.ACTS, say("Meeting: {name}"), say("Meetings")),
    "applications": Words(Group.KEY, say("Applications: {state}")),
    "state": Words(Group.PLEDGES, say("{state}: listed")),
    "associated_contribution": Words(Group.PLEDGES, say("Associated: {name}"), say("Associated contributions")),
    "holiday": Words(Group.ACTS, "", say("Holidays")),
    "acknowledgement": Words(Group.ASIDE, "", say("Acknowledged findings")),
    "adopted_act": Words(Group.ACTS, say("The act: number and publication")),
    "vote": Words(Group.DECISIONS, say("Vote")),
    "vote_line": Words(Group.DECISIONS, say("Vote: {state}")),
    "search_and_rescue": Words(Group.ACTS, say("Request and forum")),
    "management_report": Words(Group.NUMBERS, say("Report")),
    "disembarkation": Words(Group.NUMBERS, say("Report: {state}")),
    "response_plan": Words(Group.PLEDGES, say("{state}: plan")),
    "forum_round": Words(Group.DECISIONS, say("Round: {name}"), say("Rounds")),
    "disembarkation_act": Words(Group.DECISIONS, say("Act and judgement")),
    "pressure_act": Words(Group.DECISIONS, say("Migratory pressure beside")),
    "pool_call": Words(Group.DECISIONS, say("Call of the pool: {name}"), say("Calls of the pool")),
    "pool_use": Words(Group.DECISIONS, say("Draws on the pool: {name}"), say("Draws on the pool")),
    "voluntary_raise": Words(Group.DECISIONS, say("Raise: {name}"), say("Raises")),
    "top_up": Words(Group.DECISIONS, say("Top-up")),
    "migratory_pressure": Words(Group.ACTS, say("Procedure")),
    "pressure_situation": Words(Group.ACTS, say("Assessment")),
    "pressure_indicator": Words(Group.ACTS, "", say("Indicators of the assessment")),
    "pressure_source": Words(Group.ACTS, "", say("Sources of the assessment")),
    "pressure_report": Words(Group.NUMBERS, say("Report")),
    "other_benefitting": Words(Group.STATUS, say("{state}: benefits elsewhere")),
    "pressure_plan": Words(Group.PLEDGES, say("{state}: plan")),
    "type_round": Words(Group.DECISIONS, say("Round: {name}"), say("Rounds")),
    "pressure_response_act": Words(Group.DECISIONS, say("Act and judgement")),
    "types_set": Words(Group.DECISIONS, say("{state}: types set by the Commission")),
    "credit": Words(Group.DEDUCTIONS, say("Earlier contribution: {name}"), say("Earlier contributions")),
    "help_request": Words(Group.NUMBERS, say("Request for help: {name}"), say("Requests for help")),
    "support_plan": Words(Group.PLEDGES, say("Support plan: {name}"), say("Support plans")),
    "sponsorship_group": Words(Group.CARRIED_OUT, say("Sponsorship group: {name}"), say("Sponsorship groups")),
    "relocation_group": Words(Group.CARRIED_OUT, say("Relocation group: {name}"), say("Relocation groups")),
    "incentive_rate": Words(Group.NUMBERS, "", say("Incentives")),
    "log_entry": Words(Group.ASIDE, "", say("Log")),
    "mechanism": Words(Group.ACTS, say("Mechanism")),
    "signatory": Words(Group.STATUS, say("{state}: signature")),
    "need": Words(Group.NUMBERS, say("Needs of {state}")),
    "voluntary_pledge": Words(Group.PLEDGES, say("Pledge: {name}"), say("Pledges")),
    "commitment_kept": Words(Group.CARRIED_OUT, say("Kept: {name}"), say("Commitments kept")),
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
        Facet(
            Words(Group.NUMBERS, say("Reference numbers")), ("relocations", "financial_cents", "exceptional"), ("pool",)
        ),
        Facet(
            Words(Group.NUMBERS, say("The Commission's proposal")),
            ("proposal_relocations", "proposal_financial_cents", "sar_percent", "named_measures"),
            ("pool", "named_measure"),
        ),
    ),
    "state": (
        Facet(
            Words(Group.STATUS, say("{state}: status")),
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
        Facet(Words(Group.DEDUCTIONS, say("{state}: deductions")), ("deductions",), ("deduction",)),
        Facet(
            Words(Group.PLEDGES, say("{state}: pledge")), ("pledge",), ("pledge", "pledge_said", "alternative_measure")
        ),
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
