"""Reports as self-contained HTML pages: nothing is loaded, everything is escaped."""
