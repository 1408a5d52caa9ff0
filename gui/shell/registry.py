"""The pages in the order of a day. A new page is one entry here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication

from gui.compare.page import ComparePage
from gui.compress.page import CompressPage
from gui.data.page import DataPage
from gui.evaluate.page import EvaluatePage
from gui.few_defects.tab import FewTab
from gui.folder.page import FolderPage
from gui.inspect.page import InspectPage
from gui.interpolate.page import InterpolatePage
from gui.measures.page import MeasuresPage
from gui.review.page import ReviewPage
from gui.runs.page import RunsPage
from gui.signoff.page import SignOffPage
from gui.store.world import World
from gui.stores import Stores
from gui.study.page import StudyPage
from gui.toolkit.page import Page, PageEntry
from gui.train.page import TrainPage

tr = QCoreApplication.translate

GROUPS: Final[tuple[Callable[[], str], ...]] = (
    lambda: tr("pages", "Images"),
    lambda: tr("pages", "Training"),
    lambda: tr("pages", "Verdicts"),
    lambda: tr("pages", "Networks"),
    lambda: tr("pages", "Line"),
)
"""Headings of the groups: what a day is about from morning to evening."""


def _few(stores: Stores) -> Page:
    return CompressPage(stores, FewTab)


PAGES: Final = (
    PageEntry("data", 0, lambda: tr("pages", "Data"), "data", DataPage),
    PageEntry("train", 1, lambda: tr("pages", "Train"), "train", TrainPage, "data"),
    PageEntry("runs", 1, lambda: tr("pages", "Runs"), "queue", RunsPage, "project"),
    PageEntry("inspect", 2, lambda: tr("pages", "Inspect"), "inspect", InspectPage, "run"),
    PageEntry("evaluate", 2, lambda: tr("pages", "Evaluate"), "evaluate", EvaluatePage, "run"),
    PageEntry("review", 2, lambda: tr("pages", "Review"), "review", ReviewPage, "run"),
    PageEntry("compare", 2, lambda: tr("pages", "Compare"), "compare", ComparePage, "runs"),
    PageEntry("measures", 3, lambda: tr("pages", "Measures"), "measures", MeasuresPage, "run"),
    PageEntry(
        "interpolate", 3, lambda: tr("pages", "Interpolate"), "interpolate", InterpolatePage, "run"
    ),
    PageEntry("study", 3, lambda: tr("pages", "Study"), "study", StudyPage, "data"),
    PageEntry("compress", 4, lambda: tr("pages", "Compress"), "compress", _few, "project"),
    PageEntry("folder", 4, lambda: tr("pages", "Inspect folder"), "batch", FolderPage, "run"),
    PageEntry("signoff", 4, lambda: tr("pages", "Sign-off"), "signoff", SignOffPage, "run"),
)


def missing(entry: PageEntry, world: World) -> str:
    """Return what a page waits for before it can work, in words; "" if for nothing."""
    usable = sum(run.usable for run in world.runs)
    if entry.needs == "data" and world.data is None:
        return tr("pages", "Needs images: open some on the page Data.")
    if entry.needs in ("project", "run", "runs") and not world.project:
        return tr("pages", "Needs a project: open one, or make one, in the menu File.")
    if entry.needs == "run" and not usable:
        return tr("pages", "Needs a finished run: train one on the page Train.")
    if entry.needs == "runs" and usable < 2:
        return tr("pages", "Needs two finished runs: train them on the page Train.")
    return ""
