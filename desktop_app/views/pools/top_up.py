"""The top-up: the amended act that raises a pool by at most half (COM(2020) 610, Art. 48(2) last subparagraph)."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QSlider, QVBoxLayout, QWidget

from desktop_app.calc.changes import SetTopUp
from desktop_app.calc.forum import Forum
from desktop_app.calc.moments import as_of
from desktop_app.calc.pool_use import most_of_top_up
from desktop_app.calc.search_and_rescue import ActPath, TopUp
from desktop_app.calc.wording import persons
from desktop_app.views.fields import CheckField, DateField, PersonsField, TextField, day_text, persons_entry
from desktop_app.views.forum_editors.base import Draft
from desktop_app.views.language import marked, state_name, tr
from desktop_app.views.parts import FOCUS_WIDTH, ToneLabel
from desktop_app.views.pools.drafts import PoolEditor
from desktop_app.views.pools.words import NO_POOL
from desktop_app.views.theme import Space, Type, legible, theme

if TYPE_CHECKING:
    from desktop_app.views.desk import Desk

_WORDS: Final = marked(
    "After 80 % of a pool is used and the forum was told, the act is amended: the total rises by at most 50 %, and "
    "every share, sponsorship and measure rises with it (Art. 48(2), last subparagraph)."
)
_NO_ACT: Final = marked(
    "A pool is topped up by amending an act under Art. 48(2), and there is none. Under Art. 48(1) Member States may "
    "raise what they give of their own will."
)
_EARLY: Final = marked(
    "80 % of this pool was not used yet: a top-up has no ground, and a warning will say so (Art. 48(2))."
)


class TopUpEditor(PoolEditor):
    """Raises a pool to a new total, from the report's number to one and a half times it."""

    def __init__(self, parent: QWidget | None, desk: "Desk", pool: str | None = None) -> None:
        """Make the editor.

        Args:
            parent: the window it belongs to.
            desk: takes the change.
            pool: the pool that is chosen at first; one that is topped up already, or has the alarm, comes before.
        """
        super().__init__(parent, desk, tr("Top-up of a pool"), _WORDS)
        held = self.recorded.top_up
        self.pool = self.pool_field()
        self.total = PersonsField(tr("New total, persons"))
        self.adopted = DateField(tr("Amended act adopted on"))
        self.adopted.offer(as_of(self.forum))
        self.reference = TextField(tr("Reference of the amended act"), tr("C(2027) …"))
        self.slider = _Slider()
        self.cap = ToneLabel("", Type.CAPTION, "muted")
        self.remove = CheckField(tr("&Remove the top-up that is recorded"))
        pools = {each.benefitting for each in self.figures.totals.pools}
        first = self._first(pool)
        self.put_in("pool", self.pool, first if first in pools else self.pool.raw, "top_up.benefitting")
        total = held.relocations if held is not None else self._report_number()
        self.put_in("total", self.total, persons_entry(total), "top_up.relocations")
        self.put_in("adopted", self.adopted, day_text(held.adopted if held else None))
        self.put_in("reference", self.reference, held.reference if held else None)
        self.put_in("remove", self.remove, raw=False)
        self.remove.setVisible(held is not None)
        self.add_row(self.pool, _stacked(self.total, self.slider, self.cap))
        self.add_row(self.adopted, self.reference)
        self.add(self.remove)
        self.pool.edited.connect(self._begin_anew)
        self.slider.valueChanged.connect(self._slide)
        # Where the field says more than the slider can, its end is an answer too.
        self.slider.actionTriggered.connect(lambda _action: self._slide(self.slider.sliderPosition()))
        self.open_for(read_only=desk.read_only)
        self.review()
        self.total.setFocus()
        self.total.input.selectAll()

    def open_for(self, *, read_only: bool) -> None:
        """Let the person change the fields or only look."""
        super().open_for(read_only=read_only)
        self.slider.setEnabled(not read_only)

    def _first(self, pool: str | None) -> str | None:
        if self.recorded.top_up is not None:
            return self.recorded.top_up.benefitting
        alarmed = next((each.benefitting for each in self.figures.totals.pools if each.alarm), None)
        return pool or alarmed

    def _report_number(self) -> int | None:
        """Return what the report asks for the chosen pool."""
        code = self.pool.value
        return next((each.relocations for each in self.recorded.report.benefitting if each.code == code), None)

    def _begin_anew(self) -> None:
        """Offer the report's number of another pool."""
        self.total.put(persons_entry(self._report_number()))
        self.review()

    def _slide(self, value: int) -> None:
        self.total.put(persons_entry(value))
        self.review()

    # ------------------------------------------------------------------------------------------------------- the draft

    def draft(self) -> Draft:
        """Return the top-up as it stands in the fields."""
        removing = bool(self.remove.value)
        for field in (self.pool, self.total, self.adopted, self.reference):
            field.setEnabled(not removing)
        self._bound(removing)
        if removing:
            return Draft(SetTopUp(None), {})
        found = self.wrong
        raised = TopUp(self.pool.value or "", self.total.value or 0, self.adopted.value, self.reference.value)
        if raised == self.recorded.top_up or self._is_untouched:
            return Draft(None, found)
        for name, problem in self._refusals(raised.relocations).items():
            found.setdefault(name, problem)
        return Draft(None if found else SetTopUp(raised), found)

    def _refusals(self, total: int) -> dict[str, str]:
        code, number = self.pool.value, self._report_number()
        if code is None or number is None:
            return {
                "pool": NO_POOL if code is None else tr("The report gives no number for this pool yet: enter it first.")
            }
        if self.recorded.act.path is not ActPath.STILL_SHORT:
            return {"pool": _NO_ACT}
        if total > most_of_top_up(number):
            return {
                "total": tr(
                    "At most {most}: one and a half times the report's {number} (Art. 48(2), last subparagraph).",
                    most=persons(most_of_top_up(number)),
                    number=persons(number),
                )
            }
        if total <= number:
            return {
                "total": tr(
                    "The report asks for {persons} already: a top-up is more than that.", persons=persons(number)
                )
            }
        return {}

    @property
    def _is_untouched(self) -> bool:
        """Whether nothing was asked for yet: the report's number stands there, and nothing else."""
        number = self._report_number()
        empty = not self.adopted.raw.strip() and not self.reference.raw.strip()
        return self.recorded.top_up is None and empty and self.total.raw == persons_entry(number)

    def _bound(self, removing: bool) -> None:
        """Say how far the total may go, and let the slider go as far."""
        number = self._report_number()
        self.slider.setEnabled(number is not None and not removing and not self._desk.read_only)
        if number is None:
            self.cap.setText("")
            return
        most = most_of_top_up(number)
        words = tr(
            "At most {most}: 1.5 × the report's {number} (Art. 48(2))",
            most=persons(most),
            number=persons(number),
        )
        self.cap.setText(legible(words if 2 * most == 3 * number else tr("{words}, whole persons", words=words)))
        with QSignalBlocker(self.slider):
            self.slider.setRange(number, most)
            self.slider.setPageStep(max(1, (most - number) // 10))
            self.slider.setValue(min(max(self.total.value or number, number), most))
        self.slider.setAccessibleDescription(
            tr("From {least} to {most} persons", least=persons(number), most=persons(most))
        )

    def review(self) -> None:
        """Read the fields again; say where a top-up has no ground yet."""
        super().review()
        code = self.pool.value
        if code is None or self.pool.problem or self.remove.value:
            return
        held = self.recorded.top_up
        is_early = self.recorded.act.path is ActPath.STILL_SHORT and not self.figures.pool(code).alarm_before
        replaced = (
            tr("One pool is topped up: this replaces the top-up of {state}.", state=state_name(held.benefitting))
            if held
            else ""
        )
        said = [*([replaced] if held and held.benefitting != code else []), *([_EARLY] if is_early else [])]
        if said:
            self.pool.say(" ".join(said), "warn")
        elif not self._refusals(self.total.value or 0).get("pool"):
            self.pool.say("")

    def leads(self, then: Forum) -> list[str]:
        """Return what becomes of the pool's total."""
        raised = then.search_and_rescue.top_up
        if raised is None:
            return [tr("top-up removed")]
        return [
            tr(
                "total of the pool of {state} raised to {persons}",
                state=state_name(raised.benefitting),
                persons=persons(raised.relocations),
            )
        ]


class _Slider(QSlider):
    """A slider whose groove and handle are seen on light and dark grounds, with a frame where the keyboard is."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleName(tr("New total"))
        self.setMinimumHeight(Space.XL)
        theme().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        colours = theme().colours
        border, ground, accent = (getattr(colours, name).name() for name in ("border", "sunken", "accent"))
        self.setStyleSheet(
            f"QSlider::groove:horizontal {{ height: 6px; border: 1px solid {border}; border-radius: 3px;"
            f" background: {ground}; }}"
            f"QSlider::sub-page:horizontal {{ border-radius: 3px; background: {accent}; }}"
            f"QSlider::handle:horizontal {{ width: 14px; margin: -6px 0; border-radius: 7px;"
            f" border: 1px solid {border}; background: {accent}; }}"
            f"QSlider:focus {{ border: {FOCUS_WIDTH}px solid {accent}; border-radius: 3px; }}"
        )


def _stacked(*parts: QWidget) -> QWidget:
    together = QWidget()
    column = QVBoxLayout(together)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.XS)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return together
