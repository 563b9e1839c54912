"""The form of Annex I: the search and rescue solidarity response plan, filled in or blank (COM(2020) 610, Art. 47).

The form has the fields of the source and no other. What is recorded beyond them stands below it in a frame of its
own, in drafts only.
"""

from collections.abc import Iterator, Sequence

from desktop_app.calc.member_states import NAMES, POSITION
from desktop_app.calc.response_assessment import PlanStanding, SearchAndRescueAssessment
from desktop_app.calc.response_plans import ResponseMeasure, ResponseMeasureKind, ResponsePlan
from desktop_app.documents.blocks import Align, Block, Paragraph, Rule
from desktop_app.documents.flow import Chapter, Framed
from desktop_app.documents.furniture import Kind, furniture_of, written
from desktop_app.documents.grid import Box, Field, Grid
from desktop_app.documents.sections.response.cover import cover_words
from desktop_app.documents.sections.response.need import kind_words
from desktop_app.documents.sections.source import ResponseSource
from desktop_app.documents.styles import A4, BODY, BODY_BOLD, NAME, NOTE, TITLE, Sheet
from desktop_app.documents.tables import Column, Row, Table, figures, head, row
from desktop_app.documents.text import terms

_FIELDS = (("amount", 1), ("description", 3), ("timetable", 1))
"""What each line of Art. 45(1)(d) asks for, with the lines to write it on."""


class NoPlanError(ValueError):
    """There is no plan that could fill the form.

    Attributes:
        code: the Member State, or ``None`` where no plan at all is recorded.
    """

    def __init__(self, code: str | None, revision: int | None = None) -> None:
        """Say whose plan, and which revision, is missing."""
        what = "no plan is recorded"
        if code is not None:
            which = "plan" if revision is None else f"revision {revision} of its plan"
            what = f"{NAMES[code]}: no {which} is recorded"
        super().__init__(what)
        self.code = code


def plan_forms_pdf(
    assessment: SearchAndRescueAssessment,
    fingerprint: str,
    *,
    language: str = "en",
    codes: Sequence[str] = (),
    revision: int | None = None,
    blank: bool = False,
    draft: bool = False,
    sheet: Sheet = A4,
) -> bytes:
    """Write forms of Annex I, each on a page of its own.

    Args:
        assessment: of the forum whose plans are printed.
        fingerprint: first 12 digits of the hash of the state, printed on every page.
        language: of the form.
        codes: Member States; none: every one that handed in a plan, or one blank form that names nobody.
        revision: which revision; ``None`` is the one that counts, else the last.
        blank: print lines to write on instead of what is recorded.
        draft: print what the secretariat records beyond the form below it, and mark every page as a draft.
        sheet: paper and margins.

    Returns:
        A PDF file, the same bytes for the same arguments.

    Raises:
        NoPlanError: a form is to be filled in, and there is no such plan.
        LanguageNotAvailableError: there is no form in that language.
    """
    source = ResponseSource(assessment, terms(language), draft and not blank)
    named = sorted(codes, key=POSITION.__getitem__)
    if blank:
        forms = [_form(source, code, None) for code in named or [""]]
    else:
        plans = [plan_to_print(assessment, code, revision) for code in named or with_plans(assessment)]
        forms = [(*_form(source, plan.code, plan), *_particulars(source, plan)) for plan in plans]
        if not forms:
            raise NoPlanError(None)
    chapters = [Chapter(sheet.page(own_landscape=False), blocks) for blocks in forms]
    return written(chapters, furniture_of(source, fingerprint, Kind.FORM))


def with_plans(assessment: SearchAndRescueAssessment) -> list[str]:
    """Return the Member States that handed in a plan, in protocol order."""
    recorded = {plan.code for plan in assessment.forum.search_and_rescue.plans}
    return sorted(recorded, key=POSITION.__getitem__)


def plan_to_print(assessment: SearchAndRescueAssessment, code: str, revision: int | None) -> ResponsePlan:
    """Return a revision of a plan; without a number the one that counts, else the last.

    Raises:
        NoPlanError: there is none.
    """
    revisions = assessment.forum.search_and_rescue.revisions(code)
    if revision is not None:
        revisions = tuple(plan for plan in revisions if plan.revision == revision)
    if not revisions:
        raise NoPlanError(code, revision)
    counting = {each.code: each.plan for each in assessment.rows}.get(code) if revision is None else None
    return counting or revisions[-1]


def _form(source: ResponseSource, code: str, plan: ResponsePlan | None) -> tuple[Block, ...]:
    terms = source.terms
    return (
        Paragraph(terms("form.annex"), TITLE, Align.CENTRE, space_before=4),
        Paragraph(terms("form.title"), NAME, Align.CENTRE, space_before=5, outline=True),
        Paragraph(terms("form.article"), BODY, Align.CENTRE, space_before=4),
        _header(source, code, plan),
        _relocations(source, plan),
        _measures(source, plan),
        Rule(space_before=12, part=1.0, thickness=0.4),
        Paragraph(terms("form.footnote"), NOTE, mark="¹", indent=8, space_before=2),
    )


def _header(source: ResponseSource, code: str, plan: ResponsePlan | None) -> Grid:
    terms = source.terms
    state = Field(terms.state(code)) if code else Field(rules=1)
    if plan is None:
        reference, submitted = Field(rules=1), Field(rules=1)
    else:
        reference = Field(plan.mark) if plan.reference else _gap(source, plan.mark)
        submitted = _gap(source) if plan.submitted is None else Field(terms.day(plan.submitted))
    return Grid(
        (
            Box(terms("form.contributing"), (state,)),
            Box(terms("form.reference"), (reference,)),
            Box(terms("form.submitted"), (submitted,)),
        )
    )


def _relocations(source: ResponseSource, plan: ResponsePlan | None) -> Grid:
    terms = source.terms
    number = Field(rules=1) if plan is None else Field(source.number(plan.relocations))
    heading = Box(terms("form.article-ac"), (Field(terms("form.number")),), head=True)
    return Grid((heading, Box(terms("form.applicants"), (number,))))


def _measures(source: ResponseSource, plan: ResponsePlan | None) -> Grid:
    terms = source.terms
    heading = Box(terms("form.article-d"), (Field(terms("form.particulars")),), head=True)
    lines = [Box(terms(f"form.{kind.value}"), tuple(_line(source, kind, plan))) for kind in ResponseMeasureKind]
    # The form has three lines. What is said to stand on none of them may not be lost, and is marked.
    if plan is not None and any(measure.kind is None for measure in plan.measures):
        lines.append(Box(terms("form.no-line"), tuple(_line(source, None, plan))))
    return Grid((heading, *lines))


def _line(source: ResponseSource, kind: ResponseMeasureKind | None, plan: ResponsePlan | None) -> Iterator[Field]:
    """Yield amount, description and timetable of each measure of a line; a dash where none is offered.

    Without a kind they are those of which it is not said on which line they stand, and each has that gap first.
    """
    terms = source.terms
    if plan is None:
        for name, rules in _FIELDS:
            yield Field(caption=terms.plain(f"form.{name}"), rules=rules)
        return
    offered = [measure for measure in plan.measures if measure.kind is kind]
    if not offered:
        yield Field(terms("common.dash"))
    for place, measure in enumerate(offered):
        given = {"amount": measure.amount, "description": measure.description, "timetable": measure.timetable}
        given = given if kind else {"no-line-caption": None, **given}
        for number, (name, text) in enumerate(given.items()):
            apart = place > 0 and number == 0
            yield Field(text or terms("form.gap"), terms.plain(f"form.{name}"), gap=not text, apart=apart)


def _gap(source: ResponseSource, mark: str = "") -> Field:
    """Return a field of the header that is not filled in; a revision mark stands all the same."""
    return Field(" ".join(filter(None, (source.terms("form.gap"), mark))), gap=True)


def _particulars(source: ResponseSource, plan: ResponsePlan) -> tuple[Block, ...]:
    """Return what the secretariat records beyond the form; nothing unless it is a draft."""
    if not source.draft:
        return ()
    terms = source.terms
    lines = [
        ("standing", terms(f"form.standing-{_standing(source, plan)}")),
        ("vulnerable", source.number(plan.vulnerable)),
    ]
    if plan.cover or _is_asked_to_split(source, plan):
        lines.append(("cover", cover_words(source, plan.cover) if plan.cover else terms("form.not-said")))
    lines += [("note", plan.note)] if plan.note else []
    rows = tuple(row([terms(f"form.beyond-{name}"), text]) for name, text in lines)
    blocks: list[Block] = [
        Paragraph(terms("response.beyond-label"), BODY_BOLD, Align.CENTRE, keep_with_next=True),
        Paragraph(terms("form.beyond-intro"), NOTE, space_before=3, keep_with_next=True),
        Table((Column(200), Column(269)), (), rows, space_before=6),
    ]
    if plan.measures:
        heads = (head([terms(f"form.{name}") for name in ("line", "persons", "value")]),)
        worth = tuple(_worth(source, measure) for measure in plan.measures)
        blocks.append(Table((Column(269), figures(100), figures(100)), heads, worth, space_before=8))
    return (Framed(tuple(blocks), space_before=16),)


def _worth(source: ResponseSource, measure: ResponseMeasure) -> Row:
    terms = source.terms
    persons, value = measure.persons_equivalent, measure.value_cents
    decimals = 0 if persons is None or persons.denominator == 1 else 2
    return row(
        [
            kind_words(source, measure.kind),
            terms("form.not-said") if persons is None else source.number(persons, decimals),
            terms("form.not-said") if value is None else terms.numbers.cents(value),
        ]
    )


def _is_asked_to_split(source: ResponseSource, plan: ResponsePlan) -> bool:
    """Tell whether the 50 % rule adds anything to this revision; where it adds nothing, there is nothing to say."""
    return any(each.plan == plan and each.added for each in source.assessment.rows)


def _standing(source: ResponseSource, plan: ResponsePlan) -> str:
    """Return whether this revision counts, in a key."""
    found = {each.code: each for each in source.assessment.rows}.get(plan.code)
    if found is None:
        return "outside"
    if found.plan == plan:
        return "counts"
    return {PlanStanding.LATE: "late", PlanStanding.NOT_ASKED: "not-asked"}.get(found.standing, "other-revision")
