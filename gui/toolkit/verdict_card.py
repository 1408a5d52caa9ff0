"""Whether an export may stand for its run: a card that cannot be mistaken."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.compress.values import Exported
from gui.style.guard import guarded
from gui.style.icons import pixmap
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.parts import label
from gui.words.text import count


class VerdictCard(QWidget):
    """A mark, the verdict, and the reason, on the ground of its colour.

    Attributes
    ----------
    accepted
        What the card says; None while it says nothing.
    """

    def __init__(self) -> None:
        super().__init__()
        self.accepted: bool | None = None
        self._tone = "good"
        self._mark = label()
        self._mark.setFixedSize(48, 48)
        self.verdict = label("", "h1", wrap=True)
        self.reason = label("", "h3", wrap=True, select=True)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.verdict)
        words.addWidget(self.reason)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(words, 1)
        LOOK.changed.connect(self._dress)

    def show_export(self, found: Exported) -> None:
        """Show the verdict on an export."""
        if found.accepted:
            template = self.tr(
                "The file may stand for the run: on {n} held-out images it agrees.",
                "",
                found.images_compared,
            )
            reason = template.format(n=count(found.images_compared))
            self.show_words(self.tr("Accepted"), reason, accepted=True)
        else:
            words = self.tr("Not accepted: do not use this file")
            self.show_words(words, self.why(found), accepted=False)

    def show_words(self, verdict: str, reason: str, *, accepted: bool, tone: str = "bad") -> None:
        """Show a verdict; `tone` is the theme's colour for one that is not accepted."""
        self.accepted, self._tone = accepted, "good" if accepted else tone
        self.verdict.setText(verdict)
        self.reason.setText(reason)
        self.setAccessibleName(f"{verdict}. {reason}")
        self._dress()

    def why(self, found: Exported) -> str:
        """Say what kept an export from being accepted."""
        if found.max_score_difference > found.tolerance:
            return self.tr(
                "A score differs from the run's by {difference}; {tolerance} is allowed."
            ).format(
                difference=f"{found.max_score_difference:.3g}", tolerance=f"{found.tolerance:g}"
            )
        if found.verdict_changes:
            return self.tr(
                "{n} of {all} verdicts are not the run's.", "", found.verdict_changes
            ).format(n=count(found.verdict_changes), all=count(found.images_compared))
        return found.reason

    def _dress(self) -> None:
        if self.accepted is None:
            return
        ink = getattr(LOOK.colours, self._tone)
        name = "check" if self.accepted else "cancel"
        self._mark.setPixmap(pixmap(name, ink, 44, self.devicePixelRatioF()))
        # The stylesheet knows no such heading elsewhere.
        self.verdict.setStyleSheet(f"color: {ink};")
        self.update()

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, its edge and a stripe."""
        if self.accepted is None:
            return
        ink = QColor(getattr(LOOK.colours, self._tone))
        ground = QColor(ink)
        ground.setAlpha(26 if self.accepted else 40)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(0, 0, 6, self.height()), 3, 3)
        painter.end()
