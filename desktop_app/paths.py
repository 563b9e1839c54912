"""Where the program's own resources lie: fonts, icons, data, the samples.

In a checkout that is ``resources/`` beside this package; in an installed program the copy that the wheel carries inside
it. Asking costs nothing and reads nothing; a file that is missing shows when it is opened.
"""

import functools
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent

#: Looked at in this order: a checkout has no copy inside, and beside an installed package may lie another's folder.
_PLACES: Final = (_PACKAGE / "_resources", _PACKAGE.parent / "resources")


class ResourcesMissing(FileNotFoundError):
    """The program was copied or installed without its resources; the text says where they should be."""


@functools.cache
def resources() -> Path:
    """Return the folder with the program's resources.

    Raises:
        ResourcesMissing: It is at neither of its two places.
    """
    for place in _PLACES:
        if place.is_dir():
            return place
    places = " nor ".join(map(str, _PLACES))
    raise ResourcesMissing(f"Forum Desk's resources are missing, neither {places} exists: install it again")


def resource(*parts: str) -> Path:
    """Return the path of a file or folder among the resources.

    Args:
        parts: names of folders and file, such as ``"icons", "block.svg"``.
    """
    return resources().joinpath(*parts)
