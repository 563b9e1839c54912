"""The commands on printed documents of one main window: previews, printing, page setup."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.models.errors import BadInput, Cancelled, ForumFileError
from desktop_app.views.desk import Desk
from desktop_app.views.dialogs.files import Files
from desktop_app.views.dialogs.messages import Message
from desktop_app.views.language import shown, tr
from desktop_app.views.preview.formats import ALOUD, PRINTING, WORD, Format

if TYPE_CHECKING:
    from desktop_app.documents.standing import Standing
    from desktop_app.documents.styles import Sheet
    from desktop_app.views.main_window import MainWindow
    from desktop_app.views.preview.window import AnnexPreview, Preview, Printable
    from desktop_app.views.settings import Settings

    Fixed = tuple[Assessment, Standing]


class DocumentCommands(QObject):
    """Shows documents as they are saved and printed; each follows the typing while it is open."""

    def __init__(self, window: "MainWindow") -> None:
        """Begin without a preview: each is made when it is first asked for."""
        super().__init__(window)
        self._window = window
        self._previews: dict[str, Preview] = {}
        self._followers: set[str] = set()

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {
            "preview": self.preview,
            "annex_accessible": lambda: self.save_annex(ALOUD),
            "annex_word": lambda: self.save_annex(WORD),
            "print": self.print,
            "print_table": self.print_table,
            "print_contributions": self.print_contributions,
            "print_forms": self.print_forms,
            "print_test": self.print_test,
            "print_reduction": self.print_reduction,
            "print_findings": self.print_findings,
            "page_setup": self.set_up,
        }

    def preview(self) -> None:
        """Show the annex."""
        desk = self._window.desk
        if desk is not None:
            self._open_annex(desk).activateWindow()

    def print(self) -> None:
        """Show the annex and ask for a printer."""
        desk = self._window.desk
        if desk is not None:
            preview = self._open_annex(desk)
            # A final annex that is refused shows why instead.
            if not preview.is_refused:
                self._print(preview, preview.data)

    def save_annex(self, chosen: Format) -> None:
        """Show the annex, as draft or final as it was last, and ask where it goes in a format."""
        desk = self._window.desk
        if desk is not None:
            preview = self._open_annex(desk)
            if not preview.is_refused:
                self._save_as(preview, chosen, preview.file_ending)

    def print_table(self) -> None:
        """Show the pledge table as it prints."""
        from desktop_app.views.preview.window import TablePreview

        desk = self._window.desk
        if desk is not None:
            self._show(TablePreview(self._on_screen, *self._of(desk)))

    def print_contributions(self) -> None:
        """Show the table of contributions as it prints, in the procedures that have no pledge table."""
        from desktop_app.views.preview.window import Printable

        self.show_document(Printable(tr("Table"), tr("table"), _table))

    def print_forms(self) -> None:
        """Ask which plan forms are wanted, and show them as they print."""
        from desktop_app.views.preview.forms_dialog import FormsDialog
        from desktop_app.views.preview.window import FormsPreview

        desk = self._window.desk
        if desk is None:
            return
        choice = FormsDialog.ask(self._window, desk.assessment)
        if choice is not None:
            self._show(FormsPreview(choice, *self._of(desk)))

    def show_support_forms(self) -> None:
        """Show the forms of every support plan as they print, or a blank one where there is none (Annex IV)."""
        from desktop_app.documents.plan_form import FormKind, kinds_of
        from desktop_app.views.preview.forms_dialog import FormsChoice
        from desktop_app.views.preview.window import FormsPreview

        desk = self._window.desk
        if desk is None:
            return
        forum = desk.assessment.forum
        own, *_others = kinds_of(forum.procedure)
        kind = None if own is FormKind.ANNEX_IV else FormKind.ANNEX_IV
        choice = FormsChoice(blank=not forum.solidarity.support_plans, kind=kind)
        self._show(FormsPreview(choice, *self._of(desk)))

    def print_test(self) -> None:
        """Show the page that explains the 30 % test as it prints."""
        from desktop_app.views.preview.window import Printable

        self.show_document(Printable(tr("The 30 % test"), tr("30 percent test"), _thirty_percent))

    def print_reduction(self) -> None:
        """Show the arithmetic of the 10 % reduction as it prints."""
        from desktop_app.views.preview.window import Printable

        self.show_document(Printable(tr("The 10 % reduction"), tr("10 percent reduction"), _reduction))

    def print_findings(self) -> None:
        """Show the findings of the list, as it is filtered, and the time limits as they print."""
        from desktop_app.views.preview.window import Printable

        self.show_document(Printable(tr("Findings and time limits"), tr("findings"), self._findings))

    def show_document(self, printable: "Printable", fixed: "Fixed | None" = None) -> None:
        """Show any document as it prints, in the language and on the paper that are remembered.

        Args:
            printable: its title, the end of its file's name, and the function that makes it.
            fixed: figures that it is of, and what they are of, whatever the desk shows; ``None`` follows the desk.
        """
        from desktop_app.views.preview.window import Preview

        desk = self._window.desk
        if desk is None:
            return
        if fixed is None:
            self._show(Preview(printable, *self._of(desk)))
            return
        assessment, standing = fixed
        self._show(
            Preview(printable, lambda: assessment, self._window, self._window.settings, lambda: standing),
            follows=False,
        )

    def set_up(self, asking: "Preview | None" = None) -> None:
        """Ask for paper, margins, sides and printer; open previews follow.

        Args:
            asking: the preview from which it was asked for; it stays in front and has the keyboard afterwards.
        """
        from desktop_app.views.preview.setup import PageSetup
        from desktop_app.views.preview.setup_dialog import PageSetupDialog

        settings = self._window.settings
        chosen = PageSetupDialog.ask(asking or self._window, PageSetup.remembered(settings))
        if chosen is not None:
            chosen.remember(settings)
            for preview in self._previews.values():
                preview.make()
        if asking is not None:
            asking.activateWindow()

    def close_previews(self) -> None:
        """Close every preview."""
        for preview in self._previews.values():
            preview.close()
            preview.deleteLater()
        self._previews = {}

    def show_assessment(self) -> None:
        """Let the open previews follow."""
        for name, preview in self._previews.items():
            if name in self._followers and preview.isVisible():
                preview.forum_changed()

    def _open_annex(self, desk: Desk) -> "AnnexPreview":
        from desktop_app.views.preview.window import AnnexPreview

        before = self._previews.get("annex")
        as_final = isinstance(before, AnnexPreview) and before.final.isChecked()
        preview = AnnexPreview(*self._of(desk))
        if as_final:
            preview.final.trigger()
        preview.chosen.connect(self._go_to)
        preview.opened.connect(self._window.open_finding)
        self._show(preview)
        return preview

    def _show(self, preview: "Preview", *, follows: bool = True) -> None:
        before = self._previews.pop(preview.printable.name, None)
        if before is not None:
            before.close()
            before.deleteLater()
        self._previews[preview.printable.name] = preview
        self._followers.discard(preview.printable.name)
        if follows and self._window.desk is not None:
            self._followers.add(preview.printable.name)
            # The same figures can be those of another moment.
            self._window.desk.looked_at.connect(preview.forum_changed)
        preview.save_wanted.connect(lambda _data, ending: self._save_as(preview, PRINTING, ending))
        preview.format_wanted.connect(lambda chosen, ending: self._save_as(preview, chosen, ending))
        preview.print_wanted.connect(lambda data: self._print(preview, data))
        preview.setup_wanted.connect(lambda: self.set_up(preview))
        preview.show()
        preview.activateWindow()

    def _of(self, desk: Desk) -> "tuple[Callable[[], Assessment], MainWindow, Settings, Callable[[], Standing]]":
        """Return what every preview of a forum takes: its figures, window and settings, and what they are of."""
        from desktop_app.views.preview.shown import standing_of

        return (lambda: desk.assessment), self._window, self._window.settings, lambda: standing_of(desk)

    def _on_screen(self) -> tuple[Sequence[str], Sequence[str]]:
        """Return the columns on screen by their keys, and the Member States on screen by their codes."""
        table = self._window.table
        return [column.key for column in table.columns], [line for line in table.model.lines if isinstance(line, str)]

    def _findings(
        self, assessment: Assessment, print_of: str, language: str, sheet: "Sheet", standing: "Standing"
    ) -> bytes:
        from desktop_app.documents import findings_pdf

        in_list = set(self._window.findings.model.findings)
        shown = [each for each in assessment.findings if each in in_list]
        return findings_pdf(assessment, print_of, language=language, findings=shown, sheet=sheet, standing=standing)

    def _go_to(self, finding: object) -> None:
        self._window.activateWindow()
        self._window.go_to(finding)  # type: ignore[arg-type]  # a signal carries any object

    def _save_as(self, preview: "Preview", chosen: Format, ending: str) -> None:
        """Ask where a document goes, write it in a format beside the window, and say so."""
        from desktop_app.documents.furniture import Written
        from desktop_app.documents.tagged import NotWrittenError
        from desktop_app.models.whole_file import write_whole
        from desktop_app.views.progress import run

        desk, printed = self._window.desk, preview.data
        if desk is None or not isinstance(printed, Written):
            return
        name = tr(chosen.name, stem=desk.file.path.stem, ending=ending)
        title = preview.printable.title
        path = Files.to_write(preview, tr("Save: {title}", title=title), desk.file.path.with_name(name), chosen.kinds)
        if path is None:
            return
        try:
            # Beside the window: a long document takes a second or two in another format.
            write_whole(path, run(preview, tr("Writing {name}", name=path.name), lambda _report: chosen.write(printed)))
        except Cancelled:
            preview.say(tr("Nothing was written."))
        except NotWrittenError as error:
            Message.show(preview, tr("The document cannot be written for reading aloud"), shown(str(error)))
        except (BadInput, ForumFileError) as error:
            Message.show(preview, tr("The document cannot be written"), shown(str(error)))
        else:
            self._window.remark(tr("{title} saved: {path}", title=title, path=str(path)))
            preview.say(tr("Saved {path}", path=str(path)))

    def _print(self, preview: "Preview", data: bytes) -> None:
        from desktop_app.views.preview.pages import PdfPages
        from desktop_app.views.preview.printing import Printers, print_pages
        from desktop_app.views.preview.setup import PageSetup

        printer = Printers.ask(preview, preview.printable.title, PageSetup.remembered(self._window.settings))
        if printer is None:
            return
        with PdfPages(data) as pages:
            if not print_pages(pages, printer):
                Message.show(preview, tr("Nothing was printed"), tr("The printer did not take the pages. Try again."))


def _table(assessment: Assessment, print_of: str, language: str, sheet: "Sheet", standing: "Standing") -> bytes:
    from desktop_app.documents.table import table_pdf

    return table_pdf(assessment, print_of, language=language, sheet=sheet, standing=standing)


def _thirty_percent(
    assessment: Assessment, print_of: str, language: str, sheet: "Sheet", standing: "Standing"
) -> bytes:
    from desktop_app.documents.thirty_percent import thirty_percent_pdf

    tested = assessment if isinstance(assessment, PressureAssessment) else SearchAndRescueAssessment.of(assessment)
    return thirty_percent_pdf(tested, print_of, language=language, sheet=sheet, standing=standing)


def _reduction(assessment: Assessment, print_of: str, language: str, sheet: "Sheet", standing: "Standing") -> bytes:
    from desktop_app.documents.reduction import reduction_pdf

    pressure = PressureAssessment.of(assessment)
    return reduction_pdf(pressure, print_of, language=language, sheet=sheet, standing=standing)
