"""Names that no list holds, found by their context and shape."""
