"""The form of Annex I has the source's fields, filled in or blank, and no other."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.documents.grid import Box, Field, Grid
from desktop_app.documents.plan_form import NoPlanError, Wanted, plan_forms_pdf
from tests.documents import rescues
from tests.documents.printed import Printed
from tests.documents.test_annex import FINGERPRINT

ASSESSMENT = rescues.assessed(rescues.example())
CROWDED = rescues.assessed(rescues.crowded())


def forms(*, language: str = "en", draft: bool = False, **wanted: object) -> Printed:
    which = Wanted(**wanted)  # type: ignore[arg-type]
    return Printed(plan_forms_pdf(ASSESSMENT, FINGERPRINT, which, language=language, draft=draft))


def test_every_plan_is_printed_by_its_revision_that_counts() -> None:
    first, second = forms().pages
    assert "Contributing Member State Germany" in first.text
    assert "DE-SAR-1 (Rev) 1" in first.text
    assert "900" in first.lines or any(line.endswith("900") for line in first.lines)
    assert "Contributing Member State France" in second.text
    assert "Amount three reception units" in second.text
    assert "Timetable by June 2027" in second.text


def test_the_dutch_form_has_the_words_of_the_source() -> None:
    text = forms(language="nl", codes=("FR",)).text.replace("\u00a0", " ")
    for words in (
        "BIJLAGE I",
        "Solidariteitsresponsplan inzake opsporing en redding",
        "Bijdragende lidstaat Frankrijk",
        "Referentienummer: (Rev)",
        "Datum van indiening 12 november 2026",
        "45(1)(a) en (c) Aantal herplaatsingen",
        "Herplaatsing van personen die om",
        "45(1)(d) Hoeveelheid/omschrijving/tijdschema voor uitvoering",
        "Maatregelen voor capaciteitsopbouw (asiel,",
        "Operationele steun",
        "Maatregelen via samenwerking met derde",
    ):
        assert words in text


def test_what_the_form_has_no_field_for_stands_in_drafts_alone() -> None:
    form = forms(codes=("FR",)).text
    for words in ("ulnerable", "ponsorship", "560", "11", "ADDITIONAL"):
        assert words not in form.replace(FINGERPRINT, "").replace("12\u00a0November", "").replace("45(1)", "")
    draft = forms(codes=("FR",), draft=True).text.replace("\u00a0", " ")
    assert "ADDITIONAL PARTICULARS OF THE SECRETARIAT" in draft
    assert "150 by relocation, 80 by sponsorship" in draft
    assert "560" in draft
    assert "DRAFT – with particulars" in draft


def test_an_earlier_revision_can_be_printed() -> None:
    first = forms(codes=("DE",), revision=0).text
    assert "500" in first
    assert "(Rev) 1" not in first


def test_blank_forms_name_the_state_or_nobody() -> None:
    (page,) = forms(blank=True).pages
    assert "Germany" not in page.text
    assert "DE-SAR-1" not in page.text
    assert page.text.count("Description") == 3
    named = forms(blank=True, codes=("SE", "FR")).pages
    assert ["France" in named[0].text, "Sweden" in named[1].text] == [True, True]


def test_gaps_of_the_form_are_marked() -> None:
    plan = replace(ASSESSMENT.forum.search_and_rescue.plans[-1], reference=None, submitted=None)
    made = rescues.assessed(rescues.example(plans=(plan,)))
    text = Printed(plan_forms_pdf(made, FINGERPRINT)).text
    assert text.count("[not filled in]") == 2


@pytest.mark.parametrize(
    ("language", "no_line", "line", "gap"),
    [
        ("en", "Line of the form not said", "Line", "[not filled in]"),
        ("nl", "Regel van het formulier niet vermeld", "Regel", "[niet ingevuld]"),
    ],
)
def test_measures_on_no_line_stand_in_a_marked_row_of_their_own(
    language: str, no_line: str, line: str, gap: str
) -> None:
    whole, gaps, _third = rescues.measures()
    measures = (replace(whole, kind=None, description="two boats"), rescues.measures()[2], replace(gaps, kind=None))
    plan = replace(ASSESSMENT.forum.search_and_rescue.plans[-1], measures=measures)
    made = rescues.assessed(rescues.example(plans=(plan,)))
    text = " ".join(Printed(plan_forms_pdf(made, FINGERPRINT, language=language)).text.split())
    assert text.count(no_line) == 1
    row = text[text.index(no_line) :]
    assert row.count(f"{line} {gap}") == 2
    assert row.index("two boats") < row.index("forty experts")
    draft = Printed(plan_forms_pdf(made, FINGERPRINT, language=language, draft=True)).text
    assert " ".join(draft.split()).lower().count(no_line.lower()) == 3
    # Where every measure has its line, the form is the source's and no other.
    assert no_line not in forms(language=language).text


def test_a_split_is_asked_for_only_where_something_is_added() -> None:
    """France's 150 persons lie under the half of its share; Germany has no measures, so nobody asks it for half."""
    words = "Split of what is added"
    unsaid = tuple(replace(plan, cover=None) for plan in ASSESSMENT.forum.search_and_rescue.plans)
    made = rescues.assessed(rescues.example(plans=unsaid))
    assert {row.code: row.added > 0 for row in made.rows if row.plan} == {"DE": False, "FR": True}
    for code, count in (("DE", 0), ("FR", 1)):
        text = Printed(plan_forms_pdf(made, FINGERPRINT, Wanted((code,)), draft=True)).text
        assert " ".join(text.split()).count(words) == count


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"codes": ("SE",)}, "Sweden: no plan is recorded"),
        ({"codes": ("DE",), "revision": 4}, "Germany: no revision 4 of its plan is recorded"),
    ],
)
def test_a_plan_that_is_not_there_is_refused(options: dict[str, object], said: str) -> None:
    with pytest.raises(NoPlanError, match=said):
        forms(**options)  # type: ignore[arg-type]


def test_without_any_plan_there_is_nothing_to_fill_in() -> None:
    with pytest.raises(NoPlanError, match="no plan is recorded"):
        plan_forms_pdf(rescues.assessed(rescues.empty()), FINGERPRINT)


def test_forms_are_the_same_again_and_go_on_where_they_are_long() -> None:
    long = replace(rescues.measures()[0], description=rescues.LONG * 6)
    plan = replace(CROWDED.forum.search_and_rescue.plans[1], measures=(long,) * 2, submitted=date(2026, 11, 10))
    made = rescues.assessed(rescues.example(plans=(plan,)))
    data = plan_forms_pdf(made, FINGERPRINT, draft=True)
    assert data == plan_forms_pdf(made, FINGERPRINT, draft=True)
    pages = Printed(data).pages
    assert len(pages) > 1
    words = " ".join(page.text for page in pages)
    assert words.count("Modular reception units") == 2 * 6 * 9
    for page in pages:
        assert all(box.bottom >= 0 and box.right <= page.width for box in page.boxes)


def test_a_grid_that_fits_nowhere_is_not_parted() -> None:
    grid = Grid((Box("head", (Field("column"),), head=True), Box("label", (Field("text"),))))
    assert grid.split(400, 10) is None
    assert grid.least(400) == grid.height(400)
    assert Grid(()).height(400) == 0
    assert grid.split(400, 1000) is None
