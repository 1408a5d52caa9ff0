"""A run as an ONNX file that was compared with it, image by image."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Sequence
from dataclasses import asdict
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray

from engine.compress.graph import VerdictGraph
from engine.compress.offer import Made, choose
from engine.compress.onnx_file import OPSET, needed, onnx_versions, quantised, to_onnx
from engine.compress.runtimes import INPUT, runtimes
from engine.compress.values import Exported
from engine.compress.verify import TOLERANCES, Reference, compare
from engine.core.errors import RunError
from engine.core.files import make_folder, write_atomic
from engine.core.recipe import Recipe
from engine.core.runtime import versions
from engine.core.standing import worse_than
from engine.data.draw import sample_images
from engine.data.store import ImageStore
from engine.inspection.dense import Judge
from engine.network.layers import leave_inputs_alone
from engine.network.numerics import DEFAULT_THREADS, settle
from engine.network.values import Numerics
from engine.network.window_classifier import WindowClassifier
from engine.project.runs import RunFolder
from engine.training.run import load_network, open_run_data

T = TypeVar("T")
Stages = Generator[tuple[str, int, int], None, T]
"""Yields (stage, done, total)."""

FORMAT = 1
"""Of the ``.json``; raised when its meaning changes."""

LATER_ENTRIES = {"line_share": 0.0, "enough": 0.0}
"""Recipe entries that came later: where they are as before, a recipe's hash is that of before."""

ALWAYS = {
    "score": "(n,) largest probability of any defect over windows; with levels, its log-odds are "
    "counted from the texture's level, so that 'threshold' holds for all",
    "label": "(n,) number of the class at the threshold",
}
AT_LENGTH = ALWAYS | {
    "scores": "(n, h, w) score of each window; corner at (column, row) * stride - before",
    "worst_window": "(n, classes) probabilities in the window with the score",
    "mean_window": "(n, classes) mean of the probabilities over windows",
}
BRIEFLY = ALWAYS | {
    "window": "(n, 2) row and column of the window with the score; corner as (column, row) * "
    "stride - before",
}
"""Outputs of a file, as its ``.json`` describes them."""

IMAGES = 20
CALIBRATION_IMAGES = 16


def export_run(
    run_path: Path,
    file: Path,
    *,
    int8: bool = False,
    brief: bool = False,
    images: int = IMAGES,
    seed: int = 0,
    data_path: Path | None = None,
) -> Stages[Exported]:
    """Write a run's network and verdict as ONNX, compare it with the run, and say so beside it.

    Three files are written: the model, ``<name>.json`` with classes, threshold, window, stride and
    the comparison, and ``<name>_example.py``, a script that runs it without this program. An export
    that differs too much is written too, as ``accepted: false``; the script refuses it.

    Parameters
    ----------
    run_path
        The run's folder.
    file
        The model's name, ending in .onnx; an older one is replaced.
    int8
        Convolutions in 8-bit integers, their ranges from validation images, where they agree with
        the run and are quicker on this computer; else float32 is written, and why.
    brief
        Gives the score, the class and the worst window's place, and no map of windows.
    images
        Held-out test images compared, the classes as equal as they come.
    seed
        Of their choice.
    data_path
        Where the run's data set is now; None: where it was.

    Yields
    ------
    tuple
        (stage, done, total): `judging`, `exporting`, `quantising`, `comparing`, and `timing`
        where there is a choice. Closing the generator writes nothing.

    Raises
    ------
    RunError, DataError
        The run has no weights or no test images, its images have changed, a package is missing,
        or the file cannot be written.
    """
    needed()
    folder = RunFolder.load(run_path)
    record = folder.record
    if images < 1:
        raise RunError("An export is compared on at least one image: ask for 1 or more.")
    if file.suffix.lower() != ".onnx":
        raise RunError("{path}: choose a name that ends in .onnx.", path=file)
    yield "judging", 0, images
    data, store = open_run_data(folder, data_path)
    split = folder.read_split(data)
    sample = sample_images(data, split.test, images, seed)
    if not sample:
        raise RunError("{path}: it has no test images to compare on.", path=folder.path)
    numerics = Numerics("cpu", "float32", False, 1, DEFAULT_THREADS)
    network = settle(load_network(folder), numerics).eval()
    network = leave_inputs_alone(network.to(memory_format=torch.contiguous_format))
    colour = (
        record.colour
        if record.colour is not None
        else any(store.image(index).ndim == 3 for index in (*sample, *split.validation))
    )
    judge = record.judge(network, numerics)
    references = yield from _references(judge, store, sample, colour)
    yield "exporting", 0, 1
    about = _about(folder, network, colour)
    side = network.window or record.recipe.whole_side
    graph = VerdictGraph(
        network, record.labels, record.threshold, record.levels, brief=brief
    ).eval()
    strings = {name: json.dumps(value, ensure_ascii=False) for name, value in about.items()}
    models = {"float32": to_onnx(graph, side, colour, strings)}
    if int8:
        yield "quantising", 0, 1
        pool = split.validation or split.train
        shown = sample_images(data, pool, CALIBRATION_IMAGES, seed)
        inputs = (_as_input(judge, store.image(i), colour) for i in shown)
        models["int8"] = quantised(models["float32"], inputs)
    made = []
    for precision, model in models.items():
        for runtime in runtimes():
            held = yield from compare(
                model,
                references,
                record.labels,
                record.threshold,
                precision,
                file.name,
                brief=brief,
                runtime=runtime,
            )
            made.append(Made(model, precision, runtime, held))
    offer = yield from choose(made, references[0].pixels, file.name, brief=brief)
    chosen, held = offer.made, offer.made.held
    exported = Exported(
        file=str(file),
        precision=chosen.precision,
        images_compared=held.images,
        max_score_difference=held.score,
        max_window_difference=held.window,
        verdict_changes=held.changes,
        tolerance=TOLERANCES[chosen.precision],
        accepted=not held.reason,
        reason=held.reason,
        brief=brief,
        int8=offer.int8,
        runtime=chosen.runtime,
        times=offer.times,
    )
    _write(file, chosen.model, exported, about)
    return exported


def _as_input(judge: Judge, image: NDArray[np.uint8], colour: bool) -> NDArray[np.uint8]:
    """One image as the exported network takes it: uint8 (h, w), or (h, w, 3) in colour."""
    pixels = np.asarray(judge.input(image)[0][0].numpy())
    if colour and pixels.ndim == 2:
        pixels = np.repeat(pixels[..., None], 3, 2)
    return pixels


def _references(
    judge: Judge, store: ImageStore, sample: Sequence[int], colour: bool
) -> Stages[list[Reference]]:
    """What the run says of the images, in float32."""
    references = []
    for number, index in enumerate(sample):
        image = store.image(index)
        pixels = _as_input(judge, image, colour)
        references.append(Reference(pixels, judge.judge(image).verdict))
        yield "judging", number + 1, len(sample)
    return references


def script_path(file: Path) -> Path:
    """Where the example script of an export stands."""
    return file.with_name(f"{file.stem}_example.py")


def recipe_hash(recipe: Recipe) -> str:
    """SHA-256 over a recipe's entries, in the order of their names."""
    entries = recipe.to_dict()
    for name, usual in LATER_ENTRIES.items():
        if entries[name] == usual:
            del entries[name]
    text = json.dumps(entries, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _about(folder: RunFolder, network: WindowClassifier, colour: bool) -> dict[str, Any]:
    """What the model is; kept inside it and beside it."""
    record = folder.record
    return {
        "run": folder.path.name,
        "classes": [
            {"name": label.name, "texture": label.texture, "defective": label.defective}
            for label in record.labels
        ],
        "threshold": record.threshold,
        "levels": record.levels,
        "thresholds": record.thresholds,
        "caution": " ".join(str(each) for each in worse_than(record.test)) if record.test else "",
        "recipe_hash": recipe_hash(record.recipe),
        "window": network.window,
        "stride": network.stride,
        "before": network.before,
        "whole_side": record.recipe.whole_side if network.window == 0 else 0,
        "colour": colour,
        "grey_window": list(record.grey),
    }


def _write(file: Path, model: bytes, exported: Exported, about: dict[str, Any]) -> None:
    """Write model, description and script; the description last, for it vouches for the model."""
    shape = ["n", "height", "width", *((3,) if about["colour"] else ())]
    described = {
        "format": FORMAT,
        "file": file.name,
        "sha256": hashlib.sha256(model).hexdigest(),
        "accepted": exported.accepted,
        "reason": exported.reason,
        **about,
        "input": {"name": INPUT, "type": "uint8", "shape": shape, "channels": "RGB"},
        "outputs": BRIEFLY if exported.brief else AT_LENGTH,
        "precision": exported.precision,
        "opset": OPSET,
        "images_compared": exported.images_compared,
        "max_score_difference": exported.max_score_difference,
        "max_window_difference": exported.max_window_difference,
        "verdict_changes": exported.verdict_changes,
        "tolerance": exported.tolerance,
        "runtime": exported.runtime,
        "times": [asdict(each) for each in exported.times],
        "versions": versions() | onnx_versions(),
    }
    make_folder(file.absolute().parent)
    beside = file.with_suffix(".json")
    beside.unlink(missing_ok=True)
    write_atomic(file, model)
    script = resources.files("resources").joinpath("onnx_example.py").read_text("utf-8")
    write_atomic(script_path(file), script)
    write_atomic(beside, json.dumps(described, indent=1, ensure_ascii=False, allow_nan=False))
