"""Sets as other people's tools and cameras leave them, each read for what it is.

The sets are small copies of kinds met in public sets and reports: right counts of images, defects,
regions and findings, and nothing passed over.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from engine.check.files import audit
from engine.core.values import ReaderOptions
from engine.data.image import read_image
from engine.data.readers.detect import open_dataset
from engine.data.region import load_region
from engine.data.sample import DataSet
from engine.data.store import ImageStore

HIGH, WIDE = 64, 80
X, Y, W, H = 20, 16, 12, 8
"""The defect's box."""


def part(defective: bool = False, seed: int = [0]) -> NDArray[np.uint8]:
    seed[0] += 1
    image = np.random.default_rng(seed[0]).normal(120, 8, (HIGH, WIDE)).clip(0, 255)
    if defective:
        image[Y : Y + H, X : X + W] = 230
    return image.astype(np.uint8)


def mask(defective: bool = True, value: int = 255) -> NDArray[np.uint8]:
    made = np.zeros((HIGH, WIDE), np.uint8)
    if defective:
        made[Y : Y + H, X : X + W] = value
    return made


def put(path: Path, image: NDArray[np.generic], **how: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(image).save(path, **how)
    return path


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def table(path: Path, rows: list[list[str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


def opened(root: Path, **said: object) -> DataSet:
    """Open a set, and hold it to the rule: what is read and what is named is what is there."""
    data = open_dataset(root, ReaderOptions(**said))  # type: ignore[arg-type]
    there = sum(not path.is_dir() for path in root.rglob("*"))
    account = data.account
    assert account.there == there
    assert account.read + account.named == there, (account, data.problems)
    assert account.images == len(data.samples)
    return data


def names(data: DataSet) -> dict[str, int]:
    return dict(Counter(sample.label.name for sample in data.samples))


def regions(data: DataSet) -> int:
    """Images whose region lies where the defect was drawn."""
    found = 0
    store = ImageStore(data)
    for index, sample in enumerate(data.samples):
        region = store.region(index) if sample.has_region else None
        if region is not None:
            ys, xs = np.nonzero(region.mask)
            box = (xs.min(), ys.min(), xs.max() + 1, ys.max() + 1)
            assert box == (X, Y, X + W, Y + H), (sample.location, box)
            assert region.mask.sum() == W * H
            found += 1
    return found


def said(data: DataSet, *kinds: str) -> list[str]:
    return [p.reason for p in data.problems if not kinds or p.kind in kinds]


def findings(data: DataSet) -> list[tuple[str, str]]:
    work = audit(data)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return [(item.kind, item.problem.reason) for item in end.value]


def test_tiles_with_a_folder_of_images_in_each_class_and_masks_of_the_same_name(tmp_path: Path):
    for kind in ("free", "crack", "blowhole"):
        for i in range(4):
            put(tmp_path / f"MT_{kind}/Imgs/exp{i}.jpg", part(kind != "free"), quality=95)
            put(tmp_path / f"MT_{kind}/Imgs/exp{i}.png", mask(kind != "free"))
    data = opened(tmp_path)
    assert names(data) == {"normal": 4, "crack": 4, "blowhole": 4}
    assert regions(data) == 8
    assert data.account.masks == 12, "the black ones are read: no defect here"
    assert said(data) == []


def test_tiles_whose_masks_were_smoothed_are_asked_about_and_are_no_parts(tmp_path: Path):
    for kind in ("Free", "Crack"):
        for i in range(4):
            put(tmp_path / f"MT_{kind}/Imgs/exp{i}.jpg", part(kind != "Free"), quality=95)
            soft = cv2.GaussianBlur(mask(kind != "Free"), (9, 9), 0)
            put(tmp_path / f"MT_{kind}/Imgs/exp{i}.png", soft)
    data = opened(tmp_path)
    assert names(data) == {"normal": 4, "Crack": 4}
    assert len([reason for reason in said(data, "ask") if "soft edges" in reason]) == 4
    used = opened(tmp_path, answers=(("masks", "as-they-are"),))
    assert sum(sample.has_region for sample in used.samples) == 4


def test_masks_beside_their_images_are_no_parts(tmp_path: Path):
    for i in range(6):
        put(tmp_path / f"good/{i}.jpg", part(), quality=95)
    for i in range(4):
        put(tmp_path / f"crack/{i}.jpg", part(True), quality=95)
        put(tmp_path / f"crack/{i}_mask.png", mask())
    data = opened(tmp_path)
    assert names(data) == {"normal": 6, "crack": 4} and regions(data) == 4 and said(data) == []


def test_pascal_voc_beside_folders_that_are_no_classes(tmp_path: Path):
    for i in range(8):
        folder = "IMAGES" if i < 6 else "Validation_Images"
        put(tmp_path / f"{folder}/crazing_{i}.jpg", part(True), quality=95)
        write(
            tmp_path / f"ANNOTATIONS/crazing_{i}.xml",
            f"<annotation><filename>crazing_{i}.jpg</filename><object><name>crazing</name><bndbox>"
            f"<xmin>{X + 1}</xmin><ymin>{Y + 1}</ymin><xmax>{X + W}</xmax><ymax>{Y + H}</ymax>"
            f"</bndbox></object></annotation>",
        )
    data = opened(tmp_path)
    assert names(data) == {"crazing": 8} and regions(data) == 8
    assert not data.has_normal
    (reason,) = said(data)
    assert "No class is called normal" in reason and "classes can be told apart" in reason


def test_yolo_with_empty_and_missing_texts(tmp_path: Path):
    write(tmp_path / "data.yaml", "train: images/train\nval: images/val\nnames:\n  0: hole\n")
    row = f"0 {(X + W / 2) / WIDE:.6f} {(Y + H / 2) / HIGH:.6f} {W / WIDE:.6f} {H / HIGH:.6f}\n"
    for i in range(8):
        where = "train" if i < 6 else "val"
        put(tmp_path / f"images/{where}/{i}.jpg", part(i % 2 == 1), quality=95)
        if i != 4:
            write(tmp_path / f"labels/{where}/{i}.txt", row if i % 2 else "")
    data = opened(tmp_path)
    assert names(data) == {"normal": 4, "hole": 4} and regions(data) == 4
    assert data.has_official_split
    assert Counter(s.part for s in data.samples) == {"train": 6, "test": 2}
    assert said(data) == []


def test_coco_with_a_file_in_each_part(tmp_path: Path):
    for half, numbers in (("train", range(6)), ("valid", range(6, 8))):
        for i in numbers:
            put(tmp_path / f"{half}/images/{i}.jpg", part(True), quality=95)
        boxes = [
            {"id": i, "image_id": i, "category_id": 1, "bbox": [X, Y, W, H], "segmentation": []}
            for i in numbers
        ]
        listed = [
            {"id": i, "file_name": f"{i}.jpg", "width": WIDE, "height": HIGH} for i in numbers
        ]
        values = {"images": listed, "categories": [{"id": 1, "name": "hole"}], "annotations": boxes}
        write(tmp_path / f"{half}/_annotations.coco.json", json.dumps(values))
    data = opened(tmp_path)
    assert names(data) == {"hole": 8} and regions(data) == 8 and data.has_official_split


def test_labelme_beside_the_images(tmp_path: Path):
    for i in range(6):
        put(tmp_path / f"{i}.png", part(i % 2 == 1))
        shape = {
            "label": "scratch", "shape_type": "rectangle", "points": [[X, Y], [X + W, Y + H]],
        }  # fmt: skip
        values = {"version": "6.3.1", "flags": {}, "shapes": [shape] if i % 2 else [],
                  "imagePath": f"{i}.png", "imageData": None}  # fmt: skip
        write(tmp_path / f"{i}.json", json.dumps(values))
    data = opened(tmp_path)
    assert names(data) == {"normal": 3, "scratch": 3} and regions(data) == 3 and said(data) == []


def test_a_dagm_mirror_with_black_masks_for_normal_images(tmp_path: Path):
    for half in ("Train", "Test"):
        for i in range(6):
            put(tmp_path / f"Class8/{half}/Image/{i:04d}.PNG", part(i < 2))
            put(tmp_path / f"Class8/{half}/Label/{i:04d}_label.PNG", mask(i < 2))
    data = opened(tmp_path)
    assert names(data) == {"Class8 normal": 8, "Class8 defective": 4} and regions(data) == 4
    assert data.has_official_split and said(data) == []


def test_a_table_without_a_head_and_with_probabilities(tmp_path: Path):
    chances = ("0.0", "0.3333333333333333", "0.6666666666666666", "1.0")
    lines = ""
    for i in range(8):
        put(tmp_path / f"images/cell{i:04d}.png", part(i % 4 == 3))
        kind = "mono" if i < 4 else "poly"
        lines += f"images/cell{i:04d}.png  {chances[i % 4]}   {kind}\n"
    write(tmp_path / "labels.csv", lines)
    data = opened(tmp_path)
    assert names(data) == {"normal": 4, "defective": 4}
    (asked,) = said(data, "ask")
    assert "probabilities (0, 0.333, 0.667, 1)" in asked and "from 0.5 on" in asked
    (shown,) = said(data, "note")
    assert "image = column 1, defect = column 2" in shown
    other = opened(tmp_path, answers=(("cut", "0.9"),))
    assert names(other) == {"normal": 6, "defective": 2} and said(other, "ask") == []


def test_two_tables_are_the_parts_of_the_split(tmp_path: Path):
    for i in range(8):
        put(tmp_path / f"images/{i}.png", part(i % 2 == 1))
    rows = [[f"{i}.png", ("ok", "defect")[i % 2]] for i in range(8)]
    table(tmp_path / "train.csv", [["filename", "label"], *rows[:6]])
    table(tmp_path / "test.csv", [["filename", "label"], *rows[6:]])
    data = opened(tmp_path)
    assert names(data) == {"normal": 4, "defective": 4}
    assert Counter(s.part for s in data.samples) == {"train": 6, "test": 2}


def test_visa_with_paths_from_the_folder_above_its_tables(tmp_path: Path):
    rows = [["object", "split", "label", "image", "mask"]]
    for i in range(4):
        good, bad = (
            f"candle/Data/Images/Normal/{i:04d}.JPG",
            f"candle/Data/Images/Anomaly/{i:03d}.JPG",
        )
        drawn = f"candle/Data/Masks/Anomaly/{i:03d}.png"
        put(tmp_path / good, part(), format="JPEG", quality=95)
        put(tmp_path / bad, part(True), format="JPEG", quality=95)
        put(tmp_path / drawn, mask(value=i % 2 + 1))
        half = "train" if i < 2 else "test"
        rows += [["candle", half, "normal", good, ""], ["candle", half, "anomaly", bad, drawn]]
    table(tmp_path / "split_csv/1cls.csv", rows)
    data = opened(tmp_path)
    assert names(data) == {"candle normal": 4, "candle defective": 4} and regions(data) == 4
    assert data.has_official_split and said(data) == []


def test_products_with_ok_and_ng_each(tmp_path: Path):
    for product in "AB":
        for i in range(4):
            put(tmp_path / f"{product}/OK/{i}.png", part())
            put(tmp_path / f"{product}/NG/{i}.png", part(True))
    data = opened(tmp_path)
    assert [label.name for label in data.labels] == [
        "A normal", "A defective", "B normal", "B defective",
    ]  # fmt: skip
    assert len(data.samples) == 16 and said(data) == []


def test_only_good_parts_open_and_say_what_they_are_good_for(tmp_path: Path):
    for i in range(6):
        put(tmp_path / f"good/{i}.png", part())
    data = opened(tmp_path)
    assert names(data) == {"normal": 6}
    (reason,) = said(data)
    assert reason.startswith("There are only normal images") and "can be looked over" in reason


def test_webp_and_jfif_are_pictures(tmp_path: Path):
    for i in range(4):
        put(tmp_path / f"good/{i}.jpg", part(), quality=95)
        put(tmp_path / f"bad/{i}.jpg", part(True), quality=95)
        put(tmp_path / f"bad/{i + 10}.webp", part(True), quality=95)
        put(tmp_path / f"dent/{i}.jfif", part(True), format="JPEG", quality=95)
    data = opened(tmp_path)
    assert names(data) == {"normal": 4, "defective": 8, "dent": 4}
    assert findings(data) == []


def test_twelve_bits_in_sixteen_have_one_factor(tmp_path: Path):
    made = [part(i > 3) for i in range(8)]
    for i, image in enumerate(made):
        path = tmp_path / ("good" if i < 4 else "bad") / f"{i}.png"
        path.parent.mkdir(exist_ok=True)
        cv2.imwrite(str(path), image.astype(np.uint16) << 4)
    data = opened(tmp_path)
    assert data.grey == (0.0, 4095.0)
    (reason,) = said(data, "note")
    assert "12 bits" in reason and "grey values from 0 to 4095" in reason
    store = ImageStore(data)
    back = {data.files[i]: store.image(i) for i in range(8)}
    assert all(np.abs(back[f"good/{i}.png"].astype(int) - made[i]).max() <= 1 for i in range(4))
    told = opened(tmp_path, grey=(0.0, 65535.0))
    assert told.grey == (0.0, 65535.0) and told.decoded_key != data.decoded_key
    assert ImageStore(told).image(0).max() <= 16


def test_inverted_masks_are_asked_about_and_not_used(tmp_path: Path):
    for i in range(4):
        put(tmp_path / f"cap/train/good/{i}.png", part())
        put(tmp_path / f"cap/test/good/{i}.png", part())
        put(tmp_path / f"cap/test/hole/{i}.png", part(True))
        put(tmp_path / f"cap/ground_truth/hole/{i}_mask.png", 255 - mask())
    data = opened(tmp_path)
    assert names(data) == {"cap normal": 8, "cap hole": 4} and regions(data) == 0
    asked = [p for p in data.problems if p.kind == "ask"]
    assert len(asked) == 4 and all("inverted" in p.reason for p in asked)
    assert {p.file for p in asked} <= {s.location for s in data.samples}, "with the picture"
    assert regions(opened(tmp_path, answers=(("masks", "inverted"),))) == 4
    unused = opened(tmp_path, answers=(("masks", "unused"),))
    assert regions(unused) == 0 and said(unused) == []


def test_images_and_masks_are_turned_as_viewers_show_them(tmp_path: Path):
    for i in range(4):
        put(tmp_path / f"cap/train/good/{i}.jpg", part(), quality=95)
        put(tmp_path / f"cap/test/good/{i}.jpg", part(), quality=95)
        stored = Image.fromarray(np.rot90(part(True)).copy())
        exif = stored.getexif()
        exif[274] = 6
        path = tmp_path / f"cap/test/hole/{i}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        stored.save(path, exif=exif, quality=95)
        put(tmp_path / f"cap/ground_truth/hole/{i}_mask.png", mask())
    data = opened(tmp_path)
    assert read_image(path).shape == (HIGH, WIDE)
    assert regions(data) == 4 and findings(data) == []


def test_endings_that_lie_are_read_and_remarked(tmp_path: Path):
    for i in range(4):
        put(tmp_path / f"good/{i}.jpg", part(), format="PNG")
        put(tmp_path / f"bad/{i}.png", part(True), format="JPEG", quality=95)
    data = opened(tmp_path)
    assert names(data) == {"normal": 4, "defective": 4}
    assert sorted(said(data, "note")) == [
        "4 of its pictures are JPEG files under the ending .png. They are read as what they are.",
        "4 of its pictures are PNG files under the ending .jpg. They are read as what they are.",
    ]
    assert len(findings(data)) == 2


def test_pages_of_a_tiff_are_named(tmp_path: Path):
    for folder, bad in (("good", False), ("bad", True)):
        for i in range(4):
            stack = [Image.fromarray(part()), Image.fromarray(part(bad)), Image.fromarray(part())]
            path = tmp_path / folder / f"{i}.tif"
            path.parent.mkdir(exist_ok=True)
            stack[0].save(path, save_all=True, append_images=stack[1:])
    data = opened(tmp_path)
    assert names(data) == {"normal": 4, "defective": 4}
    assert len(data.problems) == 8
    assert all(p.reason.startswith("It holds 3 pages") for p in data.problems)


def test_a_western_european_table_of_excel(tmp_path: Path):
    rows = ""
    for i in range(6):
        put(tmp_path / f"Prüfteil{i}.png", part(i % 2 == 1))
        rows += f"Prüfteil{i}.png;{'Lötfehler' if i % 2 else 'gut'}\r\n"
    (tmp_path / "labels.csv").write_bytes(f"sep=;\r\nDatei;Klasse\r\n{rows}".encode("cp1252"))
    assert names(opened(tmp_path)) == {"normal": 3, "Lötfehler": 3}


def test_bare_names_in_two_folders_are_told_by_their_labels(tmp_path: Path):
    for i in range(6):
        put(tmp_path / f"ok/{i}.png", part())
        put(tmp_path / f"ng/{i}.png", part(True))
    rows = [[f"{i}.png", str(k)] for k in (0, 1) for i in range(6)]
    table(tmp_path / "labels.csv", [["file", "defect"], *rows])
    data = opened(tmp_path)
    assert {(Path(s.location).parent.name, s.label.defective) for s in data.samples} == {
        ("ok", False), ("ng", True),
    }  # fmt: skip
    assert len(data.samples) == 12 and said(data) == []


def test_bare_names_that_stay_unclear_name_both_files(tmp_path: Path):
    for folder in ("first", "second"):
        for i in range(3):
            put(tmp_path / folder / f"{i}.png", part())
    put(tmp_path / "only.png", part())
    table(tmp_path / "labels.csv", [["file", "defect"], *[[f"{i}.png", "0"] for i in range(3)],
                                    ["only.png", "1"]])  # fmt: skip
    data = opened(tmp_path)
    assert len(data.samples) == 1
    unclear = [reason for reason in said(data) if "It may be" in reason]
    assert unclear[0] == "It may be first/0.png or second/0.png. Write the folder before the name."
    assert len(unclear) == 3


@pytest.mark.parametrize("ending", ["tif", "png"])
def test_a_mask_of_any_number_type_is_never_scaled(tmp_path: Path, ending: str):
    values = mask(value=1).astype(np.uint16 if ending == "png" else np.float32)
    for i in range(3):
        put(tmp_path / f"good/{i}.png", part())
        put(tmp_path / f"bad/{i}.png", part(True))
        put(tmp_path / f"bad/{i}_mask.{ending}", values)
    data = opened(tmp_path)
    assert regions(data) == 3
    assert load_region(data.samples[0], HIGH, WIDE) is not None
