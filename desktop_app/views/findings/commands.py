"""The commands on findings: filter, explain, acknowledge, copy."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.calc.acknowledged import can_be_acknowledged
from desktop_app.calc.changes import Acknowledge, WithdrawAcknowledgement
from desktop_app.calc.findings import Finding
from desktop_app.calc.forum import Acknowledgement, Forum
from desktop_app.calc.sentences import Sentence
from desktop_app.views.findings.acknowledge import AcknowledgeDialog
from desktop_app.views.language import tr

if TYPE_CHECKING:
    from desktop_app.views.main_window import MainWindow

_STALE = "DESK-answers"


class FindingsCommands(QObject):
    """What can be done with the finding on which the list stands, for one main window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        panel = window.findings
        panel.acknowledge_asked.connect(self.acknowledge)
        panel.withdraw_asked.connect(self.withdraw)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does, by its name."""
        return {"acknowledge": self.acknowledge, "filter_findings": self.filter}

    def filter(self) -> None:
        """Go to the filter of the list, which is shown where it was hidden."""
        self._show_list()
        self._window.findings.filter_words.setFocus()

    def acknowledge(self) -> None:
        """Ask for the reason why a warning may stand, and record it."""
        window, line = self._window, self._window.findings.current
        if window.desk is None or window.desk.read_only:
            return
        if line is None:
            self._show_list()
            window.findings.setFocus()
            window.remark(tr("Choose the warning in the list of findings first."))
        elif not can_be_acknowledged(line.finding):
            window.remark(
                tr("Only a warning can be acknowledged: what blocks has to be mended, information asks nothing.")
            )
        else:
            reason = AcknowledgeDialog.ask(window, line.finding, line.answer)
            if reason:
                finding, by = line.finding, window.settings.operator or None
                # The desk's clock: when a person says something is no figure of the forum.
                today = date.today()  # noqa: DTZ011 - the day on the wall of the room
                change = Acknowledge(finding.rule, finding.state, finding.message, reason, by, today)
                window.desk.apply(change)

    def withdraw(self) -> None:
        """Take the answer to a warning back, or one that no longer fits."""
        window, line = self._window, self._window.findings.current
        if window.desk is None or window.desk.read_only or line is None:
            return
        answer = line.answer
        if answer is None and line.finding.rule == _STALE:
            answer = _stale_answer(window.desk.assessment.forum, line.finding)
        if answer is None:
            window.remark(tr("Nothing is acknowledged on this line."))
        else:
            window.desk.apply(WithdrawAcknowledgement(answer.rule, answer.state, answer.message))

    def _show_list(self) -> None:
        action = self._window.menus.actions["findings"]
        if not action.isChecked():
            action.trigger()


def _stale_answer(forum: Forum, finding: Finding) -> Acknowledgement | None:
    """Return the answer of which a finding says that it no longer fits."""
    message = finding.message
    if not isinstance(message, Sentence):
        return None
    about = message.values["rule"], finding.state, message.values["message"]
    return next((each for each in forum.acknowledgements if (each.rule, each.state, each.message) == about), None)
