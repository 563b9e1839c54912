"""The annex's sections, one module each: from an assessment to blocks. No figure is worked out here."""
