r"""Eurostat's two downloads: TSV, one row a series, and SDMX-CSV, one observation a row.

In TSV the first column packs the dimensions by commas and ends in ``geo\TIME_PERIOD``; each other column is a year,
and a value is followed by a space and perhaps letters. SDMX-CSV names a column for each dimension.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from desktop_app.calc.sentences import say
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange.fields import quoted
from desktop_app.models.key_sources import gathering, limits
from desktop_app.models.key_sources.gathering import Gathering, Observation, at_line
from desktop_app.models.key_sources.source import KeyKind, KeySource

TSV: Final = "Eurostat TSV"
SDMX: Final = "Eurostat SDMX-CSV"

APPLICANTS: Final = MappingProxyType(
    {
        "FRST": say("first-time applicants"),
        "ASY_APP": say("all applicants"),
        "SBSQ": say("subsequent applicants"),
    }
)
"""Types of applicant, the proposed one first: the built-in forum counts new applications too."""

_CHOSEN: Final = ("applicant", "asyl_app")
"""Names of the dimension that tells the type of applicant, today's and the former one."""


@dataclass(frozen=True, slots=True)
class _Dataset:
    """One dataset: what is taken of it, by dimension."""

    kind: KeyKind
    name: str
    fixed: Mapping[str, str]
    chosen: str = ""

    def conditions(self, places: Mapping[str, int]) -> tuple[tuple[int, str, str], ...]:
        """Return what a row must hold to be wanted: place, code, and why it is not where it holds another."""
        yearly = ((places["freq"], "A", gathering.OTHER_FREQUENCY),) if "freq" in places else ()
        return yearly + tuple((places[name], code, gathering.OTHER_SERIES) for name, code in self.fixed.items())

    @property
    def dimensions(self) -> frozenset[str]:
        """The dimensions beside frequency, place and time."""
        return frozenset({*self.fixed, self.chosen} - {""})

    def described(self, name: str) -> str:
        """Return the dataset's name with what is taken of it."""
        return f"Eurostat, {name} ({', '.join(self.fixed.values())})"


_DATASETS: Final = (
    _Dataset(KeyKind.POPULATION, "demo_pjan", {"unit": "NR", "age": "TOTAL", "sex": "T"}),
    _Dataset(KeyKind.POPULATION, "demo_gind", {"indic_de": "JAN"}),
    _Dataset(KeyKind.GDP, "nama_10_gdp", {"unit": "CP_MEUR", "na_item": "B1GQ"}),
    *(
        _Dataset(
            KeyKind.APPLICATIONS,
            "migr_asyappctza",
            {"unit": "PER", "citizen": "TOTAL", "sex": "T", "age": "TOTAL"},
            chosen,
        )
        for chosen in _CHOSEN
    ),
)
_WANTED: Final = ", ".join(dict.fromkeys(each.name for each in _DATASETS))

_CORNER: Final = re.compile(r"([a-z0-9_]+(?:,[a-z0-9_]+)*)\\(?:TIME_PERIOD|time)", re.IGNORECASE)
_VALUE: Final = re.compile(r"(:|[^\s:]+)\s*(.*)", re.DOTALL)
_YEAR: Final = re.compile(r"[0-9]{4}")
_FLOW: Final = re.compile(r"ESTAT:([A-Za-z0-9_$]{1,60})")
_UPDATED: Final = re.compile(r"(?P<day>[0-9]{2})/(?P<month>[0-9]{2})/(?P<year>(?:20)?[0-9]{2})(?![0-9])")
_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OTHER_COLUMNS: Final = say("the columns are not those of the first line")
_BESIDE: Final = frozenset(
    {"dataflow", "last update", "structure", "structure_id", "time_period", "obs_value", "obs_flag", "conf_status"}
)
_ALWAYS: Final = frozenset({"freq", "geo"})


def is_tsv(header: str) -> bool:
    """Tell whether a first line is that of Eurostat's TSV."""
    return _CORNER.fullmatch(header.split("\t", 1)[0].strip()) is not None


def is_sdmx(names: list[str]) -> bool:
    """Tell whether the names of columns are those of SDMX-CSV."""
    return {"geo", "time_period", "obs_value"} <= {name.strip().casefold() for name in names}


def read_tsv(file: str, lines: Iterator[str]) -> KeySource:
    """Read a TSV download.

    Raises:
        BadInput: not one of the datasets, or nothing wanted in it.
    """
    corner, *heads = next(lines).rstrip("\r\n").split("\t")
    match = _CORNER.fullmatch(corner.strip())
    names = [] if match is None else match[1].casefold().split(",")
    if "geo" not in names or len(heads) > limits.COLUMNS:
        raise BadInput(
            say("{file}: line 1", file=file),
            say("no columns by country and year"),
            say("download {WANTED} as TSV", WANTED=_WANTED),
        )
    dataset = _dataset(file, frozenset(names))
    gathered = Gathering(dataset.kind)
    years = [int(head) if _YEAR.fullmatch(head.strip()) else None for head in heads]
    _refuse_without_years(file, years)
    places = {name: place for place, name in enumerate(names)}
    conditions, geo = dataset.conditions(places), places["geo"]
    left = limits.CELLS
    for number, line in enumerate(lines, 2):
        # Most rows of a whole dataset are not wanted: only of the others the years are taken apart.
        packed, _tab, rest = line.partition("\t")
        values = packed.strip("\r\n").split(",")
        if len(values) != len(names) or line.count("\t") > len(years):
            if line.strip():
                gathered.refuse(at_line(number), packed.rstrip(), _OTHER_COLUMNS)
            continue
        if not _is_wanted(values, conditions, gathered) or not gathered.wants(values[geo]):
            continue
        cells = rest.rstrip("\r\n").split("\t")
        left -= len(cells)
        if left < 0:
            what = say(
                "the file holds more than {most} cells of Member States: it repeats itself", most=str(limits.CELLS)
            )
            raise BadInput(say("{file}: line {number}", file=file, number=number), what, say("download it again"))
        name = values[places[dataset.chosen]] if dataset.chosen else ""
        _row(gathered, (name, values[geo]), (cells, years), number)
    return gathered.result(file, TSV, dataset.described(dataset.name), titles=_titles(dataset))


def _row(gathered: Gathering, series: tuple[str, str], row: tuple[list[str], list[int | None]], number: int) -> None:
    """Take one line of values, each with its year."""
    name, code = series
    for cell, year in zip(*row, strict=False):
        found = _VALUE.fullmatch(cell.strip())
        if found is None:
            continue
        if year is None:
            gathered.skip(gathering.OTHER_PERIOD)
            continue
        seen = Observation(name, code, year, found[1], found[2], pointed=True)
        gathered.add(seen, lambda year=year: _of_year(number, code, year))  # type: ignore[misc]  # a default binds it


def read_sdmx(file: str, names: list[str], rows: Iterator[tuple[int, list[str]]]) -> KeySource:
    """Read an SDMX-CSV download.

    Args:
        file: name of the file.
        names: names of the columns.
        rows: (line, fields) of each row after them.

    Raises:
        BadInput: not one of the datasets, or nothing wanted in it.
    """
    columns = {name.strip().casefold(): place for place, name in enumerate(names)}
    dataset = _dataset(file, _dimensions(columns))
    gathered = Gathering(dataset.kind)
    conditions, chosen = dataset.conditions(columns), columns[dataset.chosen] if dataset.chosen else None
    flow = columns.get("dataflow", columns.get("structure_id"))
    update, flag = columns.get("last update"), columns.get("obs_flag")
    time, value = columns["time_period"], columns["obs_value"]
    dataset_name, updated = "", None
    for number, fields in rows:
        if len(fields) != len(names):
            if any(fields):
                gathered.refuse(at_line(number), ",".join(fields), _OTHER_COLUMNS)
            continue
        if not _is_wanted(fields, conditions, gathered):
            continue
        code = _code(fields[columns["geo"]])
        if not gathered.wants(code):
            continue
        if not _YEAR.fullmatch(fields[time]):
            gathered.skip(gathering.OTHER_PERIOD)
            continue
        dataset_name = dataset_name or (_flow(fields[flow]) if flow is not None else "")
        updated = updated or (_updated(fields[update]) if update is not None else None)
        name = "" if chosen is None else _code(fields[chosen])
        text, year = fields[value].strip() or ":", int(fields[time])
        seen = Observation(name, code, year, text, "" if flag is None else fields[flag], pointed=True)
        gathered.add(seen, lambda line=number: _of_value(line))  # type: ignore[misc]  # a default binds it
    described = dataset.described(dataset_name or dataset.name)
    return gathered.result(file, SDMX, described, updated, _titles(dataset))


def _of_year(number: int, code: str, year: int) -> str:
    return say("line {line}, {column}", line=str(number), column=f"{code} {year}")


def _of_value(number: int) -> str:
    return say("line {line}, {column}", line=str(number), column="OBS_VALUE")


def _dimensions(columns: Mapping[str, int]) -> frozenset[str]:
    """Return which columns are dimensions: those that come before time and name a code, not its label."""
    known = {name for dataset in _DATASETS for name in dataset.dimensions} | _ALWAYS
    time = columns["time_period"]
    found = {name for name, place in columns.items() if place < time and name not in _BESIDE}
    # With labels, each dimension has a second column in words; it is none of its own.
    labelled = any(name in {"structure_name", "geopolitical entity (reporting)"} for name in found)
    return frozenset(found & known if labelled else found)


def _dataset(file: str, names: frozenset[str]) -> _Dataset:
    inner = names - _ALWAYS
    for dataset in _DATASETS:
        if inner == dataset.dimensions:
            return dataset
    shown = ", ".join(quoted(name) for name in sorted(inner)[:8]) or say("none")
    raise BadInput(
        say("{file}: line 1", file=file),
        say("no dataset of the key has these dimensions: {shown}", shown=shown),
        say("download one of {WANTED}", WANTED=_WANTED),
    )


def _refuse_without_years(file: str, years: list[int | None]) -> None:
    if not any(years):
        raise BadInput(
            say("{file}: line 1", file=file),
            say("no column is a year"),
            say("download yearly data: months are rounded and do not add up to the year"),
        )


def _is_wanted(values: Sequence[str], conditions: Iterable[tuple[int, str, str]], gathered: Gathering) -> bool:
    """Tell whether a row is of the series that is taken; another one is counted."""
    for place, code, why in conditions:
        if values[place] != code and _code(values[place]) != code:
            gathered.skip(why)
            return False
    return True


def _titles(dataset: _Dataset) -> dict[str, str]:
    return dict(APPLICANTS) if dataset.chosen else {"": dataset.kind.value}


def _code(field: str) -> str:
    """Return the code of a field that may hold its label too: ``"BE: Belgium"``."""
    return field.split(":", 1)[0].strip()


def _flow(field: str) -> str:
    match = _FLOW.match(field)
    return match[1].lower() if match else ""


def _updated(field: str) -> date | None:
    match, iso = _UPDATED.match(field), _ISO.match(field)
    try:
        if match:
            year = int(match["year"])
            return date(year if year > 2000 else 2000 + year, int(match["month"]), int(match["day"]))
        return date.fromisoformat(iso[0]) if iso else None
    except ValueError:
        return None
