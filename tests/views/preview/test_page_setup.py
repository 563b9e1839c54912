"""Page setup is remembered, and what is printed is what is previewed: in full size unless it does not fit."""

import math
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSizeF
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot

from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.documents.annex import annex_pdf
from desktop_app.documents.pledge_table import pledge_table_pdf
from desktop_app.documents.styles import Margins, Orientation, Paper, Sheet
from desktop_app.views.preview.pages import PdfPages
from desktop_app.views.preview.printing import print_pages, scale_on, set_up
from desktop_app.views.preview.setup import PageSetup, Sides
from desktop_app.views.preview.setup_dialog import PageSetupDialog
from desktop_app.views.settings import Settings

SETUP = PageSetup(Sheet(Paper.A3, Margins.WIDE, Orientation.LANDSCAPE), Sides.SHORT_EDGE, "room 3")


def test_it_is_remembered(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    SETUP.remember(settings)
    assert PageSetup.remembered(Settings.load(tmp_path / "settings.json")) == SETUP


def test_what_makes_no_sense_is_the_default() -> None:
    assert PageSetup.remembered(Settings()) == PageSetup()
    odd = Settings(page={"paper": "papyrus", "margins": "none", "orientation": "askew", "sides": "three"})
    assert PageSetup.remembered(odd) == PageSetup()


def test_the_dialog_shows_what_is_set_up_and_answers_what_is_chosen(qtbot: QtBot) -> None:
    dialog = PageSetupDialog(None, SETUP, ["room 1"])
    qtbot.addWidget(dialog)
    assert dialog.answer() == SETUP
    assert dialog.printer.input.currentText() == "room 3 (not found)"
    dialog.paper.put(Paper.LETTER)
    dialog.orientation.put(Orientation.OWN)
    dialog.margins.put(Margins.NORMAL)
    dialog.sides.put(Sides.ONE)
    dialog.printer.put("room 1")
    assert dialog.answer() == PageSetup(Sheet(Paper.LETTER), Sides.ONE, "room 1")
    assert dialog.paper.input.accessibleName() == "Paper"


def test_the_dialog_asks_which_printers_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["room 1"])
    monkeypatch.setattr(PageSetupDialog, "exec", lambda dialog: dialog.printer.input.count() == 2)
    assert PageSetupDialog.ask(None, PageSetup()) == PageSetup()
    monkeypatch.setattr(PageSetupDialog, "exec", lambda _dialog: 0)
    assert PageSetupDialog.ask(None, PageSetup()) is None


def printer_to(out: Path, setup: PageSetup = PageSetup(), dots: int = 144) -> QPrinter:  # noqa: B008 - frozen
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    printer.setResolution(dots)
    set_up(printer, setup)
    return printer


@pytest.mark.parametrize("paper", list(Paper))
def test_pages_are_printed_in_full_size_each_as_it_lies(tmp_path: Path, sample: Forum, paper: Paper) -> None:
    setup = PageSetup(Sheet(paper))
    data = annex_pdf(assess(sample), "0" * 12, draft=True, sheet=setup.sheet)
    out = tmp_path / "printed.pdf"
    with PdfPages(data) as pages:
        assert print_pages(pages, printer_to(out, setup))
        with PdfPages(out.read_bytes()) as printed:
            assert len(printed.sizes) == len(pages.sizes)
            for number, (wanted, got) in enumerate(zip(pages.sizes, printed.sizes, strict=True)):
                assert math.isclose(got.width(), wanted.width(), abs_tol=1.5)
                assert math.isclose(got.height(), wanted.height(), abs_tol=1.5)
                if number in (0, 1):
                    assert_same_picture(pages.image(number, 1.0), printed.image(number, 1.0))


def assert_same_picture(previewed: QImage, printed: QImage) -> None:
    """The same places are dark: shrunk to a coarse grid, where a shift by a few points would show."""
    grid = QSizeF(previewed.size()) / 4
    one, other = (
        image.scaled(grid.toSize()).convertToFormat(QImage.Format.Format_Grayscale8) for image in (previewed, printed)
    )
    places = [QPoint(x, y) for x in range(2, one.width() - 2, 3) for y in range(2, one.height() - 2, 3)]
    apart = sum(abs(one.pixelColor(place).lightness() - other.pixelColor(place).lightness()) > 100 for place in places)
    assert apart < len(places) // 50


def test_a_page_larger_than_the_paper_is_shrunk_to_fit_and_none_other(tmp_path: Path, sample: Forum) -> None:
    data = pledge_table_pdf(assess(sample), "0" * 12, sheet=Sheet(Paper.A3))
    out = tmp_path / "printed.pdf"
    printer = printer_to(out)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    with PdfPages(data) as pages:
        assert print_pages(pages, printer)
    with PdfPages(out.read_bytes()) as printed:
        assert round(printed.sizes[0].width()) == 842
        assert round(printed.sizes[0].height()) == 595


@pytest.mark.parametrize(
    ("page", "paper", "scale"),
    [
        ((595.28, 841.89), (595, 842), 1.0),
        ((595.28, 841.89), (842, 1190), 1.0),
        ((841.89, 1190.55), (595.28, 841.89), 595.28 / 841.89),
        ((612, 792), (595.28, 841.89), 595.28 / 612),
    ],
)
def test_only_what_does_not_fit_is_scaled(page: tuple[float, float], paper: tuple[float, float], scale: float) -> None:
    assert math.isclose(scale_on(QSizeF(*page), QSizeF(*paper)), scale, rel_tol=1e-3)


def test_a_printer_gets_paper_sides_and_its_name_where_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named: list[str] = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["room 3"])
    monkeypatch.setattr(QPrinter, "setPrinterName", lambda _printer, name: named.append(name))
    printer = printer_to(tmp_path / "out.pdf", SETUP)
    assert named == ["room 3"]
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A3
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    printer_to(tmp_path / "out.pdf", SETUP)
    assert named == ["room 3"]
