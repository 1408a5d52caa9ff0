"""What the readers make of sets as other people name and list their files."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from engine.data.folds import split_for
from engine.data.readers.detect import open_dataset
from engine.errors import DataError
from engine.messages import ReaderOptions
from engine.recipe import default_recipe
from tests.engine.test_readers import image, manifest, mask, names


def test_the_last_missing_mask_of_a_kind_is_named_too(tmp_path: Path):
    for k in range(3):
        image(tmp_path / f"bottle/train/good/{k}.png")
        image(tmp_path / f"bottle/test/broken/{k}.png")
        mask(tmp_path / f"bottle/ground_truth/broken/{k}_mask.png")
    (tmp_path / "bottle/ground_truth/broken/2_mask.png").unlink()
    (problem,) = open_dataset(tmp_path).problems
    assert problem.file.endswith("2.png") and "mask is missing" in problem.reason


def test_a_folder_whose_table_has_other_headings_is_opened_by_assigned_columns(tmp_path: Path):
    for k in range(4):
        image(tmp_path / "bilder" / f"{k}.png")
        mask(tmp_path / "annotiert" / f"{k}.png")
    rows = [{"Bild": f"{k}.png", "Urteil": "ok" if k < 2 else "Riss"} for k in range(4)]
    manifest(tmp_path / "liste.csv", rows)
    columns = (("image", "Bild"), ("defect", "Urteil"))
    data = open_dataset(tmp_path, ReaderOptions(columns=columns))
    assert data.layout == "csv"
    assert [label.name for label in data.labels] == ["normal", "Riss"]
    with pytest.raises(DataError, match=r"no column names the images.*Bild, Urteil"):
        open_dataset(tmp_path, ReaderOptions(layout="csv"))


def test_an_assigned_column_has_no_second_role(tmp_path: Path):
    for k in range(4):
        image(tmp_path / f"{k}.png")
    rows = [{"file": f"{k}.png", "class": "good" if k < 2 else "crack"} for k in range(4)]
    manifest(tmp_path / "labels.csv", rows)
    data = open_dataset(tmp_path, ReaderOptions(columns=(("defect", "class"),)))
    assert [label.name for label in data.labels] == ["normal", "crack"]


@pytest.mark.parametrize("folder", ["annotiert", "aaa"])
def test_a_mask_called_like_its_image_is_never_the_image(tmp_path: Path, folder: str):
    rows = []
    for k in range(4):
        image(tmp_path / "bilder" / f"{k}.png")
        if k > 1:
            mask(tmp_path / folder / f"{k}.png")
        cell = f"{folder}/{k}.png" if k > 1 else ""
        rows.append({"file": f"{k}.png", "defect": str(int(k > 1)), "mask": cell})
    manifest(tmp_path / "labels.csv", rows)
    data = open_dataset(tmp_path)
    assert {s.path.parent.name for s in data.samples} == {"bilder"}
    assert [s.mask and s.mask.parent.name for s in data.samples] == [None, None, folder, folder]


def test_a_bare_mask_name_equal_to_the_images_is_the_other_file(tmp_path: Path):
    rows = []
    for k in range(4):
        image(tmp_path / f"{k}.png")
        mask(tmp_path / "spots" / f"{k}.png")
        cell = f"{k}.png" if k > 1 else ""
        rows.append({"file": f"{k}.png", "defect": str(int(k > 1)), "mask": cell})
    manifest(tmp_path / "labels.csv", rows)
    data = open_dataset(tmp_path)
    assert {s.path.parent for s in data.samples} == {tmp_path}
    assert [s.mask and s.mask.parent.name for s in data.samples] == [None, None, "spots", "spots"]


def test_korean_names_in_pieces_as_a_mac_writes_them(tmp_path: Path):
    good, bad = (unicodedata.normalize("NFD", name) for name in ("양품", "불량"))
    for k in range(3):
        image(tmp_path / "set" / good / f"{k}.png")
        image(tmp_path / "set" / bad / f"{k}.png")
    assert names(tmp_path / "set") == {"normal": 3, "defective": 3}
    assert names(tmp_path / "set", normal="불량")["normal"] == 3
    listed = tmp_path / "list"
    for k in range(2):
        image(listed / unicodedata.normalize("NFD", f"부품{k}.png"))
    rows = [{"file": f"부품{k}.png", "defect": ("양품", "불량")[k]} for k in range(2)]
    manifest(listed / "labels.csv", rows)
    assert names(listed) == {"normal": 1, "defective": 1}


def test_a_table_in_utf_16_as_excel_writes_unicode_text(tmp_path: Path):
    for k in range(2):
        image(tmp_path / f"부품{k}.png")
    text = "file\tdefect\r\n부품0.png\t정상\r\n부품1.png\t긁힘\r\n"
    (tmp_path / "labels.csv").write_bytes(text.encode("utf-16"))
    assert names(tmp_path) == {"normal": 1, "긁힘": 1}


def test_a_six_class_copy_without_normal_images_calls_nothing_defective(tmp_path: Path):
    for k in range(1, 6):
        image(tmp_path / f"Class1_def/{k}.png")
        image(tmp_path / f"Class2_def/{k}.png")
    (tmp_path / "Class1_def" / "labels.txt").write_text("1\t9\t5\t0\t20\t20\n")
    data = open_dataset(tmp_path)
    assert not data.has_normal
    assert {s.label.defective for s in data.samples} == {None}
    assert [label.name for label in data.labels] == ["Class1", "Class2"]
    assert sum("normal images are missing" in p.reason for p in data.problems) == 2


def test_a_set_of_one_class_is_refused_before_it_trains(tmp_path: Path):
    for k in range(1, 8):
        image(tmp_path / f"Class1_def/{k}.png")
    with pytest.raises(DataError, match="all images are of one class"):
        split_for(open_dataset(tmp_path), default_recipe("small"))


@pytest.mark.parametrize("ending", [".bmp", ".tif", ".jpg", ".PNG"])
def test_images_of_every_ending_are_written_without_a_complaint(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], ending: str
):
    image(tmp_path / f"a{ending}")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("first", "second"), [("Train", "Test"), ("training", "testing"), ("val", "test"),
                          ("학습", "테스트")]
)  # fmt: skip
def test_a_tables_parts_are_those_of_folders(tmp_path: Path, first: str, second: str):
    for k in range(4):
        image(tmp_path / f"{k}.png")
    rows = [
        {"file": f"{k}.png", "defect": str(k % 2), "split": first if k < 2 else second}
        for k in range(4)
    ]
    manifest(tmp_path / "labels.csv", rows)
    data = open_dataset(tmp_path)
    assert data.has_official_split
    assert [s.part for s in data.samples] == ["train", "train", "test", "test"]
