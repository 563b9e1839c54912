"""The Member State panel: editors of everything that is recorded of one Member State, beside the table."""
