"""The article's comparison as one order: what it asks for at full size, and a small one for real."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from cli.article import ORDER, SIZES, plans, students
from cli.main import build_parser
from engine.core.recipe import Preset, Setting
from engine.data.synth.writer import SynthSpec, write_dataset
from engine.project.runs import list_runs
from main import main


def asked(*words: str) -> tuple:
    return plans(build_parser(["article"]).parse_args(["article", "d", "--project", "p", *words]))


def test_the_full_size_is_the_articles_in_so_many_folds():
    board, more = asked("--size", "full")
    runs = Counter(task.setting for plan in (board, more) for task in plan.tasks)
    assert (runs[Setting.TRANSFER], runs[Setting.SCRATCH_AUG], runs[Setting.SCRATCH]) == (5, 3, 3)
    steps = {task.setting: task.recipe.iterations for task in board.tasks}
    assert steps[Setting.TRANSFER] == steps[Setting.FROZEN] == 2242
    assert (steps[Setting.SCRATCH_AUG], steps[Setting.SCRATCH]) == (20_000, 5000)
    for task in (*board.tasks, *more.tasks):
        recipe = task.recipe
        assert recipe.preset is Preset.ARTICLE
        if task.setting in SIZES["full"].iterations and task.setting is not Setting.SMALL:
            assert (recipe.batch, recipe.optimizer, recipe.learning_rate) == (32, "sgd", 1e-3)
            assert (recipe.window, recipe.momentum, recipe.weight_decay) == (128, 0.9, 5e-4)
            assert recipe.seconds == 0
    assert not any(task.recipe.shift for task in board.tasks if task.setting is Setting.TRANSFER)


def test_a_hundredth_asks_for_a_hundredth_of_everything():
    (board,) = asked("--scale", "0.01", "--decay", "0")
    steps = {task.setting: task.recipe for task in board.tasks}
    assert steps[Setting.TRANSFER].iterations == 22
    assert steps[Setting.SCRATCH_AUG].iterations == 60
    assert steps[Setting.SCRATCH_AUG].seconds == 108
    assert steps[Setting.SCRATCH_AUG].weight_decay == 0
    assert SIZES["desk"].scaled(0.01, 0.01).steps == 30
    assert [task.setting for task in board.tasks] == list(ORDER)


def test_what_begins_with_random_weights_may_be_trained_for_longer():
    words = asked("--scale", "0.05", "--random-scale", "0.25")[0].tasks
    steps = {task.setting: task.recipe.iterations for task in words}
    assert (steps[Setting.TRANSFER], steps[Setting.FROZEN]) == (112, 112)
    assert [steps[each] for each in (Setting.SCRATCH, Setting.SCRATCH_AUG)] == [500, 1500]
    assert steps[Setting.SMALL] == 750


def test_one_setting_may_have_a_length_of_its_own():
    (plan,) = asked("--scale", "0.05", "--random-scale", "0.25", "--iterations", "scratch-aug=7500")
    recipes = {task.setting: task.recipe for task in plan.tasks}
    assert (recipes[Setting.SCRATCH_AUG].iterations, recipes[Setting.SCRATCH_AUG].seconds) == (
        7500,
        0,
    )
    assert (recipes[Setting.SCRATCH].iterations, recipes[Setting.SCRATCH].seconds) == (500, 900)
    assert recipes[Setting.TRANSFER].iterations == 112


def test_a_board_may_have_other_folds():
    (board,) = asked("--folds", "1,2/5")
    assert (board.run_folds, board.folds) == ((1, 2), 5)
    assert {task.fold for task in board.tasks} == {1, 2}
    assert asked("--folds", "1/5") == asked(), "as the size says"
    board, more = asked("--size", "full", "--folds", "1,4/5")
    assert (board.run_folds, more.run_folds) == ((1, 4), (5,)), "none is trained twice"


@pytest.mark.parametrize("text", ["scratch-aug", "scratch-aug=1", "probe=10", "scratch-aug=x"])
def test_lengths_that_make_no_sense_are_refused_with_the_cure(text: str, capsys):
    with pytest.raises(SystemExit):
        asked("--iterations", text)
    assert "scratch-aug=7500" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "1", "353", "16;64", "16,x"])
def test_students_of_impossible_sizes_are_refused_with_the_cure(text: str, capsys):
    with pytest.raises(SystemExit):
        asked("--ratios", text)
    assert "16,64,128" in capsys.readouterr().err


@pytest.mark.trial
@pytest.mark.timeout(900)
def test_the_order_goes_from_images_to_a_board_and_is_resumed(tmp_path: Path, capsys):
    images, project = tmp_path / "set", tmp_path / "p"
    spec = SynthSpec(textures=(1, 2), normal=12, defective=8, size=128, seed=0)
    for _ in write_dataset(images, spec, workers=0):
        pass
    words = ["article", str(images), "--project", str(project), "--scale", "0.0001",
             "--seeds", "1", "--images", "8", "--json",
             "--ratios", "128", "--scheduler", "local:2"]  # fmt: skip
    assert main(words) == 0
    board = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    assert (board["done"], board["total"]) == (len(ORDER), len(ORDER))
    assert len(board["rivals"]) == 3 and board["rules_hash"]
    # The board of what there is so far: nothing is trained for it.
    early = tmp_path / "early"
    assert main([*words[:3], str(early), *words[4:], "--no-train"]) == 0
    board = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    assert (board["done"], board["total"], list_runs(early)) == (0, len(ORDER), [])
    made = [run for run in list_runs(project) if run.record.origin is not None]
    assert len(made) == 2
    (plan,) = plans(build_parser(["article"]).parse_args(words))
    steps = SIZES["desk"].scaled(0.0001, 0.0001).steps
    assert not list(students(project, plan, steps, 1, (128,)))
    assert [each.filters for each in students(project, plan, steps, 1)] == [264, 66] * 2
    (other,) = plans(build_parser(["article"]).parse_args([*words, "--folds", "1/4"]))
    assert not list(students(project, other, steps, 1)), "teachers of other folds are others"
    before = {run.path.name for run in list_runs(project)}
    assert main(words) == 0
    assert {run.path.name for run in list_runs(project)} == before, "nothing is made twice"
