"""Reads the case files: a forum, what is changed in it, and what the law then says.

A line of ``given`` changes the base forum, in the words of the interchange format: ``BE.pledge.relocations = 100``,
``key.LV.population = none``, ``pool.relocations = 21000``, ``applications.BE.years.2021 = 10``. The right side is
JSON, or ``none`` (explicitly none), or ``absent`` (the key is taken out); ``plans += {…}`` adds an entry to a list. An
entry of a list is named by its ``id``, else by its ``code``, else by whom it helps, or by its place, from 0:
``sponsorship_groups.s1.persons = 40``, ``needs.EL.relocations = 900``, ``support_plans.p1.lines.0.persons = 0``. A
line of ``figures`` names a figure of ``check --json`` and its value: ``BE.gap_relocations = 5``,
``totals.rate_eur = "20000"``, of a pool in use ``pool.EL.used = 120``, of a need ``need.EL.open_relocations = 0``, of
a group ``sponsorship.s1.left = 12`` or ``relocation.r1.step = "transferred"``, and what a state gets in incentives,
``incentive.BE.total_eur``.

The cases of a procedure stand in a folder of its own.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.member_states import NAMES
from desktop_app.models.interchange import check_output, read_document

FOLDER: Final = Path(__file__).parent
_BASES: Final = {
    Procedure.ANNUAL_POOL: "three_states",
    Procedure.SEARCH_AND_RESCUE: "disembarkation",
    Procedure.MIGRATORY_PRESSURE: "pressure",
    Procedure.VOLUNTARY: "mechanism",
}
_STATUS: Final = {
    Procedure.ANNUAL_POOL: "",
    Procedure.SEARCH_AND_RESCUE: "proposal 2020",
    Procedure.MIGRATORY_PRESSURE: "proposal 2020",
    Procedure.VOLUNTARY: "reading",
}
_LISTS: Final = {"applications", "plans", "states"}
_LISTED: Final = {
    "need": ("needs", "benefitting"),
    "sponsorship": ("sponsorship_groups", "id"),
    "relocation": ("relocation_groups", "id"),
    "incentive": ("incentives", "code"),
}
"""Lists of ``check --json`` by the word that stands for one entry in ``figures``, and what names the entry."""
_KINDS: Final = ("good", "bad", "case", "refused")
_HEADER: Final = {"rule", "title", "words", "source", "status", "base", "reference"}


@dataclass(frozen=True)
class Case:
    """One case: what is given, and what must come out.

    Attributes:
        procedure: the procedure that the folder of its file is for.
        file: name of its file.
        kind: ``good`` (the rule has nothing to report), ``bad`` (it has), ``case`` (figures alone), ``refused``
            (bad input: there is no such forum).
        what: the case in a few words.
        rule: id of the rule, or empty.
        status: legal status of the rule, or empty.
        base: name of the forum it starts from.
        given: changes.
        fires: severity and state of each finding of the rule, such as ``"warn LV"`` or ``"block"``.
        says: words that stand in a finding of the rule, or in the refusal.
        figures: figures of ``check --json``.
        deadlines: rule and day of deadlines that must be there.
        no_deadlines: rules of which there must be no deadline.
        reference: article that carries the rule, as the program names it; empty where the file does not say.
    """

    procedure: Procedure
    file: str
    kind: str
    what: str
    base: str
    rule: str = ""
    status: str = ""
    given: list[str] = field(default_factory=list)
    fires: list[str] = field(default_factory=list)
    says: list[str] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    deadlines: list[str] = field(default_factory=list)
    no_deadlines: list[str] = field(default_factory=list)
    reference: str = ""

    def __str__(self) -> str:
        return f"{self.procedure.value}/{Path(self.file).stem}: {self.what}"

    def forum(self) -> Forum:
        """Return the forum of this case.

        Raises:
            BadInput: there can be no such forum.
        """
        document = json.loads((FOLDER / "base" / f"{self.base}.json").read_text(encoding="utf-8"))
        for line in self.given:
            change(document, line)
        return read_document(json.dumps(document).encode())

    def output(self) -> dict[str, Any]:
        """Return what ``check --json`` says of the forum of this case."""
        return check_output(assess(self.forum()))


def cases() -> Iterator[Case]:
    """Yield every case of every file."""
    for procedure in _BASES:
        for path in sorted((FOLDER / procedure.value.replace("-", "_")).glob("*.toml")):
            yield from _cases_in(path, procedure)


def _cases_in(path: Path, procedure: Procedure) -> Iterator[Case]:
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    unknown = set(content) - _HEADER - set(_KINDS)
    assert not unknown, f"{path.name}: {unknown}"
    shared = {"base": _BASES[procedure], "status": _STATUS[procedure]}
    shared |= {name: content[name] for name in ("rule", "status", "base", "reference") if name in content}
    for kind in _KINDS:
        for entry in content.get(kind, []):
            yield Case(procedure, path.name, kind, **{**shared, **entry})


def change(document: dict[str, Any], line: str) -> None:
    """Apply one line of ``given`` to a document."""
    added = re.fullmatch(r"([\w.]+) \+= (.*)", line)
    if added:
        *inside, last = added[1].split(".")
        place: Any = document
        for name in inside:
            place = _inside(place, name)
        place.setdefault(last, []).append(_json(added[2]))
        return
    path, equals, text = line.partition(" = ")
    assert equals, f"no value: {line}"
    names = path.split(".")
    place = document
    if names[0] in NAMES:
        names.insert(0, "states")
    elif names[0] == "key" and len(names) > 1 and names[1] in NAMES:
        names.insert(1, "states")
    for name in names[:-1]:
        place = _inside(place, name)
    if isinstance(place, list):
        _replace_entry(place, names[-1], text)
    elif text == "absent":
        del place[names[-1]]
    else:
        place[names[-1]] = _json(text)


def _inside(place: Any, name: str) -> Any:
    """Step into a key, or into the entry of a state or with an id in a list; make what is not there."""
    if isinstance(place, list):
        if name.isdecimal():
            return place[int(name)]
        found = next((each for each in place if _name(each) == name), None)
        if found is None:
            place.append(found := {"code": name})
        return found
    if place.get(name) is None:
        place[name] = [] if name in _LISTS else {}
    return place[name]


def _replace_entry(entries: list[Any], code: str, text: str) -> None:
    entries[:] = [each for each in entries if _name(each) != code]
    if text != "absent":
        entries.append({"code": code, **_json(text)})


def _name(entry: dict[str, Any]) -> Any:
    """Return what names an entry of a list."""
    return next((entry[key] for key in ("id", "code", "benefitting") if key in entry), None)


def _json(text: str) -> Any:
    return None if text == "none" else json.loads(text)


def figure(output: dict[str, Any], name: str) -> Any:
    """Return a figure of the output: ``totals.gap_eur``, of a state, ``BE.gap_eur``, or of a list, ``pool.EL.used``.

    Of what stands beside the pool: ``offsets.target``, ``vote.verdict``, of a state ``offset.BE.cap_relocations``.
    """
    owner, _dot, key = name.partition(".")
    if owner == "offset":
        code, _dot, key = key.partition(".")
        return next(each for each in output["offsets"]["states"] if each["code"] == code)[key]
    if owner in _LISTED:
        listed, named_by = _LISTED[owner]
        code, _dot, key = key.partition(".")
        return next(each for each in output[listed] if each[named_by] == code)[key]
    if owner in {"totals", "offsets", "vote"}:
        return output[owner][key]
    if owner == "pool":
        code, _dot, key = key.partition(".")
        of_pools = [*output["totals"]["use"], *output["totals"]["pools"]]
        return next(pool for pool in of_pools if pool["benefitting"] == code and key in pool)[key]
    return next(row for row in output["states"] if row["code"] == owner)[key]


def expected(line: str) -> tuple[str, Any]:
    """Split a line of ``figures`` into the figure's name and its value."""
    name, equals, text = line.partition(" = ")
    assert equals, f"no value: {line}"
    return name, _json(text)
