"""A quality engineer's whole day: from a folder of pictures to a signed-off model, one window."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from engine.data.image import read_image, write_image
from engine.data.readers.detect import open_dataset
from engine.project.runs import RunFolder
from engine.signoff.record import read
from gui.evaluate.explored import RUN, TEST
from gui.shell.app import Parts
from tests.e2e.test_window import LONG, parts, quick

__all__ = ["parts"]


@pytest.fixture
def pictures(tiny_set: Path, tmp_path: Path) -> Path:
    """The generated folder with one picture saved again with fewer grey levels."""
    root = tmp_path / "pictures"
    shutil.copytree(tiny_set, root)
    clean = [s.path for s in open_dataset(root).samples if s.label.name == "Class5 normal"]
    write_image(clean[3], read_image(clean[2]) // 8 * 8)
    return root


def test_from_a_folder_to_a_signed_off_model(
    parts: Parts, pictures: Path, tiny_set: Path, tmp_path: Path, qtbot, monkeypatch
):
    monkeypatch.setenv("TRANSFERLENS_KEYS", str(tmp_path / "keys"))
    monkeypatch.setattr("gui.signoff.page.QDesktopServices.openUrl", lambda url: True)
    stores, state, window = parts.stores, parts.stores.world, parts.window
    pages = window.pages
    project = tmp_path / "project"
    errors: list[str] = []
    stores.client.notice.connect(lambda n: errors.append(n.text) if n.kind == "error" else None)

    def until(true) -> None:
        qtbot.waitUntil(true, timeout=LONG)

    # New project, from a generated folder.
    stores.world.open_project(str(project))
    stores.data.open(str(pictures))
    until(lambda: state.data is not None and stores.regions.sample is not None)

    # Audit: the picture that was saved again is found, and kept with the project.
    window.show_page("data")
    stores.check.check_files()
    until(lambda: stores.check.state.known)
    assert ["Nearly the same" in p.reason for p in state.data.problems] == [True]

    # Two runs.
    stores.train.train([quick(iterations=150), quick(iterations=20)])
    window.show_page("train")
    second, first = state.runs[0], state.runs[1]
    until(lambda: first.test is not None and second.test is not None)
    threshold = RunFolder.load(Path(first.path)).record.threshold

    # Evaluate; the threshold is moved, the run keeps its own.
    window.show_page("evaluate")
    evaluate = pages["evaluate"]
    stores.evaluate.choose(first.path)
    until(lambda: evaluate.explored.found is not None)
    before = evaluate.explored.standing
    evaluate.explored.move(1e-6)
    assert evaluate.explored.origin == TEST
    assert evaluate.explored.standing.overkills >= before.overkills
    assert evaluate.explored.standing.escapes <= before.escapes
    evaluate.explored.give_back()
    assert evaluate.explored.origin == RUN and evaluate.explored.standing == before
    assert RunFolder.load(Path(first.path)).record.threshold == threshold

    # Review with undo.
    window.show_page("review")
    stores.review.choose(first.path)
    until(lambda: stores.review.state.found is not None and stores.review.state.index >= 0)
    index = stores.review.state.index
    until(lambda: stores.regions.sample is not None and stores.regions.sample.index == index)
    QTest.keyClick(pages["review"], Qt.Key.Key_A)
    until(lambda: index in stores.review.state.said)
    assert stores.review.state.said[index].said == "agree"
    QTest.keyClick(pages["review"], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    until(lambda: index not in stores.review.state.said)
    stores.review.redo()
    until(lambda: index in stores.review.state.said)

    # Compare: the two runs held out the same images.
    window.show_page("compare")
    stores.compare.compare_runs(first.path, second.path)
    until(lambda: stores.compare.state.pairing is not None)
    assert len(stores.compare.state.pairing) == 10
    until(lambda: set(stores.compare.state.looks) == {"one", "other"})

    # Draw a region on a defect; training would use it at once.
    window.show_page("data")
    bad = next(s for s in state.samples if s.defective)
    stores.regions.show_sample(bad.index)
    until(lambda: stores.regions.sample is not None and stores.regions.sample.index == bad.index)
    canvas = pages["data"]._canvas
    canvas.parent()._take("box")
    corners = [canvas.viewportTransform().map(QPointF(p, p)).toPoint() for p in (60.0, 120.0)]
    port, button = canvas.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, button, pos=corners[0])
    QTest.mouseMove(port, (corners[0] + corners[1]) / 2)
    QTest.mouseMove(port, corners[1])
    QTest.mouseRelease(port, button, pos=corners[1])
    until(lambda: state.samples[bad.index].drawn)

    # Inspect a second folder.
    second_folder = tmp_path / "from the line"
    second_folder.mkdir()
    for number, sample in enumerate(open_dataset(tiny_set).samples[:6]):
        shutil.copy(sample.path, second_folder / f"part {number}.png")
    (second_folder / "broken.png").write_bytes(b"not a picture")
    window.show_page("folder")
    stores.folder.inspect_folder(first.path, str(second_folder), heat=True, compare=False)
    until(lambda: stores.folder.state.outcome == "done")
    assert len(stores.folder.state.rows) == 7 and stores.folder.state.unreadable == 1
    out = Path(stores.folder.state.head.out)
    with (out / "verdicts.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 7, "what cannot be read has a row too"
    judged = [row for row in rows if row["score"]]
    assert len(judged) == 6 and {row["verdict"] for row in judged} <= {"normal", "defective"}
    assert len(list((out / "heat").glob("*.png"))) == 6
    stores.folder.report(str(out / "report.html"), "en")
    until(lambda: (out / "report.html").is_file())

    # Sign off, passed or not, and print the record.
    window.show_page("signoff")
    page = pages["signoff"]
    stores.signoff.choose(first.path)
    until(lambda: stores.signoff.state.proof is not None)
    page.form.limit.setValue(40)
    until(
        lambda: stores.signoff.state.proof is not None and stores.signoff.state.proof.limit == 0.4
    )
    page.form.name.setText("Hana Kim")
    page.form.sign.click()
    until(lambda: bool(stores.signoff.state.records))
    record = read(Path(stores.signoff.state.records[0].path))
    assert record.intact and record.holds and record.proof.threshold == threshold
    target = tmp_path / "sign-off.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.records.page.click()
    until(target.is_file)
    assert "Hana Kim" in target.read_text("utf-8")

    # The day is in the project: notes, history, records, results.
    window.show_page("runs")
    until(lambda: stores.runs.notes is not None)
    stores.runs.note_run(first.name, "signed off", ("line-3",))
    until(lambda: not stores.client.jobs)
    for folder in ("runs", "regions", "inspections", "sign-offs", "folds"):
        assert any((project / folder).iterdir()), folder
    assert errors == []
