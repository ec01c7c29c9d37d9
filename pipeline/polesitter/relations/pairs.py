"""What speaks for and against a value belonging to a competitor: features of the words around.

A pair is a head (a competitor's slot, or the one in focus when the sentence names
none) and a value's slot in one sentence. The features are strings; the weights are
learned (polesitter.learn.links) and travel with the model.
"""

from collections.abc import Sequence

from polesitter.relations.bucket import bucket
from polesitter.relations.clause_map import MODIFIERS, ClauseMap
from polesitter.relations.view import Item, Sentence
from polesitter.types import Mention

CUES = frozenset(
    {"than", "over", "ahead", "behind", "from", "by", "with", "and", "while", "but", ",", ";", "(",
     ")", "followed", "then", "as", "who", "whose", "which", "alongside", "beside", "next", "after",
     "before", "of", "for", "to", "in", "at", "on", "was", "were", "will", "is", "'s", "had", "his",
     "her", "he", "she", ":", "—", "–", "-", "up", "off", "clear", "shy", "back", "adrift", "down",
     "short", "beat", "edged", "pipped", "denied", "split", "between", "where", "when", "that",
     "teammate", "team-mate", "teammates", "team-mates", "joins", "joined", "share", "shares",
     "places", "spots", "place", "spot", "better", "one", "inside", "outside", "both", "other",
     "second", "sister", "without", "only"}
)  # fmt: skip
FRAMES = {
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
BY_CLAUSE = frozenset({"POSITION", "TOP", "BEAT", "STATUS"})
"""Labels told of the subject of a clause, rather than of the nearest name."""
MODIFYING = frozenset({"TEAM", "CAR", "NUMBER", "CLASS"})
VERBS_OF_BEATING = frozenset({"beat", "beating", "edged", "edging", "pipped", "outran", "outpaced"})


def governor(items: Sequence[Item], at: int) -> str:
    """The word that governs the noun phrase around a slot: "than" in "than TEAM 's DRIVER"."""
    place = at - 1
    while place >= 0 and (items[place].label in MODIFYING or items[place].key in MODIFIERS):
        place -= 1
    return items[place].key if place >= 0 else "^"


class Frame:
    """What all pairs of one sentence share: heads, slots of each label, cue words; made once."""

    __slots__ = (
        "about",
        "clauses",
        "common",
        "elsewhere",
        "framings",
        "governors",
        "heads",
        "of_label",
        "sentence",
        "values",
    )

    def __init__(
        self, sentence: Sentence, mentions: Sequence[Mention], about: Sequence[str] = ()
    ) -> None:
        self.sentence = sentence
        self.heads = sentence.heads
        self.of_label: dict[str, list[int]] = {}
        self.values: dict[int, str] = {}
        self.framings: dict[int, str] = {}
        self.about = list(about)
        self.elsewhere = False
        words: set[str] = set()
        for place, item in enumerate(sentence.items):
            if item.label:
                self.of_label.setdefault(item.label, []).append(place)
                mention = mentions[item.mention]
                if item.label == "POSITION" and isinstance(mention.value, str):
                    self.values[place] = mention.value
                if mention.framing is not None and mention.framing != "outcome":
                    self.framings[place] = mention.framing
            elif item.key in FRAMES:
                words.add(FRAMES[item.key])
        self.common = [f"s:{word}" for word in sorted(words)]
        self.common.append(f"kind:{sentence.kind}")
        self.common.append(f"heads:{bucket(len(self.heads))}")
        self.governors: dict[int, str] = {}
        self.clauses: ClauseMap | None = None

    def governor(self, place: int) -> str:
        """`governor` of the slot at `place`, remembered."""
        if place not in self.governors:
            self.governors[place] = governor(self.sentence.items, place)
        return self.governors[place]


def value_features(frame: Frame, place: int) -> list[str]:
    """Features of the value's slot alone: its neighbours and the words just before it."""
    items = frame.sentence.items
    label = items[place].label
    left = items[place - 1].key if place else "^"
    left2 = items[place - 2].key if place > 1 else "^"
    right = items[place + 1].key if place + 1 < len(items) else "$"
    right2 = items[place + 2].key if place + 2 < len(items) else "$"
    same = frame.of_label.get(label, [])
    features = [
        f"vl:{left}", f"vl2:{left2} {left}", f"vr:{right}", f"vr2:{right} {right2}",
        f"vg:{frame.governor(place)}", f"vn:{bucket(len(same))}",
        f"framing:{frame.framings.get(place, '-')}",
    ]  # fmt: skip
    features.extend(frame.common)
    features.extend(frame.about)
    if "penalty" in frame.about:
        features.append(f"penalty vg:{frame.governor(place)} {left}")
        features.append(f"penalty nth:{bucket(same.index(place))} of:{bucket(len(same))}")
    before, after = items[max(0, place - 6) : place], items[place + 1 : place + 5]
    features.extend(f"vw:{FRAMES[item.key]}" for item in before if item.key in FRAMES)
    features.extend(f"vx:{FRAMES[item.key]}" for item in after if item.key in FRAMES)
    return features


def pair_features(frame: Frame, head: int, place: int) -> list[str]:
    """Features of a head and a value in one sentence (item places)."""
    items = frame.sentence.items
    low, high = (head, place) if head < place else (place, head)
    order = "hv" if head < place else "vh"
    label = items[place].label
    between = items[low + 1 : high]
    same = frame.of_label.get(label, [])
    heads_between = sum(low < at < high for at in frame.heads)
    same_between = sum(low < at < high for at in same)
    rank = frame.heads.index(head)
    features = [
        order,
        f"{order} d:{bucket(len(between))}",
        f"{order} hb:{min(heads_between, 3)} sb:{min(same_between, 3)}",
        f"{order} a:{between[0].key if between else '-'}",
        f"{order} z:{between[-1].key if between else '-'}",
        f"{order} a2:{' '.join(item.key for item in between[:2])}",
        f"{order} z2:{' '.join(item.key for item in between[-2:])}",
        f"{order} hg:{frame.governor(head)}",
        f"{order} hr:{items[head + 1].key if head + 1 < len(items) else '$'}",
        f"{order} hl:{items[head - 1].key if head else '^'}",
        f"rank:{bucket(rank)}",
        f"{order} head:{items[head].label}",
        f"head framing:{frame.framings.get(head, '-')}",
    ]
    if items[head].label != "DRIVER":
        features.append(f"entry:{items[head].label} hg:{frame.governor(head)}")
        features.append(f"entry:{items[head].label} of:{bucket(len(frame.heads))}")
        features.append(f"entry drivers:{bucket(len(frame.of_label.get('DRIVER', ())))}")
    if len(between) <= 7:
        features.append(f"{order} b:{' '.join(item.key for item in between)}")
    near = ("n" if heads_between == 0 else "f") + ("n" if same_between == 0 else "f")
    features.append(f"{order} near:{near}")
    features.extend(
        f"{order} {near} {name}"
        for name in (
            f"z:{between[-1].key if between else '-'}",
            f"a:{between[0].key if between else '-'}",
            f"hg:{frame.governor(head)}",
            f"vg:{frame.governor(place)}",
            f"vr:{items[place + 1].key if place + 1 < len(items) else '$'}",
            f"d:{bucket(len(between))}",
            f"rank:{bucket(rank)}",
        )
    )
    seen = {item.key for item in between if item.key in CUES}
    features.extend(f"{order} c:{key}" for key in sorted(seen))
    features.append(f"{order} commas:{bucket(sum(item.key == ',' for item in between))}")
    if len(same) == len(frame.heads) > 1 and same.index(place) == rank:
        features.append(f"resp:{order}")
        if len(same) > 1 and (same[0] > frame.heads[-1] or same[-1] < frame.heads[0]):
            features.append(f"respblock:{order}")
    if frame.clauses is not None and label in BY_CLAUSE:
        features.extend(frame.clauses.features(items, frame.heads, head, place))
    left, right = _neighbours(frame.heads, place)
    features.append(f"{order} only:{head in (left, right)}")
    if order == "vh" and left is None:
        features.append("vh firsthead")
    return features


def focus_features(frame: Frame, place: int, distance: int, rank: int) -> list[str]:
    """Features of a head named in an earlier sentence, `distance` sentences back.

    `rank`: 0 for that sentence's first head, 1 for its last where they differ.
    """
    items = frame.sentence.items
    first = items[0].key if items else "^"
    pronoun = first in PRONOUNS
    before = {item.key for item in items[:place]}
    near = "he" if before & PRONOUNS else "-"
    heads = bucket(len(frame.heads))
    any_before = any(at < place for at in frame.heads)
    return [
        "focus",
        f"focus d:{distance} r:{rank}",
        f"focus p:{pronoun} heads:{heads} r:{rank}",
        f"focus near:{near} before:{any_before} r:{rank}",
        f"focus first:{first} r:{rank}",
        f"focus d:{distance} near:{near} before:{any_before} r:{rank}",
    ]


PRONOUNS = frozenset({"he", "his", "she", "her", "him", "they", "their", "it", "its", "that"})


def _neighbours(heads: Sequence[int], place: int) -> tuple[int | None, int | None]:
    left = [at for at in heads if at < place]
    right = [at for at in heads if at > place]
    return (left[-1] if left else None, right[0] if right else None)
