"""Day and act of the vote, and the Council's own population figures, typed or pasted."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import SetVote
from desktop_app.calc.forum import Forum
from desktop_app.calc.majority import standing_of
from desktop_app.calc.sentences import say
from desktop_app.calc.vote import Ballot, BallotLine
from desktop_app.calc.voting_population import ReadPopulations, read_populations
from desktop_app.calc.wording import listed, persons
from desktop_app.views.fields import DateField, NoteField, TextField, day_text
from desktop_app.views.forum_editors.base import Draft, ForumEditor
from desktop_app.views.language import marked, state_name, tr

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment
    from desktop_app.views.desk import Desk

_LINES: Final = 9
_WORDS: Final = say(
    "The Council weighs votes by population figures of its own, which can differ from the key's. Without any, the "
    "population of the key stands in for them. Paste two columns of a table, or type one Member State a line."
)
_FEW: Final = 4


class VoteDetailsEditor(ForumEditor):
    """Reference and day, source and date of the figures, and the figures."""

    help_page = "negotiation"
    help_heading = marked("The vote")

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        super().__init__(parent, desk, tr("Day, act and voting population"), _WORDS)
        ballot = self.forum.vote
        self.reference = TextField(tr("Act voted on"), tr("ST …/26"))
        self.date = DateField(tr("Day of the vote"))
        self.source = TextField(tr("Source of the voting population"), tr("Council Decision (EU, Euratom) …"))
        self.source_date = DateField(tr("Its date"))
        self.figures = NoteField(tr("Voting population, one Member State a line"), tr("BE 11 883 495"), _LINES)
        self.put_in("reference", self.reference, ballot.reference)
        self.put_in("date", self.date, day_text(ballot.date))
        self.put_in("source", self.source, ballot.population_source)
        self.put_in("source_date", self.source_date, day_text(ballot.population_date))
        self.put_in("figures", self.figures, written(ballot))
        self.add_row(self.reference, self.date)
        self.add_row(self.source, self.source_date)
        self.add(self.figures)
        self.open_for(read_only=desk.read_only)
        self.review()

    def draft(self) -> Draft:
        """Return the vote with what stands in the fields; the votes stay."""
        read = read_populations(self.figures.raw)
        found = {name: field.problem for name, field in self.fields.items() if field.problem}
        if read.problem:
            found["figures"] = read.problem
        ballot = self.forum.vote
        codes = dict.fromkeys((*(line.code for line in ballot.lines), *read.populations))
        lines = [BallotLine(code, ballot.line(code).vote, read.populations.get(code)) for code in codes]
        changed = Ballot(self.date.value, self.reference.value, self.source.value, self.source_date.value)
        return Draft(None if found else SetVote(changed.with_lines(lines)), found)

    def leads(self, then: Forum) -> list[str]:
        """Return what is another one."""
        said = []
        before, after = self.forum.vote, then.vote
        for name, words in (
            ("reference", tr("act voted on")),
            ("date", tr("day of the vote")),
            ("population_source", tr("source of the voting population")),
            ("population_date", tr("date of the voting population")),
        ):
            if getattr(before, name) != getattr(after, name):
                said.append(words)
        codes = {line.code for line in (*before.lines, *after.lines)}
        changed = [code for code in codes if before.line(code).population != after.line(code).population]
        if changed:
            said.append(
                tr("voting population of {count} Member State", count=len(changed))
                if len(changed) == 1
                else tr("voting population of {count} Member States", count=len(changed))
            )
        return said

    def show_draft(self, assessment: "Assessment | None") -> None:
        """Say what was understood of the figures, and who is still missing."""
        read = read_populations(self.figures.raw)
        if assessment is not None and not read.problem:
            self._say(read)

    def _say(self, read: ReadPopulations) -> None:
        if not read.populations:
            self.figures.say(tr("Empty: the population of the key counts."))
            return
        ballot = replace(self.forum.vote, lines=())
        lines = [BallotLine(code, None, count) for code, count in read.populations.items()]
        missing = standing_of(replace(self.forum, vote=ballot.with_lines(lines))).missing
        total = persons(sum(read.populations.values()))
        said = tr(
            "Understood: {count} Member States, {total} persons together.", count=len(read.populations), total=total
        )
        if missing:
            names = [state_name(code) for code in missing[:_FEW]]
            rest = len(missing) - len(names)
            named = [*names, tr("{rest} more", rest=rest)] if rest else names
            said += " " + tr("Still missing: {listed}.", listed=listed(named))
        self.figures.say(said, "warn" if missing else "muted")


def written(ballot: Ballot) -> str:
    """Write the figures that are recorded, one a line."""
    return "\n".join(f"{line.code} {persons(line.population)}" for line in ballot.lines if line.population is not None)
