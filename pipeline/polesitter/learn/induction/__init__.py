"""Patterns learned from annotated reports: names for patterns/entities, slot patterns."""

from polesitter.learn.induction.induce import induce

__all__ = ["induce"]
