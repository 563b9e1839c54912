"""The picture of coverage: its figures by hand, and its page."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.calc.consequences import Verdict
from desktop_app.calc.forum import (
    AlternativeMeasure,
    Deduction,
    DeductionAmounts,
    DeductionBasis,
    DeductionStage,
    Forum,
    Pledge,
    Pool,
)
from desktop_app.calc.member_states import POSITION
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.documents.coverage import coverage_pdf, outcome
from desktop_app.documents.coverage_bars import FULL, Bar, Order, Part, Picture, Pledged, Scale, picture_of
from desktop_app.documents.text import full_languages, terms
from desktop_app.models.interchange import read_document
from desktop_app.paths import resource
from tests.documents.printed import Printed

SAMPLE = read_document(resource("samples", "annual-pool-2026.json").read_bytes())
ENGLISH = terms("en")
FINGERPRINT = "0123 4567 89ab"


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def pledged(**pledges: Pledge) -> Forum:
    """Return the sample without any pledge but these."""
    empty = replace(SAMPLE, states=tuple(replace(each, pledge=Pledge(), deductions=()) for each in SAMPLE.states))
    for code, pledge in pledges.items():
        empty = empty.with_state(replace(empty.state(code), pledge=pledge))
    return empty


def picture(forum: Forum, order: Order = Order.GAP, scale: Scale = Scale.FAIR_SHARE) -> Picture:
    return picture_of(assess(forum), order, scale)


def bar_of(forum: Forum, code: str) -> Bar:
    return next(bar for bar in picture(forum).bars if bar.code == code)


MEASURE = AlternativeMeasure(value_cents=1_000_000_00)


def test_a_bar_is_stacked_of_its_types_by_hand() -> None:
    # EUR 20 000 a relocation: 2 million are 100, 1 million of measures 50.
    bar = bar_of(pledged(BE=Pledge(300, 2_000_000_00, (MEASURE,))), "BE")
    assert dict(bar.parts) == {Part.RELOCATIONS: 300, Part.FINANCIAL: 100, Part.ALTERNATIVE: 50}
    assert bar.gross == bar.so_far == bar.net == 450
    assert plain(bar.outcome()) == "69.25 % · 200 missing"
    assert plain(bar.figures()) == (
        "fair share 650, exact 649.78 · 300 relocations · EUR 2 000 000 money = 100 · EUR 1 000 000 measures = 50"
        " · gross 450 · 69.25 % · 200 missing"
    )
    assert plain(outcome(ENGLISH, bar)) == "450 of 649.78 · 69.25 % · 200 missing"


def test_a_granted_deduction_is_taken_off_and_said() -> None:
    forum = pledged(BE=Pledge(700, None, None))
    deduction = Deduction(DeductionBasis.ARTICLE_61, DeductionStage.GRANTED, DeductionAmounts(relocations=200))
    forum = forum.with_state(replace(forum.state("BE"), deductions=(deduction,), benefitting_since=forum.adopted))
    bar = bar_of(forum, "BE")
    assert bar.gross == 700
    assert bar.deducted == 200
    assert bar.net == 500
    assert bar.figures().endswith("gross 700 · deducted 200 · net 500 · benefits from the pool · 107.73\u00a0% · met")
    assert plain(outcome(ENGLISH, bar)) == "700 of 649.78, net 500 · 107.73 % · met"


def test_net_bars_are_less_by_type_and_keep_coverage_and_gap() -> None:
    """Of 300 + EUR 2 000 000 (100), 60 relocations and EUR 500 000 (25) are taken off: 240 + 75 are left."""
    amounts = DeductionAmounts(relocations=60, financial_cents=500_000_00)
    granted = Deduction(DeductionBasis.ARTICLE_61, DeductionStage.GRANTED, amounts)
    forum = pledged(BE=Pledge(300, 2_000_000_00, None))
    forum = forum.with_state(replace(forum.state("BE"), deductions=(granted,), benefitting_since=forum.adopted))
    shown = picture_of(assess(forum), Order.GAP, Scale.RELOCATIONS, Pledged.NET)
    bar = next(each for each in shown.bars if each.code == "BE")
    gross = bar_of(forum, "BE")
    assert dict(bar.parts) == {Part.RELOCATIONS: 240, Part.FINANCIAL: 75, Part.ALTERNATIVE: 0}
    assert bar.so_far == bar.net == 315
    assert bar.gross == 400
    assert bar.hatched == 0
    assert gross.hatched == 85
    assert (bar.gap, bar.coverage) == (gross.gap, gross.coverage)
    assert plain(bar.outcome()) == "net 315 · 61.56 % · 250 missing"
    assert bar.figures() == gross.figures()
    assert shown.pool is not None
    assert dict(shown.pool.parts) == dict(bar.parts)
    assert shown.longest == picture(forum, scale=Scale.RELOCATIONS).longest, "one scale for gross and net"
    assert picture_of(assess(replace(forum, pool=Pool())), Order.GAP, Scale.FAIR_SHARE, Pledged.NET).pool is None


@pytest.mark.parametrize("language", full_languages())
def test_the_page_says_whether_it_is_net(language: str) -> None:
    words, assessment = terms(language), assess(pledged(BE=Pledge(300, 2_000_000_00, None)))
    pages = {
        each: plain(printed_text(coverage_pdf(assessment, FINGERPRINT, language=language, pledged=each)))
        for each in Pledged
    }
    for each, key, other in ((Pledged.GROSS, "gross", "net"), (Pledged.NET, "net", "gross")):
        assert words.plain(f"coverage.pledged-{key}") in pages[each]
        assert words.plain(f"coverage.pledged-{other}") not in pages[each].replace(
            words.plain("coverage.note"), ""
        ).replace(words.plain("coverage.note-net"), "")
        assert (words.plain("coverage.deducted") in pages[each]) == (each is Pledged.GROSS)


def test_no_pledge_and_not_recorded_are_said_in_words() -> None:
    forum = pledged(BE=Pledge(None, None, None), BG=Pledge(20, ABSENT, None))
    assert bar_of(forum, "BE").outcome() == "no pledge · 650 missing"
    assert outcome(ENGLISH, bar_of(forum, "BE")) == "no pledge · 650 missing"
    assert bar_of(forum, "BG").outcome() == "20 so far · not all recorded"
    assert bar_of(forum, "BG").net is None
    assert bar_of(forum, "CZ").outcome() == outcome(ENGLISH, bar_of(forum, "CZ")) == "nothing recorded"
    assert outcome(ENGLISH, bar_of(forum, "BG")) == "20 so far · not all recorded"


def test_the_pool_counts_complete_pledges_like_its_coverage() -> None:
    forum = pledged(BE=Pledge(300, 2_000_000_00, None), BG=Pledge(999, ABSENT, None))
    assessment = assess(forum)
    pool = picture(forum).pool
    assert pool is not None
    assert sum(value or 0 for _part, value in pool.parts) == pool.gross == assessment.totals.pledged_equivalents == 400
    assert pool.coverage == assessment.totals.coverage == Fraction(400, 21000)
    assert pool.verdict is Verdict.NOT_KNOWN
    assert plain(pool.outcome()) == "1.90 % so far · 20 600 missing"
    everybody = pledged(**{each.code: Pledge(0, None, None) for each in SAMPLE.states})
    complete = picture(everybody).pool
    assert complete is not None
    assert complete.verdict is Verdict.SHORT


def test_orders_by_hand() -> None:
    forum = pledged(DE=Pledge(None, None, None), MT=Pledge(None, None, None), FR=Pledge(5000, None, None))
    assert [bar.code for bar in picture(forum).bars][:4] == ["DE", "MT", "FR", "BE"], "open ones come last"
    assert [bar.code for bar in picture(forum, Order.SHARE).bars][:3] == ["DE", "FR", "IT"]
    in_order = [POSITION[bar.code] for bar in picture(forum, Order.PROTOCOL).bars]
    assert in_order == sorted(in_order)
    assert "DK" not in {bar.code for bar in picture(forum).bars}, "without a fair share there is no bar"


def test_lengths_in_percent_and_in_relocations() -> None:
    forum = pledged(MT=Pledge(280, None, None))
    percent = picture(forum)
    malta = bar_of(forum, "MT")
    assert percent.part_of_width(malta, malta.fair_share) == 1 / FULL
    assert percent.part_of_width(malta, malta.so_far) > 1, "far more than its share is cut"
    assert [percent.mark_words(value) for _place, value in percent.marks()] == [
        f"{each}\u00a0%" for each in (0, 50, 100, 150)
    ]
    persons = picture(forum, scale=Scale.RELOCATIONS)
    assert [plain(persons.mark_words(value)) for _place, value in persons.marks()] == [
        "0",
        "1 000",
        "2 000",
        "3 000",
        "4 000",
    ]
    assert persons.part_of_width(malta, persons.longest) == 1
    assert persons.pool is not None
    assert persons.part_of_width(persons.pool, persons.pool.fair_share) == 1 / FULL


def test_without_a_reference_number_there_is_nothing_to_cover() -> None:
    bare = picture(replace(SAMPLE, pool=Pool()), scale=Scale.RELOCATIONS)
    assert bare.bars == ()
    assert bare.pool is None
    assert bare.marks()[0] == (Fraction(0), 0)


def test_without_a_rate_money_has_no_length() -> None:
    bar = bar_of(replace(pledged(BE=Pledge(1, 5_00, None)), pool=Pool(relocations=21000)), "BE")
    assert dict(bar.parts) == {Part.RELOCATIONS: 1, Part.FINANCIAL: None, Part.ALTERNATIVE: 0}
    assert (
        plain(bar.figures())
        == "fair share 650, exact 649.78 · 1 relocation · EUR 5 money · 1 so far · not all recorded"
    )


def test_a_fair_share_of_nothing_is_no_bar_and_met_without_percent_is_said() -> None:
    bar = Bar("BE", Fraction(0), ((Part.RELOCATIONS, Fraction(0)),), Fraction(0), Fraction(0), 0, None, Verdict.MET)
    assert bar.outcome() == "met"
    assert picture(SAMPLE).part_of_width(bar, Fraction(5)) == 0


amounts = st.one_of(st.just(ABSENT), st.none(), st.integers(0, 10_000_000))


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([each.code for each in SAMPLE.states]),
        st.builds(Pledge, relocations=amounts, financial_cents=amounts, alternative=st.just(None)),
        max_size=8,
    ),
    st.sampled_from(Order),
    st.sampled_from(Scale),
)
def test_the_same_figures_as_in_the_table_whatever_the_looks(
    pledges: dict[str, Pledge], order: Order, scale: Scale
) -> None:
    forum = pledged(**pledges)
    assessment = assess(forum)
    shown = picture_of(assessment, order, scale)
    rows = {row.code: row for row in assessment.rows if row.in_key}
    assert {bar.code for bar in shown.bars} == set(rows)
    for bar in shown.bars:
        row = rows[bar.code]
        assert (bar.gross, bar.net, bar.gap) == (row.equivalents, row.net_equivalents, row.gap_relocations)
        if bar.gross is not None:
            assert bar.so_far == bar.gross
        if scale is Scale.RELOCATIONS:
            assert shown.part_of_width(bar, max(bar.so_far, bar.fair_share)) <= 1


@pytest.mark.parametrize("scale", Scale)
def test_the_page_says_every_state_with_marking_and_fingerprint(scale: Scale) -> None:
    forum = pledged(BE=Pledge(300, 2_000_000_00, (MEASURE,)), DE=Pledge(None, None, None), MT=Pledge(280, None, None))
    deduction = Deduction(DeductionBasis.ARTICLE_61, DeductionStage.GRANTED, DeductionAmounts(relocations=200))
    forum = forum.with_state(replace(forum.state("BE"), deductions=(deduction,)))
    assessment = assess(forum)
    data = coverage_pdf(assessment, FINGERPRINT, scale=scale)
    assert data == coverage_pdf(assessment, FINGERPRINT, scale=scale), "the same bytes for the same figures"
    page = plain(printed_text(data))
    shown = picture_of(assessment, Order.GAP, scale)
    assert shown.pool is not None
    for bar in (*shown.bars, shown.pool):
        assert plain(outcome(ENGLISH, bar)) in page
    for words in ("Coverage of the fair shares", "PUBLIC", FINGERPRINT, "Page 1 of 1", "DRAFT", scale.value):
        assert words in page
    assert ("scale of its own" in page) is (scale is Scale.RELOCATIONS)


@pytest.mark.parametrize("language", full_languages())
def test_the_page_speaks_every_language(language: str) -> None:
    words = terms(language)
    assessment = assess(SAMPLE)
    page = plain(printed_text(coverage_pdf(assessment, FINGERPRINT, language=language, order=Order.PROTOCOL)))
    for bar in picture_of(assessment, Order.PROTOCOL, Scale.FAIR_SHARE).bars:
        assert words.plain(f"state.{bar.code}") in page
        assert plain(outcome(words, bar)) in page
    assert words.plain("coverage.part-alternative") in page, "nothing is hyphenated on one line"


def test_a_page_without_bars_says_why() -> None:
    data = coverage_pdf(assess(replace(SAMPLE, pool=Pool())), FINGERPRINT)
    assert "No Member State has a fair share yet" in plain(printed_text(data))


def printed_text(data: bytes) -> str:
    return Printed(data).text
