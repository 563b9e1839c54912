"""The picture of coverage: a bar for each Member State, without a map."""
