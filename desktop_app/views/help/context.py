"""What the keyboard is on, as a place in the manual and in a few words."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication

from desktop_app.views.help.pages import Topic, rule_heading
from desktop_app.views.panels import holds
from desktop_app.views.pledge_table.columns import HEADINGS, Heading, column_called

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow

BEGINNING: Final = Topic("manual")


def topic_at(window: "MainWindow") -> Topic:
    """Return the place in the manual that tells of what has the keyboard."""
    here = QApplication.focusWidget()
    if window.desk is None or here is None:
        return BEGINNING
    if holds(window.findings, here):
        line = window.findings.current
        return Topic("rules", rule_heading(line.finding.rule)) if line else Topic("rules")
    if holds(window.why, here):
        return _of_question(window)
    if holds(window.table, here):
        return _of_column(window)
    if holds(window.header, here):
        return Topic("figures")
    return Topic("editors")


def words_at(window: "MainWindow") -> str:
    """Return a few words on what has the keyboard; empty where nothing is known of it."""
    here = QApplication.focusWidget()
    if window.desk is None or here is None:
        return ""
    if holds(window.findings, here):
        return _words_of_rule(window)
    if holds(window.table, here):
        heading = _heading(window)
        return f"{heading.name}\n{heading.about}"
    return here.toolTip() or here.accessibleDescription() or here.accessibleName()


def _words_of_rule(window: "MainWindow") -> str:
    from desktop_app.calc.rulebooks.annual_pool.book import rule_of

    line = window.findings.current
    if line is None:
        return ""
    rule = rule_of(line.finding.rule)
    return f"{rule.title} ({rule.reference})\n{rule.text}"


def _of_column(window: "MainWindow") -> Topic:
    return Topic("columns", _heading(window).name)


def _of_question(window: "MainWindow") -> Topic:
    from desktop_app.calc.explain import ROW_FIGURES, TOTAL_FIGURES
    from desktop_app.views.why.panel import RULE

    question = window.why.question
    if question is None:
        return Topic("figures")
    figure, code = question
    if figure == RULE and code is not None:
        return Topic("rules", rule_heading(code))
    whose, known = ("of the pool", TOTAL_FIGURES) if code is None else ("of a Member State", ROW_FIGURES)
    title = next((each.title for each in known if each.id == figure), "")
    return Topic("figures", f"{title[:1].upper()}{title[1:]}, {whose}" if title else "")


def _heading(window: "MainWindow") -> Heading:
    return HEADINGS[column_called(window.table.selected()[1])]
