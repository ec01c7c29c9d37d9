"""The models of the relation stage: lessons from records, examples, training, trial."""
