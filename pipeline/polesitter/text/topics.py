"""Words that tell what a text is about: qualifying, practice, the race, penalties."""

import re
from functools import lru_cache
from typing import Final

from polesitter.text.phrases import Look, Phrases
from polesitter.text.word_starts import TEXTS

QUALIFYING: Final = re.compile(
    r"\b(?:qualif\w*|poles?\b|polesitter|front row|grid\b|lineup|Q[123]\b|shoot-?out|superpole|"
    r"hyperpole|start(?:s|ing)? (?:first|second|third|from|position|spot))", re.I
)  # fmt: skip
PRACTICE: Final = re.compile(
    r"\b(?:practice|free practice|test(?:ing|s|ed)?|warm-?up|shakedown)\b", re.I
)
RACE: Final = re.compile(
    r"\b(?:won (?:the|his|her|their)\b(?![^.,;]{0,40}\bpoles?\b)|victory|podium|checkered|"
    r"chequered|restart|(?<!pole[ -])winner|finished|"
    r"recap|led \d+ laps|race win)\b", re.I
)  # fmt: skip
PENALTY: Final = re.compile(
    r"\b(?:penalt(?:y|ies)|penali[sz]ed|grid drop|grid penalty|disallowed|disqualified|docked|"
    r"engine change|unapproved|place drop|drops? \w+ (?:places|spots)|relegated|inherits?|"
    r"promoted)\b", re.I
)  # fmt: skip


TOPICS: Final = Phrases(
    {"qualifying": QUALIFYING, "practice": PRACTICE, "race": RACE, "penalty": PENALTY}
)


@lru_cache(maxsize=TEXTS)
def topics_in(text: str) -> Look:
    """Where the words of each topic stand; several stages ask this of one text in turn."""
    return TOPICS.look(text)
