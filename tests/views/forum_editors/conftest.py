"""What the tests of the forum's editors share: a desk on a real file, and a small forum worked out by hand."""

from datetime import date

import pytest

from desktop_app.calc.forum import (
    AssociatedContribution,
    Basis,
    Forum,
    Holiday,
    Key,
    KeyState,
    Meeting,
    MeetingKind,
    Pledge,
    Pool,
    SourceAct,
    StateRecord,
)
from tests.views.editor_desks import Answers, Show, confirms, desk, reading_desk, shown

__all__ = ["Answers", "Show", "confirms", "desk", "reading_desk", "shown"]


@pytest.fixture
def small() -> Forum:
    """Belgium has 60 % and Estonia 40 % of the key; R = 1 000, F = EUR 20 million: 600 and 400 persons."""
    act = SourceAct("COM(2025) 1", date(2025, 10, 15))
    return Forum(
        title="Pool for 2026",
        year=2026,
        basis=Basis(act, act, act),
        key=Key(states=(KeyState("BE", 60, 6_000), KeyState("EE", 40, 4_000))),
        pool=Pool(1_000, 20_000_000_00, 30_000, 600_000_000_00, named_measures=("Reception", "Staff")),
        meetings=(Meeting("m1", MeetingKind.INITIAL, date(2025, 10, 29)),),
        states=(
            StateRecord("BE", pledge=Pledge(600, None, None)),
            StateRecord("EE", pledge=Pledge(None, 8_000_000_00, None)),
        ),
        associated=(AssociatedContribution("NO", "Reception experts", 2_000_000_00),),
        holidays=(Holiday(date(2025, 11, 1), "All Saints"),),
    )
