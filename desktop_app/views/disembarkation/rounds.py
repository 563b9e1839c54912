"""The rounds of the Solidarity Forum and its end: why each was convened, what it may change (Art. 46, 47(5), 48)."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import SetRounds
from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import name_of
from desktop_app.calc.periods_2020 import act_due
from desktop_app.calc.search_and_rescue import ActPath, Round, RoundKind
from desktop_app.calc.wording import day
from desktop_app.views.fields import ChoiceField, DateField, Field, TextField, day_text, read_day
from desktop_app.views.forum_editors.base import Draft, ForumEditor
from desktop_app.views.forum_editors.entries import RECORDED, Entries, Raw, kept_text
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Type, legible

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_KINDS: Final = (
    (None, "not said"),
    (RoundKind.SHORTFALL, "pledges fall significantly short (Art. 47(5))"),
    (RoundKind.POOL_USED, "80 % of a pool used (Art. 48)"),
)
_SHORT_KINDS: Final = {
    None: "reason not said",
    RoundKind.SHORTFALL: "pledges significantly short",
    RoundKind.POOL_USED: "80 % of a pool used",
}
_WORDS: Final = (
    "All Member States take part; the Commission convenes and chairs (Art. 46). Plans revised in the forum of "
    "Art. 47(5) count if they come in up to its end."
)
_SHORTFALL: Final = (
    "Art. 47(5): the Commission asks states to adapt the number and, where relevant, the type of their contributions; "
    "revised plans, marked (Rev), are handed in during the forum."
)
_SUFFICIENT_USED: Final = (
    "Art. 48(1): 80 % of a pool is used. States may raise what they offer for that state of disembarkation, of their "
    "own will; the act is amended by what they offer."
)
_SHORT_USED: Final = (
    "Art. 48(2): 80 % of a pool is used. The forum informs; then the act may be amended: the total rises by at most "
    "50 %, and every share with it."
)
_EITHER_USED: Final = f"{_SUFFICIENT_USED} {_SHORT_USED}"


class RoundKinds:
    """Rounds of the Solidarity Forum."""

    title = "Rounds, in their order"
    one = "round"
    moves = True

    def __init__(self, pools: Sequence[str]) -> None:
        """Offer these pools; codes of the states of disembarkation."""
        self._pools = tuple(pools)

    def fields(self) -> dict[str, Field]:
        """Make the fields of a round."""
        return {
            "kind": ChoiceField("Convened because", _KINDS),
            "benefitting": ChoiceField("The pool that is used up to 80 %", self._choices()),
            "opened": DateField("Opened on"),
            "ended": DateField("Ended on"),
            "reason": TextField("The reason, in words", "pledges reach half of the report's total"),
            "id": TextField("Short name", "f1"),
        }

    def new(self, others: Sequence[Raw]) -> Raw:
        """Return a round with a short name of its own."""
        taken = {other["id"].strip() for other in others}
        number = next(number for number in range(1, len(others) + 2) if f"f{number}" not in taken)
        kind = RoundKind.POOL_USED if others else RoundKind.SHORTFALL
        return {"kind": kind, "benefitting": None, "opened": "", "ended": "", "reason": "", "id": f"f{number}"}

    def words(self, raw: Raw) -> str:
        """Return for example ``"f1  pledges significantly short, 16 to 20 November 2026"``."""
        opened, ended = read_day(raw["opened"]).value, read_day(raw["ended"]).value
        pool = f" ({name_of(raw['benefitting'])})" if raw["benefitting"] else ""
        days = _days(opened, ended)
        return f"{raw['id'].strip() or '?'}  {_SHORT_KINDS[raw['kind']]}{pool}, {days}"

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:
        """Ask for days that can be read and follow each other, a name of its own, and the pool where one is used."""
        found = {name: read_day(raw[name]).problem for name in ("opened", "ended") if read_day(raw[name]).problem}
        opened, ended = read_day(raw["opened"]).value, read_day(raw["ended"]).value
        if opened and ended and ended < opened:
            found["ended"] = f"The round ends before it opens on {day(opened)}: correct one of the days."
        if not raw["id"].strip():
            found["id"] = "A round needs a short name, such as f1."
        elif any(other["id"].strip() == raw["id"].strip() for other in others):
            found["id"] = f"Another round is called {raw['id'].strip()}: choose a name of its own."
        if raw["benefitting"] and raw["kind"] is not RoundKind.POOL_USED:
            found["benefitting"] = "Only a round that a used pool called names one: choose no pool, or that reason."
        return found

    def _choices(self) -> tuple[tuple[str | None, str], ...]:
        return ((None, "none"), *((code, f"{name_of(code)} ({code})") for code in self._pools))


class RoundsEditor(ForumEditor):
    """Rounds of the forum, and the end of the forum of Art. 47(5)."""

    help_page = "search-and-rescue"
    help_heading = "Rounds of the forum"

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        super().__init__(parent, desk, "Rounds of the forum", _WORDS)
        recorded = self.forum.search_and_rescue
        named = [each.code for each in recorded.report.benefitting]
        others = [each.benefitting for each in recorded.rounds if each.benefitting]
        self.ended = DateField("End of the forum of Art. 47(5)")
        self.put_in("forum_ended", self.ended, day_text(recorded.forum_ended), "forum_ended")
        self.meaning = ToneLabel("", Type.BODY)
        self.meaning.setWordWrap(True)
        self.meaning.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.add_row(self.ended, self.meaning)
        pools = list(dict.fromkeys([*named, *others]))
        self.rounds = Entries(RoundKinds(pools), [_raw(each) for each in recorded.rounds])
        self.rounds.edited.connect(self.review)
        self.rounds.list.chosen.connect(lambda _row: self._say_meaning())
        self.add(self.rounds)
        self.open_for(read_only=desk.read_only)
        self.review()
        self.ended.setFocus()

    def open_for(self, *, read_only: bool) -> None:
        """Let the person change the rounds or only look."""
        super().open_for(read_only=read_only)
        self.rounds.set_read_only(read_only)

    def typed(self) -> object:
        """Return what stands in the fields and in the list."""
        return super().typed(), self.rounds.held

    def draft(self) -> Draft:
        """Return the rounds as they stand."""
        found = {name: field.problem for name, field in self.fields.items() if field.problem}
        if self.rounds.problem:
            found["rounds"] = self.rounds.problem
        self._say_meaning()
        if found:
            return Draft(None, found)
        return Draft(SetRounds(tuple(_round(raw) for raw in self.rounds.held), self.ended.value), {})

    def leads(self, then: Forum) -> list[str]:
        """Return what is another one: the end first, it starts the clock of the act."""
        now, new = self.forum.search_and_rescue, then.search_and_rescue
        said = []
        if now.forum_ended != new.forum_ended:
            said.append("forum not ended" if new.forum_ended is None else f"forum ended on {day(new.forum_ended)}")
        if now.rounds != new.rounds:
            before, after = len(now.rounds), len(new.rounds)
            said.append("rounds" if before == after else f"rounds {before} → {after}")
        return said

    def _say_meaning(self) -> None:
        """Say what the round means, and what the end of the forum starts."""
        held, here = self.rounds.held, self.rounds.list.current
        kind = held[here]["kind"] if 0 <= here < len(held) else RoundKind.SHORTFALL
        path = self.forum.search_and_rescue.act.path
        used = {ActPath.SUFFICIENT: _SUFFICIENT_USED, ActPath.STILL_SHORT: _SHORT_USED, None: _EITHER_USED}[path]
        meaning = used if kind is RoundKind.POOL_USED else _SHORTFALL
        if self.ended.value is not None:
            meaning = f"{meaning} The forum has ended: the act is due by {day(act_due(self.ended.value))}."
        self.meaning.setText(legible(meaning))
        ends = [read_day(raw["ended"]).value for raw in held if raw["kind"] is not RoundKind.POOL_USED]
        last = max((end for end in ends if end is not None), default=None)
        if last is not None:
            self.ended.hint(legible(f"Empty: the forum goes on, though a round ended on {day(last)}."))
        else:
            self.ended.hint("Empty: no forum, or it goes on. Two weeks after its end the act is due (Art. 48).")


def _days(opened: date | None, ended: date | None) -> str:
    """Return the days of a round: ``"18 to 20 November 2026"``."""
    if opened is None:
        return "day not known" if ended is None else f"ended {day(ended)}"
    if ended is None:
        return f"from {day(opened)}"
    if opened == ended:
        return day(ended)
    is_one_month = (opened.year, opened.month) == (ended.year, ended.month)
    return f"{opened.day if is_one_month else day(opened)} to {day(ended)}"


def _raw(recorded: Round) -> Raw:
    return {
        "kind": recorded.kind,
        "benefitting": recorded.benefitting,
        "opened": day_text(recorded.opened),
        "ended": day_text(recorded.ended),
        "reason": recorded.reason or "",
        "id": recorded.id,
        RECORDED: recorded,
    }


def _round(raw: Raw) -> Round:
    return Round(
        kept_text(raw, "id") or "",
        raw["kind"],
        kept_text(raw, "reason"),
        read_day(raw["opened"]).value,
        read_day(raw["ended"]).value,
        raw["benefitting"],
    )
