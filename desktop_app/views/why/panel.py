"""The panel that answers "why?" in words, in numbers and with the sources."""

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QToolButton

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.findings import Finding
from desktop_app.calc.rulebooks.books import rule_of
from desktop_app.views.language import marked, tr
from desktop_app.views.theme import Space, Type, theme
from desktop_app.views.titled_panel import TitledPanel
from desktop_app.views.why.browser import LinksBrowser
from desktop_app.views.why.notes import notes_on
from desktop_app.views.why.page import about_page, asked_by, page, rule_page

Question = tuple[str, str | None]
"""Id of a figure and code of its state (``None``: the pool); or :data:`RULE` and a rule's id; or :data:`ABOUT`."""
RULE = "rule"
ABOUT = "about"

_SOON = 20
"""Milliseconds after which a question is answered."""
_INVITATION = marked("Choose a figure in the table or above it: here stands why it is what it is.")


class WhyPanel(TitledPanel):
    """Explains one figure, one rule or the forum; inputs that are figures themselves can be asked on about."""

    def __init__(self) -> None:
        super().__init__(tr("Why?"))
        self._assessment: Assessment | None = None
        self._trail: list[Question] = []
        self._shown = ""
        # What is typed is painted first; and a change that also moves the cursor is answered once, not twice.
        self._finding: Finding | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._show)
        self.text = LinksBrowser()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(tr("Why?"))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.document().setDocumentMargin(Space.M)
        self.text.anchorClicked.connect(self._follow)
        self.back = QAction(tr("&Back to the figure before"), self)
        self.back.setShortcuts([QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Left), QKeySequence(Qt.Key.Key_Backspace)])
        self.back.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.back.triggered.connect(self._go_back)
        self.addAction(self.back)
        self._lay_out()
        self.setFocusProxy(self.text)
        self._show()
        theme().changed.connect(self._show)

    def _lay_out(self) -> None:
        button = self._back_button = QToolButton()
        button.setDefaultAction(self.back)
        button.setText(tr("◂ Back"))
        button.setAutoRaise(True)
        button.setToolTip(tr("Back to the figure before (Alt+Left)"))
        self.back.changed.connect(lambda: button.setVisible(self.back.isEnabled()))
        self.fill(self.text, button)

    @property
    def question(self) -> Question | None:
        """What is being answered."""
        return self._trail[-1] if self._trail else None

    def show_assessment(self, assessment: Assessment) -> None:
        """Answer the same question on other figures; nothing asked before counts in another procedure."""
        before, self._assessment = self._assessment, assessment
        if before is not None and before.forum.procedure is not assessment.forum.procedure:
            self._trail, self._finding = [], None
        self._soon.start()

    def ask(self, figure: str, code: str | None) -> None:
        """Explain a figure.

        Args:
            figure: its id, see :mod:`desktop_app.calc.explain`.
            code: the Member State, or ``None`` for the whole.
        """
        if self.question != (figure, code):
            self._trail = [(figure, code)]
            self._soon.start()

    def show_rule(self, identifier: str) -> None:
        """Say what a rule asks, by its id."""
        self._finding = None
        self.ask(RULE, identifier)

    def show_finding(self, finding: Finding) -> None:
        """Say what a finding says, and what its rule asks."""
        if finding != self._finding:
            self._finding = finding
            self._trail = [(RULE, finding.rule)]
            self._soon.start()

    def show_about(self) -> None:
        """Show the forum's own note."""
        self.ask(ABOUT, None)

    def settle(self) -> None:
        """Answer at once what would be answered soon."""
        if self._soon.isActive():
            self._show()

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        super().set_scale(scale)
        self._back_button.setFont(theme().font(Type.BODY, scale))
        self.text.setFont(theme().font(Type.BODY, scale))

    def _follow(self, address: QUrl) -> None:
        question = asked_by(address.toString())
        if question is not None:
            self._trail.append(question)
            self._show()

    def _go_back(self) -> None:
        if len(self._trail) > 1:
            self._trail.pop()
            self._show()

    def _show(self) -> None:
        self._soon.stop()
        self.back.setEnabled(len(self._trail) > 1)
        answer = self._answer()
        if answer != self._shown:
            self._shown = answer
            self.text.show_page(answer)

    def _answer(self) -> str:
        colours = theme().colours
        question = self.question
        if self._assessment is None or question is None:
            return tr('<p style="color:{name}">{invitation}</p>', name=colours.muted.name(), invitation=_INVITATION)
        figure, code = question
        forum, readings = self._assessment.forum, self._assessment.readings
        if figure == ABOUT:
            return about_page(forum, colours)
        from desktop_app.calc.explain import explain

        try:
            if figure == RULE and code is not None:
                finding = self._finding if self._finding is not None and self._finding.rule == code else None
                return rule_page(rule_of(forum.procedure, code), readings, colours, finding, forum.procedure)
            answer = explain(self._assessment, figure, code)
        except KeyError:
            # Another forum, without that state: there is nothing to explain until a figure is chosen in it.
            self._trail = []
            return self._answer()
        return page(answer, readings, colours, notes_on(forum, figure, code), forum.procedure)
