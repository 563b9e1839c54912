"""What a change would do under migratory pressure and in the voluntary mechanism, as lines and in a sentence."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum, Key, KeyState, Procedure
from desktop_app.calc.migratory_pressure import MigratoryPressure, PressureReport, PressureResponseAct
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind
from desktop_app.calc.voluntary import Commitment, Mechanism, Need, Signatory, Voluntary, VoluntaryPledge
from desktop_app.calc.wording import HARD
from desktop_app.views.consequences import summary_text
from desktop_app.views.consequences.brief import brief_lines
from desktop_app.views.consequences.line import PRESSURE, VOLUNTARY, Kind, Line
from desktop_app.views.consequences.lines import lines_of
from tests.views.pressure_form.forums import FRANCE, GERMANY, forum
from tests.views.table_owner import plain

KEY = Key(states=(KeyState("BE", 5_000, 500), KeyState("EE", 3_000, 300), KeyState("EL", 2_000, 200)))
REPORT = PressureReport(
    "R1",
    date(2027, 3, 1),
    benefitting="EL",
    relocations=600,
    sponsorship=400,
    measures_named=(ResponseMeasureKind.CAPACITY,),
)
APPLICANTS = TypeShares(Fraction(100))
MECHANISM = Voluntary(
    mechanism=Mechanism("D1", date(2026, 6, 22)),
    signatories=(Signatory("BE", date(2026, 6, 22)), Signatory("NO", date(2026, 6, 22))),
    needs=(Need("EL", 100, 1_000_000_00),),
    pledges=(
        VoluntaryPledge("BE", benefitting="EL", relocations=60),
        VoluntaryPledge("NO", financial_cents=500_000_00),
    ),
)


def plan(code: str, covered: int = 0, shares: TypeShares = APPLICANTS) -> PressurePlan:
    line = ResponseMeasure(ResponseMeasureKind.CAPACITY, "1", "Posts", "2027", Fraction(covered))
    return PressurePlan(
        code,
        f"{code}-1",
        submitted=date(2027, 3, 10),
        shares=shares,
        covered=Fraction(covered),
        measures=(line,) if covered else (),
    )


def pressure(*plans: PressurePlan, report: PressureReport = REPORT, key: Key = KEY) -> Forum:
    recorded = MigratoryPressure(report=report, plans=plans)
    return Forum(procedure=Procedure.MIGRATORY_PRESSURE, as_of=date(2027, 4, 1), key=key, migratory_pressure=recorded)


def lines(before: Forum, after: Forum) -> tuple[Line, ...]:
    return lines_of(assess(before), assess(after))


def told(found: tuple[Line, ...], name: str) -> str:
    """Return what is said of a figure, or of a state's row."""
    line = next(each for each in found if each.name == name and each.kind in {Kind.FIGURE, Kind.STATE})
    return " | ".join(shift.words for shift in line.shifts)


def test_the_half_of_the_share_is_told_for_state_total_and_test() -> None:
    # Estonia's measures leave 300 of 1 000: exactly 30 %, nothing follows. With one of Belgium's 301 are left short,
    # so that Estonia covers 150 of its 300, and Belgium at least 250 of its 500, which it does.
    before, after = pressure(plan("BE"), plan("EE", 300)), pressure(plan("BE", 1), plan("EE", 300))
    found = lines(before, after)
    assert told(found, "Estonia") == "300 | 0 → 150 (+150) | 0 | 0 | 300 → 150 (−150) | in time"
    assert told(found, "Belgium") == "500 | 500 → 499 (−1) | 0 | 0 | 0 → 1 (+1) | in time"
    assert told(found, "30 % test, in force") == f"30.00{HARD}% → 30.10{HARD}% triggered"
    assert told(found, "30 % test, reading C") == f"37.50{HARD}% triggered → 37.63{HARD}% triggered"
    beside = next(each.words for each in found if each.kind is Kind.WORDS and each.code == "EE")
    assert "50 % rule adds 0 → 150 (+150)" in beside
    said = summary_text(assess(before), assess(after), "Measures")
    assert said.startswith("Measures: 2 contributions change, ")
    assert f"the 30 % test is triggered (30.10{HARD}%)" in said
    assert {each.columns for each in found if each.kind is Kind.STATE} == {PRESSURE}


def test_who_is_not_asked_and_whose_types_are_set_is_told() -> None:
    after = pressure(plan("BE"))
    elsewhere = replace(after, migratory_pressure=replace(after.migratory_pressure, other_benefitting=("EE",)))
    found = lines(pressure(plan("BE"), plan("EE")), after)
    assert told(found, "Estonia").endswith("| in time → types set by the Commission")
    assert told(found, "Greece").endswith("| benefits")
    assert "plan that counts EE-1 → none" in next(each.words for each in found if each.code == "EE" and each.words)
    found = lines(after, elsewhere)
    assert told(found, "Estonia").endswith("| types set by the Commission → benefits elsewhere")
    assert "asked 300 → 0 (−300)" in next(each.words for each in found if each.code == "EE" and each.words)
    gone = lines(
        after, pressure(plan("BE"), key=replace(KEY, states=KEY.states[:2]), report=replace(REPORT, benefitting=None))
    )
    assert told(gone, "Greece").endswith("| benefits → –")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"relocations": 700}, "total 1\u202f000 → 1\u202f100, 2 contributions change"),
        ({"note": "by letter"}, "changes no figure and no finding"),
    ],
)
def test_the_total_is_told_in_the_sentence(change: dict[str, object], words: str) -> None:
    report = replace(REPORT, **change)  # type: ignore[arg-type]  # each value is of its field's kind
    before, after = assess(pressure(plan("BE"), plan("EE"))), assess(pressure(plan("BE"), plan("EE"), report=report))
    assert words in summary_text(before, after, "Report")


def voluntary(**changed: object) -> Forum:
    recorded = replace(MECHANISM, **changed)  # type: ignore[arg-type]  # each value is of its field's kind
    return Forum(procedure=Procedure.VOLUNTARY, as_of=date(2026, 9, 1), voluntary=recorded)


def test_pledges_needs_and_what_was_kept_are_told() -> None:
    kept = (Commitment("BE", date(2026, 8, 1), "EL", 20), Commitment("NO", date(2026, 8, 1), None, 0, 0, 100_000_00))
    pledges = (replace(MECHANISM.pledges[0], relocations=80), MECHANISM.pledges[1])
    before, after = voluntary(), voluntary(kept=kept, pledges=pledges)
    found = lines(before, after)
    assert told(found, "Belgium") == "60 → 80 (+20) | 0 → 20 (+20) | 0 | 0 | takes part"
    assert told(found, "Norway") == "0 | 0 | 500\u202f000 | 0 → 100\u202f000 (+100\u202f000) | takes part"
    assert told(found, "Greece: pledged") == "60 → 80 (+20)"
    assert told(found, "Greece: kept") == "0 → 20 (+20)"
    assert told(found, "Relocations pledged") == "60 → 80 (+20)"
    assert {each.columns for each in found if each.kind is Kind.STATE} == {VOLUNTARY}
    said = summary_text(assess(before), assess(after))
    assert said.startswith("1 pledge changes, relocations 60 → 80, kept 0 → 20, paid EUR")


def test_a_signatory_that_leaves_and_one_that_never_signed_are_told() -> None:
    left = voluntary(
        signatories=(replace(MECHANISM.signatories[0], withdrawn=date(2026, 8, 1)), MECHANISM.signatories[1])
    )
    assert told(lines(voluntary(), left), "Belgium").endswith("| takes part → does not take part")
    gone = voluntary(signatories=MECHANISM.signatories[1:], pledges=MECHANISM.pledges[1:])
    found = lines(voluntary(), gone)
    assert told(found, "Belgium").endswith("| takes part → –")
    assert told(lines(voluntary(), voluntary(needs=())), "Greece: relocations needed") == "100 → open"


def test_what_changes_elsewhere_is_counted() -> None:
    minors = (Commitment("BE", date(2026, 8, 1), "EL", 20, 5),)
    fewer = (Commitment("BE", date(2026, 8, 1), "EL", 20, 4),)
    said = summary_text(assess(voluntary(kept=minors)), assess(voluntary(kept=fewer)))
    assert said == "Figures of 1 signatory change."
    ends = voluntary(needs=(replace(MECHANISM.needs[0], note="by letter"),))
    assert summary_text(assess(voluntary()), assess(ends)) == "Changes no figure and no finding."


def test_a_change_that_moves_the_day_of_the_check_says_so_first() -> None:
    # No day is set: it is the latest date recorded.
    given = forum(GERMANY, FRANCE, as_of=None)
    recorded = given.migratory_pressure
    later = replace(given, migratory_pressure=replace(recorded, act=PressureResponseAct(date(2027, 3, 19))))
    before, after = assess(given), assess(later)
    moves = "day of the check moves from 8 March 2027 to 19 March 2027"
    assert plain(summary_text(before, after, "Act")).startswith(f"Act: the {moves}, ")
    assert plain(brief_lines(before, after)[0]).startswith(f"Day of the check: the {moves}: the latest date")
    empty = replace(given, migratory_pressure=MigratoryPressure(), key=Key(), applications=())
    assert plain(summary_text(assess(empty), before)).startswith("The day of the check becomes 8 March 2027")
    assert "day of the check" not in summary_text(before, assess(replace(later, as_of=date(2027, 3, 19))))


def test_another_average_of_the_union_is_told_above_and_below() -> None:
    given = forum(GERMANY, FRANCE)
    before, after = assess(given), assess(replace(given, readings=(("union-average", "mean-of-states"),)))
    assert summary_text(before, after, "Reading") == "Reading: figures of the whole change."
    changed = [line.name for line in lines_of(before, after) if line.is_changed and line.kind is Kind.FIGURE]
    assert changed == ["Applications per 1 000 heads, Union"]
