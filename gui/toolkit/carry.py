"""What stands in a form and was not sent off yet, taken along to the same form made anew."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from gui.toolkit.scrolled import ScrolledForm

Filled = tuple[type[QWidget], object]
"""A field's kind, and what stands in it."""

FIELDS = (QAbstractButton, QSpinBox, QDoubleSpinBox, QComboBox, QLineEdit, QPlainTextEdit)


def _fields(page: QWidget) -> Iterator[QWidget]:
    """Fields of a page's forms, in the order in which they were made."""
    for form in page.findChildren(ScrolledForm):
        for each in form.findChildren(QWidget):
            if isinstance(each.parent(), QAbstractSpinBox | QComboBox):
                continue  # the line of a field that is taken along itself
            if isinstance(each, QAbstractButton) and not each.isCheckable():
                continue
            if isinstance(each, FIELDS):
                yield each


def filled_in(page: QWidget) -> tuple[Filled, ...]:
    """What stands in the forms of a page."""
    return tuple((type(each), _value(each)) for each in _fields(page))


def fill_in(page: QWidget, filled: tuple[Filled, ...]) -> bool:
    """Put it into the same page made anew; False where that is built otherwise.

    Twice, for a field above may bring values of its own to those below it, as a setting does.
    """
    fields = list(_fields(page))
    if [type(each) for each in fields] != [kind for kind, _ in filled]:
        return False
    for _ in range(2):
        for each, (_, value) in zip(fields, filled, strict=True):
            if _value(each) != value:
                _put(each, value)
    return True


def _value(field: QWidget) -> object:
    if isinstance(field, QAbstractButton):
        return field.isChecked()
    if isinstance(field, QSpinBox | QDoubleSpinBox):
        return field.value()
    if isinstance(field, QComboBox):
        # What is shown is in the language of the window; what it stands for is not.
        if field.isEditable():
            return field.currentText()
        data = field.currentData(Qt.ItemDataRole.UserRole)
        return field.currentIndex() if data is None else data
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    assert isinstance(field, QLineEdit)
    return field.text()


def _put(field: QWidget, value: object) -> None:
    if isinstance(field, QAbstractButton):
        field.setChecked(bool(value))
    elif isinstance(field, QSpinBox):
        field.setValue(int(value))  # type: ignore[call-overload]
    elif isinstance(field, QDoubleSpinBox):
        field.setValue(float(value))  # type: ignore[arg-type]
    elif isinstance(field, QComboBox):
        if field.isEditable():
            field.setCurrentText(str(value))
            return
        data = [field.itemData(place) for place in range(field.count())]
        place = data.index(value) if value in data else value
        if isinstance(place, int) and 0 <= place < field.count():
            field.setCurrentIndex(place)
            field.activated.emit(place)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(str(value))
    elif isinstance(field, QLineEdit):
        field.setText(str(value))
        field.textEdited.emit(str(value))  # as if a person did it
        field.editingFinished.emit()
