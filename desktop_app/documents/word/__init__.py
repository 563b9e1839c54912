"""Documents as Word files (.docx): the very blocks that are printed, in the styles of Word.

What is set by a style is set by nothing else: headings, notes, cells and what stands in the margins are named styles
on top of Word's own, so that a text that is pasted into another template takes that template's look. Tables have header
rows that repeat, their first column names the row, and they carry a title and a description; notes stand below their
table, as numbered paragraphs; nothing is laid out with spaces, tabs, empty paragraphs, frames or text boxes. The
language of the text, the title, the fingerprint and the marking are in the file's properties and on every page.

The bytes depend on the document alone: no clock, no chance.
"""

from desktop_app.documents.word.package import word_bytes

__all__ = ["word_bytes"]
