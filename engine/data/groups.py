"""Images that belong together - of one part, one lot, one day - so that no fold separates them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.core.values import Problem
from engine.data.folds import check_filled, stratified_folds
from engine.data.sample import DataSet
from engine.data.values import FoldPlan, GroupRule


def name_groups(
    data: DataSet, own: Sequence[str], rule: GroupRule, pairs: Iterable[tuple[int, int]]
) -> tuple[str, ...]:
    """Group of each image by a rule, "" for none.

    Parameters
    ----------
    own
        Groups as the data set itself names them.
    pairs
        Images that are alike, by index; used where the rule says so.

    Raises
    ------
    DataError
        The pattern is no regular expression.
    """
    if rule.source == "folder":
        names = _folders(data)
    elif rule.source == "pattern":
        try:
            pattern = re.compile(rule.pattern)
        except re.error as error:
            raise DataError(
                "'{pattern}' is no regular expression ({why}). An example: ^(lot\\d+)",
                pattern=rule.pattern,
                why=error,
            ) from error
        names = [_matched(pattern, file) for file in data.files]
    else:
        names = list(own)
    return _join(names, data, pairs) if rule.alike else tuple(names)


def _folders(data: DataSet) -> list[str]:
    """The folder of each image; an image that lies in the folder of its class stands alone.

    That folder says which class it is and no more. It is the highest level at which every folder
    holds one class.
    """
    folders = [PurePosixPath(file).parts[:-1] for file in data.files]
    level = 0
    if data.layout == "folders":
        for level in range(1, max(map(len, folders), default=0) + 1):
            classes: dict[tuple[str, ...], int] = {}
            pairs = zip(folders, data.classes, strict=True)
            if all(classes.setdefault(parts[:level], number) == number for parts, number in pairs):
                break
    return ["/".join(parts) or "." if len(parts) > level or not level else "" for parts in folders]


def _matched(pattern: re.Pattern[str], file: str) -> str:
    result = pattern.search(file)
    if result is None:
        return ""
    return (result.group(1) or "") if pattern.groups else result.group()


def _join(names: Sequence[str], data: DataSet, pairs: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """Let alike images share a group; groups that share one become one."""
    leader: dict[str, str] = {}

    def lead(name: str) -> str:
        while leader.setdefault(name, name) != name:
            leader[name] = name = leader[leader[name]]
        return name

    keys = [name or f"\0{number}" for number, name in enumerate(names)]
    joined: set[str] = set()
    for first, second in pairs:
        one, other = lead(keys[first]), lead(keys[second])
        if one != other:
            leader[other] = one
        joined.add(one)
    roots = {lead(name) for name in joined}
    result = []
    for key in keys:
        root = lead(key) if key in leader else key
        if root.startswith("\0"):
            result.append(f"= {data.files[int(root[1:])]}" if root in roots else "")
        else:
            result.append(root)
    return tuple(result)


def move_groups(
    groups: Sequence[str],
    numbers: NDArray[np.int64],
    folds: int,
    moves: Iterable[tuple[str, int]],
) -> NDArray[np.int64]:
    """Put whole groups into other folds, one after another.

    Parameters
    ----------
    groups
        Of each image, "" for none.
    numbers
        int64 (images,), fold of each image, from 1; not changed.
    folds
        How many there are.
    moves
        (group, fold from 1 to `folds`).

    Raises
    ------
    DataError
        There is no such group or fold, or a fold would be empty in the end.
    """
    result, names = numbers.copy(), np.asarray(groups, dtype=object)
    for group, fold in moves:
        mine = names == group
        if not group or not mine.any():
            raise DataError("There is no group '{group}' among these.", group=group)
        if not 1 <= fold <= folds:
            raise DataError(
                "There is no fold {fold}: choose one of 1 to {folds}.", fold=fold, folds=folds
            )
        result[mine] = fold
    check_filled(result.tolist(), folds)
    return result


def plan_folds(
    data: DataSet,
    groups: Sequence[str],
    rule: GroupRule,
    pairs: Sequence[tuple[int, int]],
    *,
    kept: bool,
    numbers: NDArray[np.int64] | None = None,
    folds: int = 5,
    seed: int = 0,
) -> FoldPlan:
    """Say what groups come to: folds, images of each class in each, pairs that are separated.

    `numbers` are the folds in use where they are known, else they are made by `folds` and `seed`.
    """
    problem = None
    if numbers is None:
        numbers = np.zeros(len(data.samples), dtype=np.int64)
        try:
            numbers = stratified_folds(data.classes, tuple(groups), folds, seed)
        except DataError as error:
            problem = Problem(data.root.name, error.template, error.values)
    counts = np.zeros((folds, len(data.labels)), dtype=np.int64)
    if problem is None:
        np.add.at(counts, (numbers - 1, np.asarray(data.classes)), 1)
    sizes: dict[str, int] = {}
    for group in groups:
        if group:
            sizes[group] = sizes.get(group, 0) + 1
    bad = np.asarray([label.defective is True for label in data.labels])
    defects = counts[:, bad].sum(axis=1)
    for array in (numbers, counts, defects):
        array.setflags(write=False)
    return FoldPlan(
        rule,
        tuple(groups),
        numbers,
        counts,
        sum(size > 1 for size in sizes.values()),
        max(sizes.values(), default=0),
        sum(bool(numbers[a] != numbers[b]) for a, b in pairs),
        kept,
        problem,
        seed,
        defects,
    )
