"""Calling the Solidarity Forum because 80 % of a pool is used (COM(2020) 610, Art. 46, 48)."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import SetRounds
from desktop_app.calc.forum import Forum
from desktop_app.calc.moments import as_of
from desktop_app.calc.search_and_rescue import ActPath, Round, RoundKind
from desktop_app.calc.wording import day, percent, persons
from desktop_app.views.fields import DateField, TextField, day_text
from desktop_app.views.forum_editors.base import Draft
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.pools.drafts import PoolEditor
from desktop_app.views.pools.words import NO_POOL, persons_or_open

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_WORDS: Final = marked(
    "Once 80 % of a pool is used, the Asylum Agency notifies it and the forum is convened. Under Art. 48(1) Member "
    "States may then raise what they give; under Art. 48(2) they are told, and the act is amended."
)
_EARLY: Final = marked("80 % of this pool is not used yet: Art. 48 calls the forum once it is.")


class ConveneEditor(PoolEditor):
    """Records a session of the forum for one pool, with its day and its reason proposed."""

    def __init__(self, parent: QWidget | None, desk: "Desk", pool: str | None = None) -> None:
        """Make the editor.

        Args:
            parent: the window it belongs to.
            desk: takes the change.
            pool: the pool that is chosen at first; by default the first one with the alarm.
        """
        super().__init__(parent, desk, tr("Call the forum"), _WORDS)
        pools = self.figures.totals.pools
        alarmed = next((each.benefitting for each in pools if each.alarm), None)
        self.pool = self.pool_field(tr("Because of the pool of"))
        self.name = TextField(tr("Short name"), "pool-1")
        self.opened = DateField(tr("Opens on"))
        self.ended = DateField(tr("Ends on"))
        self.reason = TextField(tr("Reason"))
        chosen = pool or alarmed
        known = {each.benefitting for each in pools}
        self.put_in("pool", self.pool, chosen if chosen in known else self.pool.raw)
        self.put_in("name", self.name, self._next_name())
        self.put_in("opened", self.opened, day_text(as_of(self.forum)))
        self.put_in("ended", self.ended, "")
        self.put_in("reason", self.reason, self._proposed_reason())
        self.pool.edited.connect(self._propose)
        self.add_row(self.pool, self.name)
        self.add_row(self.opened, self.ended)
        self.add(self.reason)
        self.open_for(read_only=desk.read_only)
        self.review()
        self.opened.setFocus()

    def draft(self) -> Draft:
        """Return the session as it stands in the fields, behind those that are recorded."""
        found = self.wrong
        self.ended.hint(tr("Empty: it lasts."))
        name, opened, ended = (self.name.value or "").strip(), self.opened.value, self.ended.value
        if self.pool.value is None:
            found["pool"] = NO_POOL
        if not name:
            found["name"] = tr("A session needs a short name, such as pool-1.")
        elif any(each.id == name for each in self.recorded.rounds):
            found["name"] = tr("The name {name} is taken: give each session its own.", name=name)
        if opened is None:
            found.setdefault("opened", tr("A session needs its day: write for example 2027-03-15."))
        elif ended is not None and ended < opened:
            found["ended"] = tr("It opens on {day}: it cannot end before that.", day=day(opened))
        if found:
            return Draft(None, found)
        held = Round(name, RoundKind.POOL_USED, self.reason.value, opened, ended, self.pool.value)
        return Draft(SetRounds((*self.recorded.rounds, held), self.recorded.forum_ended), {})

    def review(self) -> None:
        """Read the fields again; say where the pool does not call for it yet."""
        super().review()
        code = self.pool.value
        if code is not None:
            self.pool.say("" if self.figures.pool(code).alarm else _EARLY, "warn")

    def leads(self, then: Forum) -> list[str]:
        """Return which session is recorded, and what it leads to."""
        held = then.search_and_rescue.rounds[-1]
        path = then.search_and_rescue.act.path
        next_step = tr("a top-up may follow") if path is ActPath.STILL_SHORT else tr("voluntary raises may follow")
        state = state_name(held.benefitting or "")
        if held.opened is None:
            return [tr("forum called for the pool of {state}; {next_step}", state=state, next_step=next_step)]
        return [
            tr(
                "forum called on {day} for the pool of {state}; {next_step}",
                day=day(held.opened),
                state=state,
                next_step=next_step,
            )
        ]

    def _next_name(self) -> str:
        taken = {each.id for each in self.recorded.rounds}
        return next(name for number in range(1, len(taken) + 2) if (name := f"pool-{number}") not in taken)

    def _proposed_reason(self) -> str:
        code = self.pool.value
        if code is None:
            return ""
        pool = self.figures.pool(code)
        state, used, held = state_name(code), persons(pool.used), persons_or_open(pool.pool)
        if pool.used_ratio is None:
            return tr("the pool of {state} used: {used} of {held}", state=state, used=used, held=held)
        return tr(
            "{ratio} of the pool of {state} used: {used} of {held}",
            ratio=percent(pool.used_ratio),
            state=state,
            used=used,
            held=held,
        )

    def _propose(self) -> None:
        self.reason.put(self._proposed_reason())
        self.review()
