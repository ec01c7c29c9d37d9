"""What the relation stage found in a document: plain data with the Doc, and the values at hand.

The plain data go wherever the Doc goes. To make values of them again takes longer than to
have made them, so the stage that follows at once is handed those of the last documents.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from weakref import WeakKeyDictionary

from spacy.tokens import Doc

from polesitter.entities.overlap_component import MENTIONS, mentions_of
from polesitter.references.cast import Cast
from polesitter.relations.judged import Judged
from polesitter.relations.reading.view import View
from polesitter.text.batches import MOST_KEPT
from polesitter.text.words import text_of
from polesitter.types import Mention

JUDGED: Final = "claims"
"""Key of `doc.user_data`: what `Judged.to_dict` gives, with heads and cues."""
CAST: Final = "cast"
"""Key of `doc.user_data`: what `Cast.to_dict` gives."""
PLAIN: Final = (JUDGED, CAST, MENTIONS)
"""Keys of all plain data that are read again where the values are not at hand."""


@dataclass(frozen=True, slots=True)
class Found:
    """Judged claims, who is who, the mentions, the competitor that each head is, outcome cues.

    After the cues stand the words that prove claims which rest on no mention.

    `heads`: mention index -> competitor. Cues are counted on from the mentions.
    """

    judged: Judged
    cast: Cast
    mentions: Sequence[Mention]
    heads: Mapping[int, str]
    cues: Sequence[Mention]


class _Last:
    """What was found in the documents that were read last, and the plain data made of it.

    It is handed over once, so that its memory is free again; where nobody asks for it, it
    goes with its document, or after some more. Threads take nothing but their own.
    """

    def __init__(self) -> None:
        self.kept: WeakKeyDictionary[Doc, tuple[list[Any], Found]] = WeakKeyDictionary()

    def keep(self, doc: Doc, found: Found) -> None:
        if len(self.kept) >= MOST_KEPT:
            self.kept.clear()
        self.kept[doc] = ([doc.user_data.get(key) for key in PLAIN], found)

    def take(self, doc: Doc) -> Found | None:
        kept = self.kept.pop(doc, None)
        if kept is None:
            return None
        plain, found = kept
        # Whoever has put other data in their place is believed.
        same = all(doc.user_data.get(key) is data for key, data in zip(PLAIN, plain, strict=True))
        return found if same else None


_LAST: Final = _Last()


def note_found(doc: Doc, view: View, judged: Judged, cast: Cast, n_mentions: int) -> None:
    """Write what was found as plain data; among the slots of `view` cues follow `n_mentions`."""
    mentions = view.mentions[:n_mentions]
    cues = [*view.mentions[n_mentions:], *judged.words]
    plain = judged.to_dict()
    plain["heads"] = {str(index): who for index, who in view.head_of.items()}
    plain["cues"] = [[cue.start, cue.end, cue.label, cue.value, cue.rule] for cue in cues]
    doc.user_data[JUDGED] = plain
    doc.user_data[CAST] = cast.to_dict()
    judged.forget_signs()
    _LAST.keep(doc, Found(judged, cast, mentions, view.head_of, cues))


def found_in(doc: Doc) -> Found:
    """Return what `note_found` wrote, without signs; who asks first is handed it as it was."""
    last = _LAST.take(doc)
    if last is not None:
        return last
    claims, text = doc.user_data[JUDGED], text_of(doc)
    return Found(
        Judged.from_dict(claims),
        Cast.from_dict(doc.user_data[CAST]),
        mentions_of(doc),
        {int(index): who for index, who in claims["heads"].items()},
        [Mention(a, b, text[a:b], label, value, rule=rule)
         for a, b, label, value, rule in claims["cues"]],
    )  # fmt: skip
