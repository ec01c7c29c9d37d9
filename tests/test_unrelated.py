"""Articles that tell of no qualifying session give no rows, whatever numbers they hold."""

from pathlib import Path

import pytest
from spacy.language import Language

import polesitter

FOLDER = Path(__file__).resolve().parent.parent / "corpus" / "unrelated"
ARTICLES = sorted(FOLDER.glob("*.txt"))


@pytest.fixture(scope="module")
def nlp() -> Language:
    return polesitter.load()


def test_there_are_articles() -> None:
    assert len(ARTICLES) >= 10


@pytest.mark.parametrize("article", ARTICLES, ids=[article.stem for article in ARTICLES])
def test_an_unrelated_article_gives_no_rows(article: Path, nlp: Language) -> None:
    doc = nlp(article.read_text(encoding="utf-8"))
    assert doc._.results == []
