from __future__ import annotations

import csv
import shutil
from pathlib import Path

import numpy as np
import pytest

from engine.check.files import audit
from engine.core.errors import DataError
from engine.core.values import ReaderOptions
from engine.data.image import write_image
from engine.data.readers.detect import open_dataset
from engine.data.region import load_region

SHARED = Path(__file__).parents[3] / "shared" / "data"


def image(path: Path, seed: int = 0, side: int = 40) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng([seed, *path.name.encode()])
    write_image(path, rng.integers(0, 255, (side, side)).astype(np.uint8))
    return path


def mask(path: Path, side: int = 40) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    array = np.zeros((side, side), np.uint8)
    array[10:20, 12:30] = 255
    write_image(path, array)
    return path


def manifest(path: Path, rows: list[dict[str, str]], encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding=encoding) as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def names(root: Path, **options: str) -> dict[str, int]:
    data = open_dataset(root, ReaderOptions(**options))  # type: ignore[arg-type]
    found: dict[str, int] = {}
    for sample in data.samples:
        found[sample.label.name] = found.get(sample.label.name, 0) + 1
    return found


# ---------------------------------------------------------------- DAGM


def test_generated_set_is_read_as_the_ten_class_release(tiny_set: Path):
    data = open_dataset(tiny_set)
    assert data.layout == "dagm"
    assert [label.name for label in data.labels] == [
        "Class3 normal",
        "Class3 defective",
        "Class5 normal",
        "Class5 defective",
    ]
    assert sum(s.has_region for s in data.samples) == 16
    assert data.has_official_split
    assert data.baseline == pytest.approx(24 / 40)
    assert data.problems == ()


def test_mirror_with_extra_level_and_other_case(tiny_set: Path, tmp_path: Path):
    moved = tmp_path / "DAGM_upload" / "data" / "class5"
    shutil.copytree(tiny_set / "Class5", moved)
    for part in ("Train", "Test"):
        (moved / part / "Label").rename(moved / part / "label_")
        (moved / part / "label_").rename(moved / part / "label")
        for path in (moved / part).glob("*.PNG"):
            path.rename(path.with_suffix(".png"))
        (moved / part).rename(moved / part.lower())
    data = open_dataset(tmp_path)
    assert data.layout == "dagm"
    assert len(data.samples) == 20
    assert sum(s.has_region for s in data.samples) == 8


def test_six_class_release_with_ellipses(tmp_path: Path):
    for number in range(1, 6):
        image(tmp_path / "Class1" / f"{number}.png", seed=number)
    for number in range(1, 4):
        image(tmp_path / "Class1_def" / f"{number}.png", seed=10 + number)
    (tmp_path / "Class1_def" / "labels.txt").write_text(
        "1 \t 8.0 \t 4.0 \t 0.0 \t 20.0 \t 15.0\n2\t5\t3\t0.5\t10\t12\n9\t5\t3\t0.5\t10\t12\n"
    )
    data = open_dataset(tmp_path)
    assert data.layout == "dagm6"
    assert {label.name for label in data.labels} == {"Class1 normal", "Class1 defective"}
    first = next(s for s in data.samples if s.ellipse is not None)
    region = load_region(first, 40, 40)
    assert region is not None
    ys, xs = np.nonzero(region.mask)
    assert (xs.min(), xs.max(), ys.min(), ys.max()) == (12, 28, 11, 19)
    reasons = " ".join(problem.reason for problem in data.problems)
    assert "no ellipse" in reasons  # image 3
    assert "Image 9 is listed but missing" in reasons


def test_mask_without_image_is_a_problem(tiny_set: Path, tmp_path: Path):
    root = tmp_path / "set"
    shutil.copytree(tiny_set, root)
    label = next((root / "Class3" / "Train" / "Label").glob("*_label.PNG"))
    (root / "Class3" / "Train" / label.name.replace("_label", "")).unlink()
    problems = open_dataset(root).problems
    assert [Path(p.file).name for p in problems] == [label.name]
    assert "without its image" in problems[0].reason


# ---------------------------------------------------------------- folders


def test_one_folder_per_class_finds_the_normal_class(tmp_path: Path):
    for number in range(3):
        image(tmp_path / "good" / f"{number}.png", number)
        image(tmp_path / "scratch" / f"{number}.jpg", number)
    assert names(tmp_path) == {"normal": 3, "scratch": 3}


def test_korean_folder_names(tmp_path: Path):
    image(tmp_path / "양품" / "하나.png")
    image(tmp_path / "불량" / "둘.png")
    assert names(tmp_path) == {"normal": 1, "defective": 1}


def test_train_and_test_above_the_classes(tmp_path: Path):
    for part in ("train", "test"):
        for name in ("ok", "ng"):
            image(tmp_path / "set" / part / name / "1.bmp", len(part))
    data = open_dataset(tmp_path)
    assert data.layout == "folders"
    assert data.has_official_split


def test_no_normal_class_until_the_user_names_it(tmp_path: Path):
    for name in ("steel", "wood"):
        image(tmp_path / name / "1.png")
    assert names(tmp_path) == {"steel": 1, "wood": 1}
    assert not open_dataset(tmp_path).has_normal
    assert names(tmp_path, normal="wood") == {"normal": 1, "steel": 1}


def test_mvtec(tmp_path: Path):
    root = tmp_path / "bottle"
    for number in range(3):
        image(root / "train" / "good" / f"{number:03d}.png", number)
        image(root / "test" / "broken_large" / f"{number:03d}.png", 50 + number)
        mask(root / "ground_truth" / "broken_large" / f"{number:03d}_mask.png")
    image(root / "test" / "good" / "000.png", 99)
    mask(root / "ground_truth" / "broken_large" / "777_mask.png")
    for place in (root, tmp_path):
        data = open_dataset(place)
        assert data.layout == "mvtec"
        assert [label.name for label in data.labels] == ["bottle normal", "bottle broken_large"]
        assert sum(s.mask is not None for s in data.samples) == 3
        assert "777" in data.problems[0].file


# ---------------------------------------------------------------- CSV


def test_csv_finds_columns_and_files_in_the_folders_beside_it(tmp_path: Path):
    image(tmp_path / "images" / "a.png", 1)
    image(tmp_path / "images" / "b.png", 2)
    mask(tmp_path / "masks" / "b_label.png")
    rows = [
        {"file": "a.png", "defect": "0", "mask": "", "lot": "L1"},
        {"file": "b.png", "defect": "1", "mask": "b_label.png", "lot": "L2"},
        {"file": "c.png", "defect": "1", "mask": "", "lot": "L2"},
    ]
    manifest(tmp_path / "labels.csv", rows)
    data = open_dataset(tmp_path)
    assert data.layout == "csv"
    assert [(s.label.name, s.has_region, s.group) for s in data.samples] == [
        ("normal", False, "L1"),
        ("defective", True, "L2"),
    ]
    assert data.problems[0].file == "c.png"


def test_csv_columns_assigned_by_the_user_and_korean_excel(tmp_path: Path):
    image(tmp_path / "그림.png", 1)
    image(tmp_path / "둘.png", 2)
    rows = [{"이름": "그림.png", "판정": "양품"}, {"이름": "둘.png", "판정": "긁힘"}]
    path = manifest(tmp_path / "목록.csv", rows, encoding="cp949")
    options = ReaderOptions(columns=(("image", "이름"), ("defect", "판정")))
    data = open_dataset(path, options)
    assert [s.label.name for s in data.samples] == ["normal", "긁힘"]


def test_csv_with_texture_and_kind(tmp_path: Path):
    for name in "abc":
        image(tmp_path / f"{name}.png", ord(name))
    rows = [
        {"image": "a.png", "class": "steel", "label": "ok"},
        {"image": "b.png", "class": "steel", "label": "dent"},
        {"image": "c.png", "class": "wood", "label": "ok"},
    ]
    manifest(tmp_path / "m.csv", rows)
    assert names(tmp_path) == {"steel normal": 1, "steel dent": 1, "wood normal": 1}


def test_csv_that_lacks_a_column_says_which(tmp_path: Path):
    image(tmp_path / "a.png")
    path = manifest(tmp_path / "m.csv", [{"file": "a.png", "colour": "red"}])
    with pytest.raises(DataError, match="no column says what is defective"):
        open_dataset(path)


# ---------------------------------------------------------------- errors


def test_missing_empty_and_unknown_folders(tmp_path: Path):
    with pytest.raises(DataError, match="no such folder"):
        open_dataset(tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    with pytest.raises(DataError, match="no images"):
        open_dataset(tmp_path / "empty")
    image(tmp_path / "flat" / "1.png")
    with pytest.raises(DataError, match="unknown layout"):
        open_dataset(tmp_path / "flat")


def test_empty_file_is_left_out_and_named(tmp_path: Path):
    image(tmp_path / "good" / "1.png")
    image(tmp_path / "bad" / "2.png")
    (tmp_path / "bad" / "3.png").write_bytes(b"")
    data = open_dataset(tmp_path)
    assert len(data.samples) == 2
    assert data.problems[0].file.endswith("3.png")


def test_audit_finds_duplicates_cut_files_and_wrong_masks(tiny_set: Path, tmp_path: Path):
    root = tmp_path / "set"
    shutil.copytree(tiny_set, root)
    folder = root / "Class3" / "Train"
    normal = sorted(p for p in folder.glob("*.PNG"))
    labels = sorted((folder / "Label").glob("*_label.PNG"))
    clean = [p for p in normal if not (folder / "Label" / f"{p.stem}_label.PNG").exists()]
    clean[1].write_bytes(clean[0].read_bytes())
    clean[2].write_bytes(clean[2].read_bytes()[:-50])
    write_image(labels[0], np.zeros((256, 256), np.uint8))
    write_image(labels[1], np.full((100, 100), 255, np.uint8))
    work = audit(open_dataset(root))
    steps = []
    try:
        while True:
            steps.append(next(work))
    except StopIteration as end:
        reasons = sorted(item.problem.reason for item in end.value)
    assert ("checking", 40, 40) in steps and steps[-1] == ("alike", 40, 40)
    assert len(reasons) == 4
    text = "\n".join(reasons)
    for part in ("same picture", "cut off", "mask is empty", "has 100x100 pixels"):
        assert part in text


def test_fingerprint_survives_copying_and_sees_changes(tiny_set: Path, tmp_path: Path):
    copy = tmp_path / "copy"
    shutil.copytree(tiny_set, copy)
    first = open_dataset(tiny_set).fingerprint
    assert open_dataset(copy).fingerprint == first
    next((copy / "Class3" / "Train").glob("*.PNG")).unlink()
    assert open_dataset(copy).fingerprint != first


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real images are not here")
def test_real_class_1_is_read_as_it_lies():
    data = open_dataset(SHARED / "dagm2007-class1")
    assert len(data.samples) == 350
    assert sum(s.label.defective is True and s.has_region for s in data.samples) == 71
    assert data.problems == ()


def test_fingerprint_sees_other_pixels_in_files_of_the_same_size(tmp_path: Path):
    """Uncompressed images of one camera all have the same size; their pixels must count."""
    for name, seed in (("a", 1), ("b", 2)):
        image(tmp_path / name / "good" / "0.bmp", seed)
        image(tmp_path / name / "bad" / "1.bmp", seed + 5)
    first, second = open_dataset(tmp_path / "a"), open_dataset(tmp_path / "b")
    assert first.fingerprint != second.fingerprint
    assert first.place_key != second.place_key


def test_own_list_of_verdicts_is_not_read_as_labels(tmp_path: Path):
    image(tmp_path / "good" / "1.png")
    image(tmp_path / "bad" / "2.png")
    rows = [{"file": "good/1.png", "verdict": "normal", "score": "0.1", "class": "normal"}]
    manifest(tmp_path / "verdicts.csv", rows)
    assert open_dataset(tmp_path).layout == "folders"


def test_validation_folders_are_not_dropped(tmp_path: Path):
    for part in ("train", "val", "test"):
        for name in ("ok", "ng"):
            image(tmp_path / part / name / f"{part}.png")
    assert len(open_dataset(tmp_path).samples) == 6


def test_csv_without_a_normal_row_calls_nothing_defective(tmp_path: Path):
    for name in "abc":
        image(tmp_path / f"{name}.png", ord(name))
    rows = [{"file": f"{n}.png", "label": n.upper()} for n in "abc"]
    manifest(tmp_path / "m.csv", rows)
    assert not open_dataset(tmp_path).has_normal
    named = open_dataset(tmp_path, ReaderOptions(normal="b"))
    assert sorted(s.label.name for s in named.samples) == ["A", "C", "normal"]
    wrong = open_dataset(tmp_path, ReaderOptions(normal="zzz"))
    assert "No row is of the class 'zzz'" in wrong.problems[0].reason


def test_csv_numbers_written_by_pandas(tmp_path: Path):
    for name in "ab":
        image(tmp_path / f"{name}.png", ord(name))
    manifest(
        tmp_path / "m.csv", [{"file": "a.png", "defect": "0.0"}, {"file": "b.png", "defect": "1.0"}]
    )
    assert names(tmp_path) == {"normal": 1, "defective": 1}
