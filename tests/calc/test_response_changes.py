"""Changes of a forum on search and rescue: what they set, what they leave, what undo calls them."""

from datetime import date

import pytest

from desktop_app.calc.changes import (
    CannotChangeError,
    Change,
    ChangeKind,
    RecordPlan,
    RemovePlan,
    SetDisembarkationAct,
    SetPressureAct,
    SetRaises,
    SetReport,
    SetRounds,
    SetTopUp,
    SetUse,
)
from desktop_app.calc.search_and_rescue import (
    ActPath,
    Call,
    Disembarkation,
    DisembarkationAct,
    ManagementReport,
    PoolUse,
    PressureAct,
    Raise,
    Round,
    TopUp,
)
from tests.calc.response_forums import forum, plan

DAY = date(2026, 12, 4)
FORUM = forum(
    {"BE": 1, "EL": 1, "FR": 1}, {"EL": 10}, plan("BE", 1), plan("BE", 2, revision=1), plan("FR", 3), path=None
)
CHANGES: list[tuple[Change, ChangeKind, str, str, object]] = [
    (
        SetPressureAct(PressureAct("EL")),
        ChangeKind.USE,
        "Procedure of migratory pressure",
        "pressure_act",
        PressureAct("EL"),
    ),
    (SetPressureAct(None), ChangeKind.USE, "Procedure of migratory pressure", "pressure_act", None),
    (
        SetUse((), (PoolUse("EL", DAY, 5),), "Greece: 5 drawn"),
        ChangeKind.USE,
        "Greece: 5 drawn",
        "use",
        (PoolUse("EL", DAY, 5),),
    ),
    (SetUse((Call("EL", DAY),), ()), ChangeKind.USE, "Use of the pools", "calls", (Call("EL", DAY),)),
    (SetRaises((Raise("BE", "EL", 5),)), ChangeKind.USE, "Voluntary raises", "raises", (Raise("BE", "EL", 5),)),
    (SetTopUp(TopUp("EL", 15)), ChangeKind.ACT, "Top-up of the pool of Greece", "top_up", TopUp("EL", 15)),
    (SetTopUp(None), ChangeKind.ACT, "Top-up removed", "top_up", None),
    (SetRounds((Round("f1"),), DAY), ChangeKind.DETAILS, "Rounds of the forum", "forum_ended", DAY),
    (SetRounds((Round("f1"),), DAY), ChangeKind.DETAILS, "Rounds of the forum", "rounds", (Round("f1"),)),
    (SetReport(ManagementReport("r"), DAY), ChangeKind.REPORT, "Report and requests", "requested", DAY),
]


@pytest.mark.parametrize(("change", "kind", "title", "name", "value"), CHANGES)
def test_a_change_sets_its_own_and_says_its_name(
    change: Change, kind: ChangeKind, title: str, name: str, value: object
) -> None:
    changed = change.apply_to(FORUM)
    assert getattr(changed.search_and_rescue, name) == value
    assert changed.search_and_rescue.plans == FORUM.search_and_rescue.plans
    assert changed.key == FORUM.key
    assert (change.kind, change.title(FORUM)) == (kind, title)


def test_states_of_the_report_stand_in_protocol_order() -> None:
    report = ManagementReport(benefitting=(Disembarkation("MT", 1), Disembarkation("EL", 2)))
    changed = SetReport(report, None).apply_to(FORUM).search_and_rescue
    assert [each.code for each in changed.report.benefitting] == ["EL", "MT"]


def test_the_judgement_names_the_act() -> None:
    judged = SetDisembarkationAct(DisembarkationAct(ActPath.STILL_SHORT, DAY))
    assert (judged.kind, judged.title(FORUM)) == (ChangeKind.ACT, "Act under Art. 48(2)")
    after = judged.apply_to(FORUM)
    assert after.search_and_rescue.act.adopted == DAY
    without = SetDisembarkationAct(DisembarkationAct())
    assert without.title(FORUM) == "Judgement and act"
    assert without.title(after) == "Judgement withdrawn"


def test_a_plan_takes_the_place_of_the_one_with_its_number() -> None:
    again = RecordPlan(plan("BE", 9, revision=1))
    assert (again.kind, again.title(FORUM)) == (ChangeKind.PLAN, "Belgium: plan (Rev) 1")
    assert RecordPlan(plan("BE", 9)).title(FORUM) == "Belgium: plan"
    plans = again.apply_to(FORUM).search_and_rescue.plans
    assert [(each.code, each.revision, each.relocations) for each in plans] == [
        ("BE", 0, 1),
        ("BE", 1, 9),
        ("FR", 0, 3),
    ]


def test_only_the_latest_revision_is_removed() -> None:
    last = RemovePlan("BE", 1)
    assert (last.kind, last.title(FORUM)) == (ChangeKind.PLAN, "Belgium: plan (Rev) 1 removed")
    assert [each.relocations for each in last.apply_to(FORUM).search_and_rescue.plans] == [1, 3]
    assert RemovePlan("FR", 0).title(FORUM) == "France: plan removed"
    for code, revision in (("BE", 0), ("BE", 2), ("SE", 0)):
        with pytest.raises(CannotChangeError, match="only the latest revision"):
            RemovePlan(code, revision).apply_to(FORUM)
