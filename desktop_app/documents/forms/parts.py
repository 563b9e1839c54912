"""What the forms of COM(2020) 610 have in common: heading, header, the three lines of Art. 45(1)(d), the frame."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from desktop_app.calc.member_states import NAMES
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind
from desktop_app.documents.blocks import Align, Block, Paragraph, Rule
from desktop_app.documents.flow import Framed
from desktop_app.documents.fonts import printable, text_width
from desktop_app.documents.grid import CAPTION_WIDTH, Box, Field, Grid
from desktop_app.documents.numbers import common_decimals
from desktop_app.documents.sections.kinds import kind_words
from desktop_app.documents.sections.source import Source
from desktop_app.documents.styles import BODY, BODY_BOLD, NAME, NOTE, TITLE
from desktop_app.documents.tables import Column, Row, Table, figures, head, row

CAPTION_GAP = 8.0
"""Room between a caption and what is filled in beside it."""
MEASURE_FIELDS = (("amount", 1), ("description", 3), ("timetable", 1))
"""What each line of Art. 45(1)(d) asks for, with the lines to write it on."""


class NoPlanError(ValueError):
    """There is no plan that could fill the form.

    Attributes:
        code: the Member State, or ``None`` where no plan at all is recorded.
    """

    def __init__(self, code: str | None, revision: int | None = None, kind: str = "plan") -> None:
        """Say whose plan, and which revision, is missing.

        Args:
            code: the Member State, or ``None``.
            revision: which revision was asked for, or ``None``.
            kind: what is missing, in a word or two.
        """
        what = f"no {kind} is recorded"
        if code is not None:
            which = kind if revision is None else f"revision {revision} of its {kind}"
            what = f"{NAMES[code]}: no {which} is recorded"
        super().__init__(what)
        self.code = code


def heading(source: Source, group: str) -> tuple[Block, ...]:
    """Return annex, title and article of a form, by the group of its words."""
    terms = source.terms
    return (
        Paragraph(terms(f"{group}.annex"), TITLE, Align.CENTRE, space_before=4),
        Paragraph(terms(f"{group}.title"), NAME, Align.CENTRE, space_before=5, outline=True),
        Paragraph(terms(f"{group}.article"), BODY, Align.CENTRE, space_before=4),
    )


def footnotes(notes: Mapping[str, str]) -> tuple[Block, ...]:
    """Return the footnotes of a form below a rule, text by mark."""
    rule = Rule(space_before=12, part=1.0, thickness=0.4)
    last = len(notes) - 1
    return (
        rule,
        *(
            Paragraph(text, NOTE, mark=mark, indent=8, space_before=2, keep_with_next=place < last)
            for place, (mark, text) in enumerate(notes.items())
        ),
    )


def state_box(source: Source, label: str, code: str | None, *, blank: bool) -> Box:
    """Return a box that names a Member State; a line to write on where a blank form names none, else a gap."""
    if code:
        return Box(source.terms(label), (Field(source.terms.state(code)),))
    return Box(source.terms(label), (Field(rules=1) if blank else gap(source),))


def reference_box(source: Source, label: str, plan: tuple[str | None, str] | None) -> Box:
    """Return the box of the reference number.

    Args:
        source: of the words.
        label: key of its label.
        plan: reference (``None`` = not given) and what is printed of it with its revision mark; ``None`` = blank.
    """
    if plan is None:
        return Box(source.terms(label), (Field(rules=1),))
    reference, mark = plan
    return Box(source.terms(label), (Field(mark) if reference else gap(source, mark),))


def day_box(source: Source, label: str, day: date | None, *, blank: bool) -> Box:
    """Return the box of the date of submission."""
    if blank:
        return Box(source.terms(label), (Field(rules=1),))
    return Box(source.terms(label), (gap(source) if day is None else Field(source.terms.day(day)),))


def captioned(label: str, fields: Iterable[Field], longest: str) -> Box:
    """Return a box whose fields stand beside their captions, as far right as the longest caption of the form asks."""
    width = text_width(printable(longest, NOTE.face), NOTE.face, NOTE.size) + CAPTION_GAP
    return Box(label, tuple(fields), captions=max(width, CAPTION_WIDTH))


def gap(source: Source, mark: str = "", caption: str = "") -> Field:
    """Return a field that is not filled in; a revision mark stands all the same."""
    return Field(" ".join(filter(None, (source.terms("form.gap"), mark))), caption, gap=True)


def measures_grid(
    source: Source, group: str, measures: Sequence[ResponseMeasure] | None, *, keep_with_next: bool = False
) -> Grid:
    """Return the table of Art. 45(1)(d) with its three lines.

    Args:
        source: of the words.
        group: of the form's own words: the heading of the table, and what its lines ask for.
        measures: what is offered; ``None`` = lines to write on.
        keep_with_next: never last on a page.
    """
    terms = source.terms
    title = Box(terms("form.article-d"), (Field(terms(f"{group}.particulars")),), head=True)
    lines = [Box(terms(f"form.{kind.value}"), tuple(_line(source, group, kind, measures))) for kind in _KINDS]
    # The form has three lines. What is said to stand on none of them may not be lost, and is marked.
    if measures is not None and any(measure.kind is None for measure in measures):
        lines.append(Box(terms("form.no-line"), tuple(_line(source, group, None, measures))))
    return Grid((title, *lines), keep_with_next=keep_with_next)


_KINDS = tuple(ResponseMeasureKind)


def _line(
    source: Source, group: str, kind: ResponseMeasureKind | None, measures: Sequence[ResponseMeasure] | None
) -> Iterator[Field]:
    """Yield amount, description and timetable of each measure of a line; a dash where none is offered.

    Without a kind they are those of which it is not said on which line they stand, and each has that gap first.
    """
    terms = source.terms
    if measures is None:
        for name, rules in MEASURE_FIELDS:
            yield Field(caption=terms.plain(f"{group}.{name}"), rules=rules)
        return
    offered = [measure for measure in measures if measure.kind is kind]
    if not offered:
        yield Field(terms("common.dash"))
    for place, measure in enumerate(offered):
        given = {"amount": measure.amount, "description": measure.description, "timetable": measure.timetable}
        captions = {name: terms.plain(f"{group}.{name}") for name in given}
        if kind is None:
            given = {"no-line": None, **given}
            captions["no-line"] = terms.plain("form.no-line-caption")
        for number, (name, text) in enumerate(given.items()):
            apart = place > 0 and number == 0
            yield Field(text or terms("form.gap"), captions[name], gap=not text, apart=apart)


def nationalities_field(source: Source, nationalities: Sequence[str], caption: str, *, needed: bool) -> Field:
    """Return a list of nationalities by their codes; a gap where the line is used and none is given."""
    if nationalities:
        return Field(", ".join(nationalities), caption)
    return gap(source, caption=caption) if needed else Field(source.terms("common.dash"), caption)


def worth_table(source: Source, measures: Iterable[ResponseMeasure]) -> Table:
    """Return what each measure stands for, and its value, which no form asks for."""
    terms, measures = source.terms, tuple(measures)
    decimals = common_decimals([each.persons_equivalent for each in measures])
    heads = (head([terms(f"form.{name}") for name in ("line", "persons", "value")]),)
    rows = tuple(_worth(source, measure, decimals) for measure in measures)
    return Table((Column(269), figures(100), figures(100)), heads, rows, space_before=8)


def _worth(source: Source, measure: ResponseMeasure, decimals: int) -> Row:
    terms = source.terms
    persons, value = measure.persons_equivalent, measure.value_cents
    return row(
        [
            kind_words(source, measure.kind),
            terms("form.not-said") if persons is None else source.number(persons, decimals),
            terms("form.not-said") if value is None else terms.numbers.cents(value),
        ]
    )


def frame(source: Source, lines: Iterable[tuple[str, str]], *tables: Table) -> tuple[Block, ...]:
    """Return what the secretariat records beyond a form, framed; label and text of each line."""
    terms = source.terms
    rows = tuple(row(line) for line in lines)
    return (
        Framed(
            (
                Paragraph(terms("response.beyond-label"), BODY_BOLD, Align.CENTRE, keep_with_next=True),
                Paragraph(terms("form.beyond-intro"), NOTE, space_before=3, keep_with_next=True),
                Table((Column(200), Column(269)), (), rows, space_before=6),
                *tables,
            ),
            space_before=10,
        ),
    )
