"""Pages: main text without the frame, tables and lists as lines, headline, date, address."""

import json
from datetime import date
from html import escape
from pathlib import Path

import pytest
from lxml.html import fragment_fromstring  # type: ignore[import-untyped]

from polesitter.text.formats import read_reports
from polesitter.text.formats.markup import page_text
from polesitter.text.input_file import InputFile
from polesitter.text.plain import unmark
from polesitter.types import Report, ReportError

CORPUS = sorted((Path(__file__).parents[2] / "corpus" / "dev").glob("*.txt"))

FRAME = """<html><head>{head}</head><body>
<header><a href="/">Site</a><nav><ul><li><a href="/n">News</a></li></ul></nav></header>
<main><article>{article}</article></main>
<aside><h3>Most read</h3><ul><li><a href="/x">Someone else entirely</a></li></ul></aside>
<footer><p>Copyright 2024 The Site. All rights reserved.</p></footer>
<script>var pole = "never";</script></body></html>"""

ARTICLE = """<p>Ann Abel won the pole at Road Atlanta on Saturday with a lap of 1:20.123.</p>
<p>Bo Bell was <b>second</b>, <a href="/c">Cy Carr</a> third.</p>"""
PARAGRAPHS = """Ann Abel won the pole at Road Atlanta on Saturday with a lap of 1:20.123.

Bo Bell was second, Cy Carr third."""


def read(folder: Path, page: str | bytes) -> Report | ReportError:
    path = folder / "page.html"
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    (result,) = read_reports(InputFile(path, "page.html"))
    return result


def read_page(folder: Path, page: str | bytes) -> Report:
    report = read(folder, page)
    assert isinstance(report, Report), report
    return report


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<div>One</div><div>Two</div>", "One\n\nTwo"),
        ("One<br><br>Two<br>Three", "One\n\nTwo\nThree"),
        ("<p>One\n  long\tline</p>", "One long line"),
        ("<p>A<b>bel</b> <i>won</i> .</p>", "Abel won ."),
        ("<h2>GTD</h2>Bell", "GTD\n\nBell"),
        ("<ul><li>One</li><li> Two </li></ul><p>Three</p>", "- One\n- Two\n\nThree"),
        ("<ul><li>\u2022 One</li></ul>", "\u2022 One"),
        ("<ol><li>Abel</li><li>Bell</li></ol>", "1. Abel\n2. Bell"),
        ("<ol start=4><li>Abel</li><li>5. Bell</li></ol>", "4. Abel\n5. Bell"),
        ("<ol><li>12 Abel</li></ol>", "1. 12 Abel"),
        (
            "<ul><li>Row 1<ul><li>A</li><li>B</li></ul></li><li>C</li></ul>",
            "- Row 1\n- A\n- B\n- C",
        ),
        ("<ul><li><p>One</p><p>Two</p></li><li>Three</li></ul>", "- One\nTwo\n- Three"),
        ("<dl><dt>Pole</dt><dd>Abel</dd></dl>", "Pole\nAbel"),
        (
            "<table><thead><tr><th>Pos</th><th>Driver</th></tr></thead>"
            "<tbody><tr><td>1</td><td>Abel</td></tr></tbody></table>After",
            "Pos | Driver\n1 | Abel\n\nAfter",
        ),
        ("<table><tr><td>1</td><td></td><td>A</td><td></td></tr></table>", "1 | | A"),
        ("<table><tr><td><p>Abel</p></td><td>Bell<br>Carr</td></tr></table>", "Abel | Bell / Carr"),
        (
            "<table><tr><td><a>Menu</a></td><td><p>One</p><p>Two</p></td></tr></table>",
            "Menu\n\nOne\n\nTwo",
        ),
        ("<pre>1  Abel  1:20\n2  Bell  1:21</pre>", "1  Abel  1:20\n2  Bell  1:21"),
        ("<p>One<!-- no --></p><style>p {}</style><script>x()</script>", "One"),
    ],
)
def test_page_text(fragment: str, text: str) -> None:
    assert page_text(fragment_fromstring(fragment, create_parent="div")) == text


def test_frame_is_left_out(tmp_path: Path) -> None:
    head = "<title>Abel on pole | The Site</title>"
    page = FRAME.format(head=head, article=f"<h1>Abel on pole</h1>{ARTICLE}")
    report = read_page(tmp_path, page)
    assert report.text == f"Abel on pole\n\n{PARAGRAPHS}"
    assert report.title == "Abel on pole"


@pytest.mark.parametrize(
    "article",
    [
        f"<h1>Abel on pole</h1>{ARTICLE}",
        f'<div class="kicker">IMSA</div><h1>Abel on pole</h1>{ARTICLE}',
        ARTICLE,
    ],
)
def test_headline_stands_once(tmp_path: Path, article: str) -> None:
    page = FRAME.format(head="<title>Abel on pole</title>", article=article)
    assert read_page(tmp_path, page).text.count("Abel on pole") == 1


def test_report_reads_the_same_in_every_format(tmp_path: Path) -> None:
    headline, table = "Abel on pole", "1 | Abel | 1:20.1\n2 | Bell | 1:20.2"
    text = f"{headline}\n\n{PARAGRAPHS}\n\n{table}"
    rows = "<tr><td>1<td>Abel<td>1:20.1</tr><tr><td>2<td>Bell<td>1:20.2</tr>"
    article = f"<h1>{headline}</h1>{ARTICLE}<table>{rows}</table>"
    files = {
        "a.txt": text,
        "a.md": text,
        "plain.html": f"<html><title>{headline}</title><body>{article}</body></html>",
        "framed.html": FRAME.format(head=f"<title>{headline} | Site</title>", article=article),
        "a.jsonl": json.dumps({"title": headline, "text": f"{PARAGRAPHS}\n\n{table}"}),
    }
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
        (report,) = read_reports(InputFile(tmp_path / name, name))
        assert isinstance(report, Report), report
        assert report.text == text, name


def test_table_of_a_framed_page(tmp_path: Path) -> None:
    rows = "".join(
        f'<tr><td>{place}</td><td><a href="/d{place}">{name}</a></td><td>1:2{place}.5</td></tr>'
        for place, name in enumerate(("Abel", "Bell", "Carr", "Dean"), start=1)
    )
    page = FRAME.format(head="", article=f"{ARTICLE}<h3>Results</h3><table>{rows}</table>")
    lines = "1 | Abel | 1:21.5\n2 | Bell | 1:22.5\n3 | Carr | 1:23.5\n4 | Dean | 1:24.5"
    assert read_page(tmp_path, page).text.endswith(f"Results\n\n{lines}")


def test_preformatted_table_of_a_framed_page(tmp_path: Path) -> None:
    page = FRAME.format(head="", article=f"{ARTICLE}<pre>\n1 Abel 1:20\n2 Bell 1:21\n</pre>")
    assert read_page(tmp_path, page).text.endswith("third.\n\n1 Abel 1:20\n2 Bell 1:21")


@pytest.mark.parametrize(
    "page",
    [
        ARTICLE,
        f"<html><body>{ARTICLE}</body></html>",
        f'<?xml version="1.0" encoding="utf-8"?>\n<html><body>{ARTICLE}</body></html>',
        f"<!DOCTYPE html><body><div>{ARTICLE}</div>",
        PARAGRAPHS.replace("\n\n", "<br><br>"),
    ],
)
def test_small_page_is_taken_whole(tmp_path: Path, page: str) -> None:
    assert read_page(tmp_path, page).text == PARAGRAPHS


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-01-25T23:30:00-05:00">',
        '<meta name="date" content="2024-01-25">',
        '<script type="application/ld+json">{"@type": "NewsArticle", '
        '"datePublished": "2024-01-25T10:00:00Z", "dateModified": "2024-02-01"}</script>',
    ],
)
def test_date_of_metadata(tmp_path: Path, head: str) -> None:
    page = FRAME.format(head=head, article=ARTICLE)
    assert read_page(tmp_path, page).published == date(2024, 1, 25)


def test_date_of_time_element(tmp_path: Path) -> None:
    time = '<time datetime="2024-01-25">January 25</time>'
    page = FRAME.format(head="", article=f"<h1>Abel on pole</h1>{time}{ARTICLE}")
    assert read_page(tmp_path, page).published == date(2024, 1, 25)


def test_no_date_is_guessed(tmp_path: Path) -> None:
    page = FRAME.format(head="", article=f"{ARTICLE}<p>She last won in May 2019.</p>")
    assert read_page(tmp_path, page).published is None


def test_address(tmp_path: Path) -> None:
    head = '<link rel="canonical" href="https://example.org/pole">'
    page = FRAME.format(head=head, article=ARTICLE)
    assert read_page(tmp_path, page).url == "https://example.org/pole"


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8"])
def test_declared_charset(tmp_path: Path, charset: str) -> None:
    page = f'<meta charset="{charset}"><p>R\u00e4ikk\u00f6nen\u2019s pole</p>'
    data = page.encode("utf-8" if charset == "utf-8" else "cp1252")
    assert read_page(tmp_path, data).text == "R\u00e4ikk\u00f6nen\u2019s pole"


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("", "E112"),
        ("<html><body><script>x()</script></body></html>", "E112"),
        (f"<html><title>Pole</title><body>{'<p> </p>' * 9}</body></html>", "E112"),
        ("<p>[Abel](DRIVER d1) won.</p>", "E114"),
        (b"<p>a\0b</p>", "E110"),
    ],
)
def test_refused(tmp_path: Path, page: str | bytes, code: str) -> None:
    error = read(tmp_path, page)
    assert isinstance(error, ReportError)
    assert error.error == code


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for page in ("", "<", "<html><body></body></html>", ARTICLE):
        read(tmp_path, page)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("frame", ["<html><body>{article}</body></html>", FRAME])
@pytest.mark.parametrize("path", CORPUS, ids=[path.stem for path in CORPUS])
def test_page_of_a_report_has_its_lines(tmp_path: Path, path: Path, frame: str) -> None:
    plain, _ = unmark(path.read_text(encoding="utf-8"))
    headline, *lines = [line.strip() for line in plain.splitlines() if line.strip()]
    article = f"<h1>{escape(headline)}</h1>" + "".join(f"<p>{escape(line)}</p>" for line in lines)
    text = read_page(tmp_path, frame.format(head="", article=article)).text
    assert [" ".join(line.split()) for line in text.splitlines() if line] == [
        " ".join(line.split()) for line in (headline, *lines)
    ]
