"""What earlier contributions take off one state's number, by type (COM(2020) 610, Art. 53(4))."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.credits import CreditEntry
from desktop_app.calc.derivation import Input, Unit
from desktop_app.calc.explain.figure import Answer, Figure
from desktop_app.calc.explain.inputs import AT_THE_FORUM, COMPUTED
from desktop_app.calc.explain.pressure_subject import PressureState
from desktop_app.calc.explain.proposal_plans import without_plan
from desktop_app.calc.explain.proposal_subject import STATUS, iso
from desktop_app.calc.migratory_pressure import Credit
from desktop_app.calc.readings import CREDIT, CREDIT_STATE, CREDIT_YEAR
from desktop_app.calc.sentences import joined, ours, say
from desktop_app.calc.wording import listed, number, persons

CREDITED: Final = say("COM(2020) 610, Art. 53(4); recital 32")
CREDITS_TOUCHED: Final = (CREDIT.name, CREDIT_YEAR.name, CREDIT_STATE.name)
_TYPES: Final = (
    ContributionType.APPLICANTS,
    ContributionType.SPONSORSHIP,
    ContributionType.BENEFICIARIES,
    ContributionType.MEASURES,
)


def owed(state: PressureState, kind: ContributionType) -> Fraction:
    """Return what falls to a type after reduction and spread, before credits, exact; asked only where it is known."""
    row = state.row
    if kind is ContributionType.MEASURES:
        return row.measures_exact or Fraction(0)
    return ((row.persons or 0) + row.reduction + row.redistributed) * row.types.weights.get(kind, 0)


def counting(state: PressureState, kind: ContributionType) -> tuple[CreditEntry, ...]:
    """Return the earlier contributions of a type that count."""
    return tuple(each for each in _of(state) if each.counts and each.credit.type is kind)


def given_before(state: PressureState, kind: ContributionType) -> int:
    """Return how many persons of a type count as given earlier."""
    return sum(each.credit.persons for each in counting(state, kind))


def is_more_than_owed(state: PressureState, kind: ContributionType) -> bool:
    """Whether more was given earlier than is owed, so that it comes off after rounding."""
    return given_before(state, kind) > owed(state, kind)


def credits_input(name: str, state: PressureState, *kinds: ContributionType) -> Input:
    """Return the earlier contributions of types that count, as a list."""
    entries = [each for kind in kinds for each in counting(state, kind)]
    what = listed([kind.words for kind in kinds])
    years = sorted(filter(None, {_when(each.credit) for each in entries}))
    counts = tuple(each.credit.persons for each in entries)
    title = say("{title}: given earlier by {what}", title=state.title, what=what)
    return Input(name, title, counts, Unit.PERSONS, _sources(entries), ", ".join(years))


def _when(credit: Credit) -> str:
    """Return the year in which something was given; empty where nobody recorded it."""
    return str(credit.year or "") or iso(credit.given)


def _sources(entries: Iterable[CreditEntry]) -> str:
    plans = sorted(
        {
            say("support plan {support_plan}", support_plan=each.support_plan)
            for each in entries
            if each.support_plan is not None
        }
    )
    ledger = [AT_THE_FORUM] if any(each.support_plan is None for each in entries) else []
    return joined(", ", [*ledger, *plans])


def _of(state: PressureState) -> tuple[CreditEntry, ...]:
    return tuple(each for each in state.credits if each.credit.code == state.code)


def _credited(state: PressureState) -> Answer:
    if not state.row.is_asked:
        return Answer("0", (), without_plan(state))
    kinds = [kind for kind in _TYPES if given_before(state, kind)]
    if not kinds:
        return Answer("0", (), _nothing_counts(state))
    if not state.is_settled:
        words = say(
            "{begin} has given earlier, but what it owes is not known yet: nothing can be taken off.", begin=state.begin
        )
        return Answer("0", (), words)
    fitting = [kind for kind in kinds if not is_more_than_owed(state, kind)]
    beyond = [kind for kind in kinds if is_more_than_owed(state, kind)]
    terms = ["sum(credits)"] if fitting else []
    used = [credits_input("credits", state, *fitting)] if fitting else []
    words = say(
        "{begin} gave {given} in the year before, which come off what it owes of the same type",
        begin=state.begin,
        given=_given(state, kinds),
    )
    for kind in beyond:
        left = int(state.row.credited_types[kind])
        name = kind.value
        terms.append(f"min(sum(credits_{name}), owed_{name})")
        title = say("{title}: owed by {words}, in whole persons", title=state.title, words=kind.words)
        used.append(credits_input(f"credits_{name}", state, kind))
        used.append(Input(f"owed_{name}", title, left, Unit.PERSONS, COMPUTED))
        words += say("; of {words} no more than the {persons} that it owes", words=kind.words, persons=persons(left))
    return Answer(
        " + ".join(terms), tuple(used), say("{words}: {number} in all.", words=words, number=number(state.row.credited))
    )


def _given(state: PressureState, kinds: Iterable[ContributionType]) -> str:
    return listed(
        [say("{persons} by {words}", persons=persons(given_before(state, kind)), words=kind.words) for kind in kinds]
    )


def _nothing_counts(state: PressureState) -> str:
    entries = _of(state)
    if not entries:
        return say("No earlier contribution of {name} is recorded, so nothing is taken off.", name=state.name)
    why = listed(list(dict.fromkeys(ours(each.against) for each in entries if not each.counts)))
    said = say(": {why}", why=why) if why else ""
    return say("No earlier contribution of {name} counts{said}.", name=state.name, said=said)


FIGURES: Final[tuple[Figure[PressureState], ...]] = (
    Figure(
        "credited",
        say("credited for earlier contributions"),
        Unit.PERSONS,
        say("exact; never more than what is owed of the same type"),
        CREDITED,
        lambda state: state.row.credited,
        _credited,
        status=STATUS,
        readings=CREDITS_TOUCHED,
    ),
)
