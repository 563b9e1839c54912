"""LibreOffice Calc as the peer: window, PDF as a cold command, and from the inside edit, save, PDF."""

import json
import shutil
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from build.benchmarks.screen import Screen, painted_after

PROBE = Path(__file__).with_name("libreoffice_probe.py")
SYSTEM_PYTHON = "/usr/bin/python3"
"""The Python that Debian's ``uno`` module belongs to."""


@dataclass(frozen=True)
class Peer:
    """Medians of LibreOffice in milliseconds; None where it could not be measured here."""

    window: float | None = None
    cold_pdf: float | None = None
    edit: float | None = None
    save: float | None = None
    warm_pdf: float | None = None


def measured(workbook: Path, folder: Path, on: Screen | None, runs: int) -> Peer:
    """Measure LibreOffice with a workbook of the forum's table; an empty peer where it is not installed."""
    office = shutil.which("soffice")
    if office is None:
        return Peer()
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    quiet = ("--norestore", "--nologo", "--nofirststartwizard", profile)
    cold = (office, "--headless", *quiet, "--convert-to", "pdf", "--outdir", str(folder), str(workbook))
    # The first run makes the profile: not counted.
    pdf = [_wall(cold) for _ in range(runs + 1)][1:]
    window = None
    if on is not None:
        times = [painted_after((office, "--calc", *quiet, str(workbook)), on, {}) for _ in range(runs + 1)][1:]
        window = statistics.median(times)
    inside = _inside(office)
    return Peer(window, statistics.median(pdf), inside.get("edit"), inside.get("save"), inside.get("pdf"))


def _wall(command: Sequence[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return 1000 * (time.perf_counter() - started)


def _inside(office: str) -> dict[str, float]:
    """Return the medians that the probe measured, or nothing where the system's Python has no ``uno``."""
    command = (SYSTEM_PYTHON, str(PROBE), office)
    if not Path(SYSTEM_PYTHON).exists():
        return {}
    probe = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    if probe.returncode != 0:
        return {}
    return {what: statistics.median(times) for what, times in json.loads(probe.stdout).items()}
