"""Which of the sessions that a report tells of a result belongs to: Race 1, Race 2, the sprint."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from polesitter.records.session.looked_for import look_at
from polesitter.text.layout import Passage
from polesitter.types import Evidence, Result

NUMBERS: Final = {"one": "1", "two": "2", "three": "3", "first": "1", "second": "2", "third": "3"}
LOOKING_BACK: Final = re.compile(r"\b(?:had|earlier|already|also|last time)\b[^.;]{0,80}$")
PROOFS = ("position", "grid_position", "starts_at_rear", "lap_time_s", "speed", "gap_s")
"""Fields whose words tell the session, the surest first."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A session named in a text: its standard name, the words and where they start, its passage."""

    name: str
    start: int
    words: str
    passage: int
    is_past: bool = False
    """Named only to look back: "had been well down the order for the Sprint"."""


def find_sessions(text: str, passages: Sequence[Passage]) -> list[Naming]:
    """The sessions a report names, in text order; none where it names fewer than two.

    Days tell sessions apart only where nothing else does ("Saturday's race", "Sunday's race").
    """
    look = look_at(text)
    named = [
        (match.lastgroup, _naming(match, number, passage.start))
        for number, passage in enumerate(passages)
        for match in look.matches("session", passage.start, passage.end)
    ]
    told = [naming for group, naming in named if group != "day"]
    if len({naming.name for naming in told}) < 2:
        told = [naming for group, naming in named if group == "day"]
    return told if len({naming.name for naming in told}) > 1 else []


def _naming(match: re.Match[str], number: int, start: int) -> Naming:
    is_past = LOOKING_BACK.search(match.string, start, match.start()) is not None
    return Naming(_standard(match), match.start(), match.group(), number, is_past)


def with_session_names(
    results: Iterable[Result], text: str, passages: Sequence[Passage]
) -> list[Result]:
    """Results with the session they are of, and the words that name it.

    A result belongs to the one session its own sentence names, else to that of the
    heading above or of the sentences before in its paragraph, else to the first named.
    """
    named = find_sessions(text, passages)
    return [_named(result, named, passages) for result in results] if named else list(results)


def _named(result: Result, named: Sequence[Naming], passages: Sequence[Passage]) -> Result:
    proof = min((p for p in result.evidence if p.field in PROOFS), key=_surest, default=None)
    naming = _naming_at(proof.start, named, passages) if proof is not None else named[0]
    end = naming.start + len(naming.words)
    words = Evidence("session_name", naming.start, end, naming.words, "session.name", 1.0)
    return replace(result, session_name=naming.name, evidence=(*result.evidence, words))


def _naming_at(at: int, told: Sequence[Naming], passages: Sequence[Passage]) -> Naming:
    named = [naming for naming in told if not naming.is_past]
    own = next((n for n, p in enumerate(passages) if p.start <= at < p.end), 0)
    inside = [naming for naming in named if naming.passage == own]
    if len({naming.name for naming in inside}) == 1:
        return inside[0]
    before = [naming for naming in named if naming.passage < own]
    paragraph = passages[own].paragraph
    near = [naming for naming in before if passages[naming.passage].paragraph == paragraph]
    heads = [naming for naming in before if passages[naming.passage].kind == "heading"]
    return [*told[:1], *named[:1], *heads[-1:], *near[-1:]][-1]


def _surest(proof: Evidence) -> tuple[int, int]:
    return (PROOFS.index(proof.field), proof.start)


def _standard(match: re.Match[str]) -> str:
    if match["n"]:
        number = match["n"].casefold()
        return f"{match['kind'].capitalize()} {NUMBERS.get(number, number)}"
    if match["o"]:
        return f"Race {NUMBERS[match['o'].casefold()]}"
    if match["day"]:
        return f"{match['day'].capitalize()} race"
    return "Sprint" if match["sprint"] else "Feature"
