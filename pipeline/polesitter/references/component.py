"""The pipeline component that says which mentions are the same driver, team, car and so on."""

from spacy.language import Language
from spacy.tokens import Doc

from polesitter.entities.carried import Carried
from polesitter.entities.overlap_component import MENTIONS
from polesitter.references.cast import Cast, cast_of
from polesitter.references.told import Words
from polesitter.text.normal import normal

PREFIX = {"SERIES": "s", "EVENT": "e", "TRACK": "k", "CLASS": "g", "CAR": "c"}


@Language.factory("polesitter_references", requires=["doc.ents"], assigns=["doc.spans"])
def make_references(nlp: Language, name: str) -> "References":
    """Build the component; it has no settings."""
    return References(name)


class References(Carried):
    """Gives every name mention an entity id, unique within the report ("d0", "t3", "k1")."""

    def prepare(self) -> None:
        """`data["abbreviations"]`: normalised short form -> normalised long form."""
        self.abbreviations: dict[str, str] = dict(self.data.get("abbreviations", {}))

    def find(self, doc: Doc) -> Cast:
        """Who is who in a document."""
        rows = doc.user_data.get(MENTIONS, [])
        return cast_of([Words(row["label"], row["text"]) for row in rows], self.abbreviations)

    def __call__(self, doc: Doc) -> Doc:
        """Write the entity ids into the mentions of a document and return it."""
        cast = self.find(doc)
        seen: dict[str, dict[str, str]] = {label: {} for label in PREFIX}
        attrs = doc.spans["mentions"].attrs
        for index, row in enumerate(doc.user_data.get(MENTIONS, [])):
            label = row["label"]
            if label in ("DRIVER", "TEAM"):
                owner = cast.driver_of if label == "DRIVER" else cast.team_of
                row["entity_id"] = owner[index]
            elif label in PREFIX:
                known = seen[label]
                key = normal(str(row["value"] or row["text"]))
                row["entity_id"] = known.setdefault(key, f"{PREFIX[label]}{len(known)}")
            attrs[str(index)] = row
        doc.user_data["cast"] = cast.to_dict()
        return doc
