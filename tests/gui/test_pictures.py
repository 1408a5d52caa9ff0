"""Every page looks as it did: drawn from one scripted day, beside a kept picture of it.

Pictures are compared by the means of blocks, so that letters of another font pass, and a panel that
is gone or a colour that changed does not. After a wanted change: `pytest --renew-pictures
tests/gui/test_pictures.py`, then look at what changed before it is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QFrame, QWidget

from gui.shell.app import load_language
from gui.shell.registry import PAGES
from gui.style.look import LOOK
from gui.style.theme import Mode
from tests.gui.walking import fill, open_day, settle

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

KEPT = Path(__file__).parent / "pictures"
WIDTH, HEIGHT = 342, 192
BLOCK = 16
"""Pixels of a block of the shrunk picture: about 64 of the screen, some lines of text."""

FAR, FEW = 24.0, 0.06
"""A block is another one beyond this difference of its mean (of 255); so many may be."""

WHOLE = 6.5
"""Mean difference of all blocks that another font may make."""

EMPTY, FULL = 3.0, 7.0
"""A block whose grey levels spread less is empty, one with text or lines in it spreads more."""


def shrunk(widget: QWidget) -> NDArray[np.uint8]:
    """Return a widget as (HEIGHT, WIDTH, 3) uint8."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    image = image.scaled(
        WIDTH, HEIGHT, Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )  # fmt: skip
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(HEIGHT, image.bytesPerLine())
    return flat[:, : 3 * WIDTH].reshape(HEIGHT, WIDTH, 3).copy()


def blocks(picture: NDArray[np.uint8]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the means (rows, columns, 3) and spreads (rows, columns) of a picture's blocks."""
    rows, columns = HEIGHT // BLOCK, WIDTH // BLOCK
    cut = picture[: rows * BLOCK, : columns * BLOCK].astype(np.float64)
    parts = cut.reshape(rows, BLOCK, columns, BLOCK, 3)
    return parts.mean(axis=(1, 3)), parts.mean(axis=4).std(axis=(1, 3))


def apart(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> str:
    """Say how two pictures differ; "" if they are of the same page."""
    (mean, spread), (mean_2, spread_2) = blocks(one), blocks(other)
    away = np.abs(mean - mean_2).max(axis=2)
    gone = (np.minimum(spread, spread_2) < EMPTY) & (np.maximum(spread, spread_2) > FULL)
    share, whole = float(((away > FAR) | gone).mean()), float(away.mean())
    if share <= FEW and whole <= WHOLE:
        return ""
    return f"{share:.1%} of the blocks are others, {whole:.1f} of 255 on average"


def read(name: str) -> NDArray[np.uint8]:
    image = QImage(str(KEPT / f"{name}.png")).convertToFormat(QImage.Format.Format_RGB888)
    assert not image.isNull(), f"no picture is kept of {name}: --renew-pictures makes it"
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(HEIGHT, image.bytesPerLine())
    return flat[:, : 3 * WIDTH].reshape(HEIGHT, WIDTH, 3).copy()


def keep(name: str, picture: NDArray[np.uint8]) -> None:
    # 32 levels of a colour are plenty for means, and a quarter of the bytes.
    coarse = np.ascontiguousarray(picture & 0xF8 | 0x04)
    KEPT.mkdir(exist_ok=True)
    image = QImage(coarse.tobytes(), WIDTH, HEIGHT, 3 * WIDTH, QImage.Format.Format_RGB888)
    assert image.save(str(KEPT / f"{name}.png"), "PNG", 0)


@pytest.fixture(params=["en", pytest.param("ko", marks=pytest.mark.trial)])
def language(request, qapp) -> Iterator[str]:
    font = QFont(qapp.font())
    translators = load_language(qapp, request.param)
    yield request.param
    for translator in translators:
        qapp.removeTranslator(translator)
    qapp.setFont(font)


def show(qapp, parts, key: str) -> None:
    """Show a page at rest."""
    parts.window.show_page(key)
    settle(qapp, parts)
    focused = qapp.focusWidget()
    if focused is not None:
        focused.clearFocus()  # a caret blinks


def begin(qapp, parts, world) -> None:
    """Come to the state all pictures are drawn from: every page was looked at once."""
    fill(world)
    open_day(qapp, parts)
    parts.window.resize(1366, 768)
    for entry in PAGES:
        show(qapp, parts, entry.key)


def test_every_page_looks_as_it_did(qapp, parts, world, language, request):
    begin(qapp, parts, world)
    renew, flaws = request.config.getoption("--renew-pictures"), []
    try:
        for mode in (Mode.LIGHT, Mode.DARK):
            LOOK.apply(mode)
            for entry in PAGES:
                show(qapp, parts, entry.key)
                name, picture = f"{entry.key}-{mode.value}-{language}", shrunk(parts.window)
                if renew:
                    keep(name, picture)
                elif said := apart(picture, read(name)):
                    flaws.append(f"{name}: {said}")
    finally:
        LOOK.apply(Mode.LIGHT)
    assert flaws == [], "\n".join(flaws)


def test_a_panel_that_is_gone_and_another_look_are_seen(qapp, parts, world):
    begin(qapp, parts, world)
    show(qapp, parts, "evaluate")
    kept = read("evaluate-light-en")
    assert apart(shrunk(parts.window), kept) == ""
    page = parts.window.pages["evaluate"]
    hidden: QFrame = page.threshold
    hidden.setMaximumHeight(0)
    settle(qapp, parts)
    assert apart(shrunk(parts.window), kept), "the card of the threshold is gone"
    hidden.setMaximumHeight(16_777_215)
    LOOK.apply(Mode.DARK)
    try:
        assert apart(shrunk(parts.window), kept), "it is dark"
    finally:
        LOOK.apply(Mode.LIGHT)


def test_the_pictures_are_small_and_none_is_left_over():
    files = sorted(path.stem for path in KEPT.glob("*.png"))
    wanted = sorted(
        f"{e.key}-{m}-{t}" for e in PAGES for m in ("light", "dark") for t in ("en", "ko")
    )
    assert files == wanted
    assert sum(path.stat().st_size for path in KEPT.glob("*.png")) < 1_500_000
