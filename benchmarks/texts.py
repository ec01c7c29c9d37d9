"""The texts that are measured: reports of the corpus, repeated with other figures."""

import re
from pathlib import Path

from polesitter.learn.corpus import read_gold

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "train"
LAST_DECIMALS = re.compile(r"(?<=\.)(\d*?)(\d{1,2})\b")


class Texts:
    """Reports of the corpus by the batch, each time with decimals that no batch had before.

    A tokenizer that remembers what it has seen would find copies too easy. Batches have
    the same words otherwise, `words` of them or a few more.
    """

    def __init__(self, words: int) -> None:
        self.words = words
        self.reports = [gold.text for gold in read_gold([CORPUS])]
        self.shift = 0

    def batch(self) -> list[str]:
        """Return the next batch."""
        texts: list[str] = []
        count = 0
        while count < self.words:
            for text in self.reports:
                texts.append(with_other_decimals(text, self.shift))
                count += count_words(text)
                if count >= self.words:
                    break
            self.shift += 1
        return texts


def varied_texts(words: int) -> list[str]:
    """Reports of at least `words` words together, all different."""
    return Texts(words).batch()


def count_words(text: str) -> int:
    """Words as a reader counts them: stretches between blanks."""
    return len(text.split())


def with_other_decimals(text: str, shift: int) -> str:
    """The text with the last two digits of each decimal number moved on, modulo a hundred."""

    def moved(match: re.Match[str]) -> str:
        last = match[2]
        return f"{match[1]}{(int(last) + shift) % 10 ** len(last):0{len(last)}d}"

    return LAST_DECIMALS.sub(moved, text)
