"""`spacy train` and the build teach alike: in spaCy's own loop, and by its commands."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.training import Corpus
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

from polesitter.entities.learned.component import LearnedNames
from polesitter.errors import PolesitterError
from polesitter.learn.assembly import assemble
from polesitter.learn.build import build
from polesitter.learn.corpus import GoldReport, read_gold
from polesitter.learn.examples import examples_of, gold_of_reference
from polesitter.learn.exchange.docbin import write_docbin
from polesitter.learn.taught_parts import taught_parts
from polesitter.learn.teacher import NameTeacher, teach_names
from polesitter.text.plain import Mark, unmark

REPORTS = 10
NAMES = "learned_names/names.msgpack"


@pytest.fixture(scope="module")
def golds() -> list[GoldReport]:
    made = []
    for number in range(REPORTS):
        letter = chr(ord("a") + number)
        text, marks = unmark(
            f"[Jo Qu{letter}st](DRIVER d1) of [O{letter}rit Racing Team](TEAM t1) won pole with "
            f"[1:20.{number}](LAPTIME) at [T{letter}rn Speedway](TRACK k1).\r\n\r\n"
            f"[Qu{letter}st](DRIVER d1) beat [Kim Hale](DRIVER d2) in the [Ford](CAR c1).\n"
        )
        session = {"date": f"2024-05-{number // 2 + 1:02}", "track": f"T{number // 2}"}
        made.append(GoldReport(f"made-{number:02}", text, tuple(marks), session, ()))
    return made


@pytest.fixture(scope="module")
def corpus(golds: list[GoldReport], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus that tells of some of the reports that they are invented."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "own").mkdir()
    for gold in golds[::3]:
        (folder / "own" / f"{gold.id}.json").write_text("{}", encoding="utf-8")
    (folder / "invented.txt").write_text("own/*\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(root: Path, golds: list[GoldReport], corpus: Path) -> bytes:
    """The name model as the build teaches it."""
    built = taught(root, golds, corpus)
    assert len(built) > len(assembled(root))
    assert built != taught(root, golds, None)
    return built


def name_model(nlp: Language) -> bytes:
    names = nlp.get_pipe("learned_names")
    assert isinstance(names, LearnedNames)
    return names.to_bytes()


def taught(root: Path, golds: list[GoldReport], corpus: Path | None) -> bytes:
    nlp = assemble(root / "models" / "config.cfg", root / "patterns")
    teach_names(nlp, golds, NameTeacher(root / "patterns" / "lexicon", corpus))
    return name_model(nlp)


def assembled(root: Path) -> bytes:
    nlp = assemble(root / "models" / "config.cfg", root / "patterns")
    return name_model(nlp)


@pytest.mark.parametrize("size", [1_000_000, 4])
def test_spacys_loop_gives_the_weights_of_the_build(
    size: int,
    root: Path,
    golds: list[GoldReport],
    corpus: Path,
    built: bytes,
    tmp_path: Path,
) -> None:
    write_docbin(golds, tmp_path / "train.spacy")
    write_docbin(golds[:2], tmp_path / "dev.spacy")
    settings = {
        "paths.patterns": str(root / "patterns"),
        "paths.corpus": str(corpus),
        "paths.train": str(tmp_path / "train.spacy"),
        "paths.dev": str(tmp_path / "dev.spacy"),
        "training.batcher.size": size,
    }
    config = load_config(root / "models" / "config.cfg", overrides=settings)
    (tmp_path / "out").mkdir()
    nlp, best = train(init_nlp(config), tmp_path / "out")
    assert best is not None
    assert (best / NAMES).read_bytes() == built
    figures = nlp.evaluate(list(Corpus(tmp_path / "dev.spacy")(nlp)))
    assert figures["learned_f"] == 1.0


def test_references_hold_the_whole_report(golds: list[GoldReport]) -> None:
    nlp = spacy.blank("en")
    back = [gold_of_reference(example.reference) for example in examples_of(nlp, golds)]
    assert back == golds


def test_a_report_of_nobody_known_gets_an_id_by_its_text() -> None:
    nlp = spacy.blank("en")
    one, other = (gold_of_reference(nlp.make_doc(text)).id for text in ("One.", "Other."))
    assert one != other
    assert gold_of_reference(nlp.make_doc("One.")).id == one


def test_a_mark_that_ends_in_a_space_is_refused_by_name() -> None:
    gold = GoldReport("made-00", "Jo won", (Mark(0, 3, "DRIVER", "d1"),), {}, ())
    with pytest.raises(PolesitterError, match="E611 report made-00 at code point 0"):
        list(examples_of(spacy.blank("en"), [gold]))


def test_entities_of_other_labels_are_refused() -> None:
    doc = spacy.blank("en")("Ann Lee won")
    doc.set_ents([spacy.tokens.Span(doc, 0, 2, "PERSON")])
    with pytest.raises(PolesitterError, match="no mention is labelled 'PERSON'"):
        gold_of_reference(doc)


# What follows runs the real commands on real reports.


def run(*arguments: str, cwd: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a small corpus."""
    place = tmp_path_factory.mktemp("project")
    for part, count in (("train", 16), ("own", 8), ("dev", 5)):
        (place / "corpus" / part).mkdir(parents=True)
        for path in sorted((root / "corpus" / part).glob("*.json"))[:count]:
            for suffix in (".json", ".txt"):
                half = path.with_suffix(suffix)
                shutil.copyfile(half, place / "corpus" / part / half.name)
    (place / "models").mkdir()
    for name in ("config.cfg", "project.yml"):
        shutil.copyfile(root / "models" / name, place / "models" / name)
    shutil.copytree(root / "patterns", place / "patterns")
    return place


@pytest.mark.full
def test_weasel_drives_it_from_the_reports_to_a_package(project: Path) -> None:
    out = project / "out" / "spacy"
    steps = ("convert", "assemble", "train", "relate", "evaluate", "package")
    first = run("spacy", "project", "run", "all", "models", cwd=project)
    assert not skipped(first, steps)
    nlp = spacy.load(out / "en_qualifying")
    analysis = nlp.analyze_pipes()
    assert analysis is not None
    assert not any(analysis["problems"].values())
    assert len(list((out / "packages").glob("*/dist/*.tar.gz"))) == 1
    names = (out / "trained" / "model-last" / NAMES).read_bytes()
    assert (out / "en_qualifying" / NAMES).read_bytes() == names
    again = run("spacy", "project", "run", "all", "models", cwd=project)
    assert skipped(again, steps) == list(steps)


@pytest.mark.full
def test_the_build_has_the_names_of_spacy_train(project: Path, tmp_path: Path) -> None:
    """Of the same reports: the build's training parts are all there are."""
    corpus = tmp_path / "corpus"
    for part in ("train", "own"):
        shutil.copytree(project / "corpus" / part, corpus / part)
    (corpus / "invented.txt").write_text("own/*\n", encoding="utf-8")
    write_docbin(read_gold(taught_parts(corpus)), tmp_path / "train.spacy")
    paths = {"patterns": project / "patterns", "train": tmp_path / "train.spacy"}
    paths["corpus"] = corpus
    paths["dev"] = paths["train"]
    told = [part for name, path in paths.items() for part in (f"--paths.{name}", str(path))]
    config = project / "models" / "config.cfg"
    run("spacy", "train", str(config), "--output", str(tmp_path / "out"), *told, cwd=tmp_path)
    nlp = build(config, project / "patterns", corpus)
    nlp.to_disk(tmp_path / "built")
    trained = tmp_path / "out" / "model-last"
    assert (tmp_path / "built" / NAMES).read_bytes() == (trained / NAMES).read_bytes()


def skipped(told: str, steps: Sequence[str]) -> list[str]:
    return [step for step in steps if f"Skipping '{step}'" in told]
