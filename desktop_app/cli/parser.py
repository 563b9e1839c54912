"""The command line: which commands there are, with which arguments."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final, NoReturn

from desktop_app import __version__
from desktop_app.models.errors import BadInput

PROGRAM: Final = "forum-desk"

_EXAMPLES: Final = """\
examples:
  forum-desk                                       open the window with the last forum
  forum-desk new pool.forum --from sample          make a forum file of the built-in forum of 2026
  forum-desk new sar.forum --from sample-search-and-rescue    the same on search and rescue, all invented;
                                                   also sample-migratory-pressure and sample-voluntary
  forum-desk new pool.forum --from pool.json       make one of a document
  forum-desk check pool.forum                      figures, findings, time limits
  forum-desk check pool.json --json                the same for programs
  forum-desk annex pool.forum --out annex.pdf      print the annex; add --draft while something blocks
  forum-desk annex pool.forum --out annex.docx     the same for Word, as every other document too
  forum-desk annex pool.forum --out aloud.pdf --accessible     the same for screen readers (PDF/UA)
  forum-desk publish pool.forum --out pack         every language and format with a manifest, all or nothing
  forum-desk publish --check pack                  read every file of it back: checksums, fingerprint, figures
  forum-desk table pool.forum --out table.pdf --at "Round 1"    as it was; also --at 57, --at 2026-11-27T16:40
  forum-desk delegation pool.forum --out be.pdf --state BE      a page for the delegation; without --state one each
  forum-desk dossier pool.forum --out dossier.pdf   every document of the latest meeting in one file
  forum-desk form sar.forum --out plans.pdf        print every plan on the form; --state FR, --revision 1, --blank
  forum-desk thirty-percent sar.forum --out test.pdf          explain the 30 % test, also of migratory pressure
  forum-desk reduction pressure.forum --out reduction.pdf     explain the 10 % reduction of migratory pressure
  forum-desk gap pool.forum --target offsets --limit "DE: at most 500"     what would close the gap
  forum-desk export pool.forum --out pool.xlsx     hand out as .json, .xlsx or .csv
  forum-desk import pool.forum edited.xlsx         take what somebody changed; add --dry-run to look first
  forum-desk difference pool.forum                 what changed since the last closed round, and why
  forum-desk compare pool.forum annex.csv          check against the act as adopted, cell by cell
  forum-desk merge pool.forum laptop-2.forum --dry-run         compare two copies; --ours or --theirs decides conflicts
  forum-desk pen pool.forum                        who may type in it; --take "lost" takes it
  forum-desk history pool.forum --state FR         what was done to France's figures, by whom, when and why
  forum-desk find pool.forum 3f9a01bc22d4          where a printed fingerprint belongs
  forum-desk verify pool.forum                     prove that file, journal and last backup hold together
  forum-desk terms --unreviewed --language mt      what no lawyer-linguist has seen yet
  forum-desk self-test                             try the program on this computer, step by step

exit status: 0 fine; 1 something blocks, a damaged forum file or a failed self-test; 2 bad input, nothing was written
"""

Command = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    """A parser that refuses as everything else here does: two lines."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(self.prog, message.rstrip("."), f"see {self.prog} --help")


def parser() -> "_Parser":
    """Return the parser; the chosen command is the attribute ``command``."""
    top = _Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [FILE.forum] | COMMAND ...",
        description="The desk for the High-Level EU Solidarity Forum (Regulation (EU) 2024/1351). "
        "Without a command it opens its window.\n"
        "The commands speak English; --language says in which language a document is printed.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"Forum Desk {__version__}")
    commands = top.add_subparsers(title="commands", dest="command", metavar="COMMAND", prog=PROGRAM, required=True)
    _add(commands, "new", "make a forum file", _new)
    _add(commands, "check", "figures and findings of a forum; never writes", _check, "something blocks")
    _add(commands, "annex", "print the annex to the act of the forum's procedure", _annex, "something blocks")
    what = "write the annex in every language and format into a folder with a manifest, or read such a folder back"
    _add(commands, "publish", what, _publish, "something blocks, or a pack does not hold together")
    _add(commands, "table", "print the table of a forum, as it is now or at any moment of its record", _table)
    _add(commands, "delegation", "print delegation sheets, a page for each Member State", _delegation)
    _add(commands, "dossier", "print the dossier of a meeting, numbered documents in one file", _dossier)
    _add(commands, "form", "print plan forms of a procedure of 2020, filled in or blank", _form)
    _add(commands, "thirty-percent", "print the page that explains the 30 per cent test of a procedure of 2020", _page)
    _add(commands, "reduction", "print the page that explains the 10 per cent reduction of migratory pressure", _page)
    what = "what would close the gap: proposals that reach a target within limits; never writes"
    _add(commands, "gap", what, _gap, "nothing reaches the target")
    _add(commands, "export", "write a forum as document or tables", _export)
    _add(commands, "import", "take in a document, a forum file or an edited table, as one step", _import)
    what = "two states of a forum side by side, what differs and what caused it; never writes"
    _add(commands, "difference", what, _difference)
    what = "a forum beside the annex of an adopted act, typed as CSV or Excel: every cell that differs; never writes"
    _add(commands, "compare", what, _compare, "something differs")
    _add(commands, "history", "the entries of the record, the newest first; never writes", _history)
    what = "where a printed fingerprint belongs; never writes"
    _add(commands, "find", what, _find, "nothing had this state")
    _add(commands, "merge", "bring two copies of a forum together that were worked on apart, as one step", _merge)
    _add(commands, "pen", "who holds the pen of a forum file and where it changed hands; takes it where asked to", _pen)
    what = "the words of the documents, language by language: list them, give them out for review, take them back"
    _add(commands, "terms", what, _terms)
    what = "prove that a forum file, its journal and its last backup hold together"
    _add(commands, "verify", what, _verify, "the file is damaged")
    what = "try the whole program on this computer, without a window"
    _add(commands, "self-test", what, _self_test, "a step failed")
    return top


COMMANDS: Final = (
    "new",
    "check",
    "annex",
    "publish",
    "table",
    "delegation",
    "dossier",
    "form",
    "thirty-percent",
    "reduction",
    "gap",
    "export",
    "import",
    "difference",
    "compare",
    "history",
    "find",
    "merge",
    "pen",
    "terms",
    "verify",
    "self-test",
)


def _add(
    commands: "argparse._SubParsersAction[_Parser]",
    name: str,
    help_text: str,
    add_arguments: Callable[[argparse.ArgumentParser], None],
    one_means: str = "",
) -> None:
    between = f"1 {one_means}; " if one_means else ""
    one = commands.add_parser(
        name,
        help=help_text,
        description=f"{help_text[:1].upper()}{help_text[1:]}.",
        epilog=f"exit status: 0 fine; {between}2 bad input, nothing was written",
    )
    # Abbreviated options would change their meaning when new ones come.
    one.allow_abbrev = False
    add_arguments(one)


def _source(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", metavar="FILE", type=Path, help="a forum file, or a document in JSON")


def _new(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", metavar="FILE.forum", type=Path, help="the new forum file; must not exist")
    one.add_argument(
        "--from",
        dest="source",
        metavar="SOURCE",
        required=True,
        help="a document in JSON, another forum file, sample (the built-in forum of 2026), or an invented one: "
        "sample-search-and-rescue, sample-migratory-pressure, sample-voluntary",
    )
    one.add_argument(
        "--operator", metavar="NAME", help="who makes it, for the journal; by default who sits at the desk"
    )


def _check(one: argparse.ArgumentParser) -> None:
    _source(one)
    one.add_argument("--json", action="store_true", help="write JSON, for programs")


def _annex(one: argparse.ArgumentParser) -> None:
    _table(one)
    one.add_argument("--draft", action="store_true", help="print a marked draft, whatever blocks")


def _publish(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", metavar="FILE", type=Path, nargs="?", help="a forum file, or a document in JSON")
    help_text = "the folder to write, which is made; an earlier pack there is replaced whole"
    one.add_argument("--out", metavar="FOLDER", type=Path, help=help_text)
    help_text = "codes of languages, such as en,fr,mt (default: all)"
    one.add_argument("--languages", metavar="CODES", default="", help=help_text)
    help_text = "of pdf, pdf-ua, docx, xlsx, csv and json (default: all)"
    one.add_argument("--formats", metavar="NAMES", default="", help=help_text)
    one.add_argument("--draft", action="store_true", help="write marked drafts, whatever blocks")
    _at(one)
    help_text = "write nothing: read this pack back, and tell whether everything in it holds together"
    one.add_argument("--check", metavar="FOLDER", type=Path, help=help_text)


def _table(one: argparse.ArgumentParser) -> None:
    _page(one)
    _at(one)


def _at(one: argparse.ArgumentParser) -> None:
    help_text = "the number of an entry, a time such as 2026-11-27T16:40, a closed round or a scenario (default: now)"
    one.add_argument("--at", metavar="STATE", help=help_text)


def _delegation(one: argparse.ArgumentParser) -> None:
    _table(one)
    help_text = "the sheet of this Member State, by its code; may be given several times (default: every sheet)"
    one.add_argument("--state", metavar="CODE", type=str.upper, action="append", default=[], help=help_text)
    _secretariat(one)


def _dossier(one: argparse.ArgumentParser) -> None:
    _page(one)
    one.add_argument("--meeting", metavar="ID", help="the meeting, by its id (default: the latest)")
    _secretariat(one)


def _secretariat(one: argparse.ArgumentParser) -> None:
    help_text = "for the secretariat: with notes, reasons, names, and what the Commission classified"
    one.add_argument("--secretariat", action="store_true", help=help_text)


def _form(one: argparse.ArgumentParser) -> None:
    _page(one)
    help_text = "the form of this annex: I, II or IV (default: the plan form of the forum's procedure)"
    one.add_argument("--annex", metavar="NUMBER", help=help_text)
    help_text = "the form of this Member State, by its code; may be given several times (default: every plan)"
    one.add_argument("--state", metavar="CODE", type=str.upper, action="append", default=[], help=help_text)
    help_text = "this revision of the plan, 0 being the first (default: the one that counts)"
    one.add_argument("--revision", metavar="NUMBER", type=int, help=help_text)
    one.add_argument("--blank", action="store_true", help="print lines to write on instead of what is recorded")
    help_text = "add what the secretariat records beyond the form, and mark it as a draft"
    one.add_argument("--draft", action="store_true", help=help_text)


def _page(one: argparse.ArgumentParser) -> None:
    _source(one)
    help_text = "the file to write, .pdf (for printing) or .docx (Word); replaced whole"
    one.add_argument("--out", metavar="OUT", type=Path, required=True, help=help_text)
    one.add_argument("--language", metavar="CODE", default="en", help="language of the text, by its code (default: en)")
    help_text = "write the file for reading aloud and for screens (tagged, PDF/UA-1) instead of the one for printing"
    one.add_argument("--accessible", action="store_true", help=help_text)


def _gap(one: argparse.ArgumentParser) -> None:
    _source(one)
    one.add_argument("--target", metavar="NAME", help="what is to be reached (default: the usual one of the procedure)")
    help_text = 'what may be asked of a state, such as "DE: at most 500"; may be given several times'
    one.add_argument("--limit", metavar="TEXT", action="append", default=[], help=help_text)
    help_text = "up to which part of its fair share anybody is asked (default: 100%%); an empty text for no such limit"
    one.add_argument("--nobody-above", metavar="PERCENT", default="100%", help=help_text)
    one.add_argument("--json", action="store_true", help="write JSON, for programs")


def _export(one: argparse.ArgumentParser) -> None:
    _source(one)
    help_text = "the file to write: .json (document), .xlsx (workbook) or .csv (table of states)"
    one.add_argument("--out", metavar="OUT", type=Path, required=True, help=help_text)


def _import(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", metavar="FILE.forum", type=Path, help="the forum file that takes it")
    help_text = "a document, a forum file, or (annual pool) an exported .xlsx or .csv that somebody has edited"
    one.add_argument("source", metavar="SOURCE", type=Path, help=help_text)
    one.add_argument("--dry-run", action="store_true", help="only list the differences and remarks")
    one.add_argument("--leave-out", action="store_true", help="take the rest where something cannot be taken")
    one.add_argument(
        "--operator", metavar="NAME", help="who takes it, for the journal; by default who sits at the desk"
    )


def _difference(one: argparse.ArgumentParser) -> None:
    _source(one)
    states = "now, the number of an entry, a time such as 2026-11-27T16:40, the name of a closed round or of a scenario"
    help_text = f"the first state: {states}, or a fingerprint (default: the round that was closed last)"
    one.add_argument("--from", dest="since", metavar="STATE", help=help_text)
    one.add_argument("--to", metavar="STATE", help="the second state, named likewise (default: now)")
    help_text = "compare with the forum in this other file as it stands, instead of --to"
    one.add_argument("--with", dest="other", metavar="OTHER", type=Path, help=help_text)
    one.add_argument("--json", action="store_true", help="write JSON, for programs")


def _compare(one: argparse.ArgumentParser) -> None:
    _source(one)
    help_text = "the annex as CSV or Excel workbook, with codes or with names in any language of the Union"
    one.add_argument("annex", metavar="ANNEX", type=Path, help=help_text)
    help_text = (
        "what a column holds whose heading does not tell, such as C=relocations; C=none leaves it out; one of share, "
        "fair_share_relocations, fair_share_eur, relocations, of_which_beneficiaries, financial, alternative, "
        "equivalents, deducted_equivalents, net_equivalents; may be given several times"
    )
    one.add_argument("--column", metavar="C=NAME", action="append", default=[], help=help_text)
    one.add_argument("--json", action="store_true", help="write JSON, for programs")


def _merge(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", metavar="FILE.forum", type=Path, help="the forum file that takes it")
    one.add_argument("other", metavar="OTHER.forum", type=Path, help="the other copy; it is verified, never written")
    side = one.add_mutually_exclusive_group()
    side.add_argument("--ours", action="store_true", help="where both changed the same, keep what this file holds")
    side.add_argument("--theirs", action="store_true", help="where both changed the same, take what the other holds")
    one.add_argument("--dry-run", action="store_true", help="only say how they stand and list the cells")
    one.add_argument("--operator", metavar="NAME", help="who merges, for the journal; by default who sits at the desk")


def _pen(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", metavar="FILE.forum", type=Path, help="a forum file")
    help_text = "take the pen where it was given away; why stands in the record"
    one.add_argument("--take", metavar="REASON", help=help_text)
    help_text = "who takes it, for the journal; by default who sits at the desk"
    one.add_argument("--operator", metavar="NAME", help=help_text)


def _history(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", metavar="FILE.forum", type=Path, help="a forum file")
    one.add_argument("--state", metavar="CODE", help="only entries that touch this Member State, by its code")
    one.add_argument("--limit", metavar="NUMBER", type=int, default=50, help="at most so many entries (default: 50)")
    one.add_argument("--json", action="store_true", help="write JSON, for programs")


def _find(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", metavar="FILE.forum", type=Path, help="a forum file")
    help_text = "4 to 64 digits from the foot of a printed page; blanks do not matter"
    one.add_argument("fingerprint", metavar="FINGERPRINT", nargs="+", help=help_text)
    one.add_argument("--json", action="store_true", help="write JSON, for programs")


def _terms(one: argparse.ArgumentParser) -> None:
    one.add_argument("--language", metavar="CODE", help="only of this language (default: of all 24)")
    help_text = "only our own translations that no lawyer-linguist has signed off"
    one.add_argument("--unreviewed", action="store_true", help=help_text)
    help_text = "write them to this file for review instead, to be opened in a spreadsheet"
    one.add_argument("--out", metavar="FILE.csv", type=Path, help=help_text)
    help_text = "take back such a file: each row with “yes” in the column “reviewed” is signed off, as it now reads"
    one.add_argument("--sign-off", dest="sign_off", metavar="FILE.csv", type=Path, help=help_text)
    one.add_argument("--by", metavar="NAME", help="the lawyer-linguist who signs off")


def _verify(one: argparse.ArgumentParser) -> None:
    one.add_argument("file", metavar="FILE.forum", type=Path, help="a forum file")


def _self_test(one: argparse.ArgumentParser) -> None:
    one.add_argument("--json", action="store_true", help="write JSON, for programs")
