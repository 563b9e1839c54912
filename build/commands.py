"""The commands of the bootstrap: what each one prepares and then starts."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence

from build import environment, system_libraries
from build.bootstrap import SETUP_FAILED
from build.progress import SetupError, say

USAGE = """\
usage: python3 build/bootstrap.py COMMAND [ARGUMENTS...]

  run [ARGUMENTS...]   open the desk, or run its command: run check FILE --json
  test [ARGUMENTS...]  run every check and test; with arguments: pytest ARGUMENTS
  setup                make the development environment in .venv, nothing more
  lock [--upgrade]     write build/locks anew from pyproject.toml
"""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return the exit status; a set-up that fails says why on standard error."""
    if not arguments or arguments[0] in ("-h", "--help"):
        sys.stdout.write(USAGE)
        return 0 if arguments else SETUP_FAILED
    command = COMMANDS.get(arguments[0])
    if command is None:
        sys.stderr.write(f"no command {arguments[0]!r}\n{USAGE}")
        return SETUP_FAILED
    try:
        return command(arguments[1:])
    except SetupError as problem:
        say(str(problem))
        return SETUP_FAILED
    except KeyboardInterrupt:
        say("stopped; the next start takes it up again")
        return 130


def run(arguments: Sequence[str]) -> int:
    """Start the program with these arguments, in the current folder; does not return where it can replace itself."""
    _prepare(environment.RUN, os.environ, again=False)
    return hand_over(program(arguments), environment.clean_environ())


def program(arguments: Sequence[str]) -> list[str]:
    """Return the command that starts the program.

    ``-P`` keeps the current folder off the module path (it holds the user's files, not modules); the UTF-8 mode keeps
    output whole where the system's code page lacks characters that names and amounts need.
    """
    return [str(environment.python()), "-P", "-X", "utf8", "-m", "desktop_app", *arguments]


def hand_over(command: Sequence[str], environ: Mapping[str, str]) -> int:
    """Become the command; where a system cannot do that, run it and return its exit status."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execve(command[0], list(command), dict(environ))  # noqa: S606 - no shell is meant
    return wait_for(subprocess.Popen(command, env=dict(environ)))


def wait_for(process: "subprocess.Popen[bytes]") -> int:
    """Return the exit status of the program, also where it is interrupted.

    Ctrl-C reaches the program as well, and it decides what that means; here it must not cut the status off.
    """
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue


def test(arguments: Sequence[str]) -> int:
    """Run every check, or only pytest where it is given arguments."""
    from build import checks  # not above: a start of the program must not pay for it

    environ = {**environment.clean_environ(), "QT_QPA_PLATFORM": "offscreen"}
    _prepare(environment.DEVELOPMENT, environ, again=True)
    interpreter = str(environment.python())
    return checks.only_tests(interpreter, arguments, environ) if arguments else checks.everything(interpreter, environ)


def setup(arguments: Sequence[str]) -> int:
    """Make the development environment."""
    _refuse(arguments)
    _prepare(environment.DEVELOPMENT, os.environ, again=True)
    say(f"ready: {environment.python()}")
    return 0


def write_locks(arguments: Sequence[str]) -> int:
    """Write the locks anew."""
    from build import lock  # as in `test`

    _refuse(each for each in arguments if each != "--upgrade")
    lock.write(upgrade="--upgrade" in arguments)
    return 0


def _prepare(kind: str, environ: Mapping[str, str], *, again: bool) -> None:
    environment.ensure(kind)
    system_libraries.ensure(environ, environment.VENV / "libraries-not-installed", again=again)


def _refuse(arguments: Iterable[str]) -> None:
    unknown = list(arguments)
    if unknown:
        raise SetupError(f"unknown argument {unknown[0]!r}; see python3 build/bootstrap.py --help")


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "setup": setup,
    "lock": write_locks,
}
