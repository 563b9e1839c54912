"""What can be compared, as people name it: now, a closed round, a scenario, an entry, a time, a fingerprint, a file."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.memory import MarkKind
from desktop_app.models.any_forum import sample
from desktop_app.models.errors import BadInput
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.standpoints import (
    Standpoint,
    in_scenario,
    last_closed,
    now,
    of_file,
    standpoint,
    touched,
    when,
)
from desktop_app.models.units import changed_cells, walk

BEGIN = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ForumFile]:
    """Entries 1 to 6, ten minutes apart: made, HU 40, round 1 closed, SK 25, a mark, HU 50; and a scenario."""
    moments = (BEGIN + timedelta(minutes=10 * count) for count in range(100))
    path = tmp_path_factory.mktemp("record") / "Pool.forum"
    with ForumFile.create(path, sample(), "Ana Silva", clock=lambda: next(moments)) as file:
        assert last_closed(file).title == "The beginning"
        file.apply(RecordPledge("HU", PledgeColumn.RELOCATIONS, 40))
        file.mark(MarkKind.ROUND, "Round 1")
        file.apply(RecordPledge("SK", PledgeColumn.RELOCATIONS, 25))
        file.mark(MarkKind.ROUND, "1234567890")
        file.apply(RecordPledge("HU", PledgeColumn.RELOCATIONS, 50))
        scenario = file.branch("Hungary gives more", 6)
        file.scenario(scenario.id).apply(RecordPledge("HU", PledgeColumn.RELOCATIONS, 70))
        yield file


def relocations(found: Standpoint) -> object:
    return found.forum.state("HU").pledge.relocations


def test_now_rounds_and_scenarios_are_named(record: ForumFile) -> None:
    assert (standpoint(record, " Now ").is_now, relocations(now(record))) == (True, 50)
    closed = standpoint(record, "round 1")
    assert (closed.title, closed.name, relocations(closed)) == ("Round 1", "Round 1", 40)
    assert closed.moment is not None
    assert closed.detail == f"entry 3, {when(closed.moment.at)}, Ana Silva"
    assert closed.fingerprint == closed.moment.fingerprint
    assert last_closed(record).title == "1234567890"
    scenario = standpoint(record, "hungary gives more")
    for found in (scenario, standpoint(record, "Scenario “Hungary gives more”")):
        assert (found.title, relocations(found)) == ("Scenario “Hungary gives more”", 70)
        assert found.detail.startswith("entry 2 of its own, ")
    assert in_scenario(record, record.scenarios()[0]).key == scenario.key
    assert scenario.key != closed.key


def test_entries_times_and_fingerprints_are_found(record: ForumFile) -> None:
    second = standpoint(record, "entry 2")
    assert (second.title, relocations(second)) == ("Entry 2", 40)
    assert not second.detail.startswith("entry")
    assert second.moment is not None
    at = second.moment.at.astimezone()
    for words in (f"{at:%Y-%m-%dT%H:%M}", f"{at:%Y-%m-%d %H:%M:%S}", at.isoformat()):
        assert standpoint(record, words).title == "Entry 2"
    assert standpoint(record, f"{at:%Y-%m-%d}").title == "Entry 6"
    # What was closed is the state of entry 2: the last entry that had it is found.
    assert standpoint(record, second.fingerprint).title == "Entry 3"
    assert standpoint(record, in_scenario(record, record.scenarios()[0]).fingerprint).scenario is not None


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("99", "the record has entries 1 to 6"),
        ("", "is called so"),
        ("a round that never was", "is called so"),
        ("abc", "is called so"),
        ("2020-01-01", "the record began later"),
        ("0123456789abcdef", "no state of this file has this fingerprint"),
    ],
)
def test_what_is_not_there_is_refused_in_one_line(record: ForumFile, words: str, what: str) -> None:
    with pytest.raises(BadInput, match=what):
        standpoint(record, words)


def test_what_is_called_alike_is_told_and_never_chosen_silently(tmp_path: Path) -> None:
    """Entries 2 to 7 close rounds; a scenario is called like two of them."""
    moments = (BEGIN + timedelta(minutes=count) for count in range(100))
    with ForumFile.create(tmp_path / "Odd.forum", sample(), "Ana Silva", clock=lambda: next(moments)) as file:
        for name in ("", "now", "3", "Last", "last", "2026-11-18"):
            file.mark(MarkKind.ROUND, name)
        first = file.branch("Last", 2)
        for words, said in (
            ("now", "the record of now and the round closed by entry 3"),
            ("3", "the round closed by entry 4 and entry 3"),
            ("LAST", "the round closed by entry 5, the round closed by entry 6 and a scenario (fingerprint "),
            ("2026-11-18", "the round closed by entry 7 and the time"),
        ):
            with pytest.raises(BadInput, match="several are called so: ") as refused:
                standpoint(file, words)
            assert said in refused.value.what
        for words, seq in (("Round “now”", 3), ("round 3", 4), ("entry 3", 3), ("Round “”", 2), ("entry 5", 5)):
            moment = standpoint(file, words).moment
            assert moment is not None
            assert moment.seq == seq
        assert standpoint(file, "Scenario “last”").scenario == first
        # What is offered names itself again.
        assert last_closed(file).title == "Round “2026-11-18”"
        assert standpoint(file, last_closed(file).title).moment == file.moment(7)


def test_a_time_before_the_record_is_refused_in_local_words(record: ForumFile) -> None:
    with pytest.raises(BadInput, match="the record began later, on") as refused:
        standpoint(record, "2026-11-17T16:40")
    assert refused.value.where == "17\u00a0November\u00a02026 16:40"
    assert refused.value.what.endswith(when(record.moment(1).at))
    with pytest.raises(BadInput) as long:
        standpoint(record, "x" * 100_000)
    assert len(long.value.where) < 50


def test_another_file_has_no_moment() -> None:
    other = of_file(Path("other.json"), sample())
    assert (other.title, other.detail, len(other.fingerprint)) == ("other.json", "", 12)


def test_who_touched_a_part_last(record: ForumFile) -> None:
    way = walk(record.forum_at(1), record.forum)
    last = {unit.title: touched(record, unit, 6) for unit in way.units}
    assert {title: moment and moment.seq for title, moment in last.items()} == {
        "Hungary: pledge": 6,
        "Slovakia: pledge": 4,
    }
    assert {unit.title: [str(cell) for cell in cells] for unit, cells in changed_cells(way.one, way.other)} == {
        "Hungary: pledge": ["Hungary, relocations: none → 50"],
        "Slovakia: pledge": ["Slovakia, relocations: none → 25"],
    }
    assert touched(record, way.units[0], 1) is None
