"""The window of the support plans: it stays open and follows the desk."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.member_states import name_of
from desktop_app.calc.support_plans import SupportPlan
from desktop_app.calc.wording import day, persons
from desktop_app.views.forum_editors.figures import Cell, Column, FigureLine, FigureList
from desktop_app.views.parts import ToneLabel
from desktop_app.views.side_window import FollowingWindow
from desktop_app.views.support.words import credits_of, standing_of
from desktop_app.views.theme import Space, Type, legible

_SIZE: Final = QSize(1180, 560)
_COLUMNS: Final = (
    Column("Plan", wraps=True),
    Column("Contributing"),
    Column("Benefitting"),
    Column("Given"),
    Column("Consent"),
    Column("Persons", right=True),
    Column("Delivered", right=True),
    Column("Measures", right=True),
    Column("Standing"),
    Column("Credit, Art. 53(4)", wraps=True),
)
_HINT: Final = "Enter changes a plan, Ins adds one, Del takes it out, Esc closes, F1 helps"
_WORDS: Final = (
    "Support plans are the form of Annex IV: what one Member State gives another, with its consent, at any time "
    "(Art. 56). Only what was delivered can be credited in the year after."
)
_NOTHING: Final = (
    "No support plan is recorded yet. Ins records one; Take over… brings in those of another forum, such as last "
    "year's: what they delivered then can be credited now (Art. 53(4))."
)
_NEEDS_PLAN: Final = ("change", "remove")


class SupportWindow(FollowingWindow):
    """The support plans, one a line, with what they come to.

    Signals:
        wanted(str): ``new``, ``change``, ``remove`` or ``take_over`` is asked for.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None) -> None:
        """Make the window without plans; :meth:`show_desk` fills it."""
        super().__init__(parent, "Support plans", FigureList("Support plans", _COLUMNS), _HINT)
        self._plans: tuple[SupportPlan, ...] = ()
        self._read_only = False
        self.words = ToneLabel(legible(_WORDS), Type.BODY, "muted")
        self.nothing = ToneLabel(legible(_NOTHING), Type.BODY)
        self.add_labels((self.words, self.nothing))
        self.buttons = {
            "new": QPushButton("&New plan…"),
            "change": QPushButton("&Change…"),
            "remove": QPushButton("&Take out"),
            "take_over": QPushButton("Take &over from a forum…"),
        }
        self.buttons["take_over"].setToolTip("Support plans of another forum file or document, as one step")
        for name, button in self.buttons.items():
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, asked=name: self._want(asked))
        self._buttons += self.buttons.values()
        self.print_button.setToolTip("The forms of Annex IV, filled in")
        self.list.entered.connect(lambda _line: self._want("change"))
        for key, name in ((Qt.Key.Key_Insert, "new"), (Qt.Key.Key_Delete, "remove")):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda asked=name: self._want(asked))
        self._lay_out()

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        above = QHBoxLayout()
        above.setSpacing(Space.S)
        for button in self.buttons.values():
            above.addWidget(button)
        above.addStretch(1)
        column.addWidget(self.words)
        column.addLayout(above)
        column.addWidget(self.refusal)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addLayout(self._last)
        self.finish(middle, _SIZE, "Ctrl+D")
        stops = [self.list, *self.buttons.values(), self.print_button, self.copy_button, self.close_button]
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)

    # ----------------------------------------------------------------------------------------------------- content

    @property
    def current(self) -> SupportPlan | None:
        """The plan of the current line; ``None`` where there is none."""
        row = self.list.currentRow()
        return self._plans[row] if 0 <= row < len(self._plans) else None

    def go_to(self, name: str) -> None:
        """Make a plan current."""
        names = [plan.id for plan in self._plans]
        if name in names:
            self.list.setCurrentCell(names.index(name), 0)

    def set_read_only(self, read_only: bool) -> None:
        """Let the person change the plans or only look."""
        self._read_only = read_only
        self._allow()

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the plans of now."""
        forum = assessment.forum
        self._plans = forum.solidarity.support_plans
        self.refusal.hide()
        self.list.show_lines(plan_lines(forum))
        self.list.setColumnHidden(len(_COLUMNS) - 1, forum.procedure is not Procedure.MIGRATORY_PRESSURE)
        has_plans = bool(self._plans)
        if self.list.hasFocus() and not has_plans:
            self.buttons["new"].setFocus()
        self.nothing.setVisible(not has_plans)
        self.list.setVisible(has_plans)
        self._allow()

    def copy(self) -> None:
        """Put the plans on the clipboard."""
        self.list.clearSelection()
        self.list.copy()

    def say(self, words: str) -> None:
        """Say what happened, or why nothing did."""
        self.refusal.setText(legible(words))
        self.refusal.setVisible(bool(words))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the plans, or to what records the first."""
        (self.list if self._plans else self.buttons["new"]).setFocus(reason)

    def help_topic(self) -> tuple[str, str]:
        """Return page and heading of the manual."""
        return "voluntary", "Requests for help and support plans"

    def _allow(self) -> None:
        for name, button in self.buttons.items():
            button.setEnabled(not self._read_only and (bool(self._plans) or name not in _NEEDS_PLAN))
        # One who only reads looks at the form all the same.
        self.buttons["change"].setText("&Look at it…" if self._read_only else "&Change…")
        self.buttons["change"].setEnabled(bool(self._plans))
        for button in (self.print_button, self.copy_button):
            button.setEnabled(bool(self._plans))

    def _want(self, name: str) -> None:
        is_missing = name in _NEEDS_PLAN and self.current is None
        if self.buttons[name].isEnabled() and not is_missing:
            self.wanted.emit(name)


def plan_lines(forum: Forum) -> list[FigureLine]:
    """Return a line for each plan, and what they come to together."""
    plans = forum.solidarity.support_plans
    credited = credits_of(forum)
    lines = [_line(plan, credited.get(plan.id, "")) for plan in plans]
    if len(plans) > 1:
        covered, given = sum(plan.persons for plan in plans), sum(plan.delivered for plan in plans)
        measures = sum(len(plan.measures) for plan in plans)
        sums = (Cell(persons(covered)), Cell(persons(given)), Cell(persons(measures)))
        blank = (Cell(""),) * 4
        lines.append(FigureLine((Cell("Together"), *blank, *sums, Cell(""), Cell("")), strong=True, ground="sunken"))
    return lines


def _line(plan: SupportPlan, credited: str) -> FigureLine:
    words, icon, tone = standing_of(plan)
    consent = (
        Cell("not yet", "warn", "warn", "Without the consent of the helped Member State no plan is final (Art. 56(2))")
        if plan.consent is None
        else Cell(day(plan.consent))
    )
    named = plan.id if plan.reference in (None, plan.id) else f"{plan.id} ({plan.reference})"
    return FigureLine(
        (
            Cell(named),
            Cell(name_of(plan.code)),
            Cell(name_of(plan.benefitting)),
            Cell("on request" if plan.on_request else "own initiative"),
            consent,
            Cell(persons(plan.persons)),
            Cell(persons(plan.delivered)),
            Cell(persons(len(plan.measures)) if plan.measures else "–"),
            Cell(words, icon, tone),
            Cell(credited),
        )
    )
