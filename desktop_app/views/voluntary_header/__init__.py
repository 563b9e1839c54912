"""The strip above the table of signatories: the mechanism, and needs against pledges against what was kept."""

from desktop_app.views.voluntary_header.strip import VoluntaryHeader

__all__ = ["VoluntaryHeader"]
