"""Stage of the Blueprint, its network, and the needs in four parts (Recommendation (EU) 2020/1366)."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.calc.periods_2020 import months_after
from desktop_app.calc.pressure_situation import Blueprint, NeedsAnalysis, Situation
from desktop_app.calc.rulebooks.migratory_pressure.rules_situation import MEETING_MONTHS
from desktop_app.calc.wording import day, listed
from desktop_app.views.fields import CheckField, DateField, Field, NoteField, day_text
from desktop_app.views.language import marked, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.theme import Space, Type, legible

_STAGES: Final = marked(
    "Stage 1, monitoring, is always on; stage 2, crisis management, comes in addition. The Commission ends it, of its "
    "own motion or at a Member State's request."
)
_NETWORK: Final = marked("The network meets at least every three months.")
_PARTS: Final = {
    "equipment": marked("(a) Equipment"),
    "staff": marked("(b) Staff"),
    "relocation": marked("(c) Relocation"),
    "co_payment": marked("(d) Co-payment"),
}


class BlueprintPage(QWidget):
    """Stage, crisis response, last meeting of the network, and the needs analysis."""

    name = "blueprint"

    def __init__(self, situation: Situation) -> None:
        """Make the fields; :meth:`fields` are to be filled."""
        super().__init__()
        self._blueprint, self._needs = situation.blueprint, situation.needs
        self.stage_two = CheckField(tr("Stage &2, crisis management, is on"))
        self.since = DateField(tr("Stage 2 since"))
        self.ended = DateField(tr("Ended on"))
        self.crisis_response = CheckField(tr("The integrated political cr&isis response (IPCR) is activated"))
        self.meeting = DateField(tr("Last meeting of the network"))
        self.note = NoteField(tr("On whose request, and other remarks"), lines=2)
        self.needs = {name: NoteField(words, lines=2) for name, words in _PARTS.items()}
        self.missing = ToneLabel("", Type.BODY)
        self.missing.setWordWrap(True)
        about = ToneLabel(legible(_STAGES), Type.CAPTION, "muted")
        about.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        top = Qt.AlignmentFlag.AlignTop
        rows: tuple[tuple[QWidget, ...], ...] = (
            (self.stage_two, self.crisis_response),
            (self.since, self.ended),
            (self.meeting, self.note),
            tuple(self.needs.values())[:2],
            tuple(self.needs.values())[2:],
        )
        grid.addWidget(about, 0, 0, 1, 2)
        for line, row in enumerate(rows, start=1):
            for place, part in enumerate(row):
                # The needs have a heading of their own above them.
                grid.addWidget(part, line if line < len(rows) - 1 else line + 1, place, top)
        grid.addWidget(ToneLabel(tr("First needs analysis"), Type.HEADING), len(rows) - 1, 0, 1, 2)
        for place in range(2):
            grid.setColumnStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(grid)
        column.addWidget(self.missing)
        column.addStretch(1)

    def fields(self) -> Iterator[tuple[str, Field, object]]:
        """Yield name, field and what stands in it at first."""
        recorded = self._blueprint
        yield "stage_two", self.stage_two, recorded.stage_two
        yield "crisis_response", self.crisis_response, recorded.crisis_response
        yield "since", self.since, day_text(recorded.since)
        yield "ended", self.ended, day_text(recorded.ended)
        yield "meeting", self.meeting, day_text(recorded.last_network_meeting)
        yield "blueprint_note", self.note, recorded.note
        for name, field in self.needs.items():
            yield name, field, getattr(self._needs, name)

    def blueprint(self) -> Blueprint:
        """Return the stage as typed."""
        return Blueprint(
            self.stage_two.value,
            self.since.value,
            self.ended.value,
            self.crisis_response.value,
            self.meeting.value,
            self.note.value,
        )

    def analysis(self) -> NeedsAnalysis:
        """Return the needs as typed."""
        return NeedsAnalysis(**{name: field.value for name, field in self.needs.items()})

    def problems(self) -> dict[str, str]:
        """Return what the days cannot be, by name of the field."""
        since, ended = self.since.value, self.ended.value
        if since is not None and ended is not None and ended < since:
            return {"ended": tr("Stage 2 would end before it began on {day}: correct one of the days.", day=day(since))}
        if ended is not None and self.stage_two.value:
            return {"ended": tr("Stage 2 is on, so that it has not ended: take the day or the tick away.")}
        return {}

    def show_standing(self) -> None:
        """Say when the network is to meet next, and which part of the needs says nothing yet."""
        last = self.meeting.value
        words = (
            _NETWORK
            if last is None
            else tr("{network} Next by {day}.", network=_NETWORK, day=day(months_after(last, MEETING_MONTHS)))
        )
        self.meeting.hint(legible(words))
        missing = self.analysis().missing
        self.missing.set_tone("warn" if missing else "ok")
        if missing:
            self.missing.setText(
                tr(
                    "The analysis is complete once all four parts say something; missing: {listed}.",
                    listed=listed(missing),
                )
            )
        else:
            self.missing.setText(tr("The analysis is complete: all four parts say something."))
