"""Series, event and track of the reported session, among those a report names."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from polesitter.text.layout import Passage
from polesitter.text.normal import words
from polesitter.types import Mention

LEAD: Final = 600
"""Code points that count as the lead of a report, where the session is named."""
ELSEWHERE = ("last", "previous", "year's", "also", "won", "opener", "since", "at", "after", "ago",
             "next", "in")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A chosen name: the fullest form's mention index, and how clear the choice was."""

    index: int
    text: str
    score: float


def choose_name(
    label: str, text: str, mentions: Sequence[Mention], passages: Sequence[Passage]
) -> Named | None:
    """The name of a label that the report is about, in its fullest form; None without any.

    Names that are written alike, or that patterns know as one, count together; the
    one told earliest and oftenest stands.
    """
    groups = _groups(label, mentions)
    if not groups:
        return None
    scored = sorted(((-_score(group, mentions, passages), group[0]), group) for group in groups)
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
                _same_rule(mentions[other], mention) or _same_words(names[other], names[index])
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


def _score(group: Sequence[int], mentions: Sequence[Mention], passages: Sequence[Passage]) -> float:
    start = mentions[group[0]].start
    early = 2.0 / (1.0 + start / LEAD)
    return (
        early
        + 0.35 * min(len(group), 5)
        + 0.15 * (max(len(words(mentions[i].text)) for i in group) > 1)
    )


class _Fullness:
    """Longest first; a form in capitals only if there is no other; then the earliest."""

    def __init__(self, mentions: Sequence[Mention], text: str) -> None:
        self.mentions = mentions

    def __call__(self, index: int) -> tuple[bool, int, int]:
        name = self.mentions[index].text
        shouted = name.isupper() and len(name) > 6
        return (shouted, -len(words(name)), index)


def pattern_names(mentions: Sequence[Mention]) -> Mapping[str, str]:
    """Name as written -> pattern id, for mentions found by a pattern of patterns/entities."""
    found: dict[str, str] = defaultdict(str)
    for mention in mentions:
        if ":" in mention.rule and not mention.rule.startswith("measure"):
            found[mention.text] = mention.rule
    return dict(found)
