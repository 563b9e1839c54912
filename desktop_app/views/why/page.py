"""A derivation as a page: plain HTML in the theme's colours, every text escaped."""

from collections.abc import Mapping
from html import escape
from typing import Any, Final
from urllib.parse import quote, unquote

from desktop_app.calc import wording
from desktop_app.calc.derivation import Derivation, Input
from desktop_app.calc.findings import Finding, Status
from desktop_app.calc.forum import Forum, Procedure
from desktop_app.calc.readings import readings_of
from desktop_app.calc.rules import Rule
from desktop_app.views.findings.texts import SEVERITY_WORDS, STATUS_LABELS, sentence_text, state_text
from desktop_app.views.language import shown, tr, upper_first
from desktop_app.views.theme import Colours, legible
from desktop_app.views.why.formula import UnreadableFormula, write_formula
from desktop_app.views.why.values import result_text, value_text

_SCHEME: Final = "figure:"
_READINGS: Final = {each: {reading.name: reading for reading in readings_of(each)} for each in Procedure}
_ANNUAL: Final = Procedure.ANNUAL_POOL


def link_to(figure: str, subject: str | None) -> str:
    """Return the address under which a figure can be asked about."""
    return f"{_SCHEME}{quote(figure)}/{subject or ''}"


def asked_by(address: str) -> tuple[str, str | None] | None:
    """Return the figure and state that an address asks about; ``None`` for any other address."""
    if not address.startswith(_SCHEME):
        return None
    figure, _stroke, subject = address.removeprefix(_SCHEME).partition("/")
    return unquote(figure), subject or None


def page(
    derivation: Derivation,
    readings: Mapping[str, str],
    colours: Colours,
    notes: tuple[str, ...] = (),
    procedure: Procedure = _ANNUAL,
) -> str:
    """Return the page that answers "why?".

    Args:
        derivation: the answer.
        readings: every reading in force, value by name.
        colours: of the theme.
        notes: what people have noted about what the figure rests on.
        procedure: which one's readings they are.
    """
    value = tr("not known")
    if derivation.value is not None:
        value = result_text(derivation.figure, derivation.value, derivation.unit)
    parts = [
        _headed(derivation.title),
        f'<p style="margin:0 0 6px 0; font-size:x-large"><b>{escape(value)}</b></p>',
        _paragraph(derivation.words) if derivation.words else "",
        *(_note(note, colours) for note in notes),
        _formula(derivation, colours) if derivation.formula else "",
        _inputs(derivation.inputs, colours) if derivation.inputs else "",
        _particulars(derivation, readings, colours, procedure),
    ]
    return _body(parts, colours)


def rule_page(
    rule: Rule[Any],
    readings: Mapping[str, str],
    colours: Colours,
    finding: Finding | None = None,
    procedure: Procedure = _ANNUAL,
) -> str:
    """Return the page that says what a rule asks, in our words, with its reference and legal status.

    Args:
        rule: the rule.
        readings: every reading in force, value by name.
        colours: of the theme.
        finding: what it says here, where it was asked from a finding.
        procedure: whose rule it is.
    """
    parts = [
        _headed(tr("Rule: {title} ({id})", title=rule.title, id=rule.id)),
        _finding(finding, colours) if finding else "",
        _paragraph(tr(rule.text)),
        _facts(
            _rests_on(rule.reference, rule.status, colours) + _readings(rule.readings, readings, procedure), colours
        ),
    ]
    return _body(parts, colours)


def _finding(finding: Finding, colours: Colours) -> str:
    tone = colours.named(finding.severity.value).name()
    word = SEVERITY_WORDS[finding.severity]
    return (
        f'<p style="margin:0 0 8px 0"><b style="color:{tone}">{escape(tr(word))}</b> '
        f"{escape(tr(state_text(finding)))}: {escape(tr(sentence_text(finding)))}</p>"
    )


def about_page(forum: Forum, colours: Colours) -> str:
    """Return the page with the forum's own note."""
    paragraphs = [line for line in (forum.note or "").splitlines() if line.strip()]
    return _body([_headed(tr("About this forum")), *map(_paragraph, paragraphs or [tr("Nothing is noted.")])], colours)


def _body(parts: list[str], colours: Colours) -> str:
    return legible(f'<body style="color:{colours.text.name()}">{"".join(parts)}</body>')


def _headed(title: str) -> str:
    return f'<p style="margin:0 0 2px 0"><b>{escape(shown(title))}</b></p>'


def _paragraph(text: str) -> str:
    return f'<p style="margin:0 0 8px 0">{escape(shown(text))}</p>'


def _note(text: str, colours: Colours) -> str:
    return (
        f'<table width="100%" cellpadding="6" cellspacing="0" style="margin-bottom:8px" '
        f'bgcolor="{colours.info_ground.name()}"><tr><td>'
        f'<b style="color:{colours.info.name()}">{escape(tr("Note"))}</b> {escape(shown(text))}</td></tr></table>'
    )


def _formula(derivation: Derivation, colours: Colours) -> str:
    muted = colours.muted.name()
    try:
        written = write_formula(derivation)
    except UnreadableFormula:
        lines = [escape(derivation.formula)]
    else:
        lines = [f'<span style="color:{muted}">{escape(written.in_words)}</span>'] if written.in_words else []
        lines += [escape(written.in_numbers)]
        lines += [f"<b>{escape(step)}</b>" for step in written.steps]
    rows = "".join(f'<p style="margin:1px">{line}</p>' for line in lines)
    return (
        f'<table width="100%" cellpadding="6" cellspacing="0" style="margin-bottom:8px" '
        f'bgcolor="{colours.sunken.name()}"><tr><td>{rows}</td></tr></table>'
    )


def _inputs(inputs: tuple[Input, ...], colours: Colours) -> str:
    muted = colours.muted.name()
    columns = ((tr("Input"), "left", 36), (tr("Value"), "right", 24), ("", "left", 2), (tr("Source"), "left", 38))
    head = "".join(
        f'<td width="{width}%" align="{side}" style="color:{muted}">{word}</td>' for word, side, width in columns
    )
    rows = "".join(_input(each, muted) for each in inputs)
    return (
        f'<table width="100%" cellpadding="3" cellspacing="0" style="margin-bottom:8px"><tr>{head}</tr>{rows}</table>'
    )


def _input(given: Input, muted: str) -> str:
    title = escape(upper_first(given.title))
    if given.figure:
        title = f'<a href="{escape(link_to(given.figure, given.subject))}">{title}</a>'
    if isinstance(given.value, tuple):
        together = value_text(sum(given.value), given.unit)
        value = (
            together
            if len(given.value) == 1
            else tr("{count} values, together {together}", count=len(given.value), together=together)
        )
    else:
        value = value_text(given.value, given.unit)
    source = escape(shown(given.source)) + (f", {escape(shown(given.as_of))}" if given.as_of else "")
    return (
        f'<tr><td>{title}</td><td align="right">{escape(value)}</td><td></td>'
        f'<td style="color:{muted}">{source}</td></tr>'
    )


def _particulars(derivation: Derivation, readings: Mapping[str, str], colours: Colours, procedure: Procedure) -> str:
    lines = [(tr("Rounding"), escape(shown(derivation.rounding)))] if derivation.rounding else []
    lines += _rests_on(derivation.reference, derivation.status, colours)
    return _facts(lines + _readings(derivation.readings, readings, procedure), colours)


def _rests_on(reference: str, status: Status, colours: Colours) -> list[tuple[str, str]]:
    label = escape(tr(STATUS_LABELS[status]))
    if status is Status.PROPOSAL_2020:
        label = f'<b style="color:{colours.warn.name()}">{label}</b>'
    return [(tr("Rests on"), f"{escape(tr(reference))} ({label})")]


def _readings(names: tuple[str, ...], readings: Mapping[str, str], procedure: Procedure) -> list[tuple[str, str]]:
    return [(tr("Reading"), _reading(name, readings, procedure)) for name in names]


def _facts(lines: list[tuple[str, str]], colours: Colours) -> str:
    muted = colours.muted.name()
    return "".join(
        f'<p style="margin:0 0 2px 0"><span style="color:{muted}">{word}:</span> {text}</p>' for word, text in lines
    )


def _reading(name: str, readings: Mapping[str, str], procedure: Procedure) -> str:
    reading = _READINGS[procedure].get(name)
    value = readings.get(name, "")
    if reading is None:
        return escape(f"{name}{wording.HARD}= {value}")
    return escape(f"{tr(reading.title)}: {tr(reading.choices.get(value, value))} ({reading.name} = {value})")
