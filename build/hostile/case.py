"""One hostile input: the files that lie in a folder, and which of them is read."""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random


@dataclass(frozen=True)
class Case:
    """What is put into an empty folder before a reader is started in it.

    Attributes:
        target: name of the file that is read.
        files: content by name.
        about: what was done to it, for the person who looks at a failure.
        folders: names of empty folders beside it.
        sparse: sizes to which files are stretched with nothing, by name.
    """

    target: str
    files: dict[str, bytes]
    about: str
    folders: tuple[str, ...] = ()
    sparse: dict[str, int] = field(default_factory=dict)

    def lay_out(self, folder: Path) -> Path:
        """Write everything; return the path of the file that is read."""
        for name in self.folders:
            (folder / name).mkdir()
        for name, content in self.files.items():
            (folder / name).write_bytes(content)
        for name, size in self.sparse.items():
            with (folder / name).open("ab") as file:
                file.truncate(size)
        return folder / self.target


def chance_of(seed: int, kind: str, number: int) -> Random:
    """Return the chance that makes one input: the same for the same three, on every machine."""
    return Random(f"{seed} {kind} {number}")  # noqa: S311 - no secret
