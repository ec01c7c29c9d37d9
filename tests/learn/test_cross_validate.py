import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import spacy

from polesitter.errors import PolesitterError
from polesitter.learn import cross_validate as module
from polesitter.learn.cross_validate import cross_validate, main, taught_reports
from polesitter.learn.framing_gold import FACTS
from polesitter.learn.predictions import read_predictions
from polesitter.learn.retrain.side_by_side import Here

COMPONENTS = ("layout", "measures", "overlap", "references", "framing", "relations", "records")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Four annotated reports in two parts of a corpus."""
    folder = tmp_path / "corpus"
    for part, number in (("train", 1), ("train", 2), ("dev", 3), ("own", 4), ("test", 5)):
        (folder / part).mkdir(parents=True, exist_ok=True)
        place = folder / part / f"kite-0{number}"
        marked = f"[Ann Lee](DRIVER d1) took [pole](POSITION) in heat {number}.\n"
        place.with_suffix(".txt").write_text(marked, encoding="utf-8")
        place.with_suffix(".json").write_text('{"session": {}, "records": []}', encoding="utf-8")
    return folder


@pytest.fixture
def taught(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """The reports each model was built from; nothing is learned from them here."""
    built: list[set[str]] = []

    def build(config: Path, patterns: Path, corpus: Path) -> Any:
        built.append({path.stem for path in corpus.rglob("*.txt")})
        nlp = spacy.blank("en")
        for name in COMPONENTS:
            nlp.add_pipe(f"polesitter_{name}", name=name)
        nlp.meta["name"], nlp.meta["version"] = "qualifying", "0.0.0"
        return nlp

    monkeypatch.setattr(module, "build", build)
    return built


def test_no_report_is_read_by_a_model_that_was_taught_it(
    corpus: Path, taught: list[set[str]], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    evaluation = cross_validate(corpus, out, folds=2, config=tmp_path, patterns=tmp_path)
    everything = {f"kite-0{number}" for number in range(1, 5)}
    assert {gold.id for gold in taught_reports(corpus)} == everything
    assert len(taught) == 2
    for number, known in enumerate(taught):
        read = {path.stem for path in (out / f"fold-{number}" / "reports").iterdir()}
        assert len(read) == 2
        assert read | known == everything
        assert not read & known
    assert set(read_predictions(out)) == everything
    assert evaluation.whole.reports == 4
    # Without patterns and training the measures alone are found.
    assert evaluation.mentions.gold() == 8
    assert evaluation.mentions.score("POSITION").f1 == 1


def test_siblings_are_held_out_together(
    corpus: Path, taught: list[set[str]], tmp_path: Path
) -> None:
    (corpus / "siblings.txt").write_text("own/kite-04 kite-01\n", encoding="utf-8")
    out = tmp_path / "out"
    cross_validate(corpus, out, folds=2, config=tmp_path, patterns=tmp_path)
    assert len(taught) == 2
    assert all(("kite-01" in known) == ("kite-04" in known) for known in taught)


def test_as_many_folds_are_built_at_a_time_as_asked(
    corpus: Path,
    taught: list[set[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked: list[int] = []

    @contextmanager
    def builders(jobs: int) -> Iterator[Here]:
        asked.append(jobs)
        yield Here()

    monkeypatch.setattr(module, "builders", builders)
    arguments = ["--corpus", str(corpus), "--out", str(tmp_path / "out"), "--folds", "2"]
    main([*arguments, "--jobs", "5"])
    # Never more than there are folds.
    assert asked == [2]
    assert len(taught) == 2
    assert "| kite | 4 |" in capsys.readouterr().out


def test_the_command_tells_groups_and_fields(
    corpus: Path, taught: list[set[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--corpus", str(corpus), "--out", str(tmp_path / "out"), "--folds", "2"]
    main([*arguments, "--only", "kite-01"])
    told = capsys.readouterr().out
    assert "| kite | 1 |" in told
    assert "| lap_time |" in told
    # Only the report that was asked for is held out; the others are taught.
    assert taught == [{"kite-02", "kite-03", "kite-04"}]


def test_framing_is_scored_of_the_reports_there_are(
    corpus: Path, taught: list[set[str]], tmp_path: Path
) -> None:
    (corpus / "framing").mkdir()
    facts = dict.fromkeys(FACTS)
    told = {"framing": [{"start": 13, "end": 17, "framing": "outcome"}], "facts": facts}
    for id in ("kite-01", "kite-99"):
        (corpus / "framing" / f"{id}.json").write_text(json.dumps(told), encoding="utf-8")
    out = tmp_path / "out"
    evaluation = cross_validate(corpus, out, folds=2, config=tmp_path, patterns=tmp_path)
    assert len(taught) == 2
    assert evaluation.framing.gold() == 1


def test_broken_framing_is_told_of_before_a_model_is_built(
    corpus: Path, taught: list[set[str]], tmp_path: Path
) -> None:
    (corpus / "framing").mkdir()
    (corpus / "framing" / "kite-04.json").write_text("{", encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(PolesitterError, match=r"kite-04\.json: no annotated framing"):
        cross_validate(corpus, out, folds=2, config=tmp_path, patterns=tmp_path)
    assert not taught
    assert out.exists()
