"""Measures of Art. 45(1)(d) on the forms of Annexes I and II: what each line lacks (COM(2020) 610)."""

from collections.abc import Iterator
from typing import Final

from desktop_app.calc.findings import Severity
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind
from desktop_app.calc.rules import Remark
from desktop_app.calc.sentences import Sentence, State, say

KINDS = {
    ResponseMeasureKind.CAPACITY: say("capacity building"),
    ResponseMeasureKind.OPERATIONAL: say("operational support"),
    ResponseMeasureKind.THIRD_COUNTRY: say("measures in cooperation with third countries"),
}
"""The three lines of the forms, in words."""


_TEXTS: Final = (say("the amount"), say("the description"), say("the timetable"))


def missing_header(reference: str | None, *, is_dated: bool) -> Iterator[Sentence]:
    """Yield what the header of a plan lacks."""
    if not reference:
        yield say("the reference number of the plan")
    if not is_dated:
        yield say("the date of submission")


def measure_on_the_form(code: str, measure: ResponseMeasure, *, needed: bool) -> Iterator[Remark]:
    """Say what the form lacks of a measure; its persons-equivalent blocks where the act needs it."""
    texts = (measure.amount, measure.description, measure.timetable)
    missing = [name for text, name in zip(texts, _TEXTS, strict=True) if not text]
    if measure.kind is None:
        missing.insert(0, say("the line of the form on which it stands"))
    kind = say("a measure") if measure.kind is None else KINDS[measure.kind]
    if missing:
        message = say("{state}, {kind}: the form lacks {missing}.", state=State(code), kind=kind, missing=missing)
        yield Remark(message, code, "measures")
    if measure.persons_equivalent is None:
        message = say("{state}, {kind}: no number of persons that it stands for.", state=State(code), kind=kind)
        yield Remark(message, code, "measures", Severity.BLOCK if needed else Severity.WARN)
