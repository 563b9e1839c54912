"""Reading the data of the reference key from files: population, gross domestic product, applications, adopted shares.

:func:`read_key_source` takes Eurostat's own downloads (TSV and SDMX-CSV, also gzipped), CSV tables and Excel workbooks,
told apart by what is in them. A file is hostile until it is checked: how large it is, what it unpacks to, how many rows
and columns it has; no formula is run and nothing outside the file is looked at. Nothing is guessed: what is not
understood is named with its line or cell, what is not wanted is counted with the reason.
"""

from desktop_app.models.key_sources.reading import KindNotTold, read_key_source
from desktop_app.models.key_sources.source import Datum, KeyKind, KeySource, Series, Unread

__all__ = ["Datum", "KeyKind", "KeySource", "KindNotTold", "Series", "Unread", "read_key_source"]
