"""What the tests of vote and offsets share: a desk on a real file, a small forum worked out by hand."""

from datetime import date

import pytest

from desktop_app.calc.forum import Forum, Key, KeyState, Meeting, MeetingKind, Pledge, Pool, StateRecord
from tests.views.editor_desks import Answers, Show, confirms, desk, reading_desk, shown

__all__ = ["Answers", "Show", "confirms", "desk", "reading_desk", "shown"]


@pytest.fixture
def small() -> Forum:
    """Of 1 000 relocations Germany and France have 400 each, Greece 200; of 100 inhabitants 40, 40 and 20."""
    return Forum(
        title="Pool for 2027",
        as_of=date(2026, 12, 1),
        key=Key(states=(KeyState("DE", 40, 4_000), KeyState("EL", 20, 2_000), KeyState("FR", 40, 4_000))),
        pool=Pool(1_000, 20_000_000_00, 30_000, 600_000_000_00),
        meetings=(Meeting("m1", MeetingKind.INITIAL, date(2026, 10, 28)),),
        states=(
            StateRecord("DE", pledge=Pledge(200, 2_000_000_00, None)),
            StateRecord("EL", pledge=Pledge(10, 0, None), benefitting_since=date(2026, 11, 1)),
            StateRecord("FR", pledge=Pledge()),
        ),
    )
