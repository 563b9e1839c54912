"""Where the program's own resources lie."""

from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a file or folder under ``resources/``.

    Args:
        parts: names of folders and file, such as ``"icons", "block.svg"``.
    """
    return _ROOT.joinpath(*parts)
