"""Which driver mentions are the same person: surnames, first names, particles, typos, families."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from polesitter.references.told import Labelled
from polesitter.text.normal import SUFFIXES, normal, words

PARTICLES: Final = frozenset(
    {"de", "da", "di", "del", "della", "der", "den", "van", "von", "dos", "du", "la", "le", "st",
     "ter", "ten", "af", "al", "el", "mac", "d"}
)  # fmt: skip
OPENING: Final = PARTICLES - {"al", "el"}
"""Particles that a bare surname may begin with; "Al Unser" is a first name and a surname."""
FEWEST: Final = 3
"""Letters that a short form of a first name shares with it at least, if it has so many."""
GLUED: Final = re.compile(r"\.\w\w")
"""Initials that no space parts from the surname."""
TYPO_FLOOR: Final = 86.0
NAME_FLOOR: Final = 90.0


@dataclass(slots=True)
class Person:
    """A driver of one report: the forms seen, and where (indices of mentions)."""

    forms: Counter[str] = field(default_factory=Counter)
    mentions: list[int] = field(default_factory=list)
    first: str = ""
    last: tuple[str, ...] = ()
    suffix: str = ""
    surname: str = field(init=False)
    name: str = field(init=False)
    parts: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """Put the names together: `surname`, the whole `name`, and its `parts` in order."""
        self.surname = " ".join(self.last)
        self.name = f"{self.first} {self.surname}"
        self.parts = sorted(self.name.split())

    def call(self, first: Sequence[str], last: Sequence[str], suffix: str) -> None:
        """Take a fuller name than the one known so far."""
        self.first, self.last, self.suffix = " ".join(first), tuple(last), suffix or self.suffix
        self.__post_init__()

    def add(self, index: int, text: str) -> None:
        """Note one more mention and the form it has."""
        self.mentions.append(index)
        self.forms[text] += 1


@lru_cache(maxsize=4_096)
def split_name(text: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """First names, surname with its particles, and suffix of a name as written.

    One word is a surname, hyphens or not: "Cook-Sutton"; but "F.Cook" has both.
    """
    parts = list(words(text))
    suffix = ""
    if len(parts) > 1 and parts[-1] in SUFFIXES:
        suffix = parts.pop()
    if len(parts) <= 1 or (len(text.split()) - bool(suffix) == 1 and not GLUED.search(text)):
        return (), tuple(parts), suffix
    if parts[0] in OPENING and all(part in PARTICLES for part in parts[:-1]):
        return (), tuple(parts), suffix
    cut = len(parts) - 1
    while cut > 1 and parts[cut - 1] in PARTICLES:
        cut -= 1
    return tuple(parts[:cut]), tuple(parts[cut:]), suffix


def resolve_drivers(mentions: Sequence[Labelled]) -> list[Person]:
    """Group the DRIVER mentions by person, in order of first appearance.

    Full names first, then surnames (the one last mentioned, where several share
    it), then unique first names; a name that fits nobody is a person of its own.
    """
    indices = [i for i, mention in enumerate(mentions) if mention.label == "DRIVER"]
    people: list[Person] = []
    short: list[int] = []
    person_of: dict[str, Person] = {}
    for index in indices:
        text = mentions[index].text
        first, last, suffix = split_name(text)
        if first:
            person = person_of.get(text) or _same_full_name(people, first, last, suffix)
            if person is None:
                person = Person(first=" ".join(first), last=last, suffix=suffix)
                people.append(person)
            elif len(first) + len(last) > len(person.parts):
                person.call(first, last, suffix)
            person_of[text] = person
            person.add(index, text)
        else:
            short.append(index)
    for index in short:
        _place_short(people, mentions, index)
    for person in people:
        person.mentions.sort()
    return sorted(people, key=_first_mention)


def fullest(person: Person) -> str:
    """The fullest form; among equals the one spelled most often, then the first."""
    if len(person.forms) == 1:
        return next(iter(person.forms))
    surname = _commonest_surname(person)
    ranked = sorted(
        person.forms.items(),
        key=_Fullness(surname),
    )
    return ranked[0][0]


class _Fullness:
    def __init__(self, surname: str) -> None:
        self.surname = surname

    def __call__(self, form: tuple[str, int]) -> tuple[int, int, int, int]:
        text, count = form
        parts = words(text)
        agrees = bool(self.surname) and self.surname in parts
        return (-min(len(parts), 3), -agrees, -count, text.isupper())


def _commonest_surname(person: Person) -> str:
    seen: dict[str, int] = {}
    for form, count in person.forms.items():
        last = split_name(form)[1]
        if last:
            seen[last[-1]] = seen.get(last[-1], 0) + count
    return max(seen, key=seen.__getitem__, default="")


def _first_mention(person: Person) -> int:
    return person.mentions[0]


def _same_full_name(
    people: Sequence[Person], first: tuple[str, ...], last: tuple[str, ...], suffix: str
) -> Person | None:
    name = " ".join((*first, *last))
    parts, joined = sorted(name.split()), name.replace(" ", "")
    for person in people:
        if suffix and person.suffix and suffix != person.suffix:
            continue
        if person.parts == parts or person.name.endswith(f" {name}"):
            return person
        if name.endswith(f" {person.name}"):
            return person
        if person.first[:1] != name[:1]:
            continue
        known = person.name.replace(" ", "")
        if fuzz.ratio(joined, known, score_cutoff=NAME_FLOOR) >= NAME_FLOOR:
            return person
        if last[-1] == person.last[-1] and _short_for(first[0], person.first.split()[0]):
            return person
    return None


def _short_for(a: str, b: str) -> bool:
    """Pato/Patricio, Matt/Mathew, J/Jack are one; Bill and William, Mario and Marco are not."""
    shorter, longer = sorted((a, b), key=len)
    return longer.startswith(shorter[: max(FEWEST, len(shorter) - 1)])


def _place_short(people: list[Person], mentions: Sequence[Labelled], index: int) -> None:
    text = mentions[index].text
    _, last, suffix = split_name(text)
    key = " ".join(last)
    for test in (_is_surname, _is_part_of_surname, _is_first_name, _is_misspelt):
        matches = [
            person for person in people
            if test(person, key) and not (suffix and person.suffix not in ("", suffix))
        ]  # fmt: skip
        if suffix and len(matches) > 1:
            matches = [person for person in matches if person.suffix == suffix] or matches
        if len(matches) > 1 and test in (_is_first_name, _is_misspelt):
            break  # It may be either of them, so it is nobody else's either.
        if matches:
            nearest = matches[0] if len(matches) == 1 else max(matches, key=_LastBefore(index))
            nearest.add(index, text)
            return
    person = Person(last=last, suffix=suffix)
    person.add(index, text)
    people.append(person)


class _LastBefore:
    """Orders people by their last mention before an index; those met only later come last."""

    def __init__(self, index: int) -> None:
        self.index = index

    def __call__(self, person: Person) -> tuple[int, int]:
        before = [i for i in person.mentions if i < self.index]
        return (max(before, default=-1), -min(person.mentions))


def _is_surname(person: Person, key: str) -> bool:
    return key == person.surname or key in person.last[-1:]


def _is_part_of_surname(person: Person, key: str) -> bool:
    """Double surnames: "Marshall" of Joseph Marshall-Birks, "Sette Camara" of Sergio S. C."""
    if " " in key:
        return person.name.endswith(f" {key}")
    return len(key) > 3 and any(
        key == normal(part)
        for form in person.forms
        for part in form.replace("\u2011", "-").split("-")[1:] + form.split()[-1].split("-")[:1]
    )


def _is_first_name(person: Person, key: str) -> bool:
    return bool(person.first) and f"{person.first} ".startswith(f"{key} ")


def _is_misspelt(person: Person, key: str) -> bool:
    if len(key) < 5 or not person.first:
        return False
    told = key.split()
    last = person.last if len(told) <= len(person.last) else person.name.split()[-len(told) :]
    return fuzz.ratio("".join(told), "".join(last)) >= TYPO_FLOOR - 2 * (len(key) < 7)
