"""Changes of the answers that persons gave to warnings."""

from dataclasses import dataclass, replace
from datetime import date

from desktop_app.calc.acknowledged import in_order
from desktop_app.calc.changes.base import CannotChangeError, ChangeKind
from desktop_app.calc.forum import Acknowledgement, Forum
from desktop_app.calc.member_states import name_of
from desktop_app.calc.sentences import say


def _about(rule: str, state: str | None) -> str:
    return say("{rule}, {state}", rule=rule, state=name_of(state)) if state else rule


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """Answer a warning with a reason; an earlier answer to the same words gives way.

    Attributes:
        rule: id of the rule.
        state: code of the state concerned, or ``None``.
        message: what the warning says.
        reason: why it may stand.
        by: who acknowledges it.
        on: the day.
    """

    rule: str
    state: str | None
    message: str
    reason: str
    by: str | None = None
    on: date | None = None

    @property
    def kind(self) -> ChangeKind:
        """An acknowledgement."""
        return ChangeKind.ACKNOWLEDGEMENT

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return for example ``"Acknowledged: AMMR-57-3b, Hungary"``."""
        return say("Acknowledged: {about}", about=_about(self.rule, self.state))

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with this answer.

        Raises:
            CannotChangeError: no reason is given.
        """
        if not self.reason.strip():
            raise CannotChangeError(
                say("{about}: an acknowledgement needs a reason. Type one.", about=_about(self.rule, self.state))
            )
        answer = Acknowledgement(self.rule, self.state, self.message, self.reason, self.by, self.on)
        others = [
            each
            for each in forum.acknowledgements
            if (each.rule, each.state, each.message) != (self.rule, self.state, self.message)
        ]
        return replace(forum, acknowledgements=in_order([*others, answer]))


@dataclass(frozen=True, slots=True)
class WithdrawAcknowledgement:
    """Take an answer back; the warning stands again.

    Attributes:
        rule: id of the rule.
        state: code of the state concerned, or ``None``.
        message: what the warning said when it was answered.
    """

    rule: str
    state: str | None
    message: str

    @property
    def kind(self) -> ChangeKind:
        """An acknowledgement."""
        return ChangeKind.ACKNOWLEDGEMENT

    def title(self, forum: Forum) -> str:  # noqa: ARG002 - the same for every forum
        """Return for example ``"Acknowledgement withdrawn: AMMR-57-3b, Hungary"``."""
        return say("Acknowledgement withdrawn: {about}", about=_about(self.rule, self.state))

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum without this answer.

        Raises:
            CannotChangeError: there is no such answer.
        """
        kept = tuple(
            each
            for each in forum.acknowledgements
            if (each.rule, each.state, each.message) != (self.rule, self.state, self.message)
        )
        if len(kept) == len(forum.acknowledgements):
            raise CannotChangeError(say("{about}: nothing is acknowledged there.", about=_about(self.rule, self.state)))
        return replace(forum, acknowledgements=kept)
