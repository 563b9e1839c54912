"""The sections of documents on search and rescue (COM(2020) 610, Art. 47 to 49); no figure is worked out here."""
