"""Reading the annex of an adopted act that somebody has typed from the Official Journal, as CSV or as a workbook."""
