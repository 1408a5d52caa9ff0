"""How runs are measured: the sample, the seed, t-SNE, and photographs for the source domain."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QSpinBox, QWidget

from gui.measures.state import MeasureChoices
from gui.style.theme import SPACE
from gui.toolkit.parts import Card, ElidedLabel, ThemedButton, label
from gui.words.text import file_name


class FolderChoice(QWidget):
    """A folder by its name, a button to choose one and one to go back to the default.

    Signals
    -------
    changed()
        Another folder, or none.
    """

    changed = Signal()

    def __init__(self, name: str, default: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = ""
        self._default, self._title = default, name
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2)
        grid.setVerticalSpacing(0)
        head = label(name, "muted")
        head.setToolTip(tip)
        self._name = ElidedLabel(default, "small")
        choose = ThemedButton("folder", self.tr("Choose a folder: {name}").format(name=name))
        choose.clicked.connect(self._choose)
        self._clear = ThemedButton(
            "cancel", self.tr("Back to the default: {name}").format(name=name)
        )
        self._clear.clicked.connect(lambda: self.set_path(""))
        grid.addWidget(head, 0, 0)
        grid.addWidget(self._name, 1, 0)
        grid.addWidget(self._clear, 0, 1, 2, 1)
        grid.addWidget(choose, 0, 2, 2, 1)
        grid.setColumnStretch(0, 1)
        self._clear.hide()

    def set_path(self, path: str) -> None:
        """Use another folder; empty for the default."""
        self.path = path
        self._name.set_whole(file_name(path) if path else self._default)
        self._name.setToolTip(path or self._default)
        self._clear.setVisible(bool(path))
        self.changed.emit()

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._title, self.path)
        if folder:
            self.set_path(folder)


class SettingsCard(Card):
    """The choices of one measuring.

    Signals
    -------
    changed()
        Some choice is another.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("How to measure"))
        self.body.setSpacing(SPACE)
        self._images = self._number(10, 100_000, 100, self.tr("Images"))
        self._images.setToolTip(
            self.tr("Test images of the sample S; the share of dead channels falls as S grows")
        )
        self._seed = self._number(0, 2**31 - 1, 0, self.tr("Seed"))
        self._seed.setToolTip(self.tr("Fixes the sample, the windows and t-SNE"))
        numbers = QGridLayout()
        numbers.setHorizontalSpacing(SPACE)
        numbers.setVerticalSpacing(2)
        for column, (name, field) in enumerate(
            ((self.tr("Images"), self._images), (self.tr("Seed"), self._seed))
        ):
            text = label(name, "muted")
            text.setBuddy(field)
            numbers.addWidget(text, 0, column)
            numbers.addWidget(field, 1, column)
        self.body.addLayout(numbers)
        self._tsne = QCheckBox(self.tr("t-SNE as well as PCA"))
        self._tsne.setToolTip(self.tr("Takes longer; perplexity 30 on 50 components"))
        self._tsne.toggled.connect(self.changed)
        self.body.addWidget(self._tsne)
        self.source = FolderChoice(
            self.tr("Source photographs"),
            self.tr("two sample photographs of scikit-learn: claim 1 stays open"),
            self.tr("Natural photographs that stand in for ImageNet; 20 or more settle claim 1"),
        )
        self.control = FolderChoice(
            self.tr("Control photographs"),
            self.tr("the source photographs, split in two"),
            self.tr("A second folder of natural photographs, held against the first"),
        )
        for folder in (self.source, self.control):
            folder.changed.connect(self.changed)
            self.body.addWidget(folder)

    @property
    def choices(self) -> MeasureChoices:
        """What is set."""
        return MeasureChoices(
            images=self._images.value(),
            seed=self._seed.value(),
            tsne=self._tsne.isChecked(),
            source=self.source.path,
            control=self.control.path,
        )

    def _number(self, low: int, high: int, value: int, name: str) -> QSpinBox:
        field = QSpinBox()
        field.setRange(low, high)
        field.setValue(value)
        field.setAccessibleName(name)
        field.valueChanged.connect(self.changed)
        return field
