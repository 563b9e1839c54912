"""Derivations: the answer to "why is this figure what it is?".

A derivation names the figure, writes its formula in a small arithmetic language, gives every input
with source and date, says how it was rounded, and cites the article. The formula can be evaluated with
the inputs alone and gives the value: a test does so with an evaluator of its own.

The language of ``formula``, which Python's own grammar can parse:

- integer literals, names of inputs, ``+ - * /`` and parentheses, all exact;
- ``up(x)`` and ``down(x)`` to the next whole number, ``nearest(x)`` with a half going up;
- ``min(x, y, …)`` and ``max(x, y, …)``;
- ``>``, ``>=``, ``<`` and ``and``, ``or`` for a yes or a no; ``when(condition, x, y)`` is ``x`` where the
  condition holds and ``y`` elsewhere;
- an input may be a list: ``sum(list)`` adds it up (an empty list is 0), ``list / list`` divides element by
  element, and ``missing(list, list)`` takes ``max(0, x - y)`` of each pair;
- an input may be a yes or a no, and then stands where a condition does.

A percentage is the number in front of the sign: 3.0942 for 3.0942 %. A date is the number of its day, counted from
1 January of the year 1, so that days can be added to it.
"""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from desktop_app.calc.findings import Status

Exact: TypeAlias = int | Fraction | bool


class Unit(Enum):
    """What a number counts."""

    PERSONS = "persons"
    EUR = "EUR"
    EUR_MILLION = "EUR million"
    EUR_PER_RELOCATION = "EUR per relocation"
    RELOCATION_EQUIVALENTS = "relocation equivalents"
    RATIO = "ratio"
    PERCENT = "%"
    MEMBER_STATES = "Member States"
    APPLICATIONS_PER_HEAD = "applications per head"
    YES_NO = "yes or no"
    DAYS = "days"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Input:
    """One number that goes into a formula.

    Attributes:
        name: the name in the formula, such as ``share``.
        title: in words, such as ``"Belgium's share"``.
        value: exact; a tuple of exact numbers where the formula has a list.
        unit: what it counts.
        source: where it comes from: dataset and release, act, "typed by the secretariat" or "computed".
        as_of: date of the datum, ISO, or empty.
        figure: id of the figure it is itself, so that one can ask on, or empty.
        subject: code of that figure's state, or ``None``.
    """

    name: str
    title: str
    value: Exact | tuple[Exact, ...]
    unit: Unit
    source: str
    as_of: str = ""
    figure: str = ""
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Derivation:
    """Why one figure is what it is.

    Attributes:
        figure: id of the figure, such as ``"fair_share_relocations"``.
        subject: code of the state, or ``None`` for the pool.
        title: in words, such as ``"Belgium: fair share in relocations"``.
        value: the exact value; ``None`` where it cannot be known (``words`` then says why).
        unit: what it counts.
        formula: in the language of this module; empty where the figure cannot be known.
        inputs: every name in the formula.
        rounding: how it is rounded and shown, in words; may be empty.
        reference: article and paragraph.
        status: legal status of the rule.
        readings: names of the readings that touch it.
        words: one or two sentences that a minister's adviser follows, with the numbers in them.
    """

    figure: str
    subject: str | None
    title: str
    value: Exact | None
    unit: Unit
    formula: str
    inputs: tuple[Input, ...]
    rounding: str
    reference: str
    status: Status
    readings: tuple[str, ...] = ()
    words: str = ""
