"""Where groups come from: the form of the fold editor."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from engine.data.values import GROUPINGS, GroupRule
from gui.check.patterns import PATTERNS, pattern_of
from gui.store.throttle import Throttle
from gui.style.theme import SPACE
from gui.toolkit.numbers import QuietCombo
from gui.toolkit.parts import label

tr = QCoreApplication.translate


def source_name(source: str) -> str:
    """Return where groups come from."""
    return {
        "set": tr("folds", "The data set's own groups"),
        "folder": tr("folds", "The folder an image lies in"),
        "pattern": tr("folds", "A part of the file name"),
    }[source]


def pattern_name(key: str) -> str:
    """Return the words for a pattern."""
    return {
        "number": tr("folds", "Text before the last number"),
        "first": tr("folds", "Text before the first _ or -"),
        "date": tr("folds", "A date"),
        "custom": tr("folds", "Regular expression"),
    }[key]


class RuleForm(QWidget):
    """Source, pattern, and whether alike pictures stay together.

    Attributes
    ----------
    source, pattern, expression, alike
        The fields.

    Signals
    -------
    changed()
        The user chose another rule.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._quiet = False
        self.source, self.pattern = QuietCombo(), QuietCombo()
        for source in GROUPINGS:
            self.source.addItem(source_name(source), source)
        for each in PATTERNS:
            self.pattern.addItem(pattern_name(each.key), each.key)
        self.source.setAccessibleName(self.tr("Images of a group share"))
        self.pattern.setAccessibleName(self.tr("Part of the file name"))
        for combo in (self.source, self.pattern):
            combo.setSizeAdjustPolicy(
                QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.expression = QLineEdit(PATTERNS[-1].expression)
        self.expression.setAccessibleName(self.tr("Regular expression"))
        self.expression.setMaxLength(200)
        self.example = label("", "small", wrap=True)
        self.alike = QCheckBox(self.tr("Alike pictures stay together"))
        self.alike.setToolTip(self.tr("Pairs that Check found, the same or nearly the same"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE - 2)
        layout.addWidget(label(self.tr("Images of a group share"), "caption"))
        for widget in (self.source, self.pattern, self.expression, self.example, self.alike):
            layout.addWidget(widget)
        later = Throttle(150, self)  # a regular expression is half written for a while
        later.fired.connect(self._changed)
        self.source.currentIndexChanged.connect(lambda _: self._changed())
        self.pattern.currentIndexChanged.connect(lambda _: self._changed())
        self.expression.textChanged.connect(lambda _: later.request())
        self.alike.toggled.connect(lambda _: self._changed())
        self._enable()

    @property
    def rule(self) -> GroupRule:
        """What the fields say."""
        source, key = self.source.currentData(), self.pattern.currentData()
        expression = next(each.expression for each in PATTERNS if each.key == key)
        if key == "custom":
            expression = self.expression.text()
        return GroupRule(source, expression if source == "pattern" else "", self.alike.isChecked())

    def show_rule(self, rule: GroupRule) -> None:
        """Fill the fields."""
        self._quiet = True
        self.source.setCurrentIndex(max(0, self.source.findData(rule.source)))
        if rule.source == "pattern":
            key = pattern_of(rule.pattern)
            self.pattern.setCurrentIndex(self.pattern.findData(key))
            if key == "custom":
                self.expression.setText(rule.pattern)
        self.alike.setChecked(rule.alike)
        self._quiet = False
        self._enable()

    def _changed(self) -> None:
        self._enable()
        if not self._quiet:
            self.changed.emit()

    def _enable(self) -> None:
        pattern = self.source.currentData() == "pattern"
        key = self.pattern.currentData()
        self.pattern.setVisible(pattern)
        self.expression.setVisible(pattern and key == "custom")
        self.example.setVisible(pattern)
        result = next(each for each in PATTERNS if each.key == key)
        words = f"{result.example}  \N{RIGHTWARDS ARROW}  {result.group}"
        if key == "custom":
            words = self.tr(
                "Looked for in the file name with its folders. What stands in ( ) is the group, "
                "or all of it. Example: {pattern}"
            ).format(pattern=result.expression)
        self.example.setText(words)
