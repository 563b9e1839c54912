"""The panel of a signatory: all its pledges, taken as one step."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.calc.assess import assess
from desktop_app.calc.changes import Change
from desktop_app.calc.forum import Forum
from desktop_app.calc.voluntary import VoluntaryPledge
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.views.voluntary_form import PledgePanel
from tests.views.table_owner import plain
from tests.views.voluntary_forum import voluntary_forum


class Owner:
    """Shows a panel on screen, and applies what it takes."""

    def __init__(self, qtbot: QtBot) -> None:
        self.forum: Forum = voluntary_forum()
        self.taken: list[str] = []
        self.panel = PledgePanel(self.apply)
        qtbot.addWidget(self.panel)
        self.show()
        self.panel.resize(400, 800)
        with qtbot.waitExposed(self.panel):
            self.panel.show()
        self.panel.activateWindow()

    def show(self) -> None:
        self.panel.show_assessment(VoluntaryAssessment.of(assess(self.forum)))

    def apply(self, change: Change) -> bool:
        self.taken.append(change.title(self.forum))
        self.forum = change.apply_to(self.forum)
        self.show()
        return True

    def pledges(self, code: str) -> tuple[VoluntaryPledge, ...]:
        return self.forum.voluntary.pledges_of(code)

    def lines(self) -> list[str]:
        shown = self.panel.page.list.list
        return [plain(shown.item(row).text()) for row in range(shown.count())]


@pytest.fixture
def owner(qtbot: QtBot) -> Owner:
    return Owner(qtbot)


def test_each_pledge_is_a_line_with_its_own_fields(owner: Owner) -> None:
    panel, page = owner.panel, owner.panel.page
    assert panel.notice.text() == "Choose a signatory in the table."
    panel.show_state("DE")
    assert owner.lines() == ["1. Italy: 2 000 persons", "2. Reception centre (NE): EUR 3 000 000"]
    assert plain(page.benefitting.said) == (
        "Still open of what Italy needs: 0 of 3 000 persons and EUR 50 000 000 of EUR 50 000 000."
    )
    assert plain(page.kept.text()) == (
        "Kept: 400 of 2 000 persons relocated, 1 600 outstanding; EUR 0 of EUR 3 000 000 paid, EUR 3 000 000 "
        "outstanding."
    )
    panel.open_at("project")
    assert (page.here, page.project.raw) == (1, "Reception centre")
    page.financial.input.setText("")
    assert "no money yet" in page.project.said
    page.partner_country.input.setText("")
    assert page.partner_country.said == "In which partner country is the project?"
    page.partner_country.input.setText("NE")
    page.project.input.setText("")
    assert "name the project too" in page.partner_country.said
    panel.show_state("NO")
    assert "An associated state" in page.standing.text()
    panel.show_state("LI")
    assert "It left the mechanism on 1\u00a0December\u00a02022" in page.standing.text()
    assert page.nothing.isVisible()
    panel.show_state("ES")
    assert "It has not signed the declaration" in page.standing.text()
    # Germany's edits wait, and are named.
    assert [draft.title for draft in panel.drafts.all()] == ["Germany: pledges"]


def test_pledges_are_added_and_taken_as_one_step(owner: Owner) -> None:
    panel, page = owner.panel, owner.panel.page
    panel.show_state("LU")
    panel.setFocus()
    QTest.keyClick(page.list.buttons["add"], Qt.Key.Key_Insert)
    assert page.benefitting.said.startswith("For which Member State? Choose it, or leave it open")
    page.benefitting.input.setCurrentIndex(page.benefitting.input.findText("left open, or a partner country"))
    assert page.benefitting.said.startswith("Nobody in particular")
    page.benefitting.input.setCurrentIndex(page.benefitting.input.findText("Spain (ES)"))
    assert page.benefitting.said.startswith("No need of Spain is recorded")
    page.relocations.input.setText("50")
    page.vulnerable_first.input.setChecked(True)
    page.submitted.input.setText("2.12.2022")
    assert owner.taken == []
    QTest.keyClick(page.relocations.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert owner.taken == ["Luxembourg: pledges"]
    assert owner.pledges("LU") == (VoluntaryPledge("LU", None, date(2022, 12, 2), "ES", 50, vulnerable_first=True),)
    assert len(panel.drafts) == 0
    page.rearrange("duplicate")
    page.financial.input.setText("2m")
    page.list.list.setCurrentRow(0)
    page.rearrange("delete")
    panel.take()
    assert [each.financial_cents for each in owner.pledges("LU")] == [200_000_000]
    page.rearrange("delete")
    assert page.list.buttons["add"].hasFocus()
    panel.take()
    assert owner.pledges("LU") == ()


def test_a_signatory_does_not_pledge_to_itself(owner: Owner) -> None:
    panel, page = owner.panel, owner.panel.page
    panel.show_state("FR")
    page.benefitting.input.setCurrentIndex(page.benefitting.input.findText("France (FR)"))
    assert page.benefitting.said.startswith("France cannot pledge to itself")
    assert owner.lines() == ["1. to be corrected"]
    assert panel.staged_change is None
    panel.take()
    assert owner.taken == []
    assert QApplication.focusWidget() is page.benefitting.input
    panel.revert()
    assert owner.lines() == ["1. Italy: 1 500 persons"]
    page.relocations.input.setText("many")
    assert page.relocations.problem
    assert panel.staged_change is None


def test_edits_are_given_up_and_brought_back_and_say_when_the_record_moves(owner: Owner) -> None:
    panel, page = owner.panel, owner.panel.page
    panel.show_state("FR")
    page.relocations.input.setText("1600")
    assert panel.staged_change is not None
    panel.revert()
    assert page.relocations.raw == "1500"
    panel.footer.back.click()
    assert page.relocations.raw == "1600"
    recorded = owner.forum.voluntary
    owner.forum = replace(owner.forum, voluntary=replace(recorded, pledges=recorded.pledges[:2]))
    owner.show()
    assert "has changed since these edits began" in panel.footer.notice.text()
    panel.set_read_only(True)
    panel.take()
    assert owner.taken == []
    panel.set_scale(2.0)
