"""Whether a report tells results of qualifying, or only speaks of one to come or long past.

A practice report talks of poles and grids too: of last year's, of the one to be won
tomorrow. What tells is how many of its sentences state an outcome and how many await one,
and what its places, laps and gaps are framed as: those of a practice report are of practice.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from polesitter.relations.signs.family import Part, plain
from polesitter.text.phrases import Look, Phrases
from polesitter.text.topics import PRACTICE, QUALIFYING
from polesitter.types import Mention

OUTCOME: Final = re.compile(
    r"\b(?:poles?\b|pole-?sitters?\b|qualif(?:ied|ies|iers?)\b|front row\b|"
    r"row (?:one|two|three|four|five|\d)|will start|starts? (?:\w+|from)|"
    r"starting (?:position|spot|grid|lineup|order)|lines? up|lining up|grid|Q[123]\b|Round \d|"
    r"shoot-?out|superpole|hyperpole|fast (?:six|nine|12|five))",
    re.IGNORECASE,
)
APART: Final = re.compile(
    r"\b(?:last (?:year|season|month|fall|spring|time|May|June|week)|(?:19|20)\d\d\b|ago\b|"
    r"previous\w*|career|past\b|would|could|even\b|if\b|each of|each year|"
    r"had (?:won|taken|started|been on)|was the pole|winner when|hope\w*|will be favored|favorite|"
    r"next|expect\w*|before|until|season's|pole here|record\b)"
)
"""What a sentence about another day's pole, or a pole that may be, is told with."""
AWAITED: Final = re.compile(
    r"\b(?:(?:qualifying|time trials|knockout rounds)(?: sessions?)?(?: for [^.;]{0,60})? "
    r"(?:is|are|will|begins?|starts?|gets?|takes? place|follows|was to|goes|comes|runs|rolls|"
    r"remains|awaits|has been moved|was (?:moved|postponed|put off|pushed))\b|"
    r"(?:before|ahead of|until|into|prior to|for|in|put) "
    r"(?:this (?:afternoon|evening|morning)'s |tomorrow's |today's |\w+day's |tonight's |"
    r"\w+day (?:afternoon|morning)'s |the )?qualifying"
    r"(?! (?:for|on|in|at|of|with|his|her|their|effort|lap|run|third|second))\b|"
    r"qualifying (?:at|on) \d|try to qualify|go for (?:it|the pole)|"
    r"hop(?:es?|ing) (?:to|for)[^.]{0,30}(?:pole|qualif)|will not exist until)",
    re.IGNORECASE,
)
BY_POINTS: Final = re.compile(
    r"\b(?:points (?:table|standings|order)|by points|owner points|on points|rule ?book|"
    r"cancel\w+|rained out|washed out)\b",
    re.IGNORECASE,
)
"""A grid set without a session is told all the same."""
SENTENCE_END: Final = re.compile(r"[.!?\n](?:(?<=[a-z0-9)\"”][.!?])\s+|(?<=\n)\n*)")
"""Begins with a set of signs, which a search finds without a try at each character."""
PHRASES: Final = Phrases(
    {"outcome": OUTCOME, "apart": APART, "awaited": AWAITED, "practice": PRACTICE,
     "qualifying": QUALIFYING, "points": BY_POINTS}
)  # fmt: skip
LEAD: Final = 3
"""Sentences that count as the lead."""
MOST_TOLD, MOST_AWAITED, MOST_PRACTICE = 6, 3, 4
RESULTS: Final = frozenset({"POSITION", "SPEED", "LAPTIME", "GAP"})
"""Labels of the mentions that tell what a session, whichever, came to."""
FRAMINGS: Final = {
    "outcome": ("outcome",),
    "practice": ("practice",),
    "race": ("race",),
    "past": ("history", "record", "other_session"),
}
SHARES: Final = 5
"""Steps in which a framing's share of the results is told."""
MOST_FRAMED, MOST_PLACES = 6, 5


def told_part(text: str, mentions: Sequence[Mention]) -> Part:
    """What speaks for the whole text telling results of a session that was held."""
    return plain(*_signs(text), *_framed(mentions))


def _framed(mentions: Sequence[Mention]) -> Iterator[str]:
    framed = [one for one in mentions if one.label in RESULTS and one.framing is not None]
    counts = Counter(one.framing for one in framed)
    for name, framings in FRAMINGS.items():
        share = sum(counts[framing] for framing in framings) / max(len(framed), 1)
        yield f"{name} of results:{min(int(share * SHARES), SHARES - 1) if framed else '-'}"
    places = sum(one.label == "POSITION" and one.framing == "outcome" for one in framed)
    yield f"results:{min(counts['outcome'], MOST_FRAMED)}"
    yield f"places:{min(places, MOST_PLACES)}"


def _signs(text: str) -> Iterator[str]:
    look = PHRASES.look(text)
    starts = [0, *(end.end() for end in SENTENCE_END.finditer(text))]
    awaited = _sentences(look, "awaited", starts)
    told = _sentences(look, "outcome", starts) - _sentences(look, "apart", starts) - awaited
    practice = _sentences(look, "practice", starts)
    early = min(told, default=LEAD) < LEAD
    practice_early = min(practice, default=LEAD) < LEAD
    qualifying_early = next((m.start() for m in look.matches("qualifying")), len(text))
    qualifying_lead = len(starts) <= LEAD or qualifying_early < starts[LEAD]
    for name, count, most in (
        ("told", len(told), MOST_TOLD),
        ("awaited", len(awaited), MOST_AWAITED),
        ("practice", look.count("practice"), MOST_PRACTICE),
    ):
        yield from (f"{name}>={n}" for n in range(1, min(count, most) + 1))
    if early:
        yield "told early"
    if practice_early:
        yield f"practice lead q:{qualifying_lead}"
    if practice_early and not early:
        yield "practice only lead"
    if not qualifying_lead:
        yield "no qualifying lead"
    if len(told) <= 1:
        yield f"little told awaited:{min(len(awaited), 1)}"
    if look.count("points"):
        yield "points"
        if len(told) <= 1:
            yield "points little told"


def _sentences(look: Look, name: str, starts: list[int]) -> set[int]:
    """The numbers of the sentences that hold a match."""
    return {bisect_right(starts, match.start()) - 1 for match in look.matches(name)}
