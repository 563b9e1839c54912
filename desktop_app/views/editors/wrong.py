"""The way to what is wrong: the first field that keeps edits from being taken, wherever it is scrolled to."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_app.views.editors.item_list import ItemList
from desktop_app.views.fields import Field
from desktop_app.views.theme import Space


def go_to_wrong(view: QScrollArea) -> bool:
    """Give the keyboard to the first field that is wrong, and scroll to it and to the line that says why.

    Args:
        view: what scrolls the fields; of a list whose current line is right, the first wrong line becomes current.

    Returns:
        Whether there is one.
    """
    body = view.widget() or view
    for items in body.findChildren(ItemList):
        if items.isVisibleTo(body):
            items.turn_to_wrong()
    wrong = [field for field in body.findChildren(Field) if field.is_wrong and field.isVisibleTo(body)]
    if not wrong:
        return False
    first = min(wrong, key=lambda field: (_place(field, body).y(), _place(field, body).x()))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    view.ensureWidgetVisible(first, 0, Space.M)
    return True


def _place(field: Field, body: QWidget) -> QPoint:
    return field.mapTo(body, QPoint(0, 0))
