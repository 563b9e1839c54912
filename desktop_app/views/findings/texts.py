"""How a finding reads on screen."""

from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.findings import Finding, Severity, Status
from desktop_app.calc.forum import Acknowledgement
from desktop_app.views.language import marked, shown, state_name, tr

SEVERITY_WORDS: Final = {
    Severity.BLOCK: marked("Blocks"),
    Severity.WARN: marked("Warns"),
    Severity.INFO: marked("Informs"),
}
"""The word beside the icon; colour is never the only sign."""
STATUS_LABELS: Final = {
    Status.IN_FORCE: marked("in force"),
    Status.PROPOSAL_2020: marked("proposal of 2020, not law"),
    Status.READING: marked("a reading of ours"),
}
"""Legal status of the text that a rule rests on."""
_COUNTED: Final = {
    Severity.BLOCK: (marked("1 blocks"), marked("{count} block")),
    Severity.WARN: (marked("1 warns"), marked("{count} warn")),
    Severity.INFO: (marked("1 informs"), marked("{count} inform")),
}
"""How many findings of a severity there are: one, several."""
WHOLE_FORUM: Final = marked("Forum")
"""What stands where no Member State is concerned."""


def state_text(finding: Finding) -> str:
    """Return the name of the state concerned, or a word for the forum."""
    return tr(WHOLE_FORUM) if finding.state is None else state_name(finding.state)


def sentence_text(finding: Finding) -> str:
    """Return the sentence as it stands beside the name of the state, which it need not say again."""
    prefix = f"{state_text(finding)}: "
    sentence = tr(finding.message).removeprefix(prefix)
    return sentence[:1].upper() + sentence[1:]


def line_text(finding: Finding) -> str:
    """Return the finding in one line: for the clipboard and for screen readers."""
    word, status = SEVERITY_WORDS[finding.severity], STATUS_LABELS[finding.status]
    said = ": ".join((tr(word), state_text(finding), sentence_text(finding)))
    return f"{said} ({tr(finding.reference)}; {tr(status)})"


def answer_text(answer: Acknowledgement | None) -> str:
    """Return an answer in one line: ``"Acknowledged: agreed in the room (A. Person, 27 November 2026)"``."""
    if answer is None:
        return ""
    who = ", ".join(filter(None, (answer.by, shown(wording.day(answer.on)) if answer.on else "")))
    return tr("Acknowledged: {reason}{part}", reason=answer.reason, part=f" ({shown(who)})" if who else "")


def counts_text(findings: tuple[Finding, ...], answered: int = 0) -> str:
    """Return the count of each severity, as in ``2 block, 5 warn (1 acknowledged), 1 informs``."""
    parts = []
    for severity, (one, several) in _COUNTED.items():
        count = sum(finding.severity is severity for finding in findings)
        if count:
            told = tr(one) if count == 1 else tr(several, count=count)
            is_answered = answered and severity is Severity.WARN
            parts.append(
                tr("{warnings} ({count} acknowledged)", warnings=told, count=answered) if is_answered else told
            )
    return ", ".join(parts) or tr("none")
