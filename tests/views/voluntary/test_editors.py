"""The editors of mechanism and signatories, of needs, and of commitments kept."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit

from desktop_app.calc.assess import assess
from desktop_app.calc.voluntary import Commitment, Mechanism, Need, Signatory, VoluntaryPledge
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.views.desk import Desk
from desktop_app.views.fields import ChoiceField, Field
from desktop_app.views.forum_editors.entries import Entries
from desktop_app.views.voluntary.kept import KeptEditor
from desktop_app.views.voluntary.mechanism import MechanismEditor
from desktop_app.views.voluntary.need_lines import need_lines
from desktop_app.views.voluntary.needs import NeedsEditor
from tests.views.editor_desks import Show
from tests.views.table_owner import plain
from tests.views.voluntary_forum import voluntary_forum


def _type(field: Field, text: str) -> None:
    line = field.findChild(QLineEdit)
    assert line is not None
    line.setText(text)


def _choose(field: Field, words: str) -> None:
    assert isinstance(field, ChoiceField)
    field.input.setCurrentIndex(field.input.findText(words))


def _lines(entries: Entries) -> list[str]:
    return [plain(entries.list.list.item(row).text()) for row in range(entries.list.list.count())]


def test_the_mechanism_ends_a_year_after_its_start_or_as_extended(desk: Desk, shown: Show) -> None:
    editor = MechanismEditor(None, desk)
    shown(editor)
    assert plain(editor.extended.said) == "Empty: it ends on 22 June 2023, one year after its first day."
    # A year that begins on 29 February ends on 28 February.
    _type(editor.started, "2024-02-29")
    assert plain(editor.extended.said) == "Empty: it ends on 28 February 2025, one year after its first day."
    _type(editor.started, "")
    assert editor.extended.said == "Empty: it ends one year after its first day, which is not said yet."
    _type(editor.extended, "2024-06-30")
    assert editor.started.said.startswith("Say first when the mechanism started")
    _type(editor.started, "2023-07-01")
    assert plain(editor.extended.said) == (
        "Its first year, from 1 July 2023, ends on 1 July 2024: it is extended until that day or a later one, or not "
        "at all."
    )
    assert editor.staged is None
    _type(editor.started, "2023-06-30")
    assert not editor.extended.is_wrong
    _type(editor.started, "2022-06-22")
    _type(editor.chairs, "Commission ; Presidency;; France")
    editor.accept()
    held = desk.assessment.forum.voluntary.mechanism
    assert held == Mechanism(
        "D", date(2022, 6, 22), date(2024, 6, 30), "Solidarity Platform", ("Commission", "Presidency", "France")
    )


def test_iceland_cannot_sign_and_nobody_signs_twice(desk: Desk, shown: Show) -> None:
    editor = MechanismEditor(None, desk)
    shown(editor)
    entries = editor.signatories
    entries.list.wanted.emit("add")
    # Nothing is said of it that nobody typed.
    assert _lines(entries)[-1] == "no state chosen, no day"
    assert entries.fields["code"].said == "Which state signed? Choose it."
    assert editor.staged is None
    _type(entries.fields["signed"], "2022-06-22")
    _choose(entries.fields["code"], "Iceland (IS), associated")
    assert "Iceland cannot sign" in entries.fields["code"].said
    assert "Report on Migration and Asylum 2022" in entries.fields["code"].said
    assert editor.staged is None
    _choose(entries.fields["code"], "Norway (NO), associated")
    assert entries.fields["code"].said == "Norway stands there twice: keep one of the two."
    _choose(entries.fields["code"], "Switzerland (CH), associated")
    _type(entries.fields["withdrawn"], "2022-06-21")
    assert plain(entries.fields["withdrawn"].said) == "It signed on 22 June 2022: it cannot leave before that."
    _type(entries.fields["withdrawn"], "")
    editor.accept()
    signed = desk.assessment.forum.voluntary.signatories
    assert [each.code for each in signed] == ["DE", "FR", "LU", "LI", "NO", "CH"]
    assert signed[-1] == Signatory("CH", date(2022, 6, 22))
    assert desk.undo()
    assert len(desk.assessment.forum.voluntary.signatories) == 5


def test_those_that_left_are_counted_among_the_signatories_that_are_recorded(desk: Desk, shown: Show) -> None:
    editor = MechanismEditor(None, desk)
    shown(editor)
    editor.signatories.list.list.setCurrentRow(3)
    assert _lines(editor.signatories)[3].startswith("Liechtenstein")
    editor.signatories.list.wanted.emit("delete")
    assert editor.staged is not None
    then = editor.staged.apply_to(desk.assessment.forum)
    assert editor.leads(then) == ["signatories, those that left among them, 5 → 4"]
    # Where nobody has left, nothing needs to be told apart.
    assert desk.apply(editor.staged)
    again = MechanismEditor(None, desk)
    shown(again)
    again.signatories.list.list.setCurrentRow(0)
    again.signatories.list.wanted.emit("delete")
    assert again.staged is not None
    assert again.leads(again.staged.apply_to(desk.assessment.forum)) == ["signatories 4 → 3"]


def test_needs_stand_once_a_member_state(desk: Desk, shown: Show) -> None:
    editor = NeedsEditor(None, desk)
    shown(editor)
    assert _lines(editor.entries) == ["Greece: 1 000 persons", "Italy: 3 000 persons and EUR 50 000 000"]
    assert [plain(line.copied) for line in editor.figures.lines] == [
        "Greece\t1 000\t200\t800\t0\t–\t1 000 000\t–\t500 000",
        "Italy\t3 000\t3 500\t0\t500\t50 000 000\t0\t50 000 000\t0",
        "Projects in partner countries\t–\t–\t–\t–\t–\t3 000 000\t–\t–",
        "Together\t4 000\t3 700\t800\t500\t50 000 000\t4 000 000\t50 000 000\t500 000",
    ]
    assert editor.figures.lines[1].cells[3].icon == "ok"
    editor.entries.list.wanted.emit("add")
    assert _lines(editor.entries)[-1] == "no state chosen: number not said"
    fields = editor.entries.fields
    assert fields["benefitting"].said == "Which Member State is in need? Choose it."
    _choose(fields["benefitting"], "Italy (IT)")
    assert fields["benefitting"].said == "Italy stands there twice: keep one of the two."
    _choose(fields["benefitting"], "Cyprus (CY)")
    _type(fields["relocations"], "1.5")
    assert editor.staged is None
    assert not editor.figures.lines
    _type(fields["relocations"], "700")
    assert plain(editor.figures.lines[2].copied) == "Cyprus\t700\t0\t700\t0\t–\t0\t–\t0"
    editor.accept()
    assert desk.assessment.forum.voluntary.needs[1:] == (Need("IT", 3_000, 5_000_000_000), Need("CY", 700))


def test_what_was_kept_has_a_day_and_something_given(desk: Desk, shown: Show) -> None:
    editor = KeptEditor(None, desk)
    shown(editor)
    entries = editor.entries
    assert _lines(entries)[0] == "1 October 2022: Germany → Italy, 400 persons"
    entries.list.wanted.emit("add")
    fields = entries.fields
    assert _lines(entries)[-1] == "no day: no state chosen, nothing yet"
    assert fields["code"].said == "Which signatory kept it? Choose it."
    assert fields["benefitting"].said == "For which Member State? Choose it, or nobody in particular."
    assert fields["on"].said.startswith("A commitment kept needs its day")
    assert fields["relocations"].said.startswith("Write how many persons")
    _type(fields["on"], "2.12.2022")
    _type(fields["relocations"], "20")
    _type(fields["minors"], "21")
    assert fields["minors"].said == "More minors than persons relocated: lower one or raise the other."
    _choose(fields["code"], "Iceland (IS), associated")
    assert "Iceland cannot sign" in fields["code"].said
    _choose(fields["code"], "Greece (EL)")
    _choose(fields["benefitting"], "Greece (EL)")
    assert fields["benefitting"].said.startswith("A signatory helps another Member State")
    _choose(fields["code"], "Luxembourg (LU)")
    _type(fields["minors"], "3")
    editor.accept()
    assert desk.assessment.forum.voluntary.kept[-1] == Commitment("LU", date(2022, 12, 2), "EL", 20, 3)
    assert desk.file.undo_title == "Commitments kept"


def test_a_desk_that_reads_changes_nothing(reading_desk: Desk, shown: Show) -> None:
    for make in (MechanismEditor, NeedsEditor, KeptEditor):
        editor = make(None, reading_desk)
        shown(editor)
        assert not editor.accept_button.isEnabled()
        lists = [entries.list for entries in editor.findChildren(Entries)]
        assert not any(button.isEnabled() for held in lists for button in held.buttons.values())


def test_what_is_kept_and_pledged_for_nobody_stands_in_a_line_of_its_own() -> None:
    forum = voluntary_forum()
    kept = Commitment("DE", date(2022, 10, 2), None, 7, 0, 1_050)
    pledge = VoluntaryPledge("FR", None, None, None, 300, False, 100_000_000)
    recorded = replace(forum.voluntary, pledges=(*forum.voluntary.pledges, pledge), kept=(*forum.voluntary.kept, kept))
    lines = need_lines(VoluntaryAssessment.of(assess(replace(forum, voluntary=recorded))))
    # 800 persons are open for Greece, less 300 left open; of EUR 50 million 1 is left open, 3 for a project fill none.
    assert [plain(line.copied) for line in lines[2:]] == [
        "Left open\t–\t300\t–\t7\t–\t1 000 000\t–\t10.50",
        "Projects in partner countries\t–\t–\t–\t–\t–\t3 000 000\t–\t–",
        "Together\t4 000\t4 000\t500\t507\t50 000 000\t5 000 000\t49 000 000\t500 010.50",
    ]
    totals = VoluntaryAssessment.of(assess(replace(forum, voluntary=recorded))).totals
    assert (totals.financial.given, totals.project_cents, totals.pledged_cents) == (
        *(200_000_000, 300_000_000),
        500_000_000,
    )
