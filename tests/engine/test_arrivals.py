"""In operation every part leaves a row: with a verdict, or with the reason why there is none."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import numpy as np

from engine.folder.arrivals import find_images, why_not
from engine.folder.results import PATIENCE, Arrivals
from main import main
from tests.engine.test_cases import part, put, write


def odd_folder(root: Path, source: Path) -> Path:
    """A good part, and one of each kind that has no verdict; texts and hidden files besides."""
    good = next(source.glob("*.PNG")).read_bytes()
    for name in ("good.png", "no ending", "strange.dat"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(good)
    (root / "torn.png").write_bytes(good[:400])
    (root / "empty.png").write_bytes(b"")
    (root / "phone.heic").write_bytes(b"\0\0\0\x18ftypheic" + bytes(60))
    os.mkfifo(root / "pipe.png")
    (root / "gone.png").symlink_to(root / "nowhere.png")
    (root / "loop").symlink_to(root, target_is_directory=True)
    with open(os.fsencode(root) + b"/\xba\xd2.png", "wb") as file:
        file.write(good)
    write(root / "list.csv", "a,b\n")
    write(root / ".hidden.png", "x")
    return root


PARTS = {"good.png", "no ending", "strange.dat", "torn.png", "empty.png", "phone.heic", "pipe.png",
         "gone.png", "loop"}  # fmt: skip


def test_parts_are_told_by_ending_or_by_their_first_bytes(tiny_set: Path, tmp_path: Path):
    root = odd_folder(tmp_path / "in", tiny_set / "Class3" / "Test")
    found = {path.name for path in find_images(root)}
    assert found - {os.fsdecode(b"\xba\xd2.png")} == PARTS
    assert why_not(root / "good.png") == ""
    assert "read already" in why_not(root / "loop") and "nowhere" in why_not(root / "gone.png")


def test_every_part_leaves_a_row_and_the_exit_code_says_that_some_have_no_verdict(
    trained: Path, own_run: Path, tiny_set: Path, tmp_path: Path, capsys
):
    root = odd_folder(tmp_path / "in", tiny_set / "Class3" / "Test")
    table = tmp_path / "v.csv"
    words = ["inspect", str(own_run), str(root), "--csv", str(table), "--no-familiarity", "--json"]
    assert main(words) == 4
    found = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    assert found["images"] == 3
    failed = {Path(item["file"]).name: item["reason"] for item in found["failed"]}
    assert set(failed) == {"torn.png", "empty.png", "phone.heic", "pipe.png", "gone.png", "loop",
                           "\\xba\\xd2.png"}  # fmt: skip
    assert "not valid Unicode" in failed["\\xba\\xd2.png"]
    assert "HEIF" in failed["phone.heic"] and "cut off" in failed["torn.png"]
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 10, "one a part"
    fine = tmp_path / "fine"
    put(fine / "a.png", part().repeat(2, 0).repeat(2, 1))
    assert main(["inspect", str(own_run), str(fine), "--no-familiarity"]) == 0


def test_a_part_written_again_under_its_name_arrives_again(tmp_path: Path):
    arrivals = Arrivals(tmp_path)
    file = tmp_path / "a.png"
    file.write_bytes(b"1")
    arrivals.look()
    assert arrivals.look() == [file]
    for size in (2, 3):
        file.write_bytes(b"1" * size)
        assert arrivals.look() == []
        assert arrivals.look() == [file]
        assert arrivals.look() == []


def test_what_stays_empty_or_is_no_file_arrives_in_the_end(tmp_path: Path):
    (tmp_path / "empty.png").touch()
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "gone.png").symlink_to(tmp_path / "nowhere")
    arrivals = Arrivals(tmp_path)
    seen = [arrivals.look() for _ in range(PATIENCE + 2)]
    assert [len(each) for each in seen].index(3) == PATIENCE
    assert sum(len(each) for each in seen) == 3


def test_a_file_without_an_ending_arrives_once_its_first_bytes_are_there(tmp_path: Path):
    arrivals = Arrivals(tmp_path)
    file = tmp_path / "part 7"
    file.touch()
    assert arrivals.look() == []
    image = np.zeros((8, 8), np.uint8)
    file.write_bytes(put(tmp_path / "out" / "x.png", image).read_bytes())
    (tmp_path / "out" / "x.png").unlink()
    assert arrivals.look() == []
    assert arrivals.look() == [file]
