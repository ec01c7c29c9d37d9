"""Names of reports that may stand in an address or be a file name, whatever the source holds."""

import hashlib
import re

KEY = re.compile(r"[0-9a-f]{24}")
PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
SUFFIX = re.compile(r"\.\w+$")
NOT_PLAIN = re.compile(r"[^A-Za-z0-9]+")


def key_of(source: str) -> str:
    """Return the name of a report in addresses: 24 hexadecimal digits."""
    return _digest(source)[:24]


def gold_id(source: str) -> str:
    """Return the id of a report in the corpus; different sources have different ids.

    "friday.txt" is friday; what lies in a folder, has another suffix or holds other signs
    than letters, digits, dot, dash and underscore is marked by a part of its digest.
    """
    stem = source.removesuffix(".txt")
    if stem != source and PLAIN.fullmatch(stem) and not _seems_marked(stem):
        return stem
    path, _, item = source.partition("#")
    words = f"{SUFFIX.sub('', path)} {item}"
    slug = NOT_PLAIN.sub("-", words).strip("-")[:60].strip("-") or "report"
    return f"{slug}-{_digest(source)[:8]}"


def _seems_marked(stem: str) -> bool:
    return bool(re.search(r"-[0-9a-f]{8}$", stem))


def _digest(source: str) -> str:
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
