"""What a teacher says of every cell of its training images, kept with its run.

Passing a large network over hundreds of images takes minutes and is the same for every student, so
it is done once: a student that is smaller, or taught once more, starts at once.
"""

from __future__ import annotations

import io
import json
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TypeVar
from zipfile import BadZipFile

import numpy as np
import torch
from numpy.typing import NDArray

from engine.core.errors import NotDefinedError
from engine.core.files import make_folder, write_atomic
from engine.core.job import always, relay
from engine.core.runtime import host_array
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.network.layers import passes
from engine.network.numerics import autocast
from engine.project.kept_key import kept_key
from engine.project.runs import RunFolder

T = TypeVar("T")
Stages = Generator[tuple[str, int, int], None, T]
"""Yields (stage, done, total)."""

FORMAT = 2

KEPT_EVERY = 32
"""Images after which what was found is written: what a crash or a cancel may lose."""

Said = dict[int, NDArray[np.float16]]
"""By number of the image: logits (classes, hc, wc) of the last layer's cells, of which a window's
logits are the mean. Half precision: a student learns nothing from the rest."""


def teach(
    folder: RunFolder,
    judge: Judge,
    store: ImageStore,
    images: Sequence[int],
) -> Stages[Said]:
    """Ask a run's network about every cell of images; what is known already is not asked again.

    Parameters
    ----------
    folder
        The teacher's run.
    images
        Numbers in the run's data set.

    Yields
    ------
    tuple
        ("lessons", done, total); between the steps of a pass too. Closed early, what was found
        stays with the run.

    Raises
    ------
    NotDefinedError
        The teacher judges whole images, not windows.
    """
    if judge.network.window == 0:
        raise NotDefinedError(
            "{path}: it judges whole images. Choose a teacher that judges windows.",
            path=folder.path,
        )
    said = read_lessons(folder)
    missing = [number for number in images if number not in said]
    total = len(images)
    try:
        for count, number in enumerate(missing):
            step = "lessons", total - len(missing) + count, total
            yield step
            asked = ask(judge, store.image(number))
            said[number] = yield from relay(asked, always(step))
            if count % KEPT_EVERY == KEPT_EVERY - 1:
                _write(folder, said)
    finally:
        if missing:
            _write(folder, said)
    yield "lessons", total, total
    return {number: said[number] for number in images}


def ask(judge: Judge, image: NDArray[np.uint8]) -> Generator[None, None, NDArray[np.float16]]:
    """Logits (classes, hc, wc) of an image's cells; gives way after each convolution."""
    network, numerics = judge.network, judge.numerics
    pixels, _ = judge.input(image)
    with torch.inference_mode():
        maps = network.prepare(pixels.to(numerics.device))
    for step, _ in passes(network):
        with torch.inference_mode(), autocast(numerics):
            maps = step(maps)
        yield
    with torch.inference_mode(), autocast(numerics):
        return host_array(network.cell_logits(maps)[0]).clip(-6e4, 6e4).astype(np.float16)


def read_lessons(folder: RunFolder) -> Said:
    """What the run's weights as they are have said so far; empty if nothing can be read."""
    try:
        with np.load(_file(folder), allow_pickle=False) as result:
            if json.loads(str(result["key"])) != kept_key(folder, FORMAT):
                return {}
            return dict(zip(result["images"].tolist(), result["cells"], strict=True))
    except (OSError, ValueError, KeyError, BadZipFile):
        return {}


def _write(folder: RunFolder, said: Said) -> None:
    shapes = {each.shape for each in said.values()}
    if len(shapes) != 1:
        return  # images of several sizes: not kept, asked again
    held = io.BytesIO()
    np.savez(
        held,
        allow_pickle=False,
        key=np.array(json.dumps(kept_key(folder, FORMAT))),
        images=np.fromiter(said, dtype=np.int64, count=len(said)),
        cells=np.stack(list(said.values())),
    )
    make_folder(_file(folder).parent)
    write_atomic(_file(folder), held.getvalue())


def _file(folder: RunFolder) -> Path:
    return folder.path / "measures" / "lessons.npz"
