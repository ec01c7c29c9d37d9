"""The pipeline component that relates values to competitors."""

from spacy.language import Language
from spacy.tokens import Doc

from polesitter.entities.carried import Carried
from polesitter.entities.overlap_component import MENTIONS, mentions_of
from polesitter.references.cast import Cast
from polesitter.relations.about.is_qualifying import QUALIFYING
from polesitter.relations.found import CAST, note_found
from polesitter.relations.judge import RelationModel
from polesitter.relations.judged import Judged
from polesitter.relations.reading.cues import CueFinder
from polesitter.relations.reading.read import read_view
from polesitter.relations.reading.view import View
from polesitter.relations.slots import RuleSet
from polesitter.relations.slots.hits import find_hits
from polesitter.text.layout_component import passages_of
from polesitter.text.words import text_of, words_of


@Language.factory("polesitter_relations", requires=["doc.ents"], assigns=["doc._.relations"])
def make_relations(nlp: Language, name: str) -> "Relations":
    """Build the component; it has no settings."""
    return Relations(name)


class Relations(Carried):
    """Scores every claim "this value is that competitor's" of a report."""

    def prepare(self) -> None:
        """Read the data.

        `data["model"]`: learned weights; `data["rules"]`: the compiled slot patterns of
        patterns/relations; `data["cues"]`: the lines of patterns/lexicon/outcomes.jsonl.
        """
        self.rules = RuleSet.from_dict(self.data["rules"]) if "rules" in self.data else RuleSet([])
        self.model = RelationModel.from_dict(self.data.get("model", {}))
        self.cues = CueFinder(self.data.get("cues", []))

    def view(self, doc: Doc) -> tuple[View, Cast]:
        """The report as this stage reads it, cars without a driver added to the cast."""
        cast = Cast.from_dict(doc.user_data[CAST])
        mentions = mentions_of(doc)
        text = text_of(doc)
        cues = self.cues.find(text, mentions)
        view = read_view(text, words_of(doc), passages_of(doc), [*mentions, *cues], cast)
        view.hits = find_hits(view, self.rules)
        return view, cast

    def find(self, doc: Doc) -> Judged:
        """The judged claims of a document."""
        return self.model.judge(self.view(doc)[0])

    def __call__(self, doc: Doc) -> Doc:
        """Note the claims of a document and return it; none where it tells of no qualifying."""
        if doc.user_data.get(QUALIFYING) == 0.0:
            cast = Cast.from_dict(doc.user_data[CAST])
            view, judged = View(text_of(doc), mentions_of(doc), []), Judged([])
        else:
            view, cast = self.view(doc)
            judged = self.model.judge(view)
        note_found(doc, view, judged, cast, len(doc.user_data.get(MENTIONS, ())))
        return doc
