"""The pledge table: 27 Member States in protocol order, typed into as quickly as a spreadsheet."""

from desktop_app.views.pledge_table.table import PledgeTable

__all__ = ["PledgeTable"]
