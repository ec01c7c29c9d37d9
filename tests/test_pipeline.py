"""The built pipeline, whole: its order, its promises on real reports, its travels."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import load_config, load_model_from_config

from polesitter.entities.tokenizer import ReportTokenizer
from polesitter.learn.corpus import GoldReport, read_gold
from polesitter.types import Evidence, Result

ROOT = Path(__file__).resolve().parent.parent
MODEL = ROOT / "models" / "en_qualifying"
ORDER = [
    "layout", "measures", "names", "learned_names", "overlap", "references", "framing",
    "relations", "records",
]  # fmt: skip
REPORTS = list(read_gold([ROOT / "corpus" / "dev"]))
SOME = REPORTS[:: len(REPORTS) // 4]
STATED = (
    "car_class", "position", "grid_position", "starts_at_rear", "driver", "team", "car",
    "car_number", "speed", "speed_unit", "lap_time_s", "gap_s", "gap_to", "gap_approx", "segment",
    "status",
)  # fmt: skip
"""Fields that only the text can give; the others are derived of these."""
DEFAULTS = (None, False, "classified")
SCRIPT = """
import json, sys
import spacy
assert not any(name.startswith("polesitter") for name in sys.modules)
doc = spacy.load(sys.argv[1])(sys.stdin.read())
print(json.dumps([[result.driver, result.position] for result in doc._.results]))
"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(MODEL)


@pytest.fixture(scope="module")
def docs(nlp: Language) -> dict[str, Doc]:
    """Every report of corpus/dev, read."""
    found = nlp.pipe(report.text for report in REPORTS)
    return {report.id: doc for report, doc in zip(REPORTS, found, strict=True)}


@pytest.fixture(params=REPORTS, ids=[report.id for report in REPORTS])
def doc(request: pytest.FixtureRequest, docs: dict[str, Doc]) -> Doc:
    report: GoldReport = request.param
    return docs[report.id]


def told(doc: Doc) -> tuple[object, ...]:
    """All that the pipeline says of a document."""
    return doc._.results, doc._.session, doc._.mentions, doc._.relations, doc._.qualifying


def proofs(result: Result) -> dict[str, list[Evidence]]:
    """The evidence of a result by field."""
    found: dict[str, list[Evidence]] = {}
    for proof in result.evidence:
        found.setdefault(proof.field, []).append(proof)
    return found


def test_the_components_stand_in_the_documented_order(nlp: Language) -> None:
    config = load_config(ROOT / "models" / "config.cfg")
    assert config["nlp"]["pipeline"] == ORDER
    assert nlp.pipe_names == ORDER


def test_spacy_finds_no_problem_in_the_order(nlp: Language) -> None:
    analysis = nlp.analyze_pipes()
    assert analysis is not None
    problems = analysis["problems"]
    assert {name: found for name, found in problems.items() if found} == {}


def test_the_tokenizer_remembers_as_much_as_the_config_says(nlp: Language) -> None:
    config = load_config(ROOT / "models" / "config.cfg")
    assert isinstance(nlp.tokenizer, ReportTokenizer)
    assert nlp.tokenizer.max_cache_size == config["nlp"]["tokenizer"]["max_cache_size"]


def test_evidence_is_the_words_of_the_text(doc: Doc) -> None:
    session = doc._.session
    found = [proof for result in doc._.results for proof in result.evidence]
    found += [*session.evidence, *(proof for facts in session.classes for proof in facts.evidence)]
    for proof in found:
        assert 0 <= proof.start < proof.end <= len(doc.text)
        assert doc.text[proof.start : proof.end] == proof.text
        assert proof.rule
        assert 0.0 <= proof.score <= 1.0


def test_every_stated_field_has_evidence(doc: Doc) -> None:
    for result in doc._.results:
        stated = {name for name in STATED if getattr(result, name) not in DEFAULTS}
        assert stated - {proof.field for proof in result.evidence} == set()


def test_no_field_has_evidence_that_says_nothing(doc: Doc) -> None:
    for result in doc._.results:
        for name in proofs(result):
            assert getattr(result, name) not in DEFAULTS, name


def test_session_facts_have_evidence(doc: Doc) -> None:
    session = doc._.session
    stated = {
        name
        for name in ("series", "event", "track", "session_date")
        if getattr(session, name) is not None
    }
    assert stated == {proof.field for proof in session.evidence}
    for facts in session.classes:
        told_of = {
            name
            for name in ("pole_driver", "entries", "red_flags", "track_record", "record_holder",
                         "record_year", "race_start", "broadcaster")
            if getattr(facts, name) is not None
        }  # fmt: skip
        assert told_of == {proof.field for proof in facts.evidence}


def test_numbers_are_as_written(doc: Doc) -> None:
    for result in doc._.results:
        if result.car_number is not None:
            assert result.car_number in {p.text for p in proofs(result)["car_number"]}


def test_speeds_are_converted(doc: Doc) -> None:
    for result in doc._.results:
        if result.speed is None:
            assert (result.speed_unit, result.speed_kph) == (None, None)
        else:
            factor = {"mph": 1.609344, "km/h": 1.0}[result.speed_unit]
            assert result.speed_kph == pytest.approx(result.speed * factor, abs=0.001)


def test_places_are_unique_within_a_class(doc: Doc) -> None:
    places = [(r.session_name, r.car_class, r.position) for r in doc._.results if r.position]
    assert len(places) == len(set(places))


def test_values_are_within_reason(doc: Doc) -> None:
    for number, result in enumerate(doc._.results):
        assert result.result_id == number
        assert 0.0 <= result.confidence <= 1.0
        assert result.position is None or 1 <= result.position <= 80
        assert result.gap_s is None or result.gap_s > 0
        assert result.gap_to is None or result.gap_s is not None
        assert result.position != 1 or result.gap_s is None


def test_mentions_lie_apart_and_in_order(doc: Doc) -> None:
    end = 0
    for mention in doc._.mentions:
        assert end <= mention.start < mention.end
        assert doc.text[mention.start : mention.end] == mention.text
        end = mention.end


def test_relations_point_at_mentions(doc: Doc) -> None:
    count = len(doc._.mentions)
    for relation in doc._.relations:
        assert 0 <= relation.head < count
        assert relation.tail is None or 0 <= relation.tail < count


def test_most_reports_have_results(docs: dict[str, Doc]) -> None:
    assert sum(bool(doc._.results) for doc in docs.values()) >= 0.9 * len(docs)


@pytest.mark.parametrize("report", SOME, ids=[report.id for report in SOME])
def test_a_report_read_alone_says_the_same(
    report: GoldReport, nlp: Language, docs: dict[str, Doc]
) -> None:
    assert told(nlp(report.text)) == told(docs[report.id])


def test_a_leading_zero_is_kept(nlp: Language) -> None:
    text = (
        "Ann Lee won the pole on Friday at Daytona International Speedway. Lee lapped the 2.5-mile "
        "oval at 189.577 mph in the No. 08 Ford, and Bo Ray qualified second in the No. 5 Toyota."
    )
    numbers = {mention.value for mention in nlp(text)._.mentions if mention.label == "NUMBER"}
    assert numbers == {"08", "5"}
    assert "08" in {result.car_number for result in nlp(text)._.results}


def test_the_pipeline_comes_back_from_bytes(nlp: Language, docs: dict[str, Doc]) -> None:
    again = load_model_from_config(nlp.config).from_bytes(nlp.to_bytes())
    for report in SOME:
        assert told(again(report.text)) == told(docs[report.id])


def test_the_pipeline_comes_back_from_disk(
    nlp: Language, docs: dict[str, Doc], tmp_path: Path
) -> None:
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    for report in SOME:
        assert told(again(report.text)) == told(docs[report.id])


def test_writing_the_pipeline_twice_gives_the_same_files(nlp: Language, tmp_path: Path) -> None:
    for name in ("one", "other"):
        nlp.to_disk(tmp_path / name)
    one, other = (
        {
            path.relative_to(tmp_path / name).as_posix(): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file() and "vocab" not in path.parts
        }
        for name in ("one", "other")
    )
    assert one == other


def test_documents_travel_in_a_docbin(nlp: Language, docs: dict[str, Doc]) -> None:
    kept = DocBin(docs=[docs[report.id] for report in SOME], store_user_data=True).to_bytes()
    back = list(DocBin(store_user_data=True).from_bytes(kept).get_docs(nlp.vocab))
    assert [told(doc) for doc in back] == [told(docs[report.id]) for report in SOME]


def test_spacy_loads_the_model_without_an_import_of_ours(docs: dict[str, Doc]) -> None:
    report = next(report for report in REPORTS if docs[report.id]._.results)
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(MODEL)],
        input=report.text, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert json.loads(run.stdout) == [
        [result.driver, result.position] for result in docs[report.id]._.results
    ]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "|", "a" * 5000, "| | |\n" * 50, "“", "1.\n2.\n3.", "🏁 P1 🏁"]
)
def test_any_text_is_read(text: str, nlp: Language) -> None:
    assert nlp(text)._.results == []
