"""Versions of libraries against a list of those that harm; the list is data, with a reason and a remedy each."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.calc.sentences import full_sentence, ours, say
from desktop_app.models.ground.verdicts import Verdict, note, remedy, sound
from desktop_app.paths import resource

LIBRARIES: Final = say("Libraries")
_NUMBERS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class KnownBad:
    """A range of versions that harms.

    Attributes:
        library: its name.
        since: the first version in the range; empty for all before.
        before: the first version after the range; empty for all that follow.
        python_before: only on Pythons before this one; empty for every Python.
        reason: what goes wrong.
        remedy: what to do; empty where nothing can go wrong here.
    """

    library: str
    since: str
    before: str
    python_before: str
    reason: str
    remedy: str

    def fits(self, version: str, python: str) -> bool:
        """Return whether a version is in the range."""
        return (
            (not self.since or _parts(version) >= _parts(self.since))
            and (not self.before or _parts(version) < _parts(self.before))
            and (not self.python_before or _parts(python) < _parts(self.python_before))
        )


def _parts(version: str) -> tuple[int, ...]:
    """Return the numbers of a version; ``3.37`` and ``3.37.0`` are one, and what follows a release is the release."""
    numbers = [int(each) for each in _NUMBERS.findall(version.partition("+")[0])[:4]]
    return tuple(numbers + [0] * (4 - len(numbers)))


def known_bad() -> tuple[KnownBad, ...]:
    """Return the list."""
    found: dict[str, list[dict[str, Any]]] = tomllib.loads(
        resource("ground", "known-bad-libraries.toml").read_text("utf-8")
    )
    return tuple(
        KnownBad(
            each["library"],
            each.get("from", ""),
            each.get("before", ""),
            each.get("python_before", ""),
            each["reason"],
            each.get("remedy", ""),
        )
        for each in found["bad"]
    )


def judge_libraries(versions: Mapping[str, str | None], bad: Iterable[KnownBad]) -> list[Verdict]:
    """Return one verdict for each version that harms, and one for all the others.

    Args:
        versions: by library, ``Python`` among them; ``None`` where it cannot be told.
        bad: the list.
    """
    python = versions.get("Python") or "0"
    found = []
    for each in bad:
        version = versions.get(each.library)
        if version is not None and each.fits(version, python):
            what = say(
                "{library} {version}: {reason}.", library=each.library, version=version, reason=ours(each.reason)
            )
            found.append(remedy(LIBRARIES, what, full_sentence(each.remedy)) if each.remedy else note(LIBRARIES, what))
    unknown = [name for name, version in versions.items() if version is None]
    if unknown:
        found.append(note(LIBRARIES, say("The version of {named} cannot be told.", named=", ".join(unknown))))
    rest = ", ".join(f"{name} {version}" for name, version in versions.items() if version is not None)
    return [*found, sound(LIBRARIES, say("Looked at: {rest}.", rest=rest))]
