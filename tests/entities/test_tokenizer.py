from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from polesitter.entities.measures import find_measures
from polesitter.entities.tokenizer import ReportTokenizer
from polesitter.text.plain import unmark
from polesitter.text.words import TEXT, text_of

CORPUS = Path(__file__).parents[2] / "corpus"


def blank(max_cache_size: int = 200_000) -> Language:
    tokenizer = {"@tokenizers": "polesitter.Tokenizer.v1", "max_cache_size": max_cache_size}
    return spacy.blank("en", config={"nlp": {"tokenizer": tokenizer}})


def tokenizer() -> ReportTokenizer:
    made = blank().tokenizer
    assert isinstance(made, ReportTokenizer)
    return made


@pytest.fixture(scope="module")
def nlp() -> Language:
    return blank()


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("was .803 seconds up.", ".803 seconds"),
        ("in 1m29.421s.", "1m29.421s"),
        ("on 1'23.778, first", "1'23.778"),
        ("the No.93 Honda", "93"),
        ("the #93.", "93"),
        ("(+0.094s)", "0.094s"),
        ("a Honda Civic Type-R.", "Honda Civic Type-R"),
        ("a Nissan GT-R.", "Nissan GT-R"),
        ("the Cadillac DPi-V.R. Then", "Cadillac DPi-V.R"),
        ("182.8km/h", "182.8km/h"),
        ("(154.690mph),", "154.690mph"),
        ("(101.611)", "101.611"),
        ("Busch's", "Busch"),
        ("Busch\u2019s", "Busch"),
        ("Motorsports\u2019 car", "Motorsports"),
        ("a Dallara-Honda", "Dallara"),
        ("Rosberg/Hamilton", "Rosberg"),
        ("Rosberg\u2013Hamilton", "Hamilton"),
        ("pole\u2014Hamilton's", "Hamilton"),
        ("1:45.166.", "1:45.166"),
        ("a [54.138-second] lap", "54.138-second"),
        ("(28.905/131.770)", "131.770"),
        ("Jones (8)", "8"),
        ("second-place", "second"),
        ("O'Ward's", "O'Ward"),
        ("J.R. Hildebrand's", "J.R. Hildebrand"),
        ("Dale Earnhardt Jr.'s", "Dale Earnhardt Jr."),
        ("Nick Mancuso(A)", "Nick Mancuso"),
    ],
)
def test_tokens_end_where_the_mention_does(nlp: Language, text: str, mention: str) -> None:
    start = text.index(mention)
    assert nlp.make_doc(text).char_span(start, start + len(mention)) is not None


@pytest.mark.parametrize("figure", [".803", "1:45.166", "1'23.778", "1\u201923.778", "28.905"])
def test_a_figure_is_one_token(nlp: Language, figure: str) -> None:
    assert [token.text for token in nlp.make_doc(f"a {figure} lap")] == ["a", figure, "lap"]


@pytest.mark.parametrize("text", ["A  b\n\nc", "No.93", "1'23.778 (8)", "caf\u00e9\u2014x\u00a0y"])
def test_nothing_of_the_text_is_lost(nlp: Language, text: str) -> None:
    assert nlp.make_doc(text).text == text


def test_every_mention_of_the_corpus_can_be_a_span(nlp: Language) -> None:
    paths = sorted(path for part in ("train", "dev") for path in (CORPUS / part).glob("*.txt"))
    assert paths
    lost = []
    for path in paths:
        text, marks = unmark(path.read_text(encoding="utf-8"))
        doc = nlp.make_doc(text)
        bounds = [(mark.start, mark.end) for mark in marks]
        bounds += [(mention.start, mention.end) for mention in find_measures(text)]
        lost += [
            (path.name, text[start:end])
            for start, end in bounds
            if doc.char_span(start, end) is None
        ]
    assert lost == []


def test_it_survives_bytes_and_disk(nlp: Language, tmp_path: Path) -> None:
    text = "The No.93 (28.905/131.770) was +0.094s off Busch\u2019s GT-R."
    expected = [token.text for token in nlp.make_doc(text)]
    from_bytes = blank(max_cache_size=5_000).from_bytes(nlp.to_bytes())
    nlp.to_disk(tmp_path / "model")
    from_disk = spacy.load(tmp_path / "model")
    for other in (from_bytes, from_disk):
        assert [token.text for token in other.make_doc(text)] == expected
    assert isinstance(from_bytes.tokenizer, ReportTokenizer)
    assert isinstance(from_disk.tokenizer, ReportTokenizer)
    assert from_bytes.tokenizer.max_cache_size == 5_000
    assert from_disk.tokenizer.max_cache_size == 200_000


def test_a_document_carries_its_text(nlp: Language) -> None:
    text = " Lee's No.31  won\n\n(8)"
    doc = nlp.make_doc(text)
    assert text_of(doc) == doc.text == text
    assert doc.user_data[TEXT] is text


def test_the_tokenizer_survives_bytes(nlp: Language) -> None:
    copy = blank().from_bytes(nlp.to_bytes())
    assert [token.text for token in copy("No.31 (8)")] == ["No.", "31", "(", "8", ")"]


def test_what_was_learned_of_texts_changes_no_token() -> None:
    parts = ["Lee's No. 31 was third.", "No. 31 won (8), by 0.094s!", "third.  Lee's\n\nBMWs"]
    texts = [part * 20 for part in parts] + [f"{part} " * 20 for part in parts]
    learning, other = tokenizer(), tokenizer()
    other.to_learn_from = 0
    for text in [*texts, *texts]:
        assert [t.text_with_ws for t in learning(text)] == [t.text_with_ws for t in other(text)]


def test_no_more_texts_are_learned_from_than_set() -> None:
    learning = tokenizer()
    learning.to_learn_from = 2
    for text in ("Lee won.", "Ray lost.", "Kim spun."):
        learning(text * 30)
    assert learning.to_learn_from == 0


def test_names_of_patterns_are_no_texts_to_learn_from() -> None:
    learning = tokenizer()
    learning("Lime Rock Park")
    assert learning.to_learn_from == ReportTokenizer.to_learn_from


def test_nothing_is_learned_that_is_soon_forgotten() -> None:
    learning = tokenizer()
    with learning.vocab.memory_zone():
        learning("Lee won." * 30)
    assert learning.to_learn_from == ReportTokenizer.to_learn_from
