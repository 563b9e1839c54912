"""The picture of coverage as a PDF page: the bars of the screen in greys and patterns, which any printer prints.

Each bar is a block like a paragraph, so that a long list goes on over the next page with nothing cut.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from desktop_app.calc.assessment import AnnualPoolAssessment
from desktop_app.calc.consequences import Verdict
from desktop_app.calc.moments import as_of
from desktop_app.documents.blocks import Align, Block, Paragraph
from desktop_app.documents.coverage_bars import Bar, Order, Part, Picture, Pledged, Scale, picture_of
from desktop_app.documents.flow import Chapter
from desktop_app.documents.fonts import text_width
from desktop_app.documents.furniture import Kind, Written, furniture_of, running_title, written
from desktop_app.documents.lines import fitted
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.pen import Pen
from desktop_app.documents.sections.source import AnnualSource
from desktop_app.documents.sections.title import forum_title
from desktop_app.documents.standing import NOW, Standing
from desktop_app.documents.styles import A4, BODY, CELL, CELL_BOLD, CELL_MUTED, HAIRLINE, INK, NAME, NOTE, Sheet
from desktop_app.documents.tables import Column, Table, figures, head, row
from desktop_app.documents.tables import Row as TableRow
from desktop_app.documents.text import Terms, terms

if TYPE_CHECKING:
    from desktop_app.documents.styles import TextStyle

_NAME: Final = 92.0
"""Width of code and name."""
_WORDS: Final = 206.0
"""Width of the outcome."""
_CODE: Final = 17.0
_ROW: Final = 13.4
"""From one bar to the next."""
_INSET: Final = 2.4
"""Room above and below a bar in its row."""
_PARTS: Final = {
    Part.RELOCATIONS: "part-relocations",
    Part.FINANCIAL: "part-financial",
    Part.ALTERNATIVE: "part-alternative",
}
_ORDERS: Final = {Order.GAP: "order-gap", Order.PROTOCOL: "order-protocol", Order.SHARE: "order-share"}
_SCALES: Final = {Scale.FAIR_SHARE: "scale-fair-share", Scale.RELOCATIONS: "scale-relocations"}
_PLEDGED: Final = {Pledged.GROSS: "pledged-gross", Pledged.NET: "pledged-net"}
_DARK: Final = 0.22
_STRIPE: Final = 0.45
_WHITE: Final = 1.0


@dataclass(frozen=True, slots=True)
class _Whole:
    """What blocks without parts have in common."""

    words: Terms
    picture: Picture
    space_before: float = 0.0
    keep_with_next: bool = False

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        """Return the height of a row."""
        return _ROW

    def least(self, width: float) -> float:
        """Return the whole height: it has no parts."""
        return self.height(width)

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":  # noqa: ARG002
        """Return ``None``: it has no parts."""
        return None


@dataclass(frozen=True, slots=True)
class Legend(_Whole):
    """What the patterns mean, and the marks of the scale under it."""

    def height(self, width: float) -> float:  # noqa: ARG002
        """Return the height of legend and scale."""
        return 2 * _ROW

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw with the top left corner there."""
        place = left
        baseline = top - CELL.ascent - 1
        keys = (*_PARTS.values(), "deducted", "fair-share")
        for number, key in enumerate(keys):
            if key == "deducted" and self.picture.pledged is Pledged.NET:
                continue
            word = self.words.plain(f"coverage.{key}")
            box = (place, top - _ROW + _INSET, 22.0, _ROW - 2 * _INSET)
            if number < len(Part):
                _part(pen, box, list(Part)[number])
            elif number == len(Part):
                _deducted(pen, box)
            else:
                _mark(pen, place + 11, top - _ROW, _ROW)
            pen.text(place + 26, baseline, word, CELL)
            place += 26 + text_width(word, CELL.face, CELL.size) + 16
        room = width - _NAME - _WORDS
        numbers = self.words.numbers
        for at, value in self.picture.marks():
            mark = numbers.percentage(value, 0) if self.picture.scale is Scale.FAIR_SHARE else numbers.number(value)
            x = left + _NAME + float(at) * room
            pen.text(x - text_width(mark, NOTE.face, NOTE.size) / 2, top - 2 * _ROW + 3, mark, NOTE)


@dataclass(frozen=True, slots=True)
class Row(_Whole):
    """One bar with its name and its outcome."""

    bar: Bar | None = None

    def draw(self, pen: Pen, left: float, top: float, width: float) -> None:
        """Draw with the top left corner there."""
        bar = self.bar
        if bar is None:
            return
        baseline = top - CELL.ascent - 1.4
        if bar.code:
            pen.text(left, baseline, bar.code, CELL_MUTED)
            _line(pen, left + _CODE, baseline, self.words.plain(f"state.{bar.code}"), (CELL_BOLD, _NAME - _CODE - 4))
        else:
            everybody = self.words.plain("coverage.all", number=_number(self.words, bar.fair_share))
            _line(pen, left, baseline, everybody, (CELL_BOLD, _NAME - 4))
        self._draw_bar(pen, (left + _NAME, width - _NAME - _WORDS), top, bar)
        style = CELL_MUTED if bar.verdict is Verdict.NOT_KNOWN else CELL
        _line(pen, left + width - _WORDS + 8, baseline, outcome(self.words, bar), (style, _WORDS - 8))

    def _draw_bar(self, pen: Pen, room: tuple[float, float], top: float, bar: Bar) -> None:
        left, width = room
        bottom, high = top - _ROW + _INSET, _ROW - 2 * _INSET

        def at(value: Fraction) -> float:
            # The exact part of the width becomes a length here and nowhere before.
            return left + float(min(self.picture.part_of_width(bar, value), Fraction(1))) * width

        if bar.code or self.picture.scale is Scale.FAIR_SHARE:
            for place, _value in self.picture.marks():
                pen.fill(left + float(place) * width - 0.2, top - _ROW, 0.4, _ROW, HAIRLINE)
        begin = Fraction(0)
        for part, value in bar.parts:
            if value:
                _part(pen, (at(begin), bottom, at(begin + value) - at(begin), high), part)
                begin += value
        if bar.hatched and bar.gross is not None:
            net = bar.gross - bar.hatched
            _deducted(pen, (at(net), bottom, at(bar.gross) - at(net), high))
        if bar.verdict is Verdict.NO_PLEDGE:
            pen.frame(left, bottom, at(bar.fair_share) - left, high, thickness=0.4)
        if self.picture.part_of_width(bar, bar.so_far) > 1:
            pen.text(left + width + 1, bottom + 1.2, "›", CELL_BOLD)
        _mark(pen, at(bar.fair_share), top - _ROW, _ROW)


def _number(words: Terms, value: Fraction) -> str:
    return words.numbers.number(value, 0 if value.denominator == 1 else 2)


def outcome(words: Terms, bar: Bar) -> str:
    """Say pledge, fair share and outcome: on paper nobody can ask for more.

    Args:
        words: of the document's language.
        bar: of a Member State or of the pool.
    """
    gap = words.plain("coverage.missing", gap=words.numbers.number(bar.gap)) if bar.gap else ""
    if bar.verdict is Verdict.NO_PLEDGE:
        return " · ".join(each for each in (words.plain("coverage.no-pledge"), gap) if each)
    if bar.gross is None:
        known = words.plain("coverage.known", number=_number(words, bar.so_far))
        return known if bar.so_far else words.plain("coverage.nothing")
    pledged = words.plain("coverage.of", gross=_number(words, bar.gross), share=_number(words, bar.fair_share))
    if bar.deducted and bar.net is not None:
        pledged += f", {words.plain('coverage.net', net=_number(words, bar.net))}"
    percent = "" if bar.coverage is None else words.numbers.percent(bar.coverage, 2)
    if percent and bar.verdict is Verdict.NOT_KNOWN:
        percent = words.plain("coverage.so-far", percent=percent)
    return " · ".join(each for each in (pledged, percent, gap or words.plain("coverage.met")) if each)


def coverage_table(rows: Sequence[Row]) -> Table:
    """Return the picture as a table, for formats in which nothing is drawn: the figures that the bars show.

    Args:
        rows: the bars, at least one.
    """
    words = rows[0].words
    names = ("fair-share", *_PARTS.values(), "title")
    heads = (head([words("pledges.state"), *(words(f"coverage.{name}") for name in names)]),)
    columns = (Column(_NAME), figures(58), figures(64), figures(64), figures(64), Column(_WORDS))
    bars = [each.bar for each in rows if each.bar is not None]
    values = [(bar.fair_share, *(part for _type, part in bar.parts)) for bar in bars]
    decimals = [common_decimals(column) for column in zip(*values, strict=True)]
    body = (_table_row(words, bar, figured, decimals) for bar, figured in zip(bars, values, strict=True))
    return Table(columns, heads, tuple(body))


def _table_row(words: Terms, bar: Bar, values: Sequence[Fraction | None], decimals: Sequence[int]) -> TableRow:
    name = words(f"state.{bar.code}") if bar.code else words("coverage.all", number=_number(words, bar.fair_share))
    figured = [
        words("common.not-given") if value is None else words.numbers.number(value, places)
        for value, places in zip(values, decimals, strict=True)
    ]
    return row([name, *figured, outcome(words, bar)], CELL if bar.code else CELL_BOLD)


def _line(pen: Pen, left: float, baseline: float, text: str, fits: "tuple[TextStyle, float]") -> None:
    """Write a line, set smaller where it would not fit."""
    style = fitted(text, *fits)
    pen.text(left, baseline, text, style)


_Box = tuple[float, float, float, float]
"""Left, bottom, width, height."""


def _part(pen: Pen, box: _Box, part: Part) -> None:
    """Draw a type: relocations solid, money in stripes, measures in dots, each outlined."""
    left, bottom, width, high = box
    if part is Part.RELOCATIONS:
        pen.fill(left, bottom, width, high, _DARK)
        return
    pen.fill(left, bottom, width, high, _WHITE)
    if part is Part.FINANCIAL:
        for step in range(1, int(high / 2.2) + 1):
            pen.rule(left, left + width, bottom + step * 2.2, thickness=0.9, grey=_STRIPE)
    else:
        for across in range(int(width / 3)):
            for up in range(int(high / 3) + 1):
                pen.fill(left + 1 + across * 3, bottom + 0.8 + up * 3, 1.3, 1.3, INK)
    pen.frame(left, bottom, width, high, thickness=0.5)


def _deducted(pen: Pen, box: _Box) -> None:
    """Draw the part that a granted deduction takes off: slanted lines on white, outlined."""
    left, bottom, width, high = box
    pen.fill(left, bottom, width, high, _WHITE)
    steps = int((width + high) / 3) + 1
    for step in range(steps):
        begin = left - high + step * 3
        # Only what lies inside: cut at the left and the right edge.
        low, up = max(begin, left), min(begin + high, left + width)
        if up > low:
            pen.line((low, bottom + low - begin), (up, bottom + up - begin), thickness=0.4)
    pen.frame(left, bottom, width, high, thickness=0.5)


def _mark(pen: Pen, x: float, bottom: float, high: float) -> None:
    pen.fill(x - 0.8, bottom, 1.6, high, INK)


def coverage_pdf(
    assessment: AnnualPoolAssessment,
    fingerprint: str,
    *,
    language: str = "en",
    order: Order = Order.GAP,
    scale: Scale = Scale.FAIR_SHARE,
    pledged: Pledged = Pledged.GROSS,
    sheet: Sheet = A4,
    standing: Standing = NOW,
) -> Written:
    """Write the picture of coverage.

    Args:
        assessment: all figures that are printed.
        fingerprint: first 12 digits of the hash of the state, printed on every page.
        language: of the text.
        order: of the bars.
        scale: what their lengths mean.
        pledged: whether deductions are taken off.
        sheet: paper, margins and how it lies; on its own in landscape.
        standing: of what state it is printed: now, a past moment, a scenario.

    Returns:
        A PDF file, marked as a draft, the same bytes for the same arguments.

    Raises:
        LanguageNotAvailableError: there is no document in that language.
    """
    words = terms(language)
    source = AnnualSource(assessment, words, draft=True)
    title = " ".join(forum_title(source).split())
    furniture = replace(
        furniture_of(source, fingerprint, Kind.TABLE, standing=standing),
        running=running_title(source, "coverage.running"),
        title=" · ".join(filter(None, (words.plain("coverage.file", title=title), standing.words(words)))),
    )
    picture = picture_of(assessment, order, scale, pledged)
    chapter = Chapter(sheet.page(own_landscape=True), tuple(_blocks(source, picture, title)))
    return written([chapter], furniture)


def _blocks(source: AnnualSource, picture: Picture, title: str) -> Sequence[Block]:
    words = source.terms
    day = words("title.as-of", day=words.day(as_of(source.forum)))
    keys = (_ORDERS[picture.order], _SCALES[picture.scale], _PLEDGED[picture.pledged])
    how = ", ".join(words(f"coverage.{key}") for key in keys)
    blocks: list[Block] = [
        Paragraph(words("coverage.title"), NAME, Align.LEFT, outline=True),
        Paragraph(f"{title}  ·  {day}  ·  {how}", BODY, space_before=2),
    ]
    if not picture.bars:
        return [*blocks, Paragraph(words("coverage.empty"), BODY, space_before=8)]
    blocks.append(Legend(words, picture, space_before=6, keep_with_next=True))
    blocks += [Row(words, picture, bar=bar) for bar in picture.bars]
    if picture.pool is not None:
        blocks.append(Row(words, picture, space_before=4, bar=picture.pool))
    return [*blocks, Paragraph(_note(source, picture), NOTE, space_before=4)]


def _note(source: AnnualSource, picture: Picture) -> str:
    words, open_states = source.terms, source.assessment.totals.unknown_states
    notes = [words("coverage.note" if picture.pledged is Pledged.GROSS else "coverage.note-net")]
    notes.append(words("coverage.note-exact"))
    if picture.scale is Scale.RELOCATIONS:
        notes.append(words("coverage.note-scale"))
    if open_states:
        notes.append(words("coverage.note-open", states=words.states(open_states)))
    return " ".join(notes)
