"""What the open data set offers, as a list with marks, and the way to what it lacks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gui.few_defects.ready import Offer
from gui.style.icons import pixmap
from gui.style.look import LOOK
from gui.style.theme import SPACE
from gui.toolkit.parts import IconButton, label
from gui.words.text import count

tr = QCoreApplication.translate
LINES = 4


class OfferList(QWidget):
    """One line a fact: a tick or a warning, and words; below, a button to the cure.

    Attributes
    ----------
    lines
        What is said, with whether it is well.

    Signals
    -------
    go(str)
        The user wants the page where what is missing can be had.
    """

    go = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[bool, str]] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE - 2)
        grid.setVerticalSpacing(SPACE // 2)
        grid.setColumnStretch(1, 1)
        self._rows = [(label(), label("", wrap=True)) for _ in range(LINES)]
        for place, (mark, words) in enumerate(self._rows):
            grid.addWidget(mark, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, place, 1)
        layout.addLayout(grid)
        self.cure = IconButton(self.tr("Go to Data"), "data")
        self.cure.clicked.connect(lambda: self.go.emit("data"))
        layout.addWidget(self.cure, 0, Qt.AlignmentFlag.AlignLeft)
        LOOK.changed.connect(self._draw)

    def show_offer(self, offer: Offer, *, reading: bool) -> None:
        """Say what there is, and what is missing with its cure."""
        self.lines = [(True, tr("compress", "Reading the images..."))] if reading else said(offer)
        self.cure.setVisible(bool(offer.lacking) and not reading)
        self._draw()

    def _draw(self) -> None:
        colours = LOOK.colours
        for place, (mark, words) in enumerate(self._rows):
            there = place < len(self.lines)
            mark.setVisible(there)
            words.setVisible(there)
            if there:
                good, text = self.lines[place]
                name, ink = ("check", colours.good) if good else ("warning", colours.warn)
                mark.setPixmap(pixmap(name, ink, 16, self.devicePixelRatioF()))
                words.setText(text)


def said(offer: Offer) -> list[tuple[bool, str]]:
    """Return what to say of a data set, each with whether it is well."""
    if offer.lacking == "data":
        return [
            (False, tr("compress", "No images are open. Open normal and defective ones first."))
        ]
    if offer.lacking == "normal class":
        words = tr("compress", "Which class is the normal one is not known. Choose it first.")
        return [(False, words)]
    if offer.regions:
        template = tr("compress", "{n} of {all} defects have a known region", "", offer.regions)
        regions = (True, template.format(n=count(offer.regions), all=count(offer.defects)))
    else:
        words = tr(
            "compress",
            "No defect has a known region ({n} are labelled). Masks or drawn boxes are needed: "
            "defects are made from them.",
        )
        regions = False, words.format(n=count(offer.defects))
    if offer.normals:
        template = tr("compress", "{n} normal images", "", offer.normals)
        normals = (True, template.format(n=count(offer.normals)))
    else:
        normals = (
            False,
            tr("compress", "No normal image. The student learns from normal images: add some."),
        )
    lines = [regions, normals]
    if not offer.lacking and offer.held_defects is not None:
        template = tr(
            "compress",
            "{d} defects and {n} normal images are held out for judging",
            "",
            offer.held_defects,
        )
        held = template.format(d=count(offer.held_defects), n=count(offer.held_normals))
        if not offer.held_defects:
            held = tr(
                "compress", "No defect is held out for judging: nothing will be proven of escapes"
            )
        lines.append((offer.held_defects > 0, held))
    return lines
