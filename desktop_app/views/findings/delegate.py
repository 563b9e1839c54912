"""Paints a finding: icon, word, state, the sentence as long as it is, reference and legal status."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.calc.findings import Finding, Status
from desktop_app.calc.member_states import PROTOCOL_ORDER
from desktop_app.views.findings.lines import Line
from desktop_app.views.findings.model import LINE_ROLE
from desktop_app.views.findings.texts import (
    SEVERITY_WORDS,
    STATUS_LABELS,
    WHOLE_FORUM,
    answer_text,
    sentence_text,
    state_text,
)
from desktop_app.views.language import shown, state_name, tr
from desktop_app.views.parts import FOCUS_WIDTH
from desktop_app.views.theme import Space, Type, legible, theme

_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine)
_WRAP_RIGHT: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
_TALL: Final = 10_000
_MOST_KEPT: Final = 300
"""Findings whose places are kept: more than a forum has at a time, so that those gone by are let go."""
_WIDE_ENOUGH: Final = 90
"""Average characters from which reference and status stand to the right of the sentence."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the parts of one line lie, relative to its upper left corner."""

    icon: QRect
    word: QRect
    state: QRect
    sentence: QRect
    answer: QRect
    reference: QRect
    reference_flags: int
    height: int


class FindingDelegate(QStyledItemDelegate):
    """Lays a finding out over the whole width of the list; heights are kept until the width changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scale = 1.0
        self._width = 0
        # Width of the longest name; measured when it is first needed.
        self._names = 0
        self._places: dict[Line, _Places] = {}

    def set_scale(self, scale: float) -> None:
        """Follow the person's zoom."""
        self._scale = scale
        self._names = 0
        self._places.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that the wrapped sentence needs."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return QSize(width, self._laid_out(index.data(LINE_ROLE), width).height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line."""
        line: Line = index.data(LINE_ROLE)
        finding = line.finding
        colours = theme().colours
        places = self._laid_out(line, option.rect.width())
        corner = option.rect.topLeft()
        tone = colours.named(finding.severity.value)
        painter.save()
        self._paint_ground(painter, option)
        theme().icon(finding.severity.value).paint(painter, places.icon.translated(corner))
        painter.setFont(theme().font(Type.STRONG, self._scale))
        painter.setPen(tone)
        painter.drawText(places.word.translated(corner), _LEFT, shown(SEVERITY_WORDS[finding.severity]))
        painter.setPen(colours.text)
        metrics = painter.fontMetrics()
        state = metrics.elidedText(state_text(finding), Qt.TextElideMode.ElideRight, places.state.width())
        painter.drawText(places.state.translated(corner), _LEFT, state)
        painter.setFont(theme().font(Type.BODY, self._scale))
        painter.drawText(places.sentence.translated(corner), _WRAP, legible(sentence_text(finding)))
        painter.setFont(theme().font(Type.CAPTION, self._scale))
        if line.answer is not None:
            painter.setPen(colours.ok)
            answer = places.answer.translated(corner)
            size = painter.fontMetrics().height()
            theme().icon("ok").paint(painter, QRect(answer.left(), answer.top(), size, size))
            painter.drawText(answer.adjusted(size + Space.XS, 0, 0, 0), _WRAP, legible(answer_text(line.answer)))
        painter.setPen(colours.muted)
        painter.drawText(places.reference.translated(corner), places.reference_flags, shown(_reference_text(finding)))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours = theme().colours
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colours.selection)
        painter.setPen(colours.line)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if option.state & QStyle.StateFlag.State_Selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colours.accent, FOCUS_WIDTH))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -2))

    def _laid_out(self, line: Line, width: int) -> _Places:
        if width != self._width or len(self._places) > _MOST_KEPT:
            self._width = width
            self._places.clear()
        if line not in self._places:
            self._places[line] = self._lay_out(line, width)
        return self._places[line]

    def _lay_out(self, shown: Line, width: int) -> _Places:
        finding = shown.finding
        strong = QFontMetrics(theme().font(Type.STRONG, self._scale))
        body = QFontMetrics(theme().font(Type.BODY, self._scale))
        caption = QFontMetrics(theme().font(Type.CAPTION, self._scale))
        line, top = strong.height(), Space.XS
        icon = QRect(Space.S, top + 1, line - 2, line - 2)
        word_width = max(strong.horizontalAdvance(tr(word)) for word in SEVERITY_WORDS.values())
        word = QRect(icon.right() + Space.S, top, word_width, line)
        if not self._names:
            names = (tr(WHOLE_FORUM), *map(state_name, PROTOCOL_ORDER))
            self._names = max(map(strong.horizontalAdvance, names)) + Space.XS
        state_width = min(self._names, width * 3 // 10)
        state = QRect(word.right() + Space.M, top, state_width, line)
        left = state.right() + Space.S
        wide = width >= _WIDE_ENOUGH * body.averageCharWidth()
        aside = max(width // 6, caption.horizontalAdvance(tr("proposal of 2020, not law")) + 2) if wide else 0
        room = max(width - left - Space.S - (aside + Space.M if wide else 0), 40)
        height = _wrapped(body, legible(sentence_text(finding)), room)
        sentence = QRect(left, top, room, height)
        mark = caption.height() + Space.XS
        answer_height = _wrapped(caption, legible(answer_text(shown.answer)), room - mark) if shown.answer else 0
        answer = QRect(left, sentence.bottom() + 1, room, answer_height)
        told = _wrapped(caption, _reference_text(finding), aside if wide else room)
        if wide:
            reference = QRect(width - Space.S - aside, top + 1, aside, told)
        else:
            reference = QRect(left, answer.bottom() + 1, room, told)
        bottom = max(answer.bottom(), reference.bottom())
        aligned = _WRAP_RIGHT if wide else _WRAP
        return _Places(icon, word, state, sentence, answer, reference, aligned, bottom + Space.XS + 2)


def _wrapped(metrics: QFontMetrics, text: str, width: int) -> int:
    """Return the height of a text that is wrapped at a width."""
    return metrics.boundingRect(QRect(0, 0, width, _TALL), _WRAP, text).height()


def _reference_text(finding: Finding) -> str:
    """Return the reference and, on a line of its own, the legal status where it is not law in force."""
    status = "" if finding.status is Status.IN_FORCE else f"\n{shown(STATUS_LABELS[finding.status])}"
    return f"{tr(finding.reference)}{shown(status)}"
