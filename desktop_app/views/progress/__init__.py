"""Work that takes a while: beside the window, with a bar that says how far it is, and an end that leaves nothing.

:func:`run` is all that a command needs. The work is a plain function that gets a :class:`Report`; the functions in
``models`` know neither of them: they take a callback of two numbers, and end with ``Cancelled`` where it raises that.
"""

from desktop_app.views.progress.report import Report
from desktop_app.views.progress.running import run

__all__ = ["Report", "run"]
