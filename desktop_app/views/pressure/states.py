"""Several Member States in one field, by their codes: ``IT, ES``."""

import re
from collections.abc import Iterable
from typing import Final

from desktop_app.calc.member_states import POSITION, PROTOCOL_ORDER
from desktop_app.calc.wording import listed
from desktop_app.views.fields import Read, TypedField
from desktop_app.views.language import marked, state_name, tr

_BETWEEN: Final = re.compile(r"[\s,;]+")


def read_states(text: str) -> Read[tuple[str, ...]]:
    """Read Member States: codes of two letters with commas or spaces between; each counts once, protocol order."""
    named = [part.upper() for part in _BETWEEN.split(text.strip()) if part]
    if not named:
        return Read()
    for place, name in enumerate(named):
        if name not in POSITION:
            begun = place == len(named) - 1 and any(code.startswith(name) for code in PROTOCOL_ORDER)
            return Read(problem=_problem(name), unfinished=begun)
    found = tuple(code for code in PROTOCOL_ORDER if code in named)
    return Read(found, listed([state_name(code) for code in found]))


def _problem(name: str) -> str:
    if name == "GR":
        return tr("The Union's code of Greece is EL: write EL.")
    return tr("“{name}” is not the code of a Member State: write its two letters, such as IT, ES.", name=name)


def states_entry(codes: Iterable[str]) -> str:
    """Write Member States as :func:`read_states` reads them."""
    return ", ".join(codes)


class StatesField(TypedField[tuple[str, ...]]):
    """Any number of Member States, by their codes."""

    def __init__(self, label: str, placeholder: str = marked("IT, ES")) -> None:
        super().__init__(label, read_states, placeholder)
