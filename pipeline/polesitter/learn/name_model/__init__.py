"""The model that finds names no pattern knows: its samples, invented names and training."""
