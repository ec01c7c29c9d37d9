"""A folder that is watched: what is put there is read, and Ctrl-C ends it."""

import os
import signal
import time

import pytest

import polesitter

from ..needed import package
from .datasets import put_many, start

package("watchfiles")
PATIENCE = 60


def drivers(out):
    return set(polesitter.open(out).results.driver) if (out / "manifest.json").exists() else set()


def wait_for(out, wanted, run):
    end = time.monotonic() + PATIENCE
    while not wanted <= drivers(out):
        assert run.poll() is None, run.communicate()
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.skipif(os.name != "posix", reason="no SIGINT here")
def test_what_is_put_into_a_watched_folder_is_read(tmp_path):
    folder, out = put_many(tmp_path / "in", 2), tmp_path / "in" / "out"
    run = start(folder, "-o", out, "--parts", 2, "--watch", "--prune")
    wait_for(out, {"Driver0", "Driver1"}, run)
    time.sleep(0.5)  # it must have come to watch
    (folder / "new.txt").write_text("Xi took pole.", encoding="utf-8")
    (folder / "r0000.txt").unlink()
    wait_for(out, {"Xi"}, run)
    assert drivers(out) == {"Driver1", "Xi"}
    run.send_signal(signal.SIGINT)
    told, complaint = run.communicate(timeout=PATIENCE)
    assert run.returncode == 0, complaint
    # One account at first, and one per change: what it writes itself is no change.
    assert told.count("Next") == 2
