"""All channels of a layer for one image, as small pictures with a few figures each."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F

from engine.inspection.dense import Judge
from engine.inspection.explain import LayerView
from engine.measures.sparsity import region_cells, region_in_input
from engine.measures.values import ChannelPictures
from engine.network.layers import passes
from engine.network.numerics import autocast
from engine.network.window_classifier import WindowClassifier

LONGEST = 64
"""Longest side of a channel's picture."""


def dead_channels(judge: Judge, image: NDArray[np.uint8], layer: str) -> NDArray[np.bool_]:
    """Which channels of a layer are 0 everywhere on an image: bool (channels,).

    Layers above are not computed; the number format is the one verdicts are made in, as for the
    maps this is held against.
    """
    pixels, _ = judge.input(image)
    with torch.inference_mode(), autocast(judge.numerics):
        maps = judge.network.prepare(pixels.to(judge.numerics.device))
        for module, name in passes(judge.network):
            maps = module(maps)
            if name == layer:
                peak = judge.network.layers[name].strength(maps[0]).amax((1, 2))
                return np.asarray((peak <= 0).cpu().numpy())
    raise ValueError(f"no layer {layer}")


def small_maps(activations: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Pictures of activations: uint8 (channels, h, w), no side longer than 64.

    Each channel is scaled to its own peak. The largest value of an area counts and anything above
    0 is at least 1, so what is small does not vanish: only what is 0 is black.

    Parameters
    ----------
    activations
        float32 (channels, H, W), >= 0.
    """
    values = torch.from_numpy(np.array(activations, dtype=np.float32))
    factor = -(-max(values.shape[1:]) // LONGEST)
    pooled = F.max_pool2d(values[None], factor, ceil_mode=True)[0]
    peak = pooled.amax((1, 2), keepdim=True)
    shares = torch.where(peak > 0, pooled / peak.clamp_min(1e-30), torch.zeros(()))
    return np.asarray((255 * shares).ceil().clamp(0, 255).to(torch.uint8).numpy())


def picture_channels(
    view: LayerView,
    dead_before: NDArray[np.bool_],
    region: NDArray[np.bool_] | None,
    shown: tuple[int, int],
    network: WindowClassifier,
) -> ChannelPictures:
    """Put a layer's view into pictures.

    Parameters
    ----------
    view
        The layer for one image, at the end.
    dead_before
        bool (channels,), 0 everywhere on the same image at iteration 0.
    region
        bool (H, W) of the image, None where it is unknown.
    shown
        Height and width of the network's input.
    """
    values = torch.from_numpy(np.array(view.activations))
    energy = values.square().sum((1, 2)).numpy()
    share = np.full(energy.shape, np.nan, dtype=np.float32)
    area = None
    if region is not None:
        inside = region_in_input(region, shown, network)
        cells = region_cells(torch.from_numpy(inside.copy()), values.shape[1:])
        within = values[:, cells].square().sum(1).numpy()
        # Float32 sums in another order may exceed the whole by a rounding.
        np.divide(within, energy, out=share, where=energy > 0)
        share = np.minimum(share, np.float32(1.0))
        area = float(cells.float().mean())
    contribution = np.zeros(len(energy), dtype=np.float32)
    for channel in view.channels:
        contribution[channel.number] = channel.contribution
    made = ChannelPictures(
        maps=small_maps(view.activations),
        peak=np.maximum(values.amax((1, 2)).numpy(), np.float32(0.0)),
        contribution=contribution,
        region_share=share,
        region_area=area,
        dead=np.asarray(values.amax((1, 2)).numpy() <= 0),
        dead_before=np.array(dead_before),
        exact=view.exact,
    )
    for array in (
        made.maps,
        made.peak,
        made.contribution,
        made.region_share,
        made.dead,
        made.dead_before,
    ):
        array.setflags(write=False)
    return made
