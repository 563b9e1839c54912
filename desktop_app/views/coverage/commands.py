"""The commands on the picture of coverage, for one main window."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.views.language import tr

if TYPE_CHECKING:
    from desktop_app.documents.standing import Standing
    from desktop_app.documents.styles import Sheet
    from desktop_app.views.coverage.window import CoverageWindow
    from desktop_app.views.main_window import MainWindow


_AFTER_TYPING: Final = 40
"""Milliseconds after an entry at which the picture follows it: the eye takes it for at once."""


class CoverageCommands(QObject):
    """Opens the picture, keeps it up to date, and lets it print."""

    def __init__(self, window: "MainWindow") -> None:
        """Begin without a picture: it is made when it is first asked for."""
        super().__init__(window)
        self._window = window
        self.picture: CoverageWindow | None = None
        # The table comes first: nobody types against the picture, and what is typed quickly is drawn once.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_TYPING)
        self._later.timeout.connect(self._show_now)

    def show(self) -> None:
        """Show the picture of the open forum, at the Member State of the cursor."""
        from desktop_app.documents.coverage_bars import Order, Pledged, Scale
        from desktop_app.views.coverage.window import CoverageWindow

        desk = self._window.desk
        if desk is None:
            return
        if self.picture is None:
            settings = self._window.settings
            orders = {each.name.lower(): each for each in Order}
            scales = {each.name.lower(): each for each in Scale}
            self.picture = CoverageWindow(
                self._window,
                orders.get(settings.coverage_order, Order.GAP),
                scales.get(settings.coverage_scale, Scale.FAIR_SHARE),
                Pledged.NET if settings.coverage_pledged == "net" else Pledged.GROSS,
            )
            self.picture.chosen.connect(self._go_to)
            self.picture.preview_wanted.connect(self.preview)
            self.picture.looks_changed.connect(self._remember)
        self.picture.set_zoom(self._window.settings.zoom)
        self.picture.show_assessment(desk.annual_pool)
        self.picture.go_to(self._window.table.selected()[0] or "")
        self.picture.show()
        self.picture.activateWindow()
        self.picture.list.setFocus()

    def follow(self) -> None:
        """Show new figures in a moment, where the picture is in sight."""
        if self.picture is not None and self.picture.isVisible():
            self._later.start()

    def _show_now(self) -> None:
        desk = self._window.desk
        if self.picture is not None and desk is not None:
            self.picture.show_assessment(desk.annual_pool)

    def close(self) -> None:
        """Put the picture away, as before another forum is shown."""
        if self.picture is not None:
            self.picture.close()

    def set_zoom(self, percent: int) -> None:
        """Follow the person's zoom."""
        if self.picture is not None:
            self.picture.set_zoom(percent)

    def preview(self) -> None:
        """Show the picture as it prints, with the bars as they stand."""
        from desktop_app.views.preview.window import Printable

        self._window.files.documents.show_document(Printable(tr("Coverage picture"), tr("coverage"), self._page))

    def _page(
        self, assessment: Assessment, print_of: str, language: str, sheet: "Sheet", standing: "Standing"
    ) -> bytes:
        from desktop_app.documents.coverage import coverage_pdf

        picture, pool = self.picture, AnnualPoolAssessment.of(assessment)
        if picture is None:
            return coverage_pdf(pool, print_of, language=language, sheet=sheet, standing=standing)
        return coverage_pdf(
            pool,
            print_of,
            language=language,
            order=picture.order,
            scale=picture.scale,
            pledged=picture.pledged,
            sheet=sheet,
            standing=standing,
        )

    def _go_to(self, code: str) -> None:
        self._window.activateWindow()
        self._window.table.go_to(code, "coverage_percent")

    def _remember(self, order: str, scale: str, pledged: str) -> None:
        settings = self._window.settings
        settings.coverage_order, settings.coverage_scale, settings.coverage_pledged = order, scale, pledged
