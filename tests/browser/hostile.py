"""Texts that would do harm if any page took them for more than text."""

from collections.abc import Iterator
from itertools import product

HIT = "window.__hit=1"
CORES = [
    f"<script>{HIT}</script>",
    f"<img src=x onerror={HIT}>",
    f"<svg onload={HIT}>",
    f"<svg><script>{HIT}</script></svg>",
    f"<math><mtext><img src=x onerror={HIT}></mtext></math>",
    f"<iframe srcdoc='<script>parent.{HIT}</script>'>",
    f"<a href=javascript:{HIT}>pole</a>",
    f"<details open ontoggle={HIT}>",
    f"<input autofocus onfocus={HIT}>",
    f"<style>@import 'javascript:{HIT}'</style>",
    f'" onmouseover="{HIT}',
    f"' onfocus='{HIT}' autofocus='",
    f"javascript:{HIT}",
    "data:text/html,<script>1</script>",
    "{{ 7 * 7 }}{% raw %}",
    "${7 * 7}",
    "\u202eelop no eeL nnA\u202c",
    "\u2066\u2067lap\u2069",
    "Ann\x00Lee",
    "&lt;b&gt;Lee&amp;",
    "<!--<b>-->Lee",
    "]]><b>Lee",
    "\\u003cscript\\u003e",
    "</textarea></title><b>Lee",
    "\U0001f3c1\u0301\ufe0f<b>Lee",
]
FRAMES = ["{}", '">{}', "'>{}", "</bdi>{}", "</script>{}", "-->{}", "]]>{}", "\\{}", "`{}`",
          "({})", "x{}", "{} won the pole", "No. 25 {}", "{}, 0.5 seconds behind", "\ufeff{}",
          "{}\u200d", "\U0001f600{}", "<{}", "&{};", "%3C{}"]  # fmt: skip


def payloads() -> Iterator[str]:
    """Yield 500 texts, each of one line."""
    for core, frame in product(CORES, FRAMES):
        yield frame.format(core)
