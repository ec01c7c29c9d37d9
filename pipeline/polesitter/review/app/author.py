"""Whose decisions these are."""

import getpass
import subprocess


def author_name(given: str | None = None) -> str:
    """Return the name given, else git's user.name, else the name of the account."""
    if given and given.strip():
        return given.strip()
    return _git_name() or _account() or "unknown"


def _git_name() -> str | None:
    try:
        done = subprocess.run(
            ["git", "config", "user.name"],
            capture_output=True,
            text=True,
            timeout=5,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() or None


def _account() -> str | None:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return None
