"""Makes the fonts of ``resources/fonts`` from Adobe's Source Sans 3 and Source Serif 4.

Needs fontTools, which is no dependency of the product: run it in an environment of its own, as
``resources/fonts/README.md`` says. Same upstream files and same fontTools, same bytes.

What is done to each face: cut down to the characters that the Union's 24 languages and our tables need;
hints dropped; brackets for rounding up and down (U+2308 to U+230B), which upstream lacks, drawn from the
face's own square brackets; renamed, because "Source" is a reserved font name of the licence.
"""

import argparse
import hashlib
import math
from pathlib import Path
from typing import Any, Final

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FONTS: Final = Path(__file__).resolve().parent.parent / "resources" / "fonts"

# (our family, our style) -> upstream file and its SHA-256.
FACES: Final = {
    ("Forum Desk Sans", "Regular"): (
        "SourceSans3-Regular.ttf",
        "4644c81b86ec9caaa76b634889968ed3c4f4f52f054855933acc7c2b21e53b0f",
    ),
    ("Forum Desk Sans", "SemiBold"): (
        "SourceSans3-Semibold.ttf",
        "a3f4f8dcf343a8f24dc61951de93f3ba1558b15cd250ba24af8a40e957081b7d",
    ),
    ("Forum Desk Sans", "Bold"): (
        "SourceSans3-Bold.ttf",
        "9214b9d95e4231c609802815c2646c98174e2102d0d37f88978a7f8e71006e6a",
    ),
    ("Forum Desk Sans", "Italic"): (
        "SourceSans3-It.ttf",
        "192afd78f0f54a3c69eaf02d43f4d9a821e9d6110e41d3d25d61a7385cd580e4",
    ),
    ("Forum Desk Sans", "Bold Italic"): (
        "SourceSans3-BoldIt.ttf",
        "7978291fc1bf314db887e0366853b33c5cf2e964c7b95cfb9ce403a6ec46a842",
    ),
    ("Forum Desk Serif", "Regular"): (
        "SourceSerif4SmText-Regular.ttf",
        "54379656e8fa22bfbb7a783f8fe4269c9ae4eb966c1c3fcb17ee3b50cba95813",
    ),
    ("Forum Desk Serif", "Bold"): (
        "SourceSerif4SmText-Bold.ttf",
        "072c77a0dbffbcb7e99dda31de16e096bd99d1345fd6037d3e153ea315547c25",
    ),
    ("Forum Desk Serif", "Italic"): (
        "SourceSerif4SmText-It.ttf",
        "74963111a9dc458611e6eaa62a6bff8811855f67e015f91b728fb52567020c5e",
    ),
    ("Forum Desk Serif", "Bold Italic"): (
        "SourceSerif4SmText-BoldIt.ttf",
        "0a0828eb760127b4ff1e6d01852465fdce05ceff99a1a5f5b01f4f1ef1633f0d",
    ),
}

# Whole blocks, cut by the subsetter to what the face has: Latin, spacing accents, combining accents,
# Greek, Cyrillic, Latin Extended Additional, punctuation and numbers, letterlike, arrows, mathematics,
# geometric shapes, check marks.
BLOCKS: Final = (
    (0x0020, 0x007E),
    (0x00A0, 0x024F),
    (0x02C6, 0x02DD),
    (0x0300, 0x0338),
    (0x0370, 0x03FF),
    (0x0400, 0x045F),
    (0x0490, 0x0491),
    (0x1E00, 0x1E9E),
    (0x1EF2, 0x1EF3),
    (0x2000, 0x206F),
    (0x2070, 0x2094),
    (0x20A0, 0x20BF),
    (0x2100, 0x218F),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x25A0, 0x25FF),
    (0x2713, 0x2717),
)
FEATURES: Final = ("ccmp", "kern", "locl", "mark", "mkmk")

# Character -> the square bracket that it is drawn from, and which arm it keeps.
ROUNDING_BRACKETS: Final = {"⌈": ("[", "top"), "⌉": ("]", "top"), "⌊": ("[", "bottom"), "⌋": ("]", "bottom")}


def crossings(points: list[tuple[int, int]], height: float) -> tuple[float, float]:
    """Return the leftmost and rightmost x at which a closed outline crosses a height."""
    found = []
    for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True):
        if min(y0, y1) <= height < max(y0, y1):
            found.append(x0 + (x1 - x0) * (height - y0) / (y1 - y0))
    return min(found), max(found)


def half_bracket(face: TTFont, bracket: str, arm: str) -> tuple[Any, int]:
    """Draw a square bracket with one arm only. Return the glyph and its advance width.

    Stem, arm, height and slant are those of the face's own bracket.
    """
    name = face.getBestCmap()[ord(bracket)]
    points = [(int(x), int(y)) for x, y in face["glyf"][name].coordinates]
    top, bottom = max(y for _, y in points), min(y for _, y in points)
    middle = (top + bottom) / 2
    slant = math.tan(math.radians(-face["post"].italicAngle))
    stem = crossings(points, middle)
    opens_right = bracket == "["
    inner, outer = (stem[1], stem[0]) if opens_right else (stem[0], stem[1])
    end_y = top if arm == "top" else bottom
    # The arm's far end, and the thickness of the arm there: the outline turns back at the next corner.
    far = (max if opens_right else min)(x for x, y in points if y == end_y)
    turn = points.index((far, end_y))
    neighbours = (points[turn - 1], points[(turn + 1) % len(points)])
    thickness = next(abs(y - end_y) for _, y in neighbours if y != end_y)
    turn_y = end_y - thickness if arm == "top" else end_y + thickness
    other_y = bottom if arm == "top" else top

    def along(x: float, y: int) -> tuple[int, int]:
        return round(x + slant * (y - middle)), y

    corners = [
        along(outer, other_y),
        along(outer, end_y),
        (far, end_y),
        (round(far + slant * (turn_y - end_y)), turn_y),
        along(inner, turn_y),
        along(inner, other_y),
    ]
    pen = TTGlyphPen(None)
    # Outlines run clockwise; two of the four brackets are mirror images.
    for index, corner in enumerate(corners if opens_right == (arm == "top") else corners[::-1]):
        (pen.lineTo if index else pen.moveTo)(corner)
    pen.closePath()
    return pen.glyph(), face["hmtx"][name][0]


def add_rounding_brackets(face: TTFont) -> None:
    """Add the brackets for rounding up and down to a face."""
    order = face.getGlyphOrder()
    drawn = {character: half_bracket(face, *source) for character, source in ROUNDING_BRACKETS.items()}
    for character, (glyph, advance) in drawn.items():
        name = f"uni{ord(character):04X}"
        order = [*order, name]
        face.setGlyphOrder(order)
        face["glyf"][name] = glyph
        glyph.recalcBounds(face["glyf"])
        face["hmtx"][name] = (advance, glyph.xMin)
        for table in face["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(character)] = name


def rename(face: TTFont, family: str, style: str) -> None:
    """Give a face its name; copyright and licence stay upstream's."""
    names = face["name"]
    version = names.getDebugName(5).split(";")[0].removeprefix("Version ")
    postscript = f"{family.replace(' ', '')}-{style.replace(' ', '')}"
    kept = {number: names.getDebugName(number) for number in (0, 13, 14)}
    names.names = []
    # Name 1 and 2 know four styles only: a further weight is a family of its own there, and its true name in 16 and 17.
    further = style not in {"Regular", "Bold", "Italic", "Bold Italic"}
    ours = {
        1: f"{family} {style}" if further else family,
        2: "Regular" if further else style,
        3: f"{version};{postscript}",
        4: family if style == "Regular" else f"{family} {style}",
        5: f"Version {version}",
        6: postscript,
        10: "Cut down from a font by Adobe to the languages of the European Union; rounding brackets added; renamed.",
    }
    if further:
        ours |= {16: family, 17: style}
    for number, value in sorted({**kept, **ours}.items()):
        names.setName(value, number, 3, 1, 0x409)


def make(upstream: Path, family: str, style: str) -> bytes:
    """Return the bytes of one of our faces, made from an upstream file."""
    face = TTFont(upstream, recalcTimestamp=False)
    options = subset.Options(
        layout_features=list(FEATURES),
        hinting=False,
        glyph_names=False,
        notdef_outline=True,
        name_IDs=["*"],
        drop_tables=["DSIG", "BASE"],
    )
    cut = subset.Subsetter(options)
    cut.populate(unicodes=[code for first, last in BLOCKS for code in range(first, last + 1)])
    cut.subset(face)
    add_rounding_brackets(face)
    rename(face, family, style)
    target = FONTS / f"{family.replace(' ', '')}-{style.replace(' ', '')}.ttf"
    face.save(target, reorderTables=True)
    return target.read_bytes()


def main() -> None:
    """Make all faces from the folders that hold the upstream files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path, help="unpacked source-sans and source-serif")
    folders = parser.parse_args().folders
    for (family, style), (name, digest) in FACES.items():
        upstream = next(path for folder in folders for path in sorted(folder.rglob(name)))
        found = hashlib.sha256(upstream.read_bytes()).hexdigest()
        if found != digest:
            raise SystemExit(f"{upstream} is not the file that the fonts were made from (SHA-256 {found})")
        print(f"{family} {style}: {len(make(upstream, family, style))} bytes")


if __name__ == "__main__":
    main()
