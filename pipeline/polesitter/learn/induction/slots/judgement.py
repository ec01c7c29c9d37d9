"""How far a pattern can be trusted: its precision on sessions that did not choose it.

Patterns are induced from known relations and judged by what else they find, as in DIPRE
(Brin 1998), Snowball (Agichtein and Gravano 2000) and SPIED (Gupta and Manning 2014). A
pattern's worth is its log-odds of being right, half a case added on each side (Haldane
1956), less one standard error (Woolf 1955): two cases out of two are worth less than
twenty out of twenty-two.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from polesitter.learn.induction.slots.candidate import SESSIONS
from polesitter.learn.induction.slots.evidence import Evidence
from polesitter.learn.induction.slots.told_pair import ToldSentence

FLOOR = 1.6
"""Worth of a pattern that is kept, at least: five times as often right as wrong.

Patterns trusted less do harm beside the words that the relation model weighs anyway: they
look better on the reports they were induced from than on others.
"""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What speaks for a pattern. `support`: sessions that bear it out.

    `right`, `wrong`: pairs it found in sessions held out, counted only where the other
    sessions would have kept it.
    """

    support: int
    right: int
    wrong: int

    @property
    def precision(self) -> float:
        """Share of the pairs found that hold, 0 to 1; 0 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right else 0.0

    @property
    def worth(self) -> float:
        """Cautious log-odds."""
        return cautious_log_odds(self.right, self.wrong)


def cautious_log_odds(right: int, wrong: int) -> float:
    """Log-odds of `right` to `wrong` cases, one standard error off."""
    more, less = right + 0.5, wrong + 0.5
    return math.log(more / less) - math.sqrt(1 / more + 1 / less)


def judge(evidence: Evidence, sentences: Sequence[ToldSentence]) -> Judgement:
    """Judge a pattern by each session in turn, if the others would have kept it."""
    right = Counter(sentences[place.sentence].session for place in evidence.right)
    wrong = Counter(sentences[place.sentence].session for place in evidence.wrong)
    all_right, all_wrong = right.total(), wrong.total()
    held_right = held_wrong = 0
    for session in right | wrong:
        others = len(right) - (session in right)
        left = cautious_log_odds(all_right - right[session], all_wrong - wrong[session])
        if others >= SESSIONS - 1 and left >= FLOOR:
            held_right += right[session]
            held_wrong += wrong[session]
    return Judgement(len(right), held_right, held_wrong)
