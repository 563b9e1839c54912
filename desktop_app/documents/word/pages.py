"""The pages of a Word file: paper, margins, and what stands above and below the text of every page."""

from string import Formatter
from typing import Final

from desktop_app.documents.sheets import BOTTOM_MARKING, TOP_MARKING, Furniture
from desktop_app.documents.styles import Page
from desktop_app.documents.word.markup import NAMESPACES, element, field, paragraph, plain, runs, twips

_FIELDS: Final = {"page": "PAGE", "pages": "NUMPAGES"}
_BETWEEN: Final = "  \u00b7  "
_HIGH: Final = 8.0
"""From the middle of the marking to the edge of the line it stands on."""


def header(furniture: Furniture) -> str:
    """Return what stands above the text: classification, marks of a draft, what it is of, title, language."""
    marks = (furniture.strip or furniture.draft, furniture.estimate)
    lines = (
        ("Marking", furniture.marking),
        ("DraftMark", _BETWEEN.join(filter(None, marks))),
        ("StateShown", furniture.standing),
        ("Header", _BETWEEN.join(filter(None, (furniture.running, furniture.code)))),
    )
    made = "".join(paragraph(style, runs(plain(text))) for style, text in lines if text)
    return f"<w:hdr {NAMESPACES}>{made}</w:hdr>"


def footer(furniture: Furniture) -> str:
    """Return what stands below the text: fingerprint and the number of the page, readings, classification."""
    stamp, *others = (*furniture.footer, "")[: max(1, len(furniture.footer))]
    made = [paragraph("Footer", runs(f"{plain(stamp)}{_BETWEEN if stamp else ''}") + _page_of(furniture.page_of))]
    made += [paragraph("Footer", runs(plain(text))) for text in others]
    if furniture.marking:
        made.append(paragraph("Marking", runs(plain(furniture.marking))))
    return f"<w:ftr {NAMESPACES}>{''.join(made)}</w:ftr>"


def _page_of(sentence: str) -> str:
    """Return the sentence on the number of the page, with fields in its places."""
    made = []
    for text, name, _form, _conversion in Formatter().parse(sentence):
        made.append(runs(text))
        if name is not None:
            made.append(field(_FIELDS[name]))
    return "".join(made)


def section(page: Page, head: str, foot: str) -> str:
    """Return the properties of a section.

    Args:
        page: paper and margins.
        head: id of its header in the file.
        foot: id of its footer.
    """
    lies = page.width > page.height
    return element(
        "sectPr",
        f'<w:headerReference w:type="default" r:id="{head}"/><w:footerReference w:type="default" r:id="{foot}"/>',
        '<w:type w:val="nextPage"/>',
        element("pgSz", w=twips(page.width), h=twips(page.height), orient="landscape" if lies else None),
        element(
            "pgMar",
            top=twips(page.top),
            right=twips(page.side),
            bottom=twips(page.bottom),
            left=twips(page.side),
            header=twips(TOP_MARKING - _HIGH),
            footer=twips(BOTTOM_MARKING),
            gutter=0,
        ),
    )
