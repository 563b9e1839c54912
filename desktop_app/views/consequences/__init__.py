"""What a change would do, shown before it is taken; the same in every editor."""

from desktop_app.views.consequences.brief import ConsequencesBrief
from desktop_app.views.consequences.summary import summary_text
from desktop_app.views.consequences.view import ConsequencesView

__all__ = ["ConsequencesBrief", "ConsequencesView", "summary_text"]
