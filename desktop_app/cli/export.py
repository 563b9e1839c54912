"""``export``: writes a forum as document or tables."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Final

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum
from desktop_app.cli import outputs, progress, status, streams
from desktop_app.models.any_forum import read_any_forum
from desktop_app.models.interchange import document_bytes, fingerprint
from desktop_app.models.whole_file import write_whole


def run(chosen: Namespace) -> int:
    """Write the forum in ``chosen.file`` to ``chosen.out``, in the format of its ending."""
    ending = outputs.ending_of(chosen.out, WRITERS)
    forum = read_any_forum(chosen.file)
    outputs.refuse_same(chosen.out, chosen.file)
    WRITERS[ending](forum, chosen.out)
    streams.write(f"Wrote {chosen.out} (state {fingerprint(forum)}).")
    return status.FINE


def _document(forum: Forum, out: Path) -> None:
    write_whole(out, document_bytes(forum))


def _workbook(forum: Forum, out: Path) -> None:
    from desktop_app.models.tables import write_workbook

    with progress.shown(f"Exporting {out.name}") as tell:
        write_workbook(assess(forum), out, tell)


def _table_of_states(forum: Forum, out: Path) -> None:
    from desktop_app.models.tables import write_csv

    write_csv(assess(forum), out)


WRITERS: Final = MappingProxyType[str, Callable[[Forum, Path], None]](
    {".json": _document, ".xlsx": _workbook, ".csv": _table_of_states}
)
"""What writes, by ending."""
