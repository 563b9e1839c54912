"""The interchange format: reading and writing documents, the state hash, what ``check --json`` says.

The format is described by ``resources/schema/forum-desk-1.schema.json``.
"""

from desktop_app.models.interchange.canonical import FINGERPRINT_DIGITS, fingerprint, state_hash
from desktop_app.models.interchange.output import check_output
from desktop_app.models.interchange.reader import FORMAT, read_document
from desktop_app.models.interchange.writer import document_bytes, write_document

__all__ = [
    "FINGERPRINT_DIGITS",
    "FORMAT",
    "check_output",
    "document_bytes",
    "fingerprint",
    "read_document",
    "state_hash",
    "write_document",
]
