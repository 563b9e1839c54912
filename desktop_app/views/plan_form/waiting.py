"""The plans that are awaited, late or missing, with the time limit (COM(2020) 610, Art. 47(4), 52(3))."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.calc.moments import as_of
from desktop_app.calc.wording import day, listed
from desktop_app.views.editors.pages.base import Words
from desktop_app.views.flow_layout import FlowLayout
from desktop_app.views.language import shown, state_name, tr
from desktop_app.views.parts import ChipButton
from desktop_app.views.plan_form.annex import PlansAssessment, plans_of
from desktop_app.views.plan_form.words import deadline_words
from desktop_app.views.theme import Space, Type


def waiting_words(assessment: PlansAssessment) -> str:
    """Say which plans are awaited, late or missing, and until when they are due."""
    if not assessment.rows:
        return tr("No Member State takes part yet: fill in the key (Ctrl+K).")
    standings: dict[str, list[str]] = {}
    for code in assessment.totals.waiting:
        standings.setdefault(assessment.row(code).standing.value, []).append(state_name(code))
    said = [
        f"{told[:1].upper()}{told[1:]}: {tr(listed(names))}."
        for told, names in ((tr(standing), names) for standing, names in standings.items())
    ]
    today = as_of(assessment.forum)
    last = deadline_words(plans_of(assessment.forum))
    if not said:
        return tr("Every Member State that is asked has handed in its plan in time. {last}", last=last)
    when = "" if today is None else tr(" The check is for {day}.", day=day(today))
    return f"{' '.join(map(shown, said))} {shown(last)}{shown(when)}"


class WaitingList(QWidget):
    """Says who is waited for, with a way to each.

    Signals:
        chosen(str): the person wants to go to a Member State.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._scale = 1.0
        self.words = Words(role=Type.BODY, tone="text")
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, Space.XS, Space.XS)
        self._flow.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, 0, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self.words)
        column.addWidget(self._chips)

    def show_assessment(self, assessment: PlansAssessment) -> None:
        """Show who is waited for now."""
        self.words.say(waiting_words(assessment), "text")
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for code in assessment.totals.waiting:
            standing = assessment.row(code).standing.value
            chip = ChipButton("warn", "warn_ground") if standing != "awaited" else ChipButton()
            chip.say(f"{code}: {tr(standing)}", tr("Go to the plan of {state}", state=state_name(code)))
            chip.clicked.connect(lambda _checked=False, there=code: self.chosen.emit(there))
            chip.set_scale(self._scale)
            self._flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(assessment.totals.waiting))

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._scale = scale
        self.words.set_scale(scale)
        for chip in self.findChildren(ChipButton):
            chip.set_scale(scale)
