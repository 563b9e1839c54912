"""``compare``: a forum beside the annex of an adopted act, cell by cell."""

import json
from argparse import Namespace
from typing import Any, Final

from desktop_app.calc.adopted import words
from desktop_app.calc.adopted.comparison import CellDifference, Checked, compare_with_act
from desktop_app.calc.adopted.values import Column, Nothing, Unreadable
from desktop_app.calc.assess import assess
from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.exact import exact_text
from desktop_app.calc.forum import Procedure
from desktop_app.cli import status, streams
from desktop_app.cli.report_parts import hanging
from desktop_app.models.adopted.reading import read_act
from desktop_app.models.any_forum import read_any_forum
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import fingerprint, state_hash

_NOT_COMPARED: Final = "none"


def run(chosen: Namespace) -> int:
    """Write how ``chosen.file`` differs from the adopted annex in ``chosen.annex``; 1 where it does."""
    from desktop_app.documents.annex_vocabulary import annex_vocabulary

    forum = read_any_forum(chosen.file)
    if forum.procedure is not Procedure.ANNUAL_POOL:
        remedy = "name a forum on an annual pool"
        raise BadInput(
            str(chosen.file), f"an act in the Official Journal has no annex on {forum.procedure.value}", remedy
        )
    assessment = AnnualPoolAssessment.of(assess(forum))
    table = read_act(chosen.annex, annex_vocabulary(), _columns(chosen.column))
    checked = compare_with_act(assessment, table)
    if chosen.json:
        about = {"format": "forum-desk-compare/1", "file": chosen.file.name, "state_hash": state_hash(forum)}
        told = {**about, **_as_object(checked)}
        streams.write(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        head = [
            f"Forum  {chosen.file.name}, fingerprint {fingerprint(forum)}",
            f"Act    {table.source}, {table.sheet}, SHA-256 {table.checksum}",
        ]
        streams.write(streams.harmless(_as_text(head, checked)))
    return status.FINE if checked.is_same else status.BLOCKED


def _columns(given: list[str]) -> dict[str, Column | None]:
    """Return what a person says that columns hold: ``C=relocations``, or ``C=none`` for one that is not compared."""
    known = {column.value: column for column in Column}
    told: dict[str, Column | None] = {}
    for each in given:
        letters, _sign, name = (part.strip() for part in each.partition("="))
        if name not in known and name != _NOT_COMPARED:
            names = ", ".join((*known, _NOT_COMPARED))
            raise BadInput("--column", f"{each} does not say what a column holds", f"write C= and one of {names}")
        told[letters] = known.get(name)
    return told


def _as_text(head: list[str], checked: Checked) -> str:
    lines = [*head, "", words.result_words(checked)]
    lines += (line for each in checked.differences for line in hanging("  ", words.line(each)))
    return "\n".join([*lines, "", *(line for each in words.explained(checked) for line in hanging("", each))])


def _as_object(checked: Checked) -> dict[str, Any]:
    """Return the same for programs; exact numbers are written as in ``check --json``."""
    table = checked.table
    return {
        "act": {
            "file": table.source,
            "sha256": table.checksum,
            "sheet": table.sheet,
            "language": table.language or None,
            "columns": [
                {"column": each.letters, "heading": each.heading, "holds": each.column.value if each.column else None}
                for each in table.columns
            ],
        },
        "same": checked.is_same,
        "agreeing": checked.agreeing,
        "both_without": checked.both_without,
        "decimals": {column.value: decimals for column, decimals in checked.decimals.items()},
        "differences": [_difference(each) for each in checked.differences],
        "unread_rows": [{"place": each.place, "text": each.text, "reason": each.reason} for each in table.unread],
    }


def _difference(each: CellDifference) -> dict[str, Any]:
    cell, forum = each.cell, each.forum
    meaning = cell.meaning if cell else None
    return {
        "row": each.code,
        "column": each.column.value,
        "kind": each.kind.value,
        "forum": None if isinstance(forum, Nothing) else exact_text(forum),
        "compared": None if each.compared is None else exact_text(each.compared),
        "act": None if each.act is None else exact_text(each.act),
        "difference": None if each.difference is None else exact_text(each.difference),
        "place": cell.place if cell else None,
        "written": cell.text if cell else None,
        "reason": meaning.reason if isinstance(meaning, Unreadable) else None,
    }
