"""What ``difference`` prints, for people and for programs."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any, Final

from desktop_app.calc.comparison import Comparison
from desktop_app.calc.comparison.beside import ComparedFigure
from desktop_app.calc.comparison.causes import Caused, Causes, Part
from desktop_app.calc.comparison.fates import Fate, Fated, other_words
from desktop_app.calc.comparison.figures import Head, Subject, Value
from desktop_app.calc.differences import differences
from desktop_app.calc.exact import exact_text
from desktop_app.calc.member_states import name_of
from desktop_app.calc.shifts import ARROW
from desktop_app.cli.report_parts import hanging
from desktop_app.models.standpoints import Standpoint

NOTHING: Final = "Nothing differs."
ORDER: Final = (
    "Causes are told in this order: key, numbers, readings, dates, status, deductions, pledges, and what follows; "
    "where two act together, the later one is told what both do."
)

Json = dict[str, Any]


def as_text(one: Standpoint, other: Standpoint, comparison: Comparison, causes: Causes) -> str:
    """Return the whole report for people."""
    head = [*_side("From", one), *_side("To", other)]
    cells = differences(one.forum, other.forum)
    if comparison.is_nothing and not cells:
        return "\n".join([*head, "", NOTHING])
    blocks = [
        head,
        _section("What is recorded otherwise", (str(each) for each in cells)),
        *_figures(comparison, causes),
        _section("Findings", (line for each in comparison.findings for line in _finding(each))),
        _section("Time limits", (_deadline(each.fate, each.deadline, each.before) for each in comparison.deadlines)),
        list(hanging("", ORDER)) if comparison.changed else [],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _side(word: str, side: Standpoint) -> Iterator[str]:
    detail = f" ({side.detail})" if side.detail else ""
    return hanging(f"{word:<6}", f"{side.title}{detail}, fingerprint {side.fingerprint}")


def _section(title: str, lines: Iterable[str]) -> list[str]:
    held = [line for each in lines for line in hanging("  ", each)]
    return [title, *held] if held else []


def _figures(comparison: Comparison, causes: Causes) -> Iterator[list[str]]:
    """Yield a block for each subject: its figures that differ, below each what caused it."""
    caused = {_key(each): each for each in causes.figures}
    blocks: dict[Subject, list[str]] = {}
    for figure in comparison.changed:
        block = blocks.setdefault(figure.subject, [figure.subject.title])
        block += hanging("  ", f"{figure.head.title}: {figure.shift.words}")
        parts = caused[figure.subject, figure.head].parts
        block += (line for part in parts for line in hanging("      ", _part(part, causes, alone=len(parts) == 1)))
    yield from blocks.values()


def _key(caused: Caused) -> tuple[Subject, Head]:
    return caused.figure.subject, caused.figure.head


def _part(part: Part, causes: Causes, *, alone: bool) -> str:
    titles = "; ".join(causes.steps[place].title for place in part.steps)
    shift = part.shift
    if alone:
        return f"by {titles}"
    return f"{shift.difference or f'{shift.before} {ARROW} {shift.after}'} by {titles}"


def _finding(fated: Fated) -> Iterator[str]:
    finding, before = fated.finding, fated.before
    message = finding.message if before is None else other_words(before.message, finding.message)
    severity = finding.severity.value
    if before is not None and fated.fate is Fate.WEIGHED:
        severity = f"{before.severity.value} {ARROW} {severity}"
    whose = f"{name_of(finding.state)}: " if finding.state else ""
    yield f"{fated.fate.value}, {severity}, {finding.rule}: {whose if whose not in message else ''}{message}"


def _deadline(fate: Fate, deadline: Any, before: Any) -> str:
    moved = f"{before.due} {ARROW} " if before else ""
    return f"{fate.value}, {deadline.rule}: {moved}{deadline.due} {deadline.what}"


def as_json(one: Standpoint, other: Standpoint, comparison: Comparison, causes: Causes) -> Json:
    """Return the same for programs; exact numbers are written as in ``check --json``."""
    caused = {_key(each): each for each in causes.figures}
    return {
        "format": "forum-desk-difference/1",
        "from": _side_json(one),
        "to": _side_json(other),
        "same": comparison.is_nothing and one.fingerprint == other.fingerprint,
        "cells": [
            {"place": each.place, "state": each.code, "cell": each.what, "before": each.before, "after": each.after}
            for each in differences(one.forum, other.forum)
        ],
        "figures": [_figure_json(each, caused[each.subject, each.head].parts, causes) for each in comparison.changed],
        "findings": [
            {
                "fate": each.fate.value,
                "rule": each.finding.rule,
                "state": each.finding.state,
                "severity": each.finding.severity.value,
                "severity_before": each.before.severity.value if each.before else None,
                "message": each.finding.message,
            }
            for each in comparison.findings
        ],
        "deadlines": [
            {
                "fate": each.fate.value,
                "rule": each.deadline.rule,
                "state": each.deadline.state,
                "due": each.deadline.due,
                "due_before": each.before.due if each.before else None,
            }
            for each in comparison.deadlines
        ],
    }


def _side_json(side: Standpoint) -> Json:
    moment = side.moment
    return {
        "title": side.title,
        "entry": moment.seq if moment else None,
        "time": moment.at.isoformat() if moment else None,
        "operator": moment.operator if moment else None,
        "scenario": side.scenario.name if side.scenario else None,
        "fingerprint": side.fingerprint,
    }


def _figure_json(figure: ComparedFigure, parts: tuple[Part, ...], causes: Causes) -> Json:
    return {
        "about": figure.subject.about.value,
        "state": figure.subject.code,
        "figure": figure.head.id,
        "title": figure.head.title,
        "before": _value(figure.before),
        "after": _value(figure.after),
        "difference": _value(figure.difference),
        "causes": [
            {
                "changes": [causes.steps[place].title for place in part.steps],
                "before": _value(part.before),
                "after": _value(part.after),
                "difference": _value(part.difference),
            }
            for part in parts
        ],
    }


def _value(value: Value) -> object:
    return exact_text(value) if isinstance(value, int | Fraction) and not isinstance(value, bool) else value
