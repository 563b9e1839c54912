"""How a pledge is said, where it matters: the act sets out specific pledges in euro (Art. 57(1), (4)).

The text does not speak of announcements, conditions or ceilings; that they should be gone when the act is
adopted is a reading of ours. None of it changes a figure.
"""

from collections.abc import Callable, Iterator

from desktop_app.calc.exact import decimals_of
from desktop_app.calc.findings import Severity, Status
from desktop_app.calc.member_states import NOT_BOUND
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.rulebooks.annual_pool import names
from desktop_app.calc.rulebooks.annual_pool.cases import StateCase
from desktop_app.calc.rules import Remark, rule
from desktop_app.calc.said import AS_RECORDED, CONVERSION, Certainty, OriginalAmount, Said
from desktop_app.calc.sentences import Money, Number, Sentence, State, say


def said_of(case: StateCase) -> list[tuple[str, Sentence, Said]]:
    """Return (column id, name, how it is said) of each type that has something recorded; none of Denmark's."""
    pledge = case.record.pledge
    if case.record.code == NOT_BOUND or (pledge.said == AS_RECORDED and not pledge.measures):
        return []
    types = (
        ("relocations", names.RELOCATIONS, pledge.relocations, pledge.said.relocations),
        ("financial", names.FINANCIAL, pledge.financial_cents, pledge.said.financial),
        ("alternative", names.ALTERNATIVE, pledge.alternative, pledge.said.alternative),
    )
    return [(column, name, said) for column, name, recorded, said in types if recorded is not ABSENT]


def _severity(case: StateCase) -> Severity | None:
    return Severity.WARN if case.forum.adopted else None


def _types(case: StateCase, template: str, is_so: Callable[[Said], bool]) -> Iterator[Remark]:
    """Name the types of which something is so, in one sentence, at the first of them."""
    found = [(column, name) for column, name, said in said_of(case) if is_so(said)]
    if found:
        message = say(template, state=State(case.record.code), types=[name for _column, name in found])
        yield Remark(message, case.record.code, found[0][0], _severity(case))


@rule(
    "DESK-certainty",
    "Announced, not confirmed",
    "Art. 57(1)",
    Severity.INFO,
    "A pledge that was announced in the room should be confirmed in writing before the act sets it out. "
    "It counts all the same.",
    status=Status.READING,
)
def announced_only(case: StateCase) -> Iterator[Remark]:
    """Name the types that are announced only."""
    template = "{state}: announced, not confirmed in writing: {types}."
    return _types(case, template, lambda said: said.certainty is Certainty.ANNOUNCED)


@rule(
    "DESK-condition",
    "A pledge under a condition",
    "Art. 57(1)",
    Severity.INFO,
    "The act sets out the specific pledge of each Member State; a condition should be met or dropped before. "
    "The pledge counts all the same.",
    status=Status.READING,
)
def conditional(case: StateCase) -> Iterator[Remark]:
    """Name each condition."""
    for column, name, said in said_of(case):
        if said.condition:
            template = "{state}: {type} under a condition: {condition}."
            message = say(template, state=State(case.record.code), type=name, condition=said.condition)
            yield Remark(message, case.record.code, column, _severity(case))


@rule(
    "DESK-ceiling",
    "A pledge that is a ceiling",
    "Art. 57(1)",
    Severity.INFO,
    "The act sets out the specific pledge of each Member State; a figure said as a ceiling should become a figure "
    "before. It counts in full all the same.",
    status=Status.READING,
)
def ceiling(case: StateCase) -> Iterator[Remark]:
    """Name the types of which the figure is a ceiling."""
    template = "{state}: said as at most, not as a figure: {types}."
    return _types(case, template, lambda said: said.at_most)


@rule(
    "DESK-currency",
    "Said in another currency",
    "Art. 57(1), (4)",
    Severity.WARN,
    f"An amount said in another currency is recorded in euro: {CONVERSION}. The rate and its day stand beside it.",
    status=Status.READING,
)
def other_currency(case: StateCase) -> Iterator[Remark]:
    """Warn where the euro amount is not what the rate gives, or where rate or day are missing."""
    pledge = case.record.pledge
    for column, name, said in said_of(case):
        if column == "financial" and said.original:
            recorded = pledge.financial_cents if isinstance(pledge.financial_cents, int) else 0
            yield from _conversion(case, column, name, said.original, recorded)
        if column == "alternative":
            for measure in pledge.measures:
                if measure.original:
                    what = say("the measure {measure}", measure=measure.description or say("without a description"))
                    yield from _conversion(case, column, what, measure.original, measure.value_cents)


def _conversion(
    case: StateCase, column: str, name: Sentence, original: OriginalAmount, recorded: int | None
) -> Iterator[Remark]:
    said = say(
        "{state}: {type} said as {amount}",
        state=State(case.record.code),
        type=name,
        amount=Money(original.amount_hundredths, original.currency),
    )
    cents = original.cents
    if original.rate is None or cents is None:
        yield Remark(say("{said}, without a rate.", said=said), case.record.code, column)
    elif recorded is not None and cents != recorded:
        message = say(
            "{said}; at {rate} for one euro that is {converted}, recorded is {recorded}.",
            said=said,
            rate=Number(original.rate, decimals_of(original.rate)),
            converted=Money(cents),
            recorded=Money(recorded),
        )
        yield Remark(message, case.record.code, column)
    elif original.rate_date is None:
        yield Remark(say("{said}; the day of the rate is missing.", said=said), case.record.code, column)
