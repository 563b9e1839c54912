"""A draw on a pool: for whom, who takes the persons over, and what it would do (COM(2020) 610, Art. 49)."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import SetUse
from desktop_app.calc.draw_limits import DrawLimit, limits_of, may_be_drawn
from desktop_app.calc.forum import Forum
from desktop_app.calc.member_states import name_of
from desktop_app.calc.moments import as_of
from desktop_app.calc.pool_use import bridge_of
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.search_and_rescue import PoolUse
from desktop_app.calc.wording import counted_persons, day, percent, persons
from desktop_app.views.fields import (
    ChoiceField,
    DateField,
    OfferField,
    PersonsField,
    TextField,
    day_text,
    persons_entry,
)
from desktop_app.views.forum_editors.base import Draft
from desktop_app.views.language import counted, marked, state_name, tr
from desktop_app.views.pools.drafts import NOT_SAID, PoolEditor, state_choices
from desktop_app.views.pools.words import missing_step

if TYPE_CHECKING:
    from desktop_app.calc.assessment import Assessment
    from desktop_app.views.desk import Desk

_WORDS = marked(
    "Each disembarkation draws on the pool of its state (Art. 49(1)). What a draw would do to the pool is shown below "
    "before it is taken."
)


class DrawEditor(PoolEditor):
    """Records a draw, or changes one."""

    def __init__(self, parent: QWidget | None, desk: "Desk", pool: str | None = None, place: int | None = None) -> None:
        """Make the editor.

        Args:
            parent: the window it belongs to.
            desk: takes the change.
            pool: the pool that is chosen at first.
            place: number of the draw that is changed; ``None`` records a new one.
        """
        super().__init__(parent, desk, tr("Record a draw") if place is None else tr("Change a draw"), _WORDS)
        self._place = place
        self._before = before = None if place is None else self.recorded.use[place]
        self.pool = self.pool_field()
        self.date = DateField(tr("Day of the disembarkation"))
        self.date.offer(as_of(self.forum))
        self.persons = PersonsField(tr("Persons"), "120")
        rows = self.figures.rows
        others = state_choices((row.code for row in rows), before.used_for if before else None)
        self.served = ChoiceField(tr("Used for"), [(None, tr("the pool's own state")), *others])
        contributing = (row.code for row in rows if not row.benefitting)
        givers = state_choices(contributing, before.contributor if before else None)
        self.contributor = ChoiceField(tr("Taken over by"), [(None, NOT_SAID), *givers])
        known = sorted({use.nationality for use in self.recorded.use if use.nationality})
        self.nationality = OfferField(tr("Nationality"), known, tr("for example Syrian"))
        self.risk = TextField(
            tr("Puts the pool's own state at no risk because …"), tr("arrivals have been low since March")
        )
        self.note = TextField(tr("Note"))
        self._put(before or PoolUse(pool or self._first()))
        self.add_row(self.pool, self.date, self.persons)
        self.add_row(self.served, self.contributor, self.nationality)
        self.add_row(self.risk, self.note)
        self.open_for(read_only=desk.read_only)
        self.review()
        self.date.setFocus()

    def _first(self) -> str:
        pools = self.figures.totals.pools
        return pools[0].benefitting if pools else ""

    def _put(self, draw: PoolUse) -> None:
        pools = {pool.benefitting for pool in self.figures.totals.pools}
        self.put_in("pool", self.pool, draw.benefitting if draw.benefitting in pools else self.pool.raw)
        self.put_in("date", self.date, day_text(draw.date))
        self.put_in("persons", self.persons, persons_entry(draw.persons or None))
        self.put_in("served", self.served, draw.used_for)
        self.put_in("contributor", self.contributor, draw.contributor)
        self.put_in("nationality", self.nationality, draw.nationality)
        self.put_in("risk", self.risk, draw.not_at_risk)
        self.put_in("note", self.note, draw.note)

    # ------------------------------------------------------------------------------------------------------- the draft

    def draft(self) -> Draft:
        """Return the draw as it stands in the fields."""
        found = self.wrong
        code = self.pool.value
        self._hint()
        self._ask_for_risk(elsewhere=self.served.value not in {None, code})
        draw = self._draw()
        if draw == self._before:
            return Draft(None, found)
        for name, problem in self._refusals(draw):
            found.setdefault(name, problem)
        # What is still empty is no mistake yet: the lines under the fields say what belongs there.
        is_finished = draw.date is not None and bool(self.persons.raw.strip())
        return Draft(None if found or not is_finished else self._change(draw), found)

    def _ask_for_risk(self, *, elsewhere: bool) -> None:
        """Ask why the pool's own state is at no risk where its pool is used for another; say why not, else."""
        self.risk.setEnabled(elsewhere)
        if not elsewhere:
            self.risk.say(tr("Only where the pool is used for another state: Used for says whose it is (Art. 49(3))."))
        elif not (self.risk.value or ""):
            self.risk.say(tr("Not said yet: a warning stays until it is (Art. 49(3))."), "warn")
        else:
            self.risk.say("")

    def missing(self) -> dict[str, str]:
        """Return the day and the number of a draw, where they are not there yet."""
        if self._draw() == self._before:
            return {}
        said = {
            "date": tr("On which day did they disembark? Write the day."),
            "persons": tr("How many persons are drawn?"),
        }
        return {name: words for name, words in said.items() if not self.fields[name].raw.strip()}

    def _draw(self) -> PoolUse:
        code = self.pool.value
        elsewhere = self.served.value not in {None, code}
        return PoolUse(
            code or "",
            self.date.value,
            self.persons.value or 0,
            self.served.value if elsewhere else None,
            self.risk.value if elsewhere else None,
            self.contributor.value,
            self.nationality.value,
            self.note.value,
        )

    def _change(self, draw: PoolUse) -> SetUse:
        use = self.recorded.use
        state, count = name_of(draw.benefitting), counted_persons(draw.persons)
        if self._place is None:
            title = marked("{state}: {persons} drawn", state=state, persons=count)
            return SetUse(self.recorded.calls, (*use, draw), title)
        changed = (*use[: self._place], draw, *use[self._place + 1 :])
        title = marked("{state}: {persons} drawn, changed", state=state, persons=count)
        return SetUse(self.recorded.calls, changed, title)

    def leads(self, then: Forum) -> list[str]:
        """Return the draw in a few words."""
        draw = then.search_and_rescue.use[-1 if self._place is None else self._place]
        return [
            tr(
                "{counted} drawn on the pool of {state}",
                counted=counted(draw.persons),
                state=state_name(draw.benefitting),
            )
        ]

    def show_draft(self, assessment: "Assessment | None") -> None:
        """Say beside the number how much of the pool would be used."""
        code = self.pool.value
        if assessment is None or code is None or not self.persons.value:
            return
        now, then = self.figures.pool(code), SearchAndRescueAssessment.of(assessment).pool(code)
        if now.used_ratio is None or then.used_ratio is None or then.remaining is None:
            return
        used = tr(
            "Used {before} → {after}, {persons} remain.",
            before=percent(now.used_ratio),
            after=percent(then.used_ratio),
            persons=persons(then.remaining),
        )
        if then.alarm and not now.alarm:
            reached = tr("80 % is reached: the Asylum Agency notifies it, the forum is called.")
            self.persons.say(f"{used} {reached}", "warn")
        else:
            self.persons.say(used)

    def _hint(self) -> None:
        left = self._left()
        self.persons.hint("" if left is None else tr("{persons} remain in this pool.", persons=persons(left)))
        adopted = self.recorded.act.adopted
        self.date.hint("" if adopted is None else tr("On or after {day}, the day of the act.", day=day(adopted)))

    def _left(self) -> int | None:
        """Return what may be drawn on the chosen pool: without the draw that is changed."""
        code = self.pool.value
        return None if code is None else may_be_drawn(self.figures, code, self._before)

    # ---------------------------------------------------------------------------------------------------- the refusals

    def _refusals(self, draw: PoolUse) -> Iterator[tuple[str, str]]:
        """Yield what forbids the draw, by field; the first one of a field counts."""
        missing = missing_step(self.figures)
        if missing:
            yield "pool", missing
            return
        if self.persons.raw.strip() and draw.persons <= 0:
            yield "persons", tr("How many persons are drawn? Write a number of at least 1.")
        for limit in limits_of(self.figures, draw, self._before) if draw.benefitting else ():
            yield self._refusal(limit, draw)

    def _refusal(self, limit: DrawLimit, draw: PoolUse) -> tuple[str, str]:
        """Return the field that a limit is about, and what is said there."""
        bridge = bridge_of(self.recorded, draw.used_for or draw.benefitting)
        served = state_name(draw.used_for or draw.benefitting)
        match limit:
            case DrawLimit.BEFORE_ACT:
                adopted = _day(self.recorded.act.adopted)
                return "date", tr("The act is of {adopted}: nothing is drawn before it (Art. 49(1)).", adopted=adopted)
            case DrawLimit.BEYOND_POOL:
                return "persons", tr(
                    "Only {counted} may still be drawn on the pool of {state} (Art. 49(1)).",
                    counted=counted(self._left() or 0),
                    state=state_name(draw.benefitting),
                )
            case DrawLimit.AFTER_PRESSURE_ACT:
                return "date", tr(
                    "After the act on migratory pressure of {day} nothing is drawn for {served}, on no pool: so "
                    "Art. 49(3) is read here, of every draw for that state.",
                    day=_day(bridge.closes),
                    served=served,
                )
            case DrawLimit.NO_BRIDGE:
                return "served", tr(
                    "Another state's pool is used for {served} only from a report on migratory pressure until its act "
                    "(Art. 49(3)); none is recorded for it.",
                    served=served,
                )
            case DrawLimit.BEFORE_BRIDGE:
                return "served", tr(
                    "Another state's pool is used for {served} from {day}, the day of the report on migratory pressure "
                    "(Art. 49(3)).",
                    served=served,
                    day=_day(bridge.opens),
                )


def _day(when: date | None) -> str:
    return "" if when is None else day(when)
