"""What a forum records of what a time limit asks for: the value, and a way to look it up; each rulebook fills it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.findings import Deadline
from desktop_app.calc.sentences import Sentence, State, say


@dataclass(frozen=True, slots=True)
class Record:
    """What the forum records of what a time limit asks for.

    Attributes:
        done: the day on which all of it was done; ``None`` while it is not.
        open: what is awaited, in words.
        arises: whether it is asked for at all.
        is_kept: whether the forum has a place for such a day.
    """

    done: date | None = None
    open: Sentence | str = ""
    arises: bool = True
    is_kept: bool = True


NOT_KEPT: Final = Record(is_kept=False)
"""The forum has no place for such a day."""

Recorded: TypeAlias = Callable[[Assessment, Deadline], Record]
"""Looks up what a forum records of what one of its deadlines asks for."""


def of_all(days: Mapping[str, Iterable[date | None]]) -> Record:
    """Return the last of the states' first days, once every state has one."""
    firsts = {code: min((day for day in found if day is not None), default=None) for code, found in days.items()}
    awaited = [code for code, first in firsts.items() if first is None]
    if awaited:
        return Record(open=say("awaited: {states}", states=[State(code) for code in awaited]))
    return Record(max((first for first in firsts.values() if first is not None), default=None))
