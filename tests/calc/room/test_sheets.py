"""The figures of a sheet by procedure, worked out by hand, and how they are written."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import AlternativeMeasure, Classification, DeductionStage, Pledge, Pool, SharesStatus
from desktop_app.calc.migratory_pressure import PressureReport
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.room import (
    Before,
    Choice,
    Content,
    Figure,
    Figures,
    Grid,
    RoomSheet,
    Stamp,
    choice_of,
    codes_of,
    neutral_name,
    particulars_of,
    room_sheet,
    texts_of,
)
from desktop_app.calc.room.amounts import Amount, Unit, difference, plans, states
from desktop_app.calc.search_and_rescue import ActPath, DisembarkationAct, TopUp
from tests.calc import response_forums
from tests.calc.room.forums import CLOSED, RELEASED, STAMP, granted, pool, sheet_of
from tests.pressure_small import IN_TIME, small_pressure, with_plan
from tests.views.voluntary_forum import voluntary_forum

BELGIUM = Pledge(400, 100_000_000, None)
"""400 relocations and EUR 1 million, which is 50: 450 of 500."""
FRANCE = Pledge(None, 600_000_000, (AlternativeMeasure("staff", value_cents=50),))
"""EUR 6 million and 50 cents: all of 300, and a little."""
SWEDEN = Pledge(150)
"""150 relocations; of money and measures nothing is said."""


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def shown(panel: object) -> list[str]:
    assert isinstance(panel, Figures)
    every = (*panel.main, *panel.others)
    return [plain(f"{each.caption} | {each.value} | {each.beside}".rstrip(" |")) for each in every]


def rows(panel: object) -> list[str]:
    assert isinstance(panel, Grid)
    every = panel.rows if panel.total is None else (*panel.rows, panel.total)
    return [plain(" | ".join(each)) for each in every]


def panels(forum: object, *contents: Content, state: str | None = None) -> tuple[object, ...]:
    return room_sheet(assess(forum), Choice("T", contents, state), STAMP).panels  # type: ignore[arg-type]


def test_what_is_open_is_said_and_what_is_known_is_counted() -> None:
    forum = pool(BELGIUM, FRANCE, SWEDEN, shares_status=SharesStatus.ESTIMATE)
    (totals,) = panels(forum, Content.TOTALS)
    assert shown(totals) == [
        "Pledged so far, in relocations | 750.00 | of 1 000, the reference number",
        "Gap so far | 250 relocations | EUR 4 999 999.50",
        "Coverage so far | 75.00 % | counting the 2 of 3 Member States that are complete",
        "Not answered in full | 1 Member State",
        "Relocations | 550",
        "Financial contributions | EUR 7 000 000",
        "Alternative measures | EUR 0.50",
        "Recorded in all, at least | 900",
    ]
    assert isinstance(totals, Figures)
    assert totals.main[0].ratio == Fraction(750 * 40_000 + 1, 1_000 * 40_000)
    assert [plain(note) for note in totals.notes] == [
        "One relocation stands for EUR 20 000.",
        "Shares of the key are an estimate.",
    ]
    (table,) = panels(forum, Content.TABLE)
    assert isinstance(table, Grid)
    assert table.notes == ("“open”: not answered yet.", "Shares of the key are an estimate.")
    assert rows(table) == [
        "Belgium | 500 | 400 | 1 000 000 | none | 450.00 | 90.00 %",
        "France | 300 | none | 6 000 000 | 0.50 | 300.00 | 100.00 %",
        "Sweden | 200 | 150 | open | open | open | open",
        "Total so far | 1 000 | 550 | 7 000 000 | 0.50 | 750.00 | 75.00 %",
    ]


def test_the_cents_of_one_cell_are_written_in_all_of_its_column_and_granted_deductions_get_one_of_their_own() -> None:
    forum = pool(BELGIUM, replace(FRANCE, alternative=None), replace(SWEDEN, financial_cents=5, alternative=None))
    (table,) = panels(forum, Content.TABLE)
    assert [each.split(" | ")[3] for each in rows(table)] == ["1 000 000.00", "6 000 000.00", "0.05", "7 000 000.05"]
    assert rows(table)[-1].startswith("Total |")
    less = pool(BELGIUM, FRANCE, SWEDEN, granted(100), granted(30, DeductionStage.ASSESSED))
    (table,), (totals,), (belgium,) = (
        panels(less, Content.TABLE),
        panels(less, Content.TOTALS),
        panels(less, Content.STATE, state="BE"),
    )
    assert isinstance(table, Grid)
    assert table.columns[-1].heading == "After deductions"
    assert [each.split(" | ")[-1] for each in rows(table)] == ["350.00", "300.00", "open", "650.00"]
    assert shown(totals)[-1] == "After granted deductions | 650.00"
    assert shown(belgium) == [
        "Fair share | 500 relocations | EUR 10 000 000 · 50.0000 % of the key",
        "Pledged, in relocations | 450 | 90.00 % of the fair share",
        "Still missing | 50 relocations | EUR 1 000 000",
        "Relocations | 400",
        "Financial contribution | EUR 1 000 000",
        "Alternative measures | none",
        "After granted deductions | 350",
    ]


def test_one_delegation_whose_share_is_met_or_not_known() -> None:
    forum = pool(BELGIUM, FRANCE, SWEDEN)
    (france,) = panels(forum, Content.STATE, state="FR")
    assert shown(france)[2:5] == [
        "Still missing | nothing",
        "Relocations | none",
        "Financial contribution | EUR 6 000 000",
    ]
    (unknown,) = panels(replace(forum, pool=Pool(), key=replace(forum.key, states=())), Content.TOTALS)
    assert shown(unknown)[:3] == [
        "Pledged, in relocations | 0 | no reference number",
        "Gap | open",
        "Coverage | open",
    ]
    bare = replace(forum, pool=Pool(), key=replace(forum.key, states=(replace(forum.key.states[0], gdp=None),)))
    (belgium,) = panels(bare, Content.STATE, state="BE")
    assert shown(belgium)[:3] == ["Fair share | open", "Pledged, in relocations | open", "Still missing | open"]
    assert not panels(forum, Content.STATE, state="NL")
    assert not panels(forum, Content.STATE)


def test_a_rate_that_does_not_come_out_is_said_to_be_rounded() -> None:
    forum = pool(BELGIUM, FRANCE, SWEDEN)
    (totals,) = panels(replace(forum, pool=Pool(3, 100)), Content.TOTALS)
    assert isinstance(totals, Figures)
    assert plain(totals.notes[0]) == "One relocation stands for EUR 0.33, rounded."


def test_the_frame_says_what_it_is_of_and_when_it_was_released() -> None:
    forum = pool(BELGIUM, FRANCE, SWEDEN, classification=Classification.LIMITE)
    sheet = room_sheet(
        assess(forum), Choice("Pool 2027", (Content.TOTALS,)), Stamp(RELEASED, "ab", CLOSED, is_scenario=True)
    )
    assert [plain(text) for text in sheet.texts()[:7]] == [
        "SCENARIO",
        "Pool 2027",
        "as released at 16:40 on 27 November 2026",
        "as it stood at 12:05 on 27 November 2026",
        "LIMITE",
        "ab",
        "Where the pool stands",
    ]
    assert texts_of(sheet.panels[0])[0] == "Where the pool stands"
    assert neutral_name(forum.procedure) == "High-Level EU Solidarity Forum"


def test_search_and_rescue_shows_what_plans_say_and_the_act_only_once_it_is_adopted() -> None:
    weights = {"BE": 50, "EL": 20, "FR": 20, "SE": 10}
    plans_in = (response_forums.plan("BE", 200, 150), response_forums.plan("FR", 100, submitted=date(2026, 11, 30)))
    forum = response_forums.forum(weights, {"EL": 1_000}, *plans_in)
    forum = replace(forum, as_of=date(2026, 11, 10))
    totals, table = panels(forum, Content.TOTALS, Content.TABLE)
    assert shown(totals) == [
        "Relocations pledged so far | 200 | of 1 000 in the report",
        "Gap so far | 800 relocations",
        "Coverage so far | 20.00 % | 35.00 % with measures",
        "Plans still open | 2 plans",
        "Asked of the contributing Member States | 800",
        "Measures, as persons | 150",
    ]
    assert rows(table) == [
        "Belgium | handed in | 500 | 200 | 150",
        "Greece | not asked | – | – | –",
        "France | handed in late | 200 | – | –",
        "Sweden | open | 100 | open | open",
        "Total so far | | 800 | 200 | 150".replace("| |", "|  |"),
    ]
    sweden, greece = panels(forum, Content.STATE, state="SE"), panels(forum, Content.STATE, state="EL")
    assert shown(sweden[0])[0] == "Asked | 100 relocations | 10.0000 % of the key"
    assert shown(greece[0])[0] == "Asked | nobody is asked | 20.0000 % of the key"

    adopted = replace(
        forum,
        search_and_rescue=replace(
            forum.search_and_rescue, act=DisembarkationAct(ActPath.STILL_SHORT, date(2026, 12, 1))
        ),
    )
    fixed = assess(adopted)
    assert len(panels(forum, Content.TABLE)) == 1
    plans_grid, act = panels(adopted, Content.TABLE)
    assert rows(plans_grid)[0].startswith("Belgium")
    assert rows(act)[0] == f"Belgium | {' | '.join(_act(fixed.row('BE')))}"  # type: ignore[attr-defined]
    assert [each.split(" | ")[0] for each in rows(act)] == ["Belgium", "France", "Sweden", "Total"]
    topped = replace(adopted.search_and_rescue, top_up=TopUp("EL", 1_500))
    # A top-up in preparation is nobody's business in the room: the act still reads as it was adopted.
    assert rows(panels(replace(adopted, search_and_rescue=topped), Content.TABLE)[1]) == rows(act)
    in_force = replace(topped, top_up=TopUp("EL", 1_500, date(2027, 1, 8)))
    assert rows(panels(replace(adopted, search_and_rescue=in_force), Content.TABLE)[1]) != rows(act)
    assert shown(panels(adopted, Content.STATE, state="BE")[0])[-3].startswith("Relocations, by the act | ")
    assert shown(panels(adopted, Content.TOTALS)[0])[-3].startswith("Relocations, by the act | ")


def _act(row: object) -> list[str]:
    return [str(getattr(row, name)) for name in ("relocations", "sponsorship", "measures")]


def test_search_and_rescue_before_the_report() -> None:
    (totals,) = panels(response_forums.forum({"BE": 50}, {}), Content.TOTALS)
    assert shown(totals)[:4] == [
        "Relocations pledged so far | 0 | no report yet",
        "Gap so far | open",
        "Coverage so far | open",
        "Plans still open | –",
    ]
    (belgium,) = panels(response_forums.forum({"BE": 50}, {}), Content.STATE, state="BE")
    assert "act" not in " ".join(shown(belgium))


def test_pressure_shows_types_of_plans_and_the_act_only_once_it_is_adopted() -> None:
    small = small_pressure()
    adopted_totals, *_rest = panels(small, Content.TOTALS)
    # 300 + 400 + 100 asked, all of it in plans, 300 of it by measures.
    assert shown(adopted_totals)[:8] == [
        "Given in plans | 800 | of 800 asked of the contributing Member States",
        "Gap | 0 persons",
        "Coverage | 100.00 %",
        "Plans still open | none",
        "Report: persons in all | 1 000 | 800 to relocate, 200 to sponsor",
        "Relocations, in plans | 440 | of 640 that the report asks of them",
        "Return sponsorship, in plans | 60 | of 160 that the report asks of them",
        "Covered by measures, persons | 300",
    ]
    assert [each.split(" | ")[0] for each in shown(adopted_totals)[8:]] == [
        "Relocations, by the act",
        "Return sponsorship, by the act",
        "Beneficiaries, by the act",
        "Measures, as persons, by the act",
    ]
    plans_grid, act = panels(small, Content.TABLE)
    assert rows(plans_grid) == [
        "Germany | handed in | 300 | 80 % | 20 % | 0 % | 0",
        "Greece | not asked | – | – | – | – | –",
        "France | handed in | 400 | 100 % | 0 % | 0 % | 300",
        "Sweden | handed in | 100 | 100 % | 0 % | 0 % | 0",
        "Total |  | 800 |  |  |  | 300",
    ]
    assert [each.split(" | ")[0] for each in rows(act)] == ["Germany", "France", "Sweden", "Total"]

    recorded = replace(small.migratory_pressure, act=replace(small.migratory_pressure.act, adopted=None))
    recorded = replace(recorded, plans=tuple(each for each in recorded.plans if each.code != "SE"))
    draft = replace(small, migratory_pressure=recorded)
    (totals,) = panels(draft, Content.TOTALS)
    # Sweden has handed nothing in, so the Commission would set its types: a draft, and with it the types of all.
    assert shown(totals)[1:] == [
        "Gap so far | 100 persons",
        "Coverage so far | 87.50 %",
        "Plans still open | 1 plan",
        "Report: persons in all | 1 000 | 800 to relocate, 200 to sponsor",
        "Covered by measures, persons | 300",
    ]
    assert len(panels(draft, Content.TABLE)) == 1
    assert shown(panels(draft, Content.STATE, state="SE")[0])[0] == "Asked, persons | 100 | 10.0000 % of the key"
    assert shown(panels(draft, Content.STATE, state="SE")[0])[2] == "Relocations | open"
    assert (
        shown(panels(small, Content.STATE, state="EL")[0])[0]
        == "Asked, persons | nobody is asked | 20.0000 % of the key"
    )
    empty = replace(
        small, migratory_pressure=replace(recorded, report=PressureReport()), key=replace(small.key, states=())
    )
    assert shown(panels(empty, Content.TOTALS)[0])[:5] == [
        "Given in plans | 0 | of open asked of the contributing Member States",
        "Gap | open",
        "Coverage | open",
        "Plans still open | none",
        "Report: persons in all | open",
    ]


def test_the_voluntary_mechanism_shows_needs_pledges_and_what_was_kept() -> None:
    totals, table, needs = panels(voluntary_forum(), Content.TOTALS, Content.TABLE)
    assert shown(totals) == [
        "Relocations pledged | 3 700 | of 4 000 needed",
        "Money pledged | EUR 1 000 000 | of EUR 50 000 000 needed",
        "Gap | 800 relocations | EUR 50 000 000",
        "Signatories | 4",
        "Relocated | 500 | 13.51 % of what is pledged",
        "Paid | EUR 500 000 | 12.50 % of what is pledged",
        "For projects in partner countries | EUR 3 000 000",
    ]
    assert rows(table)[0] == "Germany | 2 000 | 3 000 000 | 400 | 0"
    assert rows(table)[-1] == "Total | 3 700 | 4 000 000 | 500 | 500 000"
    assert rows(needs) == ["Greece | 1 000 | 200 | not said | 1 000 000", "Italy | 3 000 | 3 500 | 50 000 000 | 0"]
    (norway,) = panels(voluntary_forum(), Content.STATE, state="NO")
    assert shown(norway)[:3] == [
        "Relocations pledged | 200",
        "Money pledged | EUR 1 000 000",
        "Relocated | 0 | 0.00 % of what is pledged",
    ]
    bare = replace(voluntary_forum(), voluntary=replace(voluntary_forum().voluntary, needs=(), pledges=(), kept=()))
    bare_totals, *grids = panels(bare, Content.TOTALS, Content.TABLE)
    assert shown(bare_totals)[0] == "Relocations pledged | 0 | no need recorded"
    assert shown(bare_totals)[2] == "Gap | no need recorded"
    assert len(grids) == 1


def test_the_comparison_shows_what_is_other_than_before() -> None:
    before, after = (
        pool(BELGIUM, FRANCE, SWEDEN),
        pool(replace(BELGIUM, relocations=420), FRANCE, replace(SWEDEN, financial_cents=100_000_000, relocations=None)),
    )
    sheet = _compared(before, after)
    whole, pledges = sheet.panels
    assert plain(whole.heading) == "Since the round before, closed at 12:05 on 27 November 2026"
    assert rows(whole)[0] == "Pledged, in relocations | 750.00 | 770.00 | +20"
    assert rows(whole)[2] == "Coverage | 75.00 % | 77.00 % | +2.00 points"
    assert rows(whole)[3] == "Member States not answered in full | 1 | 1 | ="
    assert rows(pledges) == [
        "Belgium, relocations | 400 | 420 | +20",
        "Sweden, relocations | 150 | 0 | -150",
        "Sweden, money | open | EUR 1 000 000 | new",
    ]
    assert pledges.notes == ("1 other state is as before.",)
    (unchanged,) = _compared(before, before).panels
    assert unchanged.notes == ("No pledge is other than it was.",)
    assert _compared(before, pool(Pledge(), Pledge(), Pledge())).panels[1].notes == (
        "Every state has changed its pledge.",
    )
    assert not panels(before, Content.COMPARISON)


def test_every_procedure_compares_states_also_such_as_were_not_there_before() -> None:
    rescue = response_forums.forum({"BE": 50, "EL": 50}, {"EL": 100}, response_forums.plan("BE", 20))
    fewer = replace(rescue, search_and_rescue=replace(rescue.search_and_rescue, plans=()))
    assert rows(_compared(fewer, rescue).panels[1]) == [
        "Belgium, relocations | open | 20 | new",
        "Belgium, measures, as persons | open | 0 | new",
    ]
    small = small_pressure()
    other = with_plan("DE", shares=TypeShares(Fraction(50), Fraction(50)))
    changed = replace(small, migratory_pressure=replace(small.migratory_pressure, plans=other))
    assert rows(_compared(small, changed).panels[1]) == [
        "Germany, relocations | 80.00 % | 50.00 % | -30.00 points",
        "Germany, sponsorship | 20.00 % | 50.00 % | +30.00 points",
    ]
    without = replace(small, migratory_pressure=replace(small.migratory_pressure, plans=()))
    assert rows(_compared(small, without).panels[1])[-1] == "Sweden, by measures, persons | 0 | open | open"
    assert PressurePlan("DE", submitted=IN_TIME).code == "DE"
    both = voluntary_forum()
    nobody = replace(both, voluntary=replace(both.voluntary, signatories=(), pledges=(), kept=()))
    assert rows(_compared(nobody, both).panels[1])[:2] == [
        "Germany, relocations | open | 2 000 | new",
        "Germany, money | open | EUR 3 000 000 | new",
    ]


def _compared(before: object, after: object) -> RoomSheet:
    former = Before(assess(before), CLOSED)  # type: ignore[arg-type]
    return room_sheet(assess(after), Choice("T", (Content.COMPARISON,)), STAMP, former)  # type: ignore[arg-type]


def test_a_choice_comes_back_as_it_stands_on_record() -> None:
    choice = Choice("Pool 2027", (Content.TABLE, Content.STATE), "BE")
    assert particulars_of(choice) == {"shows": ["table", "state"], "state": "BE"}
    assert choice_of("Pool 2027", particulars_of(choice)) == choice
    assert particulars_of(Choice("T", (Content.TOTALS,))) == {"shows": ["totals"]}
    assert choice_of("T", {"shows": ["totals", "nonsense", 3, "totals", "state"], "state": "XX"}) == Choice(
        "T", (Content.TOTALS,)
    )
    assert choice_of("T", {"shows": ["state"]}) is None
    assert choice_of("T", {"shows": "totals"}) is None
    assert choice_of("T", {}) is None


def test_words_for_counts_and_for_what_cannot_be_subtracted() -> None:
    assert [states(count) for count in (0, 1, 27)] == ["none", "1 Member State", "27 Member States"]
    assert [plans(count) for count in (0, 1, 2)] == ["none", "1 plan", "2 plans"]
    known, unknown = Amount("x", 5, Unit.NUMBER), Amount("x", None, Unit.NUMBER)
    assert (difference(unknown, unknown), difference(known, unknown), difference(unknown, known)) == (
        "open",
        "open",
        "new",
    )
    assert codes_of(assess(pool(BELGIUM, FRANCE, SWEDEN))) == ("BE", "FR", "SE")
    assert sheet_of(pool(BELGIUM, FRANCE, SWEDEN)).panels[0] == panels(pool(BELGIUM, FRANCE, SWEDEN), Content.TOTALS)[0]
    assert Figure("a", "b").beside == ""
