"""What a desk shows: the record of now, a moment of its past, or a scenario beside it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from desktop_app.calc.changes import CannotChangeError
from desktop_app.calc.memory import Moment, Scenario
from desktop_app.views.language import marked

if TYPE_CHECKING:
    from desktop_app.calc.changes import Change
    from desktop_app.calc.forum import Forum
    from desktop_app.models.applied import Applied

_PAST: Final = marked("This is a moment of the past, which does not change: go back to now to type.")


@dataclass(frozen=True, slots=True)
class Now:
    """The record as it stands; what is typed goes into it."""


@dataclass(frozen=True, slots=True)
class Past:
    """A moment of the record; nothing can be typed."""

    moment: Moment


@dataclass(frozen=True, slots=True)
class InScenario:
    """A scenario; what is typed goes into it and never into the record."""

    scenario: Scenario


View: TypeAlias = Now | Past | InScenario


class Line(Protocol):
    """What a desk shows and types into: the forum file itself, a scenario of it, or a moment of its past."""

    @property
    def forum(self) -> "Forum":
        """The forum."""
        ...

    @property
    def seq(self) -> int:
        """Number of its last entry."""
        ...

    @property
    def saved_at(self) -> datetime:
        """When that was committed, in UTC."""
        ...

    @property
    def state_hash(self) -> str:
        """Hash of its state."""
        ...

    @property
    def undo_title(self) -> str | None:
        """What would be undone, or ``None``."""
        ...

    @property
    def redo_title(self) -> str | None:
        """What would be redone, or ``None``."""
        ...

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be typed."""
        ...

    def apply(self, change: "Change") -> "Applied":
        """Apply a change."""
        ...

    def undo(self) -> "Applied":
        """Undo the last change."""
        ...

    def redo(self) -> "Applied":
        """Redo the change undone last."""
        ...


class PastLine:
    """A moment of the past: it can be read and nothing else."""

    undo_title: None = None
    redo_title: None = None
    is_read_only = True

    def __init__(self, forum: "Forum", moment: Moment) -> None:
        """Keep what stood there then."""
        self.forum = forum
        self.seq = moment.seq
        self.saved_at = moment.at
        self.state_hash = moment.state_hash

    def apply(self, change: "Change") -> "Applied":  # noqa: ARG002 - nothing is taken
        """Refuse: the past does not change.

        Raises:
            CannotChangeError: always.
        """
        raise CannotChangeError(_PAST)

    def undo(self) -> "Applied":
        """Refuse, as :meth:`apply` does; raises the same."""
        raise CannotChangeError(_PAST)

    def redo(self) -> "Applied":
        """Refuse, as :meth:`apply` does; raises the same."""
        raise CannotChangeError(_PAST)
