"""A publication pack: one state of a forum in every language and format, in one folder with a manifest.

The files of a document are made elsewhere and come as functions; here stand the workbook and the table of values, the
folder that appears whole or not at all, its manifest, and the way back from every file to what stands in it.
"""
