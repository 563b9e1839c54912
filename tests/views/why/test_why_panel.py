"""The why-panel: words, numbers, sources, and asking on."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.calc.derivation import Derivation, Input, Unit
from desktop_app.calc.explain import explain
from desktop_app.calc.findings import Status
from desktop_app.calc.forum import Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess, rule_of
from desktop_app.views.theme import LIGHT, Scheme, theme
from desktop_app.views.why import WhyPanel
from desktop_app.views.why.page import asked_by, link_to, page


@pytest.fixture
def panel(qtbot: QtBot, sample: Forum) -> WhyPanel:
    panel = WhyPanel()
    qtbot.addWidget(panel)
    panel.resize(700, 400)
    panel.show_assessment(assess(sample))
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def words(panel: WhyPanel) -> str:
    panel.settle()
    return panel.text.toPlainText()


def test_it_invites_before_anything_is_chosen(panel: WhyPanel) -> None:
    assert words(panel).startswith("Choose a figure")
    assert panel.question is None


def test_a_share_is_explained_with_numbers_sources_and_reference(panel: WhyPanel) -> None:
    panel.ask("share_percent", "BE")
    text = words(panel)
    for part in (
        "Belgium: share of the reference key",
        "3.0942 %",
        "3.094176… %",
        "11 883 495 / 445 291 824",
        "Eurostat",
        "Art. 66 and Annex I",
        "in force",
    ):
        assert part in text, part


def test_inputs_that_are_figures_lead_on_and_back(panel: WhyPanel, qtbot: QtBot) -> None:
    panel.ask("fair_share_relocations", "BE")
    first = words(panel)
    panel.settle()
    assert not panel.back.isEnabled()
    panel.text.setFocus()
    QTest.keyClick(panel.text, Qt.Key.Key_Tab)
    QTest.keyClick(panel.text, Qt.Key.Key_Return)
    assert panel.question == ("exact_fair_share", "BE")
    assert panel.back.isEnabled()
    panel.back.trigger()
    assert words(panel) == first
    panel.back.trigger()
    assert words(panel) == first


def test_another_address_is_not_followed(panel: WhyPanel) -> None:
    panel.ask("share", "BE")
    panel.text.anchorClicked.emit(QUrl("https://example.org"))
    assert panel.question == ("share", "BE")


def test_the_same_question_on_other_figures(panel: WhyPanel, sample: Forum) -> None:
    panel.ask("fair_share_relocations", "BE")
    changed = replace(sample, pool=replace(sample.pool, relocations=42_000))
    panel.show_assessment(assess(changed))
    assert "1 300 persons" in words(panel)


def test_a_question_about_a_state_that_is_gone_is_dropped(panel: WhyPanel, sample: Forum) -> None:
    panel.ask("share", "BE")
    others = tuple(each for each in sample.key.states if each.code != "BE")
    records = tuple(each for each in sample.states if each.code != "BE")
    panel.show_assessment(assess(replace(sample, key=replace(sample.key, states=others), states=records)))
    assert words(panel).startswith("Choose a figure")


def test_colours_follow_the_theme(panel: WhyPanel) -> None:
    theme().choose(Scheme.LIGHT)
    panel.ask("share", "BE")
    panel.settle()
    before = panel.text.toHtml()
    theme().choose(Scheme.DARK)
    assert panel.text.toHtml() != before
    theme().choose(Scheme.LIGHT)
    panel.set_scale(1.5)
    assert panel.text.font().pointSizeF() > theme().font().pointSizeF()


def test_text_of_a_forum_is_never_markup() -> None:
    given = Input("a", "<b>title</b>", 1, Unit.PERSONS, "<img src=x>", "2026", "share", "BE")
    nasty = Derivation(
        "f", None, "<script>", 1, Unit.PERSONS, "a", (given,), "<i>", "<u>", Status.PROPOSAL_2020, ("unknown",), "<a>"
    )
    html = page(nasty, {"unknown": "<s>"}, LIGHT)
    for tag in ("<script>", "<img", "<b>title", "<i>", "<u>", "<a>", "<s>"):
        assert tag not in html
    assert "proposal of 2020, not law" in html


def test_a_formula_outside_the_language_is_shown_as_it_stands(sample: Forum) -> None:
    odd = replace(explain(assess(sample), "share", "BE"), formula="share ** 2")
    assert "share ** 2" in page(odd, {}, LIGHT)


def test_what_is_not_known_says_why(panel: WhyPanel) -> None:
    panel.ask("equivalents", "BE")
    assert "not known" in words(panel)


def test_addresses() -> None:
    assert asked_by(link_to("share", "BE")) == ("share", "BE")
    assert asked_by(link_to("rate_eur", None)) == ("rate_eur", None)
    assert asked_by("https://example.org") is None


def test_notes_on_a_pledge_stand_with_its_figures(panel: WhyPanel) -> None:
    note = "Note Stated on 8 December 2025 as a ceiling, not as the amount pledged."
    for figure in ("pledged_financial_eur", "coverage_percent", "gap_relocations", "net_equivalents"):
        panel.ask(figure, "BE")
        assert note in words(panel), figure
    for figure, code in (("share", "BE"), ("pledged_financial_eur", None)):
        panel.ask(figure, code)
        assert "Note" not in words(panel)
    panel.ask("deducted_equivalents", "CZ")
    assert "Reported as applied in the act itself" in words(panel)
    panel.ask("pledged_relocations", "CZ")
    assert "Reported as adjusted to 0" in words(panel)
    assert "Reported as applied in the act itself" not in words(panel)


def test_a_rule_says_what_it_asks_where_it_stands_and_how_it_is_read(panel: WhyPanel) -> None:
    panel.show_rule("AMMR-57-3b")
    rule = rule_of("AMMR-57-3b")
    for part in (rule.title, rule.text, rule.reference, "in force"):
        assert part in words(panel)
    panel.show_rule("P610-48-2c")
    assert "proposal of 2020, not law" in words(panel)
    for name in rule_of("P610-48-2c").readings:
        assert name in words(panel)


def test_the_forums_note_is_shown_whole(panel: WhyPanel, sample: Forum) -> None:
    panel.show_about()
    assert words(panel).startswith("About this forum\nPublic sources, not the annex.")
    assert "Applications are new applications" in words(panel)
    panel.show_assessment(assess(replace(sample, note=None)))
    assert words(panel) == "About this forum\nNothing is noted."


def test_the_link_with_the_keyboard_is_marked_and_taken_at_once(panel: WhyPanel) -> None:
    panel.ask("fair_share_relocations", "BE")
    panel.settle()
    panel.text.clearFocus()
    assert panel.text.extraSelections() == []
    panel.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert len(panel.text.extraSelections()) == 1
    QTest.keyClick(panel.text, Qt.Key.Key_Return)
    assert panel.question == ("exact_fair_share", "BE")
    panel.text.clearFocus()
    assert panel.text.extraSelections() == []


def test_a_page_without_links_takes_the_keyboard_and_lets_it_go(panel: WhyPanel) -> None:
    panel.text.clearFocus()
    panel.text.setFocus(Qt.FocusReason.TabFocusReason)
    assert panel.text.hasFocus()
    assert panel.text.extraSelections() == []


def test_a_finding_is_shown_above_its_rule(qtbot: QtBot, sample: Forum) -> None:
    panel = WhyPanel()
    qtbot.addWidget(panel)
    assessment = assess(sample)
    panel.show_assessment(assessment)
    finding = next(each for each in assessment.findings if each.rule == "AMMR-57-1")
    panel.show_finding(finding)
    panel.show_finding(finding)
    panel.settle()
    text = panel.text.toPlainText()
    assert text.startswith("Rule: A pledge for each type (AMMR-57-1)")
    assert "Blocks" in text
    assert "record a number or an explicit none" in text
    # Asked of the rule alone, the finding is not repeated.
    panel.show_rule("AMMR-57-1")
    panel.ask("share", "BE")
    panel.show_rule("AMMR-57-1")
    panel.settle()
    assert "Blocks" not in panel.text.toPlainText()
