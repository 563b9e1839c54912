"""The whole ground check: look, then judge; what cannot be looked at is said and stops nothing."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Final

from desktop_app import __released__
from desktop_app.calc.sentences import say
from desktop_app.models.backup import backup_folder
from desktop_app.models.errors import Cancelled
from desktop_app.models.ground.clock import CLOCK, judge_clock
from desktop_app.models.ground.disk import DISK, ROOM, judge_disk, judge_room
from desktop_app.models.ground.folders import (
    BACKUPS,
    FOLDER,
    SQLITE,
    judge_backups,
    judge_folder,
    judge_settings,
    read_only,
)
from desktop_app.models.ground.glyphs import FONTS, judge_fonts
from desktop_app.models.ground.libraries import LIBRARIES, judge_libraries, known_bad
from desktop_app.models.ground.probes import Probes
from desktop_app.models.ground.synchronised import SYNCHRONISED, judge_synchronised, synchronised_by
from desktop_app.models.ground.verdicts import Ground, Verdict, note

RELEASED: Final = date.fromisoformat(__released__)
_READING: Final = say("This desk only reads the forum; nothing is tried here.")


def ground_check(
    folder: Path,
    *,
    path: Path | None = None,
    write: bool = False,
    last_entry: datetime | None = None,
    probes: Probes | None = None,
    is_stopping: Callable[[], bool] | None = None,
) -> Ground:
    """Look at the ground that a forum stands on, and judge it.

    Args:
        folder: that the forum lies in, or that new ones go to; the nearest folder above that exists is looked at.
        path: the open forum file; ``None`` without one.
        write: whether it is open for typing.
        last_entry: when the last entry of the open forum was made.
        probes: what looks; this computer's own unless given.
        is_stopping: asked between two topics; ``True`` stops.

    Raises:
        Cancelled: ``is_stopping`` said so.
    """
    look = probes or Probes()
    there = _nearest(folder)
    topics: list[tuple[str, Callable[[], list[Verdict]]]] = [
        (DISK, lambda: [judge_disk(str(path or folder), look.disk(there))]),
        (
            SYNCHRONISED,
            lambda: [judge_synchronised(synchronised_by(folder / "x", look.listed, look.environment()))],
        ),
        (ROOM, lambda: [judge_room(look.disk(there), 0 if path is None else look.size(path))]),
    ]
    if path is not None and not write:
        topics.append((FOLDER, lambda: [read_only(_READING)]))
    else:
        topics.append((FOLDER, lambda: [judge_folder(there, look.tried)]))
    if path is not None and write:
        topics.append((BACKUPS, lambda: [judge_backups(backup_folder(path), look.tried)]))
    topics += [
        (SQLITE, lambda: [judge_settings(lambda: look.settings(path, write=write))]),
        (LIBRARIES, lambda: judge_libraries(look.versions(), known_bad())),
        (FONTS, lambda: [judge_fonts(look.fonts(), look.words())]),
        (CLOCK, lambda: [judge_clock(look.clock(), RELEASED, last_entry)]),
    ]
    verdicts: list[Verdict] = []
    for topic, judged in topics:
        if is_stopping is not None and is_stopping():
            raise Cancelled
        verdicts += _looked_at(topic, judged)
    return Ground(tuple(verdicts))


def _nearest(folder: Path) -> Path:
    return next((each for each in (folder, *folder.parents) if each.is_dir()), folder)


def _looked_at(topic: str, judged: Callable[[], list[Verdict]]) -> list[Verdict]:
    try:
        return judged()
    except (OSError, ValueError, ImportError) as error:
        return [note(topic, say("It could not be looked at ({error}).", error=str(error)))]
