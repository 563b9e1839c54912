"""What the forum is kept in and handed over by: the forum file, documents, tables.

Imports ``calc`` and nothing above it. Heavy libraries (pandas, openpyxl) are imported inside functions.
"""
