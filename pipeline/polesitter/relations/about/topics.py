"""What a report and its parts are about: qualifying, practice, the race, penalties."""

from typing import Final

from polesitter.relations.reading.view import Sentence, View
from polesitter.text.topics import PRACTICE, QUALIFYING, RACE, TOPICS, topics_in

LEAD: Final = 450
"""Code points that count as the lead."""


def about_report(view: View) -> list[str]:
    """Features of the whole report: the topics of its lead, and how often it talks of each."""
    look = topics_in(view.text)
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
