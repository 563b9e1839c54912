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
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.said import HowSaid
from desktop_app.calc.validity import problems
from desktop_app.models.backup import back_up
from desktop_app.models.errors import ForumFileLocked
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.models.interchange import state_hash
from desktop_app.models.verify import verify
from tests.strategies import acknowledgements, deductions, forums, holidays, how_said, keys, measures, texts


class Desk(RuleBasedStateMachine):
    """One forum file, beside what it must hold: the states that undo and redo lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="forum-desk-desk-"))
        self.path = self.folder / "x.forum"

    @initialize(forum=forums())
    def create(self, forum: Forum) -> None:
        self.file = ForumFile.create(self.path, forum, "Ana")
        self.undoable: list[tuple[Forum, str]] = []
        self.now = forum
        self.redoable: list[tuple[Forum, str]] = []

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
            self.undoable.append((self.now, applied.title))
            self.redoable = []
            self.now = wanted

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

    @precondition(lambda self: self.redoable)
    @rule()
    def redo(self) -> None:
        after, title = self.redoable.pop()
        assert self.file.redo().title == title
        self.undoable.append((self.now, title))
        self.now = after

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
        assert self.file.undo_title == (self.undoable[-1][1] if self.undoable else None)
        assert self.file.redo_title == (self.redoable[-1][1] if self.redoable else None)

    def teardown(self) -> None:
        if hasattr(self, "file"):
            self.file.close()
            report = verify(self.path)
            assert report.is_sound, report.lines()
        shutil.rmtree(self.folder)


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
