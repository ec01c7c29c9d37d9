"""Characters that would hide or turn text round, made visible one for one."""

PICTURES = 0x2400
"""Control pictures: U+2400 shows U+0000, and so on."""
DELETE, DELETE_PICTURE = 0x7F, 0x2421
UNSHOWN = 0xFFFD
TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Embeddings, overrides and isolates: they would reorder what stands around them."""
HALF_PAIRS = range(0xD800, 0xE000)
"""Halves of surrogate pairs, which no UTF-8 file can hold."""
KEPT = frozenset("\t\n\r")

_TABLE = {
    **{code: PICTURES + code for code in range(0x20) if chr(code) not in KEPT},
    **dict.fromkeys(range(0x80, 0xA0), UNSHOWN),
    **dict.fromkeys(TURNING, UNSHOWN),
    **dict.fromkeys(HALF_PAIRS, UNSHOWN),
    DELETE: DELETE_PICTURE,
}


def visible(text: str) -> str:
    r"""Return the text with as many code points, none of which hides or reorders others.

    >>> visible("a\x00b\u202ec")
    'a␀b�c'
    """
    return text.translate(_TABLE)
