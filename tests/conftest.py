"""Fixtures for all tests: a private cache folder and a tiny generated data set."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from engine.core.known_warnings import ignore_expected

if TYPE_CHECKING:  # engine tests run where Qt is not installed
    from pytestqt.qtbot import QtBot

# The same examples in every run: a failure on one machine is a failure on all.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Two test processes share two cores: a waiting OpenMP thread that spins takes the other's. Read
# when torch is loaded.
os.environ.setdefault("GOMP_SPINCOUNT", "0")


@pytest.fixture(scope="session", autouse=True)
def private_cache(tmp_path_factory: pytest.TempPathFactory):
    """Keep tests away from the user's cache, settings and logs."""
    folder = tmp_path_factory.mktemp("cache")
    before = os.environ.get("TRANSFERLENS_CACHE")
    os.environ["TRANSFERLENS_CACHE"] = str(folder)
    yield folder
    if before is None:
        os.environ.pop("TRANSFERLENS_CACHE", None)
    else:
        os.environ["TRANSFERLENS_CACHE"] = before


PATIENCE = 60_000
"""Milliseconds that a test of the window waits for what is to come: a slow computer is no fault."""


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Wait for longer than the five seconds that pytest-qt waits where nothing is said."""
    for name in ("waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE))
    return qtbot


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Ignore in every test what the program ignores: pytest begins each with filters of its own."""
    ignore_expected()


@pytest.fixture(scope="session")
def tiny_set(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two textures, 12 normal and 8 defective images each, 256 px, in DAGM's layout."""
    from engine.data.synth.writer import SynthSpec, write_dataset

    root = tmp_path_factory.mktemp("tiny") / "set"
    spec = SynthSpec(textures=(3, 5), normal=12, defective=8, size=256, seed=3)
    for _ in write_dataset(root, spec, workers=0):
        pass
    return root


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what renews the kept pictures of pages, and what makes scripted lanes slow."""
    words = "keep how every page looks now (tests/gui/test_pictures.py)"
    parser.addoption("--renew-pictures", action="store_true", help=words)
    words = "let a scripted lane rest so long after each event: finds tests that hope for luck"
    parser.addoption("--lane-delay", type=float, default=0.0, metavar="MS", help=words)


SLOW_FIRST = (
    "tests/e2e", "test_training", "test_cli", "test_measures", "test_interpolate", "test_study",
    "test_window", "test_compression", "test_distil",
)  # fmt: skip
"""Files that take longest, which are handed out first: one that comes last is waited for alone."""

TRIAL_S = 900
"""A trial may take so long: a minute or two, and several times that beside other programs."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the slowest files in front; within a file the order stays. Give trials more time."""
    for item in items:
        if item.get_closest_marker("trial") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(TRIAL_S))

    def rank(item: pytest.Item) -> int:
        name = item.nodeid
        return next((n for n, part in enumerate(SLOW_FIRST) if part in name), len(SLOW_FIRST))

    items.sort(key=rank)
