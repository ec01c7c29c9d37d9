"""Slot patterns: relation rules that read like the sentence they match."""

from polesitter.relations.slots.load import load_rules
from polesitter.relations.slots.match import RuleSet
from polesitter.relations.slots.rule import Rule, RuleMatch
from polesitter.relations.slots.sentence import SLOT_LABELS, Element, Slot

__all__ = ["SLOT_LABELS", "Element", "Rule", "RuleMatch", "RuleSet", "Slot", "load_rules"]
