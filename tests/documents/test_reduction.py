"""The page on the 10 % reduction: averages, eligibility under every reading, the spread, the sums, worked by hand."""

from dataclasses import replace

from desktop_app.calc.forum import Forum, Procedure
from desktop_app.documents.reduction import reduction_pdf
from desktop_app.documents.thirty_percent import thirty_percent_pdf
from tests.documents import pressures
from tests.documents.printed import NARROW, Printed
from tests.documents.test_annex import FINGERPRINT

CROWDED = pressures.crowded()


def words_of(forum: Forum) -> str:
    return _words(reduction_pdf(pressures.assessed(forum), FINGERPRINT))


def page_on_test(forum: Forum) -> str:
    return _words(thirty_percent_pdf(pressures.assessed(forum), FINGERPRINT))


def _words(data: bytes) -> str:
    return " ".join(Printed(data).text.replace(NARROW, "").replace("\u00a0", " ").split())


def test_averages_and_eligibility_stand_under_every_reading() -> None:
    text = words_of(CROWDED)
    # 22 × 1 000 + 8 000 + 5 000 + 9 000 + 1 200 applications of 26 002 275 persons.
    assert "2022 45200 26002275¹ 173.8" in text
    assert "Germany 800.0¹ 4.60: yes 4.60: yes 4.60: yes 4.60: yes" in text
    assert "Belgium 100.0¹ 0.58 0.58 0.58 0.58" in text
    assert "In force: all applications over all inhabitants; mean of five years." in text


def test_population_of_the_key_and_a_source_that_is_not_eurostat_are_marked() -> None:
    text = words_of(replace(CROWDED, applications_source="A register"))
    assert "for every Member State: no population of the years is recorded." in text
    assert (
        "A register. Annex II asks for the latest Eurostat statistics for the whole year: this is another source."
        in text
    )
    some = replace(CROWDED.applications[0], population=tuple((year, 2_000_000) for year in range(2022, 2027)))
    forum = replace(CROWDED, applications=(some, *CROWDED.applications[1:]), applications_source="Eurostat, 2026")
    text = words_of(forum)
    # Belgium has a population of every year, so its average of 1 000 applications needs no mark.
    assert "Belgium 50.0 0.30" in text
    assert "for those of whom no population of the year is recorded: Bulgaria" in text
    assert "Applications: Eurostat, 2026." in text


def test_who_takes_over_how_much_stands_under_both_readings_of_the_spread() -> None:
    text = words_of(CROWDED)
    assert "without those reduced (in force) with those reduced" in text
    # Germany is reduced by a tenth of its 96.15; so is France, and with it takes over a sixteenth of Germany's.
    assert "Germany – +0.60" in text
    assert "Total +19.23 +19.23" in text


def test_the_sums_show_that_nobody_is_lost() -> None:
    text = words_of(CROWDED)
    for line in (
        "by the key 2211.54",
        "Reductions −19.23",
        "Taken over by the others +19.23",
        "After the reduction: the same 2211.54",
        "Earlier contributions credited (Article 53(4)) −39.00",
        "Owed, before rounding 2172.54",
        "in whole persons and measures 2173",
    ):
        assert line in text


def test_exactly_twice_is_set_apart_since_the_readings_part_there() -> None:
    exact = next(forum for forum in pressures.variants() if len(forum.key.states) == 2)
    # 240 in 1 000 000 against 240 in 2 000 000.
    assert "Belgium 24.0¹ exactly 2.00 exactly 2.00 exactly 2.00 exactly 2.00" in words_of(exact)


def test_what_is_not_known_or_not_spread_is_said() -> None:
    text = words_of(pressures.example())
    assert text.count("Not known: not every participating Member State has applications for all five years.") == 2
    assert "No reduction is granted, so nothing is spread." in text
    one = next(forum for forum in pressures.variants() if len(forum.key.states) == 3)
    assert "makes no difference here: only one is reduced." in words_of(one)
    assert "not known" in words_of(Forum(procedure=Procedure.MIGRATORY_PRESSURE))


def test_the_30_percent_page_tells_the_story_of_the_act() -> None:
    text = page_on_test(pressures.triggered())
    assert "In this forum: 1100 persons for Greece, 800 to relocate and 300 to sponsor." in text
    # 380 of 1 100, and of the 1 051.52 that are asked: 8221/8600 of it.
    assert "380 of 1100 persons are left open: 34.55 %." in text
    assert "380 / 1051.52 = 36.14 %" in text
    assert "France 416.82 36.82 380 In it: its plan covers a part by measures." in text
    # Half of 416.82 is 208.41, so 209: 172.18 more than the 36.82 of its plan.
    assert "France 416.82 36.82 209.00 +172.18 209.00 207.82" in text
    assert "The act therefore asks each state with measures to cover one half" in text
    quiet = page_on_test(pressures.example())
    assert "Measures therefore stand, in proportion to the key" in quiet
    assert "Nobody is asked to cover one half of a share." in quiet


def test_reading_b_is_left_out_where_it_gives_no_result() -> None:
    assert "(T − Σ r) / T" not in page_on_test(pressures.triggered())
    chosen = replace(pressures.triggered(), readings=(("shortfall", "B"),))
    text = page_on_test(chosen)
    assert "no result under migratory pressure" in text
    assert "under it the 30 % test has no result here, and nothing is triggered." in text
    assert "Nobody is asked to cover one half of a share." in text


def test_the_columns_of_the_overview_add_up_and_tell_those_who_signed_from_the_others() -> None:
    from desktop_app.documents.annex import annex_pdf

    text = _words(annex_pdf(pressures.weighed(pressures.mechanism()), FINGERPRINT, draft=True))
    # Money of 120 000 000 cents and its place, at odd places: Italy 7 and 19, nobody 11, projects 1, 5, 9, 13, 17, 21.
    assert "Italy not known 120 not known 5 900000000.00 2400000.26 897599999.74 –" in text
    assert "left open – 360 – – – 1200000.11 – 600000.00" in text
    assert "for projects – – – – – 7200000.66 – –" in text
    assert "Total 1000 660 460 26 905000000.00 13200001.21 898999999.45 600000.00" in text
    assert text.index("Help without having signed:") > text.index("Switzerland (associated)")
    kept = text.partition("5. Commitments kept")[2].partition("6. ")[0]
    assert kept.index("3 October 2022 Belgium") < kept.index("4 November 2022 Norway") < kept.index("Bulgaria")
    log = text.partition("Log of")[2]
    assert log.index("2 June 2027") < log.index("9 June 2027") < log.index("not given")


def test_the_overview_holds_pledges_against_needs_and_what_was_kept() -> None:
    from desktop_app.documents.annex import annex_pdf

    document = Printed(annex_pdf(pressures.weighed(pressures.mechanism()), FINGERPRINT, draft=True))
    text = _words(document.data)
    for words in (
        "Voluntary: no key, no obligation. Article 56 of COM(2020) 610 was never adopted",
        "Last day: one year later, unless extended 31 December 2023, extended",
        "Platform that coordinates it Solidarity Platform",
        "Belgium 22 June 2022 50 – – 21 – 29 –",
        "Project: Return and reintegration programme (Tunisia)",
        "the most vulnerable first",
        "Romania has not signed",
    ):
        assert words in text
    assert "PROPOSAL OF 2020" not in document.pages[0].text
    assert "VOLUNTARY – no obligation" in document.pages[0].text
    final = _words(annex_pdf(pressures.weighed(pressures.quiet_mechanism()), FINGERPRINT, draft=False))
    assert "secretariat" not in final.casefold()
    assert "22 June 2023" in final


def test_under_exactly_half_the_page_says_what_is_cut_and_what_stays() -> None:
    forum = pressures.more_than_half()
    kept = page_on_test(forum)
    assert "Germany 564 −40.00" in kept
    assert "keeps its persons, the rest by measures" in kept
    # Half of Germany's 564.23 is 282.11, so 283: 241.23 less than the 524.23 of its plan.
    exact = page_on_test(replace(forum, readings=(("cover", "exact"),)))
    assert "Added or cut by the rule" in exact
    assert "Germany 564.23 524.23 283.00 −241.23 283.00 281.23" in exact
    assert "relocations first" not in exact
    assert "what a plan has more is cut, split over the types as in the plan" in exact


def test_a_test_that_cannot_be_made_decides_nothing() -> None:
    text = page_on_test(Forum(procedure=Procedure.MIGRATORY_PRESSURE))
    assert "Whether measures stand, or half of a share must be covered with persons, is therefore not known" in text
    assert "Not known: the test cannot be made." in text
    assert "therefore stand" not in text
