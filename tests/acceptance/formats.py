"""One report written in each format that is read, as programs out there write them."""

import gzip
import html
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

FORMATS = ("txt", "md", "html", "jsonl", "jsonl.gz", "parquet")
DATE_LINE = re.compile(r"(date \S+) *\n+")
LONGEST_TITLE = 120
FRAME = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/all">All reports</a></li></ul></nav>
<main><article>
{date}<h1>{title}</h1>
{body}
</article></main>
<footer><p><a href="/imprint">Imprint</a></p></footer>
</body></html>
"""


@dataclass(frozen=True)
class Article:
    """A report before it is written to a file; blocks of the body stand apart by a blank line.

    `date` is the line above the headline that tells the day of publication, or "".
    """

    date: str
    title: str
    body: str


def article(text: str) -> Article | None:
    """Take a plain report apart; None where it has no headline of its own."""
    line = DATE_LINE.match(text)
    title, _, body = text[line.end() if line else 0 :].lstrip("# ").partition("\n\n")
    if "\n" in title or title.endswith(".") or len(title) > LONGEST_TITLE or not body:
        return None
    return Article(line[1] if line else "", title, body)


def write(told: Article, suffix: str, folder: Path) -> Path:
    """Write an article as `report.suffix`.

    Text files begin with the title, pages mark it up, JSONL and Parquet hold it in a
    field of its own; a date line above it stays the first line of the text.
    """
    path = folder / f"report.{suffix}"
    date = f"{told.date}\n\n" if told.date else ""
    text = f"{date}{told.title}\n\n{told.body}"
    item = {"id": "report", "title": told.title, "text": text if date else told.body}
    if suffix == "txt":
        path.write_text(text, encoding="utf-8")
    elif suffix == "md":
        path.write_text(f"{date}# {told.title}\n\n{told.body}", encoding="utf-8")
    elif suffix == "html":
        path.write_text(_page(told), encoding="utf-8")
    elif suffix == "jsonl":
        path.write_text(json.dumps(item) + "\n", encoding="utf-8")
    elif suffix == "jsonl.gz":
        path.write_bytes(gzip.compress(json.dumps(item).encode()))
    else:
        pq.write_table(pa.Table.from_pylist([item]), path)
    return path


def _page(told: Article) -> str:
    blocks = [block for block in told.body.split("\n\n") if block.strip()]
    return FRAME.format(
        title=html.escape(told.title),
        date=f"<p>{told.date}</p>\n" if told.date else "",
        body="\n".join(_block(block) for block in blocks),
    )


def _block(block: str) -> str:
    lines = html.escape(block).splitlines()
    if all(line.startswith("|") for line in lines):
        rows = [line.strip("| ").split("|") for line in lines if not set(line) <= set("|-: ")]
        cells = ["".join(f"<td>{cell.strip()}</td>" for cell in row) for row in rows]
        return "<table>{}</table>".format("".join(f"<tr>{row}</tr>" for row in cells))
    if any("  " in line for line in lines):
        return "<pre>{}</pre>".format("\n".join(lines))
    return "<p>{}</p>".format("<br>\n".join(lines))
