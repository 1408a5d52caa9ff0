"""Finds what is cut off: texts without room, widgets outside their parents, sideways bars."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGraphicsView,
    QHeaderView,
    QLabel,
    QMainWindow,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

SLACK = 1
"""Pixels that rounding may take."""

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def cut(top: QWidget) -> list[str]:
    """Return what of a shown window is cut off, in words."""
    return [
        f"{flaw}: {_name(widget)}"
        for widget in top.findChildren(QWidget)
        if widget.isVisible() and not _inner(widget)
        for flaw in _flaws(widget)
    ]


def _flaws(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _of_label(widget)
    elif isinstance(widget, QComboBox):
        yield from _of_combo(widget)
    elif isinstance(widget, QPushButton | QToolButton | QCheckBox | QRadioButton):
        yield from _of_button(widget)
    elif isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QGraphicsView):
        bar = widget.horizontalScrollBar()
        if isinstance(widget, QScrollArea) and bar.isVisible():
            yield f"scrolls sideways by {bar.maximum()} px"
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(parent, QStackedWidget | QTabBar):
        return
    outer = parent.parentWidget()
    if isinstance(outer, QAbstractScrollArea) and outer.viewport() is parent:
        return  # it is scrolled to
    place = widget.geometry()
    if place.isEmpty() or isinstance(parent, QMainWindow):
        return
    if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(place):
        yield f"lies at {_words(place)} outside {_words(parent.rect())}"


def _of_label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text or not label.pixmap().isNull():
        return
    room = label.contentsRect()
    if label.wordWrap():
        # What the label asks for at its width has its margins and the sheet's padding in it.
        needed = label.heightForWidth(label.width())
        if needed > label.height() + SLACK:
            yield f"needs {needed} px of {label.height()} in height"
        return
    if label.textFormat() is Qt.TextFormat.RichText:
        needed, have = label.sizeHint().width(), label.width()
    else:
        needed = max(label.fontMetrics().horizontalAdvance(line) for line in text.split("\n"))
        have = room.width()
    if needed > have + SLACK:
        yield f"needs {needed} px of {have}"
    elif ELLIPSIS in text and not label.toolTip():
        yield "is shortened and has no tooltip"
    height = label.fontMetrics().height() * (text.count("\n") + 1)
    if height > room.height() + 2 * SLACK:
        yield f"needs {height} px of {room.height()} in height"


def _of_combo(box: QComboBox) -> Iterator[str]:
    if not box.currentText() or box.isEditable():
        return
    fitting = getattr(box, "fitting_text", None)
    if fitting is not None:
        if fitting() != box.currentText() and not box.toolTip():
            yield "is shortened and has no tooltip"
        return
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    needed = box.fontMetrics().horizontalAdvance(box.currentText())
    if needed > field.width() + SLACK:
        yield f"needs {needed} px of {field.width()}"


def _of_button(button: QAbstractButton) -> Iterator[str]:
    if not button.text() or (
        isinstance(button, QToolButton)
        and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        and not button.icon().isNull()
    ):
        return
    needed = button.sizeHint().width()
    if needed > button.width() + SLACK and not (ELLIPSIS in button.text() and button.toolTip()):
        yield f"needs {needed} px of {button.width()}"
    needed = button.fontMetrics().height()
    if needed > button.height():
        yield f"needs {needed} px of {button.height()} in height"


def _inner(widget: QWidget) -> bool:
    """Tell whether a widget is laid out by Qt inside one of Qt's own."""
    parent = widget.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(
        parent, QComboBox | QAbstractSpinBox | QAbstractItemView | QHeaderView
    )


def _words(place: QRect) -> str:
    return f"({place.x()}, {place.y()}, {place.width()} x {place.height()})"


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", None) or getattr(widget, "currentText", None)
    said = f" {text()[:50]!r}" if callable(text) else ""
    names, parent = [], widget.parentWidget()
    while parent is not None:
        if type(parent).__module__.startswith("gui."):
            names.append(type(parent).__name__)
        parent = parent.parentWidget()
    return f"{type(widget).__name__}{said} in {' < '.join(names)}"
