"""The table of a pressure response: key, plan, adjustments and act of every participating Member State."""

from desktop_app.views.pressure_table.table import PressureTable

__all__ = ["PressureTable"]
