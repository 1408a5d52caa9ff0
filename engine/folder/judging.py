"""One file after another through a network: verdict, familiarity and picture, in any process."""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Generator, Sequence
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import TransferLensError
from engine.core.event import Event
from engine.core.files import make_folder, write_atomic
from engine.core.values import Problem
from engine.data.image import encoded, read_image, shrink
from engine.data.readers.tree import printable
from engine.folder.ahead import read_ahead
from engine.folder.arrivals import why_not
from engine.folder.messages import FolderRow
from engine.folder.picture import heat_picture
from engine.folder.results import FileJudged, judge_file
from engine.inspection.dense import Judge
from engine.inspection.explain import heat_map, question_for
from engine.training.familiarity import Reference, image_features

log = logging.getLogger(__name__)

Rows = Generator[tuple[Path, FolderRow] | Event | None, None, None]
"""Files with their rows, in the order they were given; None or an event while one is waited for."""


def file_heat(judge: Judge, found: FileJudged) -> tuple[NDArray[np.float32], tuple[float, float]]:
    """The heat map of a file's verdict, in logits, and the pixels (x, y) that a value covers."""
    judged = found.judged
    assert judged.features is not None
    question = question_for(judged.verdict, judge.labels)
    return heat_map(judge.network, judged.features, question), judged.geometry.step


def file_picture(judge: Judge, found: FileJudged, longest: int = 0) -> NDArray[np.uint8]:
    """A file with its heat map, the worst window and a legend: uint8 (H + 30, W, 3).

    `longest`: shrink the image to that side first, so that the legend can be read; 0: do not.
    """
    heat, (wide, high) = file_heat(judge, found)
    image = shrink(found.image, longest) if longest else found.image
    x, y = image.shape[1] / found.image.shape[1], image.shape[0] / found.image.shape[0]
    box = None
    if any(label.defective is False for label in judge.labels):
        left, top, width, height = found.prediction.box
        box = (round(left * x), round(top * y), round(width * x), round(height * y))
    return heat_picture(image, heat, (wide * x, high * y), box)


@dataclass
class FileJudge:
    """What judges files.

    Attributes
    ----------
    judge : the network
    reference : what the run was trained on; None: distances are not told
    heat : folder for pictures; "": none are drawn
    folder : what is inspected, below which pictures have their names
    """

    judge: Judge
    reference: Reference | None
    heat: str
    folder: str

    def rows(self, files: Sequence[Path]) -> Rows:
        """Judge files one by one while the next is read."""
        with closing(read_ahead(files, self._read)) as ahead:
            for path, pixels in ahead:
                yield path, self.row(path, pixels)

    def _read(self, path: Path) -> NDArray[np.uint8] | None:
        return None if why_not(path) else read_image(path, self.judge.grey)

    def row(self, path: Path, pixels: Future[NDArray[np.uint8] | None] | None = None) -> FolderRow:
        """Judge one file, whose `pixels` may be on their way; one that cannot be read is a row that
        says why. Its number is for whoever counts.
        """
        when = dt.datetime.now().isoformat(timespec="milliseconds")
        name = printable(str(path))
        row = FolderRow(0, name, when)
        if why := why_not(path):
            return replace(row, problem=Problem(name, why))
        try:
            image = pixels.result() if pixels is not None else None
            result = judge_file(self.judge, path, 0, image)
        except TransferLensError as error:
            return replace(row, problem=Problem(str(path), error.template, error.values))
        except Exception as error:  # one strange file must not end a night's work
            log.exception("%s could not be judged", path)
            values = {"path": str(path), "why": f"{type(error).__name__}: {error}"}
            problem = Problem(str(path), "{path}: cannot be judged ({why}).", values)
            return replace(row, problem=problem)
        distance = None
        if self.reference is not None:
            assert result.judged.features is not None
            distance = self.reference.distance(image_features(result.judged.features))
        if self.heat:
            self._draw(path, result)
        unlike = (
            self.reference is not None
            and distance is not None
            and distance > self.reference.about.limit
        )
        return replace(row, prediction=result.prediction, distance=distance, unlike=unlike)

    def _draw(self, path: Path, found: FileJudged) -> None:
        picture = file_picture(self.judge, found)
        target = Path(self.heat) / relative_name(path, Path(self.folder))
        make_folder(target.parent)
        write_atomic(target.with_name(f"{target.name}.png"), encoded(picture, ".png"))


class InProcess:
    """Judges all files in this process."""

    def __init__(self, judge: FileJudge) -> None:
        self._judge = judge
        self.seconds = 0.0

    def rows(self, files: Sequence[Path]) -> Rows:
        """Judge files; the time they take is counted, pauses between them are not."""
        with closing(self._judge.rows(files)) as work:
            while True:
                began = time.perf_counter()
                try:
                    result = next(work)
                except StopIteration:
                    return
                self.seconds += time.perf_counter() - began
                yield result


def relative_name(path: Path, folder: Path) -> Path:
    """A file's name below the folder that is inspected; its own where it lies elsewhere."""
    try:
        return path.absolute().relative_to(folder.absolute())
    except ValueError:
        return Path(path.name)
