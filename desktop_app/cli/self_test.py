"""``self-test``: whether the program works on this computer, from the ground it stands on to the printed annex.

Everything happens in a temporary folder that is removed at the end; nothing of the person's is opened. A step that
fails ends the test, and says what failed and what to do.
"""

import functools
import json
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from desktop_app.calc import wording
from desktop_app.calc.assess import assess as assess_any
from desktop_app.calc.assessment import Assessment
from desktop_app.calc.changes import (
    Change,
    PledgeColumn,
    RecordPlan,
    RecordPledge,
    RecordPressurePlan,
    SetVoluntary,
)
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.pressure_plans import ALL_APPLICANTS, PressurePlan
from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.calc.rulebooks.annual_pool.book import assess
from desktop_app.calc.voluntary import VoluntaryPledge
from desktop_app.cli import faults, status, streams
from desktop_app.models.any_forum import read_any_forum, sample
from desktop_app.models.errors import ExplainedError
from desktop_app.models.forum_file import ForumFile
from desktop_app.models.interchange import check_output, document_bytes, fingerprint, state_hash
from desktop_app.places import places_of_user

_OPERATOR: Final = "self-test"
_STATE: Final = "BG"
_LATE: Final = "SK"
"""Hands in no plan in the built-in forums of the proposal of 2020."""
_PERSONS: Final = 215
"""What is pledged in the test: the fair share of Bulgaria in the built-in forum."""
_AGAIN: Final = "Set the program up again; if it fails still, send this line"
_PLACE: Final = {"Disk", "Synchronised folder", "Free space", "Folder"}
"""Topics of the ground check that are about the folder for new forums, where none need be: said, and no failure."""


class _WrongError(Exception):
    """A step gave something else than it has to; the message says what."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step that was done.

    Attributes:
        name: what was tried.
        ok: whether it worked.
        said: what came out, or what went wrong.
        remedy: what to do; empty where there is nothing to do.
    """

    name: str
    ok: bool
    said: str
    remedy: str = ""

    def line(self) -> str:
        """Return the step in one line."""
        said = " ".join(part for part in (self.said, self.remedy) if part)
        sign = "FAILED" if not self.ok else "note" if self.remedy else "ok"
        return streams.harmless(f"{sign:<7} {self.name}: {said}").replace("\n", " ")


@dataclass
class _Bench:
    """What the steps share.

    Attributes:
        folder: temporary.
        forum: the built-in one.
        closing: what is closed at the end.
    """

    folder: Path
    forum: Forum
    closing: ExitStack
    file: ForumFile = field(init=False)

    @property
    def path(self) -> Path:
        """The forum file."""
        return self.folder / "Self-test.forum"


def run(chosen: Namespace) -> int:
    """Do every step; 1 where one fails."""
    steps: list[Step] = []
    for step in _steps():
        steps.append(step)
        if not chosen.json:
            streams.write(step.line())
            streams.finish()
    ok = all(step.ok for step in steps)
    if chosen.json:
        streams.write(json.dumps({"ok": ok, "steps": [asdict(step) for step in steps]}, ensure_ascii=False, indent=1))
    else:
        streams.write("The program works on this computer." if ok else "The program does not work here as it should.")
    return status.FINE if ok else status.BLOCKED


def _steps() -> Iterator[Step]:
    """Yield the steps as they are done; after the ground, the first that fails is the last."""
    yield from _ground()
    with ExitStack() as closing:
        benches: list[_Bench] = []
        tasks = [("temporary folder", lambda: _set_up(closing, benches))]
        tasks += [(name, functools.partial(_on, benches, does)) for name, does in _WORK]
        for name, does in tasks:
            step = _tried(name, does)
            yield step
            if not step.ok:
                return


def _on(benches: list[_Bench], does: Callable[[_Bench], str]) -> str:
    return does(benches[0])


def _tried(name: str, does: Callable[[], str]) -> Step:
    """Do a step; whatever goes wrong is said in one line."""
    try:
        return Step(name, True, does())
    except ExplainedError as error:
        return Step(name, False, f"{error.where}: {error.what}.", _sentence(error.remedy))
    except _WrongError as error:
        return Step(name, False, f"{error}.", f"{_AGAIN}.")
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        return Step(
            name, False, f"{error.strerror or error}{where}.", "Make room there, or name another folder in TMPDIR."
        )
    except Exception as error:  # noqa: BLE001 - a self-test is there to find what nobody expects
        return Step(name, False, f"{faults.report(error)}.", f"{_AGAIN}.")


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _ground() -> Iterator[Step]:
    """Yield what the ground check says, of the folder for new forums."""
    from desktop_app.models.ground import Standing, ground_check

    for verdict in ground_check(places_of_user().forums).verdicts:
        ok = verdict.standing is not Standing.REMEDY or verdict.topic in _PLACE
        yield Step(f"ground, {verdict.topic.lower()}", ok, verdict.what, verdict.remedy)


def _set_up(closing: ExitStack, benches: list[_Bench]) -> str:
    folder = Path(closing.enter_context(tempfile.TemporaryDirectory(prefix="forum-desk-", ignore_cleanup_errors=True)))
    benches.append(_Bench(folder, sample(), closing))
    return f"{folder}, removed at the end"


def _create(bench: _Bench) -> str:
    bench.file = bench.closing.enter_context(ForumFile.create(bench.path, bench.forum, _OPERATOR))
    _same("the forum read back", bench.file.forum, bench.forum)
    _same("its state", bench.file.state_hash, state_hash(bench.forum))
    return f"the built-in forum, state {fingerprint(bench.forum)}"


def _pledge(bench: _Bench) -> str:
    applied = bench.file.apply(RecordPledge(_STATE, PledgeColumn.RELOCATIONS, _PERSONS))
    _same("the pledge read by a second desk", read_any_forum(bench.path).state(_STATE).pledge.relocations, _PERSONS)
    row = next(row for row in assess(bench.file.forum).rows if row.code == _STATE)
    _same("the pledge in the figures", row.pledged_relocations, _PERSONS)
    _same("the number of the journal entry", applied.seq, 2)
    return f"{_STATE} pledges {_PERSONS} relocations, saved and read back"


def _check(bench: _Bench) -> str:
    figures = check_output(assess(bench.file.forum))
    _same("the figures of a second desk", check_output(assess(read_any_forum(bench.path))), figures)
    return f"{len(figures['states'])} rows, {len(figures['findings'])} findings, twice the same"


def _undo(bench: _Bench) -> str:
    bench.file.undo()
    _same("the state after undo", bench.file.state_hash, state_hash(bench.forum))
    bench.file.close()
    bench.file = bench.closing.enter_context(ForumFile.open(bench.path, _OPERATOR))
    bench.file.redo()
    _same("the pledge after a restart and redo", bench.file.forum.state(_STATE).pledge.relocations, _PERSONS)
    bench.file.undo()
    _same("the state after a second undo", bench.file.state_hash, state_hash(bench.forum))
    return "taken back, brought back after a restart, taken back"


def _print(bench: _Bench) -> str:
    from desktop_app.documents.text import languages

    sizes = []
    for language in languages():
        data = _annex(assess(bench.forum), language)
        _same(f"the annex in {language}", _annex(assess(bench.forum), language) == data, True)
        sizes.append(f"{language} {wording.persons(len(data))} bytes")
    return ", ".join([*sizes, f"Word {wording.persons(_word(assess(bench.forum)))} bytes"])


def _word(assessment: Assessment) -> int:
    """Return the size of the annex for Word."""
    import io
    import zipfile

    from desktop_app.documents.annex import annex_word

    data = annex_word(assessment, fingerprint(assessment.forum), draft=True)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        _same("the parts of the annex for Word that are damaged", archive.testzip(), None)
    return len(data)


def _annex(assessment: Assessment, language: str) -> bytes:
    from desktop_app.documents.annex import annex_pdf

    data = annex_pdf(assessment, fingerprint(assessment.forum), language=language, draft=True)
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-32:]:
        raise _WrongError(f"the annex in {language} is no PDF")
    return data


def _document(bench: _Bench) -> str:
    from desktop_app.models.whole_file import write_whole

    path = bench.folder / "Self-test.json"
    write_whole(path, document_bytes(bench.forum))
    again = read_any_forum(path)
    _same("the state of the document", state_hash(again), state_hash(bench.forum))
    _same("the figures of the document", check_output(assess(again)), check_output(assess(bench.forum)))
    return f"state {fingerprint(again)}, every figure the same"


def _workbook(bench: _Bench) -> str:
    from desktop_app.models.tables import write_workbook

    return _table(bench, "Self-test.xlsx", write_workbook)


def _csv(bench: _Bench) -> str:
    from desktop_app.models.tables import write_csv

    return _table(bench, "Self-test.csv", write_csv)


def _table(bench: _Bench, name: str, write: Callable[[Any, Path], None]) -> str:
    """Write a table, read it back, and compare every cell."""
    from desktop_app.models.importing import read_import

    assessment = assess(bench.forum)
    write(assessment, bench.folder / name)
    incoming = read_import(bench.folder / name, assessment)
    _same(f"what {name} would change", [str(each) for each in incoming.differences], [])
    _same(f"what of {name} is not understood", incoming.refused, 0)
    _same(f"the state that {name} names", incoming.same_state, True)
    return "read back, no cell differs"


def _procedure(procedure: Procedure, change_of: Callable[[Forum], Change], bench: _Bench) -> str:
    """Do the same for another procedure, in short: make, change, undo, hand out, read back."""
    from desktop_app.models.tables import write_csv, write_workbook
    from desktop_app.models.whole_file import write_whole

    forum = sample(procedure)
    change = change_of(forum)
    path = bench.folder / f"{procedure.value}.forum"
    with ForumFile.create(path, forum, _OPERATOR) as file:
        file.apply(change)
        _same("the change read by a second desk", read_any_forum(path), change.apply_to(forum))
        file.undo()
        _same("the state after undo", file.state_hash, state_hash(forum))
        write_whole(path.with_suffix(".json"), document_bytes(file.forum))
    again = read_any_forum(path.with_suffix(".json"))
    _same("the state of the document", state_hash(again), state_hash(forum))
    figures = assess_any(again)
    _same("the figures of the document", check_output(figures), check_output(assess_any(forum)))
    write_workbook(figures, path.with_suffix(".xlsx"))
    write_csv(figures, path.with_suffix(".csv"))
    printed = wording.persons(len(_annex(figures, "en")))
    said = f"{change.title(forum)}: recorded, taken back, handed out"
    return f"{said}; annex {printed} bytes; state {fingerprint(again)}"


def _rescue_plan(forum: Forum) -> Change:
    return RecordPlan(ResponsePlan(_LATE, f"{_LATE}-1", 0, forum.search_and_rescue.report.adopted, _PERSONS))


def _pressure_plan(forum: Forum) -> Change:
    submitted = forum.migratory_pressure.report.adopted
    return RecordPressurePlan(PressurePlan(_LATE, f"{_LATE}-1", 0, submitted, ALL_APPLICANTS))


def _voluntary_pledge(forum: Forum) -> Change:
    pledge = VoluntaryPledge("CH", relocations=_PERSONS)
    return SetVoluntary(replace(forum.voluntary, pledges=(*forum.voluntary.pledges, pledge)), "Switzerland: pledge")


def _back_up(bench: _Bench) -> str:
    from desktop_app.models.backup import back_up

    return f"{back_up(bench.path).entries} journal entries copied"


def _verify(bench: _Bench) -> str:
    from desktop_app.models.verify import verify

    report = verify(bench.path)
    _same("what is wrong", [*report.problems, *report.notes], [])
    _same("what is wrong with the backup", report.backup_problem, None)
    _same("the number of journal entries", report.entries, bench.file.seq)
    return f"file, {report.entries} journal entries and backup are sound"


_WORK: Final[tuple[tuple[str, Callable[[_Bench], str]], ...]] = (
    ("new forum", _create),
    ("pledge", _pledge),
    ("check", _check),
    ("undo", _undo),
    ("annex", _print),
    ("document", _document),
    ("workbook", _workbook),
    ("CSV", _csv),
    ("search and rescue", functools.partial(_procedure, Procedure.SEARCH_AND_RESCUE, _rescue_plan)),
    ("migratory pressure", functools.partial(_procedure, Procedure.MIGRATORY_PRESSURE, _pressure_plan)),
    ("voluntary solidarity", functools.partial(_procedure, Procedure.VOLUNTARY, _voluntary_pledge)),
    ("backup", _back_up),
    ("verify", _verify),
)


def _same(what: str, found: object, wanted: object) -> None:
    if found != wanted:
        raise _WrongError(f"{what} is not what it has to be")
