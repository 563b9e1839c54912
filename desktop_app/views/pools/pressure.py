"""A procedure of migratory pressure beside this one, which bounds the bridge (COM(2020) 610, Art. 49(3))."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from desktop_app.calc.changes import SetPressureAct
from desktop_app.calc.forum import Forum
from desktop_app.calc.moments import as_of
from desktop_app.calc.pool_use import Bridge
from desktop_app.calc.search_and_rescue import PressureAct
from desktop_app.calc.wording import day, listed
from desktop_app.views.fields import ChoiceField, DateField, day_text
from desktop_app.views.forum_editors.base import Draft
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.pools.drafts import PoolEditor, state_choices
from desktop_app.views.pools.words import words_of_bridge
from desktop_app.views.theme import Type, legible

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_WORDS: Final = marked(
    "From a report on migratory pressure (Art. 51) until the act of Art. 53 the rest of a pool may be used for the "
    "state under pressure, and other states' pools where that puts them at no risk. After that act nothing more is "
    "drawn for it, on its own pool neither: so Art. 49(3) is read here, of every draw for that state."
)
_EVERY: Final = marked("every state of disembarkation")
_NOTHING: Final = marked("No procedure of migratory pressure is recorded: each pool serves its own state alone.")


class PressureEditor(PoolEditor):
    """The state under pressure, its report and its act; what that opens and ends, in words."""

    def __init__(self, parent: QWidget | None, desk: "Desk") -> None:
        super().__init__(parent, desk, tr("Migratory pressure beside"), _WORDS)
        held = self.recorded.pressure_act or PressureAct()
        states = state_choices((row.code for row in self.figures.rows), held.benefitting)
        self.state = ChoiceField(tr("State under pressure"), [(None, _EVERY), *states])
        self.reported = DateField(tr("Report on migratory pressure adopted on (Art. 51)"))
        self.adopted = DateField(tr("Act on migratory pressure adopted on (Art. 53)"))
        for field in (self.reported, self.adopted):
            field.offer(as_of(self.forum))
        self.put_in("state", self.state, held.benefitting, "pressure_act.benefitting")
        self.put_in("reported", self.reported, day_text(held.reported))
        self.put_in("adopted", self.adopted, day_text(held.adopted))
        self.add_row(self.state, self.reported, self.adopted)
        self.open_words = ToneLabel("", Type.STRONG)
        self.open_words.setWordWrap(True)
        self.add(self.open_words)
        self.open_for(read_only=desk.read_only)
        self.review()
        self.reported.setFocus()

    def draft(self) -> Draft:
        """Return the procedure as it stands in the fields; without a date there is none."""
        found = self.wrong
        reported, adopted = self.reported.value, self.adopted.value
        self.reported.hint(tr("Empty: no report yet, so no bridge."))
        self.adopted.hint(tr("Empty: not adopted yet, the bridge is open."))
        if reported is not None and adopted is not None and adopted < reported:
            found["adopted"] = tr("The report is of {day}: its act cannot be before it.", day=day(reported))
        pressure = PressureAct(self.state.value, reported, adopted) if reported or adopted else None
        self._say_bridge(pressure)
        return Draft(None if found else SetPressureAct(pressure), found)

    def leads(self, then: Forum) -> list[str]:
        """Return what is another one."""
        pressure = then.search_and_rescue.pressure_act
        if pressure is None:
            return [tr("procedure of migratory pressure taken out")]
        dates = [
            *([tr("report of {day}", day=day(pressure.reported))] if pressure.reported else []),
            *([tr("act of {day}", day=day(pressure.adopted))] if pressure.adopted else []),
        ]
        whose = _EVERY if pressure.benefitting is None else state_name(pressure.benefitting)
        return [tr("migratory pressure on {whose}: {listed}", whose=whose, listed=listed(dates))]

    def _say_bridge(self, pressure: PressureAct | None) -> None:
        name = tr("these states") if self.state.value is None else state_name(self.state.value)
        words = "" if pressure is None else words_of_bridge(Bridge(pressure.reported, pressure.adopted), name)
        self.open_words.setText(legible(words or _NOTHING))
