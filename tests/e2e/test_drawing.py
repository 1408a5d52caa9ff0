"""Regions drawn in the real window, learned from by the real engine."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from engine.data.readers.detect import open_dataset
from engine.data.sample import DataSet
from engine.data.store import ImageStore
from engine.project.runs import RunFolder
from gui.shell.app import Parts
from tests.e2e.test_window import LONG, parts, quick

__all__ = ["parts"]


def without_masks(source: Path, root: Path) -> tuple[Path, DataSet]:
    """One texture of a set as class folders, and the set the regions are looked up in."""
    data = open_dataset(source)
    for number, sample in enumerate(data.samples):
        if sample.label.texture == data.samples[0].label.texture:
            folder = root / ("bad" if sample.label.defective else "good")
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(sample.path, folder / f"{number:02d}.png")
    return root, data


def test_draw_every_defect_train_and_draw_on(parts: Parts, tiny_set: Path, tmp_path: Path, qtbot):
    root, known = without_masks(tiny_set, tmp_path / "images")
    masks = ImageStore(known)
    stores, state = parts.stores, parts.stores.world
    notices: list[str] = []
    stores.client.notice.connect(lambda notice: notices.append(notice.text))
    stores.world.open_project(str(tmp_path / "project"))
    stores.data.open(str(root))
    parts.window.show_page("data")
    page = parts.window.pages["data"]
    canvas = page._canvas  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: stores.regions.sample is not None, timeout=LONG)
    assert state.data is not None and state.data.view == "whole"

    def stroke() -> None:
        """Drag a box over the defect of the image that is shown."""
        number = int(Path(state.samples[stores.regions.sample.index].file).stem)
        ellipse = masks.region(number).ellipse  # type: ignore[union-attr]
        half = max(ellipse.a, ellipse.b)
        size = canvas.image_size[0]
        corners = [
            QPointF(*(min(max(0.0, c + k * half), size) for c in (ellipse.x, ellipse.y)))
            for k in (-1, 1)
        ]
        start, end = (canvas.viewportTransform().map(point).toPoint() for point in corners)
        canvas.parent()._take("box")
        port, button = canvas.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(port, button, pos=start)
        QTest.mouseMove(port, (start + end) / 2)
        QTest.mouseMove(port, end)
        QTest.mouseRelease(port, button, pos=end)

    for left in range(7, -1, -1):
        stroke()
        assert len(stores.regions.sample.shapes) == 1
        qtbot.waitUntil(lambda n=left: state.data.masks == 8 - n)
        if left:
            index = stores.regions.sample.index
            page._count._next.click()  # type: ignore[attr-defined]
            qtbot.waitUntil(lambda i=index: stores.regions.sample.index != i)
    assert state.data.view == "patches"

    stores.train.train([quick(iterations=12)])
    run = state.runs[0]
    qtbot.waitUntil(lambda: run.test is not None, timeout=LONG)
    record = RunFolder.load(Path(run.path)).record
    assert record.view == "patches" and record.drawn

    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: state.data.masks == 7)
    stores.inspect.judge(run.path)
    qtbot.waitUntil(lambda: len(state.predictions.get(run.path, {})) == 5, timeout=LONG)
    assert notices == []
