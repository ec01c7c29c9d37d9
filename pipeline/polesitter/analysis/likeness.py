"""Which names of different reports are likely one: misspelt, shortened, initials.

A name that patterns/ does not list goes to the one name it is like, in the same series;
where it is like two, it stays alone. Two names in one report are never one: its writer
told them apart.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from polesitter.references.drivers import split_name
from polesitter.references.teams import GENERIC, digits, same_team
from polesitter.text.normal import words

DRIVER_FLOOR, TEAM_FLOOR = 90.0, 88.0
"""How alike, of 100, the letters of two full names must be."""
SURNAME_FLOOR, LONG_SURNAME = 80.0, 5
"""The same for surnames of that many letters and more, where the first names are equal."""

Alike = Callable[[str, str], bool]
SourcesOf = Callable[[Set[str]], Mapping[str, Set[str]]]


@dataclass(slots=True)
class Seen:
    """Where a name was seen: in which series, and how often by spelling."""

    series: set[str] = field(default_factory=set)
    spellings: Counter[str] = field(default_factory=Counter)

    @property
    def count(self) -> int:
        """How often it was told."""
        return self.spellings.total()


def likened(seen: Mapping[str, Seen], alike: Alike, sources_of: SourcesOf) -> dict[str, str]:
    """Return, for names that are likely spellings of another, the id of that other.

    `seen` by id; ids that patterns/ lists begin with a kind and a colon, others with `~`.
    `sources_of` gives the reports of some ids.
    """
    pairs = {
        (one, other)
        for ids in _by_series(seen).values()
        for one, other in _pairs(ids)
        if alike(one[1:], _plain(other))
    }
    sources = sources_of({entity_id for pair in pairs for entity_id in pair})
    rivals: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        if not sources[one] & sources[other]:
            rivals[one].add(other)
    found: dict[str, str] = {}
    for one in sorted(rivals):
        better = {other for other in rivals[one] if _rank(other, seen) > _rank(one, seen)}
        best = max(better, key=_Rank(seen), default=None)
        # A name like two that are themselves alike goes to the better of them.
        if best is not None and all(other == best or best in rivals[other] for other in better):
            found[one] = best
    return {one: _end(one, found) for one in found}


def same_driver(one: str, other: str) -> bool:
    """Tell whether two normalised driver names are likely one: "j smith", "smith", a slip."""
    (first_a, last_a, suffix_a), (first_b, last_b, suffix_b) = split_name(one), split_name(other)
    if suffix_a != suffix_b:
        return False
    if last_a == last_b and (not first_a or not first_b or _short(first_a[0], first_b[0])):
        return True
    if not first_a or not first_b:
        return False
    if first_a == first_b and min(len(last_a[-1]), len(last_b[-1])) >= LONG_SURNAME:
        # One first name, and a surname with letters changed about: Palou, Paulo.
        return fuzz.ratio(" ".join(last_a), " ".join(last_b)) >= SURNAME_FLOOR
    return fuzz.ratio(one.replace(" ", ""), other.replace(" ", "")) >= DRIVER_FLOOR


def same_entrant(one: str, other: str) -> bool:
    """Tell whether two normalised team names are likely one: shortened, initials, a slip."""
    short, long = sorted((one, other), key=len)
    if digits(words(short)) != digits(words(long)):
        return False
    return same_team(long, short, {})


def _short(one: str, other: str) -> bool:
    """J or Matt for Jack and Matthew."""
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter) and (len(shorter) == 1 or len(shorter) >= 3)


def _by_series(seen: Mapping[str, Seen]) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = defaultdict(list)
    for entity_id in sorted(seen):
        for series in seen[entity_id].series:
            ids[series].append(entity_id)
    return ids


def _pairs(ids: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Pairs worth a closer look, an unlisted name first: a shared word, or like letters."""
    joined = [_plain(entity_id).replace(" ", "") for entity_id in ids]
    by_word: dict[str, list[int]] = defaultdict(list)
    for index, entity_id in enumerate(ids):
        for word in _keys(entity_id):
            by_word[word].append(index)
    floor = min(DRIVER_FLOOR, TEAM_FLOOR)
    for index, entity_id in enumerate(ids):
        if not entity_id.startswith("~"):
            continue
        near = {other for word in _keys(entity_id) for other in by_word[word]}
        like = process.extract(
            joined[index], joined, scorer=fuzz.ratio, score_cutoff=floor, limit=None
        )
        near.update(found[2] for found in like)
        for other in sorted(near - {index}):
            yield entity_id, ids[other]


def _keys(entity_id: str) -> set[str]:
    """The telling words of a name, and its initials."""
    parts = _plain(entity_id).split()
    telling = {word for word in parts if word not in GENERIC and len(word) > 1}
    return {*telling, "".join(word[0] for word in parts)} - {""}


def _plain(entity_id: str) -> str:
    """The normalised name in an id: of `~ann lee` and of `driver:ann-lee`."""
    if entity_id.startswith("~"):
        return entity_id[1:]
    return entity_id.partition(":")[2].replace("-", " ")


def _rank(entity_id: str, seen: Mapping[str, Seen]) -> tuple[bool, int, int, int, str]:
    """Listed names first, then full ones, then the oftenest told."""
    parts = _plain(entity_id).split()
    full = min(len(parts), 2) if len(parts[0]) > 1 else 1
    return (
        not entity_id.startswith("~"), full, seen[entity_id].count, len(parts), entity_id,
    )  # fmt: skip


class _Rank:
    def __init__(self, seen: Mapping[str, Seen]) -> None:
        self.seen = seen

    def __call__(self, entity_id: str) -> tuple[bool, int, int, int, str]:
        return _rank(entity_id, self.seen)


def _end(one: str, found: Mapping[str, str]) -> str:
    # Each step goes to a better rank, so there is no circle.
    while one in found:
        one = found[one]
    return one
