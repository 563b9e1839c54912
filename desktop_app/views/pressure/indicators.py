"""The eleven indicators of Art. 50(3): the Member State beside the Union over six months; no score is computed."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.calc.pressure_situation import IndicatorFigure, PressureIndicator, Situation
from desktop_app.calc.rulebooks.migratory_pressure.rules_situation import window_of
from desktop_app.calc.wording import day, grouped, percent
from desktop_app.views.fields import (
    CountriesField,
    Field,
    Read,
    TextField,
    TypedField,
    countries_entry,
    persons_entry,
    read_persons,
)
from desktop_app.views.language import marked, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible

_Input: TypeAlias = TypedField[int] | CountriesField | TextField
_HEADS: Final = (
    marked("Indicator (Art. 50(3))"),
    marked("The Member State"),
    marked("The Union"),
    marked("Of the Union"),
    marked("Nationalities"),
    marked("Remark"),
)
_STRETCH: Final = (6, 2, 2, 1, 2, 4)
_PART: Final = 3
"""Column of the part of the Union's."""
_NO_DAY: Final = marked(
    "The six months before the notification are compared with the Union: its day is not recorded yet. The text knows "
    "no threshold and no score; a person judges."
)


def read_count(text: str) -> Read[int]:
    """Read a count of persons, decisions, requests or transfers; said again only where its thousands are grouped."""
    read = read_persons(text)
    if read.value is None:
        return read
    shown = grouped(str(read.value))
    return Read(read.value, "" if shown == text.strip() or shown == str(read.value) else shown)


def window_words(notified: date | None) -> str:
    """Name the six months that are compared, first and last day."""
    if notified is None:
        return _NO_DAY
    first, end = window_of(notified)
    return tr(
        "Compared with the Union: {first} to {day_2}, the six months before the notification (Art. 50(3)). "
        "The text knows no threshold and no score; a person judges.",
        first=day(first),
        day_2=day(end - timedelta(days=1)),
    )


class IndicatorsPage(QWidget):
    """One line an indicator: both counts, the part that is worked out, nationalities where they are asked for."""

    name = "indicators"

    def __init__(self, situation: Situation) -> None:
        """Make the lines; :meth:`fields` are to be filled."""
        super().__init__()
        self.window_shown = ToneLabel("", Type.BODY)
        self.window_shown.setWordWrap(True)
        self.parts: dict[PressureIndicator, ToneLabel] = {}
        self._fields: dict[PressureIndicator, dict[str, _Input]] = {}
        self._recorded = {each: situation.figure(each) for each in PressureIndicator}
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        for place, (head, stretch) in enumerate(zip(_HEADS, _STRETCH, strict=True)):
            grid.addWidget(ToneLabel(head, Type.CAPTION, "muted"), 0, place)
            grid.setColumnStretch(place, stretch)
        for line, indicator in enumerate(PressureIndicator, start=1):
            words = f"({indicator.value}) {tr(indicator.words)}"
            label = ToneLabel(words, Type.BODY)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, line, 0)
            for place, field in enumerate(self._line(indicator, words).values(), start=1):
                at = place if place < _PART else place + 1
                grid.addWidget(field, line, at if indicator.asks_nationalities or place < _PART else len(_HEADS) - 1)
            part = self.parts[indicator] = ToneLabel("", Type.STRONG)
            part.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            # As high as what stands in the field beside it.
            for beside in (label, part):
                beside.setContentsMargins(0, Space.XS + Space.HAIR, 0, 0)
            grid.addWidget(part, line, _PART)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.window_shown)
        column.addLayout(grid)
        column.addStretch(1)

    def _line(self, indicator: PressureIndicator, words: str) -> dict[str, _Input]:
        made: dict[str, _Input] = {"state": TypedField("", read_count), "union": TypedField("", read_count)}
        if indicator.asks_nationalities:
            made["nationalities"] = CountriesField("")
        made["note"] = TextField(
            "", tr("source; incoming, outgoing") if indicator is PressureIndicator.TAKE_CHARGE else ""
        )
        for (name, field), head in zip(made.items(), self._heads(indicator), strict=True):
            field.setObjectName(f"{name}_{indicator.value}")
            field.input.setAccessibleName(f"{words}: {tr(head)}")
        self._fields[indicator] = made
        return made

    @staticmethod
    def _heads(indicator: PressureIndicator) -> tuple[str, ...]:
        return (*_HEADS[1:3], *_HEADS[4 if indicator.asks_nationalities else 5 :])

    def fields(self) -> Iterator[tuple[str, Field, object]]:
        """Yield name, field and what stands in it at first."""
        for indicator, held in self._fields.items():
            figure = self._recorded[indicator]
            raw = {
                "state": persons_entry(figure.state),
                "union": persons_entry(figure.union),
                "nationalities": countries_entry(figure.nationalities),
                "note": figure.note,
            }
            for name, field in held.items():
                yield f"{name}_{indicator.value}", field, raw[name]

    def figures(self) -> tuple[IndicatorFigure, ...]:
        """Return the indicators of which something is recorded, in their order."""
        made = [self._figure(indicator) for indicator in PressureIndicator]
        return tuple(each for each in made if each != IndicatorFigure(each.indicator))

    def show_parts(self, notified: date | None) -> None:
        """Show the part of the Union's that each count is, and the dates of the months compared."""
        self.window_shown.setText(legible(window_words(notified)))
        for indicator, label in self.parts.items():
            part = self._figure(indicator).part_of_union
            label.setText(legible("–" if part is None else percent(part)))
            label.set_tone("muted" if part is None else "text")

    def problems(self) -> dict[str, str]:
        """Return what is wrong beside the fields themselves: more in the state than in the whole Union."""
        found = {}
        for indicator in PressureIndicator:
            part = self._figure(indicator).part_of_union
            if part is not None and part > 1:
                found[f"state_{indicator.value}"] = tr("More than in the whole Union: correct one of the two.")
        return found

    def _figure(self, indicator: PressureIndicator) -> IndicatorFigure:
        held: dict[str, Any] = {name: field.value for name, field in self._fields[indicator].items()}
        # Where the point asks for no nationalities, those that a document holds stay.
        nationalities = held.get("nationalities", self._recorded[indicator].nationalities) or ()
        return IndicatorFigure(indicator, held["state"], held["union"], nationalities, held["note"])
