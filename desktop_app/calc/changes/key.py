"""Changes of the reference key and of the applications behind the 10 % indicator (Art. 66)."""

from dataclasses import dataclass, replace

from desktop_app.calc.changes.base import ChangeKind
from desktop_app.calc.forum import KEY_NAMES, Applications, Forum, Key, SharesStatus
from desktop_app.calc.member_states import POSITION
from desktop_app.calc.sentences import say


@dataclass(frozen=True, slots=True)
class SetKey:
    """Replace the data of the reference key.

    Attributes:
        key: the new data.
        shares_status: whether the shares are computed for the act or an estimate.
    """

    key: Key
    shares_status: SharesStatus

    @property
    def kind(self) -> ChangeKind:
        """The key."""
        return ChangeKind.KEY

    def title(self, forum: Forum) -> str:
        """Return the name of the key in the forum's procedure: ``"Reference key"``, ``"Distribution key"``."""
        return KEY_NAMES[forum.procedure]

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with this key, its states in protocol order."""
        states = tuple(sorted(self.key.states, key=lambda state: POSITION[state.code]))
        shares = tuple(sorted(self.key.adopted_shares, key=lambda pair: POSITION[pair[0]]))
        key = replace(self.key, states=states, adopted_shares=shares)
        return replace(forum, key=key, shares_status=self.shares_status)


@dataclass(frozen=True, slots=True)
class SetApplications:
    """Replace the applications for international protection behind the 10 % indicator.

    Attributes:
        applications: one entry a state.
        source: dataset and release.
    """

    applications: tuple[Applications, ...]
    source: str | None

    @property
    def kind(self) -> ChangeKind:
        """The key's affair: figures of all states follow."""
        return ChangeKind.KEY

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return ``"Applications of five years"``."""
        return say("Applications of five years")

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with these applications, in protocol order."""
        ordered = tuple(sorted(self.applications, key=lambda entry: POSITION[entry.code]))
        return replace(forum, applications=ordered, applications_source=self.source)
