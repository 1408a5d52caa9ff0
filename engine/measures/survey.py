"""One dense pass over each image of the sample: channels and window features at once.

A window's features are the means over its cells in the maps of the whole image, which the
verdicts come from, and not those of the window cut out: VGG-16's receptive field is larger than
a window, so a cut window sees padding where the image goes on (cosine of the two: 0.61 to 0.76).
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from engine.inspection.dense import Judge
from engine.measures.features import Window
from engine.measures.sparsity import Sums, region_cells, region_in_input
from engine.measures.values import Activity
from engine.network.layers import passes
from engine.network.window_classifier import WindowClassifier

PROBE_CELLS = 4
"""Cells along the side of the image that layers' strides are read from."""


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """One image of the sample.

    Attributes
    ----------
    image : uint8 (H, W) or (H, W, 3)
    region : bool (H, W), None where it is unknown
    windows : corners on multiples of the network's stride, or side 0 for the whole image
    """

    image: NDArray[np.uint8]
    region: NDArray[np.bool_] | None
    windows: tuple[Window, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """What the passes gave.

    Attributes
    ----------
    activity : channels on all images
    features : layer to float32 (windows, channels), the windows of all images one after another
    """

    activity: Activity
    features: dict[str, NDArray[np.float32]]


def layer_strides(network: WindowClassifier) -> dict[str, int]:
    """Pixels of the network's input per cell of each layer, by name.

    Read from a pass over a small empty image: rounding at the borders depends on the layers.
    """
    side = PROBE_CELLS * network.stride
    device = next(network.parameters()).device
    result: dict[str, int] = {}
    with torch.inference_mode():
        maps = network.prepare(torch.zeros((1, side, side), dtype=torch.uint8, device=device))
        for module, name in passes(network):
            maps = module(maps)
            if name is not None:
                result[name] = side // maps.shape[2]
    return result


def pool_windows(maps: torch.Tensor, windows: Sequence[Window], stride: int) -> torch.Tensor:
    """Mean of a layer over each window's cells.

    Parameters
    ----------
    maps
        (channels, h, w), of the whole image.
    windows
        Side and corners are multiples of `stride`; side 0: all cells.
    stride
        Pixels per cell of this layer.

    Returns
    -------
    tensor of shape (windows, channels)
    """
    pooled = []
    # Sums over the leading axis are the quick ones where the channels lie last in memory.
    rows = maps.permute(1, 2, 0)
    for window in windows:
        cells = rows
        if window.side:
            top, left, side = (n // stride for n in (window.top, window.left, window.side))
            cells = rows[top : top + side, left : left + side]
        pooled.append(cells.mean(0).mean(0))
    return torch.stack(pooled)


def survey(
    judge: Judge,
    subjects: Iterator[Subject],
    total: int,
    layers: Sequence[str] = (),
) -> Generator[tuple[int, int], None, Survey]:
    """Pass whole images through a network, sum up its channels and pool their windows.

    Evaluation mode (restored at the end), float32 whatever the run was trained in.

    Parameters
    ----------
    subjects
        Taken one by one.
    total
        How many there are, one or more.
    layers
        Layers to pool windows at.

    Yields
    ------
    tuple of int
        (images done, total) after each convolution or block. Closing the generator leaves the
        network as it was.
    """
    network = judge.network
    named, steps = network.layers, passes(network)
    sums = {name: Sums() for _, name in steps if name is not None}
    device = next(network.parameters()).device
    was_training = network.training
    network.eval()
    strides = layer_strides(network) if layers else {}
    rows: dict[str, list[torch.Tensor]] = {layer: [] for layer in layers}
    regions = done = 0
    try:
        for number, subject in enumerate(subjects):
            pixels, _ = judge.input(subject.image)
            region = None
            if subject.region is not None:
                regions += 1
                shown = region_in_input(subject.region, pixels.shape[1:3], network)
                region = torch.from_numpy(shown.copy()).to(device)
            # Inference mode is the thread's, so it must not outlast a step.
            with torch.inference_mode():
                maps = network.prepare(pixels.to(device))
            for module, name in steps:
                with torch.inference_mode():
                    maps = module(maps)
                    if name is not None:
                        cells = None if region is None else region_cells(region, maps.shape[2:])
                        sums[name].add(named[name].strength(maps[0]), cells)
                    if name in rows and subject.windows:
                        rows[name].append(
                            pool_windows(maps[0], subject.windows, strides[name]).cpu()
                        )
                yield number, total
            done = number + 1
            yield done, total
    finally:
        network.train(was_training)
    if done == 0:
        raise ValueError("a survey needs at least one image")
    result = Activity(done, regions, tuple(item.result(name) for name, item in sums.items()))
    return Survey(result, {layer: _joined(held) for layer, held in rows.items()})


def _joined(rows: list[torch.Tensor]) -> NDArray[np.float32]:
    if not rows:
        return np.zeros((0, 0), dtype=np.float32)
    return np.asarray(torch.cat(rows).float().numpy())
