"""MVTec AD: folders per class plus ground-truth masks."""

from __future__ import annotations

from pathlib import Path

from engine.core.values import Problem
from engine.data.readers.listing import NORMAL_NAMES, folded
from engine.data.readers.reading import Reading
from engine.data.readers.tree import Tree
from engine.data.sample import Label, Sample


def find_mvtec(tree: Tree) -> list[Path]:
    """Category folders of a tree: those with ``train/good`` and ``test``.

    None where a category has a ``validation`` part (MVTec LOCO), or a mask folder has folders in
    its folders: there an image has several masks.
    """
    result = []
    for folder in tree.walk(tree.root, depth=2):
        inside = {path.name.lower(): path for path in tree.folders_in(folder)}
        if not {"train", "test"} <= set(inside):
            continue
        if "good" not in {path.name.lower() for path in tree.folders_in(inside["train"])}:
            continue
        truth = inside.get("ground_truth")
        kinds = tree.folders_in(truth) if truth is not None else []
        if "validation" in inside or any(tree.folders_in(kind) for kind in kinds):
            return []
        result.append(folder)
    return result


def read_mvtec(tree: Tree, categories: list[Path]) -> Reading:
    """Read MVTec AD categories: texture = category, one class per kind of defect."""
    result = Reading()
    samples, problems = result.samples, result.problems
    for category in categories:
        inside = tree.children(category)
        truth = inside.get("ground_truth")
        for part in ("train", "test"):
            problems += _unread(tree, inside[part])
            for kind in tree.folders_in(inside[part]):
                if folded(kind.name) in NORMAL_NAMES:
                    label = Label(category.name, "", False)
                    found = tree.images_in(kind)
                    samples += [Sample(str(path), label, part=part) for path in found]
                    continue
                label = Label(category.name, kind.name, True)
                masks = _masks(tree, truth, kind.name)
                known = bool(masks)
                for path in tree.images_in(kind):
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
                            files=1,
                        )
                    )
    return result


def _unread(tree: Tree, part: Path) -> list[Problem]:
    """Pictures that lie beside the kinds of a part, or below one of them, are in no class."""
    problems = []
    beside = len(tree.images_in(part))
    if beside:
        problems.append(
            Problem(
                str(part),
                "{count} images lie beside the class folders and are left out. Put them into a "
                "class folder, or name their classes in a labels.csv.",
                {"count": str(beside)},
                files=beside,
            )
        )
    for kind in tree.folders_in(part):
        below = sum(tree.count_images(folder) for folder in tree.folders_in(kind))
        if below:
            problems.append(
                Problem(
                    str(kind),
                    "{count} images in folders below it are left out: MVTec AD has none there. "
                    "Move them up, or name their classes and groups in a labels.csv.",
                    {"count": str(below)},
                    files=below,
                )
            )
    return problems


def _masks(tree: Tree, truth: Path | None, kind: str) -> dict[str, Path]:
    folder = tree.children(truth).get(kind.lower()) if truth is not None else None
    if folder is None:
        return {}
    return {path.stem.lower().removesuffix("_mask"): path for path in tree.images_in(folder)}
