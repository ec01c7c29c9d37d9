"""What marked reports tell of competitors in other sentences."""

from polesitter.relations.about.frames import frames_of
from polesitter.relations.claims.afar import RULE
from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.find import find_claims

from ...marked import names, read_all


def told_afar(marked: str) -> list[tuple[str, str, Claim]]:
    """The claims on values of other sentences: competitor, words, claim."""
    view, _ = read_all(marked)
    known = names(view)
    return [
        (known[claim.competitor], view.mentions[claim.mention].text, claim)
        for claim in find_claims(view, frames_of(view))
        if claim.rule == RULE
    ]
