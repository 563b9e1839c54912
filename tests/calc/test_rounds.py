"""Meetings and rounds in words, in every procedure."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop_app.calc.forum import Forum, Meeting, MeetingKind, Procedure
from desktop_app.calc.memory import Moment
from desktop_app.calc.migratory_pressure import MigratoryPressure, TypeRound
from desktop_app.calc.rounds import LONGEST_NAME, name_problem, round_words, sitting_of, sittings, snapshot_name
from desktop_app.calc.search_and_rescue import Round, SearchAndRescue

NOW = Moment(9, datetime(2026, 11, 27, 15, 40, tzinfo=UTC), "Belgium: relocations 1", "Ana Silva", "m2", 3, "0" * 64)
TODAY = date(2026, 11, 27)
ANNUAL = Forum(
    meetings=(
        Meeting("m1", MeetingKind.INITIAL, date(2026, 11, 18)),
        Meeting("m2", MeetingKind.RESUMED, TODAY),
        Meeting("m3", MeetingKind.RECONVENED),
    )
)
RESCUE = Forum(
    procedure=Procedure.SEARCH_AND_RESCUE,
    search_and_rescue=SearchAndRescue(rounds=(Round("f1", ended=date(2026, 10, 2)), Round("f2"))),
)
PRESSURE = Forum(
    procedure=Procedure.MIGRATORY_PRESSURE,
    migratory_pressure=MigratoryPressure(rounds=(TypeRound("t1", opened=date(2026, 10, 1)),)),
)


def test_meetings_and_sessions_are_titled_by_their_order_kind_and_day() -> None:
    assert [each.title for each in sittings(ANNUAL)] == [
        "Meeting 1, first meeting, 18\u00a0November\u00a02026",
        "Meeting 2, resumed meeting, 27\u00a0November\u00a02026",
        "Meeting 3, meeting reconvened under Art. 13(4)",
    ]
    assert [each.title for each in sittings(RESCUE)] == [
        "Session f1 of the Solidarity Forum, 2\u00a0October\u00a02026",
        "Session f2 of the Solidarity Forum",
    ]
    assert [each.held for each in sittings(PRESSURE)] == [date(2026, 10, 1)]


def test_a_meeting_that_is_gone_is_named_by_its_id_alone() -> None:
    gone = sitting_of(ANNUAL, "old")
    assert gone is not None
    assert gone.title == "Meeting old"
    assert sitting_of(ANNUAL, None) is None


@pytest.mark.parametrize(
    ("forum", "meeting", "words"),
    [
        (ANNUAL, "m2", "meeting 2, round\u00a03"),
        (RESCUE, "f1", "session f1, round\u00a03"),
        (PRESSURE, "t1", "session t1, round\u00a03"),
        (Forum(procedure=Procedure.VOLUNTARY), None, "round\u00a03"),
    ],
)
def test_a_moment_belongs_to_a_round_of_its_meeting(forum: Forum, meeting: str | None, words: str) -> None:
    assert round_words(forum, replace(NOW, meeting=meeting)) == words


def test_a_snapshot_is_named_after_round_meeting_and_day_and_never_twice() -> None:
    first = snapshot_name(ANNUAL, NOW, TODAY, ())
    assert first == "Round 3 of the resumed meeting, 27 November"
    assert snapshot_name(ANNUAL, NOW, TODAY, (first.upper(), f"{first} (2)")) == f"{first} (3)"
    assert snapshot_name(Forum(), replace(NOW, meeting=None), TODAY, ()) == "Round 3, 27 November"
    assert len(snapshot_name(ANNUAL, replace(NOW, meeting="x" * 400), TODAY, ())) < LONGEST_NAME


def test_a_name_is_one_of_its_own() -> None:
    assert name_problem("Before lunch", ("After lunch",)) == ""
    assert "needs a name" in name_problem("  ", ())
    assert name_problem("before  LUNCH", ("Before lunch",)) == (
        "Another snapshot is called “before LUNCH”: add what sets this one apart."
    )
