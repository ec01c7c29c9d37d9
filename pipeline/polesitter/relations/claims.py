"""Claims: "this mention says so much of that competitor", with what speaks for each.

Every value's slot is paired with the heads it could belong to: those of its
sentence and, where none stands before it, those of the sentences before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from polesitter.relations.about import about_report, topic
from polesitter.relations.clause_map import ClauseMap
from polesitter.relations.elsewhere import is_elsewhere, main_series
from polesitter.relations.focus import focus_part, onward_part
from polesitter.relations.frame import Frame
from polesitter.relations.pairs import pair_parts
from polesitter.relations.signs import Part, names_of, plain
from polesitter.relations.values import value_parts
from polesitter.relations.view import Sentence, View

VALUES = (
    "POSITION",
    "LAPTIME",
    "SPEED",
    "GAP",
    "NUMBER",
    "TEAM",
    "CAR",
    "SEGMENT",
    "STATUS",
    "TOP",
    "BEAT",
    "IMPLIED",
)
SLOT_OF = {"IMPLIED": "GAP"}
"""A margin to the leader, or a defeat, implies the second place."""
ATTRIBUTES = frozenset({"TEAM"})
LOOKAHEAD = 2
"""Sentences looked ahead for who an attribute told alone belongs to."""
REACH = 4
"""Heads looked at on each side of a value within its sentence."""
LOOKBACK = 3
"""Sentences looked back for a head in focus."""


@dataclass(slots=True)
class Claim:
    """A value's mention and a competitor, not yet judged.

    `value` is the mention's own or one reading of it (a row has two places).
    `head`: mention of the competitor. `scores`, once judged: what the claim may mean
    ("position", "grid", "team", …) and how probable each is.
    """

    label: str
    competitor: str
    head: int
    mention: int
    sentence: int
    value: float | str | None
    parts: Sequence[Part]
    scores: dict[str, float] = field(default_factory=dict)
    rule: str = ""
    framing: str = "outcome"
    own: tuple[Part, ...] = ()
    """What the value's slot alone tells: shared by all claims on its mention."""

    @property
    def signs(self) -> list[str]:
        """The names of all signs: the value's own, and those of the pair."""
        return names_of((*self.own, *self.parts))


def find_claims(view: View, frames: list[Frame]) -> Iterator[Claim]:
    """All claims of a report in text order."""
    for number, frame in enumerate(frames):
        if frame.elsewhere:
            continue
        for label in VALUES:
            for place in frame.of_label.get(SLOT_OF.get(label, label), ()):
                yield from _claims_of(view, frames, number, label, place)


def _claims_of(
    view: View, frames: list[Frame], number: int, label: str, place: int
) -> Iterator[Claim]:
    frame = frames[number]
    own = value_parts(frame, place)
    mention = frame.sentence.items[place].mention
    framing = frame.framings.get(place, "outcome")
    for head, pair in _candidates(view, frames, number, place):
        if head == mention:
            continue
        parts, rule = pair, ""
        hits = view.hits.get((head, mention)) if label not in SLOT_OF else None
        if hits:
            parts = (*pair, plain(*(f"rule:{part}" for hit in hits for part in hit)))
            rule = next((rule for relation, rule in hits if not relation.startswith("not")), "")
        for value, told in readings(view, frame, place, head, label):
            yield Claim(
                label, view.head_of[head], head, mention, number, value,
                (*parts, plain(*told)) if told else parts, rule=rule, framing=framing, own=own,
            )  # fmt: skip


def _candidates(
    view: View, frames: list[Frame], number: int, place: int
) -> Iterator[tuple[int, tuple[Part, ...]]]:
    """Heads a value may belong to (mention indices) and what the pair tells."""
    frame = frames[number]
    items = frame.sentence.items
    left = [at for at in frame.heads if at < place][-REACH:]
    right = [at for at in frame.heads if at > place][:REACH]
    for at in (*left, *right):
        yield items[at].mention, pair_parts(frame, at, place)
    attribute = frame.sentence.kind == "prose" and items[place].label in ATTRIBUTES
    if attribute and not right and all(items[at].label != "DRIVER" for at in left):
        yield from _next_heads(frames, number)
    if left or frame.sentence.kind == "row":
        return
    for distance in range(1, LOOKBACK + 1):
        if number - distance < 0:
            return
        before = frames[number - distance]
        if not before.heads or before.sentence.kind in ("row", "header", "date"):
            continue
        ends = [before.heads[0]]
        if view.head_of[_mention(before, -1)] != view.head_of[_mention(before, 0)]:
            ends.append(before.heads[-1])
        for rank, at in enumerate(ends):
            yield before.sentence.items[at].mention, (focus_part(frame, place, distance, rank),)
        return


def _next_heads(frames: list[Frame], number: int) -> Iterator[tuple[int, tuple[Part, ...]]]:
    """The first head of the next sentences: "X showed the way. Karl Wittmer put his …"."""
    paragraph = frames[number].sentence.paragraph
    for distance, frame in enumerate(frames[number + 1 : number + 1 + LOOKAHEAD], start=1):
        if frame.sentence.kind != "prose":
            return
        if frame.heads:
            apart = frame.sentence.paragraph - paragraph
            at = frame.heads[0]
            yield frame.sentence.items[at].mention, (onward_part(frame, distance, apart),)
            return


def _mention(frame: Frame, which: int) -> int:
    return frame.sentence.items[frame.heads[which]].mention


def readings(
    view: View, frame: Frame, place: int, head: int, label: str
) -> Iterator[tuple[float | str | None, list[str]]]:
    """The values a slot can stand for, each with features of that reading."""
    if label == "IMPLIED":
        yield "2", []
        return
    if label == "BEAT":
        order = _order(frame, place, head)
        margin = "margin" if frame.of_label.get("GAP") else "-"
        yield "1", [f"beat1 {order}", f"beat1 {margin}"]
        yield "2", [f"beat2 {order}", f"beat2 {margin}"]
        return
    item = frame.sentence.items[place]
    value = view.mentions[item.mention].value
    if item.label != "POSITION" or not isinstance(value, str):
        yield (value if value is not None else view.mentions[item.mention].text), []
        return
    kind, _, number = value.partition(":")
    if kind == "row":
        first = 2 * int(number) - 1
        rank = _rank_near(frame, place, head)
        for half, reading in enumerate((first, first + 1)):
            yield (
                str(reading),
                [f"row half:{half} {rank}", f"row half:{half}", *_sides(frame, place, half)],
            )
    elif kind == "top":
        after = _heads_after(frame, place, head)
        yield str(int(number) - after), [f"top after:{min(after, 5)}"]
    elif value == "rear":
        yield "rear", ["rear"]
    else:
        yield value, [f"place:{value}" if value == "1" else "place:n"]


def _order(frame: Frame, place: int, head: int) -> str:
    items = frame.sentence.items
    at = next((h for h in frame.heads if items[h].mention == head), None)
    return "focus" if at is None else "hv" if at < place else "vh"


def _rank_near(frame: Frame, place: int, head: int) -> str:
    """Which of how many heads on its side of the row's slot a head is, counted in order."""
    items = frame.sentence.items
    at = next((h for h in frame.heads if items[h].mention == head), None)
    if at is None:
        return "focus"
    side = [h for h in frame.heads if (h < place) == (at < place)]
    order = "hv" if at < place else "vh"
    near = side[-2:] if order == "hv" else side[:2]
    where = near.index(at) if at in near else "far"
    return f"{order} {where}/{len(near)}"


def _sides(frame: Frame, place: int, half: int) -> list[str]:
    words = set(frame.keys[max(0, place - 5) : place + 6])
    hints = words & {"outside", "inside", "alongside", "beside", "share", "shares", "joins", "join",
                     "other", "half", "sweep", "swept", "completed", "complete", "next", "both",
                     "on", "make", "from", "teammate"}  # fmt: skip
    return [f"row half:{half} w:{word}" for word in sorted(hints)]


def _heads_after(frame: Frame, place: int, head: int) -> int:
    items = frame.sentence.items
    at = next((h for h in frame.heads if items[h].mention == head), None)
    if at is None:
        return 0
    side = [h for h in frame.heads if (h < place) == (at < place)]
    return len(side) - 1 - side.index(at)


def frames_of(view: View) -> list[Frame]:
    """One frame per sentence, in order, each told what the report and its part are about."""
    report = about_report(view)
    series = main_series(view.mentions)
    frames = []
    part = "part:-"
    for sentence in view.sentences:
        if sentence.kind in ("heading", "header"):
            part = f"part:{topic(sentence)}"
        where = "lead" if sentence.paragraph <= 2 else "body"
        frame = Frame(sentence, view.mentions, [*report, part, f"where:{where}"])
        frame.clauses = ClauseMap(sentence, view.text) if sentence.heads else None
        frame.elsewhere = is_elsewhere(frame, view.mentions, series)
        frames.append(frame)
    return frames


def mark_heads(sentence: Sentence, head_of: dict[int, str]) -> None:
    """Note in the sentence which of its slots are heads."""
    sentence.heads = [at for at, item in enumerate(sentence.items) if item.mention in head_of]
