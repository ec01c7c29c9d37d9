"""Every proof cites its report: text[start:end] is the text of the evidence."""

from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

import polesitter
from polesitter.records.extraction import Extraction
from polesitter.run.together import extract_report
from polesitter.types import Evidence, Mention, Report

from .reports import corpus_texts, proofs

ROOT = Path(__file__).resolve().parents[2]
TEXTS = corpus_texts(ROOT, "train", "dev")


def assert_cites(extraction: Extraction) -> None:
    text = extraction.report.text
    citing: list[Evidence | Mention] = [*proofs(extraction), *extraction.mentions]
    for cited in citing:
        assert 0 <= cited.start < cited.end <= len(text), cited
        assert text[cited.start : cited.end] == cited.text, cited


@pytest.mark.parametrize("name", TEXTS)
def test_evidence_cites_the_annotated_reports(name: str, nlp: Language) -> None:
    extraction = extract_report(nlp, Report(f"{name}.txt", TEXTS[name], ""))
    assert proofs(extraction)
    assert_cites(extraction)


@pytest.mark.parametrize("table", ["results", "sessions"])
def test_evidence_in_the_tables_cites_the_text_there(table: str, dataset: Path) -> None:
    tables = polesitter.open(dataset)
    texts = dict(zip(tables.reports["source"], tables.reports["text"], strict=True))
    rows = getattr(tables, table)
    assert any(source.startswith("sample/") for source in rows["source"])
    for source, evidence in zip(rows["source"], rows["evidence"], strict=True):
        for proof in evidence:
            assert texts[source][proof["start"] : proof["end"]] == proof["text"], (source, proof)


def test_mentions_in_the_table_cite_the_text_there(dataset: Path) -> None:
    tables = polesitter.open(dataset)
    texts = dict(zip(tables.reports["source"], tables.reports["text"], strict=True))
    for mention in tables.mentions.itertuples():
        assert texts[mention.source][mention.start : mention.end] == mention.text


# What typesetting, word processors and web pages put into a text.
STRAY = (
    *("\u00ad", "\u200b", "\ufeff", "\r\n", "\r", "\u2028", "\u00a0", "\u201c", "\u2019"),
    *("\u0301", "\U0001f3ce\ufe0f", "  ", "\t", "[", "|", "*"),
)
MANGLING = st.lists(st.tuples(st.integers(0, 20_000), st.sampled_from(STRAY)), max_size=60)


def mangled(text: str, insertions: list[tuple[int, str]]) -> str:
    """A text with stray characters put in, at places counted round."""
    pieces = list(text)
    for place, stray in insertions:
        pieces[place % len(pieces)] += stray
    return "".join(pieces)


@given(name=st.sampled_from(sorted(TEXTS)), insertions=MANGLING, is_curly=st.booleans())
def test_evidence_cites_mangled_reports(
    name: str, insertions: list[tuple[int, str]], is_curly: bool, nlp: Language
) -> None:
    text = TEXTS[name].replace("'", "\u2019") if is_curly else TEXTS[name]
    assert_cites(extract_report(nlp, Report("a.txt", mangled(text, insertions), "")))


# Words of the genre in any order: grammar is not what offsets may hang on.
WORDS = (
    *"Lopez Ana Meyer's Racing Team Honda Audi the No. 93 #7 pole P3 third sixth rear".split(),
    *"will start qualified ahead of behind 113.575 mph (1:45.166) .803 seconds 0.1s".split(),
    *"faster than in GTD TCR , . Friday Aug. 5 Daytona | 1. 2. disqualified".split(),
    *(" ", "\n", "\n\n", "\r\n", "\u2013", "\u201cwe", "\u201d", "\u00ad", "\u00a0"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=80))
def test_evidence_cites_generated_texts(nlp: Language, words: list[str]) -> None:
    text = " ".join(chain(["Ana Lopez won the pole for Meyer Racing in qualifying."], words))
    assert_cites(extract_report(nlp, Report("a.txt", text, "")))
