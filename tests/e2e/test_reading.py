"""An unclear folder from the first look to the open set, with the real engine, by keys alone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.core.values import AS_FOUND
from engine.project.readings import kept_reading
from gui.shell.app import Parts
from tests.e2e.test_window import LONG, parts  # noqa: F401
from tests.engine.test_cases import part, put


def test_an_unclear_folder_is_read_as_its_roles_are_given_by_keys(
    parts: Parts,  # noqa: F811
    tmp_path: Path,
    qtbot,
):
    root = tmp_path / "presses"
    for maker in ("press1", "press2"):
        for kind in ("type A", "type B"):
            for i in range(3):
                put(root / maker / kind / f"{i}.png", part(kind == "type B"))
    stores, window = parts.stores, parts.window
    window.show_page("data")
    stores.world.open_project(str(tmp_path / "project"))
    stores.data.open(str(root))
    view = window.pages["data"].reading
    qtbot.waitUntil(lambda: view.isVisible() and not stores.reading.busy, timeout=LONG)
    assert "Say what its folders are" in view.result.unclear.text()
    qtbot.waitUntil(lambda: len(stores.reading.peeks) >= 4, timeout=LONG)
    table = view.table
    rows = [folder.path for folder in table.rows.rows]
    QTest.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for maker in ("press1", "press2"):
        while table.currentIndex().row() != rows.index(maker):
            QTest.keyClick(table, Qt.Key.Key_Down)
        QTest.keyClick(table, Qt.Key.Key_P)
        qtbot.waitUntil(lambda: not stores.reading.busy, timeout=LONG)
    combo = view.say.normal
    while combo.currentData() != "type A":
        QTest.keyClick(combo, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: not stores.reading.busy, timeout=LONG)
    assert "12 images" in view.result.counts.text()
    QTest.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stores.world.data is not None, timeout=LONG)
    data = stores.world.data
    assert data is not None
    found = Counter((row.texture, row.defective) for row in data.samples)
    assert found == {(m, bad): 3 for m in ("press1", "press2") for bad in (False, True)}
    assert not view.isVisible()
    kept = kept_reading(tmp_path / "project", root, AS_FOUND)
    assert kept.normal == "type A" and dict(kept.roles) == {
        "press1": "product",
        "press2": "product",
    }
