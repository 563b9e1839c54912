"""Tables that come back: what somebody changed in a workbook or a CSV file that the program handed out."""
