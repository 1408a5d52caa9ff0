"""The next file is read while one is judged."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from engine.folder.ahead import AHEAD, read_ahead

PATHS = [Path(name) for name in "abcdef"]


def test_files_are_read_while_another_is_judged_and_come_in_order():
    begun = {path: threading.Event() for path in PATHS}

    def read(path: Path) -> str:
        begun[path].set()
        return path.name.upper()

    seen = []
    for path, pixels in read_ahead(PATHS, read):
        seen.append((path.name, pixels.result()))
        later = PATHS[PATHS.index(path) + 1 :]
        assert all(begun[each].wait(30) for each in later[:AHEAD])
    assert seen == [(name, name.upper()) for name in "abcdef"]


def test_an_error_belongs_to_its_file_and_the_others_are_read():
    def read(path: Path) -> str:
        if path.name == "b":
            raise OSError("cut off")
        return path.name

    got = dict(read_ahead(PATHS, read))
    with pytest.raises(OSError, match="cut off"):
        got[Path("b")].result()
    assert [got[path].result() for path in PATHS if path.name != "b"] == list("acdef")


def test_whoever_stops_early_reads_little_more():
    read: list[Path] = []
    ahead = read_ahead(PATHS, read.append)
    path, pixels = next(ahead)
    pixels.result()
    ahead.close()
    assert path == PATHS[0] and len(read) <= 1 + AHEAD
