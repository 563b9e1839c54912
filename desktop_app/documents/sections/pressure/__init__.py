"""The sections of documents on migratory pressure (COM(2020) 610, Art. 50 to 53); no figure is worked out here."""
