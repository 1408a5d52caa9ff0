"""Errors in methods that Qt calls reach the window's own report, and the window goes on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.style.guard import guarded, guarded_to


class Faulty(QWidget):
    """Fails as it is shown, with an error that Python's C code raises."""

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (1, 2).index(3)


class Sized(QWidget):
    """Has no size to hint at."""

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        return {}["size"]


def test_an_error_while_a_page_is_shown_is_reported_and_ends_nothing(qtbot):
    # It ended the program: the binding read what is no exception object yet as one.
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.addWidget(QWidget())
    faulty = Faulty()
    stack.addWidget(faulty)
    stack.show()
    with qtbot.captureExceptions() as caught:
        stack.setCurrentWidget(faulty)
    assert [kind for kind, _, _ in caught] == [ValueError]
    assert stack.currentWidget() is faulty and faulty.isVisible()


def test_a_guarded_method_returns_its_fallback_after_an_error(qtbot):
    sized = Sized()
    qtbot.addWidget(sized)
    with qtbot.captureExceptions() as caught:
        assert sized.sizeHint() == QSize()
    assert [kind for kind, _, _ in caught] == [KeyError]
