"""Every difference of two forums, cell by cell, in words."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.calc.differences import Difference, differences
from desktop_app.calc.differences.compare import Place, compared_or_missing
from desktop_app.calc.differences.fields import MEETING
from desktop_app.calc.forum import (
    Acknowledgement,
    AlternativeMeasure,
    Applications,
    AssociatedContribution,
    Basis,
    Classification,
    DataFlag,
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    Flag,
    Forum,
    Holiday,
    Key,
    KeyState,
    MeasureKind,
    Meeting,
    MeetingKind,
    Pledge,
    Pool,
    PressureBasis,
    RequestContent,
    SourceAct,
    StateRecord,
)
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.said import Certainty, HowSaid, OriginalAmount, Said
from desktop_app.calc.search_and_rescue import ActPath, Disembarkation
from desktop_app.models.interchange import document_bytes, read_document, write_document
from tests.models.desk import RESCUE
from tests.response_strategies import response_forums
from tests.strategies import forums, state_records

DAY: Final = date(2026, 10, 15)


def plain(found: tuple[Difference, ...]) -> list[str]:
    return [str(each).replace("\u202f", " ").replace("\u00a0", " ") for each in found]


def of_state(old: StateRecord, new: StateRecord) -> list[str]:
    return plain(differences(Forum(states=(old,)), Forum(states=(new,))))


def of_pledge(old: Pledge, new: Pledge) -> list[str]:
    return of_state(StateRecord("LV", pledge=old), StateRecord("LV", pledge=new))


@settings(max_examples=10)
@given(forums(), forums())
def test_different_documents_differ_and_equal_ones_do_not(old: Forum, new: Forum) -> None:
    assert bool(differences(old, new)) == (write_document(old) != write_document(new))
    assert differences(old, old) == ()
    assert all(each.before != each.after for each in differences(old, new))


@settings(max_examples=10)
@given(forums())
def test_there_and_back_say_the_same_with_the_sides_changed(forum: Forum) -> None:
    there, back = differences(Forum(), forum), differences(forum, Forum())
    assert [(each.place, each.what, each.before, each.after) for each in there] == [
        (each.place, each.what, each.after, each.before) for each in back
    ]


@settings(max_examples=10)
@given(forums())
def test_a_document_read_back_is_no_difference(forum: Forum) -> None:
    assert differences(forum, read_document(document_bytes(forum))) == ()


SAID_IN_SEK: Final = (
    "Latvia, financial contribution as said: in its own currency: not given → SEK 100, rate 11, 15 October 2026, “ECB”"
)
FULL: Final = Forum(
    title="Pool",
    year=2027,
    adopted=DAY,
    basis=Basis(SourceAct("COM(2025) 1", DAY)),
    key=Key(
        DAY,
        "a",
        2024,
        "b",
        (KeyState("FR", 68_000_000, 292_000_000_12, True, (DataFlag.PROVISIONAL,), (), "overseas in"),),
        (("FR", Fraction(15)),),
        DAY,
        DAY,
    ),
    pool=Pool(3000, 6_000_000_00, 30_000, 600_000_000_00, sar_percent=Fraction(5), named_measures=("a", "b")),
    meetings=(Meeting("m1", MeetingKind.INITIAL, DAY), Meeting("m2", MeetingKind.RESUMED)),
    applications=(Applications("EL", ((2024, 10),), ((2024, 11_000_000),)),),
    applications_source="Eurostat",
    states=(
        StateRecord(
            "LV",
            (Flag.AT_RISK,),
            (PressureBasis.ARRIVALS,),
            DAY,
            True,
            5,
            Pledge(
                10,
                2_000_00,
                (AlternativeMeasure("tents", MeasureKind.EQUIPMENT, 5_00, "m", True),),
                1,
                "agreement",
                2,
                "note",
                HowSaid(
                    Said(Certainty.ANNOUNCED, "minister", "parliament", True, None, "n"),
                    Said(original=OriginalAmount("SEK", 100_00, Fraction(11), DAY, "ECB")),
                ),
            ),
            (
                Deduction(
                    DeductionBasis.ARTICLE_61,
                    DeductionStage.GRANTED,
                    DeductionAmounts(1, 2, 3),
                    act="act",
                    contents=(RequestContent.REASONING,),
                ),
            ),
            "act on credit",
        ),
    ),
    associated=(AssociatedContribution("NO", "money", 5_00),),
    holidays=(Holiday(DAY, "a day"),),
    acknowledgements=(Acknowledgement("AMMR-66", None, "said", "because", "Ana", DAY),),
)


def test_a_full_forum_against_nothing_names_each_cell() -> None:
    lines = plain(differences(Forum(), FULL))
    assert len(lines) == len(set(lines))
    for line in (
        "Forum, title: not given → Pool",
        "Acts, the Commission's report: reference: not given → COM(2025) 1",
        "Key, day of the population: not given → 15 October 2026",
        "Key: France, population: not given → 68 000 000",
        "Key: France, GDP: not given → EUR 292 000 000.12 million",
        "Key: France, what the source says of the population: none → provisional",
        "Key: France, adopted share: not given → 15 %",
        "Pool, reference number, financial contributions: not given → EUR 6 000 000",
        "Pool, percentage for search and rescue: not given → 5 %",
        "Pool, named measure 2: nothing → b",
        "Meetings, meeting m2: kind: nothing → resumed",
        "Applications, source: not given → Eurostat",
        "Applications: Greece, 2024: not given → 10",
        "Applications: Greece, 2024, population: not given → 11 000 000",
        "Latvia, relocations: nothing recorded → 10",
        "Latvia, alternative measures: nothing recorded → 1 measure",
        "Latvia, measure 1: value: nothing → EUR 5",
        "Latvia, relocations as said: certainty: not given → announced",
        SAID_IN_SEK,
        "Latvia, deduction 1: stage: nothing → granted",
        "Latvia, deduction 1: extent: nothing → 1 relocations, financial EUR 0.02, alternative EUR 0.03",
        "Latvia, deduction 1: contents of the request: nothing → reasoning",
        "Associated: Norway, contribution 1: value: nothing → EUR 5",
        "Holidays, 15 October 2026: name: nothing → a day",
        "Acknowledged findings, AMMR-66, “said”: reason: nothing → because",
    ):
        assert line in lines


def test_one_changed_pledge_is_one_difference() -> None:
    (found,) = differences(
        Forum(states=(StateRecord("LV", pledge=Pledge(10)),)), Forum(states=(StateRecord("LV", pledge=Pledge(12)),))
    )
    assert found == Difference("Latvia", "LV", "relocations", "10", "12")
    assert str(found) == "Latvia, relocations: 10 → 12"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (Pledge(), Pledge(None), ["Latvia, relocations: nothing recorded → none"]),
        (Pledge(), Pledge(0), ["Latvia, relocations: nothing recorded → 0"]),
        (
            Pledge(financial_cents=None),
            Pledge(financial_cents=8_440_000_50),
            ["Latvia, financial contribution: none → EUR 8 440 000.50"],
        ),
        (Pledge(alternative=ABSENT), Pledge(alternative=()), ["Latvia, alternative measures: nothing recorded → none"]),
        (Pledge(alternative=None), Pledge(alternative=()), []),
        (
            Pledge(alternative=(AlternativeMeasure("a", value_cents=5_00),)),
            Pledge(alternative=(AlternativeMeasure("a", value_cents=5_00), AlternativeMeasure())),
            [
                "Latvia, alternative measures: 1 measure → 2 measures",
                "Latvia, measure 2: nothing → there, with nothing in it",
            ],
        ),
        (
            Pledge(alternative=(AlternativeMeasure("a"), AlternativeMeasure("b", value_cents=5_00))),
            Pledge(alternative=(AlternativeMeasure("a"), AlternativeMeasure("b", value_cents=6_00))),
            ["Latvia, measure 2: value: EUR 5 → EUR 6"],
        ),
        (
            Pledge(said=HowSaid(Said(Certainty.ANNOUNCED))),
            Pledge(said=HowSaid(Said(Certainty.CONFIRMED))),
            ["Latvia, relocations as said: certainty: announced → confirmed in writing"],
        ),
        (
            Pledge(said=HowSaid(financial=Said(original=OriginalAmount("SEK", 5)))),
            Pledge(),
            ["Latvia, financial contribution as said: in its own currency: SEK 0.05 → not given"],
        ),
    ],
)
def test_pledges(old: Pledge, new: Pledge, said: list[str]) -> None:
    assert of_pledge(old, new) == said


def test_deductions_and_flags() -> None:
    old = StateRecord("LV", deductions=(Deduction(DeductionBasis.ARTICLE_61, DeductionStage.REQUESTED),))
    new = StateRecord(
        "LV",
        flags=(Flag.SIGNIFICANT_SITUATION, Flag.UNDER_PRESSURE),
        deductions=(replace(old.deductions[0], stage=DeductionStage.GRANTED),),
    )
    assert of_state(old, new) == [
        "Latvia, flags: none → under-pressure, significant-situation",
        "Latvia, deduction 1: stage: requested → granted",
    ]
    assert of_state(old, replace(old, deductions=())) == [
        "Latvia, deduction 1: article: 61 → nothing",
        "Latvia, deduction 1: stage: requested → nothing",
        "Latvia, deduction 1: extent: full → nothing",
    ]


def test_an_empty_entry_is_told() -> None:
    forum = Forum(key=Key(states=(KeyState("FR"),)), applications=(Applications("EL"),), states=(StateRecord("LV"),))
    said = [
        "Key: France, listed: no → yes",
        "Applications: Greece, listed: no → yes",
        "Latvia, listed: no → yes",
    ]
    assert plain(differences(Forum(), forum)) == said
    assert plain(differences(forum, Forum())) == [line.replace("no → yes", "yes → no") for line in said]


def test_meetings_in_another_order_and_readings() -> None:
    one, other = Meeting("m1", MeetingKind.INITIAL), Meeting("m2", MeetingKind.RESUMED)
    assert plain(differences(Forum(meetings=(one, other)), Forum(meetings=(other, one)))) == [
        "Meetings, order: m1, m2 → m2, m1"
    ]
    assert plain(differences(Forum(), Forum(readings=(("rounding", "nearest"),)))) == [
        "Readings, rounding: up → nearest"
    ]


def test_several_of_one_name_are_told_by_number() -> None:
    twice = (AssociatedContribution("NO", "a"), AssociatedContribution("NO", "b"))
    assert plain(differences(Forum(associated=twice[:1]), Forum(associated=twice))) == [
        "Associated: Norway, contribution 2: description: nothing → b"
    ]
    days = (Holiday(DAY, "a"), Holiday(DAY, "b"))
    assert plain(differences(Forum(holidays=days[:1]), Forum(holidays=days))) == [
        "Holidays, 15 October 2026 (2): name: nothing → b"
    ]
    answer = Acknowledgement("AMMR-66", "LV", "m", "r")
    both = (answer, replace(answer, message="n"))
    assert differences(Forum(acknowledgements=both), Forum(acknowledgements=both)) == ()
    assert plain(differences(Forum(), Forum(acknowledgements=(answer,))))[0].startswith(
        "Acknowledged findings, AMMR-66, Latvia, “m”: reason"
    )


def test_texts_are_never_taken_for_words_of_the_program() -> None:
    assert plain(differences(Forum(), Forum(title="not given"))) == ["Forum, title: not given → “not given”"]
    assert plain(differences(Forum(), Forum(title=""))) == ["Forum, title: not given → “”"]
    assert plain(differences(Forum(title="“a”"), Forum(title="a"))) == ["Forum, title: ““a”” → a"]
    assert plain(differences(Forum(), Forum(classification=Classification.LIMITE))) == [
        "Forum, classification: RESTREINT UE/EU RESTRICTED → LIMITE"
    ]


def test_two_missing_values_do_not_differ() -> None:
    assert list(compared_or_missing(Place("x"), MEETING, None, None, Meeting("", MeetingKind.INITIAL))) == []


def _one_change(data: st.DataObject, old: Any, new: Any) -> Any:
    """Return ``old`` with one thing in it as in ``new``, as deep inside as can be."""
    if is_dataclass(old) and type(old) is type(new):
        names = [each.name for each in fields(old) if getattr(old, each.name) != getattr(new, each.name)]
        name = data.draw(st.sampled_from(names))
        return replace(old, **{name: _one_change(data, getattr(old, name), getattr(new, name))})  # type: ignore[type-var]
    if isinstance(old, tuple) and isinstance(new, tuple) and len(old) == len(new):
        number = data.draw(st.sampled_from([n for n, each in enumerate(old) if each != new[n]]))
        return (*old[:number], _one_change(data, old[number], new[number]), *old[number + 1 :])
    return new


def of_rescue(**keys: Any) -> list[str]:
    old = RESCUE.search_and_rescue
    return plain(differences(RESCUE, replace(RESCUE, search_and_rescue=replace(old, **keys))))


def test_plans_are_told_by_state_and_revision() -> None:
    first, second, third = RESCUE.search_and_rescue.plans
    measure = replace(second.measures[0], persons_equivalent=Fraction("1012.5"), value_cents=None)
    changed = replace(second, relocations=950, measures=(measure,), cover=None)
    assert of_rescue(plans=(first, changed, third)) == [
        "Germany, plan (Rev) 1: relocations: 900 → 950",
        "Germany, plan (Rev) 1: measure 1: stands for persons: 12.5 → 1 012.5",
        "Germany, plan (Rev) 1: measure 1: value: EUR 11 000.50 → not given",
        "Germany, plan (Rev) 1: measure 2: kind: operational → nothing",
        "Germany, plan (Rev) 1: measure 3: kind: not given → nothing",
        "Germany, plan (Rev) 1: measure 3: description: on none of the lines → nothing",
        "Germany, plan (Rev) 1: what the 50 % adds: relocations: 10 → nothing",
        "Germany, plan (Rev) 1: what the 50 % adds: sponsorship: 5 → nothing",
    ]
    lined = (*second.measures[:2], replace(second.measures[2], kind=second.measures[0].kind))
    assert of_rescue(plans=(first, replace(second, measures=lined), third)) == [
        "Germany, plan (Rev) 1: measure 3: kind: not given → capacity",
    ]
    assert of_rescue(plans=(first, second)) == ["Sweden, plan: relocations: 0 → nothing"]


def test_report_rounds_act_and_pools_are_told() -> None:
    recorded = RESCUE.search_and_rescue
    report = replace(recorded.report, benefitting=(Disembarkation("EL", 2_001),), measures_named=(), vulnerable=False)
    assert of_rescue(report=report, forum_ended=None) == [
        "Procedure, end of the forum: 20 November 2026 → not given",
        "Report, measures named: capacity, third-country → none",
        "Report, vulnerable persons: yes → no",
        "Report: Greece, relocations from there: 2 000 → 2 001",
        "Report: Malta, relocations from there: not given → nothing",
    ]
    act = replace(recorded.act, path=ActPath.SUFFICIENT, judgement=None)
    assert of_rescue(act=act)[:2] == [
        "Act, path: Art. 48(2) → Art. 48(1)",
        "Act, judgement: on: 27 November 2026 → not given",
    ]
    assert of_rescue(rounds=recorded.rounds[::-1]) == ["Rounds of the forum, order: f1, f2 → f2, f1"]
    assert of_rescue(top_up=None, pressure_act=None, use=recorded.use[:1]) == [
        "Migratory pressure beside, Member State: EL → nothing",
        "Migratory pressure beside, report adopted: 1 February 2027 → nothing",
        "Migratory pressure beside, act adopted: 1 March 2027 → nothing",
        "Pools, draw 2: pool of: MT → nothing",
        "Pools, draw 2: persons: 0 → nothing",
        "Top-up, pool of: EL → nothing",
        "Top-up, new total: 3 000 → nothing",
        "Top-up, adopted: 10 February 2027 → nothing",
        "Top-up, reference: C(2027) 2 → nothing",
    ]


@settings(max_examples=10)
@given(st.data())
def test_one_change_anywhere_in_search_and_rescue_is_told(data: st.DataObject) -> None:
    old, new = data.draw(response_forums()), data.draw(response_forums())
    if old != new:
        changed = _one_change(data, old, new)
        assert bool(differences(old, changed)) == (write_document(old) != write_document(changed))


@settings(max_examples=12)
@given(st.data())
def test_one_change_anywhere_is_told(data: st.DataObject) -> None:
    old, new = data.draw(forums()), data.draw(forums())
    record, other = data.draw(state_records("LV")), data.draw(state_records("LV"))
    old, new = old.with_state(record), new.with_state(other)
    if data.draw(st.booleans()):
        new = replace(old, states=tuple(other if each is record else each for each in old.states))
    if old != new:
        changed = _one_change(data, old, new)
        assert bool(differences(old, changed)) == (write_document(old) != write_document(changed))
