"""Changes of what migratory pressure and the voluntary mechanism record beside (COM(2020) 610, Art. 55 to 60, 72)."""

from dataclasses import dataclass, replace

from desktop_app.calc.changes.base import ChangeKind
from desktop_app.calc.forum import Forum
from desktop_app.calc.solidarity_record import SolidarityRecord
from desktop_app.calc.voluntary import Voluntary, signatory_place


@dataclass(frozen=True, slots=True)
class SetSolidarity:
    """Replace groups, support plans, requests, incentives and the log.

    Attributes:
        record: the new record.
        what: name of the change, such as ``"Support plan SP-1"``.
    """

    record: SolidarityRecord
    what: str

    @property
    def kind(self) -> ChangeKind:
        """Contributions beside the plans."""
        return ChangeKind.SOLIDARITY

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - said by whoever made the change
        """Return the name that was given."""
        return self.what

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with this record."""
        return replace(forum, solidarity=self.record)


@dataclass(frozen=True, slots=True)
class SetVoluntary:
    """Replace mechanism, signatories, needs, pledges and commitments of the voluntary mechanism.

    Attributes:
        voluntary: the new record.
        what: name of the change, such as ``"Norway: pledge"``.
    """

    voluntary: Voluntary
    what: str

    @property
    def kind(self) -> ChangeKind:
        """The voluntary mechanism."""
        return ChangeKind.VOLUNTARY

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - said by whoever made the change
        """Return the name that was given."""
        return self.what

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with this record, states in their order."""
        ordered = replace(
            self.voluntary,
            signatories=tuple(sorted(self.voluntary.signatories, key=lambda each: signatory_place(each.code))),
            needs=tuple(sorted(self.voluntary.needs, key=lambda each: signatory_place(each.benefitting))),
            pledges=tuple(sorted(self.voluntary.pledges, key=lambda each: signatory_place(each.code))),
        )
        return replace(forum, voluntary=ordered)
