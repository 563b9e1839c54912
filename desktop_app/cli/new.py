"""``new``: makes a forum file."""

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from desktop_app.calc.forum import Forum, Procedure
from desktop_app.cli import status, streams
from desktop_app.models.any_forum import FORUM_ENDING, read_any_forum, sample
from desktop_app.models.errors import BadInput
from desktop_app.places import operator_of_user

SAMPLES: Final[Mapping[str, Procedure]] = {
    "sample": Procedure.ANNUAL_POOL,
    "sample-search-and-rescue": Procedure.SEARCH_AND_RESCUE,
    "sample-migratory-pressure": Procedure.MIGRATORY_PRESSURE,
    "sample-voluntary": Procedure.VOLUNTARY,
}
"""The words for the built-in forums, where a source is asked for."""


def run(chosen: Namespace) -> int:
    """Make the forum file ``chosen.file`` of ``chosen.source``."""
    target: Path = chosen.file
    if target.suffix.lower() != FORUM_ENDING:
        raise BadInput(str(target), "a forum file ends in .forum", f"name it {target.stem or 'pool'}.forum")
    folder = target.resolve().parent
    if not folder.is_dir():
        raise BadInput(str(target), f"there is no folder {folder}", "make the folder first, or choose another")
    if target.exists() or target.is_symlink():
        raise BadInput(str(target), "a file of that name exists", "choose another name")
    forum = _forum(chosen.source)
    from desktop_app.models.forum_file import ForumFile

    ForumFile.create(target, forum, chosen.operator or operator_of_user()).close()
    streams.write(f"Made {target}.")
    return status.FINE


def _forum(source: str) -> Forum:
    return sample(SAMPLES[source]) if source in SAMPLES else read_any_forum(Path(source))
