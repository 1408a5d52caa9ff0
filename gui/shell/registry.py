"""The pages in the order of a day. A new page is one entry here."""

from __future__ import annotations

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
from gui.study.page import StudyPage
from gui.toolkit.page import PageEntry
from gui.train.page import TrainPage

tr = QCoreApplication.translate

# Groups: 0 data, 1 training, 2 looking at verdicts, 3 looking at networks, 4 taking it to work.
PAGES: Final = (
    PageEntry("data", 0, lambda: tr("pages", "Data"), "data", DataPage),
    PageEntry("train", 1, lambda: tr("pages", "Train"), "train", TrainPage),
    PageEntry("runs", 1, lambda: tr("pages", "Runs"), "queue", RunsPage),
    PageEntry("inspect", 2, lambda: tr("pages", "Inspect"), "inspect", InspectPage),
    PageEntry("evaluate", 2, lambda: tr("pages", "Evaluate"), "evaluate", EvaluatePage),
    PageEntry("review", 2, lambda: tr("pages", "Review"), "review", ReviewPage),
    PageEntry("compare", 2, lambda: tr("pages", "Compare"), "compare", ComparePage),
    PageEntry("measures", 3, lambda: tr("pages", "Measures"), "measures", MeasuresPage),
    PageEntry("interpolate", 3, lambda: tr("pages", "Interpolate"), "interpolate", InterpolatePage),
    PageEntry("study", 3, lambda: tr("pages", "Study"), "study", StudyPage),
    PageEntry(
        "compress",
        4,
        lambda: tr("pages", "Compress"),
        "compress",
        lambda s: CompressPage(s, FewTab),
    ),
    PageEntry("folder", 4, lambda: tr("pages", "Inspect folder"), "batch", FolderPage),
    PageEntry("signoff", 4, lambda: tr("pages", "Sign-off"), "signoff", SignOffPage),
)
