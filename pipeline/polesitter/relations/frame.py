"""What all claims of one sentence share: its heads, the slots of each label, its cue words."""

from collections.abc import Sequence
from typing import Final

from polesitter.relations.bucket import bucket
from polesitter.relations.clause_map import MODIFIERS, ClauseMap
from polesitter.relations.signs import Part
from polesitter.relations.view import Sentence
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
MODIFYING: Final = frozenset({"<TEAM>", "<CAR>", "<NUMBER>", "<CLASS>"})
BEFORE_A_NAME: Final = MODIFYING | MODIFIERS


def governor(keys: Sequence[str], at: int) -> str:
    """The word that governs the noun phrase around a slot: "than" in "than TEAM 's DRIVER"."""
    place = at - 1
    while place >= 0 and keys[place] in BEFORE_A_NAME:
        place -= 1
    return keys[place] if place >= 0 else "^"


class Frame:
    """One sentence as its claims see it; what is told of a place is made once."""

    __slots__ = (
        "_clauses",
        "about",
        "common",
        "framings",
        "governors",
        "heads",
        "heads_told",
        "keys",
        "of_label",
        "padded",
        "pairs",
        "sentence",
        "text",
        "values",
        "values_told",
    )

    def __init__(
        self,
        sentence: Sentence,
        mentions: Sequence[Mention],
        about: tuple[str, ...] = (),
        text: str = "",
    ) -> None:
        self.sentence = sentence
        self.text = text
        self.keys = sentence.keys
        self.padded = ["^", "^", *self.keys, "$", "$"]
        """The keys with two more on either side: item `n` is `padded[n + 2]`."""
        self.heads = sentence.heads
        self.of_label: dict[str, list[int]] = {}
        self.values: dict[int, str] = {}
        self.framings: dict[int, str] = {}
        self.about = about
        self.common: tuple[str, ...] = ()
        for place in sentence.slots:
            _, label, index, _, _ = sentence.items[place]
            self.of_label.setdefault(label, []).append(place)
            mention = mentions[index]
            if label == "POSITION" and isinstance(mention.value, str):
                self.values[place] = mention.value
            if mention.framing is not None and mention.framing != "outcome":
                self.framings[place] = mention.framing
        if sentence.slots:
            self.common = self._common()
        self.governors: dict[int, str] = {}
        self.heads_told: dict[int, tuple[str, tuple[str, str, str, int, int]]] = {}
        """Place of a head -> what it tells in whatever pair."""
        self._clauses: ClauseMap | None = None
        self.values_told: dict[int, tuple[Part, ...]] = {}
        """Place of a value -> what its slot alone tells."""
        self.pairs: dict[tuple[int, int], tuple[Part, ...]] = {}
        """Places of a head and a value -> what the pair tells."""

    def _common(self) -> tuple[str, ...]:
        """Signs that all claims of the sentence share; without slots it has no claims."""
        words = {FRAMES[key] for key in FRAMES.keys() & self.keys}
        return (
            *[f"s:{word}" for word in sorted(words)],
            f"kind:{self.sentence.kind}",
            f"heads:{bucket(len(self.heads))}",
        )

    def governor(self, place: int) -> str:
        """`governor` of the slot at `place`, remembered."""
        if place not in self.governors:
            self.governors[place] = governor(self.keys, place)
        return self.governors[place]

    @property
    def clauses(self) -> ClauseMap:
        """The clauses of the sentence, split when first asked for."""
        if self._clauses is None:
            self._clauses = ClauseMap(self.sentence, self.text)
        return self._clauses
