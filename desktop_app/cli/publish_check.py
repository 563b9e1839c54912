"""``publish --check``: reads every file of a publication pack back."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.calc.assess import assess
from desktop_app.calc.forum import Forum
from desktop_app.calc.pack import Format
from desktop_app.cli import progress, status, streams
from desktop_app.models.errors import BadInput
from desktop_app.models.interchange import read_document, state_hash
from desktop_app.models.pack.manifest import LISTING, MANIFEST, Entry, Manifest, read_manifest
from desktop_app.models.pack.reading import differences

if TYPE_CHECKING:
    from desktop_app.documents.publication import Edition

_MOST: Final = 200
"""Faults that are listed."""


def check(folder: Path) -> int:
    """Tell whether a pack holds together; 1 where it does not."""
    manifest = read_manifest(folder)
    with progress.shown(f"Reading {folder.name}") as tell:
        wrong = list(_strange(folder, manifest))
        editions = _Editions(folder, manifest)
        wrong += editions.wrong
        for number, entry in enumerate(manifest.entries):
            tell(number, len(manifest.entries))
            wrong += [f"{entry.file}: {each}" for each in editions.wrong_with(entry)]
    about = manifest.about
    if wrong:
        for line in wrong[:_MOST]:
            streams.write(streams.harmless(line))
        streams.write(f"The pack does not hold together ({len(wrong)} faults, state {about.fingerprint}).")
        return status.BLOCKED
    what = "checksums, fingerprint and figures" if editions.forum is not None else "checksums (it holds no document)"
    streams.write(f"{len(manifest.entries)} files read back: {what} match ({about.status}, state {about.fingerprint}).")
    return status.FINE


def _strange(folder: Path, manifest: Manifest) -> Iterator[str]:
    known = {MANIFEST, LISTING, *(each.file for each in manifest.entries)}
    for path in sorted(folder.iterdir()):
        if path.name not in known:
            yield f"{path.name}: not in the manifest"


class _Editions:
    """What the files of a pack should say, worked out again from its document."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self._folder, self._about = folder, manifest.about
        self.wrong: list[str] = []
        self.forum: Forum | None = None
        self._made: dict[str, Edition] = {}
        named = next((each for each in manifest.entries if each.format == Format.DOCUMENT.value), None)
        if named is None:
            return
        try:
            self.forum = read_document((folder / named.file).read_bytes())
            self._assessment = assess(self.forum)
        except (OSError, BadInput) as error:
            self.wrong.append(f"{named.file}: {str(error).splitlines()[0]}")
            return
        if state_hash(self.forum) != manifest.about.state_hash:
            self.wrong.append(f"{named.file}: another state than the manifest says")

    def wrong_with(self, entry: Entry) -> Iterator[str]:
        """Yield what is wrong with a file."""
        try:
            data = (self._folder / entry.file).read_bytes()
        except OSError:
            yield "it cannot be read"
            return
        if len(data) != entry.size or hashlib.sha256(data).hexdigest() != entry.sha256:
            yield "another checksum than the manifest says"
        if self.forum is None or entry.format == Format.DOCUMENT.value:
            return
        try:
            found = differences(Format(entry.format), entry.file, data, self._edition(entry).book)
        except BadInput as error:
            yield error.what
            return
        except ValueError as error:
            # There is no annex in that language.
            yield str(error)
            return
        for each in found:
            yield f"{each.where}: not found: {each.what}"

    def _edition(self, entry: Entry) -> "Edition":
        from desktop_app.documents.publication import Edition

        if entry.language not in self._made:
            draft = self._about.status == "draft"
            self._made[entry.language] = Edition(self._assessment, entry.fingerprint, entry.language, draft=draft)
        return self._made[entry.language]
