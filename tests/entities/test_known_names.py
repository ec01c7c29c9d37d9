"""Names of the patterns: what spaCy's SpanRuler finds, at less cost."""

from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import SpanRuler
from spacy.tokens import Doc

from polesitter.entities.known_names import KnownNames

PATTERNS: list[dict[str, Any]] = [
    {"label": "TEAM", "pattern": "Ferrari", "id": "team:ferrari"},
    {"label": "CAR", "pattern": "Ferrari", "id": "car:ferrari"},
    {"label": "CAR", "pattern": "Ferrari 296", "id": "car:296"},
    {"label": "TRACK", "pattern": "Lime Rock"},
    {"label": "TRACK", "pattern": "Lime Rock Park"},
    {"label": "CLASS", "pattern": [{"TEXT": {"REGEX": "^GT[34]$"}}], "id": "class:gt"},
]
PHRASES = PATTERNS[:-1]
WORDS = ["Ferrari", "296", "Lime", "Rock", "Park", "GT3", "won", "\n"]

Found = list[tuple[int, int, str, str]]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


@pytest.fixture(scope="module")
def names(nlp: Language) -> KnownNames:
    made = KnownNames(nlp)
    made.add_patterns(PATTERNS)
    return made


def spans(doc: Doc) -> Found:
    return [(span.start, span.end, span.label_, span.id_) for span in doc.spans["candidates"]]


@given(words=st.lists(st.sampled_from(WORDS), max_size=12))
def test_spans_are_those_of_the_span_ruler(
    nlp: Language, names: KnownNames, words: list[str]
) -> None:
    ruler = SpanRuler(nlp, spans_key="candidates")
    ruler.add_patterns(PATTERNS)
    assert spans(names(Doc(nlp.vocab, words))) == spans(ruler(Doc(nlp.vocab, words)))


def test_what_others_found_stays(nlp: Language, names: KnownNames) -> None:
    doc = nlp("Pole for Ferrari")
    doc.spans["candidates"] = [doc[0:1]]
    assert [start for start, *_ in spans(names(doc))] == [0, 2, 2]


def test_no_patterns_find_nothing(nlp: Language) -> None:
    assert spans(KnownNames(nlp)(nlp("Pole for Ferrari"))) == []


def test_cleared_patterns_find_nothing(nlp: Language) -> None:
    made = KnownNames(nlp)
    made.add_patterns(PATTERNS)
    made.clear()
    assert spans(made(nlp("Pole for Ferrari"))) == []


def test_patterns_survive_the_disk(nlp: Language, names: KnownNames, tmp_path: Path) -> None:
    names.to_disk(tmp_path / "names")
    read = KnownNames(nlp).from_disk(tmp_path / "names")
    assert read.patterns == PATTERNS
    text = "Ferrari 296 at Lime Rock Park in GT3"
    assert spans(read(nlp(text))) == spans(names(nlp(text)))


def test_a_table_is_read_instead_of_the_patterns(
    nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = KnownNames(nlp)
    made.add_patterns(PHRASES[:2])
    made.add_patterns(PHRASES[2:])
    made.to_disk(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(nlp, "tokenizer", None)
        read = KnownNames(nlp).from_disk(tmp_path)
        assert read.labels == ("CAR", "TEAM", "TRACK")
        assert "CAR" in read
        assert "DRIVER" not in read
    text = "Ferrari 296 at Lime Rock Park"
    assert spans(read(nlp(text))) == spans(made(nlp(text)))
    assert read.patterns == PHRASES


def test_a_table_of_other_patterns_is_made_anew(nlp: Language, tmp_path: Path) -> None:
    made = KnownNames(nlp)
    made.add_patterns(PHRASES)
    made.to_disk(tmp_path)
    (tmp_path / "patterns").write_text('{"label":"DRIVER","pattern":"Lee","id":"driver:lee"}\n')
    read = KnownNames(nlp).from_disk(tmp_path)
    assert spans(read(nlp("Lee in a Ferrari"))) == [(0, 1, "DRIVER", "driver:lee")]


def test_patterns_read_from_disk_can_be_added_to_and_removed(nlp: Language, tmp_path: Path) -> None:
    made = KnownNames(nlp)
    made.add_patterns(PHRASES)
    made.to_disk(tmp_path)
    read = KnownNames(nlp).from_disk(tmp_path)
    read.add_patterns([{"label": "DRIVER", "pattern": "Lee"}])
    read.remove("TRACK")
    read.remove_by_id("car:ferrari")
    assert spans(read(nlp("Lee and Ferrari at Lime Rock"))) == [
        (0, 1, "DRIVER", ""),
        (2, 3, "TEAM", "team:ferrari"),
    ]
    assert [line["pattern"] for line in read.patterns] == ["Ferrari", "Ferrari 296", "Lee"]


def test_bytes_hold_the_patterns(nlp: Language, names: KnownNames) -> None:
    read = KnownNames(nlp).from_bytes(names.to_bytes())
    assert read.patterns == PATTERNS
    assert spans(read(nlp("Ferrari"))) == spans(names(nlp("Ferrari")))


def test_names_outlive_a_memory_zone(nlp: Language, names: KnownNames) -> None:
    for _ in range(2):
        with nlp.memory_zone():
            found = spans(names(nlp("Ferrari at Lime Rock")))
        assert sorted(rule for *_, rule in found) == ["", "car:ferrari", "team:ferrari"]


def test_components_before_it_do_not_see_the_patterns() -> None:
    nlp = spacy.blank("en")
    seen: list[str] = []

    @Language.component("polesitter_test_witness")
    def witness(doc: Doc) -> Doc:
        seen.append(doc.text)
        return doc

    nlp.add_pipe("polesitter_test_witness")
    names = nlp.add_pipe("polesitter_names", name="names")
    names.add_patterns(PATTERNS)  # type: ignore[attr-defined]
    assert seen == []
    assert {label for _, _, label, _ in spans(nlp("Ferrari"))} == {"TEAM", "CAR"}
    assert seen == ["Ferrari"]
