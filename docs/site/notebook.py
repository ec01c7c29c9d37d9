"""MkDocs hooks: a notebook in docs/ as a page, with the outputs that lie in it."""

import re
from pathlib import Path
from typing import Any

import nbformat
from mkdocs.structure.files import File

LINK = re.compile(r"(\]\([^):]+)\.ipynb(?=[)#])")
STYLE = re.compile(r"<style.*?</style>\s*", re.S)


def on_files(files: Any, *, config: Any) -> Any:
    """Put a page in the place of each notebook."""
    for file in [one for one in files if one.src_uri.endswith(".ipynb")]:
        uri = file.src_uri.removesuffix(".ipynb") + ".md"
        files.append(File.generated(config, uri, content=page_of(Path(file.abs_src_path))))
        files.remove(file)
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Turn links to notebooks to their pages."""
    return LINK.sub(r"\1.md", markdown)


def page_of(path: Path) -> str:
    """Return a notebook as Markdown; cells in order, outputs below their code."""
    cells = nbformat.read(path, as_version=4).cells
    return "\n\n".join(part for cell in cells for part in _parts(cell))


def _parts(cell: Any) -> list[str]:
    if cell.cell_type != "code":
        return [cell.source]
    bash = cell.source.startswith("%%bash\n")
    code = cell.source.removeprefix("%%bash\n")
    shown = [_output(output) for output in cell.outputs]
    return [_fenced("bash" if bash else "python", code), *shown]


def _output(output: Any) -> str:
    data = output.get("data", {})
    if "image/svg+xml" in data:
        return f"<div>{data['image/svg+xml']}</div>"
    if "text/html" in data:
        return STYLE.sub("", data["text/html"]).replace(' border="1" class="dataframe"', "")
    return _fenced("text", output.get("text") or data["text/plain"])


def _fenced(kind: str, text: str) -> str:
    return f"```{kind}\n{text.rstrip()}\n```"
