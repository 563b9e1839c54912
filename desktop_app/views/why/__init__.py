"""The answer to "why?" for the selected figure."""

from desktop_app.views.why.panel import WhyPanel

__all__ = ["WhyPanel"]
