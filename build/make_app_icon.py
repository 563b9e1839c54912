"""Makes the application's icon in pixels from ``resources/icons/app.svg``.

Writes ``app-256.png`` and ``app.ico`` beside it; needs PySide6, which the product depends on.
"""

import os
import struct
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS: Final = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES: Final = (16, 24, 32, 48, 64, 128, 256)


def rendered(drawing: QSvgRenderer, size: int) -> bytes:
    """Return the drawing as a square PNG of ``size`` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub asks for bytes, Qt takes the text
    return bytes(buffer.data().data())


def icon_file(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon file that holds PNG pictures, by size."""
    header = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(header) + 16 * len(pictures)
    entries = b""
    for size, picture in pictures.items():
        # 256 is written as 0; one plane, 32 bits a pixel.
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return header + entries + b"".join(pictures.values())


def main() -> None:
    """Render all sizes and write both files."""
    application = QGuiApplication([])
    drawing = QSvgRenderer(str(ICONS / "app.svg"))
    pictures = {size: rendered(drawing, size) for size in SIZES}
    (ICONS / "app-256.png").write_bytes(pictures[256])
    (ICONS / "app.ico").write_bytes(icon_file(pictures))
    application.quit()


if __name__ == "__main__":
    main()
