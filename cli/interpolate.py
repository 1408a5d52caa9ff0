"""The command `interpolate`: from one defect to another, in pixels and in the features of runs."""

from __future__ import annotations

import argparse
from collections.abc import Generator
from contextlib import closing
from dataclasses import asdict
from typing import TypeVar

import numpy as np

from cli.terminal import Exit, Progress, percent, print_json, say, table
from engine.data.sample import DataSet
from engine.errors import DataError
from engine.files import make_folder, write_atomic
from engine.latent.line import Line, flip
from engine.latent.many import measure_overlap
from engine.latent.overlap import STEPS, PairOverlap, pair_overlap
from engine.latent.split import INPUT
from engine.measured import RunOverlap
from engine.network.layers import named_layers
from engine.numerics import at_hand
from engine.project.runs import RunFolder
from engine.report.film import STEPS as FRAMES, Row, film
from engine.training.run import load_network, open_run_data

T = TypeVar("T")


def interpolate(arguments: argparse.Namespace) -> int:
    """Follow one pair of images in one or two runs, and the overlap over many pairs."""
    progress = Progress()
    folders = [RunFolder.load(path) for path in arguments.runs]
    found: dict[str, object] = {"runs": [folder.path.name for folder in folders]}
    if arguments.pairs:
        overlaps = [_many(folder, arguments, progress) for folder in folders]
        _show_overlaps(overlaps)
        found["overlaps"] = [asdict(each) for each in overlaps]
    if arguments.out is not None:
        found |= _film(folders, arguments, progress)
    if arguments.json:
        print_json(found)
    return Exit.DONE


def _follow(name: str, work: Generator[tuple[int, int], None, T], progress: Progress) -> T:
    with closing(work):
        try:
            while True:
                done, total = next(work)
                progress.show(f"{name} {done}/{total}")
        except StopIteration as end:
            result: T = end.value
            return result
        finally:
            progress.clear()


def _many(folder: RunFolder, arguments: argparse.Namespace, progress: Progress) -> RunOverlap:
    textures = tuple(arguments.textures) if arguments.textures else None
    work = measure_overlap(
        folder.path,
        textures,
        pairs=arguments.pairs,
        seed=arguments.seed,
    )
    return _follow(f"{folder.path.name}: lines, pair", work, progress)


def _show_overlaps(overlaps: list[RunOverlap]) -> None:
    rows = [["run", "layer", "pairs", "overlap (95 % over pairs)"]]
    for each in overlaps:
        for layer in each.layers:
            name = "pixels (control)" if layer.layer == INPUT else layer.layer
            rows.append([
                each.run, name, str(len(layer.pairs)),
                f"{percent(layer.mean, 1)} ({percent(layer.low, 1)} to {percent(layer.high, 1)})",
            ])  # fmt: skip
    say(table(rows))
    first = overlaps[0]
    say(
        f"share of the line between {first.textures[0]} and {first.textures[1]} on which both "
        f"defects have a probability above {first.level}; windows of {first.images} test images"
    )


def _ends(data: DataSet, folder: RunFolder, arguments: argparse.Namespace) -> tuple[int, int]:
    """Images the line joins: those named, or the first defective test image of two textures.

    Raises
    ------
    DataError
        A file is not of the data set, is not defective, or there are no two textures.
    """
    if arguments.images:
        places = {file: index for index, file in enumerate(data.files)}
        for file in arguments.images:
            if file not in places:
                raise DataError("{file}: not an image of {path}.", file=file, path=data.root)
        first, second = (places[file] for file in arguments.images)
    else:
        bad = [i for i in folder.read_split(data).test if data.samples[i].label.defective]
        textures = arguments.textures or list(
            dict.fromkeys(data.samples[i].label.texture for i in bad)
        )
        chosen = [
            next((i for i in bad if data.samples[i].label.texture == name), -1)
            for name in textures[:2]
        ]
        if len(chosen) < 2 or -1 in chosen:
            raise DataError("Interpolation needs two textures with defective test images.")
        first, second = chosen
    for index in (first, second):
        if not data.samples[index].label.defective:
            raise DataError(
                "{file}: not defective, so that no overlap of defects is defined.",
                file=data.files[index],
            )
    return first, second


def _film(
    folders: list[RunFolder], arguments: argparse.Namespace, progress: Progress
) -> dict[str, object]:
    data, store = open_run_data(folders[0])
    first, second = _ends(data, folders[0], arguments)
    images = (store.image(first), store.image(second))
    classes = data.classes[first], data.classes[second]
    rows, listed = [], []
    pictures: list[np.ndarray] = []
    for folder in folders:
        if folder.record.fingerprint != folders[0].record.fingerprint:
            raise DataError("{run} was trained on other images.", run=folder.path.name)
        network = load_network(folder)
        layer = arguments.layer or list(named_layers(network.features))[-1]
        line = Line.between(
            network, layer, images, data.labels, folder.record.threshold,
            at_hand(folder.record.numerics), folder.record.recipe.whole_side,
        )  # fmt: skip
        pair = _follow(
            f"{folder.path.name}: {layer}, step", pair_overlap(line, *classes, STEPS), progress
        )
        frames = np.linspace(0.0, 1.0, FRAMES)
        maps = tuple(line.at(float(t)).maps.sum(0) for t in frames)
        rows.append(Row(f"{folder.record.recipe.setting}", maps, pair.t, pair.first, pair.second))
        listed.append(_said(folder, layer, pair, flip(line)))
        if not pictures:
            mixed = [(1 - t) * images[0].astype(float) + t * images[1] for t in frames]
            pictures = [each.round().astype(np.uint8) for each in mixed]
    kind = arguments.out.suffix.lstrip(".").lower()
    if kind not in ("png", "svg"):
        raise DataError("{path}: choose a name that ends in .png or .svg.", path=arguments.out)
    names = data.labels[classes[0]].name, data.labels[classes[1]].name
    make_folder(arguments.out.absolute().parent)
    write_atomic(arguments.out, film(pictures, rows, names, kind))
    say(f"{data.files[first]} to {data.files[second]}: {arguments.out}")
    return {"images": [data.files[first], data.files[second]], "lines": listed}


def _said(folder: RunFolder, layer: str, pair: PairOverlap, at: float | None) -> dict[str, object]:
    where = "nowhere" if at is None else f"at t = {at:.3f}"
    say(
        f"{folder.path.name}, {layer}: both defects above 0.5 on {percent(pair.at_half, 1)} of the "
        f"line, above 0.3 on {percent(pair.at_third, 1)}; the verdict changes {where}"
    )
    return {
        "run": folder.path.name, "layer": layer, "overlap": pair.at_half,
        "overlap_at_0.3": pair.at_third, "flip": at,
    }  # fmt: skip
