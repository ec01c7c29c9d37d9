"""What session a word stands in a tale of: the topics told before it, and of the whole text."""

from bisect import bisect_left
from functools import lru_cache
from typing import Final, NamedTuple

from polesitter.text.topics import topics_in
from polesitter.text.word_starts import TEXTS

SESSIONS: Final = ("qualifying", "practice", "race")
SHARES: Final = 5
"""Steps in which a topic's share of all words of topics is told."""
NONE: Final = "-"


class Topics(NamedTuple):
    """The words of a text that tell of a session: where they begin, of which, and their shares."""

    starts: list[int]
    names: list[str]
    whole: str


@lru_cache(maxsize=TEXTS)
def topics_of(text: str) -> Topics:
    """Find them; `starts` are code points, ascending."""
    look = topics_in(text)
    found = sorted((match.start(), name) for name in SESSIONS for match in look.matches(name))
    names = [name for _, name in found]
    steps = [min(SHARES * names.count(name) // max(len(names), 1), SHARES - 1) for name in SESSIONS]
    return Topics([start for start, _ in found], names, ":".join(map(str, steps)))


def topic_signs(text: str, start: int) -> list[str]:
    """The signs of the word at code point `start`.

    Told are the last word of a topic before it, that of its paragraph, the first one of
    the text, and how much the text has of each.
    """
    starts, names, whole = topics_of(text)
    at = bisect_left(starts, start) - 1
    last = names[at] if at >= 0 else NONE
    paragraph = text.rfind("\n", 0, start)
    here = last if at >= 0 and starts[at] > paragraph else NONE
    first = names[0] if names else NONE
    return [
        f"topic:{last}", f"topic here:{here}", f"topic first:{first}", f"topics:{whole}",
        f"topic {whole}:{here}", f"topic {first}:{here}", f"topic {first}:{last}",
    ]  # fmt: skip
