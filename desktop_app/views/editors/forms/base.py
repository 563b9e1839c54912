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
    """Reads the fields of one form, collecting what is wrong with them.

    A field that shows what the record made it show stands for what is recorded, to the letter: only what a person has
    changed is read, and judged.
    """

    def __init__(self, form: object, shown: object = None, recorded: object = None) -> None:
        """Begin.

        Args:
            form: what stands in the fields.
            shown: what the fields showed of what is recorded; ``None`` where nothing is.
            recorded: that itself.
        """
        self.problems: dict[str, str] = {}
        self._form, self._shown, self._recorded = form, shown, recorded

    def is_kept(self, name: str) -> bool:
        """Tell whether a field shows what is recorded."""
        return self._shown is not None and getattr(self._form, name) == getattr(self._shown, name)

    def take(self, name: str, read: Reader[_Read], recorded_as: str = "") -> _Read | None:
        """Return what a field means.

        Args:
            name: of the field.
            read: reads its text.
            recorded_as: what the record calls it, where that is another name.
        """
        if self.is_kept(name):
            kept: _Read | None = getattr(self._recorded, recorded_as or name)
            return kept
        found = read(getattr(self._form, name))
        if found.problem:
            self.problems[name] = found.problem
        return found.value

    def text(self, name: str) -> str | None:
        """Return a free text: as recorded, or as typed without spaces around it; ``None`` where there is none."""
        if self.is_kept(name):
            kept: str | None = getattr(self._recorded, name)
            return kept
        typed: str = getattr(self._form, name)
        return typed.strip() or None

    def outcome(self, value: _Value) -> Outcome[_Value]:
        """Return the value, or what is wrong."""
        return Outcome(None, self.problems) if self.problems else Outcome(value)


def numbered(outcomes: list[Outcome[_Value]]) -> dict[str, str]:
    """Return what is wrong with the items of a list, by number and name of the field."""
    return {
        f"{number}.{name}": problem
        for number, outcome in enumerate(outcomes)
        for name, problem in outcome.problems.items()
    }
