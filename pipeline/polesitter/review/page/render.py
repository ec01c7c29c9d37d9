"""Templates filled in: every value escaped, style and script inside the page and nowhere else."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

PACKAGE = "polesitter.review.page"
STYLES = ("page.css",)


def render(
    template: str,
    scripts: Sequence[str],
    values: Mapping[str, Any],
    styles: Sequence[str] = STYLES,
) -> str:
    """Return a page. `scripts`, `styles`: names of files in assets/, in that order.

    The page's policy allows its own style and script by their hashes, and nothing
    else: no other script, no request, no form, no frame.
    """
    style = "\n".join(_asset(name) for name in styles)
    script = "\n".join(_asset(name) for name in scripts)
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    page = _environment().get_template(template)
    # Our own files, and no `</` in them; what comes from reports is never marked safe.
    return page.render({**values, "style": Markup(style), "script": Markup(script),
                        "policy": policy})  # fmt: skip


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader(PACKAGE, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _asset(name: str) -> str:
    return files(PACKAGE).joinpath("assets", name).read_text(encoding="utf-8").strip()


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"
