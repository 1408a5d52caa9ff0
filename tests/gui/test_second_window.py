"""A project that is open in another process is said to be; what that process left behind is not."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from engine.core.presence import LOCK, NOTE, Presence
from gui.shell.other_window import OtherWindow

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

ROOT = Path(__file__).parent.parent.parent

OTHER = """
import sys
from pathlib import Path
from engine.core.presence import Presence
presence = Presence(Path(sys.argv[1]))
found = presence.enter()
print(found.process if found else "in", flush=True)
sys.stdin.read()
"""


@contextmanager
def other(project: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A second program that opens the project; it and what it found."""
    process = subprocess.Popen(
        [sys.executable, "-c", OTHER, str(project)],
        cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    try:
        yield process, process.stdout.readline().strip()
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def project(tmp_path) -> Path:
    (tmp_path / "p" / "runs").mkdir(parents=True)
    return tmp_path / "p"


def test_a_project_that_is_open_elsewhere_is_told_until_the_other_ends(qtbot, parts, project):
    stores, strip = parts.stores, parts.window.findChild(OtherWindow)
    with other(project) as (process, found):
        assert found == "in"
        stores.world.open_project(str(project))
        assert strip.isVisible()
        assert f"process {process.pid}" in strip.text.text()
        assert "this computer" in strip.text.text()
        process.kill()  # nobody lets go: the lock ends with its process
        process.wait()
        stores.presence.look()
    assert not strip.isVisible() and stores.presence.other is None
    with other(project) as (_, found):
        assert found == str(os.getpid()), "now it is this window's"
    stores.presence.leave()
    with other(project) as (_, found):
        assert found == "in"


def test_another_project_lets_the_first_one_go(qtbot, parts, project, tmp_path):
    parts.stores.world.open_project(str(project))
    assert (project / NOTE).is_file()
    second = tmp_path / "q"
    second.mkdir()
    parts.stores.world.open_project(str(second))
    assert not (project / NOTE).exists()
    assert list(second.iterdir()) == [], "no project yet: nothing is written there"
    assert Presence(project).enter() is None


def test_a_note_that_cannot_be_read_is_still_somebody(project):
    mine = Presence(project)
    assert mine.enter() is None and mine.enter() is None
    (project / NOTE).write_text("{half")
    theirs = Presence(project).enter()
    assert theirs is not None and theirs.process == 0 and not theirs.here
    mine.leave()
    mine.leave()
    assert (project / LOCK).parent.is_dir() and Presence(project).enter() is None
    assert Presence(project / "gone").enter() is None
