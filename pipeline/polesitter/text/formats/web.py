"""HTML: the main text of a page, its title, date and address."""

import logging
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from polesitter.text.encoding import decode, refuse_binary
from polesitter.text.formats.item import published_date
from polesitter.text.formats.markup import KEPT_SPACE, Element, page_text
from polesitter.text.formats.whole import FILL_IT, checked, digest, read_bytes, with_title
from polesitter.text.input_file import InputFile
from polesitter.text.unreadable import UnreadableError
from polesitter.types import Report

BYTES_PER_CHARACTER = 16
"""Markup, scripts and inlined pictures weigh more than the text."""

CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
DECLARED_WITHIN = 2048

# What surrounds the text on a news site.
FRAME = "//nav|//aside|//header|//footer|//form"
FRAME_NAME = re.compile(r"nav|menu|sidebar|header|footer|comment|related|share|cookie", re.I)
LINKED = 0.3
"""A page with a larger share of its text in links has a frame, whatever it is named."""

# No guess from the running text, and no bound that moves with the day of the run.
DATE_SEARCH = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}

SILENCE = logging.NullHandler()


def read_html(input_file: InputFile, size_limit: int) -> Iterator[Report]:
    """Read an .html or .htm page as one report: title, blank line, main text.

    Raises UnreadableError for what is no page or holds no text.
    """
    data = read_bytes(input_file, BYTES_PER_CHARACTER * size_limit)
    body, metadata = _page(decode(data, declared=_declared(data)))
    title = " ".join(metadata.title.split()) if metadata is not None and metadata.title else None
    text = checked(refuse_binary(with_title(title, checked(body, size_limit))), size_limit)
    yield Report(
        source=input_file.source,
        text=text,
        sha256=digest(data),
        title=title,
        published=published_date(metadata.date) if metadata is not None else None,
        url=metadata.url if metadata is not None else None,
    )


def _declared(data: bytes) -> str | None:
    match = CHARSET.search(data[:DECLARED_WITHIN])
    if match is None:
        return None
    name = match[1].decode("ascii", errors="replace").lower()
    # Browsers read Latin-1 as its superset, and so do the people who declare it.
    return "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii") else name


def _page(markup: str) -> tuple[str, Any]:
    """Return the text of a page, and its metadata or None.

    trafilatura finds the text within the frame of a site; a page without a frame is
    taken whole, for on short pages it may lose lines.
    """
    from trafilatura import bare_extraction, load_html

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(SILENCE)
    tree = load_html(markup)
    if tree is None:  # it takes a lone paragraph for no page
        tree = load_html(f"<html><body>{markup}</body></html>")
    if tree is None:
        raise UnreadableError("E112", do=FILL_IT)
    _mark_quotes(tree)
    body = tree.find("body") if tree.tag == "html" else tree
    whole = "" if body is None else page_text(body)
    is_framed = _is_framed(tree, whole)
    _break_preformatted(tree)
    found: Any = bare_extraction(
        tree,
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params=DATE_SEARCH,
        config=_settings(),
    )
    main = page_text(found.body) if found is not None and is_framed else ""
    return main or whole, found


@cache
def _settings() -> Any:
    from trafilatura.settings import use_config

    settings = use_config()
    # Below this size it gives up paragraphs and tables; reports can be that short.
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    return settings


def _is_framed(tree: Element, text: str) -> bool:
    if tree.xpath(FRAME):
        return True
    named = (value for value in tree.xpath("//@class|//@id"))
    if any(FRAME_NAME.search(value) for value in named):
        return True
    linked = sum(len(link.text_content()) for link in tree.iter("a"))
    return linked > LINKED * len(text)


def _mark_quotes(tree: Element) -> None:
    """Write out the quotation marks that a browser draws around <q>."""
    for quote in tree.iter("q"):
        quote.text = f'"{quote.text or ""}'
        quote.tail = f'"{quote.tail or ""}'
        quote.tag = "span"


def _kept(gap: re.Match[str]) -> str:
    return KEPT_SPACE * len(gap.group())


COLUMN_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")


def _break_preformatted(tree: Element) -> None:
    """Make the line ends of <pre> elements of their own, which trafilatura keeps."""
    for block in list(tree.iter("pre")):
        # Columns set apart by spaces would be lost: their spaces are kept by a stand-in.
        lines = [
            COLUMN_GAP.sub(_kept, line)
            for line in "".join(block.itertext()).strip("\n").splitlines()
        ]
        for child in list(block):
            block.remove(child)
        block.tag = "p"
        block.text = lines[0] if lines else ""
        for line in lines[1:]:
            breaker = block.makeelement("br", {})
            breaker.tail = line
            block.append(breaker)
