"""The manual beside a dialog: F1."""

from PySide6.QtWidgets import QWidget


def show_help(dialog: QWidget, page: str, heading: str = "") -> None:
    """Open the manual beside a dialog.

    Args:
        dialog: to which its window belongs.
        page: name of the page.
        heading: on that page; empty for its beginning.
    """
    from desktop_app.views.help.pages import Topic
    from desktop_app.views.help.window import HelpWindow

    window = HelpWindow(dialog)
    window.show_topic(Topic(page, heading))
    window.show()
    window.activateWindow()
