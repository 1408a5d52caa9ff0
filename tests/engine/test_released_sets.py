"""Public inspection sets as they are released: a few pictures in each set's own folders."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from engine.data.readers.detect import UnclearError
from tests.engine.test_cases import (
    HIGH,
    H,
    W,
    X,
    Y,
    mask,
    names,
    opened,
    part,
    put,
    regions,
    said,
    table,
    write,
)


def test_mvtec_ad_with_its_papers(tmp_path: Path):
    for i in range(3):
        put(tmp_path / f"bottle/train/good/{i:03d}.png", part())
        put(tmp_path / f"bottle/test/broken/{i:03d}.png", part(True))
        put(tmp_path / f"bottle/ground_truth/broken/{i:03d}_mask.png", mask())
    put(tmp_path / "bottle/test/good/000.png", part())
    for name in ("license.txt", "readme.txt"):
        write(tmp_path / "bottle" / name, "terms")
    data = opened(tmp_path)
    assert data.layout == "mvtec" and regions(data) == 3 and said(data) == []
    assert [p.reason for p in data.account.beside] == ["Other files that are not read: 2 (.txt 2)."]


def test_mvtec_ad_2_with_unlabelled_private_tests(tmp_path: Path):
    base = tmp_path / "can"
    for i in range(3):
        put(base / f"train/good/{i:03d}_regular.png", part())
        put(base / f"validation/good/{i:03d}_regular.png", part())
        put(base / f"test_public/good/{i:03d}_regular.png", part())
        put(base / f"test_public/bad/{i:03d}_regular.png", part(True))
        put(base / f"test_public/ground_truth/bad/{i:03d}_regular_mask.png", mask())
        put(base / f"test_private/{i:03d}.png", part())
        put(base / f"test_private_mixed/{i:03d}.png", part())
    data = opened(tmp_path)
    assert names(data) == {"can normal": 9, "can defective": 3} and regions(data) == 3
    assert Counter(s.part for s in data.samples) == {"train": 6, "test": 6}
    assert len(said(data)) == 2 and all("unlabelled part" in reason for reason in said(data))
    assert all(p.kind == "note" for p in data.problems), "not a defect of the set"


def test_mvtec_loco_with_several_masks_an_image_and_validation(tmp_path: Path):
    base = tmp_path / "juice"
    for i in range(3):
        put(base / f"train/good/{i:03d}.png", part())
        put(base / f"validation/good/{i:03d}.png", part())
        put(base / f"test/good/{i:03d}.png", part())
        for kind, value in (("logical_anomalies", 254), ("structural_anomalies", 1)):
            put(base / f"test/{kind}/{i:03d}.png", part(True))
            left, right = mask(value=value), mask(value=value)
            left[:, X + 4 :], right[:, : X + 4] = 0, 0
            put(base / f"ground_truth/{kind}/{i:03d}/000.png", left)
            put(base / f"ground_truth/{kind}/{i:03d}/001.png", right)
    write(base / "defects_config.json", '[{"defect_name": "missing", "pixel_value": 254}]')
    data = opened(tmp_path)
    assert names(data) == {
        "juice normal": 9, "juice logical_anomalies": 3, "juice structural_anomalies": 3,
    }  # fmt: skip
    assert regions(data) == 6 and data.account.masks == 12
    assert Counter(s.part for s in data.samples) == {"train": 6, "test": 9}


def test_visa_by_its_folders_alone(tmp_path: Path):
    for i in range(3):
        put(tmp_path / f"candle/Data/Images/Normal/{i:04d}.JPG", part(), format="JPEG", quality=95)
        put(tmp_path / f"candle/Data/Images/Anomaly/{i:03d}.JPG", part(True), format="JPEG",
            quality=95)  # fmt: skip
        put(tmp_path / f"candle/Data/Masks/Anomaly/{i:03d}.png", mask(value=3))
    data = opened(tmp_path)
    assert names(data) == {"candle normal": 3, "candle defective": 3} and regions(data) == 3


def test_visa_with_a_list_an_object_and_three_splits(tmp_path: Path):
    rows: dict[str, list[list[str]]] = {"candle": [], "pcb1": []}
    split = [["object", "split", "label", "image", "mask"]]
    for name, own in rows.items():
        own.append(["image", "label", "mask"])
        for i in range(2):
            good, bad = (f"{name}/Data/Images/{k}/{i}.JPG" for k in ("Normal", "Anomaly"))
            drawn = f"{name}/Data/Masks/Anomaly/{i}.png"
            put(tmp_path / good, part(), format="JPEG", quality=95)
            put(tmp_path / bad, part(True), format="JPEG", quality=95)
            put(tmp_path / drawn, mask(value=1))
            own += [[good, "normal", ""], [bad, "stuck,melt", drawn]]
            half = ("train", "test")[i]
            split += [[name, half, "normal", good, ""], [name, half, "anomaly", bad, drawn]]
        table(tmp_path / name / "image_anno.csv", own)
    for name in ("1cls", "2cls_fewshot", "2cls_highshot"):
        table(tmp_path / f"split_csv/{name}.csv", split)
    data = opened(tmp_path)
    assert len(data.samples) == 8 and regions(data) == 4 and data.has_official_split
    assert {label.texture for label in data.labels} == {"candle", "pcb1"}
    assert sum("Another list" in reason for reason in said(data)) == 4, "one table is enough"
    alone = opened(tmp_path / "candle")
    assert names(alone) == {"normal": 2, "stuck,melt": 2} and regions(alone) == 2


def test_btad(tmp_path: Path):
    for product in ("01", "02"):
        for i in range(3):
            put(tmp_path / product / f"train/ok/{i:04d}.png", part())
            put(tmp_path / product / f"test/ok/{i:04d}.png", part())
            put(tmp_path / product / f"test/ko/{i:04d}.png", part(True))
            put(tmp_path / product / f"ground_truth/ko/{i:04d}.{'bmp' if product == '01' else 'png'}",
                mask())  # fmt: skip
    data = opened(tmp_path)
    assert names(data) == {
        "01 normal": 6, "01 defective": 3, "02 normal": 6, "02 defective": 3,
    }  # fmt: skip
    assert regions(data) == 6 and data.has_official_split


def test_kolektor_sdd_with_eight_parts_a_folder(tmp_path: Path):
    for item in range(1, 6):
        for i in range(8):
            put(tmp_path / f"kos{item:02d}/Part{i}.jpg", part(i == item), quality=95)
            put(tmp_path / f"kos{item:02d}/Part{i}_label.bmp", mask(i == item))
    data = opened(tmp_path)
    assert names(data) == {"normal": 35, "defective": 5} and regions(data) == 5
    assert len({s.group for s in data.samples}) == 5, "a commutator stays in one fold"
    assert data.account.masks == 40


def test_kolektor_sdd_2(tmp_path: Path):
    for half, first in (("train", 10000), ("test", 20000)):
        for i in range(6):
            put(tmp_path / f"{half}/{first + i}.png", part(i > 3))
            put(tmp_path / f"{half}/{first + i}_GT.png", mask(i > 3))
    data = opened(tmp_path)
    assert names(data) == {"normal": 8, "defective": 4} and regions(data) == 4
    assert data.has_official_split


def real_iad(root: Path) -> None:
    for i in range(2):
        for k in (1, 2):
            name = f"audiojack_000{i}_OK_C{k}_20231021.jpg"
            put(root / f"audiojack/OK/S000{i}/{name}", part(), quality=95)
            bad = f"audiojack_000{i}_NG_HS_C{k}_20231021"
            put(root / f"audiojack/NG/HS/S000{i}/{bad}.jpg", part(True), quality=95)
            put(root / f"audiojack/NG/HS/S000{i}/{bad}.png", mask())


def test_real_iad_by_its_folders_alone(tmp_path: Path):
    real_iad(tmp_path)
    data = opened(tmp_path)
    assert {s.label.defect for s in data.samples} == {"", "HS"}
    assert names(data) == {"normal": 4, "HS": 4} or names(data) == {
        "audiojack normal": 4, "audiojack HS": 4,
    }  # fmt: skip
    assert regions(data) == 4 and {s.group for s in data.samples} == {"S0000", "S0001"}


def test_real_iad_with_its_lists(tmp_path: Path):
    real_iad(tmp_path / "realiad_1024")
    entries: dict[str, list[dict[str, object]]] = {"train": [], "test": []}
    base = tmp_path / "realiad_1024/audiojack"
    for path in sorted(base.rglob("*.jpg")):
        bad = "NG" in path.parts
        where = path.relative_to(base).as_posix()
        entries["test" if bad or "S0001" in where else "train"].append(
            {"category": "audiojack", "anomaly_class": "HS" if bad else "OK", "image_path": where,
             "mask_path": where.replace(".jpg", ".png") if bad else None}
        )  # fmt: skip
    values = {"meta": {"normal_class": "OK", "prefix": "audiojack/"}, **entries}
    write(tmp_path / "realiad_jsons/audiojack.json", json.dumps(values))
    data = opened(tmp_path)
    assert names(data) == {"audiojack normal": 4, "audiojack HS": 4} and regions(data) == 4
    assert data.has_official_split and len({s.group for s in data.samples}) == 4


def test_aitex(tmp_path: Path):
    for i in range(4):
        put(tmp_path / f"NODefect_images/2306881-210020u/000{i}_000_01.png", part())
        put(tmp_path / f"Defect_images/000{i}_002_00.png", part(True))
        left, right = mask(), mask()
        if i == 0:
            left[:, X + 4 :], right[:, : X + 4] = 0, 0
            put(tmp_path / "Mask_images/0000_002_00_mask1.png", left)
            put(tmp_path / "Mask_images/0000_002_00_mask2.png", right)
        else:
            put(tmp_path / f"Mask_images/000{i}_002_00_mask.png", mask())
    data = opened(tmp_path)
    assert names(data) == {"normal": 4, "defective": 4} and regions(data) == 4
    assert data.account.masks == 5


def neu_xml(path: Path, kind: str) -> None:
    write(
        path,
        f"<annotation><filename>{path.stem}.jpg</filename><object><name>{kind}</name><bndbox><xmin>"
        f"{X + 1}</xmin><ymin>{Y + 1}</ymin><xmax>{X + W}</xmax><ymax>{Y + H}</ymax></bndbox>"
        "</object></annotation>",
    )


def test_neu_for_classification_with_kinds_in_the_names(tmp_path: Path):
    for code in ("Cr", "In", "Pa", "PS", "RS", "Sc"):
        for i in range(1, 4):
            put(tmp_path / f"{code}_{i}.bmp", part(True))
    data = opened(tmp_path)
    assert names(data) == dict.fromkeys(
        ("crazing", "inclusion", "patches", "pitted_surface", "rolled-in_scale", "scratches"), 3
    )


def test_neu_det_with_folders_of_kinds_and_parts(tmp_path: Path):
    for half in ("train", "validation"):
        for kind in ("crazing", "patches"):
            for i in range(3):
                name = f"{kind}_{i + 10 * (half == 'train')}"
                put(tmp_path / f"NEU-DET/{half}/images/{kind}/{name}.jpg", part(True), quality=95)
                neu_xml(tmp_path / f"NEU-DET/{half}/annotations/{name}.xml", kind)
    data = opened(tmp_path)
    assert names(data) == {"crazing": 6, "patches": 6} and regions(data) == 12
    assert data.has_official_split


def test_gc10_with_its_folder_of_lables(tmp_path: Path):
    for number, kind in (("01", "1_chongkong"), ("02", "2_hanfeng")):
        for i in range(3):
            put(tmp_path / f"{number}/img_{number}_{i}.jpg", part(True), quality=95)
            neu_xml(tmp_path / f"lable/img_{number}_{i}.xml", kind)
    data = opened(tmp_path)
    assert names(data) == {"1_chongkong": 3, "2_hanfeng": 3} and regions(data) == 6


@pytest.mark.parametrize("separator", [" ", ","])
def test_deep_pcb(tmp_path: Path, separator: str):
    base = tmp_path / "PCBData/group00041"
    for i in range(4):
        put(base / f"00041/0004100{i}_temp.jpg", part(), quality=95)
        put(base / f"00041/0004100{i}_test.jpg", part(True), quality=95)
        row = separator.join(map(str, (X, Y, X + W, Y + H, 1 + i % 2)))
        write(base / f"00041_not/0004100{i}.txt", f"{row}\n")
    line = "group00041/00041/0004100{i}.jpg group00041/00041_not/0004100{i}.txt\n"
    write(tmp_path / "PCBData/trainval.txt", "".join(line.format(i=i) for i in range(3)))
    write(tmp_path / "PCBData/test.txt", line.format(i=3))
    data = opened(tmp_path)
    assert names(data) == {"normal": 4, "open": 2, "short": 2} and regions(data) == 4
    assert Counter(s.part for s in data.samples) == {"train": 6, "test": 2}


def test_severstal_is_read_by_its_table(tmp_path: Path):
    for i in range(4):
        put(tmp_path / f"train_images/{i}.jpg", part(i == 1), quality=95)
    cell = " ".join(f"{(X + c) * HIGH + Y + 1} {H}" for c in range(W))
    table(tmp_path / "train.csv", [["ImageId", "ClassId", "EncodedPixels"], ["1.jpg", "4", cell]])
    data = opened(tmp_path)
    assert names(data) == {"normal": 3, "4": 1} and regions(data) == 1


def test_elpv_with_its_own_folder_level(tmp_path: Path):
    lines = ""
    for i in range(6):
        put(tmp_path / f"src/elpv_dataset/data/images/cell{i:04d}.png", part(i > 3))
        lines += f"images/cell{i:04d}.png  {('0.0', '1.0')[i > 3]}   mono\n"
    write(tmp_path / "src/elpv_dataset/data/labels.csv", lines)
    data = opened(tmp_path)
    assert names(data) == {"normal": 4, "defective": 2}


def test_dagm_six_class_ellipses_beside_other_files(tmp_path: Path):
    for i in range(1, 4):
        put(tmp_path / f"Class1/{i}.png", part())
        put(tmp_path / f"Class1_def/{i}.png", part(True))
    rows = "".join(f"{i}\t6\t4\t0\t{X + 6}\t{Y + 4}\n" for i in range(1, 4))
    write(tmp_path / "Class1_def/labels.txt", rows)
    write(tmp_path / "readme.pdf", "paper")
    data = opened(tmp_path)
    assert data.layout == "dagm6" and sum(s.ellipse is not None for s in data.samples) == 3


@pytest.mark.parametrize("folder", ["images", "results", "New folder", "unlabeled", "annotations"])
def test_folders_that_are_no_classes_are_named(tmp_path: Path, folder: str):
    for i in range(3):
        put(tmp_path / f"good/{i}.png", part())
        put(tmp_path / f"scratch/{i}.png", part(True))
        put(tmp_path / folder / f"x{i}.png", part())
    data = opened(tmp_path)
    assert names(data) == {"normal": 3, "scratch": 3}
    assert sum(p.files for p in data.problems) == 3


def test_a_flat_folder_is_asked_about(tmp_path: Path):
    for i in range(5):
        put(tmp_path / f"{i}.png", part())
    with pytest.raises(UnclearError, match="Say what its folders are"):
        opened(tmp_path)
    assert names(opened(tmp_path, roles=(("", "class"),), normal=tmp_path.name)) == {"normal": 5}


def test_masks_in_a_folder_with_names_of_their_images(tmp_path: Path):
    for i in range(4):
        put(tmp_path / f"images/{i}.png", part(i % 2 == 1))
        put(tmp_path / f"masks/{i}.png", mask(i % 2 == 1))
    put(tmp_path / "masks/99.png", mask())
    data = opened(tmp_path)
    assert names(data) == {"normal": 2, "defective": 2} and regions(data) == 2
    assert any("A mask without its image" in reason for reason in said(data))


@pytest.mark.parametrize("names_of", ["{}_GT", "{}-mask", "{}.label", "{}_groundtruth", "{} seg"])
def test_masks_beside_with_other_ends_of_names(tmp_path: Path, names_of: str):
    for i in range(3):
        put(tmp_path / f"ok/a{i}.png", part())
        put(tmp_path / f"ng/b{i}.png", part(True))
        put(tmp_path / f"ng/{names_of.format(f'b{i}')}.png", mask())
    data = opened(tmp_path)
    assert names(data) == {"normal": 3, "defective": 3} and regions(data) == 3
