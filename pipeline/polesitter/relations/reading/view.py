"""A report as the relation stage reads it: sentences of words and slots.

Each mention is one item, so "Gottsacker's lap at 109.766 mph" is the items
DRIVER 's lap at SPEED.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from sys import intern
from typing import Final, NamedTuple

from polesitter.text.layout import Passage
from polesitter.types import Mention

Token = tuple[str, int, int]
"""A token's text and its bounds: code points [start, end) of the report's text."""


class Item(NamedTuple):
    """A word (`label` "", `mention` -1) or a slot (`label` of the mention, its index).

    `key` is what features and patterns see: the casefolded word, or "<LABEL>".
    """

    key: str
    label: str
    mention: int
    start: int
    end: int


@dataclass(slots=True)
class Sentence:
    """One passage as items. `heads`: positions in `items` of those who can qualify.

    `keys`: the key of each item, in order; `slots`: positions of those that are mentions.
    """

    index: int
    kind: str
    paragraph: int
    start: int
    end: int
    items: list[Item]
    heads: list[int] = field(default_factory=list)
    keys: list[str] = field(init=False)
    slots: list[int] = field(init=False)

    def __post_init__(self) -> None:
        # By their places, because to ask a tuple for a name takes longer.
        self.keys = [item[0] for item in self.items]
        self.slots = [at for at, item in enumerate(self.items) if item[1]]


@dataclass(slots=True)
class View:
    """The whole report: text, mentions, sentences, and which competitor each head is.

    `head_of` maps a mention's index to its competitor's id. `hits`: what slot patterns
    pair, (competitor's mention, value's mention) -> [(relation, rule id)]. `abreast`: how
    many cars a row of the grid holds.
    """

    text: str
    mentions: Sequence[Mention]
    sentences: list[Sentence]
    head_of: dict[int, str] = field(default_factory=dict)
    hits: dict[tuple[int, int], list[tuple[str, str]]] = field(default_factory=dict)
    abreast: int = 2


_made: Final = tuple.__new__
"""Makes an Item in half the time that its constructor takes; a text has thousands."""
MEMO_LIMIT: Final = 8_192
"""Words that are remembered before all are forgotten."""
_KEYS: Final[dict[str, str]] = {}
"""Word -> its key. All keys that are alike are one string, that of the weights: to find a
weight by it takes no comparing of letters."""
APOSTROPHE_S: Final = frozenset({"'s", "\u2019s", "'", "\u2019"})


def build_view(
    text: str,
    tokens: Sequence[Token],
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
) -> View:
    """Cut the token stream at passages and fold each mention into one slot.

    `tokens` stand in text order. `mentions` may come in any order and do not
    overlap; items refer to them by index.
    """
    order = sorted(range(len(mentions)), key=_ByStart(mentions))
    slots = [(mentions[index].start, mentions[index].end, index) for index in order]
    slots.append((len(text) + 1, len(text) + 1, -1))  # so that there always is a next one
    starts, ends = [token[1] for token in tokens], [token[2] for token in tokens]
    sentences = []
    at_token = at_slot = 0
    for number, passage in enumerate(passages):
        at_token = bisect_left(starts, passage.start, at_token)
        until = bisect_left(starts, passage.end, at_token)
        while slots[at_slot][1] <= passage.start:
            at_slot += 1
        items: list[Item] = []
        while at_token < until:
            slot_start, slot_end, index = slots[at_slot]
            first, at_token = at_token, bisect_right(ends, slot_start, at_token, until)
            if first < at_token:
                _add_words(items, tokens[first:at_token])
            if at_token < until:
                if starts[at_token] < slot_end:
                    label = mentions[index].label
                    items.append(_made(Item, (f"<{label}>", label, index, slot_start, slot_end)))
                    at_token = bisect_left(starts, slot_end, at_token)
                at_slot += 1
        sentences.append(
            Sentence(number, passage.kind, passage.paragraph, passage.start, passage.end, items)
        )
    return View(text, mentions, sentences)


def _add_words(items: list[Item], tokens: Sequence[Token]) -> None:
    """Add words as items to those of their sentence so far, blanks left out."""
    keys = _KEYS
    for word, start, end in tokens:
        key = (keys.get(word) if items else "") or _key_of(word, opens=not items)
        if key:
            items.append(_made(Item, (key, "", -1, start, end)))


def _key_of(word: str, *, opens: bool) -> str:
    """The key of a word, "" for blanks; remembered unless it `opens` a sentence."""
    if opens:
        return "" if word.isspace() else intern(word.casefold())
    if len(_KEYS) >= MEMO_LIMIT:
        _KEYS.clear()
    key = "'s" if word in APOSTROPHE_S else "" if word.isspace() else intern(word.casefold())
    _KEYS[word] = key
    return key


def mark_heads(sentence: Sentence, head_of: dict[int, str]) -> None:
    """Note in the sentence which of its slots are heads."""
    sentence.heads = [at for at in sentence.slots if sentence.items[at].mention in head_of]


class _ByStart:
    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions

    def __call__(self, index: int) -> int:
        return self.mentions[index].start
