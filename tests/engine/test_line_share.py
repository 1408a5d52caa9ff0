"""How many parts on the line are defective is asked once and kept with the project."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cli.main import build_parser
from cli.train import recipe_from
from engine.core.errors import RunError
from engine.data.messages import OpenData
from engine.data.readers.detect import open_dataset
from engine.evaluate.evaluate import propose_for_run
from engine.few_defects.jobs import recipe_of
from engine.few_defects.messages import MakeInspector
from engine.inspect.messages import PredictRun
from engine.project.line import FILE, keep_line_share, kept_line_share, line_share_of
from engine.project.runs import RunFolder
from engine.runs.messages import ListRuns, RunsListed
from engine.training.messages import Train
from tests.engine.conftest import Workspace, quick


def asked(project: Path, *more: str) -> float:
    words = ["train", str(project / "set"), "--project", str(project)]
    words += ["--setting", "small", "--fold", "1/4", "--seed", "0"]
    words += more
    return recipe_from(build_parser(words).parse_args(words)).line_share


def listed(work: Workspace, project: Path) -> RunsListed:
    (event,) = [e for e in work.run(ListRuns(9, str(project))) if isinstance(e, RunsListed)]
    return event


def test_the_share_on_the_line_is_kept_and_used_again(tiny_set: Path, tmp_path: Path):
    project, work = tmp_path / "p", Workspace()
    recipe = quick(iterations=1, line_share=0.02)
    work.run(Train(1, str(tiny_set), str(project), recipe))
    assert kept_line_share(project) is None, "a share that nobody said is no answer"
    work.run(Train(2, str(tiny_set), str(project), recipe, line_said=True))
    assert kept_line_share(project) == 0.02
    assert listed(Workspace(), project).line_share == 0.02, "the window of the next day"
    assert asked(project) == 0.02, "the terminal"
    command = MakeInspector(3, str(tiny_set), str(project))
    assert recipe_of(command).line_share == 0.02
    assert asked(project, "--set", "line_share=0.1") == 0.1, "a person can change it"
    keep_line_share(project, 0.0)
    assert asked(project) == 0.0, "and take it back"


def test_what_was_refused_says_nothing_of_the_project(tmp_path: Path):
    work = Workspace()
    command = Train(1, str(tmp_path / "none"), str(tmp_path / "p"), quick(line_share=0.02))
    work.run(replace(command, line_said=True))
    assert work.end(1).outcome == "failed"
    assert not (tmp_path / "p").exists()


def test_a_run_without_a_share_is_weighed_by_its_projects(own_run: Path, tiny_set: Path):
    work = Workspace()
    folder = RunFolder.load(own_run)
    assert line_share_of(folder) is None
    keep_line_share(folder.project, 0.03)
    assert line_share_of(folder) == 0.03
    said = folder.record.recipe.changed(line_share=0.2)
    assert line_share_of(replace(folder, record=replace(folder.record, recipe=said))) == 0.2
    work.run(OpenData(1, str(tiny_set), project=str(folder.project)))
    work.run(PredictRun(2, str(own_run), "validation"))
    found = propose_for_run(folder, open_dataset(tiny_set), 20.0, None)
    assert found.share == 0.03


@pytest.mark.parametrize(
    "text", ["", "{", '{"format": 1}', '{"format": 1, "line_share": 0.7}', '{"format": 9}']
)
def test_a_damaged_line_is_said_and_hides_no_run(text: str, own_run: Path):
    project = own_run.parent.parent
    (project / FILE).write_text(text, "utf-8")
    with pytest.raises(RunError, match=r"line\.json: damaged .* Delete it"):
        kept_line_share(project)
    event = listed(Workspace(), project)
    assert own_run.name in [run.name for run in event.runs]
    assert [problem.file for problem in event.damaged] == [str(project / FILE)]
    keep_line_share(project, 0.01)
    assert json.loads((project / FILE).read_text("utf-8"))["line_share"] == 0.01
