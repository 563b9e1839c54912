"""Why nothing can be typed into a table, where the whole of it is only read."""

from typing import Final

from desktop_app.views.language import marked

READS: Final = marked("This forum is open for reading only.")
PAST: Final = marked("This is the past: Ctrl+F8 goes back to now.")
