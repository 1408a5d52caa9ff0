"""Masks of a data set that is inspected as a folder are no parts: left out, counted, named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from engine.data.image import encoded
from engine.folder.arrivals import find_images, find_parts
from engine.folder.messages import FolderGrown, FolderRow, InspectFolder
from engine.folder.results import Arrivals
from main import main
from tests.engine.conftest import Workspace


@pytest.fixture
def half(tiny_set: Path, tmp_path: Path) -> Path:
    """A half of DAGM's: pictures, and `Label/` with a mask for each defective one."""
    return Path(shutil.copytree(tiny_set / "Class3" / "Test", tmp_path / "half"))


def parts_of(half: Path) -> list[Path]:
    return sorted(path for path in half.iterdir() if path.suffix == ".PNG")


def test_the_masks_of_dagm_are_no_parts(half: Path, own_run: Path, workspace: Workspace):
    masks = sorted((half / "Label").glob("*.PNG"))
    assert masks and find_parts(half).masks == tuple(masks)
    events = workspace.run(InspectFolder(1, str(own_run), str(half)))
    grown = [event for event in events if isinstance(event, FolderGrown)]
    rows: list[FolderRow] = [row for event in grown for row in event.rows]
    assert [row.file for row in rows] == [str(path) for path in parts_of(half)]
    left = grown[-1].left_out
    assert left is not None and left.files == len(masks)
    assert left.reason.startswith(f"{len(masks)} pictures are left out")
    assert str(masks[0]) in left.reason
    events = workspace.run(InspectFolder(2, str(own_run), str(half), masks=True))
    judged = [row.file for event in events if isinstance(event, FolderGrown) for row in event.rows]
    assert judged == [str(path) for path in find_images(half)], "asked for, they are judged"


def test_the_terminal_says_what_it_left_out(half: Path, own_run: Path, capsys):
    words = ["inspect", str(own_run), str(half), "--no-familiarity", "--json"]
    assert main(words) == 0
    out, err = capsys.readouterr()
    found = json.loads(out.strip().splitlines()[-1])
    count = len(list((half / "Label").glob("*.PNG")))
    assert (found["images"], found["left_out"]) == (len(parts_of(half)), count)
    assert f"left out as masks: {count} picture" in out + err
    assert "With --masks they are judged too." in out + err
    assert main([*words, "--masks"]) == 0
    found = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    assert (found["images"], found["left_out"]) == (len(parts_of(half)) + count, 0)


def test_a_watched_folder_leaves_them_out_too(half: Path):
    watched = Arrivals(half)
    watched.look()
    assert watched.look() == parts_of(half)
    assert watched.left_out is not None
    before = watched.left_out.files
    shutil.copy(half / "Label" / sorted((half / "Label").glob("*.PNG"))[0], half / "0001_mask.png")
    watched.look()
    assert watched.look() == [] and watched.left_out.files == before + 1


def test_a_folder_of_masks_alone_is_said_to_be_one_and_judged_if_named(
    half: Path, own_run: Path, workspace: Workspace
):
    for path in parts_of(half):
        path.unlink()
    workspace.run(InspectFolder(1, str(own_run), str(half)))
    assert "pictures in it are masks" in workspace.end(1).message
    workspace.run(InspectFolder(2, str(own_run), str(half / "Label")))
    assert workspace.end(2).outcome == "done", "whoever names it wants it judged"


def test_photographs_are_judged_whatever_they_are_called(tmp_path: Path):
    rng = np.random.default_rng(0)
    for name in ("label/1.png", "bottle/1.png", "gt/2.png", "2.png", "a.png", "a_label.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(encoded(rng.integers(0, 255, (32, 32, 3), dtype=np.uint8), ".png"))
    assert find_parts(tmp_path).masks == ()
    assert list(find_parts(tmp_path).images) == find_images(tmp_path)
