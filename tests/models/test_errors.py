"""Errors say where, what and what to do, in one to three lines."""

from pathlib import Path

import pytest

from desktop_app.models.errors import BadInput, DamagedForumFile, ForumFileLocked


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (
            BadInput("pool.relocations", "-1 is negative", "give 0 or more"),
            "pool.relocations: -1 is negative.\nGive 0 or more.",
        ),
        (
            DamagedForumFile("x.forum", "the file is damaged", "restore a backup"),
            "x.forum: the file is damaged.\nRestore a backup.",
        ),
        (
            DamagedForumFile("x.forum", "the file is damaged", "restore a backup", Path("b.forum")),
            "x.forum: the file is damaged.\nRestore a backup.\nNewest good backup: b.forum",
        ),
        (
            ForumFileLocked("x.forum", "Bo has it", "open it for reading", None),
            "x.forum: Bo has it.\nOpen it for reading.",
        ),
    ],
)
def test_one_to_three_lines(error: Exception, text: str) -> None:
    assert str(error) == text
