"""The delegation sheet: one page, the state's own figures and history, nothing of others and nothing internal."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desktop_app.calc import wording
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.findings import Deadline, Finding, Severity, Status
from desktop_app.calc.forum import (
    Acknowledgement,
    Deduction,
    DeductionBasis,
    DeductionStage,
    Forum,
    Pledge,
)
from desktop_app.calc.papers import NO_HISTORY, History
from desktop_app.calc.recorded import ABSENT
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.calc.said import Certainty, HowSaid, Said
from desktop_app.calc.search_and_rescue import ActPath
from desktop_app.calc.sentences import State, say
from desktop_app.documents.blocks import Paragraph
from desktop_app.documents.delegation import NoSheetError, Sheets, delegation_pdf, with_sheets
from desktop_app.documents.sections.sheet.history import Shown, changes_of, history_blocks
from desktop_app.documents.sections.source import source_of
from desktop_app.documents.standing import NOW, scenario
from desktop_app.documents.text import terms
from tests.documents import pressures, rescues
from tests.documents.extremes import extreme
from tests.documents.negotiated import changed, history, revised, step
from tests.documents.printed import Printed
from tests.documents.test_annex import FINGERPRINT
from tests.documents.test_pledge_table import assert_sound

SECRETS = ("30000", "Ana Silva", "after the bilateral", "our own note", "if others do", "the Minister", "France")


def sheet(
    made: Assessment,
    code: str,
    past: History = NO_HISTORY,
    *,
    secretariat: bool = False,
    language: str = "en",
) -> Printed:
    return Printed(delegation_pdf(made, FINGERPRINT, past, Sheets((code,), secretariat), language=language))


def text_of(printed: Printed) -> str:
    return " ".join(printed.text.replace("\u00a0", " ").replace("\u202f", "").split())


def talkative(forum: Forum) -> Forum:
    """The pool with a pledge of Belgium of which much is recorded that is nobody else's business."""
    said = HowSaid(relocations=Said(Certainty.ANNOUNCED, by="the Minister", condition="if others do"))
    pledge = Pledge(100, 20_000_000_50, None, note="our own note", said=said)
    deduction = Deduction(DeductionBasis.ARTICLE_61, DeductionStage.REQUESTED, requested=date(2026, 11, 2))
    record = replace(forum.state("BE"), pledge=pledge, deductions=(deduction,))
    return replace(forum, pool=replace(forum.pool, proposal_relocations=30_000)).with_state(record)


TALK = history(
    [
        step(1, changed("BE", "relocations", say("nothing recorded"), "90"), changed("FR", "relocations", "1", "2")),
        step(2, changed("BE", "note", "not given", "our own note"), reason="after the bilateral"),
        step(3, changed("BE", "relocations as said: by whom", "not given", "the Minister")),
        step(
            4,
            changed("BE", "relocations", "90", "100"),
            changed("BE", "financial contribution", say("none"), wording.money(500)),
        ),
    ]
)


def test_a_sheet_has_share_and_why_pledge_history_and_what_is_open(example: Forum) -> None:
    printed = sheet(assess(talkative(example)), "BE", TALK)
    text = text_of(printed)
    assert len(printed.pages) == 1
    for words in (
        "Population on 1 January 2025 12000000 50.00 % of 24000000",
        "Gross domestic product of 2024 EUR 600000 million 68.18 % of EUR 880000.50 million",
        "Share of the key 59.0909 % half of each part (Article 66)",
        "Fair share, exact 1772.73 share × reference number of 3000",
        "Fair share (Article 57(3)) 1773 in whole persons, by the reading ‘up’",
        "Fair share in money EUR 35454533.83 exact fair share × EUR 20000 a relocation",
        "initial meeting, round 1 27 November 2026, 15:43 UTC relocations 90 100 financial contribution none EUR 5",
        "27 November 2026, 15:40 UTC relocations nothing recorded 90",
        "deduction requested; not decided requested 2 November 2026; in full Article 61",
        "31 December 2026 Council: implementing act adopted",
        "DRAFT – not adopted",
    ):
        assert words in text
    assert_sound(printed.pages[0], 54)


def test_a_delegation_is_told_nothing_internal_and_nothing_of_others(example: Forum) -> None:
    forum = talkative(example)
    warned = next(each for each in assess(forum).findings if each.state == "BE" and each.severity is Severity.WARN)
    forum = replace(
        forum, acknowledgements=(Acknowledgement(warned.rule, "BE", warned.message, "after the bilateral"),)
    )
    made = assess(forum)
    of_the_proposal = say("Offsets are open: half of 30000 is pledged.")
    half = say("Relocation pledges reach half of 30000.")
    of_others = say("{one} and {other} agree.", one=State("BE"), other=State("FR"))
    more = (
        Finding("AMMR-63-1", Severity.INFO, "BE", of_the_proposal, "Art. 63(1)", Status.IN_FORCE),
        Finding("AMMR-63-2", Severity.INFO, "BE", half, "Art. 63(2)", Status.IN_FORCE),
        Finding("AMMR-56-2", Severity.INFO, "BE", of_others, "Art. 56", Status.IN_FORCE),
    )
    late = Deadline("AMMR-X", say("Something of all"), "2026-01-01", None, "", "Art. 1")
    made = replace(made, findings=(*made.findings, *more), deadlines=(*made.deadlines, late))
    told = text_of(sheet(made, "BE", TALK))
    assert [secret for secret in SECRETS if secret in told] == []
    assert "Something of all" not in told
    kept = text_of(sheet(made, "BE", TALK, secretariat=True))
    # What is another state's is not even the secretariat's to hand out on this sheet.
    assert [secret for secret in SECRETS if secret not in kept] == ["France"]
    assert "For the secretariat only" in kept


@pytest.mark.parametrize("times", [40, 75])
def test_forty_revisions_stay_on_one_page(example: Forum, times: int) -> None:
    printed = sheet(assess(example), "BE", revised("BE", times))
    text = text_of(printed)
    assert len(printed.pages) == 1
    shown = sum(f" relocations {seq - 1} {seq} " in text for seq in range(1, times + 1))
    assert 15 < shown < 40
    assert f"… and {times - shown} earlier changes." in text
    assert f"relocations {times - 1} {times}" in text
    cut = text_of(sheet(assess(example), "BE", replace(revised("BE", times), is_whole=False)))
    assert "earlier changes at least; older ones are in the record." in cut
    source = source_of(assess(example), terms("en"), draft=False)
    two = changes_of(revised("BE", 2).steps, "BE", secretariat=False)
    *_table, last = history_blocks(source, two, Shown(1), NOW)
    assert isinstance(last, Paragraph)
    assert last.text == "… and 1 earlier change."


def test_whatever_is_open_the_sheet_stays_on_one_page(example: Forum) -> None:
    made = assess(example)
    long = "Ελληνικό κείμενο и български текст, " * 9
    findings = tuple(
        Finding(f"R-{number}", Severity.WARN, "BE", f"{number}: {long}", "Art. 1", Status.IN_FORCE)
        for number in range(30)
    )
    crowded = replace(made, findings=findings, deadlines=made.deadlines * 9)
    printed = sheet(crowded, "BE", revised("BE", 40))
    text = text_of(printed)
    assert len(printed.pages) == 1
    assert "Deductions and findings: … and" in text
    assert "Time limits: … and" in text
    assert "… and 40 earlier changes." in text
    one_less = replace(made, findings=findings[:2], deadlines=made.deadlines * 9)
    assert len(sheet(one_less, "BE", revised("BE", 40)).pages) == 1
    assert_sound(printed.pages[0], 54)


def test_nothing_is_said_plainly(example: Forum) -> None:
    bare = replace(
        example.with_state(replace(example.state("BE"), pledge=Pledge(), deductions=(), flags=())),
        key=replace(example.key, states=tuple(replace(each, gdp=None) for each in example.key.states)),
    )
    made = replace(assess(bare), findings=(), deadlines=())
    text = text_of(sheet(made, "BE"))
    assert "a figure of the key is not known" in text
    assert "Relocations not recorded" in text
    assert "Nothing of it has been changed since the record begins." in text
    assert "Nothing is open: no finding, no time limit and no deduction concerns this Member State." in text
    assert bare.state("BE").pledge.relocations is ABSENT
    empty = Printed(delegation_pdf(assess(Forum()), FINGERPRINT))
    assert "No Member State takes part yet" in empty.text


def test_denmark_has_no_sheet_and_one_that_takes_no_part_is_refused(example: Forum) -> None:
    made = assess(example)
    assert "DK" not in with_sheets(made)
    assert len(Printed(delegation_pdf(made, FINGERPRINT)).pages) == len(with_sheets(made))
    with pytest.raises(NoSheetError, match="DK takes no part"):
        sheet(made, "DK")


def test_an_adopted_share_a_credit_and_offsets_are_told(example: Forum) -> None:
    record = example.state("BE")
    pledge = replace(record.pledge, offsets_planned=12)
    forum = replace(example, key=replace(example.key, adopted_shares=(("BE", Fraction(60)),))).with_state(
        replace(record, crisis_credit=7, benefitting_since=date(2026, 11, 1), pledge=pledge)
    )
    text = text_of(sheet(assess(forum), "BE"))
    assert "60.0000 % as the act gives it; no share is rescaled" in text
    assert "share × reference number of 3000, less a crisis credit of 7" in text
    assert "Offsets planned 12" in text
    assert "Benefitting since 1 November 2026" in text
    outside = replace(
        forum,
        key=replace(
            forum.key,
            states=tuple(replace(each, participates=each.code != "BE") for each in forum.key.states),
            adopted_shares=(),
        ),
    )
    assert "Outside the key: no share is worked out." in text_of(sheet(assess(outside), "BE"))


def test_a_scenario_stands_apart_from_the_record_and_belongs_to_no_meeting(example: Forum) -> None:
    """Entry 2 of the scenario is not entry 2 of the record."""
    before = step(2, changed("BE", "relocations", "100", "200"), meeting=None)
    own = replace(step(2, changed("BE", "relocations", "200", "900")), scenario="France more")
    text = text_of(sheet(assess(example), "BE", history([before, own])))
    parts = ("In the scenario “France more”, not in the record", "900", "In the record", "100")
    places = [text.index(part, text.index("History of the pledge")) for part in parts]
    assert places == sorted(places)


def test_search_and_rescue(request: pytest.FixtureRequest) -> None:
    made = rescues.assessed(rescues.example())
    text = text_of(sheet(made, "FR", history([step(1, changed("FR", "plan: relocations", "1", "2"))])))
    for words in (
        "half of each part (Article 54 of COM(2020) 610)",
        "The plan, and what it comes to",
        "By the act: relocations",
        "History of the plan",
        "plan: relocations 1 2",
        "PROPOSAL OF 2020 – never adopted",
    ):
        assert words in text
    assert "No plan is recorded yet." in text_of(sheet(made, "EL"))
    assert "benefits: nobody asks it for its part" in text_of(sheet(made, "EL"))
    pledged = rescues.assessed(rescues.crowded(ActPath.SUFFICIENT))
    raised = next(row.code for row in pledged.rows if row.raised and row.plan)
    assert "Raised since" in text_of(sheet(pledged, raised))


def test_migratory_pressure_and_the_voluntary_mechanism() -> None:
    made = pressures.assessed(pressures.crowded())
    text = text_of(sheet(made, "BE"))
    assert "By the act: applicants" in text
    assert "50 %" in text
    assert "No plan is recorded yet." in text_of(sheet(made, "EL"))
    mechanism = pressures.weighed(pressures.mechanism())
    one = text_of(sheet(mechanism, "BE"))
    assert "has no key, and so no share" in one
    assert "Pledged: persons 50" in one
    assert "Outstanding: persons 29" in one
    silent = next(row.code for row in mechanism.rows if not row.relocations and not row.financial_cents)
    assert "No pledge is recorded yet." in text_of(sheet(mechanism, silent))
    assert "for projects" in text_of(Printed(delegation_pdf(mechanism, FINGERPRINT)))


@pytest.mark.parametrize("code", ["BE", "EL"])
def test_the_same_state_gives_the_same_bytes(example: Forum, code: str) -> None:
    made = [sheet(assess(talkative(example)), code, TALK, language="nl").data for _time in range(2)]
    assert made[0] == made[1]


def test_the_dutch_sheet_has_dutch_words_numbers_and_history(example: Forum) -> None:
    text = text_of(sheet(assess(talkative(example)), "BE", TALK, language="nl"))
    for words in (
        "België",
        "600000 miljoen EUR",
        "27 november 2026, 15:40 UTC herplaatsingen niets vastgelegd 90",
        "financiële bijdrage geen 5 EUR",
    ):
        assert words in text


@pytest.mark.parametrize("secretariat", [False, True])
def test_however_long_the_texts_a_state_has_one_page(adopted: Forum, secretariat: bool) -> None:
    made = assess(extreme(adopted))
    wanted = Sheets(secretariat=secretariat)
    standing = scenario("Σενάριο " * 30)
    pages = Printed(delegation_pdf(made, FINGERPRINT, revised("BE", 80), wanted, standing=standing)).pages
    assert len(pages) == len(with_sheets(made))
    for page in pages:
        assert_sound(page, 54)
