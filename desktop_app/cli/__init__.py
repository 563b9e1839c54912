"""The commands of the program: ``new``, ``check``, ``annex``, ``export``, ``verify``, and the window without one.

One module for each command, beside what they share. A command imports only what it needs, so that a check
of a document starts in a moment.
"""

from desktop_app.cli.entry import main

__all__ = ["main"]
