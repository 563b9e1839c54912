"""Changes: pure functions from forum to forum, with the names that undo shows."""

from datetime import date
from fractions import Fraction

import pytest

from desktop_app.calc.changes import (
    CannotChangeError,
    Change,
    ChangeKind,
    ChooseReading,
    Describe,
    PledgeColumn,
    RecordDeductions,
    RecordMeasures,
    RecordPledge,
    RecordPledgeDetails,
    RecordPledges,
    RecordSaid,
    RecordStatus,
    ReplaceForum,
    SetActs,
    SetApplications,
    SetAssociated,
    SetHolidays,
    SetKey,
    SetMeetings,
    SetPool,
    TakeOver,
)
from desktop_app.calc.forum import (
    AlternativeMeasure,
    Applications,
    AssociatedContribution,
    Basis,
    Classification,
    Deduction,
    DeductionBasis,
    DeductionStage,
    Flag,
    Forum,
    Holiday,
    Key,
    KeyState,
    Meeting,
    MeetingKind,
    Pledge,
    Pool,
    PressureBasis,
    Procedure,
    SharesStatus,
    SourceAct,
    StateRecord,
)
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.calc.said import Certainty, HowSaid, Said

STAFF = AlternativeMeasure(description="staff", value_cents=700)
FORUM = Forum(title="A forum", states=(StateRecord("BE", crisis_credit=3, pledge=Pledge(relocations=10)),))


@pytest.mark.parametrize(
    ("column", "value", "title"),
    [
        (PledgeColumn.RELOCATIONS, 100, "Belgium: relocations 100"),
        (PledgeColumn.RELOCATIONS, None, "Belgium: relocations none"),
        (PledgeColumn.FINANCIAL, 1_290_000_000, "Belgium: financial contribution EUR\u00a012\u202f900\u202f000"),
        (PledgeColumn.FINANCIAL, 150, "Belgium: financial contribution EUR\u00a01.50"),
        (PledgeColumn.ALTERNATIVE, ABSENT, "Belgium: alternative measures nothing recorded"),
    ],
)
def test_a_recorded_pledge_is_named(column: PledgeColumn, value: Recorded[int], title: str) -> None:
    change = RecordPledge("BE", column, value)
    assert change.title(FORUM) == title
    assert change.kind is ChangeKind.PLEDGE


def test_one_type_is_recorded_and_all_else_stays() -> None:
    changed = RecordPledge("BE", PledgeColumn.FINANCIAL, 500).apply_to(FORUM)
    assert changed.state("BE") == StateRecord("BE", crisis_credit=3, pledge=Pledge(relocations=10, financial_cents=500))
    changed = RecordPledge("BE", PledgeColumn.RELOCATIONS, None).apply_to(changed)
    assert changed.state("BE").pledge == Pledge(relocations=None, financial_cents=500)
    assert FORUM.state("BE").pledge == Pledge(relocations=10)


def test_a_state_without_a_record_gets_one_in_its_place() -> None:
    changed = RecordPledge("LV", PledgeColumn.RELOCATIONS, 5).apply_to(FORUM)
    assert [record.code for record in changed.states] == ["BE", "LV"]


def test_an_amount_values_the_only_measure() -> None:
    staff = AlternativeMeasure(description="staff", value_cents=None)
    forum = FORUM.with_state(StateRecord("BE", pledge=Pledge(alternative=(staff,))))
    changed = RecordPledge("BE", PledgeColumn.ALTERNATIVE, 700).apply_to(forum)
    assert changed.state("BE").pledge.alternative == (AlternativeMeasure(description="staff", value_cents=700),)


def test_an_amount_makes_a_measure_where_there_is_none() -> None:
    changed = RecordPledge("BE", PledgeColumn.ALTERNATIVE, 700).apply_to(FORUM)
    assert changed.state("BE").pledge.alternative == (AlternativeMeasure(value_cents=700),)


@pytest.mark.parametrize("nothing", [ABSENT, None])
def test_measures_are_taken_out(nothing: Recorded[int]) -> None:
    forum = FORUM.with_state(StateRecord("BE", pledge=Pledge(alternative=(AlternativeMeasure(),))))
    changed = RecordPledge("BE", PledgeColumn.ALTERNATIVE, nothing).apply_to(forum)
    assert changed.state("BE").pledge.alternative is nothing


def test_one_amount_does_not_replace_two_measures() -> None:
    two = (AlternativeMeasure(description="staff"), AlternativeMeasure(description="drones"))
    forum = FORUM.with_state(StateRecord("BE", pledge=Pledge(alternative=two)))
    with pytest.raises(CannotChangeError, match="Belgium has 2 alternative measures"):
        RecordPledge("BE", PledgeColumn.ALTERNATIVE, 700).apply_to(forum)


def test_a_reading_is_chosen() -> None:
    change: Change = ChooseReading("rounding", "nearest")
    assert change.title(FORUM) == "Reading rounding: nearest"
    assert change.kind is ChangeKind.READING
    changed = ChooseReading("rounding", "up").apply_to(ChooseReading("five-years", "ratio-of-sums").apply_to(FORUM))
    assert changed.readings == (("five-years", "ratio-of-sums"), ("rounding", "up"))
    assert change.apply_to(changed).readings == (("five-years", "ratio-of-sums"), ("rounding", "nearest"))


def test_a_forum_is_described() -> None:
    change = Describe("Another", 2028, Classification.LIMITE, "a note")
    changed = change.apply_to(FORUM)
    assert (changed.title, changed.year, changed.classification) == ("Another", 2028, Classification.LIMITE)
    assert changed.states == FORUM.states
    assert change.title(FORUM) == "Title, year and marking"
    assert change.kind is ChangeKind.DETAILS


def test_a_forum_is_replaced() -> None:
    change = ReplaceForum(Forum(year=2028), "forum.json")
    assert change.apply_to(FORUM) == Forum(year=2028)
    assert change.title(FORUM) == "Import of forum.json"
    assert change.kind is ChangeKind.REPLACE


def test_cells_are_recorded_in_one_step() -> None:
    cells = (
        RecordPledge("BE", PledgeColumn.RELOCATIONS, 1),
        RecordPledge("BE", PledgeColumn.FINANCIAL, 200),
        RecordPledge("LV", PledgeColumn.RELOCATIONS, None),
    )
    change = RecordPledges(cells, "Paste")
    changed = change.apply_to(FORUM)
    assert changed.state("BE").pledge == Pledge(relocations=1, financial_cents=200)
    assert changed.state("LV").pledge == Pledge(relocations=None)
    assert change.kind is ChangeKind.PLEDGE
    assert change.title(FORUM) == "Paste: 3 pledges of 2 Member States"
    assert RecordPledges(cells[:2], "Paste").title(FORUM) == "Paste: 2 pledges of 1 Member State"
    assert RecordPledges(cells[:1], "Paste").title(FORUM) == "Paste: Belgium: relocations 1"


@pytest.mark.parametrize(
    ("measures", "recorded", "title"),
    [
        (ABSENT, ABSENT, "Belgium: alternative measures nothing recorded"),
        (None, None, "Belgium: alternative measures none"),
        ((), None, "Belgium: alternative measures none"),
        ((STAFF,), (STAFF,), "Belgium: 1 alternative measure, EUR\u00a07"),
        (
            (STAFF, AlternativeMeasure()),
            (STAFF, AlternativeMeasure()),
            "Belgium: 2 alternative measures, a value is missing",
        ),
    ],
)
def test_measures_are_recorded(
    measures: Recorded[tuple[AlternativeMeasure, ...]], recorded: Recorded[tuple[AlternativeMeasure, ...]], title: str
) -> None:
    change = RecordMeasures("BE", measures)
    assert change.apply_to(FORUM).state("BE").pledge == Pledge(relocations=10, alternative=recorded)
    assert change.title(FORUM) == title
    assert change.kind is ChangeKind.PLEDGE


def test_how_a_pledge_is_said_is_recorded() -> None:
    said = Said(Certainty.CONFIRMED, by="the minister", at_most=True)
    change = RecordSaid("BE", PledgeColumn.RELOCATIONS, said)
    pledge = change.apply_to(FORUM).state("BE").pledge
    assert pledge == Pledge(relocations=10, said=HowSaid(relocations=said))
    assert change.title(FORUM) == "Belgium: relocations, confirmed in writing"
    assert change.kind is ChangeKind.PLEDGE
    assert RecordSaid("BE", PledgeColumn.FINANCIAL, Said()).title(FORUM) == (
        "Belgium: financial contribution, how it is said"
    )


def test_a_converted_amount_is_recorded_in_the_same_step() -> None:
    change = RecordSaid("BE", PledgeColumn.FINANCIAL, Said(Certainty.ANNOUNCED), 8_901_156_22)
    pledge = change.apply_to(FORUM).state("BE").pledge
    assert pledge == Pledge(
        relocations=10, financial_cents=8_901_156_22, said=HowSaid(financial=Said(Certainty.ANNOUNCED))
    )
    assert change.title(FORUM) == ("Belgium: financial contribution EUR\u00a08\u202f901\u202f156.22, announced")


def test_particulars_of_a_pledge_are_recorded() -> None:
    change = RecordPledgeDetails("BE", 3, "an agreement", 2, "a note")
    assert change.apply_to(FORUM).state("BE").pledge == Pledge(
        relocations=10, of_which_beneficiaries=3, bilateral_agreement="an agreement", offsets_planned=2, note="a note"
    )
    assert change.title(FORUM) == "Belgium: particulars of the pledge"
    assert change.kind is ChangeKind.PLEDGE


def test_deductions_are_recorded() -> None:
    requested = Deduction(DeductionBasis.ARTICLE_61, DeductionStage.REQUESTED)
    announced = Deduction(DeductionBasis.ARTICLE_62, DeductionStage.ANNOUNCED)
    change = RecordDeductions("BE", (requested, announced))
    assert change.apply_to(FORUM).state("BE").deductions == (requested, announced)
    assert change.title(FORUM) == "Belgium: deductions, requested, announced"
    assert RecordDeductions("BE", (announced,)).title(FORUM) == "Belgium: deduction, announced"
    assert RecordDeductions("BE", ()).title(FORUM) == "Belgium: no deduction"
    assert change.kind is ChangeKind.STATE


def test_a_status_is_recorded_in_the_order_of_its_flags() -> None:
    change = RecordStatus(
        "BE",
        (Flag.AT_RISK, Flag.UNDER_PRESSURE),
        (PressureBasis.SEARCH_AND_RESCUE, PressureBasis.ARRIVALS),
        date(2027, 1, 5),
        systemic_shortcomings=True,
        crisis_credit=7,
        crisis_credit_act="(EU) 2026/9",
    )
    assert change.apply_to(FORUM).state("BE") == StateRecord(
        "BE",
        (Flag.UNDER_PRESSURE, Flag.AT_RISK),
        (PressureBasis.ARRIVALS, PressureBasis.SEARCH_AND_RESCUE),
        date(2027, 1, 5),
        systemic_shortcomings=True,
        crisis_credit=7,
        pledge=Pledge(relocations=10),
        crisis_credit_act="(EU) 2026/9",
    )
    assert change.title(FORUM) == "Belgium: status"
    assert change.kind is ChangeKind.STATE


def test_the_pool_is_set() -> None:
    change = SetPool(Pool(relocations=21_000), SharesStatus.ESTIMATE)
    changed = change.apply_to(FORUM)
    assert (changed.pool, changed.shares_status) == (Pool(relocations=21_000), SharesStatus.ESTIMATE)
    assert (change.title(FORUM), change.kind) == ("Reference numbers and proposal", ChangeKind.POOL)


def test_acts_and_adoption() -> None:
    basis = Basis(report=SourceAct("COM(2026) 1", date(2026, 10, 15)))
    adopt = SetActs(basis, date(2026, 12, 18), None)
    adopted = adopt.apply_to(FORUM)
    assert (adopted.basis, adopted.adopted, adopted.as_of) == (basis, date(2026, 12, 18), None)
    assert (adopt.title(FORUM), adopt.kind) == ("Adoption", ChangeKind.DETAILS)
    assert SetActs(basis, None, None).title(adopted) == "Adoption taken back"
    assert SetActs(basis, None, date(2026, 12, 1)).title(FORUM) == "Acts and dates"


def test_meetings_holidays_and_contributions_are_set() -> None:
    meetings = (Meeting("m1", MeetingKind.INITIAL),)
    set_meetings = SetMeetings(meetings)
    assert set_meetings.apply_to(FORUM).meetings == meetings
    assert (set_meetings.title(FORUM), set_meetings.kind) == ("Meetings", ChangeKind.DETAILS)
    good_friday, easter_monday = Holiday(date(2027, 3, 26), "Good Friday"), Holiday(date(2027, 3, 29))
    set_holidays = SetHolidays((easter_monday, good_friday))
    assert set_holidays.apply_to(FORUM).holidays == (good_friday, easter_monday)
    assert (set_holidays.title(FORUM), set_holidays.kind) == ("Official holidays", ChangeKind.DETAILS)
    norway, iceland = AssociatedContribution("NO", "boats"), AssociatedContribution("IS", "money")
    set_associated = SetAssociated((norway, iceland))
    assert set_associated.apply_to(FORUM).associated == (iceland, norway)
    assert (set_associated.title(FORUM), set_associated.kind) == (
        "Contributions of associated states",
        ChangeKind.DETAILS,
    )


def test_the_key_is_set_in_protocol_order() -> None:
    key = Key(states=(KeyState("LV"), KeyState("BE")), adopted_shares=(("LV", Fraction(1)), ("BE", Fraction(2))))
    change = SetKey(key, SharesStatus.COMPUTED)
    changed = change.apply_to(FORUM)
    assert [state.code for state in changed.key.states] == ["BE", "LV"]
    assert changed.key.adopted_shares == (("BE", Fraction(2)), ("LV", Fraction(1)))
    assert (change.title(FORUM), change.kind) == ("Reference key", ChangeKind.KEY)
    assert change.title(Forum(Procedure.SEARCH_AND_RESCUE)) == "Distribution key"


def test_applications_are_set_in_protocol_order() -> None:
    change = SetApplications((Applications("LV"), Applications("BE")), "a source")
    changed = change.apply_to(FORUM)
    assert ([entry.code for entry in changed.applications], changed.applications_source) == (["BE", "LV"], "a source")
    assert (change.title(FORUM), change.kind) == ("Applications of five years", ChangeKind.KEY)


def test_what_was_worked_out_is_taken_over_in_its_own_procedure_alone() -> None:
    change = TakeOver(Forum(Procedure.VOLUNTARY, title="Other"), "Taken back: a title", ChangeKind.DETAILS)
    assert change.apply_to(Forum(Procedure.VOLUNTARY)).title == "Other"
    assert (change.title(FORUM), change.kind) == ("Taken back: a title", ChangeKind.DETAILS)
    with pytest.raises(CannotChangeError, match="for another procedure"):
        change.apply_to(FORUM)
