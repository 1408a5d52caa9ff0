"""What the readers share: listing folders without regard to case, and telling files apart."""

from __future__ import annotations

import re
import unicodedata

NORMAL_NAMES = frozenset(
    {"good", "ok", "okay", "io", "normal", "pass", "passed", "fine", "intact", "clean", "perfect"}
    | {"non-defective", "nondefective", "non_defective", "defect-free", "defect_free"}
    | {"no_defect", "no-defect", "nodefect", "0", "양품", "정상", "free", "flawless", "healthy"}
    | {"gut", "i.o.", "i. o.", "in ordnung", "fehlerfrei", "gutteil", "gutteile", "bon", "conforme"}
    | {"no defect", "defect free", "without defect", "ok_parts", "okparts", "무결함", "합격"}
)
"""Class names that mean "normal" (compared in lower case)."""

DEFECT_NAMES = frozenset(
    {"bad", "ng", "nok", "nio", "defect", "defects", "defective", "faulty", "fail", "failed"}
    | {"reject", "anomaly", "anomalous", "abnormal", "damaged", "broken", "1", "불량", "결함"}
    | {"ko", "rejected", "anomalies", "schlecht", "n.i.o.", "n. i. o.", "fehler", "fehlerhaft"}
    | {"defekt", "schlechtteil", "schlechtteile", "mauvais", "불합격"}
)
"""Class names that mean "defective" without saying how."""

PARTS = {
    "train": "train",
    "training": "train",
    "trainval": "train",
    "val": "val",
    "valid": "val",
    "validation": "val",
    "dev": "val",
    "test": "test",
    "testing": "test",
    "test_public": "test",
}
"""Parts of a set by what they are called (compared in lower case). Validation is training where
there are test images, for this program draws its own; else it is the test half."""

UNLABELLED = frozenset(
    {"test_private", "test_private_mixed", "unlabeled", "unlabelled", "unlabeled_images"}
    | {"unlabeled2017", "test_images", "unsorted", "inbox"}
)
"""Folders of pictures that nothing is said of, on purpose (compared in lower case)."""

NO_CLASS = frozenset(
    {
        "images",
        "image",
        "imgs",
        "img",
        "jpegimages",
        "pictures",
        "photos",
        "pics",
        "data",
        "dataset",
    }
    | {
        "datasets",
        "raw",
        "original",
        "originals",
        "color",
        "colour",
        "rgb",
        "grey",
        "gray",
        "이미지",
    }
    | {"bilder", "bild", "source", "src", "input", "inputs", "frames", "captures", "사진", "all"}
)
"""Folders whose names say that pictures are in them, and nothing of those."""

PUT_AWAY = frozenset(
    {"results", "result", "output", "outputs", "runs", "predictions", "prediction", "new folder"}
    | {
        "neuer ordner",
        "untitled folder",
        "새 폴더",
        "새폴더",
        "nouveau dossier",
        "copy",
        "screenshots",
    }
    | {"thumb", "thumbs", "thumbnail", "thumbnails", "preview", "previews", "overlay", "overlays"}
    | {"heatmap", "heatmaps", "backup", "old", "trash", "tmp", "temp", "백업", "visualization"}
    | {"visualizations", "vis", "misc", "other", "others", "cache", "logs"}
)
"""Folders that say nothing of the parts on the pictures in them."""

MASK_FOLDERS = frozenset(
    {"mask", "masks", "ground_truth", "groundtruth", "ground-truth", "gt", "label", "labels"}
    | {"annotation", "annotations", "segmentation", "segmentations", "mask_images", "label_images"}
    | {"segmentationclass", "labelids", "masken", "마스크", "라벨", "lable", "lables"}
)
"""Folders of masks or label files (compared in lower case)."""


def split_name(name: str) -> str:
    """Train, val or test if a folder's or a file's name is that of a part of the official split."""
    plain = folded(name)
    if plain in PARTS:
        return PARTS[plain]
    words = [word for word in re.split(r"[ _.-]+|(?<=[a-z])(?=\d)", plain) if not word.isdecimal()]
    words = [word for word in words if word not in NO_CLASS and word not in ("set", "split")]
    return PARTS.get(words[0], "") if len(words) == 1 else ""


MAX_DEPTH = 3


def folded(name: str) -> str:
    """A name as it is compared: no matter the case, nor whether accents and Korean syllables are
    composed. Folders copied from a Mac have them in pieces, what is typed or listed has them whole.
    """
    plain = name.strip().lower()
    return plain if plain.isascii() else unicodedata.normalize("NFC", plain)


def natural_key(name: str) -> list[tuple[int, int, str]]:
    """Sort key in which image2 comes before image10."""
    return [
        (0, int(part), "") if part.isdecimal() else (1, 0, part.lower())
        for part in re.split(r"([0-9]+)", name)
        if part
    ]
