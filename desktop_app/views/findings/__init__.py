"""The list of findings: what the rules have to say, gravest first."""

from desktop_app.views.findings.panel import FindingsPanel

__all__ = ["FindingsPanel"]
