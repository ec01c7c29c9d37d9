"""Which team mentions are the same entrant: short forms, abbreviations, sponsors, typos."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from polesitter.references.told import Labelled
from polesitter.text.normal import normal, words

GENERIC: Final = frozenset(
    {"racing", "motorsport", "motorsports", "team", "autosport", "competition", "engineering",
     "performance", "autosports", "motor", "sport", "sports", "race", "f1", "formula", "one", "by",
     "with", "the", "of", "and", "inc", "entry", "scuderia", "ecurie", "gp", "grand", "prix"}
)  # fmt: skip
PARTNERED: Final = frozenset({"with", "w", "by"})
"""What parts a team from its partners: "Bryan Herta Autosport with Curb-Agajanian"."""
SMALL: Final = frozenset({"by", "with", "the", "of", "and", "for", "in", "de", "di"})
TYPO_FLOOR: Final = 88.0
WORD_FLOOR: Final = 84.0
"""How alike the words must be in which two names differ."""
LONGER: Final = 3
"""A slip of the keyboard makes a name longer by fewer letters than this."""
SHORTEST, LONGEST = 3, 6
"""Letters of initials; two are mostly a team's whole name ("RB" is not Red Bull)."""
MEMO_LIMIT: Final = 2_048
"""Pairs of names kept in mind: within a report each is asked about many times."""
_DIGITS: Final = re.compile(r"\d+")
_CAPITALS: Final = re.compile(r"[A-Z0-9]")


@dataclass(slots=True)
class Entrant:
    """A team of one report: forms seen in order, and the indices of its mentions."""

    forms: list[str] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)

    def add(self, index: int, text: str) -> None:
        """Note one more mention and the form it has."""
        self.mentions.append(index)
        self.forms.append(text)


def resolve_teams(
    mentions: Sequence[Labelled], abbreviations: Mapping[str, str] | None = None
) -> list[Entrant]:
    """Group the TEAM mentions by entrant, longest names first so that short ones find them.

    `abbreviations` maps a normalised short form to a normalised long one (patterns/lexicon).
    """
    indices = [i for i, mention in enumerate(mentions) if mention.label == "TEAM"]
    indices.sort(key=_ByLength(mentions))
    known = abbreviations or {}
    entrants: list[Entrant] = []
    for index in indices:
        text = mentions[index].text
        matches = [e for e in entrants if same_team(e.forms[0], text, known)]
        if not matches:
            matches = [e for e in entrants if any(same_team(f, text, known) for f in e.forms[1:])]
        if len({id(match) for match in matches}) == 1 or (matches and _equal(matches, text)):
            matches[0].add(index, text)
        elif matches:
            _nearest(matches, index).add(index, text)
        else:
            entrant = Entrant()
            entrant.add(index, text)
            entrants.append(entrant)
    for entrant in entrants:
        entrant.mentions.sort()
    return sorted(entrants, key=_first)


def full_name(entrant: Entrant, known: Mapping[str, str]) -> str:
    """The longest form; where it was spelled in several ways, that which was oftenest.

    A plural that `known` has, as in `resolve_teams`, is told as one: "Ferraris".
    """
    name = _oftenest(entrant)
    one = name[:-1]
    return one if known.get(normal(name)) == normal(one) else name


def _oftenest(entrant: Entrant) -> str:
    longest = entrant.forms[0]
    spelled: dict[str, int] = {}
    for form in entrant.forms:
        if len(form) + LONGER > len(longest) and _is_respelled(longest, form):
            spelled[form] = spelled.get(form, 0) + 1
    return max(spelled, key=spelled.__getitem__)


def _is_respelled(name: str, form: str) -> bool:
    a, b = words(name), words(form)
    return a == b or (_is_slip(a, b) and digits(a) == digits(b))


class _ByLength:
    def __init__(self, mentions: Sequence[Labelled]) -> None:
        self.mentions = mentions

    def __call__(self, index: int) -> tuple[int, int]:
        return (-len(self.mentions[index].text), index)


def _first(entrant: Entrant) -> int:
    return entrant.mentions[0]


def _equal(matches: Sequence[Entrant], text: str) -> bool:
    return words(matches[0].forms[0]) == words(text)


def _nearest(matches: Sequence[Entrant], index: int) -> Entrant:
    return min(matches, key=_Distance(index))


class _Distance:
    def __init__(self, index: int) -> None:
        self.index = index

    def __call__(self, entrant: Entrant) -> tuple[int, int]:
        return (min(abs(i - self.index) for i in entrant.mentions), min(entrant.mentions))


def same_team(long: str, short: str, abbreviations: Mapping[str, str]) -> bool:
    """Whether `short` is a way to write the team `long`."""
    if _is_written(long, short):
        return True
    if not abbreviations:
        return False
    a, b = words(long), words(short)
    return bool(a and b) and abbreviations.get(" ".join(b)) == " ".join(a)


@lru_cache(maxsize=MEMO_LIMIT)
def _is_written(long: str, short: str) -> bool:
    """Whether the words alone show `short` to be a way to write `long`."""
    a, b = words(long), words(short)
    if a == b:
        return True
    if not a or not b:
        return False
    if len(b) == 1 and is_initials(b[0], long):
        return True
    if _is_slip(a, b) and digits(a) == digits(b):
        return True
    return is_shortened(a, b)


def _is_slip(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names differ by a slip of the keyboard, in the words they do not share, too.

    "JR Motorsports" and "JD Motorsports" have most letters in common, and are two teams.
    """
    joined, other = "".join(a), "".join(b)
    if joined == other:
        return True
    if fuzz.ratio(joined, other, score_cutoff=TYPO_FLOOR) < TYPO_FLOOR:
        return False
    own, others = "".join(w for w in a if w not in b), "".join(w for w in b if w not in a)
    return bool(own and others) and fuzz.ratio(own, others) >= WORD_FLOOR


def digits(name: Sequence[str]) -> list[str]:
    """The runs of digits in the words of a name, which tell sister teams apart."""
    return [d for word in name for d in _DIGITS.findall(word)]


def is_initials(short: str, long: str) -> bool:
    """BHA of Bryan Herta Autosport, TGM of TeamGalaxy Motors (capitals inside a word count).

    A team may be called without its partners: BHA of Bryan Herta Autosport with Curb-Agajanian.
    """
    if not SHORTEST <= len(short) <= LONGEST:
        return False
    whole = words(long)
    alone = next((whole[:at] for at, word in enumerate(whole) if word in PARTNERED), whole)
    for parts in (whole, tuple(w for w in whole if w not in SMALL), alone):
        if short == "".join(part[0] for part in parts):
            return True
    return short == "".join(_CAPITALS.findall(long)).casefold()


def is_shortened(a: Sequence[str], b: Sequence[str]) -> bool:
    """The words of the short form stand in the long one, in order, a telling one near its head.

    "Stevenson" of Stevenson Motorsports, "Ganassi" of Target Chip Ganassi Racing; but
    Andretti Autosport is no short form of Andretti-Steinbrenner Racing, nor Dyson Racing,
    which is whole, of Oryx Dyson Racing.
    """
    telling = [word for word in b if word not in GENERIC and len(word) > 1]
    if not telling or len(b) > len(a):
        return False
    places = []
    for word in b:
        found = [i for i, other in enumerate(a) if other == word or _close(other, word)]
        if not found:
            return False
        places.append(found[0])
    if _is_whole(b) and _names_more(a, b):
        return False
    return places == sorted(places) and (places[0] <= 3 or len(telling[0]) == 3)


def _is_whole(name: Sequence[str]) -> bool:
    """Whether a name says what it is, as teams do at the end: "Dyson Racing", not "Dyson"."""
    return len(name) > 1 and name[-1] in GENERIC and name[0] not in GENERIC


def _names_more(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether a name has telling words besides those of another; partners' are not counted."""
    if not PARTNERED.isdisjoint(a):
        return False
    return any(word not in GENERIC and word not in b for word in a)


def _close(a: str, b: str) -> bool:
    return len(b) >= 5 and fuzz.ratio(a, b, score_cutoff=TYPO_FLOOR) >= TYPO_FLOOR
