"""The catalogues of sentences against the source: what is said, what is not translated, and taking translations in.

python -m build.sentences                       count, by language: said, translated, no longer said
python -m build.sentences missing fr            write what has no French yet, as JSON by part, to standard output
python -m build.sentences take fr FILE.json     check translations ({English: French}) and put them into the catalogue
python -m build.sentences tidy                  sort every catalogue by part and drop what nobody says any more
"""

import ast
import json
import re
import string
import sys
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCE: Final = ROOT / "desktop_app"
CATALOGUES: Final = ROOT / "resources" / "sentences"
LANGUAGES: Final = ("de", "fr", "nl")
SAYING: Final = frozenset({"say", "tr", "marked", "ours", "of", "some_of", "Field"})
"""Calls whose first argument is a sentence; the last three name a cell of the record."""
_RULEBOOKS: Final = SOURCE / "calc" / "rulebooks"
_PLACE: Final = re.compile(r"{(\w+)}")


def has_words(template: str) -> bool:
    """Return whether there is something to translate besides the values and the signs between them."""
    return any(sign.isalpha() for sign in _PLACE.sub("", template))


def said() -> dict[str, str]:
    """Return every English template that the program says, with the part that says it first."""
    found: dict[str, str] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for template in () if path.is_relative_to(SOURCE / "documents") else _in_module(path):
            if has_words(template):
                found.setdefault(template, part_of(path))
    for part, fixed in (("calc", _fixed()), ("models", _of_models())):
        for template in fixed:
            if has_words(template):
                found.setdefault(template, part)
    return found


def part_of(path: Path) -> str:
    """Return the part of the program that a module belongs to: the name of its catalogue."""
    layer, *rest = path.relative_to(SOURCE).parts
    return f"{layer}-{rest[0]}" if layer == "views" and len(rest) > 1 else layer.removesuffix(".py")


def _in_module(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if path.parent == _RULEBOOKS / "annual_pool":
        # A rulebook's findings are said by what its functions return.
        yield from _every_sentence(tree)
    yield from _called(tree)
    if path.name in {"deadlines.py", "deadlines_solidarity.py"} and path.parent != _RULEBOOKS / "annual_pool":
        # References of time limits stand in the source without the document that they are articles of.
        yield from (f"COM(2020) 610, {text}" for _node, text in _strings(tree) if text.startswith("Art. "))


def _strings(tree: ast.AST) -> Iterator[tuple[ast.Constant, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node, node.value


def _every_sentence(tree: ast.AST) -> Iterator[str]:
    """Every string of a module that is more than a word; no docstring."""
    left_out = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            left_out |= {id(part) for decorator in node.decorator_list for part in ast.walk(decorator)}
    for constant, text in _strings(tree):
        if id(constant) not in left_out and any(sign in text for sign in (" ", "{", "\u00a0")):
            yield text


def _called(tree: ast.AST) -> Iterator[str]:
    """Every string in the first argument of a call that says it, or under a name that stands there."""
    named: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named.setdefault(node.targets[0].id, []).extend(text for _node, text in _strings(node.value))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            named.setdefault(node.target.id, []).extend(text for _node, text in _strings(node.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING and node.args:
            yield from _templates(node.args[0], named)


def _templates(argument: ast.expr, named: Mapping[str, list[str]]) -> Iterator[str]:
    match argument:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from _templates(body, named)
            yield from _templates(orelse, named)
        case ast.Name(id=name):
            yield from named.get(name, ())
        case _:
            yield from (text for _node, text in _strings(argument))
            names = [part.id for part in ast.walk(argument) if isinstance(part, ast.Name)]
            yield from (text for name in names for text in named.get(name, ()))


def _fixed() -> Iterator[str]:
    """What stands in tables of calc: titles and references of rules, readings and their choices, what is asked for."""
    from desktop_app.calc.forum import KEY_NAMES, DeductionBasis, DeductionStage, Procedure
    from desktop_app.calc.readings import fixed_readings_of, readings_of
    from desktop_app.calc.requests import asked_for, words_of
    from desktop_app.calc.rulebooks.books import rules_of
    from desktop_app.calc.sentences import ONE_RELOCATION, RELOCATIONS

    yield from (ONE_RELOCATION, RELOCATIONS, *KEY_NAMES.values())
    for procedure in Procedure:
        for rule in rules_of(procedure):
            yield from (rule.title, rule.reference, rule.text)
        chosen = readings_of(procedure)
        for reading in (*chosen, *fixed_readings_of(procedure)):
            yield from (reading.title, reading.why, reading.reference, *reading.choices.values())
        for reading in chosen:
            yield from (reading.name, *reading.choices)
    choices: tuple[type[Enum], ...] = (DeductionStage, *_choices())
    for choice in choices:
        yield from (each.value for each in choice)
    for basis in DeductionBasis:
        for self_declared in (True, False):
            for content in asked_for(basis, self_declared=self_declared):
                yield words_of(content, basis)


def _of_models() -> Iterator[str]:
    """What the ground check says of versions that harm, and what the history calls the cells of a forum file."""
    from desktop_app.models import schema
    from desktop_app.models.cell_words import column_words
    from desktop_app.models.ground.libraries import known_bad
    from desktop_app.models.places import PLACE_TYPES
    from desktop_app.models.touched import column_of

    for each in known_bad():
        yield from (each.reason, each.remedy)
    for table, keys in PLACE_TYPES.items():
        columns = list(schema.METADATA.tables[table].columns)[len(keys) :]
        yield from (column_words(column_of(each.name)) for each in columns)


def _choices() -> tuple[type[Enum], ...]:
    """Choices whose values are shown as words: by the record's differences, and beside what a change would do."""
    from desktop_app.calc.comparison.fates import Fate
    from desktop_app.calc.comparison.steps import Group
    from desktop_app.calc.contribution_types import ContributionType
    from desktop_app.calc.forum import DataFlag, Flag, MeasureKind, MeetingKind, PressureBasis, Procedure, SharesStatus
    from desktop_app.calc.migratory_pressure import Trigger
    from desktop_app.calc.response_plans import ResponseMeasureKind
    from desktop_app.calc.said import Certainty
    from desktop_app.calc.search_and_rescue import RoundKind
    from desktop_app.calc.solidarity_groups import ClockStart
    from desktop_app.calc.solidarity_record import LogKind
    from desktop_app.calc.vote import Vote

    of_forum = (DataFlag, Flag, MeasureKind, MeetingKind, PressureBasis, Procedure, SharesStatus)
    of_2020 = (ContributionType, Trigger, ResponseMeasureKind, RoundKind, ClockStart, LogKind)
    return (*of_forum, *of_2020, Certainty, Vote, Fate, Group)


# ----------------------------------------------------------------------------------------------------------- catalogues


def translated(language: str) -> dict[str, str]:
    """Return the whole catalogue of a language."""
    found: dict[str, str] = {}
    for path in sorted((CATALOGUES / language).glob("*.json")):
        found |= json.loads(path.read_text(encoding="utf-8"))
    return found


def missing(language: str) -> dict[str, list[str]]:
    """Return what a language has no words for yet, by part."""
    has = translated(language)
    found: dict[str, list[str]] = {}
    for english, part in said().items():
        if english not in has:
            found.setdefault(part, []).append(english)
    return found


def problems(english: str, other: str) -> list[str]:
    """Return what is wrong with a translation, whatever it means."""
    found = []
    if not other.strip():
        return ["is empty"]
    try:
        if _places(other) != _places(english):
            found.append(f"has the places {sorted(_places(other))}, not {sorted(_places(english))}")
    except ValueError as error:
        found.append(f"cannot be filled: {error}")
    if _ends(english) != _ends(other):
        found.append("begins or ends with other blanks")
    if english.count("\n") != other.count("\n"):
        found.append("has other line ends")
    if "€" in other:
        found.append("has a euro sign")
    mnemonics = len(re.findall(r"&(?=[^& ])", english)), len(re.findall(r"&(?=[^& ])", other))
    if mnemonics[0] != mnemonics[1]:
        found.append("has not the same number of & before letters")
    return found


def _places(template: str) -> set[str]:
    return {name for _text, name, _form, _conversion in string.Formatter().parse(template) if name}


def _ends(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def write(language: str, sentences: Mapping[str, str]) -> None:
    """Write a catalogue anew, each sentence in the file of the part that says it, in the order of the source."""
    by_part: dict[str, dict[str, str]] = {}
    for english, part in said().items():
        if english in sentences:
            by_part.setdefault(part, {})[english] = sentences[english]
    folder = CATALOGUES / language
    folder.mkdir(parents=True, exist_ok=True)
    for part, content in by_part.items():
        text = json.dumps(content, ensure_ascii=False, indent=1)
        (folder / f"{part}.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    for path in folder.glob("*.json"):
        if path.stem not in by_part:
            path.unlink()


def main(arguments: list[str]) -> int:
    """Do what the command line asks for."""
    match arguments:
        case []:
            wanted = said()
            print(f"said: {len(wanted)}")
            for language in LANGUAGES:
                has = translated(language)
                gone = len(has.keys() - wanted.keys())
                print(f"{language}: {len(wanted.keys() & has.keys())} translated, {gone} no longer said")
        case ["missing", language]:
            print(json.dumps(missing(language), ensure_ascii=False, indent=1))
        case ["take", language, name]:
            return take(language, Path(name))
        case ["tidy"]:
            for language in LANGUAGES:
                write(language, translated(language))
        case _:
            print(__doc__)
            return 2
    return 0


def _in_file(language: str, part: str) -> dict[str, str]:
    path = CATALOGUES / language / f"{part}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def take(language: str, path: Path) -> int:
    """Put checked translations into a catalogue; what is wrong is told and left out."""
    offered: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    wanted, good = said(), {}
    for english, other in offered.items():
        wrong = problems(english, other) if english in wanted else ["is not said by the program"]
        if wrong:
            print(f"{english!r}: {'; '.join(wrong)}")
        else:
            good[english] = other
    # What is no longer said stays until it is tidied: a source that is being worked on may say it again.
    whole = translated(language) | good
    parts = {wanted[english] for english in good}
    # A sentence that another part says first by now moves to that part's file.
    parts |= {wanted[english] for part in parts for english in _in_file(language, part) if english in wanted}
    for part in parts:
        of_part = {english: whole[english] for english, where in wanted.items() if where == part and english in whole}
        text = json.dumps(of_part, ensure_ascii=False, indent=1)
        (CATALOGUES / language).mkdir(parents=True, exist_ok=True)
        (CATALOGUES / language / f"{part}.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    print(f"took {len(good)} of {len(offered)}")
    return 0 if len(good) == len(offered) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
