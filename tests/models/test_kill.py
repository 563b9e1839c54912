"""Processes killed while they write; a thousand by ``python build/kill_test.py --kills 1000``."""

from pathlib import Path

from build.kill_test import DOOR, kill_many


def test_nothing_acknowledged_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    tally = kill_many(tmp_path, kills=20, seed=20261127, kind=DOOR)
    assert tally.kills == 20
    assert tally.acknowledged >= 20
    # Not a test of the handshake alone: some kills came in the middle of a transaction.
    assert tally.half_done > 0
