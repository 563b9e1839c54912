"""Consequences: before and after of fair shares, verdicts, the pool and the findings."""

from dataclasses import replace

import pytest

from desktop_app.calc.changes import RecordPledge, RecordPledges, SetPool
from desktop_app.calc.changes.pledges import PledgeColumn
from desktop_app.calc.consequences import Verdict, consequences, verdict_of
from desktop_app.calc.forum import NO_PLEDGE, Forum, Key, KeyState, Pledge, Pool, SharesStatus, StateRecord
from desktop_app.calc.rulebooks.annual_pool.book import assess

# Half, three tenths and a fifth of 1 000 relocations at EUR 20 000: fair shares of 500, 300 and 200.
POOL = Pool(1_000, 2_000_000_000, 30_000, 60_000_000_000)
KEY = Key(
    states=(KeyState("BE", 5_000, 500), KeyState("EL", 3_000, 300), KeyState("LV", 2_000, 200)),
)
FORUM = Forum(
    key=KEY,
    pool=POOL,
    states=(
        StateRecord("BE", pledge=Pledge(500, None, None)),
        StateRecord("EL", pledge=Pledge(299, None, None)),
        StateRecord("LV", pledge=NO_PLEDGE),
    ),
)


def test_nothing_changes() -> None:
    found = consequences(assess(FORUM), assess(FORUM))
    assert found.is_nothing
    assert [row.code for row in found.rows] == ["BE", "EL", "LV"]
    assert found.changed_rows == ()


def test_one_pledge_changes_one_verdict_and_no_fair_share() -> None:
    before = assess(FORUM)
    after = assess(RecordPledge("EL", PledgeColumn.RELOCATIONS, 300).apply_to(FORUM))
    found = consequences(before, after)
    (row,) = found.changed_rows
    assert (row.code, row.verdict_before, row.verdict_after) == ("EL", Verdict.SHORT, Verdict.MET)
    assert row.verdict_changes
    assert not row.fair_share_changes
    assert not found.is_nothing
    assert [(finding.rule, finding.state) for finding in found.gone_findings if finding.state] == [("AMMR-57-3b", "EL")]
    assert found.totals_before.gap_relocations == 201
    assert found.totals_after.gap_relocations == 200


def test_another_reference_number_changes_every_fair_share() -> None:
    more = replace(POOL, relocations=2_000, financial_cents=4_000_000_000)
    found = consequences(assess(FORUM), assess(SetPool(more, SharesStatus.COMPUTED).apply_to(FORUM)))
    assert [
        (row.code, row.before and row.before.fair_share_relocations, row.after and row.after.fair_share_relocations)
        for row in found.rows
        if row.fair_share_changes
    ] == [("BE", 500, 1_000), ("EL", 300, 600), ("LV", 200, 400)]
    assert [row.code for row in found.rows if row.verdict_changes] == ["BE"]


def test_a_state_comes_and_goes() -> None:
    without = replace(FORUM, key=replace(KEY, states=KEY.states[:2]), states=FORUM.states[:2])
    gone = consequences(assess(FORUM), assess(without)).rows[-1]
    assert (gone.code, gone.after, gone.verdict_after) == ("LV", None, Verdict.OUTSIDE)
    come = consequences(assess(without), assess(FORUM)).rows[-1]
    assert (come.code, come.before, come.verdict_before) == ("LV", None, Verdict.OUTSIDE)
    assert come.fair_share_changes


def test_a_finding_that_stands_there_twice_counts_twice() -> None:
    once = assess(FORUM)
    twice = replace(once, findings=(*once.findings, once.findings[0]))
    found = consequences(once, twice)
    assert found.new_findings == (once.findings[0],)
    assert found.gone_findings == ()
    assert not found.is_nothing


@pytest.mark.parametrize(
    ("pledge", "verdict"),
    [
        (Pledge(200, None, None), Verdict.MET),
        (Pledge(199, None, None), Verdict.SHORT),
        (NO_PLEDGE, Verdict.NO_PLEDGE),
        (Pledge(200), Verdict.NOT_KNOWN),
    ],
)
def test_verdicts(pledge: Pledge, verdict: Verdict) -> None:
    forum = FORUM.with_state(StateRecord("LV", pledge=pledge))
    assert verdict_of(assess(forum).row("LV"), pledge) is verdict


def test_outside_the_key() -> None:
    forum = FORUM.with_state(StateRecord("DK", pledge=NO_PLEDGE))
    assert verdict_of(assess(forum).row("DK"), NO_PLEDGE) is Verdict.OUTSIDE
    assert verdict_of(None, NO_PLEDGE) is Verdict.OUTSIDE


def test_many_pledges_are_one_change() -> None:
    cells = (
        RecordPledge("EL", PledgeColumn.RELOCATIONS, 300),
        RecordPledge("LV", PledgeColumn.FINANCIAL, 400_000_000),
    )
    change = RecordPledges(cells, "Paste")
    found = consequences(assess(FORUM), assess(change.apply_to(FORUM)))
    assert [row.code for row in found.changed_rows] == ["EL", "LV"]
