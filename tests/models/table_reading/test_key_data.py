"""Key data that is given to File ▸ Import: it is told where it goes."""

from pathlib import Path

import openpyxl
import pytest

from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.models.errors import BadInput
from desktop_app.models.importing import read_import
from tests.models.table_reading.books import example


def refused(path: Path) -> str:
    with pytest.raises(BadInput) as refusal:
        read_import(path, assess(example()))
    return str(refusal.value)


@pytest.mark.parametrize(
    "rows",
    [
        [["Data extracted on 21/11/2026 from [ESTAT]"], ["Dataset:", "Population on 1 January [demo_pjan]"]],
        [["TIME", "2025"], ["GEO (Codes)", "GEO (Labels)"], ["BE", "Belgium", 11_883_495]],
        [["Title"], [], ["code", "persons"], ["BE", 11_883_495]],
    ],
)
def test_a_workbook_of_key_data_is_told_where_it_goes(tmp_path: Path, rows: list[list[object]]) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "key.xlsx")

    assert refused(tmp_path / "key.xlsx") == (
        "key.xlsx: this is key data, such as a download from Eurostat.\n"
        "Import it in Forum ▸ Key, or as applications in Forum ▸ Applications."
    )


def test_a_table_of_key_data_is_told_where_it_goes(tmp_path: Path) -> None:
    (tmp_path / "key.csv").write_text("code,year,million_eur\nBE,2024,620271.8\n", "utf-8")

    assert "Forum ▸ Key" in refused(tmp_path / "key.csv")


def test_another_table_is_none_of_the_programs(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("name,colour\nBE,blue\n", "utf-8")

    assert "none of the program's tables is in it" in refused(tmp_path / "other.csv")
