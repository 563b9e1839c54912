"""Several changes as one step."""

from dataclasses import dataclass

from desktop_app.calc.changes import Change, ChangeKind
from desktop_app.calc.forum import Forum
from desktop_app.calc.sentences import say


@dataclass(frozen=True, slots=True)
class Several:
    """Changes recorded together, such as the plans of several Member States.

    Attributes:
        changes: in the order in which they are made; all of one kind.
        name: of the step.
        touches: what they touch.
    """

    changes: tuple[Change, ...]
    name: str
    touches: ChangeKind

    @property
    def kind(self) -> ChangeKind:
        """What the changes touch."""
        return self.touches

    def title(self, forum: Forum) -> str:
        """Return for example ``"What would close the gap: 3 plans"``; of a single change, its own name."""
        if len(self.changes) == 1:
            return say("{name}: {title}", name=self.name, title=self.changes[0].title(forum))
        return say("{name}: {count} plans", name=self.name, count=len(self.changes))

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with every change.

        Raises:
            CannotChangeError: one of them makes no sense; none is made.
        """
        for change in self.changes:
            forum = change.apply_to(forum)
        return forum
