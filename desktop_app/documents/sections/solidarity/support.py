"""Requests for help and support plans (Art. 56, Annex IV)."""

from desktop_app.calc.support_plans import HelpRequest, SupportPlan
from desktop_app.documents.forms.annex_iv import delivered_words
from desktop_app.documents.sections.kinds import kind_words, type_words
from desktop_app.documents.sections.source import Section, Source
from desktop_app.documents.styles import CELL_ITALIC
from desktop_app.documents.tables import Cell, Column, Row, Table, head, row

_PLANS = (Column(66), Column(62), Column(84), Column(122), Column(83), Column(70))
_REQUESTS = (Column(105), Column(90), Column(292))


def requests_section(source: Source) -> Section:
    """Return who asked for help to prevent pressure, and when the Commission was told (Art. 56(1))."""
    terms = source.terms
    heads = (head([terms(f"support.{name}") for name in ("benefitting", "notified", "needs")]),)
    rows = tuple(_request(source, each) for each in source.forum.solidarity.requests)
    return Section(terms("support.requests"), (Table(_REQUESTS, heads, rows),))


def _request(source: Source, each: HelpRequest) -> Row:
    terms = source.terms
    return row([terms.state(each.benefitting), terms.day(each.notified), each.needs or terms("common.not-given")])


def support_section(source: Source) -> Section:
    """Return each support plan in a line: who helps whom with what, whether it was consented to and delivered."""
    terms = source.terms
    names = ("contributing", "benefitting", "reference", "offers", "consent", "delivered")
    heads = (head([terms(f"support.{name}") for name in names]),)
    rows = tuple(_plan(source, each) for each in source.forum.solidarity.support_plans)
    return Section(terms("support.plans"), (Table(_PLANS, heads, rows),))


def _plan(source: Source, plan: SupportPlan) -> Row:
    terms = source.terms
    offers = [
        terms("support.line", persons=source.number(line.persons), type=type_words(source, line.type))
        for line in plan.lines
    ]
    offers += [kind_words(source, each.measure.kind) for each in plan.measures]
    why = terms("support.on-request" if plan.on_request else "support.own-initiative")
    consent = Cell(terms("support.no-consent"), CELL_ITALIC, shaded=True)
    return row(
        [
            terms.state(plan.code),
            terms.state(plan.benefitting),
            f"{plan.reference or terms('common.not-given')}\n{why}",
            "\n".join(offers) or terms("common.none"),
            consent if plan.consent is None else terms.day(plan.consent),
            delivered_words(source, plan),
        ]
    )
