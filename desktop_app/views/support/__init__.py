"""Other contributions: requests for help that prevent pressure, and support plans of Annex IV (COM(2020) 610, Art. 56).

Migratory pressure and the voluntary mechanism have them alike.
"""

from desktop_app.views.support.commands import SupportCommands

__all__ = ["SupportCommands"]
