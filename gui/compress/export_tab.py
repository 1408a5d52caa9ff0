"""Export: the run as an ONNX file, and whether that file may stand for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QGridLayout, QLabel, QWidget

from engine.compress.messages import ExportRun
from engine.compress.values import Exported
from engine.core.command import Command
from engine.core.table import Table
from gui.compress.tab import CompressTab
from gui.compress.tables import exported_table
from gui.compress.words import changes_text, offer_words
from gui.stores import Stores
from gui.style.theme import SPACE
from gui.toolkit.numbers import QuietSpin
from gui.toolkit.parts import Figure, IconButton, label, row
from gui.toolkit.verdict_card import VerdictCard
from gui.words.text import count


class ExportTab(CompressTab):
    """Write the chosen run for other programs, compared with it image by image."""

    key = "export"
    tasks = (ExportRun,)

    def __init__(self, stores: Stores, parent: QWidget | None = None) -> None:
        super().__init__(stores, parent)
        self.precision = QComboBox()
        self.precision.setAccessibleName(self.tr("Number format"))
        self.precision.addItem("float32", False)
        self.precision.addItem("int8", True)
        self.precision.setToolTip(
            self.tr("int8: 8-bit integers, written where they are accurate and quicker here")
        )
        self.images = QuietSpin(1, 100_000)
        self.images.setValue(50)
        self.images.setAccessibleName(self.tr("Held-out images"))
        self.images.setToolTip(self.tr("Test images on which file and run are compared"))
        self.brief = QCheckBox(self.tr("Score alone"))
        self.brief.setToolTip(
            self.tr(
                "Score, class and the worst window's place; no map of windows. Quicker with small "
                "networks, and no heat map can be drawn from it."
            )
        )
        self.start = IconButton(self.tr("Export..."), "save", primary=True)
        self.start.clicked.connect(self._start)
        for words, field in (
            (self.tr("Format"), self.precision),
            (self.tr("Images"), self.images),
        ):
            name = label(words, "muted")
            name.setBuddy(field)
            self.tools.addWidget(name)
            self.tools.addWidget(field)
        self.tools.addWidget(self.brief)
        self.tools.addWidget(self.start)
        self.card = VerdictCard()
        self.figures = {
            "images": Figure(self.tr("Images compared"), remark=True),
            "difference": Figure(self.tr("Largest score difference"), remark=True),
            "windows": Figure(self.tr("Largest window difference"), remark=True),
            "changes": Figure(self.tr("Verdict changes"), remark=True),
        }
        self.body.addWidget(self.card)
        self.body.addSpacing(SPACE)
        self.body.addLayout(row(*self.figures.values(), spacing=2 * SPACE))
        self.body.addSpacing(SPACE)
        self.body.addLayout(self._files())
        self.body.addStretch(1)

    def _files(self) -> QGridLayout:
        self.file = label("", select=True, wrap=True)
        self.script = label("", select=True, wrap=True)
        self.describes = label("", select=True, wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE - 2)
        lines: tuple[tuple[str, QLabel], ...] = (
            (self.tr("Model"), self.file),
            (self.tr("What it is, and this comparison"), self.describes),
            (self.tr("Example script"), self.script),
        )
        for line, (name, field) in enumerate(lines):
            grid.addWidget(label(name, "muted"), line, 0)
            grid.addWidget(field, line, 1)
        self.open = IconButton(self.tr("Open folder"), "folder")
        self.open.clicked.connect(self._open)
        grid.addLayout(row(self.open, None), len(lines), 1)
        grid.setColumnStretch(1, 1)
        return grid

    # ------------------------------------------------------------------ what there is

    def task_name(self, _kind: type[Command]) -> str:
        """Name the task."""
        return self.tr("Exporting and comparing")

    def table(self) -> Table[Any] | None:
        """Return the comparison."""
        result, run = self.kept.exported, self.run
        return exported_table(run.name, result) if result and run else None

    # ------------------------------------------------------------------ rendering

    def show_jobs(self) -> None:
        """Show how far it is."""
        super().show_jobs()
        self.start.setEnabled(self.run is not None and self.job(ExportRun) is None)

    def show_result(self) -> bool:
        """Show the verdict on the newest export."""
        result = self.kept.exported
        if result is None:
            return False
        self.card.show_export(result)
        self.figures["images"].show_value(count(result.images_compared), self.tr("held out"))
        allowed = self.tr("allowed {tolerance}").format(tolerance=f"{result.tolerance:g}")
        self.figures["difference"].show_value(f"{result.max_score_difference:.2g}", allowed)
        self.figures["windows"].show_value(
            f"{result.max_window_difference:.2g}", self.tr("for maps; does not decide")
        )
        near = result.accepted and result.verdict_changes > 0
        self.figures["changes"].show_value(
            changes_text(result.verdict_changes, result.images_compared),
            self.tr("near the threshold") if near else "",
        )
        path = Path(result.file)
        self.file.setText(f"{path} ({result.precision})")
        self.describes.setText(path.with_suffix(".json").name)
        self.script.setText(path.with_name(f"{path.stem}_example.py").name)
        self.show_picture(self._caption(result))
        return True

    def _caption(self, found: Exported) -> str:
        if not found.accepted:
            return self.tr(
                "The file was written to be looked into; the example script refuses to run it. "
                "Export as float32, or from another run."
            )
        words = self.tr(
            "File and run judged the same images, the file in ONNX Runtime, the run in float32. "
            "The example script runs the file without this program: python SCRIPT IMAGE."
        )
        return " ".join(part for part in (offer_words(found), words) if part)

    def show_waiting(self) -> None:
        """Say what an export is."""
        if self.job(ExportRun) is not None:
            self.show_empty(
                self.tr("Exporting..."),
                self.tr("The file is compared with the run before it may stand for it."),
            )
            return
        self.show_empty(
            self.tr("To other programs"),
            self.tr(
                "Writes the network and its verdict as one ONNX file, compares it with the run "
                "on held-out images, and says whether it may be used."
            ),
        )

    def failed_title(self) -> str:
        """Nothing usable was written."""
        return self.tr("Not exported")

    # ------------------------------------------------------------------ intents

    def ask_model(self) -> str:
        """Ask where to write the model; empty if the user changed their mind."""
        run = self.run
        name = (
            f"{run.name}-int8.onnx"
            if run and self.precision.currentData()
            else (f"{run.name}.onnx" if run else "model.onnx")
        )
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export"), name, self.tr("ONNX model (*.onnx)")
        )
        return path

    def _start(self) -> None:
        run, path = self.run, self.ask_model()
        if run is None or not path:
            return
        if Path(path).suffix.lower() != ".onnx":
            path = f"{path}.onnx"
        self.stores.compress.export(
            run.path,
            path,
            int8=bool(self.precision.currentData()),
            images=self.images.value(),
            brief=self.brief.isChecked(),
        )

    def _open(self) -> None:
        if self.kept.exported is not None:
            folder = str(Path(self.kept.exported.file).parent)
            QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
