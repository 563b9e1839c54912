"""The annexes of acts on search and rescue say what the assessment says; final ones are refused while they must be."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.calc.forum import Classification, Forum
from desktop_app.calc.response_plans import Cover
from desktop_app.calc.search_and_rescue import ActPath, DisembarkationAct, Raise
from desktop_app.documents import findings_pdf
from desktop_app.documents.annex import AnnexRefused, annex_pdf
from desktop_app.documents.plan_form import Wanted, plan_forms_pdf, with_plans
from desktop_app.documents.pool_record import pool_record_pdf
from desktop_app.documents.text import terms
from desktop_app.documents.thirty_percent import thirty_percent_pdf
from tests.documents import rescues
from tests.documents.printed import NARROW, Printed
from tests.documents.test_annex import FINGERPRINT, is_of_2020
from tests.documents.test_dutch import ENGLISH, without_typed

CROWDED = rescues.crowded()


def printed(forum: Forum, *, draft: bool = True, language: str = "en") -> Printed:
    return Printed(annex_pdf(rescues.assessed(forum), FINGERPRINT, language=language, draft=draft))


def lines_with(document: Printed, start: str) -> list[str]:
    lines = [line.replace(NARROW, "").replace("\u00a0", " ") for line in document.lines]
    return [line for line in lines if line.startswith(start)]


def test_the_48_2_annex_fixes_number_and_share_of_every_state() -> None:
    document = printed(rescues.example(), draft=False)
    # 3529/6880, 379/8600, 2607/6880, 551/8600 of 2 000; France half of 757.85 rounded up, Sweden without a plan.
    assert lines_with(document, "Germany 51.2936 % 1026 1026 0 0 DE-SAR-1 (Rev) 1")
    assert lines_with(document, "Greece 4.4070 % 88 – – – benefits; not asked")
    assert lines_with(document, "France 37.8924 % 758 299 80 379 FR-SAR-1")
    assert lines_with(document, "Sweden 6.4070 % 128 128 0 0 set by the Commission")
    assert lines_with(document, "Total 2000 1453 80 379")
    assert lines_with(document, "France 379 100 279 150 by relocation,")
    assert lines_with(document, "Greece 2000 1533")
    text = document.text
    assert "Article 48(2) of COM(2020) 610" in text
    assert "The shortfall is 32.89\u00a0% (reading A), more than 30\u00a0%" in text.replace(" %", "\u00a0%")
    assert "by June 2027" in text


def test_a_final_annex_holds_nothing_of_the_secretariat() -> None:
    text = printed(rescues.example(), draft=False).text
    assert "DRAFT" not in text
    assert "secretariat" not in text.casefold()
    assert "EUR 11" in text.replace("\u00a0", " ")


def test_every_page_says_that_it_is_a_proposal_never_adopted_and_of_which_state() -> None:
    document = printed(CROWDED)
    for number, page in enumerate(document.pages, 1):
        assert "PROPOSAL OF 2020 – never adopted" in page.text
        assert page.lines.count("RESTREINT UE/EU RESTRICTED") == 2
        assert f"Page {number} of {len(document.pages)}" in page.text
        assert any(line.startswith(f"Fingerprint {FINGERPRINT}") for line in page.lines)
        assert "Readings: rounding largest-remainder; shortfall C; cover minimum" in page.lines
    assert document.properties["Author"] == "Solidarity Forum, secretariat"
    assert "COM(2020) 610" in document.properties["Subject"]


def test_a_public_forum_is_marked_public_before_its_act_too() -> None:
    forum = replace(rescues.example(act=DisembarkationAct()), classification=Classification.PUBLIC)
    assert printed(forum).pages[0].lines[0] == "PUBLIC"


def test_what_nobody_judged_is_refused_as_final_and_drafted_as_pledged() -> None:
    forum = rescues.example(act=DisembarkationAct())
    with pytest.raises(AnnexRefused) as refused:
        printed(forum, draft=False)
    assert [finding.rule for finding in refused.value.findings] == ["P610-48-1"]
    document = printed(forum)
    assert "As pledged; no judgement recorded" in document.lines
    assert lines_with(document, "France 37.8924 % 758 100 560 FR-SAR-1")
    assert lines_with(document, "Sweden 6.4070 % 128 none – no plan")
    assert "set by the Commission" not in document.text


def test_the_48_1_annex_takes_plans_as_they_are_with_their_raises() -> None:
    forum = rescues.example(act=DisembarkationAct(ActPath.SUFFICIENT), raises=(Raise("DE", "EL", 20),))
    document = printed(forum, draft=False)
    assert "Article 48(1) of COM(2020) 610" in document.text
    assert lines_with(document, "Germany 900 20 920 0 DE-SAR-1 (Rev) 1")
    assert lines_with(document, "France 100 0 100 560 FR-SAR-1")
    assert lines_with(document, "Total 1000 20 1020 560")
    assert lines_with(document, "Greece 2000 1000 1020")
    assert "51.2936" not in document.text
    assert "Cover of half" not in document.text


def test_what_exactly_half_cuts_of_a_plan_is_printed() -> None:
    # Half of France's 757.85 are 379, all sponsored: the 100 of its plan go.
    of_france = rescues.example().search_and_rescue.plans[-1]
    forum = rescues.example(plans=(replace(of_france, cover=Cover(0, 379)),))
    document = printed(replace(forum, readings=(("cover", "exact"),)))
    assert "100 of the plan are cut" in " ".join(document.text.split())


def test_after_a_top_up_both_acts_stand_side_by_side() -> None:
    document = printed(CROWDED)
    assessment = rescues.assessed(CROWDED)
    assert assessment.totals.relocations_before_top_up == 3450
    row = assessment.row("BE")
    assert row.before is not None
    numbers = f"Belgium {row.before.key_number} {row.key_number} {row.before.relocations} {row.relocations}"
    assert lines_with(document, numbers)
    assert "The total rises from 3450 to 3550 relocations." in document.text.replace(NARROW, "")
    assert "Amended on 10\u00a0March\u00a02027" in document.text.replace("10 March 2027", "10\u00a0March\u00a02027")


def test_time_limits_say_what_was_done() -> None:
    text = printed(rescues.example(requested=date(2026, 10, 27))).text.replace("\u00a0", " ")
    assert "Commission: requests sent to the contributing Member States done on 27 October 2026, in time" in text
    assert "Commission: act, where plans are sufficient does not arise" in text
    assert "COM(2020) 610, Art. 48(2), 65" in text
    assert "Time limits end by Article 65" in text


@pytest.mark.parametrize("forum", [rescues.sample(), CROWDED, rescues.empty()], ids=["sample", "crowded", "empty"])
def test_pages_are_whole_and_the_same_again(forum: Forum) -> None:
    document = printed(forum)
    assert document.data == printed(forum).data
    for page in document.pages:
        assert all(box.left >= 0 and box.right <= page.width and box.bottom >= 0 for box in page.boxes)


def in_dutch(forum: Forum) -> Iterator[Printed]:
    assessment = rescues.assessed(forum)
    yield printed(forum, language="nl")
    yield Printed(findings_pdf(assessment, FINGERPRINT, language="nl"))
    yield Printed(thirty_percent_pdf(assessment, FINGERPRINT, language="nl"))
    yield Printed(plan_forms_pdf(assessment, FINGERPRINT, Wanted(blank=True), language="nl"))
    if with_plans(assessment):
        yield Printed(plan_forms_pdf(assessment, FINGERPRINT, language="nl", draft=True))


@pytest.mark.parametrize(
    "forum",
    [rescues.sample(), CROWDED, rescues.crowded(None), rescues.crowded(ActPath.SUFFICIENT), rescues.empty()],
    ids=["sample", "crowded", "unjudged", "sufficient", "empty"],
)
def test_no_english_is_left_on_a_dutch_page(forum: Forum) -> None:
    for document in in_dutch(forum):
        left = without_typed(document.text, forum)
        found = ENGLISH.search(left)
        assert found is None, left[max(0, found.start() - 80) : found.end() + 80]


def test_no_word_is_left_over(asked_words: set[str]) -> None:
    """Forums of all kinds together use every word of these documents."""
    example = rescues.example().search_and_rescue
    of_france = example.plans[-1]
    enough = replace(of_france, relocations=800, reference=None)
    outside = replace(of_france, code="IT")
    silent = rescues.example(
        plans=(enough, outside), report=replace(example.report, vulnerable=False, measures_named=())
    )
    early = rescues.example(plans=(of_france,), act=DisembarkationAct())
    early = replace(early, as_of=example.report.adopted)
    no_line = replace(of_france.measures[0], kind=None)
    cut = replace(rescues.example(plans=(replace(of_france, cover=Cover(0, 379)),)), readings=(("cover", "exact"),))
    bare = replace(of_france, cover=None, measures=(*of_france.measures, no_line))
    forums = [
        rescues.example(),
        rescues.example(plans=()),
        cut,
        silent,
        early,
        CROWDED,
        rescues.crowded(None),
        rescues.empty(),
    ]
    forums += [rescues.crowded(ActPath.SUFFICIENT), rescues.sample(), rescues.example(plans=(bare,))]
    for forum in forums:
        assessment = rescues.assessed(forum)
        printed(forum)
        thirty_percent_pdf(assessment, FINGERPRINT)
        pool_record_pdf(assessment, FINGERPRINT)
        plan_forms_pdf(assessment, FINGERPRINT, Wanted(blank=True))
        for code in with_plans(assessment):
            for plan in forum.search_and_rescue.revisions(code):
                plan_forms_pdf(assessment, FINGERPRINT, Wanted((code,), plan.revision), draft=True)
    assert {key for key in terms("en")._words if is_of_2020(key)} - asked_words == set()
