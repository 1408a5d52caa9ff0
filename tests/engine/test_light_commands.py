"""What needs no network does without torch, and what is known is not worked out again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.core.folders import cache_folder
from engine.core.recipe import default_recipe
from engine.data import folds as drawing
from engine.data.folds import project_folds
from engine.data.image import read_image, shape_of
from engine.data.readers.detect import open_dataset

ROOT = Path(__file__).parents[2]


def test_check_loads_no_torch(tiny_set: Path):
    # It took seconds of a command that only reads files.
    code = (
        "import sys\n"
        "from main import main\n"
        f"assert main(['check', {str(tiny_set)!r}]) == 0\n"
        "assert 'torch' not in sys.modules and 'sklearn' not in sys.modules\n"
    )
    project_folds(open_dataset(tiny_set), default_recipe("transfer"), None)  # kept in the cache
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_folds_are_drawn_once_and_again_if_what_was_kept_is_damaged(
    tiny_set: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TRANSFERLENS_CACHE", str(tmp_path))
    data, recipe = open_dataset(tiny_set), default_recipe("transfer")
    calls = []
    draw = drawing.stratified_folds
    monkeypatch.setattr(
        drawing, "stratified_folds", lambda *what: calls.append(what) or draw(*what)
    )
    first = project_folds(data, recipe, None)
    assert (project_folds(data, recipe, None) == first).all() and len(calls) == 1
    (kept,) = (cache_folder() / "folds").iterdir()
    kept.write_bytes(kept.read_bytes()[:-8])
    assert (project_folds(data, recipe, None) == first).all() and len(calls) == 2
    assert (project_folds(data, default_recipe("transfer", seed=4), None) != first).any()


@pytest.mark.parametrize("name", ["grey.png", "deep.png", "colour.png", "alpha.png", "grey.bmp"])
def test_a_shape_read_from_the_first_bytes_is_that_of_the_decoded_picture(
    tmp_path: Path, name: str
):
    rng = np.random.default_rng(0)
    channels = {"colour.png": (3,), "alpha.png": (4,)}.get(name, ())
    kind = np.uint16 if name == "deep.png" else np.uint8
    path = tmp_path / name
    cv2.imwrite(str(path), rng.integers(0, 255, (30, 20, *channels)).astype(kind))
    image = read_image(path)
    expected = (image.shape[0], image.shape[1], image.ndim == 3)
    found = shape_of(path)
    # What the first bytes do not settle is decoded.
    assert found == expected or (found is None and name in ("alpha.png", "grey.bmp"))
