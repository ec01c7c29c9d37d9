"""What the claims on a slot of each label can mean, and which of them compete."""

from typing import Any, Final

from polesitter.relations.claims.claim import Claim

MEANINGS: Final[dict[str, tuple[str, ...]]] = {
    "POSITION": ("position", "grid"),
    "LAPTIME": ("lap_time",),
    "SPEED": ("speed",),
    "GAP": ("gap",),
    "MARGIN": ("margin",),
    "NUMBER": ("number",),
    "TEAM": ("team",),
    "CAR": ("car",),
    "SEGMENT": ("segment",),
    "STATUS": ("status",),
    "TOP": ("position",),
    "BEAT": ("position",),
    "IMPLIED": ("position",),
    "MATE": ("mate",),
    "ORDER": ("position",),
    "RANK": ("position",),
    "STEP": ("behind", "ahead", "same", "further"),
    "PLACES": ("position",),
    "RUNS": ("told",),
    "SESSION": ("told",),
    "SHARE": ("some", "most"),
    "TARGET": ("target",),
    "TARGETS": ("target",),
    "CLASS": ("class",),
    "TOLD_SEGMENT": ("segment",),
    "CREW": ("crew", "first", "second"),
    "OWNER": ("owner",),
    "UNCLASSIFIED": ("no_time", "disallowed", "dnq", "withdrawn", "classified"),
    "RECORD": ("record",),
}
"""What a claim on a slot of each label can mean; "no" comes first in every model."""
EXCLUSIVE: Final = frozenset(
    {"POSITION", "LAPTIME", "SPEED", "GAP", "NUMBER", "TOP", "BEAT", "IMPLIED", "MARGIN", "TARGET",
     "TARGETS", "ORDER", "UNCLASSIFIED", "OWNER", "TEAM", "CAR"}
)  # fmt: skip
"""Labels whose claims compete: for a value or car that is one competitor's at most, to be the
one team or car of a competitor (NAMED), or (UNCLASSIFIED) the name at which its status is told."""
NAMED: Final = frozenset({"TEAM", "CAR"})
"""Labels of what several competitors may have, but each of them one."""
MATCHED: Final = frozenset({"POSITION"})
"""Labels of which a competitor takes one value a sentence at most: the values compete too."""
CHAINED: Final = {"CLASS": "CLASS", "TOLD_SEGMENT": "SEGMENT"}
"""What a competitor is told under, and by which slots: judged of all heads of a report at once."""

COUNTED = ("order.", "rank.")
"""Rules that count a place on from another: the words they cite are where they began."""


def group_of(claim: Claim) -> tuple[Any, ...]:
    """What the rivals of a claim share: the value's mention and its reading, or who it is of."""
    if claim.label == "UNCLASSIFIED" or claim.label in NAMED:
        return (claim.label, claim.competitor)
    if claim.label == "ORDER":
        return (claim.label, claim.sentence, claim.mention, claim.value)
    return (claim.label, claim.mention, claim.value)
