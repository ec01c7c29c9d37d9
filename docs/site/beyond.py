"""MkDocs hooks: files outside docs/ as part of the site, and Markdown as GitHub reads it.

README, CONTRIBUTING, the changelog and the annotation guide stand where a repository has them
and become pages. Whatever else in the repository a page links to (a sample report) is copied.
Links are written for the repository; here they are turned to where the target is in the site.
"""

import re
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from typing import Any

from mkdocs.structure.files import File

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "corpus/GUIDE.md": "guide.md",
}
"""Path in the repository, path in the site."""
REPOSITORY_PATH = {uri: path for path, uri in PAGES.items()}
LINK = re.compile(r"(?P<before>\]\()(?P<path>(?!https?:|mailto:|#)[^)#\s]+)(?P<after>[^)]*\))")
ROW = re.compile(r"^\|.*\|$", re.M)
CODE = re.compile(r"`[^`\n]+`")


def on_files(files: Any, *, config: Any) -> Any:
    """Add the pages, and the files that pages link to."""
    for path, uri in PAGES.items():
        files.append(File.generated(config, uri, abs_src_path=str(ROOT / path)))
    pages = [(_home(page.src_uri), page.content_string) for page in files.documentation_pages()]
    for home, text in pages:
        for link in LINK.finditer(text):
            path = _target(home, link["path"])
            if _is_beyond(path) and files.get_file_from_path(path) is None:
                files.append(File.generated(config, path, abs_src_path=str(ROOT / path)))
    return files


def on_page_markdown(markdown: str, *, page: Any, config: Any, files: Any) -> str:
    """Turn links that hold in the repository to those that hold in the site.

    In a table the bar of a code span is escaped for GitHub; Python-Markdown would show the escape.
    """
    home = _home(page.file.src_uri)
    folder = dirname(page.file.src_uri)

    def turned(link: re.Match[str]) -> str:
        path = _target(home, link["path"])
        inside = path.removeprefix("docs/") if path.startswith("docs/") else path
        uri = PAGES.get(path, inside)
        if files.get_file_from_path(uri) is None:
            return link[0]
        return link["before"] + relpath(uri, folder or ".") + link["after"]

    return ROW.sub(_unescape, LINK.sub(turned, markdown))


def _unescape(row: re.Match[str]) -> str:
    return CODE.sub(_plain_bars, row[0])


def _plain_bars(code: re.Match[str]) -> str:
    return code[0].replace("\\|", "|")


def _home(uri: str) -> str:
    """Folder, from the root of the repository, that a page's links start from."""
    return dirname(REPOSITORY_PATH.get(uri, f"docs/{uri}"))


def _target(home: str, link: str) -> str:
    """Path of a link's target from the root of the repository."""
    return normpath(join(home, link))


def _is_beyond(path: str) -> bool:
    """Whether a file of the repository is neither in docs/ nor a page."""
    return not path.startswith("docs/") and path not in PAGES and (ROOT / path).is_file()
