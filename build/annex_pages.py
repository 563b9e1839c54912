"""Draws the pages of a PDF file as pictures, to look at: ``python -m build.annex_pages ANNEX.pdf FOLDER``."""

import argparse
from pathlib import Path

SCALE = 2.0
"""Pixels per point."""


def draw_pages(file: Path, folder: Path, scale: float = SCALE) -> list[Path]:
    """Write one PNG a page into a folder and return their paths, in order of pages."""
    import pypdfium2

    folder.mkdir(parents=True, exist_ok=True)
    document = pypdfium2.PdfDocument(file)
    drawn = []
    for number, page in enumerate(document, 1):
        path = folder / f"{file.stem}-{number:02d}.png"
        page.render(scale=scale).to_pil().save(path)
        drawn.append(path)
    document.close()
    return drawn


def main() -> None:
    """Draw the pages and name the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="the PDF file")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--scale", type=float, default=SCALE, help="pixels per point")
    arguments = parser.parse_args()
    for path in draw_pages(arguments.file, arguments.folder, arguments.scale):
        print(path)


if __name__ == "__main__":
    main()
