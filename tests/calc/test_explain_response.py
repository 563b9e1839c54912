"""Every derivation of search and rescue reaches its figure, and says why in words with the numbers in them.

As in the tests of the figures: Belgium has one half of the key, France three tenths, Greece two tenths.
"""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.explain import ROW_FIGURES, TOTAL_FIGURES, explain, pool_figures, row_figures, total_figures
from desktop_app.calc.explain.proposal_inputs import plan_source
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind, ResponsePlan
from desktop_app.calc.rulebooks.search_and_rescue.book import assess
from desktop_app.calc.search_and_rescue import ManagementReport, PoolUse, Raise, TopUp
from tests.calc.response_derivations import POOL_VALUES, ROW_VALUES, TOTAL_VALUES, check
from tests.calc.response_forums import ENDED, LAST_DAY, forum, plan, response_forums

SAR = Procedure.SEARCH_AND_RESCUE
THREE = {"BE": 50, "EL": 20, "FR": 30}


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def words(of: Forum, figure: str, code: str | None = None) -> str:
    """The words with plain spaces; every derivation is checked on the way."""
    assessment = assess(of)
    check(assessment)
    return plain(explain(assessment, figure, code).words)


def three(*plans: ResponsePlan, needed: int | None = 1000, **kwargs: Any) -> Forum:
    return forum(THREE, {"EL": needed}, *plans, **kwargs)


def test_every_figure_of_the_format_can_be_explained() -> None:
    assert [figure.id for figure in row_figures(SAR)] == list(ROW_VALUES)
    assert [figure.id for figure in pool_figures(SAR)] == list(POOL_VALUES)
    assert [figure.id for figure in total_figures(SAR)] == list(TOTAL_VALUES)
    annual = Procedure.ANNUAL_POOL
    assert (row_figures(annual), pool_figures(annual), total_figures(annual)) == (ROW_FIGURES, (), TOTAL_FIGURES)


@given(forum=response_forums())
@settings(max_examples=15)
def test_derivations_reach_the_value_they_explain(forum: Forum) -> None:
    check(assess(forum))


@pytest.mark.parametrize(
    ("figure", "code"), [("fair_share_eur", "BE"), ("share", "SE"), ("pool", "BE"), ("rate_eur", None)]
)
def test_what_is_not_there_cannot_be_explained(figure: str, code: str | None) -> None:
    with pytest.raises(KeyError):
        explain(assess(three()), figure, code)


def test_inputs_carry_source_and_date() -> None:
    of = three(plan("BE", 100, 300, revision=0), plan("BE", 110, 300, revision=1, submitted=ENDED))
    key = replace(of.key, population_date=date(2025, 1, 1), population_source="demo_gind", gdp_year=2024)
    assessment = assess(replace(of, key=key))

    def sources(figure: str, code: str | None = None) -> list[tuple[str, str, str]]:
        return [(each.name, each.source, each.as_of) for each in explain(assessment, figure, code).inputs]

    assert sources("share", "BE")[:3] == [
        ("population", "demo_gind", "2025-01-01"),
        ("populations", "demo_gind", "2025-01-01"),
        ("gdp", "source not recorded", "2024"),
    ]
    assert sources("exact_key", "BE") == [("share", "computed", ""), ("report_total", "report", "2026-10-14")]
    assert sources("pledged", "BE") == [("in_plan", "plan BE-SAR-1 (Rev) 1", "2026-11-20")]
    drawn = assess(replace_use(of, PoolUse("EL", LAST_DAY, 3), PoolUse("EL", None, 4)))
    draws = explain(drawn, "used", "EL").inputs[0]
    assert (draws.value, draws.source, draws.as_of) == ((3, 4), "typed by the secretariat", "2026-11-14")
    unnamed = replace_report(of, replace(of.search_and_rescue.report, reference=None))
    assert explain(assess(unnamed), "relocations").inputs[0].source == "the report, its reference not recorded"


def replace_use(of: Forum, *use: PoolUse) -> Forum:
    return replace(of, search_and_rescue=replace(of.search_and_rescue, use=use))


def replace_report(of: Forum, report: ManagementReport) -> Forum:
    return replace(of, search_and_rescue=replace(of.search_and_rescue, report=report))


def test_the_number_by_the_key() -> None:
    assert words(three(needed=1001), "exact_key", "BE") == "50.0000 % of the report's 1 001 relocations are 500.50."
    # 500.5, 200.2 and 300.3: one person is left, for the remainder .5.
    assert words(three(needed=1001), "key_number", "BE").endswith(
        "so Belgium gets the 500 whole persons of it and, by its remainder, 1 more: 501."
    )
    assert words(three(needed=1001), "key_number", "FR").endswith(
        "300 whole persons of it and, by its remainder, nobody more."
    )
    assert words(three(), "key_number", "FR") == (
        "The number by the key before rounding is 300; the total is handed out exactly."
    )
    assert "rounded up to whole persons: 501." in words(
        three(needed=1001, readings={"rounding": "up"}), "key_number", "BE"
    )
    nearest = three(needed=1001, readings={"rounding": "nearest"})
    assert words(nearest, "key_number", "EL").endswith("rounded to the nearest whole person, a half up: 200.")
    assert words(three(), "asked", "BE") == "The Commission asks Belgium for its number by the key, 500."
    assert (
        words(three(), "asked", "EL")
        == "The key contains Greece, but nobody asks a state of disembarkation for its part."
    )


def test_plans_that_do_not_count_say_why() -> None:
    late = three(plan("BE", 5, submitted=LAST_DAY + timedelta(1)))
    assert (
        words(late, "pledged", "BE")
        == "The plan of Belgium did not come in time by 14 November 2026, so it is no plan (Art. 47(4))."
    )
    assert words(three(), "pledged", "FR") == "No plan of France came by 14 November 2026."
    assert (
        words(replace(three(), as_of=LAST_DAY), "claimed", "FR") == "The plan of France is awaited by 14 November 2026."
    )
    assert words(three(plan("EL", 5)), "pledged", "EL").startswith(
        "Nobody asks Greece, a state of disembarkation, to contribute"
    )
    no_report = three(report=ManagementReport())
    assert words(no_report, "pledged", "FR") == "The plan of France is awaited."


def test_what_a_plan_gives() -> None:
    two = (
        ResponseMeasure(ResponseMeasureKind.CAPACITY, persons_equivalent=Fraction(9, 2)),
        ResponseMeasure(ResponseMeasureKind.OPERATIONAL),
    )
    plans = replace(plan("BE", 100, submitted=None), measures=two), replace(plan("FR", 7), reference=None)
    assert words(three(*plans), "pledged", "BE") == "Belgium pledges 100 relocations in plan BE-SAR-1 without date."
    assert words(three(*plans), "claimed", "BE") == (
        "Together the 2 measures in plan BE-SAR-1 without date would stand for 4.50 persons. "
        "Of one it is not said for how many: it counts 0."
    )
    assert (
        words(three(*plans), "claimed", "FR")
        == "There are no measures in plan without reference number of 14 November 2026."
    )
    assert words(three(*plans), "missing", "BE") == (
        "The key would ask Belgium for 500 and it pledges 100 relocations: its measures leave 400 short."
    )
    assert words(three(*plans), "missing", "FR").endswith("only what measures leave short counts here.")
    assert words(three(*plans), "pledged").endswith("pledge 107 relocations.")
    assert words(three(plan("BE", 1, 300)), "claimed", "BE").startswith(
        "The measure in plan BE-SAR-1 of 14 November 2026 would"
    )


def test_the_half_and_what_is_added() -> None:
    odd = three(plan("BE", 100, 300, (105, 40)), needed=1001)
    assert words(odd, "half", "BE") == (
        "The 30 % test is triggered: Belgium covers half of its 500.50 by persons, 250.25, rounded up 251."
    )
    assert words(odd, "added", "BE") == (
        "Belgium pledges 100 relocations of the half of 251; 151 are added, of which it has not said how 6 are split: "
        "they count as relocations."
    )
    above = plan("BE", 100, 300, (150, 20))
    assert words(three(above), "added", "BE").endswith(
        "170 are added: it offers 170, more than is missing, and all of it counts."
    )
    cut = three(above, readings={"cover": "exact"})
    assert words(cut, "added", "BE").endswith("and the reading cuts what is above the half.")
    assert words(three(plan("BE", 100, 300, (100, 50))), "added", "BE").endswith("of the half of 250; 150 are added.")
    surplus = three(plan("BE", 100, 300, (0, 250)), readings={"cover": "exact"})
    assert words(surplus, "added", "BE").endswith(
        "250 are added: it offers 250, more than is missing, and the reading cuts what is above the half, "
        "100 relocations of the plan."
    )
    enough = three(plan("BE", 250, 1), plan("FR", 0, 300))
    assert words(enough, "added", "BE") == (
        "Belgium pledges 250 relocations of the half of 250, which is enough: nothing is added."
    )


def test_why_no_half_is_asked() -> None:
    allowed = three(plan("BE", 200, 300))
    assert (
        words(allowed, "half", "BE")
        == "The 30 % test is not triggered, so Belgium need not cover half of its share by persons."
    )
    assert words(allowed, "added", "BE") == "The 30 % test is not triggered, so nothing is added to the plan."
    assert words(three(plan("BE", 1, 300), path=None), "half", "BE").startswith(
        "The 50 % rule exists in an act under Art. 48(2) alone"
    )
    assert words(three(plan("BE", 1)), "half", "BE").endswith("the 50 % rule asks nothing of it.")
    assert words(three(plan("BE", 1, 300), needed=None), "half", "BE").startswith("The 30 % test cannot be made yet")


def test_what_the_act_fixes() -> None:
    split = plan("BE", 100, 300, (105, 45))
    assert words(three(split), "relocations", "BE") == (
        "Belgium covers at least half of its share by persons: 250, of whom 45 are sponsored for return."
    )
    exact = three(plan("BE", 300, 1), plan("FR", 0, 300), readings={"cover": "exact", "shortfall": "B"})
    assert words(exact, "relocations", "BE") == (
        "Belgium covers exactly half of its share by persons: 250. Of its plan 50 relocations above the half are cut."
    )
    assert words(three(split), "sponsorship", "BE").startswith(
        "Of the persons that cover its half, Belgium sponsors 45 for return"
    )
    assert words(three(split), "measures", "BE") == (
        "The measures of Belgium stand for what 250 persons leave of its number by the key, 500, whatever "
        "was claimed (300)."
    )
    assert words(three(plan("BE", 10)), "relocations", "BE") == (
        "Belgium has no measures, so it gives at least its number by the key, 500; it pledges 10 relocations."
    )
    assert words(three(plan("BE", 10)), "measures", "BE") == "The plan of Belgium has no measures."
    assert words(three(), "relocations", "FR").endswith("The Commission sets its number by the key, 300.")
    assert words(three(plan("BE", 200, 300)), "relocations", "BE").endswith("its relocations stand as pledged.")
    assert words(three(), "sponsorship", "EL").startswith("Nobody asks Greece")


def test_a_top_up_is_told() -> None:
    split = plan("BE", 100, 300, (105, 45))
    raised = three(split, top_up=TopUp("EL", 1100, LAST_DAY, "C(2027) 1"))
    again = "It is reckoned again for the raised total of 1 100 instead of 1 000."
    assert words(raised, "relocations", "BE").endswith(again)
    assert words(raised, "sponsorship", "BE").endswith(again)
    assert words(raised, "key_number", "BE").startswith("50.0000 % of the raised total of 1 100 are 550")
    assert words(raised, "relocations") == (
        "The report gives 1 000 relocations; the amended act raises those from Greece to 1 100, which makes 1 100."
    )
    assert [(each.source, each.as_of) for each in explain(assess(raised), "relocations").inputs][2:] == [
        ("C(2027) 1", "2026-11-14")
    ]
    assert words(raised, "pool", "EL").endswith("Before, it held 550.")
    # Reading `exact`, scaled, with sponsorship alone above the half.
    cut = three(plan("BE", 0, 300, (0, 260)), readings={"cover": "exact"}, top_up=TopUp("EL", 1500))
    assert words(cut, "sponsorship", "BE").startswith(
        "Of the persons that cover its half, Belgium sponsors 375 for return"
    )
    two = forum({"BE": 1, "FR": 1}, {"EL": 600, "MT": 400}, plan("BE", 500), plan("FR", 500), top_up=TopUp("EL", 900))
    need = next(each for each in explain(assess(two), "pool", "EL").inputs if each.name == "need")
    assert (need.value, need.source) == (900, "amended act, typed by the secretariat")
    other = next(each for each in explain(assess(two), "pool", "MT").inputs if each.name == "need")
    assert (other.value, other.source) == (400, "report")
    check(assess(two))


def test_plans_as_they_are_and_raises() -> None:
    weights, needs = {"BE": 2, "EL": 1, "FR": 1, "MT": 1}, {"EL": 60, "MT": 40}
    raised = forum(
        weights, needs, plan("BE", 100, 5), path="48(1)", raises=(Raise("BE", "EL", 30), Raise("MT", "EL", 9))
    )
    assert words(raised, "relocations", "BE") == (
        "The plan of Belgium stands as it is: 100 relocations. Of its own will it adds 30 (Art. 48(1))."
    )
    assert words(raised, "measures", "BE") == "The measures of Belgium stand as it claims: 5."
    assert words(raised, "relocations", "FR") == "No plan of France came by 14 November 2026."
    assert words(raised, "pool", "EL") == (
        "The contributing states together give 100 persons by relocation and sponsorship; Greece stands for "
        "60 of 100 and "
        "gets 60 of them; Member States add 30 of their own will. Before, it held 60."
    )


def test_a_pool_in_use() -> None:
    used = replace_use(three(plan("BE", 875), path="48(1)"), PoolUse("EL", LAST_DAY, 699), PoolUse("EL", LAST_DAY, 1))
    assert words(used, "used", "EL") == "700 persons are drawn in 2 draws."
    assert words(used, "used_percent", "EL") == "700 of 875 persons are 80.00 % of the pool, which calls the forum."
    assert words(used, "remaining", "EL") == "875 persons less 700 drawn leave 175."
    hair = replace_use(three(plan("BE", 1_000_000), path="48(1)"), PoolUse("EL", LAST_DAY, 799_999))
    assert words(hair, "used_percent", "EL").endswith("79.9999 % of the pool, below the 80 % that call the forum.")
    over = replace_use(three(plan("BE", 1), path="48(1)"), PoolUse("EL", LAST_DAY, 2))
    assert words(over, "used", "EL") == "2 persons are drawn in one draw."
    assert words(over, "remaining", "EL").endswith("More is drawn than the pool holds.")
    assert words(three(path="48(1)"), "used", "EL") == "Nothing is drawn yet."
    assert words(three(path="48(1)"), "used_percent", "EL").startswith("The pool holds nobody")


def test_the_three_readings() -> None:
    plans = plan("BE", 240, 10), plan("FR", 190)
    of = three(*plans)
    assert (
        words(of, "shortfall_a")
        == "One state with measures stays 260 short of the key: 26.00 % of the report's 1 000 relocations."
    )
    assert (
        words(of, "shortfall_b")
        == "Of the report's 1 000, 430 relocations are pledged: 57.00 % are not, whatever the reason."
    )
    assert words(of, "shortfall_c") == (
        "One state with measures stays 260 short of the key: 32.50 % of the 800 that the key asks of the "
        "contributing states."
    )
    assert words(of, "shortfall_percent").startswith("Reading A: One state with measures")
    assert words(of, "shortfall_triggered") == "26.00 % is not more than 30 %."
    by_c = three(*plans, readings={"shortfall": "C"}, path=None)
    assert words(by_c, "shortfall_triggered") == (
        "32.50 % is more than 30 %. It has an effect in an act under Art. 48(2) alone."
    )
    by_b = three(plan("BE", 1, 1), plan("FR", 2, 2), readings={"shortfall": "B"})
    assert words(by_b, "shortfall_percent").startswith("Reading B: Of the report's")
    assert words(by_b, "shortfall_a").startswith("2 states with measures stay 797 short")
    assert words(three(), "shortfall_a").startswith("No contributing state has measures")
    hair = forum(THREE, {"EL": 1_000_000}, plan("BE", 199_999, 1))
    assert words(hair, "shortfall_triggered") == "30.0001 % is more than 30 %."


def test_totals() -> None:
    of = three(plan("BE", 100))
    assert words(of, "relocations") == "The report gives 1 000 relocations in all."
    assert words(of, "asked") == "The contributing states together are asked for 800 persons."
    assert words(of, "not_asked").endswith("nobody is asked for their 200 persons.")
    assert words(of, "coverage_percent") == "100 relocations pledged are 10.00 % of the 1 000 of the report."
    assert words(of, "coverage_of_asked_percent").endswith(
        "12.50 % of the 800 that the key asks of the contributing states."
    )
    assert words(of, "pledged") == "The plans that count together pledge 100 relocations. No plan counts of France."
    assert (
        words(of, "fixed_relocations") == "By the act the contributing states together give 800 persons by relocation."
    )
    assert words(three(path=None), "fixed_measures") == (
        "As planned, before a judgement, the contributing states together give 0 by measures, in persons."
    )


def test_a_list_of_many_states_is_counted() -> None:
    many = forum(dict.fromkeys(("BE", "BG", "CZ", "DE", "EE", "IE", "EL", "ES"), 1), {"EL": 10})
    inputs = explain(assess(many), "pledged").inputs
    assert inputs[0].title == "relocations pledged by each state (7 states)"


@pytest.mark.parametrize(
    ("of", "figure", "code", "why"),
    [
        (
            three(report=ManagementReport()),
            "key_number",
            "BE",
            "The report names no Member State of disembarkation yet (Art. 47(2)).",
        ),
        (
            three(needed=None),
            "relocations",
            None,
            "The report's number of relocations is missing for Greece, so there is no total",
        ),
        (three(needed=None), "relocations", "BE", "The report's number of relocations is missing for Greece"),
        (three(needed=0), "coverage_percent", None, "The report's total is 0"),
        (three(needed=0), "pool", "EL", "The report's total is 0"),
        (forum({"BE": 1, "EL": 0}, {"EL": 10}), "share", "BE", "Every share rests on the sums over all states"),
        (forum({"BE": 1, "EL": 0}, {"EL": 10}), "measures", "BE", "Every share rests on the sums over all states"),
        (
            forum({}, {"EL": 10}),
            "coverage_of_asked_percent",
            None,
            "No Member State takes part in the reference key yet.",
        ),
        (forum({"EL": 1}, {"EL": 10}), "shortfall_c", None, "Every Member State of the key is one of disembarkation"),
    ],
)
def test_why_a_figure_is_not_known(of: Forum, figure: str, code: str | None, why: str) -> None:
    assert words(of, figure, code).startswith(why)


def test_only_assessments_of_a_known_procedure_are_explained() -> None:
    bare = Assessment(forum=three(), readings={}, findings=(), deadlines=())
    with pytest.raises(TypeError):
        explain(bare, "share", "BE")


def test_a_revision_without_a_reference_number_is_named_by_its_mark() -> None:
    assert plan_source(ResponsePlan("BE", revision=2)) == ("plan without reference number (Rev) 2", "")
