"""Opening a data set: which layout it has is found out, named, and can be overruled."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from engine.core.errors import DataError
from engine.core.values import FOLDER_ROLES, Account, Problem, ReaderOptions
from engine.data.readers.account import account
from engine.data.readers.annotated import is_annotated, read_annotated
from engine.data.readers.annotations.read import Annotations, find_annotations
from engine.data.readers.columns import assign_columns, guess_columns
from engine.data.readers.dagm import (
    find_six_class,
    find_ten_class,
    read_six_class,
    read_ten_class,
)
from engine.data.readers.doubts import drop_doubtful
from engine.data.readers.folders import find_class_folders, read_class_folders
from engine.data.readers.glance import glance
from engine.data.readers.grey import find_grey
from engine.data.readers.manifest import (
    Manifest,
    find_manifests,
    need_columns,
    read_manifests,
    tables_of,
)
from engine.data.readers.masks import Masks, find_masks
from engine.data.readers.mvtec import find_mvtec, read_mvtec
from engine.data.readers.names import Names
from engine.data.readers.reading import Reading
from engine.data.readers.released import read_deep_pcb, read_named, real_iad_tables
from engine.data.readers.roles import ONLY_NORMAL, Proposal, judge_clear, propose, read_roles
from engine.data.readers.scans import keep_scan, kept_scan
from engine.data.readers.tables import SUFFIXES, read_table
from engine.data.readers.tree import Tree, list_tree
from engine.data.sample import DataSet, Label, Sample

LAYOUTS = {
    "csv": "CSV manifest",
    "dagm": "DAGM 2007 (Train/Test with masks)",
    "dagm6": "DAGM 2007, six-class release (ellipses)",
    "labels": "Label files",
    "mvtec": "MVTec AD",
    "folders": "One folder per class",
    "roles": "Folders by their roles",
}
"""Readers by key, in the order in which they are tried."""

LABEL_LAYOUTS = {
    "coco": "Label files (COCO)",
    "yolo": "Label files (YOLO)",
    "voc": "Label files (Pascal VOC)",
    "labelme": "Label files (labelme)",
    "cvat": "Label files (CVAT for images)",
    "label-studio": "Label files (Label Studio)",
    "rle": "Tables of regions",
    "deep-pcb": "Label files (DeepPCB)",
    "neu": "Kinds in file names (NEU)",
}
"""How a set whose label files say what it is, or its file names, was read."""

AS_FOUND = ReaderOptions()
"""Nothing said by the user: everything is found out."""

NO_NORMAL = (
    "No class is called normal, so nothing can be called defective: classes can be told apart, but "
    "there is no overkill and no escape. Add normal parts, or say which class is normal."
)


@dataclass
class Scene:
    """A tree that is being read, with what several readers ask of it, each found once.

    `before`: a scene of the same tree with other options; what does not hang on them is taken over.
    """

    tree: Tree
    options: ReaderOptions
    before: Scene | None = None

    def __post_init__(self) -> None:
        old, self.before = self.before, None
        self.names: Names = old.names if old else Names(self.tree)
        self._annotations: Annotations | None = old._annotations if old else None
        self._masks: Masks | None = old._masks if old else None
        self._proposal: Proposal | None = None

    @property
    def annotations(self) -> Annotations:
        """What all label files say."""
        if self._annotations is None:
            self._annotations = find_annotations(self.tree, self.names)
        return self._annotations

    @property
    def masks(self) -> Masks:
        """Which picture is a mask of which."""
        if self._masks is None:
            self._masks = find_masks(self.tree.seen())
        return self._masks

    @property
    def proposal(self) -> Proposal:
        """Roles of folders, as proposed and as said."""
        if self._proposal is None:
            self._proposal = propose(self.tree, self.options, self.masks)
        return self._proposal


Found = tuple[str, Reading]
"""What is read, and the English name of how."""


def _csv(scene: Scene, *, chosen: bool) -> Found | None:
    tree, options = scene.tree, scene.options
    manifests = real_iad_tables(tree, scene.names) + find_manifests(tree, scene.names, options)
    if not manifests and chosen:
        for folder, name in tables_of(tree)[:1]:
            raise _no_columns(Path(folder.at(name)), options)
    usable = [m for m in manifests if {"class", "defect", "state"} & set(m.roles)]
    if not usable:
        if chosen and manifests:
            need_columns(manifests[0])
        return None
    return LAYOUTS["csv"], read_manifests(usable, scene.names, tree.root, options)


def _no_columns(path: Path, options: ReaderOptions) -> DataError:
    table = read_table(path)
    roles = assign_columns(table.header, dict(options.columns))
    try:
        need_columns(Manifest(table, roles, set(), None))
    except DataError as error:
        return error
    return DataError(
        "{path}: none of the images that it lists is here. Copy them beside it.", path=path
    )


def _labels(scene: Scene, *, chosen: bool) -> Found | None:
    pcb = read_deep_pcb(scene.tree)
    if pcb is not None:
        return LABEL_LAYOUTS["deep-pcb"], pcb
    found = scene.annotations
    if not found.of or not (chosen or is_annotated(found, scene.tree)):
        return None
    kind, reading = read_annotated(found, scene.tree, scene.masks, scene.options)
    return LABEL_LAYOUTS[kind], reading


def _roles(scene: Scene, *, chosen: bool) -> Found | None:
    reading = read_roles(scene.tree, scene.proposal, scene.options)
    if chosen or not judge_clear(reading):
        return (LAYOUTS["roles"], reading) if reading.samples or chosen else None
    return None


def _try_layout(layout: str, scene: Scene, *, chosen: bool) -> Found | None:
    """Read a tree as `layout`; None if it does not look like it."""
    tree, options = scene.tree, scene.options
    if layout == "csv":
        return _csv(scene, chosen=chosen)
    if layout == "labels":
        return _labels(scene, chosen=chosen)
    if layout == "roles":
        return _roles(scene, chosen=chosen)
    if layout == "dagm":
        folders = find_ten_class(tree)
        return (LAYOUTS[layout], read_ten_class(tree, folders)) if folders else None
    if layout == "dagm6":
        pairs = find_six_class(tree)
        return (LAYOUTS[layout], read_six_class(tree, pairs)) if pairs else None
    if layout == "mvtec":
        categories = find_mvtec(tree)
        return (LAYOUTS[layout], read_mvtec(tree, categories)) if categories else None
    if not chosen and scene.masks.of:
        return None  # a class folder holds no masks: roles tell which pictures are
    found = find_class_folders(tree, options.normal, chosen=chosen)
    if not found.classes:
        return None
    name = tree.root.name
    return LAYOUTS[layout], read_class_folders(found, options.normal, name)


def open_dataset(path: Path, options: ReaderOptions = AS_FOUND) -> DataSet:
    """Read a data set's structure. Of images at most those with deep grey are decoded, and masks.

    Files that cannot be used are left out and listed in `problems`, and so is everything that is
    not read: see `Account`. A large folder that was read before and has not changed since is not
    read again.

    Parameters
    ----------
    path
        A folder, or a CSV manifest.
    options
        What the user said about it: layout, normal class, columns, roles of folders, answers.

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
    for _, role in options.roles:
        if role not in FOLDER_ROLES:
            raise DataError(
                "'{role}' is no role of a folder. Choose one of: {roles}.",
                role=role,
                roles=", ".join(FOLDER_ROLES),
            )
    known = kept_scan(root, options)
    if known is not None:
        return known
    with _no_collecting():
        data = _read(path, root, options)
        keep_scan(root, options, data)
    return data


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Nothing that a reader makes has cycles: looking for some among a million objects takes a
    quarter of the time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _read(path: Path, root: Path, options: ReaderOptions) -> DataSet:
    if root.is_file():
        if root.suffix.lower() not in SUFFIXES:
            raise _unknown_file(root)
        tree = list_tree(root.parent, depth=1)
        layout, name, reading = "csv", LAYOUTS["csv"], _one_table(root, tree, options)
    else:
        tree = list_tree(root)
        layout, name, reading = read_scene(path, Scene(tree, options), options)
    return dataset_of(path, tree, layout, name, reading, options)


def dataset_of(
    path: Path, tree: Tree, layout: str, name: str, reading: Reading, options: ReaderOptions
) -> DataSet:
    """What a reader read as a data set: each file looked at, doubts and grey found, all counted.

    Raises
    ------
    DataError
        No usable image is left.
    """
    looked = glance(reading.samples)
    problems = [*reading.problems, *looked.problems]
    if not looked.kept:
        raise DataError(
            "{path}: looks like '{layout}', but holds no usable image. {hint}",
            path=path,
            layout=name,
            hint=problems[0].reason if problems else "Check that the copy is complete.",
        )
    kept = _with_parts(looked.kept)
    answer = options.answer("masks")
    kept, doubts, unused = drop_doubtful(kept, answer)
    reading.used |= dict.fromkeys(unused, "mask")
    problems += doubts
    if not any(sample.label.defective is False for sample in kept):
        kept = [_named_only(sample) for sample in kept]
        if layout in ("labels", "roles"):
            problems.append(Problem(str(tree.root), NO_NORMAL, kind="note"))
    elif all(sample.label.defective is False for sample in kept):
        problems.append(Problem(str(tree.root), ONLY_NORMAL, kind="note"))
    grey, said = find_grey(kept, looked.deep, options.grey, tree.root)
    problems += said
    told = Account()
    if not path.expanduser().absolute().is_file():
        told, left = account(tree, kept, reading, problems)
        problems += left
    return DataSet(tree.root, layout, name, tuple(kept), tuple(problems), told, grey, answer)


def read_scene(path: Path, scene: Scene, options: ReaderOptions) -> tuple[str, str, Reading]:
    """The first layout that fits, its name, and what it reads.

    Raises
    ------
    UnclearError, DataError
        None does; there are no images.
    """
    if options.roles and not options.layout:
        found = _roles(scene, chosen=True)
        assert found is not None
        return "roles", *found
    for layout in [options.layout] if options.layout else LAYOUTS:
        found = _try_layout(layout, scene, chosen=bool(options.layout))
        if found is not None:
            return layout, *found
    named = read_named(scene.tree)
    if named is not None and not options.layout:
        return "roles", LABEL_LAYOUTS["neu"], named
    raise _unknown(scene, path)


def _one_table(path: Path, tree: Tree, options: ReaderOptions) -> Reading:
    table, names = read_table(path), Names(tree)
    folder = tree.of(path.parent)
    roles = assign_columns(table.header, dict(options.columns))
    guessed = guess_columns(table, roles, names, folder) if folder is not None else set()
    manifest = Manifest(table, roles, guessed, folder)
    return read_manifests([manifest], names, tree.root, options)


def _with_parts(samples: list[Sample]) -> list[Sample]:
    """Validation is training where there are test images, for this program draws its own images to
    validate with; without test images it is the test half.
    """
    parts = {sample.part for sample in samples}
    if "val" not in parts:
        return samples
    is_now = "train" if "test" in parts else "test"
    return [_in_part(s, is_now) if s.part == "val" else s for s in samples]


def _in_part(sample: Sample, part: str) -> Sample:
    s = sample
    return Sample(s.location, s.label, s.mask, s.ellipse, s.group, part, s.drawn, s.marks, s.more)


def _named_only(sample: Sample) -> Sample:
    """A sample of a set without a normal image: nothing can be called defective in it. What was
    drawn on it is shown, and counts for nothing.
    """
    label = sample.label
    if label.defective is None:
        return sample
    kind = "" if label.defect == "defective" else label.defect
    name = f"{label.texture} {kind}".strip() or "defective"
    s = sample
    return Sample(
        s.location,
        Label(name, "", None),
        s.mask,
        s.ellipse,
        s.group,
        s.part,
        marks=s.marks,
        more=s.more,
    )


def _unknown_file(root: Path) -> DataError:
    return DataError(
        "{path}: not a folder or CSV manifest. Choose the folder that holds the images.",
        path=root,
    )


def _unknown(scene: Scene, path: Path) -> DataError:
    if not scene.tree.images:
        return DataError(
            "{path}: no images (PNG, BMP, TIFF, JPEG, WebP) in it. Choose another folder.",
            path=path,
        )
    return UnclearError(
        "{path}: unknown layout. Say what its folders are: which one is a class, a product, a part "
        "of the split, masks.",
        path=path,
    )


class UnclearError(DataError):
    """A folder of images whose meaning a person has to say."""
