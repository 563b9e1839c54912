"""What the table of a pressure response shows, and what it says to those who cannot see it."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from desktop_app.calc.forum import Forum
from desktop_app.calc.migratory_pressure import Credit, MigratoryPressure, PressureResponseAct
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.views.pressure_table.columns import HEADINGS, LAYOUT, Column, column_called, id_of
from desktop_app.views.pressure_table.totals import TotalsRow
from desktop_app.views.typed_table.cells import Look
from tests.views.plan_table.owner import names_of
from tests.views.pressure_form.forums import FRANCE, GERMANY, REPORT, forum
from tests.views.pressure_table.owner import Owner
from tests.views.table_owner import plain

SWEDEN = PressurePlan(
    "SE", "SE-1", 0, date(2027, 3, 3), TypeShares(Fraction(60), Fraction(0), Fraction(40)), reduction_requested=True
)


def drawn(desk: Owner) -> list[str]:
    return [plain(line) for line in desk.drawing()]


def test_every_figure_stands_where_it_belongs(qapp: object) -> None:
    # Worked by hand: 400, 300 and 100 of 1 000; France covers 60 of its 300; nobody asks Greece for 200.
    germany, greece, france, sweden, *under = drawn(Owner(forum(GERMANY, FRANCE)))
    assert germany == (
        "DE Germany | 40.0000 | 400 | DE-1 | 1 Mar 2027 | 80 | 20 | – | – | – | – | – | – | 320 | 80 | – | – | plan"
    )
    assert greece.startswith("EL Greece | 20.0000 | 200 | nobody asks | – | –")
    assert france == (
        "FR France | 30.0000 | 300 | FR-1 | 4 Mar 2027 | 100 | – | – | 60 | – | – | – | – | 240 | – | – | 60 | plan"
    )
    assert sweden == (
        "SE Sweden | 10.0000 | 100 | no plan | – | [····] | [····] | [····] | [····] | may ask | – | – | – "
        "| 100 | – | – | – | [flag] COM"
    )
    # Relocation: 320 + 240 + 100 of 80 % of 800; sponsorship: 80 of 80 % of 200.
    assert under == [
        "Contributing states | 80.0000 | 800 | [unknown] 1 open |  |  |  |  | 60 |  | – | – | – | 660 | 80 | 0 | 60",
        "Nobody is asked for | 20.0000 | 200",
        "Report, and the match |  | 1 000 |  |  | [warn] +20 | [warn] −80 |  | [ok] 6.00",
    ]


def test_a_reduction_is_spread_and_a_credit_taken_off(qapp: object) -> None:
    # Sweden's 10 go to Germany and France as 40 to 30: 5.71 and 4.29.
    given = forum(GERMANY, FRANCE, SWEDEN)
    credit = Credit("DE", persons=40, year=2026, on_request=True, delivered=True)
    desk = Owner(replace(given, migratory_pressure=replace(given.migratory_pressure, credits=(credit,))))
    adjusted = (Column.REQUESTED, Column.REDUCTION, Column.REDISTRIBUTED, Column.CREDITED)
    shown = {code: [desk.cell(code, column).text for column in adjusted] for code in ("DE", "FR", "SE")}
    assert shown == {
        "DE": ["–", "–", "+5.71", "−40"],
        "FR": ["–", "–", "+4.29", "–"],
        "SE": ["asked", "−10", "–", "–"],
    }
    assert "Relocation of applicants (45(1)(a)): 40." in desk.cell("DE", Column.CREDITED).about
    assert "twice the Union's average is reached" in desk.cell("SE", Column.REQUESTED).about
    # 320 and 5.71 × 80 % less 40.
    assert desk.cell("DE", Column.FIXED_APPLICANTS).text == "285"


def test_what_is_asked_for_in_vain_or_not_known_says_so(qapp: object) -> None:
    asking = forum(replace(GERMANY, reduction_requested=True))
    assert names_of(Owner(asking).cell("DE", Column.REQUESTED)) == ["[block] asked"]
    unknown = Owner(replace(asking, applications=()))
    assert names_of(unknown.cell("DE", Column.REQUESTED)) == ["[unknown] asked"]


def test_shares_that_do_not_total_a_hundred_are_marked(qapp: object) -> None:
    desk = Owner(forum(replace(GERMANY, shares=TypeShares(Fraction(80), Fraction("19.9")))))
    for column in (Column.APPLICANTS, Column.SPONSORSHIP, Column.BENEFICIARIES):
        cell = desk.cell("DE", column)
        assert [mark.icon for mark in cell.marks] == ["block"]
        assert "total 99.9 %" in plain(cell.about)
    assert "unaccompanied minors" in desk.cell("DE", Column.APPLICANTS).spoken
    # A plan with measures alone has no shares, and is in order.
    alone = Owner(forum(replace(FRANCE, shares=TypeShares())))
    assert alone.cell("FR", Column.APPLICANTS).marks == ()


def test_measures_are_adjusted_in_sight(qapp: object) -> None:
    desk = Owner(forum(GERMANY, replace(FRANCE, covered=Fraction(200))))
    cell = desk.cell("FR", Column.FIXED_MEASURES)
    assert (plain(cell.text), plain(cell.aside)) == ("200", "60 →")
    assert "adjusted up" in cell.about
    # 301 of 1 000 is above 30 %: half of 300 is asked in persons, and measures are what is left.
    above = forum(replace(GERMANY, covered=Fraction(101)), replace(FRANCE, covered=Fraction(200)))
    triggered = Owner(above)
    # France planned 100 of 300 and gives 150; Germany planned 299 of 400, more than half: nothing is added.
    assert triggered.cell("FR", Column.SET).text == "plan + half"
    assert "50 are added" in triggered.cell("FR", Column.SET).about
    assert triggered.cell("DE", Column.SET).text == "plan"
    assert "nothing is added" in triggered.cell("DE", Column.SET).about
    cut = Owner(replace(above, readings=(("cover", "exact"),)))
    assert cut.cell("DE", Column.SET).text == "half"
    assert triggered.cell("FR", Column.FIXED_MEASURES).text == "150"
    assert desk.table.totals_model.cell(TotalsRow.MATCH, Column.COVERED).tokens[0].icon == "ok"
    assert triggered.table.totals_model.cell(TotalsRow.MATCH, Column.COVERED).tokens[0].icon == "warn"
    nothing = Owner(forum(replace(FRANCE, covered=Fraction(0), measures=())))
    assert nothing.cell("FR", Column.COVERED).look is Look.ABSENT


def test_a_plan_that_does_not_count_is_quiet_and_says_why(qapp: object) -> None:
    late = Owner(forum(replace(GERMANY, submitted=date(2027, 3, 6))))
    assert "does not count" in late.cell("DE", Column.APPLICANTS).spoken
    assert "two weeks that Art. 52(3) gives" in late.cell("DE", Column.APPLICANTS).about
    after = replace(GERMANY, revision=1, submitted=date(2027, 3, 20))
    desk = Owner(forum(GERMANY, after, forum_ended=date(2027, 3, 15), as_of=date(2027, 3, 21)))
    assert [plain(name) for name in names_of(desk.cell("DE", Column.SUBMITTED))] == ["[history] 20 Mar 2027"]
    assert "the first plan counts" in desk.cell("DE", Column.SPONSORSHIP).about


def test_while_a_plan_may_come_nothing_is_the_commissions_yet(qapp: object) -> None:
    desk = Owner(forum(GERMANY, as_of=date(2027, 3, 5)))
    assert names_of(desk.cell("SE", Column.MEMBER_STATE)) == ["[calendar] awaited"]
    assert names_of(desk.cell("SE", Column.SET)) == ["[calendar] open"]
    assert desk.cell("SE", Column.FIXED_APPLICANTS).quiet
    missing = Owner(forum(GERMANY))
    assert names_of(missing.cell("SE", Column.MEMBER_STATE)) == ["[block] missing", "[flag]"]


def without(given: Forum, **changes: object) -> Forum:
    return replace(given, migratory_pressure=replace(given.migratory_pressure, **changes))  # type: ignore[arg-type]


def test_after_the_act_nothing_is_open(qapp: object) -> None:
    act = PressureResponseAct(date(2027, 3, 19))
    desk = Owner(without(forum(GERMANY, FRANCE, forum_ended=date(2027, 3, 9)), act=act))
    cell = desk.table.totals_model.cell(TotalsRow.ASKED, Column.REFERENCE)
    assert (cell.text, cell.about) == (
        "1 set",
        "No plan counts from SE: the Commission has set the types (Art. 53(2)).",
    )
    before = Owner(forum(as_of=date(2027, 3, 1))).table.totals_model
    assert before.cell(TotalsRow.MATCH, Column.APPLICANTS).text == ""


def test_what_is_missing_stands_under_the_table(qapp: object) -> None:
    desk = Owner(without(forum(), report=replace(REPORT, sponsorship=None)))
    note = desk.table.note
    assert "enter the report with its totals" in note.text()
    assert desk.cell("DE", Column.KEY_NUMBER).look is Look.OPEN
    assert desk.table.totals_model.cell(TotalsRow.MATCH, Column.SPONSORSHIP).look is Look.OPEN
    desk.show(without(forum(), report=replace(REPORT, under_pressure=False)))
    assert "no pressure" in note.text()
    keyless = forum()
    first = replace(keyless.key.states[0], population=None)
    desk.show(replace(keyless, key=replace(keyless.key, states=(first, *keyless.key.states[1:]))))
    assert "key is not complete" in note.text()
    desk.show(replace(forum(), key=replace(keyless.key, states=()), migratory_pressure=MigratoryPressure()))
    assert "No Member State takes part yet" in desk.table._nobody.text()
    assert desk.table.why_not(0, Column.APPLICANTS).startswith("No Member State takes part yet")


def test_every_column_is_found_by_the_ids_of_findings_and_figures(qapp: object) -> None:
    assert all(column_called(id_of(column)) is column for column in Column if column is not Column.MEMBER_STATE)
    findings = {
        "report": Column.KEY_NUMBER,
        "plan": Column.REFERENCE,
        "shares": Column.APPLICANTS,
        "minors": Column.APPLICANTS,
        "nationalities": Column.SPONSORSHIP,
        "activities": Column.SPONSORSHIP,
        "covered": Column.COVERED,
        "measures": Column.COVERED,
        "types": Column.SET,
        "act": Column.SET,
        "credits": Column.CREDITED,
        "log": Column.MEMBER_STATE,
    }
    assert {each: column_called(each) for each in findings} == findings
    assert column_called("relocations") is Column.FIXED_APPLICANTS
    assert len({heading.name for heading in HEADINGS.values()}) == len(HEADINGS)
    assert {column for group in LAYOUT.groups for column in range(group.first, group.last + 1)} == set(LAYOUT.shown)
