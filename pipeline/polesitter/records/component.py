"""The pipeline component that writes the records of a report."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from polesitter.entities.carried import Carried
from polesitter.entities.overlap_component import mentions_of
from polesitter.records.assemble import assemble
from polesitter.records.calibration import Calibration
from polesitter.records.evidence import Grounds
from polesitter.records.makes import Makes
from polesitter.records.plain import plain_result, plain_session
from polesitter.records.related import relations_of
from polesitter.records.results import results_of
from polesitter.records.row import Row
from polesitter.records.session.names import pattern_names
from polesitter.records.session.session_of import session_of
from polesitter.records.session.told_sessions import with_session_names
from polesitter.relations.about.is_qualifying import QUALIFYING, qualifying_score
from polesitter.relations.found import found_in
from polesitter.text.layout_component import passages_of
from polesitter.text.words import text_of
from polesitter.types import ClassFacts, Evidence, Relation, Result, Session

RESULTS, SESSION, RELATIONS = "results", "session", "relations"


@Language.factory(
    "polesitter_records",
    requires=["doc.ents", "doc._.relations"],
    assigns=["doc._.results", "doc._.session"],
)
def make_records(nlp: Language, name: str) -> "Records":
    """Build the component; it has no settings."""
    return Records(name)


class Records(Carried):
    """Writes results, session, relations and the qualifying score as plain user data."""

    def prepare(self) -> None:
        """Read the data.

        `data["makes"]`: the lines of patterns/lexicon/makes.jsonl; `data["calibration"]`:
        the learned tables of records.calibration.
        """
        self.makes = Makes(self.data.get("makes", []))
        self.calibration = Calibration(self.data.get("calibration", {}))

    def find(self, doc: Doc) -> tuple[list[Result], Session, list[dict[str, Any]]]:
        """Results, session and relations (as plain data) of a document."""
        found = found_in(doc)
        judged, cast, heads, mentions = found.judged, found.cast, found.heads, found.mentions
        text = text_of(doc)
        rows: Sequence[Row] = [] if score_of(doc) == 0.0 else assemble(heads, cast, judged)
        ids = (pattern_names(label, mentions) for label in ("TEAM", "DRIVER"))
        told = Grounds(text, [*mentions, *found.cues], heads, cast, self.makes, *ids)
        passages = passages_of(doc)
        results = with_session_names(results_of(rows, told, self.calibration), text, passages)
        published = doc.user_data.get("published")
        session = session_of(
            text, passages, mentions, results,
            date.fromisoformat(published) if published else None,
        )  # fmt: skip
        return results, session, relations_of(rows, judged, mentions, cast.team_of)

    def __call__(self, doc: Doc) -> Doc:
        """Write the records of a document and return it."""
        results, session, relations = self.find(doc)
        doc.user_data[RESULTS] = [plain_result(result) for result in results]
        doc.user_data[SESSION] = plain_session(session)
        doc.user_data[RELATIONS] = relations
        doc.user_data[QUALIFYING] = score_of(doc)
        return doc


def score_of(doc: Doc) -> float:
    """The qualifying score that the framing component noted, or else that of the text."""
    noted = doc.user_data.get(QUALIFYING)
    return noted if isinstance(noted, float) else qualifying_score(text_of(doc))


def _evidence(rows: Sequence[dict[str, Any]]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**row) for row in rows)


def _results(doc: Doc) -> list[Result]:
    return [
        Result(**{**row, "flags": tuple(row["flags"]), "evidence": _evidence(row["evidence"])})
        for row in doc.user_data.get(RESULTS, [])
    ]


def _session(doc: Doc) -> Session:
    row = doc.user_data.get(SESSION)
    if row is None:
        return Session()
    day = row["session_date"]
    classes = tuple(
        ClassFacts(**{**facts, "evidence": _evidence(facts["evidence"])})
        for facts in row["classes"]
    )
    return Session(
        **{
            **row,
            "session_date": date.fromisoformat(day) if day else None,
            "classes": classes,
            "evidence": _evidence(row["evidence"]),
        }
    )


def _relations(doc: Doc) -> list[Relation]:
    return [Relation(**row) for row in doc.user_data.get(RELATIONS, [])]


def _qualifying(doc: Doc) -> float:
    return float(doc.user_data.get(QUALIFYING, 0.0))


for _name, _getter in (
    ("results", _results),
    ("session", _session),
    ("mentions", mentions_of),
    ("relations", _relations),
    ("qualifying", _qualifying),
):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, getter=_getter)
