"""When two cells say the same: the comparisons by which records are scored (corpus/GUIDE.md)."""

import re
import unicodedata
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz

CLASS_ALIASES = {
    "grand sport": "gs", "gran sport": "gs", "street tuner": "st", "touring car": "tcr",
    "gt daytona": "gtd", "gt daytona pro": "gtd pro", "p2": "lmp2", "p3": "lmp3",
    "silver cup": "silver", "am cup": "am", "pro am": "proam", "prototype challenge": "pc",
}  # fmt: skip
ORDINALS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "final": "final",
    "one": "1", "two": "2", "three": "3", "six": "6", "nine": "9", "ten": "10", "twelve": "12",
}  # fmt: skip
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
CREW = re.compile(r"\s*/\s*|\s*&\s*|\s+and\s+|\s*,\s+(?!jr|sr|ii)", re.IGNORECASE)
CLOCK = re.compile(r"(?:(\d+):)?(?:(\d+):)?(\d+(?:\.\d+)?)")
NAME_FLOOR = 86.0
TOLERANCE = 0.00051


@lru_cache(maxsize=50_000)
def norm(value: str) -> str:
    """Casefolded words and digits of a value, accents dropped."""
    plain = unicodedata.normalize("NFKD", value)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain.casefold().replace("’", "'")).split())


def seconds(value: Any) -> float | None:
    """A lap time as seconds: a number, "49.123", "1:45.166" or "1:02:03.4"; None if none."""
    if value is None or isinstance(value, (int, float)):
        return None if value is None else float(value)
    match = CLOCK.fullmatch(str(value).strip())
    if match is None:
        return None
    first, second, rest = match.groups()
    if second is not None:
        return float(rest) + 60 * int(second) + 3600 * int(first)
    return float(rest) + (60 * int(first) if first is not None else 0)


def surname(name: str) -> list[str]:
    """The last word of a name without its suffix, as a list of at most one."""
    return [word for word in norm(name).split() if word not in SUFFIXES][-1:]


def segment_key(value: str) -> str:
    """Q3, Round 3 = third round, Fast Six = Firestone Fast 6, semi-final = semifinal."""
    shortened = re.sub(r"(\d)(st|nd|rd|th)\b", r"\1", value)
    skipped = ("firestone", "the", "session")
    kept = [ORDINALS.get(word, word) for word in norm(shortened).split() if word not in skipped]
    return "".join(sorted(kept))


def same_name(a: str, b: str, floor: float = NAME_FLOOR) -> bool:
    """Equal but for spelling: like digits, and letters at least `floor` percent alike."""
    first, second = norm(a), norm(b)
    if first == second:
        return True
    if _numbers(first) != _numbers(second):
        return False
    return fuzz.ratio(first.replace(" ", ""), second.replace(" ", "")) >= floor


@lru_cache(maxsize=50_000)
def _numbers(name: str) -> list[str]:
    return re.findall(r"\d+", name)


@lru_cache(maxsize=50_000)
def crew(name: str) -> tuple[str, ...]:
    """The drivers of a row: "A / B", "A and B", "A, B" are two."""
    return tuple([part for part in CREW.split(name) if part.strip()])


def same_driver(gold: str, found: str, *, every: bool = True) -> bool:
    """Every driver of a crew is named, or (not `every`) some driver is shared."""
    wanted, got = crew(gold), crew(found)
    hits = sum(any(same_name(a, b) for b in got) for a in wanted)
    return hits == len(wanted) == len(got) if every else hits > 0


def same(field: str, gold: Any, found: Any) -> bool:
    """Whether two non-null cells of a field agree."""
    if field == "driver":
        return same_driver(str(gold), str(found))
    if field in ("team", "car"):
        return same_name(str(gold), str(found))
    if field == "gap_to":
        return _same_target(str(gold), str(found))
    if field == "class":
        a, b = norm(str(gold)), norm(str(found))
        return _class(a) == _class(b)
    if field == "segment":
        return segment_key(str(gold)) == segment_key(str(found))
    if field in ("position", "number", "status", "grid"):
        return norm(str(gold)) == norm(str(found))
    if field == "lap_time":
        x, y = seconds(gold), seconds(found)
        return x is not None and y is not None and abs(x - y) < TOLERANCE
    return abs(float(gold) - float(found)) < TOLERANCE


def _same_target(gold: str, found: str) -> bool:
    if norm(gold) == norm(found) or same_name(gold, found):
        return True
    return "leader" not in (gold, found) and surname(gold) == surname(found)


def _class(name: str) -> str:
    return CLASS_ALIASES.get(name, name).replace(" ", "")
