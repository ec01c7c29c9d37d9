"""Counts as features."""


def bucket(count: int) -> str:
    """Counts as a feature: 0 to 4 as they are, then by rough size."""
    if count <= 4:
        return str(count)
    return "5-7" if count <= 7 else "8-12" if count <= 12 else "13-20" if count <= 20 else "20+"
