"""What some tests need besides the locked packages of a run: they are skipped without it.

Where $MUST_RUN names its kind, they fail instead: "packages" those that `make test`
installs, "browser" a Chromium. So nothing is left out unseen where all of it should be there.
"""

import os
from importlib import import_module
from typing import Any, NoReturn

import pytest

MUST_RUN = frozenset(os.environ.get("MUST_RUN", "").split())


def package(name: str) -> Any:
    """A module that `make test` installs with its package."""
    return import_module(name) if "packages" in MUST_RUN else pytest.importorskip(name)


def no_browser(reason: str) -> NoReturn:
    """Skip a test, or have it fail, for want of a browser."""
    if "browser" in MUST_RUN:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
