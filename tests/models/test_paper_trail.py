"""What is printed of the past of a forum file: states, histories, meetings and the way from a round."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.calc.changes import PledgeColumn, RecordPledge
from desktop_app.calc.forum import Forum
from desktop_app.calc.memory import MarkKind
from desktop_app.models import paper_trail
from desktop_app.models.errors import BadInput, Cancelled
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.interchange import read_document
from desktop_app.models.paper_trail import (
    before_of,
    history_of,
    history_to,
    last_round,
    meeting_record,
    meetings_held,
    state_at,
    state_of,
)
from desktop_app.models.remembering import Filter
from desktop_app.models.standpoints import Standpoint, in_scenario, now, standpoint

EXAMPLE = Path(__file__).parents[1] / "examples" / "annual-pool.json"


def pledged(file: ForumFile, count: int, meeting: str | None = None, code: str = "BE") -> int:
    """Record a pledge; the number of its entry."""
    return file.apply(RecordPledge(code, PledgeColumn.RELOCATIONS, count), meeting=meeting).seq


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    """Entry 1 the example, 2 and 3 pledges, 4 the round closed, 5 a pledge of the next meeting, 6 one of Latvia."""
    forum = read_document(EXAMPLE.read_bytes())
    with ForumFile.create(tmp_path / "pool.forum", forum, "Ana Silva") as made:
        pledged(made, 150, "m1")
        pledged(made, 200, "m1")
        made.mark(MarkKind.ROUND, "Round 1", meeting="m1")
        pledged(made, 300, "m9")
        pledged(made, 20, "m9", "LV")
        yield made


def count_of(forum: Forum) -> object:
    return forum.state("BE").pledge.relocations


def test_a_state_knows_its_round_and_whether_it_is_now(file: ForumFile) -> None:
    closed, last = state_at(file, 4), state_at(file, 6)
    assert (count_of(closed.forum), closed.name, closed.is_now) == (200, "Round 1", False)
    assert (count_of(last.forum), last.name, last.is_now) == (300, "", True)
    assert state_of(file, standpoint(file, "Round 1")) == closed
    assert state_of(file, now(file)) == last
    with pytest.raises(BadInput, match="no state of the file"):
        state_of(file, Standpoint("other.json", closed.forum))


def test_a_scenario_is_a_state_with_what_led_to_it(file: ForumFile) -> None:
    made = file.branch("More money", 4)
    file.scenario(made.id).apply(RecordPledge("BE", PledgeColumn.RELOCATIONS, 900))
    point = in_scenario(file, file.scenarios()[0])
    state = state_of(file, point)
    assert (count_of(state.forum), state.scenario, state.is_now) == (900, "More money", False)
    history = history_to(file, point)
    assert [(each.before, each.after) for each in history.steps[0].differences] == [("200", "900")]
    assert [step.moment.seq for step in history.steps[1:]] == [4, 3, 2, 1]
    assert [step.scenario for step in history.steps] == ["More money", None, None, None, None]


def test_history_is_read_in_parts_and_says_where_it_ends(file: ForumFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_trail, "_AT_ONCE", 2)
    told: list[tuple[int, int]] = []
    whole = history_to(file, standpoint(file, "5"), tell=lambda done, total: told.append((done, total)))
    assert [step.moment.seq for step in whole.steps] == [5, 4, 3, 2, 1]
    assert whole.is_whole
    assert told == [(0, 5), (2, 5), (4, 5), (5, 5)]
    of_latvia = history_of(file, 6, Filter(code="LV"))
    assert [step.moment.seq for step in of_latvia.steps] == [6]
    monkeypatch.setattr(paper_trail, "MOST_STEPS", 3)
    cut = history_of(file, 6)
    assert ([step.moment.seq for step in cut.steps], cut.is_whole) == ([6, 5, 4], False)

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        history_of(file, 6, tell=stop)


def test_a_meeting_has_its_entries_rounds_and_the_round_before(
    file: ForumFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = meetings_held(file)
    assert (first.id, first.title, first.last) == ("m1", "", 4)
    assert (second.id, second.first, second.last) == ("m9", 5, 6)
    record = meeting_record(file, second)
    assert record.state.is_now
    assert [step.moment.seq for step in record.steps.steps] == [6, 5]
    assert record.rounds == ()
    assert record.before is not None
    assert record.before.state.name == "Round 1"
    assert {code for step in record.before.way for code in step.codes} == {"BE", "LV"}
    earlier = meeting_record(file, first)
    assert not earlier.state.is_now
    assert [each.name for each in earlier.rounds] == ["Round 1"]
    assert earlier.before is None
    assert last_round(file, 4) is None
    whole = meeting_record(file, None)
    assert whole.steps == whole.history
    monkeypatch.setattr(paper_trail, "MOST_STEPS", 2)
    cut = meeting_record(file, first)
    assert ([step.moment.seq for step in cut.steps.steps], cut.steps.is_whole) == ([4, 3], False)
    assert meeting_record(file, second).steps.is_whole


def test_the_way_from_a_moment_ends_where_it_is_asked_to(file: ForumFile) -> None:
    before = before_of(file, 2, file.forum)
    assert count_of(before.state.forum) == 150
    assert before.way[-1].after == file.forum
    with pytest.raises(BadInput, match="entries 1 to 6"):
        before_of(file, 7, file.forum)
