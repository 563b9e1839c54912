"""The table of signatories: what it shows, what is typed into it, what it refuses."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt

from desktop_app.calc.forum import Forum
from desktop_app.calc.voluntary import Signatory, Voluntary, VoluntaryPledge
from desktop_app.views.typed_table.editor import Tone
from desktop_app.views.voluntary_table.columns import Column
from tests.views.table_owner import plain
from tests.views.voluntary_forum import voluntary_forum
from tests.views.voluntary_table.owner import Owner

Open = Callable[[Forum], Owner]
ENTER, ESCAPE, DELETE, F2, DOWN = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Delete,
    Qt.Key.Key_F2,
    Qt.Key.Key_Down,
)


def test_signatories_stand_with_pledges_kept_and_outstanding(desk: Owner) -> None:
    assert desk.drawing() == [
        "DE Germany | 22 Jun 2022 | 2 000 | 3 000 000 | 3 000 000 | IT, NE | 400 | – | 1 600 | 3 000 000 | – | –",
        "FR France | 22 Jun 2022 | 1 500 | – | – | IT | 100 | – | 1 400 | – | – | –",
        "LU Luxembourg | 22 Jun 2022 | [····] | [····] | – | – | – | – | – | – | – | –",
        "LI Liechtenstein | 22 Jun 2022 | – | – | – | – | – | – | – | – | – | –",
        "NO Norway | 22 Jun 2022 | 200 | 1 000 000 | – | EL | – | 500 000 | 200 | 500 000 | – | –",
        "Together |  | 3 700 | 4 000 000 | 3 000 000 |  | 500 | 500 000 | 3 200 | 3 500 000 | 0 | 0",
        "Needed |  | 4 000 | 50 000 000",
        "Still open |  | 800 | 50 000 000",
    ]
    words = {code: [token.word for token in desk.cell(code, Column.SIGNATORY).tokens] for code in ("FR", "LI", "NO")}
    assert words == {"FR": [], "LI": ["withdrawn", ""], "NO": ["associated"]}
    assert plain(desk.cell("DE", Column.PROJECT).about).startswith("Reception centre (NE): EUR 3 000 000")


def test_what_is_typed_changes_the_one_pledge_of_its_type(desk: Owner) -> None:
    desk.table.go_to("FR", "relocations")
    desk.press("+300")
    assert desk.says() == ("1 500 + 300 = 1 800 persons, for Italy · together 4 000 of 4 000 needed, 100.00 %")
    assert desk.changes == []
    desk.press(ENTER)
    assert desk.pledges("FR") == (VoluntaryPledge("FR", "FR-1", date(2022, 7, 4), "IT", 1_800),)
    assert desk.at() == ("LU", "relocations")
    desk.table.go_to("FR", "financial")
    desk.press("1.5m", ENTER)
    assert desk.pledges("FR")[0].financial_cents == 150_000_000
    # Germany's money is that of the project.
    desk.table.go_to("DE", "financial")
    desk.press("4m")
    assert desk.says().startswith(
        "= EUR 4 000 000, for the project Reception centre · together EUR 2 500 000 of EUR 50 000 000 needed, 5.00 %; "
        "EUR 4 000 000 for projects"
    )
    desk.press(ENTER)
    assert [each.financial_cents for each in desk.pledges("DE")] == [0, 400_000_000]


def test_a_first_pledge_comes_of_typing_and_leaves_open_for_whom(desk: Owner) -> None:
    desk.table.go_to("LU", "relocations")
    desk.press(F2)
    assert desk.says() == "= no pledge · Nothing is recorded."
    desk.press(ENTER)
    assert desk.changes == []
    desk.table.go_to("LU", "relocations")
    desk.press("50")
    assert desk.says().startswith("= 50 persons, a new pledge, for whom left open")
    desk.press(ENTER)
    assert desk.pledges("LU") == (VoluntaryPledge("LU", relocations=50),)
    assert desk.cell("LU", Column.SERVED).text == "left open"
    assert [each.title(desk.forum) for each in desk.changes] == ["Luxembourg: relocations"]
    desk.table.go_to("LU", "relocations")
    desk.press("-", ENTER)
    assert desk.pledges("LU") == (VoluntaryPledge("LU"),)
    # A first pledge of money where only a project stands is a pledge of its own.
    desk.table.go_to("DE", "financial")
    desk.press(DELETE)
    assert desk.pledges("DE")[1].financial_cents == 0


def test_what_is_doubtful_is_taken_with_a_warning(open_desk: Open) -> None:
    forum = voluntary_forum()
    unsigned = VoluntaryPledge("AT", "AT-1", None, "IT", 10)
    desk = open_desk(replace(forum, voluntary=replace(forum.voluntary, pledges=(*forum.voluntary.pledges, unsigned))))
    shown = []
    for code, column, typed in (
        ("AT", "relocations", "20"),
        ("FR", "relocations", "99"),
        ("FR", "relocations", "100"),
        ("NO", "financial", "1000"),
    ):
        desk.table.go_to(code, column)
        desk.press(typed)
        shown.append((desk.table._entering.panel.tone, desk.says().partition("together")[0]))
        desk.press(ESCAPE)
    assert [tone for tone, _said in shown] == [Tone.DOUBTFUL, Tone.DOUBTFUL, Tone.UNDERSTOOD, Tone.DOUBTFUL]
    assert "Austria has not signed the declaration: only who signed pledges" in shown[0][1]
    assert "Less than was kept: 100 persons are relocated already" in shown[1][1]
    assert "Less than was kept: EUR 500 000 are paid already" in shown[3][1]
    desk.table.go_to("FR", "relocations")
    desk.press("99", ENTER)
    assert desk.pledges("FR")[0].relocations == 99


def test_there_is_no_key_to_take_a_part_of(desk: Owner) -> None:
    desk.table.go_to("FR", "relocations")
    for typed in ("50%", "rest", "+10%"):
        desk.press(typed, ENTER)
        assert desk.says().startswith("There is no key and no obligation here")
        desk.press(ESCAPE)
    desk.press("12x", ENTER)
    assert desk.says().startswith("“12x” is not a number: write for example 310, 8 440 000, 8.44m, +20, or - for none.")
    desk.press(ESCAPE)
    for typed in ("1.5", "-2000"):
        desk.press(typed, ENTER)
        assert desk.says()
        desk.press(ESCAPE)
    # Norway is a signatory: its code must not wipe the pledge on which the cursor stands.
    desk.press("no", ENTER)
    assert desk.says().startswith("“no” is the code of Norway, too: type none or - for no pledge")
    desk.press(ESCAPE)
    desk.press("nor")
    assert desk.table.selected()[0] == "NO"
    assert desk.changes == []


def test_several_pledges_of_one_type_are_changed_in_the_panel(open_desk: Open) -> None:
    forum = voluntary_forum()
    more = VoluntaryPledge("FR", "FR-2", None, "EL", 100)
    desk = open_desk(replace(forum, voluntary=replace(forum.voluntary, pledges=(*forum.voluntary.pledges, more))))
    cell = desk.cell("FR", Column.RELOCATIONS)
    assert (plain(cell.text), cell.aside) == ("1 600", "2 ×")
    desk.table.go_to("FR", "relocations")
    desk.press("7")
    assert desk.says() == "France has several pledges here: F2 opens them."
    desk.press(F2)
    desk.table.go_to("FR", "project")
    desk.press(ENTER)
    desk.table.go_to("FR", "benefitting")
    desk.press(F2)
    assert desk.forms == [("FR", "relocations"), ("FR", "project"), ("FR", "benefitting")]
    desk.table.go_to("FR", "relocations")
    desk.press(DELETE)
    assert desk.changes == []


def test_nothing_is_typed_where_another_window_has_it_or_the_state_has_left(desk: Owner) -> None:
    said = []
    for code, column in (
        ("LI", "relocations"),
        ("DE", "kept_relocations"),
        ("DE", "supported"),
        ("DE", "signatories"),
        ("DE", "project"),
        ("DE", "outstanding_relocations"),
    ):
        desk.table.go_to(code, column)
        desk.press("5")
        said.append(desk.says())
    assert said == [
        "Liechtenstein left the mechanism on 1 December 2022: it pledges no more.",
        "This is edited in Forum ▸ Commitments kept (Ctrl+J).",
        "This is edited in Forum ▸ Support plans (Ctrl+D).",
        "This is edited in Forum ▸ Mechanism and signatories (Ctrl+Shift+R).",
        "The part for projects in partner countries stands with the pledges: Enter or F2 opens them.",
        "The relocations outstanding is worked out: type relocations or money.",
    ]


def test_letters_lead_to_associated_states_too(desk: Owner) -> None:
    desk.table.go_to("DE", "signatories")
    for letters, code in (("nor", "NO"), ("li", "LI"), ("lux", "LU")):
        desk.press(letters)
        assert desk.at()[0] == code
        desk.press(ESCAPE)
    # In a cell that is typed into, too, and a figure typed after it begins an entry there.
    desk.table.go_to("DE", "relocations")
    desk.press("norw", "250", ENTER)
    assert desk.pledges("NO")[0].relocations == 250


def test_rows_under_the_table_name_their_figures(desk: Owner) -> None:
    desk.table.go_to(None, "relocations")
    assert desk.selected[-1] == ("relocations", None)
    desk.press(DOWN)
    assert desk.selected[-1] == ("needed_relocations", None)
    desk.press(DOWN)
    assert desk.selected[-1] == ("open_relocations", None)
    desk.table.go_to(None, "needed_financial")
    assert desk.at() == (None, "needed_financial")


def test_a_pledge_without_signature_and_one_without_day_say_so(open_desk: Open) -> None:
    forum = voluntary_forum()
    recorded = replace(
        forum.voluntary,
        signatories=(Signatory("DE"),),
        pledges=(VoluntaryPledge("FR", relocations=1, partner_country="NE", project="P"),),
        needs=(),
        kept=(),
    )
    desk = open_desk(replace(forum, voluntary=recorded))
    assert desk.cell("DE", Column.SIGNED).text == "no date"
    assert desk.cell("FR", Column.SIGNATORY).tokens[0].word == "not signed"
    assert desk.cell("FR", Column.SERVED).text == "NE"
    assert "No need is recorded yet" in desk.table.note.text()
    desk.table.go_to("DE", "relocations")
    desk.table.sort_here()
    assert desk.table.codes == ("FR", "DE")
    assert "Sorted by relocations" in desk.table.note.text()


def test_an_empty_table_says_what_comes_first(open_desk: Open) -> None:
    desk = open_desk(replace(voluntary_forum(), voluntary=Voluntary()))
    assert "Ctrl+Shift+R" in desk.table._nobody.text()
    assert desk.table._nobody.isVisible()
    desk.press("5")
    assert desk.says() == "No state has signed yet: Forum ▸ Mechanism and signatories (Ctrl+Shift+R)."
