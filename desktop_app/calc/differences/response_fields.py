"""Every cell of what a forum on search and rescue records: its name, what is compared, how it is written."""

from fractions import Fraction
from typing import Final

from desktop_app.calc import wording
from desktop_app.calc.differences import words
from desktop_app.calc.differences.compare import Field
from desktop_app.calc.differences.fields import of, some_of
from desktop_app.calc.exact import decimal_text
from desktop_app.calc.response_plans import Cover, ResponseMeasure, ResponseMeasureKind, ResponsePlan
from desktop_app.calc.search_and_rescue import (
    Call,
    Disembarkation,
    DisembarkationAct,
    Judgement,
    ManagementReport,
    PoolUse,
    PressureAct,
    Raise,
    Round,
    SearchAndRescue,
    TopUp,
)
from desktop_app.calc.sentences import say


def exact_persons(value: Fraction | None) -> str:
    """Write persons that need not be whole."""
    return words.NOTHING if value is None else wording.grouped(decimal_text(value))


PROCEDURE: Final[tuple[Field[SearchAndRescue], ...]] = (
    of(say("requests sent"), "requested", words.day),
    of(say("end of the forum"), "forum_ended", words.day),
)

REPORT: Final[tuple[Field[ManagementReport], ...]] = (
    of("reference", "reference", words.text),
    of("adopted", "adopted", words.day),
    some_of(say("measures named"), "measures_named", ResponseMeasureKind),
    of(say("vulnerable persons"), "vulnerable", words.yes_or_no),
    of("note", "note", words.text),
)

DISEMBARKATION: Final[tuple[Field[Disembarkation], ...]] = (
    of(say("relocations from there"), "relocations", words.whole, always=True),
)

PLAN: Final[tuple[Field[ResponsePlan], ...]] = (
    of("reference", "reference", words.text),
    of("submitted", "submitted", words.day),
    of("relocations", "relocations", words.whole, always=True),
    of(say("of which vulnerable"), "vulnerable", words.whole),
    of("note", "note", words.text),
)

MEASURE: Final[tuple[Field[ResponseMeasure], ...]] = (
    of("kind", "kind", words.word, always=True),
    of("amount", "amount", words.text),
    of("description", "description", words.text),
    of("timetable", "timetable", words.text),
    of(say("stands for persons"), "persons_equivalent", exact_persons),
    of("value", "value_cents", words.money),
)

COVER: Final[tuple[Field[Cover], ...]] = (
    of("relocations", "relocations", words.whole, always=True),
    of("sponsorship", "sponsorship", words.whole, always=True),
)

ROUND: Final[tuple[Field[Round], ...]] = (
    of("kind", "kind", words.word),
    of("reason", "reason", words.text),
    of("opened", "opened", words.day),
    of("ended", "ended", words.day),
    of(say("called by the pool of"), "benefitting", words.plain),
)

ACT: Final[tuple[Field[DisembarkationAct], ...]] = (
    Field(
        "path",
        lambda act: act.path,
        lambda act: words.NOTHING if act.path is None else say("Art. {value}", value=act.path.value),
    ),
    of("adopted", "adopted", words.day),
    of("reference", "reference", words.text),
)

JUDGEMENT: Final[tuple[Field[Judgement], ...]] = (
    of("on", "on", words.day),
    of(say("by whom"), "by", words.text),
    of("reason", "reason", words.text),
)

PRESSURE_ACT: Final[tuple[Field[PressureAct], ...]] = (
    of(say("Member State"), "benefitting", words.plain),
    of(say("report adopted"), "reported", words.day),
    of(say("act adopted"), "adopted", words.day),
)

CALL: Final[tuple[Field[Call], ...]] = (
    of(say("pool of"), "benefitting", words.plain, always=True),
    of("requested", "requested", words.day),
    of("needs", "needs", words.text),
)

DRAW: Final[tuple[Field[PoolUse], ...]] = (
    of(say("pool of"), "benefitting", words.plain, always=True),
    of("date", "date", words.day),
    of("persons", "persons", words.whole, always=True),
    of(say("used for"), "used_for", words.plain),
    of(say("no risk because"), "not_at_risk", words.text),
    of(say("taken over by"), "contributor", words.plain),
    of("nationality", "nationality", words.text),
    of("note", "note", words.text),
)

RAISE: Final[tuple[Field[Raise], ...]] = (
    of(say("Member State"), "code", words.plain, always=True),
    of(say("pool of"), "benefitting", words.plain, always=True),
    of("relocations", "relocations", words.whole, always=True),
    of("date", "date", words.day),
    of("note", "note", words.text),
)

TOP_UP: Final[tuple[Field[TopUp], ...]] = (
    of(say("pool of"), "benefitting", words.plain, always=True),
    of(say("new total"), "relocations", words.whole, always=True),
    of("adopted", "adopted", words.day),
    of("reference", "reference", words.text),
)
