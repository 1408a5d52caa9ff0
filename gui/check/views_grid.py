"""Training views in a grid, each framed by what it is learned as."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.check.messages import ViewsShown
from gui.style.guard import guarded, guarded_to
from gui.style.images import as_qimage
from gui.style.look import LOOK
from gui.words.text import count

GAP, LINE = 10, 20


def learned_as(shown: ViewsShown, place: int) -> str:
    """Return what a view teaches: defective, ignored or normal."""
    if shown.defective[place]:
        return "defective"
    return "ignored" if shown.ignored[place] == shown.windows else "normal"


class ViewsGrid(QWidget):
    """As large as the room allows, in as many columns as make them largest."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: ViewsShown | None = None
        self._images: list[QImage] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Training views"))
        LOOK.changed.connect(self.update)

    def show_views(self, shown: ViewsShown | None) -> None:
        """Show other views."""
        self._shown = shown
        # Copies: an image points into the event's array, which may go.
        self._images = [as_qimage(each).copy() for each in shown.pixels] if shown else []
        if shown is not None:
            words = [self.words(place) for place in range(len(self._images))]
            self.setAccessibleDescription(", ".join(words))
        self.update()

    def words(self, place: int) -> str:
        """Return what one view is learned as."""
        shown = self._shown
        if shown is None:
            return ""
        if shown.windows == 1:
            return {
                "defective": self.tr("defective"),
                "ignored": self.tr("ignored"),
                "normal": self.tr("normal"),
            }[learned_as(shown, place)]
        bad, out = int(shown.defective[place]), int(shown.ignored[place])
        first = self.tr("{n} of {all} defective").format(n=count(bad), all=count(shown.windows))
        return first + "\n" + self.tr("{n} ignored").format(n=count(out))

    @guarded_to(QSize)
    def sizeHint(self) -> QSize:
        """Some room."""
        return QSize(420, 320)

    @property
    def _below(self) -> int:
        """Room for the words below a view, in pixels."""
        return LINE if self._shown is None or self._shown.windows == 1 else 2 * LINE - 4

    def layout_of(self, width: int, height: int) -> tuple[int, float]:
        """Return columns and side of each view that fill an area best."""
        number, best = len(self._images), (1, 0.0)
        for columns in range(1, number + 1):
            rows = -(-number // columns)
            side = min(
                (width - (columns - 1) * GAP) / columns,
                (height - (rows - 1) * GAP) / rows - self._below,
            )
            if side > best[1]:
                best = columns, side
        return best

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all views."""
        if self._shown is None:
            return
        painter = QPainter(self)
        colours = LOOK.colours
        columns, side = self.layout_of(self.width() - 6, self.height() - 6)
        font = painter.font()
        font.setPointSizeF(LOOK.points(-1))
        painter.setFont(font)
        for place, image in enumerate(self._images):
            line, column = divmod(place, columns)
            box = QRectF(
                3 + column * (side + GAP), 3 + line * (side + GAP + self._below), side, side
            )
            size = image.size().scaled(box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(0, 0, size.width(), size.height())
            target.moveCenter(box.center())
            smooth = target.width() < 2 * image.width()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            painter.drawImage(target, image)
            kind = learned_as(self._shown, place)
            ink = {"defective": colours.defect, "normal": colours.accent}.get(kind, colours.faint)
            style = Qt.PenStyle.DashLine if kind == "ignored" else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(ink), 3, style))
            painter.drawRect(target)
            painter.setPen(QColor(ink if kind != "ignored" else colours.muted))
            below = QRectF(box.x() - 3, box.bottom() + 3, side + 6, self._below)
            words = [
                painter.fontMetrics().elidedText(
                    text, Qt.TextElideMode.ElideRight, int(below.width())
                )
                for text in self.words(place).split("\n")
            ]
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, "\n".join(words))
        painter.end()
