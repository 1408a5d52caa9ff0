"""What the readers make of sets as other people name and list their files."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from engine.core.errors import DataError
from engine.core.recipe import default_recipe
from engine.core.values import ReaderOptions
from engine.data.folds import split_for, stratified_folds
from engine.data.groups import name_groups
from engine.data.readers import tree
from engine.data.readers.detect import open_dataset
from engine.data.values import GroupRule
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
    guessed = open_dataset(tmp_path)
    assert [label.name for label in guessed.labels] == ["normal", "Riss"]
    rows = [{"Nummer": f"other {k}", "Wertung": "ok"} for k in range(4)]
    manifest(tmp_path / "liste.csv", rows)
    with pytest.raises(DataError, match=r"no column names the images.*Nummer, Wertung"):
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


# ------------------------------------------------------------------ a further level of folders


def pictures(folder: Path, count: int, first: int = 0) -> None:
    for k in range(first, first + count):
        image(folder / f"{k}.png")


def said(data) -> list[str]:
    return [problem.reason for problem in data.problems]


def test_lots_below_a_class_folder_are_of_its_class_and_offered_as_groups(tmp_path: Path):
    pictures(tmp_path / "good", 4)
    pictures(tmp_path / "good/lot1", 3, 10)
    pictures(tmp_path / "good/lot2/monday", 2, 20)
    pictures(tmp_path / "scratch/lot1", 3, 30)
    data = open_dataset(tmp_path)
    assert data.layout == "folders"
    assert names(tmp_path) == {"normal": 9, "scratch": 3}
    assert {s.group for s in data.samples} == {""}, "offered, not done"
    (offer,) = said(data)
    assert data.problems[0].kind == "lots", "nothing is wrong"
    assert offer.startswith("3 folders below the class folders are read") and "Folds" in offer
    groups = name_groups(data, [""] * 12, GroupRule("folder"), [])
    found = dict(zip(data.files, groups, strict=True))
    assert found["good/0.png"] == "", "its folder only says which class it is"
    assert found["good/lot1/10.png"] == "good/lot1"
    assert found["good/lot2/monday/20.png"] == "good/lot2/monday"
    folds = stratified_folds(data.classes, groups, 3, 0)
    assert len({n for n, g in zip(folds, groups, strict=True) if g == "good/lot1"}) == 1


@pytest.mark.parametrize("top", ["", "set", "set/all"])
def test_class_folders_that_hold_only_folders(tmp_path: Path, top: str):
    for number in ("0", "1", "2"):
        pictures(tmp_path / top / "good" / number, 2, 10 * int(number))
        pictures(tmp_path / top / "bad" / number, 1, 10 * int(number))
    data = open_dataset(tmp_path)
    assert names(tmp_path) == {"normal": 6, "defective": 3}
    assert len(said(data)) == 1
    groups = name_groups(data, [""] * 9, GroupRule("folder"), [])
    assert len(set(groups)) == 6 and all("/" in group for group in groups)


def test_flat_class_folders_are_read_as_before_and_say_nothing(tmp_path: Path):
    pictures(tmp_path / "good", 4)
    pictures(tmp_path / "bad", 3)
    data = open_dataset(tmp_path)
    assert data.files == tuple([f"bad/{k}.png" for k in range(3)] +
                               [f"good/{k}.png" for k in range(4)])  # fmt: skip
    assert said(data) == []


@pytest.mark.parametrize(
    ("folder", "first", "why"),
    [
        ("good/masks", 50, "by its name it holds masks"),
        ("good/bad", 50, "not clear which of the two folders"),
        ("good/test", 50, "not clear which of the two folders"),
        ("good/drawn", 0, "most have the name of a picture beside"),
        ("partA/good", 50, "not clear which of the two folders"),
        ("good/a/b/c/d", 50, "more than three folders below"),
        ("masks/x", 50, "by its name it holds masks"),
    ],
)
def test_what_is_not_clear_is_left_out_counted_and_has_a_cure(
    tmp_path: Path, folder: str, first: int, why: str
):
    pictures(tmp_path / "good", 4)
    pictures(tmp_path / "bad", 3)
    pictures(tmp_path / folder, 3, first)
    (tmp_path / folder / "notes.txt").write_text("no picture")
    data = open_dataset(tmp_path)
    assert names(tmp_path) == {"normal": 4, "defective": 3}
    (problem,) = data.problems
    assert problem.reason.startswith("3 images in it are left out") and why in problem.reason
    assert Path(problem.file).is_dir()
    assert any(word in problem.reason for word in ("Move", "Rename")), "the cure"


@pytest.mark.parametrize("place", ["", "train"])
def test_pictures_beside_the_class_folders_are_named(tmp_path: Path, place: str):
    pictures(tmp_path / place / "ok", 4)
    pictures(tmp_path / place / "ng", 3)
    pictures(tmp_path / "test/ok", 1)
    pictures(tmp_path / place, 2)
    (reason,) = said(open_dataset(tmp_path))
    assert reason.startswith("2 images lie beside the class folders")


def test_what_lies_deeper_in_mvtec_is_named(tmp_path: Path):
    pictures(tmp_path / "nut/train/good", 3)
    pictures(tmp_path / "nut/train/good/lot1", 2)
    pictures(tmp_path / "nut/train", 1)
    pictures(tmp_path / "nut/test/bent", 2)
    data = open_dataset(tmp_path)
    assert data.layout == "mvtec" and len(data.samples) == 5
    assert [(Path(p.file).name, p.values) for p in data.problems] == [
        ("train", {"count": "1"}), ("good", {"count": "2"}),
    ]  # fmt: skip


def test_folders_of_folders_without_any_sign_are_asked_about(tmp_path: Path):
    pictures(tmp_path / "alpha/x", 3)
    pictures(tmp_path / "beta/y", 3)
    with pytest.raises(DataError, match="unknown layout"):
        open_dataset(tmp_path)
    told = open_dataset(tmp_path, ReaderOptions(layout="folders"))
    assert [label.name for label in told.labels] == ["alpha", "beta"]
    named = open_dataset(tmp_path, ReaderOptions(normal="alpha"))
    assert [label.name for label in named.labels] == ["normal", "beta"]


def test_products_with_classes_below_are_products_and_not_classes(tmp_path: Path):
    for product in ("partA", "partB"):
        pictures(tmp_path / product / "good", 3)
        pictures(tmp_path / product / "bad", 3)
    assert names(tmp_path) == {
        "partA normal": 3, "partA defective": 3, "partB normal": 3, "partB defective": 3,
    }  # fmt: skip


def test_empty_folders_and_folders_of_texts_say_nothing(tmp_path: Path):
    pictures(tmp_path / "good", 4)
    pictures(tmp_path / "bad", 3)
    (tmp_path / "good/masks").mkdir()
    (tmp_path / "good/lot9").mkdir()
    (tmp_path / "papers/more").mkdir(parents=True)
    (tmp_path / "papers/more/readme.txt").write_text("no picture")
    data = open_dataset(tmp_path)
    assert said(data) == []
    assert len(data.labels) == 2


def test_a_large_set_of_lots_is_listed_once_a_folder(tmp_path: Path, monkeypatch):
    looked: list[str] = []
    real = tree.os.scandir
    monkeypatch.setattr(tree.os, "scandir", lambda path: (looked.append(str(path)), real(path))[1])
    for lot in range(20):
        pictures(tmp_path / "good" / f"lot{lot}", 2, 10 * lot)
        pictures(tmp_path / "bad" / f"lot{lot}", 1, 10 * lot)
    assert sum(names(tmp_path).values()) == 60
    assert len(looked) == len(set(looked)) == 1 + 2 + 40
