"""Qualifying and starting places: "third", "P3", "pole", "Row 2", "top five", "the rear"."""

import re
from collections.abc import Iterable, Iterator

from polesitter.entities.measures.place_context import is_a_place
from polesitter.entities.measures.rear_and_groups import at_the_rear, in_a_group, is_completed
from polesitter.entities.measures.spelled import CARDINAL, ORDINAL, ORDINAL_WORDS, whole
from polesitter.entities.measures.triggers import in_cases
from polesitter.entities.senses.sense import Sense, by_rule
from polesitter.types import Mention

_END = r"of the (?:field|grid|pack|order|lineup|line-up|queue|starting order)"
_PLACES = frozenset({"places", "positions", "spots"})
TRIGGERS = (
    in_cases(
        "outside provisional pole poles front row top very back rear tail end dead last pit"
        " pitlane".split()
    )
    | _PLACES
    | ORDINAL_WORDS
    | frozenset(f"P{place}" for place in range(1, 100))
)
_POSITION = re.compile(
    r"(?:(?P<pole>(?:[Oo]utside |OUTSIDE |[Pp]rovisional )?(?:[Pp]oles?|POLES?)"
    r"(?:[- ](?:[Pp]ositions?|POSITIONS?))?)\b(?![- ]?[Ss]it|[- ][Ss]hoot)"
    r"|(?P<front>[Ff]ront[- ][Rr]ow|FRONT[- ]ROW)\b(?! Motorsport)"
    rf"|(?P<row>[Rr]ow (?:{CARDINAL}|\d{{1,2}})|ROW (?:{CARDINAL}|\d{{1,2}}))\b"
    rf"|(?P<top>(?:[Tt]op|TOP)[- ](?:\d{{1,2}}|{CARDINAL}))\b(?![- ](?:[Ss]hoot|\d))"
    r"|(?P<first>[Ff]irst (?:three|four|five|six|seven|eight|nine|ten|twelve))\b(?! rows?\b)"
    r"|(?P<spot>[Tt]op (?:starting )?spot|[Tt]op starting position|[Tt]op of the grid)\b"
    rf"|(?P<end>(?:very )?(?:[Bb]ack|[Rr]ear|tail(?: end)?|end) {_END}"
    r"|(?:back|rear|tail)(?= of the \d+-(?:car|truck) )|[Bb]ack row|[Dd]ead last)\b"
    r"|(?P<rear>(?:very )?(?:back|rear)|last(?: row| place)?|tail(?: end)?|pit ?lane"
    r"|pit road)\b"
    r"|(?P<p>P\d{1,2})\b(?![-/]\d| (?:Motor|Groupe|Racing))"
    rf"|(?P<nthrow>{ORDINAL}[- ][Rr]ow)\b(?! [Ss]hoot)"
    rf"|(?P<ordinal>{ORDINAL})\b)"
)
_SPAN_OF_PLACES = re.compile(
    rf"(?:places|positions|spots) ({CARDINAL}|\d{{1,2}}) (?:to|through|and) ({CARDINAL}"
    rf"|\d{{1,2}})\b(?! or)"
)


def _as_a_rule(text: str, start: int, end: int) -> bool:
    """Whatever is written as "P2" is a place; of the class of that name the words around tell."""
    return True


TOLD = {"ordinal": is_a_place, "rear": at_the_rear, "top": in_a_group, "p": _as_a_rule}
"""Kinds of words that have other senses, and the rule that tells a place."""
_FIXED = {"front": "row:1", "spot": "1", "end": "rear", "rear": "rear"}


def find_prose_positions(
    text: str, starts: Iterable[int], sense: Sense = by_rule
) -> Iterator[Mention]:
    """Yield the POSITION mentions of `text` but for those that open rows of result lists.

    `starts` are the code points where a word of TRIGGERS stands. `sense`: which ordinals
    and the like are places.
    Values: a place ("1", "14"; pole is "1", outside pole "2"), a row ("row:2"),
    "rear", or a group ("top:5"). Ordinals that count something else ("third
    career pole", "second practice", "third in points") are left out.
    """
    taken = 0
    for start in starts:
        match = _POSITION.match(text, start) if start >= taken else None
        if match is None:
            if text[start] in "ps":
                yield from _span_of_places(text, start)
            continue
        kind, end = str(match.lastgroup), match.end()
        if kind == "first" and not is_completed(text, start):
            kind, end = "ordinal", start + len("first")
        taken = end
        told = TOLD.get(kind)
        chance = 1.0
        if told is not None:
            kin = _kin(kind, text[start:end])
            chance = sense(text, start, end, kin, told(text, start, end))
        if chance > 0.0:
            yield _position(text, start, end, _value(kind, text[start:end]), kind, chance)


def _span_of_places(text: str, start: int) -> Iterator[Mention]:
    match = _SPAN_OF_PLACES.match(text, start)
    if match is None:
        return
    for group in (1, 2):
        first, last = match.span(group)
        yield _position(text, first, last, str(whole(match[group])), "places")


def _kin(kind: str, surface: str) -> str:
    """Words that are used alike: "first" counts more often than "ninth", "back" is no "last"."""
    word = surface.lower()
    if kind == "ordinal":
        return {"first": "o1", "1st": "o1", "second": "o2", "2nd": "o2"}.get(word, "o")
    return word.split()[-1] if kind == "rear" else kind


def _value(kind: str, surface: str) -> str:
    if kind in _FIXED:
        return _FIXED[kind]
    if kind == "pole":
        return "2" if surface[0] in "Oo" else "1"
    if kind == "first":
        return f"top:{whole(surface[6:])}"
    if kind == "row":
        return f"row:{whole(surface[4:])}"
    if kind == "top":
        return f"top:{whole(surface[4:])}"
    if kind == "nthrow":
        return f"row:{whole(surface[:-4])}"
    if kind == "p":
        return str(int(surface[1:]))
    return str(whole(surface))


def _position(
    text: str, start: int, end: int, value: str, kind: str, chance: float = 1.0
) -> Mention:
    rule = f"measure.position.{kind}"
    surface = text[start:end]
    return Mention(start, end, surface, "POSITION", value=value, rule=rule, score=chance)
