"""Small data sets as other people lay them out: parts with a drawn defect, in every layout."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.core.values import ReaderOptions
from engine.data.image import write_image
from engine.data.region import draw_ellipse
from engine.data.sample import Ellipse

SIDE = 96
NORMAL, BAD = 20, 10


@dataclass(frozen=True)
class Layout:
    """A set on the disk and what must be found in it.

    Attributes
    ----------
    classes : name and images, in the network's order
    odd : kind, end of the file's name and beginning of the sentence of each finding
    regions : images with a region
    grouped : the set brings groups of its own
    relabel : which image is to become what: end of its file's name, its new class
    """

    path: Path
    layout: str
    classes: dict[str, int]
    odd: tuple[tuple[str, str, str], ...]
    regions: int
    relabel: tuple[str, str]
    options: ReaderOptions = field(default_factory=ReaderOptions)
    grouped: bool = False
    official: bool = False
    has_normal: bool = True


def ground(seed: int, kind: int = 0) -> NDArray[np.float64]:
    """A rough surface; `kind` turns its grain and sets how coarse it is."""
    rng = np.random.default_rng([seed, kind])
    grain = rng.normal(0, 24, (SIDE, SIDE))
    along = sum(np.roll(grain, shift, kind % 2) for shift in range(4 + 3 * kind))
    return np.asarray(110 + 15 * along / np.std(along))


def spot(seed: int, kind: str) -> Ellipse:
    """Where the defect of an image is."""
    rng = np.random.default_rng([seed, 77])
    x, y = rng.uniform(30, SIDE - 30, 2)
    if kind == "scratch":
        return Ellipse(float(x), float(y), 22.0, 4.0, float(rng.uniform(0, 3)))
    return Ellipse(float(x), float(y), 10.0, 9.0, 0.0)


def part(seed: int, defect: str = "", kind: int = 0) -> NDArray[np.uint8]:
    """An image, with a bright scratch or a dark hole if `defect` says so."""
    image = ground(seed, kind)
    if defect:
        image[draw_ellipse(spot(seed, defect), SIDE, SIDE)] += 90 if defect == "scratch" else -80
    return np.clip(image, 0, 255).astype(np.uint8)


def put(path: Path, image: NDArray[np.uint8]) -> Path:
    """Write an image by the ending of its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_image(path, image)
    return path


def mask_of(seed: int, defect: str) -> NDArray[np.uint8]:
    """The region of :func:`part`, 255 inside."""
    return (draw_ellipse(spot(seed, defect), SIDE, SIDE) * 255).astype(np.uint8)


def twice(first: Path, second: Path) -> None:
    """Let the second file be the first one again."""
    second.write_bytes(first.read_bytes())


def _folders(root: Path, names: tuple[str, str, str]) -> Layout:
    endings = (".jpg", ".bmp", ".tif", ".png", ".JPG")
    good, scratch, hole = names
    for number, (folder, defect) in enumerate(zip(names, ("", "scratch", "hole"), strict=True)):
        for k in range(NORMAL if not defect else BAD):
            put(root / folder / f"part {k:03d}{endings[k % 5]}", part(100 * number + k, defect))
    grey = part(6)
    put(root / good / "part 006.bmp", np.stack([grey, grey // 2, 255 - grey], axis=2))
    twice(root / good / "part 000.jpg", root / good / "part 005.jpg")
    (root / scratch / "part 099.tif").touch()
    (root / good / "Thumbs.db").write_bytes(b"\0")
    return Layout(
        root, "folders", {"normal": NORMAL, **dict.fromkeys(sorted((scratch, hole)), BAD)},
        (("file", "part 099.tif", "The file is empty"),
         ("same", f"{good}/part 005.jpg", "The same picture")),
        0, (f"{good}/part 003.png", scratch),
    )  # fmt: skip


def folders(root: Path) -> Layout:
    """Folders good, scratch and hole; five endings mixed, one image in colour."""
    return _folders(root, ("good", "scratch", "hole"))


def korean(root: Path) -> Layout:
    """The same with Korean names."""
    return _folders(root / "검사 이미지", ("양품", "긁힘", "구멍"))


def plain(root: Path) -> Layout:
    """Names of kinds alone: nothing is called normal."""
    for number, (name, defect) in enumerate(
        (("flat", ""), ("lined", "scratch"), ("round", "hole"))
    ):
        for k in range(14):
            put(root / name / f"{k:03d}.png", part(100 * number + k, defect))
    twice(root / "flat" / "000.png", root / "flat" / "001.png")
    return Layout(
        root, "folders", {"flat": 14, "lined": 14, "round": 14},
        (("same", "flat/001.png", "The same picture"),), 0, ("flat/004.png", "round"),
        has_normal=False,
    )  # fmt: skip


def mvtec(root: Path) -> Layout:
    """Two categories; the last mask of one kind was not copied."""
    for kind, (category, defects) in enumerate(
        (("carpet", ("hole", "scratch")), ("tile", ("scratch",)))
    ):
        base = root / category
        for k in range(NORMAL - 4):
            put(base / "train" / "good" / f"{k:03d}.png", part(k, "", kind))
        for k in range(4):
            put(base / "test" / "good" / f"{k:03d}.png", part(50 + k, "", kind))
        for place, defect in enumerate(defects, start=1):
            for k in range(BAD):
                seed = 100 * place + k
                put(base / "test" / defect / f"{k:03d}.png", part(seed, defect, kind))
                put(base / "ground_truth" / defect / f"{k:03d}_mask.png", mask_of(seed, defect))
        (base / "license.txt").write_text("terms", "utf-8")
    (root / "carpet" / "ground_truth" / "hole" / f"{BAD - 1:03d}_mask.png").unlink()
    twice(root / "tile/train/good/000.png", root / "tile/train/good/001.png")
    return Layout(
        root, "mvtec",
        {"carpet normal": NORMAL, "carpet hole": BAD, "carpet scratch": BAD, "tile normal": NORMAL,
         "tile scratch": BAD},
        (("same", "tile/train/good/001.png", "The same picture"),
         ("mask", f"carpet/test/hole/{BAD - 1:03d}.png", "Its ground-truth mask is missing")),
        3 * BAD - 1, ("tile/train/good/004.png", "tile scratch"), official=True,
    )  # fmt: skip


def table(root: Path) -> Layout:
    """A table as a spreadsheet writes it, headings of its own, beside images of two products."""
    rows = []
    for kind, product in enumerate(("cap", "ring")):
        for k in range(NORMAL + BAD):
            defect = "" if k < NORMAL else "scratch"
            seed, name = 200 * kind + k, f"{product}_{k:03d}.png"
            put(root / "bilder" / name, part(seed, defect, kind))
            if defect:
                put(root / "annotiert" / name, mask_of(seed, defect))
            rows.append(
                {"Bild": name, "Produkt": product, "Befund": "Kratzer" if defect else "i.O.",
                 "Maske": f"annotiert/{name}" if defect else "", "Charge": f"C{k // 3}",
                 "Teil": "Test" if k % 4 == 0 else "Train", "label": "ignored"}
            )  # fmt: skip
    rows.append(rows[-1] | {"Bild": "cap_999.png", "Maske": ""})
    with (root / "prüfung.csv").open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    twice(root / "bilder" / "cap_000.png", root / "bilder" / "cap_001.png")
    return Layout(
        root, "csv",
        {"cap normal": NORMAL, "cap Kratzer": BAD, "ring normal": NORMAL, "ring Kratzer": BAD},
        (("file", "cap_999.png", "Listed in the manifest, but the file is missing"),
         ("same", "bilder/cap_001.png", "The same picture")),
        2 * BAD, ("ring_007.png", "ring Kratzer"),
        ReaderOptions(
            normal="i.O.",
            columns=(("image", "Bild"), ("class", "Produkt"), ("defect", "Befund"),
                     ("mask", "Maske"), ("group", "Charge"), ("split", "Teil")),
        ),
        grouped=True, official=True,
    )  # fmt: skip


def dagm(root: Path) -> Layout:
    """Two classes of the ten-class release; a mask without its image."""
    for number in (1, 2):
        name, count = root / f"Class{number}", NORMAL + BAD
        for half, places in (("Train", range(0, count, 2)), ("Test", range(1, count, 2))):
            lines = ["1"]
            for k in places:
                bad, stem = k % 3 == 0, f"{k + 1:04d}"
                put(name / half / f"{stem}.PNG", part(k, "hole" if bad else "", number))
                if bad:
                    put(name / half / "Label" / f"{stem}_label.PNG", mask_of(k, "hole"))
                mask = f"{stem}_label.PNG" if bad else "0"
                lines.append(f"{k + 1}\t{int(bad)}\t{stem}.PNG\t0\t{mask}")
            (name / half / "Label" / "Labels.txt").write_text("\n".join(lines) + "\n", "utf-8")
    put(root / "Class2" / "Test" / "Label" / "0900_label.PNG", mask_of(3, "hole"))
    twice(root / "Class1/Train/0003.PNG", root / "Class1/Train/0005.PNG")
    return Layout(
        root, "dagm",
        {"Class1 normal": NORMAL, "Class1 defective": BAD, "Class2 normal": NORMAL,
         "Class2 defective": BAD},
        (("same", "Class1/Train/0005.PNG", "The same picture"),
         ("mask", "0900_label.PNG", "A mask without its image")),
        2 * BAD, ("Class2/Train/0009.PNG", "Class2 defective"), official=True,
    )  # fmt: skip


def dagm6(root: Path) -> Layout:
    """Two classes of the six-class release; a line of labels.txt without its image."""
    for number in (1, 2):
        for k in range(NORMAL):
            put(root / f"Class{number}" / f"{k + 1}.png", part(k, "", number))
        lines = []
        for k in range(BAD):
            put(root / f"Class{number}_def" / f"{k + 1}.png", part(300 + k, "scratch", number))
            e = spot(300 + k, "scratch")
            lines.append(f"{k + 1}\t{e.a:.2f}\t{e.b:.2f}\t{e.angle:.4f}\t{e.x:.2f}\t{e.y:.2f}\t")
        if number == 2:
            lines.append("77\t9\t9\t0\t40\t40")
        (root / f"Class{number}_def" / "labels.txt").write_text("\r\n".join(lines), "utf-8")
    twice(root / "Class1/1.png", root / "Class1/2.png")
    return Layout(
        root, "dagm6",
        {"Class1 normal": NORMAL, "Class1 defective": BAD, "Class2 normal": NORMAL,
         "Class2 defective": BAD},
        (("file", "Class2_def/labels.txt", "Image 77 is listed but missing"),
         ("same", "Class1/2.png", "The same picture")),
        2 * BAD, ("Class2/4.png", "Class2 defective"),
    )  # fmt: skip


def labels(root: Path) -> Layout:
    """A YOLO export with one class; a text without its image, and one image without a text."""
    (root / "labels").mkdir(parents=True)
    (root / "data.yaml").write_text("train: images\nnames: [hole]\n", "utf-8")
    for k in range(NORMAL + BAD):
        defect = "hole" if k >= NORMAL else ""
        put(root / "images" / f"{k:03d}.png", part(k, defect))
        e = spot(k, "hole")
        row = (0, e.x / SIDE, e.y / SIDE, 2 * e.a / SIDE, 2 * e.b / SIDE)
        text = " ".join(f"{value:.5f}" for value in row[1:])
        if k:
            line = f"0 {text}\n" if defect else ""
            (root / "labels" / f"{k:03d}.txt").write_text(line, "utf-8")
    (root / "labels" / "900.txt").write_text("0 0.5 0.5 0.1 0.1\n", "utf-8")
    twice(root / "images/001.png", root / "images/002.png")
    return Layout(
        root, "labels", {"normal": NORMAL, "hole": BAD},
        (("same", "images/002.png", "The same picture"),
         ("mask", "labels/900.txt", "A label file without its image")),
        BAD, ("images/004.png", "hole"),
    )  # fmt: skip


def roles(root: Path) -> Layout:
    """Two products with OK and NG each, kinds below NG, masks beside their images."""
    for kind, product in enumerate(("cap", "ring")):
        for k in range(NORMAL):
            put(root / product / "OK" / f"{k:03d}.png", part(k, "", kind))
        for k in range(BAD):
            seed = 100 + k
            put(root / product / "NG" / "scratch" / f"{k:03d}.png", part(seed, "scratch", kind))
            put(root / product / "NG" / "scratch" / f"{k:03d}_mask.png", mask_of(seed, "scratch"))

    twice(root / "cap/OK/001.png", root / "cap/OK/002.png")
    return Layout(
        root, "roles",
        {"cap normal": NORMAL, "cap scratch": BAD, "ring normal": NORMAL, "ring scratch": BAD},
        (("same", "cap/OK/002.png", "The same picture"),), 2 * BAD,
        ("ring/OK/004.png", "ring scratch"),
    )  # fmt: skip


WRITERS: dict[str, Callable[[Path], Layout]] = {
    "folders": folders,
    "korean": korean,
    "mvtec": mvtec,
    "csv": table,
    "dagm": dagm,
    "dagm6": dagm6,
    "labels": labels,
    "roles": roles,
    "plain": plain,
}
"""Each layout by name."""
