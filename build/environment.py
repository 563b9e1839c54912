"""The project's own Python environment in ``.venv``: made from a hash-pinned lock, stamped, remade when it is torn.

The environment is whole when its stamp is there and says what it should: the stamp is written last, and holds a digest
of the lock, of the Python that made it and of where the project lies. A start that finds it does nothing else.
"""

import contextlib
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path

from build import system_packages
from build.progress import SetupError, overwrite, say

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "build" / "locks"
VENV = ROOT / ".venv"

#: Where a whole environment waits while another one is made in its place, so that a failure leaves what worked.
SPARE = ROOT / ".venv.old"

#: The two sets of packages; the second contains the first, in the same versions.
RUN = "run"
DEVELOPMENT = "development"

#: Counted up when this module makes the environment in another way, so that old ones are made anew.
RECIPE = 1

#: Variables that would let another Python's packages into ours, or send ours elsewhere.
FOREIGN = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PIP_TARGET", "PIP_PREFIX", "PIP_USER", "__PYVENV_LAUNCHER__")


def python(venv: Path | None = None) -> Path:
    """Return the interpreter of an environment; ours unless told otherwise."""
    venv = venv or VENV
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def lock_file(kind: str) -> Path:
    """Return the lock that pins the packages of this kind."""
    return LOCKS / f"{kind}.txt"


def clean_environ() -> dict[str, str]:
    """Return the environment variables without those that mix foreign packages into ours."""
    return {name: value for name, value in os.environ.items() if name not in FOREIGN}


def stamp_of(kind: str) -> str:
    """Return what the stamp of a whole environment of this kind says."""
    digest = hashlib.sha256(lock_file(kind).read_bytes())
    made_by = (platform.python_implementation(), platform.python_version(), platform.machine(), str(ROOT), str(RECIPE))
    digest.update("\n".join(made_by).encode("utf-8", "surrogateescape"))
    return f"{kind} {digest.hexdigest()}\n"


def is_whole(kind: str) -> bool:
    """Return whether the environment can serve for this kind; the development one serves for both."""
    try:
        found = (VENV / "stamp").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    serving = (DEVELOPMENT,) if kind == DEVELOPMENT else (RUN, DEVELOPMENT)
    return python().exists() and any(found == stamp_of(each) for each in serving)


def ensure(kind: str) -> Path:
    """Make the environment where it is missing, out of date or torn, and return its interpreter.

    Raises:
        SetupError: It cannot be made; the text says why and what to do.
    """
    if not is_whole(kind):
        try:
            with _only_one() as held:
                if not is_whole(kind):  # another start may have made it while this one waited
                    _make(kind, held)
        except OSError as problem:
            raise SetupError(f"the environment {VENV} cannot be made: {problem}") from problem
    return python()


def _make(kind: str, held: tuple[int, ...]) -> None:
    _need_venv_modules()
    if (VENV / "stamp").exists():
        say("the environment is out of date")
        _remove(SPARE)
        VENV.rename(SPARE)
    elif VENV.exists() or VENV.is_symlink():
        say("an earlier set-up was cut off short")
        _remove(VENV)
    try:
        _make_anew(kind, held)
    except BaseException:
        if SPARE.exists():
            _remove(VENV)
            SPARE.rename(VENV)
        raise
    _remove(SPARE)


def _make_anew(kind: str, held: tuple[int, ...]) -> None:
    began = time.monotonic()
    say(f"setting up {VENV.name} for Python {platform.python_version()} (once; a minute or two, downloads included)")
    # Run from inside the environment that is about to be replaced, this Python's own files would vanish under it.
    maker = getattr(sys, "_base_executable", None) or sys.executable
    command = [maker, "-I", "-m", "venv", str(VENV)]
    error = sys.stderr.fileno()
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=error, env=clean_environ(), pass_fds=held, check=False
    )
    if done.returncode != 0:
        raise SetupError(f"Python could not make a virtual environment (status {done.returncode}); see above")
    _install(lock_file(kind), held)
    _show_project()
    partial = VENV / "stamp.partial"
    with partial.open("w", encoding="utf-8", newline="\n") as file:
        file.write(stamp_of(kind))
        file.flush()
        os.fsync(file.fileno())
    partial.replace(VENV / "stamp")
    say(f"the environment is ready after {time.monotonic() - began:.0f} s")


def _remove(venv: Path) -> None:
    """Remove an environment, or the link that stands for one, where there is one."""
    if venv.is_symlink():
        venv.unlink()
    elif venv.exists():
        (venv / "stamp").unlink(missing_ok=True)  # first, so that a removal cut off leaves nothing that looks whole
        shutil.rmtree(venv)


def _need_venv_modules() -> None:
    """Debian and Ubuntu ship Python without these two modules; get the package that holds them or name it."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if system_packages.find_manager() != "apt":
        raise SetupError("this Python lacks the modules venv and ensurepip; install a complete Python 3.11 or newer")
    prefix = system_packages.privilege()
    if prefix is not None and system_packages.install("apt", [package], prefix):
        importlib.invalidate_caches()
        if importlib.util.find_spec("ensurepip"):
            return
    raise SetupError(f"this Python cannot make virtual environments; first: {system_packages.advice('apt', [package])}")


def _install(lock: Path, held: tuple[int, ...]) -> None:
    """Install exactly what the lock pins; pip checks each file against the lock's hashes.

    Ready-made wheels only: no package's own build script runs, and nothing is fetched that the lock does not name.
    """
    pinned = sum(1 for line in lock.read_text(encoding="utf-8").splitlines() if line[:1].isalnum())
    # Compiled when imported, and only what is: all of it would double the time that setting up takes.
    options = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "--no-compile", "--no-input"]
    options.append("--disable-pip-version-check")
    command = [str(python()), "-I", "-m", "pip", "install", *options, "-r", str(lock)]
    tail: deque[str] = deque(maxlen=12)
    fetched = 0
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=clean_environ(),
        pass_fds=held,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        for line in pip.stdout or ():
            tail.append(line.rstrip())
            if line.startswith("Collecting "):
                fetched += 1
                overwrite(f"  {fetched} of {pinned}: {line.split()[1]}")
            elif line.startswith("Installing "):
                overwrite("  unpacking")
    overwrite("")
    if pip.returncode != 0:
        sys.stderr.write("".join(f"  pip: {line}\n" for line in tail))
        raise SetupError(f"pip could not install {lock.name}: {_remedy(tail)}")


def _remedy(output: Sequence[str]) -> str:
    """Return what a person can do about pip's failure, judged by its last lines."""
    text = "\n".join(output)
    if "DO NOT MATCH THE HASHES" in text:
        return "a downloaded file is not the one that the lock names; nothing of it was installed"
    if "No space left" in text:
        return "the disk is full; about 700 MB are needed"
    if "No matching distribution" in text and "Temporary failure" not in text and "Connection" not in text:
        return f"no ready-made package for Python {platform.python_version()} here; use Python 3.11 to 3.14, 64 bit"
    return "is there a network, and may pip reach its package index? Start again when it does"


def _show_project() -> None:
    """Let the environment's Python find ``desktop_app`` from any current folder.

    A path file does what an editable installation does, without a build back end, hence without fetching one; and it
    leaves PYTHONPATH alone, which would reach every program that ours starts.
    """
    purelib = [str(python()), "-I", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    found = subprocess.run(purelib, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False)
    if found.returncode != 0:
        raise SetupError(f"the new environment's Python does not run: {found.stderr.strip()[-300:]}")
    Path(found.stdout.strip(), "forum_desk.pth").write_text(f"{ROOT}\n", encoding="utf-8")


@contextlib.contextmanager
def _only_one() -> Iterator[tuple[int, ...]]:
    """Let one set-up work at a time; a second waits. The system frees the lock of a process that died.

    Yields:
        What the processes that this set-up starts inherit: where this one is killed and they write on for a while, the
        next set-up waits for them too.
    """
    with (ROOT / ".venv.lock").open("a+b") as file:
        if sys.platform == "win32":
            import msvcrt

            while True:
                with contextlib.suppress(OSError):  # each call tries for ten seconds only
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
            yield ()
        else:
            import fcntl

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                say("another start is setting up; waiting for it")
                fcntl.flock(file, fcntl.LOCK_EX)
            yield (file.fileno(),)
