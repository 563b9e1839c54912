"""What is printed: the annex (PDF). Every figure comes from an assessment, every word from `resources/terms`."""
