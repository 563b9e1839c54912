"""What becomes of findings and deadlines: they come, go, say something else, weigh otherwise, move."""

from dataclasses import replace

from desktop_app.calc.comparison.fates import Fate, Fated, FatedDeadline, deadline_fates, fates_of, other_words, weighed
from desktop_app.calc.consequences import Consequences
from desktop_app.calc.findings import Deadline, Finding, Severity, Status

BLOCK = Finding("AMMR-57-4b", Severity.BLOCK, "BE", "A measure has no value.", "Art. 57(4)", Status.IN_FORCE)
WARN = replace(BLOCK, severity=Severity.WARN)
OTHER = Finding("AMMR-57-3b", Severity.WARN, "EL", "100 below.", "Art. 57(3)", Status.IN_FORCE)
DUE = Deadline("AMMR-13-2", "convene the forum", "2026-10-15", None, "the proposal", "Art. 13(2)")


def test_findings_come_go_and_say_something_else() -> None:
    less = replace(OTHER, message="90 below.")
    fates = fates_of(Consequences((less, BLOCK), (OTHER,)))
    assert fates == [Fated(Fate.NEW, BLOCK), Fated(Fate.CHANGED, less, OTHER)]
    assert fates_of(Consequences((), (OTHER,))) == [Fated(Fate.GONE, OTHER)]


def test_a_finding_of_another_severity_is_the_same_finding() -> None:
    fates = fates_of(Consequences((BLOCK, replace(OTHER, state="LV")), (WARN, OTHER)))
    assert weighed(fates) == [
        Fated(Fate.WEIGHED, BLOCK, WARN),
        Fated(Fate.NEW, replace(OTHER, state="LV")),
        Fated(Fate.GONE, OTHER),
    ]


def test_deadlines_come_move_and_go() -> None:
    moved, other, told = replace(DUE, due="2026-10-16"), replace(DUE, rule="AMMR-12-1"), replace(DUE, what="meet")
    assert deadline_fates((DUE,), (DUE,)) == []
    assert deadline_fates((DUE,), (moved, other)) == [
        FatedDeadline(Fate.MOVED, moved, DUE),
        FatedDeadline(Fate.NEW, other),
    ]
    assert deadline_fates((DUE, other), (told,)) == [FatedDeadline(Fate.GONE, other)]


def test_a_sentence_that_changes_stands_whole_before_and_after() -> None:
    assert other_words("The 300 persons of A.", "None.") == "The 300 persons of A. → None."
    assert other_words("Same.", "Same.") == "Same."
    lacks = "The pool lacks 20 055 relocations (EUR 401 100 000)."
    assert other_words(lacks, "The pool lacks nothing of it any more.") == (
        f"{lacks}\n→ The pool lacks nothing of it any more."
    )
