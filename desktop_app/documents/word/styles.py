"""The styles of a Word file: Word's own where it has one, and a few named ones on top of them.

Sizes are those of the printed documents; the faces are the ones that every lawyer's Word has.
"""

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from desktop_app.documents import styles as printed
from desktop_app.documents.blocks import Align
from desktop_app.documents.styles import Role, TextStyle
from desktop_app.documents.tables import BOX, HAIR, PADDING
from desktop_app.documents.word.markup import EIGHTHS, NAMESPACES, element, twips, value

SERIF: Final = "Times New Roman"
SANS: Final = "Arial"
TABLE: Final = "AnnexTable"
ASIDE: Final = 2.2
"""Room left and right of a cell's text: less than in print, as Word's faces are a little wider."""
FORM: Final = "FormTable"
_COUNTRIES: Final = (
    "bg-BG cs-CZ da-DK de-DE el-GR en-GB es-ES et-EE fi-FI fr-FR ga-IE hr-HR "
    "hu-HU it-IT lt-LT lv-LV mt-MT nl-NL pl-PL pt-PT ro-RO sk-SK sl-SI sv-SE"
)
LOCALES: Final = MappingProxyType({locale[:2]: locale for locale in _COUNTRIES.split()})
"""How Word calls the languages of the documents: by language and country, as its dictionaries are."""

_AUTOMATIC: Final = "auto"
_FULL: Final = 255


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style.

    Attributes:
        name: as a person reads it; Word's own names are written as Word writes them.
        look: how its text is set; ``None`` as in the style it is based on.
        based_on: id of another style.
        before: room above, in points.
        after: room below.
        align: of its lines.
        level: of a heading, 1 the highest; 0 for none.
        follows: id of the style of the paragraph after it.
        box: has a frame around it.
        ground: grey of its ground, 0 black to 1 white.
    """

    name: str
    look: TextStyle | None = None
    based_on: str = "Normal"
    before: float = 0.0
    after: float = 0.0
    align: Align | None = None
    level: int = 0
    follows: str = ""
    box: bool = False
    ground: float | None = None

    @property
    def id(self) -> str:
        """Its id: the name without spaces, as Word makes them."""
        return "".join(f"{word[:1].upper()}{word[1:]}" for word in self.name.split())


_RIGHT, _CENTRE = Align.RIGHT, Align.CENTRE
_HEAD: Final = printed.CELL_HEAD
PARAGRAPHS: Final = (
    Style("Title", printed.TITLE, before=4, after=5, align=_CENTRE, follows="Subtitle"),
    Style("Subtitle", printed.SUBTITLE, after=5, align=_CENTRE, follows="BodyText"),
    Style("Subject", printed.NAME, "Subtitle", before=12, after=4, follows="BodyText"),
    Style("heading 1", printed.HEADING, before=12, after=4, level=1, follows="BodyText"),
    Style("heading 2", printed.SUBHEADING, before=8, after=2, level=2, follows="BodyText"),
    Style("heading 3", printed.SUBHEADING, before=6, after=2, level=3, follows="BodyText"),
    Style("Body Text", printed.BODY, before=3, after=3),
    Style("Title Line", None, "BodyText", before=3, after=6, align=_CENTRE),
    Style("Label", printed.BODY_BOLD, "BodyText"),
    Style("List Bullet", printed.BODY, "BodyText", before=1, after=1),
    Style("Note", printed.NOTE, before=2, after=1),
    Style("Boxed Text", printed.BODY, "BodyText", before=2, after=4, box=True),
    Style("Boxed Label", printed.BODY_BOLD, "BoxedText", before=8, after=2, box=True),
    Style("Table Text", printed.CELL),
    Style("Table Figures", None, "TableText", align=_RIGHT),
    Style("Table Centred", None, "TableText", align=_CENTRE),
    Style("Table Heading", _HEAD),
    Style("Table Heading Figures", None, "TableHeading", align=_RIGHT),
    Style("Table Heading Centred", None, "TableHeading", align=_CENTRE),
    Style("Form Label", printed.BODY),
    Style("Form Heading", printed.BODY_BOLD),
    Style("Form Caption", printed.NOTE, before=2),
    Style("Form Entry", printed.BODY),
    Style("Form Gap", None, "FormEntry", ground=printed.SHADE),
    Style("Form Line", None, "FormEntry", before=8),
    Style("Table End", printed.NOTE.at(1), after=8),
    Style("header", printed.RUNNING),
    Style("footer", printed.FOOTER),
    Style("Marking", printed.MARKING, "Header", align=_CENTRE),
    Style("Draft Mark", printed.TAG, "Header", before=1, after=1, align=_CENTRE, ground=printed.INK),
    Style(
        "State Shown",
        replace(printed.TAG, grey=printed.INK),
        "Header",
        before=2,
        after=2,
        align=_CENTRE,
        box=True,
        ground=printed.SHADE,
    ),
)
_LOOKS: Final = (
    ("Strong", element("b") + element("bCs")),
    ("Emphasis", element("i") + element("iCs")),
    ("Muted", value("color", "5C5C5C")),
)
_DOTTED: Final = value("u", "dotted")
_CHARACTERS: Final = (
    *_LOOKS,
    ("Unreviewed", _DOTTED),
    *((f"Unreviewed {name}", look + _DOTTED) for name, look in _LOOKS),
)
"""What words look like inside a paragraph; unreviewed words keep what they look like, underlined with dots."""
_OF_ROLE: Final = {
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.NAME: "Subject",
    Role.HEADING: "Heading1",
    Role.SUBHEADING: "Heading2",
    Role.BODY: "BodyText",
    Role.LABEL: "Label",
    Role.NOTE: "Note",
    Role.ITEM: "ListBullet",
    Role.CELL: "TableText",
    Role.CELL_HEAD: "TableHeading",
    Role.FURNITURE: "Note",
}
_ENDS: Final = {Align.LEFT: "", Align.RIGHT: "Figures", Align.CENTRE: "Centred"}


def style_of(role: Role, deeper: int = 0) -> str:
    """Return the id of the style of a role.

    Args:
        role: what the text is.
        deeper: how many levels its headings are moved down, where the file holds several documents.
    """
    if role in {Role.HEADING, Role.SUBHEADING}:
        return f"Heading{min(role.level - 1 + deeper, 3)}"
    return _OF_ROLE[role]


def cell_style(align: Align, *, head: bool) -> str:
    """Return the id of the style of the text in a cell."""
    if head:
        return f"TableHeading{_ENDS[align]}"
    return "TableText" if align is Align.LEFT else f"Table{_ENDS[align]}"


def character_style(style: TextStyle) -> str:
    """Return the id of the character style that makes a cell's text bold, slanted or pale; empty for none."""
    if style.face.value.endswith("Bold"):
        return "Strong"
    if style.face.value.endswith("Italic"):
        return "Emphasis"
    return "Muted" if style.grey >= printed.MUTED else ""


def grey(level: float) -> str:
    """Return a grey, 0 black to 1 white, as Word writes colours."""
    return f"{round(level * _FULL):02X}" * 3


def line(side: str, thickness: float, level: float = printed.INK, *, away: int = 0) -> str:
    """Return a border: on which side, how thick in points, how grey, and how many points away from the text."""
    return element(side, val="single", sz=round(thickness * EIGHTHS), space=away, color=grey(level))


def style_sheet(language: str) -> str:
    """Return the styles of a file in a language."""
    made = [
        _defaults(language),
        _paragraph_style(Style("Normal", printed.BODY, ""), default=True),
        *map(_paragraph_style, PARAGRAPHS),
        _DEFAULT_CHARACTERS,
        *(_character_style(name, look) for name, look in _CHARACTERS),
        *_TABLES,
        _NO_LIST,
    ]
    return f"<w:styles {NAMESPACES}>{''.join(made)}</w:styles>"


def _defaults(language: str) -> str:
    locale = LOCALES[language]
    spoken = element("lang", val=locale, eastAsia=locale, bidi=locale)
    fonts = element("rFonts", ascii=SERIF, hAnsi=SERIF, eastAsia=SERIF, cs=SERIF)
    return element(
        "docDefaults",
        element("rPrDefault", element("rPr", fonts, spoken)),
        element("pPrDefault", element("pPr", element("spacing", before=0, after=0, line=240, lineRule="auto"))),
    )


def _paragraph_style(style: Style, *, default: bool = False) -> str:
    return element(
        "style",
        value("name", style.name),
        value("basedOn", style.based_on) if style.based_on else "",
        value("next", style.follows) if style.follows else "",
        "<w:qFormat/>",
        element("pPr", *_paragraph_properties(style, default=default)),
        element("rPr", *_run_properties(style.look)),
        type="paragraph",
        default=1 if default else None,
        customStyle=None if style.name in _WORDS_OWN else 1,
        styleId=style.id,
    )


_WORDS_OWN: Final = frozenset(
    {"Normal", "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "Body Text", "List Bullet", "header"}
    | {"footer", "Strong", "Emphasis"}
)


def _paragraph_properties(style: Style, *, default: bool) -> list[str]:
    """Return what a style says of its paragraphs, in the order of the schema."""
    made = []
    if style.level or style.name in _KEPT:
        made += ["<w:keepNext/>", "<w:keepLines/>"]
    if default:
        made.append("<w:widowControl/>")
    if style.box:
        made.append(element("pBdr", *(line(side, 0.7, away=4) for side in _SIDES)))
    if style.name == "Form Line":
        made.append(element("pBdr", line("bottom", 0.4, printed.MUTED), line("between", 0.4, printed.MUTED)))
    if style.ground is not None:
        made.append(element("shd", val="clear", color=_AUTOMATIC, fill=grey(style.ground)))
    if default or style.name in _NARROW:
        # Words are broken where a column is narrow, and nowhere else.
        made.append(value("suppressAutoHyphens", 1 if default else 0))
    made.append(element("spacing", before=twips(style.before), after=twips(style.after)))
    if style.box:
        # A frame stands outside its text: drawn in, it ends where the text area does.
        made.append(element("ind", left=twips(_FRAMED), right=twips(_FRAMED)))
    if style.align is not None:
        made.append(value("jc", style.align.value.replace("centre", "center")))
    if style.level:
        made.append(value("outlineLvl", style.level - 1))
    return made


_FRAMED: Final = 6.0
"""From the frame of a text to the text."""
_SIDES: Final = ("top", "left", "bottom", "right")
_KEPT: Final = frozenset({"Title", "Subtitle", "Subject"})
_NARROW: Final = frozenset({"Table Text", "Table Heading"})


def _run_properties(look: TextStyle | None) -> list[str]:
    if look is None:
        return []
    face = SANS if look.face.value.startswith("ForumDeskSans") else SERIF
    bold = look.face.value.endswith("Bold")
    # Half points; never more than printed, so that figures keep to their line.
    size = int(look.size * 2)
    return [
        element("rFonts", ascii=face, hAnsi=face, eastAsia=face, cs=face),
        value("b", int(bold)),
        value("bCs", int(bold)),
        value("color", _AUTOMATIC if look.grey < printed.MUTED else grey(look.grey)),
        value("sz", size),
        value("szCs", size),
    ]


def _character_style(name: str, look: str) -> str:
    return element(
        "style",
        value("name", name),
        value("basedOn", "DefaultParagraphFont"),
        "<w:qFormat/>",
        element("rPr", look),
        type="character",
        customStyle=None if name in _WORDS_OWN else 1,
        styleId=name.replace(" ", ""),
    )


_DEFAULT_CHARACTERS: Final = element(
    "style", value("name", "Default Paragraph Font"), type="character", default=1, styleId="DefaultParagraphFont"
)
_NO_LIST: Final = element("style", value("name", "No List"), type="numbering", default=1, styleId="NoList")


def _margins(side: float, above: float) -> str:
    sides = (("top", above), ("left", side), ("bottom", above), ("right", side))
    return element("tblCellMar", *(element(name, w=twips(room), type="dxa") for name, room in sides))


def _table_style(name: str, borders: str, margins: str, *conditional: str) -> str:
    return element(
        "style",
        value("name", name),
        value("basedOn", "TableNormal"),
        "<w:qFormat/>",
        element("tblPr", element("tblBorders", borders), margins),
        *conditional,
        type="table",
        customStyle=1,
        styleId=name.replace(" ", ""),
    )


_TABLES: Final = (
    element(
        "style",
        value("name", "Normal Table"),
        element("tblPr", element("tblInd", w=0, type="dxa"), _margins(0, 0)),
        type="table",
        default=1,
        styleId="TableNormal",
    ),
    _table_style(
        "Annex Table",
        "".join(line(side, BOX) for side in _SIDES)
        + line("insideH", HAIR, printed.GRID)
        + line("insideV", HAIR, printed.GRID),
        _margins(ASIDE, PADDING),
        element("tblStylePr", element("tcPr", value("vAlign", "bottom")), type="firstRow"),
        # The first column names its row: told apart, though it looks like the others.
        element("tblStylePr", type="firstCol"),
    ),
    _table_style(
        "Form Table",
        "".join(line(side, BOX) for side in ("top", "left", "bottom", "right", "insideH", "insideV")),
        _margins(5, 5),
        element(
            "tblStylePr",
            element("tcPr", element("shd", val="clear", color=_AUTOMATIC, fill=grey(printed.SHADE))),
            type="firstRow",
        ),
        element("tblStylePr", type="firstCol"),
    ),
)
