"""Single things that make a forum impossible, and the limits of numbers, whatever the procedure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from desktop_app.calc.exact import CENTS
from desktop_app.calc.forum import Applications
from desktop_app.calc.member_states import ASSOCIATED_NAMES, POSITION, name_of
from desktop_app.calc.response_plans import ResponseMeasure
from desktop_app.calc.sentences import say

MAXIMUM_PERSONS: Final = 10**9
MAXIMUM_CENTS: Final = 10**13 * CENTS
MAXIMUM_RATE: Final = 10**9
"""Units of a currency for one euro stay below this."""
MAXIMUM_REVISION: Final = 99

_COUNTRY: Final = re.compile("[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that makes a forum impossible.

    Attributes:
        where: key path in the document, such as ``"states[BE].pledge.of_which_beneficiaries"``.
        what: what is wrong.
        remedy: what to do.
    """

    where: str
    what: str
    remedy: str


def persons(where: str, value: int | None) -> Iterator[Problem]:
    """Yield what is wrong with a number of persons."""
    if value is not None and not 0 <= value <= MAXIMUM_PERSONS:
        yield Problem(
            where,
            say("{value} is outside 0 to 1 000 000 000", value=str(value)),
            say("give a number of persons in that range"),
        )


def money(where: str, cents: int | None) -> Iterator[Problem]:
    """Yield what is wrong with an amount in cents."""
    if cents is not None and not 0 <= cents <= MAXIMUM_CENTS:
        yield Problem(where, say("the amount is outside 0 to 10 000 000 000 000"), say("give an amount in that range"))


def codes(where: str, codes: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with codes of Member States."""
    for code in codes:
        if code not in POSITION:
            yield Problem(
                where,
                say("{code} is not the code of a Member State", code=code),
                say("use the Union's codes (EL for Greece)"),
            )


def members(where: str, codes_named: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with codes of Member States where the proposal of 2020 knows no other states."""
    for code in codes_named:
        if code in ASSOCIATED_NAMES:
            what = say(
                "{state} is an associated state, not bound by Part IV of the proposal (COM(2020) 610, 2.3)",
                state=name_of(code),
            )
            yield Problem(where, what, say("name a Member State, or remove the entry"))
        else:
            yield from codes(where, [code])


def repeated(where: str, names: Iterable[str], what: str = "state") -> Iterator[Problem]:
    """Yield what stands twice in a list, which is called ``where``."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield Problem(
                where, say("the {what} {name} stands there twice", what=what, name=name), say("keep one of the two")
            )
        seen.add(name)


def countries(where: str, codes: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with a list of nationalities: codes of two capital letters, each once."""
    listed = list(codes)
    for code in listed:
        if not _COUNTRY.fullmatch(code):
            remedy = say("use the two capital letters of the country, such as SY")
            yield Problem(where, say("{code} is not the code of a nationality", code=code), remedy)
    yield from repeated(where, listed, "nationality")


def part(where: str, value: int, whole: int, of: str) -> Iterator[Problem]:
    """Yield what is wrong with a number of persons that is part of another.

    Args:
        where: the key path.
        value: the part.
        whole: what it is part of, persons.
        of: what that is, such as ``"persons of the group"``.
    """
    yield from persons(where, value)
    if value > whole:
        what = say("{value} is more than the {whole} {of} it is part of", value=value, whole=whole, of=of)
        yield Problem(where, what, say("lower it, or raise the whole first"))


def revision(where: str, number: int) -> Iterator[Problem]:
    """Yield what is wrong with the number of a plan's revision."""
    if not 0 <= number <= MAXIMUM_REVISION:
        what = say("{number} is not the number of a revision", number=str(number))
        yield Problem(
            f"{where}.revision",
            what,
            say("number revisions 1, 2 and so on, up to {MAXIMUM_REVISION}", MAXIMUM_REVISION=MAXIMUM_REVISION),
        )


def measure(where: str, stands: ResponseMeasure) -> Iterator[Problem]:
    """Yield what is wrong with one measure on a plan's form."""
    stands_for = stands.persons_equivalent
    if stands_for is not None and not 0 <= stands_for <= MAXIMUM_PERSONS:
        what = say("the persons that the measure stands for are outside 0 to 1 000 000 000")
        yield Problem(f"{where}.persons_equivalent", what, say("give a number of persons in that range"))
    yield from money(f"{where}.value_eur", stands.value_cents)


def applications(entries: Iterable[Applications]) -> Iterator[Problem]:
    """Yield what is wrong with the applications behind the 10 % reduction."""
    listed = list(entries)
    yield from repeated("applications", (entry.code for entry in listed))
    for entry in listed:
        where = f"applications[{entry.code}]"
        yield from codes(where, [entry.code])
        for name, counts in (("years", entry.years), ("population", entry.population)):
            for year, counted in counts:
                yield from persons(f"{where}.{name}.{year}", counted)
