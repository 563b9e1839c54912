"""What the tests of the room display share: pools worked out by hand, and forums full of words that nobody may read.

Of 1 000 relocations or EUR 20 million (EUR 20 000 each) Belgium's fair share is 500, France's 300, Sweden's 200.
"""

import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from fractions import Fraction
from itertools import count
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import (
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    Forum,
    Key,
    KeyState,
    Pledge,
    Pool,
    StateRecord,
)
from desktop_app.calc.member_states import ASSOCIATED_NAMES, NAMES
from desktop_app.calc.room import Before, Choice, Content, RoomSheet, Stamp, codes_of, room_sheet

RELEASED: Final = datetime(2026, 11, 27, 16, 40, tzinfo=UTC)
CLOSED: Final = datetime(2026, 11, 27, 12, 5, tzinfo=UTC)
STAMP: Final = Stamp(RELEASED, "0123456789ab")
MARK: Final = "§"
"""Begins every word that nobody in the room may read."""
SECRET_PERSONS: Final = 7_654_321
SECRET_CENTS: Final = 98_765_432_100
"""Numbers of the proposal that nobody in the room may read."""

_KEY: Final = Key(states=(KeyState("BE", 50, 50), KeyState("FR", 30, 30), KeyState("SE", 20, 20)))
_CODES: Final = frozenset({*NAMES, *ASSOCIATED_NAMES})


def pool(belgium: Pledge, france: Pledge, sweden: Pledge, *deductions: Deduction, **changes: Any) -> Forum:
    """Return the pool that the module describes, with these pledges; the deductions are Belgium's."""
    forum = Forum(
        year=2027,
        key=_KEY,
        pool=Pool(1_000, 2_000_000_000),
        states=(StateRecord("BE", pledge=belgium, deductions=deductions), StateRecord("FR", pledge=france)),
    ).with_state(StateRecord("SE", pledge=sweden))
    return replace(forum, **changes)


def granted(relocations: int, stage: DeductionStage = DeductionStage.GRANTED) -> Deduction:
    """Return a deduction of relocations."""
    return Deduction(DeductionBasis.ARTICLE_61, stage, DeductionAmounts(relocations))


def everything(assessment: Assessment, before: Assessment | None = None) -> RoomSheet:
    """Return a sheet that shows all that can be shown, of every state."""
    former = None if before is None else Before(before, CLOSED)
    panels = room_sheet(assessment, Choice("Title", tuple(Content)), STAMP, former)
    alone = [
        panel
        for code in codes_of(assessment)
        for panel in room_sheet(assessment, Choice("Title", (Content.STATE,), code), STAMP).panels
    ]
    return replace(panels, panels=(*panels.panels, *alone))


def sheet_of(forum: Forum, before: Forum | None = None) -> RoomSheet:
    """Return such a sheet of a forum."""
    return everything(assess(forum), None if before is None else assess(before))


def filled(forum: Forum) -> Forum:
    """Return a forum with a word that nobody may read in every field of text, and such numbers in the proposal."""
    number = count()
    marked: Forum = _filled(forum, number)
    numbers = replace(
        marked.pool,
        proposal_relocations=SECRET_PERSONS,
        proposal_financial_cents=SECRET_CENTS,
        sar_percent=Fraction(77),
    )
    # Readings are names that the program knows, not words.
    return replace(marked, pool=numbers, readings=forum.readings)


def _filled(value: Any, number: Iterator[int]) -> Any:
    if isinstance(value, tuple):
        return tuple(_filled(each, number) for each in value)
    if isinstance(value, str) and not isinstance(value, Enum) and value not in _CODES:
        # An empty name is none: money for a project without a name would become a project's.
        return f"{MARK}{next(number)}{MARK}" if value else ""
    if not is_dataclass(value) or isinstance(value, type):
        return value
    hints = get_type_hints(type(value))
    changes = {}
    for each in fields(value):
        held = getattr(value, each.name)
        if held is None and _is_free_text(each.name, hints[each.name]):
            held = "word"
        changes[each.name] = _filled(held, number)
    return replace(value, **changes)


def _is_free_text(name: str, hint: Any) -> bool:
    """Tell whether an empty field may hold any text: none that means a state, or that makes money a project's."""
    is_optional = get_origin(hint) in (Union, types.UnionType) and str in get_args(hint)
    return is_optional and name not in {"benefitting", "used_for", "contributor", "state", "project", "partner_country"}
