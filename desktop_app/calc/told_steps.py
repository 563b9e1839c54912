"""What an entry of the record is called, in the same words wherever a history is shown or printed."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from desktop_app.calc.memory import MarkKind, Step
from desktop_app.calc.sentences import Sentence, say

_GIVEN: Final = say("Pen given to ")
_TAKEN: Final = say("Pen taken by ")
_TAKEN_BACK: Final = say("Pen taken back from ")
OPENED: Final = say("Opened: ")
"""Begins the title by which a meeting or one of its rounds was opened, in English whatever the window speaks."""
_REASON: Final = "Reason for entry "


def told_words(step: Step) -> str:
    """Say what an entry did; nothing that its title says already is said twice.

    Args:
        step: the entry.

    Returns:
        A sentence of ours that documents can say in their language; the title alone of a change.
    """
    title = step.moment.title
    if step.mark is not None:
        return _MARKS[step.mark](title)
    told = _ACTIONS.get(step.action)
    return title if told is None else told(title)


def _pen_taken(title: str) -> Sentence:
    if title.startswith(_TAKEN_BACK):
        return say("Pen taken back from {name}", name=title.removeprefix(_TAKEN_BACK))
    return say("Pen taken by {name}", name=title.removeprefix(_TAKEN))


_MARKS: Final[Mapping[MarkKind, Callable[[str], Sentence]]] = MappingProxyType(
    {
        MarkKind.MEETING: lambda title: say("Meeting opened: {title}", title=title.removeprefix(OPENED)),
        MarkKind.ROUND: lambda title: say("Round closed: {name}", name=title),
        MarkKind.RELEASE: lambda title: say("Shown to the room: {title}", title=title),
        MarkKind.WITHDRAWAL: lambda _title: say("Hidden from the room"),
        MarkKind.REASON: lambda title: say("Reason for entry {entry}", entry=title.removeprefix(_REASON)),
        MarkKind.PEN_GIVEN: lambda title: say("Pen given to {name}", name=title.removeprefix(_GIVEN)),
        MarkKind.PEN_TAKEN: _pen_taken,
    }
)
_ACTIONS: Final[Mapping[str, Callable[[str], Sentence]]] = MappingProxyType(
    {
        "create": lambda title: say("Begun: {title}", title=title.removeprefix("Created: ")),
        "undo": lambda title: say("Undone: {title}", title=title),
        "redo": lambda title: say("Redone: {title}", title=title),
        "migrate": lambda title: say("File brought up to date: {title}", title=title),
    }
)
