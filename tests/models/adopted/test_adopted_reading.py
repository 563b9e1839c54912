"""Reading the annex of an adopted act as people type it."""

from fractions import Fraction
from pathlib import Path

import pytest

from desktop_app.calc.adopted.values import REFERENCE, TOTAL, ActTable, Column, Nothing, Stated, Unreadable
from desktop_app.documents.annex_vocabulary import annex_vocabulary
from desktop_app.models.adopted.figures import meaning_of
from desktop_app.models.adopted.known import known
from desktop_app.models.adopted.reading import NoTableFound, columns_in, read_act
from desktop_app.models.adopted.table import find_table
from desktop_app.models.errors import BadInput
from desktop_app.models.table_reading.grid import Grid, GridCell, Kind

KNOWN = known(annex_vocabulary())


def written(text: str, column: Column = Column.FINANCIAL, language: str = "en") -> object:
    return meaning_of(GridCell(Kind.TEXT, text), column, language, KNOWN)


def of(kind: Kind, text: str, column: Column = Column.SHARE) -> object:
    return meaning_of(GridCell(kind, text), column, "", KNOWN)


def figure(text: str, decimals: int = 0) -> Stated:
    return Stated(Fraction(text), decimals)


@pytest.mark.parametrize(
    "text",
    [
        *("8440000", "8 440 000", "8\u202f440\u202f000", "8\u00a0440\u00a0000", "8.440.000", "8,440,000", "8'440'000"),
        *("EUR 8 440 000", "8 440 000 EUR", "\u20ac8,440,000", "8 440 000 euros", "8 440 000 ¹", "8 440 000 (¹)"),
        *(
            "8 440 000 ( 1 )",
            "8 440 000 (*)",
            "8 440 000 (1) (2)",
            "8 440 000 (¹) EUR",
            "EUR 8 440 000 [a]",
            " 8440000\t",
        ),
    ],
)
def test_one_amount_is_read_however_it_is_typed(text: str) -> None:
    assert written(text) == figure("8440000")


@pytest.mark.parametrize(
    ("text", "column", "language", "expected"),
    [
        ("21,6666", Column.SHARE, "fr", figure("21.6666", 4)),
        ("21.666 %", Column.SHARE, "fr", figure("21.666", 3)),
        ("0.125", Column.GROSS, "", figure("0.125", 3)),
        ("8.440,50", Column.FINANCIAL, "en", figure("8440.5", 2)),
        ("8,440.50", Column.FINANCIAL, "de", figure("8440.5", 2)),
        (",5", Column.NET, "de", figure("0.5", 1)),
        ("1.299", Column.RELOCATIONS, "en", figure("1299")),
        ("1.299", Column.GROSS, "en", figure("1.299", 3)),
        ("1.299", Column.GROSS, "de", figure("1299")),
        ("\u22125", Column.NET, "de", figure("-5")),
        ("- EUR 5", Column.NET, "de", figure("-5")),
        *((dash, Column.FINANCIAL, "en", Nothing.EMPTY) for dash in ("", "-", "–", "—", "– (¹)", "…", "\u200b")),
        ("none", Column.FINANCIAL, "en", Nothing.NONE),
        ("Néant", Column.FINANCIAL, "", Nothing.NONE),
        ("nicht erfasst", Column.FINANCIAL, "de", Nothing.NOT_RECORDED),
        ("outside the key", Column.SHARE, "en", Nothing.EMPTY),
    ],
)
def test_figures_are_read_in_the_habits_of_the_language(
    text: str, column: Column, language: str, expected: object
) -> None:
    assert written(text, column, language) == expected


@pytest.mark.parametrize(
    ("text", "column", "reason"),
    [
        ("1.299", Column.GROSS, "“1.299” can be 1\u202f299 or 1.299: leave the sign out, or write more"),
        ("8 440 00", Column.FINANCIAL, "“8 440 00” is no figure: write digits such as 8 440 000 or 12.5"),
        ("8.440.5", Column.FINANCIAL, "“8.440.5” is no figure: write digits such as 8 440 000 or 12.5"),
        ("8 44,5", Column.FINANCIAL, "“8 44,5” is no figure: write digits such as 8 440 000 or 12.5"),
        ("31O", Column.RELOCATIONS, "“31O” is no figure: write digits such as 8 440 000 or 12.5"),
        ("12, (³)", Column.SHARE, "“12, (³)” is no figure: write digits such as 8 440 000 or 12.5"),
        ("(1)", Column.FINANCIAL, "a mark of a note stands there alone"),
        ("9" * 30, Column.FINANCIAL, "it has more digits than any figure of an act"),
        ("9" * 70, Column.FINANCIAL, f"“{'9' * 40}…” is no figure"),
    ],
)
def test_what_is_no_figure_says_why(text: str, column: Column, reason: str) -> None:
    found = written(text, column, "")
    assert found == Unreadable(reason)


def test_marks_without_end_are_no_figure() -> None:
    assert isinstance(written("8 (1)(1)(1)(1)(1)(1)(1)(1)(1)(1)(1)(1)(1)"), Unreadable)


def test_cells_of_a_workbook_are_read_as_it_keeps_them() -> None:
    assert of(Kind.NUMBER, "21.6666") == figure("21.6666", 4)
    assert of(Kind.NUMBER, "1.2E+3") == figure("1200")
    assert of(Kind.PERCENT, "0.125") == figure("12.5", 1)
    # 0.1 + 0.2 as a binary fraction is read with the digits that a spreadsheet keeps.
    assert of(Kind.NUMBER, "0.30000000000000004") == Stated(Fraction(3, 10), 1, is_full=True)
    assert of(Kind.NUMBER, "x") == Unreadable("“x” is no number")
    assert of(Kind.NUMBER, "1e-30") == Unreadable("it has more digits than any figure of an act")
    assert of(Kind.DATE, "2026-03-12") == Unreadable("the spreadsheet has made a date of it (“2026-03-12”)")
    assert isinstance(of(Kind.PERCENT, "0.125", Column.NET), Unreadable)
    assert isinstance(of(Kind.FORMULA, "1+1"), Unreadable)
    assert meaning_of(None, Column.NET, "", KNOWN) is Nothing.EMPTY


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        *(("Portugal", "en", "PT"), ("PT", "", "PT"), ("el", "", "EL"), ("GR", "", "EL"), ("XX", "", None)),
        *(("Ελλάδα", "", "EL"), ("ELLADA", "", None), ("Slovensko", "sk", "SK"), ("Česko (CZ)", "", "CZ")),
        *(("1. Belgium ( 1 )", "en", "BE"), ("BE – Belgium", "en", "BE"), ("The Netherlands", "en", "NL")),
        *(("Total", "en", TOTAL), ("Insgesamt", "de", TOTAL), ("Reference number", "en", REFERENCE)),
        *(("Portugal 8 440 000", "en", None), ("", "en", None), ("Portugal" * 60, "en", None)),
    ],
)
def test_names_are_known_in_every_language_and_as_codes(text: str, language: str, code: str | None) -> None:
    assert KNOWN.code(text, language) == code


def test_a_name_that_two_languages_give_to_two_states_is_told_by_the_language_alone() -> None:
    meant: dict[str, set[str]] = {}
    for words in annex_vocabulary():
        for name, code in words.states:
            meant.setdefault(name, set()).add(code)
    # No name of a Member State is that of another one in any language, so that none is guessed.
    assert all(len(codes) == 1 for codes in meant.values())


def read(tmp_path: Path, text: str, told: dict[str, Column | None] | None = None, encoding: str = "utf-8") -> ActTable:
    path = tmp_path / "act.csv"
    path.write_bytes(text.encode(encoding))
    return read_act(path, annex_vocabulary(), told)


TYPED = """\
Anhang;;;;
Mitgliedstaat;Anteil am Schlüssel;in Übernahmen;Finanzbeitrag (EUR);Bemerkung
Irland;1,9931;419;9.260.000;
;;;;
Kapitel 2;;;;
Mitgliedstaat;Anteil am Schlüssel;in Übernahmen;Finanzbeitrag (EUR);Bemerkung
Portugal (¹);2,4345;512;EUR 8 440 000;siehe 1
Island;;5;;
Insgesamt;;931;17 700 000;
(¹) Eine Fußnote mit 3 Ziffern;;;;
Referenzzahl;;21 000;420 000 000;
Mitgliedstaat;Maßnahme;Wert;;
Irland;1;2;3;
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_titles_notes_heads_and_other_tables_do_not_matter(tmp_path: Path, encoding: str) -> None:
    table = read(tmp_path, TYPED, encoding=encoding)
    assert table.language == "de"
    assert table.compared == (Column.SHARE, Column.FAIR_RELOCATIONS, Column.FINANCIAL)
    assert list(table.rows) == ["IE", "PT", TOTAL, REFERENCE]
    assert table.rows["IE"][Column.FINANCIAL].meaning == figure("9260000")
    assert table.rows["PT"][Column.FINANCIAL].place == "CSV!D7"
    assert [(each.place, each.text) for each in table.unread] == [("CSV!A8", "Island")]
    assert [each.heading for each in table.columns if each.column is None] == ["Mitgliedstaat", "Bemerkung"]


def test_a_table_that_goes_on_with_a_state_again_after_its_totals_is_over(tmp_path: Path) -> None:
    text = TYPED.replace("Mitgliedstaat;Maßnahme;Wert;;\n", "")
    assert read(tmp_path, text).rows["IE"][Column.SHARE].meaning == figure("1.9931", 4)


def test_a_state_that_stands_twice_is_not_readable(tmp_path: Path) -> None:
    table = read(tmp_path, "State,Relocations,Financial contribution\nIE,1,2\nPT,3,4\nIE,5,6\n")
    reason = "the table has two rows of Ireland: 2 and 4"
    assert {cell.meaning for cell in table.rows["IE"].values()} == {Unreadable(reason)}
    assert table.rows["PT"][Column.RELOCATIONS].meaning == figure("3")


def test_a_figure_that_a_comma_splits_is_told(tmp_path: Path) -> None:
    head = "State,Relocations,Financial contribution\n"
    table = read(tmp_path, f"{head}IE,1,9,260\nPT,3,4,see below\n")
    assert isinstance(table.rows["IE"][Column.FINANCIAL].meaning, Unreadable)
    assert table.rows["PT"][Column.FINANCIAL].meaning == figure("4")


def test_what_columns_hold_can_be_told(tmp_path: Path) -> None:
    text = "Irland;419;9 260 000\nPortugal;512;8 440 000\n"
    with pytest.raises(NoTableFound, match="say which columns it has"):
        read(tmp_path, text)
    assert [(each.letters, each.heading) for each in columns_in(tmp_path / "act.csv")] == [
        ("A", "Irland"),
        ("B", "419"),
        ("C", "9 260 000"),
    ]
    table = read(tmp_path, text, {"c": Column.FINANCIAL})
    assert table.rows["PT"][Column.FINANCIAL].meaning == figure("8440000")
    with pytest.raises(NoTableFound):
        read(tmp_path, text, {"c": None})
    with pytest.raises(BadInput, match="this is no column"):
        read(tmp_path, text, {"C5": Column.FINANCIAL})


def test_a_forum_or_a_broken_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="this is a forum, not the annex of an act"):
        read(tmp_path, '{"format": "x"}')
    with pytest.raises(BadInput, match="this is no CSV file"):
        read(tmp_path, 'a,b\n"x\n')


def grid_of(rows: list[list[str]], merged: tuple[tuple[int, int, int, int], ...] = ()) -> Grid:
    cells = {
        (row, column): GridCell(Kind.NUMBER if text.isdigit() else Kind.TEXT, text)
        for row, line in enumerate(rows, 1)
        for column, text in enumerate(line, 1)
        if text
    }
    return Grid("Act", cells, merged=merged)


def test_merged_cells_count_where_their_figure_stands() -> None:
    grid = grid_of(
        [["State", "Relocations", "Financial contribution"], ["IE", "5", ""], ["PT", "", ""], ["EE", "none", ""]],
        ((2, 2, 3, 2), (4, 2, 4, 3)),
    )
    found = find_table(grid, KNOWN, {})
    assert found is not None
    assert found.rows["PT"][Column.RELOCATIONS].meaning == Unreadable(
        "it is merged with Act!B2: give it a figure of its own"
    )
    assert found.rows["EE"][Column.FINANCIAL].meaning is Nothing.EMPTY


def test_a_heading_that_stands_for_two_columns_is_told_by_what_stands_above_or_before() -> None:
    above = grid_of(
        [
            ["", "Deduction (Articles 61, 62)", "Mandatory fair share (Article 57(3))"],
            ["Member State", "in relocations", "in relocations"],
            ["IE", "1", "2"],
            ["PT", "1", "2"],
        ]
    )
    found = find_table(above, KNOWN, {})
    assert found is not None
    assert found.columns == {2: Column.DEDUCTED, 3: Column.FAIR_RELOCATIONS}
    before = grid_of([["Member State", "Gross", "in relocations"], ["IE", "1", "2"], ["PT", "1", "2"]])
    found = find_table(before, KNOWN, {})
    assert found is not None
    assert found.columns == {2: Column.GROSS, 3: Column.DEDUCTED}


def test_headings_of_another_language_than_the_names_are_known_and_no_note_is_a_table() -> None:
    mixed = grid_of([["Staat", "Contribution financière"], *([name, "5"] for name in ("Irland", "Estland", "Polen"))])
    found = find_table(mixed, KNOWN, {})
    assert found is not None
    assert found.columns == {2: Column.FINANCIAL}
    assert find_table(grid_of([["", "Relocations"], ["IE", "5"]]), KNOWN, {}) is None
    assert find_table(grid_of([["", "Relocations"], ["x" * 400, "5"]]), KNOWN, {}) is None


def test_a_word_for_nothing_is_short() -> None:
    assert KNOWN.nothing("none " * 100) is None


def test_rows_of_nobody_are_told_up_to_a_bound() -> None:
    rows = [["State", "Relocations"], *([code, "5"] for code in ("IE", "PT", "EE")), *([["Nobody", "1"]] * 120)]
    found = find_table(grid_of(rows), KNOWN, {})
    assert found is not None
    assert len(found.unread) == 100


def test_the_sheet_with_most_of_the_columns_and_figures_is_read(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for title, heads in (("One", ["State", "Relocations"]), ("Two", ["State", "Relocations", "Net"]), ("None", [])):
        sheet = book.create_sheet(title)
        for row in (heads, *([code, 5, 6][: len(heads)] for code in ("IE", "PT", "EE"))):
            sheet.append(row)
    path = tmp_path / "act.xlsx"
    book.save(path)
    table = read_act(path, annex_vocabulary())
    assert (table.sheet, table.compared) == ("Two", (Column.RELOCATIONS, Column.NET))
    assert table.rows["EE"][Column.NET].meaning == figure("6")
