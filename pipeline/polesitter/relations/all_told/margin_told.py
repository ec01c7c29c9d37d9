"""Whether a margin is that of a competitor over the next: by who is next, and by all gaps told.

"He took the pole by .03 seconds" is a margin the likelier, the surer somebody is second, and the
less it is told as a gap of anybody else.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from polesitter.relations.all_told.place_signs import coarse
from polesitter.relations.all_told.run_told import MEANING, RunTold
from polesitter.relations.judged import Judged

NOBODY: Final = -1
"""The grade of what is asked about whoever is next, where nobody is."""
Next = tuple[float, str]
"""How probable a place is for whom it is likeliest for, and who that is."""


class Margins:
    """All gaps and margins of a report, by the mentions that tell them."""

    def __init__(self, judged: Judged, own: Mapping[tuple[str, str], Sequence[RunTold]]) -> None:
        self.own = own
        self.told: dict[tuple[str, int], dict[str, float]] = defaultdict(dict)
        """Label and mention -> competitor -> how probable."""
        for claim in judged.claims:
            if claim.label in ("GAP", "MARGIN"):
                known = self.told[claim.label, claim.mention]
                chance = claim.scores.get(MEANING[claim.label], 0.0)
                known[claim.competitor] = max(chance, known.get(claim.competitor, 0.0))

    def signs(self, run: RunTold, behind: Next | None) -> tuple[int, ...]:
        """How surely all that is told beside a margin is told, in grades.

        That is who is next; the margin, and another value, as the gap of that one; the margin as
        a gap of its own competitor, as one of anybody else's, and as somebody else's margin.
        """
        who = behind[1] if behind else ""
        of_next = [one for one in self.own.get((who, "GAP"), ()) if one.value != run.value]
        own = next_one = others = rival = 0.0
        for claim in run.claims:
            for one, chance in self.told["GAP", claim.mention].items():
                if one == run.competitor:
                    own = max(own, chance)
                elif one == who:
                    next_one = max(next_one, chance)
                else:
                    others = max(others, chance)
            for one, chance in self.told["MARGIN", claim.mention].items():
                if one != run.competitor:
                    rival = max(rival, chance)
        return (
            coarse(behind[0]) if behind else NOBODY,
            coarse(next_one) if behind else NOBODY,
            coarse(max([one.chance for one in of_next], default=0.0)) if behind else NOBODY,
            coarse(own),
            coarse(others),
            coarse(rival),
        )
