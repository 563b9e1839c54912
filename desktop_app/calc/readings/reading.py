"""What a reading is, and how one is in force (interchange format, sections 3, 4 and 6)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Reading:
    """One named reading.

    Attributes:
        name: the key used in documents, such as ``"rounding"``.
        title: what it decides, in a few words.
        choices: the allowed values with what each means; empty for a date.
        default: the value in force unless the forum says otherwise.
        reference: article or document whose text is unclear.
        why: why the text leaves it open.
    """

    name: str
    title: str
    choices: Mapping[str, str]
    default: str
    reference: str
    why: str

    def accepts(self, value: str) -> bool:
        """Tell whether ``value`` is one of the choices (or an ISO date, for a date reading)."""
        if self.choices:
            return value in self.choices
        try:
            return date.fromisoformat(value).isoformat() == value
        except ValueError:
            return False


def reading(name: str, title: str, choices: dict[str, str], default: str, reference: str, why: str) -> Reading:
    """Make a reading; its attributes in their order."""
    return Reading(name, title, MappingProxyType(choices), default, reference, why)


def in_force(known: Iterable[Reading], chosen: Mapping[str, str]) -> dict[str, str]:
    """Return every reading with its value in force: the forum's choice, else the default."""
    return {reading.name: chosen.get(reading.name, reading.default) for reading in known}
