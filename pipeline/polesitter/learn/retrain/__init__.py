"""Learning from new annotated reports, and promoting only what is not worse."""
