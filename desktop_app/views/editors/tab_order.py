"""The way of Tab through the Member State panel: the fields of the page, the buttons that take, and out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.views.editors.page_bar import PageButton


def put_after(before: QWidget, page: QWidget) -> None:
    """Let Tab come to the fields of a page after another widget: Qt would put what is made last, last."""
    inside: list[QWidget] = []
    widget = page.nextInFocusChain()
    while widget is not None and page.isAncestorOf(widget):
        inside.append(widget)
        widget = widget.nextInFocusChain()
    for widget in inside:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            QWidget.setTabOrder(before, widget)
            before = widget


def next_stop(here: QWidget | None, forward: bool) -> QWidget | None:
    """Return where Tab goes from a widget, in the order of the window; ``None`` where there is no other stop."""
    widget = here
    while here is not None and widget is not None:
        widget = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
        if widget is here or (widget is not None and _is_stop(widget)):
            break
    return None if widget is here else widget


def _is_stop(widget: QWidget) -> bool:
    """Tell whether Tab stops at a widget; of the buttons that choose a page, at the chosen one."""
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    is_chosen = not isinstance(widget, PageButton) or widget.isChecked()
    return takes and is_chosen and widget.isEnabled() and widget.isVisible()
