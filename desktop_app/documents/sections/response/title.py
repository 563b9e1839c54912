"""Title block of an act's annex, and the acts and meetings that it rests on."""

from datetime import date

from desktop_app.calc.moments import as_of
from desktop_app.calc.search_and_rescue import ActPath, Judgement, Round, RoundKind
from desktop_app.documents.blocks import Align, Block, Paragraph, Rule
from desktop_app.documents.sections.source import ResponseSource, Section
from desktop_app.documents.sections.title import forum_title
from desktop_app.documents.styles import BODY, BODY_BOLD, NAME, SUBTITLE, TITLE
from desktop_app.documents.tables import Column, Row, Table, head, row

_KINDS = {RoundKind.SHORTFALL: "shortfall", RoundKind.POOL_USED: "pool-used"}


def path_key(source: ResponseSource) -> str:
    """Return what ends the keys of words that differ by the path of the act: 48-1, 48-2 or not judged."""
    path = source.forum.search_and_rescue.act.path
    return {ActPath.SUFFICIENT: "48-1", ActPath.STILL_SHORT: "48-2", None: "unjudged"}[path]


def title_block(source: ResponseSource) -> list[Block]:
    """Return what stands above the first section."""
    terms, path = source.terms, path_key(source)
    return [
        Paragraph(terms("title.annex"), TITLE, Align.CENTRE, space_before=4, outline=True),
        Paragraph(terms(f"response.to-{path}"), SUBTITLE, Align.CENTRE, space_before=5),
        Paragraph(f"({terms(f'response.basis-{path}')})", BODY, Align.CENTRE, space_before=4),
        Rule(space_before=10, part=0.18, keep_with_next=False),
        Paragraph(forum_title(source), NAME, Align.CENTRE, space_before=10),
        Paragraph(_dates(source), BODY, Align.CENTRE, space_before=4),
        Paragraph(terms("response.legal-status"), BODY_BOLD, Align.CENTRE, space_before=7),
        *_marks(source),
    ]


def _dates(source: ResponseSource) -> str:
    terms, recorded = source.terms, source.forum.search_and_rescue
    adopted = terms("title.not-adopted")
    if recorded.act.adopted is not None:
        adopted = terms("title.adopted", day=terms.day(recorded.act.adopted))
    parts = [adopted]
    if source.assessment.totals.relocations_before_top_up is not None and recorded.top_up is not None:
        parts.append(terms("response.amended", day=terms.day(recorded.top_up.adopted)))
    return "  ·  ".join([*parts, terms("title.as-of", day=terms.day(as_of(source.forum)))])


def _marks(source: ResponseSource) -> list[Block]:
    """Return what must be known before a figure is read: nobody has judged the plans."""
    if source.forum.search_and_rescue.act.path is not None:
        return []
    return [Paragraph(source.terms("response.as-pledged"), BODY_BOLD, Align.CENTRE, space_before=3)]


def acts_section(source: ResponseSource) -> Section:
    """Return report, requests, forum, judgement and acts with their dates (Art. 46 to 49)."""
    terms, recorded = source.terms, source.forum.search_and_rescue
    rows = [
        _act(source, "report", recorded.report.reference, recorded.report.adopted),
        _dated(source, "requests", "", recorded.requested),
        *(_round(source, each) for each in recorded.rounds),
    ]
    if recorded.forum_ended is not None:
        rows.append(_dated(source, "forum-ended", "", recorded.forum_ended))
    path, judgement = path_key(source), recorded.act.judgement or Judgement()
    rows.append(_dated(source, "judgement", _judged(source, judgement), judgement.on))
    rows.append(_act(source, f"act-{path}", recorded.act.reference, recorded.act.adopted))
    if recorded.top_up is not None:
        rows.append(_act(source, "amended-act", recorded.top_up.reference, recorded.top_up.adopted))
    pressure = recorded.pressure_act
    if pressure is not None:
        state = terms("common.dash") if pressure.benefitting is None else terms.state(pressure.benefitting)
        rows.append(_dated(source, "pressure-report", state, pressure.reported))
        rows.append(_dated(source, "pressure-act", state, pressure.adopted))
    heads = (head([terms("acts.act"), terms("response.particulars"), terms("acts.date")]),)
    return Section(terms("response.acts"), (Table((Column(195), Column(195), Column(97)), heads, tuple(rows)),))


def _act(source: ResponseSource, name: str, reference: str | None, day: date | None) -> Row:
    return _dated(source, name, reference or source.terms("common.not-given"), day)


def _dated(source: ResponseSource, name: str, text: str, day: date | None) -> Row:
    return row([source.terms(f"response.{name}"), text or source.terms("common.dash"), source.terms.day(day)])


def _judged(source: ResponseSource, judgement: Judgement) -> str:
    """Return the judgement; who made it and why in a draft only."""
    terms = source.terms
    lines = [terms(f"response.judged-{path_key(source)}")]
    if source.draft and judgement.by:
        lines.append(terms("response.judged-by", by=judgement.by))
    if source.draft and judgement.reason:
        lines.append(judgement.reason)
    return "\n".join(lines)


def _round(source: ResponseSource, held: Round) -> Row:
    terms = source.terms
    lines = [terms(f"response.round-{_KINDS[held.kind]}")] if held.kind else []
    if held.benefitting:
        lines.append(terms("response.round-pool", state=terms.state(held.benefitting)))
    if held.reason:
        lines.append(held.reason)
    return row([terms("response.round"), "\n".join(lines) or terms("common.dash"), days_of(source, held)])


def days_of(source: ResponseSource, held: Round) -> str:
    """Return the first and the last day of a session, as far as they are recorded."""
    terms = source.terms
    if held.opened is None or held.ended is None or held.opened == held.ended:
        return terms.day(held.ended or held.opened)
    return terms("response.days", first=terms.day(held.opened), last=terms.day(held.ended))
