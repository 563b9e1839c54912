"""Every cell of a forum: its name, what is compared, how it is written.

What is compared is what the canonical document says: two forums with the same document have no difference,
and two with different documents have one.
"""

from typing import Any, Final, TypeVar

from desktop_app.calc import wording
from desktop_app.calc.differences import words
from desktop_app.calc.differences.compare import Field
from desktop_app.calc.exact import decimal_text
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

T = TypeVar("T")


def _of(what: str, name: str, text: Any, *, always: bool = False) -> Field[Any]:
    """Return the field of an attribute."""

    def value(each: Any) -> object:
        return getattr(each, name)

    return Field(what, value, lambda each: text(value(each)), always=always)


FORUM: Final[tuple[Field[Forum], ...]] = (
    _of("title", "title", words.text),
    _of("note", "note", words.text),
    _of("year", "year", words.plain),
    _of("classification", "classification", lambda value: value.marking),
    _of("adopted", "adopted", words.day),
    _of("day of the check", "as_of", words.day),
    _of("status of the shares", "shares_status", words.word),
)

ACT: Final[tuple[Field[SourceAct], ...]] = (
    _of("reference", "reference", words.text),
    _of("date", "date", words.day),
)

KEY: Final[tuple[Field[Key], ...]] = (
    _of("day of the population", "population_date", words.day),
    _of("source of the population", "population_source", words.text),
    _of("population taken from its source on", "population_extracted", words.day),
    _of("year of the GDP", "gdp_year", words.plain),
    _of("source of the GDP", "gdp_source", words.text),
    _of("GDP taken from its source on", "gdp_extracted", words.day),
)

KEY_STATE: Final[tuple[Field[KeyState], ...]] = (
    _of("population", "population", words.whole),
    _of("GDP", "gdp", words.gdp),
    _of("takes part in the key", "participates", words.yes_or_no),
    _of("what the source says of the population", "population_flags", words.words),
    _of("what the source says of the GDP", "gdp_flags", words.words),
    _of("remark", "remark", words.text),
)

SHARE: Final[Field[Any]] = Field(
    "adopted share",
    lambda share: share,
    lambda share: words.NOTHING if share is None else f"{decimal_text(share)}{wording.HARD}%",
)

POOL: Final[tuple[Field[Pool], ...]] = (
    _of("reference number, relocations", "relocations", words.whole),
    _of("reference number, financial contributions", "financial_cents", words.money),
    _of("proposal, relocations", "proposal_relocations", words.whole),
    _of("proposal, financial contributions", "proposal_financial_cents", words.money),
    _of("no need for solidarity, Art. 12(4)", "exceptional", words.yes_or_no),
    _of(
        "percentage for search and rescue",
        "sar_percent",
        lambda value: words.NOTHING if value is None else f"{decimal_text(value)}{wording.HARD}%",
    ),
)

NAMED_MEASURE: Final[tuple[Field[str], ...]] = (Field("", lambda each: each, words.text, always=True),)

MEETING: Final[tuple[Field[Meeting], ...]] = (
    _of("kind", "kind", words.word, always=True),
    _of("date", "date", words.day),
)

COUNT: Final[Field[Any]] = Field("", lambda count: count, words.whole)

STATE: Final[tuple[Field[StateRecord], ...]] = (
    Field("flags", lambda record: words.flags(record.flags), lambda record: words.words(words.flags(record.flags))),
    Field(
        "basis of the pressure",
        lambda record: words.bases(record.pressure_basis),
        lambda record: words.words(words.bases(record.pressure_basis)),
    ),
    _of("benefits since", "benefitting_since", words.day),
    _of("systemic shortcomings", "systemic_shortcomings", words.yes_or_no),
    _of("crisis credit", "crisis_credit", words.whole),
    _of("act on the crisis credit", "crisis_credit_act", words.text),
)

PLEDGE: Final[tuple[Field[Pledge], ...]] = (
    _of("relocations", "relocations", words.recorded_persons),
    _of("financial contribution", "financial_cents", words.recorded_money),
    Field("alternative measures", words.alternative, words.alternative),
    _of("of which beneficiaries", "of_which_beneficiaries", words.whole),
    _of("agreement on beneficiaries", "bilateral_agreement", words.text),
    _of("offsets planned", "offsets_planned", words.whole),
    _of("note", "note", words.text),
)

MEASURE: Final[tuple[Field[AlternativeMeasure], ...]] = (
    _of("description", "description", words.text),
    _of("kind", "kind", words.word),
    _of("value", "value_cents", words.money),
    _of("method", "method", words.text),
    _of("identified in the proposal", "identified_in_proposal", words.yes_or_no),
    _of("in its own currency", "original", words.original),
)

SAID: Final[tuple[Field[Said], ...]] = (
    Field(
        "certainty",
        lambda said: said.certainty,
        lambda said: words.NOTHING if said.certainty is None else said.certainty.words,
    ),
    _of("by whom", "by", words.text),
    _of("condition", "condition", words.text),
    _of("a ceiling", "at_most", words.yes_or_no),
    _of("note", "note", words.text),
)

SAID_OF_MONEY: Final[tuple[Field[Said], ...]] = (*SAID, _of("in its own currency", "original", words.original))

DEDUCTION: Final[tuple[Field[Deduction], ...]] = (
    _of("article", "basis", words.word, always=True),
    _of("stage", "stage", words.word, always=True),
    Field("extent", lambda each: each.extent, words.extent, always=True),
    _of("self-declared", "self_declared", words.yes_or_no),
    _of("announced", "announced", words.day),
    _of("requested", "requested", words.day),
    _of("assessed", "assessed", words.day),
    _of("decided", "decided", words.day),
    _of("act", "act", words.text),
    _of("note", "note", words.text),
    _of("contents of the request", "contents", words.contents),
)

ASSOCIATED: Final[tuple[Field[AssociatedContribution], ...]] = (
    _of("description", "description", words.text),
    _of("value", "value_cents", words.money),
)

HOLIDAY: Final[tuple[Field[Holiday], ...]] = (_of("name", "name", words.text, always=True),)

ACKNOWLEDGEMENT: Final[tuple[Field[Acknowledgement], ...]] = (
    _of("reason", "reason", words.text, always=True),
    _of("by whom", "by", words.text),
    _of("on", "on", words.day),
)
