"""What a report and its parts are about: qualifying, practice, the race, penalties."""

import re
from typing import Final

from polesitter.relations.view import Sentence, View
from polesitter.text.phrases import Phrases

LEAD: Final = 450
"""Code points that count as the lead."""
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


def about_report(view: View) -> list[str]:
    """Features of the whole report: the topics of its lead, and how often it talks of each."""
    look = TOPICS.look(view.text)
    features = [f"lead {name}" for name in TOPICS.patterns if look.has(name, end=LEAD)]
    practice, qualifying = look.count("practice"), look.count("qualifying")
    share = practice / max(practice + qualifying, 1)
    features.append(f"practice share:{min(int(share * 5), 4)}")
    features.append(f"race words:{min(look.count('race') // 2, 3)}")
    if look.count("penalty") >= 2:
        features.append("penalty")
    return features


def topic(sentence: Sentence) -> str:
    """The topic of a heading."""
    words = " ".join(item.key for item in sentence.items)
    for name, pattern in (("practice", PRACTICE), ("qualifying", QUALIFYING), ("race", RACE)):
        if pattern.search(words):
            return name
    labels = [item.label.casefold() for item in sentence.items if item.label]
    return labels[0] if labels else "other"
