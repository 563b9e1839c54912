"""How a time limit of the proposal of 2020 is written down (COM(2020) 610, Art. 65: never moved)."""

from datetime import date

from desktop_app.calc.findings import Deadline
from desktop_app.calc.rulebooks.rule_2020 import DOCUMENT
from desktop_app.calc.sentences import Sentence


def limit(
    rule: str,
    what: Sentence,
    due: date,
    started_by: tuple[date, Sentence],
    reference: str,
    whose: tuple[str | None, int | None] = (None, None),
) -> Deadline:
    """Return a deadline.

    Args:
        rule: id of its rule.
        what: who must do what.
        due: last day.
        started_by: the day that started it, and what it is.
        reference: article of the proposal.
        whose: state, and place in its list where a state can have several.
    """
    (started, words), (state, place) = started_by, whose
    return Deadline(rule, what, due.isoformat(), state, words, f"{DOCUMENT}, {reference}", started=started, place=place)


def by_due_date(found: list[Deadline]) -> tuple[Deadline, ...]:
    """Return deadlines in their order: by due date, then rule and state."""
    return tuple(sorted(found, key=lambda each: (each.due, each.rule, each.state or "")))
