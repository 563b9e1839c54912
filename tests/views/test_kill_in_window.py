"""Thirty times the real program is killed while a robot types a negotiation into its window.

A thousand by ``python build/kill_test.py --kills 1000``.
"""

from pathlib import Path

import pytest

from build.kill_test import WINDOW, kill_many


@pytest.mark.long
def test_every_tick_that_was_shown_is_there_after_the_restart(tmp_path: Path) -> None:
    tally = kill_many(tmp_path, kills=30, seed=20261122, kind=WINDOW)
    assert tally.kills == 30
    assert tally.acknowledged >= 30
