"""Voting populations as somebody types or pastes them: one Member State a line, its code or name, then persons."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop_app.calc.member_states import NAMES, NOT_BOUND, PROTOCOL_ORDER
from desktop_app.calc.sentences import say
from desktop_app.calc.validity_parts import MAXIMUM_PERSONS
from desktop_app.calc.wording import HARD, NARROW

_SPACES: Final = str.maketrans({HARD: " ", NARROW: " ", "\u2009": " "})
_LINE: Final = re.compile(r"(?P<state>[^\d]*?)[\s:;,]*(?P<persons>\d.*)?")
_PLAIN: Final = re.compile(r"\d+")
_GROUPED: Final = re.compile(r"\d{1,3}(?P<between>[ .,'])\d{3}(?:(?P=between)\d{3})*")
_CODES: Final = {name.lower(): code for code, name in NAMES.items()} | {code.lower(): code for code in NAMES}


@dataclass(frozen=True, slots=True)
class ReadPopulations:
    """What was understood.

    Attributes:
        populations: persons by Union code, in protocol order.
        problem: the first line that was not, with what to do; empty where all were.
    """

    populations: Mapping[str, int]
    problem: str = ""


def read_populations(text: str) -> ReadPopulations:
    """Read voting populations.

    A line names a state by code or English name; the number follows, plain or in groups of three. Of a table with
    further columns, parted by tabs, the first number counts. Denmark and a sum are left out; an empty line, too.
    """
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        named, persons = _parted(line.translate(_SPACES))
        code = _CODES.get(named.lower())
        if not named and not persons:
            continue
        if code == NOT_BOUND or named.lower().startswith(("total", "eu", "participating")):
            continue
        if code is None:
            return ReadPopulations(
                {},
                say(
                    "Line {number}: no Member State is called “{named}”. Use its code, such as BE.",
                    number=number,
                    named=named,
                ),
            )
        count = _count(persons)
        if count is None:
            return ReadPopulations(
                {},
                say("Line {number}: write the persons of {NAMES} as in 11 883 495.", number=number, NAMES=NAMES[code]),
            )
        if code in found:
            return ReadPopulations(
                {},
                say(
                    "Line {number}: {NAMES} stands there twice. Keep one of the two.", number=number, NAMES=NAMES[code]
                ),
            )
        found[code] = count
    return ReadPopulations({code: found[code] for code in PROTOCOL_ORDER if code in found})


def _parted(line: str) -> tuple[str, str]:
    """Return name and number of a line."""
    if "\t" in line:
        name, *cells = (cell.strip() for cell in line.split("\t"))
        return name, next((cell for cell in cells if cell), "")
    match = _LINE.fullmatch(line.strip())
    return (match["state"].strip(), match["persons"] or "") if match else (line.strip(), "")


def _count(written: str) -> int | None:
    """Return persons above 0; a number in groups must have the same sign between all of them."""
    if not _PLAIN.fullmatch(written) and not _GROUPED.fullmatch(written):
        return None
    count = int(re.sub(r"\D", "", written))
    return count if 0 < count <= MAXIMUM_PERSONS else None
