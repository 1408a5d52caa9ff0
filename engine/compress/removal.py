"""Exact removal: channels that are 0 everywhere on a set of images, and the network without them.

Channel c is dead on a set S when its output after ReLU is 0 at every position of every image of S
(definitions; see `engine.measures.sparsity`). What reads it then multiplies by 0, padding
included, so that leaving it out changes no logit on S but for the order of the sums. Biases of
later layers stay as they are.
"""

from __future__ import annotations

import copy
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from engine.core.runtime import host_array
from engine.inspection.dense import Judge
from engine.measures.sparsity import Sums
from engine.network.backbone import ChannelGroup
from engine.network.layers import passes
from engine.network.narrow import narrow
from engine.network.window_classifier import WindowClassifier


@dataclass(frozen=True, slots=True, eq=False)
class Watched:
    """What passes over S gave.

    Attributes
    ----------
    dead : channel group to bool (channels,)
    logits : float32 (classes, h, w) of each image's windows
    """

    dead: dict[str, NDArray[np.bool_]]
    logits: tuple[NDArray[np.float32], ...]


def watch(
    judge: Judge, images: Iterator[NDArray[np.uint8]], total: int
) -> Generator[tuple[int, int], None, Watched]:
    """Pass whole images through a network in float32, keep the logits and find dead channels.

    Parameters
    ----------
    images
        uint8 (H, W) or (H, W, 3), taken one by one; one or more.
    total
        How many there are.

    Yields
    ------
    tuple of int
        (images done, total) after each convolution or block. Closing the generator leaves the
        network as it was.
    """
    network = judge.network
    device = next(network.parameters()).device
    steps = passes(network)
    logits = []
    with _watching(network) as sums:
        for number, image in enumerate(images):
            pixels, _ = judge.input(image)
            # Inference mode is the thread's, so it must not outlast a step. The convolutions are
            # those of verdicts, not the quicker ones of the measures: dead is what verdicts see.
            with torch.inference_mode():
                maps = network.prepare(pixels.to(device))
            for module, _ in steps:
                with torch.inference_mode():
                    maps = module(maps)
                yield number, total
            with torch.inference_mode():
                logits.append(host_array(network.classify(maps)[0]))
            yield number + 1, total
    dead = {}
    for group in network.groups:
        silent = [sums[name].result(name).dead for name in group.watched]
        dead[group.name] = np.logical_and.reduce(silent)
    return Watched(dead, tuple(logits))


@contextmanager
def _watching(network: WindowClassifier) -> Iterator[dict[str, Sums]]:
    """Sum up every watched module's output, by name; the hooks are gone when the block ends."""
    features = network.features
    sums: dict[str, Sums] = {}
    handles = []
    try:
        for group in network.groups:
            for name in group.watched:
                sums[name] = Sums()

                def add(
                    _m: nn.Module,
                    _i: object,
                    maps: torch.Tensor,
                    name: str = name,
                    group: ChannelGroup = group,
                ) -> None:
                    # Now: a ReLU in place may change these values in a moment.
                    sums[name].add(group.strength(maps[0]), None)

                handles.append(features.get_submodule(name).register_forward_hook(add))
        yield sums
    finally:
        for handle in handles:
            handle.remove()


def kept(dead: Mapping[str, NDArray[np.bool_]]) -> dict[str, list[int]]:
    """Channels that stay, by group; one that is dead where all are, for a layer must have one."""
    return {
        name: [int(n) for n in np.flatnonzero(~channels)] or [0] for name, channels in dead.items()
    }


def remove(network: WindowClassifier, keep: Mapping[str, Sequence[int]]) -> WindowClassifier:
    """A copy of a network that has only these channels of some groups.

    Parameters
    ----------
    network
        It is not changed.
    keep
        Name of a channel group to the numbers of the channels that stay, ascending; groups not
        named stay whole.

    Raises
    ------
    ValueError
        There is no such group or channel, or nothing of a group would stay.
    """
    smaller = copy.deepcopy(network)
    narrow(smaller, keep)
    return smaller
