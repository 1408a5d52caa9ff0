"""Small networks through the real window and the real engine."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from engine.few_defects.messages import MakeInspector
from gui.few_defects.state import STAGES
from gui.shell.app import Parts
from tests.e2e.test_window import LONG, parts  # noqa: F401 - the fixture
from tests.engine.conftest import trained  # noqa: F401 - the fixture

pytestmark = pytest.mark.trial


def test_a_student_is_taught_timed_and_exported(
    parts: Parts,  # noqa: F811
    tiny_set: Path,
    trained: Path,  # noqa: F811
    tmp_path: Path,
    qtbot,
):
    stores, state = parts.stores, parts.stores.world
    project = tmp_path / "project"
    shutil.copytree(trained.parent.parent, project)
    stores.world.open_project(str(project))
    stores.data.open(str(tiny_set))
    qtbot.waitUntil(lambda: bool(state.data and state.runs), timeout=LONG)
    run = str(project / "runs" / trained.name)
    parts.window.show_page("compress")
    stores.compress.choose(run)

    stores.compress.distil(run, 16, 60, "teacher")
    qtbot.waitUntil(
        lambda: run in stores.compress.runs and bool(stores.compress.runs[run].students),
        timeout=LONG,
    )
    (student,) = stores.compress.runs[run].students
    qtbot.waitUntil(lambda: state.run_of(path=student.run) is not None, timeout=LONG)
    made = state.run_of(path=student.run).summary
    assert (made.parent, made.kind, made.cost.filters) == (trained.name, "student", 16)

    # It is a run like any other: it judges an image on the Inspect page.
    stores.inspect.choose_run(student.run)
    stores.inspect.inspect(0)
    qtbot.waitUntil(lambda: stores.inspect.state.inspected is not None, timeout=LONG)

    stores.compress.time(run, [run, student.run], (256, 256), (1,), 1)
    qtbot.waitUntil(lambda: bool(stores.compress.runs[run].timed), timeout=LONG)
    assert {each.run for each in stores.compress.runs[run].timed} == {
        trained.name,
        made.name,
    }

    out = tmp_path / "out" / "student.onnx"
    stores.compress.export(student.run, str(out), int8=False, images=4)
    qtbot.waitUntil(
        lambda: (
            student.run in stores.compress.runs
            and stores.compress.runs[student.run].exported is not None
        ),
        timeout=LONG,
    )
    exported = stores.compress.runs[student.run].exported
    assert exported.accepted
    assert json.loads(out.with_suffix(".json").read_text("utf-8"))["accepted"] is True

    # Nothing is dead in the small network: the tab says so, and no run is written.
    before = sorted((project / "runs").iterdir())
    stores.compress.remove_dead(run, 8)
    qtbot.waitUntil(lambda: not stores.client.jobs, timeout=LONG)
    kept = stores.compress.runs[run]
    assert kept.removed is not None or sorted((project / "runs").iterdir()) == before


def test_few_defects_become_an_exported_inspector(
    parts: Parts,  # noqa: F811
    tiny_set: Path,
    trained: Path,  # noqa: F811
    tmp_path: Path,
    qtbot,
):
    stores, state = parts.stores, parts.stores.world
    project = tmp_path / "project"
    shutil.copytree(trained.parent.parent, project)
    stores.world.open_project(str(project))
    stores.data.open(str(tiny_set))
    qtbot.waitUntil(lambda: bool(state.data and state.runs), timeout=LONG)
    parts.window.show_page("compress")
    page = parts.window.pages["compress"]
    page.show_tab("few")
    run = str(project / "runs" / trained.name)
    stores.few_defects.make(
        MakeInspector(0, "", "", teacher=run, filters=16, steps=60, normals=4, made=3)
    )
    qtbot.waitUntil(
        lambda: stores.few_defects.state.made is not None and not stores.client.jobs,
        timeout=LONG,
    )
    made = stores.few_defects.state.made
    assert made.exported.accepted
    assert Path(made.exported.file).is_file()
    assert made.teacher == run
    # The stages that the window names are those the engine took.
    assert [stage for stage, _ in made.seconds] == list(STAGES[1:])
    assert set(stores.few_defects.state.seconds) <= set(STAGES)
    qtbot.waitUntil(lambda: state.run_of(path=made.student) is not None, timeout=LONG)
    assert page.few.result.isVisible()
