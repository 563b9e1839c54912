"""What no forum may hold: each problem names its place, what is wrong, and a remedy."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from desktop_app.calc.forum import (
    Acknowledgement,
    AdoptedAct,
    AlternativeMeasure,
    Applications,
    AssociatedContribution,
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    Forum,
    Holiday,
    Key,
    KeyState,
    Meeting,
    MeetingKind,
    Pledge,
    Pool,
    Procedure,
    StateRecord,
)
from desktop_app.calc.response_plans import Cover, ResponseMeasure, ResponseMeasureKind
from desktop_app.calc.said import HowSaid, OriginalAmount, Said
from desktop_app.calc.search_and_rescue import Call, Disembarkation, PoolUse, PressureAct, Raise, TopUp
from desktop_app.calc.validity import MAXIMUM_CENTS, MAXIMUM_PERSONS, MAXIMUM_RATE, problems
from tests.models.desk import RESCUE
from tests.strategies import forums

TOO_MANY = MAXIMUM_PERSONS + 1
TOO_MUCH = MAXIMUM_CENTS + 1


def test_an_act_that_is_not_adopted_has_no_number() -> None:
    act = AdoptedAct("2026/2511", "OJ L, 2026/2511, 21.12.2026")
    assert problems(Forum(adopted=date(2026, 12, 18), adopted_act=act)) == []
    (found,) = problems(Forum(adopted_act=act))
    assert (found.where, str(found.remedy)) == (
        "adopted_act",
        "write the day of adoption under adopted, or remove this",
    )


@pytest.mark.parametrize("number", ["(EU) 2026/2511", "2026/0", "2026/123456", "26/1", "2026/2511 "])
def test_an_act_has_a_number_as_acts_are_counted(number: str) -> None:
    (found,) = problems(Forum(adopted=date(2026, 12, 18), adopted_act=AdoptedAct(number)))
    assert found.where == "adopted_act.number"
    assert str(found.what) == f"{number!r} is not the number of an act"


def belgium(**record: object) -> Forum:
    return Forum(states=(replace(StateRecord("BE"), **record),))  # type: ignore[arg-type]  # fields by name


def adopted(*percents: str, participants: str = "BE EL LV") -> Forum:
    named = zip(("BE", "EL", "LV"), map(Fraction, percents), strict=False)
    states = tuple(KeyState(code, 1, 1) for code in participants.split())
    return Forum(key=Key(states=states, adopted_shares=tuple(named)))


def deducted(amounts: DeductionAmounts) -> Forum:
    return belgium(deductions=(Deduction(DeductionBasis.ARTICLE_61, DeductionStage.REQUESTED, amounts),))


def measured(original: OriginalAmount) -> Forum:
    return belgium(pledge=Pledge(alternative=(AlternativeMeasure(original=original),)))


def said(**originals: OriginalAmount) -> Forum:
    """A pledge of which each type named was said in another currency."""
    return belgium(pledge=Pledge(said=HowSaid(**{name: Said(original=each) for name, each in originals.items()})))


@pytest.mark.parametrize(
    ("forum", "where"),
    [
        (Forum(key=Key(states=(KeyState("XX"),))), "key.states[XX]"),
        (Forum(key=Key(states=(KeyState("BE"), KeyState("BE")))), "key.states"),
        (Forum(key=Key(states=(KeyState("BE", population=TOO_MANY),))), "key.states[BE].population"),
        (Forum(key=Key(states=(KeyState("BE", population=-1),))), "key.states[BE].population"),
        (Forum(key=Key(states=(KeyState("BE", gdp=TOO_MUCH),))), "key.states[BE].gdp_million_eur"),
        (Forum(key=Key(adopted_shares=(("XX", Fraction(1)),))), "key.adopted_shares.XX"),
        (Forum(key=Key(adopted_shares=(("BE", Fraction(1)), ("BE", Fraction(1))))), "key.adopted_shares"),
        (adopted("100.0001"), "key.adopted_shares.BE"),
        (adopted("-1"), "key.adopted_shares.BE"),
        # A state is left with less than nothing.
        (adopted("50.0001", "30", "20", participants="BE EL LV SE"), "key.adopted_shares"),
        (adopted("60", "60", participants=""), "key.adopted_shares"),
        (Forum(pool=Pool(relocations=TOO_MANY)), "pool.relocations"),
        (Forum(pool=Pool(financial_cents=TOO_MUCH)), "pool.financial_eur"),
        (Forum(pool=Pool(proposal_relocations=-1)), "pool.proposal_relocations"),
        (Forum(pool=Pool(proposal_financial_cents=-1)), "pool.proposal_financial_eur"),
        (Forum(pool=Pool(sar_percent=Fraction(-1))), "pool.sar_percent"),
        (Forum(states=(StateRecord("BE"), StateRecord("BE"))), "states"),
        (Forum(states=(StateRecord("GR"),)), "states[GR]"),
        (belgium(crisis_credit=-1), "states[BE].crisis_credit"),
        (belgium(pledge=Pledge(relocations=TOO_MANY)), "states[BE].pledge.relocations"),
        (belgium(pledge=Pledge(financial_cents=TOO_MUCH)), "states[BE].pledge.financial_eur"),
        (belgium(pledge=Pledge(relocations=5, of_which_beneficiaries=6)), "states[BE].pledge.of_which_beneficiaries"),
        (belgium(pledge=Pledge(relocations=None, offsets_planned=1)), "states[BE].pledge.offsets_planned"),
        (belgium(pledge=Pledge(of_which_beneficiaries=-1)), "states[BE].pledge.of_which_beneficiaries"),
        (belgium(pledge=Pledge(offsets_planned=TOO_MANY)), "states[BE].pledge.offsets_planned"),
        (
            belgium(pledge=Pledge(alternative=(AlternativeMeasure(), AlternativeMeasure(value_cents=-1)))),
            "states[BE].pledge.alternative[1].value_eur",
        ),
        (deducted(DeductionAmounts(relocations=-1)), "states[BE].deductions[0].extent.relocations"),
        (deducted(DeductionAmounts(financial_cents=-1)), "states[BE].deductions[0].extent.financial_eur"),
        (deducted(DeductionAmounts(alternative_cents=-1)), "states[BE].deductions[0].extent.alternative_eur"),
        (Forum(applications=(Applications("XX"),)), "applications[XX]"),
        (Forum(applications=(Applications("BE"), Applications("BE"))), "applications"),
        (Forum(applications=(Applications("BE", ((2025, -1),)),)), "applications[BE].years.2025"),
        (Forum(applications=(Applications("BE", (), ((2025, TOO_MANY),)),)), "applications[BE].population.2025"),
        (Forum(meetings=(Meeting("m1", MeetingKind.INITIAL), Meeting("m1", MeetingKind.RESUMED))), "meetings"),
        (Forum(associated=(AssociatedContribution("BE"),)), "associated[BE]"),
        (Forum(associated=(AssociatedContribution("NO", value_cents=-1),)), "associated[NO].value_eur"),
        (Forum(readings=(("weather", "fine"),)), "readings.weather"),
        (Forum(readings=(("rounding", "down"),)), "readings.rounding"),
        (Forum(readings=(("general-application", "soon"),)), "readings.general-application"),
        (measured(OriginalAmount("EUR", 1)), "states[BE].pledge.alternative[0].original.currency"),
        (measured(OriginalAmount("SEK", -1)), "states[BE].pledge.alternative[0].original.amount"),
        (said(financial=OriginalAmount("SEK", TOO_MUCH)), "states[BE].pledge.said.financial_eur.original.amount"),
        (
            said(financial=OriginalAmount("SEK", 1, Fraction(0))),
            "states[BE].pledge.said.financial_eur.original.rate",
        ),
        (
            said(financial=OriginalAmount("SEK", 1, Fraction(MAXIMUM_RATE))),
            "states[BE].pledge.said.financial_eur.original.rate",
        ),
        (said(relocations=OriginalAmount("SEK", 1)), "states[BE].pledge.said.relocations.original"),
        (said(alternative=OriginalAmount("SEK", 1)), "states[BE].pledge.said.alternative.original"),
        (Forum(holidays=(Holiday(date(2027, 3, 29), "Easter Monday"), Holiday(date(2027, 3, 29)))), "holidays"),
        (Forum(acknowledgements=(Acknowledgement("R", "GR", "m", "r"),)), "acknowledgements[0].state"),
        (Forum(acknowledgements=(Acknowledgement("R", None, "m", " \n"),)), "acknowledgements[0].reason"),
        (
            Forum(acknowledgements=(Acknowledgement("R", None, "m", "r"), Acknowledgement("R", None, "m", "q"))),
            "acknowledgements[1]",
        ),
    ],
)
def test_each_problem_names_its_place_and_a_remedy(forum: Forum, where: str) -> None:
    found = problems(forum)
    assert where in {problem.where for problem in found}
    for problem in found:
        assert problem.what
        assert problem.remedy


@pytest.mark.parametrize(
    "forum",
    [
        Forum(),
        adopted("100"),
        # Where all are named, what printing rounded is a finding's affair.
        adopted("50.0001", "30", "20"),
        adopted("50", "30", "20", participants="BE EL LV SE"),
        adopted("0"),
        belgium(pledge=Pledge(relocations=MAXIMUM_PERSONS, of_which_beneficiaries=MAXIMUM_PERSONS)),
        belgium(pledge=Pledge(financial_cents=MAXIMUM_CENTS)),
        belgium(pledge=Pledge(alternative=(AlternativeMeasure(value_cents=0),))),
        Forum(readings=(("general-application", "2026-07-01"),)),
        measured(OriginalAmount("SEK", 0)),
        said(financial=OriginalAmount("HUF", MAXIMUM_CENTS, MAXIMUM_RATE - Fraction(1, 10**10))),
        said(financial=OriginalAmount("CHF", 1, Fraction(1, 10**10))),
        Forum(holidays=(Holiday(date(2027, 3, 29)), Holiday(date(2027, 3, 30)))),
        Forum(
            acknowledgements=(
                Acknowledgement("A RULE OF TOMORROW", "NO", "", "r"),
                Acknowledgement("A RULE OF TOMORROW", None, "", "r"),
                Acknowledgement("A RULE OF TOMORROW", "NO", "other words", "r"),
            )
        ),
    ],
)
def test_limits_themselves_are_allowed(forum: Forum) -> None:
    assert problems(forum) == []


@given(forum=forums())
@settings(max_examples=40)
def test_whatever_a_document_may_hold_is_no_problem(forum: Forum) -> None:
    assert problems(forum) == []


def of_rescue(**keys: Any) -> list[str]:
    recorded = replace(RESCUE.search_and_rescue, **keys)
    return [problem.where for problem in problems(replace(RESCUE, search_and_rescue=recorded))]


def test_search_and_rescue_has_limits_of_its_own() -> None:
    plan = RESCUE.search_and_rescue.plans[0]
    too_much = ResponseMeasure(ResponseMeasureKind.CAPACITY, persons_equivalent=Fraction(MAXIMUM_PERSONS) + 1)
    odd = replace(
        plan, code="NO", revision=100, relocations=-1, vulnerable=0, measures=(too_much,), cover=Cover(-1, -1)
    )
    where = "plans[NO, revision 100]"
    assert of_rescue(plans=(odd,)) == [
        where,
        f"{where}.revision",
        f"{where}.relocations",
        f"{where}.vulnerable",
        f"{where}.cover.relocations",
        f"{where}.cover.sponsorship",
        f"{where}.measures[0].persons_equivalent",
    ]
    assert of_rescue(plans=(plan, plan)) == ["plans[DE, revision 0]"]
    assert of_rescue(pressure_act=PressureAct("NO")) == ["pressure_act.benefitting"]
    assert of_rescue(use=(PoolUse("EL", None, -1, "NO", None, "CH"),)) == ["use[0].persons", "use[0]", "use[0]"]
    assert of_rescue(raises=(Raise("NO", "SE", -1),)) == ["raises[0]", "raises[0].benefitting", "raises[0].relocations"]
    report = replace(RESCUE.search_and_rescue.report, benefitting=(Disembarkation("EL", 1_999), Disembarkation("MT")))
    assert of_rescue(report=report) == ["top_up.relocations"]
    nobody = replace(RESCUE.search_and_rescue.report, benefitting=())
    assert of_rescue(report=nobody) == []
    assert of_rescue(report=nobody, calls=(Call("NO"),)) == ["calls[0].benefitting"]
    # Of a pool whose number nobody knows yet, nobody can say that its top-up is too much.
    assert of_rescue(top_up=TopUp("MT", 10)) == []


def test_one_procedure_has_nothing_of_another() -> None:
    assert of_rescue() == []
    mixed = replace(RESCUE, pool=Pool(5), adopted=date(2026, 12, 4))
    assert [problem.where for problem in problems(mixed)] == ["pool"]
    annual = replace(RESCUE, procedure=Procedure.ANNUAL_POOL, readings=())
    assert [problem.where for problem in problems(annual)] == ["search_and_rescue"]
    wrong = replace(RESCUE, readings=(("twice", "at-least"), ("cover", "half")))
    assert [problem.where for problem in problems(wrong)] == ["readings.twice", "readings.cover"]
