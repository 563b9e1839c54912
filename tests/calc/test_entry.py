"""Entries of the pledge table: what is understood, how it is said, what is refused and why."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.calc.changes import PledgeColumn
from desktop_app.calc.entry import (
    EntryContext,
    Refused,
    Understood,
    context_for,
    entry_text,
    read_entry,
    recorded_figure,
    recorded_text,
    recorded_value,
)
from desktop_app.calc.forum import AlternativeMeasure, Forum, Key, KeyState, Pledge, Pool, StateRecord
from desktop_app.calc.recorded import ABSENT, Recorded
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.calc.validity import MAXIMUM_CENTS, MAXIMUM_PERSONS

PERSONS = PledgeColumn.RELOCATIONS
MONEY = PledgeColumn.FINANCIAL
MEASURES = PledgeColumn.ALTERNATIVE

# A fair share of 649 7/9 persons: 50 % are 324 8/9; at EUR 20 000 a person EUR 12 995 555.555…
BELGIUM = EntryContext(310, Fraction(5848, 9), Fraction(20_000), Fraction(100))


def plain(text: str) -> str:
    """Return ``text`` with plain spaces, so that expectations can be read."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def understood(text: str, column: PledgeColumn = MONEY, context: EntryContext = BELGIUM) -> tuple[Recorded[int], str]:
    entry = read_entry(text, column, context)
    assert isinstance(entry, Understood), entry
    return entry.value, plain(entry.words)


def refused(text: str, column: PledgeColumn = MONEY, context: EntryContext = BELGIUM) -> str:
    entry = read_entry(text, column, context)
    assert isinstance(entry, Refused), entry
    return plain(entry.reason)


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "\t"])
def test_an_empty_text_is_nothing_recorded(text: str) -> None:
    assert understood(text, PERSONS) == (ABSENT, "nothing recorded")


@pytest.mark.parametrize("text", ["-", "–", "—", "−", "none", "None", " NO ", "nil", "geen", "keine", "aucun"])
def test_a_dash_or_none_is_explicitly_none(text: str) -> None:
    assert understood(text, PERSONS) == (None, "none: explicitly no relocations")
    assert understood(text, MONEY) == (None, "none: explicitly no financial contribution")
    assert understood(text, MEASURES) == (None, "none: explicitly no alternative measures")


@pytest.mark.parametrize(
    "text",
    [
        "8.44m",
        "8,44 M",
        "8.44 million",
        "8 440 000",
        "8\u202f440\u202f000",
        "8\u00a0440\u00a0000",
        "8\u2009440\u2009000",
        "  8440000 ",
        "8440000.00",
        "EUR 8 440 000",
        "8,44 Mio. €",
        "8,44 miljoen",
    ],
)
def test_amounts_of_money_become_cents(text: str) -> None:
    assert understood(text) == (844_000_000, "EUR 8 440 000")


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("0", 0, "0 persons"),
        ("1", 1, "1 person"),
        ("310", 310, "310 persons"),
        ("310.00", 310, "310 persons"),
        ("1.2k", 1200, "1 200 persons"),
    ],
)
def test_relocations_are_whole_persons(text: str, value: int, words: str) -> None:
    assert understood(text, PERSONS) == (value, words)


def test_cents_are_shown_only_where_there_are_some() -> None:
    assert understood("12 900,5") == (1_290_050, "EUR 12 900.50")
    assert understood("0,01") == (1, "EUR 0.01")
    assert understood("1.23456789m") == (123_456_789, "EUR 1 234 567.89")


def test_a_part_of_a_cent_or_a_person_is_refused() -> None:
    assert refused("1.234567891m") == (
        "“1.234567891m” is not whole cents: leave out the digits after the second decimal of a euro."
    )
    assert refused("12.5", PERSONS) == "Relocations are whole persons: write 12 or 13."
    assert read_entry("12.5", PERSONS, BELGIUM) == Refused("Relocations are whole persons: write 12 or 13.", True)


def test_money_among_relocations_is_refused() -> None:
    assert refused("EUR 5", PERSONS) == "Relocations are persons, not money: write a number, or go to the EUR column."


def test_both_sides_of_the_limits() -> None:
    assert understood("1bn", PERSONS)[0] == MAXIMUM_PERSONS
    assert understood("10 000 000 000 000")[0] == MAXIMUM_CENTS
    assert refused("1 000 000 001", PERSONS) == (
        "1 000 000 001 persons is more than the program records, 1 000 000 000 persons."
    )
    assert refused("10 000 000 000 000.01") == (
        "EUR 10 000 000 000 000.01 is more than the program records, EUR 10 000 000 000 000."
    )


def test_a_text_longer_than_any_number_is_refused() -> None:
    assert refused("1" * 61) == "This is too long for a number: it has 61 characters."
    assert "more than the program records" in refused("1" * 60)


def test_an_ambiguous_number_is_refused() -> None:
    assert refused("12.900") == "12 900 or 12.9? This can be meant both ways: write 12 900 or 12.90."
    assert read_entry("12,900", MONEY, BELGIUM) == read_entry("12.900", MONEY, BELGIUM)


def test_percent_is_of_the_fair_share_in_the_kind_of_the_column() -> None:
    assert understood("50%", PERSONS) == (325, "50 % of 649.78 = 324.89 → 325 persons")
    assert understood("50 %") == (649_777_778, "50 % of EUR 12 995 555.56 = EUR 6 497 777.78, rounded up to the cent")
    assert understood("33.3%", PERSONS) == (217, "33.3 % of 649.78 = 216.38 → 217 persons")
    assert understood("33,3 percent", PERSONS) == understood("33.3%", PERSONS)
    assert understood("120%", PERSONS)[0] == 780
    assert understood("0%", PERSONS) == (0, "0 % of 649.78 = 0 persons")


def test_percent_that_comes_out_whole_is_not_rounded() -> None:
    even = EntryContext(exact_fair_share=Fraction(650), rate_eur=Fraction(20_000))
    assert understood("50%", PERSONS, even) == (325, "50 % of 650 = 325 persons")
    assert understood("50%", MONEY, even) == (650_000_000, "50 % of EUR 13 000 000 = EUR 6 500 000")


def test_rest_is_what_the_other_columns_leave() -> None:
    assert understood("rest", PERSONS) == (550, "649.78 − 100 = 549.78 → 550 persons")
    assert understood("Rest") == (
        1_099_555_556,
        "EUR 12 995 555.56 − EUR 2 000 000 = EUR 10 995 555.56, rounded up to the cent",
    )


def test_rest_says_in_which_columns_nothing_is_recorded() -> None:
    silent = replace(BELGIUM, other_equivalents=Fraction(0), unrecorded=(MONEY, MEASURES))
    assert understood("rest", PERSONS, silent) == (
        650,
        "649.78 − 0 = 649.78 → 650 persons (nothing recorded yet: financial contribution and alternative measures)",
    )


def test_rest_is_never_below_zero() -> None:
    exact = replace(BELGIUM, other_equivalents=Fraction(5848, 9))
    above = replace(BELGIUM, other_equivalents=Fraction(700), unrecorded=(MONEY,))
    assert understood("rest", PERSONS, exact) == (0, "nothing is missing: 649.78 of 649.78 → 0 persons")
    assert understood("rest", PERSONS, above) == (
        0,
        "nothing is missing: 700 of 649.78 → 0 persons (nothing recorded yet: financial contribution)",
    )
    assert understood("rest", MONEY, above)[0] == 0


def test_a_fair_share_below_zero_after_a_crisis_credit_counts_as_zero() -> None:
    assert understood("50%", PERSONS, replace(BELGIUM, exact_fair_share=Fraction(-3)))[0] == 0


def test_what_cannot_be_known_is_refused_with_the_reason() -> None:
    no_share = "The fair share of this Member State is not known, so there is nothing to take a part of."
    assert refused("50%", PERSONS, EntryContext()) == no_share
    assert refused("rest", PERSONS, EntryContext()) == no_share
    no_rate = "The EUR per relocation is not known: both reference numbers of the pool are needed."
    assert refused("50%", MONEY, replace(BELGIUM, rate_eur=None)) == no_rate
    assert refused("50%", MONEY, replace(BELGIUM, rate_eur=Fraction(0))) == no_rate
    assert refused("rest", PERSONS, replace(BELGIUM, rate_eur=None, other_equivalents=None)) == no_rate
    assert refused("rest", PERSONS, replace(BELGIUM, other_equivalents=None)) == (
        "The rest cannot be worked out: an alternative measure of this Member State has no value yet."
    )


def test_a_sign_changes_what_is_recorded() -> None:
    assert understood("+20", PERSONS) == (330, "310 + 20 = 330 persons")
    assert understood("-5", PERSONS) == (305, "310 − 5 = 305 persons")
    assert understood("− 310", PERSONS) == (0, "310 − 310 = 0 persons")
    money = replace(BELGIUM, current=800_000_000)
    assert understood("+1.5m", MONEY, money) == (950_000_000, "EUR 8 000 000 + EUR 1 500 000 = EUR 9 500 000")


def test_a_sign_on_nothing_or_none_starts_from_zero() -> None:
    assert understood("+20", PERSONS, replace(BELGIUM, current=ABSENT)) == (20, "nothing recorded + 20 = 20 persons")
    assert understood("+20", PERSONS, replace(BELGIUM, current=None)) == (20, "none + 20 = 20 persons")


def test_a_sign_that_makes_no_sense_is_refused() -> None:
    assert refused("-311", PERSONS) == "310 − 311 is below 0: write the number itself, or - for none."
    assert refused("+", PERSONS) == "A number is missing after the sign, such as +20."
    assert refused("+50%") == "“+50%” is not understood: write 50% alone, or a number after the sign."
    assert refused("-rest") == "“-rest” is not understood: write rest alone, or a number after the sign."
    assert "more than the program records" in refused("+1bn", PERSONS)


@pytest.mark.parametrize("text", ["r", "re", "n", "non", "ni", "e", "eu", "eur"])
def test_the_beginning_of_a_word_is_unfinished(text: str) -> None:
    assert read_entry(text, MONEY, BELGIUM) == Refused("Go on: rest, none, or a number.", unfinished=True)


def test_other_words_are_refused() -> None:
    assert refused("abc") == (
        "“abc” is not a number: write for example 310, 8 440 000, 8.44m, 50%, rest, +20, or - for none."
    )


RECORDED = st.one_of(st.just(ABSENT), st.none(), st.integers(0, MAXIMUM_PERSONS))
CENTS = st.one_of(RECORDED, st.integers(0, MAXIMUM_CENTS))


@given(value=RECORDED)
def test_what_is_written_of_persons_reads_back(value: Recorded[int]) -> None:
    assert understood(entry_text(value, PERSONS), PERSONS) == (
        value,
        understood(entry_text(value, PERSONS), PERSONS)[1],
    )


@given(value=CENTS, column=st.sampled_from([MONEY, MEASURES]))
def test_what_is_written_of_money_reads_back(value: Recorded[int], column: PledgeColumn) -> None:
    assert understood(entry_text(value, column), column)[0] == value


@given(value=st.integers(0, MAXIMUM_CENTS))
def test_what_is_shown_of_money_reads_back(value: int) -> None:
    assert understood(recorded_text(value, MONEY)) == (value, plain(recorded_text(value, MONEY)))


@given(
    text=st.text(alphabet=st.sampled_from("0123456789 .,+-%kmbneurost€"), max_size=12),
    column=st.sampled_from(PledgeColumn),
)
def test_whatever_is_typed_is_understood_within_limits_or_refused_with_a_reason(
    text: str, column: PledgeColumn
) -> None:
    entry = read_entry(text, column, BELGIUM)
    if isinstance(entry, Refused):
        assert entry.reason.endswith((".", "?"))
        return
    assert entry.words
    if entry.value is not ABSENT and entry.value is not None:
        assert 0 <= entry.value <= (MAXIMUM_PERSONS if column is PERSONS else MAXIMUM_CENTS)
        assert read_entry(entry_text(entry.value, column), column, BELGIUM) == Understood(
            entry.value, recorded_text(entry.value, column)
        )


def test_texts_of_what_is_recorded() -> None:
    assert [entry_text(value, MONEY) for value in (ABSENT, None, 0, 844_000_050)] == ["", "none", "0", "8440000.50"]
    assert [plain(recorded_text(value, MONEY)) for value in (ABSENT, None, 0)] == ["nothing recorded", "none", "EUR 0"]


def measures(*values: int | None) -> Pledge:
    return Pledge(alternative=tuple(AlternativeMeasure(value_cents=value) for value in values))


def test_what_a_pledge_holds_in_each_column() -> None:
    assert recorded_value(Pledge(relocations=5), PERSONS) == 5
    assert recorded_value(Pledge(financial_cents=None), MONEY) is None
    assert recorded_value(Pledge(), MEASURES) is ABSENT
    assert recorded_value(Pledge(alternative=None), MEASURES) is None
    assert recorded_value(measures(100, 23), MEASURES) == 123
    assert recorded_value(measures(100, None), MEASURES) is ABSENT


AT_20_000 = Pool(1_000, 2_000_000_000)


def pool_of_two(pledge: Pledge, *, pool: Pool = AT_20_000) -> Forum:
    """Belgium and Germany with equal population and GDP, so that each has half: 500 of 1 000 at EUR 20 000."""
    states = (KeyState("BE", 1_000, 5_000), KeyState("DE", 1_000, 5_000))
    return Forum(key=Key(states=states), pool=pool, states=(StateRecord("BE", pledge=pledge),))


def context(pledge: Pledge, column: PledgeColumn, *, code: str = "BE", pool: Pool | None = None) -> EntryContext:
    forum = pool_of_two(pledge) if pool is None else pool_of_two(pledge, pool=pool)
    return context_for(assess(forum), code, column)


def test_the_context_of_a_cell_knows_its_value_and_the_other_columns() -> None:
    pledge = Pledge(relocations=100, financial_cents=None, alternative=measures(50_000_000).alternative)
    rate = Fraction(20_000)
    assert context(pledge, PERSONS) == EntryContext(100, Fraction(500), rate, Fraction(25))
    assert context(pledge, MONEY) == EntryContext(None, Fraction(500), rate, Fraction(125))
    assert context(pledge, MEASURES) == EntryContext(50_000_000, Fraction(500), rate, Fraction(100))


def test_nothing_recorded_elsewhere_counts_as_nothing_and_is_named() -> None:
    seen = context(Pledge(relocations=100), MONEY)
    assert seen == EntryContext(ABSENT, Fraction(500), Fraction(20_000), Fraction(100), (MEASURES,))
    assert understood("rest", MONEY, seen) == (
        800_000_000,
        "EUR 10 000 000 − EUR 2 000 000 = EUR 8 000 000 (nothing recorded yet: alternative measures)",
    )


def test_a_measure_without_a_value_makes_the_others_unknown() -> None:
    assert context(measures(None), PERSONS).other_equivalents is None
    assert context(measures(None), PERSONS).unrecorded == (MONEY,)


def test_money_without_a_rate_makes_the_others_unknown() -> None:
    no_money = Pool(1_000, None)
    assert context(Pledge(financial_cents=100), PERSONS, pool=no_money).other_equivalents is None
    assert context(Pledge(financial_cents=0), PERSONS, pool=no_money).other_equivalents == 0


def test_a_state_outside_the_forum_has_no_fair_share() -> None:
    assert context(Pledge(), PERSONS, code="SE") == EntryContext(
        ABSENT, None, Fraction(20_000), Fraction(0), (MONEY, MEASURES)
    )


def test_a_figure_stands_without_its_unit_in_a_column_that_says_it() -> None:
    assert recorded_figure(1310, PledgeColumn.RELOCATIONS) == "1\u202f310"
    assert recorded_figure(844_000_000, PledgeColumn.FINANCIAL) == "8\u202f440\u202f000"
    assert recorded_figure(844_000_050, PledgeColumn.ALTERNATIVE) == "8\u202f440\u202f000.50"
