"""The bootstrap as a whole, on a small project of its own: a real environment, a real pip, a wheel from a folder."""

import ast
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from build import bootstrap, commands, environment

BOOTSTRAP = environment.ROOT / "build" / "bootstrap.py"

PROGRAM = """\
import os
import sys

import greeting
import desktop_app

print(greeting.WORD, *sys.argv[1:], sep="|")
print(os.getcwd(), file=sys.stderr)
sys.exit(int(sys.argv[1]))
"""


def test_parses_on_an_old_python_and_imports_nothing_new_before_the_check() -> None:
    tree = ast.parse(BOOTSTRAP.read_text(encoding="utf-8"), feature_version=(3, 7))
    imported = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(node) for node in imported] == ["import os", "import sys"]
    # An annotation that is no string is evaluated where the function is defined, and list[str] is an error before 3.9.
    annotated = [node.annotation for node in ast.walk(tree) if isinstance(node, ast.arg) and node.annotation]
    assert all(isinstance(annotation, ast.Constant) for annotation in annotated)


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 9, 18), (3, 10, 13)])
def test_an_old_python_gets_one_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], version: tuple[int, int, int]
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    assert bootstrap.main(["run"]) == 3
    out, err = capfd.readouterr()
    assert out == ""
    assert err == (
        f"Forum Desk needs Python 3.11 or newer, this is 3.{version[1]}: "
        "start build/bootstrap.py with a newer one, for example python3.11.\n"
    )


def test_help_names_every_command(capfd: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["--help"]) == 0
    out = capfd.readouterr().out
    assert all(f"\n  {name} " in out for name in commands.COMMANDS)


@pytest.mark.parametrize("arguments", [[], ["rnu"], ["setup", "--quickly"], ["lock", "-U"]])
def test_a_wrong_call_is_told_apart_from_the_programs_own_ends(
    arguments: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert commands.main(arguments) == 3
    out, err = capfd.readouterr()
    assert "bootstrap.py" in out + err


def test_an_interruption_of_the_set_up_ends_it_quietly(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: str) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(environment, "ensure", interrupted)
    assert commands.main(["run"]) == 130
    assert capfd.readouterr() == ("", "forum-desk: stopped; the next start takes it up again\n")


def test_an_interruption_while_the_program_runs_leaves_its_status_alone() -> None:
    class Interrupted(subprocess.Popen[bytes]):
        waits = 0

        def wait(self, timeout: float | None = None) -> int:
            self.waits += 1
            if self.waits == 1:
                raise KeyboardInterrupt
            return super().wait(timeout)

    with Interrupted([sys.executable, "-c", "raise SystemExit(7)"]) as program:
        assert commands.wait_for(program) == 7


class Project:
    """A small project with the real bootstrap, a program that greets, and one package that is pinned."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "a project"  # a space, as in many users' folders
        self.venv = self.root / ".venv"
        self.wheels = folder / "wheels"
        self.elsewhere = folder / "elsewhere"
        for place in (self.root / "build", self.root / "build" / "locks", self.root / "desktop_app"):
            place.mkdir(parents=True)
        self.wheels.mkdir()
        self.elsewhere.mkdir()
        for source in BOOTSTRAP.parent.glob("*.py"):
            shutil.copy(source, self.root / "build")
        (self.root / "desktop_app" / "__init__.py").touch()
        (self.root / "desktop_app" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
        # Files of a user that are named like modules must not be taken for them.
        (self.elsewhere / "greeting.py").write_text("WORD = 'wrong'", encoding="utf-8")
        (self.elsewhere / "desktop_app.py").write_text("raise SystemExit(99)", encoding="utf-8")
        self.pin(word="hello")

    def pin(self, word: str) -> None:
        """Make the package, whose one module holds this word, and lock it."""
        wheel = self.wheels / "greeting-1.0-py3-none-any.whl"
        info = "greeting-1.0.dist-info"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr("greeting.py", f"WORD = {word!r}\n")
            archive.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: greeting\nVersion: 1.0\n")
            archive.writestr(
                f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
            archive.writestr(f"{info}/RECORD", f"greeting.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")
        self.lock(hashlib.sha256(wheel.read_bytes()).hexdigest())

    def lock(self, digest: str, *kinds: str) -> None:
        for kind in kinds or (environment.RUN, environment.DEVELOPMENT):
            lock = self.root / "build" / "locks" / f"{kind}.txt"
            lock.write_text(f"greeting==1.0 --hash=sha256:{digest}\n", encoding="utf-8")

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, str(self.root / "build" / "bootstrap.py"), *arguments]

    def environ(self, **more: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "COV_"))}
        offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": self.wheels.as_uri(), "PIP_CONFIG_FILE": os.devnull}
        return {**kept, **offline, **more}

    def run(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return self.call("run", *arguments, **more)

    def call(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments),
            cwd=self.elsewhere,
            env=self.environ(**more),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.mark.long
def test_a_torn_set_up_is_made_good_and_serves_until_another_lock_is_set_up_whole(project: Project) -> None:
    # One environment for all that happens to it: each that is made anew costs seconds.
    with subprocess.Popen(
        project.command("run", "0"), env=project.environ(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as killed:
        while not (project.venv / "pyvenv.cfg").exists():  # as soon as there is something to tear
            assert killed.poll() is None
            time.sleep(0.01)
        killed.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    assert not (project.venv / "stamp").exists()

    first = project.run("5", "check", "a file.json", "--json", PYTHONPATH=str(project.elsewhere))
    assert (first.returncode, first.stdout) == (5, "hello|5|check|a file.json|--json\n")
    # The second may have to wait for what the killed one had started.
    *_waiting, torn, setting_up, ready, folder = first.stderr.splitlines()
    assert torn == "forum-desk: an earlier set-up was cut off short"
    assert setting_up.startswith("forum-desk: setting up .venv for Python ")
    assert ready.startswith("forum-desk: the environment is ready after ")
    assert Path(folder) == project.elsewhere

    # The second start looks at the stamp alone: it works with no pip to call.
    shutil.rmtree(next(project.venv.rglob("site-packages")) / "pip")
    second = project.run("0")
    assert (second.returncode, second.stdout) == (0, "hello|0\n")
    assert second.stderr.splitlines() == [str(project.elsewhere)]

    # A set-up that fails over it, as one without a network does, leaves what worked.
    project.lock("0" * 64, environment.DEVELOPMENT)
    refused = project.call("setup")
    assert (refused.returncode, refused.stdout) == (3, "")
    assert refused.stderr.splitlines()[-1] == (
        "forum-desk: pip could not install development.txt: a downloaded file is not the one that the lock names; "
        "nothing of it was installed"
    )
    third = project.run("0")
    assert (third.returncode, third.stdout) == (0, "hello|0\n")
    assert third.stderr.splitlines() == [str(project.elsewhere)]

    project.pin(word="good day")
    renewed = project.run("0")
    assert (renewed.returncode, renewed.stdout) == (0, "good day|0\n")
    assert "forum-desk: the environment is out of date\n" in renewed.stderr
