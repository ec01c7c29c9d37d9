"""Learning from annotated reports: corpus, scoring, weights, the model's build."""
