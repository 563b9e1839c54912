"""A forum on search and rescue in its file: rows there and back, undo, many draws, rows that no forum can have."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from desktop_app.calc.changes import (
    ChangeKind,
    RecordPlan,
    RemovePlan,
    ReplaceForum,
    SetDisembarkationAct,
    SetPressureAct,
    SetReport,
    SetRounds,
    SetTopUp,
    SetUse,
)
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.search_and_rescue import Disembarkation, DisembarkationAct, ManagementReport, PoolUse
from desktop_app.models.columns import UnreadableError
from desktop_app.models.errors import BadInput
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.models.interchange import read_document, state_hash
from desktop_app.models.interchange.writer import document_bytes
from desktop_app.models.journal import latest_meeting
from desktop_app.models.records import all_records, forum_from, patched, replay, settle
from desktop_app.models.verify import verify
from tests.models.desk import FORUM, OPERATOR, RESCUE
from tests.response_strategies import response_forums

RECORDED = RESCUE.search_and_rescue


@settings(max_examples=15)
@given(response_forums(), response_forums())
def test_rows_lead_from_one_forum_to_the_other_and_back(old: Forum, new: Forum) -> None:
    assert forum_from(all_records(new)) == new
    settled, changes = settle(old, new)
    assert settled == new
    records = all_records(old)
    replay(records, changes)
    assert records == all_records(new)
    assert patched(new, [change.inverse() for change in reversed(changes)]) == old


def test_every_change_is_undone_to_the_identical_hash_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "rescue.forum"
    plan = replace(RECORDED.plans[1], revision=2, relocations=950, cover=None)
    steps = (
        SetTopUp(None),
        SetUse((), (), "Draws taken out"),
        SetPressureAct(None),
        RecordPlan(plan),
        RemovePlan("DE", 2),
        SetRounds((), None),
        SetDisembarkationAct(DisembarkationAct()),
    )
    with ForumFile.create(path, RESCUE, OPERATOR) as file:
        assert file.forum.search_and_rescue == RECORDED
        assert file.history(1)[0].meeting == "f1"
        hashes = [file.state_hash]
        kinds = [file.apply(step).kind for step in steps]
        assert kinds == [
            *(ChangeKind.ACT, ChangeKind.USE, ChangeKind.USE, ChangeKind.PLAN, ChangeKind.PLAN),
            *(ChangeKind.DETAILS, ChangeKind.ACT),
        ]
        emptied = file.forum
    with ForumFile.open(path, OPERATOR) as file:
        assert file.forum == emptied
        for _step in steps:
            file.undo()
        assert file.state_hash == hashes[0] == state_hash(RESCUE) == state_hash(read_document(document_bytes(RESCUE)))
        assert file.forum.search_and_rescue == RECORDED
        file.redo()
    assert verify(path).is_sound
    assert read_forum(path).search_and_rescue.top_up is None


def test_one_draw_more_is_one_row_of_a_thousand(tmp_path: Path) -> None:
    draws = tuple(PoolUse("EL", date(2027, 1, 1), number) for number in range(1_000))
    many = replace(RESCUE, search_and_rescue=replace(RECORDED, use=draws))
    path = tmp_path / "many.forum"
    with ForumFile.create(path, many, OPERATOR) as file:
        file.apply(SetUse(RECORDED.calls, (*file.forum.search_and_rescue.use, PoolUse("EL", None, 7)), "One more"))
        (entry,) = file.history(1)
    assert [(change.table, change.place) for change in entry.row_changes()] == [("pool_use", (1_000,))]


def test_what_stands_in_one_procedure_stands_in_no_other(tmp_path: Path) -> None:
    with ForumFile.create(tmp_path / "rescue.forum", RESCUE, OPERATOR) as file:
        with pytest.raises(BadInput, match="nothing of the kind"):
            file.apply(ReplaceForum(replace(RESCUE, states=FORUM.states), "x"))
        with pytest.raises(BadInput, match="nothing of the kind"):
            file.apply(ReplaceForum(replace(FORUM, search_and_rescue=RECORDED), "x"))
        with pytest.raises(BadInput, match="has no pool"):
            file.apply(SetReport(ManagementReport(benefitting=(Disembarkation("IT"),)), None))
        assert file.state_hash == state_hash(RESCUE)
        # The whole may be replaced by a forum that follows another procedure, and be brought back.
        file.apply(ReplaceForum(FORUM, "x"))
        assert file.forum == FORUM
        file.undo()
        assert file.state_hash == state_hash(RESCUE)
    foreign = {**all_records(FORUM), ("pool_call", (0,)): all_records(RESCUE)["pool_call", (0,)]}
    with pytest.raises(UnreadableError, match="a forum on annual-pool has no such rows"):
        forum_from(foreign)
    lost = {key: row for key, row in all_records(RESCUE).items() if key[0] != "disembarkation_act"}
    with pytest.raises(UnreadableError, match="there is no such row"):
        forum_from(lost)


def test_the_latest_round_is_the_meeting() -> None:
    assert latest_meeting(Forum(procedure=Procedure.SEARCH_AND_RESCUE)) is None
    turned = replace(RESCUE, search_and_rescue=replace(RECORDED, rounds=RECORDED.rounds[::-1]))
    assert latest_meeting(turned) == latest_meeting(RESCUE) == "f1"
