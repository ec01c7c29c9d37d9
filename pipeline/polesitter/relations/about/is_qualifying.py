"""Whether a text reports a qualifying session at all."""

import math
import re
from typing import Final

from polesitter.text.phrases import Look, Phrases

QUALIFYING: Final = "qualifying"
"""Key of `doc.user_data`: the qualifying score of the text."""
QUALIFYING_WORDS: Final = re.compile(
    r"\b(?:qualif\w*|poles?\b(?! vault)|polesitter|pole-sitter|front[- ]row|"
    r"starting (?:grid|lineup|spot|position|place|order)|Q[123]\b|SQ[123]\b|superpole|hyperpole|"
    r"(?:second|third|fourth|fifth|sixth|back) row\b|row (?:one|two|three|four|five|\d)\b|"
    r"shoot-?out|time trials?|(?:fast|quick)(?:est)? (?:time|qualifier)\b|timed in\b|"
    r"grid\b|Fast (?:Six|12|Nine)|top spot\b)",
    re.I,
)
SIGNS: Final = {
    name: re.compile(rf"\b(?:{words})", re.I)
    for name, words in {
        "a pole": r"poles?\b(?! vault)|polesitter|pole-sitter|superpole|hyperpole",
        "a lap": r"laps?\b|lapped\b|lapping\b",
        "a grid or a start": r"grid\b|front row\b(?! of)|starting (?:lineup|spot|position|place)|"
        r"starts? (?:second|third|fourth|fifth|sixth|from)\b",
        "cars": r"cars?\b|trucks?\b|machines?\b|karts?\b|karting\b|"
        r"(?:prototype|hypercar|single-seater|stock[- ]car|midget|late model)s?\b|modifieds\b",
        "racing": r"racing\b|motorsports?\b|races?\b|racer\b",
        "a circuit": r"speedway\b|raceway\b|circuit\b|race ?track\b|road course\b|oval\b|"
        r"street course\b",
        "a series": r"Grand Prix\b|GP\b|E-Prix\b|NASCAR\b|ARCA\b|IndyCar\b|INDYCAR\b|IMSA\b|"
        r"Formula \w+|F[123]\b|(?:LM)?GT[234DEP]?\b|TCR\b|LMP\d|LMH\b|LMDh\b|DTM\b|BTCC\b|"
        r"Supercars\b|USAC\b|Outlaws\b|Xfinity\b|Trans[- ]Am\b|Carrera Cup\b|"
        r"WEC\b|ELMS\b|Karting\b|Ind(?:y|ianapolis) 500\b",
        "a make of car": r"(?:Acura|Alpine|Aston Martin|Audi|BMW|Cadillac|Chevrolet|Chevy|Corvette|"
        r"Dallara|Ferrari|Ford|Honda|Hyundai|Lamborghini|Lexus|Ligier|Lotus|Mazda|McLaren|"
        r"Mercedes|Nissan|Oreca|Peugeot|Porsche|Renault|Subaru|Toyota)s?\b",
        "a car number": r"No\. ?\d{1,3}\b|#\d{1,3}\b",
        # Runners and swimmers are timed to the hundredth.
        "a lap time or a speed": r"\d{1,2}[:'m]\d\d\.\d{3,4}s?\b|"
        r"(?:\d{2,3}\.\d{3}|\d{3}\.\d{1,2}) ?(?:mph|km/h|kph)\b|"
        r"[1-9]\d\.\d{3,4}[ -]?(?:seconds?|secs?|s)\b|"
        r"(?:laps? of|fast(?:est)? (?:time )?at|timed in at|with an?|, ) ?[1-9]\d\.\d{3}(?!\d)",
    }.items()
}
"""Kinds of words that reports of motor racing hold, by name; one word of a kind counts once."""
TIMED_POLE: Final = re.compile(
    r"\b(?<!in )poles?\b(?! vault)[^.!?\n]{0,80}?"
    r"\b(?:\d{1,2}[:'m]\d\d\.\d{1,4}s?|[1-9]\d\.\d{1,4}[ -]?(?:seconds?|secs?|s))\b",
    re.I,
)
"""A pole and its lap in one breath: of no other sport, however short the text."""
RACED: Final = re.compile(
    r"\b(?:podium|che(?:ck|qu)ered|victory lane|finish line|finishers?\b|race winner|"
    r"won (?:the (?:race|opener|event)|by|from|for)|took the win|laps led|led \d+ laps|restart|"
    r"pit ?stops?|leg\b|caution)",
    re.I,
)
"""Words of a race that was run, where nothing else says what the places are of."""
TIMED: Final = re.compile(r"\d\d\.\d{2,4}s?\b")
"""A lap to the hundredth, or its average speed."""
PHRASES: Final = Phrases(
    {"telling": QUALIFYING_WORDS, "raced": RACED, "timed pole": TIMED_POLE, **SIGNS}
)
NEEDED: Final = 3
"""Kinds that a text must hold before its talk of poles and grids counts."""
NEEDED_WHEN_TOLD_OFTEN: Final = 2
"""Kinds that are enough where poles and grids are talked of more than once."""
UNNAMED: Final = 0.05
"""Score of a text of laps and no race, which may tell of qualifying and never call it so."""


def qualifying_score(text: str) -> float:
    """0 for a text that says nothing of qualifying, towards 1 the more it does."""
    look = PHRASES.look(text)
    telling = look.count("telling")
    if not _is_of_racing(look, telling):
        return 0.0
    if telling == 0:
        return UNNAMED if TIMED.search(text) and not look.has("raced") else 0.0
    per_hundred = 100.0 * telling / max(len(text.split()), 50)
    return round(1.0 - math.exp(-(0.5 * per_hundred + 0.15 * telling)), 4)


def what_is_missing(text: str) -> str | None:
    """Return in words what a text lacks to be read at all; None where it lacks nothing."""
    if qualifying_score(text) > 0.0:
        return None
    look = PHRASES.look(text)
    telling = look.count("telling")
    if _is_of_racing(look, telling):
        return "it tells of no qualifying, pole, grid, front row or starting place"
    found = ", ".join(name for name in SIGNS if look.has(name)) or "nothing"
    return (
        f"of what tells motor racing it names {found}; "
        f"at least {_needed(telling)} are needed of: {', '.join(SIGNS)}"
    )


def _is_of_racing(look: Look, telling: int) -> bool:
    """Whether a text that tells of poles and grids so often is of motor racing."""
    found = sum(look.has(name) for name in SIGNS)
    return found >= _needed(telling) or look.has("timed pole")


def _needed(telling: int) -> int:
    return NEEDED if telling < 2 else NEEDED_WHEN_TOLD_OFTEN
