"""The form of Annex I: the search and rescue solidarity response plan (COM(2020) 610, Art. 47)."""

from desktop_app.calc.response_plans import ResponsePlan
from desktop_app.documents.blocks import Block
from desktop_app.documents.forms.choice import Page, Wanted, plan_forms, standing_words
from desktop_app.documents.forms.parts import (
    day_box,
    footnotes,
    frame,
    heading,
    measures_grid,
    reference_box,
    state_box,
    worth_table,
)
from desktop_app.documents.furniture import Written
from desktop_app.documents.grid import Box, Field, Grid
from desktop_app.documents.sections.response.cover import cover_words
from desktop_app.documents.sections.source import ResponseSource


def response_forms(source: ResponseSource, wanted: Wanted, page: Page) -> Written:
    """Write forms of Annex I, each on a page of its own; see :func:`desktop_app.documents.plan_form.plan_forms_pdf`."""
    return plan_forms(
        source,
        wanted,
        source.forum.search_and_rescue.plans,
        {each.code: each.plan for each in source.assessment.rows},
        lambda code, plan: (*_form(source, code, plan), *_particulars(source, plan)),
        page,
    )


def _form(source: ResponseSource, code: str, plan: ResponsePlan | None) -> tuple[Block, ...]:
    terms = source.terms
    return (
        *heading(source, "form"),
        _header(source, code, plan),
        _relocations(source, plan),
        measures_grid(source, "form", None if plan is None else plan.measures),
        *footnotes({"¹": terms("form.footnote")}),
    )


def _header(source: ResponseSource, code: str, plan: ResponsePlan | None) -> Grid:
    blank = plan is None
    return Grid(
        (
            state_box(source, "form.contributing", code, blank=blank),
            reference_box(source, "form.reference", None if plan is None else (plan.reference, plan.mark)),
            day_box(source, "form.submitted", None if plan is None else plan.submitted, blank=blank),
        )
    )


def _relocations(source: ResponseSource, plan: ResponsePlan | None) -> Grid:
    terms = source.terms
    number = Field(rules=1) if plan is None else Field(source.number(plan.relocations))
    title = Box(terms("form.article-ac"), (Field(terms("form.number")),), head=True)
    return Grid((title, Box(terms("form.applicants"), (number,))))


def _particulars(source: ResponseSource, plan: ResponsePlan | None) -> tuple[Block, ...]:
    """Return what the secretariat records beyond the form; nothing unless it is a draft."""
    if not source.draft or plan is None:
        return ()
    terms = source.terms
    row = next((each for each in source.assessment.rows if each.code == plan.code), None)
    lines = [
        ("standing", standing_words(source, plan, row)),
        ("vulnerable", source.number(plan.vulnerable)),
    ]
    if plan.cover or _is_asked_to_split(source, plan):
        lines.append(("cover", cover_words(source, plan.cover) if plan.cover else terms("form.not-said")))
    lines += [("note", plan.note)] if plan.note else []
    named = [(terms(f"form.beyond-{name}"), text) for name, text in lines]
    return frame(source, named, *([worth_table(source, plan.measures)] if plan.measures else []))


def _is_asked_to_split(source: ResponseSource, plan: ResponsePlan) -> bool:
    """Tell whether the 50 % rule adds anything to this revision; where it adds nothing, there is nothing to say."""
    return any(each.plan == plan and each.added for each in source.assessment.rows)
