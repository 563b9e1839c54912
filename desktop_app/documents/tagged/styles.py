"""The styles of one tagged document, by name, as its template takes them."""

from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from desktop_app.documents.fonts import Face
from desktop_app.documents.styles import BODY, CODE, DRAFT_STRIP, FOOTER, INK, MARKING, NOTE, RUNNING, TAG, TextStyle

_FONTS: Final = MappingProxyType(
    {
        Face.SERIF: ("Forum Desk Serif", 400, "normal"),
        Face.SERIF_BOLD: ("Forum Desk Serif", 700, "normal"),
        Face.SERIF_ITALIC: ("Forum Desk Serif", 400, "italic"),
        Face.SANS: ("Forum Desk Sans", 400, "normal"),
        Face.SANS_BOLD: ("Forum Desk Sans", 700, "normal"),
        Face.SANS_ITALIC: ("Forum Desk Sans", 400, "italic"),
    }
)
"""Family, weight and slant of each face, as its file names them."""
_NAMED: Final = MappingProxyType(
    {
        "BODY": BODY,
        "NOTE": NOTE,
        "MARKING": MARKING,
        "TAG": TAG,
        "TAG-DARK": replace(TAG, grey=INK),
        "CODE": CODE,
        "RUNNING": RUNNING,
        "FOOTER": FOOTER,
        "DRAFT-STRIP": DRAFT_STRIP,
    }
)
"""The styles that the template names itself."""


class Wardrobe:
    """Gives every style a name."""

    def __init__(self) -> None:
        """Begin with the styles that the template names itself."""
        self._names: Final[dict[TextStyle, str]] = {}
        self._styles: Final = dict(_NAMED)

    def name(self, style: TextStyle) -> str:
        """Return the name of a style; one that is new gets one."""
        if style not in self._names:
            self._names[style] = f"style-{len(self._names)}"
            self._styles[self._names[style]] = style
        return self._names[style]

    def given(self) -> dict[str, dict[str, Any]]:
        """Return every style by its name."""
        return {name: _given(style) for name, style in self._styles.items()}


def _given(style: TextStyle) -> dict[str, Any]:
    font, weight, slant = _FONTS[style.face]
    return {
        "font": font,
        "weight": weight,
        "slant": slant,
        "size": style.size,
        "leading": style.leading,
        "ascent": style.ascent,
        "grey": style.grey,
    }
