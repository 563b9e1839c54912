"""Two assessments side by side: exact figures by hand, of every procedure; words, yes and no, dates, newcomers."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.comparison import CannotCompareError, compare
from desktop_app.calc.comparison.beside import NOT_THERE, beside, shift_of
from desktop_app.calc.comparison.fates import Fate
from desktop_app.calc.comparison.figures import About, Head, Subject, figures_of, heads_of
from desktop_app.calc.derivation import Unit
from desktop_app.calc.explain import explain
from desktop_app.calc.forum import Forum, Pledge, Procedure
from desktop_app.models.any_forum import sample
from tests.calc.test_consequences import FORUM

SAMPLES = {procedure: assess(sample(procedure)) for procedure in Procedure}


def with_pledge(forum: Forum, code: str, pledge: Pledge) -> Forum:
    return forum.with_state(replace(forum.state(code), pledge=pledge))


def test_an_annual_pool_before_and_after_one_pledge_and_another_number() -> None:
    after = with_pledge(FORUM, "EL", Pledge(300, None, None))
    after = replace(after, pool=replace(after.pool, relocations=2_000, financial_cents=4_000_000_000))
    found = compare(assess(FORUM), assess(after))
    assert not found.is_nothing
    share = found.figure("fair_share_relocations", "BE")
    assert [share.before, share.after, share.difference] == [500, 1_000, 500]
    assert share.title == "Belgium: fair share in relocations"
    assert share.shift.words == "500 → 1\u202f000 (+500)"
    assert found.figure("gap_relocations").shift.words == "201 → 1\u202f200 (+999)"
    assert found.figure("rate_eur").is_changed is False
    verdict = found.figure("verdict", "BE")
    assert (verdict.shift.words, verdict.difference, verdict.head.is_explained) == ("met → short", None, False)
    assert found.figure("met", "BE").shift.words == "yes → no"
    assert found.figure("benefitting", "BE").shift.words == "no"
    assert found.figure("share_percent", "BE").shift.words == "50.0000\u00a0%"
    assert {(each.fate, each.finding.rule, each.finding.state) for each in found.findings} >= {
        (Fate.NEW, "AMMR-57-3b", "BE")
    }
    with pytest.raises(KeyError):
        found.figure("relocations", "BE")


def test_the_same_twice_differs_in_nothing() -> None:
    found = compare(assess(FORUM), assess(FORUM))
    assert found.is_nothing
    assert found.changed == ()


def test_who_takes_no_part_has_no_figures_and_no_difference() -> None:
    less = replace(FORUM, states=FORUM.states[:2], key=replace(FORUM.key, states=FORUM.key.states[:2]))
    found = compare(assess(less), assess(FORUM)).figure("pledged_relocations", "LV")
    assert (found.before, found.difference, found.shift.words) == (NOT_THERE, None, "– → 0")


def test_what_is_not_known_is_open() -> None:
    silent = with_pledge(FORUM, "LV", Pledge())
    found = compare(assess(silent), assess(FORUM)).figure("pledged_relocations", "LV")
    assert (found.before, found.after, found.difference, found.shift.words) == (None, 0, None, "open → 0")


def test_search_and_rescue_pool_by_pool() -> None:
    forum = SAMPLES[Procedure.SEARCH_AND_RESCUE].forum
    plans = tuple(replace(plan, relocations=plan.relocations + 3) for plan in forum.search_and_rescue.plans[:1])
    plans += forum.search_and_rescue.plans[1:]
    after = replace(forum, search_and_rescue=replace(forum.search_and_rescue, plans=plans))
    found = compare(SAMPLES[Procedure.SEARCH_AND_RESCUE], assess(after))
    assert found.figure("pledged", "BE").shift.words == "210 → 213 (+3)"
    assert found.figure("pledged").difference == 3
    assert found.figure("pool", "MT", About.POOL).subject.title == "For Malta"
    assert found.figure("plan", "BE").shift.words == "in time"


def test_migratory_pressure_and_incentives() -> None:
    forum = SAMPLES[Procedure.MIGRATORY_PRESSURE].forum
    pressure = forum.migratory_pressure
    after = replace(forum, migratory_pressure=replace(pressure, report=replace(pressure.report, relocations=6_500)))
    found = compare(SAMPLES[Procedure.MIGRATORY_PRESSURE], assess(after))
    assert found.figure("total").shift.words == "8\u202f000 → 8\u202f500 (+500)"
    assert found.figure("incentive", "DE").difference == 0
    nobody = replace(after, solidarity=replace(forum.solidarity, relocation_groups=()))
    assert (compare(assess(after), assess(nobody)).figure("incentive", "DE").difference or 0) <= 0


def test_the_voluntary_mechanism_counts_days_and_cents() -> None:
    forum = SAMPLES[Procedure.VOLUNTARY].forum
    mechanism = replace(forum.voluntary.mechanism, extended_until=date(2027, 12, 31))
    first, *rest = forum.voluntary.pledges
    pledges = (replace(first, financial_cents=(first.financial_cents or 0) + 150), *rest)
    after = replace(forum, voluntary=replace(forum.voluntary, mechanism=mechanism, pledges=pledges))
    found = compare(SAMPLES[Procedure.VOLUNTARY], assess(after))
    ends = found.figure("ends")
    assert ends.shift.after == "31\u00a0December\u00a02027"
    assert ends.shift.difference == f"+{ends.difference} days"
    assert found.figure("financial").difference == Fraction(3, 2)
    assert found.figure("takes_part", "NO").before is True
    assert found.figure("needed_relocations", "EL", About.POOL).subject == Subject(About.POOL, "EL")
    assert any(each.deadline.rule == "R002-2" for each in found.deadlines)


def test_forums_of_two_procedures_cannot_be_compared() -> None:
    with pytest.raises(CannotCompareError, match=r"on voluntary solidarity, the other on migratory pressure"):
        compare(SAMPLES[Procedure.VOLUNTARY], SAMPLES[Procedure.MIGRATORY_PRESSURE])


@pytest.mark.parametrize("procedure", Procedure)
def test_the_figures_are_those_that_can_be_explained(procedure: Procedure) -> None:
    assessment = SAMPLES[procedure]
    for subject, values in figures_of(assessment).items():
        heads = heads_of(procedure, subject.about)
        for head, value in zip(heads, values, strict=True):
            if head.is_explained and subject.code in {None, "BE", "EL"}:
                assert explain(assessment, head.id, subject.code).value == value


@pytest.mark.parametrize("procedure", Procedure)
def test_every_unit_can_be_read_and_no_two_values_read_the_same(procedure: Procedure) -> None:
    for about in About:
        for head in heads_of(procedure, about):
            for pair in ((None, None), (None, NOT_THERE)):
                assert shift_of(head, *pair).before == "open"
            if head.unit not in {None, Unit.YES_NO, Unit.DATE}:
                near = shift_of(head, Fraction(1, 3), Fraction(1, 3) + Fraction(1, 10**6))
                assert near.before != near.after
                assert any(digit in near.difference for digit in "123456789")
    assert shift_of(Head(About.STATE, "word", "word", None), None, "x").words == "open → x"


def test_subjects_stand_in_protocol_order_after_the_whole() -> None:
    assessment = SAMPLES[Procedure.VOLUNTARY]
    shown = beside(assessment, figures_of(assessment), figures_of(assessment))
    codes = list(dict.fromkeys(each.subject for each in shown))
    assert codes[0] == Subject(About.WHOLE)
    assert codes[0].title == "All states"
    assert [each.code for each in codes if each.about is About.STATE][-3:] == ["LI", "NO", "CH"]


def test_a_state_outside_the_rows_may_get_an_incentive() -> None:
    forum = SAMPLES[Procedure.VOLUNTARY].forum
    signatories = tuple(each for each in forum.voluntary.signatories if each.code != "EL")
    found = compare(
        SAMPLES[Procedure.VOLUNTARY],
        assess(replace(forum, voluntary=replace(forum.voluntary, signatories=signatories))),
    )
    # Greece pledged nothing; it carried out the transfer of 418 persons at EUR 500, whether it signed or not.
    incentive = found.figure("incentive", "EL")
    assert [incentive.before, incentive.after] == [418 * 500, 418 * 500]
    assert found.figure("relocations", "EL").after is None
    assert found.figure("takes_part", "EL").shift.words == "yes → open"
