"""The preview: the very bytes, sharp at every size, nothing left open."""

import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.documents.annex import annex_pdf
from desktop_app.models.interchange import fingerprint
from desktop_app.views.preview.pages import PdfPages
from desktop_app.views.preview.printing import Printers
from desktop_app.views.preview.window import AnnexPreview


@pytest.fixture
def assessment(sample: Forum) -> AnnualPoolAssessment:
    return assess(sample)


@pytest.fixture
def preview(qtbot: QtBot, assessment: AnnualPoolAssessment) -> AnnexPreview:
    preview = AnnexPreview(lambda: assessment)
    qtbot.addWidget(preview)
    preview.resize(760, 700)
    with qtbot.waitExposed(preview):
        preview.show()
    return preview


def test_pages_are_drawn_in_their_size(assessment: AnnualPoolAssessment) -> None:
    with PdfPages(annex_pdf(assessment, "0" * 12, draft=True)) as pages:
        width, height = (math.ceil(each * 2) for each in (pages.sizes[0].width(), pages.sizes[0].height()))
        image = pages.image(0, 2.0)
        assert (image.width(), image.height()) == (width, height)
        shades = {image.pixelColor(x, y).lightness() for x in range(0, image.width(), 7) for y in range(0, 800, 3)}
        assert max(shades) == 255
        assert min(shades) < 100


def test_it_shows_the_very_bytes_that_are_written(preview: AnnexPreview, assessment: AnnualPoolAssessment) -> None:
    digits = fingerprint(assessment.forum)
    assert preview.data == annex_pdf(assessment, digits, draft=True)
    assert digits in preview.windowTitle()
    assert "draft" in preview.windowTitle()


def test_final_is_refused_with_what_blocks(preview: AnnexPreview, assessment: AnnualPoolAssessment) -> None:
    preview.final.trigger()
    assert preview.is_refused
    assert preview.refusal.model.findings == assessment.blocks
    assert not preview.save.isEnabled()
    assert not preview.printing.isEnabled()
    preview.draft.trigger()
    assert preview.save.isEnabled()
    assert preview.where.startswith("page 1 of ")


def test_final_is_possible_where_nothing_blocks(qtbot: QtBot, assessment: AnnualPoolAssessment) -> None:
    free = replace(assessment, findings=tuple(each for each in assessment.findings if each not in assessment.blocks))
    preview = AnnexPreview(lambda: free)
    qtbot.addWidget(preview)
    preview.final.trigger()
    assert not preview.is_refused
    assert preview.data == annex_pdf(free, fingerprint(free.forum), draft=False)


def test_zoom_and_fit(preview: AnnexPreview) -> None:
    assert preview.view.percent is None
    fitted = preview.view.shown_percent
    preview.resize(1000, 700)
    assert preview.view.shown_percent > fitted
    QTest.keyClick(preview, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.shown_percent == 100
    QTest.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.shown_percent == 125
    for expected in (100, 75, 50, 50):
        QTest.keyClick(preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
        assert preview.view.shown_percent == expected
    QTest.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.percent is None


def test_pages_are_turned_by_keyboard(preview: AnnexPreview) -> None:
    view = preview.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page > 0
    assert f"page {view.page + 1} of " in preview.where
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > 0


def test_pages_are_turned_wherever_the_keyboard_is(preview: AnnexPreview) -> None:
    button = next(each for each in preview.findChildren(QToolButton) if each.defaultAction() is preview.final)
    button.setFocus()
    bar = preview.view.verticalScrollBar()
    for key, at in ((Qt.Key.Key_End, bar.maximum()), (Qt.Key.Key_Home, 0), (Qt.Key.Key_PageDown, bar.pageStep())):
        QTest.keyClick(button, key)
        assert bar.value() == at
    QTest.keyClick(button, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    preview.final.trigger()
    assert preview.is_refused
    QTest.keyClick(button, Qt.Key.Key_End)
    assert bar.value() == 0


def test_every_page_can_be_seen_and_few_images_are_kept(preview: AnnexPreview, qtbot: QtBot) -> None:
    bar = preview.view.verticalScrollBar()
    for value in range(0, bar.maximum(), bar.pageStep()):
        bar.setValue(value)
        preview.view.repaint()
        qtbot.wait(1)
    assert preview.view.images_kept <= 6


def test_the_printer_is_asked_for(qtbot: QtBot) -> None:
    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        assert dialog.printer().docName() == "Annex"
        dialog.reject()

    QTimer.singleShot(0, leave)
    assert Printers.ask(None, "Annex") is None


def test_closing_frees_the_document(preview: AnnexPreview) -> None:
    preview.forum_changed()
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()
    preview.close()


def test_the_buttons_can_be_reached_by_keyboard(preview: AnnexPreview, qtbot: QtBot) -> None:
    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    QTest.keyClick(preview, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(preview.final.isChecked)
    buttons = preview.findChildren(QToolButton)
    reached = set()
    preview.view.setFocus()
    for _step in range(20):
        QTest.keyClick(preview.focusWidget(), Qt.Key.Key_Tab)
        reached.add(preview.focusWidget())
    assert {button for button in buttons if button.isEnabled() and button.isVisible()} <= reached


def test_it_opens_no_larger_than_the_screen(
    qtbot: QtBot, assessment: AnnualPoolAssessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.views.preview.base.room_on_screen", lambda _window: QSize(667, 336))
    preview = AnnexPreview(lambda: assessment)
    qtbot.addWidget(preview)
    assert preview.height() <= 336
    assert preview.width() <= 667
