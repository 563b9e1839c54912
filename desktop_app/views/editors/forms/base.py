"""What every form has: an outcome, and reading field by field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from desktop_app.views.fields.reading import Reader

_Value = TypeVar("_Value")
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[_Value]):
    """What a form means.

    Attributes:
        value: what would be recorded; ``None`` while there is a problem.
        problems: what is wrong, in one line, by name of the field.
    """

    value: _Value | None
    problems: Mapping[str, str] = field(default_factory=dict)


class Reading:
    """Reads the fields of one form, collecting what is wrong with them."""

    def __init__(self) -> None:
        self.problems: dict[str, str] = {}

    def take(self, name: str, read: Reader[_Read], text: str) -> _Read | None:
        """Return what a text means."""
        found = read(text)
        if found.problem:
            self.problems[name] = found.problem
        return found.value

    def outcome(self, value: _Value) -> Outcome[_Value]:
        """Return the value, or what is wrong."""
        return Outcome(None, self.problems) if self.problems else Outcome(value)


def text_of(typed: str) -> str | None:
    """Return a text without spaces around it; ``None`` where there is none."""
    return typed.strip() or None


def numbered(outcomes: list[Outcome[_Value]]) -> dict[str, str]:
    """Return what is wrong with the items of a list, by number and name of the field."""
    return {
        f"{number}.{name}": problem
        for number, outcome in enumerate(outcomes)
        for name, problem in outcome.problems.items()
    }
