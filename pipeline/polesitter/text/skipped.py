"""Why a file found in a folder is passed over."""

from polesitter.text.input_file import SUFFIXES, suffix_of

DOTFILE = "hidden file"
GUIDE = "README or GUIDE"
UNKNOWN = "unknown suffix"
OUTPUT = "output folder"
LINK = "linked folder"
SPECIAL = "no regular file"
PAGE = "polesitter page"


def skipped_by_name(name: str) -> str | None:
    """Return why a file of this name is no report; None where it may be one."""
    if name.startswith("."):
        return DOTFILE
    if name.partition(".")[0].lower() in ("readme", "guide"):
        return GUIDE
    return None if suffix_of(name) in SUFFIXES else UNKNOWN
