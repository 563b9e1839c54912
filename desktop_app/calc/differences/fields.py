"""Every cell of a forum: its name, what is compared, how it is written.

What is compared is what the canonical document says: two forums with the same document have no difference,
and two with different documents have one.
"""

from enum import Enum
from fractions import Fraction
from typing import Any, Final, TypeVar

from desktop_app.calc import wording
from desktop_app.calc.differences import words
from desktop_app.calc.differences.compare import Field
from desktop_app.calc.forum import (
    Acknowledgement,
    AlternativeMeasure,
    AssociatedContribution,
    Deduction,
    Forum,
    Holiday,
    Key,
    KeyState,
    Meeting,
    Pledge,
    Pool,
    SourceAct,
    StateRecord,
)
from desktop_app.calc.said import Said
from desktop_app.calc.sentences import say
from desktop_app.calc.vote import Ballot, BallotLine

T = TypeVar("T")


def of(what: str, name: str, text: Any, *, always: bool = False) -> Field[Any]:
    """Return the field of an attribute."""

    def value(each: Any) -> object:
        return getattr(each, name)

    return Field(what, value, lambda each: text(value(each)), always=always)


def countries(name: str) -> Field[Any]:
    """Return the field of an attribute that lists codes of countries, whatever order they are kept in."""

    def value(each: Any) -> tuple[str, ...]:
        return tuple(sorted(getattr(each, name)))

    return Field(name, value, lambda each: words.codes(value(each)))


def some_of(what: str, name: str, kind: type[Enum]) -> Field[Any]:
    """Return the field of an attribute that holds some of several choices, whatever order they are kept in."""

    def value(each: Any) -> tuple[Enum, ...]:
        chosen = getattr(each, name)
        return tuple(member for member in kind if member in chosen)

    return Field(what, value, lambda each: words.words(value(each)))


def percent(value: Fraction | None) -> str:
    """Write a percentage."""
    return words.NOTHING if value is None else wording.percentage(value)


FORUM: Final[tuple[Field[Forum], ...]] = (
    of("procedure", "procedure", words.word),
    of("title", "title", words.text),
    of("note", "note", words.text),
    of("year", "year", words.plain),
    of("classification", "classification", lambda value: value.marking),
    of("adopted", "adopted", words.day),
    Field(say("number of the act"), lambda f: f.adopted_act.number, lambda f: words.text(f.adopted_act.number)),
    Field(
        say("Official Journal"),
        lambda f: f.adopted_act.official_journal,
        lambda f: words.text(f.adopted_act.official_journal),
    ),
    of(say("day of the check"), "as_of", words.day),
    of(say("status of the shares"), "shares_status", words.word),
)

ACT: Final[tuple[Field[SourceAct], ...]] = (
    of("reference", "reference", words.text),
    of("date", "date", words.day),
)

KEY: Final[tuple[Field[Key], ...]] = (
    of(say("day of the population"), "population_date", words.day),
    of(say("source of the population"), "population_source", words.text),
    of(say("population taken from its source on"), "population_extracted", words.day),
    of(say("year of the GDP"), "gdp_year", words.plain),
    of(say("source of the GDP"), "gdp_source", words.text),
    of(say("GDP taken from its source on"), "gdp_extracted", words.day),
)

KEY_STATE: Final[tuple[Field[KeyState], ...]] = (
    of("population", "population", words.whole),
    of("GDP", "gdp", words.gdp),
    of(say("takes part in the key"), "participates", words.yes_or_no),
    of(say("what the source says of the population"), "population_flags", words.words),
    of(say("what the source says of the GDP"), "gdp_flags", words.words),
    of("remark", "remark", words.text),
)

SHARE: Final[Field[Any]] = Field(say("adopted share"), lambda share: share, percent)

POOL: Final[tuple[Field[Pool], ...]] = (
    of(say("reference number, relocations"), "relocations", words.whole),
    of(say("reference number, financial contributions"), "financial_cents", words.money),
    of(say("proposal, relocations"), "proposal_relocations", words.whole),
    of(say("proposal, financial contributions"), "proposal_financial_cents", words.money),
    of("no need for solidarity, Art. 12(4)", "exceptional", words.yes_or_no),
    of(say("percentage for search and rescue"), "sar_percent", percent),
)

NAMED_MEASURE: Final[tuple[Field[str], ...]] = (Field("", lambda each: each, words.text, always=True),)

MEETING: Final[tuple[Field[Meeting], ...]] = (
    of("kind", "kind", words.word, always=True),
    of("date", "date", words.day),
)

COUNT: Final[Field[Any]] = Field("", lambda count: count, words.whole)

STATE: Final[tuple[Field[StateRecord], ...]] = (
    Field("flags", lambda record: words.flags(record.flags), lambda record: words.words(words.flags(record.flags))),
    Field(
        say("basis of the pressure"),
        lambda record: words.bases(record.pressure_basis),
        lambda record: words.words(words.bases(record.pressure_basis)),
    ),
    of(say("benefits since"), "benefitting_since", words.day),
    of(say("systemic shortcomings"), "systemic_shortcomings", words.yes_or_no),
    of(say("crisis credit"), "crisis_credit", words.whole),
    of(say("act on the crisis credit"), "crisis_credit_act", words.text),
)

PLEDGE: Final[tuple[Field[Pledge], ...]] = (
    of("relocations", "relocations", words.recorded_persons),
    of(say("financial contribution"), "financial_cents", words.recorded_money),
    Field(say("alternative measures"), words.alternative, words.alternative),
    of(say("of which beneficiaries"), "of_which_beneficiaries", words.whole),
    of(say("agreement on beneficiaries"), "bilateral_agreement", words.text),
    of(say("offsets planned"), "offsets_planned", words.whole),
    of("note", "note", words.text),
)

MEASURE: Final[tuple[Field[AlternativeMeasure], ...]] = (
    of("description", "description", words.text),
    of("kind", "kind", words.word),
    of("value", "value_cents", words.money),
    of("method", "method", words.text),
    of(say("identified in the proposal"), "identified_in_proposal", words.yes_or_no),
    of(say("in its own currency"), "original", words.original),
)

SAID: Final[tuple[Field[Said], ...]] = (
    Field(
        "certainty",
        lambda said: said.certainty,
        lambda said: words.NOTHING if said.certainty is None else said.certainty.words,
    ),
    of(say("by whom"), "by", words.text),
    of("condition", "condition", words.text),
    of(say("a ceiling"), "at_most", words.yes_or_no),
    of("note", "note", words.text),
)

SAID_OF_MONEY: Final[tuple[Field[Said], ...]] = (*SAID, of(say("in its own currency"), "original", words.original))

DEDUCTION: Final[tuple[Field[Deduction], ...]] = (
    of("article", "basis", words.word, always=True),
    of("stage", "stage", words.word, always=True),
    Field("extent", lambda each: each.extent, words.extent, always=True),
    of("self-declared", "self_declared", words.yes_or_no),
    of("announced", "announced", words.day),
    of("requested", "requested", words.day),
    of("assessed", "assessed", words.day),
    of("decided", "decided", words.day),
    of("act", "act", words.text),
    of("note", "note", words.text),
    of(say("contents of the request"), "contents", words.contents),
)

ASSOCIATED: Final[tuple[Field[AssociatedContribution], ...]] = (
    of("description", "description", words.text),
    of("value", "value_cents", words.money),
)

HOLIDAY: Final[tuple[Field[Holiday], ...]] = (of("name", "name", words.text, always=True),)

BALLOT: Final[tuple[Field[Ballot], ...]] = (
    of("date", "date", words.day),
    of("act", "reference", words.text),
    of(say("source of the voting population"), "population_source", words.text),
    of(say("date of the voting population"), "population_date", words.day),
)

BALLOT_LINE: Final[tuple[Field[BallotLine], ...]] = (
    Field("vote", lambda line: line.vote, lambda line: say("not yet") if line.vote is None else line.vote.value),
    of(say("voting population"), "population", words.whole),
)

ACKNOWLEDGEMENT: Final[tuple[Field[Acknowledgement], ...]] = (
    of("reason", "reason", words.text, always=True),
    of(say("by whom"), "by", words.text),
    of("on", "on", words.day),
)
