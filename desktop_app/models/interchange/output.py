"""What ``check --json`` says: figures, findings and deadlines as text, sections 4 and 6 of the interchange format."""

from collections.abc import Callable, Mapping
from typing import Final

from desktop_app.calc.acknowledged import acknowledgement_of
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.findings import Deadline, Finding
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.readings import FURTHER, fixed_readings_of
from desktop_app.calc.sentences import words_of
from desktop_app.models.interchange.annual_pool_output import annual_pool_figures
from desktop_app.models.interchange.canonical import FINGERPRINT_DIGITS, state_hash
from desktop_app.models.interchange.migratory_pressure_output import migratory_pressure_figures
from desktop_app.models.interchange.output_parts import DEADLINES, Output
from desktop_app.models.interchange.search_and_rescue_output import search_and_rescue_figures
from desktop_app.models.interchange.voluntary_output import voluntary_figures

_PROCEDURES: Final[Mapping[Procedure, Callable[[Assessment], Output]]] = {
    Procedure.ANNUAL_POOL: annual_pool_figures,
    Procedure.SEARCH_AND_RESCUE: search_and_rescue_figures,
    Procedure.MIGRATORY_PRESSURE: migratory_pressure_figures,
    Procedure.VOLUNTARY: voluntary_figures,
}
"""What each procedure says of its own."""


def check_output(assessment: Assessment) -> Output:
    """Return the assessment as plain values: strings, integers, booleans, null.

    Exact numbers are an integer or a reduced fraction in a string, money has two decimals, percentages
    fixed ones; null stands where a figure cannot be known.
    """
    forum = assessment.forum
    digest = state_hash(forum)
    return {
        "procedure": forum.procedure.value,
        "title": forum.title,
        "year": forum.year,
        "classification": forum.classification.value,
        "state_hash": digest,
        "fingerprint": digest[:FINGERPRINT_DIGITS],
        # Exactly the readings that the format names; those that are ours stand beside them.
        "readings": {name: value for name, value in assessment.readings.items() if name not in FURTHER},
        "further_readings": {name: value for name, value in assessment.readings.items() if name in FURTHER},
        "fixed_readings": {each.name: each.default for each in fixed_readings_of(forum.procedure)},
        **_PROCEDURES[forum.procedure](assessment),
        "findings": [_finding(forum, finding) for finding in assessment.findings],
        "deadlines": [_deadline(deadline) for deadline in assessment.deadlines],
    }


def _finding(forum: Forum, finding: Finding) -> Output:
    answer = acknowledgement_of(forum, finding)
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "state": finding.state,
        "message": words_of(finding.message),
        "reference": finding.reference,
        "status": finding.status.value,
        "acknowledged": None if answer is None else answer.reason,
    }


def _deadline(deadline: Deadline) -> Output:
    return {
        "rule": deadline.rule,
        "what": DEADLINES.get(deadline.rule, words_of(deadline.what)),
        "sentence": words_of(deadline.what),
        "due": deadline.due,
        "state": deadline.state,
        "started_by": words_of(deadline.started_by),
        # Why it does not end on its own last day (Art. 75(d)).
        "moved": words_of(deadline.moved) or None,
        "reference": deadline.reference,
    }
