"""What the commands that take the name of a state of a forum, or a code, have in common."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from desktop_app.models.errors import BadInput

_LONGEST: Final = 40


def words(option: str, given: str | None) -> str | None:
    """Return what names a state; ``None`` where the option is left out.

    Raises:
        BadInput: it is empty, which would name none.
    """
    if given is not None and not given.strip():
        raise BadInput(option, "it is empty", "name a state, such as now or an entry, or leave it out")
    return given


def shortened(text: str) -> str:
    """Return what somebody typed, for a message: not long."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def zone_words(moments: Iterable[datetime]) -> str:
    """Say once in which time moments are told: ``"Times are of this machine: UTC+01:00."``, or both where they vary."""
    zones = dict.fromkeys(f"{each.astimezone():%z}" for each in moments)
    told = " and ".join(f"UTC{zone[:3]}:{zone[3:]}" for zone in zones)
    return f"Times are of this machine: {told}."
