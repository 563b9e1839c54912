"""The manifest of a publication pack: what every file is, its size and its checksum."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final

from desktop_app import __version__
from desktop_app.calc.pack import About, Format
from desktop_app.calc.sentences import say
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange.strict_json import parse

FORMAT: Final = "forum-desk-pack/1"
MANIFEST: Final = "manifest.json"
LISTING: Final = "manifest.txt"
_NO_PACK: Final = "name the folder of a publication pack"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a pack.

    Attributes:
        file: its name.
        language: its code; empty where the file is of none.
        format: see :class:`desktop_app.calc.pack.Format`.
        fingerprint: of the state.
        status: ``draft`` or ``final``.
        size: in bytes.
        sha256: its checksum, 64 digits.
    """

    file: str
    language: str
    format: str
    fingerprint: str
    status: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack says of itself.

    Attributes:
        about: what it is of.
        program: which program wrote it.
        entries: its files.
    """

    about: About
    program: str
    entries: tuple[Entry, ...]


def entry_of(name: str, language: str, wanted: Format, data: bytes, about: About) -> Entry:
    """Return the entry of a file."""
    checksum = hashlib.sha256(data).hexdigest()
    return Entry(name, language, wanted.value, about.fingerprint, about.status, len(data), checksum)


def manifest_of(about: About, entries: Iterable[Entry]) -> Manifest:
    """Return the manifest that this program writes."""
    return Manifest(about, f"Forum Desk {__version__}", tuple(entries))


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return the manifest for programs: no clock, the same bytes for the same pack."""
    content = {
        "format": FORMAT,
        "program": manifest.program,
        **asdict(manifest.about),
        "files": [asdict(each) for each in manifest.entries],
    }
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()


def listing_bytes(manifest: Manifest) -> bytes:
    """Return the manifest for people: what the pack is of, and a line for each file."""
    about = manifest.about
    said = (about.title, about.marking, about.status, about.standing, f"state {about.fingerprint}", manifest.program)
    wide = max((len(each.file) for each in manifest.entries), default=0)
    lines = [
        " · ".join(" ".join(part.split()) for part in said if part),
        f"state hash {about.state_hash}",
        "",
        *(
            f"{each.file:<{wide}}  {each.language or '–':<2}  {each.format:<6}  {each.size:>9}  {each.sha256}"
            for each in manifest.entries
        ),
    ]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a pack.

    Raises:
        BadInput: there is none, or it is none.
    """
    path = folder / MANIFEST
    try:
        content = parse(path.read_bytes())
    except OSError:
        raise BadInput(str(path), say("it cannot be read"), say(_NO_PACK)) from None
    held: dict[str, Any] = content if isinstance(content, dict) else {}
    if held.get("format") != FORMAT:
        raise BadInput(str(path), say("this is no manifest of a publication pack"), say(_NO_PACK))
    files = held.get("files")
    about = _texts(About, held)
    entries = [_entry(each) for each in files] if isinstance(files, list) else [None]
    if about is None or None in entries or not isinstance(held.get("program"), str):
        raise BadInput(str(path), say("something is missing in it, or of another kind"), say("publish it again"))
    return Manifest(About(**about), held["program"], tuple(each for each in entries if each is not None))


def _texts(of: type[About] | type[Entry], held: dict[str, Any]) -> dict[str, Any] | None:
    """Return what a manifest says of something; ``None`` where it does not say all of it."""
    kinds = {each.name: int if each.name == "size" else str for each in fields(of)}
    found = {name: held.get(name) for name in kinds}
    return found if all(type(found[name]) is kind for name, kind in kinds.items()) else None


def _entry(given: object) -> Entry | None:
    held = _texts(Entry, given) if isinstance(given, dict) else None
    # A name that leads out of the folder is none of a pack.
    is_known = held is not None and Path(held["file"]).name == held["file"] and held["format"] in _formats()
    return Entry(**held) if held is not None and is_known else None


def _formats() -> Sequence[str]:
    return [each.value for each in Format]
