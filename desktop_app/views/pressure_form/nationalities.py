"""The nationalities of the persons to be sponsored, picked from the report's list (Annex II, footnote 3)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.views.fields import CountriesField, countries_entry
from desktop_app.views.flow_layout import FlowLayout
from desktop_app.views.language import tr
from desktop_app.views.parts import ChipButton
from desktop_app.views.theme import Space


class NationalitiesField(CountriesField):
    """Codes as typed, with a button under them for each nationality that the report names."""

    def __init__(self) -> None:
        """Make the field without a list."""
        self.chips: dict[str, ChipButton] = {}
        self._read_only = False
        self._scale = 1.0
        super().__init__(tr("Nationalities, from the report's list"))
        self.edited.connect(self._mark)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        self._list = QWidget()
        self._flow = FlowLayout(self._list, Space.XS, Space.XS)
        self._flow.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.input)
        column.addWidget(self._list)
        self.fill(content, self.input)

    def offer(self, codes: Sequence[str]) -> None:
        """Offer the nationalities of a report."""
        if list(codes) != list(self.chips):
            while self._flow.count():
                item = self._flow.takeAt(0)
                widget = None if item is None else item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
            self.chips = {code: self._chip(code) for code in codes}
            before: QWidget = self.input
            for chip in self.chips.values():
                self._flow.addWidget(chip)
                chip.show()
                # They come into being late, and stand here all the same for the Tab key.
                QWidget.setTabOrder(before, chip)
                before = chip
            self._list.setVisible(bool(codes))
        self._mark()

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change it or only look."""
        super().set_read_only(read_only)
        self._read_only = read_only
        self._mark()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self._scale = scale
        for chip in self.chips.values():
            chip.set_scale(scale)

    def _chip(self, code: str) -> ChipButton:
        chip = ChipButton()
        chip.set_scale(self._scale)
        chip.clicked.connect(lambda _checked=False: self._pick(code))
        return chip

    def _pick(self, code: str) -> None:
        """Put a nationality in, or take it out."""
        chosen = set(self.value or ())
        self.input.setText(countries_entry(sorted(chosen ^ {code})))

    def _mark(self) -> None:
        """Show which are chosen: by a sign, not by colour."""
        chosen = self.value or ()
        for code, chip in self.chips.items():
            is_in = code in chosen
            chip.say(
                f"{'✓' if is_in else '+'} {code}",
                tr("Take out: {code}", code=code) if is_in else tr("Put in: {code}", code=code),
            )
            chip.setEnabled(not self._read_only)

    def _put(self, raw: str | None) -> None:
        super()._put(raw)
        self._mark()
