"""The panel: staging, taking, reverting, revisions, drafts of others, and what it refuses."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.calc.changes import CannotChangeError, Change, RecordPlan
from desktop_app.calc.forum import Forum
from desktop_app.calc.response_assessment import SearchAndRescueAssessment
from desktop_app.calc.response_plans import Cover, ResponseMeasure, ResponseMeasureKind
from desktop_app.calc.search_and_rescue import ActPath, DisembarkationAct, Round, RoundKind
from desktop_app.models.forum_file import ForumFile
from desktop_app.views.editors.drafts import Drafts
from desktop_app.views.parts import ChipButton
from desktop_app.views.plan_form.annex import ANNEX_I
from desktop_app.views.plan_form.forms import NO_REDUCTION, REFUSED, Elsewhere
from desktop_app.views.plan_form.revision_panel import NOT_TAKEN, no_plan, proposed_day
from desktop_app.views.theme import legible
from tests.views.plan_form.conftest import Hands
from tests.views.plan_form.forums import FRANCE, GERMANY, forum

Key = Qt.Key


def test_an_edit_is_staged_shown_and_taken_as_one_step(hands: Hands) -> None:
    hands.type("relocations", "400")
    assert [plan.relocations for plan in hands.plans("DE")] == [300, 380]
    assert hands.panel.footer.take.isEnabled()
    assert "pledged 380 → 400" in hands.panel.footer.brief.text
    hands.take()
    assert [plan.relocations for plan in hands.plans("DE")] == [300, 400]
    assert hands.desk.file.undo_title == "Germany: plan (Rev) 1"
    assert hands.desk.undo()
    assert [plan.relocations for plan in hands.plans("DE")] == [300, 380]
    assert hands.page.relocations.raw == "380"


def test_the_thirty_percent_test_before_and_after_is_shown_live(hands: Hands) -> None:
    hands.panel.show_state("DE")
    hands.page.lines[next(iter(hands.page.lines))].rearrange("add")
    line = next(iter(hands.page.lines.values()))
    line.equivalent.input.setText("5")
    # FR leaves 290 of 300 short, DE 20 of 400: 29 % becomes 31 % of 1 000.
    assert "29.00" in hands.panel.footer.brief.text
    assert "31.00" in hands.panel.footer.brief.text


def test_escape_gives_edits_up_and_they_can_be_brought_back(hands: Hands) -> None:
    hands.type("reference", "DE-X")
    hands.press(Key.Key_Escape)
    assert hands.page.reference.raw == "DE-SAR-1"
    hands.panel.footer.back.click()
    assert hands.page.reference.raw == "DE-X"
    left: list[bool] = []
    hands.panel.left.connect(lambda: left.append(True))
    hands.panel.setFocus()
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Escape)
    assert left == [True]


def test_edits_of_another_member_state_wait_and_say_so(hands: Hands) -> None:
    hands.type("note", "to be checked")
    hands.panel.show_state("FR")
    chip = hands.panel.findChild(ChipButton)
    assert chip is not None
    assert chip.text() == "Not taken: Germany: plan (Rev) 1"
    hands.panel.state_wanted.connect(hands.panel.show_state)
    chip.click()
    assert (hands.panel.code, hands.panel.revision, hands.page.note.raw) == ("DE", 1, "to be checked")


def test_corrections_say_which_revision_they_change(hands: Hands) -> None:
    assert hands.panel.title == "Germany (DE), (Rev) 1"
    assert hands.panel.head.counts.text() == "Corrections typed here change (Rev) 1. It counts."
    hands.panel.head.revision.input.setCurrentIndex(1)
    assert hands.panel.title == "Germany (DE), first plan"
    assert hands.panel.head.counts.text().startswith(
        "Corrections typed here change the first plan, not the latest, (Rev) 1. It does not count"
    )
    hands.type("relocations", "310")
    hands.take()
    assert [plan.relocations for plan in hands.plans("DE")] == [310, 380]


def test_a_plan_is_revised_in_the_forum(hands: Hands) -> None:
    hands.panel.revise()
    assert hands.panel.title == "Germany (DE), (Rev) 2"
    assert hands.page.mark.text() == "Stands on the form as DE-SAR-1 (Rev) 2"
    assert hands.page.submitted.raw == "2026-11-17"
    assert QApplication.focusWidget() is hands.page.relocations.input
    hands.type("reference", "DE-X")
    assert hands.page.mark.text().startswith("Warning: the first plan is DE-SAR-1; a revision keeps its number")
    hands.type("reference", "")
    assert hands.page.mark.text().startswith("The form asks for it (Annex I)")
    hands.type("reference", "DE-SAR-1")
    hands.type("relocations", "450")
    hands.take()
    assert [(plan.revision, plan.relocations) for plan in hands.plans("DE")] == [(0, 300), (1, 380), (2, 450)]


def test_a_revision_begun_is_given_up_whole(hands: Hands) -> None:
    hands.panel.revise()
    hands.panel.revise()
    assert len(hands.panel.drafts) == 1
    hands.press(Key.Key_Escape)
    assert (hands.panel.revision, len(hands.panel.drafts)) == (1, 0)
    hands.panel.footer.back.click()
    assert hands.panel.revision == 2


def test_only_a_plan_that_is_there_can_be_revised(hands: Hands) -> None:
    hands.panel.show_state("SE")
    assert hands.panel.head.revise.isHidden()
    hands.panel.revise()
    assert hands.panel.footer.notice.text() == no_plan(ANNEX_I)
    hands.type("reference", "SE-1")
    hands.panel.revise()
    assert hands.panel.footer.notice.text() == NOT_TAKEN
    hands.take()
    assert hands.plans("SE")[0].reference == "SE-1"


def test_the_latest_revision_is_removed_as_one_step(hands: Hands) -> None:
    hands.type("note", "lost")
    hands.panel.head.remove.click()
    assert [plan.revision for plan in hands.plans("DE")] == [0]
    assert (hands.panel.revision, len(hands.panel.drafts)) == (0, 0)
    assert hands.panel.head.remove.text() == "Remove the first plan"
    assert hands.desk.file.undo_title == "Germany: plan (Rev) 1 removed"
    hands.desk.undo()
    assert len(hands.plans("DE")) == 2


@pytest.mark.parametrize(("field", "index", "words"), [("other", 1, REFUSED[Elsewhere.SPONSORSHIP])])
def test_return_sponsorship_is_refused_at_its_field_and_the_rest_is_kept(
    hands: Hands, field: str, index: int, words: str
) -> None:
    hands.type("relocations", "400")
    hands.page.other.input.setCurrentIndex(index)
    hands.page.reduction.input.click()
    assert hands.page.fields[field].said == words
    assert hands.page.reduction.said == NO_REDUCTION
    assert not hands.panel.footer.take.isEnabled()
    hands.take()
    assert hands.plans("DE")[1].relocations == 380
    hands.page.other.input.setCurrentIndex(0)
    hands.page.reduction.input.click()
    hands.take()
    assert hands.plans("DE")[1].relocations == 400


def test_more_vulnerable_persons_than_relocations_are_refused(hands: Hands) -> None:
    hands.type("vulnerable", "381")
    assert "Art. 49(4)" in hands.page.vulnerable.said
    assert not hands.panel.footer.take.isEnabled()
    hands.type("vulnerable", "380")
    assert hands.panel.footer.take.isEnabled()


def test_the_keys_that_take_lead_to_what_is_wrong(hands: Hands) -> None:
    hands.panel.resize(400, 400)
    hands.type("vulnerable", "900")
    hands.page.note.setFocus()
    hands.take()
    assert hands.page.vulnerable.input.hasFocus()
    assert (
        hands.panel.view.viewport()
        .rect()
        .contains(
            hands.page.vulnerable.line.mapTo(
                hands.panel.view.viewport(), hands.page.vulnerable.line.rect().bottomLeft()
            )
        )
    )
    assert hands.plans("DE")[-1].vulnerable == 20


def test_measures_stand_on_their_lines(hands: Hands) -> None:
    hands.panel.show_state("FR")
    capacity, operational, third = hands.page.lines.values()
    assert capacity.list.list.item(0).text() == legible("1. three units · 290 persons · EUR\u00a011\u202f000\u202f000")
    operational.list.buttons["add"].click()
    assert operational.missing.text() == (
        "The form asks for amount, description and timetable too (Annex I): without it the plan blocks the act. "
        "How many persons it stands for is not on the form, but an act under Art. 48(2) needs it."
    )
    assert capacity.missing.isHidden()
    third.list.buttons["add"].click()
    assert third.named.text().startswith("Warning: the report does not name these measures")
    assert capacity.named.isHidden()
    operational.amount.input.setText("teams")
    operational.equivalent.input.setText("12,5")
    third.equivalent.input.setText("x")
    assert third.equivalent.said
    third.list.buttons["delete"].click()
    assert QApplication.focusWidget() is third.list.buttons["add"]
    hands.take()
    assert [each.amount for each in hands.plans("FR")[0].measures] == ["three units", "teams"]


def test_several_measures_of_one_line_are_copied_moved_and_chosen(hands: Hands) -> None:
    hands.panel.show_state("FR")
    line = next(iter(hands.page.lines.values()))
    line.list.buttons["duplicate"].click()
    line.amount.input.setText("two more")
    line.list.buttons["up"].click()
    line.list.list.setCurrentRow(1)
    assert line.amount.raw == "three units"
    hands.take()
    assert [each.amount for each in hands.plans("FR")[0].measures] == ["two more", "three units"]


def test_the_cover_says_what_half_asks_and_what_the_act_fixes(hands: Hands) -> None:
    given = hands.desk.response.forum
    act = DisembarkationAct(ActPath.STILL_SHORT, None)
    offering = replace(GERMANY, relocations=280, measures=FRANCE.measures)
    forced = replace(given.search_and_rescue, plans=(offering, FRANCE), act=act, forum_ended=date(2026, 11, 20))
    hands.panel.show_assessment(_assessed(replace(given, search_and_rescue=forced)))
    hands.panel.show_state("FR")
    cover = hands.page.cover
    assert "140 persons are added" in cover.asks.text()
    assert cover.figures.buttons["half"].text() == "half of the share 150"
    asked: list[tuple[str, object]] = []
    hands.panel.asked.connect(lambda figure, code: asked.append((figure, code)))
    cover.figures.buttons["added"].click()
    hands.panel.head.figures.buttons["shortfall_percent"].click()
    assert asked == [("added", "FR"), ("shortfall_percent", None)]
    cover.sponsorship.input.setText("90")
    # 50 of the 140 are not said: they count as relocations, 10 + 50.
    assert cover.together.text().startswith("Together 90 persons of 140 persons: 50 persons are not said")
    assert hands.page.fixed.buttons["relocations"].text() == "relocations 60"
    assert hands.page.fixed.buttons["sponsorship"].text() == "sponsorship 90"


def test_a_member_state_of_disembarkation_may_be_entered_and_counts_nowhere(hands: Hands) -> None:
    hands.panel.show_state("EL")
    assert "Nobody asks a Member State of disembarkation" in hands.panel.head.standing.words.text()
    hands.type("relocations", "50")
    hands.take()
    assert hands.plans("EL")[0].relocations == 50
    assert hands.desk.response.totals.pledged == 390


def test_without_a_member_state_the_panel_says_who_is_waited_for(hands: Hands) -> None:
    hands.panel.show_state(None)
    assert hands.page.isHidden()
    assert "Missing: Sweden." in hands.panel.waiting.words.text()
    wanted: list[str] = []
    hands.panel.state_wanted.connect(wanted.append)
    chip = hands.panel.waiting.findChild(ChipButton)
    assert chip is not None
    chip.click()
    assert wanted == ["SE"]


def test_another_desk_shows_everything_and_changes_nothing(hands: Hands) -> None:
    hands.panel.set_read_only(True)
    assert hands.page.relocations.input.isReadOnly()
    assert not hands.page.other.input.isEnabled()
    assert not hands.panel.head.remove.isEnabled()
    assert hands.panel.head.counts.text() == "Counts."
    assert next(iter(hands.page.lines.values())).list.buttons["add"].isHidden()
    hands.panel.revise()
    hands.panel.remove_latest()
    hands.panel.take()
    assert [plan.revision for plan in hands.plans("DE")] == [0, 1]
    hands.panel.show_state("SE")
    assert hands.panel.head.counts.text() == "No plan is recorded."


def test_what_is_hidden_is_filled_when_it_is_shown(hands: Hands) -> None:
    hands.panel.hide()
    hands.panel.show_state("FR")
    assert hands.page.reference.raw == "DE-SAR-1"
    hands.panel.show()
    assert hands.page.reference.raw == "FR-SAR-1"


def test_tab_goes_through_the_form_and_the_keyboard_stays_in_sight(hands: Hands) -> None:
    hands.panel.open_at("cover")
    here = QApplication.focusWidget()
    assert here is hands.page.cover.relocations.input
    hands.press(Key.Key_Tab)
    assert QApplication.focusWidget() is hands.page.cover.sponsorship.input
    hands.panel.open_at("measures")
    assert QApplication.focusWidget() is next(iter(hands.page.lines.values())).list.buttons["add"]


@pytest.mark.parametrize(
    ("as_of", "rounds", "expected"),
    [
        (date(2026, 11, 30), True, date(2026, 11, 30)),
        (None, True, date(2026, 11, 16)),
        (None, False, date(2026, 11, 12)),
    ],
)
def test_the_day_proposed_for_a_revision(as_of: date | None, rounds: bool, expected: date) -> None:
    given = replace(forum(FRANCE), as_of=as_of)
    if not rounds:
        given = replace(given, search_and_rescue=replace(given.search_and_rescue, rounds=()))
    assert proposed_day(given) == expected


@pytest.mark.parametrize(
    ("as_of", "forum_ended", "ends", "expected"),
    [
        # After the end of the forum a revision would count nowhere (Art. 47(5)).
        (date(2026, 11, 21), date(2026, 11, 20), (None,), date(2026, 11, 20)),
        (date(2026, 11, 20), date(2026, 11, 20), (None,), date(2026, 11, 20)),
        (date(2026, 11, 19), date(2026, 11, 20), (date(2026, 11, 18),), date(2026, 11, 19)),
        (date(2026, 11, 21), None, (date(2026, 11, 18), date(2026, 11, 19)), date(2026, 11, 19)),
        (date(2026, 11, 21), None, (date(2026, 11, 18), None), date(2026, 11, 21)),
        (None, date(2026, 11, 17), (date(2026, 11, 18),), date(2026, 11, 17)),
    ],
)
def test_no_day_is_proposed_on_which_a_revision_would_count_nowhere(
    as_of: date | None, forum_ended: date | None, ends: tuple[date | None, ...], expected: date
) -> None:
    given = replace(forum(FRANCE, forum_ended=forum_ended), as_of=as_of)
    rounds = tuple(Round(f"f{at}", RoundKind.SHORTFALL, None, date(2026, 11, 16), end) for at, end in enumerate(ends))
    used = Round("f9", RoundKind.POOL_USED, None, date(2027, 1, 10), date(2027, 1, 11), "EL")
    given = replace(given, search_and_rescue=replace(given.search_and_rescue, rounds=(*rounds, used)))
    assert proposed_day(given) == expected


def test_the_line_of_a_measure_is_chosen_where_it_is_not_said(hands: Hands) -> None:
    """Nothing is lost: not by showing the form, not by editing it, not by choosing, not by going away from it."""
    bare = (ResponseMeasure(description="tents"), ResponseMeasure(None, "two", "boats", "now", Fraction(3), 5_00))
    given = replace(FRANCE, measures=(bare[0], *FRANCE.measures, bare[1]))
    assert hands.desk.apply(RecordPlan(given))
    hands.panel.show_state("FR")
    page, section = hands.page, hands.page.no_line
    assert section.title.text() == "Line of the form not said"
    assert [item.description for item in section.items] == ["tents", "boats"]
    assert section.list.list.item(0).text() == "1. tents"
    assert section.named.text() == "Choose the line of the form (Annex I): without it the plan blocks the act."
    assert "The form asks for the line, amount and timetable too (Annex I)" in section.missing.text()
    assert section.list.buttons["add"].isHidden()
    hands.type("note", "seen")
    hands.take()
    assert sorted(map(str, hands.plans("FR")[0].measures)) == sorted(map(str, given.measures))
    # By the keyboard alone: into the list, into the fields of its measure, and to a line.
    hands.panel.open_at("measures")
    assert QApplication.focusWidget() is section.list.list
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Insert)
    hands.press(Key.Key_Return)
    assert QApplication.focusWidget() is section.fields["kind"].focusProxy()
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Down)
    assert section.list.list.item(1).text() == legible(
        "2. boats · to stand under: Operational support · 3 persons · EUR\u00a05"
    ).replace("boats", "two")
    assert section.named.isHidden()
    hands.panel.show_state("DE")
    hands.panel.show_state("FR")
    operational = page.lines[ResponseMeasureKind.OPERATIONAL]
    assert [item.description for item in operational.items] == ["boats"]
    operational.equivalent.input.setText("x")
    assert operational.equivalent.said
    operational.equivalent.input.setText("3")
    section.fields["kind"].setFocus()
    hands.press(Key.Key_Down)
    hands.take()
    assert [(each.kind, each.description) for each in hands.plans("FR")[0].measures] == [
        (ResponseMeasureKind.CAPACITY, "modular reception units"),
        (ResponseMeasureKind.CAPACITY, "tents"),
        (ResponseMeasureKind.OPERATIONAL, "boats"),
    ]
    assert section.isHidden()
    assert QApplication.focusWidget() is page.lines[ResponseMeasureKind.CAPACITY].list.list


def test_the_last_measure_on_no_line_may_be_deleted(hands: Hands) -> None:
    assert hands.desk.apply(RecordPlan(replace(FRANCE, measures=(ResponseMeasure(description="tents"),))))
    hands.panel.show_state("FR")
    hands.page.no_line.list.buttons["delete"].click()
    assert hands.page.no_line.isHidden()
    third = hands.page.lines[ResponseMeasureKind.THIRD_COUNTRY]
    assert QApplication.focusWidget() is third.list.buttons["add"]
    hands.take()
    assert hands.plans("FR")[0].measures == ()


def test_a_cover_of_a_recorded_plan_is_shown(hands: Hands) -> None:
    given = forum(replace(FRANCE, cover=Cover(3, 4)))
    hands.panel.show_assessment(_assessed(given))
    hands.panel.show_state("FR")
    assert (hands.page.cover.relocations.raw, hands.page.cover.sponsorship.raw) == ("3", "4")


def _assessed(given: Forum) -> SearchAndRescueAssessment:
    from desktop_app.calc.assess import assess

    return SearchAndRescueAssessment.of(assess(given))


def test_a_change_that_is_refused_stays_as_an_edit(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_file: ForumFile, _change: Change) -> None:
        raise CannotChangeError("Not today.")

    monkeypatch.setattr(ForumFile, "apply", refuse)
    hands.type("relocations", "400")
    hands.take()
    assert hands.panel.footer.notice.text() == "Not today."
    assert hands.page.relocations.raw == "400"
    hands.panel.remove_latest()
    assert len(hands.panel.drafts) == 1


@pytest.mark.parametrize("scale", [1.25, 2.0])
def test_everything_follows_the_zoom_and_fits_the_width(hands: Hands, scale: float) -> None:
    small = hands.page.relocations.input.font().pointSizeF()
    hands.panel.set_scale(scale)
    assert hands.page.relocations.input.font().pointSizeF() == pytest.approx(small * scale, rel=0.1)
    assert hands.page.minimumSizeHint().width() <= hands.panel.minimumWidth()
    hands.panel.use_drafts(Drafts())
    hands.panel.show_state(None)
    assert hands.panel.waiting.isVisible()
