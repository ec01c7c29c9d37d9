"""Measure speed: `make bench`, or `python benchmarks/run.py --quick` for a first look."""

import argparse
from dataclasses import asdict
from functools import partial

from compiled import COMPILED, compiled_python
from page import PAGE, section, speeds_of, table, with_section
from peers import measure_peers
from results import keep
from spacy.language import Language
from speed import known_patterns, measure
from texts import Texts, count_words

import polesitter
from polesitter.run.model import version_of

WORDS, QUICK_WORDS = 200_000, 20_000
ROUNDS = 3


def main() -> None:
    """Measure, print the table, and write it into docs/performance.md unless in a hurry."""
    parser = argparse.ArgumentParser(description="Measure words per second.")
    parser.add_argument("--quick", action="store_true", help="fewer words, one round, no page")
    parser.add_argument("--model", help="another model than the one in models/")
    parser.add_argument("--no-peers", action="store_true", help="install no other libraries")
    options = parser.parse_args()
    texts = Texts(QUICK_WORDS if options.quick else WORDS)
    batch = texts.batch()
    words = sum(count_words(text) for text in batch)
    rounds = 1 if options.quick else ROUNDS
    nlp = polesitter.load(options.model)
    seconds = measure(nlp, texts, rounds)
    batches = [texts.batch() for _ in range(2 * rounds + 2)]
    own = [] if options.model else [(COMPILED, partial(compiled_python, build=not options.quick))]
    peers = [] if options.no_peers else list(measure_peers(batches, terms_of(nlp), others=own))
    speeds = speeds_of(seconds, peers)
    print(table(speeds, words))
    versions = [version_of(nlp), *(told_versions(peer["versions"]) for peer in peers)]
    print("\n".join(versions))
    if not options.quick:
        keep("speed", {"words": words, "speeds": [asdict(speed) for speed in speeds]})
        page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
        measured = section(speeds, words, len(batch), versions)
        PAGE.write_text(with_section(page, measured), encoding="utf-8")


def terms_of(nlp: Language) -> list[tuple[str, str]]:
    """Label and words of every name the pipeline knows."""
    return [
        (line["label"], line["pattern"])
        for line in known_patterns(nlp)
        if isinstance(line["pattern"], str)
    ]


def told_versions(versions: dict[str, str]) -> str:
    """The version of a library, and of the spaCy it brought."""
    (name, number), *under = versions.items()
    beneath = " and ".join(f"{package} {its}" for package, its in under)
    return f"{name} {number} (on {beneath})"


if __name__ == "__main__":
    main()
