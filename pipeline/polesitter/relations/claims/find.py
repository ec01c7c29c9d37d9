"""Finding claims: every value's slot is paired with the heads it could belong to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from polesitter.relations.about.elsewhere import ELSEWHERE_TOLD, ENTRY
from polesitter.relations.claims.afar import AFAR, RULE, Afar
from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.entered import Entered
from polesitter.relations.claims.heads import Pair, heads_near
from polesitter.relations.claims.onward import ONWARD, Onward
from polesitter.relations.claims.readings import one_reading, readings
from polesitter.relations.claims.values import value_parts
from polesitter.relations.reading.entries import is_entry
from polesitter.relations.reading.frame import Frame
from polesitter.relations.reading.view import View
from polesitter.relations.signs.family import Part, plain

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
OWNED: Final = (plain("owned"),)
"""What the number of a car told without a driver tells of the driver whose it is."""
Others = Mapping[str, Afar | Onward]
"""Label -> what finds the heads of other sentences that its values may be told of."""


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
    """The claims on one value: of each head it could belong to, in each of its readings."""
    view, frames, others, _ = report
    frame = frames[number]
    mention = frame.sentence.items[place].mention
    near = heads_near(view, frames, number, place, label)
    afar: list[Pair] = []
    if label == "NUMBER":
        near.extend(_driver_of(view, mention))
    elif label in others:
        known = {view.head_of[head] for head, _ in near}
        afar.extend(others[label].heads(number, place, known))
    if not near and not afar:
        return []
    own = value_parts(frame, place)
    framing = frame.framings.get(place, "outcome")
    single = one_reading(view, frame, place, label)
    claims = []
    for head, parts, rule in _told(report, frame, place, label, near, afar):
        for value, told in readings(view, frame, place, head, label) if single is None else single:
            claims.append(
                Claim(
                    label, view.head_of[head], head, mention, number, value,
                    (*parts, told) if told else parts, None, rule, framing, own,
                )
            )  # fmt: skip
    return claims


def _driver_of(view: View, number: int) -> Iterator[Pair]:
    """The driver whom a number stands for, if it does."""
    if number in view.head_of and not is_entry(view.head_of[number]):
        yield number, OWNED


def _told(
    report: _Report, frame: Frame, place: int, label: str, near: list[Pair], afar: list[Pair]
) -> Iterator[tuple[int, tuple[Part, ...], str]]:
    """The heads of some pairs, all that each pair tells, and the rule that counts."""
    view, mention = report.view, frame.sentence.items[place].mention
    hits = view.hits if label not in SLOT_OF else {}
    entered = None
    if label in AFAR:
        entered = report.entered.told(frame, place, _hit(view, mention, [*near, *afar]))
    for pairs, own_rule, is_near in ((near, "", True), (afar, RULE, False)):
        for head, pair in pairs:
            if head == mention and label != "NUMBER":
                continue  # Of names, only a number may be told of whom it stands for.
            parts, rule = pair, own_rule
            if (head, mention) in hits:
                parts, rule = _with_rules(pair, hits[head, mention])
            if entered is not None:
                parts = (*parts, *entered.parts(head, near=is_near))
            yield head, parts, rule


def _hit(view: View, mention: int, pairs: Sequence[Pair]) -> set[str]:
    """The competitors whom slot patterns pair with a value."""
    return {view.head_of[head] for head, _ in pairs if (head, mention) in view.hits}


def _with_rules(
    parts: tuple[Part, ...], hits: Sequence[tuple[str, str]]
) -> tuple[tuple[Part, ...], str]:
    """The parts of a pair with those of the rules that see it, and the rule that counts."""
    rule = next((rule for relation, rule in hits if not relation.startswith("not")), "")
    return (*parts, plain(*[f"rule:{part}" for hit in hits for part in hit])), rule
