"""Takes pictures of every window from the real program, off screen.

Every command of the menus is triggered, and whatever it opens is pictured under the command's name: a new
window is in the pictures without being named here. Scenes that need more than a command stand in
``build/pictures/scenes.py``. Each scale is a process of its own, as Qt reads it once at start.

Usage::

    python build/screenshots.py [FOLDER]     # every window, light and dark, at 100, 125 and 200 %
    python build/screenshots.py --only key   # only pictures whose name holds "key"
    python build/screenshots.py --readme     # resources/screenshots/main-window.png, the picture in README.md
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "build" / "out" / "screenshots"
README_PICTURE: Final = ROOT / "resources" / "screenshots" / "main-window.png"
README_SCALE: Final = 150
SCREENS: Final = {100: (1366, 768), 125: (1920, 1080), 200: (1920, 1080), README_SCALE: (2400, 1500)}
"""Screens by scale, pixels."""
SCALES: Final = (100, 125, 200)


def main(arguments: list[str]) -> int:
    """Take the pictures asked for; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--readme", action="store_true", help="only the picture in README.md")
    parser.add_argument("--scale", type=int, choices=SCALES, help="only this scale, in percent")
    parser.add_argument("--only", default="", metavar="WORD", help="only pictures whose name holds this word")
    asked = parser.parse_args(arguments)
    if asked.readme:
        README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
        return _in_process_of_its_own(README_SCALE, README_PICTURE, "readme")
    asked.folder.mkdir(parents=True, exist_ok=True)
    scales = [asked.scale] if asked.scale else list(SCALES)
    return max(_in_process_of_its_own(scale, asked.folder, asked.only) for scale in scales)


def _in_process_of_its_own(scale: int, target: Path, only: str) -> int:
    with tempfile.TemporaryDirectory() as home:
        screen = Path(home) / "screen.json"
        width, height = SCREENS[scale]
        # Without it, Qt's screen off screen has 800 × 800, and no dialog would have the size it has for people.
        screen.write_text(json.dumps({"screens": [{"name": "desk", "width": width, "height": height}]}), "utf-8")
        environ = {
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "QT_SCALE_FACTOR": f"{scale / 100:g}",
            "FORUM_DESK_HOME": home,
            "PYTHONPATH": str(ROOT),
        }
        command = [sys.executable, "-m", "build.pictures.taking", str(target), str(scale), only]
        return subprocess.run(command, env=environ, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
