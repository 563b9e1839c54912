"""The pages of the Member State panel, one a subject."""
