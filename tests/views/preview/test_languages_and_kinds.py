"""Every document can be previewed, in the language of choice, as it is printed and saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.calc.assessment import AnnualPoolAssessment, Assessment
from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.documents import findings_pdf
from desktop_app.documents.annex import annex_pdf
from desktop_app.documents.pledge_table import TableColumn, pledge_table_pdf
from desktop_app.documents.standing import Standing
from desktop_app.documents.styles import Orientation, Paper, Sheet
from desktop_app.models.interchange import fingerprint
from desktop_app.views.language import choose
from desktop_app.views.preview.setup import PageSetup
from desktop_app.views.preview.window import AnnexPreview, Preview, Printable, TablePreview
from desktop_app.views.settings import Settings


@pytest.fixture
def assessment(sample: Forum) -> AnnualPoolAssessment:
    return assess(sample)


def shown(qtbot: QtBot, preview: Preview) -> Preview:
    qtbot.addWidget(preview)
    with qtbot.waitExposed(preview):
        preview.show()
    return preview


def test_the_language_is_chosen_and_remembered(qtbot: QtBot, assessment: AnnualPoolAssessment) -> None:
    settings = Settings()
    preview = AnnexPreview(lambda: assessment, None, settings)
    shown(qtbot, preview)
    digits = fingerprint(assessment.forum)
    preview.languages["nl"].trigger()
    assert preview.data == annex_pdf(assessment, digits, language="nl", draft=True)
    assert preview.language_button.text() == "&Language: Nederlands"
    assert settings.language == "nl"
    assert preview.file_ending == "annex (draft, nl)"
    choose("nl")
    try:
        assert preview.file_ending == "bijlage (ontwerp, nl)"
        # Nobody has chosen yet.
        settings.language = ""
        assert preview.language == "nl"
        settings.language = "nl"
    finally:
        choose("en")
    again = AnnexPreview(lambda: assessment, None, settings)
    shown(qtbot, again)
    assert again.data == preview.data
    assert again.languages["nl"].isChecked()


def test_a_key_takes_the_next_language(qtbot: QtBot, assessment: AnnualPoolAssessment) -> None:
    preview = AnnexPreview(lambda: assessment)
    shown(qtbot, preview)
    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    for language in ("es", "et"):
        QTest.keyClick(preview, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert preview.language == language
    assert preview.file_ending == "annex (draft, et)"


def test_a_language_that_is_gone_is_english(qtbot: QtBot, assessment: AnnualPoolAssessment) -> None:
    preview = AnnexPreview(lambda: assessment, None, Settings(language="xx"))
    shown(qtbot, preview)
    assert preview.language == "en"


def test_the_table_is_that_on_screen_or_whole(qtbot: QtBot, assessment: AnnualPoolAssessment) -> None:
    on_screen = (["member_state", "gap", "no such column", "share"], ["FR", "BE"])
    preview = TablePreview(lambda: on_screen, lambda: assessment)
    shown(qtbot, preview)
    digits = fingerprint(assessment.forum)
    columns = [TableColumn.MEMBER_STATE, TableColumn.GAP, TableColumn.SHARE]
    assert preview.data == pledge_table_pdf(assessment, digits, columns=columns, codes=["FR", "BE"])
    preview.whole.trigger()
    assert preview.data == pledge_table_pdf(assessment, digits)
    assert preview.file_ending == "table"
    assert "Pledge table" in preview.windowTitle()


def test_any_document_can_be_shown(qtbot: QtBot, assessment: AnnualPoolAssessment) -> None:
    def made_of(figures: Assessment, digits: str, language: str, sheet: Sheet, standing: Standing) -> bytes:
        return findings_pdf(figures, digits, language=language, sheet=sheet, standing=standing)

    made = Printable("Findings", "findings", made_of)
    settings = Settings(language="nl")
    preview = Preview(made, lambda: assessment, None, settings)
    shown(qtbot, preview)
    digits = fingerprint(assessment.forum)
    assert preview.data == findings_pdf(assessment, digits, language="nl")
    assert preview.file_ending == "findings (nl)"
    PageSetup(Sheet(Paper.A3, orientation=Orientation.LANDSCAPE)).remember(settings)
    preview.make()
    a3 = Sheet(Paper.A3, orientation=Orientation.LANDSCAPE)
    assert preview.data == findings_pdf(assessment, digits, language="nl", sheet=a3)
    with qtbot.waitSignal(preview.save_wanted) as saved:
        preview.save.trigger()
    assert saved.args == [preview.data, "findings (nl)"]
    with qtbot.waitSignal(preview.setup_wanted):
        preview.setup.trigger()
