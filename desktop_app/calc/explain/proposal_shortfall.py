"""The 30 % test of the proposal of 2020 (COM(2020) 610, Art. 48(2), 53(2); recitals 22 and 29)."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final, TypeVar

from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.explain import proposal_unknown as reasons
from desktop_app.calc.explain import unknown
from desktop_app.calc.explain.figure import Answer, Figure, told_apart
from desktop_app.calc.explain.inputs import COMPUTED
from desktop_app.calc.explain.proposal_subject import STATUS, Proposal
from desktop_app.calc.readings import SHORTFALL
from desktop_app.calc.sentences import say
from desktop_app.calc.shortfall_shown import THRESHOLD
from desktop_app.calc.wording import percent

NEEDED: Final = (reasons.no_report_total, unknown.no_share, reasons.nothing_needed, reasons.nobody_asked)
"""Why the test may not be possible, whatever the reading."""
_ROUNDING: Final = say("shown with two decimals, half up; held against 30 % exactly")
Subject = TypeVar("Subject", bound=Proposal)


def shown(ratio: Fraction | None) -> str:
    """Write a ratio so that it reads differently from 30 % where it is different."""
    known = ratio or Fraction(0)
    return percent(known, told_apart(100 * known, 100 * THRESHOLD))


def figures_of_the_test(
    reference: str,
    answers: Mapping[str, Callable[[Subject], Answer]],
    without_effect: Callable[[Subject], str],
    unknown_in_force: tuple[Callable[[Subject], str], ...],
) -> tuple[Figure[Subject], ...]:
    """Return the figures of the test: under the reading in force, under each, and whether it is triggered.

    Args:
        reference: article.
        answers: why it is what it is, by reading.
        without_effect: says of a test that is triggered that nothing follows; empty where something does.
        unknown_in_force: why the one in force may be unknown.
    """

    def in_force(whole: Subject) -> Answer:
        reading = whole.reading(SHORTFALL.name)
        answer = answers[reading](whole)
        return Answer(
            answer.formula,
            answer.inputs,
            say("Reading {reading}: {answer}", reading=reading, answer=answer.words),
        )

    def triggered(whole: Subject) -> Answer:
        name = "shortfall_percent"
        shortfall = whole.sums.shortfall or Fraction(0)
        title = say("shortfall, reading {reading}", reading=whole.reading(SHORTFALL.name))
        is_above = whole.sums.shortfall_triggered
        words = say(
            "{shortfall} is more than 30 %." if is_above else "{shortfall} is not more than 30 %.",
            shortfall=shown(shortfall),
        )
        words += without_effect(whole) if is_above else ""
        return Answer(f"{name} > 30", (Input(name, title, 100 * shortfall, Unit.PERCENT, COMPUTED, "", name),), words)

    one: Figure[Subject] = Figure(
        "shortfall_percent",
        say("shortfall of the 30 % test"),
        Unit.PERCENT,
        _ROUNDING,
        reference,
        lambda whole: _hundredfold(whole.sums.shortfall),
        in_force,
        unknown_in_force,
        STATUS,
        (SHORTFALL.name,),
    )
    each: tuple[Figure[Subject], ...] = tuple(
        Figure(
            f"shortfall_{reading.lower()}",
            say("shortfall, reading {reading}", reading=reading),
            Unit.PERCENT,
            _ROUNDING,
            reference,
            _under(reading),
            answer,
            NEEDED,
            STATUS,
        )
        for reading, answer in answers.items()
    )
    verdict: Figure[Subject] = Figure(
        "shortfall_triggered",
        say("30 % test triggered"),
        Unit.YES_NO,
        say("strictly above 30 %, compared exactly"),
        reference,
        lambda whole: None if whole.sums.shortfall is None else whole.sums.shortfall_triggered,
        triggered,
        unknown_in_force,
        STATUS,
        (SHORTFALL.name,),
    )
    return (one, *each, verdict)


def _under(reading: str) -> Callable[[Proposal], Fraction | None]:
    return lambda whole: _hundredfold(whole.sums.shortfall_readings.of(reading))


def _hundredfold(ratio: Fraction | None) -> Fraction | None:
    return None if ratio is None else 100 * ratio
