"""A chart as a file: PNG, SVG or a self-contained HTML page."""

from pathlib import Path
from typing import Any

from polesitter.analysis.charts.theme import Spec
from polesitter.errors import Errors, PolesitterError
from polesitter.text.writing import writing_to

SUFFIXES = (".png", ".svg", ".html")
SCALE = 2.0
"""Pixels of a PNG per point of the chart: sharp on a dense screen and in print."""


def check_path(path: Path) -> None:
    """Raise PolesitterError (E724) where the suffix names no format of a chart."""
    if path.suffix.lower() not in SUFFIXES:
        raise PolesitterError(Errors.E724.format(path=path, suffixes=", ".join(SUFFIXES)))


def draw(spec: Spec, path: Path, scale: float = SCALE) -> None:
    """Write a chart in the format that the suffix names; folders are made.

    HTML holds the script that draws it and needs no network. Raises PolesitterError for
    an unknown suffix (E724), where vl-convert is not installed (E721) or the file cannot
    be written (E126).
    """
    check_path(path)
    vl_convert = _drawer()
    suffix = path.suffix.lower()
    with writing_to(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if suffix == ".png":
            path.write_bytes(vl_convert.vegalite_to_png(spec, scale=scale))
        elif suffix == ".svg":
            path.write_text(vl_convert.vegalite_to_svg(spec), encoding="utf-8")
        else:
            path.write_text(vl_convert.vegalite_to_html(spec, bundle=True), encoding="utf-8")


def svg_of(spec: Spec) -> str:
    """Return a chart as an SVG element. Raises PolesitterError (E721) without vl-convert."""
    return str(_drawer().vegalite_to_svg(spec))


def _drawer() -> Any:
    try:
        import vl_convert
    except ImportError as error:
        needed = {"what": "draw charts", "package": "vl-convert-python", "extra": "plot"}
        raise PolesitterError(Errors.E721.format(**needed)) from error
    return vl_convert
