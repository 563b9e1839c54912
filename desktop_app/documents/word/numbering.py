"""The marks of lists and notes: a dash or a sign before a paragraph is a list of Word's, never typed into the text."""

from dataclasses import dataclass, field

from desktop_app.documents.word.markup import NAMESPACES, element, plain, twips, value


@dataclass
class Marks:
    """The marks that a file uses, each with its indent."""

    _known: dict[tuple[str, float], int] = field(default_factory=dict)

    def numbered(self, mark: str, indent: float) -> str:
        """Return the property that puts a mark before a paragraph, which is indented so far."""
        number = self._known.setdefault((plain(mark), indent), len(self._known) + 1)
        return element("numPr", value("ilvl", 0), value("numId", number))

    def xml(self) -> str:
        """Return the part of the file that tells what the marks are."""
        kinds = "".join(_kind(number, *key) for key, number in self._known.items())
        uses = "".join(element("num", value("abstractNumId", number), numId=number) for number in self._known.values())
        return f"<w:numbering {NAMESPACES}>{kinds}{uses}</w:numbering>"


def _kind(number: int, mark: str, indent: float) -> str:
    far = twips(indent)
    level = element(
        "lvl",
        value("start", 1),
        # To Word a bullet is one sign; a longer mark is a list without numbers, whose words are the mark.
        value("numFmt", "bullet" if len(mark) == 1 else "none"),
        value("lvlText", mark),
        value("lvlJc", "left"),
        element("pPr", element("ind", left=far, hanging=far)),
        ilvl=0,
    )
    return element("abstractNum", value("multiLevelType", "singleLevel"), level, abstractNumId=number)
