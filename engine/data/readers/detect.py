"""Opening a data set: which layout it has is found out, named, and can be overruled."""

from __future__ import annotations

from pathlib import Path

from engine.core.errors import DataError
from engine.core.values import Problem, ReaderOptions
from engine.data.image import is_image
from engine.data.readers.dagm import (
    find_six_class,
    find_ten_class,
    read_six_class,
    read_ten_class,
)
from engine.data.readers.folders import find_class_folders, read_class_folders
from engine.data.readers.listing import quick_problem
from engine.data.readers.manifest import any_table, find_manifest, read_manifest
from engine.data.readers.mvtec import find_mvtec, read_mvtec
from engine.data.readers.scans import keep_scan, kept_scan
from engine.data.sample import DataSet, Label, Sample

LAYOUTS = {
    "csv": "CSV manifest",
    "dagm": "DAGM 2007 (Train/Test with masks)",
    "dagm6": "DAGM 2007, six-class release (ellipses)",
    "mvtec": "MVTec AD",
    "folders": "One folder per class",
}
"""Readers by key, in the order in which they are tried."""

AS_FOUND = ReaderOptions()
"""Nothing said by the user: everything is found out."""

Found = tuple[list[Sample], list[Problem]]


def _try_layout(layout: str, root: Path, options: ReaderOptions) -> Found | None:
    """Read `root` as `layout`; None if it does not look like it."""
    if layout == "csv":
        manifest = find_manifest(root, dict(options.columns))
        if manifest is None and options.layout == "csv":
            manifest = any_table(root)  # it says which column is missing
        return read_manifest(manifest, dict(options.columns), options.normal) if manifest else None
    if root.is_file():
        return None
    if layout == "dagm":
        folders = find_ten_class(root)
        return read_ten_class(folders) if folders else None
    if layout == "dagm6":
        pairs = find_six_class(root)
        return read_six_class(pairs) if pairs else None
    if layout == "mvtec":
        categories = find_mvtec(root)
        return read_mvtec(categories) if categories else None
    result = find_class_folders(root, options.normal, chosen=options.layout == "folders")
    return read_class_folders(result, options.normal, root.name) if result.classes else None


def open_dataset(path: Path, options: ReaderOptions = AS_FOUND) -> DataSet:
    """Read a data set's structure; no image is decoded.

    Files that are empty are left out and listed in `problems`. A large folder that was read before
    and has not changed since is not read again.

    Parameters
    ----------
    path
        A folder, or a CSV manifest.
    options
        What the user said about it: layout, normal class, columns.

    Raises
    ------
    DataError
        There is no such folder, it holds no images, or its layout is unknown.
    """
    root = path.expanduser().absolute()
    if not root.exists():
        raise DataError("{path}: no such folder. Check the path.", path=path)
    if options.layout and options.layout not in LAYOUTS:
        raise DataError(
            "'{layout}' is not a layout. Choose one of: {layouts}.",
            layout=options.layout,
            layouts=", ".join(LAYOUTS),
        )
    known = kept_scan(root, options)
    if known is not None:
        return known
    data = _read(path, root, options)
    keep_scan(root, options, data)
    return data


def _read(path: Path, root: Path, options: ReaderOptions) -> DataSet:
    for layout in [options.layout] if options.layout else LAYOUTS:
        result = _try_layout(layout, root, options)
        if result is None:
            continue
        samples, problems = result
        kept = []
        for sample in samples:
            problem = quick_problem(sample.path)
            if problem is None:
                kept.append(sample)
            else:
                problems.append(problem)
        if not kept:
            raise DataError(
                "{path}: looks like '{layout}', but holds no usable image. {hint}",
                path=path,
                layout=LAYOUTS[layout],
                hint=problems[0].reason if problems else "Check that the copy is complete.",
            )
        if not any(sample.label.defective is False for sample in kept):
            kept = [_named_only(sample) for sample in kept]
        base = root.parent if root.is_file() else root
        return DataSet(base, layout, LAYOUTS[layout], tuple(kept), tuple(problems))
    raise _unknown(root)


def _named_only(sample: Sample) -> Sample:
    """A sample of a set without a normal image: nothing can be called defective in it, and a region
    says nothing.
    """
    label = sample.label
    if label.defective is None:
        return sample
    kind = "" if label.defect == "defective" else label.defect
    name = f"{label.texture} {kind}".strip() or "defective"
    return Sample(sample.location, Label(name, "", None), group=sample.group, part=sample.part)


def _unknown(root: Path) -> DataError:
    if root.is_file():
        return DataError(
            "{path}: not a folder or CSV manifest. Choose the folder that holds the images.",
            path=root,
        )
    if not any(is_image(item) for item in root.rglob("*") if item.is_file()):
        return DataError(
            "{path}: no images (PNG, BMP, TIFF, JPEG) in it. Choose another folder.", path=root
        )
    return DataError(
        "{path}: unknown layout. Put the images into one folder per class (for example 'good' "
        "and 'scratch'), or add a labels.csv with columns 'file' and 'defect'.",
        path=root,
    )
