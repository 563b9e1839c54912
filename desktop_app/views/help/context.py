"""What the keyboard is on, as a place in the manual and in a few words."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication

from desktop_app.calc.forum import Procedure
from desktop_app.views.help.made import figure_heading, figures_by_owner, page_of, rule_heading
from desktop_app.views.help.pages import Topic
from desktop_app.views.language import marked, tr
from desktop_app.views.panels import holds

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow

BEGINNING: Final = Topic("manual")
PLAN: Final = Topic("search-and-rescue", marked("Response plans"))
_EDITORS: Final = {
    Procedure.ANNUAL_POOL: Topic("editors"),
    Procedure.SEARCH_AND_RESCUE: PLAN,
    Procedure.MIGRATORY_PRESSURE: Topic("migratory-pressure", marked("Response plans")),
    Procedure.VOLUNTARY: Topic("voluntary", marked("Pledges")),
}


def topic_at(window: "MainWindow") -> Topic:
    """Return the place in the manual that tells of what has the keyboard."""
    here = QApplication.focusWidget()
    if window.desk is None or here is None:
        return BEGINNING
    procedure = window.desk.assessment.forum.procedure
    if holds(window.findings, here):
        return _of_finding(window, procedure)
    if holds(window.why, here):
        return _of_question(window, procedure)
    if holds(window.workspace.table, here):
        return Topic(page_of("columns", procedure), window.workspace.heading[0])
    if holds(window.workspace.header, here):
        return Topic(page_of("figures", procedure))
    return _EDITORS[procedure]


def words_at(window: "MainWindow") -> str:
    """Return a few words on what has the keyboard; empty where nothing is known of it."""
    here = QApplication.focusWidget()
    if window.desk is None or here is None:
        return ""
    if holds(window.findings, here):
        return _words_of_rule(window, window.desk.assessment.forum.procedure)
    if holds(window.workspace.table, here):
        return "\n".join(window.workspace.heading)
    return here.toolTip() or here.accessibleDescription() or here.accessibleName()


def _of_finding(window: "MainWindow", procedure: Procedure) -> Topic:
    name, line = page_of("rules", procedure), window.findings.current
    return Topic(name, rule_heading(line.finding.rule, procedure)) if line else Topic(name)


def _words_of_rule(window: "MainWindow", procedure: Procedure) -> str:
    from desktop_app.calc.rulebooks.books import rule_of

    line = window.findings.current
    if line is None:
        return ""
    rule = rule_of(procedure, line.finding.rule)
    return f"{tr(rule.title)} ({tr(rule.reference)})\n{tr(rule.text)}"


def _of_question(window: "MainWindow", procedure: Procedure) -> Topic:
    from desktop_app.views.why.panel import RULE

    figures, question = page_of("figures", procedure), window.why.question
    if question is None:
        return Topic(figures)
    figure, code = question
    if figure == RULE and code is not None:
        return Topic(page_of("rules", procedure), rule_heading(code, procedure))
    *of_states, of_all = figures_by_owner(procedure)
    for whose, known in [of_all] if code is None else of_states:
        for each in known:
            if each.id == figure:
                return Topic(figures, figure_heading(each, whose))
    return Topic(figures)
