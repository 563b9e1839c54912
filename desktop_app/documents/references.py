"""References to articles, recitals and annexes, said in the languages that the program speaks.

The program writes a reference one way, ``"COM(2020) 610, Art. 48(2), 52(2); recital 22"``; there are more of them than
anyone would translate one by one, and each language forms them by rule (Interinstitutional Style Guide, 3.2 to 3.4).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from types import MappingProxyType
from typing import Final

HARD: Final = "\u00a0"
_ARTICLE: Final = re.compile(r"(?:Art\. |Article )?(?P<number>\d+)(?P<below>(?:\((?:\d+|[a-z]+)\))*)")
_PARAGRAPH: Final = re.compile(r"\((?P<number>\d+)\)")
_KINDS: Final = MappingProxyType(
    {
        "": re.compile(r"(?P<noun>recitals?|Protocols?|footnote|section) (?P<number>\d+)"),
        "Annex": re.compile(r"Annex(?:es)? (?P<number>[IVX]+)"),
        "act": re.compile(r"(?P<number>COM\(\d{4}\) \d+)"),
        "Regulation": re.compile(r"Regulation \(EU\) (?P<number>\d{4}/\d+)"),
    }
)
"""Everything but articles, by its name here; nothing for what has its own English noun."""
_BELOW: Final = frozenset({"footnote", "section", "recital", "recitals"})
"""What stands behind a comma after that to which it belongs."""
_LINKS: Final = re.compile(r"(, | and | to |-)")


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a language refers.

    Attributes:
        article: what stands before the number of an article.
        articles: before several.
        paragraph: after it, before the number of a paragraph.
        paragraphs: before several.
        point: before a letter.
        below: before a small Roman number below a letter.
        linked: before the last of several.
        whole: before the last of several that hold commas themselves.
        until: between the ends of a range.
        semicolon: between references of different kinds.
        nouns: what recitals, protocols, footnotes, annexes and the rest are called, by their English name.
    """

    article: str
    articles: str
    paragraph: str
    paragraphs: str
    point: str
    below: str
    linked: str
    whole: str
    until: str
    semicolon: str
    nouns: MappingProxyType[str, str]


_MANNERS: Final = MappingProxyType(
    {
        "nl": _Manner(
            article="artikel ",
            articles="artikelen ",
            paragraph=", lid ",
            paragraphs=", leden ",
            point=", punt {letter})",
            below=", {letter})",
            linked=" en ",
            whole=", en ",
            until=" tot en met ",
            semicolon="; ",
            nouns=MappingProxyType(
                {
                    "recital": "overweging ",
                    "recitals": "overwegingen ",
                    "Protocol": "Protocol ",
                    "Protocols": "Protocollen ",
                    "footnote": "voetnoot ",
                    "section": "deel ",
                    "Annex": "bijlage ",
                    "last subparagraph": ", laatste alinea",
                    "Regulation": "Verordening (EU) ",
                }
            ),
        ),
        "fr": _Manner(
            article=f"article{HARD}",
            articles="articles ",
            paragraph=f", paragraphe{HARD}",
            paragraphs=", paragraphes ",
            point=f", point{HARD}{{letter}})",
            below=f"{HARD}{{letter}})",
            linked=" et ",
            whole=", et ",
            until=" à ",
            semicolon="; ",
            nouns=MappingProxyType(
                {
                    "recital": f"considérant{HARD}",
                    "recitals": "considérants ",
                    "Protocol": f"protocole nº{HARD}",
                    "Protocols": "protocoles nos ",
                    "footnote": f"note{HARD}",
                    "section": f"section{HARD}",
                    "Annex": f"annexe{HARD}",
                    "last subparagraph": ", dernier alinéa",
                    "Regulation": f"règlement (UE){HARD}",
                }
            ),
        ),
        "de": _Manner(
            article=f"Art.{HARD}",
            articles=f"Art.{HARD}",
            paragraph=f" Abs.{HARD}",
            paragraphs=f" Abs.{HARD}",
            point=f" Buchst.{HARD}{{letter}}",
            below=f" Ziff.{HARD}{{letter}}",
            linked=" und ",
            whole=" und ",
            until=" bis ",
            semicolon="; ",
            nouns=MappingProxyType(
                {
                    "recital": f"Erwägungsgrund{HARD}",
                    "recitals": "Erwägungsgründe ",
                    "Protocol": f"Protokoll Nr.{HARD}",
                    "Protocols": f"Protokolle Nr.{HARD}",
                    "footnote": f"Fußnote{HARD}",
                    "section": f"Abschnitt{HARD}",
                    "Annex": f"Anhang{HARD}",
                    "last subparagraph": " letzter Unterabsatz",
                    "Regulation": f"Verordnung (EU){HARD}",
                }
            ),
        ),
    }
)


@dataclass(frozen=True, slots=True)
class _Cited:
    """One thing that is referred to.

    Attributes:
        kind: ``"article"``, ``"act"``, or the English noun.
        number: of it; for an article's paragraph the article's number.
        paragraph: number of the paragraph; empty for the whole article.
        points: letters below the paragraph.
        after: what follows it: the last subparagraph.
        ends_range: whether it ends a range that the one before began.
    """

    kind: str
    number: str
    paragraph: str = ""
    points: tuple[str, ...] = ()
    after: str = ""
    ends_range: bool = False


@cache
def reference_told(english: str, language: str) -> str | None:
    """Return a reference of ours in a language; nothing where it is none, or the language has no manner here.

    Args:
        english: such as ``"Art. 57(3), 66 and Annex I"``.
        language: its code.
    """
    manner = _MANNERS.get(language)
    if manner is None or not re.match(r"COM\(|Art|Annex|[Rr]ecital|Protocol|Regulation \(EU\)", english):
        return None
    parts: list[str] = []
    before: _Cited | None = None
    for part in english.split("; "):
        cited = _read(part, before)
        if cited is None:
            return None
        parts.append(_said(cited, manner))
        before = cited[-1]
    told = manner.semicolon.join(parts)
    begins_large = language == "fr" and english.startswith(("Art", "Annex"))
    return told[:1].upper() + told[1:] if begins_large else told


def _read(part: str, before: _Cited | None) -> list[_Cited] | None:
    """Return what a part of a reference names, in its order; nothing where any of it is something else."""
    pieces = _LINKS.split(part)
    found: list[_Cited] = []
    for place in range(0, len(pieces), 2):
        link = pieces[place - 1] if place else ""
        before = _one(pieces[place], before, ends_range=link in {" to ", "-"})
        if before is None:
            return None
        found.append(before)
    return found


def _one(text: str, before: _Cited | None, *, ends_range: bool) -> _Cited | None:
    """Return the one thing that words name, after the one before; nothing where they name none."""
    words = text.removesuffix(" last subparagraph")
    after = "last subparagraph" if words != text else ""
    for kind, form in _KINDS.items():
        if found := form.fullmatch(words):
            return _Cited(kind or found["noun"], found["number"], after=after)
    if before is None and not words.startswith("Art"):
        return None
    if (alone := _PARAGRAPH.fullmatch(words)) and before is not None and before.kind == "article":
        return _Cited("article", before.number, alone["number"], ends_range=ends_range)
    return _article(words, before, after, ends_range=ends_range)


def _article(words: str, before: _Cited | None, after: str, *, ends_range: bool) -> _Cited | None:
    """Return the article that words name; a number alone is of the same kind as what it follows."""
    article = _ARTICLE.fullmatch(words)
    if article is None:
        return None
    if before is not None and before.kind in {"recitals", "Protocols"} and words.isdecimal():
        return _Cited(before.kind, article["number"], ends_range=ends_range)
    first, *others = re.findall(r"\(([^)]+)\)", article["below"]) or [""]
    return _Cited("article", article["number"], first, tuple(others), after, ends_range)


def _said(cited: Sequence[_Cited], manner: _Manner) -> str:
    """Return one part of a reference in a language's manner; paragraphs of one article stand together."""
    groups = [list(group) for _key, group in groupby(cited, _together)]
    listed: list[str] = []
    acts: list[str] = []
    for group in groups:
        told = _group_said(group, manner)
        if group[0].kind in {"act", "Regulation"}:
            acts.append(told)
        elif group[0].kind in _BELOW and listed:
            listed[-1] += f", {told}"
        else:
            listed.append(told)
    *first, last = listed or [""]
    whole = manner.whole if any("," in each for each in listed) else manner.linked
    return ", ".join(filter(None, [*acts, whole.join([", ".join(first), last]) if first else last]))


def _together(each: _Cited) -> tuple[str, ...]:
    if each.kind != "article":
        return (each.kind,)
    if each.points or each.after:
        return (each.kind, each.number, each.paragraph, *each.points)
    return (each.kind, each.number) if each.paragraph else (each.kind,)


def _group_said(group: Sequence[_Cited], manner: _Manner) -> str:
    first, several = group[0], len(group) > 1
    after = manner.nouns[first.after] if first.after else ""
    match first.kind:
        case "act":
            return first.number
        case "article" if not first.paragraph:
            return f"{manner.articles if several else manner.article}{_numbers(group, manner)}{after}"
        case "article":
            points = [manner.point, manner.below][: len(first.points)]
            below = "".join(each.format(letter=point) for each, point in zip(points, first.points, strict=True))
            noun = manner.paragraphs if several else manner.paragraph
            return f"{manner.article}{first.number}{noun}{_numbers(group, manner)}{below}{after}"
        case _:
            return f"{manner.nouns[first.kind]}{_numbers(group, manner)}{after}"


def _numbers(group: Sequence[_Cited], manner: _Manner) -> str:
    """Return the numbers of a group: ``"1, 2 and 4"``, ``"1 to 4"``; a range of two is both of them, ``"3 and 4"``."""
    told = ""
    for place, each in enumerate(group):
        link = "" if not place else manner.until if each.ends_range else ", "
        ends = [one.paragraph or one.number for one in group[max(place - 1, 0) : place + 1]]
        is_of_two = all(end.isdecimal() for end in ends) and int(ends[-1]) - int(ends[0]) == 1
        if place and place == len(group) - 1 and (is_of_two or not each.ends_range):
            link = manner.linked
        told += link + (each.paragraph or each.number)
    return told
