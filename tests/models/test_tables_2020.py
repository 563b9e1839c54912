"""The tables of migratory pressure and of voluntary solidarity: what stands in them, and that nothing runs."""

import csv
import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.pressure_assessment import PressureAssessment
from desktop_app.calc.voluntary_assessment import VoluntaryAssessment
from desktop_app.models.any_forum import sample
from desktop_app.models.errors import BadInput
from desktop_app.models.importing import read_import
from desktop_app.models.interchange import fingerprint, read_document
from desktop_app.models.table_pressure_sheets import pressure_sheets
from desktop_app.models.table_voluntary_sheets import voluntary_sheets
from desktop_app.models.tables import (
    PRESSURE_CSV_COLUMNS,
    VOLUNTARY_CSV_COLUMNS,
    csv_bytes,
    write_csv,
    write_workbook,
)
from tests.models.test_tables import load, rows
from tests.pressure_strategies import pressure_forums
from tests.voluntary_strategies import voluntary_forums

PRESSURE: Final = sample(Procedure.MIGRATORY_PRESSURE)
VOLUNTARY: Final = sample(Procedure.VOLUNTARY)
SHARED: Final = (
    *("Requests", "Support plans", "Support persons", "Support measures", "Sponsorship", "Relocation"),
    *("Incentives", "Incentive rates", "Log"),
)


@pytest.fixture(scope="module")
def pressure(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("tables") / "pressure.xlsx"
    write_workbook(assess(PRESSURE), path)
    return load(path)


@pytest.fixture(scope="module")
def voluntary(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("tables") / "voluntary.xlsx"
    write_workbook(assess(VOLUNTARY), path)
    return load(path)


def lines(forum: Forum) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_bytes(assess(forum)).decode("ascii"), newline="")))


def of(page: Any, **wanted: object) -> dict[str, Any]:
    """The only row of a page with these cells."""
    (found,) = (row for row in rows(page) if row.items() >= wanted.items())
    return found


def test_every_sheet_stands_there(pressure: Any, voluntary: Any) -> None:
    assert pressure.sheetnames == [
        *("Forum", "Contributions", "Plans", "Measures", "Indicators", "Sources", "Rounds", "Types set", "Credits"),
        *("Progress", *SHARED, "Key", "Applications", "Findings", "Deadlines", "Readings"),
    ]
    assert voluntary.sheetnames == [
        *("Forum", "Signatories", "Needs", "Pledges", "Kept", *SHARED, "Findings", "Deadlines", "Readings"),
    ]
    marked = f"LIMITE · state {fingerprint(PRESSURE)} · {PRESSURE.title}"
    assert {page.cell(1, 1).value for page in pressure} == {marked}


def test_what_was_recorded_of_migratory_pressure_stands_in_rows(pressure: Any) -> None:
    germany = of(pressure["Plans"], code="DE", revision=1)
    assert (germany["applicants, %"], germany["sponsorship, %"], germany["beneficiaries, %"]) == (55, 40, 5)
    assert (germany["nationalities"], germany["activities"], germany["covered by measures"]) == ("BD PK", "a b d e", 0)
    assert (germany["applicants, %, exact"], germany["covered by measures, exact"]) == ("55", "0")
    austria = of(pressure["Plans"], code="AT")
    assert (austria["average shown, per 100 000"], austria["average shown per head, exact"]) == (530, "53/10000")
    measure = of(pressure["Measures"], code="FR", revision=1, number=2)
    assert (measure["kind"], measure["stands for persons, exact"], measure["value, EUR, exact"]) == (
        *("capacity", "400"),
        "8100000.50",
    )
    minors = of(pressure["Indicators"], point="k")
    # 4 350 of 21 000.
    assert (minors["Member State"], minors["Union"], minors["part of the Union, %"]) == (4350, 21000, 20.71)
    assert of(pressure["Sources"], point="g")["report"] == "ISAA"
    assert [(each["code"], each["sponsorship, %"]) for each in rows(pressure["Types set"])] == [
        ("RO", 40),
        ("SK", 50),
    ]
    assert of(pressure["Rounds"], round="f1")["ended"] == datetime(2027, 3, 8)  # noqa: DTZ001 - a workbook knows no zone
    assert of(pressure["Applications"], code="AT", year=2024)["population"] is None
    said = {each["figure"]: each["value"] for each in rows(pressure["Forum"])}
    assert (said["benefitting Member State"], said["benefit from another procedure"]) == ("EL", "CY")
    assert (said["covered by measures, persons"], said["30 % test triggered"]) == (2492, "yes")
    assert said["act ends"] == datetime(2028, 3, 22)  # noqa: DTZ001 - a workbook knows no zone


def test_credits_say_why_they_do_not_count(pressure: Any) -> None:
    counted = {(each["code"], each["persons"]): (each["counts"], each["why not"]) for each in rows(pressure["Credits"])}
    assert counted["DE", 90] == ("yes", None)
    assert counted["FI", 20] == ("no", "it helped another Member State")
    assert counted["NL", 25][0] == "no"
    assert of(pressure["Credits"], code="SE", persons=18)["support plan"] == "SP-SE-2026-1"


def test_groups_stand_with_their_clocks(pressure: Any) -> None:
    near = of(pressure["Sponsorship"], group="SG-2")
    assert (near["code"], near["left"], near["expiry is near"]) == ("NL", 23, "yes")
    assert near["eight months end"] == datetime(2027, 12, 22)  # noqa: DTZ001 - a workbook knows no zone
    late = of(pressure["Relocation"], group="RG-2")
    assert (late["by silence"], late["next step"], late["late"]) == ("yes", "transfer due", "yes")
    persons = [each for each in rows(pressure["Support persons"]) if each["support plan"] == "SP-SE-2026-1"]
    assert [(each["delivered, persons"], each["delivered, minors"]) for each in persons] == [(18, 7), (22, 5)]
    # What is merely intended has a row as well.
    intended = of(pressure["Support persons"], type="border-procedure")
    assert (intended["persons"], intended["delivered on"], intended["delivered, persons"]) == (10, None, 0)
    assert of(pressure["Support measures"], code="IE")["stands for persons, exact"] == "10"
    arrived = of(pressure["Relocation"], group="RG-1")
    assert (arrived["of which minors"], arrived["arrived"], arrived["arrived, minors"]) == (44, 175, 43)
    assert of(pressure["Incentives"], code="DE")["together, EUR, exact"] == "2001900.00"
    rates = rows(pressure["Incentive rates"])
    assert [each["per person, EUR"] for each in rates] == [10000, 10500]
    assert [each["per person, EUR, exact"] for each in rates] == ["10000.00", "10500.00"]
    assert of(pressure["Log"], kind="bilateral")["other side"] == "CY"


def test_what_was_recorded_of_voluntary_solidarity_stands_in_rows(voluntary: Any) -> None:
    norway = of(voluntary["Signatories"], code="NO")
    assert (norway["relocations"], norway["kept"], norway["paid, EUR, exact"]) == (200, 81, "6000000.00")
    # Austria supports others without having signed; Malta named no sum.
    assert (of(voluntary["Signatories"], code="AT")["signed"], of(voluntary["Needs"], code="MT")["needed, EUR"]) == (
        None,
        None,
    )
    assert of(voluntary["Pledges"], reference="CH-V-1")["partner country"] == "Lebanon"
    assert of(voluntary["Kept"], code="LU")["note"] == "All of the pledge."
    assert of(voluntary["Signatories"], signatory="Total")["EUR, exact"] == "25000000.50"
    said = {each["figure"]: each["value"] for each in rows(voluntary["Forum"])}
    assert (said["chaired by"], said["coverage of the needs, %"]) == (
        "Commission, Presidency of the Council",
        70.22,
    )


def test_the_csv_has_the_figures_of_each_state() -> None:
    found = lines(PRESSURE)
    assert tuple(found[0]) == PRESSURE_CSV_COLUMNS
    states = {each["code"]: each for each in found}
    assert states["AT"].items() >= {"reduction_eligible": "yes", "redistributed": "0", "plan": "in time"}.items()
    assert states["AT"]["reduced_by"].startswith("19.47")
    assert states["RO"]["set_by_commission"] == "yes"
    assert states[""].items() >= {"member_state": "Total", "key_number": "8000", "credited": "145"}.items()
    found = lines(VOLUNTARY)
    assert tuple(found[0]) == VOLUNTARY_CSV_COLUMNS
    assert found[-1].items() >= {"relocations": "6320", "kept_relocations": "1973"}.items()
    assert found[-1]["kept_financial_eur"] == "13850000.50"


def test_what_is_not_known_is_empty(tmp_path: Path) -> None:
    for procedure in (Procedure.MIGRATORY_PRESSURE, Procedure.VOLUNTARY):
        nothing = assess(Forum(procedure=procedure))
        write_workbook(nothing, tmp_path / "nothing.xlsx")
        assert "Log" in load(tmp_path / "nothing.xlsx").sheetnames
    (total,) = lines(Forum(procedure=Procedure.MIGRATORY_PRESSURE))
    assert (total["key_number"], total["relocations"]) == ("", "")
    example = read_document((Path(__file__).parents[1] / "examples" / "migratory-pressure.json").read_bytes())
    assert lines(example)[0]["reduction_eligible"] == ""


@settings(max_examples=10)
@given(pressure_forums() | voluntary_forums())
def test_no_cell_of_the_csv_begins_with_a_sign_that_is_run(forum: Forum) -> None:
    assessment = assess(forum)
    for row in csv.reader(io.StringIO(csv_bytes(assessment).decode("ascii"), newline="")):
        assert not [cell for cell in row if cell.startswith(tuple("=+-@\t\r"))]
    if isinstance(assessment, PressureAssessment):
        made = pressure_sheets(assessment)
    else:
        made = voluntary_sheets(VoluntaryAssessment.of(assessment))
    assert {len(row) - len(sheet.columns) for sheet in made for row in sheet.rows} <= {0}


def test_tables_of_these_procedures_are_not_read_back(tmp_path: Path) -> None:
    for forum in (PRESSURE, VOLUNTARY):
        assessment = assess(replace(forum, note=None))
        write_csv(assessment, tmp_path / "out.csv")
        with pytest.raises(BadInput, match="annual pool only"):
            read_import(tmp_path / "out.csv", assessment)
