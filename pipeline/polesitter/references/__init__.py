"""Which mentions are the same driver, team or car."""
