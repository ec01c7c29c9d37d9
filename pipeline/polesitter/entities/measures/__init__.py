"""Measures of a qualifying report, found by pattern."""

from polesitter.entities.measures.find import find_measures

__all__ = ["find_measures"]
