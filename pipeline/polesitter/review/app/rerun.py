"""The later stages of the pipeline, run again from mentions that a reviewer has corrected."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from polesitter.entities.overlap_component import MENTIONS
from polesitter.relations.about.is_qualifying import QUALIFYING
from polesitter.review.app.links import Span, apply_links
from polesitter.run.original import Original
from polesitter.text.clean import Cleaned, clean
from polesitter.types import Mention, Result, Session

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LAST_OF_MENTIONS = "overlap"
"""The component after which mentions stand; all that follow are run again."""

BEFORE = ("layout",)
"""Components before it that later stages read from; they are run as well."""

REFERENCES, FRAMING = "references", "framing"


@dataclass(frozen=True, slots=True)
class Reread:
    """What the later stages made of given mentions; offsets are those of the text given.

    `mentions`: as given, in text order, with entity and framing told anew.
    """

    results: tuple[Result, ...]
    session: Session
    mentions: tuple[Mention, ...]


def rerun(
    nlp: "Language",
    text: str,
    mentions: Sequence[Mention],
    *,
    published: date | None = None,
    links: Mapping[Span, Span | None] | None = None,
    qualifying: float | None = None,
) -> Reread:
    """Run references, framing, relations and records over a text with given mentions.

    `mentions` do not overlap; offsets are 0-based, half-open code points of `text`, as
    are those of `links`: a mention's span -> the span of one that names the same entity,
    or None where it is somebody of its own. `qualifying`: how surely the report that the
    text is a part of tells of qualifying; None where the text is a whole report. With
    the mentions that the whole pipeline found, the answer is that of the whole pipeline.
    """
    cleaned = clean(text)
    way = _ToCleaned(cleaned)
    read = cleaned.text if cleaned.text.endswith("\n") else f"{cleaned.text}\n"
    ordered = sorted(mentions, key=_start)
    doc = nlp.make_doc(read)
    doc.user_data["published"] = published.isoformat() if published else None
    for name in BEFORE:
        doc = nlp.get_pipe(name)(doc)
    _write_mentions(doc, [way.mention(one) for one in ordered])
    own_links = {way(*a): way(*b) if b is not None else None for a, b in (links or {}).items()}
    later = nlp.pipe_names.index(LAST_OF_MENTIONS) + 1
    for name, component in nlp.pipeline[later:]:
        doc = component(doc)
        if name == REFERENCES:
            apply_links(doc, own_links)
        if name == FRAMING and qualifying is not None:
            doc.user_data[QUALIFYING] = qualifying
    original = Original(text, cleaned)
    return Reread(
        tuple(original.result(result) for result in doc._.results),
        original.session(doc._.session),
        # The bounds given stay: the tightest span of the original may leave out a mark.
        tuple(
            replace(one, entity_id=told.entity_id, framing=told.framing)
            for one, told in zip(ordered, doc._.mentions, strict=True)
        ),
    )


class _ToCleaned:
    """The way from offsets of the original to those of the cleaned text."""

    def __init__(self, cleaned: Cleaned) -> None:
        self.cleaned = cleaned

    def __call__(self, start: int, end: int) -> Span:
        origin = self.cleaned.origin
        if origin is None:
            return start, end
        return bisect_left(origin, start), bisect_left(origin, end)

    def mention(self, mention: Mention) -> Mention:
        start, end = self(mention.start, mention.end)
        text = self.cleaned.text[start:end]
        return replace(mention, start=start, end=end, text=text, entity_id=None, framing=None)


def _write_mentions(doc: "Doc", mentions: Sequence[Mention]) -> None:
    """Put mentions where the overlap component would have put them."""
    from spacy.tokens import SpanGroup
    from spacy.util import filter_spans

    rows: list[dict[str, Any]] = [asdict(one) for one in mentions]
    doc.user_data[MENTIONS] = rows
    spans = [
        doc.char_span(one.start, one.end, one.label, alignment_mode="expand") for one in mentions
    ]
    # A reviewer may mark half a token; spans are told in whole ones.
    group = SpanGroup(doc, name="mentions", spans=[span for span in spans if span is not None])
    group.attrs.update({str(index): row for index, row in enumerate(rows)})
    doc.spans["mentions"] = group
    doc.set_ents(filter_spans(list(group)))


def _start(mention: Mention) -> int:
    return mention.start
