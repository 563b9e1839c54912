"""The preview windows of the annex, the pledge table and the plan forms."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QToolBar, QVBoxLayout, QWidget

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.calc.findings import Finding
from desktop_app.calc.forum import Procedure
from desktop_app.documents.standing import NOW, FinalRefused, Standing
from desktop_app.documents.styles import Sheet
from desktop_app.documents.text import languages
from desktop_app.views.findings import FindingsPanel
from desktop_app.views.language import marked, shown, tr
from desktop_app.views.parts import ToneLabel
from desktop_app.views.preview.base import Preview, Printable
from desktop_app.views.preview.forms_dialog import FormsChoice
from desktop_app.views.settings import Settings
from desktop_app.views.theme import Space, Type

__all__ = ["AnnexPreview", "FormsPreview", "Preview", "Printable", "TablePreview"]

_LINES: Final = marked("Enter on a line goes to its cell. A marked draft is always possible.")


class AnnexPreview(Preview):
    """Shows the annex of the forum as it is now, as a draft or as final.

    Signals:
        chosen(Finding): go to the cell that keeps the annex from being final.
        opened(Finding): after that, open what edits it, where it is no cell.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        assessment: Callable[[], Assessment],
        parent: QWidget | None = None,
        settings: Settings | None = None,
        standing: Callable[[], Standing] = lambda: NOW,
    ) -> None:
        """Show the annex.

        Args:
            assessment: returns the assessment of now.
            parent: the main window.
            settings: language and page setup.
            standing: says what the assessment is of.
        """
        self.refusal = FindingsPanel(with_filter=False)
        self._refusal_title = ToneLabel("", Type.HEADING, "block")
        self._refusal_hint = ToneLabel(_LINES, Type.BODY, "muted")
        # The voluntary mechanism has no act, and so no annex.
        self._is_overview = assessment().forum.procedure is Procedure.VOLUNTARY
        self._word = tr("Overview") if self._is_overview else tr("Annex")
        super().__init__(Printable(self._word, "annex", self._annex), assessment, parent, settings, standing)
        self.refusal.chosen.connect(self.chosen)
        self.refusal.opened.connect(self.opened)

    def offered(self) -> tuple[str, ...]:
        """Return the languages that the annex can be made in: the act of an annual pool has every one of the Union."""
        return languages() if self._assessment().forum.procedure is Procedure.ANNUAL_POOL else super().offered()

    def _add_choices(self, bar: QToolBar) -> None:
        refused = QWidget()
        column = QVBoxLayout(refused)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.S)
        for widget in (self._refusal_title, self._refusal_hint):
            column.addWidget(widget)
        column.addWidget(self.refusal, 1)
        column.addStretch()
        self._bodies.addWidget(refused)
        kinds = QActionGroup(self)
        self.draft = self._action(bar, tr("&Draft"), "Ctrl+D", self.make, tr("A marked draft: always possible"))
        self.final = self._action(bar, tr("&Final"), "Ctrl+F", self.make, tr("Refused while something blocks"))
        for kind in (self.draft, self.final):
            kind.setCheckable(True)
            kinds.addAction(kind)
        self.draft.setChecked(True)
        bar.addSeparator()

    def _annex(self, assessment: Assessment, print_of: str, language: str, sheet: Sheet, standing: Standing) -> bytes:
        from desktop_app.documents.annex import annex_pdf

        draft = self.draft.isChecked()
        return annex_pdf(assessment, print_of, language=language, draft=draft, sheet=sheet, standing=standing)

    def _made(self, assessment: Assessment, print_of: str) -> bytes | None:
        from desktop_app.documents.annex import AnnexRefused

        try:
            return super()._made(assessment, print_of)
        except AnnexRefused as refusal:
            count = len(refusal.findings)
            self._refuse(
                tr("1 finding blocks it") if count == 1 else tr("{count} findings block it", count=count),
                refusal.findings,
            )
            return None
        except FinalRefused as refusal:
            self._refuse(shown(str(refusal)), ())
            return None

    def _named(self) -> str:
        return f"{self._word}, {tr('draft') if self.draft.isChecked() else tr('final')}"

    @property
    def file_ending(self) -> str:
        """``annex`` or ``overview``, with what it is where it is a draft, and its language if not English.

        All of it in the language of the window, as whatever else the file's name says.
        """
        notes = [tr("draft")] if self.draft.isChecked() else []
        notes += [] if self.language == "en" else [self.language]
        word = tr("overview") if self._is_overview else tr("annex")
        return f"{word} ({', '.join(notes)})" if notes else word

    def _refuse(self, why: str, findings: tuple[Finding, ...]) -> None:
        self._refusal_title.setText(tr("Not possible as final: {why}.", why=why))
        # A state that is never final has no line to go to.
        self._refusal_hint.setText(_LINES if findings else tr("Choose Draft, or go back to now (Ctrl+F8)."))
        self.refusal.setVisible(bool(findings))
        self.refusal.show_findings(findings)
        self._bodies.setCurrentIndex(1)
        self._where.setText("")
        self._allow(False)


class TablePreview(Preview):
    """Shows the pledge table: the columns on screen, or the main ones that fit on a page."""

    def __init__(
        self,
        on_screen: Callable[[], tuple[Sequence[str], Sequence[str]]],
        assessment: Callable[[], Assessment],
        parent: QWidget | None = None,
        settings: Settings | None = None,
        standing: Callable[[], Standing] = lambda: NOW,
    ) -> None:
        """Show the table.

        Args:
            on_screen: returns the keys of the columns on screen, from left to right, and the codes of the Member
                States on screen, from top to bottom.
            assessment: returns the assessment of now.
            parent: the main window.
            settings: language and page setup.
            standing: says what the assessment is of.
        """
        self._on_screen = on_screen
        super().__init__(
            Printable(tr("Pledge table"), tr("table"), self._table), assessment, parent, settings, standing
        )

    def _add_choices(self, bar: QToolBar) -> None:
        kinds = QActionGroup(self)
        about = tr("Columns, rows and order as in the window")
        self.as_shown = self._action(bar, tr("As on s&creen"), "Ctrl+D", self.make, about)
        self.whole = self._action(
            bar, tr("&Whole table"), "Ctrl+F", self.make, tr("The main columns, every Member State")
        )
        for kind in (self.as_shown, self.whole):
            kind.setCheckable(True)
            kinds.addAction(kind)
        self.as_shown.setChecked(True)
        bar.addSeparator()

    def _table(self, assessment: Assessment, print_of: str, language: str, sheet: Sheet, standing: Standing) -> bytes:
        from desktop_app.documents.pledge_table import MAIN, TableColumn, pledge_table_pdf

        pool = AnnualPoolAssessment.of(assessment)
        if self.whole.isChecked():
            return pledge_table_pdf(pool, print_of, language=language, columns=MAIN, sheet=sheet, standing=standing)
        keys, codes = self._on_screen()
        known = {each.value: each for each in TableColumn}
        columns = [known[key] for key in keys if key in known]
        return pledge_table_pdf(
            pool, print_of, language=language, columns=columns, codes=codes, sheet=sheet, standing=standing
        )


class FormsPreview(Preview):
    """Shows plan forms; where a plan has gone meanwhile, the pages stay and what is missing is said."""

    def __init__(
        self,
        choice: FormsChoice,
        assessment: Callable[[], Assessment],
        parent: QWidget | None = None,
        settings: Settings | None = None,
        standing: Callable[[], Standing] = lambda: NOW,
    ) -> None:
        """Show the forms.

        Args:
            choice: which.
            assessment: returns the assessment of now.
            parent: the main window.
            settings: language and page setup.
            standing: says what the assessment is of.
        """
        self.choice = choice
        title, name = (
            (tr("Blank plan forms"), tr("blank forms")) if choice.blank else (tr("Plan forms"), tr("plan forms"))
        )
        if choice.kind is not None:
            title, name = f"{title}: {tr(choice.kind.value)}", f"{name} {tr(choice.kind.value).lower()}"
        super().__init__(Printable(title, name, self._forms), assessment, parent, settings, standing)

    def _forms(self, assessment: Assessment, print_of: str, language: str, sheet: Sheet, standing: Standing) -> bytes:
        from desktop_app.documents.plan_form import Wanted, plan_forms_pdf

        choice = self.choice
        wanted = Wanted(choice.codes, choice.revision, choice.blank, choice.kind)
        return plan_forms_pdf(
            assessment,
            print_of,
            wanted,
            language=language,
            draft=choice.particulars,
            sheet=sheet,
            standing=standing,
        )

    def _made(self, assessment: Assessment, print_of: str) -> bytes | None:
        from desktop_app.documents.plan_form import NoPlanError

        try:
            data = super()._made(assessment, print_of)
        except NoPlanError as missing:
            # What was on paper is no longer what is recorded: it can be read, not printed.
            self._allow(False)
            self.say(tr("{missing}: these pages are no longer what is recorded.", missing=shown(str(missing))))
            return None
        if not self.save.isEnabled():
            self.say("")
        return data
