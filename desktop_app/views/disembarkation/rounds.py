"""The rounds of the Solidarity Forum and its end: why each was convened, what it may change (Art. 46, 47(5), 48)."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import Change, SetRounds
from desktop_app.calc.forum import Forum
from desktop_app.calc.periods_2020 import act_due
from desktop_app.calc.search_and_rescue import ActPath, Round, RoundKind
from desktop_app.calc.wording import day
from desktop_app.views.fields import ChoiceField, DateField, Field, TextField, day_text, read_day
from desktop_app.views.forum_editors.entries import RECORDED, Raw, kept_text
from desktop_app.views.forum_editors.rounds import RoundsBase, days_words, free_name, round_problems
from desktop_app.views.language import marked, state_name, state_with_code, tr

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_KINDS: Final = (
    (None, marked("not said")),
    (RoundKind.SHORTFALL, marked("pledges fall significantly short (Art. 47(5))")),
    (RoundKind.POOL_USED, marked("80 % of a pool used (Art. 48)")),
)
_SHORT_KINDS: Final = {
    None: marked("reason not said"),
    RoundKind.SHORTFALL: marked("pledges significantly short"),
    RoundKind.POOL_USED: marked("80 % of a pool used"),
}
_WORDS: Final = marked(
    "All Member States take part; the Commission convenes and chairs (Art. 46). Plans revised in the forum of "
    "Art. 47(5) count if they come in up to its end."
)
_SHORTFALL: Final = marked(
    "Art. 47(5): the Commission asks states to adapt the number and, where relevant, the type of their contributions; "
    "revised plans, marked (Rev), are handed in during the forum."
)
_SUFFICIENT_USED: Final = marked(
    "Art. 48(1): 80 % of a pool is used. States may raise what they offer for that state of disembarkation, of their "
    "own will; the act is amended by what they offer."
)
_SHORT_USED: Final = marked(
    "Art. 48(2): 80 % of a pool is used. The forum informs; then the act may be amended: the total rises by at most "
    "50 %, and every share with it."
)
_EITHER_USED: Final = marked("{sufficient} {short}", sufficient=_SUFFICIENT_USED, short=_SHORT_USED)


class RoundKinds:
    """Rounds of the Solidarity Forum."""

    title = marked("Rounds, in their order")
    one = marked("round")
    moves = True

    def __init__(self, pools: Sequence[str]) -> None:
        """Offer these pools; codes of the states of disembarkation."""
        self._pools = tuple(pools)

    def fields(self) -> dict[str, Field]:
        """Make the fields of a round."""
        return {
            "kind": ChoiceField(tr("Convened because"), _KINDS),
            "benefitting": ChoiceField(tr("The pool that is used up to 80 %"), self._choices()),
            "opened": DateField(tr("Opened on")),
            "ended": DateField(tr("Ended on")),
            "reason": TextField(tr("The reason, in words"), tr("pledges reach half of the report's total")),
            "id": TextField(tr("Short name"), "f1"),
        }

    def new(self, others: Sequence[Raw]) -> Raw:
        """Return a round with a short name of its own."""
        kind = RoundKind.POOL_USED if others else RoundKind.SHORTFALL
        return {"kind": kind, "benefitting": None, "opened": "", "ended": "", "reason": "", "id": free_name(others)}

    def words(self, raw: Raw) -> str:
        """Return for example ``"f1  pledges significantly short, 16 to 20 November 2026"``."""
        pool = f" ({state_name(raw['benefitting'])})" if raw["benefitting"] else ""
        return f"{raw['id'].strip() or '?'}  {tr(_SHORT_KINDS[raw['kind']])}{pool}, {days_words(raw)}"

    def problems(self, raw: Raw, others: Sequence[Raw]) -> dict[str, str]:
        """Ask for days that can be read and follow each other, a name of its own, and the pool where one is used."""
        found = round_problems(raw, others)
        if raw["benefitting"] and raw["kind"] is not RoundKind.POOL_USED:
            found["benefitting"] = tr("Only a round that a used pool called names one: choose no pool, or that reason.")
        return found

    def _choices(self) -> tuple[tuple[str | None, str], ...]:
        return ((None, tr("none")), *((code, state_with_code(code)) for code in self._pools))


class RoundsEditor(RoundsBase):
    """Rounds of the forum, and the end of the forum of Art. 47(5)."""

    help_page = "search-and-rescue"
    after_the_end = marked("Two weeks after its end the act is due (Art. 48).")

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        recorded = desk.assessment.forum.search_and_rescue
        named = [each.code for each in recorded.report.benefitting]
        others = [each.benefitting for each in recorded.rounds if each.benefitting]
        pools = list(dict.fromkeys([*named, *others]))
        held = [_raw(each) for each in recorded.rounds]
        ended = (tr("End of the forum of Art. 47(5)"), recorded.forum_ended)
        super().__init__(parent, desk, _WORDS, (RoundKinds(pools), held), ended)

    def change(self) -> Change:
        """Return the rounds and the end."""
        return SetRounds(tuple(_round(raw) for raw in self.rounds.held), self.ended.value)

    def rounds_of(self, forum: Forum) -> tuple[Sequence[object], date | None]:
        """Return the rounds of a forum, and its end."""
        return forum.search_and_rescue.rounds, forum.search_and_rescue.forum_ended

    def meaning_of(self, raw: Raw | None) -> str:
        """Return what the round means under the act's path, and what the end of the forum starts."""
        path = self.forum.search_and_rescue.act.path
        used = {ActPath.SUFFICIENT: _SUFFICIENT_USED, ActPath.STILL_SHORT: _SHORT_USED, None: _EITHER_USED}[path]
        meaning = used if raw is not None and raw["kind"] is RoundKind.POOL_USED else _SHORTFALL
        if self.ended.value is None:
            return meaning
        return tr(
            "{meaning} The forum has ended: the act is due by {day}.",
            meaning=meaning,
            day=day(act_due(self.ended.value)),
        )

    def ends(self) -> Sequence[date | None]:
        """Return the days on which rounds of Art. 47(5) ended."""
        return [read_day(raw["ended"]).value for raw in self.rounds.held if raw["kind"] is not RoundKind.POOL_USED]


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
