"""The filters above the history: Member State, column, meeting, kind, words, each off at first."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop_app.calc.forum import Procedure
from desktop_app.calc.member_states import ASSOCIATED_NAMES, PROTOCOL_ORDER
from desktop_app.calc.rounds import sittings
from desktop_app.models.cell_words import cell_words
from desktop_app.models.remembering import EVERYTHING, Filter
from desktop_app.views.fields import ChoiceField, TextField
from desktop_app.views.history.words import ACTIONS
from desktop_app.views.language import marked, shown, state_name, tr
from desktop_app.views.theme import Space, Type, theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.calc.forum import Forum

_ALL: Final = marked("all")
_AFTER_TYPING: Final = 250
"""Milliseconds after a letter at which the words are looked for."""
_CELLS: Final[Mapping[Procedure, Mapping[str, str]]] = {
    Procedure.ANNUAL_POOL: {
        "relocations": "pledge.relocations",
        "financial": "pledge.financial_cents",
        "alternative": "pledge.alternative",
    },
    Procedure.SEARCH_AND_RESCUE: {"relocations": "response_plan.relocations"},
    Procedure.MIGRATORY_PRESSURE: {"sponsorship": "pressure_plan.sponsorship"},
    Procedure.VOLUNTARY: {
        "relocations": "voluntary_pledge.relocations",
        "financial": "voluntary_pledge.financial_cents",
    },
}
"""The cell of a column of each procedure's table; of other columns the state alone is meant."""


class HistoryFilters(QWidget):
    """Asks which entries are wanted.

    Signals:
        wanted(Filter): other entries are.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        """Make the filters, nothing left out."""
        super().__init__()
        self._place: tuple[str | None, str | None] = (None, None)
        self._cells: Mapping[str, str] = {}
        self.state = ChoiceField(tr("Member State"), [(None, _ALL)])
        self.cell = ChoiceField(tr("Column"), [(None, _ALL)])
        self.meeting = ChoiceField(tr("Meeting"), [(None, _ALL)])
        self.kind = ChoiceField(tr("Kind"), [(None, _ALL), *ACTIONS.items(), ("mark", marked("marks"))])
        self.words = TextField(tr("Words"), tr("in title, name or reason"))
        self.here = QPushButton(tr("Only th&is cell"))
        self.all = QPushButton(tr("Show &all"))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_TYPING)
        self._later.timeout.connect(self._tell)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        fields = (self.state, self.cell, self.meeting, self.kind, self.words)
        for place, field in enumerate(fields):
            grid.addWidget(field, 0, place)
            grid.setColumnStretch(place, 3 if field in (self.cell, self.words) else 2)
        for button in (self.here, self.all):
            button.setAutoDefault(False)
        grid.addWidget(self.all, 0, len(fields), Qt.AlignmentFlag.AlignBottom)
        for choice in (self.state, self.cell, self.meeting, self.kind):
            choice.edited.connect(self._tell)
        self.words.edited.connect(self._later.start)
        self.words.input.returnPressed.connect(self._tell)
        self.here.clicked.connect(lambda _checked=False: self._take_place())
        self.all.clicked.connect(lambda _checked=False: self.clear())

    @property
    def filter(self) -> Filter:
        """What is wanted now."""
        words = self.words.value
        return Filter(self.state.raw, self.cell.raw, self.meeting.raw, self.kind.raw, words)

    def offer(self, forum: "Forum", cells: "Iterable[str]") -> None:
        """Offer what a forum has.

        Args:
            forum: with its meetings.
            cells: that any entry touched.
        """
        self._cells = _CELLS[forum.procedure]
        codes = (*PROTOCOL_ORDER, *ASSOCIATED_NAMES)
        self.state.offer([(None, _ALL), *((code, state_name(code)) for code in codes)])
        named = sorted((shown(cell_words(cell)), cell) for cell in cells)
        self.cell.offer([(None, _ALL), *((cell, words) for words, cell in named)])
        self.meeting.offer([(None, _ALL), *((each.id, tr(each.title)) for each in sittings(forum))])

    def offer_place(self, code: str | None, column: str) -> None:
        """Offer the history of the cell at which the table's cursor stands."""
        cell = self._cells.get(column)
        self._place = (code, cell)
        about = ": ".join(each for each in (state_name(code) if code else "", tr(column) if cell else "") if each)
        self.here.setEnabled(code is not None)
        self.here.setText(
            tr("Only th&is cell ({about})", about=about)
            if cell and code
            else tr("Only th&is state ({state})", state=about or "–")
        )

    def clear(self) -> None:
        """Leave nothing out."""
        self.reset()
        self._tell()

    def reset(self) -> None:
        """Leave nothing out, and tell nobody, as for another forum."""
        for field in (self.state, self.cell, self.meeting, self.kind):
            field.put(None)
        self.words.put("")

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        for field in (self.state, self.cell, self.meeting, self.kind, self.words):
            field.set_scale(scale)
        for button in (self.here, self.all):
            button.setFont(theme().font(Type.BODY, scale))

    def _take_place(self) -> None:
        code, cell = self._place
        self.state.put(code)
        offered = [self.cell.input.itemText(place) for place in range(self.cell.input.count())]
        self.cell.put(cell if cell is not None and shown(cell_words(cell)) in offered else None)
        self._tell()

    def _tell(self) -> None:
        self._later.stop()
        self.all.setEnabled(self.filter != EVERYTHING)
        self.wanted.emit(self.filter)
