"""The texts that are measured: reports of the corpus, repeated with other figures."""

import re
from collections.abc import Iterator
from pathlib import Path

from polesitter.learn.corpus import read_gold

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "train"
LAST_DECIMAL = re.compile(r"(?<=\.)(\d*)(\d)\b")


def varied_texts(words: int) -> list[str]:
    """Reports of at least `words` words together; each round has other decimals.

    A tokenizer that remembers what it has seen would find plain copies too easy.
    """
    texts: list[str] = []
    count = 0
    for text in _rounds([gold.text for gold in read_gold([CORPUS])]):
        texts.append(text)
        count += count_words(text)
        if count >= words:
            break
    return texts


def count_words(text: str) -> int:
    """Words as a reader counts them: stretches between blanks."""
    return len(text.split())


def with_other_decimals(text: str, shift: int) -> str:
    """The text with the last digit of each decimal number moved on by `shift`, modulo ten."""

    def moved(match: re.Match[str]) -> str:
        return f"{match[1]}{(int(match[2]) + shift) % 10}"

    return LAST_DECIMAL.sub(moved, text)


def _rounds(texts: list[str]) -> Iterator[str]:
    shift = 0
    while texts:
        for text in texts:
            yield with_other_decimals(text, shift)
        shift += 1
