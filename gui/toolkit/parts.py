"""Small building blocks that give all pages the same look."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.style.guard import guarded, guarded_to
from gui.style.icons import icon, pixmap
from gui.style.look import LOOK
from gui.style.theme import SPACE


def label(text: str = "", role: str = "", *, wrap: bool = False, select: bool = False) -> QLabel:
    """Return a label in one of the stylesheet's roles."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        result.setProperty("role", role)
    result.setWordWrap(wrap)
    if select:
        result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return result


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Change a property the stylesheet looks at, and polish anew only if it differs."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


class ElidedLabel(QLabel):
    """A label that shortens its text in the middle and has the whole as its tooltip.

    Attributes
    ----------
    whole
        The text before shortening.
    """

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self.whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Show another text."""
        self.whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._shorten()

    @guarded
    def resizeEvent(self, event: object) -> None:
        """Shorten anew for the width there is."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._shorten()

    def _shorten(self) -> None:
        fits = self.fontMetrics().elidedText(
            self.whole, Qt.TextElideMode.ElideMiddle, max(0, self.width() - 2)
        )
        self.setText(fits)


class FittedLabel(ElidedLabel):
    """The same beside other parts: as wide as its text where there is room, else shortened."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__(text, role)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        margins = self.contentsMargins()
        wide = self.fontMetrics().horizontalAdvance(self.whole) + 4
        return QSize(wide + margins.left() + margins.right(), super().sizeHint().height())

    @guarded_to(QSize)
    def minimumSizeHint(self) -> QSize:
        """As much as says that something is left out."""
        return QSize(min(12, self.sizeHint().width()), super().minimumSizeHint().height())


class Card(QFrame):
    """A titled surface; add content to `body`.

    Attributes
    ----------
    body
        Vertical layout below the title.
    """

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 10, 12, 12)
        self.body.setSpacing(SPACE - 2)
        if title:
            self.body.addWidget(label(title, "caption"))


class Figure(QWidget):
    """A number with its name above it and an optional remark below.

    The number is what people look for, so it is the largest.
    """

    def __init__(self, name: str, *, remark: bool = False) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        self._name = label(name, "caption")
        self._value = label("\N{EN DASH}", "figure")
        self._remark = label("", "small")
        layout.addWidget(self._name)
        layout.addWidget(self._value)
        layout.addWidget(self._remark)
        self._remark.setVisible(remark)

    def show_value(self, value: str, remark: str = "", tip: str = "") -> None:
        """Show a value, its remark and the tooltip of both."""
        self._value.setText(value)
        self._remark.setText(remark)
        self.setToolTip(tip)
        self.setAccessibleName(f"{self._name.text()}: {value} {remark}".strip())


class ThemedButton(QToolButton):
    """A flat button with an icon that follows the theme."""

    def __init__(self, icon_name: str, tip: str, *, checkable: bool = False) -> None:
        super().__init__()
        self._icon_name = icon_name
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setCheckable(checkable)
        self.setIconSize(QSize(18, 18))
        self._paint()
        LOOK.changed.connect(self._paint)

    def set_icon_name(self, name: str) -> None:
        """Show another icon."""
        if name != self._icon_name:
            self._icon_name = name
            self._paint()

    def _paint(self) -> None:
        colours = LOOK.colours
        self.setIcon(
            icon(self._icon_name, colours.accent, off=colours.muted, disabled=colours.line_strong)
            if self.isCheckable()
            else icon(self._icon_name, colours.muted, disabled=colours.line_strong)
        )


class IconButton(QPushButton):
    """A push button with text and an icon that follows the theme."""

    def __init__(self, text: str, icon_name: str = "", *, primary: bool = False) -> None:
        super().__init__(text)
        self._icon_name = icon_name
        self._primary = primary
        if primary:
            self.setProperty("role", "primary")
        # Wider than high: the room right of the drawing keeps the text at a distance.
        self.setIconSize(QSize(19, 14))
        self._paint()
        LOOK.changed.connect(self._paint)

    def set_icon_name(self, name: str) -> None:
        """Show another icon."""
        if name != self._icon_name:
            self._icon_name = name
            self._paint()

    def set_primary(self, primary: bool) -> None:
        """Be the step that is meant, or one beside it."""
        self._primary = primary
        set_property(self, "role", "primary" if primary else None)
        self._paint()

    def _paint(self) -> None:
        if self._icon_name:
            colours = LOOK.colours
            ink = colours.on_accent if self._primary else colours.muted
            self.setIcon(icon(self._icon_name, ink, disabled=colours.faint, gap=5 / 14))


class IconLabel(QLabel):
    """A large icon that follows the theme."""

    def __init__(self, icon_name: str, side: int, tone: str = "faint") -> None:
        super().__init__()
        self._icon_name, self._side, self._tone = icon_name, side, tone
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._paint()
        LOOK.changed.connect(self._paint)

    def _paint(self) -> None:
        ink = getattr(LOOK.colours, self._tone)
        self.setPixmap(pixmap(self._icon_name, ink, self._side, self.devicePixelRatioF()))


def rule() -> QFrame:
    """Return a thin horizontal line."""
    result = QFrame()
    result.setProperty("role", "rule")
    result.setFixedHeight(1)
    return result


def row(*items: QWidget | int | None, spacing: int = SPACE) -> QHBoxLayout:
    """Lay widgets out side by side; None stretches, a number is a gap."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif item.property("role") == "chip":
            layout.addWidget(item, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            layout.addWidget(item)
    return layout


def column(*items: QLayout | QWidget) -> QWidget:
    """Return things one below the other; the last one takes what room there is."""
    result = QWidget()
    layout = QVBoxLayout(result)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE)
    for item in items:
        if isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item, 1 if item is items[-1] else 0)
    return result


def form_row(form: QFormLayout, name: str, widget: QWidget) -> QLabel:
    """Add a named field to a form, the name level with the field's middle."""
    text = label(name, "muted")
    text.setMinimumHeight(widget.sizeHint().height())
    text.setBuddy(widget)
    widget.setAccessibleName(name)
    form.addRow(text, widget)
    return text


class Wide(QObject):
    """Keeps a column of text as wide as its text is large, from one size of text to the next.

    Parameters
    ----------
    widget
        The column.
    pixels
        Least width at the usual size of text.
    beside
        Pixels that do not grow with the text; with them the width is fixed. None: it is the least.
    """

    def __init__(self, widget: QWidget, pixels: int, beside: int | None = None) -> None:
        super().__init__(widget)
        self._widget, self._pixels, self._beside = widget, pixels, beside
        LOOK.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        if self._beside is None:
            self._widget.setMinimumWidth(LOOK.wide(self._pixels))
        else:
            self._widget.setFixedWidth(LOOK.wide(self._pixels) + self._beside)


def split_of(name: str, *parts: tuple[QWidget, int, int]) -> QSplitter:
    """Return a splitter of (widget, least width, stretch) that is remembered by its name."""
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setObjectName(name)
    split.setChildrenCollapsible(False)
    split.setHandleWidth(SPACE)
    for place, (widget, least, stretch) in enumerate(parts):
        split.addWidget(widget)
        if least:
            Wide(widget, least)
        split.setStretchFactor(place, stretch)
    return split


def panel() -> tuple[QFrame, QVBoxLayout]:
    """Return an untitled surface and its layout, without margins."""
    card = QFrame()
    card.setProperty("role", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(1, 1, 1, 1)
    layout.setSpacing(0)
    return card, layout
