"""Tagged."""

from desktop_app.documents.tagged.writer import NotWrittenError, tagged_bytes

__all__ = ["NotWrittenError", "tagged_bytes"]
