"""A fault of the program: one line for the person, a report on the disk for whoever mends it.

The report names the places in the program that were running and the kind of error. It holds no values: what
is typed into a forum can be classified.
"""

import platform
import traceback

from desktop_app import __version__
from desktop_app.calc.sentences import say
from desktop_app.places import reports_folder

_LARGEST_REPORT = 1_000_000


def report(error: BaseException) -> str:
    """Write down where the program failed; return the line that says so to the person."""
    file = reports_folder() / "faults.log"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        whole = file.stat().st_size if file.exists() else 0
        with file.open("w" if whole > _LARGEST_REPORT else "a", encoding="utf-8") as log:
            log.write(_text(error))
    except OSError:
        return say(
            "internal error ({name}); no report could be written to {file}", name=type(error).__name__, file=str(file)
        )
    return say(
        "internal error ({name}); please send the report {file}, it holds no figures",
        name=type(error).__name__,
        file=str(file),
    )


def _text(error: BaseException) -> str:
    lines = [f"Forum Desk {__version__}, Python {platform.python_version()}, {platform.system()}"]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        frames = traceback.extract_tb(cause.__traceback__)
        lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n\n"
