"""Documents for reading aloud and for screens: the very blocks that are printed, as tagged PDF (PDF/UA-1).

Typst writes the file from ``resources/tagged/document.typ``; why Typst, with figures, stands in
``build/locks/README.md``. All text reaches it as data (JSON), and data is never markup: nothing that somebody typed can
change the document. What stands on every page (marking, draft, fingerprint, numbers of pages) is not read aloud there;
what a listener must know of it is read once, before all else. Blocks keep their order, which is the reading order;
roles of styles become headings, heads of tables and first columns become headers.

- :mod:`words`: text as lines of runs.
- :mod:`nodes`, :mod:`styles`: blocks as values that JSON can hold.
- :mod:`writer`: the file.
- :mod:`row_headers`: what heads a row, which Typst cannot say yet.
"""

from desktop_app.documents.tagged.writer import NotWrittenError, tagged_bytes

__all__ = ["NotWrittenError", "tagged_bytes"]
