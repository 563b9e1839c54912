"""Forums on migratory pressure and voluntary solidarity in their file: rows there and back, undo, foreign rows."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.calc.changes import (
    Change,
    ChangeKind,
    Describe,
    RecordPressurePlan,
    RemovePressurePlan,
    ReplaceForum,
    SetApplications,
    SetCredits,
    SetPressureReport,
    SetPressureResponseAct,
    SetSituation,
    SetSolidarity,
    SetTypeRounds,
    SetVoluntary,
)
from desktop_app.calc.forum import Classification, Forum
from desktop_app.calc.migratory_pressure import PressureReport, PressureResponseAct, TypeRound
from desktop_app.calc.pressure_situation import NO_SITUATION
from desktop_app.calc.solidarity_groups import SponsorshipGroup
from desktop_app.calc.solidarity_record import EMPTY_RECORD
from desktop_app.calc.voluntary import NO_MECHANISM, Signatory
from desktop_app.models.columns import UnreadableError
from desktop_app.models.errors import BadInput
from desktop_app.models.forum_file import ForumFile, read_forum
from desktop_app.models.interchange import document_bytes, read_document, state_hash
from desktop_app.models.journal import latest_meeting
from desktop_app.models.records import all_records, forum_from, patched, settle
from desktop_app.models.verify import verify
from tests.models.desk import FORUM, OPERATOR
from tests.models.proposal_2020 import PRESSURE, SOLIDARITY, VOLUNTARY, changed_once

RECORDED = PRESSURE.migratory_pressure
OF_PRESSURE: tuple[Change, ...] = (
    SetSituation(None, None, rapid=False, situation=NO_SITUATION),
    RecordPressurePlan(replace(RECORDED.plans[1], revision=2, activities=(), nationalities=("AF",))),
    RemovePressurePlan("DE", 2),
    SetTypeRounds((), None),
    SetPressureResponseAct(PressureResponseAct()),
    SetCredits(()),
    SetApplications((), None),
    SetSolidarity(replace(SOLIDARITY, support_plans=SOLIDARITY.support_plans[1:]), "Support plan SP-1 taken out"),
    SetPressureReport(PressureReport(), ()),
)
OF_VOLUNTARY: tuple[Change, ...] = (
    SetVoluntary(replace(VOLUNTARY.voluntary, signatories=(Signatory("NO"), Signatory("SE"))), "Signatories"),
    SetVoluntary(NO_MECHANISM, "Nothing"),
    SetSolidarity(EMPTY_RECORD, "Nothing"),
    Describe(None, 2023, Classification.PUBLIC, None),
)


@pytest.mark.parametrize(
    ("forum", "steps"), [(PRESSURE, OF_PRESSURE), (VOLUNTARY, OF_VOLUNTARY)], ids=["migratory-pressure", "voluntary"]
)
def test_every_change_is_undone_to_the_identical_hash_after_a_restart(
    forum: Forum, steps: Sequence[Change], tmp_path: Path
) -> None:
    path = tmp_path / "x.forum"
    with ForumFile.create(path, forum, OPERATOR) as file:
        assert file.forum == forum
        hashes = [file.state_hash]
        for step in steps:
            assert file.apply(step).kind is step.kind
            hashes.append(file.state_hash)
        assert len(set(hashes[:2])) == 2
        emptied = file.forum
        assert state_hash(read_document(document_bytes(emptied))) == file.state_hash
    with ForumFile.open(path, OPERATOR) as file:
        assert file.forum == emptied
        for before in reversed(hashes[:-1]):
            file.undo()
            assert file.state_hash == before
        assert file.forum == forum
        assert file.state_hash == state_hash(forum) == state_hash(read_document(document_bytes(forum)))
        file.redo()
        assert file.state_hash == hashes[1]
    assert verify(path).is_sound
    assert state_hash(read_forum(path)) == hashes[1]


@pytest.mark.parametrize("forum", [PRESSURE, VOLUNTARY], ids=["migratory-pressure", "voluntary"])
def test_one_change_anywhere_is_rows_that_lead_there_and_back(forum: Forum) -> None:
    own = "voluntary" if forum is VOLUNTARY else "migratory_pressure"
    for name in (own, "solidarity"):
        for other in changed_once(getattr(forum, name)):
            changed = replace(forum, **{name: other})
            plans = [(plan.code, plan.revision) for plan in changed.migratory_pressure.plans]
            if len(set(plans)) < len(plans):
                continue
            settled, changes = settle(forum, changed)
            assert state_hash(settled) == state_hash(changed)
            assert patched(settled, [change.inverse() for change in reversed(changes)]) == forum
            assert forum_from(all_records(changed)) == settled


def test_one_group_more_is_one_row(tmp_path: Path) -> None:
    with ForumFile.create(tmp_path / "x.forum", PRESSURE, OPERATOR) as file:
        groups = (*SOLIDARITY.sponsorship_groups, SponsorshipGroup("S-3", "FR"))
        file.apply(SetSolidarity(replace(SOLIDARITY, sponsorship_groups=groups), "Group S-3"))
        (entry,) = file.history(1)
    assert [(change.table, change.place) for change in entry.row_changes()] == [("sponsorship_group", (2,))]
    assert entry.meeting == "f1"
    assert entry.change_kind is ChangeKind.SOLIDARITY


def test_what_stands_in_one_procedure_stands_in_no_other(tmp_path: Path) -> None:
    with ForumFile.create(tmp_path / "x.forum", VOLUNTARY, OPERATOR) as file:
        for foreign in (replace(VOLUNTARY, key=PRESSURE.key), replace(VOLUNTARY, migratory_pressure=RECORDED)):
            with pytest.raises(BadInput, match="nothing of the kind"):
                file.apply(ReplaceForum(foreign, "x"))
        iceland = SetVoluntary(replace(NO_MECHANISM, signatories=(Signatory("LI"), Signatory("IS"))), "x")
        with pytest.raises(BadInput, match="neither a Member State nor"):
            file.apply(iceland)
        # The whole may be replaced by a forum that follows another procedure, and be brought back.
        for other in (PRESSURE, FORUM):
            file.apply(ReplaceForum(other, "x"))
            assert file.forum == other
            file.undo()
            assert file.forum.solidarity == VOLUNTARY.solidarity


@pytest.mark.parametrize(
    ("forum", "table", "why"),
    [
        (VOLUNTARY, "reference_key", "a forum on voluntary has no such rows"),
        (VOLUNTARY, "pressure_report", "a forum on voluntary has no such rows"),
        (PRESSURE, "mechanism", "a forum on migratory-pressure has no such rows"),
        (FORUM, "log_entry", "a forum on annual-pool has no such rows"),
    ],
)
def test_rows_of_another_procedure_are_refused(forum: Forum, table: str, why: str) -> None:
    foreign = {key: row for each in (PRESSURE, VOLUNTARY) for key, row in all_records(each).items() if key[0] == table}
    with pytest.raises(UnreadableError, match=why):
        forum_from({**all_records(forum), **foreign})


def test_rows_that_belong_to_nothing_are_refused() -> None:
    records = all_records(PRESSURE)
    delivery = records["support_delivery", (0, 0, 0)]
    with pytest.raises(UnreadableError, match="a line that is not there"):
        forum_from({**records, ("support_delivery", (0, 2, 0)): delivery})
    with pytest.raises(UnreadableError, match="do not run from 0"):
        forum_from({**records, ("support_delivery", (0, 0, 3)): delivery})
    with pytest.raises(UnreadableError, match="do not run from 0"):
        forum_from({key: row for key, row in records.items() if key != ("support_line", (0, 0))})
    with pytest.raises(UnreadableError, match="not the code of a country"):
        forum_from({**records, ("pressure_report", (1,)): {**records["pressure_report", (1,)], "nationalities": "x,y"}})
    with pytest.raises(UnreadableError, match="not a string"):
        forum_from({**records, ("pressure_report", (1,)): {**records["pressure_report", (1,)], "measures_named": 1}})


def test_the_latest_round_is_the_meeting() -> None:
    assert latest_meeting(PRESSURE) == "f1"
    rounds = (TypeRound("f7", opened=date(2027, 3, 9)), *RECORDED.rounds)
    assert latest_meeting(replace(PRESSURE, migratory_pressure=replace(RECORDED, rounds=rounds))) == "f7"
    assert latest_meeting(VOLUNTARY) is None
