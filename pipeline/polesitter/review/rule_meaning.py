"""What a rule id says, in words: a person need not know how ids are made."""

PREFIXES: dict[str, str] = {
    "link.": "learned weights of the words between competitor and value",
    "told.": "learned weights of the words around the competitor",
    "order.": "counted on along a list from a stated place",
    "rank.": "counted on from those named before and after",
    "context.": "told once for those named after it",
    "segment.": "inferred from the place and what is told of others",
    "reference.": "the mention that spells it in full",
    "learned.": "learned from context and shape",
    "measure.": "the shape of a measure",
    "fact.": "a fixed phrase",
    "date.": "the day the report names",
}


def meaning_of(rule: str) -> str | None:
    """Return what rules of that kind do; None for a pattern, which speaks for itself."""
    for prefix, meaning in PREFIXES.items():
        if rule.startswith(prefix):
            return meaning
    return None
