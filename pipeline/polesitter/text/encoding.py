"""From bytes to text."""

import codecs
import re

from polesitter.text.unreadable import UnreadableError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# What reports in European languages were saved in before UTF-8; more candidates
# make short texts with a few accents come out as Cyrillic or Greek.
COMMONEST = "cp1252"
CANDIDATES = [COMMONEST, "cp1250", "mac_roman"]

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
MOST_CONTROL = 0.02
"""The share of control characters from which a text is taken for binary data."""


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Decode the bytes of a text, byte order mark dropped, line ends kept.

    The order: a byte order mark, UTF-8, `declared` (what a page says of itself),
    then detection among the single-byte encodings of European languages. Raises
    UnreadableError for binary data (E110) and for an encoding that cannot be told (E111).
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding)
    try:
        return refuse_binary(data.decode())
    except UnicodeDecodeError:
        pass
    if b"\0" in data:
        raise UnreadableError("E110")
    if declared is not None:
        try:
            return refuse_binary(data.decode(declared))
        except (LookupError, UnicodeError):
            pass
    return refuse_binary(_detect(data))


def refuse_binary(text: str) -> str:
    """Return the text as it is; raise UnreadableError (E110) if it looks like binary data.

    That is a NUL, more than 2 % of control characters, or half a surrogate pair
    (a broken escape in JSON), which no UTF-8 file can hold.
    """
    if "\0" in text or len(CONTROL.findall(text)) > MOST_CONTROL * len(text):
        raise UnreadableError("E110")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UnreadableError("E110") from None
    return text


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return refuse_binary(data.decode(encoding))
    except UnicodeDecodeError:
        raise UnreadableError("E111") from None


def _detect(data: bytes) -> str:
    from charset_normalizer import from_bytes

    matches = from_bytes(data, cp_isolation=CANDIDATES)
    best = matches.best()
    if best is None:
        raise UnreadableError("E111")
    for match in matches:
        # A few accents leave several readings equally tidy: take the commonest encoding.
        if match.encoding == COMMONEST and match.chaos <= best.chaos:
            best = match
    return str(best)
