"""Stratified folds that keep groups whole, fixed by a seed and stored with the project."""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError, RunError
from engine.core.files import make_folder, write_atomic
from engine.core.folders import cache_folder
from engine.core.known_warnings import ignore_expected
from engine.core.recipe import NO_DEFECTS, Recipe
from engine.core.table import listed
from engine.data.sample import DataSet

ignore_expected()

FEW_DEFECTS = 10
"""Below this many labelled defects all of them train; validation then holds normals only."""


def stratified_folds(
    classes: tuple[int, ...], groups: tuple[str, ...], folds: int, seed: int
) -> NDArray[np.int64]:
    """Give each item a fold number from 1 to `folds`.

    Parameters
    ----------
    classes
        Class number of each item; every fold gets its share of each class.
    groups
        Group of each item ("" for none); items of one group land in the same fold.
    folds, seed
        Number of folds, and what shuffles them.

    Returns
    -------
    ndarray of int64, shape (items,)

    Raises
    ------
    DataError
        There are fewer images (or groups) than folds.
    """
    # Loading it takes longer than all else that opening a set does, and folds are mostly known.
    from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold

    named = {group for group in groups if group}
    labels = np.asarray(classes)
    apart = len({group or f"\0{place}" for place, group in enumerate(groups)})
    if named and apart < folds:
        raise DataError(
            "{count} groups are too few for {folds} folds. Use fewer folds, or smaller groups.",
            count=apart,
            folds=folds,
        )
    if len(labels) < folds:
        raise DataError(
            "{count} images are too few for {folds} folds. Use fewer folds.",
            count=len(labels),
            folds=folds,
        )
    result = np.zeros(len(labels), dtype=np.int64)
    try:
        if named:
            # An image without a group is a group of its own.
            keys = np.asarray([g or f"\0{i}" for i, g in enumerate(groups)])
            splitter = StratifiedGroupKFold(folds, shuffle=True, random_state=seed)
            parts = splitter.split(labels, labels, keys)
        else:
            parts = StratifiedKFold(folds, shuffle=True, random_state=seed).split(labels, labels)
        for number, (_, members) in enumerate(parts, start=1):
            result[members] = number
    except ValueError as error:
        raise DataError(
            "The images cannot be split into {folds} folds: every class has fewer images "
            "than that. Use fewer folds or add images.",
            folds=folds,
        ) from error
    return result


@dataclass(frozen=True, slots=True)
class Split:
    """Indices of the images a run trains on, validates on and is tested on; no overlap."""

    train: tuple[int, ...]
    validation: tuple[int, ...]
    test: tuple[int, ...]


def _stem(data: DataSet) -> str:
    """How the files of a set's folds begin."""
    groups = tuple(sample.group for sample in data.samples)
    # A lot column that was added later asks for other folds, though the images are the same.
    known = hashlib.sha256("\0".join(groups).encode()).hexdigest()[:6] if any(groups) else "none"
    return f"folds-{data.fingerprint[:12]}-groups-{known}-"


def project_folds(
    data: DataSet, recipe: Recipe, project: Path | None, *, store: bool = True
) -> NDArray[np.int64]:
    """Folds of a data set, read from the project if they were made before, else made and stored.

    Storing them keeps old and new runs comparable even if a library splits differently one day.
    Without `store` nothing is written.
    """
    groups = tuple(sample.group for sample in data.samples)
    name = f"{_stem(data)}{recipe.folds}-seed{recipe.seed}.csv"
    path = project / "folds" / name if project else None
    if path is not None and path.is_file():
        with path.open(encoding="utf-8", newline="") as file:
            stored = {row["file"]: int(row["fold"]) for row in csv.DictReader(file)}
        if set(stored) == set(data.files):
            return np.asarray([stored[file] for file in data.files])
        raise DataError(
            "{path}: does not list the images of this set. Delete it to make new folds.", path=path
        )
    folds = _drawn_before(data.classes, groups, recipe.folds, recipe.seed)
    if path is not None and store:
        _write(path, data, folds.tolist())
    return folds


def _drawn_before(
    classes: tuple[int, ...], groups: tuple[str, ...], folds: int, seed: int
) -> NDArray[np.int64]:
    """As :func:`stratified_folds`, kept in the cache as this version of the library draws them."""
    mark = hashlib.sha256(repr((folds, seed, metadata.version("scikit-learn"))).encode())
    mark.update(np.asarray(classes, dtype=np.int64).tobytes())
    mark.update("\0".join(groups).encode("utf-8", "surrogatepass"))
    path = cache_folder() / "folds" / f"{mark.hexdigest()[:32]}.npy"
    try:
        held = np.load(path, allow_pickle=False)
        if held.shape == (len(classes),) and held.dtype == np.int64:
            return np.asarray(held)
    except (OSError, ValueError, EOFError):
        pass  # not drawn before, or damaged: it is drawn again
    drawn = stratified_folds(classes, groups, folds, seed)
    out = io.BytesIO()
    np.save(out, drawn, allow_pickle=False)
    with suppress(RunError, OSError):  # a cache that cannot be written costs time, nothing else
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, out.getvalue())
    return drawn


def keep_folds(data: DataSet, project: Path, folds: int, seed: int, numbers: Sequence[int]) -> None:
    """Keep folds that a person changed, in place of those that were drawn.

    Parameters
    ----------
    folds, seed
        How many there are, and what they were drawn with: runs with these entries have them.
    numbers
        Fold of each image, from 1.

    Raises
    ------
    DataError
        A fold would be empty, or a group would lie in two.
    """
    place: dict[str, int] = {}
    for sample, number in zip(data.samples, numbers, strict=True):
        if sample.group and place.setdefault(sample.group, number) != number:
            raise DataError(
                "The group '{group}' would lie in two folds. Move it as a whole.",
                group=sample.group,
            )
    check_filled(numbers, folds)
    _write(project / "folds" / f"{_stem(data)}{folds}-seed{seed}.csv", data, numbers)


def check_filled(numbers: Sequence[int], folds: int) -> None:
    """Refuse folds of which one holds nothing.

    Raises
    ------
    DataError
        It names the first one that would be empty.
    """
    lacking = sorted(set(range(1, folds + 1)) - set(numbers))
    if lacking:
        raise DataError(
            "Fold {fold} would be empty. Move another group into it first, or use fewer folds.",
            fold=lacking[0],
        )


def _write(path: Path, data: DataSet, folds: Sequence[int]) -> None:
    rows = list(zip(data.files, folds, strict=True))
    make_folder(path.parent)
    write_atomic(path, listed(("file", "fold"), rows).written("\n"))


def carry_folds(
    old: DataSet, new: DataSet, project: Path, places: Sequence[int] | None = None
) -> int:
    """Give a set the folds that a project keeps for another set of the same images.

    Parameters
    ----------
    old, new
        The same images with the same groups, in the same order.
    places
        Of each image of `new`, its index in `old`; None: all of them.

    Returns
    -------
    int
        How many lists of folds were written.
    """
    written = 0
    start = _stem(old)
    files = old.files if places is None else [old.files[place] for place in places]
    for path in sorted((project / "folds").glob(f"{start}*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            stored = {row["file"]: int(row["fold"]) for row in csv.DictReader(file)}
        if set(stored) == set(old.files):
            name = f"{_stem(new)}{path.name.removeprefix(start)}"
            _write(path.with_name(name), new, [stored[file] for file in files])
            written += 1
    return written


def split_for(data: DataSet, recipe: Recipe, project: Path | None = None) -> Split:
    """Return which images a recipe trains on, validates on and is tested on.

    Raises
    ------
    DataError
        The split leaves nothing to train or to test on, or an official split is asked of a set
        that has none.
    """
    everyone = np.arange(len(data.samples))
    if recipe.split == "official":
        if not data.has_official_split:
            raise DataError("This data set has no Train and Test parts. Use --split folds.")
        is_test = np.asarray([sample.part == "test" for sample in data.samples])
    else:
        is_test = project_folds(data, recipe, project) == recipe.fold
    rest, test = everyone[~is_test], everyone[is_test]
    defective = np.asarray([sample.label.defective is True for sample in data.samples])
    rest, kept_defects = _limit_defects(data, recipe, rest, defective)
    if len(data.labels) < 2:
        raise DataError(
            "{path}: all images are of one class ('{name}'), so there is nothing to learn. Add "
            "images of another one.",
            path=data.root,
            name=data.labels[0].name,
        )
    train, validation = _hold_out(data, recipe, rest, kept_defects)
    if not len(train) or not len(test):
        raise DataError("The split leaves no images to train or to test on. Use fewer folds.")
    none = recipe.defects == NO_DEFECTS
    if data.has_normal and not none and not defective[train].any():
        raise DataError("No defective image is left to train on. Add some, or use other folds.")
    return Split(tuple(train.tolist()), tuple(validation.tolist()), tuple(test.tolist()))


def _limit_defects(
    data: DataSet, recipe: Recipe, rest: NDArray[np.int64], defective: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], int]:
    """Drop all but `recipe.defects` defective images, spread over textures, drawn by seed."""
    bad = rest[defective[rest]]
    if recipe.defects == NO_DEFECTS:
        return rest[~defective[rest]], 0
    if recipe.defects == 0 or recipe.defects >= len(bad):
        return rest, len(bad)
    rng = np.random.default_rng([recipe.seed, 1, recipe.fold])
    order = rng.permutation(bad)
    seen: Counter[str] = Counter()
    rank: list[tuple[int, int]] = []
    for index in order:
        texture = data.samples[index].label.texture
        rank.append((seen[texture], len(rank)))
        seen[texture] += 1
    chosen = [int(order[place]) for _, place in sorted(rank)[: recipe.defects]]
    return np.sort(np.concatenate([rest[~defective[rest]], chosen])), len(chosen)


def _hold_out(
    data: DataSet, recipe: Recipe, rest: NDArray[np.int64], defects: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Take a stratified share of the images for validation."""
    if recipe.validation == 0:
        return rest, rest[:0]
    pool = rest
    if data.has_normal and defects < FEW_DEFECTS:
        # A lot with a defect trains as a whole: its normal parts would not be unseen.
        bad = [i for i in rest if data.samples[i].label.defective]
        lots = {data.samples[i].group for i in bad} - {""}
        pool = np.asarray(
            [
                i
                for i in rest
                if data.samples[i].label.defective is False and data.samples[i].group not in lots
            ],
            dtype=np.int64,
        )
    largest = max(Counter(data.classes[i] for i in pool).values(), default=0)
    groups = len({data.samples[i].group or f"\0{i}" for i in pool})
    parts = min(max(2, round(1.0 / recipe.validation)), largest, groups)
    if parts < 2:
        return rest, rest[:0]  # one image a class: none can be spared
    folds = stratified_folds(
        tuple(data.classes[i] for i in pool),
        tuple(data.samples[i].group for i in pool),
        parts,
        recipe.seed + recipe.fold,
    )
    validation = pool[folds == 1]
    return np.setdiff1d(rest, validation), validation
