"""How common words and mentions are in the sentences of qualifying reports.

Counted over the training reports of the corpus. Only the order matters, to choose a
pattern's anchor, so words below the table are all taken as equally rare.
"""

from polesitter.relations.slots.sentence import LABEL_SIGNS

_RARE = 8
"""Sentences in a thousand, for a word that is not in the table."""


def frequency(key: str) -> int:
    """Sentences in a thousand that hold the word or label sign `key`, roughly."""
    return _PER_THOUSAND.get(key, _RARE)


_WORDS: dict[str, int] = {
    ".": 820, "the": 563, ",": 456, "and": 295, "in": 289, "of": 243, "a": 205, "to": 190,
    "was": 185, "for": 171, "at": 150, "on": 146, "it": 130, "-": 117, "'s": 300, "no": 114,
    "his": 106, "he": 102, "with": 92, "had": 83, "is": 81, "that": 79, "from": 68, "(": 68,
    ")": 68, "one": 60, "lap": 57, "first": 55, "race": 55, "time": 54, "has": 53, "by": 53,
    "out": 52, "who": 50, "up": 50, "will": 44, "two": 42, "car": 42, "last": 42, "him": 41,
    ":": 39, "qualifying": 37, "as": 37, "driver": 36, "when": 35, "second": 34, "not": 34,
    "all": 34, "start": 33, "after": 32, "this": 32, "but": 31, "team": 31, "be": 29, "best": 29,
    "session": 27, "have": 27, "practice": 26, "there": 25, "only": 25, "than": 25, "three": 25,
    "top": 25, "came": 25, "more": 24, "off": 24, "an": 23, "season": 23, "went": 23, "so": 23,
    "year": 23, "next": 23, "been": 22, "then": 21, "did": 21, "left": 21, "over": 20,
    "track": 20, "won": 20, "them": 20, "were": 19, "/": 19, "its": 18, "place": 18, "class": 18,
    "third": 18, "record": 18, "starts": 18, "which": 18, "took": 18, "behind": 17, "four": 16,
    "ahead": 14, "grid": 14, "back": 13, "their": 13, "her": 13, "she": 13, "are": 13,
}  # fmt: skip

_SLOTS: dict[str, int] = {
    "driver": 521, "position": 384, "team": 273, "car": 202, "number": 158, "lap_time": 128,
    "date": 103, "track": 98, "gap": 88, "series": 64, "speed": 60, "class": 60, "segment": 48,
    "event": 41,
}  # fmt: skip

_PER_THOUSAND = _WORDS | {LABEL_SIGNS[label]: count for label, count in _SLOTS.items()}
