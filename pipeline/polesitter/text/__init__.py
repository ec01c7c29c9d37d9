"""Reports: their files found, read and cleaned, their text laid out."""
