"""Findings: what a rule has to say about a forum, and the rule's own particulars."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum


class Severity(Enum):
    """How much a finding weighs.

    ``BLOCK``: the annex cannot be printed as final. ``WARN``: shown, a reason is expected, allowed.
    ``INFO``: shown.
    """

    BLOCK = "block"
    WARN = "warn"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _RANKS[self]


_RANKS = {Severity.BLOCK: 0, Severity.WARN: 1, Severity.INFO: 2}


class Status(Enum):
    """Legal status of the text that a rule rests on."""

    IN_FORCE = "in force"
    PROPOSAL_2020 = "proposal 2020"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of one rule.

    Attributes:
        rule: the rule's id, such as ``"AMMR-57-4b"``.
        severity: see :class:`Severity`.
        state: code of the state concerned, or ``None`` for the forum.
        message: one sentence that says what is the matter, with its figures.
        reference: article and paragraph.
        status: legal status of the rule.
        column: figure id of the cell concerned (``"relocations"``, ``"financial"``, ``"alternative"``,
            ``"deductions"``, ``"key"``, ``"pool"`` …), so that a view can go there; may be empty.
    """

    rule: str
    severity: Severity
    state: str | None
    message: str
    reference: str
    status: Status
    column: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """One time limit.

    Attributes:
        rule: the rule's id, such as ``"AMMR-13-2"``.
        what: who must do what.
        due: last day, ISO date by :mod:`desktop_app.calc.periods`.
        state: code of the state concerned, or ``None``.
        started_by: which date started it, in words.
        reference: article and paragraph.
        moved: why the period does not end on its own last day, in words; empty where it does (Art. 75(d)).
        started: the day of the event that started the period; ``None`` where the law itself fixes the date.
        place: number of the request or call in its list, where a state can have several with one deadline each;
            no part of what two deadlines are compared by.
    """

    rule: str
    what: str
    due: str
    state: str | None
    started_by: str
    reference: str
    moved: str = ""
    started: date | None = None
    place: int | None = field(default=None, compare=False)
