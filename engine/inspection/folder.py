"""Judging a folder of images that need not belong to any data set."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from pathlib import Path

from engine.data.image import is_image, read_image
from engine.data.sample import Label
from engine.errors import DataError
from engine.inspection.dense import judge_image, prediction
from engine.messages import Prediction, Problem
from engine.network.inspector import Inspector
from engine.numerics import at_hand
from engine.project.runs import RunFolder

COLUMNS = ("file", "verdict", "score", "class", "x", "y", "width", "height", "ms")

POLL_SECONDS = 0.5


def find_images(path: Path) -> list[Path]:
    """Images of a folder and the folders below it, sorted; or the one file named.

    Raises
    ------
    DataError
        There is nothing of the kind.
    """
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise DataError("{path}: no such folder or file. Check the path.", path=path)
    return sorted(item for item in path.rglob("*") if item.is_file() and is_image(item))


def judge_files(
    folder: RunFolder, network: Inspector, files: list[Path]
) -> Iterator[Prediction | Problem]:
    """Judge files one by one; one that cannot be read gives a Problem, the rest go on."""
    record, numerics = folder.record, at_hand(folder.record.numerics)
    for number, path in enumerate(files):
        try:
            image = read_image(path)
        except DataError as error:
            yield Problem(str(path), error.template, error.values)
            continue
        judged = judge_image(
            network, image, record.labels, record.threshold, numerics,
            record.recipe.whole_side,
        )  # fmt: skip
        yield prediction(judged, number, str(path), record.labels, record.threshold)


def arrivals(path: Path, seen: set[Path]) -> Iterator[list[Path]]:
    """Watch a folder: yields the images that arrived and are complete, [] while there are none.

    A file counts as complete when its size has not changed between two looks.
    """
    sizes: dict[Path, int] = {}
    while True:
        ready = []
        for item in find_images(path):
            if item in seen:
                continue
            try:
                size = item.stat().st_size
            except OSError:
                continue  # moved away between the two looks
            if size > 0 and sizes.get(item) == size:
                seen.add(item)
                ready.append(item)
            sizes[item] = size
        yield ready
        time.sleep(POLL_SECONDS)


def verdict_word(row: Prediction, labels: tuple[Label, ...]) -> str:
    """Name the verdict: defective or normal; empty where the network knows no normal class."""
    if all(label.defective is None for label in labels):
        return ""
    return "defective" if row.defective else "normal"


class CsvWriter:
    """One row an image, written and flushed as it comes; closes as a context manager.

    Attributes
    ----------
    path : the file; one that exists is not overwritten
    """

    def __init__(self, path: Path, labels: tuple[Label, ...]) -> None:
        self.path = path
        self._labels = labels
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # The mark at the start lets Excel read Korean file names.
            self._file = path.open("x", encoding="utf-8-sig", newline="")
        except FileExistsError:
            raise DataError("{path}: exists already. Choose another name.", path=path) from None
        except OSError as error:
            raise DataError(
                "{path}: cannot be written ({why}).", path=path, why=error.strerror
            ) from error
        self._rows = csv.writer(self._file)
        self._rows.writerow(COLUMNS)

    def __enter__(self) -> CsvWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, row: Prediction) -> None:
        """Write one verdict."""
        verdict = verdict_word(row, self._labels)
        self._rows.writerow(
            [row.file, verdict, f"{row.score:.6g}", row.class_name, *row.box, f"{row.ms:.1f}"]
        )
        self._file.flush()
