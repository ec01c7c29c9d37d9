"""Series, event and track of the reported session, among those a report names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from polesitter.records.session.track_signs import of_track
from polesitter.references.teams import is_initials
from polesitter.text.normal import normal, words
from polesitter.types import Mention

LEAD: Final = 600
"""Code points that count as the lead of a report, where the session is named."""


@dataclass(frozen=True, slots=True)
class Named:
    """A chosen name: the fullest form's mention index, and how clear the choice was."""

    index: int
    text: str
    score: float


def choose_name(label: str, text: str, mentions: Sequence[Mention]) -> Named | None:
    """The name of a label that the report is about, in its fullest form; None without any.

    Names that are written alike, or that patterns know as one, count together; the one told
    earliest and oftenest stands. A track's also looks like one: a dateline names the town first.
    """
    groups = _groups(label, mentions)
    if not groups:
        return None
    scored = sorted(((-_score(label, group, text, mentions), group[0]), group) for group in groups)
    best = scored[0][1]
    full = min(best, key=_Fullness(mentions, text))
    return Named(full, mentions[full].text, -scored[0][0][0])


def _groups(label: str, mentions: Sequence[Mention]) -> list[list[int]]:
    """Mentions of one name, known by pattern id or by their words."""
    groups: list[list[int]] = []
    names: dict[int, frozenset[str]] = {}
    for index, mention in enumerate(mentions):
        if mention.label != label:
            continue
        names[index] = frozenset(words(mention.text))
        for group in groups:
            if any(
                _same_rule(mentions[other], mention)
                or _same_words(names[other], names[index])
                or _shortened(mentions[other].text, mention.text)
                for other in group
            ):
                group.append(index)
                break
        else:
            groups.append([index])
    return groups


def _same_rule(a: Mention, b: Mention) -> bool:
    return ":" in a.rule and a.rule == b.rule


def _same_words(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether the words of one name all stand in the other."""
    return bool(a and b) and (a <= b or b <= a)


def _shortened(a: str, b: str) -> bool:
    """Whether one name is the other cut short: "COTA", "Hockenheim" of the Hockenheimring."""
    short, long = sorted((a, b), key=len)
    if short.isupper() and len(short) > 2 and is_initials(short.casefold(), long):
        return True
    return len(short) > 4 and " " not in long and normal(long).startswith(normal(short))


def _score(label: str, group: Sequence[int], text: str, mentions: Sequence[Mention]) -> float:
    early = 2.0 / (1.0 + mentions[group[0]].start / LEAD)
    often = min(len(group), 5)
    long = max(len(words(mentions[index].text)) for index in group) > 1
    if label == "TRACK":
        return early + 0.17 * often + 0.5 * long + of_track(text, [mentions[i] for i in group])
    return early + 0.35 * often + 0.15 * long


class _Fullness:
    """Most words first, then letters; one in capitals only if there is no other; the earliest."""

    def __init__(self, mentions: Sequence[Mention], text: str) -> None:
        self.mentions = mentions

    def __call__(self, index: int) -> tuple[bool, int, int, int]:
        name = self.mentions[index].text
        shouted = name.isupper() and len(name) > 6
        return (shouted, -len(words(name)), -len(normal(name)), index)


def pattern_names(label: str, mentions: Sequence[Mention]) -> Mapping[str, str]:
    """Name as written -> pattern id, for what a pattern of patterns/entities has found."""
    return {
        mention.text: mention.rule
        for mention in mentions
        if mention.label == label and ":" in mention.rule
    }
