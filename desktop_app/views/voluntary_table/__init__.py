"""The table of the voluntary mechanism: a row for every signatory, typed into like a spreadsheet."""

from desktop_app.views.voluntary_table.table import VoluntaryTable

__all__ = ["VoluntaryTable"]
