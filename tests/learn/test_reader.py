"""spaCy reads marked reports, and scores mentions by them."""

from pathlib import Path

import pytest
import spacy
from spacy.training import Example

from polesitter.learn.reader import make_marked_corpus
from polesitter.learn.scorers import make_mention_scorer


def test_spacy_reads_marks_and_scores_mentions(tmp_path: Path) -> None:
    (tmp_path / "a-01.txt").write_text("[Ann Lee](DRIVER d1) beat [Bo](DRIVER d2).", "utf-8")
    (tmp_path / "a-01.json").write_text('{"session": {}, "records": []}', "utf-8")
    nlp = spacy.blank("en")
    (example,) = make_marked_corpus(tmp_path)(nlp)
    assert [(ent.text, ent.label_) for ent in example.reference.ents] == [
        ("Ann Lee", "DRIVER"),
        ("Bo", "DRIVER"),
    ]
    assert not example.predicted.ents
    predicted = nlp("Ann Lee beat Bo.")
    predicted.ents = [spacy.tokens.Span(predicted, 0, 2, "DRIVER")]
    figures = make_mention_scorer()([Example(predicted, example.reference)])
    assert (figures["mentions_p"], figures["mentions_r"]) == (1.0, 0.5)
    assert figures["mentions_per_type"]["DRIVER"]["f"] == pytest.approx(2 / 3)


def test_a_mark_inside_a_token_is_kept_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a-01.txt").write_text("[Lotus](TEAM t1)Renault won", "utf-8")
    (tmp_path / "a-01.json").write_text('{"session": {}, "records": []}', "utf-8")
    (example,) = make_marked_corpus(tmp_path)(spacy.blank("en"))
    assert [ent.text for ent in example.reference.ents] == ["Lotus"]
    assert [token.text for token in example.predicted] == ["LotusRenault", "won"]
