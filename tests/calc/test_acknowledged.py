"""Answers to warnings: they count for their words, and never for what blocks."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.calc.acknowledged import acknowledgement_of, can_be_acknowledged, in_order, stale
from desktop_app.calc.changes import Acknowledge, CannotChangeError, ChangeKind, WithdrawAcknowledgement
from desktop_app.calc.findings import Finding, Severity
from desktop_app.calc.forum import Acknowledgement, Forum
from desktop_app.calc.rulebooks.annual_pool.book import assess
from tests.calc.test_consequences import FORUM

DAY = date(2026, 11, 27)


def _warning(forum: Forum, state: str = "EL") -> Finding:
    return next(each for each in assess(forum).findings if (each.rule, each.state) == ("AMMR-57-3b", state))


def _answer(finding: Finding, reason: str = "awaits its parliament") -> Acknowledge:
    return Acknowledge(finding.rule, finding.state, finding.message, reason, "A. Person", DAY)


def test_a_warning_is_answered() -> None:
    warning = _warning(FORUM)
    change = _answer(warning)
    assert change.kind is ChangeKind.ACKNOWLEDGEMENT
    assert change.title(FORUM) == "Acknowledged: AMMR-57-3b, Greece"
    answered = change.apply_to(FORUM)
    answer = acknowledgement_of(answered, warning)
    assert answer == Acknowledgement("AMMR-57-3b", "EL", warning.message, "awaits its parliament", "A. Person", DAY)
    # The warning itself stays: an answer silences nothing.
    assert warning in assess(answered).findings
    assert stale(answered, assess(answered).findings) == ()


def test_an_answer_counts_for_its_words_only() -> None:
    answered = _answer(_warning(FORUM)).apply_to(FORUM)
    record = answered.state("EL")
    lower = answered.with_state(replace(record, pledge=replace(record.pledge, relocations=298)))
    assert acknowledgement_of(lower, _warning(lower)) is None
    assert stale(lower, assess(lower).findings) == answered.acknowledgements


def test_a_second_answer_to_the_same_words_replaces_the_first() -> None:
    warning = _warning(FORUM)
    forum = _answer(warning, "second").apply_to(_answer(warning, "first").apply_to(FORUM))
    assert [each.reason for each in forum.acknowledgements] == ["second"]


def test_what_blocks_is_never_answered() -> None:
    blocking = replace(_warning(FORUM), severity=Severity.BLOCK)
    assert not can_be_acknowledged(blocking)
    assert acknowledgement_of(_answer(blocking).apply_to(FORUM), blocking) is None


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_reason_is_needed(reason: str) -> None:
    with pytest.raises(CannotChangeError, match="needs a reason"):
        _answer(_warning(FORUM), reason).apply_to(FORUM)


def test_an_answer_is_withdrawn() -> None:
    greek, latvian = _warning(FORUM), _warning(FORUM, "LV")
    forum = _answer(greek).apply_to(_answer(latvian).apply_to(FORUM))
    change = WithdrawAcknowledgement(greek.rule, greek.state, greek.message)
    assert change.kind is ChangeKind.ACKNOWLEDGEMENT
    assert change.title(forum) == "Acknowledgement withdrawn: AMMR-57-3b, Greece"
    left = change.apply_to(forum)
    assert [each.state for each in left.acknowledgements] == ["LV"]
    with pytest.raises(CannotChangeError, match="nothing is acknowledged"):
        change.apply_to(left)


def test_an_answer_for_the_forum_names_the_rule_alone() -> None:
    assert Acknowledge("AMMR-12-3", None, "words", "reason").title(FORUM) == "Acknowledged: AMMR-12-3"


def test_answers_come_by_rule_state_and_words() -> None:
    of_forum, of_belgium, of_latvia, of_norway, of_nobody = (
        Acknowledgement("A", state, "m", "r") for state in (None, "BE", "LV", "NO", "XX")
    )
    other_words = replace(of_belgium, message="n")
    other_rule = replace(of_forum, rule="B")
    everything = (of_forum, of_belgium, other_words, of_latvia, of_norway, of_nobody, other_rule)
    assert in_order(reversed(everything)) == everything
