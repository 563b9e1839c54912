"""Single things that make a forum impossible, and the limits of numbers, whatever the procedure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from desktop_app.calc.exact import CENTS
from desktop_app.calc.member_states import POSITION

MAXIMUM_PERSONS: Final = 10**9
MAXIMUM_CENTS: Final = 10**13 * CENTS
MAXIMUM_RATE: Final = 10**9
"""Units of a currency for one euro stay below this."""


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
        yield Problem(where, f"{value} is outside 0 to 1 000 000 000", "give a number of persons in that range")


def money(where: str, cents: int | None) -> Iterator[Problem]:
    """Yield what is wrong with an amount in cents."""
    if cents is not None and not 0 <= cents <= MAXIMUM_CENTS:
        yield Problem(where, "the amount is outside 0 to 10 000 000 000 000", "give an amount in that range")


def codes(where: str, codes: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with codes of Member States."""
    for code in codes:
        if code not in POSITION:
            yield Problem(where, f"{code} is not the code of a Member State", "use the Union's codes (EL for Greece)")


def repeated(where: str, names: Iterable[str], what: str = "state") -> Iterator[Problem]:
    """Yield what stands twice in a list, which is called ``where``."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield Problem(where, f"the {what} {name} stands there twice", "keep one of the two")
        seen.add(name)
