"""The same report says the same, whatever file it comes in and however it is typed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from polesitter.run.together import extract_report
from polesitter.text.formats import read_reports
from polesitter.text.inputs import find_inputs
from polesitter.types import Report

from .formats import FORMATS, article, write
from .reports import corpus_texts, told

ROOT = Path(__file__).resolve().parents[2]
CORPUS = corpus_texts(ROOT, "dev")
SAMPLE = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "corpus" / "sample").glob("*.*"))
    if path.suffix in (".txt", ".md") and path.stem != "README"
}
EVENING = "2024-07-06T21:00:00+02:00"
ARTICLES = {name: made for name, text in (CORPUS | SAMPLE).items() if (made := article(text))}


def read(path: Path) -> Report:
    """The one report of a file."""
    (report,) = [read for file in find_inputs([path]).files for read in read_reports(file)]
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize("suffix", FORMATS[1:])
@pytest.mark.parametrize("name", ARTICLES)
def test_the_same_rows_in_every_format(
    name: str, suffix: str, nlp: Language, tmp_path: Path
) -> None:
    plain, other = (
        told(extract_report(nlp, read(write(ARTICLES[name], kind, tmp_path))))
        for kind in ("txt", suffix)
    )
    assert plain["results"]
    assert other == plain


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "date 2024-07-06 {}"),
        ("a.md", "date 2024-07-06\n\n{}"),
        ("a.jsonl", '{{"text": "{}", "date": "2024-07-06"}}'),
        ("a.html", f'<meta property="article:published_time" content="{EVENING}"><p>{{}}</p>'),
    ],
)
def test_the_day_is_known_wherever_it_stands(
    name: str, content: str, nlp: Language, tmp_path: Path
) -> None:
    prose = (
        "Nadia Ferrant took pole position at Brands Hatch on Friday with a lap of 1m28.031s. "
        "Kofi Adler will start second."
    )
    (tmp_path / name).write_text(content.format(prose), encoding="utf-8")
    session = extract_report(nlp, read(tmp_path / name)).session
    assert str(session.session_date) == "2024-07-05"


def curly(text: str) -> str:
    """Quotes as a word processor sets them."""
    opened = False
    typed = []
    for letter in text.replace("'", "\u2019"):
        if letter == '"':
            typed.append("\u201d" if opened else "\u201c")
            opened = not opened
        else:
            typed.append(letter)
    return "".join(typed)


def hyphenated(text: str, places: list[int]) -> str:
    """Soft hyphens put between two letters of some words, as places to break a line."""
    inside = [at for at in range(1, len(text)) if text[at - 1 : at + 1].isalpha()]
    for at in sorted({inside[place % len(inside)] for place in places}, reverse=True):
        text = f"{text[:at]}\u00ad{text[at:]}"
    return text


def unbreakable(text: str, places: list[int]) -> str:
    """Some spaces between words made non-breaking."""
    spaces = [at for at in range(1, len(text)) if text[at] == " "]
    letters = list(text)
    for place in places:
        letters[spaces[place % len(spaces)]] = "\u00a0"
    return "".join(letters)


PLACES = st.lists(st.integers(0, 10_000), max_size=40)


@given(
    name=st.sampled_from(sorted(CORPUS | SAMPLE)),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"]),
    is_curly=st.booleans(),
    soft=PLACES,
    spaces=PLACES,
)
def test_typing_changes_no_row(
    name: str,
    line_end: str,
    encoding: str,
    is_curly: bool,
    soft: list[int],
    spaces: list[int],
    nlp: Language,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text = (CORPUS | SAMPLE)[name]
    typed = curly(text) if is_curly else text
    typed = unbreakable(hyphenated(typed, soft), spaces).replace("\n", line_end)
    try:
        data = typed.encode(encoding)
    except UnicodeEncodeError:
        data = typed.encode()
    path = tmp_path_factory.mktemp("typed") / "report.txt"
    path.write_bytes(data)
    plain = Report("report.txt", text, "")
    assert told(extract_report(nlp, read(path))) == told(extract_report(nlp, plain))
