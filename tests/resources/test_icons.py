"""The icons are of one make, can be tinted, and draw something."""

import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pytestqt.qtbot import QtBot

ICONS = Path(__file__).resolve().parent.parent.parent / "resources" / "icons"
LINE_ICONS = sorted(path for path in ICONS.glob("*.svg") if path.name != "app.svg")
NEEDED = """block warn info ok unknown none undo redo new open save copy history print document search zoom-in zoom-out
light dark lock unlock flag ship pressure risk help settings user next expand close restore classification view
calendar announced ceiling condition currency note add delete up down edit below"""


def test_everything_the_window_needs_is_there_and_nothing_else() -> None:
    assert {path.stem for path in LINE_ICONS} == set(NEEDED.split())


@pytest.mark.parametrize("path", LINE_ICONS, ids=lambda path: path.stem)
def test_a_line_icon_is_of_one_make(path: Path) -> None:
    drawing = ET.fromstring(path.read_text(encoding="utf-8"))
    made = {name: drawing.get(name) for name in ("viewBox", "fill", "stroke", "stroke-width", "class")}
    assert made == {
        "viewBox": "0 0 24 24",
        "fill": "none",
        "stroke": "currentColor",
        "stroke-width": "2",
        "class": None,
    }


@pytest.mark.parametrize("path", [*LINE_ICONS, ICONS / "app.svg"], ids=lambda path: path.stem)
def test_an_icon_draws_something(qtbot: QtBot, path: Path) -> None:
    from PySide6.QtCore import QByteArray, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    drawing = QSvgRenderer(QByteArray(path.read_bytes().replace(b"currentColor", b"#102030")))
    assert drawing.isValid()
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    painted = sum(image.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24))
    assert painted >= 20


def test_the_readme_lists_every_icon_and_the_licence_lies_beside_it() -> None:
    readme = (ICONS / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in LINE_ICONS if f"`{path.name}`" not in readme] == []
    assert (ICONS / "LICENSE").read_text(encoding="utf-8").startswith("ISC License")


def test_the_application_icon_comes_in_pixels_too() -> None:
    picture = (ICONS / "app-256.png").read_bytes()
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", picture[16:24]) == (256, 256)


def test_the_windows_icon_holds_sound_pictures_of_seven_sizes() -> None:
    content = (ICONS / "app.ico").read_bytes()
    assert struct.unpack("<HHH", content[:6]) == (0, 1, 7)
    sizes = []
    for number in range(7):
        width, height, *_, length, offset = struct.unpack("<BBBBHHII", content[6 + 16 * number : 22 + 16 * number])
        picture = content[offset : offset + length]
        assert picture[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", picture[16:24]) == (width or 256, height or 256)
        sizes.append(width or 256)
    assert sizes == [16, 24, 32, 48, 64, 128, 256]
