"""However many names go by, the vocabulary does not grow for ever."""

import json
import random
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from polesitter.run.plan import Shard
from polesitter.run.worker import BATCH, Options, extract_shard
from polesitter.text.input_file import InputFile

COMPONENTS = ("layout", "measures", "learned_names", "overlap", "references", "framing",
              "relations", "records")  # fmt: skip
REPORTS = 2000


@pytest.fixture
def nlp() -> Language:
    """The pipeline without a model: what it reads, not what it finds, fills the memory."""
    nlp = spacy.blank("en")
    for name in COMPONENTS:
        nlp.add_pipe(f"polesitter_{name}", name=name)
    return nlp


@pytest.fixture
def shard(tmp_path: Path) -> Shard:
    """Reports of drivers and teams that nobody has heard of."""
    draw = random.Random(5)
    lines = []
    for number in range(REPORTS):
        lee, ray, team = ("".join(draw.choices("abcdeilmnorstu", k=9)).title() for _ in range(3))
        text = (
            f"{lee} took the pole for {team} in 1:45.166, {ray} of {team} was second on the grid."
        )
        lines.append(json.dumps({"id": number, "text": text}))
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return Shard("t", (InputFile(path, path.name),))


def sizes(nlp: Language, shard: Shard) -> list[int]:
    """Strings in the vocabulary after each batch."""
    known = []
    for tables in extract_shard(nlp, shard, Options()):
        assert tables["errors"].num_rows == 0
        known.append(len(nlp.vocab.strings))
    assert len(known) == -(-REPORTS // BATCH)
    return known


def test_beyond_the_limit_no_word_is_kept(
    nlp: Language, shard: Shard, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(nlp.vocab.strings)
    monkeypatch.setattr("polesitter.run.worker.KEPT_STRINGS", before)
    assert set(sizes(nlp, shard)) == {before}


def test_up_to_the_limit_words_are_kept_and_then_no_more(
    nlp: Language, shard: Shard, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = len(nlp.vocab.strings) + 1000
    monkeypatch.setattr("polesitter.run.worker.KEPT_STRINGS", limit)
    known = sizes(nlp, shard)
    assert known[0] < limit <= known[-1]
    assert len({size for size in known if size >= limit}) == 1


def test_forgetting_changes_no_row(
    nlp: Language, shard: Shard, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = [tables["mentions"].to_pylist() for tables in extract_shard(nlp, shard, Options())]
    monkeypatch.setattr("polesitter.run.worker.KEPT_STRINGS", 0)
    assert kept == [
        tables["mentions"].to_pylist() for tables in extract_shard(nlp, shard, Options())
    ]
    assert any(kept)
