"""``terms``: lists the words of the documents, gives them out for review, and takes back what was signed off."""

import csv
import io
from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.cli import outputs, status, streams
from desktop_app.cli.states import shortened
from desktop_app.models.errors import BadInput
from desktop_app.models.whole_file import write_whole
from desktop_app.places import terms_folder

if TYPE_CHECKING:
    from desktop_app.documents.term_files import Term

COLUMNS: Final = ("language", "key", "english", "text", "origin", "source", "reviewed")
"""Of a file to review; the text and the last column are a lawyer-linguist's."""
_LARGEST: Final = 10_000_000
_YES: Final = frozenset({"yes", "x", "1", "ok"})


def run(chosen: Namespace) -> int:
    """List terms, write them to ``chosen.out``, or take back ``chosen.sign_off``."""
    if chosen.by is not None and chosen.sign_off is None:
        raise BadInput("--by", "it says who signs off", "add --sign-off FILE.csv")
    if chosen.sign_off is not None:
        return _sign_off(chosen)
    found = [(language, key, term) for language in _languages(chosen) for key, term in _listed(language, chosen)]
    if chosen.out is None:
        streams.write("\n".join(_line(*each) for each in found) or "No text awaits a review.")
        return status.FINE
    outputs.ending_of(chosen.out, (".csv",))
    write_whole(chosen.out, _table(found))
    streams.write(f"Wrote {_counted(len(found))} to {chosen.out}.")
    return status.FINE


def _languages(chosen: Namespace) -> tuple[str, ...]:
    from desktop_app.documents.text import languages

    if chosen.language is None:
        return languages()
    if chosen.language not in languages():
        raise BadInput("--language", f"there are no terms in {shortened(chosen.language)}", _known())
    return (chosen.language,)


def _known() -> str:
    from desktop_app.documents.text import languages

    return f"use one of {' '.join(languages())}"


def _listed(language: str, chosen: Namespace) -> Iterator[tuple[str, "Term"]]:
    from desktop_app.documents.text import known_terms

    for key, term in known_terms(language).items():
        if term.is_unreviewed or not chosen.unreviewed:
            yield key, term


def _line(language: str, key: str, term: "Term") -> str:
    text = " ".join(term.text.split())
    named = [f"{term.origin}: {term.source}" if term.source else term.origin]
    named += [f"reviewed: {term.reviewed}"] if term.reviewed else []
    return f"{language}  {key}  “{text}”  ({'; '.join(named)})"


def _table(found: list[tuple[str, str, "Term"]]) -> bytes:
    from desktop_app.documents.text import shipped_terms

    english = shipped_terms("en")
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(COLUMNS)
    for language, key, term in found:
        table.writerow([language, key, english[key].text, term.text, term.origin, term.source, term.reviewed])
    # A spreadsheet takes a file for UTF-8 only with this mark.
    return written.getvalue().encode("utf-8-sig")


def _sign_off(chosen: Namespace) -> int:
    from desktop_app.documents.term_files import written_terms
    from desktop_app.documents.text import known_terms, shipped_terms

    if chosen.language is None or chosen.by is None:
        raise BadInput("--sign-off", "it needs the language and who signs off", 'add --language CODE --by "Name"')
    (language,) = _languages(chosen)
    name = " ".join(chosen.by.split())
    if not name:
        raise BadInput("--by", "the name is empty", "say who signs off")
    mark = f"{name}, {datetime.now().astimezone().date().isoformat()}"
    shipped, known = shipped_terms(language), known_terms(language)
    signed = {key: _signed(known[key], text, mark) for key, text in _reviewed(chosen.sign_off, language, shipped)}
    if not signed:
        raise BadInput(chosen.sign_off.name, "no row is signed off", "write yes in the column reviewed")
    own = {key: term for key, term in known.items() if term != shipped[key]} | signed
    place = terms_folder() / f"{language}.json"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(str(place.parent), "the folder cannot be made", str(error.strerror or error)) from None
    write_whole(place, written_terms(language, {key: own[key] for key in shipped if key in own}).encode("utf-8"))
    streams.write(f"{mark}: signed off {_counted(len(signed))} in {language}, kept in {place}.")
    return status.FINE


def _signed(term: "Term", text: str, mark: str) -> "Term":
    from desktop_app.documents.term_files import TRANSLATION, WORDING

    if text == term.text:
        return replace(term, reviewed=mark)
    # Reworded, it is no longer the text of others.
    origin = WORDING if term.origin == WORDING else TRANSLATION
    return replace(term, text=text, origin=origin, source="", reviewed=mark)


def _reviewed(path: Path, language: str, shipped: Mapping[str, "Term"]) -> Iterator[tuple[str, str]]:
    """Yield key and text of every row that is signed off.

    Raises:
        BadInput: the file cannot be read, or a row in it cannot be taken; nothing was written then.
    """
    rows = _rows(path)
    for number, row in enumerate(rows, 2):
        where = f"{path.name}, line {number}"
        if None in row or None in row.values():
            raise BadInput(where, "it has another number of cells than the heading", "repair the row")
        if row["language"] != language:
            raise BadInput(where, f"it is of the language {shortened(row['language'])}", f"use rows of {language}")
        if row["reviewed"].strip().casefold() in _YES:
            yield row["key"], _checked(where, row, shipped)


def _checked(where: str, row: Mapping[str, str], shipped: Mapping[str, "Term"]) -> str:
    """Return the text of a row, in which the same is filled in and every sign can be printed."""
    from desktop_app.documents.term_files import Term
    from desktop_app.documents.text import places_in

    key, text = row["key"], row["text"].replace("\r\n", "\n")
    if key not in shipped:
        raise BadInput(where, f"there is no text {shortened(key)}", "leave the keys as they are")
    if not text.strip():
        raise BadInput(where, f"{key} is empty", "give its text")
    try:
        same = places_in(Term(text, "")) == places_in(shipped[key])
    except ValueError:
        same = False
    if not same:
        names = ", ".join(f"{{{name}}}" for name in sorted(places_in(shipped[key]))) or "none"
        raise BadInput(where, f"{key} has other places in braces", f"keep these: {names}")
    missing = _without_glyph(text)
    if missing:
        raise BadInput(where, f"{key}: the printed documents have no sign for {missing}", "use another sign")
    return text


def _without_glyph(text: str) -> str:
    from desktop_app.documents.fonts import SOFT_HYPHEN, Face, glyph_widths

    known = set.intersection(*(set(glyph_widths(face)) for face in Face)) | {"\n", SOFT_HYPHEN}
    return " ".join(f"{sign} (U+{ord(sign):04X})" for sign in sorted(set(text) - known))


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise BadInput(str(path), "it cannot be read", str(error.strerror or error)) from None
    if len(content) > _LARGEST:
        raise BadInput(str(path), "it is too large for a file of terms", "use what terms --out wrote")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(str(path), "it is not UTF-8", "save it as CSV UTF-8") from None
    first = text.partition("\n")[0]
    # Spreadsheets of many languages write semicolons.
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",")
    missing = [name for name in COLUMNS if name not in (table.fieldnames or ())]
    if missing:
        raise BadInput(str(path), f"a column is missing: {', '.join(missing)}", "use what terms --out wrote")
    try:
        return list(table)
    except csv.Error as error:
        raise BadInput(str(path), f"it is no table: {error}", "use what terms --out wrote") from None


def _counted(count: int) -> str:
    return "1 text" if count == 1 else f"{count} texts"
