"""A desk at work, in any order: record, undo, redo, close, open, read beside; file and memory say the same."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop_app.calc.changes import (
    Acknowledge,
    CannotChangeError,
    Change,
    ChooseReading,
    Describe,
    PledgeColumn,
    RecordDeductions,
    RecordMeasures,
    RecordPledge,
    RecordSaid,
    ReplaceForum,
    SetHolidays,
    SetKey,
    WithdrawAcknowledgement,
)
from desktop_app.calc.forum import (
    Acknowledgement,
    AlternativeMeasure,
    Classification,
    Deduction,
    Forum,
    Holiday,
    Key,
    SharesStatus,
)
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.calc.memory import MarkKind
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.said import HowSaid
from desktop_app.calc.validity import problems
from desktop_app.models import indexing, timeline
from desktop_app.models import verify as verify_module
from desktop_app.models.backup import back_up
from desktop_app.models.errors import BadInput, ForumFileLocked
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.models.interchange import state_hash
from desktop_app.models.three_way import Side
from desktop_app.models.verify import verify
from tests.strategies import acknowledgements, deductions, forums, holidays, how_said, keys, measures, texts


class Desk(RuleBasedStateMachine):
    """One forum file, beside what it must hold: the states that undo and redo lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        for module in (timeline, indexing, verify_module):
            self.patch.setattr(module, "EVERY", 5)
        self.folder = Path(tempfile.mkdtemp(prefix="forum-desk-desk-"))
        self.path = self.folder / "x.forum"

    @initialize(forum=forums())
    def create(self, forum: Forum) -> None:
        self.file = ForumFile.create(self.path, forum, "Ana")
        self.undoable: list[tuple[Forum, str]] = []
        self.now = forum
        self.redoable: list[tuple[Forum, str]] = []
        self.stood: list[Forum] = [forum]
        self.changed: list[int] = []
        self.closed: list[tuple[str, Forum]] = []
        self.scenarios: dict[int, Forum] = {}

    def _apply(self, change: Change) -> None:
        try:
            wanted = change.apply_to(self.now)
        except CannotChangeError:
            with pytest.raises(CannotChangeError):
                self.file.apply(change)
            return
        if problems(wanted):
            return
        applied = self.file.apply(change)
        assert applied.recorded == (wanted != self.now)
        if applied.recorded:
            self._recorded(wanted, applied.title)

    def _recorded(self, forum: Forum, title: str) -> None:
        self.undoable.append((self.now, title))
        self.redoable = []
        self.now = forum
        self.stood.append(forum)
        self.changed.append(len(self.stood))

    @rule(
        code=st.sampled_from(PROTOCOL_ORDER),
        column=st.sampled_from(PledgeColumn),
        value=st.sampled_from([ABSENT, None]) | st.integers(0, 10**9),
    )
    def record(self, code: str, column: PledgeColumn, value: int | None) -> None:
        self._apply(RecordPledge(code, column, value))

    @rule(value=st.sampled_from(["up", "nearest", "largest-remainder"]))
    def choose(self, value: str) -> None:
        self._apply(ChooseReading("rounding", value))

    @rule(title=texts(), classification=st.sampled_from(Classification))
    def describe(self, title: str, classification: Classification) -> None:
        self._apply(Describe(title, 2027, classification, None))

    @rule(code=st.sampled_from(PROTOCOL_ORDER), said=how_said(), column=st.sampled_from(PledgeColumn))
    def say(self, code: str, said: HowSaid, column: PledgeColumn) -> None:
        self._apply(RecordSaid(code, column, getattr(said, column.value)))

    @rule(code=st.sampled_from(PROTOCOL_ORDER), recorded=st.none() | st.lists(measures(), min_size=1, max_size=3))
    def measure(self, code: str, recorded: list[AlternativeMeasure] | None) -> None:
        self._apply(RecordMeasures(code, None if recorded is None else tuple(recorded)))

    @rule(code=st.sampled_from(PROTOCOL_ORDER), deducted=st.lists(deductions(), max_size=3))
    def deduct(self, code: str, deducted: list[Deduction]) -> None:
        self._apply(RecordDeductions(code, tuple(deducted)))

    @rule(key=keys())
    def bring_another_key(self, key: Key) -> None:
        self._apply(SetKey(key, SharesStatus.COMPUTED))

    @rule(listed=holidays())
    def keep_holidays(self, listed: tuple[Holiday, ...]) -> None:
        self._apply(SetHolidays(listed))

    @rule(answers=acknowledgements())
    def acknowledge(self, answers: tuple[Acknowledgement, ...]) -> None:
        for each in answers:
            self._apply(Acknowledge(each.rule, each.state, each.message, each.reason, each.by, each.on))

    @precondition(lambda self: self.now.acknowledgements)
    @rule()
    def withdraw(self) -> None:
        first = self.now.acknowledgements[0]
        self._apply(WithdrawAcknowledgement(first.rule, first.state, first.message))

    @rule(forum=forums())
    def import_another(self, forum: Forum) -> None:
        self._apply(ReplaceForum(forum, "another.json"))

    @precondition(lambda self: self.undoable)
    @rule(steps=st.integers(1, 3))
    def undo(self, steps: int) -> None:
        for _step in range(min(steps, len(self.undoable))):
            before, title = self.undoable.pop()
            assert self.file.undo().title == title
            self.redoable.append((self.now, title))
            self.now = before
            self.stood.append(before)

    @precondition(lambda self: self.redoable)
    @rule()
    def redo(self) -> None:
        after, title = self.redoable.pop()
        assert self.file.redo().title == title
        self.undoable.append((self.now, title))
        self.now = after
        self.stood.append(after)

    @rule(title=texts(), kind=st.sampled_from([kind for kind in MarkKind if kind is not MarkKind.PEN_GIVEN]))
    def mark(self, title: str, kind: MarkKind) -> None:
        self.file.mark(kind, title, {"round": len(self.closed)}, title)
        self.stood.append(self.now)
        if kind is MarkKind.ROUND:
            self.closed.append((title, self.now))

    @rule(data=st.data())
    def look_back(self, data: st.DataObject) -> None:
        for seq in data.draw(st.lists(st.integers(1, len(self.stood)), min_size=1, max_size=4)):
            assert self.file.forum_at(seq) == self.stood[seq - 1]
            assert self.file.moment(seq).state_hash == state_hash(self.stood[seq - 1])

    @precondition(lambda self: self.changed)
    @rule(data=st.data())
    def take_one_back(self, data: st.DataObject) -> None:
        seq = data.draw(st.sampled_from(self.changed))
        before = self.file.state_hash
        try:
            applied = self.file.revert(seq)
        except (CannotChangeError, BadInput):
            assert self.file.state_hash == before
            return
        if seq == len(self.stood):
            assert self.file.forum == self.stood[seq - 2]
        self._recorded(self.file.forum, applied.title)

    @rule(data=st.data())
    def branch(self, data: st.DataObject) -> None:
        seq = data.draw(st.integers(1, len(self.stood)))
        made = self.file.branch(f"Scenario {len(self.scenarios)}", seq)
        self.scenarios[made.id] = self.stood[seq - 1]

    @precondition(lambda self: self.scenarios)
    @rule(data=st.data(), code=st.sampled_from(PROTOCOL_ORDER), value=st.integers(0, 10**9))
    def play(self, data: st.DataObject, code: str, value: int) -> None:
        number = data.draw(st.sampled_from(sorted(self.scenarios)))
        line = self.file.scenario(number)
        assert line.forum == self.scenarios[number]
        try:
            line.apply(RecordPledge(code, PledgeColumn.RELOCATIONS, value))
        except (CannotChangeError, BadInput):
            assert self.file.scenario(number).forum == self.scenarios[number]
        self.scenarios[number] = line.forum

    @precondition(lambda self: self.scenarios)
    @rule(data=st.data(), side=st.sampled_from(Side))
    def adopt(self, data: st.DataObject, side: Side) -> None:
        number = data.draw(st.sampled_from(sorted(self.scenarios)))
        before = self.file.state_hash
        try:
            adoption = self.file.adoption(number)
            applied = self.file.adopt(number, dict.fromkeys(range(len(adoption.conflicts)), side))
        except (CannotChangeError, BadInput):
            assert self.file.state_hash == before
            return
        self._recorded(self.file.forum, applied.title)
        assert self.file.scenario(number).forum == self.scenarios[number]
        self.undo(1)
        assert self.file.state_hash == before

    @rule()
    def reopen(self) -> None:
        self.file.close()
        self.file = ForumFile.open(self.path, "Bo")

    @rule()
    def read_beside(self) -> None:
        with pytest.raises(ForumFileLocked):
            ForumFile.open(self.path, "Carla")
        reader = ForumFile.open(self.path, "Carla", read_only=True)
        assert (reader.forum, reader.undo_title, reader.redo_title) == (
            self.now,
            self.file.undo_title,
            self.file.redo_title,
        )
        assert read_forum(self.path) == self.now

    @rule()
    def back_up(self) -> None:
        assert read_forum(back_up(self.path).path) == self.now

    @invariant()
    def the_file_says_what_memory_says(self) -> None:
        assert self.file.forum == self.now
        assert self.file.state_hash == state_hash(self.now)
        assert self.file.seq == len(self.stood)
        assert self.file.undo_title == (self.undoable[-1][1] if self.undoable else None)
        assert self.file.redo_title == (self.redoable[-1][1] if self.redoable else None)

    def teardown(self) -> None:
        if hasattr(self, "file"):
            found = [(each.name, self.file.forum_at(each.moment.seq)) for each in self.file.snapshots()]
            assert found == self.closed
            self.file.close()
            with ForumFile.open(self.path, "Carla", read_only=True) as cold:
                assert [cold.forum_at(seq) for seq in range(len(self.stood), 0, -1)] == self.stood[::-1]
            report = verify(self.path)
            assert report.is_sound, report.lines()
        self.patch.undo()
        shutil.rmtree(self.folder)


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=4, stateful_step_count=25, deadline=None)
