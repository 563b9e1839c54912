"""What the explanations say, with numbers that anybody can follow, and where their inputs come from."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from desktop_app.calc.explain import explain
from desktop_app.calc.findings import Status
from desktop_app.calc.forum import (
    NO_PLEDGE,
    AlternativeMeasure,
    Applications,
    DataFlag,
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    Forum,
    Key,
    KeyState,
    Pledge,
    Pool,
    StateRecord,
)
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.calc.rulebooks.annual_pool.book import assess
from tests.calc.derivations import check


def bound(**changes: Any) -> Forum:
    """Belgium and Latvia with four fifths and a fifth of 1 000 relocations."""
    states = (KeyState("BE", 8_000_000, 800), KeyState("LV", 2_000_000, 200))
    key = Key(
        population_date=date(2026, 1, 1),
        population_source="Eurostat, demo_gind",
        gdp_year=2025,
        gdp_source="Eurostat, nama_10_gdp",
        states=states,
    )
    return replace(Forum(key=key, pool=Pool(relocations=1000, financial_cents=2_000_000_000)), **changes)


def with_pledge(pledge: Pledge, code: str = "BE", **record: Any) -> Forum:
    return bound(states=(replace(StateRecord(code, pledge=pledge), **record),))


def words(forum: Forum, figure: str, code: str | None = None) -> str:
    """The words with plain spaces; the derivation is checked on the way."""
    assessment = assess(forum)
    check(assessment)
    return explain(assessment, figure, code).words.replace("\u202f", " ").replace("\u00a0", " ")


def test_population_and_gdp_carry_source_and_date() -> None:
    share = explain(assess(bound()), "share", "BE")
    assert [(each.name, each.source, each.as_of) for each in share.inputs] == [
        ("population", "Eurostat, demo_gind", "2026-01-01"),
        ("populations", "Eurostat, demo_gind", "2026-01-01"),
        ("gdp", "Eurostat, nama_10_gdp", "2025"),
        ("gdps", "Eurostat, nama_10_gdp", "2025"),
    ]
    assert share.title == "Belgium: share of the reference key"
    assert share.reference == "Art. 66 and Annex I"
    assert share.status is Status.IN_FORCE


def test_what_has_no_source_says_so() -> None:
    forum = bound(key=replace(bound().key, population_source=None, population_date=None, gdp_year=None))
    assert [(each.source, each.as_of) for each in explain(assess(forum), "share", "BE").inputs[:3]] == [
        ("source not recorded", ""),
        ("source not recorded", ""),
        ("Eurostat, nama_10_gdp", ""),
    ]


def test_what_the_source_says_of_a_datum_stands_beside_it() -> None:
    key = bound().key
    belgium = replace(
        key.states[0],
        population_flags=(DataFlag.PROVISIONAL, DataFlag.BREAK),
        gdp_flags=(DataFlag.ESTIMATED,),
        remark="with the whole territory",
    )
    states = (belgium, *key.states[1:])
    flagged = replace(key, states=states, population_extracted=date(2026, 9, 1), gdp_extracted=date(2026, 9, 2))
    share = explain(assess(bound(key=flagged)), "share", belgium.code)
    assert [(each.title, each.source) for each in share.inputs if each.name in {"population", "gdp"}] == [
        (
            "Belgium: population (provisional; break in series; with the whole territory)",
            "Eurostat, demo_gind, extracted on 1\u00a0September\u00a02026",
        ),
        (
            "Belgium: gross domestic product (estimated; with the whole territory)",
            "Eurostat, nama_10_gdp, extracted on 2\u00a0September\u00a02026",
        ),
    ]


def test_a_crisis_credit_names_its_act() -> None:
    for act, source in (
        (None, "implementing act of the Commission, not named, Regulation (EU) 2024/1359, Art. 9(4)-(5)"),
        ("(EU) 2026/9", "(EU) 2026/9, Regulation (EU) 2024/1359, Art. 9(4)-(5)"),
    ):
        forum = with_pledge(NO_PLEDGE, "LV", crisis_credit=50, crisis_credit_act=act)
        assert explain(assess(forum), "exact_fair_share", "LV").inputs[-1].source == source


def test_reference_numbers_come_from_the_forum_then_from_the_act() -> None:
    for forum, source in (
        (bound(), ("conclusion of the forum", "")),
        (bound(adopted=date(2026, 12, 22)), ("act of the Council", "2026-12-22")),
    ):
        rate = explain(assess(forum), "rate_eur")
        assert [(each.source, each.as_of) for each in rate.inputs] == [source, source]


def test_a_share_in_words() -> None:
    assert words(bound(), "share_percent", "BE") == (
        "Belgium has 80.00 % of the population and 80.00 % of the gross domestic product of the 2 states of the key; "
        "half of each adds up to 80.0000 %."
    )


def test_an_adopted_share_in_words() -> None:
    forum = bound(key=replace(bound().key, adopted_shares=(("BE", Fraction("81.5")),)), adopted=date(2026, 12, 22))
    assert words(forum, "share_percent", "BE") == (
        "The act gives Belgium 81.5000 %; an adopted share takes the place of the computed one, and the shares of the "
        "others are not rescaled."
    )
    adopted = explain(assess(forum), "share_percent", "BE").inputs[0]
    assert (adopted.value, adopted.source, adopted.as_of) == (Fraction("81.5"), "adopted share", "2026-12-22")


@pytest.mark.parametrize(
    ("rounding", "said"),
    [
        ("up", "The fair share before rounding is 200.20 relocations; rounded up to whole persons: 201."),
        (
            "nearest",
            (
                "The fair share before rounding is 200.20 relocations; rounded to the nearest whole person, a half up: "
                "200."
            ),
        ),
        (
            "largest-remainder",
            (
                "The reference number of 1 001 is handed out exactly: Latvia gets the 200 whole relocations of 200.20 "
                "and, by its remainder, 0 more."
            ),
        ),
    ],
)
def test_a_fair_share_in_words(rounding: str, said: str) -> None:
    forum = bound(pool=Pool(relocations=1001, financial_cents=2_002_000_000), readings=(("rounding", rounding),))
    assert words(forum, "fair_share_relocations", "LV") == said


def test_adopted_shares_beyond_the_whole_in_words() -> None:
    key = replace(bound().key, adopted_shares=(("BE", Fraction(90)),))
    # 900 + 200 whole ones are more than the 1 000.
    assert words(bound(key=key, readings=(("rounding", "largest-remainder"),)), "fair_share_relocations", "LV") == (
        "1 100 are handed out, as close to the reference number as the shares allow: Latvia gets the 200 whole "
        "relocations of 200 and, by its remainder, 0 more."
    )


def test_a_crisis_credit_in_words() -> None:
    forum = with_pledge(NO_PLEDGE, "LV", crisis_credit=50)
    assert words(forum, "exact_fair_share", "LV") == (
        "20.0000 % of the reference number of 1 000 relocations is 200; a crisis credit of 50 comes off, which leaves "
        "150."
    )
    by_remainder = replace(forum, readings=(("rounding", "largest-remainder"),))
    assert words(by_remainder, "fair_share_relocations", "LV").endswith(
        "a crisis credit of 50 comes off, which leaves 150."
    )


def test_numbers_are_shown_as_closely_as_they_lie() -> None:
    # One cent below 800 relocations: 799.9999995.
    forum = with_pledge(Pledge(799, 1_999_999, None))
    assert words(forum, "gap_relocations", "BE") == (
        "799.9999995 equivalents stay below the fair share before rounding (800) and the rounded one (800); "
        "missing: 0.0000005, rounded up 1."
    )


def test_a_met_fair_share_in_words() -> None:
    assert words(with_pledge(Pledge(800, None, None)), "met", "BE") == (
        "800 equivalents reach the smaller of the fair share before rounding (800) and the rounded one (800): the fair "
        "share is met, nothing is missing."
    )


@pytest.mark.parametrize(
    ("pledge", "figure", "said"),
    [
        (NO_PLEDGE, "pledged_relocations", "Belgium has explicitly pledged no relocations, which counts as 0."),
        (
            NO_PLEDGE,
            "pledged_financial_eur",
            "Belgium has explicitly pledged no financial contribution, which counts as 0.",
        ),
        (
            NO_PLEDGE,
            "pledged_alternative_eur",
            "Belgium has explicitly pledged no alternative measures, which counts as 0.",
        ),
        (
            Pledge(),
            "equivalents",
            "Nothing is recorded yet for relocations, financial contribution and alternative measures.",
        ),
        (Pledge(5, None), "coverage_percent", "Nothing is recorded yet for alternative measures."),
        (Pledge(5, None), "pledged_alternative_eur", "Nothing is recorded yet for alternative measures."),
        (Pledge(), "pledged_financial_eur", "Nothing is recorded yet for the financial contribution."),
        (
            Pledge(5, None, (AlternativeMeasure(),)),
            "equivalents",
            "One alternative measure has no financial value yet (Art. 57(4)).",
        ),
        (
            Pledge(5, None, (AlternativeMeasure(), AlternativeMeasure())),
            "pledged_alternative_eur",
            "2 alternative measures have no financial value yet (Art. 57(4)).",
        ),
        (
            Pledge(5, None, (AlternativeMeasure(value_cents=100), AlternativeMeasure(value_cents=150))),
            "pledged_alternative_eur",
            "Belgium has pledged 2 alternative measures, together valued at EUR 2.50.",
        ),
    ],
)
def test_a_pledge_in_words(pledge: Pledge, figure: str, said: str) -> None:
    assert words(with_pledge(pledge), figure, "BE") == said


def test_an_article_stands_before_the_netherlands() -> None:
    forum = bound(key=Key(states=(KeyState("NL", 1, 1),)), states=(StateRecord("NL", pledge=Pledge(1, None, None)),))
    assert words(forum, "pledged_relocations", "NL") == "The Netherlands has pledged 1 relocation."
    assert words(forum, "deducted_equivalents", "NL").startswith("No deduction of the Netherlands is recorded")


def test_an_exceptional_pool_in_words() -> None:
    forum = replace(with_pledge(Pledge(5, None, None)), pool=Pool(0, 0, exceptional=True))
    assert words(forum, "rate_eur") == (
        "Both reference numbers are 0 in an exceptional situation (Art. 12(4)); a relocation is shown at the ratio of "
        "Art. 12(2), EUR 20 000."
    )
    assert words(forum, "coverage_percent") == "The reference number is 0 (Art. 12(4)): there is nothing to cover."
    assert words(forum, "coverage_percent", "BE") == "The fair share is 0: there is nothing to cover."
    assert words(forum, "shortfall_percent") == (
        "Proposal of 2020, not law: the reference number is 0, so nothing can be missing."
    )
    assert words(forum, "shortfall_triggered") == words(forum, "shortfall_percent")
    assert "(b) The fair share is 0." in words(forum, "offset_option", "BE")


def test_missing_data_in_words() -> None:
    nobody = bound(key=Key())
    assert words(nobody, "fair_share_relocations") == "No Member State takes part in the reference key yet."
    states = (KeyState("BE", 8_000_000, 800), KeyState("LV", None, 200))
    forum = bound(key=Key(states=states))
    assert words(forum, "share", "BE") == (
        "Every share rests on the sums over all states, and population or GDP is missing for Latvia."
    )
    many = tuple(KeyState(code) for code in PROTOCOL_ORDER if code != "DK")
    assert words(bound(key=Key(states=many)), "share", "BE").endswith(
        "for Belgium, Bulgaria, Czechia, Germany, Estonia and 21 more."
    )
    unfinished = bound(pool=Pool())
    assert (
        words(unfinished, "exact_fair_share", "BE") == "There is no reference number of relocations yet (Art. 57(3))."
    )
    assert words(unfinished, "rate_eur") == (
        "There is no reference number of relocations and financial contributions yet (Art. 57(3)), so relocations and "
        "money cannot be held against each other."
    )
    for pool, missing in ((Pool(relocations=1000), "financial contributions"), (Pool(None, 100), "relocations")):
        assert words(bound(pool=pool), "gap_eur").startswith(f"There is no reference number of {missing} yet")


def test_states_outside_the_key_in_words() -> None:
    states = (KeyState("BE", 1, 1), KeyState("DK", 1, 1), KeyState("LV", 1, 1, participates=False))
    forum = bound(key=Key(states=states))
    assert words(forum, "share", "DK") == (
        "Denmark is not bound by the Regulation (recital 90): it has no share and no pledge to give."
    )
    assert words(forum, "share", "LV") == ("Latvia takes no part in the reference key, so it has no share of the pool.")
    assert words(forum, "offset_option", "LV") == words(forum, "share", "LV")
    assert words(forum, "pledged_relocations", "DK") == words(forum, "share", "DK")
    assert words(forum, "pledged_relocations", "LV") == "Nothing is recorded yet for relocations."


def granted(*extents: DeductionAmounts | None, stage: DeductionStage = DeductionStage.GRANTED) -> tuple[Deduction, ...]:
    decided, act = date(2026, 12, 1), "(EU) 2026/5"
    return tuple(Deduction(DeductionBasis.ARTICLE_62, stage, extent, decided=decided, act=act) for extent in extents)


def test_deductions_in_words() -> None:
    pledge = Pledge(10, 4_000_000, (AlternativeMeasure(value_cents=2_000_000),))
    forum = with_pledge(pledge, deductions=granted(DeductionAmounts(4, 2_000_000, 1_000_000), None))
    assert words(forum, "deducted_equivalents", "BE") == (
        "Granted deductions take 10 relocations and EUR 60 000 of money and measures off the pledge of Belgium, at "
        "EUR 20 000 a relocation 13 equivalents; never more than it pledged."
    )
    first = explain(assess(forum), "deducted_equivalents", "BE").inputs[1]
    assert (first.value, first.source, first.as_of) == ((4, 10), "(EU) 2026/5", "2026-12-01")
    assert words(forum, "net_equivalents", "BE") == "13 equivalents less granted deductions of 13 leave 0."
    people = with_pledge(pledge, deductions=granted(DeductionAmounts(4, 0, 0)))
    assert words(people, "deducted_equivalents", "BE") == (
        "Granted deductions take 4 relocations off the pledge of Belgium; never more than it pledged."
    )
    nothing = with_pledge(NO_PLEDGE, deductions=granted(None))
    assert words(nothing, "deducted_equivalents", "BE") == "What was granted to Belgium takes nothing off its pledge."
    refused = with_pledge(pledge, deductions=granted(None, stage=DeductionStage.REFUSED))
    assert words(refused, "deducted_equivalents", "BE") == (
        "The deduction of Belgium is refused, not granted: it changes nothing."
    )
    blank = with_pledge(Pledge(10), deductions=granted(None))
    assert words(blank, "deducted_equivalents", "BE") == (
        "A deduction is granted. Nothing is recorded yet for financial contribution and alternative measures."
    )


def test_offsets_in_words() -> None:
    pledge = Pledge(400, None, None)
    forum = replace(with_pledge(pledge), pool=Pool(1000, 2_000_000_000, proposal_relocations=800))
    forum = replace(forum, as_of=date(2026, 6, 12))
    assert words(forum, "offset_option", "BE") == (
        "(a) All states together pledge 400 relocations, at least half of the 800 in the Commission's proposal. "
        "(b) Belgium pledges 400 relocations, at least half of its fair share of 800."
    )
    assert words(with_pledge(pledge), "offset_option", "BE").startswith("(a) The Commission's proposal has no")
    benefitting = with_pledge(pledge, benefitting_since=date(2026, 1, 1))
    assert words(benefitting, "offset_option", "BE") == (
        "Belgium benefits from the pool; only a contributing Member State may offer offsets."
    )


def test_the_indicators_of_2020_in_words() -> None:
    measure = (AlternativeMeasure(value_cents=4_000_000),)
    forum = with_pledge(Pledge(300, None, measure))
    triggered = explain(assess(forum), "shortfall_triggered")
    assert triggered.status is Status.PROPOSAL_2020
    assert triggered.readings == ("shortfall-cover",)
    assert words(forum, "shortfall_triggered") == (
        "Proposal of 2020, not law: without their alternative measures, relocations and money of one Member State stay "
        "500 short of their fair shares, 50.00 % of the 1 000 relocations; more than 30 %."
    )
    assert words(forum, "cover_relocations", "BE") == (
        "Proposal of 2020, not law: above 30 % Belgium would cover at least half of its fair share, 400, by "
        "relocations and money; it has 300, so 100 more are asked."
    )
    little = with_pledge(Pledge(600, None, measure))
    assert words(little, "cover_relocations", "BE") == (
        "Proposal of 2020, not law: the shortfall of 20.00 % is not above 30 %, so no cover is asked."
    )
    unknown = replace(with_pledge(Pledge(alternative=measure)), readings=(("shortfall-cover", "relocation-only"),))
    assert words(unknown, "shortfall_percent") == (
        "Proposal of 2020, not law: no contributing Member State is known to cause a shortfall by alternative "
        "measures. Left out, since the rest of the pledge is not known: Belgium."
    )
    both = bound(states=tuple(StateRecord(code, pledge=Pledge(1, None, measure)) for code in ("BE", "LV")))
    assert "relocations and money of 2 Member States stay 998 short" in words(both, "shortfall_percent")


def with_applications(*chosen: tuple[str, str]) -> Forum:
    """Ten applications a year in Belgium and 40 in Latvia, under the chosen readings."""
    years = range(2021, 2026)
    applications = tuple(
        Applications(code, tuple((year, count) for year in years)) for code, count in (("BE", 10), ("LV", 40))
    )
    return bound(applications=applications, readings=chosen)


def test_a_reduction_in_words() -> None:
    # Latvia: 40 / 2 000 000; the Union: 50 / 10 000 000; four times.
    assert words(with_applications(), "reduction_eligible", "LV") == (
        "Proposal of 2020, not law: from 2021 to 2025, applications per head in Latvia were 4 times the Union's "
        "average; twice is asked, so it is eligible for the 10 % reduction."
    )
    assert words(bound(), "reduction_eligible", "LV").endswith("not all of them are recorded.")


@pytest.mark.parametrize(
    ("readings", "formula"),
    [
        (
            (),
            "sum(applications / populations) / 5 >= 2 * sum(applications_of_all / populations_of_all) / 5",
        ),
        (
            (("five-years", "ratio-of-sums"), ("twice", "more-than")),
            "sum(applications) / sum(populations) > 2 * sum(applications_of_all) / sum(populations_of_all)",
        ),
        (
            (("union-average", "mean-of-states"),),
            "sum(applications / populations) / 5 >= 2 * sum(applications_of_states / populations_of_states) / 10",
        ),
        (
            (("five-years", "ratio-of-sums"), ("union-average", "mean-of-states")),
            "sum(applications) / sum(populations) >= 2 * sum(applications_of_states / populations_of_states) / 2",
        ),
    ],
)
def test_a_reduction_under_each_reading(readings: tuple[tuple[str, str], ...], formula: str) -> None:
    forum = with_applications(*readings)
    assert explain(assess(forum), "reduction_eligible", "LV").formula == formula
    # Mean of the states: (10 / 8 000 000 + 40 / 2 000 000) / 2 = 0.000010625; Latvia's 0.00002 is 1.88 times that.
    eligible = ("union-average", "mean-of-states") not in readings
    assert ("so it is eligible" in words(forum, "reduction_eligible", "LV")) is eligible


def test_sums_name_who_is_left_out() -> None:
    forum = with_pledge(Pledge(5, None, None))
    assert words(forum, "pledged_relocations") == (
        "All states together pledge 5 relocations. Nothing is known of one state, left out of the sum."
    )
    assert words(forum, "unknown_states") == "The whole pledge is not known yet of Latvia."
    both = bound(states=tuple(StateRecord(code, pledge=NO_PLEDGE) for code in ("BE", "LV")))
    assert words(both, "unknown_states") == "The whole pledge is known of every one of the 2 states."


def test_the_pools_gap_in_words() -> None:
    # 1 000 − 300.5 = 699.5
    forum = with_pledge(Pledge(300, 1_000_000, None))
    assert words(forum, "gap_relocations") == (
        "1 000 relocations less 300.50 equivalents pledged leave 699.50, rounded up 700."
    )
    assert words(forum, "gap_eur") == (
        "1 000 relocations less 300.50 equivalents pledged leave 699.50, at EUR 20 000 each EUR 13 990 000."
    )
    assert words(with_pledge(Pledge(1000, None, None)), "gap_relocations") == (
        "1 000 equivalents reach the reference number of 1 000: nothing is missing."
    )


def test_unknown_figures_and_states_are_refused() -> None:
    assessment = assess(bound())
    with pytest.raises(KeyError):
        explain(assessment, "weather", "BE")
    with pytest.raises(KeyError):
        explain(assessment, "share", "SE")
    with pytest.raises(KeyError):
        explain(assessment, "share")
