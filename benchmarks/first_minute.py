"""A film strip of a new user's first minute: the real window and the real engine.

    python benchmarks/first_minute.py [FOLDER] [--out docs/images/first-minute.png]
        [--moving docs/images/first-minute.webp]

Starts from an empty configuration, opens FOLDER (else the sample parts), finds out, and looks at
the mistakes. Each frame has the second since the process started below it: what a person takes to
read and click is not in it. The seconds are of this computer and of whatever else runs on it.
`--moving` writes the same as a moving picture of 20 seconds, in which waits run faster.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent))

BEGAN = time.time()
"""Seconds of the clock when this file was read; the process began a moment before."""


def since_start() -> float:
    """Seconds since the process started, the interpreter's own start included where it is known."""
    try:
        fields = Path("/proc/self/stat").read_text("utf-8").rpartition(")")[2].split()
        up = float(Path("/proc/uptime").read_text("utf-8").split()[0])
        return up - int(fields[19]) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return time.time() - BEGAN


import cv2  # noqa: E402
import numpy as np  # noqa: E402
from numpy.typing import NDArray  # noqa: E402
from PySide6.QtCore import QEventLoop, QRect, QSettings, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QColor, QImage, QPainter  # noqa: E402

from gui.answer.example_card import ExamplePicture  # noqa: E402
from gui.data.page import DataPage  # noqa: E402
from gui.shell import folders  # noqa: E402
from gui.shell.app import Parts, application, build  # noqa: E402
from gui.style.look import LOOK  # noqa: E402
from gui.style.theme import Mode  # noqa: E402
from gui.toolkit.settings import Memory  # noqa: E402

FRAME, CAPTION, GAP, ACROSS = 560, 34, 10, 3
"""Width of a frame, height of the words below it, distance and frames in a row, in pixels."""


def wait(milliseconds: int) -> None:
    """Let the window and the lanes work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(true: Callable[[], object], seconds: float = 420) -> None:
    """Wait for something; a picture of nothing would be worse than none."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError("the window never got there")
        wait(20)


SECONDS, WIDE, REST = 20.0, 860, 1200
"""Length and width of the moving picture, in seconds and pixels, and how long what was shot rests, in
milliseconds.
"""


class Film:
    """Frames with their words, and what was seen twice a second between them."""

    def __init__(self, parts: Parts, moving: bool) -> None:
        self._window = parts.window
        self.frames: list[tuple[QImage, str]] = []
        self.seen: list[tuple[float, QImage, str]] = []
        self._every = QTimer()
        self._every.setInterval(500)
        self._every.timeout.connect(lambda: self._look(""))
        if moving:
            self._every.start()

    def _look(self, words: str) -> None:
        image = self._window.grab().toImage()
        self.seen.append((since_start(), image, words))

    def save_moving(self, path: Path) -> None:
        """Write what was seen: what was shot rests, the rest shares the time that is left."""
        shot = sum(bool(words) for _, _, words in self.seen)
        between = max(1, len(self.seen) - shot)
        each = max(40, int((1000 * SECONDS - REST * shot) / between))
        moving = cv2.Animation()
        moving.frames = [
            _pixels(image, f"{when:.0f} s  {words}") for when, image, words in self.seen
        ]
        moving.durations = [REST if words else each for _, _, words in self.seen]
        if not cv2.imwriteanimation(str(path), moving, [cv2.IMWRITE_WEBP_QUALITY, 60]):
            raise OSError(f"{path}: cannot be written")

    def shoot(self, words: str) -> None:
        """Take a frame once the window has drawn itself and what it shows has come."""
        wait(60)
        when = since_start()
        print(f"{when:6.1f} s  {words}", flush=True)
        self.frames.append((self._window.grab().toImage(), f"{when:.1f} s   {words}"))
        self.seen.append((when, self.frames[-1][0], words))

    def save(self, path: Path) -> None:
        """Paste them to one picture."""
        first = self.frames[0][0]
        height = FRAME * first.height() // first.width()
        rows = -(-len(self.frames) // ACROSS)
        size = (ACROSS * (FRAME + GAP) + GAP, rows * (height + CAPTION + GAP) + GAP)
        sheet = QImage(*size, QImage.Format.Format_RGB32)
        sheet.fill(QColor("white"))
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place, (frame, words) in enumerate(self.frames):
            left = GAP + place % ACROSS * (FRAME + GAP)
            top = GAP + place // ACROSS * (height + CAPTION + GAP)
            small = frame.scaled(
                FRAME,
                height,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawImage(left, top, small)
            below = QRect(left, top + height, FRAME, CAPTION)
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()
        sheet.save(str(path), "PNG", 0)


def _pixels(image: QImage, words: str) -> NDArray[np.uint8]:
    """A frame of the moving picture, BGR, with its second below it."""
    height = WIDE * image.height() // image.width()
    sheet = QImage(WIDE, height + CAPTION, QImage.Format.Format_RGB888)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRect(0, 0, WIDE, height), image)
    below = QRect(GAP, height, WIDE - GAP, CAPTION)
    painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, words)
    painter.end()
    rows = np.frombuffer(sheet.constBits(), np.uint8).reshape(sheet.height(), -1)
    return rows[:, : 3 * WIDE].reshape(sheet.height(), WIDE, 3)[:, :, ::-1].copy()


def play(parts: Parts, folder: str, moving: bool) -> Film:
    """Live through it."""
    film, stores = Film(parts, moving), parts.stores
    world, answer, window = stores.world, stores.answer, parts.window
    page = window.pages["data"]
    assert isinstance(page, DataPage)
    wait(100)
    film.shoot("Welcome")
    seen: list[int] = []
    stores.data.thumbnails.arrived.connect(seen.append)
    if folder:
        stores.data.open(folder)
    else:
        window.try_sample()
    until(lambda: world.data is not None and not world.opening)
    until(lambda: seen)
    film.shoot("The images, and what to beat")
    if folder:
        until(lambda: answer.expected is not None)
        window.find_out()
        film.shoot("Find out: where, and how long")
        window.project_bar.start.click()
    until(lambda: answer.state.rungs or answer.state.failed)
    page.show_tab("answer")
    pictures = [card.picture for card in page.answer.cards]
    until(lambda: all(map(stores.data.thumbnails.image, _shown(pictures))))
    film.shoot("Plain filters have answered; the probe is at work")
    page.answer.mistakes.click()
    until(lambda: window.page == "inspect" and stores.inspect.state.inspected is not None)
    film.shoot(page.answer.mistakes.text())
    until(lambda: answer.state.answer is not None or answer.state.failed)
    window.show_page("data")
    until(lambda: all(map(stores.data.thumbnails.image, _shown(pictures))))
    film.shoot("The first answer, both rungs")
    return film


def _shown(pictures: list[ExamplePicture]) -> list[int]:
    """Images of the data set that are shown."""
    return [each.example.index for each in pictures if each.example is not None]


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default="")
    parser.add_argument("--out", type=Path, default=Path("docs/images/first-minute.png"))
    parser.add_argument("--moving", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        # Nothing of the user's is read or written; what was measured here before is not known.
        os.environ["TRANSFERLENS_CACHE"] = f"{place}/cache"
        folders.documents = lambda: Path(place) / "Documents"
        application()
        LOOK.apply(Mode.LIGHT)
        parts = build(Memory(QSettings(f"{place}/settings.ini", QSettings.Format.IniFormat)))
        parts.stores.answer.by_itself = True
        parts.window.resize(1366, 768)
        parts.window.show()
        film = play(parts, arguments.folder, arguments.moving is not None)
        film.save(arguments.out)
        if arguments.moving is not None:
            film.save_moving(arguments.moving)
        parts.stores.client.shut_down()
        sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
