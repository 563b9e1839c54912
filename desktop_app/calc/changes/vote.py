"""Changes of the Council's vote on the act of an annual pool (Art. 57(1))."""

from dataclasses import dataclass, replace

from desktop_app.calc.changes.base import ChangeKind
from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import name_of
from desktop_app.calc.sentences import say
from desktop_app.calc.vote import Ballot


@dataclass(frozen=True, slots=True)
class SetVote:
    """Replace what is recorded of the vote.

    Attributes:
        ballot: votes, voting populations, day and reference of the act.
    """

    ballot: Ballot

    @property
    def kind(self) -> ChangeKind:
        """The act."""
        return ChangeKind.ACT

    def title(self, forum: Forum) -> str:
        """Return for example ``"Vote: Belgium yes"``, or what else of it changes."""
        codes = {line.code: line for line in (*forum.vote.lines, *self.ballot.lines)}
        votes = [code for code in codes if forum.vote.line(code).vote is not self.ballot.line(code).vote]
        if len(votes) == 1:
            vote = self.ballot.line(votes[0]).vote
            said = say("not yet") if vote is None else say(vote.value)
            return say("Vote: {state} {vote}", state=name_of(votes[0]), vote=said)
        if votes:
            return say("Vote: {count} Member States", count=len(votes))
        if any(forum.vote.line(code).population != self.ballot.line(code).population for code in codes):
            return say("Vote: voting population")
        return say("Vote: day and act")

    def apply_to(self, forum: Forum) -> Forum:
        """Return the forum with this vote, its lines in protocol order, empty ones left out."""
        return replace(forum, vote=replace(self.ballot, lines=()).with_lines(self.ballot.lines))
