"""Claims: "this mention says so much of that competitor", with what speaks for each.

Every value's slot is paired with the heads it could belong to: those of its
sentence and, where none stands before it, those of the sentences before.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from polesitter.relations.about.elsewhere import ELSEWHERE_TOLD, ENTRY, main_series, series_sign
from polesitter.relations.about.topics import about_report, topic
from polesitter.relations.claims.afar import AFAR, RULE, Afar
from polesitter.relations.claims.entered import Entered
from polesitter.relations.claims.focus import PERSONAL, focus_part
from polesitter.relations.claims.onward import ONWARD, Onward
from polesitter.relations.claims.pairs import pair_parts
from polesitter.relations.claims.readings import one_reading, readings
from polesitter.relations.claims.values import value_parts
from polesitter.relations.reading.entries import is_entry
from polesitter.relations.reading.frame import Frame
from polesitter.relations.reading.value_lists import earlier_turn_part
from polesitter.relations.reading.view import View
from polesitter.relations.signs.family import Part, names_of, plain

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
    "MARGIN",
)
SLOT_OF: Final = {"IMPLIED": "GAP", "MARGIN": "GAP"}
"""A margin to the leader, or a defeat, implies the second place; a margin is the gap of
whoever is next."""
SLOTS: Final = tuple((label, SLOT_OF.get(label, label)) for label in VALUES)
REACH: Final = 3
"""Heads looked at on each side of a value within its sentence."""
PLACES: Final = frozenset({"POSITION", "TOP", "BEAT", "IMPLIED"})
"""What tells a place; here all names of as many competitors are looked at."""
LOOKBACK: Final = 3
"""Sentences looked back for a head in focus."""
RUN: Final = frozenset({"LAPTIME", "SPEED", "GAP", "MARGIN"})
"""What is told of a run; who made it may be told of for sentences, with others between, or as
"he" before other names: "he beat Lee with a 1:45.1"."""
SUBJECT: Final = 2
"""What such a head counts as beside the first and the last of the sentence before."""
IN_LIST: Final = 3
"""What a head counts as whose turn it is by a list of values."""
OWNED: Final = (plain("owned"),)
"""What the number of a car told without a driver tells of the driver whose it is."""
Others = Mapping[str, Afar | Onward]
"""Label -> what finds the heads of other sentences that its values may be told of."""


@dataclass(slots=True, init=False)
class Claim:
    """A value's mention and a competitor, not yet judged.

    `value` is the mention's own or one reading of it (a row has two places).
    `head`: mention of the competitor. `scores`, once judged: what the claim may mean
    ("position", "grid", "team", …) and how probable each is. `own`: what the value's
    slot alone tells, shared by all claims on its mention.
    """

    label: str
    competitor: str
    head: int
    mention: int
    sentence: int
    value: float | str | None
    parts: Sequence[Part]
    scores: dict[str, float]
    rule: str
    framing: str
    own: tuple[Part, ...]

    # Written out, because what dataclasses write is never compiled, and costs six times as much.
    def __init__(
        self,
        label: str,
        competitor: str,
        head: int,
        mention: int,
        sentence: int,
        value: float | str | None,
        parts: Sequence[Part],
        scores: dict[str, float] | None = None,
        rule: str = "",
        framing: str = "outcome",
        own: tuple[Part, ...] = (),
    ) -> None:
        self.label, self.competitor = label, competitor
        self.head, self.mention, self.sentence = head, mention, sentence
        self.value, self.parts = value, parts
        self.scores = {} if scores is None else scores
        self.rule, self.framing, self.own = rule, framing, own

    @property
    def signs(self) -> list[str]:
        """The names of all signs: the value's own, and those of the pair."""
        return names_of((*self.own, *self.parts))


class _Report(NamedTuple):
    """A report whose claims are looked for.

    `others`: label -> who looks further for its competitors; `entered`: what is told of all
    its teams and cars.
    """

    view: View
    frames: list[Frame]
    others: Others
    entered: Entered


def find_claims(view: View, frames: list[Frame]) -> Iterator[Claim]:
    """All claims of a report in text order."""
    others: Others = {
        **dict.fromkeys(sorted(AFAR), Afar(frames, view.head_of)),
        **dict.fromkeys(sorted(ONWARD), Onward(frames, view.head_of)),
    }
    report = _Report(view, frames, others, Entered(view))
    for number, frame in enumerate(frames):
        if not frame.of_label:
            continue
        elsewhere = ELSEWHERE_TOLD in frame.common
        for label, slot in SLOTS:
            if slot not in frame.of_label or (elsewhere and label in ENTRY):
                continue
            for place in frame.of_label[slot]:
                yield from _claims_of(report, number, label, place)


def _claims_of(report: _Report, number: int, label: str, place: int) -> list[Claim]:
    view, frames, others, entered = report
    candidates = _candidates(view, frames, number, place, label)
    frame = frames[number]
    mention = frame.sentence.items[place].mention
    if label == "NUMBER":
        candidates.extend(_driver_of(view, mention))
    near = len(candidates)
    if label in others:
        known = {view.head_of[head] for head, _ in candidates}
        candidates.extend(others[label].heads(number, place, known))
    if not candidates:
        return []
    own = value_parts(frame, place)
    framing = frame.framings.get(place, "outcome")
    single = one_reading(view, frame, place, label)
    hits = view.hits if label not in SLOT_OF else {}
    told_of = None
    if label in AFAR:
        told_of = entered.told(frame, place, _hit(view, mention, candidates))
    claims = []
    for nth, (head, pair) in enumerate(candidates):
        if head == mention and label != "NUMBER":
            continue  # Of names, only a number may be told of whom it stands for.
        parts, rule = pair, "" if nth < near else RULE
        if (head, mention) in hits:
            parts, rule = _with_rules(pair, hits[head, mention])
        if told_of is not None:
            parts = (*parts, *told_of.parts(head, near=nth < near))
        for value, told in readings(view, frame, place, head, label) if single is None else single:
            claims.append(
                Claim(
                    label, view.head_of[head], head, mention, number, value,
                    (*parts, told) if told else parts, None, rule, framing, own,
                )
            )  # fmt: skip
    return claims


def _driver_of(view: View, number: int) -> Iterator[tuple[int, tuple[Part, ...]]]:
    """The driver whom a number stands for, if it does."""
    if number in view.head_of and not is_entry(view.head_of[number]):
        yield number, OWNED


def _hit(view: View, mention: int, candidates: Sequence[tuple[int, object]]) -> set[str]:
    """The competitors whom slot patterns pair with a value."""
    return {view.head_of[head] for head, _ in candidates if (head, mention) in view.hits}


def _with_rules(
    parts: tuple[Part, ...], hits: Sequence[tuple[str, str]]
) -> tuple[tuple[Part, ...], str]:
    """The parts of a pair with those of the rules that see it, and the rule that counts."""
    rule = next((rule for relation, rule in hits if not relation.startswith("not")), "")
    return (*parts, plain(*[f"rule:{part}" for hit in hits for part in hit])), rule


def _candidates(
    view: View, frames: list[Frame], number: int, place: int, label: str
) -> list[tuple[int, tuple[Part, ...]]]:
    """Heads a value may belong to (mention indices) and what the pair tells."""
    frame = frames[number]
    items, heads = frame.sentence.items, frame.heads
    before, after = bisect_left(heads, place), bisect_right(heads, place)
    if label in PLACES:
        left = _nearest(view, frame, heads[:before][::-1])[::-1]
        right = _nearest(view, frame, heads[after:])
    else:
        left, right = heads[max(0, before - REACH) : before], heads[after : after + REACH]
    found = [(items[at].mention, pair_parts(frame, at, place)) for at in (*left, *right)]
    if frame.sentence.kind != "row":
        if not left:
            found.extend(_heads_before(view, frames, number, place, label in RUN))
        elif label in RUN and not PERSONAL.isdisjoint(frame.keys[:place]):
            known = {view.head_of[head] for head, _ in found}
            for head, parts in _heads_before(view, frames, number, place, run=False):
                if view.head_of[head] not in known:
                    found.append((head, parts))
    return found


def _nearest(view: View, frame: Frame, heads: Sequence[int]) -> list[int]:
    """The first of some heads, up to all names of as many competitors as are looked at."""
    if len(heads) <= REACH:
        return list(heads)
    near: list[int] = []
    known: set[str] = set()
    for at in heads:
        known.add(view.head_of[frame.sentence.items[at].mention])
        if len(known) > REACH:
            break
        near.append(at)
    return near


def _heads_before(
    view: View, frames: list[Frame], number: int, place: int, run: bool
) -> Iterator[tuple[int, tuple[Part, ...]]]:
    """The first and the last head of the last sentence that had any.

    Of what is told of a `run`, also the first head of the last one before that, if another;
    of what is told in a list, also the head whose turn it is.
    """
    known: set[str] = set()
    told = 0
    listed = frames[number].value_end(place)[-1]
    for distance in range(1, min(LOOKBACK, number) + 1):
        before = frames[number - distance]
        heads = len(before.heads)
        if not heads or before.sentence.kind in ("row", "header", "date"):
            continue
        told += 1
        ranks = [(0, 0), (1, heads - 1)] if told == 1 else [(SUBJECT, 0)]
        if listed is not None and told == 1 and heads > listed.length:
            ranks.append((IN_LIST, heads - listed.length + listed.nth))
        for rank, which in ranks:
            mention = _mention(before, which)
            if view.head_of[mention] not in known:
                known.add(view.head_of[mention])
                part = focus_part(frames[number], place, distance, rank)
                if listed is None:
                    yield mention, (part,)
                else:
                    yield mention, (part, earlier_turn_part(listed, which, heads))
        if told == (2 if run else 1):
            return


def _mention(frame: Frame, which: int) -> int:
    return frame.sentence.items[frame.heads[which]].mention


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
        about = (*report, part, f"where:{where}")
        frame = Frame(sentence, view.mentions, about)
        sign = series_sign(frame, view.mentions, series)
        if sign is not None:
            frame.common = (*frame.common, sign)
        frames.append(frame)
    return frames
