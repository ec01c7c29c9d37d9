"""Measure speed: `make bench`, or `python benchmarks/run.py --quick` for a first look."""

import argparse

from page import PAGE, section, table, with_section
from speed import measure
from texts import count_words, varied_texts

import polesitter
from polesitter.run.model import version_of

WORDS, QUICK_WORDS = 200_000, 20_000
ROUNDS = 3


def main() -> None:
    """Measure, print the table, and write it into docs/performance.md unless in a hurry."""
    parser = argparse.ArgumentParser(description="Measure words per second.")
    parser.add_argument("--quick", action="store_true", help="fewer words, one round, no page")
    parser.add_argument("--model", help="another model than the one in models/")
    options = parser.parse_args()
    texts = varied_texts(QUICK_WORDS if options.quick else WORDS)
    words = sum(count_words(text) for text in texts)
    nlp = polesitter.load(options.model)
    seconds = measure(nlp, texts, rounds=1 if options.quick else ROUNDS)
    print(table(seconds, words))
    if not options.quick:
        page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
        measured = section(seconds, words, len(texts), version_of(nlp))
        PAGE.write_text(with_section(page, measured), encoding="utf-8")


if __name__ == "__main__":
    main()
