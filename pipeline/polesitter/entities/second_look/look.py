"""A second look at the chosen mentions, with the whole report in mind.

Cars and teams told in adjoining pieces become one, owners of drivers become teams, and
names that were passed over are marked (polesitter.entities.second_look.named_again).
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from polesitter.entities.candidate import Candidate
from polesitter.entities.second_look.car_model import whole_car
from polesitter.entities.second_look.entrants import add_entrants
from polesitter.entities.second_look.glued import end_char
from polesitter.entities.second_look.named_again import Tokens, add_known_names
from polesitter.entities.second_look.nicknames import add_nicknamed
from polesitter.entities.second_look.team_partners import with_partners
from polesitter.entities.worth import LEARNED

TEAM_WORD: Final = re.compile(
    r"\b(?:Racing|Motorsports?|Team|Autosports?|Engineering|Competition|Performance|Penske|Andretti|"
    r"Ganassi|Coyne|Foyt|Rahal|Shank|Hendrick|Gibbs|Roush|Childress|Enterprises|Speed Shop)\b",
    re.IGNORECASE,
)
CELL_END: Final = "|"
Extend = Callable[[Tokens, Candidate, int, int], Candidate]
"""Extends a mention, given the first free token before it and the first taken one after it."""
JOIN: Final = frozenset({"-", "/"})
PARTNERED: Final = frozenset({"by", "with", "w/"})
"""What joins a team with its partner or sponsor to one entrant."""
WIDEST: Final = len(" with ")
"""Characters between the two."""
POSSESSIVE: Final = frozenset({"'s", "\u2019s", "'", "\u2019"})
OPENERS: Final = frozenset(
    {"The", "Then", "And", "In", "At", "But", "With", "Behind", "After", "Next"}
)
CERTAIN: Final = 0.995
"""Where the learned finder is as sure as this, a name between a number and a car is a team."""
SHORTEST_OWNER: Final = 2
"""Tokens of a team known only as an owner; a single word may be a home town."""


def look_again(
    tokens: Tokens, standing: Sequence[Candidate], *, sponsored: bool = False
) -> list[Candidate]:
    """The mentions after the second look, by start; token bounds stay non-overlapping.

    `sponsored`: cars bear sponsors' names, which are no teams ("the No. 22 Menards Ford").
    """
    joined = _join_teams(tokens, _join_cars(tokens, _cars_behind_teams(tokens, standing)))
    joined = _without_sponsors(tokens, joined) if sponsored else add_entrants(tokens, joined)
    known = add_known_names(tokens, add_nicknamed(tokens, joined))
    return _add_owners(tokens, _owning_teams(tokens, known))


def _cars_behind_teams(tokens: Tokens, standing: Sequence[Candidate]) -> list[Candidate]:
    """Of two teams the second is the car in a row, "Lee | Penske | Honda", and "McLaren-Honda".

    Makers are teams, too.
    """
    told: list[Candidate] = []
    for candidate in standing:
        last = told[-1] if told else None
        second = (
            last is not None
            and last.label == candidate.label == "TEAM"
            and _is_car_behind(tokens, last, candidate)
        )
        told.append(candidate._replace(label="CAR") if second else candidate)
    return told


def _is_car_behind(tokens: Tokens, team: Candidate, car: Candidate) -> bool:
    """Whether a cell's end joins two names, or a hyphen with no blank beside it."""
    between = [word for word, _ in tokens[team.end : car.start]]
    if between == [CELL_END]:
        return car.rule == LEARNED
    return between == ["-"] and car.start_char - team.end_char == 1


def _join_cars(tokens: Tokens, standing: Sequence[Candidate]) -> list[Candidate]:
    """Join "Honda" + "Civic Type R" + "TCR" -> one car, also across a hyphen ("Lola-Ford")."""
    kept: list[Candidate] = []
    for candidate in standing:
        last = kept[-1] if kept else None
        if last is not None and last.label == "CAR" and _adjoins(tokens, last, candidate):
            suffix = candidate.label == "CLASS" and candidate.end - candidate.start == 1
            if candidate.label == "CAR" or suffix:
                kept[-1] = last._replace(end=candidate.end, end_char=candidate.end_char)
                continue
        kept.append(candidate)
    return _extended(tokens, kept, "CAR", whole_car)


def _extended(
    tokens: Tokens, standing: Sequence[Candidate], label: str, extend: Extend
) -> list[Candidate]:
    """The mentions, those of a label extended into what is free on both sides of them."""
    stops = [*(candidate.start for candidate in standing[1:]), len(tokens)]
    whole: list[Candidate] = []
    for candidate, stop in zip(standing, stops, strict=False):
        least = whole[-1].end if whole else 0
        is_own = candidate.label == label
        whole.append(extend(tokens, candidate, least, stop) if is_own else candidate)
    return whole


def _without_sponsors(tokens: Tokens, standing: list[Candidate]) -> list[Candidate]:
    """Leave out learned teams told once, between a number and a car, that do not sound like one."""
    kept = []
    for index, candidate in enumerate(standing):
        if (
            candidate.label == "TEAM"
            and candidate.rule == LEARNED
            and candidate.score < CERTAIN
            and 0 < index < len(standing) - 1
            and standing[index - 1].label == "NUMBER"
            and standing[index - 1].end == candidate.start
            and standing[index + 1].label == "CAR"
            and _is_told_once(tokens, standing, candidate)
            and not TEAM_WORD.search(_text(tokens, candidate))
        ):
            continue
        kept.append(candidate)
    return kept


def _is_told_once(tokens: Tokens, standing: Sequence[Candidate], candidate: Candidate) -> bool:
    text = _text(tokens, candidate)
    return sum(_text(tokens, other) == text for other in standing) == 1


def _text(tokens: Tokens, candidate: Candidate) -> str:
    return " ".join(tokens[i][0] for i in range(candidate.start, candidate.end))


def _join_teams(tokens: Tokens, standing: list[Candidate]) -> list[Candidate]:
    """Join "CarBahn Motorsports" by "Peregrine Racing", "HRE Wheels"/"BRE": one entrant."""
    kept: list[Candidate] = []
    for candidate in standing:
        last = kept[-1] if kept else None
        gap = candidate.start_char - last.end_char if last is not None else 0
        if last is not None and last.label == candidate.label == "TEAM" and gap <= WIDEST:
            between = "".join(word for word, _ in tokens[last.end : candidate.start])
            spaced = between.casefold() in PARTNERED
            glued = between == "/" and gap == 1
            dashed = between == "-" and gap == 3
            if spaced or glued or dashed:
                kept[-1] = last._replace(end=candidate.end, end_char=candidate.end_char)
                continue
        kept.append(candidate)
    return _extended(tokens, kept, "TEAM", with_partners)


def _add_owners(tokens: Tokens, standing: list[Candidate]) -> list[Candidate]:
    """Capitalised words that own a driver are a team: "Motorsrports In Action's Jesse Lazare"."""
    found = []
    least = 0
    for candidate in standing:
        owner = candidate.start - 1
        if candidate.label == "DRIVER" and owner > 0 and tokens[owner][0] in POSSESSIVE:
            start = _owner_start(tokens, owner, least)
            if owner - start >= SHORTEST_OWNER:
                first, past = tokens[start][1], end_char(tokens, owner - 1)
                found.append(Candidate(start, owner, first, past, "TEAM", "reference.owner", 0.7))
        least = candidate.end
    return sorted([*standing, *found], key=_start) if found else standing


def _owning_teams(tokens: Tokens, standing: list[Candidate]) -> list[Candidate]:
    """A driver told only once, as the owner of another driver, is a team: "Sierra's Ryan Lee"."""
    surnames = Counter(tokens[one.end - 1][0] for one in standing if one.label == "DRIVER")
    told = list(standing)
    for place, (owner, owned) in enumerate(pairwise(standing)):
        if (
            owner.label == owned.label == "DRIVER"
            and owner.rule == LEARNED
            and owner.end + 1 == owned.start
            and tokens[owner.end][0] in POSSESSIVE
            and surnames[tokens[owner.end - 1][0]] == 1
        ):
            told[place] = owner._replace(label="TEAM", rule="reference.owner")
    return told


def _owner_start(tokens: Tokens, owner: int, least: int) -> int:
    """Where the name that ends at token `owner` starts, at token `least` or after it."""
    start = owner
    while start > least and _is_name_word(tokens[start - 1][0]):
        start -= 1
    while start < owner and (tokens[start][0] in OPENERS or not tokens[start][0][:1].isupper()):
        start += 1
    return start


def _is_name_word(word: str) -> bool:
    return word[:1].isupper() or word in ("of", "by", "with", "de", "&")


def _adjoins(tokens: Tokens, first: Candidate, second: Candidate) -> bool:
    if first.end == second.start:
        return second.start_char - first.end_char <= 1
    between = tokens[first.end : second.start]
    glued = second.start_char - first.end_char == 1
    return len(between) == 1 and between[0][0] in JOIN and glued and second.label == "CAR"


def _start(candidate: Candidate) -> int:
    return candidate.start
