"""From the command line to an exit status; whatever goes wrong ends here in a few words."""

import importlib
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, cast

from desktop_app.cli import status, streams
from desktop_app.cli.parser import COMMANDS, PROGRAM, parser
from desktop_app.models.errors import BadInput, Cancelled, ExplainedError

_MODULES: Final = {"import": "importing", "self-test": "self_test", "thirty-percent": "thirty_percent"}
"""Modules that cannot be named like their command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: the command line without the program's name; by default the process's own.

    Returns:
        The exit status, as section 7 of the interchange format says; 70 for a fault of the program.
    """
    streams.use_utf_8()
    try:
        result = _run(list(sys.argv[1:] if arguments is None else arguments))
        streams.finish()
    except ExplainedError as error:
        streams.refuse(error)
        return status.BAD_INPUT
    except BrokenPipeError:
        streams.forget_output()
        return status.PIPE_CLOSED
    except (KeyboardInterrupt, Cancelled):
        # SQLite ends what it does, and says so in its own way.
        return status.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last resort of the program: no traceback for the person
        from desktop_app.cli import faults

        streams.remark(f"{PROGRAM}: {faults.report(error)}")
        return status.FAULT
    return result


def _run(arguments: list[str]) -> int:
    if not arguments:
        return _window(None)
    if arguments[0] not in COMMANDS and not arguments[0].startswith("-"):
        return _window(_only_file(arguments))
    try:
        chosen = parser().parse_args(arguments)
    except SystemExit as end:
        # --help and --version have written what was asked for.
        return int(end.code or status.FINE)
    return _command(chosen.command)(chosen)


def _only_file(arguments: list[str]) -> Path:
    name, *others = arguments
    if others or not (Path(name).exists() or Path(name).suffix):
        raise BadInput(
            PROGRAM, f"{name} is no command", f"use one of {', '.join(COMMANDS)}, or name one forum file to open"
        )
    return Path(name)


def _window(path: Path | None) -> int:
    from desktop_app.cli import window

    return window.run(path)


def _command(name: str) -> Callable[[Namespace], int]:
    """Return what a command does: ``run`` of the module that is named like it."""
    module = importlib.import_module(f"desktop_app.cli.{_MODULES.get(name, name)}")
    return cast("Callable[[Namespace], int]", module.run)
