"""The sentences that prove conflicting values."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from polesitter.analysis.conflict import Conflict
from polesitter.review.sentences import Sentences

EVIDENCE_OF = {
    "car_class": ("car_class", "class"),
    "grid_position": ("grid_position", "grid"),
    "car_number": ("car_number", "number"),
    "lap_time_s": ("lap_time_s", "lap_time"),
    "gap_s": ("gap_s", "gap"),
    "manufacturer": ("manufacturer", "car"),
}
"""Fields whose evidence may bear another name than the column."""

Proof = Mapping[str, Any]
"""One piece of evidence: field, start, end, text; offsets are code points of the report."""


def with_sentences(
    found: Sequence[Conflict],
    evidence: Mapping[tuple[str, int], Sequence[Proof]],
    texts: Mapping[str, str | None],
) -> list[Conflict]:
    """Fill in both sentences of each conflict.

    `evidence` by source and result_id, `texts` by source. A value counted on along a list
    is proved by several places: their sentences, once each. Where the text was not kept
    (`extract --no-text`), the words of the evidence stand alone; where there is no
    evidence (a status by default), there is no sentence.
    """
    split: dict[str, Sentences] = {}
    filled: list[Conflict] = []
    for conflict in found:
        sentences: list[str | None] = []
        for source, number in (
            (conflict.source, conflict.result_id),
            (conflict.other_source, conflict.other_result_id),
        ):
            proofs = _proofs(conflict.field, evidence.get((source, number), ()))
            sentences.append(_sentence(proofs, source, texts.get(source), split))
        filled.append(replace(conflict, sentence=sentences[0], other_sentence=sentences[1]))
    return filled


def sources_of(found: Sequence[Conflict]) -> list[str]:
    """Return the sources whose evidence and texts `with_sentences` needs, sorted."""
    return sorted({one for found in found for one in (found.source, found.other_source)})


def _proofs(field: str, evidence: Sequence[Proof]) -> list[Proof]:
    names = EVIDENCE_OF.get(field, (field,))
    return [proof for proof in evidence if proof["field"] in names]


def _sentence(
    proofs: Sequence[Proof], source: str, text: str | None, split: dict[str, Sentences]
) -> str | None:
    if not proofs:
        return None
    if text is None:
        return " … ".join(dict.fromkeys(str(proof["text"]) for proof in proofs))
    if source not in split:
        split[source] = Sentences(text)
    around: dict[int, str] = defaultdict(str)
    for proof in proofs:
        sentence = split[source].around(proof["start"], proof["end"])
        around[sentence.start] = " ".join(sentence.text.split())
    return " … ".join(around[start] for start in sorted(around))
