"""What the tests of the deadlines share: a desk on a real file with an annual pool worked out by hand."""

from tests.views.editor_desks import Answers, Show, confirms, desk, reading_desk, shown
from tests.views.forum_editors.conftest import small

__all__ = ["Answers", "Show", "confirms", "desk", "reading_desk", "shown", "small"]
