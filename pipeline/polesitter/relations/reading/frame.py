"""What all claims of one sentence share: its heads, the slots of each label, its cue words."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from polesitter.relations.reading.bare import Bare
from polesitter.relations.reading.several import Several
from polesitter.relations.reading.value_lists import ValueList, list_around
from polesitter.relations.reading.view import Sentence
from polesitter.relations.signs.bucket import bucket
from polesitter.relations.signs.doubts import grade
from polesitter.relations.signs.family import Part
from polesitter.types import Mention

FRAMES: Final = {
    "practice": "practice", "practices": "practice", "warm-up": "practice", "warmup": "practice",
    "race": "race", "won": "race", "win": "race", "victory": "race", "finished": "race",
    "finish": "race", "finishing": "race", "laps": "race", "podium": "race", "restart": "race",
    "led": "race", "winner": "race", "lead": "race", "leader": "race", "points": "points",
    "championship": "points", "standings": "points", "title": "points", "year": "history",
    "years": "history", "season": "history", "career": "history", "previous": "history",
    "record": "record", "ago": "history", "since": "history", "last": "last", "first": "first",
    "old": "history", "mark": "record", "belonged": "history", "best": "best", "would": "hypo",
    "could": "hypo", "should": "hypo", "if": "hypo", "hoped": "hypo", "might": "hypo",
    "provisional": "provisional", "initially": "provisional", "briefly": "provisional",
    "early": "provisional", "earlier": "provisional", "until": "provisional",
    "before": "provisional", "eventually": "late", "finally": "late", "later": "late",
    "penalty": "penalty", "penalties": "penalty", "penalised": "penalty", "penalized": "penalty",
    "drops": "penalty", "dropped": "penalty", "falls": "penalty", "inherits": "penalty",
    "moves": "penalty", "promoted": "penalty", "promotes": "penalty", "docked": "penalty",
    "start": "start", "starts": "start", "starting": "start", "started": "started",
    "line": "start", "lines": "start", "roll": "start", "rolls": "start", "grid": "grid",
    "qualified": "qual", "qualifying": "qual", "qualify": "qual", "qualifier": "qual",
    "quickest": "fast", "fastest": "fast", "pole": "pole", "session": "session",
    "engine": "penalty", "gearbox": "penalty", "stewards": "penalty", "disallowed": "dq",
    "deleted": "dq", "disqualified": "dq", "inspection": "dq", "illegal": "dq", "wiped": "dq",
    "crashed": "crash", "spun": "crash", "wall": "crash", "tires": "car", "tyres": "car",
    "overall": "overall", "class": "class", "opening": "opening", "final": "final",
}  # fmt: skip
MODIFIERS: Final = frozenset(
    {"'s", "the", "a", "an", "his", "her", "their", "its", "no", "no.", ".", "#", "nos", "number",
     "teammate", "team-mate", "teammates", "driver", "rookie", "fellow", "points", "leader",
     "defending", "champion", "reigning", "winner", "series", "only", "just", "nearly", "almost",
     "barely", "about", "second", "other", "sister", "same", "local", "favorite", "former",
     "veteran", "team"}
)  # fmt: skip
"""Words that stand before a name and say nothing of its place in the sentence."""
DOUBTED: Final = frozenset({"POSITION", "TEAM", "CAR"})
"""Labels whose slots tell how surely they are what they are taken for."""
MODIFYING: Final = frozenset({"<TEAM>", "<CAR>", "<NUMBER>", "<CLASS>"})
BEFORE_A_NAME: Final = MODIFYING | MODIFIERS
HeadTold = tuple[str, str, str, int, int]
"""Label and framing of a head; where it is no driver, also the word that governs it, and
how many heads and drivers its sentence has."""
HeadEnd = tuple[int, str, str, str, HeadTold]
"""A head in whatever pair: its rank among the heads, the word that governs it, the items
right and left of it, what it is."""
ValueEnd = tuple[str, str, list[int], int, int, int, bool, bool, ValueList | None]
"""A value in whatever pair: the word that governs it, the item right of it, the
slots of its label and its own rank among them, how many heads stand before it and up to it,
whether there are as many values as heads (two or more), whether these stand apart, and the
list of values that it stands in."""


def governor(keys: Sequence[str], at: int) -> str:
    """The word that governs the noun phrase around a slot: "than" in "than TEAM 's DRIVER"."""
    place = at - 1
    while place >= 0 and keys[place] in BEFORE_A_NAME:
        place -= 1
    return keys[place] if place >= 0 else "^"


class Frame:
    """One sentence as its claims see it; what is told of a place is made once."""

    __slots__ = (
        "_bare",
        "_cars",
        "_head_ends",
        "_several",
        "_value_ends",
        "about",
        "common",
        "doubts",
        "framings",
        "governors",
        "heads",
        "keys",
        "kinds",
        "of_label",
        "padded",
        "pairs",
        "sentence",
        "values",
        "values_told",
    )

    def __init__(
        self,
        sentence: Sentence,
        mentions: Sequence[Mention],
        about: tuple[str, ...] = (),
    ) -> None:
        self.sentence = sentence
        self.keys = sentence.keys
        self.padded = ["^", "^", *self.keys, "$", "$"]
        """The keys with two more on either side: item `n` is `padded[n + 2]`."""
        self.kinds = {FRAMES[key] for key in FRAMES.keys() & sentence.keys}
        """The kinds of words that stand in the sentence."""
        self.heads = sentence.heads
        self.of_label: dict[str, list[int]] = {}
        self.values: dict[int, str] = {}
        self.framings: dict[int, str] = {}
        self._cars: dict[int, Mention] = {}
        self.doubts: dict[int, int] = {}
        """Place of a slot that was not found by a list -> how surely it is what it is taken for."""
        self.about = about
        self.common: tuple[str, ...] = ()
        for place in sentence.slots:
            _, label, index, _, _ = sentence.items[place]
            self.of_label.setdefault(label, []).append(place)
            mention = mentions[index]
            if label == "CAR":
                self._cars[place] = mention
            if label == "POSITION" and isinstance(mention.value, str):
                self.values[place] = mention.value
            if mention.score < 1.0 and label in DOUBTED:
                self.doubts[place] = grade(mention.score)
            if mention.framing is not None and mention.framing != "outcome":
                self.framings[place] = mention.framing
        if sentence.slots:
            self.common = self._common()
        self.governors: dict[int, str] = {}
        self._head_ends: dict[int, HeadEnd] = {}
        self._value_ends: dict[int, ValueEnd] = {}
        self._bare: Bare | None = None
        self._several: Several | None = None
        self.values_told: dict[int, tuple[Part, ...]] = {}
        """Place of a value -> what its slot alone tells."""
        self.pairs: dict[tuple[int, int], tuple[Part, ...]] = {}
        """Places of a head and a value -> what the pair tells."""

    def _common(self) -> tuple[str, ...]:
        """Signs that all claims of the sentence share; without slots it has no claims."""
        return (
            *[f"s:{kind}" for kind in sorted(self.kinds)],
            f"kind:{self.sentence.kind}",
            f"heads:{bucket(len(self.heads))}",
        )

    def governor(self, place: int) -> str:
        """`governor` of the slot at `place`, remembered."""
        if place not in self.governors:
            self.governors[place] = governor(self.keys, place)
        return self.governors[place]

    def head_end(self, head: int) -> HeadEnd:
        """The competitor's end of all pairs with the head at `head`."""
        known = self._head_ends.get(head)
        if known is None:
            known = self._head_ends[head] = self._head_end(head)
        return known

    def _head_end(self, head: int) -> HeadEnd:
        left, key, right = self.padded[head + 1 : head + 4]
        above, framing = self.governor(head), self.framings.get(head, "-")
        told = (key[1:-1], framing, "", 0, 0)
        if key != "<DRIVER>":
            drivers = len(self.of_label.get("DRIVER", ()))
            told = (key[1:-1], framing, above, len(self.heads), drivers)
        return (bisect_left(self.heads, head), above, right, left, told)

    def value_end(self, place: int) -> ValueEnd:
        """The value's end of all pairs with the slot at `place`."""
        known = self._value_ends.get(place)
        if known is None:
            known = self._value_ends[place] = self._value_end(place)
        return known

    def _value_end(self, place: int) -> ValueEnd:
        key, right = self.padded[place + 2 : place + 4]
        heads, same = self.heads, self.of_label[key[1:-1]]
        paired = len(same) == len(heads) > 1
        nth = bisect_left(same, place)
        return (
            self.governor(place), right, same, nth,
            bisect_left(heads, place), bisect_right(heads, place), paired,
            paired and (same[0] > heads[-1] or same[-1] < heads[0]),
            list_around(self.keys, same, nth, heads) if len(same) > 1 else None,
        )  # fmt: skip

    @property
    def bare(self) -> Bare:
        """The words less those that name competitors, sifted when first asked for."""
        if self._bare is None:
            self._bare = Bare(self.keys)
        return self._bare

    @property
    def several(self) -> Several:
        """Which heads stand in one run, and which teams and cars are told of more than one."""
        if self._several is None:
            self._several = Several(self.keys, self.heads, self._cars)
        return self._several
