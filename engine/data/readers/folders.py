"""One folder per class, and MVTec AD (folders per class plus ground-truth masks)."""

from __future__ import annotations

from pathlib import Path

from engine.data.readers.listing import (
    DEFECT_NAMES,
    NORMAL_NAMES,
    PARTS,
    children,
    folded,
    folders_in,
    images_in,
    natural_key,
    walk_folders,
)
from engine.data.sample import Label, Sample
from engine.messages import Problem


def find_mvtec(root: Path) -> list[Path]:
    """Category folders at or below `root`: those with ``train/good`` and ``test``."""
    found = []
    for folder in walk_folders(root, depth=2):
        inside = children(folder)
        halves = {"train", "test"} <= set(inside) and inside["train"].is_dir()
        if halves and "good" in children(inside["train"]):
            found.append(folder)
    return found


def read_mvtec(categories: list[Path]) -> tuple[list[Sample], list[Problem]]:
    """Read MVTec AD categories: texture = category, one class per kind of defect."""
    samples: list[Sample] = []
    problems: list[Problem] = []
    for category in categories:
        inside = children(category)
        truth = inside.get("ground_truth")
        for part in ("train", "test"):
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


def _masks(truth: Path | None, kind: str) -> dict[str, Path]:
    folder = children(truth).get(kind.lower()) if truth is not None else None
    if folder is None:
        return {}
    return {path.stem.lower().removesuffix("_mask"): path for path in images_in(folder)}


def find_class_folders(root: Path) -> dict[tuple[str, str], list[Path]]:
    """Folders that hold images, by (part, class name); empty if `root` is no such layout.

    Accepts ``class/``, ``{train,test}/class/`` and one extra folder level above.
    """
    base = root
    for _ in range(3):
        inside = folders_in(base)
        if len(inside) == 1 and not images_in(base) and not images_in(inside[0]):
            base = inside[0]
        else:
            break
    found: dict[tuple[str, str], list[Path]] = {}
    for folder in folders_in(base):
        part = PARTS.get(folder.name.lower())
        if part is None:
            if images_in(folder):
                found.setdefault(("", folder.name), []).append(folder)
            continue
        for inner in folders_in(folder):
            if images_in(inner):
                found.setdefault((part, inner.name), []).append(inner)
    return found if len({name for _, name in found}) >= 2 else {}


def read_class_folders(
    found: dict[tuple[str, str], list[Path]], normal: str, name: str
) -> tuple[list[Sample], list[Problem]]:
    """Read class folders; `normal` names the normal class, empty: found by its name.

    With a normal class the others are kinds of defect of one product called `name`; without
    one, every folder is a class of its own and nothing is called defective.
    """
    classes = sorted({item for _, item in found}, key=natural_key)
    problems: list[Problem] = []
    normals = {item for item in classes if folded(item) == folded(normal)} if normal else set()
    if normal and not normals:
        problems.append(
            Problem(
                name,
                "There is no class '{normal}'. Choose one of: {classes}.",
                {"normal": normal, "classes": ", ".join(classes)},
            )
        )
    if not normals:
        normals = {item for item in classes if folded(item) in NORMAL_NAMES}
    samples = []
    for (part, item), folders in found.items():
        if not normals:
            label = Label(item, "", None)
        elif item in normals:
            label = Label("", "", False)
        else:
            kind = "defective" if folded(item) in DEFECT_NAMES else item
            label = Label("", kind, True)
        for folder in folders:
            samples += [Sample(str(path), label, part=part) for path in images_in(folder)]
    return samples, problems
