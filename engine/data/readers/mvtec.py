"""MVTec AD: folders per class plus ground-truth masks."""

from __future__ import annotations

from pathlib import Path

from engine.core.values import Problem
from engine.data.readers.listing import (
    NORMAL_NAMES,
    children,
    count_images,
    folded,
    folders_in,
    images_in,
    walk_folders,
)
from engine.data.sample import Label, Sample


def find_mvtec(root: Path) -> list[Path]:
    """Category folders at or below `root`: those with ``train/good`` and ``test``."""
    result = []
    for folder in walk_folders(root, depth=2):
        inside = children(folder)
        halves = {"train", "test"} <= set(inside) and inside["train"].is_dir()
        if halves and "good" in children(inside["train"]):
            result.append(folder)
    return result


def read_mvtec(categories: list[Path]) -> tuple[list[Sample], list[Problem]]:
    """Read MVTec AD categories: texture = category, one class per kind of defect."""
    samples: list[Sample] = []
    problems: list[Problem] = []
    for category in categories:
        inside = children(category)
        truth = inside.get("ground_truth")
        for part in ("train", "test"):
            problems += _unread(inside[part])
            for kind in folders_in(inside[part]):
                if folded(kind.name) in NORMAL_NAMES:
                    label = Label(category.name, "", False)
                    samples += [Sample(str(path), label, part=part) for path in images_in(kind)]
                    continue
                label = Label(category.name, kind.name, True)
                masks = _masks(truth, kind.name)
                known = bool(masks)
                for path in images_in(kind):
                    mask = masks.pop(path.stem.lower(), None)
                    if mask is None and known:
                        problems.append(
                            Problem(str(path), "Its ground-truth mask is missing.", kind="mask")
                        )
                    samples.append(Sample(str(path), label, mask, part=part))
                for path in masks.values():
                    problems.append(
                        Problem(
                            str(path),
                            "A mask without its image. Copy the image or delete it.",
                            kind="mask",
                        )
                    )
    return samples, problems


def _unread(part: Path) -> list[Problem]:
    """Pictures that lie beside the kinds of a part, or below one of them, are in no class."""
    problems = []
    beside = len(images_in(part))
    if beside:
        problems.append(
            Problem(
                str(part),
                "{count} images lie beside the class folders and are left out. Put them into a "
                "class folder, or name their classes in a labels.csv.",
                {"count": str(beside)},
            )
        )
    for kind in folders_in(part):
        below = sum(count_images(folder) for folder in folders_in(kind))
        if below:
            problems.append(
                Problem(
                    str(kind),
                    "{count} images in folders below it are left out: MVTec AD has none there. "
                    "Move them up, or name their classes and groups in a labels.csv.",
                    {"count": str(below)},
                )
            )
    return problems


def _masks(truth: Path | None, kind: str) -> dict[str, Path]:
    folder = children(truth).get(kind.lower()) if truth is not None else None
    if folder is None:
        return {}
    return {path.stem.lower().removesuffix("_mask"): path for path in images_in(folder)}
