"""The tokenizer: spaCy's English, with the boundaries that motorsport prose needs.

A mention can only be a Span where tokens end with it, so "+0.094s", "No.93",
"28.905/131.770", "Rosberg/Hamilton", "DPi-V.R." and "(8)" are cut where their
parts end. Figures stay whole: ".803", "1'23.778", "1m08.412s".
"""

from collections.abc import Callable, Iterable

import spacy
from spacy.lang.char_classes import ALPHA
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from polesitter.text.words import TEXT

_DASHES = "\u2010-\u2015\u2212"
_PREFIXES = (
    r"\+",
    r"[/|\u2116]",
    rf"[{_DASHES}-](?=[{ALPHA}0-9(])",
    r"(?:No|Nos|NO)\.(?=[0-9])",
)
_SUFFIXES = (
    r"[/|]",
    rf"(?<=[{ALPHA}0-9.)])[{_DASHES}-]",
    # English keeps the stop of "DPi-V.R." and "GT3 R." as that of an abbreviation.
    r"(?<=[0-9A-Za-z]-[A-Z])\.",
    r"(?<=-[A-Z]\.[A-Z])\.",
    r"(?<=[0-9a-z]\.[A-Z])\.",
    r"(?<=[0-9][A-Z])\.",
)
_INFIXES = (
    rf"[{_DASHES}]+",
    r"--+",
    r"[/|()\[\]]",
    r"[#+](?=[0-9])",
    rf"(?<=[{ALPHA}0-9])-(?=[{ALPHA}0-9])",
    rf"(?<=[{ALPHA}0-9.)])[,;](?=[{ALPHA}#(])",
    rf"(?<=[{ALPHA})])[,:;](?=[{ALPHA}0-9#(])",
)
SHORTEST = 200
"""Characters of a text that is learned from; what is shorter may be the name of a pattern."""
_EMOTICON_SIGNS = frozenset("()[]<>{}|/\\=*^_@")


class ReportTokenizer(Tokenizer):  # type: ignore[misc]
    """A tokenizer that leaves the text with the document, for `polesitter.text.words.text_of`.

    spaCy keeps only the words; putting the text together again takes it longer than
    finding them. It also remembers how it cut a stretch between blanks only up to the
    first of a text that its exceptions name ("No.", "'s"), which is soon; so the
    stretches that the first texts share are cut each by itself before.
    """

    to_learn_from = 2_000
    """How many more texts are learned from."""

    def __call__(self, string: str) -> Doc:
        """Cut a text into words."""
        if self.to_learn_from and len(string) >= SHORTEST and not self.vocab.in_memory_zone:
            self._learn(string)
        doc: Doc = super().__call__(string)
        doc.user_data[TEXT] = string
        return doc

    def _learn(self, string: str) -> None:
        """Cut what came in another text before; most figures never come again."""
        self.to_learn_from -= 1
        seen, learned = self.__dict__.setdefault("_stretches", (set[str](), set[str]()))
        new = set(string.split()).difference(learned)
        again = new & seen
        for stretch in again:
            super().__call__(stretch)
        learned |= again
        seen |= new
        if not self.to_learn_from:
            del self.__dict__["_stretches"]

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "ReportTokenizer":
        """Read rules from bytes; where they are those it was built with nothing is to be done."""
        if data != self.to_bytes(exclude=exclude):
            super().from_bytes(data, exclude=exclude)
        return self


@spacy.registry.tokenizers("polesitter.Tokenizer.v1")
def make_tokenizer(max_cache_size: int = 200_000) -> Callable[[Language], Tokenizer]:
    """Return a function that builds the tokenizer of a pipeline; for use in config.cfg.

    `max_cache_size`: how many distinct chunks between spaces are remembered. spaCy
    does not save it with the tokenizer and its own 10,000 are soon used up by
    names; as a setting of this factory it is set again at each load.
    """

    def build(nlp: Language) -> Tokenizer:
        defaults = nlp.Defaults
        tokenizer = ReportTokenizer(
            nlp.vocab,
            rules=_without_emoticons(defaults.tokenizer_exceptions or {}),
            prefix_search=compile_prefix_regex([*_PREFIXES, *(defaults.prefixes or ())]).search,
            suffix_search=compile_suffix_regex([*_SUFFIXES, *(defaults.suffixes or ())]).search,
            infix_finditer=compile_infix_regex([*_INFIXES, *(defaults.infixes or ())]).finditer,
            token_match=defaults.token_match,
            url_match=defaults.url_match,
        )
        tokenizer.max_cache_size = max_cache_size
        return tokenizer

    return build


def _without_emoticons(rules: dict[str, list[dict[int, str]]]) -> dict[str, list[dict[int, str]]]:
    """The rules less those that read "8)" or "0.0" as a face: here they are places and times."""
    return {text: tokens for text, tokens in rules.items() if not _is_emoticon(text)}


def _is_emoticon(text: str) -> bool:
    return not _EMOTICON_SIGNS.isdisjoint(text) or text == "0.0"
