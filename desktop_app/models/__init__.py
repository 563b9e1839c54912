"""What the forum is kept in and handed over by: the forum file, documents, tables.

Imports ``calc`` and nothing above it. Heavy libraries (pandas, openpyxl, SQLAlchemy) are imported inside
functions. The forum file, from the door inwards:

- ``forum_file``: the one door; ``writer_lock``: one writer; ``journal``: entries, their chain; ``steps``: undo, redo.
- ``records``, ``pieces``, ``kinds``, ``rows``, ``state_rows``, ``columns``, ``places``: the frozen forum as rows, and
  back; a forum has the pieces of its procedure and no others: ``response_pieces`` (with ``response_rows``),
  ``pressure_pieces``, ``voluntary_pieces``, and what the last two share, ``solidarity_pieces``.
- ``loading``, ``store``: reading; ``writing``, ``schema`` (of ``schema_parts``, ``schema_search_and_rescue`` and
  ``schema_proposal_2020``): writing through SQLAlchemy; ``migrate`` and the folder ``migrations``: how a file gets its
  tables.
- ``database``, ``header``, ``whole_file``: SQLite's settings, the first bytes of a file, files whole or not at all.
- ``backup``, ``verify``: copies beside the file, and whether it is sound.

Handed out: ``interchange`` (documents), ``tables`` (workbook and CSV, of ``table_cells``, ``table_registers``,
``table_workbook``; ``table_sheets`` and ``table_csv`` of an annual pool, ``table_response_sheets`` and
``table_response_csv`` of search and rescue).
"""
