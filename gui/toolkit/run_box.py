"""A box to choose a run from: long names are shortened in front, where they differ least."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.store.run_names import run_choice, run_tip
from gui.store.run_record import RunRecord
from gui.style.guard import guarded
from gui.toolkit.elided_combo import ElidedCombo


class RunBox(ElidedCombo):
    """Runs by setting, fold and name; the tooltip has the whole name of the chosen one.

    A box as narrow as the window makes it keeps the end of a name, which is its number.
    """

    def __init__(self, name: str = "", parent: QWidget | None = None, *, least: int = 8) -> None:
        super().__init__(Qt.TextElideMode.ElideLeft, parent)
        self._offered: list[tuple[str, str, str]] = []
        if name:
            self.setAccessibleName(name)
        self.setMinimumContentsLength(least)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentIndexChanged.connect(lambda _: self._show_tip())

    @property
    def path(self) -> str:
        """Folder of the chosen run, "" for none."""
        return self.currentData() or ""

    def offer(
        self,
        runs: Sequence[RunRecord],
        among: Sequence[RunRecord],
        *,
        first: Sequence[tuple[str, str]] = (),
    ) -> bool:
        """Offer other runs, none of them chosen yet; False if they are those that are there.

        Parameters
        ----------
        runs
            The runs to choose from.
        among
            All runs of the project: names are told apart among these.
        first
            (text, data) of entries in front that are no runs.
        """
        named = [(self.name_of(run, among), run.path, run_tip(run)) for run in runs]
        offered = [*((text, data, text) for text, data in first), *named]
        if offered == self._offered:
            return False
        self._offered = offered
        self.blockSignals(True)
        self.clear()
        for place, (text, path, tip) in enumerate(offered):
            self.addItem(text, path)
            self.setItemData(
                place, f"{text}\n{tip}" if tip not in text else text, Qt.ItemDataRole.ToolTipRole
            )
        self.blockSignals(False)
        self._show_tip()
        return True

    def name_of(self, run: RunRecord, among: Sequence[RunRecord]) -> str:
        """Return what a run is called in this box."""
        return run_choice(run, among)

    def choose(self, path: str) -> None:
        """Choose a run without saying so; nothing is chosen where it is not there."""
        self.setCurrentIndex(self.findData(path))
        self._show_tip()

    @guarded
    def showPopup(self) -> None:
        """Make the list as wide as its names."""
        view = self.view()
        screen = self.screen().availableGeometry().width()
        wanted = view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width() + 16
        view.setMinimumWidth(min(max(self.width(), wanted), screen // 2))
        super().showPopup()

    def _show_tip(self) -> None:
        tip = self.currentData(Qt.ItemDataRole.ToolTipRole)
        self.setToolTip(tip if isinstance(tip, str) else self.currentText())
