"""Makes the built-in forums from the data files: that of 2026, and an invented one of each procedure of COM(2020) 610.

Reads ``resources/data`` and writes documents of the interchange format to ``resources/samples``. Nothing is computed
and nothing is added: what the documents say stands in the data files, whose sources are told in
``resources/data/README.md``. Same data, same bytes.

Usage::

    python build/make_sample.py            # write the documents
    python build/make_sample.py --check    # exit 1 when a committed document differs
"""

import argparse
import csv
import json
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
DATA: Final = ROOT / "resources" / "data"
SAMPLE: Final = ROOT / "resources" / "samples" / "annual-pool-2026.json"
SEARCH_AND_RESCUE: Final = ROOT / "resources" / "samples" / "search-and-rescue.json"
MIGRATORY_PRESSURE: Final = ROOT / "resources" / "samples" / "migratory-pressure.json"
VOLUNTARY: Final = ROOT / "resources" / "samples" / "voluntary.json"

FLAGS: Final = {"p": "provisional", "e": "estimated"}
"""What Eurostat's flags are called in a document."""

Row = dict[str, str]
Document = dict[str, Any]


def read_table(name: str) -> list[Row]:
    """Return the records of a data file, by column name."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def with_iso_dates(value: Any) -> Any:
    """Return a TOML value with its dates as ISO strings, which is how the format writes them."""
    if isinstance(value, dict):
        return {name: with_iso_dates(each) for name, each in value.items()}
    if isinstance(value, list):
        return [with_iso_dates(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def key(settings: Document) -> Document:
    """Return the reference key's data: population and GDP of the dates that the settings name."""
    population = {
        row["code"]: row for row in read_table("population.csv") if row["date"] == settings["population_date"]
    }
    gdp = {row["code"]: row for row in read_table("gdp.csv") if int(row["year"]) == settings["gdp_year"]}
    outside = settings["not_participating"]
    return {
        "population_date": settings["population_date"],
        "population_source": settings["population_source"],
        "gdp_year": settings["gdp_year"],
        "gdp_source": settings["gdp_source"],
        "states": [
            {
                "code": code,
                "population": int(row["persons"]),
                "gdp_million_eur": gdp[code]["million_eur"],
                "participates": code not in outside,
                **({"population_flags": [FLAGS[row["flag"]]]} if row["flag"] else {}),
            }
            for code, row in population.items()
        ],
        "adopted_shares": None,
    }


def applications(series: str) -> list[Document]:
    """Return the applications per state and year of one series (a column of the data file)."""
    years: dict[str, dict[str, int]] = {}
    for row in read_table("asylum_applications.csv"):
        years.setdefault(row["code"], {})[row["year"]] = int(row[series])
    return [{"code": code, "years": counted} for code, counted in years.items()]


def pledge(row: Row) -> Iterator[tuple[str, Any]]:
    """Yield the ``pledge`` key of a state, if there is anything to say: what is unknown stays absent."""
    if row["recorded"] == "no pledge":
        yield "pledge", None
        return
    known: Document = {}
    if row["relocations"]:
        known["relocations"] = int(row["relocations"])
    if row["financial_eur"]:
        known["financial_eur"] = row["financial_eur"]
    if row["alternative_eur"]:
        measure = {"description": row["alternative_description"], "kind": "other", "value_eur": row["alternative_eur"]}
        known["alternative"] = [measure]
    if row["at_most"]:
        known["said"] = {cell: {"at_most": True} for cell in list(known)}
    if row["note"]:
        known["note"] = row["note"]
    if known:
        yield "pledge", known


def deductions(row: Row, note: str) -> Iterator[tuple[str, Any]]:
    """Yield the ``deductions`` key of a state for which one was reported."""
    if row["deduction_basis"]:
        deduction = {
            "basis": row["deduction_basis"],
            "stage": "announced",
            "extent": row["deduction_extent"],
            "note": note,
        }
        yield "deductions", [deduction]


def states(deduction_note: str) -> list[Document]:
    """Return what is known of each bound state beside the key: findings, pledge, deductions."""
    found = read_table("classification_2026.csv")
    return [
        {
            "code": row["code"],
            "flags": [each["flag"] for each in found if each["code"] == row["code"]],
            "pressure_basis": [
                each["pressure_basis"] for each in found if each["code"] == row["code"] and each["pressure_basis"]
            ],
            **dict(pledge(row)),
            **dict(deductions(row, deduction_note)),
        }
        for row in read_table("reported_pledges_2026.csv")
    ]


def settings_in(name: str) -> Document:
    """Return what a settings file says, dates as ISO strings."""
    read: Document = with_iso_dates(tomllib.loads((DATA / name).read_text(encoding="utf-8")))
    return read


def document() -> Document:
    """Return the built-in forum as a document of the interchange format."""
    forum = settings_in("forum_2026.toml")
    return {
        "format": "forum-desk/1",
        "procedure": "annual-pool",
        "title": forum["title"],
        "note": forum["note"].strip(),
        "year": forum["year"],
        "classification": forum["classification"],
        "adopted": forum["adopted"],
        "shares_status": forum["shares_status"],
        "basis": forum["basis"],
        "key": key(forum["key"]),
        "pool": forum["pool"],
        "meetings": forum["meetings"],
        "applications": applications(forum["applications"]["series"]),
        "applications_source": forum["applications"]["source"],
        "states": states(forum["deduction_note"]),
    }


def plans(invented: Document) -> list[Document]:
    """Return the plans of Annex I, those that hold relocations only written out; the file's own order is kept."""
    simple = [
        {
            "code": code,
            "reference": f"{code}-SAR-1",
            "revision": 0,
            "submitted": submitted,
            "relocations": relocations,
            "vulnerable": vulnerable,
        }
        for code, (submitted, relocations, vulnerable) in invented["simple"].items()
    ]
    return [*simple, *invented["plans"]]


def head(procedure: str, invented: Document) -> Document:
    """Return what the document of an invented forum begins with."""
    return {
        "format": "forum-desk/1",
        "procedure": procedure,
        "title": invented["title"],
        "note": invented["note"].strip(),
        "year": invented["year"],
        "classification": invented["classification"],
        "as_of": invented["as_of"],
    }


def search_and_rescue() -> Document:
    """Return the built-in forum on search and rescue: invented, but for the key's data."""
    invented = settings_in("search_and_rescue_invented.toml")
    return {
        **head("search-and-rescue", invented),
        "key": key(settings_in("forum_2026.toml")["key"]),
        "requested": invented["requested"],
        "report": invented["report"],
        "plans": plans(invented),
        "rounds": invented["rounds"],
        "forum_ended": invented["forum_ended"],
        "act": invented["act"],
        "pressure_act": None,
        "calls": invented["calls"],
        "use": invented["use"],
        "top_up": None,
    }


def pressure_plans(invented: Document) -> list[Document]:
    """Return the plans of Annex II, those with applicants only written out; the file's own order is kept."""
    simple = [
        {
            "code": code,
            "reference": f"{code}-2027-1",
            "revision": 0,
            "submitted": submitted,
            "shares": {"applicants": "100", "sponsorship": "0", "beneficiaries": "0"},
            "minors": {"applicants": minors, "beneficiaries": 0},
        }
        for code, (submitted, minors) in invented["simple"].items()
    ]
    return [*simple, *invented["plans"]]


SHARED: Final = ("requests", "support_plans", "sponsorship_groups", "relocation_groups", "incentives", "log")
"""What both procedures of voluntary and asked-for help record alike."""


def migratory_pressure() -> Document:
    """Return the built-in forum on migratory pressure: invented, but for the key's data and the applications."""
    invented, real = settings_in("migratory_pressure_invented.toml"), settings_in("forum_2026.toml")
    own = ("triggered_by", "notified", "rapid", "situation", "report", "other_benefitting")
    return {
        **head("migratory-pressure", invented),
        "key": key(real["key"]),
        **{name: invented[name] for name in own},
        "applications": applications(real["applications"]["series"]),
        "applications_source": real["applications"]["source"],
        "plans": pressure_plans(invented),
        **{name: invented[name] for name in ("rounds", "forum_ended", "act", "credits", *SHARED)},
    }


def voluntary() -> Document:
    """Return the built-in forum on voluntary solidarity: invented; it has no key."""
    invented = settings_in("voluntary_invented.toml")
    signed = [
        {"code": code, "signed": days[0], **({"withdrawn": days[1]} if days[1:] else {})}
        for code, days in invented["signatories"].items()
    ]
    return {
        **head("voluntary", invented),
        "mechanism": invented["mechanism"],
        "signatories": signed,
        **{name: invented[name] for name in ("needs", "pledges", "kept", *SHARED)},
    }


def as_text(content: Document) -> str:
    """Return the document as it is written: UTF-8 characters as they are, two spaces, a last newline."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Write the built-in forums, or check them. Return the exit status."""
    parser = argparse.ArgumentParser(description="Make the built-in forums from the data files.")
    parser.add_argument("--check", action="store_true", help="only tell whether the committed documents are up to date")
    only_check = parser.parse_args(arguments).check
    status = 0
    samples = (
        (SAMPLE, document()),
        (SEARCH_AND_RESCUE, search_and_rescue()),
        (MIGRATORY_PRESSURE, migratory_pressure()),
        (VOLUNTARY, voluntary()),
    )
    for path, content in samples:
        made = as_text(content).encode("utf-8")
        if path.is_file() and path.read_bytes() == made:
            continue
        if only_check:
            print(f"{path.relative_to(ROOT)} is out of date: run build/make_sample.py", file=sys.stderr)
            status = 1
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made)
        print(f"wrote {path.relative_to(ROOT)}")
    return status


if __name__ == "__main__":
    sys.exit(main())
