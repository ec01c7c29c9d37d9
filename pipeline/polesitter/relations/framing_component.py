"""The pipeline component that frames the values of a report."""

from spacy.language import Language
from spacy.tokens import Doc

from polesitter.entities.carried import Carried
from polesitter.entities.overlap_component import MENTIONS
from polesitter.relations.about.is_qualifying import QUALIFYING, qualifying_score
from polesitter.relations.framing.cues import FramingCues
from polesitter.relations.framing.statement import FRAMED, Value, frame_values
from polesitter.text.layout_component import passages_of
from polesitter.text.words import text_of


@Language.factory("polesitter_framing", requires=["doc.ents"], assigns=["doc.spans"])
def make_framing(nlp: Language, name: str) -> "Framing":
    """Build the component; it has no settings."""
    return Framing(name)


class Framing(Carried):
    """Writes `framing` into the mentions of places, speeds, times, gaps and segments.

    Notes as well how far the whole text speaks of qualifying: one that does not has
    nothing for the stages after this one.
    """

    def prepare(self) -> None:
        """`data["cues"]`: the lines of patterns/lexicon/cues.jsonl."""
        self.cues = FramingCues(self.data.get("cues", []))

    def find(self, doc: Doc) -> dict[int, str]:
        """Mention index -> framing."""
        values = [
            Value(index, row["start"], row["end"], row["label"])
            for index, row in enumerate(doc.user_data.get(MENTIONS, []))
            if row["label"] in FRAMED
        ]
        return frame_values(text_of(doc), passages_of(doc), values, self.cues)

    def __call__(self, doc: Doc) -> Doc:
        """Write the framings into the mentions of a document and return it."""
        rows = doc.user_data.get(MENTIONS, [])
        attrs = doc.spans["mentions"].attrs
        for index, framing in self.find(doc).items():
            rows[index]["framing"] = framing
            attrs[str(index)] = rows[index]
        doc.user_data[QUALIFYING] = qualifying_score(text_of(doc))
        return doc
