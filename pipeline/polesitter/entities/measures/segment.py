"""Parts of a knock-out qualifying: "Q3", "Firestone Fast Six", "round two", "quarter-finals"."""

import re
from collections.abc import Iterable, Iterator

from polesitter.entities.measures.spelled import CARDINAL, whole
from polesitter.entities.measures.triggers import in_cases
from polesitter.text.calendar import WEEKDAY
from polesitter.types import Mention

_SHOOT_OUT = r"(?:[Ss]hoot-?[Oo]ut|SHOOT-?OUT)"
_ONE_TO_FIVE = r"(?:[1-5]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|ONE|TWO|THREE|FOUR|FIVE)"
TRIGGERS = in_cases(
    "hyperpole hyper superpole super qualifying firestone fast quick top last semi semifinal"
    " semifinals quarter quarterfinal quarterfinals group round heat segment duel first second"
    " third opening final semis quarters pole".split()
) | frozenset(f"{kind}{number}" for kind in ("Q", "SQ") for number in range(1, 5))
_SEGMENT = re.compile(
    r"(?:(?P<q>S?Q[1-4])\b"
    rf"|(?P<hyper>(?:[Hh]yper-?[Pp]ole|HYPERPOLE)(?: [12]\b)?)"
    r"|(?P<super>[Ss]uper[- ]?[Pp]ole|SUPER[- ]?POLE)\b"
    rf"|(?P<qualifying>(?:Qualifying|QUALIFYING) [1-3])\b(?![.:]\d)"
    r"|(?P<fast>(?:Firestone |FIRESTONE )?(?:[Ff]ast|FAST|[Qq]uick|QUICK) "
    rf"(?:[Ss]ix|SIX|[Nn]ine|NINE|[Tt]welve|TWELVE|6|9|12)(?: {_SHOOT_OUT})?)\b(?! (?:laps|times))"
    rf"|(?P<top>(?:[Tt]op|TOP)[- ](?:\d{{1,2}}|{CARDINAL}) (?:{_SHOOT_OUT}|Dash))\b"
    rf"|(?P<pole>[Pp]ole {_SHOOT_OUT})\b"
    r"|(?P<named>Super Lap|Top Qualifying)\b"
    rf"|(?P<lastrow>(?:[Ll]ast [Rr]ow|LAST ROW) (?:{_SHOOT_OUT}|[Qq]ualifying))\b"
    r"|(?P<lastchance>[Ll]ast[- ][Cc]hance (?:[Qq]ualifying|[Qq]ualifier|[Rr]ace|[Hh]eat))\b"
    r"|(?P<knock>(?:[Ss]emi|[Qq]uarter)[- ]?[Ff]inals?)\b"
    r"|(?P<group>(?:Group|GROUP) (?:[A-D]\b|[1-4]\b(?![.:]\d| (?:[A-Z][a-z]|cars?\b|prototypes?\b|"
    r"machines?\b|racers?\b|rules\b|era\b))))"
    r"|(?P<short>(?<=\bthe )(?:semis|quarters|semi)|(?<=\bhis )(?:semi|quarter))\b(?!-)"
    rf"|(?P<round>(?:[Rr]ound|ROUND) {_ONE_TO_FIVE})\b(?![.:-]?\d)"
    r"|(?P<part>(?:Heat|Segment|Duel|HEAT|SEGMENT|DUEL) [1-5])\b"
    r"|(?P<nthround>(?:[Ff]irst|[Ss]econd|[Tt]hird|[Oo]pening|[Ff]inal|FINAL|[Ll]ast) [Rr](?:ound"
    r"|OUND))\b"
    r"|(?P<nthpart>(?:[Ff]irst|[Ss]econd|[Tt]hird|[Oo]pening|[Ff]inal) segment)\b"
    r"|(?P<final>(?<=[nod] the )final(?! duel)|(?<=the )final duel)\b"
    r"|(?P<decider>(?<=[far] the )final|(?<=day's )final)\b)"
)
_CALENDAR_AFTER = re.compile(
    r"[- ](?:of|at|in) (?:the )?(?:\d{4}|season|year|championship|series|campaign|calendar"
    rf"|(?!NASCAR|IndyCar|{WEEKDAY}\b)"
    r"(?:\w+ )?(?:[A-Z]|\d(?!\d*\.\d)|season|championship|series))|\s*[\u2013\u2014]"
    r"|(?:-|,)? race\b"
)
_SESSION = re.compile(r"qualif|[Kk]nock-?out")
_CALENDAR_BEFORE = re.compile(
    r"(?:\bat|\bseason|\bchampionship|['\u2019]s(?: \w+)?|\bhome|\bseries) $"
)
_KNOCK_OUT = re.compile(
    r"\b(?:knock-?out|S?Q[123]|Fast (?:Six|12|Nine)|[Rr]ound (?:[12]|one|two)\b|ROUND \d"
    r"|[Rr]ound (?:3|three) (?:laps?|times?)\b"
    r"|advanc|eliminat|transfer|group qualifying|duels?|semi-?finals?)"
)
_FINALS = re.compile(r"[- ]?finals?\b|\bduels?\b")
"""Without one "the quarters" are others."""
_DUELS = re.compile(r"\b(?:[Ss]emi|[Qq]uarter)[- ]?[Ff]inals?\b|\b[Dd]uels?\b")
"""Without one "for the final" is said of a round of the season."""
_ENTERS = re.compile(
    r"\b(?:reach\w*|advanc\w*|made|make|makes|into|to|in|from|for|-car|-truck|during)(?: the)?"
    r"(?: (?:\d+|\w+)-(?:car|truck|driver))? $"
)
_FINAL_OF_SOMETHING = re.compile(
    r" (?!was\b|is\b|against|for\b|and\b|with\b|by\b|where|he\b|she\b|after|between"
    r"|when|but\b|on\b|from\b|at\b|in\b|to\b)\w"
)
_FAST_WORDS = {6: "Six", 9: "Nine", 12: "12"}
_STANDARD = {
    "pole": "Pole Shootout",
    "lastrow": "Last Row Shootout",
    "lastchance": "Last Chance Qualifying",
    "final": "final",
    "decider": "final",
}


def find_segments(text: str, starts: Iterable[int]) -> Iterator[Mention]:
    """Yield the SEGMENT mentions of `text`; the value is the shortest standard form.

    `starts` are the code points where a word of TRIGGERS stands. "Round 2" counts
    only where the report tells of a knock-out qualifying: races of a season are
    rounds, too.
    """
    knock_out: bool | None = None
    for start in starts:
        match = _SEGMENT.match(text, start)
        if match is None:
            continue
        kind = str(match.lastgroup)
        end = match.end()
        if kind in ("round", "nthround"):
            if knock_out is None:
                knock_out = _KNOCK_OUT.search(text) is not None
            if not _is_of_qualifying(text, match, knock_out):
                continue
        if kind == "short" and not _FINALS.search(text):
            continue
        if kind == "decider" and not _DUELS.search(text):
            continue
        if kind in ("final", "decider") and _FINAL_OF_SOMETHING.match(text, end):
            continue
        yield Mention(
            start,
            end,
            match[0],
            "SEGMENT",
            value=_standard(kind, match[0]),
            rule=f"measure.segment.{kind}",
        )


def _is_of_qualifying(text: str, match: re.Match[str], knock_out: bool) -> bool:
    before = text[max(0, match.start() - 32) : match.start()]
    if _CALENDAR_AFTER.match(text, match.end()) and not _SESSION.search(
        text, match.end(), match.end() + 48
    ):
        return False
    if _CALENDAR_BEFORE.search(before):
        return False
    return knock_out or (match.lastgroup == "nthround" and _ENTERS.search(before) is not None)


def _standard(kind: str, surface: str) -> str:
    if kind in _STANDARD:
        return _STANDARD[kind]
    if kind in ("hyper", "super"):
        return _pole(kind, surface)
    words = surface.split()
    if kind in ("q", "named"):
        return surface
    if kind == "qualifying":
        return f"Q{words[1]}"
    if kind == "fast":
        name, size = words[1:3] if words[0].lower() == "firestone" else words[:2]
        return f"{name.capitalize()} {_FAST_WORDS[whole(size)]}"
    if kind == "top":
        size, name = surface.replace("-", " ", 1).split()[1:3]
        return f"Top {whole(size)} {'Dash' if name == 'Dash' else 'Shootout'}"
    if kind in ("knock", "short"):
        return "semi-final" if surface[0] in "Ss" else "quarter-final"
    if kind == "group":
        return f"Group {words[1]}"
    if kind in ("round", "part"):
        return f"{words[0].capitalize()} {whole(words[1])}"
    return _nth(words[0].lower(), words[1].lower())


def _pole(kind: str, surface: str) -> str:
    """The name of a last session as written, with its number where there are several."""
    number = surface[-1] if surface[-1].isdigit() else ""
    name = "Super Pole" if " " in surface.rstrip(" 12") else f"{kind.capitalize()}pole"
    return f"{name} {number}".rstrip()


def _nth(word: str, part: str) -> str:
    if word in ("final", "last"):
        return f"final {part}"
    return f"{part.capitalize()} {1 if word == 'opening' else whole(word)}"
