"""What articles that nobody annotated would have patterns/ take in."""
