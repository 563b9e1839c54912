"""The editors of groups, rates and log: what they take, what they refuse and by which article."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop_app.calc.changes import ReplaceForum
from desktop_app.calc.contribution_types import ContributionType, SponsorshipActivity
from desktop_app.calc.solidarity_groups import ClockStart, RelocationGroup, SponsorshipGroup
from desktop_app.calc.solidarity_record import IncentiveRate, LogEntry, LogKind, SolidarityRecord
from desktop_app.calc.wording import HARD, NARROW
from desktop_app.views.desk import Desk
from desktop_app.views.fields import DateField, MoneyField
from desktop_app.views.forum_editors import base
from desktop_app.views.forum_editors.base import ForumEditor
from desktop_app.views.solidarity.log import LogEditor
from desktop_app.views.solidarity.rates import RatesEditor
from desktop_app.views.solidarity.record_editor import RecordEditor
from desktop_app.views.solidarity.relocation import RelocationEditor
from desktop_app.views.solidarity.sponsorship import SponsorshipEditor, TakeOverEditor
from desktop_app.views.theme import theme
from tests.views.editor_desks import Show
from tests.views.solidarity.small import LAPSED, NEAR, RECORD, SILENT, voluntary


def recorded(desk: Desk) -> SolidarityRecord:
    return desk.assessment.forum.solidarity


def plain(text: str) -> str:
    return text.replace(HARD, " ").replace(NARROW, " ")


def type_in(editor: RecordEditor, **texts: object) -> None:
    """Put texts and choices into fields as a person would, and read them again."""
    for name, raw in texts.items():
        editor.fields[name].put(raw)
    editor.review()


def said(editor: RecordEditor, name: str) -> str:
    return plain(editor.fields[name].said)


def is_staged(editor: ForumEditor) -> bool:
    return editor.staged is not None


def take(editor: QDialog) -> None:
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


# ------------------------------------------------------------------------------------------------- return sponsorship


def test_a_group_is_typed_taken_and_undone(desk: Desk, shown: Show) -> None:
    editor = SponsorshipEditor(None, desk)
    shown(editor)
    assert (editor.id.raw, editor.id.input.hasFocus()) == ("S-4", True)
    take(editor)
    # Nothing is taken before what it needs is said, and then it is said where.
    assert said(editor, "sponsor") == "Which Member State sponsors the group? Choose it."
    assert said(editor, "nationality").endswith("Choose it from the report's list (Art. 52(3)).")
    assert said(editor, "activities").endswith("Tick one activity at least (Art. 55(4)).")
    type_in(editor, sponsor="SE", nationality="SY", persons="20", minors="2")
    type_in(editor, activities=(SponsorshipActivity.TRAVEL_DOCUMENT,), start=ClockStart.END_OF_RIGHT)
    assert not is_staged(editor)
    type_in(editor, started="2027-01-31", note="by letter")
    # Before the act: the act counts (Art. 55(2)).
    assert plain(editor.clock.text()).startswith("Started on 19 March 2027 by the adoption of the act (Art. 55(2));")
    type_in(editor, started="2027-03-31")
    # 31 March and eight months: November has no 31st.
    assert "the end of the right to remain (Art. 55(3)); eight months end on 30 November 2027, in 5 days" in plain(
        editor.clock.text()
    )
    assert is_staged(editor)
    take(editor)
    assert recorded(desk).sponsorship_groups[-1] == SponsorshipGroup(
        "S-4",
        "SE",
        "SY",
        20,
        2,
        (SponsorshipActivity.TRAVEL_DOCUMENT,),
        ClockStart.END_OF_RIGHT,
        date(2027, 3, 31),
        note="by letter",
    )
    assert desk.file.undo_title == "Return sponsorship: group S-4 (Sweden)"
    assert desk.undo()
    assert recorded(desk) == RECORD


@pytest.mark.parametrize(
    ("texts", "field", "problem"),
    [
        ({"id": ""}, "id", "A group needs a name of its own, such as S-1."),
        ({"id": "S-2"}, "id", "Another group is called S-2: choose a name of its own."),
        ({"minors": "41"}, "minors", "The group has 40 persons: no more can be unaccompanied minors (Art. 2(j))."),
        (
            {"told": "2027-11-19"},
            "told",
            "The eight months run until 19 November 2027: the expiry is told after it (Art. 57(4)).",
        ),
        (
            {"returned": "41"},
            "returned",
            "41 is more than the 40 persons of the group it is part of: lower it, or raise the whole first.",
        ),
        (
            {"taken_over": "16"},
            "taken_over",
            "16 is more than the 15 persons who were not returned it is part of: lower it, or raise the whole first.",
        ),
    ],
)
def test_what_a_group_refuses_at_its_field(desk: Desk, texts: dict[str, object], field: str, problem: str) -> None:
    editor = SponsorshipEditor(None, desk, 0)
    assert not is_staged(editor)
    type_in(editor, **texts)
    assert said(editor, field) == problem
    assert not is_staged(editor)
    editor.deleteLater()


def test_a_nationality_outside_the_report_stays_until_another_is_chosen(desk: Desk) -> None:
    groups = (replace(LAPSED, nationality="IQ"), *RECORD.sponsorship_groups[1:])
    changed = replace(desk.assessment.forum, solidarity=replace(RECORD, sponsorship_groups=groups))
    assert desk.apply(ReplaceForum(changed, "Test"))
    editor = SponsorshipEditor(None, desk, 0)
    # It came so with a document: what happens to the group can be recorded all the same.
    type_in(editor, returned="26")
    assert is_staged(editor)
    type_in(editor, nationality=None)
    assert not is_staged(editor)
    type_in(editor, nationality="AF")
    assert is_staged(editor)
    editor.deleteLater()


def test_what_the_act_fixes_stands_beside_the_groups(desk: Desk) -> None:
    editor = SponsorshipEditor(None, desk, 0)
    assert said(editor, "sponsor").startswith("40 in groups of the ")
    type_in(editor, persons="900")
    assert said(editor, "sponsor").startswith("900 in groups of the ")
    assert editor.sponsor.line.colour == theme().colours.warn
    # What is done for another state is not of what this act fixes.
    type_in(editor, benefitting="MT")
    assert said(editor, "sponsor") == ""
    editor.deleteLater()


def test_a_taking_over_is_not_told_before_the_expiry(desk: Desk) -> None:
    editor = TakeOverEditor(None, desk, 0)
    assert is_staged(editor)
    type_in(editor, told="2027-11-19", taken_over_on="2027-11-19")
    assert said(editor, "told").startswith("The eight months run until 19 November 2027")
    assert (
        said(editor, "taken_over_on")
        == "The eight months run until 19 November 2027: persons are taken over after it (Art. 55(2))."
    )
    type_in(editor, told="", taken_over_on="")
    assert editor.missing() == {
        "told": "On which day was the sponsor told? Write the day.",
        "taken_over_on": "On which day were they transferred? Its rates apply (Art. 72). Write the day.",
    }
    type_in(editor, told="2027-11-20", taken_over_on="2027-11-24", taken_over="16")
    assert said(editor, "taken_over").startswith("16 is more than the 15 persons who were not returned")
    type_in(editor, taken_over="15", taken_over_minors="4")
    assert said(editor, "taken_over_minors").startswith("4 is more than the 3 minors who can be taken over")
    assert not is_staged(editor)
    editor.deleteLater()


def test_a_group_of_the_voluntary_mechanism_has_no_list_of_nationalities(desk: Desk) -> None:
    assert desk.apply(ReplaceForum(voluntary(), "Test"))
    editor = SponsorshipEditor(None, desk, 1)
    for text, words in (
        ("Iraqi", "“IRAQI” is not the code of a nationality: write its two letters, such as SY, AF."),
        ("IQ, SY", "A group has one nationality: write its two letters, such as SY."),
    ):
        type_in(editor, nationality=text)
        assert said(editor, "nationality") == words
        assert not is_staged(editor)
    type_in(editor, nationality="iq", sponsor="EL")
    assert not is_staged(editor)
    assert editor.missing() == {"benefitting": "From which Member State are they returned? Choose it (Art. 55(1))."}
    type_in(editor, benefitting="EL")
    assert said(editor, "sponsor") == "Greece benefits: another Member State sponsors the return (Art. 55(1))."
    type_in(editor, benefitting="MT")
    assert is_staged(editor)
    assert said(editor, "sponsor") == ""
    take(editor)
    assert recorded(desk).sponsorship_groups[1] == replace(NEAR, nationality="IQ", sponsor="EL", benefitting="MT")


# -------------------------------------------------------------------------------------------------------- relocations


def test_the_steps_follow_while_days_are_typed(desk: Desk, shown: Show) -> None:
    editor = RelocationEditor(None, desk)
    shown(editor)
    take(editor)
    assert said(editor, "relocating") == "Which Member State takes them over? Choose it."
    type_in(editor, relocating="FR", persons="10", security_checked="2027-11-01", sent="2027-11-02")
    type_in(editor, postponed="2027-11-10")
    assert (
        said(editor, "postponed")
        == "Outside the first week, which ends on 9 November 2027: it does not count (Art. 57(7))."
    )
    type_in(editor, postponed="2027-11-09")
    days = [[plain(cell.text) for cell in line.cells[1:3]] for line in editor.steps.lines]
    assert days[1:] == [
        ["9 November 2027"] * 2,
        ["16 November 2027", "23 November 2027"],
        ["23 November 2027", "30 November 2027"],
        ["14 December 2027", "21 December 2027"],
    ]
    assert said(editor, "confirmed") == "Empty: silence is acceptance: by 16 November 2027."
    type_in(editor, transferred="2027-11-20")
    assert editor.missing() == {"arrived": "How many persons were transferred? Write a number of at least 1."}
    type_in(editor, transferred="", arrived="4")
    assert list(editor.missing()) == ["transferred"]
    type_in(editor, transferred="2027-11-20", arrived="11")
    assert said(editor, "arrived").startswith("11 is more than the 10 persons who are eligible and not refused")
    type_in(editor, arrived="10")
    take(editor)
    assert recorded(desk).relocation_groups[-1] == RelocationGroup(
        "R-4",
        "FR",
        persons=10,
        security_checked=date(2027, 11, 1),
        sent=date(2027, 11, 2),
        postponed=date(2027, 11, 9),
        transferred=date(2027, 11, 20),
        arrived=10,
    )
    assert desk.file.undo_title == "Relocation: group R-4 (France)"


@pytest.mark.parametrize(
    ("place", "texts", "field", "problem"),
    [
        (1, {"id": ""}, "id", "A group needs a name of its own, such as R-1."),
        (1, {"relocating": "EL"}, "relocating", "Greece cannot relocate to itself: choose another state (Art. 2(u))."),
        (1, {"minors": "51"}, "minors", "The group has 50 persons: no more can be unaccompanied minors (Art. 2(j))."),
        (
            1,
            {"sent": "2027-10-31", "postponed": ""},
            "sent",
            "That is before the security check of 1 November 2027: correct one of the days (Art. 57).",
        ),
        (
            1,
            {"confirmed": "2027-11-07"},
            "confirmed",
            "That is before the file of 8 November 2027: correct one of the days (Art. 57).",
        ),
        (
            1,
            {"postponed": "2027-11-07"},
            "postponed",
            "That is before the file of 8 November 2027: nothing is postponed yet (Art. 57(7)).",
        ),
        (
            2,
            {"sent": "2027-11-08"},
            "consent",
            "Beneficiaries of protection are relocated only with their written consent (Art. 57(3)): tick it.",
        ),
        (
            2,
            {"granted": "2024-03-19"},
            "granted",
            "That is three years or more before the act of 19 March 2027: they cannot be relocated (Art. 45(1)(c)).",
        ),
        (
            2,
            {"confirmed": "2027-11-08"},
            "confirmed",
            "Nothing is confirmed before the file is sent: write its day first (Art. 57(5), (7)).",
        ),
    ],
)
def test_what_a_relocation_refuses_at_its_field(
    desk: Desk, place: int, texts: dict[str, object], field: str, problem: str
) -> None:
    editor = RelocationEditor(None, desk, place)
    type_in(editor, **texts)
    assert said(editor, field) == problem
    assert not is_staged(editor)
    editor.deleteLater()


def test_consent_and_grant_are_asked_of_beneficiaries_alone(desk: Desk) -> None:
    editor = RelocationEditor(None, desk, 2)
    type_in(editor, consent=True, sent="2027-11-08", security_checked="2027-11-01")
    assert is_staged(editor)
    type_in(editor, type=ContributionType.ILLEGALLY_STAYING)
    assert (editor.consent.isEnabled(), editor.granted.isEnabled()) == (False, False)
    take(editor)
    group = recorded(desk).relocation_groups[2]
    assert (group.type, group.consent, group.granted) == (ContributionType.ILLEGALLY_STAYING, False, None)


# ------------------------------------------------------------------------------------------------------ rates and log


def test_rates_are_dated_and_each_has_its_own_day(desk: Desk, shown: Show) -> None:
    editor = RatesEditor(None, desk)
    shown(editor)
    QTest.keyClick(editor.entries, Qt.Key.Key_Insert)
    fields = editor.entries.fields
    since, transfer = fields["since"], fields["transfer"]
    assert isinstance(since, DateField)
    assert isinstance(transfer, MoneyField)
    QTest.keyClicks(since.input, "2027-05-10")
    QTest.keyClicks(transfer.input, "x")
    assert not is_staged(editor)
    for name, amount in (("person", "11 000"), ("minor", "13000"), ("transfer", "600")):
        line = fields[name]
        assert isinstance(line, MoneyField)
        line.input.setText(amount)
    # 21 x 11 000 + 4 x 13 000 + 25 x 600, where it was 270 500.
    assert "Incentives EUR 270 500 → EUR 298 000" in plain(editor.consequences.summary)
    QTest.keyClick(editor.entries, Qt.Key.Key_Insert)
    since.input.setText("2027-05-10")
    assert editor.entries.problem.endswith("Another rate applies from the same day: give each its own.")
    since.input.setText("")
    transfer.input.setText("")
    assert editor.entries.problem.endswith("How much for a transfer? Write an amount, such as 500.")
    transfer.input.setText("500")
    take(editor)
    assert recorded(desk).incentives == (
        IncentiveRate(),
        IncentiveRate(date(2027, 5, 10), 1_100_000, 1_300_000, 60_000),
    )
    assert desk.file.undo_title == "Rates of the incentives"


def test_a_bilateral_measure_has_two_sides(desk: Desk, shown: Show) -> None:
    editor = LogEditor(None, desk)
    shown(editor)
    assert editor.on.raw == "2027-11-25"
    assert not editor.other.isEnabled()
    take(editor)
    assert said(editor, "text") == "What was said or done? Write it in a few words."
    type_in(editor, kind=LogKind.BILATERAL, text="Two ships")
    assert list(editor.missing()) == ["code", "other"]
    type_in(editor, code="EL", other="EL")
    assert said(editor, "other") == "Greece is the first side already: choose the other one (Art. 59)."
    type_in(editor, other="FR")
    take(editor)
    entry = LogEntry(date(2027, 11, 25), LogKind.BILATERAL, "Two ships", "EL", "FR")
    assert recorded(desk).log[-1] == entry
    changed = LogEditor(None, desk, 2)
    type_in(changed, kind=LogKind.COORDINATION)
    take(changed)
    assert recorded(desk).log[-1] == LogEntry(date(2027, 11, 25), LogKind.COORDINATION, "Two ships", "EL", None)


def test_a_reading_desk_looks_and_changes_nothing(reading_desk: Desk) -> None:
    for editor in (
        SponsorshipEditor(None, reading_desk, 0),
        RelocationEditor(None, reading_desk, 1),
        LogEditor(None, reading_desk, 1),
    ):
        assert not is_staged(editor)
        assert not editor.accept_button.isEnabled()
        editor.deleteLater()
    rates = RatesEditor(None, reading_desk)
    assert not rates.entries.list.buttons["add"].isEnabled()
    rates.deleteLater()
    assert recorded(reading_desk).relocation_groups[1] == SILENT


def test_fields_stand_below_each_other_where_the_screen_is_narrow(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """As at 200 % on 1366 × 768: nothing is wider than the screen, and Take and Cancel stay in sight."""
    monkeypatch.setattr(base, "room_on_screen", lambda _window: QSize(667, 336))
    for made in (SponsorshipEditor(None, desk), RelocationEditor(None, desk)):
        qtbot.addWidget(made)
        assert made.minimumSizeHint().width() <= 667
        made.resize(667, 336)
        made.show()
        assert made.rect().contains(made.buttons.geometry())
    monkeypatch.setattr(base, "room_on_screen", lambda _window: QSize(200, 336))
    narrow = SponsorshipEditor(None, desk)
    qtbot.addWidget(narrow)
    assert narrow._columns_for((narrow.persons, narrow.minors, narrow.told)) == 1
