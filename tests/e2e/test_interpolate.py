"""Lines between images through the real window and the real engine."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt

from engine.interpolate.messages import TrainDecoder
from gui.interpolate.state import SIDES
from gui.shell.app import Parts
from tests.e2e.test_window import LONG, parts  # noqa: F401 - the fixture
from tests.engine.conftest import trained  # noqa: F401 - the fixture


def test_a_line_from_defect_to_defect(
    parts: Parts,  # noqa: F811
    tiny_set: Path,
    trained: Path,  # noqa: F811
    tmp_path: Path,
    qtbot,
):
    stores, state = parts.stores, parts.stores.world
    notices: list[str] = []
    stores.client.notice.connect(lambda notice: notices.append(notice.text))
    project = tmp_path / "project"
    shutil.copytree(trained.parent.parent, project)
    stores.world.open_project(str(project))
    stores.data.open(str(tiny_set))
    qtbot.waitUntil(lambda: bool(state.data and state.runs), timeout=LONG)
    run = str(project / "runs" / trained.name)
    parts.window.show_page("interpolate")
    page, look = parts.window.pages["interpolate"], stores.interpolate.state
    stores.interpolate.choose_runs(run, run)
    side = look.sides[SIDES[0]]
    qtbot.waitUntil(
        lambda: all(s.followed and s.followed.done == s.followed.total and s.point
                    for s in look.sides.values()),
        timeout=LONG,
    )  # fmt: skip

    # The slider's ends are the images themselves, as the Inspect page judges them.
    for t, index, key in (
        (0.0, look.pair[0], Qt.Key.Key_Home),
        (1.0, look.pair[1], Qt.Key.Key_End),
    ):
        qtbot.keyClick(page.transport.slider, key)
        qtbot.waitUntil(lambda t=t: side.point is not None and side.point.t == t, timeout=LONG)
        stores.inspect.choose_run(run)
        stores.inspect.inspect(index)
        qtbot.waitUntil(
            lambda i=index: (
                stores.inspect.state.inspected is not None
                and stores.inspect.state.inspected.index == i
            ),
            timeout=LONG,
        )
        own = stores.inspect.state.inspected.prediction
        assert side.point.score == own.score
        assert side.followed.classes[side.point.label] == own.class_name

    # Dragged through, the picture follows to the last place.
    for place in range(1000, 400, -7):
        page.transport.slider.setValue(place)
    qtbot.waitUntil(lambda: side.point.t == look.t, timeout=LONG)
    assert page.slider.rows[SIDES[0]].picture.isVisible()

    # A walk to the boundary ends where the verdict changes.
    flips = side.flips
    if flips:
        stores.interpolate.move(0.0)
        page.walk()
        assert look.t == min(flip.t for s in look.sides.values() for flip in s.flips or ())

    # The decoder is trained in the window, kept with the run, and its error is told.
    stores.interpolate.choose_picture("decoded")
    stores.interpolate.train_decoders([run])
    # Stopped after its first preview, it is kept as far as it came.
    qtbot.waitUntil(
        lambda: run in stores.interpolate.runs and stores.interpolate.runs[run].step is not None,
        timeout=LONG,
    )
    assert (
        stores.interpolate.runs[run].step.decoded.shape
        == stores.interpolate.runs[run].step.image.shape
    )
    stores.client.stop(stores.interpolate.job(TrainDecoder, run).number)
    qtbot.waitUntil(
        lambda: run in stores.interpolate.runs and stores.interpolate.runs[run].quality is not None,
        timeout=LONG,
    )
    qtbot.waitUntil(lambda: side.point is not None and side.point.scale == (0, 255), timeout=LONG)
    assert (project / "runs" / trained.name / "decoder.safetensors").is_file()
    assert (
        f"{stores.interpolate.runs[run].quality.psnr:.1f}"
        in page.slider.rows[SIDES[0]].quality.text
    )

    # The nearest real image, the film as a picture, the overlap over many pairs.
    stores.interpolate.index_images([run])
    qtbot.waitUntil(lambda: stores.interpolate.runs[run].indexed > 0, timeout=LONG)
    stores.interpolate.move(0.25)
    qtbot.waitUntil(lambda: side.point.t == 0.25 and side.point.nearest is not None, timeout=LONG)
    out = tmp_path / "film.png"
    with qtbot.waitSignal(stores.interpolate.film_saved, timeout=LONG):
        stores.interpolate.save_film(str(out))
    assert out.stat().st_size > 10_000
    textures = tuple(dict.fromkeys(row.texture for row in state.data.samples))[:2]
    stores.interpolate.measure_overlap([run], textures)
    qtbot.waitUntil(lambda: bool(stores.interpolate.runs[run].overlaps), timeout=LONG)
    (found,) = stores.interpolate.runs[run].overlaps.values()
    assert {len(layer.pairs) for layer in found.layers} == {50}
    assert np.isfinite([layer.mean for layer in found.layers]).all()
    assert notices == []
