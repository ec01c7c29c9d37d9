"""Car numbers: "No. 93", "Nos. 6 and 7", "#37", "Car 12", "the 93 car", "number 93"."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from polesitter.types import Mention

_NUMBER = re.compile(
    r"(?:(?:[Nn][Oo]s?\.[ \u00a0\n]{0,2}|Nos?[ \u00a0]|N\u00b0 ?|\u2116 ?|#)"
    r"(?P<labelled>\d{1,3}(?:[A-Z]{1,2}(?![a-z]))?)"
    r"|[Cc]ar (?:[Nn]umber |[Nn]o\.? ?)?(?P<car>\d{1,3})(?=[\s,.;:)])"
    r"|number[ -](?P<spelled>\d{1,3})"
    r"|[Tt]he (?P<the>\d{1,3}) (?:car|truck|machine|entry|team|crew|Chevrolet|Chevy|Ford|Toyota"
    r"|Honda"
    r"|Dodge|Porsche|BMW|Ferrari|Audi|Cadillac|Acura|Mazda|Mercedes|Lamborghini|McLaren|Aston)"
    r"(?! field| grid))\b(?![.:%]\d|%)"
)
TRIGGERS = frozenset(
    ("No", "no", "NO", "Nos", "nos", "NOS", "N\u00b0", "Car", "car", "the", "The", "number")
)
_COUNTING = frozenset(("labelled", "spelled"))
"""How what is no car may be numbered, too: "Practice No. 2", "pole number 29"."""
_SIGN = re.compile(r"[#\u2116]")
_MORE = re.compile(r"(?:,? and (?:the )?|, | & |/)(#|[Nn]o\.? ?)?(\d{1,3})\b(?![.:]\d|%)")
_COUNTED_BEFORE = re.compile(
    r"\b(?:practice|session|race|round|heat|poles?|win|victory|qualifier|qualifying|group|test"
    r"|stage"
    r"|podium|segment|day|title|championship|career|start|cask|turn|rule|law|article)"
    r"(?: position)? $"
)
_RANK_AFTER = re.compile(
    r" (?:qualifier|qualifying|starting|start\b|spot|seed|pit (?:stall|box)|position|pick|rank"
    r"|on the grid"
    r"|in (?:the (?:points|standings|world)|total|all)|all told|driver in the|grid|status|fan"
    r"|of the season"
    r"|for (?:him|her|the (?:season|year|driver|team|series|\w+-year-old))\b)"
)


def find_numbers(text: str, starts: Iterable[int]) -> Iterator[Mention]:
    """Yield the NUMBER mentions of `text`: the digits alone, as written ("08"), or "17K".

    `starts` are the code points where a word of TRIGGERS stands.
    "Practice No. 2" and "the No. 1 qualifier" count other things than cars.
    Numbers in the columns of result tables carry no mark of their own and are not
    read here.
    """
    signs = (sign.start() for sign in _SIGN.finditer(text))
    for start in chain(starts, signs):
        match = _NUMBER.match(text, start)
        if match is None:
            continue
        kind = str(match.lastgroup)
        end = match.end()
        if kind in _COUNTING and _counts_something_else(text, match):
            continue
        yield _number(text, *match.span(kind), f"measure.number.{kind}")
        plural = match[0][:3].lower() == "nos"
        while kind == "labelled" and (more := _MORE.match(text, end)):
            if not (plural or more[1]):
                break
            yield _number(text, *more.span(2), "measure.number.listed")
            end = more.end()


def _counts_something_else(text: str, match: re.Match[str]) -> bool:
    if _RANK_AFTER.match(text, match.end()):
        return True
    before = text[max(0, match.start() - 24) : match.start()].lower()
    return _COUNTED_BEFORE.search(before) is not None


def _number(text: str, start: int, end: int, rule: str) -> Mention:
    return Mention(start, end, text[start:end], "NUMBER", value=text[start:end], rule=rule)
