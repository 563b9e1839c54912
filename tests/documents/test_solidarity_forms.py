"""The forms of Annexes II and IV have the source's fields, filled in or blank, and mark what is missing."""

from dataclasses import replace
from fractions import Fraction

import pytest

from desktop_app.calc.assessment import Assessment
from desktop_app.calc.pressure_plans import PressurePlan, TypeShares
from desktop_app.calc.solidarity_record import SolidarityRecord
from desktop_app.documents.plan_form import (
    FormKind,
    NoPlanError,
    Wanted,
    kinds_of,
    marks_of,
    offered,
    plan_forms_pdf,
    revisions_of,
    with_plans,
)
from tests.documents import pressures, rescues
from tests.documents.printed import Printed
from tests.documents.test_annex import FINGERPRINT

CROWDED = pressures.assessed(pressures.crowded())
MECHANISM = pressures.weighed(pressures.mechanism())
IV = FormKind.ANNEX_IV


def form(made: Assessment, wanted: Wanted, *, language: str = "en", draft: bool = False) -> Printed:
    return Printed(plan_forms_pdf(made, FINGERPRINT, wanted, language=language, draft=draft))


def words_of(printed: Printed) -> str:
    return " ".join(printed.text.replace("\u00a0", " ").split())


def of_plan(plan: PressurePlan) -> Printed:
    return form(pressures.assessed(pressures.example(plans=(plan,))), Wanted())


def test_annex_ii_is_filled_with_the_revision_that_counts() -> None:
    text = words_of(form(CROWDED, Wanted(("BE",))))
    for words in (
        "Benefitting Member State Greece Contributing Member State Belgium",
        "and Administrative Reform (Rev) 1",
        "Date of submission 12 March 2027",
        "Share 50 % Of which unaccompanied minors ⁴ 12",
        "Share 30 % Nationalities ³ AF, SY",
        "Share 20 % Of which unaccompanied minors ⁴ 3",
        "TOTAL 100 %",
    ):
        assert words in text
    assert "ADDITIONAL" not in text
    first = words_of(form(CROWDED, Wanted(("BE",), revision=0)))
    assert "(Rev) 1" not in first


def test_the_dutch_form_has_the_words_of_the_source() -> None:
    text = words_of(form(CROWDED, Wanted(("DE",)), language="nl"))
    for words in (
        "BIJLAGE II",
        "Solidariteitsresponsplan",
        "Begunstigde lidstaat Griekenland",
        "Aandeel met betrekking tot elke maatregel",
        "Waarvan niet-begeleide minderjarigen",
        "TOTAAL 100 %",
        "0,008000 per hoofd (800,0 per 100 000 inwoners)",
    ):
        assert words in text


def test_what_annex_ii_asks_for_and_is_not_given_is_marked() -> None:
    plan = pressures.example().migratory_pressure.plans[0]
    asked = replace(plan, reference=None, submitted=None, nationalities=(), reduction_requested=True)
    assert words_of(of_plan(asked)).count("[not filled in]") == 4
    wrong = replace(plan, shares=TypeShares(Fraction(799, 10), Fraction(20)))
    assert "TOTAL 99.90 %" in words_of(of_plan(wrong))
    measures_alone = replace(plan, shares=TypeShares(), nationalities=(), covered=Fraction(500), minors_applicants=0)
    alone = words_of(of_plan(measures_alone))
    assert "TOTAL –" in alone
    assert alone.count("Share –") == 3
    assert "0 %" not in alone


def test_drafts_say_what_the_form_has_no_field_for() -> None:
    text = words_of(form(CROWDED, Wanted(("BG",)), draft=True))
    for words in (
        "ADDITIONAL PARTICULARS OF THE SECRETARIAT",
        "Standing of this plan this revision counts",
        "covered by measures, in persons 11",
        "practical arrangements for the return (e)",
        "capacity building 600.00 EUR 11",
    ):
        assert words in text.replace("\u202f", " ")


def test_annex_iv_has_its_five_lines_and_no_minors_in_the_border_procedure() -> None:
    text = words_of(form(CROWDED, Wanted(("PT",), kind=IV)))
    assert "Amount/description of scope and nature/timetable" in text
    assert text.count("Of which unaccompanied minors") == 4
    assert "Relocation of applicants in the border procedure Number 22 Timetable from October 2026" in text
    assert text.count("AF, PK") == 2
    assert "PROPOSAL OF 2020 – never adopted" in text
    assert "(Rev)" not in text


def test_annex_iv_of_the_voluntary_mechanism_is_the_proposal_s_too() -> None:
    document = form(MECHANISM, Wanted(), draft=True)
    text = words_of(document)
    assert "Annex IV, support plan" in document.pages[0].text
    assert "PROPOSAL OF 2020 – never adopted" in document.pages[0].text
    assert "Consent of the benefitting Member State (Article 56(2)) 20 September 2026" in text
    assert "Delivered so far 18 of 110 persons; 1 of 3 measures" in text
    assert "own initiative of the contributing Member State" in text


def test_lines_of_annex_iv_without_timetable_or_nationality_are_marked() -> None:
    plan = pressures.support_plan(measures=())
    lines = tuple(replace(line, timetable=None, nationalities=()) for line in plan.lines)
    record = SolidarityRecord(support_plans=(replace(plan, lines=lines[2:]),))
    made = pressures.assessed(replace(pressures.example(), solidarity=record))
    text = words_of(form(made, Wanted(kind=IV)))
    assert text.count("[not filled in]") == 3 + 2
    assert "Relocation of applicants not in the border procedure –" in text


@pytest.mark.parametrize(("kind", "fields"), [(FormKind.ANNEX_II, 4), (IV, 4)])
def test_blank_forms_name_the_state_or_nobody(kind: FormKind, fields: int) -> None:
    nobody = words_of(form(CROWDED, Wanted(blank=True, kind=kind)))
    assert "Belgium" not in nobody
    assert "Greece" not in nobody
    # Nothing of the forum: neither its title nor its state.
    assert not any(words in nobody for words in ("Fingerprint", "as of", CROWDED.forum.title or "-"))
    assert nobody.count("Timetable") >= fields - 1
    named = form(CROWDED, Wanted(("SE", "BE"), blank=True, kind=kind)).pages
    # Two pages each, and no table parted: each has its head once.
    assert len(named) == 4
    assert nobody.count("45(1)(d)") == 1
    assert "Contributing Member State Belgium" in " ".join(named[0].text.split())


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_caption_reaches_into_what_is_filled_in(language: str) -> None:
    for kind in (FormKind.ANNEX_II, IV):
        for page in form(CROWDED, Wanted(kind=kind), language=language).pages:
            for place, box in enumerate(page.boxes):
                assert all(box.overlap(other) < 1 for other in page.boxes[place + 1 :])


def test_forms_are_the_same_again_and_whole() -> None:
    for made, wanted in ((CROWDED, Wanted()), (MECHANISM, Wanted())):
        document = form(made, wanted, draft=True)
        assert document.data == form(made, wanted, draft=True).data
        for page in document.pages:
            assert all(box.left >= 0 and box.right <= page.width and box.bottom >= 0 for box in page.boxes)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(("IE",)), "Ireland: no plan is recorded"),
        (Wanted(("BE",), revision=7), "Belgium: no revision 7 of its plan is recorded"),
        (Wanted(("IE",), kind=IV), "Ireland: no support plan is recorded"),
    ],
)
def test_a_plan_that_is_not_there_is_refused(wanted: Wanted, said: str) -> None:
    with pytest.raises(NoPlanError, match=said):
        form(CROWDED, wanted)


def test_forms_that_a_procedure_does_not_have_are_refused() -> None:
    with pytest.raises(NoPlanError, match="no support plan is recorded"):
        form(pressures.assessed(pressures.example()), Wanted(kind=IV))
    with pytest.raises(ValueError, match="search-and-rescue has no such form"):
        form(rescues.assessed(rescues.example()), Wanted(kind=IV))


def test_what_can_be_asked_for() -> None:
    assert kinds_of(CROWDED.forum.procedure) == (FormKind.ANNEX_II, IV)
    assert [kind.words for kind in kinds_of(MECHANISM.forum.procedure)] == ["Annex IV, solidarity support plan"]
    assert with_plans(CROWDED, IV) == ["LU", "PT"]
    assert "IE" not in with_plans(CROWDED)
    assert len(offered(CROWDED, FormKind.ANNEX_II)) == len(offered(MECHANISM, IV)) == 26
    assert marks_of(CROWDED, FormKind.ANNEX_II, "BE") == [f"BE-MP-2027/{pressures.MINISTRY} (Rev) 1"]
    assert revisions_of(CROWDED, FormKind.ANNEX_II, "BE") == [0, 1]
    assert marks_of(MECHANISM, IV, "PT") == [f"PT-SUP-2026/{pressures.MINISTRY}"]
    assert revisions_of(MECHANISM, IV, "PT") == []
