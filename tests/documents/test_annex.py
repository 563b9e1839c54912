"""The annex says what the assessment says, in every cell."""

import itertools
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.calc.assessment import AnnualPoolAssessment, Row
from desktop_app.calc.findings import Finding, Severity, Status
from desktop_app.calc.forum import AlternativeMeasure, Classification, Forum, Pledge, SharesStatus
from desktop_app.calc.member_states import NAMES
from desktop_app.calc.readings import FIXED
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.documents import findings_pdf
from desktop_app.documents.annex import AnnexRefused, annex_pdf
from desktop_app.documents.annex_words import SAID
from desktop_app.documents.coverage import coverage_pdf
from desktop_app.documents.coverage_bars import Order, Pledged, Scale
from desktop_app.documents.fonts import Face, glyph_widths, printable
from desktop_app.documents.pledge_table import TableColumn, pledge_table_pdf
from desktop_app.documents.sections.findings import Said, alike
from desktop_app.documents.sections.source import Source
from desktop_app.documents.sections.title import first_sentence
from desktop_app.documents.styles import CELL
from desktop_app.documents.text import LanguageNotAvailableError, terms
from tests.documents.extremes import extreme, spoken
from tests.documents.printed import NARROW, Printed, thousands, two_decimals

ROOT = Path(__file__).resolve().parent.parent.parent
FINGERPRINT = "3fa9c1d20b7e"
Printer = Callable[[Forum | AnnualPoolAssessment], Printed]


def printed(given: Forum | AnnualPoolAssessment, *, draft: bool = True) -> Printed:
    assessment = assess(given) if isinstance(given, Forum) else given
    return Printed(annex_pdf(assessment, FINGERPRINT, draft=draft))


def row_of(document: Printed, code: str) -> str:
    """The state's row in the main table."""
    page = next(page for page in document.pages if page.width > page.height)
    return next(line for line in page.lines if line.startswith(f"{NAMES[code]} "))


# Every cell of the main table, written here without the code under test.


def cell_of_money(cents: int, decimals: bool) -> str:
    return f"EUR {two_decimals(cents, 100)}" if decimals else f"EUR {thousands(cents // 100)}"


def cell_of_pledge(recorded: object, text: str) -> str:
    if recorded is ABSENT:
        return "not recorded"
    return "none" if recorded is None else text


def expected_row(assessment: AnnualPoolAssessment, row: Row) -> str:
    rows = [each for each in assessment.rows if each.code != "DK"]
    pledge = assessment.forum.state(row.code).pledge

    def exact(value: Fraction | None, column: list[Fraction | None]) -> str:
        if value is None:
            return "not known"
        if all(each is None or each.denominator == 1 for each in column):
            return thousands(int(value))
        return two_decimals(value.numerator, value.denominator)

    def cents(value: int | None, column: list[int | None]) -> str:
        return cell_of_money(value or 0, any(each is not None and each % 100 for each in column))

    assert row.share is not None
    assert row.fair_share_eur is not None
    money = exact(row.fair_share_eur, [each.fair_share_eur for each in rows])
    deductions = assessment.forum.state(row.code).deductions
    totals = assessment.totals
    share = 100 * row.share
    ten_thousandths = (2 * 10_000 * share.numerator + share.denominator) // (2 * share.denominator)
    parts = [
        NAMES[row.code],
        f"{ten_thousandths // 10_000}.{ten_thousandths % 10_000:04d} %",
        thousands(row.fair_share_relocations or 0),
        f"EUR {money}",
        cell_of_pledge(pledge.relocations, thousands(row.pledged_relocations or 0)),
        thousands(pledge.of_which_beneficiaries) if isinstance(pledge.relocations, int) else "–",
        cell_of_pledge(
            pledge.financial_cents, cents(row.pledged_financial_cents, [each.pledged_financial_cents for each in rows])
        ),
        cell_of_pledge(
            pledge.alternative, cents(row.pledged_alternative_cents, [each.pledged_alternative_cents for each in rows])
        ),
        exact(row.equivalents, [*(each.equivalents for each in rows), totals.pledged_equivalents]),
        *(f"{each.stage.value}; not decided" for each in deductions),
        exact(row.deducted_equivalents, [each.deducted_equivalents for each in rows]) if deductions else "–",
        exact(row.net_equivalents, [*(each.net_equivalents for each in rows), totals.net_equivalents]),
    ]
    return " ".join(parts)


@pytest.mark.parametrize("name", ["example", "sample", "adopted"])
def test_every_cell_of_the_main_table_is_the_assessments(name: str, request: pytest.FixtureRequest) -> None:
    assessment = assess(request.getfixturevalue(name))
    document = printed(assessment)
    for row in assessment.rows:
        if row.code != "DK":
            assert row_of(document, row.code) == expected_row(assessment, row)


def test_wide_figures_stand_at_full_size(adopted: Forum) -> None:
    """EUR 11 147 480 002.75 of Malta's, far above its fair share of 21 000 / 26 relocations."""
    pledge = Pledge(None, 11_147_480_002_75, None)
    document = printed(adopted.with_state(replace(adopted.state("MT"), pledge=pledge)))
    amount, coverage = f"EUR 11{NARROW}147{NARROW}480{NARROW}002.75", f"69{NARROW}008.21 %"
    assert amount in row_of(document, "MT")
    assert coverage in document.text
    assert document.sizes_of(amount.removeprefix("EUR ")) == {CELL.size}
    assert document.sizes_of(coverage.removesuffix(" %")) == {CELL.size}


def test_totals_that_nobody_works_out_are_a_dash(adopted: Forum) -> None:
    """26 states with 100 relocations and EUR 2 000 000 each: 26 x 200 = 5 200 relocations in all."""
    lines = [line for page in printed(adopted).pages if page.width > page.height for line in page.lines]
    total = next(line for line in lines if line.startswith("Total "))
    assert total.endswith(f"(¹) – 2{NARROW}600 – EUR 52{NARROW}000{NARROW}000 EUR 0 5{NARROW}200 – 5{NARROW}200")


def test_rows_stand_in_protocol_order_without_denmark(sample: Forum) -> None:
    page = next(page for page in printed(sample).pages if page.width > page.height)
    names = [name for line in page.lines for name in NAMES.values() if line.startswith(f"{name} ")]
    assert names == [name for code, name in NAMES.items() if code != "DK"]


def test_denmark_is_explained(sample: Forum) -> None:
    assert "Denmark is not bound by the Regulation" in printed(sample).text


def test_known_figures_of_the_example(example: Forum) -> None:
    """Worked by hand: EUR 20 000 a relocation; 100 + (20 000 000.50 + 1 200 000) / 20 000 = 1 160.000025."""
    belgium = row_of(printed(example), "BE")
    assert f"100 0 EUR 20{NARROW}000{NARROW}000.50 EUR 1{NARROW}200{NARROW}000 1{NARROW}160.00" in belgium
    assert row_of(printed(example), "EL").count("none") == 3


def test_portugal_as_the_style_guide_writes_it(sample: Forum) -> None:
    assert f"EUR 8{NARROW}440{NARROW}000" in row_of(printed(sample), "PT")


def test_the_three_states_of_a_cell_are_apart(adopted: Forum) -> None:
    def with_pledge(pledge: Pledge) -> str:
        return row_of(printed(adopted.with_state(replace(adopted.state("MT"), pledge=pledge))), "MT")

    assert "not recorded – none none not known" in with_pledge(Pledge(ABSENT, None, None))
    assert "none – none none 0" in with_pledge(Pledge(None, None, None))
    assert "0 0 EUR 0 none 0" in with_pledge(Pledge(0, 0, None))


def test_a_measure_without_value_says_so(adopted: Forum) -> None:
    pledge = Pledge(0, 0, (AlternativeMeasure("help"),))
    document = printed(adopted.with_state(replace(adopted.state("MT"), pledge=pledge)))
    assert "EUR 0 value not given not known" in row_of(document, "MT")
    assert "Malta help not given not given – not given" in document.text


def test_totals_and_the_note_on_rounding_up(sample: Forum) -> None:
    totals = assess(sample).totals
    assert totals.fair_share_relocations == 21_013
    page = next(page for page in printed(sample).pages if page.width > page.height)
    total = next(line for line in page.lines if line.startswith("Total"))
    assert f"21{NARROW}013" in total
    assert thousands(totals.pledged_relocations) in total
    assert f"therefore exceeds the reference number of 21{NARROW}000 relocations" in page.text
    assert f"Reference number 21{NARROW}000 EUR 420{NARROW}000{NARROW}000.00" in page.lines


@pytest.mark.parametrize(
    ("reading", "words"),
    [("nearest", "rounded to the nearest whole person"), ("largest-remainder", "largest remainders first")],
)
def test_other_roundings_have_their_own_note(adopted: Forum, reading: str, words: str) -> None:
    document = printed(replace(adopted, readings=(("rounding", reading),)), draft=False)
    assert words in document.text
    assert "therefore exceeds" not in document.text
    assert f"(rounding: {reading})" in document.text


def test_rounding_up_without_a_rest_exceeds_nothing(adopted: Forum) -> None:
    pool = replace(adopted.pool, relocations=26_000, financial_cents=520_000_000_00)
    assert "may exceed the reference number" in printed(replace(adopted, pool=pool)).text


def test_a_forum_without_states_says_so() -> None:
    text = printed(Forum()).text
    assert "None recorded." in text
    assert "not given" in text
    assert "(year not given)" in text
    assert "as of not given" in text


def test_a_forum_without_title_is_named_after_the_pool() -> None:
    assert "Annual Solidarity Pool 2031" in printed(Forum(year=2031)).properties["Title"]


def test_missing_reference_numbers_leave_figures_not_known(adopted: Forum) -> None:
    document = printed(replace(adopted, pool=replace(adopted.pool, relocations=None)))
    assert "not known not known" in row_of(document, "BE")
    assert "Relocations (Article 57(1)) not given" in document.text
    assert "Coverage of the reference number not known" in document.text
    document = printed(replace(adopted, pool=replace(adopted.pool, financial_cents=None)))
    assert f"Reference number 21{NARROW}000 not given" in document.lines


def test_a_state_outside_the_key_keeps_its_pledge(adopted: Forum) -> None:
    states = tuple(replace(each, participates=each.code != "SE") for each in adopted.key.states)
    row = row_of(printed(replace(adopted, key=replace(adopted.key, states=states))), "SE")
    assert row == f"Sweden outside the key 100 0 EUR 2{NARROW}000{NARROW}000 none 200 – 200"


def test_deductions_stand_beside_the_gross_pledge(example: Forum) -> None:
    """Latvia asked for EUR 1 500 000 off; nothing is decided, so nothing is taken off: 150 relocations."""
    document = printed(example)
    assert row_of(document, "LV").endswith("requested; not decided 0 150.00")
    assert "150 0 150" in document.lines
    assert f"in part: EUR 1{NARROW}500{NARROW}000 of financial contribution" in document.text


def test_measures_are_described_and_valued(example: Forum) -> None:
    text = printed(example).text
    assert "twenty case officers for six months" in text
    assert "national daily rate" in text
    assert f"EUR 1{NARROW}200{NARROW}000" in text


def test_status_coverage_and_associated_states(example: Forum) -> None:
    document = printed(example)
    assert "under migratory pressure (arrivals)" in document.text
    assert f"Norway ad hoc contribution EUR 1{NARROW}000{NARROW}000" in document.text
    for row in assess(example).rows:
        if row.coverage is not None:
            percent = 100 * row.coverage
            assert f"{two_decimals(percent.numerator, percent.denominator)} %" in document.text


def test_every_finding_that_blocks_or_warns_is_in_a_draft(sample: Forum) -> None:
    assessment = assess(sample)
    text = printed(assessment).text.replace("\u00a0", " ")
    for finding in assessment.findings:
        if finding.severity is not Severity.INFO:
            message = finding.message.replace("\u00a0", " ")
            # Of several states at once: every name, and once what is said of them.
            parts = [message] if message in text else message.split(": ", 1)
            assert all(part in text for part in parts)
            assert finding.rule in text


def finding_of(state: str | None, message: str, severity: Severity = Severity.WARN, rule: str = "R") -> Finding:
    return Finding(rule, severity, state, message, "Art. 1", Status.IN_FORCE, column=f"column of {state}")


def grouped(forum: Forum, findings: list[Finding]) -> list[tuple[Finding, ...]]:
    source = Source(assess(forum), terms("en"), draft=True)
    groups = alike(source, [Said(each, each.message) for each in findings])
    return [tuple(each.finding for each in group) for group in groups]


def test_findings_that_say_the_same_of_several_states_stand_together_in_the_place_of_the_first(adopted: Forum) -> None:
    belgium, chair = finding_of("BE", "Belgium: nothing."), finding_of(None, "The forum: nothing.")
    malta, sweden = finding_of("MT", "Malta: something."), finding_of("SE", "Sweden: nothing.")
    assert grouped(adopted, [belgium, chair, malta, sweden]) == [(belgium, sweden), (chair,), (malta,)]


@pytest.mark.parametrize(
    "other",
    [
        finding_of("SE", "Sweden: nothing.", Severity.BLOCK),
        finding_of("SE", "Sweden: nothing.", rule="S"),
        finding_of("SE", "Sweden says: nothing."),
        finding_of("SE", "nothing."),
    ],
)
def test_other_findings_stay_apart(adopted: Forum, other: Finding) -> None:
    assert len(grouped(adopted, [finding_of("BE", "Belgium: nothing."), other])) == 2


def test_states_of_which_the_same_is_missing_are_listed_once(adopted: Forum) -> None:
    forum = adopted
    for code, pledge in (("BG", Pledge()), ("CZ", Pledge()), ("EL", Pledge(1)), ("SE", Pledge())):
        forum = forum.with_state(replace(forum.state(code), pledge=pledge))
    text = printed(forum).text
    assert (
        "blocks 3 Member States Bulgaria, Czechia and Sweden: nothing is recorded for relocations, financial "
        "contribution and alternative measures; " in text
    )
    assert "blocks Greece Greece: nothing is recorded for financial contribution and alternative measures; " in text


def test_two_findings_of_one_state_that_say_the_same_name_it_once(adopted: Forum) -> None:
    twice = (finding_of("MT", "Malta: nothing."), finding_of("MT", "Malta: nothing."))
    assert "warns Malta Malta: nothing." in printed(replace(assess(adopted), findings=twice)).text


def test_a_draft_with_which_nothing_is_wrong_says_so(adopted: Forum) -> None:
    assessment = replace(assess(adopted), findings=())
    assert "Nothing blocks and nothing warns." in printed(assessment).text


def test_a_finding_of_the_proposal_is_labelled(adopted: Forum) -> None:
    finding = Finding("P610-48-2c", Severity.WARN, None, "The indicator.", "Art. 48(2)", Status.PROPOSAL_2020)
    text = printed(replace(assess(adopted), findings=(finding,))).text
    assert "The following findings warn." in text
    assert "P610-48-2c" in text
    assert "proposal of 2020, not law" in text


# Readings


@pytest.mark.parametrize("draft", [True, False])
def test_what_is_read_in_one_way_only_stands_after_the_readings_in_force(adopted: Forum, draft: bool) -> None:
    text = printed(adopted, draft=draft).text.replace("\u00a0", " ")
    place = text.index("Other unclear texts are read in one way only:")
    assert text.index("Date of general application (general-application)") < place < text.index("Population on")
    for reading in FIXED:
        (meaning,) = reading.choices.values()
        said = f"{reading.title}: {meaning}. {reading.why} ({reading.reference})"
        assert said in text[place:]


# Beside the law


def with_shortfall(adopted: Forum, shortfall: Fraction | None) -> AnnualPoolAssessment:
    assessment = assess(adopted)
    triggered = shortfall is not None and shortfall > Fraction(3, 10)
    totals = replace(assessment.totals, shortfall=shortfall, shortfall_triggered=triggered)
    cover = 404 if triggered else 0
    rows = (replace(assessment.rows[0], cover_relocations=cover, reduction_eligible=True), *assessment.rows[1:])
    return replace(assessment, totals=totals, rows=rows)


@pytest.mark.parametrize(
    ("shortfall", "words"),
    [
        (Fraction(3, 10), "30.00 %: not triggered"),
        (Fraction(30_001, 100_000), "> 30 %: triggered"),
        (Fraction(30_005, 100_000), "30.01 %: triggered"),
        (Fraction(1, 4), "25.00 %: not triggered"),
        (None, "30 % shortfall indicator not known"),
    ],
)
def test_the_indicator_of_2020_is_exact_in_words(adopted: Forum, shortfall: Fraction | None, words: str) -> None:
    text = printed(with_shortfall(adopted, shortfall)).text
    assert words in text
    assert "PROPOSAL OF 2020, NOT LAW" in text


def test_cover_and_reduction_of_2020_name_the_states(adopted: Forum) -> None:
    text = printed(with_shortfall(adopted, Fraction(1, 2))).text
    assert "Belgium: 404 relocations" in text
    assert "10 % reduction, eligible Belgium" in text


def test_a_final_annex_has_nothing_beside_the_law(adopted: Forum) -> None:
    text = printed(adopted, draft=False).text
    assert "NOT LAW" not in text
    assert "shortfall" not in text
    assert "COM(2020)" not in text
    assert "Findings" not in text


def test_notes_of_the_secretariat_stay_in_drafts(adopted: Forum) -> None:
    noted = replace(adopted, note="for the chair").with_state(
        replace(adopted.state("BE"), pledge=replace(adopted.state("BE").pledge, note="by telephone"))
    )
    assert "for the chair" in printed(noted).text
    assert "by telephone" in printed(noted).text
    assert "for the chair" not in printed(noted, draft=False).text
    assert "by telephone" not in printed(noted, draft=False).text


# An estimate is called one, whatever else it is


def estimated(forum: Forum, **others: object) -> Forum:
    return replace(forum, shares_status=SharesStatus.ESTIMATE, **others)  # type: ignore[arg-type]


def test_every_page_of_a_final_annex_of_an_estimate_says_so(adopted: Forum) -> None:
    document = printed(estimated(adopted), draft=False)
    for page in document.pages:
        assert any(line.endswith("ESTIMATE – shares from public data, not the annex as adopted") for line in page.lines)
    assert document.properties["Title"] == "Annex (estimate): Annual Solidarity Pool for 2027"
    assert document.pages[0].text.count("ESTIMATE – shares from public data") == 2


def test_a_draft_of_an_estimate_bears_both_marks(adopted: Forum) -> None:
    document = printed(estimated(adopted, adopted=None))
    for page in document.pages:
        assert "DRAFT – not adopted" in page.lines
        assert any(line.endswith("ESTIMATE – shares from public data") for line in page.lines)
    assert document.properties["Title"] == "Annex (draft, estimate): Annual Solidarity Pool for 2027"


def test_shares_that_are_computed_are_not_called_an_estimate(adopted: Forum) -> None:
    for draft in (True, False):
        assert "ESTIMATE" not in printed(adopted, draft=draft).text.upper()


def test_the_label_of_an_estimate_stands_in_a_final_annex_without_the_rest_of_the_note(adopted: Forum) -> None:
    note = "Public sources, not the annex. Call the chair.\n\nMore for the chair."
    page = printed(estimated(adopted, note=note), draft=False).pages[0]
    place = page.lines.index("Public sources, not the annex.")
    assert page.lines[place - 1] == "ESTIMATE – shares from public data, not the annex as adopted"
    assert "chair" not in printed(estimated(adopted, note=note), draft=False).text


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("", ""),
        ("One line", "One line"),
        ("\n A line.\nAnother", "A line."),
        ("Under Art. 57 as of approx. half. Then more.", "Under Art. 57 as of approx. half."),
        ("Why? Éric knows.", "Why?"),
        ("См. ниже. Далее.", "См. ниже."),
    ],
)
def test_the_label_is_the_first_sentence_of_the_note(note: str, sentence: str) -> None:
    assert first_sentence(note) == sentence


# Final or draft


def test_a_final_annex_is_refused_while_something_blocks(sample: Forum) -> None:
    assessment = assess(sample)
    with pytest.raises(AnnexRefused, match="cannot be printed as final") as refused:
        annex_pdf(assessment, FINGERPRINT, draft=False)
    assert refused.value.findings == assessment.blocks
    assert len(refused.value.findings) > 1


def test_one_finding_is_enough_to_refuse(adopted: Forum) -> None:
    blocked = adopted.with_state(replace(adopted.state("MT"), pledge=Pledge(ABSENT, None, None)))
    with pytest.raises(AnnexRefused, match="1 finding blocks it"):
        annex_pdf(assess(blocked), FINGERPRINT, draft=False)


def test_another_language_is_refused_with_a_list(adopted: Forum) -> None:
    with pytest.raises(LanguageNotAvailableError, match="languages available: bg, cs, "):
        annex_pdf(assess(adopted), FINGERPRINT, language="xx", draft=True)


# The same state, the same bytes


def test_the_same_state_gives_the_same_bytes(sample: Forum) -> None:
    assert printed(sample).data == printed(sample).data


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_gives_the_same_bytes(example: Forum, seed: str) -> None:
    code = (
        "import sys; from desktop_app.calc.assess import assess; from desktop_app.documents.annex import annex_pdf; "
        "from desktop_app.models.interchange import read_document; "
        "forum = read_document(open('tests/examples/annual-pool.json', 'rb').read()); "
        f"sys.stdout.buffer.write(annex_pdf(assess(forum), {FINGERPRINT!r}, draft=True))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
    )
    assert run.stdout == printed(example).data


def test_another_state_gives_other_bytes(adopted: Forum) -> None:
    other = adopted.with_state(replace(adopted.state("MT"), pledge=Pledge(1, None, None)))
    assert printed(adopted).data != printed(other).data


# Every word is used, every string can be printed


def is_of_2020(key: str) -> bool:
    """Whether a word stands in documents of the proposal of 2020 alone; those have a test of their own."""
    group, name = key.split(".", 1)
    return group in {"response", "form", "test", "standing", "measure", "record"} or name in OF_2020 or "-2020" in name


OF_2020 = {
    "never-adopted",
    "draft-form",
    "law-never-adopted",
    "running-form",
    "blank-form",
    "subject-blank",
    "running-test",
    "running-record",
    "file-form",
    "file-test",
    "file-record",
}
"""Words of documents of the proposal of 2020 that stand beside those of others."""


def is_of_2020_solidarity(key: str) -> bool:
    """Whether a word stands in documents on pressure and on the voluntary mechanism alone; tested with them."""
    group, name = key.split(".", 1)
    ends = ("-pressure", "-voluntary", "-overview", "-form-ii", "-form-iv", "-reduction", "-overview-draft")
    beside = group in {"page", "title", "notes", "findings"} and (name.endswith(ends) or key in OF_SOLIDARITY)
    return beside or group in GROUPS_OF_SOLIDARITY


def is_of_the_room(key: str) -> bool:
    """Whether a word stands in sheets, differences, dossiers and prints of other moments alone; tested with them."""
    group, name = key.split(".", 1)
    ends = ("-delegation", "-difference", "-dossier", "-readings", "-history", "-through", "-vote")
    return group in {"sheet", "diff", "dossier", "table", "moment", "vote", "offsets"} or (
        group in {"page", "title"} and name.endswith(ends)
    )


GROUPS_OF_SOLIDARITY = {
    "contribution",
    "activity",
    "annex-ii",
    "annex-iv",
    "act53",
    "situation",
    "indicator",
    "used",
    "groups",
    "support",
    "incentives",
    "log",
    "overview",
    "test53",
    "reduction",
}
OF_SOLIDARITY = {
    "page.no-obligation",
    "notes.law-credit",
    "notes.law-mechanism",
    "notes.law-support",
    "notes.law-incentives",
}


def test_no_word_is_left_over(asked_words: set[str], example: Forum, sample: Forum, adopted: Forum) -> None:
    """Forums of all kinds together use every sentence of the language."""
    for forum in (example, sample, adopted, extreme(adopted), spoken(adopted), Forum(), Forum(year=2031)):
        printed(forum)
        findings_pdf(assess(forum), FINGERPRINT)
        findings_pdf(assess(forum), FINGERPRINT, findings=())
        pledge_table_pdf(assess(forum), FINGERPRINT)
        pledge_table_pdf(assess(forum), FINGERPRINT, columns=TableColumn)
        pledge_table_pdf(assess(forum), FINGERPRINT, codes=["BE"])
        for order, scale, pledged in itertools.product(Order, Scale, Pledged):
            coverage_pdf(assess(forum), FINGERPRINT, order=order, scale=scale, pledged=pledged)
    printed(adopted, draft=False)
    printed(estimated(adopted), draft=False)
    printed(replace(assess(adopted), findings=()))
    printed(with_shortfall(adopted, Fraction(30_001, 100_000)))
    printed(replace(adopted, pool=replace(adopted.pool, relocations=26_000, financial_cents=520_000_000_00)))
    for reading in ("nearest", "largest-remainder"):
        printed(replace(adopted, readings=(("rounding", reading),)))
    printed(
        replace(
            assess(adopted), findings=tuple(each for each in assess(sample).findings if each.severity is Severity.WARN)
        )
    )
    finding = Finding("P610-48-2c", Severity.WARN, None, "The indicator.", "Art. 48(2)", Status.PROPOSAL_2020)
    printed(replace(assess(adopted), findings=(finding,)))
    options = zip(assess(adopted).rows, ("no", "a", "b", "ab"), strict=False)
    printed(replace(assess(adopted), rows=tuple(replace(row, offset_option=option) for row, option in options)))
    for month in range(1, 13):
        printed(replace(adopted, adopted=date(2026, month, 1)))
    # English has no translation that could be unreviewed, and says what calc says in calc's own words.
    # The exact value is a column of workbooks alone.
    others = {"state.IS", "state.LI", "page.unreviewed", "notes.annex-alone", "common.exact"}
    others |= {key for key in terms("en")._words if key.startswith(SAID)}
    elsewhere = (is_of_2020, is_of_2020_solidarity, is_of_the_room)
    left = {key for key in terms("en")._words if not any(one(key) for one in elsewhere)}
    assert left - asked_words - others == set()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=400))
def test_any_text_can_be_printed(adopted: Forum, text: str) -> None:
    record = replace(adopted.state("BE"), pledge=Pledge(1, 1, (AlternativeMeasure(text, None, 1, text),), note=text))
    document = printed(replace(adopted, title=text, note=text).with_state(record))
    assert document.pages


def test_a_face_is_split_where_more_characters_are_printed_than_a_font_in_a_pdf_holds(adopted: Forum) -> None:
    glyphs = sorted(
        character for character in glyph_widths(Face.SERIF) if printable(character, Face.SERIF) == character
    )
    text = "".join(character for character in glyphs if character.isalpha() and unicodedata.combining(character) == 0)
    assert len(text) > 256
    assert text[:40] in printed(replace(adopted, note=text)).text.replace(" ", "")
    assert text[-40:] in printed(replace(adopted, note=text)).text.replace(" ", "")


def test_the_classification_before_adoption_is_never_public(adopted: Forum) -> None:
    early = replace(adopted, adopted=None)
    assert printed(early).pages[0].lines[0] == "RESTREINT UE/EU RESTRICTED"
    limite = replace(early, classification=Classification.LIMITE)
    assert printed(limite).pages[0].lines[0] == "LIMITE"
