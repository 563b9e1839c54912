"""The words by which the table of an annex is known: names and headings in one language."""

from dataclasses import dataclass
from typing import TypeAlias

from desktop_app.calc.adopted.values import Column

Texts: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What the tables of an annex say in one language.

    Attributes:
        language: its code.
        decimal_sign: between whole numbers and decimals.
        states: name and code of each Member State.
        headings: what stands above a column, and which it is; a heading may stand for several.
        groups: what stands above several columns, and those of them whose own heading does not tell.
        state_headings: what stands above the names of the Member States.
        totals: what the row of totals is called.
        references: what the row of the reference numbers is called.
        none: explicitly none.
        not_recorded: nothing is recorded.
        nothing: other words that stand instead of a figure.
    """

    language: str
    decimal_sign: str
    states: tuple[tuple[str, str], ...]
    headings: tuple[tuple[str, Column], ...]
    groups: tuple[tuple[str, Column], ...]
    state_headings: Texts
    totals: Texts
    references: Texts
    none: Texts
    not_recorded: Texts
    nothing: Texts


Vocabulary: TypeAlias = tuple[Words, ...]
"""The words of every language."""
