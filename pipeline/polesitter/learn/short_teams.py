"""Other ways to write teams, of which the words alone do not tell: abbreviations and plurals."""

from pathlib import Path

from polesitter.learn.pattern_lines import lines
from polesitter.references.teams import GENERIC
from polesitter.text.normal import normal, words

MOST_WORDS = 2
"""Words of a name that is told in the plural: "the Aston Martins"."""


def short_teams(patterns: Path) -> dict[str, str]:
    """Return normalised form -> normalised name: of patterns/lexicon, and plurals of known teams.

    What is a name of its own is no plural: "Arrows", "Haas".
    """
    written = lines(patterns / "lexicon" / "abbreviations.jsonl")
    known = {normal(line["short"]): normal(line["long"]) for line in written}
    names = {
        normal(line["pattern"])
        for path in sorted((patterns / "entities").glob("*.jsonl"))
        for line in lines(path)
        if line["label"] == "TEAM" and isinstance(line["pattern"], str)
    }
    plurals = {f"{name}s": name for name in sorted(names) if _has_plural(name)}
    return {**{many: one for many, one in plurals.items() if many not in names}, **known}


def _has_plural(name: str) -> bool:
    parts = words(name)
    return 1 <= len(parts) <= MOST_WORDS and parts[-1] not in GENERIC and not name.endswith("s")
