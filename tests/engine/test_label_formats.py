"""Label files of other tools: each format with what it can hold, and what is wrong with some."""

from __future__ import annotations

import base64
import io
import json
import math
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from engine.core.values import ReaderOptions
from engine.data.marks import Mark, from_runs, runs
from engine.data.readers.annotations.coco import compressed, run_lengths
from engine.data.readers.annotations.drawn import UnreadableError
from engine.data.readers.detect import open_dataset
from engine.data.region import draw_marks
from engine.data.store import ImageStore
from tests.engine.test_cases import (
    HIGH,
    WIDE,
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

RING = [X, Y, X + W, Y, X + W, Y + H, X, Y + H]
"""The corners of the defect's box."""


def columns_first(made: NDArray[np.uint8]) -> list[int]:
    """Run lengths as COCO has them: down the columns, zeros first."""
    flat = made.ravel(order="F") > 0
    counts, inside, run = [], False, 0
    for value in flat:
        if bool(value) != inside:
            counts.append(run)
            inside, run = bool(value), 0
        run += 1
    return [*counts, run]


def images(root: Path, count: int = 4) -> None:
    for i in range(count):
        put(root / f"{i}.png", part(i % 2 == 1))


# ---------------------------------------------------------------- COCO


@pytest.mark.parametrize("how", ["box", "polygon", "runs", "text"])
def test_coco_in_each_of_its_ways(tmp_path: Path, how: str):
    images(tmp_path / "images")
    drawn = {
        "box": [],
        "polygon": [RING],
        "runs": {"size": [HIGH, WIDE], "counts": columns_first(mask())},
        "text": {"size": [HIGH, WIDE], "counts": compressed(columns_first(mask()))},
    }[how]
    values = {
        "images": [{"id": i, "file_name": f"images/{i}.png"} for i in range(4)],
        "categories": [{"id": 7, "name": "dent"}],
        "annotations": [
            {"id": i, "image_id": i, "category_id": 7, "bbox": [X, Y, W, H], "segmentation": drawn}
            for i in (1, 3)
        ],
    }
    write(tmp_path / "instances_default.json", json.dumps(values))
    data = opened(tmp_path)
    assert names(data) == {"normal": 2, "dent": 2} and regions(data) == 2 and said(data) == []


def test_compressed_runs_as_cocos_own_program_writes_them():
    """Texts of ``pycocotools.mask.encode`` (2.0.11), and what they stand for."""
    square = np.zeros((6, 5), np.uint8)
    square[1:4, 2:4] = 1
    assert compressed(columns_first(square)) == "=3305"
    runs_of = [100, 7, 4000, 7, 4100, 1, 1785]
    assert compressed(runs_of) == "T37Pm30T3JegM"
    shape = {"size": [100, 100], "counts": "T37Pm30T3JegM"}
    assert run_lengths(shape, "").values[4:] == tuple(runs_of)
    for wrong in ("T3", "~~", "=3305p"):
        with pytest.raises(UnreadableError):
            run_lengths({"size": [6, 5], "counts": wrong}, "")


def test_coco_that_is_cut_off_or_lists_what_is_not_there(tmp_path: Path):
    images(tmp_path)
    values = {"images": [{"id": 0, "file_name": "0.png"}, {"id": 9, "file_name": "gone.png"}],
              "categories": [], "annotations": []}  # fmt: skip
    write(tmp_path / "a.json", json.dumps(values))
    write(tmp_path / "b.json", json.dumps(values)[:-9])
    wrong = {"images": [{"id": 0, "file_name": "0.png"}], "annotations": [{"image_id": 0}]}
    write(tmp_path / "c.json", json.dumps(wrong))
    data = opened(tmp_path)
    assert len(data.samples) == 1
    texts = " ".join(said(data))
    assert "a.json lists it, but there is no such image" in texts
    assert "A label file that cannot be read" in texts
    assert "3 images in it have no label file" in texts
    assert len(opened(tmp_path, answers=(("unlabelled", "normal"),)).samples) == 4


# ---------------------------------------------------------------- labelme


def png(made: NDArray[np.uint8]) -> str:
    file = io.BytesIO()
    Image.fromarray(made).save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()


SHAPES = {
    "rectangle": ([[X, Y], [X + W, Y + H]], W * H),
    "polygon": ([[X, Y], [X + W, Y], [X + W, Y + H], [X, Y + H]], W * H),
    "circle": ([[30, 30], [30, 38]], math.pi * 64),
    "line": ([[10, 30], [50, 30]], 400 + math.pi * 25),
    "linestrip": ([[10, 30], [30, 30], [50, 30]], 400 + math.pi * 25),
    "point": ([[30, 30]], math.pi * 25),
    "points": ([[20, 30], [50, 30]], 2 * math.pi * 25),
    "mask": ([[X, Y], [X + W - 1, Y + H - 1]], W * H),
}


@pytest.mark.parametrize("kind", SHAPES)
def test_every_shape_of_labelme(tmp_path: Path, kind: str):
    points, area = SHAPES[kind]
    images(tmp_path, 2)
    shape = {"label": "scratch", "shape_type": kind, "points": points}
    if kind == "mask":
        shape["mask"] = png(np.full((H, W), 255, np.uint8))
    for i in range(2):
        values = {"shapes": [shape] if i else [], "imagePath": f"{i}.png", "imageData": "AAAA"}
        write(tmp_path / f"{i}.json", json.dumps(values))
    data = opened(tmp_path)
    assert names(data) == {"normal": 1, "scratch": 1}
    region = ImageStore(data).region(1)
    assert region is not None
    assert region.mask.sum() == pytest.approx(area, rel=0.15 if area not in (W * H,) else 0)


def test_labelmes_flags_label_whole_images(tmp_path: Path):
    images(tmp_path, 3)
    for i, name in enumerate(("good", "dent", "dent")):
        flags = {"good": name == "good", "dent": name == "dent"}
        values = {"shapes": [], "flags": flags, "imagePath": f"{i}.png"}
        write(tmp_path / f"{i}.json", json.dumps(values))
    assert names(opened(tmp_path)) == {"normal": 1, "dent": 2}


# ---------------------------------------------------------------- Pascal VOC


def voc(path: Path, corners: tuple[float, float, float, float], more: str = "") -> None:
    x, y, right, bottom = corners
    write(
        path,
        f"<annotation><filename>{path.stem}.png</filename>{more}<object><name>dent</name><bndbox>"
        f"<xmin>{x}</xmin><ymin>{y}</ymin><xmax>{right}</xmax><ymax>{bottom}</ymax></bndbox>"
        "</object></annotation>",
    )


def test_voc_that_counts_from_nought_is_told_by_a_nought(tmp_path: Path):
    images(tmp_path, 2)
    voc(tmp_path / "1.xml", (0, Y, W, Y + H))
    write(tmp_path / "0.xml", "<annotation><filename>0.png</filename></annotation>")
    data = opened(tmp_path)
    region = ImageStore(data).region(1)
    assert region is not None and region.mask.sum() == W * H and region.mask[Y, 0]


def test_voc_with_lists_of_parts(tmp_path: Path):
    for i in range(6):
        put(tmp_path / f"JPEGImages/{i}.png", part(i % 2 == 1))
        write(
            tmp_path / f"Annotations/{i}.xml",
            f"<annotation><filename>{i}.png</filename></annotation>",
        )
        if i % 2:
            voc(tmp_path / f"Annotations/{i}.xml", (X + 1, Y + 1, X + W, Y + H))
    write(tmp_path / "ImageSets/Main/train.txt", "0\n1\n2\n3\n")
    write(tmp_path / "ImageSets/Main/test.txt", "4\n5\n")
    data = opened(tmp_path)
    assert data.has_official_split and regions(data) == 3 and data.account.tables == 2


def test_xml_that_defines_entities_is_not_read(tmp_path: Path):
    images(tmp_path, 3)
    for i in (0, 1):
        voc(tmp_path / f"{i}.xml", (X + 1, Y + 1, X + W, Y + H))
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><annotation><filename>&b;</filename></annotation>'
    write(tmp_path / "2.xml", bomb)
    data = opened(tmp_path)
    assert len(data.samples) == 2
    assert any("it defines entities" in reason for reason in said(data))


# ---------------------------------------------------------------- YOLO


def test_yolo_polygons_turned_boxes_and_confidence(tmp_path: Path):
    for i in range(4):
        put(tmp_path / f"images/{i}.png", part(i > 0))
    shares = " ".join(f"{v / (WIDE, HIGH)[n % 2]:.8f}" for n, v in enumerate(RING))
    middle = f"{(X + W / 2) / WIDE} {(Y + H / 2) / HIGH} {W / WIDE} {H / HIGH}"
    write(tmp_path / "labels/1.txt", f"1 {shares}\n")
    write(tmp_path / "labels/2.txt", f"1 {middle} 0.93\n")
    write(tmp_path / "labels/3.txt", f"1 {middle}\r\n\r\n")
    write(tmp_path / "classes.txt", "hole\ndent\n")
    data = opened(tmp_path)
    assert names(data) == {"normal": 1, "dent": 3} and regions(data) == 3 and said(data) == []


def test_yolo_lists_and_a_folder_without_any_label(tmp_path: Path):
    for i in range(4):
        put(tmp_path / f"images/{i}.png", part(i % 2 == 1))
        write(tmp_path / f"labels/{i}.txt", "0 0.5 0.5 0.1 0.1\n" if i % 2 else "")
    put(tmp_path / "unlabeled/9.png", part())
    write(tmp_path / "data.yaml", "train: train.txt\nval: val.txt\nnames: [hole]\n")
    write(tmp_path / "train.txt", "./images/0.png\n./images/1.png\n")
    write(tmp_path / "val.txt", "images\\2.png\nimages\\3.png\n")
    data = opened(tmp_path)
    assert len(data.samples) == 4 and data.has_official_split
    assert [p.files for p in data.problems] == [1]
    assert "unlabelled part" in data.problems[0].reason


def test_texts_that_are_no_labels_are_counted_and_change_nothing(tmp_path: Path):
    for i in range(3):
        put(tmp_path / f"good/{i}.png", part())
        put(tmp_path / f"bad/{i}.png", part(True))
        write(tmp_path / f"bad/{i}.txt", "seen by Kim on Monday\n")
    data = opened(tmp_path)
    assert names(data) == {"normal": 3, "defective": 3}
    assert said(data) == [
        "Files beside the images in no format of labels or tables that is known here: 3 (.txt 3). "
        "They are not read; see docs/data-formats.md."
    ]


# ---------------------------------------------------------------- CVAT, Label Studio


def test_every_shape_of_cvat_for_images(tmp_path: Path):
    images(tmp_path / "images", 9)
    points = ";".join(f"{RING[i]},{RING[i + 1]}" for i in range(0, 8, 2))
    shapes = [
        "",
        f'<box label="dent" xtl="{X}" ytl="{Y}" xbr="{X + W}" ybr="{Y + H}"/>',
        f'<polygon label="dent" points="{points}"/>',
        f'<mask label="dent" rle="0, {W * H}" left="{X}" top="{Y}" width="{W}" height="{H}"/>',
        '<polyline label="dent" points="10,30;50,30"/>',
        '<points label="dent" points="20,30;50,30"/>',
        '<ellipse label="dent" cx="30" cy="30" rx="10" ry="5" rotation="90"/>',
        f'<box label="dent" xtl="{X}" ytl="{Y}" xbr="{X + W}" ybr="{Y + H}" rotation="180"/>',
        '<tag label="dent"/>',
    ]
    inner = "".join(
        f'<image id="{i}" name="{i}.png" width="{WIDE}" height="{HIGH}" '
        f'subset="{("Train", "Test")[i % 2]}">{shape}</image>'
        for i, shape in enumerate(shapes)
    )
    write(tmp_path / "annotations.xml", f"<annotations><version>1.1</version>{inner}</annotations>")
    data = opened(tmp_path)
    assert names(data) == {"normal": 1, "dent": 8} and data.has_official_split
    store = ImageStore(data)
    areas = [0 if (r := store.region(i)) is None else int(r.mask.sum()) for i in range(9)]
    assert areas[:4] == [0, W * H, W * H, W * H] and areas[7:] == [W * H, 0]
    assert areas[4:7] == pytest.approx([479, 157, 157], rel=0.15)
    ellipse = store.region(6)
    assert ellipse is not None
    ys, xs = np.nonzero(ellipse.mask)
    assert np.ptp(ys) > np.ptp(xs), "turned by a right angle"


def brush(made: NDArray[np.uint8]) -> list[int]:
    """A mask as Label Studio packs it: each value by itself, eight bits, one run of the whole."""
    flat = np.repeat((made > 0).astype(np.uint8)[..., None] * 255, 4, axis=2).ravel()
    bits = f"{flat.size:032b}" + f"{7:05b}" + "".join(f"{n:04b}" for n in (3, 7, 11, 15))
    for start in range(0, flat.size, 65536):
        chunk = flat[start : start + 65536]
        bits += "0" + "11" + f"{chunk.size - 1:016b}" + "".join(f"{v:08b}" for v in chunk)
    bits += "0" * (-len(bits) % 8)
    return [int(bits[i : i + 8], 2) for i in range(0, len(bits), 8)]


def results() -> list[list[dict[str, object]]]:
    size = {"original_width": WIDE, "original_height": HIGH}
    x, y, w, h = 100 * X / WIDE, 100 * Y / HIGH, 100 * W / WIDE, 100 * H / HIGH
    corners = [[x, y], [x + w, y], [x + w, y + h], [x, y + h]]
    box = {"x": x, "y": y, "width": w, "height": h, "rotation": 0, "rectanglelabels": ["dent"]}
    ellipse = {"x": 50, "y": 50, "radiusX": 10, "radiusY": 10, "ellipselabels": ["dent"]}
    return [
        [],
        [{"type": "rectanglelabels", "value": box, **size}],
        [
            {
                "type": "polygonlabels",
                "value": {"points": corners, "polygonlabels": ["dent"]},
                **size,
            }
        ],
        [{"type": "ellipselabels", "value": ellipse, **size}],
        [{"type": "brushlabels", "value": {"rle": brush(mask()), "brushlabels": ["dent"]}, **size}],
        [{"type": "choices", "value": {"choices": ["dent"]}}],
        [{"type": "choices", "value": {"choices": ["OK"]}}],
    ]


@pytest.mark.parametrize("short", [False, True])
def test_label_studio_whole_and_short(tmp_path: Path, short: bool):
    images(tmp_path, 7)
    tasks = []
    for i, found in enumerate(results()):
        image = f"/data/upload/1/0a1b2c3d-{i}.png"
        if short:
            values: dict[str, object] = {"image": image, "id": i, "annotation_id": i}
            if i in (5, 6):
                values["choice"] = ("dent", "OK")[i - 5]
            elif found and found[0]["type"] != "brushlabels":
                size = {k: v for k, v in found[0].items() if k.startswith("original")}
                values["label"] = [found[0]["value"] | size]  # type: ignore[operator]
            tasks.append(values)
        else:
            said_of = [{"was_cancelled": True, "result": results()[1]}, {"result": found}]
            tasks.append({"id": i, "data": {"image": image}, "annotations": said_of})
    write(tmp_path / "project-1.json", json.dumps(tasks))
    data = opened(tmp_path)
    assert names(data) == ({"normal": 3, "dent": 4} if short else {"normal": 2, "dent": 5})
    store = ImageStore(data)
    areas = [0 if (r := store.region(i)) is None else int(r.mask.sum()) for i in range(7)]
    assert areas[1:3] == [W * H, W * H] and areas[4] == (0 if short else W * H)
    assert areas[3] == pytest.approx(math.pi * 8 * 6.4, rel=0.1)


# ---------------------------------------------------------------- tables of regions


@pytest.mark.parametrize("old", [False, True])
def test_run_length_tables_down_the_columns_from_one(tmp_path: Path, old: bool):
    for i in range(4):
        put(tmp_path / f"train_images/{i}.jpg", part(i % 2 == 1), quality=95)
    for i in range(2):
        put(tmp_path / f"test_images/t{i}.jpg", part())
    starts = [(X + c) * HIGH + Y + 1 for c in range(W)]
    cell = " ".join(f"{start} {H}" for start in starts)
    if old:
        rows = [["ImageId_ClassId", "EncodedPixels"]]
        rows += [
            [f"{i}.jpg_{k}", cell if i % 2 and k == 3 else ""]
            for i in range(4)
            for k in (1, 2, 3, 4)
        ]
    else:
        rows = [["ImageId", "ClassId", "EncodedPixels"], ["1.jpg", "3", cell], ["3.jpg", "3", cell]]
    table(tmp_path / "train.csv", rows)
    table(tmp_path / "sample_submission.csv", [["ImageId", "EncodedPixels", "ClassId"],
                                               ["t0.jpg", "1 1", "1"]])  # fmt: skip
    data = opened(tmp_path)
    assert names(data) == {"normal": 2, "3": 2} and regions(data) == 2
    assert any("2 images in it are the set's own unlabelled part" in r for r in said(data))


def test_a_table_of_boxes(tmp_path: Path):
    images(tmp_path)
    rows = [["filename", "width", "height", "class", "xmin", "ymin", "xmax", "ymax"]]
    rows += [[f"{i}.png", "80", "64", "dent", *map(str, (X, Y, X + W, Y + H))] for i in (1, 3)]
    table(tmp_path / "_annotations.csv", rows)
    data = opened(tmp_path)
    assert names(data) == {"normal": 2, "dent": 2} and regions(data) == 2


# ---------------------------------------------------------------- what all have in common


def test_several_kinds_in_one_image_count_as_the_largest(tmp_path: Path):
    images(tmp_path, 2)
    small = {"label": "dot", "shape_type": "rectangle", "points": [[1, 1], [3, 3]]}
    large = {"label": "scratch", "shape_type": "rectangle", "points": [[X, Y], [X + W, Y + H]]}
    good = {"label": "OK", "shape_type": "rectangle", "points": [[0, 0], [79, 63]]}
    for i, shapes in enumerate(([good], [small, large, good])):
        write(tmp_path / f"{i}.json", json.dumps({"shapes": shapes, "imagePath": f"{i}.png"}))
    data = opened(tmp_path)
    assert names(data) == {"normal": 1, "scratch": 1}
    assert len(data.samples[1].marks) == 2, "all its regions, but not what is called OK"
    (reason,) = said(data)
    assert reason.startswith("1 images have regions of several kinds")


def test_a_folder_called_ok_against_a_label_file_with_a_region(tmp_path: Path):
    for i in range(3):
        put(tmp_path / f"OK/{i}.png", part())
        put(tmp_path / f"NG/{i}.png", part(True))
    shape = {"label": "dent", "shape_type": "rectangle", "points": [[X, Y], [X + W, Y + H]]}
    for name in ("OK/0", "NG/0", "NG/1"):
        write(tmp_path / f"{name}.json", json.dumps({"shapes": [shape], "imagePath": "x"}))
    data = opened(tmp_path)
    assert names(data) == {"normal": 2, "dent": 3, "defective": 1}
    (reason,) = said(data)
    assert "folder's name says normal, its label file says dent" in reason


def test_two_formats_of_the_same_images_are_read_once(tmp_path: Path):
    images(tmp_path, 4)
    for i in range(4):
        shapes = [{"label": "a", "shape_type": "rectangle", "points": [[X, Y], [X + W, Y + H]]}]
        values = {"shapes": shapes if i % 2 else [], "imagePath": f"{i}.png"}
        write(tmp_path / f"{i}.json", json.dumps(values))
        if i % 2:
            voc(tmp_path / f"{i}.xml", (X + 1, Y + 1, X + W, Y + H))
    data = opened(tmp_path)
    assert regions(data) == 2 and data.account.labels == 4
    assert sum("A second label file" in reason for reason in said(data)) == 2


def test_marks_outside_the_picture_draw_nothing_and_small_ones_a_pixel():
    assert draw_marks((Mark("box", (200, 10, 5, 5, 0)),), HIGH, WIDE) is None
    dot = draw_marks((Mark("polygon", (10.1, 10.1, 10.2, 10.1, 10.2, 10.2)),), HIGH, WIDE)
    assert dot is not None and dot.mask.sum() == 1 and dot.mask[10, 10]
    cut = draw_marks((Mark("box", (-5, -5, 10, 10, 0)),), HIGH, WIDE)
    assert cut is not None and cut.mask.sum() == 25


def test_runs_go_there_and_back():
    made = np.random.default_rng(0).random((7, 9)) > 0.6
    again = from_runs(runs(made).values)
    assert np.array_equal(made, again)
    assert runs(made).area == made.sum()


def test_options_of_a_set_with_labels_survive_a_version(tmp_path: Path):
    images(tmp_path)
    shape = {"label": "dent", "shape_type": "polygon", "points": [[X, Y], [X + W, Y], [X, Y + H]]}
    for i in range(4):
        values = {"shapes": [shape] if i % 2 else [], "imagePath": f"{i}.png"}
        write(tmp_path / f"{i}.json", json.dumps(values))
    data = open_dataset(tmp_path, ReaderOptions())
    from engine.review.manifest import manifest_text

    folder = tmp_path / "project" / "data-versions" / "v2"
    folder.mkdir(parents=True)
    text = manifest_text(data, tmp_path / "project", folder)
    (folder / "labels.csv").write_text(text, "utf-8")
    again = open_dataset(folder / "labels.csv")
    assert [s.marks for s in again.samples] == [s.marks for s in data.samples]
    assert [s.label for s in again.samples] == [s.label for s in data.samples]
