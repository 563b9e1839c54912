"""Every derivation of migratory pressure reaches its figure, and says why in words with the numbers in them.

Of 1 000 persons the key asks Germany for 300, France for 400, Sweden for 100; Greece's 200 are asked of nobody.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from desktop_app.calc.contribution_types import ContributionType
from desktop_app.calc.explain import explain, pool_figures, row_figures, total_figures
from desktop_app.calc.forum import Forum, Key, KeyState, Procedure
from desktop_app.calc.migratory_pressure import Credit, PressureReport, PressureResponseAct, TypesSet
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind
from desktop_app.calc.rulebooks.migratory_pressure.book import assess
from desktop_app.calc.solidarity_groups import RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import IncentiveRate, SolidarityRecord
from tests.calc.pressure_derivations import ROW_VALUES, TOTAL_VALUES, check
from tests.calc.pressure_forums import pressure_forums
from tests.pressure_small import HUNDRED, IN_TIME, applications, small_pressure, with_plan

PRESSURE = Procedure.MIGRATORY_PRESSURE


def small(readings: dict[str, str] | None = None, forum: dict[str, Any] | None = None, **changes: Any) -> Forum:
    """The small forum under readings, with other fields of its own and of what it records."""
    base = small_pressure()
    changed = {"migratory_pressure": replace(base.migratory_pressure, **changes), **(forum or {})}
    return replace(base, readings=tuple((readings or {}).items()), **changed)


def checked(of: Forum) -> PressureAssessment:
    """The assessment, every derivation of which holds."""
    assessment = assess(of)
    check(assessment)
    return assessment


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def words(of: Forum, figure: str, code: str | None = None) -> str:
    """The words with plain spaces; every derivation is checked on the way."""
    return plain(explain(checked(of), figure, code).words)


def formulas(of: Forum, code: str, names: Iterable[str]) -> list[str]:
    assessment = checked(of)
    return [explain(assessment, name, code).formula for name in names]


def test_every_figure_of_the_format_can_be_explained() -> None:
    names = [figure.id for figure in row_figures(PRESSURE)]
    assert set(names) == {*ROW_VALUES, "average", "incentive"}
    assert [figure.id for figure in total_figures(PRESSURE)] == list(TOTAL_VALUES)
    assert pool_figures(PRESSURE) == ()


@given(forum=pressure_forums())
@settings(max_examples=15)
def test_derivations_reach_the_value_they_explain(forum: Forum) -> None:
    check(assess(forum))


@pytest.mark.parametrize(("figure", "code"), [("pledged", "DE"), ("share", "BE"), ("incentive", "BE"), ("share", None)])
def test_what_is_not_there_cannot_be_explained(figure: str, code: str | None) -> None:
    with pytest.raises(KeyError):
        explain(assess(small()), figure, code)


def test_inputs_carry_source_and_date() -> None:
    assessment = checked(small())

    def sources(figure: str, code: str | None = None) -> list[tuple[str, str, str]]:
        return [(each.name, each.source, each.as_of) for each in explain(assessment, figure, code).inputs]

    assert sources("relocations") == [("in_report", "R 2027/1", "2027-02-19")]
    assert sources("covered", "FR") == [("in_plan", "plan FR-1", "2027-02-26"), ("exact_key", "computed", "")]
    assert sources("credited", "DE") == [("credits", "recorded in this forum", "2026")]
    assert sources("credited", "SE") == [
        ("credits_sponsorship", "support plan SP-1", "2026"),
        ("owed_sponsorship", "computed", ""),
    ]
    assert [each.figure for each in explain(assessment, "exact_key", "DE").inputs] == ["share", "total"]
    unnamed = small(report=replace(small_pressure().migratory_pressure.report, reference=None))
    assert explain(assess(unnamed), "sponsorship").inputs[0].source == "the report, its reference not recorded"


def test_the_number_by_the_key() -> None:
    of = small()
    assert words(of, "exact_key", "DE") == (
        "30.0000 % of the report's 1 000 persons, relocation and sponsorship together, are 300."
    )
    assert words(of, "key_number", "DE").endswith("is 300; the total is handed out exactly.")
    assert words(of, "asked", "DE") == "Germany is asked for its number by the key, 300."
    assert words(of, "asked", "EL").startswith(
        "The key contains Greece, but nobody asks a state that benefits itself for"
    )
    elsewhere = small(other_benefitting=("SE",))
    assert words(elsewhere, "asked", "SE").endswith("a state that benefits itself of another procedure for its part.")
    assert words(elsewhere, "redistributed", "SE") == "Nobody is reduced, so nobody takes anything over."


def test_whether_a_plan_counts_and_who_decides_its_types() -> None:
    of = small()
    assert words(of, "plan_counts", "FR") == (
        "France handed in its plan on 26 February 2027, due by 5 March 2027: it came in time and counts."
    )
    assert formulas(of, "FR", ["plan_counts", "set_by_commission"]) == ["last_day >= handed_in", "set_by_commission"]
    assert words(of, "plan_counts", "EL").startswith("Nobody asks Greece")
    assert words(of, "set_by_commission", "EL").startswith("Nobody asks Greece")
    assert words(of, "set_by_commission", "FR").startswith("France decides: its types are those of plan FR-1")
    plans = {plan.code: plan for plan in small_pressure().migratory_pressure.plans}
    french = plans["FR"]

    def with_french(*revisions: PressurePlan, **changes: Any) -> Forum:
        return small(plans=(plans["DE"], *revisions, plans["SE"]), **changes)

    late = with_french(replace(french, submitted=date(2027, 3, 6)))
    assert words(late, "plan_counts", "FR").endswith(
        "it came late and counts as no plan, and so does what revises it (our reading)."
    )
    assert words(late, "set_by_commission", "FR").endswith(
        "The Commission has set its types, and none are recorded: all are applicants. The number is the key's."
    )
    types = (TypesSet("FR", TypeShares(HUNDRED)),)
    assert words(with_french(act=PressureResponseAct(types_set=types)), "set_by_commission", "FR").endswith(
        "The Commission sets its types: 100 % relocation of applicants. The number is the key's."
    )
    assert "has no date, which is due by 5 March 2027: it counts" in words(
        with_french(replace(french, submitted=None)), "plan_counts", "FR"
    )
    again = replace(french, revision=1, submitted=date(2027, 3, 9))
    assert words(with_french(french, again), "plan_counts", "FR").endswith(
        "Of its revisions the latest, (Rev) 1, counts."
    )
    third = replace(french, revision=2, submitted=date(2027, 3, 12))
    over = with_french(french, again, third, forum_ended=date(2027, 3, 11))
    assert words(over, "plan_counts", "FR").endswith(
        "(Rev) 2 came after the end of the forum, 11 March 2027, so (Rev) 1 counts (Art. 52(4))."
    )
    first = with_french(french, again, forum_ended=date(2027, 3, 8))
    assert words(first, "plan_counts", "FR").endswith("so the first plan counts (Art. 52(4)).")
    report = replace(small_pressure().migratory_pressure.report, adopted=None)
    assert words(small(report=report), "plan_counts", "FR").endswith("the report sets no time limit yet.")
    alone = with_french(replace(french, shares=TypeShares()))
    assert words(alone, "set_by_commission", "FR").endswith("which names no type of persons.")
    awaited = small(forum={"as_of": date(2027, 3, 1)}, plans=(plans["DE"],), act=PressureResponseAct())
    assert words(awaited, "set_by_commission", "SE").endswith("is awaited by 5 March 2027. It names the types.")


def test_shares_that_do_not_total_a_hundred_are_not_all() -> None:
    plans = small_pressure().migratory_pressure.plans
    short = tuple(replace(plan, shares=TypeShares(Fraction("99.9"))) for plan in plans)
    assert "its shares total 99.9 %, not 100 %, which blocks" in words(small(plans=short), "relocations", "FR")


def test_what_is_not_known_yet() -> None:
    report = small_pressure().migratory_pressure.report
    missing = "The report's total of {} is missing, so the key has nothing to share (Art. 51(3))."
    both = small(report=PressureReport())
    assert words(both, "exact_key", "DE") == missing.format("relocation and sponsorship")
    assert words(both, "covered", "FR").endswith("of the share of France; the share is not known yet.")
    assert words(both, "planned") == missing.format("relocation and sponsorship")
    assert words(both, "credited", "DE").endswith("what it owes is not known yet: nothing can be taken off.")
    assert words(both, "half", "FR") == "The 30 % test cannot be made yet, so the 50 % rule asks nothing."
    assert words(both, "sponsorship").startswith("The report's number of persons to sponsor for return is not recorded")
    assert (
        words(both, "covered", "SE")
        == "In plan SE-1 of 26 February 2027, measures cover nothing of the share of Sweden; "
        "the share is not known yet."
    )
    assert words(small(report=replace(report, sponsorship=None)), "total") == missing.format("sponsorship")
    calm = small(report=replace(report, under_pressure=False))
    assert words(calm, "fixed_measures").startswith("The report finds no migratory pressure")
    assert words(small({"shortfall": "B"}), "shortfall_percent").startswith("Reading B counts what nobody pledges")
    nobody = small(other_benefitting=("DE", "FR", "SE"))
    assert words(nobody, "shortfall_c") == "Every Member State of the key is one that benefits itself: nobody is asked."
    empty = small(report=replace(report, relocations=0, sponsorship=0))
    assert words(empty, "shortfall_percent").startswith("The report's total is 0")


def test_measures_and_the_30_percent_test() -> None:
    # France covers 300 of its 400: exactly 30 % of 1 000.
    of = small()
    assert words(of, "covered", "FR") == (
        "In plan FR-1 of 26 February 2027, measures cover 300 persons of the share of France."
    )
    assert words(of, "missing", "FR").startswith("The key asks France for 400 persons, and 300 of them are covered")
    assert words(of, "missing", "EL").startswith("Nobody asks Greece, a state that benefits itself, to contribute")
    assert words(of, "shortfall_percent") == (
        "Reading A: One state with measures leaves 300 persons of the key to measures: 30.00 % of the report's 1 000 "
        "persons."
    )
    assert words(of, "shortfall_triggered") == "30.00 % is not more than 30 %."
    assert (
        words(of, "half", "FR")
        == "The 30 % test is not triggered, so France need not cover half of its share by persons."
    )
    assert words(of, "added", "FR") == "The 30 % test is not triggered, so nothing is added to the plan."
    assert words(of, "adjusted", "FR").endswith("which claim to stand for 310: the Commission adjusts them down by 10.")
    fitting = (ResponseMeasure(ResponseMeasureKind.CAPACITY, persons_equivalent=Fraction(300)),)
    assert words(small(plans=with_plan("FR", measures=fitting)), "adjusted", "FR").endswith("they are in proportion.")
    assert words(of, "adjusted", "SE") == "In the plan of Sweden, measures cover nothing: there is nothing to adjust."
    beyond = small(plans=with_plan("FR", covered=Fraction(401)))
    assert words(beyond, "covered", "FR").endswith("more than the 400 that the key asks: no more than these count.")
    two = small(plans=(*with_plan("DE")[:2], with_plan("SE", covered=Fraction(1))[2]))
    assert words(two, "shortfall_a").startswith("2 states leave 301 persons of the key to measures: 30.10 %")
    without = small(plans=with_plan("FR", covered=Fraction(0)))
    assert words(without, "shortfall_a").startswith("No contributing state has measures that stand for persons")


def test_the_half() -> None:
    above = with_plan("FR", covered=Fraction(301))
    of = small(plans=above)
    assert words(of, "half", "FR") == "The 30 % test is triggered: France covers half of its 400 by persons, 200."
    assert words(of, "persons", "FR") == (
        "By its plan France gives 99 by persons; half of the share is 200, and the larger of both counts: 200."
    )
    assert words(of, "added", "FR") == "France plans 99 by persons of the half of 200; 101 are added."
    assert words(small({"cover": "exact"}, plans=above), "persons", "FR") == (
        "France covers exactly half of its share by persons: 200."
    )
    # Germany's 251 and France's 150 are more than 30 % together; France gives 250 by persons.
    many = (with_plan("DE", covered=Fraction(251))[0], *with_plan("FR", covered=Fraction(150))[1:])
    assert words(small(plans=many), "added", "FR") == (
        "France plans 250 by persons of the half of 200, which is enough: nothing is added."
    )
    assert words(small({"cover": "exact"}, plans=many), "added", "FR") == (
        "France plans 250 by persons of the half of 200; the reading cuts what is above it, 50."
    )
    # France's 0.4 of 400 persons: half of it, rounded up, would be more than the whole.
    little = small(
        {"shortfall": "C"},
        {"key": Key(states=(KeyState("EL", 999, 999), KeyState("FR", 1, 1)))},
        report=PressureReport(benefitting="EL", relocations=400, sponsorship=0),
        plans=with_plan("FR", covered=Fraction(2, 5))[1:2],
    )
    assert words(little, "half", "FR").endswith("0.20, rounded up 1, and no more than the share.")


def test_the_reduction_and_its_spread() -> None:
    of = small()
    assert words(of, "reduction", "SE") == (
        "Sweden asks for the reduction and reaches twice the Union's average: 10 % of its share of 100, "
        "so 10 are taken off."
    )
    assert words(of, "redistributed", "FR") == (
        "10 are taken off Sweden and spread by share over the other states that deliver persons: France has 40.0000 % "
        "of the key and takes over 5.71."
    )
    assert (
        words(of, "redistributed", "SE") == "Sweden is reduced itself: it takes over nothing of the others' reductions."
    )
    assert words(of, "redistributed", "EL").startswith("Nobody asks Greece")
    assert words(of, "reduction", "DE") == "Germany does not ask for the reduction in its plan."
    assert words(of, "reduction").startswith("Reductions take 10 persons off; the others take over as many")
    nothing = small(plans=with_plan("SE", reduction_requested=False))
    assert words(nothing, "redistributed", "DE") == "Nobody is reduced, so nobody takes anything over."
    assert words(nothing, "reduction") == "No reduction is granted, so there is nothing to spread."
    measures_only = small(plans=with_plan("FR", shares=TypeShares()))
    assert words(measures_only, "redistributed", "FR").endswith("deliver persons; France is none of them.")
    nearly_all = small(plans=with_plan("SE", covered=Fraction(95))[::2])
    assert words(nearly_all, "reduction", "SE").endswith(
        "10 % of its share of 100, which is more than all that it gives by persons, so 5 are taken off."
    )
    # Germany reaches twice the average, too: 30 of 30 inhabitants a year, the Union's 63 of 100.
    twice = applications({"DE": 60, "EL": 0, "FR": 0, "SE": 20})
    plans = (*with_plan("DE", reduction_requested=True)[:2], small_pressure().migratory_pressure.plans[2])
    including = small({"reduction-spread": "including-reduced"}, {"applications": twice}, plans=plans)
    assert formulas(including, "FR", ["redistributed"]) == ["share * sum(taken_off / shares_of_takers)"]
    assert words(including, "redistributed", "FR").startswith("30 and 10 are taken off Germany and Sweden and spread")


def test_why_a_reduction_is_not_granted() -> None:
    unknown = small(forum={"applications": ()})
    assert words(unknown, "reduction", "SE").endswith("but the averages behind it are not known.")
    assert words(unknown, "reduction_eligible", "SE").startswith("Applications of five years in a row")
    assert words(unknown, "union_average").startswith("Applications of five years in a row")
    few = small(plans=with_plan("DE", reduction_requested=True))
    assert words(few, "reduction", "DE").endswith("but its applications per head are not twice the Union's.")
    measures = small(plans=with_plan("SE", shares=TypeShares(), covered=Fraction(100)))
    assert words(measures, "reduction", "SE").endswith("delivers measures only, which are never reduced.")
    alone = small(
        plans=tuple(replace(plan, shares=TypeShares()) if plan.code != "SE" else plan for plan in with_plan("SE"))
    )
    assert words(alone, "reduction", "SE").endswith("nobody else delivers persons who could take it over.")
    without = small(forum={"applications": ()}, plans=())
    assert words(without, "reduction_eligible", "SE").startswith(
        "No plan of Sweden came by 5 March 2027. Only a plan can ask for the reduction, so it cannot be granted."
    )
    assert words(without, "reduction", "SE") == "No plan of Sweden came by 5 March 2027."


def test_the_averages() -> None:
    of = small()
    assert words(of, "average", "SE") == (
        "From 2022 to 2026, Sweden had on average 90 000 applications a year per 100 000 inhabitants."
    )
    assert words(of, "union_average").endswith("had on average 45 000 applications a year per 100 000 inhabitants.")
    assert words(of, "reduction_eligible", "SE") == (
        "From 2022 to 2026, applications per head in Sweden were 2 times the Union's average; twice is asked, so it is "
        "eligible for the 10 % reduction."
    )
    none = small(forum={"applications": applications({"DE": 0, "EL": 0, "FR": 0, "SE": 0})})
    assert words(none, "reduction_eligible", "SE") == (
        "No state had applications from 2022 to 2026, so nobody carries twice the average."
    )
    for union in ("weighted", "mean-of-states"):
        for years in ("mean-of-years", "ratio-of-sums"):
            checked(small({"union-average": union, "five-years": years, "twice": "more-than"}))


def test_what_earlier_contributions_take_off() -> None:
    of = small()
    assert words(of, "credited", "DE") == (
        "Germany gave 40 by relocation of applicants in the year before, which come off what it owes of the same type: "
        "40 in all."
    )
    # France gave of its own initiative; Sweden sponsored 20, and owes nobody by sponsorship.
    assert words(of, "credited", "FR") == (
        "No earlier contribution of France counts: of own initiative, without a request under Art. 56(1)."
    )
    assert words(of, "credited", "SE").endswith("; of return sponsorship no more than the 0 that it owes: 0 in all.")
    assert words(of, "credited", "EL").startswith("Nobody asks Greece")
    assert words(small(credits=()), "credited", "FR") == (
        "No earlier contribution of France is recorded, so nothing is taken off."
    )
    assert words(of, "credited").startswith("Earlier contributions take 40 persons off")
    assert words(small(credits=()), "credited") == "No earlier contribution is taken off."
    empty = (Credit("FR", None, ContributionType.APPLICANTS, 0, 2026, on_request=True, delivered=True),)
    assert words(small(credits=empty), "credited", "FR") == "No earlier contribution of France counts."
    much = (
        Credit("DE", None, ContributionType.APPLICANTS, 5, 2026, on_request=True, delivered=True),
        Credit("DE", None, ContributionType.SPONSORSHIP, 999, 2026, on_request=True, delivered=True),
    )
    assert formulas(small(credits=much), "DE", ["credited"]) == [
        "sum(credits) + min(sum(credits_sponsorship), owed_sponsorship)"
    ]
    # A fifth of 304.29 persons is 60.86: rounded 61, all of it given earlier.
    assert words(small(credits=much), "sponsorship", "DE").endswith(
        "rounded together with all others' numbers, 61; 999 were given earlier, so nothing is left of it."
    )


def test_what_the_act_fixes() -> None:
    of = small()
    assert words(of, "relocations", "DE") == (
        "By plan DE-1 of 26 February 2027, Germany gives 80.00 % of its 304.29 persons by relocation of applicants, "
        "243.43; 40 given earlier come off, which leaves 203.43; rounded together with all others' numbers, 203."
    )
    assert words(of, "relocations", "SE") == (
        "By plan SE-1 of 26 February 2027, Sweden gives all of its 90 persons by relocation of applicants."
    )
    assert words(of, "relocations", "EL").startswith("Nobody asks Greece")
    assert words(of, "beneficiaries", "SE").endswith(
        "Sweden gives nobody by relocation of beneficiaries of protection."
    )
    assert words(of, "measures", "FR").endswith("measures stand for the 300 that are left, whatever they claim.")
    assert words(of, "measures", "SE") == "In the plan of Sweden, measures cover nothing."
    assert (
        words(of, "fixed_measures") == "By the act the contributing states together give 300 by measures, in persons."
    )
    assert words(small(act=PressureResponseAct()), "fixed_sponsorship").startswith("As things stand before the act,")
    everything = small(plans=with_plan("FR", covered=Fraction(400)))
    everything = replace(everything, readings=(("shortfall", "B"),))
    assert words(everything, "relocations", "FR").endswith("measures cover all that the key asks of it.")
    assert words(small(plans=with_plan("FR", shares=TypeShares())), "relocations", "FR").startswith(
        "Its plan names no type of persons: France gives all of its 100 persons"
    )


def test_states_without_a_plan() -> None:
    late = small(plans=with_plan("SE", submitted=date(2027, 3, 6)))
    assert words(late, "measures", "SE") == (
        "The plan of Sweden did not come in time by 5 March 2027, so it is no plan (Art. 52(3))."
    )
    assert words(late, "relocations", "SE").startswith(
        "The plan of Sweden did not come in time by 5 March 2027, so it is no plan (Art. 52(3)). Until the Commission "
        "sets other types, all are applicants (Art. 53(2)): Sweden gives all of its 100 persons"
    )
    set_types = (TypesSet("SE", TypeShares(Fraction(25), Fraction(75))),)
    adopted = PressureResponseAct(date(2027, 3, 19), "C(2027) 9", types_set=set_types)
    decided = replace(late, migratory_pressure=replace(late.migratory_pressure, act=adopted))
    assert "The Commission sets the types (Art. 53(2)): Sweden gives 25.00 % of its 100 persons" in words(
        decided, "relocations", "SE"
    )
    share = explain(assess(decided), "sponsorship", "SE").inputs[1]
    assert (share.name, share.value, share.source, share.as_of) == ("type_share", 75, "C(2027) 9", "2027-03-19")
    unnamed = replace(decided.migratory_pressure, act=replace(adopted, reference=None, adopted=None))
    share = explain(assess(replace(decided, migratory_pressure=unnamed)), "sponsorship", "SE").inputs[1]
    assert (share.source, share.as_of) == ("types set by the Commission, the act's reference not recorded", "")
    assert words(late, "persons", "SE").endswith("so it is no plan (Art. 52(3)).")
    assert words(late, "covered").endswith("No plan counts of Sweden.")


def test_types_against_the_report() -> None:
    # 800 are asked of the contributing states: 640 by relocation, 160 by sponsorship.
    of = small()
    assert words(of, "match_sponsorship") == (
        "The plans give 60 by return sponsorship; of the report's 200, the contributing states are asked for 160: 100 "
        "less. Where types do not match, the forum meets (Art. 52(4))."
    )
    assert "120 less" not in words(of, "match_relocations")
    # Germany sponsors 160 of its 300 and France covers nothing: both types match.
    german = TypeShares(HUNDRED - Fraction(160, 3), Fraction(160, 3))
    plans = (with_plan("DE", shares=german)[0], *with_plan("FR", covered=Fraction(0))[1:])
    assert words(small(plans=plans), "match_sponsorship").endswith("asked for 160: they match.")
    assert words(of, "not_asked").startswith("The key contains the states that benefit; nobody is asked for their 200")
    assert words(of, "minors").startswith("The plans that count name 0 unaccompanied minors")
    report = small_pressure().migratory_pressure.report
    assert words(small(report=replace(report, relocations=900, sponsorship=100)), "total").startswith(
        "900 persons to relocate"
    )


def test_what_relocations_carried_out_earn() -> None:
    groups = (
        RelocationGroup("R-1", "DE", arrived=10, arrived_minors=2, transferred=date(2027, 4, 1)),
        RelocationGroup("R-2", "DE", arrived=3, transferred=date(2028, 4, 1)),
    )
    sponsored = (SponsorshipGroup("S-1", "SE", persons=5, taken_over=1, told=date(2027, 12, 1)),)
    rates = (
        IncentiveRate(date(2028, 1, 1), 1_100_000, 1_300_000, 60_000, "C(2028) 1"),
        IncentiveRate(date(2029, 1, 1)),
    )
    record = SolidarityRecord(relocation_groups=groups, sponsorship_groups=sponsored, incentives=rates)
    of = small(forum={"solidarity": record})
    # 8 × 10 000 + 2 × 12 000, and 3 × 11 000 by the later rate.
    assert words(of, "incentive", "DE") == (
        "Germany gets EUR 137 000 for 13 persons that it took over, 2 of them unaccompanied minors."
    )
    found = explain(assess(of), "incentive", "DE")
    assert found.formula == (
        "person_rate * sum(adults) + minor_rate * sum(minors) + "
        "person_rate_2 * sum(adults_2) + minor_rate_2 * sum(minors_2)"
    )
    assert [(each.source, each.as_of) for each in found.inputs if each.name.startswith("person_rate")] == [
        ("COM(2020) 610, Art. 72", ""),
        ("C(2028) 1", "2028-01-01"),
    ]
    # 11 × 500 and 3 × 600.
    assert words(of, "incentive", "EL") == "Greece gets EUR 7 300 for 14 persons whose transfer it carried out."
    assert words(of, "incentive", "FR").startswith("No relocation to or from France is recorded as carried out")
    both = replace(
        record, relocation_groups=(*groups, RelocationGroup("R-3", "FR", "DE", arrived=1, transferred=IN_TIME))
    )
    assert words(small(forum={"solidarity": both}), "incentive", "DE").endswith(
        "2 of them unaccompanied minors and EUR 500 for 1 persons whose transfer it carried out: EUR 137 500 in all."
    )


def test_a_plan_without_reference_is_named_so() -> None:
    plan = PressurePlan("DE", submitted=None, shares=TypeShares(HUNDRED), covered=Fraction(10))
    assert words(small(plans=(plan,)), "covered", "DE").startswith(
        "In plan without reference number without date, measures"
    )
