"""The DocBin in spaCy's own hands: its corpus reader and the figures of `spacy evaluate`."""

from pathlib import Path
from typing import Any

import spacy
from spacy.training import Corpus

from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.docbin import write_docbin
from polesitter.text.plain import Mark


def test_mentions_are_scored_by_label(tmp_path: Path) -> None:
    text = "Lee took pole. Leeward Bo Ray was third at Brno."
    marks = (
        Mark(0, 3, "DRIVER", "d1"),
        Mark(15, 18, "DRIVER", "d1"),
        Mark(23, 29, "DRIVER", "d2"),
        Mark(43, 47, "TRACK", "k1"),
    )
    path = tmp_path / "gold.spacy"
    write_docbin([GoldReport("a-1", text, marks, {}, ())], path)
    nlp = spacy.blank("en")
    names: Any = nlp.add_pipe(
        "span_ruler",
        name="names",
        config={"spans_key": "candidates", "annotate_ents": False, "overwrite": False},
    )
    patterns = [("DRIVER", "Lee"), ("DRIVER", "Bo Ray"), ("TEAM", "Brno")]
    names.add_patterns([{"label": label, "pattern": words} for label, words in patterns])
    nlp.add_pipe("polesitter_overlap", name="overlap")
    figures = nlp.evaluate(list(Corpus(path)(nlp)))
    # The mark inside "Leeward" is a gold mention although no token of the pipeline ends there.
    assert figures["ents_per_type"]["DRIVER"]["p"] == 1
    assert figures["ents_per_type"]["TRACK"]["r"] == 0
    assert figures["ents_p"] == 2 / 3
    assert figures["ents_r"] == 2 / 4
