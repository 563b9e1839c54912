"""The rounds of the Solidarity Forum on a pressure response, in which types alone may change (Art. 52(4))."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import Change, SetTypeRounds
from desktop_app.calc.exact import round_half_up
from desktop_app.calc.forum import Forum
from desktop_app.calc.migratory_pressure import TypeRound
from desktop_app.calc.periods_2020 import act_due
from desktop_app.calc.pressure_assessment import PressureAssessment, TypeMatch
from desktop_app.calc.wording import day, listed, persons
from desktop_app.views.fields import DateField, Field, NoteField, TextField, day_text, read_day
from desktop_app.views.forum_editors.entries import RECORDED, Raw, kept_text
from desktop_app.views.forum_editors.rounds import RoundsBase, days_words, free_name, round_problems
from desktop_app.views.language import marked, tr
from desktop_app.views.pressure.beside import HELP_PAGE

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_WORDS: Final = marked(
    "Where the plans do not match the needs of the report, the Commission convenes the Solidarity Forum; states are "
    "asked to adapt the type of their contributions (Art. 52(4)). Only types may change: each state's number is fixed "
    "by the key. Revised plans, marked (Rev), count if they come in up to the end of the forum."
)
_NAMES: Final = {"relocations": marked("relocation"), "sponsorship": marked("return sponsorship")}


def mismatch_words(matches: Sequence[TypeMatch]) -> str:
    """Return what the plans give more or less than is asked, by type, in whole persons; empty where they match.

    It is the reason for the forum: ``"return sponsorship: 113 offered for 287 asked, 174 fewer"``.
    """
    said = []
    for match in matches:
        if match.asked is None or match.given is None or not match.is_mismatch:
            continue
        given, asked = round_half_up(match.given), round_half_up(match.asked)
        beyond = (
            tr("{count} more", count=persons(given - asked))
            if given > asked
            else tr("{count} fewer", count=persons(asked - given))
        )
        said.append(
            tr(
                "{type}: {given} offered for {asked} asked, {beyond}",
                type=_NAMES[match.name],
                given=persons(given),
                asked=persons(asked),
                beyond=beyond,
            )
        )
    return "; ".join(said)


def match_words(matches: Sequence[TypeMatch]) -> str:
    """Say how the plans stand to the needs of the report now."""
    open_ones = [_NAMES[match.name] for match in matches if match.difference is None]
    if open_ones:
        return tr("Whether the plans match the needs is open: {listed} is not known.", listed=listed(open_ones))
    words = mismatch_words(matches)
    return (
        tr("Now {words}.", words=words)
        if words
        else tr("The plans match the needs of the report, type by type: no forum is called for.")
    )


class TypeRoundKinds:
    """Rounds of the forum of Art. 52(4)."""

    title = marked("Rounds, in their order")
    one = marked("round")
    moves = True

    def __init__(self, reason: str) -> None:
        """Propose this reason for a new round: the mismatch by type."""
        self._reason = reason

    def fields(self) -> dict[str, Field]:
        """Make the fields of a round."""
        return {
            "opened": DateField(tr("Opened on")),
            "ended": DateField(tr("Ended on")),
            "reason": NoteField(
                tr("The reason: types that do not match the needs"), tr("too few offer sponsorship"), lines=2
            ),
            "id": TextField(tr("Short name"), "f1"),
        }

    def new(self, others: Sequence[Raw]) -> Raw:
        """Return a round with a short name of its own, and the mismatch as its reason."""
        return {"opened": "", "ended": "", "reason": self._reason, "id": free_name(others)}

    def words(self, raw: Raw) -> str:
        """Return for example ``"f1  18 to 20 November 2026"``."""
        return f"{raw['id'].strip() or '?'}  {days_words(raw)}"

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:
        """Ask for days that can be read and follow each other, and a name of its own."""
        return round_problems(raw, others)


class TypeRoundsEditor(RoundsBase):
    """Rounds of the forum, and the end of the forum of Art. 52(4)."""

    help_page = HELP_PAGE
    after_the_end = marked("Two weeks after its end the act is due (Art. 53(1)).")

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        recorded = desk.assessment.forum.migratory_pressure
        self._matches = PressureAssessment.of(desk.assessment).totals.matches
        held = [_raw(each) for each in recorded.rounds]
        ended = (tr("End of the forum of Art. 52(4)"), recorded.forum_ended)
        super().__init__(parent, desk, _WORDS, (TypeRoundKinds(mismatch_words(self._matches)), held), ended)

    def change(self) -> Change:
        """Return the rounds and the end."""
        return SetTypeRounds(tuple(_round(raw) for raw in self.rounds.held), self.ended.value)

    def rounds_of(self, forum: Forum) -> tuple[Sequence[object], date | None]:
        """Return the rounds of a forum, and its end."""
        return forum.migratory_pressure.rounds, forum.migratory_pressure.forum_ended

    def meaning_of(self, raw: Raw | None) -> str:  # noqa: ARG002 - one kind of round alone
        """Return how the plans match the needs, and what the end of the forum starts."""
        meaning = match_words(self._matches)
        if self.ended.value is None:
            return meaning
        return tr(
            "{meaning} The forum has ended: the act is due by {day} (Art. 53(1)).",
            meaning=meaning,
            day=day(act_due(self.ended.value)),
        )


def _raw(recorded: TypeRound) -> Raw:
    return {
        "opened": day_text(recorded.opened),
        "ended": day_text(recorded.ended),
        "reason": recorded.reason or "",
        "id": recorded.id,
        RECORDED: recorded,
    }


def _round(raw: Raw) -> TypeRound:
    return TypeRound(
        kept_text(raw, "id") or "",
        kept_text(raw, "reason"),
        read_day(raw["opened"]).value,
        read_day(raw["ended"]).value,
    )
